"""What is said by saying next to nothing, or by taking words back: "will neither confirm nor deny that", "takes no position on it", "is not aware
of any meeting", "did not answer calls", "regrets that it said so", "has withdrawn its report".

Readers that look for words of saying miss these, and to whoever checks a claim they are answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import is_passive
from quoth.extract.attribution.governors import held_back
from quoth.extract.attribution.ranges import Range, subtree, trim
from quoth.extract.attribution.repairs import can_speak
from quoth.extract.attribution.sources import verb_source
from quoth.lexicon.cues import cue_class
from quoth.syntax import Paragraph, Token

SCORE = 0.8
"""Share that is right of those found in the articles of the reuse set, about."""
ABOUT = frozenset({"on", "about", "regarding", "of"})
NEITHER = frozenset({"neither", "nor"})


def find_rebuffs(paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions of such answers, in the order of their cues."""
    return [one for number, paragraph in enumerate(paragraphs) for one in _in_paragraph(paragraph, number)]


def _in_paragraph(paragraph: Paragraph, number: int) -> Iterator[Attribution]:
    for token in paragraph.tokens:
        if token.pos not in {"VERB", "AUX"} or is_passive(paragraph, token.index) or _is_infinitive(paragraph, token):
            continue
        found = (
            _neither(paragraph, token)
            or _no_position(paragraph, token)
            or _unaware(paragraph, token)
            or _unanswered(paragraph, token)
            or _taken_back(paragraph, token)
        )
        source = verb_source(paragraph, token.index) if found is not None else None
        if found is None or source is None or source.last >= found[1].first or not _can_speak(paragraph, source):
            continue
        head, cue, content = found
        kind = "adjective" if head.pos == "ADJ" else "noun" if head.pos == "NOUN" else "verb"
        yield Attribution(number, head.index, kind, "S", cue, source, ((number, content),), SCORE, sure=SCORE)


def _is_infinitive(paragraph: Paragraph, token: Token) -> bool:
    return any(child.tag == "TO" for child in paragraph.children(token.index, "aux"))


def _can_speak(paragraph: Paragraph, source: Range) -> bool:
    return any(can_speak(token) for token in paragraph.tokens[source.first : source.last + 1] if token.dep not in {"det", "punct"})


def _neither(paragraph: Paragraph, token: Token) -> tuple[Token, Range, Range] | None:
    """Somebody will "neither confirm nor deny" it."""
    if token.lemma != "confirm" or not any(child.lemma in NEITHER for child in paragraph.children(token.index, "preconj", "cc")):
        return None
    for other in paragraph.children(token.index, "conj"):
        things = [*paragraph.children(other.index, "dobj", "ccomp"), *paragraph.children(token.index, "dobj", "ccomp")]
        thing = next((each for each in things if each.index > other.index), None)
        if thing is not None and other.lemma in {"deny", "rule", "dispute"}:
            content = trim(paragraph, *subtree(paragraph, thing.index))
            return None if content is None else (token, Range(_start(paragraph, token), content.first - 1), content)
    return None


def _no_position(paragraph: Paragraph, token: Token) -> tuple[Token, Range, Range] | None:
    """Somebody "takes no position" on it, or has none; what it is about may come first."""
    things = paragraph.children(token.index, "dobj") if token.lemma in {"take", "have"} else ()
    thing = next((each for each in things if each.lemma == "position" and each.index > token.index), None)
    if thing is None:
        return None
    none = any(child.lemma == "no" for child in paragraph.children(thing.index, "det"))
    if not none and held_back(paragraph, token.index) is None:
        return None
    links = [child for at in (thing.index, token.index) for child in paragraph.children(at, "prep") if child.lemma in ABOUT]
    behind = [link for link in links if link.index > thing.index]
    if behind:
        contents = paragraph.children(behind[0].index, "pobj", "pcomp")
        content = trim(paragraph, *subtree(paragraph, contents[0].index)) if contents else None
    else:
        content = (
            trim(paragraph, subtree(paragraph, links[0].index).first, subtree(paragraph, links[-1].index).last) if links else None
        )
    return (
        None
        if content is None
        else (token, Range(_start(paragraph, token), max(thing.index, behind[0].index if behind else 0)), content)
    )


def _unaware(paragraph: Paragraph, token: Token) -> tuple[Token, Range, Range] | None:
    """Somebody "is not aware of" it."""
    predicates = paragraph.children(token.index, "acomp") if token.lemma == "be" else ()
    aware = next((each for each in predicates if each.lemma == "aware"), None)
    if aware is None or not paragraph.children(token.index, "neg"):
        return None
    links = [child for child in paragraph.children(aware.index, "prep") if child.lemma == "of"]
    things = [each for link in links for each in paragraph.children(link.index, "pobj", "pcomp") if each.index > link.index]
    content = trim(paragraph, *subtree(paragraph, things[0].index)) if things else None
    return None if content is None else (aware, Range(_start(paragraph, token), links[0].index), content)


def _unanswered(paragraph: Paragraph, token: Token) -> tuple[Token, Range, Range] | None:
    """Somebody "did not reply to questions", or "did not answer calls"."""
    if token.lemma not in cue_class("unanswering") or held_back(paragraph, token.index) is None:
        return None
    links = [child for child in paragraph.children(token.index, "prep") if child.lemma == "to"]
    things = [
        *paragraph.children(token.index, "dobj"),
        *(each for link in links for each in paragraph.children(link.index, "pobj")),
    ]
    thing = next((each for each in things if each.lemma in cue_class("asking") and each.index > token.index), None)
    content = trim(paragraph, *subtree(paragraph, thing.index)) if thing is not None else None
    return None if content is None else (token, Range(_start(paragraph, token), content.first - 1), content)


def _taken_back(paragraph: Paragraph, token: Token) -> tuple[Token, Range, Range] | None:
    """Somebody regrets that something was so, or withdraws what was said."""
    if token.lemma == "regret":
        things = [child for child in paragraph.children(token.index, "ccomp") if _is_that(paragraph, child)]
    elif token.lemma in cue_class("withdrawing"):
        things = [
            child
            for child in paragraph.children(token.index, "dobj")
            if child.lemma in cue_class("claimed") | cue_class("withdrawn")
        ]
    else:
        return None
    thing = next((each for each in things if each.index > token.index), None)
    content = trim(paragraph, *subtree(paragraph, thing.index)) if thing is not None else None
    return None if content is None else (token, Range(_start(paragraph, token), token.index), content)


def _is_that(paragraph: Paragraph, clause: Token) -> bool:
    return any(child.lemma == "that" for child in paragraph.children(clause.index, "mark"))


def _start(paragraph: Paragraph, token: Token) -> int:
    """Where a cue begins: at the first word that helps or denies its verb."""
    helping = paragraph.children(token.index, "aux", "neg", "preconj")
    return min([token.index, *(child.index for child in helping)])
