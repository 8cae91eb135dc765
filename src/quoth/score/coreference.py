"""Who is who, inside a document and across documents, against gold mentions (``score.entities``).

A gold mention is found where a mention of a referent is the same words for one thing: each covers the head word of the other; of several
the one that shares most with it. All figures are over the mentions found, and how many those are is told beside them. Across documents
the actors are compared with the gold's entities, and beside them two plain baselines over the same referents: one name, one actor; and
one surname, one person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quoth.records import Actor, Referent, Span
from quoth.score.clusterings import Compared, Pairs, compare, compare_pairs
from quoth.score.entities import Entity, EntityArticle, Kind
from quoth.score.figures import Figure
from quoth.score.mentions import head_of

PEOPLE_AND_BODIES: AbstractSet[Kind] = frozenset({"person", "body"})
PLACES: AbstractSet[Kind] = frozenset({"place"})


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A gold mention and the referent that has it."""

    topic: str
    document: str
    span: Span
    entity: Entity
    referent: str


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a corpus that were found, and how many there are."""

    mentions: tuple[FoundMention, ...]
    gold: int

    @property
    def coverage(self) -> float:
        """The share of the gold's mentions that were found."""
        return len(self.mentions) / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Across:
    """Actors beside the gold's entities. ``pairs`` are of mentions in different documents."""

    chains: Compared
    pairs: Pairs
    false_merges: int
    """Referents beyond those of its most frequent entity that an actor holds: how many a person would have to take out."""


def find_mentions(articles: Iterable[tuple[EntityArticle, Iterable[Referent]]], kinds: AbstractSet[Kind]) -> Found:
    """The gold's mentions of these kinds with the referents that have them. Lists are no one of their own."""
    found, gold = [], 0
    for article, referents in articles:
        text = article.document.text
        ours = [(one.span, head_of(text, one.span), each.id) for each in referents if not each.members for one in each.mentions]
        for span, entity in article.mentions.items():
            if entity.kind in kinds:
                gold += 1
                referent = _meant(span, head_of(text, span), ours)
                if referent is not None:
                    found.append(FoundMention(article.topic, article.document.id, span, entity, referent))
    return Found(tuple(found), gold)


def _meant(span: Span, head: Span, ours: Sequence[tuple[Span, Span, str]]) -> str | None:
    able = [(_share(span, one), name) for one, other, name in ours if _covers(one, head) and _covers(span, other)]
    return max(able)[1] if able else None


def _covers(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end


def _share(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0


def score_within(found: Found) -> Figure:
    """B³ of the referents of each document."""
    ours = {f"{number}": (one.document, one.referent) for number, one in enumerate(found.mentions)}
    gold = {f"{number}": (one.document, one.entity.key) for number, one in enumerate(found.mentions)}
    return compare(ours, gold).b_cubed


def score_across(found: Found, actor_of: Mapping[str, str]) -> Across:
    """Actors, given by referent, beside the gold's entities; entities of two topics are not compared."""
    names = [f"{number}" for number in range(len(found.mentions))]
    ours = {name: (one.topic, actor_of[one.referent]) for name, one in zip(names, found.mentions, strict=True)}
    gold = {name: (one.topic, one.entity.key) for name, one in zip(names, found.mentions, strict=True)}
    place = {name: one.document for name, one in zip(names, found.mentions, strict=True)}
    return Across(compare(ours, gold), compare_pairs(ours, gold, place), _false_merges(found, actor_of))


def _false_merges(found: Found, actor_of: Mapping[str, str]) -> int:
    held: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for referent, (topic, key) in main_entities(found).items():
        held[topic, actor_of[referent]][key] += 1
    return sum(counts.total() - max(counts.values()) for counts in held.values())


def main_entities(found: Found) -> dict[str, tuple[str, str]]:
    """The topic and entity that most mentions of each referent have."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for one in found.mentions:
        counts[one.referent][one.topic, one.entity.key] += 1
    return {referent: min(held, key=lambda key: (-held[key], key)) for referent, held in counts.items()}


def by_actor(actors: Iterable[Actor]) -> dict[str, str]:
    """The actor of each referent."""
    return {referent: actor.id for actor in actors for referent in actor.referents}


def by_full_name(referents: Iterable[Referent]) -> dict[str, str]:
    """The baseline of equal names: referents with the same fullest name are one, those without a name are each their own."""
    return {one.id: one.name.casefold() if one.names else one.id for one in referents}


def by_surname(referents: Iterable[Referent]) -> dict[str, str]:
    """The baseline of equal surnames: people with the same last word of their name are one, all else as by equal names."""
    referents = list(referents)
    last = {one.id: one.name.split()[-1].casefold() for one in referents if one.kind == "person" and one.names}
    return by_full_name(referents) | last
