"""Whose own plan a statement tells: what two people say that they will do are two claims, however alike the words are."""

from __future__ import annotations

import re

from quoth.records import Actor, Statement

_TO_DO = re.compile(r"[“\"‘']?to [a-z]+", re.IGNORECASE)
_OF_ONE = frozenset({"i", "he", "she", "they"})
"""Subjects by which a person is told to speak of themselves; "we" are others, too."""


def whose_plan(statement: Statement, speaker: Actor | None) -> str | None:
    """Last name, in small letters, of a person who says what they themselves will do: "announced that she would resign", "vowed to leave"."""
    if speaker is None or speaker.kind != "person" or statement.negated or not _is_plan(statement):
        return None
    return speaker.name.lower().split()[-1]


def _is_plan(statement: Statement) -> bool:
    said = statement.proposition
    if said is None or statement.stance not in {"asserts", "promises", "threatens"}:
        return False
    if statement.stance != "asserts" and _TO_DO.match(statement.content.text.strip()):
        return True
    doers = {part.word for part in said.parts if part.of == said.main and part.role == "agent"}
    return said.main >= 0 and said.modality == "will" and bool(doers) and doers <= _OF_ONE
