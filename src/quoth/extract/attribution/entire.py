"""A quotation is its speaker's to both ends: a network that begins a content behind the first clause, or ends it before the last, has left out words that
nobody else says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.posts import KIND as POST
from quoth.extract.attribution.quotations import MARKS, SINGLE_STRAIGHT, Quotation, is_name
from quoth.extract.attribution.ranges import Range
from quoth.syntax import Paragraph

NEITHER = 2
"""So many tokens that are left out are marks and a comma, which no reader misses."""


def entire(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Sequence[Quotation]], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, those that have a part of a quotation with all of it where nobody else outside it has any."""
    filled = list(found)
    for number, some in enumerate(quotations):
        for quotation in some:
            having = [at for at, one in enumerate(found) if _has(one, quotation)]
            if len(having) == 1 and _is_whole(paragraphs[number], quotation):
                filled[having[0]] = _filled(filled[having[0]], quotation)
    return filled


def _is_whole(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether it is sure where a quotation begins and ends: it is closed, and no other mark stands in it."""
    inside = paragraph.tokens[quotation.range.first + 1 : quotation.range.last]
    marked = any(token.text in MARKS for token in inside)
    plain = paragraph.tokens[quotation.range.first].text != SINGLE_STRAIGHT
    return plain and quotation.closed and not marked and not is_name(paragraph, quotation)


def _has(one: Attribution, quotation: Quotation) -> bool:
    """Whether words of a quotation are in a content whose cue stands outside it."""
    inside = one.paragraph == quotation.paragraph and quotation.range.meets(one.cue)
    return not inside and any(number == quotation.paragraph and part.meets(quotation.range) for number, part in one.contents)


def _filled(one: Attribution, quotation: Quotation) -> Attribution:
    parts = [part for number, part in one.contents if number == quotation.paragraph and part.meets(quotation.range)]
    shared = [min(part.last, quotation.range.last) - max(part.first, quotation.range.first) + 1 for part in parts]
    missing = quotation.range.last - quotation.range.first + 1 - sum(shared)
    whole = Range(min(quotation.range.first, parts[0].first), max(quotation.range.last, parts[-1].last))
    if one.kind == POST or missing <= NEITHER or sum(shared) <= NEITHER or _holds_own(one, quotation.paragraph, whole):
        return one
    first = one.contents.index((quotation.paragraph, parts[0]))
    left = [each for each in one.contents if each[0] != quotation.paragraph or each[1] not in parts]
    return replace(one, contents=(*left[:first], (quotation.paragraph, whole), *left[first:]))


def _holds_own(one: Attribution, number: int, whole: Range) -> bool:
    """Whether source or cue stand in what the content would be."""
    parts = [one.cue, *([one.source] if one.source else [])]
    return one.paragraph == number and any(whole.meets(part) for part in parts)
