"""What stories are made of: of each document what is compared, what it names, and how near its nearest are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.group.gathering import Run, gather
from quoth.group.gists import Gist
from quoth.group.growing import Growing
from quoth.group.index import Vector
from quoth.group.likeness import FLOOR, Compared, Profile, compare, fading, log_odds, weigh
from quoth.group.linkage import Linkage, Pair
from quoth.group.months import find_months
from quoth.group.nearest import Around, Nearest
from quoth.group.titles import Heading, choose_title
from quoth.group.worth import Worth
from quoth.lexicon.likeness import likeness_weights
from quoth.records import Story, identify

JOIN = -1.0
"""Average log odds from which two groups of documents are one story: the middle of where it makes little difference on the halves tuned on."""
SERIES = 2.0
"""Log odds that two untitled posts of one channel have beside: they do not tell again what the one before told."""

Tie = tuple[str, str]
"""Two documents that are of one story whatever else they hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as it is grouped."""

    heading: Heading
    profile: Profile
    months: Vector

    @staticmethod
    def of(gist: Gist, worth: Worth) -> Entry:
        """The entry of a gist."""
        (profile,) = weigh([gist.words], worth)
        return Entry(gist.heading, profile, find_months(gist.words.dates))

    @property
    def rank(self) -> tuple[str, str]:
        """Its place among others."""
        return self.heading.published or "9999", self.heading.document


def find_pairs(entries: Sequence[Entry], nearest: Iterable[Nearest]) -> list[Pair]:
    """The pairs of documents that are not as unlike as any. ``entries`` are in order."""
    around = Around(nearest, [one.heading.document for one in entries])
    compared = compare([one.profile for one in entries], [one.heading.day for one in entries], around)
    return list(pairs_of(entries, compared))


def find_events(entries: Sequence[Entry], pairs: Iterable[Pair], ties: Iterable[Tie]) -> list[list[int]]:
    """Groups of documents that tell of one event, as numbers in order. ``entries`` are in order."""
    groups = _bound([one.heading.document for one in entries], ties)
    days = [one.heading.day.toordinal() if one.heading.day else None for one in entries]
    return Linkage(groups, pairs, floor=FLOOR, days=days, fading=fading, months=[one.months for one in entries]).join(JOIN)


def pairs_of(entries: Sequence[Entry], compared: Iterable[Compared]) -> Iterator[Pair]:
    """The pairs of documents that are not as unlike as any, with their log odds."""
    for one in compared:
        channel = entries[one.number].heading.channel
        for other, score in zip(one.others.tolist(), log_odds(one.features).tolist(), strict=True):
            if score > FLOOR:
                yield one.number, other, score + (SERIES if channel and channel == entries[other].heading.channel else 0.0)


def least_score() -> float:
    """Log odds that at least one pair of two groups has if they are ever joined: an average is no more than its highest."""
    weights = likeness_weights()
    return JOIN - max(0.0, weights["near"], weights["far"])


def put_together(entries: Sequence[Entry], groups: Iterable[Sequence[int]]) -> list[Run]:
    """The runs of events that these events are parts of."""
    return gather([_growing(group, entries) for group in groups])


def story_of(run: Run, entries: Sequence[Entry]) -> Story:
    """A story's record. It is named by its first document, so that later documents leave its identifier as it is."""
    held = {number: entries[number].heading for number in sorted(run.story.members)}
    dates = [heading.published[:10] for heading in held.values() if heading.published]
    nearness = {heading.document: run.story.words.likeness(run.story.members[number]) for number, heading in held.items()}
    return Story(
        id=identify("story", entries[min(held)].heading.document),
        title=choose_title(list(held.values()), nearness),
        documents=tuple(heading.document for heading in held.values()),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )


def in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Stories by their first publication, then identifier."""
    return tuple(sorted(stories, key=lambda story: (story.first or "9999", story.id)))


def _growing(numbers: Sequence[int], entries: Sequence[Entry]) -> Growing:
    story = Growing()
    for number in numbers:
        one = entries[number]
        words, names = (one.profile.vectors[kind] for kind in ("words", "names"))
        story.add(number, words, names, one.heading.day, one.heading.channel, months=one.months)
    return story


def _bound(documents: Sequence[str], ties: Iterable[Tie]) -> list[list[int]]:
    """Every document with those that it is tied to, as numbers in order."""
    numbers = {document: number for number, document in enumerate(documents)}
    leader = list(range(len(documents)))
    for one, other in ties:
        if one in numbers and other in numbers:
            first, second = sorted((_leader(leader, numbers[one]), _leader(leader, numbers[other])))
            leader[second] = first
    groups: dict[int, list[int]] = {}
    for number in range(len(documents)):
        groups.setdefault(_leader(leader, number), []).append(number)
    return list(groups.values())


def _leader(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


def replies(posts: Mapping[str, tuple[tuple[str, str] | None, tuple[str, str] | None]]) -> set[Tie]:
    """Posts and what they answer in the same channel. ``posts``: of documents in order, the post that each is, and that it answers."""
    named = {post: document for document, (post, _) in posts.items() if post}
    return {(document, named[answers]) for document, (_, answers) in posts.items() if answers and answers in named}
