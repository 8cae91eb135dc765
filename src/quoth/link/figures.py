"""Figures of one thing on which accounts differ, and those that one party itself revised."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quoth.lexicon.classes import word_class
from quoth.lexicon.paraphrases import same_word
from quoth.link.ground import Ground
from quoth.link.meanings import LIGHT
from quoth.link.voices import Voices
from quoth.records import Disagreement, Quantity, Reading, Statement, identify

COUNTED = ("killed", "injured", "hospitalized", "moved", "missing", "rescued", "infected", "arrested", "kidnapped", "captured")
"""What a story counts once: a toll has one value at a time, whatever words name it (classes ``counted_…``)."""
ABOUT = 0.1
"""How far an approximate figure reaches to either side, as a share of it."""
PART = re.compile(r"\bof (?:the|them|those|these|whom|his|her|its|their)\b", re.IGNORECASE)
"""What a part is picked from ("30 of the 80 wounded"): no figure of the whole."""


@dataclass(frozen=True, slots=True)
class _Count:
    """One figure with its bounds and who gives it."""

    quantity: Quantity
    low: float
    high: float
    actors: tuple[str, ...]
    day: str | None
    names: frozenset[str]
    """Names in the statement that it stands in: where, or of whom."""


def dispute_figures(
    quantities: Iterable[Quantity], *, statements: Mapping[str, Statement], ground: Ground, voices: Voices
) -> list[Disagreement]:
    """Figures of one story that count one thing and cannot all be right, from two documents at least.

    A tolls' words count as one thing over the whole story; any other noun only together with the verb of the statement that it stands in.
    Bounds and approximations that allow for one another ("more than 40", 43) are no disagreement.
    """
    story_of = {name: story.id for story in ground.stories for name in story.documents}
    groups: dict[tuple[str, str, str], list[_Count]] = defaultdict(list)
    for quantity in quantities:
        thing = counted(quantity, statements)
        if thing is not None and quantity.document in story_of and quantity.value is not None:
            groups[story_of[quantity.document], *thing].append(_count(quantity, statements, voices, ground))
    found = (_dispute(story, about, unit, counts) for (story, about, unit), counts in sorted(groups.items()))
    return [each for each in found if each is not None]


def counted(quantity: Quantity, statements: Mapping[str, Statement]) -> tuple[str, str] | None:
    """What a figure counts, as (thing, unit): comparable over documents; None where that cannot be told, and for parts of a whole."""
    if PART.search(quantity.text) or quantity.unit == "share":
        return None
    words = (quantity.of or "").lower().split()
    for name in COUNTED:
        if quantity.unit in {None, "people"} and not word_class(f"counted_{name}").isdisjoint(words):
            return name, "people"
    statement = statements.get(quantity.statement or "")
    deed = statement.proposition.predicate if statement and statement.proposition else None
    if not words or deed is None or deed in LIGHT:
        return None
    return f"{quantity.of}, {same_word(deed)}", quantity.unit or ""


def _count(quantity: Quantity, statements: Mapping[str, Statement], voices: Voices, ground: Ground) -> _Count:
    value = quantity.value or 0.0
    if quantity.low is None and quantity.high is None:
        low, high = value * (1 - ABOUT), value * (1 + ABOUT)
    else:
        low = quantity.low if quantity.low is not None else float("-inf")
        high = quantity.high if quantity.high is not None else float("inf")
    document = ground.documents.get(quantity.document)
    day = quantity.as_of or (document.published if document else None)
    statement = statements.get(quantity.statement or "")
    names = frozenset(statement.proposition.names) if statement and statement.proposition else frozenset()
    return _Count(quantity, low, high, voices.of(quantity.statement, quantity.document), day, names)


def agree(first: _Count, second: _Count) -> bool:
    """Whether both figures can be right at once."""
    return first.low <= second.high and second.low <= first.high


def comparable(first: _Count, second: _Count) -> bool:
    """Whether both may count the same: not where each names others (the dead of one state, and of another)."""
    return not first.names or not second.names or bool(first.names & second.names)


def _dispute(story: str, about: str, unit: str, counts: Sequence[_Count]) -> Disagreement | None:
    counts = [count for count in counts if any(comparable(count, other) and not agree(count, other) for other in counts)]
    if len({count.quantity.document for count in counts}) < 2:
        return None
    by_value: dict[float, list[_Count]] = defaultdict(list)
    for count in counts:
        by_value[count.quantity.value or 0.0].append(count)
    readings = tuple(_reading(value, by_value[value]) for value in sorted(by_value))
    return Disagreement(
        id=identify("disagreement", "figure", story, about, unit),
        story=story,
        about=about if unit in {"", "people"} else f"{about} ({unit})",
        kind="figure",
        readings=readings,
        revised=_revised(by_value),
    )


def _reading(value: float, counts: Sequence[_Count]) -> Reading:
    return Reading(
        value=f"{value:g}" if value < 1e6 else f"{value:.0f}",
        statements=_once(count.quantity.statement for count in counts),
        actors=_once(actor for count in counts for actor in count.actors),
        documents=_once(count.quantity.document for count in counts),
        as_of=min((count.day[:10] for count in counts if count.day), default=None),
    )


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _revised(by_value: Mapping[float, Sequence[_Count]]) -> bool:
    """Whether one party gives several figures on several days."""
    given: dict[str, dict[float, str | None]] = defaultdict(dict)
    for value, counts in by_value.items():
        for count in counts:
            for actor in count.actors:
                given[actor].setdefault(value, count.day)
    return any(len(values) > 1 and len(set(values.values())) > 1 for values in given.values())
