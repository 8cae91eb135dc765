"""What a statement says, made ready to be compared: in one way of saying for many, with what is shut out set apart, and how far it is
asserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from quoth.lexicon.frames import frame_of_word
from quoth.link.plainer import (
    may_be_allowed,
    past_manners,
    says_almost_none,
    with_description,
    with_majority,
    with_whoever,
    without_going_without,
    without_never,
    without_no_way,
)
from quoth.link.rewording import (
    NEGATIVE,
    NOT,
    from_one_side,
    is_anything_but,
    with_agents,
    with_shares,
    without_cap,
    without_cleft,
    without_exception,
    without_lack,
    without_light_verbs,
    without_longer,
    without_not_one,
    without_verdict,
    without_without,
)
from quoth.records import Force, Part, Proposition, Stance, Tense

Amount = Literal["all", "some", "none", "most", "only", ""]
EMPTY = frozenset(
    [
        "it",
        "there",
        "thing",
        "matter",
        "case",
        "fact",
        "way",
        "one",
        "part",
        "people",
        "person",
        "man",
        "woman",
        "place",
        "time",
        "kind",
        "sort",
        "number",
        "lot",
        "member",
    ]
)
"""Nouns and pronouns that need not be met on the other side."""
AMOUNTS: Mapping[str, Amount] = {
    "all": "all", "every": "all", "each": "all", "both": "all", "some": "some", "several": "some", "few": "some", "most": "most",
}  # fmt: skip
DENIED: frozenset[Stance] = frozenset({"denies"})
OPEN: frozenset[Stance] = frozenset({"doubts", "declines", "none", "speculates"})
STANCE_FORCE: Mapping[Stance, Force] = {
    "orders": "must",
    "asks": "should",
    "proposes": "should",
    "promises": "will",
    "threatens": "will",
}
FORBIDDING: Mapping[str | None, tuple[Force, ...]] = {"forbid": ("allowed",), "refuse": ("will", "fact")}
"""Acts that say of a deed that it may not or will not be done."""
NOT_ASSERTING = frozenset({"fear", "hope", "want", "inquire", "question", "withhold", "decline", "unanswered"})
CORE = frozenset({"agent", "patient", "recipient", "is"})


@dataclass(frozen=True, slots=True)
class Said:
    """A proposition ready to be compared."""

    parts: tuple[Part, ...]
    main: int
    negated: bool
    forces: tuple[Force, ...]
    excluded: frozenset[int]
    """Parts that are named only to be shut out: "the militia and *not the army*"."""
    amounts: Mapping[int, Amount] = field(hash=False)
    """Of how many of a part it is said, where the words tell."""
    open: bool = False
    """It is neither asserted nor denied."""
    only: bool = False
    """It is said of one thing alone, all others shut out."""
    tense: Tense | None = None

    def children(self, place: int) -> Iterator[int]:
        """Places of the parts that hang on one."""
        return (number for number, part in enumerate(self.parts) if part.of == place)


def say(
    proposition: Proposition,
    *,
    stance: Stance = "asserts",
    unsaid: bool = False,
    act: str | None = None,
    cue: str = "",
) -> Said:
    """What is said by uttering ``proposition`` with ``stance``; ``unsaid`` where the attribution itself is negated."""
    parts, main = list(proposition.parts), proposition.main
    negated = proposition.negated
    main, way = without_no_way(parts, with_whoever(parts, with_description(parts, without_cleft(parts, main))))
    with_agents(parts)
    past_manners(parts)
    negated ^= without_going_without(parts, main) ^ without_never(parts, main)
    negated |= says_almost_none(parts, main)
    negated ^= without_lack(parts, main) ^ without_without(parts, main) ^ without_longer(parts, main) ^ without_verdict(parts)
    capped = without_cap(parts)
    negated ^= capped and proposition.negated
    without_light_verbs(parts)
    with_shares(parts)
    with_majority(parts)
    from_one_side(parts)
    negated ^= without_not_one(parts, main)
    only = without_exception(parts, denied=proposition.negated)
    negated ^= only is None
    amounts = dict(_amounts(parts))
    negated |= amounts.get(main) == "none"
    excluded = frozenset(_excluded(parts, main))
    if excluded and proposition.negated and not NOT & set(parts[main].marks):
        negated = not negated  # the "not" is that of what is shut out
    negated ^= stance in DENIED and not unsaid and act not in FORBIDDING
    negated ^= is_anything_but(parts)
    forces = _forces(parts, main, proposition.forces if way is None else (way,), stance, act)
    forces = _bound(parts, main, forces, negated=negated, only=only)
    if act in FORBIDDING and not unsaid:
        negated, forces = not negated, FORBIDDING[act]
    if cue and forces[0] in {"fact", "will"}:
        forces = _of_cue(cue) or forces
    asserted = not (unsaid or (stance in OPEN and act not in FORBIDDING) or act in NOT_ASSERTING or "open" in forces)
    return Said(
        tuple(parts), main, negated, forces, excluded, amounts,
        open=not asserted, only=only is None or only or (capped and not any(part.word.startswith("no ") for part in parts)), tense=proposition.tense,
    )  # fmt: skip


def _forces(parts: list[Part], main: int, forces: tuple[Force, ...], stance: Stance, act: str | None) -> tuple[Force, ...]:
    """The forces of the words, of a main word that only says how far from fact something is, and of the act of saying."""
    found = forces or ("fact",)
    for number, part in enumerate(parts):
        if number == main or (part.of == main and part.role in {"is", "what"}):
            frame = frame_of_word(part.word, {"deed": "VERB", "thing": "NOUN", "quality": "ADJ"}.get(part.kind, ""))
            clause = any(each.of == number and each.kind == "deed" for each in parts)
            light = number == main and (part.kind == "quality" or (part.kind == "thing" and clause))
            pseudo = number != main and ("what" in part.marks or (part.kind == "quality" and part.role == "is"))
            if frame is not None and frame.force is not None and found[0] in {"fact", "will"} and (light or pseudo):
                found = (frame.force,)
    told: Force | None = "ready" if act == "offer" else "plans" if act == "plan" else STANCE_FORCE.get(stance)
    bare = main >= 0 and parts[main].kind in {"name", "thing"}  # "threatened the judge": nothing is told that will be done
    if told is None or act == "inquire" or found[0] not in {"fact", "will"} or (stance == "threatens" and bare):
        return found
    return (told,)


def _bound(parts: list[Part], main: int, forces: tuple[Force, ...], *, negated: bool, only: bool | None) -> tuple[Force, ...]:
    """What must not be done is not allowed; what nobody but one must do is allowed to one; what is nobody's deed is not allowed but possible."""
    if main >= 0 and forces == ("must",) and "must" in parts[main].marks and (negated or only is None):
        return ("allowed", "must")
    if {"may", "allowed"} == set(forces) and not may_be_allowed(parts, main):
        return ("may",)
    return forces


def _of_cue(cue: str) -> tuple[Force, ...]:
    """The force that the words of attribution give: "is *expected* to", "*plans* to"."""
    for word in cue.lower().split():
        stems = (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("ing"))
        for stem in stems:
            frame = frame_of_word(stem, "VERB")
            if frame is not None and frame.force in {"likely", "plans", "wishes", "tries", "must"}:
                return (frame.force,)
            shell = frame_of_word(stem, "NOUN")
            if shell is not None and shell.force == "open":
                return (shell.force,)
    return ()


def _excluded(parts: Iterable[Part], main: int) -> Iterator[int]:
    """Parts named only to be shut out: with "not" of their own, beside another in their role."""
    for number, part in enumerate(parts):
        if number != main and part.kind != "deed" and NOT & set(part.marks):
            yield number


def _amounts(parts: Iterable[Part]) -> Iterator[tuple[int, Amount]]:
    for number, part in enumerate(parts):
        if part.word in NEGATIVE or NEGATIVE & set(part.marks):
            yield number, "none"
            continue
        found = next((AMOUNTS[mark] for mark in part.marks if mark in AMOUNTS), None)
        if found is not None:
            yield number, found
