"""Figures of one thing on which accounts differ, and those that one party itself revised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.lexicon.classes import word_class
from quoth.lexicon.paraphrases import same_word
from quoth.link.counts import COUNTED, SMALL, Counted, agree, figure_of
from quoth.link.ground import Ground
from quoth.link.meanings import LIGHT
from quoth.link.voices import Voices
from quoth.records import Disagreement, Quantity, Reading, Statement, identify

GAP = 2.5
"""Times a figure from which on the next larger one counts something else, unless both are small."""


@dataclass(frozen=True, slots=True)
class _Count:
    """One figure with its bounds and who gives it."""

    quantity: Quantity
    figure: Counted
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
        figure = figure_of(quantity, ()) if thing is not None and quantity.document in story_of else None
        if thing is not None and figure is not None:
            groups[story_of[quantity.document], *thing].append(_count(quantity, figure, statements, voices, ground))
    found = (
        _dispute(story, about, unit, part, number)
        for (story, about, unit), counts in sorted(groups.items())
        for number, part in enumerate(_apart(counts))
    )
    return [each for each in found if each is not None]


def _apart(counts: Iterable[_Count]) -> Iterator[list[_Count]]:
    """The figures in runs of like size, smallest first: those of another size count something else."""
    run: list[_Count] = []
    for one in sorted(counts, key=lambda count: (count.figure.value, count.quantity.id)):
        if run and one.figure.value >= SMALL and one.figure.value > GAP * run[-1].figure.value:
            yield run
            run = []
        run.append(one)
    yield run


def counted(quantity: Quantity, statements: Mapping[str, Statement]) -> tuple[str, str] | None:
    """What a figure counts, as (thing, unit): comparable over documents; None where that cannot be told."""
    words = (quantity.of or "").lower().split()
    for name in COUNTED:
        if quantity.unit in {None, "people"} and not word_class(f"counted_{name}").isdisjoint(words):
            return name, "people"
    statement = statements.get(quantity.statement or "")
    deed = statement.proposition.predicate if statement and statement.proposition else None
    if not words or deed is None or deed in LIGHT:
        return None
    return f"{quantity.of}, {same_word(deed)}", quantity.unit or ""


def _count(quantity: Quantity, figure: Counted, statements: Mapping[str, Statement], voices: Voices, ground: Ground) -> _Count:
    document = ground.documents.get(quantity.document)
    day = quantity.as_of or (document.published if document else None)
    statement = statements.get(quantity.statement or "")
    names = frozenset(statement.proposition.names) if statement and statement.proposition else frozenset()
    return _Count(quantity, figure, voices.of(quantity.statement, quantity.document), day, names)


def comparable(first: _Count, second: _Count) -> bool:
    """Whether both may count the same: not where each names others (the dead of one state, and of another), nor other kinds of a thing."""
    if first.figure.kinds != second.figure.kinds:
        return False
    return not first.names or not second.names or bool(first.names & second.names)


def _dispute(story: str, about: str, unit: str, counts: Sequence[_Count], number: int) -> Disagreement | None:
    counts = [one for one in counts if any(comparable(one, other) and not agree(one.figure, other.figure) for other in counts)]
    if len({count.quantity.document for count in counts}) < 2:
        return None
    by_value: dict[float, list[_Count]] = defaultdict(list)
    for one in counts:
        by_value[one.quantity.value or 0.0].append(one)
    readings = tuple(_reading(value, by_value[value]) for value in sorted(by_value))
    return Disagreement(
        id=identify("disagreement", "figure", story, about, unit, *([number] if number else [])),
        story=story,
        about=about if unit in {"", "people"} else f"{about} ({unit})",
        kind="figure",
        readings=readings,
        revised=_revised(by_value),
    )


def _reading(value: float, counts: Sequence[_Count]) -> Reading:
    return Reading(
        value=tell_value(value),
        statements=_once(count.quantity.statement for count in counts),
        actors=_once(actor for count in counts for actor in count.actors),
        documents=_once(count.quantity.document for count in counts),
        as_of=min((count.quantity.as_of[:10] for count in counts if count.quantity.as_of), default=None),
    )


def tell_value(value: float) -> str:
    """A figure as readings have it."""
    return f"{value:g}" if value < 1e6 else f"{value:.0f}"


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _revised(by_value: Mapping[float, Sequence[_Count]]) -> bool:
    """Whether one party gives several figures on several days, or all rise from day to day."""
    given: dict[str, dict[float, str | None]] = defaultdict(dict)
    for value, counts in by_value.items():
        for one in counts:
            for actor in one.actors:
                given[actor].setdefault(value, one.day)
    own = any(len(values) > 1 and len(set(values.values())) > 1 for values in given.values())
    return own or _rises(by_value)


def _rises(by_value: Mapping[float, Sequence[_Count]]) -> bool:
    """Whether each larger figure is of a later day than every smaller one."""
    spans = []
    for value in sorted(by_value):
        days = sorted({(one.day or "")[:10] for one in by_value[value]})
        if not all(days):
            return False
        spans.append((days[0], days[-1]))
    return all(first[1] < second[0] for first, second in pairwise(spans))
