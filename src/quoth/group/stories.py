"""Stories: documents about the same run of events, by words, names, figures, dates and nearness in time, and copies.

Each document is compared with those that share rare words with it (``likeness``); then documents, and what copies bind together, are joined
by average linkage while it is likely enough that they tell of one event (``linkage``), and the events of one run put together (``gathering``). All
are functions of the set: the order in which documents are given or arrived changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoth.group.gathering import gather
from quoth.group.gists import Gist, read_gist
from quoth.group.growing import Growing
from quoth.group.index import Vector
from quoth.group.likeness import FLOOR, Compared, compare, fading, log_odds, weigh
from quoth.group.linkage import Linkage, Pair
from quoth.group.months import find_months
from quoth.group.titles import Heading, choose_title
from quoth.records import Copy, Document, Segment, Story, identify

JOIN = -0.75
"""Average log odds from which two groups of documents are one story: the middle of where it makes little difference on the halves tuned on."""
SERIES = 2.0
"""Log odds that two untitled posts of one channel have beside: they do not tell again what the one before told."""

Page = tuple[Document, Sequence[Segment]]


def group_stories(pages: Iterable[Page], *, copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    """The stories of all documents, those of one document included; in order of first publication, then identifier.

    ``copies`` keep a document with what it shares its text with (citations do not). Time and memory grow with the documents and with how many of
    them share rare words with each. Titles are the words of the document that is most like the others.
    """
    return group_gists((read_gist(*page) for page in pages), copies=copies)


def group_gists(gists: Iterable[Gist], *, copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    """``group_stories`` of documents that were read already."""
    ordered = sorted(gists, key=lambda gist: (gist.heading.published or "9999", gist.heading.document))
    headings = [gist.heading for gist in ordered]
    weighed = weigh([gist.words for gist in ordered])
    months = [find_months(gist.words.dates) for gist in ordered]
    pairs = list(_pairs(headings, compare(weighed, [heading.day for heading in headings])))
    days = [heading.day.toordinal() if heading.day else None for heading in headings]
    groups = Linkage(_bound(headings, copies), pairs, floor=FLOOR, days=days, fading=fading, months=months).join(JOIN)
    stories = gather([_growing(group, headings, weighed.vectors, months) for group in groups])
    found = (_story(story, headings) for story in stories)
    return tuple(sorted(found, key=lambda story: (story.first or "9999", story.id)))


def _pairs(headings: Sequence[Heading], compared: Iterable[Compared]) -> Iterator[Pair]:
    """The pairs of documents that are not as unlike as any, with their log odds."""
    for number, one in enumerate(compared):
        channel = headings[number].channel
        for other, score in zip(one.others.tolist(), log_odds(one.features).tolist(), strict=True):
            if score > FLOOR:
                yield number, other, score + (SERIES if channel and channel == headings[other].channel else 0.0)


def _bound(headings: Sequence[Heading], copies: Sequence[Copy]) -> Iterator[list[int]]:
    """Every document with those that it shares its text with, that answer it or that it answers, as numbers in order."""
    numbers = {heading.document: number for number, heading in enumerate(headings)}
    leader = list(range(len(headings)))
    edges = [(copy.copy, copy.source) for copy in copies if copy.kind != "citation"] + list(_replies(headings))
    for one, other in edges:
        if one in numbers and other in numbers:
            first, second = sorted((_leader(leader, numbers[one]), _leader(leader, numbers[other])))
            leader[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(headings)):
        groups[_leader(leader, number)].append(number)
    yield from groups.values()


def _replies(headings: Sequence[Heading]) -> Iterator[tuple[str, str]]:
    """Posts and what they answer in the same channel."""
    posts = {heading.post: heading.document for heading in headings if heading.post}
    return ((heading.document, posts[heading.answers]) for heading in headings if heading.answers and heading.answers in posts)


def _leader(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


def _growing(
    numbers: Sequence[int], headings: Sequence[Heading], vectors: Mapping[str, Sequence[Vector]], months: Sequence[Vector]
) -> Growing:
    story = Growing()
    for number in numbers:
        words, names = vectors["words"][number], vectors["names"][number]
        story.add(number, words, names, headings[number].day, headings[number].channel, months=months[number])
    return story


def _story(story: Growing, headings: Sequence[Heading]) -> Story:
    """A story's record. It is named by its first document, so that later documents leave its identifier as it is."""
    held = {number: headings[number] for number in sorted(story.members)}
    dates = [heading.published[:10] for heading in held.values() if heading.published]
    nearness = {heading.document: story.words.likeness(story.members[number]) for number, heading in held.items()}
    return Story(
        id=identify("story", headings[min(held)].document),
        title=choose_title(list(held.values()), nearness),
        documents=tuple(heading.document for heading in held.values()),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )
