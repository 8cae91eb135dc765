"""Days on which accounts put one deed: "the explosion at the dam on March 15", "the explosion at the Lower Dam on Saturday, March 16", "Friday
night's fire at the mill". Whoever says so, an outlet in its own voice too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.lexicon.classes import word_class
from quoth.lexicon.paraphrases import same_word
from quoth.link.accounts import SLIP
from quoth.link.days import days_between
from quoth.link.ground import Ground, Page
from quoth.link.origins import Lineage
from quoth.link.sentences import sentences_of
from quoth.link.shingles import TELLING
from quoth.link.upheld import takes_back
from quoth.link.voices import Voices, innermost
from quoth.records import Disagreement, Document, Given, Reading, Span, Statement, Story, TimeExpression, identify

NEAR = 90
"""Code points between a noun for a deed and its date."""
BEHIND = 40
"""The same behind "Friday's fire", in which it is told where that was."""
ENDINGS = ("quake", "crash", "shooting", "killing", "bombing", "robbery")
"""Endings of nouns for what happens once, on a day."""
LEADING = re.compile(r"\b(?:on|of)(?: \w+day,?)? $", re.IGNORECASE)
"""What stands before a date that dates what is named before it; nothing need stand before "early Saturday"."""
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EARLY = re.compile(r"^(?:early|late) ", re.IGNORECASE)
_OWNED = re.compile(r"^(?: (?:night|morning|afternoon|evening))?['’]s? (?:[\w-]+ ){0,3}?(?P<noun>[a-z]{3,})\b")
"""What stands behind a day whose deed it is."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DAY = r"\d{4}-\d\d-\d\d"
_WORD = re.compile(r"[^\W\d_]{3,}")
_PAUSE = re.compile(r"[.;:!?]\s| [–—-] |,? \b(?:who|which|after|before|since|when)\b")
POLLED = "elect"
"""The form of a noun for an election."""
HELD = frozenset({"held"})
_SMALL = frozenset({"the", "and", "for", "its", "their", "his", "her", "was", "were", "had", "has", "day", "near"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A deed that somebody puts on a day."""

    deed: str
    """In one form for one deed."""
    noun: str
    day: str
    """In ISO 8601; of a document without a date the weekday."""
    place: frozenset[str]
    """Words of content that tell where, or of what."""
    text: str
    """The document that stands for all that share its text."""
    known: frozenset[str]
    """Days that its article names in a sentence about such a deed."""
    given: Given


def dispute_deed_days(
    times: Iterable[TimeExpression], statements: Mapping[str, Statement], *, ground: Ground, voices: Voices
) -> list[Disagreement]:
    """Deeds of one story that two texts put on days close to each other but not the same."""
    days = defaultdict(list)
    for time in times:
        if time.type in {"DATE", "TIME"} and (_WEEKDAY.search(time.text) or re.match(_DAY, time.edtf or "")):
            days[time.document].append(time)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.values():
        by_document[statement.document].append(statement)
    lineage = Lineage.of(ground.copies)
    found: list[Disagreement] = []
    for story in ground.stories:
        names = [name for name in story.documents if name in days]
        if len(names) > 1:
            texts = lineage.text_of(story.documents)
            groups: dict[str, list[Dated]] = defaultdict(list)
            for page in (page for page in ground.pages(names) if not takes_back(page[0].title)):
                for one in find_dated(page, days[page[0].id], by_document[page[0].id], texts):
                    groups[one.deed].append(one)
            found += _of_story(story, groups, voices)
    return found


def _of_story(story: Story, groups: Mapping[str, Sequence[Dated]], voices: Voices) -> Iterator[Disagreement]:
    for _, group in sorted(groups.items()):
        for told in _of_one_place(group):
            point = _dispute(story.id, told, voices)
            if point is not None:
                yield point


def find_dated(
    page: Page, times: Iterable[TimeExpression], statements: Sequence[Statement], texts: Mapping[str, str]
) -> Iterator[Dated]:
    """Every deed that a sentence of an article names with its day, right before or right behind it."""
    document, _ = page
    dated = [(time, day, sentence) for time in times if (day := _day(time, document)) and (sentence := _sentence(time, page))]
    named = {sentence: {_form(word) for word in _words(document.text, sentence) if is_deed(word)} for *_, sentence in dated}
    for time, day, sentence in dated:
        within = innermost(time.span, statements)
        spans = [span for one in statements if one.id == within for span in one.content.spans]
        start = max((span.start for span in spans if span.start <= time.span.start), default=sentence.start)
        deed = _deed(document.text, time, Span(max(start, sentence.start), sentence.end))
        if deed is not None and not _dates_a_saying(time, sentence, statements if within is None else ()):
            noun, rest = deed
            place = frozenset(word for word in rest if word not in _SMALL)
            known = frozenset(other for _, other, beside in dated if _form(noun) in named[beside])
            given = Given(document.id, time.span, within)
            yield Dated(_form(noun), noun, day, place, texts.get(document.id, document.id), known, given)


def _day(time: TimeExpression, document: Document) -> str | None:
    """The day that a time expression means; the weekday where nothing tells of which week."""
    match = re.match(_DAY, time.edtf or "")
    if match is not None:
        return match.group()
    named = _WEEKDAY.search(time.text)
    return named.group().capitalize() if named is not None and time.edtf is None and document.published is None else None


def _words(text: str, part: Span) -> list[str]:
    return [word.lower() for word in _WORD.findall(text, part.start, part.end)]


def _sentence(time: TimeExpression, page: Page) -> Span | None:
    document, segments = page
    segment = next((one for one in segments if one.start <= time.span.start < one.end), None)
    if segment is None or (segment.kind != "title" and segment.kind not in TELLING):
        return None
    return sentences_of(document, segments, [time.span])[0]


def _deed(text: str, time: TimeExpression, part: Span) -> tuple[str, Sequence[str]] | None:
    """The noun of the deed that a time dates, and the words that tell where it was."""
    owned = _OWNED.match(text[time.span.end : part.end])
    if owned is not None and is_deed(owned["noun"]):
        start = time.span.end + owned.end()
        behind = _PAUSE.split(text[start : min(part.end, start + BEHIND)])[0]
        return owned["noun"], [word.lower() for word in _WORD.findall(behind)]
    clause = " ".join(_PAUSE.split(text[max(part.start, time.span.start - NEAR) : time.span.start])[-1].split()) + " "
    if LEADING.search(clause) is None and _EARLY.match(time.text) is None:
        return None
    words = [word.lower() for word in _WORD.findall(clause)]
    place = max((number for number, word in enumerate(words) if is_deed(word)), default=None)
    return None if place is None else (words[place], words[place + 1 :])


def _dates_a_saying(time: TimeExpression, sentence: Span, statements: Iterable[Statement]) -> bool:
    """Whether a time outside of what is said stands behind the word of saying: "the rescue service said on Tuesday"."""
    cues = (span for one in statements for span in one.cue.spans)
    return any(sentence.start <= cue.start < time.span.start for cue in cues)


def _form(word: str) -> str:
    """A noun for a deed in one form with those that mean the same: "earthquake", "quake"."""
    return next((ending for ending in ENDINGS if word.endswith(ending)), same_word(word))


def is_deed(word: str) -> bool:
    """Whether a noun tells of something that happens once."""
    return word == "election" or word in word_class("deed_noun") or same_word(word) in word_class("once") or word.endswith(ENDINGS)


def _of_one_place(group: Sequence[Dated]) -> Iterator[list[Dated]]:
    """The tellings of a deed that share a word of where it was, with those they share one with; those that name no place with
    none, but of an election: a story has one within days, and need not say where."""
    elections = [one for one in group if _is_election(one)]
    if elections:
        yield elections
    left = [one for one in group if one.place and one not in elections]
    while left:
        held, left = [left[0]], left[1:]
        for one in list(left):
            if any(one.place & other.place for other in held):
                held.append(one)
                left.remove(one)
        yield held


def _is_election(one: Dated) -> bool:
    """Whether an election as such is dated: "the election on Sunday", "the vote held on Sunday", but no chamber's "vote on Sunday"."""
    return one.deed == POLLED and one.place <= HELD and (one.noun == "election" or one.place == HELD)


def _dispute(story: str, told: Sequence[Dated], voices: Voices) -> Disagreement | None:
    days = sorted({one.day for one in told})
    by_day = {day: [one for one in told if one.day == day] for day in days}
    if len(days) != 2 or not 0 < _apart(*days) <= SLIP:
        return None
    if any(one.known.issuperset(days) for one in told):
        return None  # it tells two deeds apart
    return Disagreement(
        id=identify(
            "disagreement", "date", story, told[0].deed, *days, *sorted(frozenset.intersection(*(one.place for one in told)) - HELD)
        ),
        story=story,
        about=f"day of the {told[0].noun}",
        kind="date",
        readings=tuple(_reading(day, by_day[day], voices) for day in days),
    )


def _apart(first: str, second: str) -> int:
    """Days between two days, of weekdays the least; more than may be where one is a weekday and one a date."""
    if first in WEEK and second in WEEK:
        gap = abs(WEEK.index(first) - WEEK.index(second))
        return min(gap, len(WEEK) - gap)
    gap_of = days_between(first, second)
    return SLIP + 1 if gap_of is None else abs(gap_of)


def _reading(day: str, told: Sequence[Dated], voices: Voices) -> Reading:
    given = tuple(one.given for one in told)
    return Reading(
        value=day,
        statements=tuple(dict.fromkeys(one.statement for one in given if one.statement is not None)),
        actors=tuple(dict.fromkeys(actor for one in given for actor in voices.of(one.statement, one.document))),
        documents=tuple(dict.fromkeys(one.document for one in given)),
        given=given,
    )
