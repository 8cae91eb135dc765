"""Days that one article sets against each other: "We wrote that the gate broke on Tuesday. It broke on Wednesday", "on Wednesday, not Tuesday"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.link.ground import Ground, Page
from quoth.link.origins import Lineage
from quoth.link.rivals import are_beside
from quoth.link.sentences import sentences_of
from quoth.link.shingles import TELLING
from quoth.link.voices import Voices, innermost
from quoth.records import Disagreement, Given, Reading, Span, Statement, TimeExpression, identify

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_THAT = re.compile(r",? (?:and )?not (?:on )?", re.IGNORECASE)
_BUT_THIS = re.compile(r",? but (?:on )?", re.IGNORECASE)
_NOT = re.compile(r"\bnot (?:on )?$", re.IGNORECASE)
_WROTE = re.compile(
    r"\b(?:we|(?:earlier|previous|original|first|initial) (?:version|report|article|story|post)\b[^.]{0,40}?|our (?:\w+ )?(?:report|article|story)) "
    r"(?:also |had |has |wrongly |originally |initially ){0,2}(?:wrote|written|reported|said|stated|gave)\b",
    re.IGNORECASE,
)
"""Words of an article about what it, or an earlier one of its outlet, said."""
_TAKES_UP = re.compile(r"\W*(?:in fact,? |actually,? )?(?:it|this|that|these|they)\b", re.IGNORECASE)
_LEAD = re.compile(r"[,\s]*\b(?:on|of|in|late|early)?\s*$", re.IGNORECASE)
_OPENING = re.compile(r"^(?:The|A|An|It|This|That|They|Also)\b")
LONGEST = 12
"""Words that tell what the day is of."""


@dataclass(frozen=True, slots=True)
class _Corrected:
    """A day that an article says is wrong, that which it says is right, and of what."""

    wrong: TimeExpression
    right: TimeExpression
    about: str


def dispute_corrected_days(
    times: Iterable[TimeExpression], statements: Mapping[str, Statement], *, ground: Ground, voices: Voices
) -> list[Disagreement]:
    """The days that one text of a story names for one thing, one of them as wrong; once for its copies."""
    by_document: dict[str, list[TimeExpression]] = defaultdict(list)
    for time in times:
        if time.type in {"DATE", "TIME"} and _DAY.match(time.edtf or ""):
            by_document[time.document].append(time)
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.values():
        said[statement.document].append(statement)
    lineage = Lineage.of(ground.copies)
    found: list[Disagreement] = []
    for story in ground.stories:
        texts = lineage.text_of(story.documents)
        names = [name for name in story.documents if len(by_document.get(name, ())) > 1 and texts.get(name, name) == name]
        for page in ground.pages(names):
            held = sorted(by_document[page[0].id], key=lambda time: time.span)
            found += (_dispute(story.id, one, said[page[0].id], voices) for one in find_corrected(page, held))
    return found


def find_corrected(page: Page, times: Sequence[TimeExpression]) -> Iterator[_Corrected]:
    """The pairs of days that follow each other in an article of which one takes the place of the other; ``times`` in order."""
    document, segments = page
    for first, second in pairwise(times):
        kind = next((one.kind for one in segments if one.start <= first.span.start < one.end), None)
        if kind not in TELLING or _day(first) == _day(second):
            continue
        one, other = (sentences_of(document, segments, [time.span])[0] for time in (first, second))
        pair = (
            _in_one_breath(document.text, one, first, second)
            if one == other
            else _taken_up(document.text, one, other, first, second)
        )
        about = _about(document.text, one, first)
        if pair is not None and about:
            yield _Corrected(*pair, about)


def _in_one_breath(
    text: str, sentence: Span, first: TimeExpression, second: TimeExpression
) -> tuple[TimeExpression, TimeExpression] | None:
    """The wrong day and the right one of "on Wednesday, not Tuesday" and "not on Tuesday, but on Wednesday"."""
    between = text[first.span.end : second.span.start]
    if _NOT_THAT.fullmatch(between):
        return second, first
    denied = _NOT.search(text, sentence.start, first.span.start) is not None
    return (first, second) if denied and _BUT_THIS.fullmatch(between) else None


def _taken_up(
    text: str, one: Span, other: Span, first: TimeExpression, second: TimeExpression
) -> tuple[TimeExpression, TimeExpression] | None:
    """The same of "We wrote that the gate broke on Tuesday. It broke on Wednesday"."""
    wrote = _WROTE.search(text, one.start, first.span.start) is not None
    return (first, second) if wrote and are_beside(one, other) and _TAKES_UP.match(text, other.start) else None


def _day(time: TimeExpression) -> str:
    return (time.edtf or "")[:10]


def _about(text: str, sentence: Span, time: TimeExpression) -> str:
    """What the day is of: the words before it, from "that" on."""
    clause = _LEAD.sub("", _NOT.sub("", text[sentence.start : time.span.start]))
    words = re.split(r"\bthat\b|[;:]", clause)[-1].split()
    about = " ".join(words[-LONGEST:])
    return _OPENING.sub(lambda first: first[0].lower(), about)


def _dispute(story: str, one: _Corrected, statements: Sequence[Statement], voices: Voices) -> Disagreement:
    told = sorted((one.wrong, one.right), key=_day)
    return Disagreement(
        id=identify("disagreement", "date", story, one.right.document, *(_day(time) for time in told)),
        story=story,
        about=f"when {one.about}",
        kind="date",
        readings=tuple(_reading(time, statements, voices) for time in told),
    )


def _reading(time: TimeExpression, statements: Sequence[Statement], voices: Voices) -> Reading:
    within = innermost(time.span, statements)
    return Reading(
        value=_day(time),
        statements=() if within is None else (within,),
        actors=voices.of(within, time.document),
        documents=(time.document,),
        given=(Given(time.document, time.span, within),),
    )
