"""All that linking and grouping works out over the corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quoth.records.claims import Claim, Disagreement
from quoth.records.lineage import Copy
from quoth.records.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, state, place, outlet or unnamed group over all documents."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    referents: tuple[str, ...]
    evidence: tuple[str, ...]
    """Why these referents are one: one short line for each kind of evidence, with the names that it joined ("same full name: Ada Dolan");
    then, in lines that begin with ``undecided: ``, whom it may be as well."""


@dataclass(frozen=True, slots=True)
class ContactEvent:
    """One contact as a whole: the tellings of it that agree on parties, kind and day."""

    id: str
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about the same run of events. ``title`` is taken from the documents' own words."""

    id: str
    title: str
    documents: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Blocks:
    """What is kept of how mentions bear on each other: which tables (``store.blocks``) have which rows more, or in place of others."""

    whole: bool
    """Whether these are all there is."""
    rows: Mapping[str, Sequence[tuple[object, ...]]]
    """By table."""
    merged: Mapping[int, int] = field(default_factory=dict)
    """Blocks that are part of another now."""
    unlent: frozenset[str] = frozenset()
    """Mentions of which it is no more known, beside these rows, that they lend their state."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What of the links was worked out anew, and what it rests on."""

    under: str
    """The name of how stories were linked, and of what besides documents went into it: others are worked out anew."""
    stories: frozenset[str] | None
    """Whose claims and points were worked out; those of the others stay. None where all were."""
    asked: Mapping[str, frozenset[str]]
    """By story the keys of outlets for which it was asked whether the corpus has them."""
    seen: Mapping[str, int]
    """Documents whose findings had changed, with how often."""
    actors: frozenset[str] | None = None
    """The actors that those given stand in place of; the others stay. None where all are given."""
    blocks: Blocks | None = None
    """What is kept so that one more document changes but the actors that it bears on; None where nothing of it is known."""


@dataclass(frozen=True, slots=True)
class Links:
    """All that linking and grouping works out over the corpus."""

    actors: tuple[Actor, ...] = ()
    copies: tuple[Copy, ...] = ()
    events: tuple[ContactEvent, ...] = ()
    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    before: Mapping[str, Mapping[str, object | None]] = field(default_factory=dict)
    """By field and identifier: what they were before people's judgements, where these changed them; None for what was not there."""
    judged: frozenset[str] = frozenset()
    """The judgements that went into them."""
    renewed: Renewed | None = None
    """None where all links are given, and nothing is known of what they rest on."""
