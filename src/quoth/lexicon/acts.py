"""What speakers do in saying something: the finer acts, their stances, and the event codes that they fall under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from quoth.lexicon.table import read_table
from quoth.records import Act, Stance


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """One act of ``acts.tsv``."""

    act: Act
    stance: Stance
    event: str | None
    """Its PLOVER event type; None where PLOVER codes nothing of the kind."""
    mode: str | None
    """Its PLOVER mode; None where the words of saying do not tell it."""
    cameo: str | None
    """The CAMEO code beside it, for older data."""
    meaning: str


@cache
def speech_acts() -> Mapping[Act, SpeechAct]:
    """All acts by name, in the order of the table."""
    return {
        cast("Act", row["act"]): SpeechAct(
            act=cast("Act", row["act"]),
            stance=cast("Stance", row["stance"]),
            event=row["event"] or None,
            mode=row["mode"] or None,
            cameo=row["cameo"] or None,
            meaning=row["meaning"],
        )
        for row in read_table("acts")
    }


@cache
def plain_acts() -> Mapping[Stance, Act]:
    """What a word of each stance does where nothing finer is known; stance ``none`` has no act."""
    return {cast("Stance", row["stance"]): cast("Act", row["act"]) for row in read_table("acts") if row["plain"] == "yes"}


def plover_of(act: Act | None, *, negated: bool) -> tuple[str, str | None] | None:
    """The PLOVER event type and mode of an act; None where it has none, or where the text says that it was not done."""
    found = None if act is None or negated else speech_acts()[act]
    return None if found is None or found.event is None else (found.event, found.mode)
