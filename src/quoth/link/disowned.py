"""Figures of which somebody says that they never gave them: "said that it never gave that figure", "denied having reported nine deaths"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quoth.lexicon.answering import answering
from quoth.link.answers import FARTHEST, tells_of_giving
from quoth.link.credits import outlet_key
from quoth.link.figures import tell_value
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Disagreement, Given, Quantity, Reading, Statement


def note_disowned(
    points: Iterable[Disagreement],
    *,
    quantities: Iterable[Quantity],
    statements: Mapping[str, Statement],
    ground: Ground,
    voices: Voices,
) -> list[Disagreement]:
    """The points, each figure with the words of those who say that they never gave it. They are no longer among those who do, unless they give
    it themselves: others only say that they did."""
    held = list(points)
    disowning = [one for one in statements.values() if _may_disown(one)]
    if not disowning:
        return held
    figures: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        figures[quantity.document].append(quantity)
    story_of = {name: story.id for story in ground.stories for name in story.documents}
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in disowning:
        those = [point for point in held if point.kind == "figure" and point.story == story_of.get(one.document)]
        meant = _meant(one, figures[one.document], those, voices)
        if meant is not None:
            found[meant].append(one)
    return [_noted(point, found, ground, voices) for point in held]


def _may_disown(statement: Statement) -> bool:
    """Whether a statement denies that a figure was given."""
    proposition = statement.proposition
    denied = statement.stance == "denies" and not statement.negated
    never = statement.stance in {"asserts", "thinks"} and not statement.negated and proposition is not None and proposition.negated
    text = statement.content.text
    if statement.act == "retract":
        return False  # who takes it back says that they gave it
    return (
        statement.speaker is not None
        and (denied or never)
        and (tells_of_giving(text) or answering()["giving"].search(text) is not None)
    )


def _meant(
    statement: Statement, figures: Sequence[Quantity], points: Sequence[Disagreement], voices: Voices
) -> tuple[str, str] | None:
    """The point and the value that somebody disowns: the figure in their words, behind a verb of giving; where these point back, the nearest one
    before them that accounts differ on."""
    told = _told(statement, figures)
    if told is None and tells_of_giving(statement.content.text):
        start = statement.content.spans[0].start
        before = [one for one in figures if one.span.end <= start <= one.span.end + FARTHEST]
        known = {reading.value for point in points for reading in point.readings}
        told = max((one for one in before if _value(one) in known), key=lambda one: one.span.start, default=None)
    if told is None:
        return None
    given = [
        point
        for point in points
        if any((one.document, one.span) == (told.document, told.span) for each in point.readings for one in each.given)
    ]
    alike = given or [point for point in points if any(reading.value == _value(told) for reading in point.readings)]
    mine = set(voices.speakers(statement.speaker))
    chosen = alike if len(alike) == 1 else [one for one in alike if any(mine & set(each.actors) for each in one.readings)]
    return (chosen[0].id, _value(told)) if len(chosen) == 1 else None


def _told(statement: Statement, figures: Sequence[Quantity]) -> Quantity | None:
    """The figure that a content names as one that was given: "having reported nine deaths"."""
    span = statement.content.spans[0]
    verb = answering()["giving"].search(statement.content.text)
    if verb is None:
        return None
    inside = (
        one for one in figures if span.start + verb.end() <= one.span.start and one.span.end <= statement.content.spans[-1].end
    )
    return next((one for one in inside if one.value is not None), None)


def _value(quantity: Quantity) -> str:
    return "" if quantity.value is None else tell_value(quantity.value)


def _noted(
    point: Disagreement,
    found: Mapping[tuple[str, str], Sequence[Statement]],
    ground: Ground,
    voices: Voices,
) -> Disagreement:
    if not any((point.id, reading.value) in found for reading in point.readings):
        return point
    return replace(
        point,
        readings=tuple(_disowned(reading, found.get((point.id, reading.value), ()), ground, voices) for reading in point.readings),
    )


def _disowned(reading: Reading, said: Sequence[Statement], ground: Ground, voices: Voices) -> Reading:
    """A value with what was said against having given it."""
    who = {actor for one in said for actor in voices.speakers(one.speaker)}
    own = {actor for actor in who if _gives_it(actor, reading, ground, voices)}
    return replace(
        reading,
        actors=tuple(actor for actor in reading.actors if actor not in who - own),
        disowned=tuple(Given(one.document, one.content.spans[0], one.id) for one in said),
    )


def _gives_it(actor: str, reading: Reading, ground: Ground, voices: Voices) -> bool:
    """Whether somebody gives a value in an outlet of their own."""
    name = outlet_key(ground.actors[actor].name) if actor in ground.actors else ""
    for one in reading.given:
        document = ground.documents.get(one.document)
        own = document is not None and outlet_key(document.outlet or "") == name
        if own and actor in voices.of(one.statement, one.document):
            return True
    return False
