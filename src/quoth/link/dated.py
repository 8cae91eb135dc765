"""Days on which accounts put one deed: "the explosion at the dam on March 15", "the explosion at the Lower Dam on Saturday, March 16"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.lexicon.classes import word_class
from quoth.lexicon.paraphrases import same_word
from quoth.link.accounts import SLIP
from quoth.link.days import days_between
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Disagreement, Reading, Statement, TimeExpression, identify

NEAR = 90
"""Code points between a noun for a deed and its date."""
ENDINGS = ("quake", "crash", "shooting", "killing", "bombing", "robbery")
"""Endings of nouns for what happens once, on a day."""
LEADING = re.compile(r"\b(?:on|of)(?: \w+day,?)? $", re.IGNORECASE)
"""What stands before a date that dates what is named before it."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_PAUSE = re.compile(r"[.;:!?]\s|,? \b(?:who|which|after|before|since|when)\b")
_SMALL = frozenset({"the", "and", "for", "its", "their", "his", "her", "was", "were", "had", "has", "day", "near"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A deed that a statement puts on a day."""

    deed: str
    """In one form for one deed."""
    noun: str
    day: str
    place: frozenset[str]
    """Words of content between the noun and the date: where, or of what."""
    statement: Statement


def dispute_deed_days(
    times: Iterable[TimeExpression], statements: Mapping[str, Statement], *, ground: Ground, voices: Voices
) -> list[Disagreement]:
    """Deeds of one story that statements of two documents put on days close to each other but not the same."""
    story_of = {name: story.id for story in ground.stories for name in story.documents}
    groups: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for one in find_dated(times, statements.values()):
        if one.statement.document in story_of:
            groups[story_of[one.statement.document], one.deed].append(one)
    found = (_dispute(story, told, voices) for (story, _), group in sorted(groups.items()) for told in _of_one_place(group))
    return [point for point in found if point is not None]


def find_dated(times: Iterable[TimeExpression], statements: Iterable[Statement]) -> Iterator[Dated]:
    """Every deed that the content of a statement names with its day right behind, by the innermost statement that holds it."""
    days = defaultdict(list)
    for time in times:
        if time.type == "DATE" and re.fullmatch(r"\d{4}-\d\d-\d\d", time.edtf or ""):
            days[time.document].append(time)
    told: dict[str, Dated] = {}
    for statement in sorted(statements, key=lambda one: (one.document, -len(one.content.text), one.id)):
        for time in days.get(statement.document, ()):
            one = _dated(statement, time)
            if one is not None:
                told[time.id] = one
    yield from told.values()


def _dated(statement: Statement, time: TimeExpression) -> Dated | None:
    at = next((span for span in statement.content.spans if span.start <= time.span.start and time.span.end <= span.end), None)
    if at is None:
        return None
    offset = sum(span.end - span.start + 1 for span in statement.content.spans if span.start < at.start)
    before = statement.content.text[: offset + time.span.start - at.start]
    clause = " ".join(_PAUSE.split(before[-NEAR:])[-1].split()) + " "
    if LEADING.search(clause) is None:
        return None
    words = [word.lower() for word in _WORD.findall(clause)]
    place = max((number for number, word in enumerate(words) if is_deed(word)), default=None)
    if place is None:
        return None
    rest = frozenset(word for word in words[place + 1 :] if word not in _SMALL)
    return Dated(same_word(words[place]), words[place], time.edtf or "", rest, statement)


def is_deed(word: str) -> bool:
    """Whether a noun tells of something that happens once."""
    return word in word_class("deed_noun") or same_word(word) in word_class("once") or word.endswith(ENDINGS)


def _of_one_place(group: Sequence[Dated]) -> Iterator[list[Dated]]:
    """The tellings of a deed that share a word of where it was, with those they share one with; those that name no place with none."""
    left = [one for one in group if one.place]
    while left:
        held, left = [left[0]], left[1:]
        for one in list(left):
            if any(one.place & other.place for other in held):
                held.append(one)
                left.remove(one)
        yield held


def _dispute(story: str, told: Sequence[Dated], voices: Voices) -> Disagreement | None:
    days = sorted({one.day for one in told})
    by_day = {day: [one for one in told if one.day == day] for day in days}
    if len(days) != 2 or (days_between(days[0], days[1]) or SLIP + 1) > SLIP:
        return None
    if {one.statement.document for one in by_day[days[0]]} == {one.statement.document for one in by_day[days[1]]}:
        return None
    return Disagreement(
        id=identify("disagreement", "date", story, told[0].deed, *days),
        story=story,
        about=f"day of the {told[0].noun}",
        kind="date",
        readings=tuple(_reading(day, by_day[day], voices) for day in days),
    )


def _reading(day: str, told: Sequence[Dated], voices: Voices) -> Reading:
    return Reading(
        value=day,
        statements=tuple(dict.fromkeys(one.statement.id for one in told)),
        actors=tuple(dict.fromkeys(actor for one in told for actor in voices.of(one.statement.id, one.statement.document))),
        documents=tuple(dict.fromkeys(one.statement.document for one in told)),
    )
