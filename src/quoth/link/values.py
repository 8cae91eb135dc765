"""Times and figures of two sayings: equal, one finer than the other, apart, or one the denial of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from quoth.link.alignment import Alignment
from quoth.link.findings import Entails
from quoth.link.said import Said
from quoth.records import Part

_LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$")
_SECONDS = (31_557_600.0, 2_629_800.0, 604_800.0, 86_400.0, 3600.0, 60.0, 1.0)
_DAY = re.compile(r"^([\dX]{4})-(\d{2})-(\d{2})$")
_DATE = re.compile(r"^[\dX]{4}(?:-[\dX]{2})?(?:-[\dX]{2})?")
APPROXIMATE: tuple[frozenset[str], ...] = (
    frozenset({"nearly", "almost", "just under", "close to", "not quite", "under"}),
    frozenset({"about", "around", "some", "roughly", "approximately", "or so", "estimated"}),
    frozenset({"just over", "a little more than", "slightly more than"}),
)
OVER = ("more than", "over", "above", "exceed", "greater than")


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that sets two sayings apart."""

    why: str
    entails: Entails = "neither"
    denied: bool = False
    of: Literal["time", "number"] = "number"


def compare_times(first: Said, second: Said) -> Iterator[Difference]:
    """Dates or lengths of time that both tell and that differ."""
    for kind in ("date", "length"):
        mine, theirs = _times(first, kind), _times(second, kind)
        if mine and theirs and not any(_same_time(one, other) for one in mine for other in theirs):
            finer: Entails = next(
                (told for one in mine for other in theirs if (told := _finer(one, other)) != "neither"), "neither"
            )
            yield Difference(f"{mine[0].word} is not {theirs[0].word}", finer, of="time")


def _times(said: Said, kind: str) -> Sequence[Part]:
    shifted = _shifted(said)
    if shifted is not None:
        return [shifted] if kind == "date" else []
    found = [part for number, part in enumerate(said.parts) if part.kind == "time" and number not in said.excluded]
    if kind == "length":
        return [part for part in found if length(part.word) is not None]
    return [part for part in found if _DATE.match(part.word) and "REF" not in part.word]


def _shifted(said: Said) -> Part | None:
    """As in "A day after 8 June", "a day after the vote of 8 June": the day meant."""
    span = next((part for part in said.parts if part.kind == "time" and length(part.word) is not None), None)
    if span is None:
        return None
    for number, part in enumerate(said.parts):
        if part.role not in {"after", "before"}:
            continue
        anchor = (
            part
            if part.kind == "time"
            else next((said.parts[child] for child in said.children(number) if said.parts[child].kind == "time"), None)
        )
        day = None if anchor is None else _DAY.match(anchor.word)
        seconds = length(span.word) or 0.0
        if anchor is not None and day is not None and seconds % 86_400 == 0:
            year = 2000 if "X" in day[1] else int(day[1])
            try:
                moved = date(year, int(day[2]), int(day[3])) + timedelta(
                    days=seconds / 86_400 * (1 if part.role == "after" else -1)
                )
            except OverflowError:  # beyond the calendar, which ends with the year 9999
                return None
            return replace(anchor, word=moved.isoformat() if year != 2000 else f"XXXX-{moved:%m-%d}")
    return None


def length(word: str) -> float | None:
    """Seconds of a TIMEX3 duration."""
    match = _LENGTH.match(word) if word.startswith("P") else None
    if match is None or not any(match.groups()):
        return None
    return sum(float(number) * seconds for number, seconds in zip(match.groups(), _SECONDS, strict=True) if number)


def _same_time(one: Part, other: Part) -> bool:
    mine, theirs = length(one.word), length(other.word)
    if mine is not None and theirs is not None:
        return abs(mine - theirs) < 1
    return _masked(one.word.rstrip("~?"), other.word.rstrip("~?"))


def _masked(one: str, other: str) -> bool:
    return len(one) == len(other) and all(a == b or "X" in {a, b} for a, b in zip(one, other, strict=True))


def _finer(one: Part, other: Part) -> Entails:
    mine, theirs = one.word.rstrip("~?"), other.word.rstrip("~?")
    if len(mine) > len(theirs) and _masked(mine[: len(theirs)], theirs):
        return "first"
    if len(theirs) > len(mine) and _masked(theirs[: len(mine)], mine):
        return "second"
    return "neither"


def compare_numbers(first: Said, second: Said, found: Alignment) -> Iterator[Difference]:
    """Figures of things that answer each other, or of the same place in both sayings, that differ."""
    mine = [number for number in found.alone_first if first.parts[number].kind == "number" and number not in first.excluded]
    theirs = [number for number in found.alone_second if second.parts[number].kind == "number" and number not in second.excluded]
    pairs = [(one, other) for one in mine for other in theirs if _count_alike(first, second, one, other, found)]
    if any(_equal(first.parts[one], second.parts[other]) for one, other in pairs):
        return
    differences = [_between(first.parts[one], second.parts[other]) for one, other in pairs]
    yield from sorted(differences, key=lambda each: (not each.denied, each.entails == "neither"))[:1]


def _between(one: Part, other: Part) -> Difference:
    why = f"{one.word} is not {other.word}"
    for part, answer, side in ((one, other, "first"), (other, one, "second")):
        if part.low is not None and part.high is None and answer.high == part.low and answer.low is None and _is_over(part):
            return Difference(why, denied=True)
        if _inside(part, answer):
            return Difference(why, "first" if side == "first" else "second")
    return Difference(why)


def _count_alike(first: Said, second: Said, one: int, other: int, found: Alignment) -> bool:
    """Whether two figures may count one thing: what either counts is not answered by what the other does not count."""
    mine, theirs = first.parts[one].of, second.parts[other].of
    pair, answer = found.of_first(mine), found.of_second(theirs)
    return (pair is None or pair.second == theirs or second.parts[pair.second].kind == "deed") and (
        answer is None or answer.first == mine or first.parts[answer.first].kind == "deed"
    )


def _equal(one: Part, other: Part) -> bool:
    """Whether two figures round the same value in words of one kind: "nearly 3,000", "just under 3,000"."""
    mine, theirs = _bare(one), _bare(other)
    return mine == theirs and any(_says(one, words) and _says(other, words) for words in APPROXIMATE)


def _bare(part: Part) -> str:
    return " ".join(word for word in part.word.split() if word[0].isdigit())


def _says(part: Part, words: frozenset[str]) -> bool:
    told = f" {' '.join(part.marks)} {part.word} "
    return any(f" {word} " in told for word in words)


def _is_over(part: Part) -> bool:
    return any(word in part.word for word in OVER)


def _inside(part: Part, answer: Part) -> bool:
    """Whether the range of one lies inside that of the other."""
    if part.low is None and part.high is None:
        return False
    above = answer.low is None or (part.low is not None and part.low >= answer.low)
    below = answer.high is None or (part.high is not None and part.high <= answer.high)
    return above and below and (answer.low, answer.high) != (None, None)
