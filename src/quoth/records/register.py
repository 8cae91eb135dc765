"""What a user knows beforehand: who is who."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that a register gives somebody, with what it is of and the ISO 8601 dates of its first and last day, where it says so."""

    text: str
    of: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry of a user's own register: who somebody or something is, by all its names."""

    id: str
    """As the register has it: ``Q42``, ``NK-1``, ``mayor-of-halden``."""
    file: str
    """The file it was read from, by its name."""
    name: str
    names: tuple[str, ...]
    """All of them, ``name`` among them."""
    kind: ActorKind | None
    """None where the register does not say."""
    country: str | None
    titles: tuple[Tenure, ...] = ()
