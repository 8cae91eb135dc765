"""Who a cue is said of: the words of the source."""

from __future__ import annotations

from quoth.extract.ranges import Range, subtree, trim
from quoth.syntax import Paragraph, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
EMPTY = frozenset({"it", "there"})


def verb_source(paragraph: Paragraph, head: int) -> Range | None:
    """The range of a verb's source: its subject, or in the passive its agent; shared over conjoined verbs and participles."""
    children = paragraph.children(head)
    if any(child.dep in {"nsubjpass", "auxpass", "csubjpass"} for child in children):
        return _agent(paragraph, children)
    subject = own_subject(paragraph, head)
    if subject is not None:
        return _subject_range(paragraph, subject)
    return _borrowed(paragraph, head)


def own_subject(paragraph: Paragraph, head: int) -> Token | None:
    """The subject of a verb's own clause, empty pronouns included."""
    return next((child for child in paragraph.children(head) if child.dep in SUBJECTS), None)


def _agent(paragraph: Paragraph, children: tuple[Token, ...]) -> Range | None:
    for child in children:
        if child.dep == "agent" or (child.dep == "prep" and child.lemma == "by"):
            for thing in paragraph.children(child.index, "pobj"):
                return noun_range(paragraph, thing.index)
    return None


def _borrowed(paragraph: Paragraph, head: int) -> Range | None:
    """The subject of the clause that a verb without one hangs on: conjoined, participle, infinitive; the noun of an ``acl``."""
    token = paragraph.tokens[head]
    for _ in range(6):
        if token.dep == "acl":
            return noun_range(paragraph, token.head) if token.tag != "VBN" else None
        if (
            token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acomp", "attr"}
            or token.head == token.index
        ):
            return None
        token = paragraph.tokens[token.head]
        subject = own_subject(paragraph, token.index)
        if subject is not None:
            return _subject_range(paragraph, subject)
    return None


def _subject_range(paragraph: Paragraph, subject: Token) -> Range | None:
    if subject.text.lower() in EMPTY and subject.text.lower() == "there":
        return None
    return noun_range(paragraph, subject.index)


def noun_range(paragraph: Paragraph, head: int) -> Range | None:
    """A noun with its modifiers, appositions included; a relative clause set off by commas is left out."""
    whole = subtree(paragraph, head)
    last = whole.last
    for child in paragraph.children(head):
        if child.index > head and child.dep == "relcl":
            start = subtree(paragraph, child.index).first
            if start > head and paragraph.tokens[start - 1].text == ",":
                last = min(last, start - 1)
    return _with_comma(paragraph, trim(paragraph, whole.first, last))


def _with_comma(paragraph: Paragraph, found: Range | None) -> Range | None:
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
