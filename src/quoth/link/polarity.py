"""Whether two statements affirm or deny one thing, with what force, and of how many."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.link.alignment import Alignment, Pair, compare_parts
from quoth.link.findings import Finding
from quoth.link.rewording import NOT
from quoth.link.roles import graded
from quoth.link.said import CORE, Said
from quoth.records import Force, Part

BINDING: frozenset[Force] = frozenset({"must", "allowed", "should"})
DENIALS = frozenset(["deny", "reject", "dismiss", "refute", "retract", "recant", "disown", "disprove", "rebut", "contradict"]) | {
    "take back"
}


def find_shut_out(first: Said, second: Said) -> Iterator[Finding]:
    """What one names only to shut it out and the other asserts: "the militia and not the army". What a statement both shuts out and
    asserts itself parts it from none."""
    for one, other in ((first, second), (second, first)):
        for part in (one.parts[place] for place in one.excluded):
            if not _asserts(one, part) and _asserts(other, part):
                yield Finding("opposed", f"one shuts out {part.word}", by="shut out")


def _asserts(said: Said, part: Part) -> bool:
    """Whether a statement has such a part without shutting it out."""
    return any(
        number not in said.excluded and compare_parts(part, own) in {"same", "alike"} and _fits(part, own)
        for number, own in enumerate(said.parts)
    )


def _fits(part: Part, answer: Part) -> bool:
    return part.role == answer.role or part.kind == answer.kind


def compare_assertion(first: Said, second: Said) -> Iterator[Finding]:
    """Whether both assert or deny, and of that alone or of others, too."""
    if first.open != second.open:
        yield Finding("related", "only one asserts or denies it", by="assertion")
    if first.only != second.only and _another_beside(first, second):
        yield Finding("opposed", "only one says that no other does", by="alone")
    if first.only != second.only:
        yield Finding("related", "only one says it of that alone", "first" if first.only else "second", by="alone")


def _another_beside(first: Said, second: Said) -> bool:
    """Whether one says it of one alone, and the other of another in the same role."""
    one, other = (first, second) if first.only else (second, first)
    alone = next((part for part in one.parts if {"only", "alone"} & set(part.marks)), None)
    if alone is None or other.main < 0 or alone.of != one.main or first.negated != second.negated:
        return False
    told = [other.parts[child] for child in other.children(other.main) if other.parts[child].role == alone.role]
    return bool(told) and all(part.kind != "pronoun" and compare_parts(alone, part) == "none" for part in told)


STAYING = frozenset({"be", "stay", "remain", "live"})
LEAVING = frozenset({"flee", "leave", "quit", "escape", "depart", "evacuate", "abandon"})


def _stays(first: Said, second: Said, found: Alignment) -> bool:
    """Whether the first is still in the place that the second has left."""
    if first.main < 0 or second.main < 0:
        return False
    mains = first.parts[first.main].word, second.parts[second.main].word
    if mains[0] not in STAYING or mains[1] not in LEAVING:
        return False
    return any(
        first.parts[pair.first].role in {"in", "at", "on"} and second.parts[pair.second].role in {"patient", "from"}
        for pair in found.pairs
    )


def _turned_round(found: Alignment) -> Alignment:
    pairs = tuple(Pair(pair.second, pair.first, pair.tie) for pair in found.pairs)
    return Alignment(pairs, found.alone_second, found.alone_first)


def compare_forces(first: Said, second: Said, *, opposed: bool) -> Iterator[Finding]:
    """Whether both tell it with one force: as done, to be done, possible, allowed, ordered."""
    mine, theirs = set(first.forces), set(second.forces)
    bind = bool(mine & BINDING) and bool(theirs & BINDING) and bool((mine | theirs) & {"allowed", "must"})
    if bind and opposed:
        yield Finding("opposed", "one allows or orders what the other forbids", by="force")
    shared = mine & theirs
    if not shared and not _scheduled(first, second) and not _scheduled(second, first):
        yield Finding("related", f"{'/'.join(sorted(mine))} is not {'/'.join(sorted(theirs))}", by="force")
    if opposed and shared and shared <= {"may"}:
        yield Finding("related", "both are possible", by="force")


def _scheduled(first: Said, second: Said) -> bool:
    """Whether the present tense of one tells, with a date, what is to come: "takes effect on 1 May", "will be in force from 1 May"."""
    dated = any(part.kind == "time" for part in first.parts)
    return "fact" in first.forces and first.tense == "present" and dated and "will" in second.forces


def compare_amounts(first: Said, second: Said, found: Alignment, *, opposed: bool) -> Iterator[Finding]:
    """Whether both tell it of as many: all, some, most."""
    for pair in found.pairs:
        mine, theirs = first.amounts.get(pair.first, ""), second.amounts.get(pair.second, "")
        if {mine, theirs} == {"all", "some"} and not opposed:
            yield Finding("related", "all against some", "first" if mine == "all" else "second", by="amount")
        if {mine, theirs} in ({"most", "all"}, {"most", ""}, {"some", ""}) and not opposed:
            yield Finding("related", f"{mine or 'not said'} against {theirs or 'not said'}", by="amount")
        if (
            {mine, theirs} == {"all", ""}
            and not opposed
            and _one_of(first if not mine else second, pair.first if not mine else pair.second)
        ):
            yield Finding("related", "all against one", "first" if mine else "second", by="amount")
        if {mine, theirs} == {"some"} and opposed:
            yield Finding("related", "some do, some do not", by="amount")


def _one_of(said: Said, place: int) -> bool:
    """Whether it is said of one of them."""
    counts = (said.parts[child] for child in said.children(place))
    return any(part.kind == "number" and part.word == "one" and part.role == "count" for part in counts)


def compare_polarity(first: Said, second: Said, found: Alignment) -> Finding | None:
    """What makes one the denial of the other; None where both affirm or both deny."""
    turned = [
        pair
        for pair in found.pairs
        if pair.tie == "opposite"
        and not graded(first, second, pair)
        and _is_told(first, pair.first)
        and _is_told(second, pair.second)
    ]
    gone = _stays(first, second, found) or _stays(second, first, _turned_round(found))
    odd = (first.negated ^ second.negated) ^ (len(turned) % 2 == 1) ^ gone
    if not odd:
        return None
    why = "one denies what the other says"
    if turned:
        why = f"{first.parts[turned[0].first].word} against {second.parts[turned[0].second].word}"
    return Finding("opposed", why, by="polarity")


def compare_clauses(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """A deed or state beside the main one of which the statements say the contrary, of the same party, place or thing."""
    for pair in found.pairs:
        if (pair.first == first.main and pair.second == second.main) or not (
            _is_told(first, pair.first) and _is_told(second, pair.second)
        ):
            continue
        odd = (_denied(first, pair.first) ^ _denied(second, pair.second)) ^ (pair.tie == "opposite")
        mine, theirs = {pair.first, first.parts[pair.first].of}, {pair.second, second.parts[pair.second].of}
        shared = any(
            first.parts[one.first].of in mine and second.parts[one.second].of in theirs for one in found.pairs if one != pair
        )
        if odd and shared and pair.tie in {"same", "alike", "opposite"}:
            yield Finding("opposed", f"only one says that it is so: {first.parts[pair.first].word}", by="clause")


def _is_told(said: Said, place: int) -> bool:
    part = said.parts[place]
    return part.kind == "deed" or (part.kind == "quality" and part.role == "is") or place == said.main


def _denied(said: Said, place: int) -> bool:
    """Whether a deed is told as not so, by its own words and by those above it."""
    if place == said.main:
        return said.negated
    part = said.parts[place]
    denied = bool(NOT & set(part.marks)) ^ any(
        said.amounts.get(child) == "none" for child in said.children(place) if said.parts[child].role in CORE
    )
    above = part.of
    for _ in range(len(said.parts)):
        if above < 0 or above == said.main:
            break
        over = said.parts[above]
        denied ^= over.word in DENIALS or (over.word in {"be", "become"} and bool(NOT & set(over.marks)))
        above = over.of
    return denied


def compare_scope(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """Of two denials one that denies only the manner or the reason: "not on purpose"."""
    if not (first.negated and second.negated):
        return
    for said, alone in ((first, found.alone_first), (second, found.alone_second)):
        for place in alone:
            part = said.parts[place]
            if (
                part.of == said.main
                and part.kind in {"thing", "manner", "quality"}
                and part.role in {"because", "for", "how", "by", "with", "on"}
            ):
                yield Finding("related", f"only one denies {part.role} {part.word}", by="scope")
