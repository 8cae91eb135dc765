"""Figures of one thing on which accounts differ, an outlet's own voice among them, and those that one party itself revised."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, pairwise

from quoth.link.amounts import FAMILY, Amount, are_tolls_alike, clash, gather_amounts, is_of_one_thing
from quoth.link.clusters import Unions
from quoth.link.counts import ALONE, GATHERED, SMALL, agree, of_one_thing
from quoth.link.ground import Ground
from quoth.link.lengths import figures_of_lengths
from quoth.link.origins import Lineage
from quoth.link.voices import Voices
from quoth.link.whom import shared_by
from quoth.records import Disagreement, Given, Quantity, Reading, Statement, Story, TimeExpression, identify

_CLOCK = re.compile(r"T\d\d:\d\d[^/,\]}]*")
"""The time of day in an EDTF date."""
SETTLED = 3
"""Texts that give a noun one figure, from which on it counts one thing in their story."""
CROWD = 40
"""Figures of one noun that are compared each with each; of more, each with as many that follow it in time."""

NAMED = frozenset({"", "people"})
"""Units of figures that are of one thing only where their noun is the same."""
TELLING = 5
"""The least toll that one story has but for one thing: of small ones it may have several of one value."""
REST = 5
"""The least difference of two tolls that is looked for among the others: small ones are there by chance."""


def dispute_figures(
    quantities: Iterable[Quantity],
    *,
    statements: Mapping[str, Statement],
    ground: Ground,
    voices: Voices,
    times: Iterable[TimeExpression] = (),
) -> list[Disagreement]:
    """Figures of one story, lengths of time among them, that are given for one thing and cannot all be right, by two texts at least or
    by one that sets them against each other.

    Whoever gives them: the speakers of statements, an outlet itself where it says so in its own voice. Bounds and approximations that allow
    for one another ("more than 40", 43) are no disagreement, nor is a figure that the other article gives, too.
    """
    story_of = {name: story.id for story in ground.stories if len(story.documents) > 1 for name in story.documents}
    by_story: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in chain(quantities, figures_of_lengths(times, statements.values())):
        if quantity.document in story_of and quantity.value is not None:
            by_story[story_of[quantity.document]].append(quantity)
    lineage = Lineage.of(ground.copies)
    found: list[Disagreement] = []
    for story in ground.stories:
        given = by_story.get(story.id, ())
        if len({one.document for one in given}) > 1:
            read = ground.pages(sorted({one.document for one in given}))
            amounts = gather_amounts(given, read, statements=statements, voices=voices, texts=lineage.text_of(story.documents))
            found += _of_story(story, list(amounts))
    return found


def _of_story(story: Story, amounts: Sequence[Amount]) -> Iterator[Disagreement]:
    """The points on which the figures of one story differ, by what they count."""
    known: dict[str, list[Amount]] = defaultdict(list)
    by_thing: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    for one in _settled(amounts):
        known[one.quantity.document].append(one)
        for thing in sorted(one.figure.things) if one.figure.unit in NAMED else [""]:
            by_thing[thing, one.figure.unit].append(one)
    numbers: dict[str, int] = defaultdict(int)
    for (thing, _), group in sorted(by_thing.items()):
        for part in _parts(sorted(group, key=_order), known):
            about = _about(thing, part)
            found = _dispute(story.id, about, part, numbers[about])
            numbers[about] += 1
            yield replace(found, about=_narrowed(about, part))


def _settled(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The figures of a story, those marked whose noun several texts give one figure: "40 crates" in seven of nine articles."""
    texts: dict[tuple[str, str, float], set[str]] = defaultdict(set)
    for one in amounts:
        for thing in one.figure.things:
            texts[thing, one.figure.unit, one.figure.value].add(one.text)
    known = {(thing, unit) for (thing, unit, value), told in texts.items() if len(told) >= SETTLED and value >= SMALL}
    for one in amounts:
        settled = (
            one.toll is None and one.figure.unit in NAMED and any((thing, one.figure.unit) in known for thing in one.figure.things)
        )
        yield replace(one, settled=True) if settled else one


