"""Documents that speak for themselves: "the lawsuit says", "according to a poll".

What somebody says in a statement, a post or a readout is said by them, and such a noun leads to whose it is. A report, a poll or a
lawsuit says what no one person does; it is a source of its own, and so is a letter or a post that the text gives to nobody. A work is told
of more than once ("an audit of the dam … the audit"); only those that say something somewhere are participants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.extract.reference.before import word_of
from quoth.extract.reference.casting import in_title_case
from quoth.extract.reference.descriptions import INSIDE, SUBJECTS, WORKS, plain_name
from quoth.extract.reference.participants import Participant
from quoth.extract.reference.placed import Placed, Told, words_between
from quoth.extract.reference.publisher import PRESS
from quoth.extract.reference.titles_of import Office, read_office
from quoth.lexicon.cues import cue_class, cue_words
from quoth.records import Mention
from quoth.syntax import Paragraph, ParsedDocument, Token

SPEAKING = frozenset({
    "say", "state", "read", "show", "find", "warn", "allege", "claim", "argue", "conclude", "suggest", "note", "reveal", "accuse", "describe",
    "estimate", "indicate", "add", "report",
})  # fmt: skip
"""Verbs with which a document says something, whatever stands behind them."""
UTTERANCES = frozenset({
    "accusation", "allegation", "announcement", "answer", "claim", "comment", "communique", "communiqué", "declaration", "denial", "quote",
    "readout", "remark", "remarks", "reply", "response", "speech", "statement", "word", "words",
})  # fmt: skip
"""What is always somebody's own words: where the text does not say whose, who speaks stays open."""
NEAR = 4
"""Paragraphs over which "the paper" means the outlet named before."""
CLAUSES = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A document where it is told of."""

    place: int
    office: Office
    noun: str
    """In the singular."""
    name: str
    speaks: bool
    alone: bool
    """It is a work, or nobody is said to be its author."""


def add_works(parsed: ParsedDocument, told: Told) -> None:
    """Add the documents that say something to the participants ``told`` of, each with all the words for it."""
    works: list[tuple[Participant, list[_Told]]] = []
    for place, paragraph in enumerate(parsed.paragraphs):
        for one in () if in_title_case(paragraph) else _documents(parsed.document.text, place, paragraph, told):
            outlet = _outlet(paragraph, one, told.placed) if one.noun in PRESS else None
            if outlet is None:
                _give(one, works)
            else:
                _mention(paragraph, one, outlet, told)
    for work, places in works:
        if not any(one.speaks for one in places):
            continue
        told.participants.append(work)
        for one in places:
            _mention(parsed.paragraphs[one.place], one, work, told)
    for row in told.placed:
        row.sort(key=lambda one: (one.first, -one.last))


def _mention(paragraph: Paragraph, one: _Told, participant: Participant, told: Told) -> None:
    """Enter the words for a document as a mention."""
    office, last = one.office, _last(paragraph, one.office)
    words = words_between(paragraph, office.leftmost, last)
    participant.mentions.append(Mention(paragraph.span(office.leftmost, last), words, "description"))
    told.placed[one.place].append(Placed(participant, office.leftmost, last, office.head_at))


def _outlet(paragraph: Paragraph, one: _Told, placed: Sequence[Sequence[Placed]]) -> Participant | None:
    """The one outlet of the press lately named that "the paper" means."""
    if (
        not one.office.definite
        or one.office.modifiers
        or one.office.owner is not None
        or paragraph.tokens[one.office.leftmost].tag == "PRP$"
    ):
        return None
    for place in range(one.place, max(-1, one.place - NEAR), -1):
        before = [each for each in placed[place] if place < one.place or each.first < one.office.first]
        outlets = {id(each.participant): each.participant for each in before if each.participant.kind == "outlet"}
        if outlets:
            return next(iter(outlets.values())) if len(outlets) == 1 else None
    return None


def _last(paragraph: Paragraph, office: Office) -> int:
    """The last token of the words for a document, who released or wrote it included: "an analysis released by the ministry"."""
    told = [
        child for child in paragraph.children(office.head_at, "acl") if child.index == office.rightmost + 1 and child.tag == "VBN"
    ]
    return max(office.rightmost, paragraph.edges[told[0].index][1]) if told else office.rightmost


def _documents(text: str, place: int, paragraph: Paragraph, told: Told) -> Iterator[_Told]:
    row = told.placed[place]
    names = {index: (one.first, one.last) for one in row if one.participant.named for index in range(one.first, one.last + 1)}
    heads = {one.head for one in row}
    for token in paragraph.tokens:
        source = _is_cited(paragraph, token)
        if token.pos not in {"NOUN", "PROPN"} or token.index in names or token.index in heads or token.dep in INSIDE:
            continue
        word = word_of(token)
        known = token.lemma.lower() in WORKS or (word is not None and "document" in word.kinds)
        if not known and not (source and word is None and not token.entity):
            continue
        office = read_office(text, paragraph.tokens, token.index, taken=names)
        noun = token.lemma.lower()
        alone = noun in WORKS or (
            noun not in UTTERANCES and not _has_author(place, paragraph, token, told, frozenset(names) | heads)
        )
        speaks = alone and (source or _speaks(paragraph, token))
        yield _Told(place, office, token.lemma.lower(), plain_name(paragraph.tokens, office), speaks, alone)


def _give(one: _Told, works: list[tuple[Participant, list[_Told]]]) -> None:
    """Give the words for a document to the one that they mean, the last before them that they fit, or to a new one."""
    bare = one.office.definite and not one.office.modifiers and one.office.owner is None
    for work, places in reversed(works) if one.alone else ():
        same = work.name.lower() == one.name.lower()
        if same or (bare and any(other.noun == one.noun for other in places)):
            places.append(one)
            return
    if one.alone:
        plural = one.office.head.plural
        works.append((Participant("group", one.name, plural=plural, named=False, words=one.office.words), [one]))


def _is_cited(paragraph: Paragraph, token: Token) -> bool:
    """Whether a noun is what something is told according to."""
    preposition = paragraph.tokens[token.head]
    return token.dep == "pobj" and preposition.lemma == "to" and paragraph.tokens[preposition.head].text.lower() == "according"


def _speaks(paragraph: Paragraph, token: Token) -> bool:
    """Whether a document is the subject of what it says."""
    if token.dep not in SUBJECTS or token.dep == "nsubjpass":
        return False
    verb = paragraph.tokens[token.head]
    goes_on = paragraph.children(verb.index, "xcomp")  # "continue to show"
    if verb.lemma in SPEAKING or any(one.lemma in SPEAKING for one in goes_on):
        return True
    clause = verb.dep in CLAUSES or any(child.dep in CLAUSES for child in paragraph.children(verb.index))
    return clause and (verb.lemma, "verb") in cue_words()


def _has_author(place: int, paragraph: Paragraph, token: Token, told: Told, taken: frozenset[int]) -> bool:
    """Whether a participant is told to be whose document it is: before it ("the ministry's post") or behind it ("a letter from Dolan")."""
    for child in paragraph.children(token.index, "poss", "compound", "nmod", "amod"):
        if child.index in taken or told.pronouns.get((place, child.index), (None, None))[0] is not None:
            return True
    return any(one in taken or (place, one) in told.pronouns for one in _behind(paragraph, token))


def _behind(paragraph: Paragraph, token: Token) -> Sequence[int]:
    """What stands behind a noun after "from", "by", "of" or a participle: "a statement issued by the ministry", not "obtained by the paper"."""
    found: list[int] = []
    for child in paragraph.children(token.index, "prep", "acl", "agent"):
        come_by = child.dep == "acl" and child.lemma in cue_class("come_by")
        links = [] if come_by else [child, *paragraph.children(child.index, "agent", "prep")]
        found += [
            leaf.index
            for link in links
            if link.text.lower() in {"from", "by", "of"}
            for leaf in paragraph.children(link.index, "pobj")
        ]
    return found
