"""Words of saying that tell that nothing was said: "has not commented", "would not elaborate", "the results have not been divulged".

These have no content that a reader could find by its clause, so they are read apart: the content is what was asked for, else the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import is_passive, own_subject
from quoth.extract.attribution.governors import held_back
from quoth.extract.attribution.ranges import Range, subtree, trim
from quoth.lexicon.cues import cue_class
from quoth.syntax import Paragraph, Token

SCORE = 0.7
"""Share that is right of those found in the articles of ECB+, about."""
ABOUT = frozenset({"on", "about", "of", "regarding"})


def find_unsaid(paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions of what was not said, in the order of their cues."""
    found = (one for number, paragraph in enumerate(paragraphs) for one in _in_paragraph(paragraph, number))
    return sorted(found, key=lambda one: (one.paragraph, one.cue.first))


def _in_paragraph(paragraph: Paragraph, number: int) -> Iterator[Attribution]:
    for token in paragraph.tokens:
        if token.pos == "VERB" and token.lemma in cue_class("unsaid") and held_back(paragraph, token.index) is not None:
            one = _unsaid(paragraph, token, number)
        elif token.lemma in cue_class("hidden") and token.dep == "amod":
            one = _hidden(paragraph, token, number)
        else:
            continue
        if one is not None:
            yield one


def _unsaid(paragraph: Paragraph, token: Token, number: int) -> Attribution | None:
    first = min((child.index for child in paragraph.children(token.index, "aux", "auxpass", "neg")), default=token.index)
    subject = own_subject(paragraph, token.index)
    passive = is_passive(paragraph, token.index)
    asked = _asked(paragraph, token, passive=passive)
    if subject is None or first > token.index or (asked is None and (passive or token.lemma == "tell")):
        return None
    source = None if passive else trim(paragraph, *subtree(paragraph, subject.index))
    if source is not None and source.last >= first:
        return None
    cue = Range(first, token.index) if asked is not None else Range(first, token.index - 1)
    if cue.last < cue.first:
        return None
    content = asked or Range(token.index, token.index)
    return Attribution(number, token.index, "verb", "S", cue, source, ((number, content),), SCORE, sure=SCORE)


def _asked(paragraph: Paragraph, token: Token, *, passive: bool) -> Range | None:
    """What was not told: the clause or thing behind the verb, what it was about, the subject of a passive."""
    if passive:
        found = [child for child in paragraph.children(token.index, "nsubjpass") if child.pos != "PRON"]
        return trim(paragraph, *subtree(paragraph, found[0].index)) if found else None
    clauses = ("ccomp",) if token.lemma == "tell" else ("ccomp", "xcomp", "dobj")
    for child in paragraph.children(token.index, *clauses):
        if child.index > token.index and child.pos != "PRON":
            return trim(paragraph, *subtree(paragraph, child.index))
    for link in paragraph.children(token.index, "prep"):
        if link.lemma in ABOUT and link.index > token.index:
            for thing in paragraph.children(link.index, "pobj", "pcomp"):
                return trim(paragraph, *subtree(paragraph, thing.index))
    return None


def _hidden(paragraph: Paragraph, token: Token, number: int) -> Attribution | None:
    """A thing that is called undisclosed; nobody is named who does not disclose it."""
    noun = paragraph.tokens[token.head]
    if noun.pos != "NOUN" or noun.index < token.index:
        return None
    cue = Range(token.index, token.index)
    return Attribution(
        number, token.index, "adjective", "S", cue, None, ((number, Range(noun.index, noun.index)),), SCORE, sure=SCORE
    )
