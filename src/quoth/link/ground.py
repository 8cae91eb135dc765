"""What the aligning of claims and disagreements stands on: documents, actors, copies and stories, made once and looked up often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quoth.records import Actor, Copy, Document, Story


@dataclass(frozen=True, slots=True)
class Ground:
    """The corpus as far as it is linked already."""

    documents: Mapping[str, Document]
    """By identifier. Their texts are not read: documents with an empty ``text`` do."""
    actors: Mapping[str, Actor]
    """By identifier."""
    actor_of: Mapping[str, str]
    """Referent → actor."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Referent of a list ("France, the UK and the US") → the referents that it lists; each of them takes the stance."""
    copies: Sequence[Copy] = ()
    stories: Sequence[Story] = ()
