"""Where a plain reading of the sentence overrides the parser: comments at a sentence's end, speakers taken for appositions, and verbs of
saying that it coordinated with the content of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.attribution.candidates import Attribution, Candidate
from quoth.extract.attribution.clauses import own_subject
from quoth.extract.attribution.quotations import MARKS, Quotation
from quoth.extract.attribution.ranges import Range, cut, subtree, trim
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.cues import cue_class, cue_words
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
ENDING = frozenset({".", "?", "!", ":"})
SHORTEST = 4
"""Tokens, less one, of a quotation that stands on its own."""
HOLDING = frozenset({"hold", "conduct"})
"""Verbs that make a contact with its noun: "held talks"."""
ASIDE = frozenset({"aside", "off", "away", "back", "down"})
ABOUT = frozenset({"of", "about", "against", "for"})
CLAUSES = frozenset({"ccomp", "xcomp", "relcl", "acl"})
ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def repair_comment(paragraph: Paragraph, candidate: Candidate) -> Candidate:
    """The candidate with all of its sentence before it as content, where it closes the sentence: "The ministry said so, NTA reported."

    The parser hangs such a comment on the clause next to it. A speaker that it took for an apposition of the word before ("…
    of the Dam, the agency's director, said") is given back to the verb.
    """
    token = paragraph.tokens[candidate.head]
    if candidate.kind != "v" or token.tag not in FINITE:
        return candidate
    subject = own_subject(paragraph, token.index)
    if subject is None and candidate.frame == "<S":
        found = _apposed(paragraph, candidate.cue.first)
        return candidate if found is None else replace(candidate, source=found, contents=_before(candidate.contents, found))
    if subject is None or token.dep not in {"ccomp", "parataxis", "conj"} or candidate.source is None:
        return candidate
    return _closing(paragraph, candidate, subject)


def _apposed(paragraph: Paragraph, start: int) -> Range | None:
    """The outermost apposition that ends right before ``start``: who speaks."""
    last = start - 1 if paragraph.tokens[start - 1].text != "," else start - 2
    if last <= 0:
        return None
    found: Range | None = None
    token = paragraph.tokens[last]
    while token.dep in {"appos", "conj", "compound"}:
        first = paragraph.edges[token.index][0]
        if token.dep != "compound" and first > 0 and paragraph.tokens[first - 1].text == ",":
            found = Range(first, last)
        token = paragraph.tokens[token.head]
    return found


def _before(contents: Sequence[Range], source: Range) -> tuple[Range, ...]:
    return tuple(Range(one.first, min(one.last, source.first - 1)) for one in contents if one.first < source.first)


def _closing(paragraph: Paragraph, candidate: Candidate, subject: Token) -> Candidate:
    source = candidate.source
    start, stop = paragraph.sentence_of(candidate.head)
    if source is None or not start < source.first < candidate.cue.first or subject.tag in {"WDT", "WP"}:
        return candidate
    behind = trim(paragraph, candidate.cue.last + 1, stop - 1)
    timed = behind is None or any(paragraph.tokens[at].entity in {"DATE", "TIME"} for at in range(behind.first, behind.last + 1))
    if paragraph.tokens[source.first - 1].text != "," or not timed:
        return candidate
    return replace(candidate, frame="<S", contents=(Range(start, source.first - 2),))


def repair_coordination(paragraph: Paragraph, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of a paragraph, verbs that the parser coordinated with a content given to the speaker of that content.

    "The ministry said that the blast was staged and accused Kastel": a blast accuses nobody, so the ministry does.
    """
    by_head = {one.head: one for one in found}
    for one in found:
        outer = _speaker_of(paragraph, by_head, one)
        if outer is not None:
            conjunction = _conjunction(paragraph, one)
            by_head[one.head] = replace(one, source=outer.source)
            by_head[outer.head] = replace(
                outer, contents=_shortened(paragraph, outer, Range(conjunction, one.contents[-1][1].last))
            )
    return list(by_head.values())


def _speaker_of(paragraph: Paragraph, by_head: dict[int, Attribution], one: Attribution) -> Attribution | None:
    """The attribution whose speaker also speaks in ``one``; None where ``one`` stands where the parser put it."""
    token = paragraph.tokens[one.head]
    if token.dep != "conj" or not _is_finite(paragraph, token) or own_subject(paragraph, token.index) is not None:
        return None
    first = paragraph.tokens[token.head]
    while first.dep == "conj":
        first = paragraph.tokens[first.head]
    outer = by_head.get(first.head)
    subject = own_subject(paragraph, first.index)
    if outer is None or outer.source is None or first.dep != "ccomp" or outer.cue.first > one.cue.first or subject is None:
        return None
    return None if can_speak(subject) else outer


def _is_finite(paragraph: Paragraph, token: Token) -> bool:
    return token.tag in FINITE or any(child.tag in FINITE for child in paragraph.children(token.index, "aux"))


def can_speak(subject: Token) -> bool:
    """Whether a noun or pronoun stands for somebody, or for something written."""
    if subject.pos in {"PRON", "PROPN"} or subject.entity in ACTING:
        return True
    word = titles().get(subject.text.lower())
    return word is not None and bool(word.person or word.kinds & {"collective", "body", "document"})


def _conjunction(paragraph: Paragraph, one: Attribution) -> int:
    """Where the coordinated clause begins: at its conjunction, else at its cue."""
    before = paragraph.tokens[one.cue.first - 1]
    return before.index if before.dep == "cc" else one.cue.first


def _shortened(paragraph: Paragraph, outer: Attribution, lost: Range) -> tuple[tuple[int, Range], ...]:
    """The content of ``outer`` without ``lost`` and what follows it in the same part."""
    kept: list[tuple[int, Range]] = []
    for number, part in outer.contents:
        rest = [part] if number != outer.paragraph or not part.meets(lost) else cut(part, Range(lost.first, part.last))
        kept.extend((number, trimmed) for one in rest if (trimmed := trim(paragraph, *one)) is not None)
    return tuple(kept) or outer.contents


def repair_ending(paragraph: Paragraph, one: Attribution, others: Sequence[Attribution]) -> Attribution:
    """An attribution whose cue closes a sentence, with all of the sentence before it as content, where it leaves out who said so within it:
    "Witnesses told the police that he hid, Brand said" has Brand say what witnesses told, not only what they told of it."""
    if one.frame != "<S" or len(one.contents) != 1 or one.source is None or one.kind != "verb":
        return one
    number, content = one.contents[0]
    start = paragraph.sentence_of(one.head)[0]
    if number != one.paragraph or not start < content.first <= content.last < min(one.source.first, one.cue.first):
        return one
    for other in others:
        told = other.paragraph == one.paragraph and other.source is not None and start == other.source.first < content.first
        if told and start <= other.cue.first < content.first and any(part.holds(content.first) for _, part in other.contents):
            return replace(one, contents=((number, Range(start, content.last)),))
    return one


def repair_lead(paragraph: Paragraph, quotations: Sequence[Quotation], one: Attribution) -> Attribution:
    """An attribution whose cue follows a quotation that is a sentence of its own, without the sentence or clause that leads over to it: “Why
    wait? *“We have no choice,”* Vell said”."""
    contents = tuple(
        (number, _without_lead(paragraph, quotations, part) if number == one.paragraph and part.last < one.cue.first else part)
        for number, part in one.contents
    )
    return one if contents == one.contents else replace(one, contents=contents)


def repair_told(paragraph: Paragraph, one: Attribution) -> Attribution:
    """An attribution in the passive of a verb of telling or asking without its subject as source, who is the one that hears it: "residents were told
    that …". PolNeAR's annotators give such passives no source, or the agent behind "by"."""
    head = paragraph.tokens[one.head]
    if one.source is None or one.kind != "verb" or head.lemma not in cue_class("told"):
        return one
    hearers = (subtree(paragraph, child.index) for child in paragraph.children(head.index, "nsubjpass"))
    return replace(one, source=None) if any(hearer.meets(one.source) for hearer in hearers) else one


def _without_lead(paragraph: Paragraph, quotations: Sequence[Quotation], part: Range) -> Range:
    within = [quotation.range for quotation in quotations if part.meets(quotation.range)]
    if len(within) != 1 or within[0].last != part.last or within[0].first <= part.first:
        return part
    first = within[0].first
    alone = paragraph.tokens[first].begins_sentence or paragraph.tokens[first - 1].text in ENDING
    return within[0] if alone and part.last - first >= SHORTEST else part


def repair_nesting(paragraph: Paragraph, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those that stand in the content before a closing comment kept within it: what NTA reported does not say
    that NTA reported it."""
    outer = [part for one in found if one.frame == "<S" for _, part in one.contents]
    return [_clipped(paragraph, one, outer) for one in found]


def _clipped(paragraph: Paragraph, one: Attribution, outer: Sequence[Range]) -> Attribution:
    for part in outer:
        if part.covers(one.cue) and any(content.last > part.last >= content.first for _, content in one.contents):
            clipped = (trim(paragraph, content.first, min(content.last, part.last)) for _, content in one.contents)
            return replace(one, contents=tuple((one.paragraph, content) for content in clipped if content is not None))
    return one


def repair_stranded(paragraph: Paragraph, one: Attribution) -> Attribution:
    """An attribution whose source the parser took for who was met: of "Engineers *we spoke to* doubt that …" engineers doubt it, we do not."""
    source, cue = one.source, paragraph.tokens[one.cue.first : one.cue.last + 1]
    to = next((place for place, token in enumerate(cue) if token.lemma in {"to", "with"}), 0)
    if source is None or source.first != source.last or source.last + 1 != one.cue.first or not 0 < to < len(cue) - 1:
        return one
    before = paragraph.tokens[source.first - 1] if source.first else None
    if before is None or before.pos not in {"NOUN", "PROPN"} or paragraph.tokens[source.first].pos != "PRON":
        return one
    if not any(token.lemma in cue_class("talking") for token in cue[:to]):
        return one
    verb, first = cue[to + 1].index, paragraph.edges[before.index][0]
    return replace(one, head=verb, cue=Range(verb, one.cue.last), source=Range(first, verb - 1))


def repair_called(paragraph: Paragraph, one: Attribution) -> Attribution:
    """An attribution whose cue only tells that somebody was rung up, and whose content why: "called | *Reeve to warn of* a leak" warns of a leak."""
    head, (number, content) = paragraph.tokens[one.head], one.contents[0]
    verb = contact_words("verb").get(head.lemma)
    if verb is None or verb.kind != "call" or number != one.paragraph or content.first <= one.cue.last:
        return one
    rung = [each for each in paragraph.children(head.index, "dobj", "dative") if each.index > one.head]
    said = next((each for each in paragraph.children(head.index, "xcomp", "advcl") if _is_said_by(paragraph, each, content)), None)
    if len(rung) != 1 or said is None or not _is_rung_up(paragraph, rung[0], said):
        return one
    links = paragraph.children(said.index, "prep", "prt")
    last = next((link.index for link in links if link.index == said.index + 1 and link.lemma in ABOUT), said.index)
    rest = Range(last + 1, content.last) if last < content.last else None
    return one if rest is None else replace(one, cue=Range(one.cue.first, last), contents=((number, rest), *one.contents[1:]))


def _is_rung_up(paragraph: Paragraph, thing: Token, said: Token) -> bool:
    """Whether an object is somebody rung up, not something called a name: "called *it a mistake* to warn" has more than a time before the "to"."""
    to = next(child.index for child in paragraph.children(said.index, "aux") if child.tag == "TO")
    between = paragraph.tokens[subtree(paragraph, thing.index).last + 1 : to]
    timed = all(each.pos in {"ADV", "ADP"} or each.entity in {"DATE", "TIME"} for each in between)
    return thing.index < to and thing.lemma != "it" and timed


def _is_said_by(paragraph: Paragraph, verb: Token, content: Range) -> bool:
    """Whether an infinitive in a content tells that something is said: "to warn of it"."""
    aimed = any(child.tag == "TO" for child in paragraph.children(verb.index, "aux"))
    return aimed and content.holds(verb.index) and (verb.lemma, "verb") in cue_words()


def repair_nor(paragraph: Paragraph, one: Attribution) -> Attribution:
    """An attribution whose cue is cut before the other of two: "would neither confirm | nor rule out a deal" is one cue."""
    number, content = one.contents[0]
    cue = paragraph.tokens[one.cue.first : one.cue.last + 1]
    if number != one.paragraph or content.first != one.cue.last + 1 or not any(token.lemma in {"neither", "not"} for token in cue):
        return one
    other = next((each for each in paragraph.children(one.head, "conj") if content.holds(each.index)), None)
    if paragraph.tokens[content.first].lemma not in {"nor", "or"} or other is None or other.index > content.first + 1:
        return one
    last = max([other.index, *(each.index for each in paragraph.children(other.index, "prt") if each.index == other.index + 1)])
    rest = Range(last + 1, content.last) if last < content.last else None
    return one if rest is None else replace(one, cue=Range(one.cue.first, last), contents=((number, rest), *one.contents[1:]))


def repair_aside(paragraph: Paragraph, one: Attribution) -> Attribution:
    """An attribution with a particle of its verb at the end of its content: "brushed *the report* aside"."""
    number, content = one.contents[-1]
    last = paragraph.tokens[content.last] if number == one.paragraph else None
    own = last is not None and last.head == one.head and last.lemma in ASIDE and last.dep in {"prt", "advmod"}
    return (
        replace(one, contents=(*one.contents[:-1], (number, Range(content.first, content.last - 1))))
        if own and content.first < content.last
        else one
    )


def is_contact(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether a cue tells that somebody called or met somebody, not what they said: "called Reeve", "held talks on Sunday"."""
    head, (number, content) = paragraph.tokens[one.head], one.contents[0]
    verb = contact_words("verb").get(head.lemma)
    if one.kind != "verb" or number != one.paragraph or len(one.contents) > 1:
        return False
    whole = trim(paragraph, *content) or content
    words = paragraph.tokens[whole.first : whole.last + 1]
    objects = [each for each in paragraph.children(head.index, "dobj", "oprd") if whole.holds(each.index)]
    if any(each.text in MARKS for each in words) or not objects:
        return False
    if head.lemma in HOLDING:
        return objects[0].lemma in contact_words("noun") and not any(each.dep in CLAUSES for each in words)
    named = objects[0].pos == "PROPN" and not any(each.pos in {"VERB", "AUX", "ADJ"} for each in words)
    plain = len(objects) == 1 and not paragraph.children(head.index, "xcomp", "ccomp")
    return verb is not None and verb.kind == "call" and named and plain and subtree(paragraph, objects[0].index).covers(whole)
