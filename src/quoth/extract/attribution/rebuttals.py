"""Who turns a charge back: "rejected the charge that its agents had damaged the plant *and accused Ostrel*" has who rejects it accuse Ostrel, not the agents.

A parser joins such a verb to the nearest clause, in which others speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.attribution.attributions import cue_word
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import MARKS
from quoth.extract.attribution.ranges import Range, cut, trim
from quoth.extract.attribution.stances import take
from quoth.lexicon.cues import cue_class
from quoth.records import Stance
from quoth.syntax import Paragraph

TURNED: frozenset[Stance] = frozenset({"accuses", "condemns", "asks", "orders", "threatens", "warns"})
"""What is done beside denying something: none of it is a part of what is denied."""
JOINING = frozenset({"and", "but"})


def hand_back(paragraphs: Sequence[Paragraph], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; those that stand behind "and" at the end of what somebody denies are whoever's denies it, and what is denied ends before; so with what
    somebody adds to what they said."""
    kept = list(found)
    for one in found:
        outer = _denying(paragraphs[one.paragraph], one, found) or _going_on(paragraphs[one.paragraph], one, found)
        if outer is not None:
            kept = [_put(paragraphs[one.paragraph], each, one, outer) for each in kept]
    return kept


def _denying(paragraph: Paragraph, one: Attribution, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution that denies something at the end of which ``one`` stands; None where it stands where it was put."""
    first = paragraph.tokens[one.cue.first]
    before = paragraph.tokens[first.index - 1] if first.index else first
    if before.lemma not in JOINING or first.index != one.head or first.tag not in {"VBD", "VBN"} or first.dep != "conj":
        return None
    if one.source is not None and one.source.last >= before.index:
        return None
    outers = [each for each in found if each is not one and each.source is not None and _ends_with(each, one)]
    outer = min(outers, key=lambda each: each.cue.first, default=None)
    if outer is None or take(paragraph, one).stance not in TURNED or take(paragraph, outer).stance != "denies":
        return None
    return outer if paragraph.tokens[outer.head].tag == "VBD" else None


def _going_on(paragraph: Paragraph, one: Attribution, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose speaker goes on in ``one``: "Arden said that Kastel had fired first, *adding* that …", where the parser has who fired add it."""
    head = paragraph.tokens[one.head]
    told = paragraph.tokens[head.head]
    before = paragraph.tokens[one.cue.first - 1].text if one.cue.first else ""
    if head.tag != "VBG" or head.lemma not in cue_class("adding") or head.dep != "advcl" or before not in {",", *MARKS}:
        return None
    saying = cue_word(paragraph, told) is not None or told.dep not in {"ccomp", "conj"}
    outers = [] if saying else [each for each in found if each is not one and each.source is not None and _ends_with(each, one)]
    return min(outers, key=lambda each: -each.cue.first, default=None)


def _ends_with(outer: Attribution, one: Attribution) -> bool:
    number, part = outer.contents[-1]
    return number == one.paragraph == outer.paragraph and outer.cue.last < part.first < one.cue.first <= part.last


def _put(paragraph: Paragraph, each: Attribution, one: Attribution, outer: Attribution) -> Attribution:
    """``each`` as it is once ``one`` is said by who says ``outer``."""
    if each is one:
        return replace(one, source=outer.source)
    if each.cue.first < outer.cue.first or not _ends_with(each, one):
        return each
    number, part = each.contents[-1]
    start = one.cue.first - (paragraph.tokens[one.cue.first - 1].text not in MARKS)
    rest = [trimmed for left in cut(part, Range(start, part.last)) if (trimmed := trim(paragraph, *left)) is not None]
    return replace(each, contents=(*each.contents[:-1], *((number, left) for left in rest))) if rest else each
