"""What the documents around two mentions say for one actor: the same story, the same company, days between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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
    found: dict[str, set[str]] = defaultdict(set)
    documents = set()
    for one in referents:
        documents.add(one.document)
        if one.kind in {"body", "outlet"} or (one.kind == "person" and " " in one.name and one.names):
            found[one.document].add(fold(one.name))
    counts = Counter(name for names in found.values() for name in names)
    usual = {name for name, count in counts.items() if count > max(MANY, USUAL * len(documents))}
    return Surroundings(
        company={document: frozenset(names - usual) for document, names in found.items()},
        stories={document: story.id for story in stories if len(story.documents) > 1 for document in story.documents},
        days=days or {},
    )
