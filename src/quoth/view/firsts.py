"""Who was first with a claim: the first to publish that it is so, the day that a later article gives for it, and who denied it before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quoth.link.days import is_earlier, published_key
from quoth.records import Claim
from quoth.view.coverage import Coverage
from quoth.view.dates import date_label, days_of
from quoth.view.told import ArticleWords
from quoth.view.words import Said

FirstKind = Literal["published", "dated", "perhaps", "like", "told", "denied", "only denied"]

LEADS: dict[FirstKind, str] = {
    "published": "First published",
    "dated": "The earliest with a date:",
    "perhaps": "Perhaps before that, for no hour is known:",
    "like": "Words like these before that, in no statement of it:",
    "told": "Said before, as told later:",
    "denied": "Denied before that:",
    "only denied": "First denied, as far as found:",
}
"""How a line begins that tells of each."""
AGAINST = frozenset({"denies", "doubts"})


@dataclass(frozen=True, slots=True)
class Taken:
    """One document that has words from another; ``decided``: it is known which of the two took them."""

    copy: str
    source: str
    decided: bool


@dataclass(frozen=True, slots=True)
class Before:
    """A statement that an earlier version of its article made already, and when that came out."""

    statement: str
    published: str


@dataclass(frozen=True, slots=True)
class First:
    """One line on who was first."""

    kind: FirstKind
    when: str | None
    """EDTF: when it was published; of what is told later the day that is told."""
    speaker: str
    outlet: str
    statement: str
    published: str | None
    """When the article came out that tells it."""
    words: ArticleWords | None = None
    """The words that are like those of the claim, where these are meant; nobody is said to say them."""

    @property
    def lead(self) -> str:
        """How the line begins."""
        return LEADS[self.kind]


def saying_key(one: Said) -> tuple[str, tuple[str, bool, str]]:
    """Sorts statements by the day by which they were said, told or else published; on one day by when they were published."""
    published = published_key(one.published)
    days = days_of(one.time)
    last = days.last.isoformat() if days and days.last else published[0]
    return min(last, published[0]), published


def who_was_first(
    said: Sequence[Said], taken: Sequence[Taken] = (), before: Sequence[Before] = (), beside: Sequence[ArticleWords] = ()
) -> tuple[First, ...]:
    """Lines on who was first, the first publication first; none where nothing is shown. ``taken``: which of the documents have words from which,
    for an article of which only the day is known, or not even that, may be the source of the earliest. ``before``: which statements an earlier version of their article had.
    ``beside``: words like theirs that stand in no statement. What is unsure and names nobody tells too little to be first beside others."""
    since = {one.statement: one for one in before}
    said = [each for one in said for each in _spread(one, since)]
    making = [one for one in said if one.on_claim not in AGAINST and one.on_claim != "declines"]
    against = [one for one in said if one.on_claim in AGAINST]
    if not making:
        return tuple(_line("only denied", one) for one in _earliest(against)[:1])
    making = [one for one in making if not (one.unsure and len(one.chain) == 1)] or making
    earliest = _earliest(making)[0]
    first = _source_of(earliest, making, taken)
    perhaps = [one for one in _vague(first, making) if _are_joined(first, one, taken)]
    return (
        _line("published", first),
        *(_line("dated", one) for one in [earliest][: first.published is None and earliest.published is not None]),
        *(_line("perhaps", one) for one in perhaps[:1]),
        *_like(first, beside),
        *_before(earliest, making, against),
    )


def _like(first: Said, beside: Sequence[ArticleWords]) -> Iterator[First]:
    before = [one for one in beside if is_earlier(one.published, first.published)]
    for one in sorted(before, key=lambda one: (published_key(one.published), one.document))[:1]:
        yield First("like", one.published, "", one.outlet, "", one.published, one)


def _before(first: Said, making: Sequence[Said], against: Sequence[Said]) -> Iterator[First]:
    day = published_key(first.published)
    told = sorted((one for one in making if one.time and saying_key(one)[0] < day[0]), key=saying_key)
    yield from (_line("told", one) for one in told[:1])
    yield from (_line("denied", one) for one in _earliest(against)[:1] if published_key(one.published) < day)


def _earliest(said: Sequence[Said]) -> list[Said]:
    return sorted(said, key=lambda one: (published_key(one.published), len(one.chain), one.id))


def _source_of(first: Said, making: Sequence[Said], taken: Sequence[Taken]) -> Said:
    """The statement itself; that of an outlet or document that it was taken from where that came out at a time that nothing tells."""
    known = {(one.copy, one.source) for one in taken if one.decided}
    seen = {first.id}
    while True:
        vague = (one for one in _vague(first, making) if one.id not in seen)
        source = next((one for one in vague if one.outlet in first.chain[1:] or (first.document, one.document) in known), None)
        if source is None:
            return first
        first = source
        seen.add(first.id)


def _vague(first: Said, making: Sequence[Said]) -> Iterator[Said]:
    """Those that may have come out before it for all that is known: on the same day, or at no known time."""
    day = published_key(first.published)[0]
    for one in making:
        if one.document != first.document and (one.published is None or published_key(one.published)[:2] == (day, True)):
            yield one


def _are_joined(one: Said, other: Said, taken: Sequence[Taken]) -> bool:
    """Whether two documents share words, and nothing tells who took them."""
    pair = {one.document, other.document}
    return any(not each.decided and {each.copy, each.source} == pair for each in taken)


def _spread(one: Said, since: Mapping[str, Before]) -> Iterator[Said]:
    """A statement in each of the articles in which its words stand, from when the first version of it had them."""
    yield _dated_back(replace(one, also=()), since)
    for other in one.also:
        there = replace(one, id=other.id, document=other.document, outlet=other.outlet, published=other.published, also=())
        yield _dated_back(replace(there, chain=(other.outlet, one.chain[-1])), since)


def _dated_back(one: Said, since: Mapping[str, Before]) -> Said:
    return replace(one, published=since[one.id].published) if one.id in since else one


def _line(kind: FirstKind, one: Said) -> First:
    when = one.time if kind == "told" else one.published
    return First(kind, when, one.speaker_text, one.outlet, one.id, one.published)


def taken_among(coverage: Coverage, documents: Collection[str]) -> tuple[Taken, ...]:
    """Which of these documents have words from which other of them."""
    held = frozenset(documents)
    edges = (one for one in coverage.copies if one.kind != "citation" and one.copy in held and one.source in held)
    return tuple(Taken(one.copy, one.source, one.decided) for one in edges)


def made_before(coverage: Coverage, claim: Claim) -> tuple[Before, ...]:
    """The statements of newest versions that make a claim which an earlier version made already."""
    since: dict[str, str] = {}
    for link in claim.statements:
        former = coverage.former.get(link.statement)
        document = coverage.documents.get(former.document) if former else None
        if document and document.published:
            since[document.article] = min(since.get(document.article, document.published), document.published, key=published_key)
    told = (coverage.statements[link.statement] for link in claim.statements if link.statement in coverage.statements)
    dated = ((one.id, since.get(coverage.documents[one.document].article), coverage.published(one)) for one in told)
    return tuple(Before(name, first) for name, first, now in dated if first and published_key(first) < published_key(now))


def first_text(one: First) -> str:
    """The line in words."""
    where = f"{one.outlet}, {date_label(one.published)}" if one.kind == "told" else one.outlet
    told = f", in {where}: {one.words.excerpt.text}" if one.words else f": {one.speaker}, in {where}"
    return f"{one.lead} {date_label(one.when)}{told}"
