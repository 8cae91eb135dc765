"""Attributions found, measured against PolNeAR (Newell et al. 2018): brat stand-off files beside their texts.

A span is right where its parts are the gold's, character for character. ``source``, ``cue`` and ``content`` are counted over spans (micro, a
source, cue or content of every attribution once); ``whole`` over attributions, right where all three are. ``…_characters`` count
the characters that are part of any span of that kind. PolNeAR marks the outermost attributions only, so statements that stand in
another's content are left out before counting. An article annotated more than once is measured against its first annotator.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from quoth.errors import UsageError
from quoth.records import Document, Span, Statement, identify

Spans: TypeAlias = tuple[Span, ...]
Part = Literal["source", "cue", "content"]
PARTS: tuple[Part, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution as an annotator marked it; ``source`` is empty where there is none."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and the attributions of its first annotator."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Right, found and expected: what precision, recall and F1 are computed from. Counts add up."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by measure: ``source, cue, content, whole, source_characters, cue_characters, content_characters``."""

    articles: int
    counts: dict[str, Count] = field(default_factory=dict)


def score_polnear(folder: Path, read: Callable[[Document], Iterable[Statement]], *, limit: int | None = None) -> Scores:
    """The scores of ``read`` on a split of PolNeAR: ``folder`` holds ``text/`` and ``attributions/``.

    ``read`` gives the statements of a document, whole pipeline or any reader. ``limit`` takes only the first so many articles.
    Raises ``UsageError`` where the folder is not such a split.
    """
    total: Counter[str] = Counter()
    counts: dict[str, Count] = {}
    for article in load_polnear(folder, limit=limit):
        total["articles"] += 1
        found = outermost(read(as_document(article)))
        for measure, count in score_article(found, article.attributions).items():
            counts[measure] = counts.get(measure, Count()) + count
    return Scores(total["articles"], counts)


def score_article(found: Sequence[GoldAttribution], gold: Sequence[GoldAttribution]) -> dict[str, Count]:
    """The counts of one article, by measure."""
    counts: dict[str, Count] = {part: _exact(_spans(found, part), _spans(gold, part)) for part in PARTS}
    whole = _exact([(one.source, one.cue, one.content) for one in found], [(one.source, one.cue, one.content) for one in gold])
    characters = {f"{part}_characters": _characters(_spans(found, part), _spans(gold, part)) for part in PARTS}
    return {**counts, "whole": whole, **characters}


def outermost(statements: Iterable[Statement]) -> tuple[GoldAttribution, ...]:
    """The spans of the statements that stand in no other's content."""
    return tuple(as_attribution(one) for one in statements if one.parent is None)


def as_attribution(statement: Statement) -> GoldAttribution:
    """The spans of a statement."""
    return GoldAttribution(statement.source.spans if statement.source else (), statement.cue.spans, statement.content.spans)


def as_document(article: GoldArticle) -> Document:
    """The article as a document without outlet, title or date."""
    digest = identify("polnear", article.name)
    return Document(
        id=digest, article=digest, input_id=article.name, outlet=None, url=None, title=None, authors=(), published=None,
        published_from="unknown", fetched=None, language="en", sha256=digest, origin=None, text=article.text, original=digest,
    )  # fmt: skip


def load_polnear(folder: Path, *, limit: int | None = None) -> Iterator[GoldArticle]:
    """The articles of a split in order of their names. Raises ``UsageError`` where ``folder`` is not a split of PolNeAR."""
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise UsageError(
            f"{folder} holds no text/*.txt. Expected a split of PolNeAR with text/ and attributions/; name that folder."
        )
    for path in texts[:limit]:
        files = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if files:
            text = path.read_bytes().decode("utf-8")
            yield GoldArticle(path.stem, text, parse_brat(files[0].read_bytes().decode("utf-8")))


ENTITY = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
EVENT = re.compile(r"E\d+\tAttribution\S*((?: \w+:T\d+)*)")
ROLE = re.compile(r" (Source|Cue|Content)\d*:(T\d+)")


def parse_brat(annotations: str) -> tuple[GoldAttribution, ...]:
    """The attributions of a brat file in order of their cues; parts of one role are put together. Lines of other kinds, and
    attributions without cue or content, are passed over."""
    lines = annotations.split("\n")
    spans = {match[1]: _parse_spans(match[2]) for line in lines if (match := ENTITY.match(line))}
    events = (match[1] for line in lines if (match := EVENT.match(line)))
    found = (_attribution(ROLE.findall(event), spans) for event in events)
    return tuple(sorted((one for one in found if one.cue and one.content), key=lambda one: one.cue))


def _parse_spans(text: str) -> Spans:
    return tuple(Span(*map(int, part.split())) for part in text.split(";"))


def _attribution(roles: Iterable[tuple[str, str]], spans: dict[str, Spans]) -> GoldAttribution:
    parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
    for role, name in roles:
        parts[role].extend(spans.get(name, ()))
    return GoldAttribution(*(tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content")))


def _spans(attributions: Iterable[GoldAttribution], part: Part) -> list[Spans]:
    every = ({"source": one.source, "cue": one.cue, "content": one.content}[part] for one in attributions)
    return [spans for spans in every if spans]


def _exact(found: Sequence[object], gold: Sequence[object]) -> Count:
    """Counts over multisets: a source that two attributions share counts for each."""
    return Count((Counter(found) & Counter(gold)).total(), len(found), len(gold))


def _characters(found: Iterable[Spans], gold: Iterable[Spans]) -> Count:
    one, other = _covered(found), _covered(gold)
    return Count(len(one & other), len(one), len(other))


def _covered(spans: Iterable[Spans]) -> set[int]:
    return {at for parts in spans for start, end in parts for at in range(start, end)}
