"""Figures that somebody gives with a verb that is a word of saying only beside them: "puts the toll at nine", "has cut its count to four", "speaks
of nine"; and what an outlet says that it was told: "Nine people died, the Gazette was told by the fire service".

A reader that looks for words of saying misses these, and the figure is then taken for the outlet's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import is_passive, own_subject
from quoth.extract.attribution.ranges import Range, subtree, trim
from quoth.extract.attribution.repairs import can_speak
from quoth.extract.attribution.sources import verb_source
from quoth.lexicon.cues import cue_class
from quoth.syntax import Paragraph, Token

SCORE = 0.8
"""Share that is right of those found in the articles of the reuse set, about."""
FAR = 14
"""Words behind the verb within which the figure stands."""
BEHIND = 5
"""Words between "at" or "to" and the figure: "at somewhere between"."""
LEAST = 4
"""Words of what more is given: "and the jobs at"."""
STOPS = frozenset({";", ":", "–", "—", "“", '"'})
CLAUSES = frozenset({"cc", "mark"})


def find_figured(paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions of such figures, in the order of their cues."""
    return [one for number, paragraph in enumerate(paragraphs) for one in _in_paragraph(paragraph, number)]


def _in_paragraph(paragraph: Paragraph, number: int) -> Iterator[Attribution]:
    for token in paragraph.tokens:
        if token.pos != "VERB":
            continue
        told = _was_told(paragraph, token, number)
        passive = is_passive(paragraph, token.index)
        content = None if told or passive else _given(paragraph, token) or _spoken_of(paragraph, token)
        one = told or _giving(paragraph, token, content, number)
        if one is not None:
            yield one


def _giving(paragraph: Paragraph, token: Token, content: Range | None, number: int) -> Attribution | None:
    source = verb_source(paragraph, token.index)
    if content is None or source is None or source.last >= token.index:
        return None
    first = min((child.index for child in paragraph.children(token.index, "aux") if child.index > source.last), default=token.index)
    cue = Range(first, content.first - 1 if paragraph.tokens[content.first - 1].lemma == "of" else token.index)
    return Attribution(number, token.index, "verb", "S", cue, source, ((number, content),), SCORE, sure=SCORE)


def _given(paragraph: Paragraph, token: Token) -> Range | None:
    """What a verb of putting or revising gives: "the toll at nine", "its count to four"."""
    if token.lemma in cue_class("putting"):
        given = _from_thing_to_figure(paragraph, token, cue_class("put_things"), "at", known=token.lemma == "put")
        return None if given is None else _with_more(paragraph, given, _sentence_end(paragraph, token))
    if token.lemma in cue_class("revising") and _revises(paragraph, token):
        return _from_thing_to_figure(paragraph, token, cue_class("revised_things"), "to")
    return None


def _revises(paragraph: Paragraph, token: Token) -> bool:
    """Whether somebody revises a figure, not what happened: "two more deaths raised the toll to nine"."""
    subject = own_subject(paragraph, token.index)
    if subject is None or subject.tag in {"DT", "WDT"}:
        return False
    things = paragraph.children(token.index, "dobj")
    own = any(owner.tag == "PRP$" for thing in things for owner in paragraph.children(thing.index, "poss"))
    return own or (subject.lemma != "it" and can_speak(subject))


def _with_more(paragraph: Paragraph, given: Range, stop: int) -> Range:
    """What is given with what the same verb puts behind it: "the bill at $3 million | and the jobs at 40"."""
    behind = paragraph.tokens[given.last + 1 : min(stop, given.last + 1 + BEHIND)]
    if len(behind) < LEAST or behind[0].lemma != "and" or not _is_known(paragraph, behind[2]) or behind[3].lemma != "at":
        return given
    more = _is_figure_behind(paragraph, behind[3], stop)
    return Range(given.first, _end(paragraph, behind[3].index, stop)) if more else given


def _is_known(paragraph: Paragraph, thing: Token) -> bool:
    """Whether a thing is one that was told of, or somebody's: "the jobs", "its bill"."""
    before = paragraph.tokens[subtree(paragraph, thing.index).first]
    return thing.pos == "NOUN" and (before.lemma in {"the", "that", "this"} or before.tag == "PRP$")


