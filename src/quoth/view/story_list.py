"""The list of stories as a reader asks for it: by words, outlet, date, dispute; with what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quoth.store import ReadView, StoryHead, Tallies
from quoth.store.filters import within
from quoth.view.claims import is_disputed
from quoth.view.coverage import collapse_copies
from quoth.view.dates import LAST, date_key
from quoth.view.find import fold
from quoth.view.story import StoryRow, story_row

Order = Literal["large", "new", "disputed"]
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
    set_aside: int
    outlets: tuple[str, ...]
    fresh: tuple[str, ...]
    """Stories with an article of the latest day on which any was published."""


def story_list_page(read: ReadView, asked: StoriesAsked | None = None, *, number: int = 1) -> StoryListPage:
    """The stories that fit, ``EACH`` on a page; ``number`` counts pages from 1. Only those that are shown are read whole."""
    asked = asked or StoriesAsked()
    tallies = Tallies(read.engine)
    heads = tallies.stories()
    latest = max((head.last[:10] for head in heads if head.last), default=None)
    fitting = [head for head in heads if _fits(head, asked)]
    if asked.outlet is not None:
        fitting = _by_outlet(read, tallies, fitting, asked.outlet)
    disputes = _disputes(tallies) if asked.disputed or asked.order == "disputed" else Counter[str]()
    points = tallies.points()
    if asked.disputed:
        fitting = [head for head in fitting if disputes[head.id] or points.get(head.id)]
    fitting.sort(key=lambda head: _order(head, asked.order, disputes[head.id], points.get(head.id, 0)))
    shown = fitting[(number - 1) * EACH : number * EACH]
    rows = _rows(read, tallies, shown, points)
    return StoryListPage(
        rows=rows,
        found=len(fitting),
        each=EACH,
        documents=tallies.count_documents(),
        set_aside=tallies.count_set_aside(),
        outlets=read.outlets(),
        fresh=tuple(head.id for head in shown if latest and (head.last or "")[:10] == latest),
    )


def _fits(head: StoryHead, asked: StoriesAsked) -> bool:
    title = fold(head.title) if asked.words else ""
    days = f"{head.first}/{head.last or head.first}" if head.first else None
    return all(word in title for word in fold(asked.words or "").split()) and within(days, since=asked.since, until=asked.until)


def _by_outlet(read: ReadView, tallies: Tallies, heads: Sequence[StoryHead], name: str) -> list[StoryHead]:
    """Those of the stories with a document of the outlet; none where no outlet is called so."""
    outlet = next((one for one in read.outlets() if fold(one) == fold(name)), None)
    held = set(tallies.documents_of(outlet)) if outlet else set()
    having = {story.id for story in read.stories([head.id for head in heads]) if held & set(story.documents)} if held else set()
    return [head for head in heads if head.id in having]


def _disputes(tallies: Tallies) -> Counter[str]:
    """How many claims of each story are disputed."""
    return Counter(claim.story for claim in tallies.claims() if claim.story and is_disputed(claim.stances))


def _rows(read: ReadView, tallies: Tallies, shown: Sequence[StoryHead], points: Mapping[str, int]) -> tuple[StoryRow, ...]:
    stories = {story.id: story for story in read.stories([head.id for head in shown])}
    ids = [document for story in stories.values() for document in story.documents]
    heads = {head.id: head for head in tallies.heads(ids)}
    text_of = {one: index for index, group in enumerate(collapse_copies(heads, read.copies(ids))) for one in group}
    rows = []
    for one in shown:
        story = stories[one.id]
        held = sorted(
            (heads[document] for document in story.documents if document in heads), key=lambda head: head.published or LAST
        )
        rows.append(story_row(story, held, text_of, tuple(read.claims(story.id)), points.get(story.id, 0)))
    return tuple(rows)


def _order(head: StoryHead, order: Order, disputed: int, points: int) -> tuple[float, float, str, str]:
    if order == "new":
        return -_day_number(head.last), -head.documents, date_key(head.first), head.id
    if order == "disputed":
        return -disputed, -points, date_key(head.first), head.id
    return -head.documents, 0, date_key(head.first), head.id


def _day_number(edtf: str | None) -> float:
    """A number that grows with the date; that of an unknown date is the least."""
    digits = "".join(char for char in (edtf or "")[:10] if char.isdigit())
    return float(digits.ljust(8, "0")) if digits else 0.0
