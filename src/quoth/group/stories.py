"""Stories: documents about the same run of events, by shared names and rare words, nearness in time, and copies.

Documents are taken in order of publication, each into the story that it is most like, or a new one (single-pass clustering, as in topic
detection and tracking: Allan 2002); then each is put once more where it fits best, and stories that turn out alike are joined. The order
in which documents are given changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp

from quoth.group.growing import Growing, Vector
from quoth.group.titles import Heading, choose_title, read_heading
from quoth.group.words import count_words, frequencies, weigh
from quoth.records import Copy, Document, Segment, Story, identify

LIKE, LIKE_DATED = 0.25, 0.18
"""Likeness (cosine with the story's mean) from which a document belongs to a story; the second where both have dates, so that nearness in
time stands for part of it. Measured on ECB+ sub-topics (undated) and editors' round-ups (dated)."""
JOIN, JOIN_DATED = 0.45, 0.25
"""Likeness from which two stories are one. Of a story of one or two documents the likeness of a document is asked."""
SERIES = 0.5
"""Share of the likeness that is asked of a short post where the story holds others of the same channel."""
NEAR = 2
"""Days from a story's nearest document within which time takes nothing off the likeness."""
FADE = 4.0
"""Further days after which e times less is left of it."""
PROBES = 25
"""Heaviest words of a document by which stories that hold them are looked up."""
CROWDED = 500
"""Stories that share a word, from which on it is no use for finding the few that are alike. Keeps placing linear."""

Page = tuple[Document, Sequence[Segment]]


def group_stories(pages: Iterable[Page], *, copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    """The stories of all documents, those of one document included; in order of first publication, then identifier.

    ``copies`` keep a document with what it shares its text with (citations do not). Linear in documents but for the stories that share
    rare words with each. Titles are the words of the document nearest to the story's middle.
    """
    headings, counted = [], {}
    for document, segments in pages:
        headings.append(read_heading(document, segments))
        counted[document.id] = count_words(document, segments)
    headings.sort(key=lambda heading: (heading.published or "9999", heading.document))
    frequency = frequencies(counted.values())
    vectors = [weigh(counted.pop(heading.document), frequency, len(headings)) for heading in headings]
    shelf = Shelf(headings, vectors)
    for members in _copied(headings, copies):
        shelf.open(members)
    for number in range(len(headings)):
        shelf.place(number)
    for number in range(len(headings)):
        shelf.place(number)
    shelf.join()
    return _stories(shelf)


def _copied(headings: Sequence[Heading], copies: Sequence[Copy]) -> Iterator[list[int]]:
    """Groups of documents that share their text or answer one another, as numbers in order; single ones are left out."""
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
    return (members for members in groups.values() if len(members) > 1)


def _replies(headings: Sequence[Heading]) -> Iterator[tuple[str, str]]:
    """Posts and what they answer in the same channel."""
    posts = {heading.post: heading.document for heading in headings if heading.post}
    return ((heading.document, posts[heading.answers]) for heading in headings if heading.answers and heading.answers in posts)


def _leader(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


class Shelf:
    """The stories while documents are being put into them, with an index from words to stories."""

    def __init__(self, headings: Sequence[Heading], vectors: Sequence[Vector]) -> None:
        self.headings = headings
        self.vectors = vectors
        self.stories: list[Growing] = []
        self.of: dict[int, int] = {}
        self.bound: set[int] = set()
        self.by_word: dict[str, set[int]] = defaultdict(set)

    def open(self, members: Sequence[int]) -> None:
        """A story of documents that share their text and are not taken apart again."""
        self.bound.update(members)
        self.stories.append(Growing())
        for number in members:
            self._put(number, len(self.stories) - 1)

    def place(self, number: int) -> None:
        """The document into the story that it is most like, out of any other; into a new one where none is like enough."""
        if number in self.bound:
            return
        if number in self.of:
            self.stories[self.of.pop(number)].remove(number)
        fit, best = max(((self.fit(number, story), -story) for story in self.near(self.vectors[number])), default=(0.0, 0))
        if fit < 1.0:
            self.stories.append(Growing())
            best = 1 - len(self.stories)
        self._put(number, -best)

    def _put(self, number: int, story: int) -> None:
        self.of[number] = story
        self.stories[story].add(number, self.vectors[number], self.headings[number].day, self.headings[number].channel)
        for word in _probes(self.vectors[number]):
            self.by_word[word].add(story)

    def near(self, vector: Vector) -> set[int]:
        """Stories that share one of a vector's heaviest words, words that very many stories share left aside."""
        found: set[int] = set()
        for word in _probes(vector):
            stories = self.by_word.get(word, ())
            if len(stories) <= CROWDED:
                found.update(stories)
        return {story for story in found if self.stories[story].members}

    def fit(self, number: int, story: int) -> float:
        """How much a document is like a story, days between them taken into account; 1 is enough to belong to it."""
        growing = self.stories[story]
        days = growing.days_from(self.headings[number].day)
        series = self.headings[number].channel in growing.channels.values()
        least = (LIKE if days is None else LIKE_DATED) * (SERIES if series else 1.0) / _fading(days)
        return growing.likeness(self.vectors[number]) / least if least < 1.0 else 0.0  # no likeness makes up for such a gap

    def join(self) -> None:
        """Makes one of stories that are alike, smaller into larger, until no two are."""
        for number in sorted(range(len(self.stories)), key=lambda story: (len(self.stories[story].members), -story)):
            growing = self.stories[number]
            mean = growing.direction()
            others = [other for other in self.near(mean) if other != number]
            ranked = [(self._alike(growing, mean, other), len(self.stories[other].members), -other) for other in others]
            fit, _, best = max(ranked, default=(0.0, 0, 0))
            if fit >= 1.0:
                for member in list(growing.members):
                    growing.remove(member)
                    self._put(member, -best)

    def _alike(self, growing: Growing, mean: Vector, other: int) -> float:
        days = growing.days_apart(self.stories[other])
        small = len(growing.members) <= 2
        series = small and not set(growing.channels.values()).isdisjoint(self.stories[other].channels.values())
        least = (JOIN if days is None else LIKE_DATED if small else JOIN_DATED) * (SERIES if series else 1.0) / _fading(days)
        return self.stories[other].likeness(mean) / least if least < 1.0 else 0.0


def _fading(days: int | None) -> float:
    """What is left of a likeness over so many days; never quite nothing."""
    return 1.0 if days is None or days <= NEAR else exp(-min(days - NEAR, 100) / FADE)


def _probes(vector: Vector) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:PROBES]


def _stories(shelf: Shelf) -> tuple[Story, ...]:
    found = (_story(growing, shelf) for growing in shelf.stories if growing.members)
    return tuple(sorted(found, key=lambda story: (story.first or "9999", story.id)))


def _story(growing: Growing, shelf: Shelf) -> Story:
    """A story's record. It is named by its first document, so that later documents leave its identifier as it is."""
    members = sorted(growing.members)
    headings = [shelf.headings[number] for number in members]
    dates = [heading.published[:10] for heading in headings if heading.published]
    nearest: Mapping[str, float] = {
        heading.document: growing.likeness(shelf.vectors[heading_number])
        for heading, heading_number in zip(headings, members, strict=True)
    }
    return Story(
        id=identify("story", headings[0].document),
        title=choose_title(headings, nearest),
        documents=tuple(heading.document for heading in headings),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )
