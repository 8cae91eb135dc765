"""To whom something was said: the words for the listener, beside the cue, in what it was said in, or in the clause beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.channels import beside, is_occasion, occasions
from quoth.extract.attribution.clauses import is_passive
from quoth.extract.attribution.ranges import Range, subtree
from quoth.extract.attribution.sources import noun_range
from quoth.lexicon.cues import cue_class, cue_words
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

NAMING = frozenset({"NOUN", "PROPN", "PRON"})
THEM = frozenset({"him", "her", "it", "them"})
TOPICS = frozenset({"about", "regarding", "concerning", "over"})
"""Prepositions behind a listener that lead to what was said, though parsers hang them on the listener."""
ASKING = frozenset({"ask", "press", "question", "challenge", "quiz"})
JOINS = {"of": "requesting", "at": "shouting", "with": "pleading", "on": "calling", "upon": "calling", "against": "warning"}
"""Prepositions that lead to the listener behind some verbs only, and the class of those verbs; "to" and "before" do behind any."""


def listener_ranges(paragraph: Paragraph, attribution: Attribution) -> list[Range]:
    """The words for whom it was said to; where they are a pronoun, with others behind that can mean the same: "wrote to *them*, asking
    *her* to go". Empty where the text does not tell."""
    found = () if attribution.kind in {"label", "signature"} else tuple(_listeners(paragraph, attribution))
    first = paragraph.tokens[found[0].first] if found else None
    named = first is None or first.text.lower() not in THEM or found[0].first < found[0].last
    return list(found[:1] if named else found)


def _listeners(paragraph: Paragraph, attribution: Attribution) -> Iterator[Range]:
    head = paragraph.tokens[attribution.head]
    if attribution.kind == "verb":
        yield from _told(paragraph, attribution, head)
    if attribution.kind in {"verb", "noun", "adjective"}:
        yield from _joined(paragraph, attribution)
    for occasion in occasions(paragraph, attribution):
        for link in paragraph.children(occasion.token.index, "prep"):
            if link.lemma in occasion.word.hearer:
                yield from _objects(paragraph, link)
    for verb in beside(paragraph, head):
        yield from _beside(paragraph, verb)


def _told(paragraph: Paragraph, attribution: Attribution, head: Token) -> Iterator[Range]:
    """The object of a verb of telling, its subject in the passive, or the subject of what one is told to do."""
    if head.lemma not in cue_class("listener") | cue_class("heard"):
        return
    if is_passive(paragraph, head.index):
        heard = paragraph.children(head.index, "nsubjpass")
        yield from (
            _hearer(paragraph, child) for child in heard or _asked_in_passing(paragraph, head) if _can_hear(paragraph, child)
        )
        return
    compound = _compound(paragraph, head.index)
    if compound is not None:
        yield compound
    if attribution.frame == "NP+INF":
        for clause in paragraph.children(head.index, "ccomp"):
            if any(child.tag == "TO" for child in paragraph.children(clause.index, "aux")):
                yield from (_hearer(paragraph, child) for child in paragraph.children(clause.index, "nsubj"))
    for thing in _objects_told(paragraph, head):
        counted = attribution.frame.startswith("NP+INF") or (head.lemma in cue_class("heard") and _is_somebody(thing))
        if _can_hear(paragraph, thing) and (counted or not _is_content(attribution, thing)):
            yield _hearer(paragraph, thing, of=_is_content(attribution, thing))


def _asked_in_passing(paragraph: Paragraph, head: Token) -> Sequence[Token]:
    """Who is asked in a clause without a subject: the subject of the clause that it hangs on, or the noun ("*asked* about it, Vell said so", "Vell,
    *asked* about it, said so")."""
    over = paragraph.tokens[head.head]
    if head.lemma not in ASKING or head.tag != "VBN" or paragraph.children(head.index, "aux", "auxpass"):
        return ()
    if head.dep == "acl" and over.index < head.index:
        return (over,)
    return paragraph.children(over.index, "nsubj") if head.dep == "advcl" else ()


def _is_somebody(thing: Token) -> bool:
    """Whether a noun is a name, a pronoun, or a word for people or bodies."""
    return thing.pos in {"PROPN", "PRON"} or thing.text.lower() in titles() or thing.lemma in titles()


def _objects_told(paragraph: Paragraph, head: Token) -> list[Token]:
    """The objects that can be the listener: the first of two, the one alone unless it is what is given in words."""
    found = [child for child in paragraph.children(head.index, "dative", "dobj") if child.index > head.index and child.pos != "ADP"]
    clause = any(child.index > head.index for child in paragraph.children(head.index, "ccomp", "xcomp"))
    given = head.lemma in cue_class("giving") and len(found) == 1 and not clause
    return [] if given and found[0].dep == "dobj" else found[:1]


def _compound(paragraph: Paragraph, head: int) -> Range | None:
    """The listener that the parser cut in two: "told Arden | radio"."""
    first = next(iter(paragraph.children(head, "dative")), None)
    second = next(iter(paragraph.children(head, "dobj")), None)
    if first is None or second is None or first.pos != "PROPN" or second.pos not in {"NOUN", "PROPN"}:
        return None
    whole = subtree(paragraph, second.index)
    return Range(subtree(paragraph, first.index).first, whole.last) if first.index + 1 == whole.first == second.index else None


