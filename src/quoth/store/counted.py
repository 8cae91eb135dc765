"""The short rows that lists are made of: documents, outlets, people and stories without their texts, with what is counted of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its text."""

    id: str
    article: str
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Dated:
    """When one version of an article came out, was changed, was collected and was added (``number``: the order in the ledger)."""

    id: str
    article: str
    published: str | None
    modified: str | None
    fetched: str | None
    number: int


@dataclass(frozen=True, slots=True)
class OutletTally:
    """An outlet, with how many documents and articles it has and between which dates."""

    outlet: str | None
    documents: int
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ActorTally:
    """An actor, with how many statements it makes and in how many documents."""

    id: str
    name: str
    kind: str
    country: str | None
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What the documents of a story come to."""

    articles: int
    texts: int
    outlets: tuple[str, ...]
    """Those whose name is known, in order of their first article."""
    nameless: int


@dataclass(frozen=True, slots=True)
class StoryHead:
    """A story without its documents, with what is counted of it."""

    id: str
    title: str
    first: str | None
    last: str | None
    documents: int
    claims: int
    disputed: int
    points: int
    summary: StorySummary | None
    """None where it is not kept: copies or documents of the story have changed since links were worked out."""


class StoryTitle(NamedTuple):
    """What a story is called, and between which dates it lies."""

    id: str
    title: str
    first: str | None
    last: str | None


class Member(NamedTuple):
    """A document of a story, in short."""

    story: str
    id: str
    article: str
    outlet: str | None
    published: str | None


class Edge(NamedTuple):
    """An edge between two documents without its receipt."""

    copy: str
    source: str
    kind: str
    score: float


StoryOrder = Literal["large", "new", "disputed"]
