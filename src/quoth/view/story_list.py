"""The list of stories as a reader asks for it: by words, outlet, date, dispute; with what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quoth.store import Member, ReadView, StoryHead, StorySummary, StoryTitle, Tallies
from quoth.store.counted import StoryOrder
from quoth.store.filters import within
from quoth.view.counts import UNDATED
from quoth.view.coverage import collapse_copies
from quoth.view.find import fold
from quoth.view.houses import outlets_of, same_outlet
from quoth.view.story import StoryRow
from quoth.view.words import begun

Order: TypeAlias = StoryOrder
EACH = 25
"""Stories of one page of the list."""


@dataclass(frozen=True, slots=True)
class StoriesAsked:
    """Stories for which all the given fields hold; a field left None asks for nothing."""

    words: str | None = None
    """Of the title."""
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    disputed: bool = False
    """Only those in which a claim is disputed or accounts differ."""
    order: Order = "large"


@dataclass(frozen=True, slots=True)
class StoryListPage:
    """One page of the list. ``found`` counts the stories of all its pages."""

    rows: tuple[StoryRow, ...]
    found: int
    each: int
    documents: int
    articles: int
    """The documents, versions of one article counted once."""
    set_aside: int
    """Inputs that are noted: those that could not be used, and those ``undated``, which are kept."""
    undated: int
    outlets: tuple[str, ...]
    """Those that one may ask for, each once."""
    fresh: tuple[str, ...]
    """Stories with an article of the latest day on which any was published."""
    disputes: tuple[tuple[str, str, str], ...] = ()
    """Of each of the stories the claim that is disputed most: story, claim, its words; those without one are left out."""


def story_list_page(read: ReadView, asked: StoriesAsked | None = None, *, number: int = 1) -> StoryListPage:
    """The stories that fit, ``EACH`` on a page; ``number`` counts pages from 1. Only those that are shown are read whole."""
    asked = asked or StoriesAsked()
    tallies = Tallies(read.engine)
    outlets, latest = read.outlets(), tallies.latest()
    shown, found = _found(tallies, asked, outlets, number)
    return StoryListPage(
        rows=_rows(tallies, shown),
        found=found,
        each=EACH,
        documents=tallies.count_documents(),
        articles=tallies.count_articles(),
        set_aside=tallies.count_set_aside(),
        undated=tallies.count_set_aside(UNDATED),
        outlets=tuple(sorted(outlets_of(outlets), key=str.casefold)),
        fresh=tuple(head.id for head in shown if latest and (head.last or "")[:10] == latest),
        disputes=tuple(
            (story, claim, begun(text))
            for story, (claim, text) in tallies.most_disputed([head.id for head in shown if head.disputed]).items()
        ),
    )


def _found(tallies: Tallies, asked: StoriesAsked, outlets: Sequence[str], number: int) -> tuple[Sequence[StoryHead], int]:
    """The stories of one page, and how many there are on all."""
    named = next((one for one in outlets if fold(one) == fold(asked.outlet)), "") if asked.outlet is not None else None
    wanted = None if named is None else same_outlet(named, outlets)
    first = (number - 1) * EACH
    if asked.words or asked.since or asked.until:
        words = fold(asked.words or "").split()
        every = tallies.story_titles(order=asked.order, disputed=asked.disputed, outlets=wanted, words=words)
        fitting = [one.id for one in every if _fits(one, words, asked)]
        heads = tallies.story_heads(fitting[first : first + EACH])
        return [heads[one] for one in fitting[first : first + EACH]], len(fitting)
    shown = tallies.stories(order=asked.order, disputed=asked.disputed, outlets=wanted, limit=EACH, offset=first)
    return shown, tallies.count_stories(disputed=asked.disputed, outlets=wanted)


def _fits(head: StoryTitle, words: Sequence[str], asked: StoriesAsked) -> bool:
    """Whether a story's title holds all the words, which are folded, and it lies between the dates."""
    days = f"{head.first}/{head.last or head.first}" if head.first else None
    return within(days, since=asked.since, until=asked.until) and all(word in fold(head.title) for word in words)


def _rows(tallies: Tallies, shown: Sequence[StoryHead]) -> tuple[StoryRow, ...]:
    missing = _summarise(tallies, [head.id for head in shown if head.summary is None])
    return tuple(_row(head, head.summary or missing[head.id]) for head in shown)


def summarise_stories(read: ReadView, *, most: int | None = None) -> dict[str, StorySummary]:
    """What the documents of stories come to, to be kept; of those of which it is not kept, ``most`` at once."""
    tallies = Tallies(read.engine)
    stories = tallies.unsummed()[:most]
    found = (_summarise(tallies, stories[first : first + 500]) for first in range(0, len(stories), 500))
    return {story: summary for portion in found for story, summary in portion.items()}


def _summarise(tallies: Tallies, stories: Sequence[str]) -> dict[str, StorySummary]:
    held: dict[str, list[Member]] = {one: [] for one in stories}
    for member in tallies.members(stories):
        held[member.story].append(member)
    documents = [member.id for members in held.values() for member in members]
    edges = tallies.edges_among(stories) if stories else []
    text_of = {one: index for index, group in enumerate(collapse_copies(documents, edges)) for one in group}
    return {story: _summary(members, text_of) for story, members in held.items()}


def _summary(members: Sequence[Member], text_of: Mapping[str, int]) -> StorySummary:
    return StorySummary(
        articles=len({one.article for one in members}),
        texts=len({text_of[one.id] for one in members}),
        outlets=outlets_of(one.outlet for one in members),
        nameless=sum(1 for one in members if not one.outlet),
    )


def _row(head: StoryHead, summary: StorySummary) -> StoryRow:
    return StoryRow(
        id=head.id,
        title=" ".join(head.title.split()),
        first=head.first,
        last=head.last,
        articles=summary.articles,
        versions=head.documents,
        texts=summary.texts,
        outlets=summary.outlets,
        nameless=summary.nameless,
        claims=head.claims,
        disputed=head.disputed,
        disagreements=head.points,
    )