def _order(one: Amount) -> tuple[str, str, int]:
    return one.published or "9999", one.quantity.document, one.quantity.span.start


def _parts(group: Sequence[Amount], known: Mapping[str, Sequence[Amount]]) -> Iterator[list[Amount]]:
    """Figures that clash with others of the group, those together that clashes tie; and those that agree with one of these."""
    unions, clashing = Unions(len(group)), set()
    for one, other in _pairs(len(group)):
        first, second = group[one], group[other]
        if (
            (first.text != second.text or first.quantity.document == second.quantity.document)
            and clash(first, second)
            and not _is_told_apart(first, second, group, known)
        ):
            unions.join(one, other)
            clashing |= {one, other}
    for one, other in combinations(sorted(clashing), 2):
        if _repeats(group[one], group[other]):
            unions.join(one, other)
    parts: dict[int, list[int]] = defaultdict(list)
    for number in sorted(clashing):
        parts[unions.find(number)].append(number)
    for _, numbers in sorted(parts.items()):
        held = [group[number] for number in numbers]
        beside = (group[number] for number in range(len(group)) if number not in clashing)
        held += [one for one in beside if any(_repeats(one, other) or _is_finer(one, other) for other in held)]
        yield sorted(held, key=_order)


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    if count <= CROWD:
        yield from combinations(range(count), 2)
        return
    for first in range(count):
        yield from ((first, second) for second in range(first + 1, min(count, first + 1 + CROWD)))


def _is_told_apart(first: Amount, second: Amount, group: Sequence[Amount], known: Mapping[str, Sequence[Amount]]) -> bool:
    """Whether one document gives the other's figure, too, or the rest between the two is a figure of the story: 22 here, 9 there, 31 in all."""
    rest = abs(first.figure.value - second.figure.value)
    summed = first.toll is not None and rest >= REST and any(one.figure.value == rest for one in group)
    return summed or _knows(first, second, known) or _knows(second, first, known)


def _knows(one: Amount, other: Amount, known: Mapping[str, Sequence[Amount]]) -> bool:
    """Whether the voice that gives one gives the other figure, too, for something of that name: then it tells two things apart."""
    same = (
        each
        for each in known[one.quantity.document]
        if each is not one and each is not other and each.figure.unit == other.figure.unit
    )
    return any(agree(each.figure, other.figure) and _is_named_alike(each, other) and each.is_of_one_voice(one) for each in same)


def _is_named_alike(one: Amount, other: Amount) -> bool:
    return not one.figure.things or not other.figure.things or not one.figure.things.isdisjoint(other.figure.things)


def _repeats(one: Amount, other: Amount) -> bool:
    """Whether one gives the other's value again for the same thing; a value that an event has but once needs no words in common."""
    if one.figure.value != other.figure.value:
        return False
    if one.text == other.text and one.quantity.document != other.quantity.document and _is_named_alike(one, other):
        return True  # the same words again in a copy
    alone = one.figure.unit in ALONE and of_one_thing(one.figure, other.figure)
    return alone or is_of_one_thing(one, other) or (one.figure.value >= TELLING and are_tolls_alike(one, other))


def _is_finer(one: Amount, other: Amount) -> bool:
    """Whether one says of a toll more closely what the other gives a bound of: "4,200", "more than 4,000"."""
    bounded = (other.quantity.low is None) != (other.quantity.high is None)
    return one.toll is not None and bounded and agree(one.figure, other.figure) and is_of_one_thing(one, other)


