"""The attributions of one paragraph: which words are cues here, and what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.extract.attribution.candidates import Attribution, Candidate
from quoth.extract.attribution.contexts import features, weigh
from quoth.extract.attribution.cues import read_head
from quoth.extract.attribution.quotations import Quotation
from quoth.extract.attribution.repairs import repair_comment, repair_coordination, repair_lead, repair_nesting
from quoth.extract.attribution.shapes import inverted_source, quoted_content, shape_contents, source_outside
from quoth.lexicon.cues import CueWord, cue_words, phrasal_lemmas
from quoth.syntax import Paragraph, Token

FAINT = 0.3
"""Words below this strength in their frame are not looked at further."""
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
SURE = 0.5
"""Candidates below this strength are no statements: where precision and recall on PolNeAR's training part give the best F1."""


SYNTACTIC = frozenset({"S", "<S", "()", "INF", "NP+INF", "ING", "<NP"})
"""Frames whose content is sure from syntax: a quotation beside them is not looked for."""


def find_attributions(paragraph: Paragraph, quotations: Sequence[Quotation], *, number: int) -> list[Attribution]:
    """The attributions of the paragraph ``number``, in the order of their cues."""
    found = []
    for token in paragraph.tokens:
        word = cue_word(paragraph, token)
        if word is not None:
            attribution = _read(paragraph, token, word, quotations, number)
            if attribution is not None:
                found.append(attribution)
    repaired = repair_nesting(paragraph, repair_coordination(paragraph, _without_rivals(found)))
    return [repair_lead(paragraph, quotations, one) for one in repaired]


def cue_word(paragraph: Paragraph, token: Token) -> CueWord | None:
    """The cue word that a token is: that of a phrase ("turned down", "called for") where the phrase is a word of its own."""
    words = cue_words()
    if token.text in {"according", "According"}:
        return words["according", "preposition"]
    kind = KINDS.get(token.pos)
    if kind is None:
        return None
    if token.lemma in phrasal_lemmas():
        for phrase in _phrases(paragraph, token):
            if (phrase, kind) in words:
                return words[phrase, kind]
    return words.get((token.lemma, kind))


def _phrases(paragraph: Paragraph, token: Token) -> Iterator[str]:
    """The phrases that a word may be the head of: with its particle or preposition ("turned down", "called for", "called it into question"), with the "to" of
    its infinitive ("agreed to"), with the "that" of what is held to be so ("suggested that she lied", not "that she should go"),
    and with what denies it ("no doubt")."""
    for child in paragraph.children(token.index):
        if child.dep == "prt" or (child.dep in {"prep", "advmod"} and child.index == token.index + 1):
            yield f"{token.lemma} {child.lemma}"
        if child.dep == "prep":
            yield from (f"{token.lemma} {child.lemma} {thing.lemma}" for thing in paragraph.children(child.index, "pobj"))
        elif child.dep in {"xcomp", "ccomp", "advcl"} and child.index > token.index:
            yield from _clause_phrases(paragraph, token, child)
        elif child.dep in {"det", "amod"} and child.lemma in {"no", "little"}:
            yield f"no {token.lemma}"


def _clause_phrases(paragraph: Paragraph, token: Token, clause: Token) -> Iterator[str]:
    first = paragraph.tokens[paragraph.edges[clause.index][0]]
    helpers = paragraph.children(clause.index, "aux", "mark")
    if any(child.tag == "TO" for child in helpers):
        linked = next((child for child in helpers if child.dep == "mark" and child.index == token.index + 1), None)
        yield f"{token.lemma} {linked.lemma if linked else 'to'}"
    elif clause.dep == "ccomp" and first.tag not in {"WRB", "WP"} and _is_indicative(paragraph, clause):
        yield f"{token.lemma} that"


def _is_indicative(paragraph: Paragraph, clause: Token) -> bool:
    """Whether a clause tells what is so, not what should be."""
    helpers = paragraph.children(clause.index, "aux", "auxpass")
    if any(child.lemma in {"should", "ought", "must"} for child in helpers):
        return False
    return clause.tag in {"VBD", "VBZ", "VBP"} or any(child.tag in {"VBD", "VBZ", "VBP", "MD"} for child in helpers)


def is_headline(paragraph: Paragraph, number: int) -> bool:
    """Whether the paragraph ``number`` of a document is its headline."""
    return paragraph.segment.kind == "title" or number == 0


def _read(paragraph: Paragraph, token: Token, word: CueWord, quotations: Sequence[Quotation], number: int) -> Attribution | None:
    candidate = read_candidate(paragraph, token.index, quotations)
    if candidate is None:
        return None
    strength = word.strength(candidate.frame)
    if strength < FAINT:
        return None
    score = weigh(strength, features(paragraph, candidate, headline=is_headline(paragraph, number)))
    if score < SURE:
        return None
    contents = shape_contents(paragraph, candidate, quotations)
    if not contents:
        return None
    return Attribution(
        paragraph=number,
        head=candidate.head,
        kind=word.kind,
        frame=candidate.frame,
        cue=candidate.cue,
        source=candidate.source,
        contents=tuple((number, part) for part in contents),
        score=score,
        merged=candidate.merged,
    )


def read_candidate(paragraph: Paragraph, head: int, quotations: Sequence[Quotation]) -> Candidate | None:
    """The attribution that the token ``head`` would make as a cue, a quotation beside it taken as its content."""
    candidate = read_head(paragraph, head)
    return None if candidate is None else _with_quotation(paragraph, repair_comment(paragraph, candidate), quotations)


def _with_quotation(paragraph: Paragraph, candidate: Candidate, quotations: Sequence[Quotation]) -> Candidate:
    """The candidate with the quotation next to it as content, where syntax gave it none that holds one."""
    if candidate.kind != "v" or not quotations:
        return candidate
    source = inverted_source(paragraph, candidate, quotations) or source_outside(paragraph, candidate, quotations)
    candidate = candidate if source is None else replace(candidate, source=source)
    if candidate.frame in SYNTACTIC:
        return candidate
    content = quoted_content(paragraph, candidate, quotations)
    return candidate if content is None else replace(candidate, frame="Q", contents=(content,))


def _without_rivals(found: Sequence[Attribution]) -> list[Attribution]:
    """Of attributions whose cues share words the one that takes in the other's, else the surest."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda one: (not one.merged, -one.score, one.cue.first)):
        if not any(attribution.cue.meets(other.cue) for other in kept):
            kept.append(attribution)
    return sorted(kept, key=lambda one: one.cue.first)
