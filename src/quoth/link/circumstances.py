"""Circumstances of one deed in the sentences of several articles, an outlet's own included: at what o'clock it was, how long after another,
which way somebody was going.

That two sentences give two times says little; taken for one deed are sentences whose rare words near the time are the same, in articles that
put it on no other day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from quoth.link.amounts import weigh_words
from quoth.link.clusters import Unions
from quoth.link.differences import INWARD, LATER, WEEKDAY, days_later
from quoth.link.ground import Ground, Page
from quoth.link.origins import Lineage
from quoth.link.sentences import split_sentences
from quoth.link.shingles import TELLING
from quoth.link.voices import Voices, innermost
from quoth.records import Disagreement, DisagreementKind, Given, Reading, Span, Statement, Story, identify

WINDOW = 90
"""Code points before and after a value whose words are near it."""
AHEAD = 8
"""Code points behind a time in which its zone stands."""
CROWD = 40
"""Values of a story with one rare word that are compared each with each, the first."""
RARE = 4.0
"""Weight of a word by which two values may be found to be of one deed."""
LOWER = 4
"""Words in small letters that a sentence has at least; lines of dates and buttons have fewer."""
MINUTES, HOURS = 20, 3
"""Minutes that two times of one deed must lie apart, and hours beyond which they are of two deeds."""
AFTER, ANCHORED = "after", 4.0
"""Of "two days after the vote" what was voted on must be the same as well as what was then: the weight of words on either side."""
REPEATED = 0.5
"""Part of the weight that two different values must share from which on two equal ones are of one deed."""
ROUND = 0.35
"""Part of the longer of two lengths by which weeks, months and years may be rounded."""

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.] ?(?P<minute>[0-5]\d))? ?(?P<half>[ap])\. ?m\b\.?|\b(?P<hour2>\d{1,2})(?:[:.] ?(?P<minute2>[0-5]\d))? ?(?P<half2>[ap])m\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:by|until|till|since|from|between|to|(?<!shortly )(?<!just )(?<!soon )(?<!immediately )after|(?<!shortly )(?<!just )before)\W*$",
    re.IGNORECASE,
)
"""What stands before a time that is but a limit."""
_ZONE = re.compile(r"^\W{0,2}(?P<zone>[ECMP][SD]?T|GMT|BST|UTC|IST|local)\b")
_ABOUT = re.compile(
    r"\b(?:less than|more than|nearly|almost|within|over|about|around|some|up to|at least|barely|only|just)\W*$", re.IGNORECASE
)
"""What stands before a length that is but a limit, or about so long."""
_GOING = re.compile(
    r"\b(?P<deed>\w{3,}ing) (?P<way>into|inside|out of)(?: (?:the|a|an|his|her|their|its))? (?P<where>[\w’'-]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value in a sentence."""

    at: Span
    """In the document."""
    told: str
    """As it is shown."""
    number: float
    same: str
    """What must be the same in another for the two to be comparable."""
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of circumstance, and when two values of it are taken for those of one deed."""

    kind: DisagreementKind
    about: str
    find: Callable[[str, Span], list[Value]]
    apart: Callable[[Value, Value], bool]
    shared: float
    """Weight of the words near both that must be the same."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value with what stands around it."""

    value: Value
    document: str
    outlet: str | None
    text: str
    """The document that stands for all that share its text."""
    before: Mapping[str, float]
    """What words near it are worth, those before it."""
    behind: Mapping[str, float]
    days: frozenset[str]
    """Weekdays that its sentence names."""
    deed: str
    """The words of its sentence."""

    @property
    def near(self) -> Mapping[str, float]:
        """What words on both sides of it are worth."""
        return {**self.before, **self.behind}


def dispute_circumstances(statements: Mapping[str, Statement], *, ground: Ground, voices: Voices) -> list[Disagreement]:
    """Points on which sentences of two texts of one story give a circumstance of one deed differently, whoever says so."""
    lineage = Lineage.of(ground.copies)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.values():
        by_document[statement.document].append(statement)
    found: list[Disagreement] = []
    for story in ground.stories:
        if len(story.documents) > 1:
            texts = lineage.text_of(story.documents)
            told: dict[str, list[Told]] = defaultdict(list)
            for page in ground.pages(story.documents):
                for about, one in find_told(page, texts):
                    told[about].append(one)
            for kind in KINDS:
                found += _points(story, kind, told[kind.about], by_document, voices)
    return found


