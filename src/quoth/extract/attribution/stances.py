"""What the speaker does with the content, whether the saying itself is denied, and to whom it was said."""

from __future__ import annotations

from quoth.extract.attribution.attributions import cue_word
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range, subtree
from quoth.lexicon.cues import cue_class
from quoth.records import Stance
from quoth.syntax import Paragraph, Token


def stance_of(paragraph: Paragraph, attribution: Attribution) -> Stance:
    """The stance of the cue word; "refused to confirm" and "did not respond" decline."""
    if any(token.lemma in cue_class("declining") for token in paragraph.tokens[attribution.cue.first : attribution.head]):
        return "declines"
    token = paragraph.tokens[attribution.head]
    if token.lemma in cue_class("answering") and _denied(paragraph, attribution):
        return "declines"
    word = cue_word(paragraph, token)
    return word.stance if word else "asserts"


def is_negated(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Whether the text says that the speaker did not say, think or do so. "Did not respond" is no negated declining: it declines."""
    answering = paragraph.tokens[attribution.head].lemma in cue_class("answering")
    return not answering and _denied(paragraph, attribution)


def _denied(paragraph: Paragraph, attribution: Attribution) -> bool:
    first, last = attribution.cue
    return any(paragraph.tokens[index].dep == "neg" for index in range(first, last + 1))


def addressee_range(paragraph: Paragraph, attribution: Attribution) -> Range | None:
    """The words for whom it was said to: the object of "tell", or what "to" joins to the cue."""
    if attribution.kind == "preposition":
        return None
    first, last = attribution.cue
    if attribution.frame == "NP+INF" and paragraph.tokens[attribution.head].lemma in cue_class("listener"):
        return _asked(paragraph, attribution.head)
    for index in sorted({attribution.head, *range(first, last + 1)}, key=lambda at: at != attribution.head):
        found = _addressee_of(paragraph, attribution, paragraph.tokens[index])
        if found is not None:
            return found
    return None


def _asked(paragraph: Paragraph, head: int) -> Range | None:
    """Who is asked in "urged Marland to go", where PolNeAR counts the one asked to the content."""
    for child in paragraph.children(head, "ccomp", "dobj", "dative"):
        if child.dep != "ccomp":
            return subtree(paragraph, child.index)
        for subject in paragraph.children(child.index, "nsubj"):
            return subtree(paragraph, subject.index)
    return None


def _addressee_of(paragraph: Paragraph, attribution: Attribution, word: Token) -> Range | None:
    for child in paragraph.children(word.index):
        free = child.index > word.index and not _is_content(attribution, child)
        if free and child.dep in {"dobj", "dative"} and word.lemma in cue_class("listener") and child.pos != "ADP":
            return subtree(paragraph, child.index)
        if free and child.dep in {"prep", "dative"} and child.lemma == "to":
            for thing in paragraph.children(child.index, "pobj"):
                return None if _is_content(attribution, thing) else subtree(paragraph, thing.index)
    return None


def _is_content(attribution: Attribution, token: Token) -> bool:
    return any(number == attribution.paragraph and part.holds(token.index) for number, part in attribution.contents)
