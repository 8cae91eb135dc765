"""Who a cue is said of: the words of the source."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.attribution.clauses import is_passive, own_subject
from quoth.extract.attribution.quotations import MARKS
from quoth.extract.attribution.ranges import Range, subtree, trim
from quoth.lexicon.cues import cue_class
from quoth.syntax import Paragraph, Token


def verb_source(paragraph: Paragraph, head: int) -> Range | None:
    """The range of a verb's source: its subject, or in the passive its agent; shared over conjoined verbs and participles."""
    children = paragraph.children(head)
    if is_passive(paragraph, head):
        return _agent(paragraph, children)
    subject = own_subject(paragraph, head)
    if subject is not None:
        return _subject_range(paragraph, subject)
    return _borrowed(paragraph, head)


def _agent(paragraph: Paragraph, children: tuple[Token, ...]) -> Range | None:
    for child in children:
        if child.dep == "agent" or (child.dep == "prep" and child.lemma == "by"):
            for thing in paragraph.children(child.index, "pobj"):
                return noun_range(paragraph, thing.index)
    return None


def _borrowed(paragraph: Paragraph, head: int) -> Range | None:
    """The subject of the clause that a verb without one hangs on: conjoined, participle, infinitive; the noun of an ``acl``."""
    token = paragraph.tokens[head]
    quoted = _quoted(paragraph, token)
    if quoted is not None:
        return noun_range(paragraph, quoted.index)
    for _ in range(6):
        if token.dep == "acl":
            return noun_range(paragraph, token.head) if token.tag != "VBN" else None
        if (
            token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acomp", "attr"}
            or token.head == token.index
        ):
            return None
        asked = _asked(paragraph, token, "prompting" if token.index == head else "listener")
        if asked is not None:
            return noun_range(paragraph, asked.index)
        token = paragraph.tokens[token.head]
        subject = own_subject(paragraph, token.index)
        if subject is not None:
            return _subject_range(paragraph, subject)
    return None


def _asked(paragraph: Paragraph, verb: Token, kind: str) -> Token | None:
    """Who is to do what an infinitive tells behind a verb of a class, which something else hangs on: "called on Reeve to apologise for saying
    so", or that somebody does by it: "prompted Reeve to reply"."""
    above = paragraph.tokens[verb.head]
    if (
        verb.dep != "xcomp"
        or above.lemma not in cue_class(kind)
        or not any(child.tag == "TO" for child in paragraph.children(verb.index))
    ):
        return None
    links = [child for child in paragraph.children(above.index, "prep") if child.lemma in {"on", "upon"}]
    objects = [
        *paragraph.children(above.index, "dobj"),
        *(found for link in links for found in paragraph.children(link.index, "pobj")),
    ]
    return next((found for found in objects if above.index < found.index < verb.index), None)


def talker(paragraph: Paragraph, head: int) -> Range | None:
    """Who talked, for a participle behind "spoke with B" that tells what was said: A, though the parser hangs it on B."""
    token = paragraph.tokens[head]
    link = paragraph.tokens[paragraph.tokens[token.head].head]
    link = paragraph.tokens[link.head] if link.dep == "pcomp" else link
    if token.dep != "acl" or token.tag != "VBG" or link.lemma != "with" or link.dep != "prep":
        return None
    subject = own_subject(paragraph, link.head) if paragraph.tokens[link.head].lemma in cue_class("talking") else None
    return None if subject is None else _subject_range(paragraph, subject)


def _quoted(paragraph: Paragraph, token: Token) -> Token | None:
    """Who speaks in "quoted him as saying"."""
    link = paragraph.tokens[token.head]
    if token.dep != "pcomp" or link.lemma != "as":
        return None
    return next(iter(paragraph.children(link.head, "dobj")), None)


def _subject_range(paragraph: Paragraph, subject: Token) -> Range | None:
    if subject.text.lower() == "there":
        return None
    meant = _floated_from(paragraph, subject)
    found = noun_range(paragraph, subject.index if meant is None else meant.index)
    if found is not None and found.first < found.last and paragraph.tokens[found.first].text.lower() in cue_class("connective"):
        return Range(found.first + 1, found.last)
    return found


def _floated_from(paragraph: Paragraph, subject: Token) -> Token | None:
    """The noun that "all" or "both" behind it stands for: "their governments “all reject” it"."""
    if subject.lemma not in {"all", "both"} or paragraph.dependents[subject.index] or subject.index < 2:
        return None
    before = paragraph.tokens[subject.index - 1]
    before = paragraph.tokens[before.index - 1] if before.pos == "PUNCT" and before.text in MARKS else before
    return before if before.pos in {"NOUN", "PROPN"} else None


def noun_range(paragraph: Paragraph, head: int) -> Range | None:
    """A noun with its modifiers, appositions and relative clauses; participles set off by a comma and times are left out."""
    whole = subtree(paragraph, head)
    last = whole.last
    for child in _right_edge(paragraph, head):
        start = subtree(paragraph, child.index).first
        if start > head and _is_aside(paragraph, child, start):
            last = min(last, start - 1)
    return with_comma(paragraph, trim(paragraph, whole.first, last))


def _right_edge(paragraph: Paragraph, head: int) -> Iterator[Token]:
    """What hangs on a noun to its right, and on its appositions."""
    for child in paragraph.children(head):
        if child.index > head:
            yield child
            if child.dep in {"appos", "conj"}:
                yield from _right_edge(paragraph, child.index)


def _is_aside(paragraph: Paragraph, child: Token, start: int) -> bool:
    """Whether a modifier tells of the moment rather than of who it is: ", eyeing the weeks to come", "on Tuesday"."""
    if child.dep == "acl":
        return child.tag == "VBG" and paragraph.tokens[start - 1].text == ","
    if child.dep == "prep":
        return any(thing.entity in {"DATE", "TIME"} for thing in paragraph.children(child.index, "pobj"))
    return child.dep == "npadvmod" and child.entity in {"DATE", "TIME"} and not child.text.isdigit()


def with_comma(paragraph: Paragraph, found: Range | None) -> Range | None:
    """The comma that closes an apposition belongs to the span, like the one that opens it."""
    if found is None or found.last + 1 >= len(paragraph.tokens) or paragraph.tokens[found.last + 1].text != ",":
        return found
    opened = any(token.text == "," for token in paragraph.tokens[found.first : found.last])
    return Range(found.first, found.last + 1) if opened else found


def noun_source(paragraph: Paragraph, head: int) -> Range | None:
    """The range of a noun's source: its possessor, or what "by, of, among, from" joins to it."""
    for child in paragraph.children(head):
        if child.dep == "poss":
            return noun_range(paragraph, child.index)
    for child in paragraph.children(head, "prep", "agent"):
        if child.lemma in {"by", "from", "among"}:
            for thing in paragraph.children(child.index, "pobj"):
                return noun_range(paragraph, thing.index)
    return None