def find_told(page: Page, texts: Mapping[str, str]) -> Iterator[tuple[str, Told]]:
    """The circumstances that an article tells, each with its kind; none of a sentence that gives several values of one kind."""
    document, segments = page
    for segment in segments:
        if segment.kind == "title" or segment.kind in TELLING:
            for span in split_sentences(document.text, segment):
                words = document.text[span.start : span.end]
                for kind in KINDS:
                    values = kind.find(document.text, span)
                    if len(values) == 1 and sum(word[0].islower() for word in words.split()) >= LOWER:
                        before, behind = _beside(document.text, values[0].at, span)
                        days = frozenset(day.lower() for day in WEEKDAY.findall(words))
                        text = texts.get(document.id, document.id)
                        deed = " ".join(words.split())
                        yield kind.about, Told(values[0], document.id, document.outlet, text, before, behind, days, deed)


def _beside(text: str, at: Span, sentence: Span) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """What stands near a value in its sentence, before and behind it, in whole words."""
    start, end = max(sentence.start, at.start - WINDOW), min(sentence.end, at.end + WINDOW)
    before, after = text[start : at.start], text[at.end : end]
    if start > sentence.start:
        before = before.partition(" ")[2]
    if end < sentence.end:
        after = after.rpartition(" ")[0]
    return weigh_words(before), weigh_words(after)


# --- the kinds ---------------------------------------------------------------------------------------------------------------


def _clocks(text: str, part: Span) -> list[Value]:
    found = []
    for match in _CLOCK.finditer(text, part.start, part.end):
        hour, minute, half = (match[name] or match[f"{name}2"] for name in ("hour", "minute", "half"))
        if int(hour) > 12:
            continue
        minutes = (int(hour) % 12 + (12 if half.lower() == "p" else 0)) * 60 + int(minute or 0)
        zone = _ZONE.match(text[match.end() : match.end() + AHEAD])
        same = "" if zone is None or zone["zone"] == "local" else zone["zone"]
        told = f"{int(hour)}:{int(minute or 0):02d} {half.lower()}.m."
        open_end = _OPEN.search(text[part.start : match.start()]) is not None
        found.append(Value(Span(match.start(), match.end()), told, minutes, "limit" if open_end else same))
    return found if not any(one.same == "limit" for one in found) else []


def _gaps(text: str, part: Span) -> list[Value]:
    found = []
    for match in LATER.finditer(text, part.start, part.end):
        days = days_later(match)
        if days is None or _ABOUT.search(text[part.start : match.start()]):
            return []
        told = "1 day later" if days == 1 else f"{days} days later"
        after = match["count"] is not None and match.group().lower().endswith("after")
        rounded = match["count"] is not None and match["unit"].lower() != "day"
        found.append(Value(Span(match.start(), match.end()), told, days, AFTER if after else "later", rounded))
    return found


def _ways(text: str, part: Span) -> list[Value]:
    return [
        Value(
            Span(match.start(), match.end()),
            f"{match['deed']} {match['way']}".lower(),
            match["way"].lower() in INWARD,
            f"{match['deed']} {match['where']}".lower(),
        )
        for match in _GOING.finditer(text, part.start, part.end)
    ]


def _are_hours_apart(first: Value, second: Value) -> bool:
    return MINUTES < abs(first.number - second.number) <= HOURS * 60


def _are_days_apart(first: Value, second: Value) -> bool:
    slack = ROUND * max(first.number, second.number) if first.rounded or second.rounded else 0.0
    return abs(first.number - second.number) > slack


def _differ(first: Value, second: Value) -> bool:
    return first.number != second.number


KINDS = (
    Kind("date", "time of day", _clocks, _are_hours_apart, 10.0),
    Kind("date", "how long after", _gaps, _are_days_apart, 7.0),
    Kind("place", "which way", _ways, _differ, 7.5),
)


