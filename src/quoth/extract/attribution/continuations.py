"""Quotations with no cue of their own, given to the statement that they go on with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quoth.extract.attribution.attributions import SURE
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.contexts import doubt_unspoken
from quoth.extract.attribution.quotations import MARKS, Quotation, is_heading
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.unowned import by_paragraph, has_words
from quoth.syntax import Paragraph

SHORTEST = 4
"""Tokens, marks included, of a quotation that can go on with another: shorter ones are names and distancing quotes."""
LONGEST_HEADING = 16
"""Tokens of a heading or link in capitals between two paragraphs of a text."""
SPOKEN = frozenset({"S", "<S", "()", "Q", "L:S", "BE:S"})
"""Frames of cues that report words; others ("praised the plan") are followed by a quotation of theirs only in the same paragraph."""
LEADING = frozenset({",", ":"})
"""What ends a paragraph that leads over to a quotation in the next."""
LINKING = frozenset({"CCONJ", "SCONJ", "ADV", "PUNCT"})
"""What may stand before a quotation that goes on with the paragraph before: "And again: …"."""


def continue_quotations(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Sequence[Quotation]], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, each with the quotations that go on with it added to its content.

    A quotation goes on with the statement before it in its paragraph, else with the one after it there, else, where it opens its
    paragraph, with the last statement of the paragraph before that quotes; headings in capitals between the two are passed over.
    """
    places: dict[int, list[int]] = {}
    for place, attribution in enumerate(attributions):
        places.setdefault(attribution.paragraph, []).append(place)
    result = list(attributions)
    near = by_paragraph(attributions)
    owner_before: int | None = None
    for number, paragraph in enumerate(paragraphs):
        if _is_heading(paragraph) or _is_quoted_heading(paragraphs, number):
            continue
        here = [place for place in places.get(number, []) if not _inside(attributions[place], quotations[number])]
        for quotation in quotations[number]:
            if not _is_free(quotation, near.get(number, ())):
                continue
            owner = _interrupted(paragraph, quotation, attributions, here)
            if owner is None and _opens(paragraph, quotation.range.first):
                owner = _owner(paragraph, quotation, attributions, here, owner_before)
            if owner is not None:
                result[owner] = replace(result[owner], contents=_with(result[owner].contents, (number, quotation.range)))
        owner_before = _last(attributions, here, owner_before, quotations[number], paragraph)
    return _from_their_beginning(quotations, result)


