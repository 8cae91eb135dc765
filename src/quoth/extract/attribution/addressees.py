"""Whom words for a listener mean where only the statements around them tell: "me" in a quotation, and who is answered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quoth.records import Stance, Statement

UNHEARD: frozenset[Stance] = frozenset({"thinks", "none", "declines"})
"""Stances in which nothing is said that could be answered."""
ME = frozenset({"me", "myself"})


def address(statements: Sequence[Statement], told: Mapping[str, str], starts: Sequence[int]) -> tuple[Statement, ...]:
    """The nested statements in order, with the listeners that follow from others.

    ``told`` gives the words for the listener by statement, ``starts`` where each paragraph begins.
    """
    by_id = {statement.id: statement for statement in statements}
    return tuple(_addressed(statement, by_id, told, starts) for statement in statements)


def _addressed(statement: Statement, by_id: Mapping[str, Statement], told: Mapping[str, str], starts: Sequence[int]) -> Statement:
    if statement.addressee is not None:
        return statement
    words = told.get(statement.id, "").lower()
    if words in ME:
        listener = _quoted(statement, by_id)
    elif not words and statement.act == "reply" and not statement.negated:
        listener = _answered(statement, by_id, starts)
    else:
        return statement
    return replace(statement, addressee=listener) if listener != statement.speaker else statement


def _quoted(statement: Statement, by_id: Mapping[str, Statement]) -> str | None:
    """Who says "me": the speaker of the quotation that it stands in."""
    outer = by_id.get(statement.parent or "")
    return outer.speaker if outer is not None and outer.form != "indirect" else None


def _answered(statement: Statement, by_id: Mapping[str, Statement], starts: Sequence[int]) -> str | None:
    """Who is answered: the last other speaker before in the paragraph; not who reports the answer, nor who speaks in it."""
    place = bisect_right(starts, statement.cue.spans[0].start)
    above = set(_above(statement, by_id))
    before = [
        other
        for other in by_id.values()
        if other.cue.spans[0].start < statement.cue.spans[0].start
        and bisect_right(starts, other.cue.spans[0].start) == place
        and other.id not in above
        and statement.id not in _above(other, by_id)
        and other.stance not in UNHEARD
        and other.speaker not in {None, statement.speaker, *(by_id[one].speaker for one in above)}
    ]
    return max(before, key=lambda other: other.cue.spans[0].start).speaker if before else None


def _above(statement: Statement, by_id: Mapping[str, Statement]) -> list[str]:
    """The statements that one stands in, innermost first."""
    found: list[str] = []
    parent = statement.parent
    while parent is not None and parent in by_id and parent not in found:
        found.append(parent)
        parent = by_id[parent].parent
    return found
