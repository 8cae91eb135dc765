"""How sure a reading is, as a page shows it: what is marked unsure, and what a least score hides and counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Protocol

from quoth.errors import UsageError
from quoth.view.counts import count

UNSURE = 0.5
"""Below this a statement is marked unsure: it is more likely that something in it is misread than that nothing is."""
UNSURE_MEANS = "something in this reading is more likely wrong than not"


class Scored(Protocol):
    """What rests on the reading of a statement."""

    @property
    def score(self) -> float | None:
        """How sure that reading is, 0 to 1; None for what rests on no statement."""

    @property
    def unsure(self) -> bool:
        """Whether it is marked so."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a page leaves out because it scores less than ``min_score``: statements, and what rests on no other."""

    min_score: float = 0.0
    statements: int = 0
    claims: int = 0
    points: int = 0
    """Points on which accounts differ, of which fewer than two values are left."""


def checked_score(min_score: float) -> float:
    """The least score as it was given. Raises ``UsageError`` where it is none."""
    if not 0 <= min_score <= 1:
        raise UsageError(f"A least score of {min_score} was asked for, but scores go from 0 to 1. Give 0 to see everything.")
    return min_score


def is_unsure(score: float | None, min_score: float = 0.0) -> bool:
    """Whether a score is marked: under ``UNSURE``, and under the least score that was asked for."""
    return score is not None and score < max(UNSURE, min_score)


def score_text(score: float) -> str:
    """A score with two places, never shown surer than it is."""
    return str(Decimal(str(score)).quantize(Decimal("0.01"), ROUND_FLOOR))


def unsure_text(one: Scored) -> str:
    """The mark of what is unsure, in words ("unsure, score 0.42"); empty for what is not."""
    return f"unsure, score {score_text(one.score)}" if one.unsure and one.score is not None else ""


def noted(text: str, one: Scored) -> str:
    """A text with the mark of what is unsure after it, in brackets."""
    mark = unsure_text(one)
    return f"{text} ({mark})" if mark else text


def hidden_text(hidden: Hidden, *, what: str = "shown", command: str = "--min-score 0") -> str:
    """How much is not shown (or what else is not done with it) and how to see it; empty where nothing is hidden."""
    if not hidden.statements:
        return ""
    resting = [count(hidden.claims, "claim")] if hidden.claims else []
    resting += [count(hidden.points, "point of difference", "points of difference")] if hidden.points else []
    verb, last = ("is", "it") if hidden.statements == 1 else ("are", "them")
    also = f", nor {' and '.join(resting)} resting on {last} alone" if resting else ""
    return f"{count(hidden.statements, 'statement')} below {bound_text(hidden)} {verb} not {what}{also}; {command} shows {last}."


def within_text(hidden: Hidden) -> str:
    """What a "not found" or "nobody" is limited to where statements are hidden; empty where none is."""
    return f" in statements of {bound_text(hidden)} or more" if hidden.statements else ""


def bound_text(hidden: Hidden) -> str:
    """The least score with two places, more where it has more."""
    return max(f"{hidden.min_score:.2f}", f"{hidden.min_score:g}", key=len)
