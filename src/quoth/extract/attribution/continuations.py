"""Quotations with no cue of their own, given to the statement that they go on with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quoth.extract.attribution.attributions import SURE
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.contexts import doubt_unspoken
from quoth.extract.attribution.quotations import MARKS, Quotation
from quoth.extract.attribution.ranges import Range
from quoth.syntax import Paragraph

SHORTEST = 4
"""Tokens, marks included, of a quotation that can go on with another: shorter ones are names and distancing quotes."""
SPOKEN = frozenset({"S", "<S", "()", "Q", "L:S", "BE:S"})
"""Frames of cues that report words; others ("praised the plan") are followed by a quotation of theirs only in the same paragraph."""


def continue_quotations(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Sequence[Quotation]], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, each with the quotations that go on with it added to its content.

    A quotation goes on with the statement before it in its paragraph, else with the one after it there, else, where it opens its
    paragraph, with the last statement of the paragraph before, else with the first of the paragraph after.
    """
    by_paragraph: dict[int, list[int]] = {}
    for place, attribution in enumerate(attributions):
        by_paragraph.setdefault(attribution.paragraph, []).append(place)
    result = list(attributions)
    owner_before: int | None = None
    for number, paragraph in enumerate(paragraphs):
        here = [place for place in by_paragraph.get(number, []) if not _inside(attributions[place], quotations[number])]
        for quotation in quotations[number]:
            if not _is_alone(paragraph, quotation, result, here):
                continue
            owner = _owner(quotation, attributions, here, owner_before)
            if owner is not None:
                part = (number, quotation.range)
                result[owner] = replace(result[owner], contents=(*result[owner].contents, part))
                if not here:
                    here = []
        owner_before = _last(attributions, here, owner_before, quotations[number], paragraph)
    return result


def _inside(attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    return any(quotation.range.holds(attribution.head) for quotation in quotations)


def _is_alone(paragraph: Paragraph, quotation: Quotation, found: Sequence[Attribution], here: Sequence[int]) -> bool:
    first, last = quotation.range
    if last - first + 1 < SHORTEST or not _opens(paragraph, first):
        return False
    taken = [part for place in here for number, part in found[place].contents if number == quotation.paragraph]
    taken += [source for place in here if (source := found[place].source) is not None]
    return not any(part.meets(quotation.range) for part in taken)


def _opens(paragraph: Paragraph, first: int) -> bool:
    """Whether a quotation begins a sentence of its own."""
    if first == 0 or paragraph.tokens[first].begins_sentence:
        return True
    before = paragraph.tokens[first - 1].text
    return before in {".", "!", "?", ":", "…"} or before in MARKS


def _owner(quotation: Quotation, attributions: Sequence[Attribution], here: Sequence[int], before: int | None) -> int | None:
    earlier = [place for place in here if attributions[place].cue.first < quotation.range.first]
    spoken = [place for place in earlier if attributions[place].frame in SPOKEN]
    if earlier:
        return (spoken or earlier)[-1]
    if here:
        return here[0]
    return before if quotation.range.first == 0 else None


def _last(
    attributions: Sequence[Attribution],
    here: Sequence[int],
    before: int | None,
    quotations: Sequence[Quotation],
    paragraph: Paragraph,
) -> int | None:
    """Which statement a quotation that opens the next paragraph would go on with."""
    if here:
        return here[-1] if attributions[here[-1]].frame in SPOKEN else None
    whole = any(quotation.range.first == 0 for quotation in quotations)
    return before if whole and paragraph.tokens else None


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