# --- of several articles -----------------------------------------------------------------------------------------------------


def _points(
    story: Story, kind: Kind, told: Sequence[Told], statements: Mapping[str, Sequence[Statement]], voices: Voices
) -> Iterator[Disagreement]:
    """A point for the values of one kind that differ, those together that differences tie."""
    pairs = [(one, other) for one, other in _candidates(told) if _clash(kind, told[one], told[other])]
    pairs = [pair for pair in pairs if not any(_knows(told[one], told[other], kind, told) for one, other in (pair, pair[::-1]))]
    unions = Unions(len(told))
    for one, other in pairs:
        unions.join(one, other)
    clashing = {number for pair in pairs for number in pair}
    alone = [number for number in range(len(told)) if number not in clashing]
    for group in unions.groups():
        held = [told[number] for number in group]
        if len(held) > 1:
            held += [told[number] for number in alone if any(_repeats(kind, told[number], other) for other in held)]
            yield _dispute(story, kind, held, statements, voices)


def _candidates(told: Sequence[Told]) -> list[tuple[int, int]]:
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for word, weight in one.near.items():
            if weight >= RARE and len(by_word[word]) < CROWD:
                by_word[word].append(number)
    return sorted({pair for numbers in by_word.values() for pair in combinations(numbers, 2)})


def _clash(kind: Kind, first: Told, second: Told) -> bool:
    if first.text == second.text or (first.outlet is not None and first.outlet == second.outlet):
        return False
    if first.days and second.days and first.days.isdisjoint(second.days):
        return False
    if first.value.same != second.value.same or not kind.apart(first.value, second.value):
        return False
    anchored = first.value.same != AFTER or (
        min(_common(first.before, second.before), _common(first.behind, second.behind)) >= ANCHORED
    )
    return anchored and _common(first.near, second.near) >= kind.shared


def _repeats(kind: Kind, one: Told, other: Told) -> bool:
    """Whether one gives the other's value again for the same deed: it needs fewer words in common than a value that differs."""
    same = (one.value.same, one.value.number) == (other.value.same, other.value.number)
    return (
        same
        and not (one.days and other.days and one.days.isdisjoint(other.days))
        and _common(one.near, other.near) >= REPEATED * kind.shared
    )


def _common(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    return sum(weight for word, weight in first.items() if word in second)


def _knows(one: Told, other: Told, kind: Kind, told: Sequence[Told]) -> bool:
    """Whether the article of one gives the value of the other, too, for a deed told alike: then it tells two apart."""
    same = (each for each in told if each.document == one.document and each is not one)
    return any(not kind.apart(each.value, other.value) and _common(each.near, other.near) >= RARE for each in same)


def _dispute(
    story: Story, kind: Kind, held: Sequence[Told], statements: Mapping[str, Sequence[Statement]], voices: Voices
) -> Disagreement:
    by_value: dict[tuple[float, str], list[Told]] = defaultdict(list)
    for one in held:
        by_value[one.value.number, one.value.told].append(one)
    first = min(held, key=lambda one: (len(one.deed), one.document))
    return Disagreement(
        id=identify("disagreement", kind.kind, kind.about, story.id, *sorted({one.document for one in held})),
        story=story.id,
        about=f"{kind.about}: {first.deed}",
        kind=kind.kind,
        readings=tuple(_reading(by_value[value], statements, voices) for value in sorted(by_value)),
    )


def _reading(told: Sequence[Told], statements: Mapping[str, Sequence[Statement]], voices: Voices) -> Reading:
    given = tuple(Given(one.document, one.value.at, innermost(one.value.at, statements.get(one.document, ()))) for one in told)
    return Reading(
        value=told[0].value.told,
        statements=tuple(dict.fromkeys(one.statement for one in given if one.statement is not None)),
        actors=tuple(dict.fromkeys(actor for one in given for actor in voices.of(one.statement, one.document))),
        documents=tuple(dict.fromkeys(one.document for one in given)),
        given=given,
    )
