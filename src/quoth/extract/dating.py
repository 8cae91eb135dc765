"""When a statement was made: the date of the expression that modifies its cue ("said *on Monday*"), never one of what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.lexicon.classes import word_class
from quoth.lexicon.cues import cue_class
from quoth.records import Span, Statement, TimeExpression
from quoth.syntax import Paragraph, Token

DATED = frozenset({"DATE", "TIME"})
"""Types of expression that can say when something was said; durations and sets cannot."""
BEFORE = frozenset({"at the time", "at that time", "then"})
"""Words beside a cue that mean the day that was told last."""
BESIDES = frozenset({"with", "without"})
"""Words that lead to what goes with a telling, not to when it was."""
ANSWERING = frozenset({"denies", "doubts", "confirms"})
POINTING = 3
"""Words of a content that only points back: "the same claim"."""
_MONTH = re.compile(r"^\d{4}(?:-\d\d)?[~?%]?$")
"""A date that names no day."""
PERCEIVED = frozenset({"know"})
"""Acts of coming to know: their day is when it was seen, not when it was said."""


def date_statements(
    statements: Sequence[Statement], times: Sequence[TimeExpression], paragraphs: Sequence[Paragraph]
) -> tuple[Statement, ...]:
    """The statements, each with the date of the expression that modifies its cue: "said *on Monday*", "*February*, when they warned",
    "denied it *at the time*".

    An expression inside the content dates what is told, not the telling, and is passed over. A statement with no such
    expression stays open: the date of publication is only an upper bound and is not written as if it had been said.
    """
    dated = [time for time in times if time.type in DATED and time.edtf]
    told = [_dated(statement, dated, paragraphs) for statement in statements]
    return tuple(_since(statement, told[:place], paragraphs) for place, statement in enumerate(told))


def _dated(statement: Statement, times: Sequence[TimeExpression], paragraphs: Sequence[Paragraph]) -> Statement:
    at = statement.cue.spans[0].start
    paragraph = next((one for one in paragraphs if one.start <= at < one.end), None)
    if paragraph is None or statement.act in PERCEIVED:
        return statement
    cue = [token for token in paragraph.tokens if any(start <= token.start < end for start, end in statement.cue.spans)]
    beside = list(_beside(cue, paragraph))
    outside = [span for span in beside if not any(span.start < end and start < span.end for start, end in statement.content.spans)]
    told = _within([time for time in times if not _is_of_somebody(paragraph, time, at)], outside) or _within(
        times, list(_when(cue, paragraph))
    )
    told = told or _behind(statement, cue, times, paragraph)
    if told is None and any(_words(paragraph, span) in BEFORE for span in beside):
        told = next((time for time in reversed(times) if paragraph.start <= time.span.start < at), None)
    return statement if told is None else replace(statement, time=told.edtf)


def _since(statement: Statement, before: Sequence[Statement], paragraphs: Sequence[Paragraph]) -> Statement:
    """An answer that only points back, told in the past behind what was said in a month or year: it was given since then, on no day that is told."""
    if statement.time is not None or statement.stance not in ANSWERING or not before:
        return statement
    at = statement.cue.spans[0].start
    paragraph = next((one for one in paragraphs if one.start <= at < one.end), None)
    last = _told_last(before, at)
    if paragraph is None or last is None or last.cue.spans[0].start < paragraph.start or _MONTH.match(last.time or "") is None:
        return statement
    words = statement.content.text.lower().split()
    pointing = len(words) <= POINTING and words[-1] in {"it", "this", "that", "which", *cue_class("claimed"), "warning"}
    cue = [token for token in paragraph.tokens if any(start <= token.start < end for start, end in statement.cue.spans)]
    past = any(token.tag == "VBD" for token in cue) and last.speaker != statement.speaker
    return replace(statement, time=f"{last.time}/..") if pointing and past else statement


def _told_last(before: Sequence[Statement], at: int) -> Statement | None:
    """The statement whose cue stands last before a place, none that stands in the content of another."""
    earlier = [one for one in before if one.cue.spans[0].start < at]
    outer = [one for one in earlier if not any(_holds(other, one) for other in earlier)]
    return max(outer, key=lambda one: one.cue.spans[0].start, default=None)


def _holds(outer: Statement, inner: Statement) -> bool:
    start = inner.cue.spans[0].start
    return any(span.start <= start < span.end for span in outer.content.spans)


def _within(times: Sequence[TimeExpression], spans: Sequence[Span]) -> TimeExpression | None:
    return next((time for time in times if any(start <= time.span.start and time.span.end <= end for start, end in spans)), None)


def _beside(cue: Sequence[Token], paragraph: Paragraph) -> Iterator[Span]:
    """Stretches under the cue, as modifiers of it."""
    for token in cue:
        for child in paragraph.children(token.index, "npadvmod", "prep", "advmod"):
            if child.text.lower() in BESIDES and any(
                one.pos == "VERB" for one in paragraph.tokens[child.index : paragraph.edges[child.index][1] + 1]
            ):
                continue  # "with results to be published on Friday"
            yield paragraph.span(*paragraph.edges[child.index])


def _is_of_somebody(paragraph: Paragraph, time: TimeExpression, cue: int) -> bool:
    """Whether a date stands in a clause that tells who somebody is ("of Ada Reed, who has held the post since 1991"), none that the cue stands in."""
    inner = [token for token in paragraph.tokens if token.start == time.span.start]
    for clause in (above for token in inner for above in paragraph.ancestors(token.index) if above.dep == "relcl"):
        span = paragraph.span(*paragraph.edges[clause.index])
        words = [token for token in paragraph.tokens if span.start <= token.start < time.span.start]
        if not span.start <= cue < span.end and any(token.tag in {"WP", "WP$"} for token in words[:3]):
            return True
    return False


def _behind(
    statement: Statement, cue: Sequence[Token], times: Sequence[TimeExpression], paragraph: Paragraph
) -> TimeExpression | None:
    """The day right behind a content that is no clause ("dismissed the comments on Wednesday", "put out a statement on the fire Tuesday"), where the
    cue is of the past; none of a mishap that may have been "on Tuesday" itself."""
    start, end = statement.content.spans[0].start, statement.content.spans[-1].end
    words = [token for token in paragraph.tokens if start <= token.start < end]
    after = [token for token in paragraph.tokens if token.start >= end][:2]
    if not words or not after or end < max(token.end for token in cue) or not any(token.tag == "VBD" for token in cue):
        return None
    clause = statement.stance != "declines" and any(token.pos in {"VERB", "AUX"} for token in words)
    place = after[-1] if after[0].text == "on" else after[0]
    mishap = place is not after[0] and words[-1].lemma in word_class("mishap")
    if clause or mishap or any(token.begins_sentence for token in after):
        return None
    return next((time for time in times if time.span.start == place.start), None)


def _when(cue: Sequence[Token], paragraph: Paragraph) -> Iterator[Span]:
    """What "when" stands for over a cue: "February" in "since early February, when they warned of it"."""
    for token in cue:
        for child in paragraph.children(token.index, "advmod"):
            before = [one for one in paragraph.tokens[: child.index] if one.pos != "PUNCT"][-1:]
            if child.text.lower() == "when" and before and before[0].head != token.index:
                yield paragraph.span(paragraph.edges[before[0].index][0], before[0].index)


def _words(paragraph: Paragraph, span: Span) -> str:
    return " ".join(token.text.lower() for token in paragraph.tokens if span.start <= token.start < span.end)
