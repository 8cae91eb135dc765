"""One quotation, one statement: of several attributions that have a quotation, the one beside it keeps it.

A network that asks of each cue alone what belongs to it gives “Nobody came,” to both cues of “*Nobody came,*” he said, then quipped: “Nobody at all.” Where one
tells of another ("… he said, the Gazette reported") both keep it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import MARKS, SINGLE_CLOSING, SINGLE_STRAIGHT, Quotation
from quoth.extract.attribution.ranges import Range, cut, trim
from quoth.extract.attribution.unowned import LEAST
from quoth.syntax import Paragraph

ENDING = frozenset({".", "!", "?", "…"})
LEADING = frozenset({",", ":", "that"})
"""What stands between a cue and the quotation that it leads to."""
OPEN = frozenset({",", "?", "!", "—", "–", "-"})
"""What a quotation ends with whose sentence goes on behind it; after a question the cue may."""
WHOLE = frozenset({"label", "mark", "post"})
"""Kinds of attributions whose content no verb governs."""
CLOSED = MARKS | {SINGLE_CLOSING, SINGLE_STRAIGHT}


def share_out(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Sequence[Quotation]], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, each quotation taken from all but one of those that have it; those with nothing left are left out."""
    kept: list[Attribution | None] = [one for at, one in enumerate(found) if not any(_repeats(one, other) for other in found[:at])]
    for number, some in enumerate(quotations):
        for quotation in some:
            places = [at for at, one in enumerate(kept) if one is not None and _length(quotation) >= LEAST and _has(one, quotation)]
            rivals = [one for at in places if (one := kept[at]) is not None]
            if len(rivals) < 2:
                continue
            owner = _owner(paragraphs[number], quotation, rivals)
            for at in places:
                one = kept[at]
                if one is not None and one is not owner and not _is_chained(paragraphs, one, owner):
                    kept[at] = _without(paragraphs[number], quotation, one)
    return [one for one in kept if one is not None]


def _repeats(one: Attribution, other: Attribution) -> bool:
    """Whether two cues side by side give the same words to the same source: "Vell *said told* the council"."""
    beside = one.paragraph == other.paragraph and one.cue.first == other.cue.last + 1
    return beside and one.source == other.source and one.contents == other.contents


def _length(quotation: Quotation) -> int:
    return quotation.range.last - quotation.range.first + 1


def _has(one: Attribution, quotation: Quotation) -> bool:
    """Whether words of a quotation are in a content, whose cue stands outside it."""
    if one.paragraph == quotation.paragraph and quotation.range.holds(one.head):
        return False
    return any(number == quotation.paragraph and part.meets(quotation.range) for number, part in one.contents)


def _is_chained(paragraphs: Sequence[Paragraph], one: Attribution, other: Attribution) -> bool:
    """Whether one of two tells that the other was said."""
    return _tells_of(paragraphs[one.paragraph], one, other) or _tells_of(paragraphs[one.paragraph], other, one)


def _tells_of(paragraph: Paragraph, outer: Attribution, inner: Attribution) -> bool:
    """Whether a cue stands in the other's content, or right before the other's words: “Nobody came,” *he said*, the Gazette reported."""
    if any(number == inner.paragraph and part.holds(inner.head) for number, part in outer.contents):
        return True
    between = paragraph.tokens[_own(inner).last + 1 : _own(outer).first]
    return inner.paragraph == outer.paragraph and [token.text for token in between] == [","]


def _owner(paragraph: Paragraph, quotation: Quotation, rivals: Sequence[Attribution]) -> Attribution:
    """Whose quotation it is: whose words follow it in its sentence, else lead to it, else interrupt it, else whose cue is the last before it."""
    named = [one for one in rivals if one.source is not None] or list(rivals)
    here = sorted((one for one in named if one.paragraph == quotation.paragraph), key=lambda one: one.cue.first)
    behind = next((one for one in here if _follows(paragraph, quotation, one)), None)
    leading = next((one for one in reversed(here) if _leads(paragraph, quotation, one)), None)
    interrupting = next((one for one in here if _interrupts(paragraph, quotation, one)), None)
    before = next((one for one in reversed(here) if one.cue.first < quotation.range.first), None)
    return behind or leading or interrupting or before or next(iter(here), named[-1])