def _joined(paragraph: Paragraph, attribution: Attribution) -> Iterator[Range]:
    """Who a preposition joins to the words of the cue: "said to them", "demanded of them", "his promise to them"."""
    first, last = attribution.cue
    lent = _lends_itself(paragraph, paragraph.tokens[attribution.head])
    for index in sorted({attribution.head, *range(first, last + 1)}, key=lambda at: at != attribution.head):
        word = paragraph.tokens[index]
        for link in paragraph.children(index, "prep", "dative"):
            if link.index > index and _leads_to_hearer(word, link) and not _is_way(paragraph, word):
                yield from (
                    found
                    for found in _objects(paragraph, link)
                    if _called_upon(link) or lent or not _is_content_range(attribution, found)
                )


def _lends_itself(paragraph: Paragraph, head: Token) -> bool:
    """Whether a cue only carries the noun behind it ("voiced his concern to them"), whose words are then all content."""
    return head.lemma in cue_class("light") and any(
        (child.lemma, "noun") in cue_words() for child in paragraph.children(head.index, "dobj")
    )


def _leads_to_hearer(word: Token, link: Token) -> bool:
    if link.lemma in {"to", "before"}:
        return word.lemma not in cue_class("pointing") and (link.lemma == "to" or word.lemma == "testify")
    return link.lemma in JOINS and word.lemma in cue_class(JOINS[link.lemma])


def _is_way(paragraph: Paragraph, word: Token) -> bool:
    """Whether "to" leads to where somebody says it, not to whom: "took to the streets to demand"; "took his case to the council" has a hearer."""
    return word.lemma == "take" and not paragraph.children(word.index, "dobj")


def _called_upon(link: Token) -> bool:
    """Whether the listener is counted to the content, as PolNeAR does: "called on them to go", "warned them against it"."""
    return link.lemma in {"on", "upon"}


def _objects(paragraph: Paragraph, link: Token) -> Iterator[Range]:
    for thing in paragraph.children(link.index, "pobj"):
        if _can_hear(paragraph, thing):
            yield _hearer(paragraph, thing)


def _beside(paragraph: Paragraph, verb: Token) -> Iterator[Range]:
    """Who is spoken to in the clause beside the cue: "speaking to them", "addressing them", "asked by them", "wrote to them"."""
    children = paragraph.children(verb.index)
    if verb.tag == "VBN" and is_passive(paragraph, verb.index):
        if verb.lemma in ASKING:
            yield from (found for child in children if child.lemma == "by" for found in _objects(paragraph, child))
        return
    if verb.lemma in cue_class("addressing"):
        yield from (_hearer(paragraph, child) for child in children if child.dep == "dobj" and _can_hear(paragraph, child))
    things = [child for child in children if child.dep == "dobj" and (child.lemma, "noun") in cue_words()]
    links = [link for thing in things for link in paragraph.children(thing.index, "prep") if link.lemma == "to"]
    if things or verb.lemma in cue_class("talking"):
        links += [
            child
            for child in children
            if child.dep in {"prep", "dative"} and (child.lemma == "to" or (child.lemma == "with" and not things))
        ]
    yield from (found for link in links for found in _objects(paragraph, link))


def _can_hear(paragraph: Paragraph, thing: Token) -> bool:
    """Whether a noun can name who is spoken to: not a date, a thing said, or an event."""
    if thing.pos not in NAMING or thing.entity in {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"}:
        return False
    if thing.pos == "NOUN" and ((thing.lemma, "noun") in cue_words() and thing.lemma not in cue_class("people")):
        return False
    return thing.lemma not in cue_class("said_things") and not is_occasion(paragraph, thing)


def _hearer(paragraph: Paragraph, thing: Token, *, of: bool = False) -> Range:
    """The words of a hearer, without the clause or topic that the parser hung on it though it is what was said; a topic with "of" (warned
    them of it) only where asked for."""
    topics = TOPICS | {"of"} if of else TOPICS
    whole = noun_range(paragraph, thing.index) or subtree(paragraph, thing.index)
    clauses = (
        child
        for child in paragraph.children(thing.index, "relcl", "acl", "prep")
        if child.index > thing.index and (child.lemma in topics if child.dep == "prep" else _is_message(paragraph, child))
    )
    starts = [subtree(paragraph, child.index).first for child in clauses]
    return Range(whole.first, max(thing.index, min([whole.last, *(start - 1 for start in starts)])))


def _is_message(paragraph: Paragraph, clause: Token) -> bool:
    first = paragraph.tokens[subtree(paragraph, clause.index).first]
    return first.lemma in {"that", "how", "why", "what"} and first.dep not in {"nsubj", "nsubjpass"}


def _is_content(attribution: Attribution, token: Token) -> bool:
    return any(number == attribution.paragraph and part.holds(token.index) for number, part in attribution.contents)


def _is_content_range(attribution: Attribution, found: Range) -> bool:
    return any(number == attribution.paragraph and part.holds(found.first) for number, part in attribution.contents)
