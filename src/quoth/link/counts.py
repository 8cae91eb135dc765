"""When two figures are of one thing and cannot both be right: units converted, bounds and approximations allowed for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quoth.lexicon.classes import word_class
from quoth.lexicon.paraphrases import same_word
from quoth.records import Quantity, TimeExpression

COUNTED = (
    "killed",
    "injured",
    "treated",
    "hospitalized",
    "moved",
    "missing",
    "rescued",
    "infected",
    "arrested",
    "kidnapped",
    "captured",
)
"""What a story counts once: a toll has one value at a time, whatever words name it (classes ``counted_…``)."""
GATHERED = "crowd"
"""What is counted where people gather, whatever words name it (class ``gathered``): sides put one crowd at a tenth of what others see."""
PART = re.compile(
    r"\bof (?:the|them|those|these|whom|which|his|her|its|their) (?:\w+ )?\d|\bof (?:them|those|these|whom|which)\b", re.IGNORECASE
)
"""What a part is picked from ("30 of the 80 wounded"): no figure of the whole."""
REST = re.compile(r"^(?:an?)?other\b|^more (?!than\b)|\b(?:another|others?|more)$", re.IGNORECASE)
"""What comes on top of another figure."""
ON_TOP = re.compile(r"\b(?:another|other|additional|more|extra|further)\s*$", re.IGNORECASE)
DIMENSION = re.compile(r"\b(?:deep|wide|high|tall|long|thick|across|depth|width|height|length|diameter)\b", re.IGNORECASE)
CONVERTED: Mapping[str, tuple[str, float]] = {
    "mi": ("km", 1.609), "nautical miles": ("km", 1.852), "m": ("km", 0.001), "ft": ("km", 0.0003048), "yd": ("km", 0.0009144), "cm": ("km", 0.00001),
    "lb": ("kg", 0.4536), "t": ("kg", 1000.0), "g": ("kg", 0.001),
    "millisievert": ("microsievert", 1000.0), "millisievert per hour": ("microsievert per hour", 1000.0),
    "second": ("hour", 1 / 3600), "minute": ("hour", 1 / 60), "day": ("hour", 24.0), "week": ("hour", 168.0),
}  # fmt: skip
"""Units to the one that they are compared in."""
READ_OFF = re.compile(r"sievert|becquerel|gray|decibel")
"""Units that tell by themselves what is measured, whatever noun stands beside them."""
ALONE = frozenset({"magnitude"})
"""Units in which one event has but one value."""
ANOTHER = 1.0
"""Difference of two of these from which on they are of two events: the quake, and a lesser one after it."""
SETTING = frozenset({"km", "hour", "percent", "age", "degrees"})
"""Units of which a story has many figures: of one thing only where the words around agree, too."""
ROUNDED, ABOUT, OPEN = 0.04, 0.05, 0.18
"""How far an exact figure, an approximate one, and one open at an end reach, as a share of the larger of two."""
FARTHEST = 5.0
"""Times the smaller of two figures from which on they are taken to count different things."""
SMALL = 20
"""Counts below this are not rounded."""
PRECISE = 100
"""Counts below this that are no multiples of five are not rounded either."""
AROUND = 2
"""Words of content that the surroundings of two such figures must share."""
AROUND_SHARES = 5
"""The same of percentages, of which one study has many."""
MODIFIER = 4
"""Letters from which on a word between number and noun tells which are meant."""
_DURATION = re.compile(r"^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
_ROUND = re.compile(r"\b(?:about|around|some|almost|nearly|roughly|approximately|estimated|close to|up to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure ready to be compared."""

    value: float
    low: float
    """Equal to ``value`` where it is open below, or only near it."""
    high: float
    unit: str
    things: frozenset[str]
    """What is counted: one of ``COUNTED``, else the noun."""
    kinds: frozenset[str]
    """Words that tell which of these things are counted, and along what they are measured."""
    around: frozenset[str]
    """Words of content beside it."""
    slack: float