def _own(one: Attribution) -> Range:
    """From the first to the last word of source and cue."""
    parts = [one.cue, *([one.source] if one.source else [])]
    return Range(min(part.first for part in parts), max(part.last for part in parts))


def _follows(paragraph: Paragraph, quotation: Quotation, one: Attribution) -> bool:
    end = quotation.range.last
    between = paragraph.tokens[end + 1 : _own(one).first]
    last = next(token for token in reversed(paragraph.tokens[: end + 1]) if token.text not in CLOSED)
    goes_on = last.text in OPEN or bool(between)
    return _own(one).first > end and goes_on and len(between) <= 1 and all(token.text in OPEN for token in between)


def _leads(paragraph: Paragraph, quotation: Quotation, one: Attribution) -> bool:
    between = paragraph.tokens[_own(one).last + 1 : quotation.range.first]
    return _own(one).last < quotation.range.first and len(between) <= 1 and all(token.text in LEADING for token in between)


def _interrupts(paragraph: Paragraph, quotation: Quotation, one: Attribution) -> bool:
    """Whether a cue stands behind words that the quotation goes on with: “Nobody,” he said, pointing at the door, “*came in*.”"""
    if paragraph.tokens[quotation.range.first - 1].text != "," or paragraph.tokens[quotation.range.first + 1].text[:1].isupper():
        return False
    before = (part for number, part in one.contents if number == one.paragraph and part.last < _own(one).first)
    return any(paragraph.tokens[part.last].text in MARKS for part in before) and _own(one).last < quotation.range.first


def _without(paragraph: Paragraph, quotation: Quotation, one: Attribution) -> Attribution | None:
    """An attribution without a quotation, where that is a sentence of its own; None where nothing is left."""
    left: list[tuple[int, Range]] = []
    for number, part in one.contents:
        whole = part.first >= quotation.range.first or _opens(paragraph, quotation.range.first)
        if number != quotation.paragraph or not part.meets(quotation.range) or not whole:
            left.append((number, part))
            continue
        rests = (trim(paragraph, *rest) for rest in cut(part, quotation.range))
        left += [(number, rest) for rest in rests if rest is not None and _is_worded(paragraph, rest)]
    return replace(one, contents=tuple(left)) if left else None


def _opens(paragraph: Paragraph, first: int) -> bool:
    if first == 0 or paragraph.tokens[first].begins_sentence:
        return True
    return paragraph.tokens[first - 1].text in ENDING | MARKS | {":"}


def _is_worded(paragraph: Paragraph, part: Range) -> bool:
    return any(token.text[:1].isalnum() for token in paragraph.tokens[part.first : part.last + 1])


def end_quoted(paragraph: Paragraph, quotations: Sequence[Quotation], one: Attribution) -> Attribution:
    """An attribution whose content runs on behind the quotation that ends its sentence, ended with it: 'Vell calls it “a gift to the town.” | *That is not
    so.*' A turn of a labelled speaker is theirs to its end."""
    if one.kind in WHOLE:
        return one
    contents = tuple(
        (number, _ended(paragraph, quotations, one, part) if number == one.paragraph else part) for number, part in one.contents
    )
    return one if contents == one.contents else replace(one, contents=contents)


def _ended(paragraph: Paragraph, quotations: Sequence[Quotation], one: Attribution, part: Range) -> Range:
    quoted = [quotation.range for quotation in quotations if part.meets(quotation.range)]
    if not quoted or part.first < one.cue.last or not part.covers(quoted[-1]) or quoted[-1].last >= part.last:
        return part
    last = quoted[-1].last
    between = paragraph.tokens[one.cue.last + 1 : quoted[0].first]
    closed = paragraph.tokens[last].text in MARKS and paragraph.tokens[last - 1].text in ENDING
    begun = paragraph.tokens[last + 1].text[:1].isupper()
    told = len(quoted) == 1 and not any(token.text in ENDING for token in between)
    return Range(part.first, last) if told and closed and begun else part
