"""What the documents around two mentions say for one actor: the same story, the same company, days between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from quoth.lexicon.names import fold
from quoth.records import Referent, Story

SHARED = 2
"""Other named actors that two documents must share to be taken for the same company."""
MANY = 20
"""Documents from which on a name is looked at for being in too many of them to tell anything."""
USUAL = 0.1
"""The share of all documents from which on a name tells nothing of the company there."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around documents, by identifier."""

    company: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The folded names of the bodies, outlets and people of full name that it tells of, without those that most tell of."""
    stories: Mapping[str, str] = field(default_factory=dict)
    """The story it is in, where it is in one."""
    days: Mapping[str, date] = field(default_factory=dict)
    """Its date, where it has one."""

    def together(self, one: str, other: str) -> str | None:
        """Why two documents can be taken to speak of the same people of one name; None where nothing says so."""
        if one in self.stories and self.stories[one] == self.stories.get(other):
            return "in one story"
        return "in the same company" if self.shared(one, other) >= SHARED else None

    def shared(self, one: str, other: str) -> int:
        """How many other actors two documents share."""
        return len(self.company.get(one, frozenset()) & self.company.get(other, frozenset()))


def survey(referents: Iterable[Referent], *, stories: Iterable[Story] = (), days: Mapping[str, date] | None = None) -> Surroundings:
    """The surroundings that referents make for each other. States are in too many documents to tell."""
    found = companies(referents)
    counts = Counter(name for names in found.values() for name in names)
    most = too_many(len(found))
    return make_surroundings(found, {name for name, count in counts.items() if count > most}, stories, days or {})


def make_surroundings(
    found: Mapping[str, Collection[str]], usual: Collection[str], stories: Iterable[Story], days: Mapping[str, date]
) -> Surroundings:
    """Surroundings by the names that each document tells of, without the ``usual`` ones."""
    return Surroundings(
        company={document: frozenset(names).difference(usual) for document, names in found.items()},
        stories={document: story.id for story in stories if len(story.documents) > 1 for document in story.documents},
        days=days,
    )


def companies(referents: Iterable[Referent]) -> dict[str, set[str]]:
    """The folded names of the bodies, outlets and people of full name that each document tells of."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in referents:
        names = found[one.document]
        if one.kind in {"body", "outlet"} or (one.kind == "person" and " " in one.name and one.names):
            names.add(fold(one.name))
    return found


def too_many(documents: int) -> float:
    """In more than so many of these documents a name tells nothing of the company there."""
    return max(MANY, USUAL * documents)
