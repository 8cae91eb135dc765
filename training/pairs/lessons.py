"""Labelled pairs of quoth's own, to learn from: statements written for it in families, and passages of news.

A family is a statement with others that restate, oppose or only touch it; the conventions are those of ``quality/pairs`` (``every``) and
``quality/claims`` (``main``). The passages are of events that no labelled pair of ``quality/`` is about; of them there are ids and offsets only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from quoth.score.articles import load_texts
from training.pairs.corpora import Example

HERE = Path(__file__).parent
AGAIN = 3
"""How often a labelled passage is shown."""
NEWS, CAPTIONS = 5000, 600
"""How many of the corpora's pairs of news and of captions are shown."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of a family, and what they are to each other: as to every detail, and as to the main point."""

    first: str
    second: str
    every: str
    main: str

    @property
    def shared(self) -> float:
        """Share of their words that both have."""
        mine, theirs = (set(_WORD.findall(one.lower())) for one in (self.first, self.second))
        return len(mine & theirs) / len(mine | theirs)

    def examples(self) -> Iterator[Example]:
        """The pair as to every detail, and as to the main point."""
        yield Example(self.first, self.second, "made", self.every)
        yield Example(self.first, self.second, "told", self.main)


def families(folder: Path = HERE / "families") -> Iterator[list[Pair]]:
    """The pairs of each family: what restates its base stands to the others as the base does."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            yield _pairs(row)


def _pairs(row: dict[str, object]) -> list[Pair]:
    base, variants = row["base"], row["variants"]
    assert isinstance(base, dict)
    assert isinstance(variants, list)
    told = [_plain(base["text"]), *(_plain(one["text"]) for one in variants if one["every"] == "same")]
    found = [Pair(one, other, "same", "same") for one, other in combinations(told, 2)]
    rest = [one for one in variants if one["every"] != "same"]
    return found + [Pair(one, _plain(other["text"]), other["every"], other["main"]) for one in told for other in rest]


def _plain(text: str) -> str:
    return " ".join(text.split())


def choose(family: Sequence[Pair], rng: Random) -> list[Pair]:
    """Pairs of a family chosen so that sharing words is no sign of being another: the same that share most, related ones that share least."""
    by_words = sorted(family, key=lambda pair: pair.shared)
    same = [pair for pair in reversed(by_words) if pair.main == "same"][:3]
    opposed = [pair for pair in family if pair.main == "opposed"]
    related = [pair for pair in by_words if pair.main == "related"]
    return [*same, *rng.sample(opposed, min(3, len(opposed))), *related[:2], *related[-1:]]


@dataclass(frozen=True, slots=True)
class _Article:
    name: str
    sha256: str


def passages(data: Path, path: Path = HERE / "passages.jsonl") -> list[Example]:
    """The labelled passages of news."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = load_texts(data, [_Article(name, hashed) for row in rows for name, hashed in row["sha256"].items()])

    def words(side: dict[str, object]) -> str:
        start, end = side["at"]  # type: ignore[misc]
        return _plain(texts[str(side["doc"])][start:end])

    return [Example(words(row["a"]), words(row["b"]), "told", row["label"]) for row in rows]


def gather_lessons(labelled: Sequence[Example], corpora: Sequence[Example], seed: int) -> list[Example]:
    """What is learnt last. ``labelled``: the passages; ``corpora``: what people labelled for something else, some of it so that it is not unlearnt."""
    rng = Random(seed)
    taught = [example for family in families() for pair in choose(family, rng) for example in pair.examples()]
    news = [one for one in corpora if one.head == "told"]
    captions = [one for one in corpora if one.head == "captions"]
    return [*taught, *(AGAIN * list(labelled)), *rng.sample(news, NEWS), *rng.sample(captions, CAPTIONS)]
