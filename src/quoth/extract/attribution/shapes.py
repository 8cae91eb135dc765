"""The ranges of a candidate brought to the shape that annotators give them: quotations whole, edge punctuation off."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.attribution.candidates import Candidate
from quoth.extract.attribution.clauses import own_subject
from quoth.extract.attribution.quotations import CLOSING, MARKS, OPENING, Quotation
from quoth.extract.attribution.ranges import Range, cut, trim
from quoth.extract.attribution.sources import noun_range, with_comma
from quoth.lexicon.cues import cue_class
from quoth.syntax import Paragraph

NAMING = frozenset({"NOUN", "PROPN", "PRON"})
"""Parts of speech of which a source has one."""


def shape_contents(paragraph: Paragraph, candidate: Candidate, quotations: Sequence[Quotation]) -> tuple[Range, ...]:
    """The content of a candidate: quotations that it touches taken in whole, without cue and source, edges trimmed, in order."""
    own = [candidate.cue, *([candidate.source] if candidate.source else [])]
    outer = next((quotation.range for quotation in quotations if quotation.range.holds(candidate.head)), None)
    found: list[Range] = []
    for content in _filled_up(paragraph, candidate, quotations):
        whole = _with_quotations(content, own, quotations) if outer is None else _within(content, outer)
        for part in cut(whole, *own):
            trimmed = trim_content(paragraph, _within_sentence(paragraph, _without_medium(paragraph, part, quotations), quotations))
            if trimmed is not None:
                found.append(trimmed)
    return _merged(found)


def _without_medium(paragraph: Paragraph, part: Range, quotations: Sequence[Quotation]) -> Range:
    """The stretch up to its last quotation, where all that follows is the occasion of saying so."""
    inside = [quotation.range.last for quotation in quotations if part.holds(quotation.range.last)]
    if not inside or inside[-1] == part.last:
        return part
    first = paragraph.tokens[inside[-1] + 1]
    if first.dep == "prep" and any(thing.lemma in cue_class("medium") for thing in paragraph.children(first.index, "pobj")):
        return Range(part.first, inside[-1])
    return part


def _filled_up(paragraph: Paragraph, candidate: Candidate, quotations: Sequence[Quotation]) -> tuple[Range, ...]:
    """The contents; one that stands before its cue reaches up to it, whatever the parser attached the words between to, and of one
    that stands around it only what is said is kept."""
    if candidate.frame == "()" and candidate.kind == "v":
        return _around(paragraph, candidate, quotations)
    if candidate.frame != "<S":
        return candidate.contents
    last = _hull(candidate.cue, candidate.source)[0] - 1
    return tuple(Range(content.first, max(content.last, last)) for content in candidate.contents)


def _around(paragraph: Paragraph, candidate: Candidate, quotations: Sequence[Quotation]) -> tuple[Range, ...]:
    """Of a content that its cue interrupts: the quotation alone where only the second part is one ("Asked why, he said, “…”"), and
    no connecting word at its head ("Still, he said, …")."""
    before = [content for content in candidate.contents if content.last < candidate.cue.first]
    after = [
        content
        for content in candidate.contents
        if content.first > candidate.cue.last and "PUNCT" in {paragraph.tokens[content.first + at].pos for at in (-1, 0)}
    ]
    quoted = [quotation.range for quotation in quotations]
    starts = {trimmed.first for content in after if (trimmed := trim(paragraph, *content)) is not None}
    opens = [one for one in quoted if one.first in starts]
    if opens and not any(one.meets(content) for one in quoted for content in before):
        return tuple(opens)
    kept = [part for content in before if (part := _without_connective(paragraph, content)) is not None]
    return (*kept, *after)


def _without_connective(paragraph: Paragraph, content: Range) -> Range | None:
    words = paragraph.tokens[content.first : content.last + 1]
    if all(token.pos in {"ADV", "CCONJ", "SCONJ", "PUNCT"} for token in words):
        return None
    return Range(content.first + 1, content.last) if words[0].pos == "CCONJ" else content


def _hull(cue: Range, source: Range | None) -> tuple[int, int]:
    return (cue.first, cue.last) if source is None else (min(cue.first, source.first), max(cue.last, source.last))


def _with_quotations(content: Range, own: Sequence[Range], quotations: Sequence[Quotation]) -> Range:
    first, last = content
    for quotation in quotations:
        touched = quotation.range.meets(Range(first, last)) or quotation.range.first == last + 1
        if touched and not any(quotation.range.meets(one) for one in own):
            first, last = min(first, quotation.range.first), max(last, quotation.range.last)
    return Range(first, last)


def _within(content: Range, outer: Range) -> Range:
    return Range(max(content.first, outer.first + 1), min(content.last, outer.last - 1))


def trim_content(paragraph: Paragraph, part: Range) -> Range | None:
    """A stretch without punctuation at its edges, and without a quotation mark whose other half is outside."""
    trimmed = trim(paragraph, *part)
    while trimmed is not None:
        first, last = trimmed
        tokens = paragraph.tokens
        inner = [token.text for token in tokens[first : last + 1] if token.text in MARKS]
        if tokens[last].text in OPENING or (tokens[last].text in MARKS and len(inner) == 1):
            trimmed = trim(paragraph, first, last - 1)
        elif tokens[first].text in CLOSING or (tokens[first].text in MARKS - OPENING and len(inner) == 1):
            trimmed = trim(paragraph, first + 1, last)
        else:
            return _with_bracket(paragraph, trimmed)
    return None


def _within_sentence(paragraph: Paragraph, part: Range, quotations: Sequence[Quotation]) -> Range:
    """The stretch up to a full stop that a quotation follows: the parser at times takes both for one sentence."""
    for quotation in quotations:
        before = quotation.range.first - 1
        if part.first < before < part.last and paragraph.tokens[before].text in {".", "?", "!"}:
            return Range(part.first, before)
    return part


BRACKETS = {"[": "]", "(": ")"}


def _with_bracket(paragraph: Paragraph, found: Range) -> Range:
    """The stretch up to the end of a bracket that it breaks off in."""
    words = [token.text for token in paragraph.tokens[found.first : found.last + 1]]
    for opening, closing in BRACKETS.items():
        if words.count(opening) > words.count(closing):
            for index in range(found.last + 1, min(found.last + 12, len(paragraph.tokens))):
                if paragraph.tokens[index].text == closing:
                    return Range(found.first, _rest_of_name(paragraph, index))
    return found


def _rest_of_name(paragraph: Paragraph, closing: int) -> int:
    """The end of a name that an editor's bracket opens: "[President Tomas] Verin"."""
    last = closing
    while paragraph.tokens[closing].text == "]" and last + 1 < len(paragraph.tokens) and paragraph.tokens[last + 1].pos == "PROPN":
        last += 1
    return last


