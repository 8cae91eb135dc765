"""Which words of two sayings answer each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.lexicon.relations import Tie, tie
from quoth.lexicon.titles import titles
from quoth.link.parties import DEMONYM_ENDINGS
from quoth.link.said import EMPTY, Said
from quoth.records import Part

WORTH: dict[Tie, float] = {
    "same": 1.0, "alike": 0.8, "opposite": 0.7, "comparative": 0.7, "phase": 0.6, "narrower": 0.5, "wider": 0.5, "none": 0.0,
}  # fmt: skip
SAME_ROLE, SAME_GOVERNOR = 0.15, 0.1
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of one saying and the word of the other that answers it."""

    first: int
    second: int
    tie: Tie


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs, and the words that nothing answers."""

    pairs: tuple[Pair, ...]
    alone_first: tuple[int, ...]
    alone_second: tuple[int, ...]

    def of_first(self, place: int) -> Pair | None:
        """The pair that a word of the first saying is in."""
        return next((pair for pair in self.pairs if pair.first == place), None)

    def of_second(self, place: int) -> Pair | None:
        """The pair that a word of the second saying is in."""
        return next((pair for pair in self.pairs if pair.second == place), None)


def align(first: Said, second: Said) -> Alignment:
    """The best pairs of words, one to one, the closest first."""
    ranked = sorted(_candidates(first, second), key=lambda found: (-found[0], found[1].first, found[1].second))
    pairs: list[Pair] = []
    mine: set[int] = set()
    theirs: set[int] = set()
    for _, pair in ranked:
        if pair.first not in mine and pair.second not in theirs:
            pairs.append(pair)
            mine.add(pair.first)
            theirs.add(pair.second)
    return Alignment(tuple(sorted(pairs, key=lambda pair: pair.first)), tuple(_alone(first, mine)), tuple(_alone(second, theirs)))


def _candidates(first: Said, second: Said) -> Iterator[tuple[float, Pair]]:
    for one, part in enumerate(first.parts):
        for other, answer in enumerate(second.parts):
            if part.role == "expl" or answer.role == "expl":
                continue
            found = compare_parts(part, answer)
            worth = WORTH[found]
            if worth >= LEAST:
                worth += SAME_ROLE * (part.role == answer.role)
                worth += SAME_GOVERNOR * (
                    part.of >= 0 and answer.of >= 0 and first.parts[part.of].word == second.parts[answer.of].word
                )
                yield worth, Pair(one, other, found)


def compare_parts(part: Part, answer: Part) -> Tie:  # noqa: PLR0911 - each kind of part has its own way
    """How two words stand to each other."""
    if part.kind == "time" or answer.kind == "time":
        return "same" if part.kind == answer.kind and part.word == answer.word else "none"
    if part.kind == "number" or answer.kind == "number":
        return _numbers(part, answer)
    if part.kind == "pronoun" or answer.kind == "pronoun":
        return "same" if part.word == answer.word else "none"
    if part.kind == "name" or answer.kind == "name":
        return _names(part, answer)
    found = tie(part.word, answer.word)
    if part.kind != answer.kind and ("deed" in {part.kind, answer.kind}) and found not in {"same", "alike", "opposite"}:
        return "none"
    if found == "none" and " " in part.word + answer.word:
        found = tie(part.word.split()[0], answer.word.split()[0]) if part.kind == answer.kind == "deed" else found
        found = (
            found
            if found in {"same", "alike"} and part.word.split()[0] not in {"take", "put", "go", "come", "get", "turn"}
            else "none"
        )
    if found == "none" and part.kind == answer.kind == "thing" and _compound(part.word, answer.word):
        return "alike"  # "yard", "shipyard"
    return found


def _compound(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return len(short) >= 4 and long.endswith(short)


def _numbers(part: Part, answer: Part) -> Tie:
    if part.kind == answer.kind and part.word == answer.word:
        return "same"
    mine, theirs = measured(part), measured(answer)
    return "same" if mine != (None, None) and _close(mine[0], theirs[0]) and _close(mine[1], theirs[1]) else "none"


UNITS = {
    "mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0, "mi": 1609.344, "ft": 0.3048, "yd": 0.9144, "in": 0.0254,
    "g": 0.001, "kg": 1.0, "t": 1000.0, "lb": 0.45359237, "oz": 0.028349523, "ha": 10_000.0, "km2": 1e6, "acre": 4046.856,
    "percent": 0.01, "share": 1.0,
}  # fmt: skip
"""Units of one measure in terms of one another (international yard and pound, 1959)."""
CLOSE = 0.015
"""Share by which two rounded figures may differ: 36 miles and 58 km, two thirds and 67 per cent."""


def measured(part: Part) -> tuple[float | None, float | None]:
    """The bounds of a figure, in the first unit of its measure where it has one."""
    factor = UNITS.get(part.unit or "", 1.0)
    return (None if part.low is None else part.low * factor), (None if part.high is None else part.high * factor)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None or one == other:
        return one == other
    return abs(one - other) <= CLOSE * max(abs(one), abs(other)) and not (float(one).is_integer() and float(other).is_integer())


def _names(part: Part, answer: Part) -> Tie:
    if any(each.kind == "thing" and "plural" in each.marks for each in (part, answer)):
        return "none"  # "judges" is not "Judge Tarrin"
    if not {part.kind, answer.kind} <= {"name", "thing"} and part.word != answer.word and not demonym(part.word, answer.word):
        return "none"
    mine, theirs = part.word.split(), answer.word.split()
    if len(mine) > 1 and len(theirs) > 1 and mine[-1] == theirs[-1]:
        mine, theirs = _untitled(mine, theirs)
    if part.word == answer.word or (
        mine[-1] == theirs[-1] and (len(mine) == 1 or len(theirs) == 1 or set(mine) & set(theirs) - {mine[-1]})
    ):
        return "same"
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return "same"
    if len(mine) == len(theirs) == 1 and demonym(part.word, answer.word):
        return "same"
    return "none"


def _untitled(mine: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Two names without the title before them, where one is an honorific of no other gender: "Mr Dolan", "President Ada Dolan"."""
    known = [titles().get(name[0]) for name in (mine, theirs)]
    heads = [word is not None and word.heads for word in known]
    genders = {word.gender for word in known if word is not None and word.gender is not None}
    both_hold = all(word is not None and "office" in word.kinds for word in known)
    if len(genders) > 1 or both_hold:
        return mine, theirs
    return mine[1:] if heads[0] else mine, theirs[1:] if heads[1] else theirs


def demonym(first: str, second: str) -> bool:
    """Whether one is the other with an ending that makes the adjective of a state of it."""
    short, long = sorted((first, second), key=len)
    if len(short) < 4:
        return False
    return any(long == stem + ending for stem in {short, short.rstrip("aeo")} for ending in DEMONYM_ENDINGS if ending)


def _alone(said: Said, met: set[int]) -> Iterator[int]:
    for place, part in enumerate(said.parts):
        if place not in met and part.role != "expl" and part.word not in EMPTY and part.kind not in {"pronoun", "manner"}:
            yield place