def figure_of(quantity: Quantity, around: Collection[str], *, before: str = "", after: str = "") -> Counted | None:
    """A quantity ready to be compared; None for parts of a whole, rests, shares and what has no value. ``before`` and ``after`` are the
    words next to it."""
    rest = REST.search(quantity.text) or ON_TOP.search(before)
    if quantity.value is None or quantity.unit == "share" or PART.search(quantity.text) or rest:
        return None
    unit, factor = CONVERTED.get(quantity.unit or "", (quantity.unit or "", 1.0))
    value = quantity.value
    exact = (value < SMALL and unit not in {"km", "hour", "kg"}) or unit == "magnitude"
    near = quantity.low is None and quantity.high is None
    high = value * (1 + OPEN) if quantity.high is None and quantity.low is not None else quantity.high or value
    low = value * (1 - OPEN) if quantity.low is None and quantity.high is not None else quantity.low or value
    slack = ABOUT if near else 0.0 if exact or low != high or _is_precise(value, unit) else ROUNDED
    return Counted(
        value * factor, low * factor, high * factor, unit, things_of(quantity), _kinds(quantity, after), frozenset(around), slack
    )


def figure_of_time(time: TimeExpression, around: Collection[str]) -> Counted | None:
    """A length of time as a figure in hours; None for others, and for months and years."""
    match = _DURATION.match(time.value or "") if time.type == "DURATION" else None
    if match is None or not any(match.groups()):
        return None
    weeks, days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    value = weeks * 168 + days * 24 + hours + minutes / 60 + seconds / 3600
    slack = ABOUT if _ROUND.search(time.text) else ROUNDED
    return Counted(value, value, value, "hour", frozenset(), frozenset(), frozenset(around), slack)


def _is_precise(value: float, unit: str) -> bool:
    """Whether a count is given to the last one: 27 is no rounded figure."""
    return unit in {"", "people"} and value < PRECISE and value % 1 == 0 and value % 5 != 0


def _kinds(quantity: Quantity, after: str) -> frozenset[str]:
    """The words between number and noun ("worst-hit villages", "domestic flights"), and the dimension of a length."""
    words = quantity.text.lower().split()
    noun = (quantity.of or "").lower().split()[-1:]
    numbers = [place for place, word in enumerate(words) if any(char.isdigit() for char in word)]
    between = words[numbers[-1] + 1 : words.index(noun[0])] if numbers and noun and noun[0] in words[numbers[-1] :] else []
    return frozenset(word for word in between if len(word) > MODIFIER) | {
        match.lower() for match in DIMENSION.findall(f"{quantity.text} {after}")
    }


def things_of(quantity: Quantity) -> frozenset[str]:
    """What a figure counts, in one form for one thing."""
    words = (quantity.of or "").lower().split()
    for name in COUNTED:
        if quantity.unit in {None, "people"} and not word_class(f"counted_{name}").isdisjoint(words):
            return frozenset({name})
    if quantity.unit == "people" and not word_class("gathered").isdisjoint(words[-1:]):
        return frozenset({GATHERED})
    if quantity.unit not in {None, "people"} and not word_class("priced").isdisjoint(words[-1:]):
        return frozenset({"cost"})
    if READ_OFF.search(quantity.unit or "") and not word_class("read_off").isdisjoint(words[-1:]):
        return frozenset()  # "the peak", "measured": the unit tells of what
    return frozenset(same_word(_singular(word)) for word in words[-1:])


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def of_one_thing(one: Counted, other: Counted) -> bool:
    """Whether two figures count the same."""
    if one.unit != other.unit or one.kinds != other.kinds:
        return False
    if one.unit in ALONE:
        return ("aftershock" in one.things) == ("aftershock" in other.things)
    if one.unit in SETTING:
        named = not one.things or not other.things or bool(one.things & other.things)
        return named and len(one.around & other.around) >= (AROUND_SHARES if one.unit == "percent" else AROUND)
    if READ_OFF.search(one.unit) and not (one.things and other.things):
        return True
    return bool(one.things & other.things)


def agree(one: Counted, other: Counted) -> bool:
    """Whether two figures can be right at once."""
    allowed = max(one.slack, other.slack) * max(one.value, other.value)
    return one.low <= other.high + allowed and other.low <= one.high + allowed


def far_apart(one: Counted, other: Counted) -> bool:
    """Whether two figures lie so far apart that they count different things: the dead of a raid, and of the war; "none" is near to few."""
    low, high = sorted((one.value, other.value))
    if one.unit in ALONE:
        return high - low > ANOTHER
    return high > FARTHEST * low if low > 0 else high > SMALL


def conflict(one: Counted, other: Counted) -> bool:
    """Whether two figures of one thing cannot both be right."""
    return of_one_thing(one, other) and not agree(one, other) and not far_apart(one, other)
