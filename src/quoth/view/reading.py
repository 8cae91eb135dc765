"""An article as one reads it: its text in parts of bounded length, its versions, who took from it and from whom it took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quoth.errors import UsageError
from quoth.records import Copy, CopyKind, Document
from quoth.store import Head, ReadView, Tallies
from quoth.view.article import ArticlePage, Block, Run, lay_out_article
from quoth.view.coverage import gather, headings
from quoth.view.find import find_document
from quoth.view.houses import house_of, names_of, outlet_called
from quoth.view.versions import superseded

Side = Literal["from", "cites", "by", "cited", "either"]
SIDES: Mapping[Side, str] = {
    "from": "It has words from",
    "cites": "Articles of outlets that it names as a source (which article it means is inferred from what both tell)",
    "by": "Its words were taken over by",
    "cited": "Articles that name its outlet as a source (that they mean this article is inferred from what both tell)",
    "either": "It shares words with, and which came first is not known",
}
"""On which side of an article another stands, in words. Who names an outlet as a source need not have a word of its article."""
PART = 60_000
"""Characters of one part of an article: a longer one is read in several."""
EDGES = 60
"""Articles named at most that took words from one, or gave words to it."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Another article that shares words with this one. ``id`` is the edge between them."""

    id: str
    document: str
    outlet: str | None
    title: str
    published: str | None
    kind: CopyKind
    score: float
    decided: bool


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the same article."""

    id: str
    published: str | None
    modified: str | None
    sha256: str
    here: bool
    """It is the one that is shown."""
    newest: bool
    """It speaks for the article in counts and lists."""


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """One article, or one part of a long one, with what joins it to others."""

    article: ArticlePage
    part: int
    parts: int
    versions: tuple[Version, ...]
    """All of them, this one among them; empty where there is only one."""
    taken_from: tuple[Kin, ...]
    taken_by: tuple[Kin, ...]
    more_kin: int
    """Edges that are not named."""
    story: tuple[str, str] | None
    """Identifier and title."""
    media_type: str | None
    """Of the stored original."""
    forwarded: str | None = None
    """The outlet of the ledger whose channel a post was forwarded from; None where it is of none, or not forwarded."""

    @property
    def kin(self) -> tuple[tuple[str, tuple[Kin, ...]], ...]:
        """Those that are named, by the side on which they stand, in words."""
        return tuple((SIDES[side], rows) for side, rows in by_side(self.taken_from, self.taken_by))


def reading_page(read: ReadView, text: str, *, min_score: float = 0.0, part: int = 1) -> ReadingPage:
    """The article that an identifier, address or words of a title mean. Raises ``UsageError`` where none or several fit."""
    document = read.document(text) or find_document(read, text)
    whole = lay_out_article(gather(read, [document.id], min_score=min_score), document)
    parts = list(_parts(whole.blocks))
    if not 1 <= part <= max(1, len(parts)):
        raise UsageError(f"This article has {len(parts)} parts, but part {part} was asked for. Begin at the first.")
    story = Tallies(read.engine).story_of(document.id)
    taken_from, taken_by = kin_of(read, document.id)
    original = read.original(document.original)
    return ReadingPage(
        article=replace(whole, blocks=parts[part - 1] if parts else ()),
        part=part,
        parts=max(1, len(parts)),
        versions=_versions(read, document),
        taken_from=tuple(taken_from[:EDGES]),
        taken_by=tuple(taken_by[:EDGES]),
        more_kin=max(0, len(taken_from) - EDGES) + max(0, len(taken_by) - EDGES),
        story=(story[0], " ".join(story[1].split())) if story else None,
        media_type=original.media_type if original else None,
        forwarded=outlet_called(document.forwarded_from, read.outlets()) if document.forwarded_from else None,
    )


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks in parts of about ``PART`` characters; a block that is longer alone is cut."""
    held: list[Block] = []
    length = 0
    for block in (piece for whole in blocks for piece in _cut(whole)):
        size = sum(len(run.text) for run in block.runs)
        if held and length + size > PART:
            yield tuple(held)
            held, length = [], 0
        held.append(block)
        length += size
    if held:
        yield tuple(held)


def _cut(block: Block) -> Iterator[Block]:
    if sum(len(run.text) for run in block.runs) <= PART:
        yield block
        return
    held: list[Run] = []
    length, start = 0, block.start
    for run in (piece for whole in block.runs for piece in _cut_run(whole)):
        if held and length + len(run.text) > PART:
            yield replace(block, start=start, runs=tuple(held))
            start, held, length = start + length, [], 0
        held.append(run)
        length += len(run.text)
    yield replace(block, start=start, runs=tuple(held))


def _cut_run(run: Run) -> Iterator[Run]:
    for start in range(0, max(1, len(run.text)), PART):
        yield replace(run, text=run.text[start : start + PART], begins=run.begins if start == 0 else ())


def _versions(read: ReadView, document: Document) -> tuple[Version, ...]:
    found = read.versions(document.article)
    if len(found) < 2:
        return ()
    gone = superseded(read, found)
    return tuple(
        Version(one.id, one.published, one.modified, one.sha256, one.id == document.id, one.id not in gone) for one in found
    )


def kin_of(read: ReadView, document: str) -> tuple[list[Kin], list[Kin]]:
    """Those it took from and those that took from it, those that share most first."""
    edges = sorted(read.copies([document]), key=lambda copy: (copy.kind == "citation", -copy.score, copy.id))
    ends = {copy.source if copy.copy == document else copy.copy for copy in edges}
    heads = {head.id: head for head in Tallies(read.engine).heads(ends)}
    houses, called = names_of(read.outlets()), headings(read, heads.values())
    taken_from: list[Kin] = []
    taken_by: list[Kin] = []
    for copy in edges:
        other, side = (copy.source, taken_from) if copy.copy == document else (copy.copy, taken_by)
        if other in heads:
            side.append(_kin_row(heads[other], (called[other], house_of(heads[other].outlet, houses)), copy))
    return taken_from, taken_by


def by_side(taken_from: Sequence[Kin], taken_by: Sequence[Kin]) -> tuple[tuple[Side, tuple[Kin, ...]], ...]:
    """Those it took from, those it names as a source, and the same the other way round, then those of which the direction is not known;
    sides that nobody is on are left out."""
    placed: dict[Side, list[Kin]] = {side: [] for side in SIDES}
    ways: tuple[tuple[Sequence[Kin], Side, Side], ...] = ((taken_from, "from", "cites"), (taken_by, "by", "cited"))
    for rows, shared, named in ways:
        for one in rows:
            placed[named if one.kind == "citation" else shared if one.decided else "either"].append(one)
    return tuple((side, tuple(rows)) for side, rows in placed.items() if rows)


def _kin_row(head: Head, called: tuple[str, str | None], copy: Copy) -> Kin:
    title, outlet = called
    return Kin(copy.id, head.id, outlet, title, head.published, copy.kind, copy.score, copy.decided)
