"""Participants of a document while it is being read: who they are so far, and the names that were found for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from quoth.extract.reference.found import NameFound
from quoth.extract.reference.titles_of import Office
from quoth.lexicon.titles import Gender
from quoth.records import ActorKind, Mention, Title


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a participant has, with what it is of."""

    office: Office
    of: str | None
    country: str | None

    @property
    def title(self) -> Title:
        """As a record."""
        return Title(self.office.text, self.of)


@dataclass(slots=True, eq=False)
class Participant:
    """A participant while a document is being read; grows until it is made a ``Referent``."""

    kind: ActorKind
    name: str
    country: str | None = None
    gender: Gender | None = None
    plural: bool = False
    named: bool = True
    """It has a name of its own; False for those only described."""
    names: Counter[str] = field(default_factory=Counter)
    held: list[Held] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    """For bodies and descriptions: their words, for comparison."""
    members: list[Participant] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    """Head nouns of the offices that stand before its full name, and the more general nouns for them in ``covered``."""
    covered: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Named:
    """A name at a place, with the titles that stand before it."""

    found: NameFound
    offices: tuple[Office, ...]
    in_place: bool
    """A preposition of place stands before it."""
    subject: bool
    """It is the subject of a clause."""
    articled: bool = False
    """It is more than one word with an article right before it, as names of ships and buildings are: "the Blue Heron"."""
    apposed: bool = False
    """What one person is, or an age, stands behind it: "Ann Lee, a senior economist", "Lee, 43,"."""
    embodied: bool = False
    """A noun for what bodies are stands right beside it: "the newspaper Halden", "the Halden party"."""
