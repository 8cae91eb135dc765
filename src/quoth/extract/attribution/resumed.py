"""Quotations that fill a paragraph, given to who the paragraph before ends with: “Marn agreed. | *“Nobody asked us, and nobody ever will.”*”

Only where that sentence tells of somebody who speaks, in its main clause and without a quotation of its own, and where the words stand nowhere else in the
article: a page shows such words again as an ornament, wherever they were said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.attribution.attributions import cue_word
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import own_subject
from quoth.extract.attribution.cues import verb_group
from quoth.extract.attribution.quotations import MARKS, Quotation
from quoth.extract.attribution.ranges import trim
from quoth.extract.attribution.stances import take
from quoth.extract.attribution.unowned import find_unowned
from quoth.lexicon.cues import cue_class
from quoth.lexicon.outlets import find_outlet
from quoth.lexicon.titles import titles
from quoth.records import Stance
from quoth.syntax import Paragraph, Token

SCORE = 0.7
"""About the share that is right in all parts."""
UNSAID: frozenset[Stance] = frozenset({"thinks", "none", "declines"})
FULL_NAMES = frozenset({"he", "she"})
REPEATED = 60
"""Letters of a quotation that are looked for elsewhere."""
TOLD = frozenset({"VBD", "VBZ", "VBP"})


def resume(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Sequence[Quotation]], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, with the quotations of nobody's that fill a paragraph given to who spoke at the end of the one before."""
    kept = list(found)
    for quotation in find_unowned(paragraphs, quotations, found):
        number = quotation.paragraph
        if number == 0 or not _fills(paragraphs[number], quotation) or _is_repeated(paragraphs, number):
            continue
        before = paragraphs[number - 1]
        subject = _last_subject(before) if before.segment.kind == "body" else None
        if subject is None:
            continue
        place = next((at for at, one in enumerate(kept) if one.paragraph == number - 1 and _is_said_by(before, one, subject)), None)
        if place is not None:
            kept[place] = replace(kept[place], contents=(*kept[place].contents, (number, quotation.range)))
        elif (spoke := _spoke(before, subject, quotation)) is not None and not any(
            one.paragraph == number - 1 and one.cue.meets(spoke.cue) for one in kept
        ):
            kept.append(spoke)
    return kept


def _fills(paragraph: Paragraph, quotation: Quotation) -> bool:
    return quotation.range.first == 0 and quotation.range.last == len(paragraph.tokens) - 1


def _letters(paragraph: Paragraph) -> str:
    return "".join(sign for token in paragraph.tokens for sign in token.text.casefold() if sign.isalnum())


def _is_repeated(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether the words of a paragraph stand in another one, too."""
    words = _letters(paragraphs[number])[:REPEATED]
    return any(words in _letters(other) for at, other in enumerate(paragraphs) if at != number)


def _last_subject(paragraph: Paragraph) -> Token | None:
    """The person who is the subject of the last sentence of a paragraph, where that quotes nothing."""
    if not paragraph.tokens:
        return None
    start, stop = paragraph.sentence_of(len(paragraph.tokens) - 1)
    words = paragraph.tokens[start:stop]
    root = next((token for token in words if token.head == token.index), None)
    if root is None or root.tag not in TOLD or any(token.text in MARKS for token in words) or words[-1].text != ".":
        return None
    subject = own_subject(paragraph, root.index)
    own = subject is not None and subject.index < root.index and _is_person(subject) and not _is_outlet(paragraph, subject)
    return subject if own else None


def _is_person(subject: Token) -> bool:
    word = titles().get(subject.text.lower())
    return subject.text.lower() in FULL_NAMES or subject.pos == "PROPN" or (word is not None and bool(word.person))


def _is_outlet(paragraph: Paragraph, subject: Token) -> bool:
    """Whether an outlet is told to have reported something, whose words may be anybody's."""
    named = [token.text for token in paragraph.subtree(subject.index) if token.index <= subject.index and token.tag != "DT"]
    return find_outlet(" ".join(named)) is not None


def _is_said_by(paragraph: Paragraph, one: Attribution, subject: Token) -> bool:
    """Whether the main clause of the last sentence says in words what the subject of it said."""
    head = paragraph.tokens[one.head]
    own = one.source is not None and one.source.holds(subject.index) and subject.head == head.index
    return own and cue_word(paragraph, head) is not None and take(paragraph, one).stance not in UNSAID


def _spoke(paragraph: Paragraph, subject: Token, quotation: Quotation) -> Attribution | None:
    """That somebody spoke, whose words are all that is told of it: "Marn agreed.", "Marn spoke to reporters on Monday."."""
    verb = paragraph.tokens[subject.head]
    denied = paragraph.children(verb.index, "neg", "dobj", "ccomp", "xcomp", "conj")
    source = trim(paragraph, *paragraph.edges[subject.index])
    if verb.lemma not in cue_class("speaking_up") or denied or source is None or source.last >= verb.index:
        return None
    content = ((quotation.paragraph, quotation.range),)
    number = quotation.paragraph - 1
    return Attribution(number, verb.index, "verb", "S", verb_group(paragraph, verb.index), source, content, SCORE, sure=SCORE)