def _from_thing_to_figure(
    paragraph: Paragraph, token: Token, things: frozenset[str], link: str, *, known: bool = False
) -> Range | None:
    """The words from the first thing of a class behind the verb to the end of the figure behind the preposition; where it may be
    ``known``, from any that was told of."""
    stop = _sentence_end(paragraph, token)
    behind = paragraph.tokens[token.index + 1 : min(stop, token.index + FAR)]
    thing = next((each for each in behind if each.pos in {"NOUN", "PROPN"} and each.dep != "compound"), None)
    if thing is None or not (thing.lemma in things or (known and _is_known(paragraph, thing))):
        return None
    if any(
        each.text in STOPS or (each.pos in {"VERB", "ADP"} and each.head != thing.index)
        for each in behind
        if each.index < thing.index
    ):
        return None
    for each in behind:
        if each.index > thing.index and (each.text in STOPS or each.lemma == "and"):
            return None
        if each.index > thing.index and each.lemma == link and _is_figure_behind(paragraph, each, stop):
            return trim(paragraph, subtree(paragraph, thing.index).first, _end(paragraph, each.index, stop))
        if each.index > thing.index and each.lemma == link and each.head == token.index:
            return None
    return None


def _is_figure_behind(paragraph: Paragraph, link: Token, stop: int) -> bool:
    """Whether the figure stands behind a preposition, no day or hour: "to four", "at more than 600"."""
    for each in paragraph.tokens[link.index + 1 : min(stop, link.index + 1 + BEHIND)]:
        if each.tag == "CD":
            return not _is_when(paragraph, each)
        if each.pos in {"NOUN", "PROPN", "VERB", "PRON"} or each.text in STOPS or each.text == ",":
            return False
    return False


def _is_when(paragraph: Paragraph, figure: Token) -> bool:
    """Whether a number is an hour, a year, or a day of a month."""
    beside = paragraph.tokens[max(0, figure.index - 1) : figure.index + 2]
    dated = any(each.entity == "DATE" and each.pos == "PROPN" for each in beside)
    return figure.entity == "TIME" or (
        figure.entity == "DATE" and (dated or (figure.text.isdigit() and len(figure.text) == len("2031")))
    )


def _end(paragraph: Paragraph, start: int, stop: int) -> int:
    """The last word of a clause from a word on: before a mark, or a word that joins another clause."""
    for each in paragraph.tokens[start:stop]:
        over = paragraph.tokens[each.head]
        joins = each.dep in CLAUSES and over.pos in {"VERB", "AUX"} and not _counts_on(paragraph, each)
        if each.text in STOPS or each.text in {",", ".", "!", "?"} or joins:
            return each.index - 1
    return stop - 1


def _counts_on(paragraph: Paragraph, joining: Token) -> bool:
    """Whether a figure follows what joins: "three dead and 14 injured"."""
    following = paragraph.tokens[joining.index + 1 : joining.index + 2]
    return joining.lemma == "and" and any(each.tag == "CD" for each in following)


def _spoken_of(paragraph: Paragraph, token: Token) -> Range | None:
    """The figure of which somebody speaks: "speaks of nine", "spoke of 30 dead"."""
    if token.lemma not in cue_class("speaking_of"):
        return None
    for link in paragraph.children(token.index, "prep"):
        if link.lemma == "of" and link.index == token.index + 1:
            for thing in paragraph.children(link.index, "pobj"):
                counted = thing.tag == "CD" or any(child.tag == "CD" for child in paragraph.children(thing.index, "nummod"))
                if counted and not any(_is_when(paragraph, each) for each in (thing, *paragraph.children(thing.index, "nummod"))):
                    return trim(paragraph, *subtree(paragraph, thing.index))
    return None


def _was_told(paragraph: Paragraph, token: Token, number: int) -> Attribution | None:
    """A sentence that ends with by whom an outlet was told so: "…, the Gazette was told by the fire service"."""
    if token.lemma not in {"tell", "inform"} or not is_passive(paragraph, token.index):
        return None
    source = verb_source(paragraph, token.index)
    hearer = next((child for child in paragraph.children(token.index, "nsubjpass")), None)
    clause = next((child for child in paragraph.children(token.index, "ccomp") if child.index < token.index), None)
    if source is None or hearer is None or clause is None or source.first <= token.index:
        return None
    comma = subtree(paragraph, hearer.index).first - 1
    content = trim(paragraph, subtree(paragraph, clause.index).first, comma)
    if content is None or comma < 0 or paragraph.tokens[comma].text != "," or content.last >= hearer.index:
        return None
    first = min((child.index for child in paragraph.children(token.index, "aux", "auxpass")), default=token.index)
    cue = Range(first, source.first - 1)
    return Attribution(number, token.index, "verb", "<S", cue, source, ((number, content),), SCORE, sure=SCORE)


def _sentence_end(paragraph: Paragraph, token: Token) -> int:
    return paragraph.sentence_of(token.index)[1]