def _about(thing: str, part: Sequence[Amount]) -> str:
    """What is counted, in the words of the figure that says it most shortly."""
    toll = part[0].toll
    if toll is not None:
        return toll
    if FAMILY in part[0].figure.things:
        return "children"
    if GATHERED in part[0].figure.things:
        return GATHERED
    words = {word for one in part if (word := (one.quantity.of or "").lower()).replace(" ", "").isalpha()}
    named = min(words, key=lambda word: (len(word), word), default=thing or "figure")
    unit = part[0].quantity.unit
    return named if unit in {None, "people"} else f"{named} ({unit})"


def _narrowed(about: str, part: Sequence[Amount]) -> str:
    """A toll with those whom it counts, where they are some of all: "killed (militants)"."""
    by_value: dict[float, list[Quantity]] = defaultdict(list)
    for one in part:
        by_value[one.figure.value].append(one.quantity)
    whom = shared_by(by_value) if part[0].toll is not None else None
    return about if whom is None else f"{about} ({whom})"


def _dispute(story: str, about: str, part: Sequence[Amount], number: int) -> Disagreement:
    by_value: dict[float, list[Amount]] = defaultdict(list)
    for one in part:
        by_value[one.figure.value].append(one)
    replaced = _replaced(by_value)
    return Disagreement(
        id=identify("disagreement", "figure", story, about, part[0].figure.unit, *([number] if number else [])),
        story=story,
        about=about,
        kind="figure",
        readings=tuple(_reading(by_value[value], replaced[value]) for value in sorted(by_value)),
        revised=_revised(by_value, replaced),
    )


def _reading(given: Sequence[Amount], replaced: Collection[str]) -> Reading:
    days = [_CLOCK.sub("", one.quantity.as_of) for one in given if one.quantity.as_of]
    return Reading(
        value=tell_value(given[0].quantity.value or 0.0),
        statements=_once(one.quantity.statement for one in given),
        actors=_once(actor for one in given for actor in one.actors),
        documents=_once(one.quantity.document for one in given),
        as_of=min(days, key=lambda day: day.lstrip("[{"), default=None),
        given=tuple(Given(one.quantity.document, one.quantity.span, one.quantity.statement) for one in given),
        replaced=_once(actor for one in given for actor in one.actors if actor in replaced),
    )


def tell_value(value: float) -> str:
    """A figure as readings have it."""
    return f"{value:g}" if value < 1e6 else f"{value:.0f}"


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _replaced(by_value: Mapping[float, Sequence[Amount]]) -> dict[float, frozenset[str]]:
    """By value who gave it and gave another one on a later day."""
    first: dict[str, dict[float, str]] = defaultdict(dict)
    for value, amounts in by_value.items():
        for one in amounts:
            for actor in one.actors if one.day else ():
                day = (one.day or "")[:10]
                first[actor][value] = min(day, first[actor].get(value, day))
    return {
        value: frozenset(actor for actor, days in first.items() if value in days and max(days.values()) > days[value])
        for value in by_value
    }


def _revised(by_value: Mapping[float, Sequence[Amount]], replaced: Mapping[float, frozenset[str]]) -> bool:
    """Whether those who replaced their figures tie all of them together, each giving some; or all rise from day to day."""
    revisers = frozenset(actor for actors in replaced.values() for actor in actors)
    left = [revisers & {actor for one in amounts for actor in one.actors} for amounts in by_value.values()]
    tied = set(left.pop())
    while any(tied & actors for actors in left):
        tied |= {actor for actors in left if tied & actors for actor in actors}
        left = [actors for actors in left if not actors <= tied or not actors]
    return (bool(tied) and not left) or _rises(by_value)


def _rises(by_value: Mapping[float, Sequence[Amount]]) -> bool:
    """Whether each larger figure is of a later day than every smaller one."""
    spans = []
    for value in sorted(by_value):
        days = sorted({(one.day or "")[:10] for one in by_value[value]})
        if not all(days):
            return False
        spans.append((days[0], days[-1]))
    return all(first[1] < second[0] for first, second in pairwise(spans))
