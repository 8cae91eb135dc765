"""Whether two statements make the same claim: the one place where that is decided.

Decided on structure: the words of both are aligned by meaning; then it is asked, in this order, whether they are about one matter, whether one
shuts out what the other says, whether both assert, with what force, of whom and what, in which roles, how many, when and where, and at last
with which polarity. Likeness of words alone decides nothing: a claim, its denial and its mirror image are alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.link.alignment import Alignment, align
from quoth.link.fillers import find_fillers, find_finer_places, find_portions
from quoth.link.findings import PLACES, Apart, Entails, Finding, Relation
from quoth.link.left_out import find_alleged, find_left_out, find_somebodys, find_uncounted
from quoth.link.polarity import (
    compare_amounts,
    compare_assertion,
    compare_clauses,
    compare_forces,
    compare_polarity,
    compare_scope,
    find_shut_out,
)
from quoth.link.rewording import LIGHT
from quoth.link.roles import compare_parties, compare_prepositions, compare_roles
from quoth.link.said import CORE, Said
from quoth.link.values import compare_numbers, compare_times

UNRELATED = 0.28
"""Share of the lighter saying's weight below which two sayings are about different matters."""
FAR = 0.5
"""The same where they share only names, days and places."""
WEIGHT = {"name": 1.5, "thing": 1.0, "deed": 1.0, "quality": 0.8, "number": 0.5, "time": 0.3, "manner": 0.3, "pronoun": 0.0}
SETTING = PLACES | {"kind", "count", "time", "how", "of"}
"""Roles of where, when and of what kind: sharing no more than these is no common matter."""
ONE_CLAIM = 0.45
"""Share of the lighter one's weight that must be answered for two statements of a story to be gathered into one claim. Chosen on the tuned
half of quality/claims/pairs.jsonl: precision .92 there, of whatever two passages of one event are taken."""
ONE_CLAIM_WHOLE = 0.2
"""The same of the heavier one: a fragment is answered by many."""
ONE_CLAIM_MET = 1.5
"""Weight that must be answered: two words say too little."""
IN_OTHER_WORDS: frozenset[Apart] = frozenset({"thing", "kind"})
"""What may be the same thing in other, wider or narrower words."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two statements stand to each other, and why."""

    relation: Relation
    why: str
    entails: Entails = "neither"
    """Which of two related statements, accepted, makes the other true; "both" for the same."""
    by: Apart | None = None
    """What sets them apart; None where nothing does, or all."""
    alike: float = 0.0
    """Share of the lighter one's weight that the other answers."""
    whole: float = 0.0
    """Share of the heavier one's weight that the other answers."""
    met: float = 0.0
    """Weight of what is answered: a name counts 1.5, a thing or deed 1."""
    deed: bool = True
    """Whether the deed of one answers that of the other, or either tells none."""


def compare(first: Said, second: Said) -> Comparison:
    """How two statements stand to each other; the order of the two does not matter to the relation."""
    found = align(first, second)
    alike, whole, met = shares(first, second, found)
    deed = _one_deed(first, second, found)
    if alike < UNRELATED or (alike < FAR and not _one_matter(first, second, found)) or _of_others(first, second, found):
        return Comparison("unrelated", f"they share {alike:.0%} of their words", alike=alike, whole=whole, met=met, deed=deed)
    decided = next(_decisions(first, second, found), None)
    if decided is not None:
        return Comparison(decided.relation, decided.why, decided.entails, decided.by, alike, whole, met, deed)
    return Comparison("same", "nothing sets them apart", "both", None, alike, whole, met, deed)


def is_one_claim(compared: Comparison) -> bool:
    """Whether two statements belong to one claim, affirmed or denied: whoever accepts one accepts or rejects the other's main point."""
    told = compared.relation in {"same", "opposed"} or compared.by in IN_OTHER_WORDS
    return told and compared.alike >= ONE_CLAIM and compared.whole >= ONE_CLAIM_WHOLE and compared.met >= ONE_CLAIM_MET


def _decisions(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """What sets two sayings apart, the weightiest first."""
    yield from find_shut_out(first, second)
    yield from compare_assertion(first, second)
    yield from find_alleged(first, second, found)
    opposed = compare_polarity(first, second, found)
    yield from compare_forces(first, second, opposed=opposed is not None)
    yield from _values(first, second, found)
    yield from compare_roles(first, second, found)
    yield from compare_prepositions(first, second, found)
    yield from compare_parties(first, second, found)
    yield from compare_amounts(first, second, found, opposed=opposed is not None)
    if opposed is not None:
        yield opposed
    yield from compare_clauses(first, second, found)
    yield from find_fillers(first, second, found)
    yield from compare_scope(first, second, found)
    yield from find_portions(first, second, found)
    yield from find_finer_places(first, second, found)
    yield from find_somebodys(first, second, found)
    yield from find_left_out(first, second, found)
    yield from find_uncounted(first, second, found)


def _values(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    for difference in (*compare_times(first, second), *compare_numbers(first, second, found)):
        yield Finding("opposed" if difference.denied else "related", difference.why, difference.entails, by=difference.of)


def _one_matter(first: Said, second: Said, found: Alignment) -> bool:
    """Whether they share more than names, days and places: a deed, or somebody or something that it is about."""
    return any(
        first.parts[pair.first].kind in {"deed", "thing", "quality"}
        and second.parts[pair.second].kind in {"deed", "thing", "quality"}
        and (
            first.parts[pair.first].kind != "thing" or not {first.parts[pair.first].role, second.parts[pair.second].role} <= SETTING
        )
        for pair in found.pairs
    )


def _of_others(first: Said, second: Said, found: Alignment) -> bool:
    """Whether both tell of a deed alone, of parties of whom none is in the other: "the trial opened in April", "the season opened in April"."""
    told = all(any(part.kind in {"name", "thing"} and part.role in CORE for part in said.parts) for said in (first, second))
    return told and all(first.parts[pair.first].kind in {"deed", "time", "number", "manner"} for pair in found.pairs)


def _one_deed(first: Said, second: Said, found: Alignment) -> bool:
    if any(said.main < 0 or said.parts[said.main].word.split()[0] in LIGHT for said in (first, second)):
        return True
    mains = found.of_first(first.main)
    return mains is not None and mains.second == second.main


def shares(first: Said, second: Said, found: Alignment) -> tuple[float, float, float]:
    """Shares of the lighter and of the heavier saying's weight that are answered, and that weight itself."""
    lighter, heavier = sorted((_weight(first), _weight(second)))
    met = sum(min(_worth(first, pair.first), _worth(second, pair.second)) for pair in found.pairs)
    return (met / lighter, met / heavier, met) if lighter else (0.0, 0.0, 0.0)


def _weight(said: Said) -> float:
    return sum(_worth(said, place) for place in range(len(said.parts)))


def _worth(said: Said, place: int) -> float:
    part = said.parts[place]
    light = part.role == "expl" or (part.kind == "deed" and part.word in LIGHT)
    return 0.0 if light else WEIGHT[part.kind]
