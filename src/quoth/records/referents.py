"""Who and what one document tells of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.records.evidence import Span
from quoth.records.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which a referent is named, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Title:
    """An office or role said of a person ("defence minister"), with what it is of ("Russian") where the text says so."""

    text: str
    of: str | None = None
    """A state, body or outlet named with it, in its plain name (``Russia`` for "Russian")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to a referent: a name, a description ("the Ukrainian leader") or a pronoun."""

    span: Span
    text: str
    form: Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Referent:
    """A participant as one document tells of it: all its mentions there. Referents are joined to actors across documents."""

    id: str
    """``identify("referent", document, start, end)`` of its first mention."""
    document: str
    name: str
    """The fullest name the document gives, without title and possessive; for a group its description."""
    kind: ActorKind
    names: tuple[Name, ...]
    titles: tuple[Title, ...]
    mentions: tuple[Mention, ...]
    country: str | None = None
    """The state it belongs to, by its plain English name, where the document or the gazetteer tells."""
    members: tuple[str, ...] = ()
    """``Referent.id`` of each, where this is a list that speaks as one ("France, the UK and the US")."""