def _merged(parts: Sequence[Range]) -> tuple[Range, ...]:
    """Parts in order, those that overlap or touch joined."""
    merged: list[Range] = []
    for part in sorted(parts):
        if merged and part.first <= merged[-1].last + 1:
            merged[-1] = Range(merged[-1].first, max(merged[-1].last, part.last))
        else:
            merged.append(part)
    return tuple(merged)


def quoted_content(paragraph: Paragraph, candidate: Candidate, quotations: Sequence[Quotation]) -> Range | None:
    """The quotation that stands right before the cue and its source, or after them behind a comma or colon."""
    own = Range(*_hull(candidate.cue, candidate.source))
    close = own.last - own.first <= candidate.cue.last - candidate.cue.first + _length(candidate.source) + 3
    for quotation in quotations:
        first, last = quotation.range
        if close and own.first - 2 <= last < own.first and _hands_over(paragraph, last, own.first):
            return quotation.range
        if first > own.last and (_follows(paragraph, own.last, first) or _introduced(paragraph, own.last, first)):
            return quotation.range
    return None


def inverted_source(paragraph: Paragraph, candidate: Candidate, quotations: Sequence[Quotation]) -> Range | None:
    """The source behind a verb that follows its quotation (“…,” notes a report), where the parser took it for an object."""
    start = candidate.cue.first
    if own_subject(paragraph, candidate.head) is not None:
        return None
    if not any(start - 2 <= one.range.last < start and _hands_over(paragraph, one.range.last, start) for one in quotations):
        return None
    things = [child for child in paragraph.children(candidate.head, "dobj", "attr", "npadvmod") if child.index > candidate.head]
    return noun_range(paragraph, things[0].index) if things else None


def source_outside(paragraph: Paragraph, candidate: Candidate, quotations: Sequence[Quotation]) -> Range | None:
    """The source behind the quotation that it begins in, where the parser took the quotation's last words for part of it."""
    source = candidate.source
    if source is None or source.first > candidate.cue.first:
        return None
    for quotation in quotations:
        first, last = quotation.range
        if first < source.first <= last < candidate.cue.first - 1:
            found = trim(paragraph, last + 1, candidate.cue.first - 1)
            named = found is not None and any(token.pos in NAMING for token in paragraph.tokens[found.first : found.last + 1])
            return with_comma(paragraph, found) if named else None
    return None


def _length(found: Range | None) -> int:
    return 0 if found is None else found.last - found.first + 1


def _hands_over(paragraph: Paragraph, last: int, start: int) -> bool:
    """Whether a quotation before its cue ends as one that the sentence goes on from: with a comma, question or exclamation."""
    inside, after = paragraph.tokens[last - 1].text, paragraph.tokens[last + 1].text
    return (last + 1 == start and inside[-1:] in {",", "?", "!", "—", "…", "-"}) or after == ","


def _follows(paragraph: Paragraph, last: int, first: int) -> bool:
    """Whether a quotation stands right behind the cue, which does not end in a preposition ("appeared in “The River”")."""
    return first == last + 1 and paragraph.tokens[last].pos != "ADP"


def _introduced(paragraph: Paragraph, last: int, first: int) -> bool:
    """Whether a comma or colon leads over to a quotation, with no end of a sentence and few words in between."""
    between = paragraph.tokens[last + 1 : first]
    broken = any(token.begins_sentence or token.pos == "VERB" for token in between[1:])
    return 0 < len(between) <= 12 and between[-1].text in {",", ":"} and not broken
