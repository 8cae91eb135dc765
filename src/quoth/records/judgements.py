"""What people decided over findings."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records.vocabulary import Json


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision over a finding; kept apart from findings and never overwritten by them."""

    id: str
    kind: str
    """What it is about: ``actor``, ``story``, ``claim``, ``article``, a kind of finding (``statement``, ``contact``, ``quantity``, ``term``, ``time``,
    ``copy``, ``disagreement``), or ``judgement`` for one that takes another back."""
    subject: str
    """Identifiers, parted by a space: of the finding; of two or more referents (``actor``), documents (``story``) or statements (``claim``);
    of an ``article`` what its versions share (``Document.article``)."""
    verdict: str
    """``same``, ``apart``, ``opposed``, ``rejected``, ``aside`` (the article counts nowhere), ``undone``, or what is right instead: a JSON object of a statement's fields."""
    by: str
    at: str
    """ISO 8601 date-time with microseconds, later than that of every judgement made in this ledger before."""
    note: str | None
    answers: str | None = None
    """The judgement on the same things that stood when this one was made; None where it was the first."""
    found: dict[str, Json] | None = None
    """What was found when it was judged: enough to know it again after another reading, and to learn from it."""
