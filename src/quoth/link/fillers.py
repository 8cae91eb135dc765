"""Words of two statements that stand in one place and do not mean one thing: another thing, a wider or narrower one, a part, one more in a
list, a finer place."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.lexicon.wordnet import is_kind_of
from quoth.link.alignment import Alignment
from quoth.link.findings import PLACES, Finding
from quoth.link.said import CORE, Said
from quoth.records import Part

ASIDE = frozenset({"which", "also", "while", "since", "because", "as", "when", "if", "and", "beside", "expl"})
"""Roles of what is said by the way."""
PORTIONS = frozenset(
    [
        "one",
        "some",
        "half",
        "part",
        "page",
        "member",
        "third",
        "quarter",
        "fifth",
        "few",
        "many",
        "most",
        "several",
        "piece",
        "section",
        "handful",
        "number",
        "edge",
        "rest",
        "majority",
        "side",
        "end",
    ]
)
DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "centre",
        "center",
        "outskirts",
        "suburb",
        "border",
        "coast",
    ]
)


def find_fillers(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """Who does it, whom, and what: another in the same role, or a wider word for a narrower one."""
    for pair in found.pairs:
        if pair.tie in {"narrower", "wider"} and _matters(first.parts[pair.first]) and _matters(second.parts[pair.second]):
            narrow, wide = first.parts[pair.first].word, second.parts[pair.second].word
            yield Finding(
                "related", f"{narrow} is {pair.tie} than {wide}", "first" if pair.tie == "narrower" else "second", by="kind"
            )
        if pair.tie == "opposite" and _matters_beside(first.parts[pair.first]) and _matters_beside(second.parts[pair.second]):
            yield Finding("related", f"{first.parts[pair.first].word} against {second.parts[pair.second].word}", by="thing")
        if pair.tie == "comparative" and _which_of_two(first.parts[pair.first]) and _which_of_two(second.parts[pair.second]):
            yield Finding("related", f"{first.parts[pair.first].word} against {second.parts[pair.second].word}", by="thing")
        if pair.tie == "phase":
            yield Finding(
                "related", f"{first.parts[pair.first].word} is another moment than {second.parts[pair.second].word}", by="moment"
            )
    yield from find_fewer(first, second, found)
    for one in found.alone_first:
        for other in found.alone_second:
            mine, theirs = first.parts[one], second.parts[other]
            if _rival(mine, theirs) and _same_governor(first, second, one, other, found):
                yield Finding("related", f"{mine.word} is not {theirs.word}", by="thing")


def _same_governor(first: Said, second: Said, one: int, other: int, found: Alignment) -> bool:
    above, over = first.parts[one].of, second.parts[other].of
    both_main = (
        above in {-1, first.main} and over in {-1, second.main} and first.parts[one].kind == second.parts[other].kind == "name"
    )
    return both_main or any(pair.first == above and pair.second == over for pair in found.pairs)


def _matters(part: Part) -> bool:
    return part.kind in {"thing", "name"} and part.role not in ASIDE


def _matters_beside(part: Part) -> bool:
    """Whether a word says which of several is meant: "the old bridge", "the new bridge"."""
    return part.kind in {"thing", "quality"} and part.role not in {*ASIDE, "is"}


def _which_of_two(part: Part) -> bool:
    """Whether a comparative says which of two is meant: "the older of the sisters", "the younger sister"."""
    return part.kind == "quality" and part.role in {"agent", "patient", "recipient", "kind"}


def _rival(part: Part, answer: Part) -> bool:
    """Whether two words that answer nothing stand in one place of their sayings and name different things."""
    kinds = {"thing", "name", "quality"} if part.role == answer.role == "kind" else {"thing", "name"}
    if part.kind not in kinds or answer.kind not in kinds:
        return False
    both_names = part.kind == answer.kind == "name"
    same_role = part.role == answer.role or {part.role, answer.role} <= PLACES
    if part.role == answer.role == "kind":
        return True
    return same_role and (both_names or part.role in CORE or part.role in PLACES or part.role == "of")


def find_fewer(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """A list of which the other statement has all but one."""
    for said, alone, met in (
        (first, found.alone_first, {pair.first for pair in found.pairs}),
        (second, found.alone_second, {pair.second for pair in found.pairs}),
    ):
        for place in alone:
            part = said.parts[place]
            listed = [other for other in met if said.parts[other].of == part.of >= 0 and said.parts[other].role == part.role]
            joined = any({"and", "or", "nor"} & set(said.parts[other].marks) for other in (place, *listed))
            if listed and joined and part.kind in {"name", "thing"} and part.role in {*CORE, "of", "owner", "with"}:
                yield Finding("related", f"{part.word} is in one list alone", by="list")


def find_portions(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """A part, side or member of a thing against the thing itself."""
    for pair in found.pairs:
        for one, other, mine, theirs in ((first, second, pair.first, pair.second), (second, first, pair.second, pair.first)):
            part, answer = one.parts[mine], other.parts[theirs]
            head = one.parts[part.of] if part.of >= 0 and part.role == "of" else None
            if head is None or answer.role == "of" or head.role not in {answer.role, *PLACES}:
                continue
            if one.amounts.get(part.of) == "all":
                continue
            met = part.of in {each.first if one is first else each.second for each in found.pairs}
            if (
                (not met and _is_place_in(part, head, answer))
                or head.word in PORTIONS | DIRECTIONS
                or (head.kind == "number" and head.unit != "share")
            ):
                yield Finding("related", f"{head.word} of {part.word} against {answer.word}", "neither", by="part")


def _is_place_in(part: Part, head: Part, answer: Part) -> bool:
    """Whether one names a place in the place that the other names: "at the airport of X", "in X"; not "in the city of X"."""
    inside = part.kind == "name" and head.kind == "thing" and {head.role, answer.role} <= PLACES
    return inside and not any(is_kind_of(head.word, wide) for wide in ("region", "geographical area", "municipality", "state"))


def find_finer_places(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """A place within or on the place that the other statement tells."""
    for pair in found.pairs:
        for one, other, mine, theirs in ((first, second, pair.first, pair.second), (second, first, pair.second, pair.first)):
            part, answer = one.parts[mine], other.parts[theirs]
            head = one.parts[part.of] if part.of >= 0 and part.role in {"on", "in", "at", "near"} else None
            met = head is not None and any(part.of == (each.first if one is first else each.second) for each in found.pairs)
            if head is not None and not met and head.kind == "thing" and head.role == answer.role and head.role in PLACES:
                yield Finding("related", f"{head.word} {part.role} {part.word} against {answer.word}", by="place")