def _from_their_beginning(quotations: Sequence[Sequence[Quotation]], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each with the paragraphs of nobody's that its quotation begins in: they open with a mark and close none, and the next
    paragraph opens with one again."""
    result = list(found)
    for number in range(len(quotations) - 2, -1, -1):
        begun, after = quotations[number][-1:], quotations[number + 1][:1]
        if not (begun and after) or begun[0].closed or begun[0].range.first or after[0].range.first:
            continue
        owner = next((place for place, one in enumerate(result) if (number + 1, after[0].range) in one.contents), None)
        if owner is not None and not any(has_words(one, begun[0]) for one in result):
            result[owner] = replace(result[owner], contents=_with(result[owner].contents, (number, begun[0].range)))
    return result


def _with(contents: tuple[tuple[int, Range], ...], part: tuple[int, Range]) -> tuple[tuple[int, Range], ...]:
    return tuple(sorted((*contents, part)))


def _inside(attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    return any(quotation.range.holds(attribution.head) for quotation in quotations)


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading or link in capitals, set between two paragraphs of the text."""
    words = [token.text for token in paragraph.tokens if token.text[:1].isalpha()]
    return 1 < len(words) <= LONGEST_HEADING and all(word.isupper() for word in words) and paragraph.tokens[0].text not in MARKS


def _is_quoted_heading(paragraphs: Sequence[Paragraph], number: int) -> bool:
    before = paragraphs[number - 1].tokens if number else ()
    return is_heading(paragraphs[number]) and not (before and before[-1].text in LEADING)


def _is_free(quotation: Quotation, near: Sequence[Attribution]) -> bool:
    first, last = quotation.range
    return last - first + 1 >= SHORTEST and not any(has_words(one, quotation) for one in near)


def _interrupted(
    paragraph: Paragraph, quotation: Quotation, attributions: Sequence[Attribution], here: Sequence[int]
) -> int | None:
    """The statement whose cue and source interrupt a sentence that a quotation ends: “It holds,” said Vell, “*for now*.”"""
    first = quotation.range.first
    if first < 2 or paragraph.tokens[first - 1].text != ",":
        return None
    for place in here:
        one = attributions[place]
        own = [one.cue, *([one.source] if one.source else [])]
        before = [part for number, part in one.contents if number == one.paragraph and part.last < min(own).first]
        if max(part.last for part in own) in {first - 2, first - 1} and any(
            paragraph.tokens[part.last].text in MARKS for part in before
        ):
            return place
    return None


def _opens(paragraph: Paragraph, first: int) -> bool:
    """Whether a quotation begins a sentence of its own."""
    if first == 0 or paragraph.tokens[first].begins_sentence:
        return True
    before = paragraph.tokens[first - 1].text
    return before in {".", "!", "?", ":", "…"} or before in MARKS


def _owner(
    paragraph: Paragraph, quotation: Quotation, attributions: Sequence[Attribution], here: Sequence[int], before: int | None
) -> int | None:
    earlier = [place for place in here if attributions[place].cue.first < quotation.range.first]
    spoken = [place for place in earlier if attributions[place].frame in SPOKEN]
    if earlier:
        return (spoken or earlier)[-1]
    if here:
        return here[0]
    return before if all(token.pos in LINKING for token in paragraph.tokens[: quotation.range.first]) else None


def _last(
    attributions: Sequence[Attribution],
    here: Sequence[int],
    before: int | None,
    quotations: Sequence[Quotation],
    paragraph: Paragraph,
) -> int | None:
    """Which statement a quotation that opens the next paragraph would go on with."""
    if here:
        if paragraph.tokens[-1].text in LEADING:
            return here[-1]
        spoken = [place for place in here if attributions[place].frame in SPOKEN]
        quoting = [place for place in spoken if _quotes(attributions[place], quotations)]
        return next(reversed(quoting or spoken), None)
    whole = any(quotation.range.first == 0 for quotation in quotations)
    return before if whole and paragraph.tokens else None


def _quotes(attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    """Whether a whole quotation stands in a content."""
    parts = [part for number, part in attribution.contents if number == attribution.paragraph]
    return any(part.covers(one.range) and one.range.last - one.range.first >= SHORTEST for part in parts for one in quotations)


def without_unspoken(quotations: Sequence[Sequence[Quotation]], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that are unsure because they stand in a quotation that is in nobody's content. The turns of a
    quoted transcript stand so, and are sure."""
    contents = _contents(attributions)
    return [
        one
        for one in attributions
        if one.kind == "label" or not _is_unspoken(one, quotations, contents) or doubt_unspoken(one.score) >= SURE
    ]


def without_nobodys(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without nouns that name nobody and stand in the words of another: "briefed them on *the concerns about* it"."""
    contents = _contents(attributions)
    return [
        one
        for one in attributions
        if one.source is not None or one.kind != "noun" or not any(part.covers(one.cue) for part in contents.get(one.paragraph, ()))
    ]


def _contents(attributions: Sequence[Attribution]) -> dict[int, list[Range]]:
    contents: dict[int, list[Range]] = {}
    for attribution in attributions:
        for number, part in attribution.contents:
            contents.setdefault(number, []).append(part)
    return contents


def _is_unspoken(
    attribution: Attribution, quotations: Sequence[Sequence[Quotation]], contents: Mapping[int, Sequence[Range]]
) -> bool:
    around = next((one.range for one in quotations[attribution.paragraph] if one.range.holds(attribution.head)), None)
    return around is not None and not any(part.covers(around) for part in contents.get(attribution.paragraph, ()))
