"""Whose voice is heard: how much each speaker and each side says in a set of articles, copies apart, and what each outlet brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quoth.link.kinds import is_party
from quoth.records import Claim, Document, Statement
from quoth.view.coverage import Coverage, Who, collapse_copies, count_articles

TOP = 3
"""Speakers named for an outlet."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One speaker. A statement that stands in several copies of one text is one of ``own``."""

    who: Who
    statements: int
    own: int
    """Statements, those of the copies of one text counted once."""
    articles: int
    share: float
    """Of all own statements whose speaker is known."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """All speakers of one state, or all those of whom none is known."""

    party: str
    """Empty for those of whom none is known."""
    own: int
    speakers: int
    share: float


@dataclass(frozen=True, slots=True)
class OutletRow:
    """What one outlet brings to a story."""

    outlet: str
    articles: int
    copied: int
    """Documents of which at least half stands in an earlier one of another outlet."""
    statements: int
    voices: tuple[tuple[Who, int], ...]
    """Those it quotes most, with how often."""
    speakers: int
    told: int
    """Claims of the story that stand in its articles."""
    silent: int
    """Claims that were looked for in its articles and not found."""
    unread: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class VoicePage:
    """Share of voice in a set of articles."""

    speakers: tuple[VoiceRow, ...]
    sides: tuple[SideRow, ...]
    outlets: tuple[OutletRow, ...]
    own: int
    undecided: int
    """Statements (copies apart) whose speaker is not known, or is only what somebody wrote: "the article"."""
    articles: int


def lay_out_voice(coverage: Coverage, claims: Sequence[Claim] = ()) -> VoicePage:
    """Who speaks how much, and what each outlet brings. Statements that are hidden are not counted."""
    text_of = {one: index for index, group in enumerate(collapse_copies(coverage.documents, coverage.copies)) for one in group}
    said: dict[str, tuple[Who, list[tuple[int, str, str]]]] = {}
    undecided: set[tuple[int, str]] = set()
    for one in coverage.statements.values():
        who = coverage.who(one.speaker)
        words = " ".join(one.content.text.split()).casefold()
        if who is None or not is_party(who.kind, who.name):
            undecided.add((text_of[one.document], words))
        else:
            said.setdefault(who.id, (who, []))[1].append((text_of[one.document], words, one.document))
    total = sum(len({place[:2] for place in places}) for _, places in said.values())
    speakers = sorted((_voice(coverage, who, places, total) for who, places in said.values()), key=_most)
    return VoicePage(
        speakers=tuple(speakers),
        sides=_sides(speakers, total),
        outlets=_outlets(coverage, claims),
        own=total,
        undecided=len(undecided),
        articles=coverage.articles,
    )


def _voice(coverage: Coverage, who: Who, places: Sequence[tuple[int, str, str]], total: int) -> VoiceRow:
    own = len({place[:2] for place in places})
    documents = (coverage.documents[document] for document in {place[2] for place in places})
    return VoiceRow(who, len(places), own, count_articles(documents), own / total)


def _most(row: VoiceRow) -> tuple[int, int, str, str]:
    return -row.own, -row.articles, row.who.name, row.who.id


def _sides(speakers: Iterable[VoiceRow], total: int) -> tuple[SideRow, ...]:
    grouped: dict[str, list[VoiceRow]] = {}
    for row in speakers:
        grouped.setdefault(row.who.country or "", []).append(row)
    sides = [SideRow(party, own := sum(row.own for row in rows), len(rows), own / total) for party, rows in grouped.items()]
    return tuple(sorted(sides, key=lambda side: (not side.party, -side.own, side.party)))


def _outlets(coverage: Coverage, claims: Sequence[Claim]) -> tuple[OutletRow, ...]:
    name = _names(coverage)
    held: dict[str, list[Document]] = {}
    for document in coverage.documents.values():
        held.setdefault(name[document.id], []).append(document)
    said: dict[str, list[Statement]] = {}
    for one in coverage.statements.values():
        said.setdefault(name[one.document], []).append(one)
    copied, counted = _copied(coverage, name), _counted(name, claims)
    rows = [_outlet(coverage, name, documents, said.get(name, ()), copied, counted) for name, documents in held.items()]
    return tuple(sorted(rows, key=lambda row: (-row.articles, row.outlet)))


def _names(coverage: Coverage) -> dict[str, str]:
    """What the outlet of each document is called."""
    return {one.id: coverage.outlet(one) for one in coverage.documents.values()}


def _counted(name: Mapping[str, str], claims: Iterable[Claim]) -> tuple[Counter[str], Counter[str]]:
    """On how many claims each outlet is found, and on how many it was looked for and not found."""
    told, silent = Counter[str](), Counter[str]()
    for claim in claims:
        told.update({name[one] for one in claim.documents if one in name})
        silent.update({name[one] for silence in claim.silent for one in silence.documents if one in name})
    return told, silent


def _copied(coverage: Coverage, name: Mapping[str, str]) -> set[str]:
    """Documents of which at least half stands in an earlier one of another outlet."""
    whole = (copy for copy in coverage.copies if copy.kind not in {"citation", "revision"} and copy.score >= 0.5)
    return {copy.copy for copy in whole if name[copy.copy] != name[copy.source]}


def _outlet(
    coverage: Coverage,
    name: str,
    documents: Sequence[Document],
    statements: Sequence[Statement],
    copied: set[str],
    counted: tuple[Counter[str], Counter[str]],
) -> OutletRow:
    ids = {document.id for document in documents}
    speaking = [who for one in statements if (who := coverage.who(one.speaker)) and is_party(who.kind, who.name)]
    people = {who.id: who for who in speaking}
    counts = Counter(who.id for who in speaking)
    dates = sorted(document.published[:10] for document in documents if document.published)
    return OutletRow(
        outlet=name,
        articles=count_articles(documents),
        copied=len(ids & copied),
        statements=len(statements),
        voices=tuple((people[one], count) for one, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:TOP]),
        speakers=len(people),
        told=counted[0][name],
        silent=counted[1][name],
        unread=len(ids & coverage.unread),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )
