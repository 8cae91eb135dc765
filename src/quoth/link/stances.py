"""Where a statement stands on a claim, and where an actor stands over all its statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from quoth.records import Modality, PositionStance, Stance

TAKES: Mapping[Stance, PositionStance] = {
    "asserts": "asserts",
    "confirms": "asserts",
    "accuses": "asserts",
    "warns": "asserts",
    "threatens": "asserts",
    "promises": "asserts",
    "thinks": "asserts",
    "denies": "denies",
    "doubts": "doubts",
    "speculates": "hedges",
    "declines": "declines",
}
"""What a stance towards a content is towards the claim that the content makes. Questions, orders, proposals, praise and blame make none."""
NOT_SAID: Mapping[Stance, PositionStance] = {"thinks": "doubts", "confirms": "declines"}
"""The same where the attribution is negated ("does not believe", "would not confirm"); other things not said take no stance."""
OPPOSITE: Mapping[PositionStance, PositionStance] = {"asserts": "denies", "denies": "asserts", "doubts": "hedges"}
STRONGEST: tuple[PositionStance, ...] = ("asserts", "denies", "doubts", "hedges", "declines")
AGAINST: frozenset[PositionStance] = frozenset({"denies", "doubts"})
FOR: frozenset[PositionStance] = frozenset({"asserts", "hedges"})


def take_stance(stance: Stance, *, unsaid: bool, modality: Modality, opposed: bool) -> PositionStance | None:
    """The stance of one statement on a claim, or None where it takes none.

    ``unsaid``: the attribution is negated. ``opposed``: the content is negated where the claim is not, or the other way round.
    A content that only may be is a hedge, unless it is denied or doubted.
    """
    taken = NOT_SAID.get(stance) if unsaid else TAKES.get(stance)
    if taken == "asserts" and modality == "may":
        taken = "hedges"
    return OPPOSITE.get(taken, taken) if taken is not None and opposed else taken


def merge_stances(stances: Collection[PositionStance]) -> PositionStance:
    """An actor's stance over all its statements: ``mixed`` where it both asserts and denies or doubts, else the strongest.

    Raises ``ValueError`` where there is none to merge.
    """
    if not stances:
        raise ValueError("No stances were given; expected those of at least one statement. Leave out actors that said nothing.")
    if "mixed" in stances or ("asserts" in stances and not AGAINST.isdisjoint(stances)):
        return "mixed"
    return next(stance for stance in STRONGEST if stance in stances)
