"""Who has which role in what two statements tell: places changed, others in one role, the same word behind another preposition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quoth.lexicon.wordnet import is_kind_of
from quoth.link.alignment import Alignment, Pair, compare_parts
from quoth.link.findings import Finding
from quoth.link.rewording import LIGHT, PASSIVE
from quoth.link.said import Said
from quoth.records import Part

Fact = tuple[int, str, int]
"""A deed, a role in it, and who or what has the role, by their places."""
INSIDE = frozenset({"of", "in", "kind", "also"})
"""Roles by which a phrase holds another name of itself or what it consists of."""
RANK = {"agent": 0, "from": 1, "than": 3, "patient": 2, "recipient": 3, "to": 3, "of": 2, "in": 2, "against": 2, "on": 2, "into": 2}
CONTRASTS = tuple(
    frozenset(words.split())
    for words in ("on off", "by to with from", "from to", "above below", "before after", "inside outside", "between beyond", "for against",
                  "since until", "over under", "in outside", "near in", "into from", "ahead behind", "with against")
)  # fmt: skip
SIDES: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        ("under below beneath underneath", "above over atop", "behind", "beside near alongside", "inside within", "outside", "on", "off",
         "between", "beyond", "opposite", "across")
    )
    for word in words.split()
}  # fmt: skip
"""Prepositions of place by the side that they tell."""
MUTUAL = frozenset(
    [
        "meet",
        "marry",
        "wed",
        "collide",
        "talk",
        "speak",
        "negotiate",
        "clash",
        "fight",
        "agree",
        "merge",
        "embrace",
        "divorce",
        "separate",
        "converse",
        "argue",
    ]
)


def facts(said: Said) -> Iterator[Fact]:
    """Who and what has which role in what, with the roles that stand open in relative clauses filled by what those hang on."""
    for place, part in enumerate(said.parts):
        above = _deed_of(said, part.of)
        if above >= 0 and part.role not in {"is", "what", "and", "expl"}:
            yield above, part.role, place
        if part.kind == "deed" and part.role == "which" and part.of >= 0:
            taken = {said.parts[child].role for child in said.children(place)}
            passive = bool(PASSIVE & set(part.marks)) and "agent" not in taken
            role = "patient" if passive or ("agent" in taken and "patient" not in taken) else "agent"
            if role not in taken:
                yield _deed_of(said, place), role, part.of


def _deed_of(said: Said, place: int) -> int:
    """The deed itself, or what it says that somebody is: of "is poorer than" the word is "poorer"."""
    if place < 0 or said.parts[place].word not in {"be", "become", "remain", "stay"}:
        return place
    return next((child for child in said.children(place) if said.parts[child].role == "is"), place)


def compare_roles(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """Two parties that change places, with the deed told from one side."""
    flipped = any(pair.tie == "comparative" or graded(first, second, pair) for pair in found.pairs)
    mine, theirs = _held(first), _held(second)
    met = {(pair.first, pair.second) for pair in found.pairs}
    arguments = [
        pair for pair in found.pairs if pair.tie in {"same", "alike"} and first.parts[pair.first].kind not in {"number", "time"}
    ]
    for place, pair in enumerate(arguments):
        for other in arguments[place + 1 :]:
            deed, here = _orientation(mine, pair.first, other.first)
            answer, there = _orientation(theirs, pair.second, other.second)
            light = first.parts[deed].word in LIGHT or second.parts[answer].word in LIGHT
            if here and there and (here != there) != flipped and (not light or (deed, answer) in met):
                yield Finding(
                    "related", f"{first.parts[pair.first].word} and {first.parts[other.first].word} change places", by="roles"
                )


def _held(said: Said) -> dict[int, dict[int, str]]:
    """By who or what: the roles that it has, by deed."""
    found: dict[int, dict[int, str]] = {}
    for deed, role, place in facts(said):
        if role in RANK:
            found.setdefault(place, {})[deed] = role
    return found


def graded(first: Said, second: Said, pair: Pair) -> bool:
    """Whether opposites are compared: "richer than", "poorer than"."""
    return pair.tie == "opposite" and all(
        any(said.parts[child].role == "than" for child in range(len(said.parts))) for said in (first, second)
    )


def _orientation(held: dict[int, dict[int, str]], one: int, other: int) -> tuple[int, int]:
    """A deed in which both have a role, and 1 where the first stands before the second in it, -1 where behind; 0 where there is none."""
    mine, theirs = held.get(one, {}), held.get(other, {})
    for deed in mine.keys() & theirs.keys():
        if mine[deed] != theirs[deed]:
            return deed, 1 if RANK[mine[deed]] < RANK[theirs[deed]] else -1
    return 0, 0


def compare_prepositions(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """The same word behind prepositions of which one tells another place, time or measure than the other."""
    for pair in found.pairs:
        mine, theirs = first.parts[pair.first], second.parts[pair.second]
        roles = {mine.role, theirs.role}
        one_deed = roles <= {"before", "after"} or _governor(first, pair.first, found) == theirs.of
        sides = SIDES.get(mine.role), SIDES.get(theirs.role)
        apart = any(roles <= group for group in CONTRASTS) or (None not in sides and sides[0] != sides[1])
        if len(roles) > 1 and one_deed and apart:
            yield Finding("related", f"{mine.role} {mine.word} is not {theirs.role} {theirs.word}", by="contrast")


def _governor(first: Said, place: int, found: Alignment) -> int:
    """The part of the second saying that answers the one that a part of the first hangs on."""
    pair = found.of_first(first.parts[place].of)
    return -2 if pair is None else pair.second


def compare_parties(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """One deed, and another name, or somebody who is elsewhere in the other statement, in the same role of it."""
    held, holding = list(facts(first)), list(facts(second))
    for pair in found.pairs:
        if pair.tie in {"none", "narrower", "wider", "comparative"} or graded(first, second, pair):
            continue
        for role in ("agent", "patient", "recipient"):
            if _two_of(first, pair.first) and _two_of(second, pair.second):
                continue
            mine, theirs = _filler(first, held, pair.first, role), _filler(second, holding, pair.second, role)
            if mine is None or theirs is None:
                continue
            why = _other_party(first, second, found, mine, theirs)
            if why:
                yield Finding("related", why, by="party")


def _two_of(said: Said, deed: int) -> bool:
    """Whether a deed is done by several to each other: "A met B", "A and B met"."""
    return said.parts[deed].word in MUTUAL


def _other_party(first: Said, second: Said, found: Alignment, mine: int, theirs: int) -> str:
    """Why two that have one role in one deed are not the same; empty where they may be."""
    one, other = first.parts[mine], second.parts[theirs]
    apart = f"{one.word} is not {other.word}"
    if _answer(found, mine, theirs):
        if "none" in {first.amounts.get(mine), second.amounts.get(theirs)}:
            return ""
        some = ({"a", "an"} & set(one.marks) and "plural" in other.marks) or (
            {"a", "an"} & set(other.marks) and "plural" in one.marks
        )
        return f"one {one.word}, several" if some else ""
    if {one.kind, other.kind} == {"name", "thing"} and any(_is_class(part) for part in (one, other)):
        return apart
    if compare_parts(one, other) != "none" or _within(first, second, found, mine, theirs):
        return ""
    elsewhere = found.of_first(mine) is not None or found.of_second(theirs) is not None
    return apart if elsewhere or one.kind == other.kind == "name" else ""


def _is_class(part: Part) -> bool:
    """Whether a noun means all or any of a kind: a plural without article and number."""
    return part.kind == "thing" and "plural" in part.marks and not {"the", "these", "those"} & set(part.marks)


def _within(first: Said, second: Said, found: Alignment, mine: int, theirs: int) -> bool:
    """Whether one is told within the other ("a bill of 90 crowns", "90 crowns"), or named beside it."""
    return any(
        (pair.second == theirs and _beneath(first, pair.first, mine))
        or (pair.first == mine and _beneath(second, pair.second, theirs))
        for pair in found.pairs
    )


def _beneath(said: Said, place: int, top: int) -> bool:
    """Whether a part stands in the phrase under another, or is a second name set to its last word ("the head of the court, Ada Dolan")."""
    part = said.parts[place]
    if part.of == top:
        somebodys = part.role in {"of", "owner"} and is_kind_of(
            said.parts[top].word, "person"
        )  # "a cousin of the king" is not the king
        return part.role in INSIDE and not somebodys
    return part.role == "also" and part.of >= 0 and said.parts[part.of].of == top and said.parts[part.of].role in INSIDE


def _filler(said: Said, held: Sequence[Fact], deed: int, role: str) -> int | None:
    found = [place for above, name, place in held if above == deed and name == role and place not in said.excluded]
    return found[0] if len(found) == 1 and said.parts[found[0]].kind in {"name", "thing"} else None


def _answer(found: Alignment, mine: int, theirs: int) -> bool:
    return any(pair.first == mine and pair.second == theirs for pair in found.pairs)
