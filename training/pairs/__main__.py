"""``python -m training.pairs``: the pair reader from the packaged encoder, pairs that people labelled and pairs made of parsed news, into the
weights that the package ships. With ``--ledger`` a large network learns of the same pairs first, and the small one then learns what it says of them
and of pairs of that ledger's statements. With ``--lessons`` it goes on from the weights as they are shipped
and learns what was written and labelled for quoth (``lessons.py``), which the shipped ones have not (decision 20).

Needs the news data (``QUOTH_DATA``: PolNeAR's training part, ``reuse``, SICK, MSR, FNC-1, ECB+). What is parsed is kept in ``build/training``.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

from quoth.language.english import English
from quoth.score.polnear import GoldArticle, as_document
from quoth.segment import segment_document
from training.__main__ import pretrained
from training.pairs.changes import make
from training.pairs.clauses import Clause, clauses
from training.pairs.corpora import Example, gather, labelled_articles
from training.pairs.export import export
from training.pairs.lessons import gather_lessons, passages
from training.pairs.network import PairNetwork, start
from training.pairs.news import news
from training.pairs.recover import recover
from training.pairs.teacher import begin, encoder, soften, unpack
from training.pairs.train import LESSONS, RECIPES, TAUGHT, TEACHER, Pieces, Recipe, encode, prepare, train

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
BUILD = ROOT / "build" / "training" / "pairs"
WEIGHTS = ROOT / "src" / "quoth" / "language" / "pairs" / "weights"
ARTICLES = 200
"""Articles taken of each of PolNeAR and ``reuse`` to make pairs of."""
LONGEST = 6000
"""Code points that are read of an article."""
MADE = 12_000
SAMPLE = 200
"""Pairs by which the products are smoothed before they are quantised."""
SEED = 0


def articles(left_out: Collection[str]) -> Iterator[tuple[str, str]]:
    """Articles to make pairs of, none of those that quoth's labels of claims are set on."""
    rng = Random(SEED)
    paths = sorted((DATA / "polnear" / "train" / "text").glob("*.txt"))
    with (DATA / "reuse" / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if f"reuse__{row['id']}" not in left_out]
    for path, row in zip(rng.sample(paths, ARTICLES), rng.sample(rows, ARTICLES), strict=True):
        yield path.stem, path.read_text(encoding="utf-8")[:LONGEST]
        yield row["id"], row["text"][:LONGEST]


def read_clauses(left_out: Collection[str], kept: Path) -> list[tuple[str, Clause]]:
    """The plain clauses of those articles; kept in a file, since parsing takes minutes."""
    if not kept.exists():
        parser, found = English(entities=True), list[tuple[str, Clause]]()
        for name, text in articles(left_out):
            document = as_document(GoldArticle(name, text, ()))
            paragraphs = parser.parse(document, segment_document(document)).paragraphs
            found += [(name, clause) for paragraph in paragraphs for clause in clauses(paragraph)]
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return pickle.loads(kept.read_bytes())  # noqa: S301 - written above


def main() -> None:
    """Gather the pairs, train, and write the weights into the package."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=WEIGHTS)
    options.add_argument("--only-gather", action="store_true", help="gather the pairs, print how many there are, and stop")
    options.add_argument(
        "--ledger", type=Path, help="a ledger of reuse, whose statements the teacher is asked about; without it nobody teaches"
    )
    options.add_argument(
        "--lessons", action="store_true", help="begin with the shipped weights and learn what was written for quoth"
    )
    chosen = options.parse_args()
    torch.set_num_threads(os.cpu_count() or 1)
    left_out = labelled_articles(ROOT / "quality" / "claims")
    corpora = gather(DATA, left_out, SEED)
    tokenizer = prepare(Tokenizer.from_file(str(pretrained().with_name("tokenizer.json"))))
    if chosen.lessons:
        network, examples = learn_lessons(corpora, tokenizer), corpora
    else:
        examples = [*corpora, *make(read_clauses(left_out, BUILD / "clauses.pickle"), MADE, SEED)]
        for (head, answer), count in sorted(Counter((one.head, one.answer) for one in examples).items()):
            print(f"{head:<10}{answer:<14}{count:>7}", flush=True)
        if chosen.only_gather:
            return
        network = learn(examples, tokenizer)
        if chosen.ledger:
            network = learn_from_teacher(network, examples, news(chosen.ledger, left_out, SEED), tokenizer)
    export(network.eval(), chosen.out, pairs=sample(examples, tokenizer))
    shutil.copy(pretrained().with_name("tokenizer.json"), chosen.out)


def learn_lessons(corpora: Sequence[Example], tokenizer: Tokenizer) -> PairNetwork:
    """The shipped network after the families and passages that were made for quoth."""
    network = recover(WEIGHTS / "pairs.onnx")
    network.pieces.weight.requires_grad_(False)
    _stage("pairs.lessons", network, gather_lessons(passages(DATA), corpora, LESSONS.seed), partial(encode, tokenizer), LESSONS)
    return network


def learn(examples: Sequence[Example], tokenizer: Tokenizer) -> PairNetwork:
    """The small network after what the labels teach it."""
    network = PairNetwork()
    start(network, load_file(pretrained()))
    network.pieces.weight.requires_grad_(False)
    for number, recipe in enumerate(RECIPES, 1):
        _stage(f"pairs.{number}", network, examples, partial(encode, tokenizer), recipe)
    return network


def learn_from_teacher(
    network: PairNetwork, examples: Sequence[Example], more: Sequence[Example], tokenizer: Tokenizer
) -> PairNetwork:
    """The small network after what a large one says of the labelled pairs and of more."""
    weights = unpack(BUILD / "teacher")
    read_pair, scores = encoder(weights.with_name("tokenizer.json")), BUILD / "scores.pt"
    every = [*examples, *more]
    if not scores.exists():
        teacher = begin(weights)
        _stage("teacher", teacher, examples, read_pair, TEACHER)
        torch.save(soften(teacher.eval(), [read_pair(one.first, one.second) for one in every], _tell), scores)
    _stage("pairs.taught", network, every, partial(encode, tokenizer), TAUGHT, taught=torch.load(scores))
    return network


def _stage(
    name: str, network: nn.Module, examples: Sequence[Example], read_pair: Callable[[str, str], Pieces], recipe: Recipe,
    taught: torch.Tensor | None = None,
) -> None:  # fmt: skip
    """One stage of learning, taken from its file where it has been done."""
    kept = BUILD / f"{name}.pt"
    if not kept.exists():
        trained = train(network, examples, read_pair, recipe, taught=taught, kept=BUILD / f"{name}.new.pt", tell=_tell)
        torch.save(trained.state_dict(), kept)
    network.load_state_dict(torch.load(kept))


def _tell(line: str) -> None:
    print(line, flush=True)


def sample(examples: Sequence[Example], tokenizer: Tokenizer) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Some pairs as the network reads them one by one."""
    read = [encode(tokenizer, one.first, one.second) for one in Random(SEED).sample(list(examples), SAMPLE)]
    return [(torch.tensor(ids), torch.tensor(sides)) for ids, sides in read]


if __name__ == "__main__":
    main()
