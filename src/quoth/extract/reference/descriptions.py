"""Descriptions of people and bodies ("the Ukrainian leader", "Western officials", "the ministry") and whom they fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import zip_longest

from quoth.extract.reference.before import Names, word_of
from quoth.extract.reference.participants import Held, Participant
from quoth.extract.reference.pronouns import SINGULAR
from quoth.extract.reference.titles_of import SPELLING, Office, read_office, titled
from quoth.lexicon.classes import word_class
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.states import states
from quoth.records import Mention
from quoth.syntax import Paragraph, Token

RANKS = frozenset({"general", "admiral", "commander", "officer"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TOWARDS = frozenset({"to", "with", "by", "from", "between", "among"})
WAYS = frozenset({"direction"})
"""What a group, a campaign or a road has besides whoever gives it; "at the request of the Arden side" tells of somebody."""
TOLD = frozenset({
    "tell", "inform", "ask", "urge", "warn", "order", "assure", "remind", "brief", "call", "notify", "advise", "accuse",
    "blame", "quote", "cite", "interview", "meet"
})  # fmt: skip
HEADING = frozenset({"head", "lead", "run", "chair", "command", "direct", "manage"})
"""Verbs of who is at the head of a body."""
INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod"})
PARTS = frozenset({"some", "many", "most", "several", "few", "one", "two", "three", "all", "both", "each", "others", "another"})
"""Words that stand for a part of a group: "some of our partners"."""

SHARES = frozenset({"percent", "%", "half", "third", "quarter", "share", "percentage", "number"})
TIMES = frozenset({
    "year", "month", "week", "day", "hour", "minute", "second", "time", "moment", "morning", "evening", "night", "afternoon",
    "today", "yesterday", "tomorrow"
})  # fmt: skip
BELOW = frozenset({"vice", "deputy", "assistant", "elect", "designate"})
"""Words that make another office of one: "the president" is not the vice president, nor the president-elect."""
OTHERS = frozenset({"next", "future", "previous", "fellow"})
"""Words by which somebody else has the same office or role: "the next president", "his fellow senator"."""
STATUSES = frozenset({"former", "ex", "outgoing", "retired", "late", "then", "onetime", "one-time", "ousted", "acting", "interim"})
"""Words for an office that is or will be another's, or is held for a while."""
SOFT = frozenset({
    "top", "senior", "leading", "embattled", "current", "new", "chief", "own", "country", "nation"
})  # fmt: skip
"""Words in a description that need not be in the title of whom it means."""

WORKS = frozenset({
    "ad", "advertisement", "affidavit", "analysis", "assessment", "audit", "bill", "book", "calculation", "census",
    "commercial", "complaint", "data", "document", "dossier", "estimate", "evidence", "file", "filing", "finding", "footage",
    "forecast", "indictment", "judgment", "law", "lawsuit", "log", "manifesto", "memo", "memoir", "memorandum", "motion",
    "paper", "paperwork", "petition", "poll", "projection", "proposal", "publication", "record", "recording", "report",
    "research", "resolution", "result", "review", "ruling", "statistic", "study", "submission", "subpoena", "suit", "summary",
    "survey", "tally", "tape", "transcript", "treaty", "verdict", "video", "warrant",
})  # fmt: skip
"""Nouns for works, which speak for themselves, also where it is said whose they are; see ``works``."""

PERSONAL = re.compile(
    r"[a-z]{3}(?:eer|ist|ian|crat|woman|man|person|monger|(?:mak|work|hold|go|watch|keep|writ|own|fight|driv|teach|lend)er)$"
)
"""Endings of nouns for people."""


@dataclass(frozen=True, slots=True)
class Description:
    """A description at a place; ``weak`` where it stands in no place of its own for a participant (objects, complements)."""

    office: Office
    head: Token
    weak: bool
    speaking: bool
    """It is taken only because it is the subject of a clause that has a content clause: any noun can be a source."""


def find_descriptions(text: str, paragraph: Paragraph, taken: Names, used: AbstractSet[int]) -> Iterator[Description]:
    """The descriptions in a paragraph, in order. ``taken`` are its names; ``used`` the tokens of titles before names."""
    for token in paragraph.tokens:
        if token.pos not in {"NOUN", "PROPN"} or token.index in taken or token.index in used or token.dep in INSIDE:
            continue
        if token.text.lower() in SINGULAR:  # "a he-said, she-said"
            continue
        word = titled(paragraph.tokens, token.index)
        described = word is not None and (word.person or "collective" in word.kinds or "body" in word.kinds)
        somebody = not described and _is_who(paragraph, token)
        described = described or somebody
        if not described and (token.lemma in WORKS or not _speaks(paragraph, token)):
            continue
        if word is not None and not described and "document" in word.kinds:
            continue
        if described and _is_thing(paragraph, token):
            continue
        office = read_office(text, paragraph.tokens, token.index, taken=taken)
        if somebody:
            office = replace(office, head=replace(office.head, person=True))
        yield Description(office, token, weak=not _has_place(paragraph, token), speaking=not described)


def _speaks(paragraph: Paragraph, token: Token) -> bool:
    """Whether a noun is the subject of a verb with a content clause that only people and bodies are subjects of, or by its form is a
    name or a noun for people: whatever it is, it may be a source. "The problem is that …", "the polls show that …" are none."""
    if token.dep != "nsubj" or token.lemma in TIMES or (token.entity and not _is_share(paragraph, token)):
        return False
    verb = paragraph.tokens[token.head]
    if verb.lemma not in word_class("people_say") and not PERSONAL.search(token.lemma) and token.pos != "PROPN":
        return False
    return any(child.dep == "ccomp" for child in paragraph.children(token.head))


def _is_who(paragraph: Paragraph, token: Token) -> bool:
    """Whether a noun is told to be somebody by the "who" right behind it: "a clerk who took the minutes"."""
    if token.pos != "NOUN" or token.lemma in SHARES or not _does_more(paragraph, token):
        return False
    return any(child.index > token.index for child in paragraph.children(token.index, "relcl"))


def _is_share(paragraph: Paragraph, token: Token) -> bool:
    """Whether a word counts some of a group: "60 percent of voters"."""
    of = [child for child in paragraph.children(token.index, "prep") if child.lemma == "of"]
    return token.lemma in SHARES and any(
        whole.tag in {"NNS", "NNPS"} for child in of for whole in paragraph.children(child.index, "pobj")
    )


def _is_thing(paragraph: Paragraph, token: Token) -> bool:
    """Whether a noun that also names bodies is of a thing here: "each bank of the river", "the other side of the equation"."""
    if token.lemma.lower() not in word_class("thing_or_body"):
        return False
    for preposition in paragraph.children(token.index, "prep"):
        if preposition.lemma == "of":
            wholes = paragraph.children(preposition.index, "pobj")
            return bool(wholes) and all(_is_common(whole) for whole in wholes)
    return False


def _is_common(token: Token) -> bool:
    """Whether a word is neither a name nor a noun for people and bodies."""
    return token.pos == "NOUN" and token.text[0].islower() and word_of(token) is None


def _has_place(paragraph: Paragraph, token: Token) -> bool:
    tokens = paragraph.tokens
    if token.text.lower() == "governments":  # they speak wherever they stand, and point back to their states
        return True
    while token.dep == "conj" and token.head != token.index:
        token = tokens[token.head]
        token = tokens[token.head] if token.dep == "appos" else token
    if token.dep in SUBJECTS or token.dep == "poss" or paragraph.children(token.index, "relcl") or _does_more(paragraph, token):
        return True
    governor = tokens[token.head]
    if token.dep == "pobj":
        whole = tokens[governor.head]
        asking = governor.text.lower() == "of" and whole.lemma in contact_words("motive").keys() - WAYS
        return asking or governor.text.lower() in TOWARDS or whole.text.lower() in PARTS
    if token.dep == "dobj" and governor.lemma in HEADING and governor.dep == "relcl":
        return (word := word_of(token)) is not None and "body" in word.kinds
    return token.dep in {"dobj", "dative", "iobj"} and governor.lemma in TOLD


def _does_more(paragraph: Paragraph, token: Token) -> bool:
    """Whether "who" right behind a noun goes on about it, wherever the parser hung that clause: "denials of colleagues, who say that …"."""
    behind = [word.text.lower() for word in paragraph.tokens[token.index + 1 : token.index + 3]]
    return behind[:1] == ["who"] or behind == [",", "who"]


def is_of_another(office: Office) -> bool:
    """Whether a description says that it is of somebody else than who is so called."""
    return bool(OTHERS & ({*office.modifiers} | office.words - {office.head.word}))


def fitting(office: Office, country: str | None, of: str | None, participants: Iterable[Participant]) -> list[Participant]:
    """The people whose office or role a description fits: "the Ukrainian leader" fits the president of Ukraine. "The former Halden mayor" is
    first of all who is told to have been that, else who is called by the office of no state."""
    if is_of_another(office):
        return []
    people = list(participants)
    found = [one for one in people if any(_fits(office, country, of, one, held) for held in one.held)]
    if found or not office.changed or office.owner is None or of is None or of in states().names:
        return found
    still = replace(office, changed=False, words=office.words - STATUSES)
    return [
        one for one in people if any(_fits(still, country, of, one, held) for held in one.held if " of " not in held.office.text)
    ]


def _fits(office: Office, country: str | None, of: str | None, one: Participant, held: Held) -> bool:
    head, other = office.head, held.office.head
    if (head.word != other.word and head.word not in other.covers) or _sent_elsewhere(office, held.office):
        return False
    if (office.changed and not held.office.changed) or held.office.words & BELOW - office.words:
        return False
    own = office.words - {SPELLING.get(head.word, head.word)} - SOFT
    if not own <= held.office.words:
        return False
    if country is not None and country not in {held.country or country, one.country or country}:
        return False
    if country is not None and held.country is None and one.country is None and held.of != of:
        return not held.of and head.word == other.word and " of " not in held.office.text
    return of is None or held.of is None or of in {held.of, held.country, one.country} or country is not None


def _sent_elsewhere(office: Office, other: Office) -> bool:
    """Whether an envoy is told to be to somewhere that another office is not: no other ambassador is "the diplomat to Norvia"."""
    known = other.sent_to or office.head.word != other.head.word
    return bool(office.sent_to) and bool(known) and office.sent_to != other.sent_to


def fitting_bodies(
    office: Office, country: str | None, of: str | None, participants: Iterable[Participant], *, owned: bool = False
) -> list[Participant]:
    """The bodies that a definite description fits: "the ministry" fits the Russian Ministry of Defense. It is ``of`` somebody, who is
    ``owned`` to be told of as a person."""
    called = [word for word, behind in zip_longest(office.modifiers, office.modifiers[1:]) if behind not in {"-", "‑"}]
    called += of.split() if of is not None and country is None and not owned else []
    return [
        one
        for one in participants
        if one.kind in {"body", "outlet"}
        and office.words <= one.words
        and (country is None or one.country in {None, country})
        and _is_called(one, called)
        and (office.words != HOUSE or _HOUSE.match(one.name) is not None)
    ]


HOUSE = frozenset({"house"})
_HOUSE = re.compile(r"House$|.*\b[Hh]ouse of\b")
"""A chamber, which "the House" means: not the White House."""


def _is_called(one: Participant, words: Iterable[str]) -> bool:
    """Whether the names before a noun may be this body's: "the Ferguson department" is not the Justice Department."""
    own = {word.lower() for name in (one.name, *one.names) for word in name.split()} | one.words
    return all(word.lower() in own for word in words if word[0].isupper())


def leads(holder: Participant, body: Participant, office: Office) -> bool:
    """Whether a body can be meant by whose it is: "Mr Lee's ministry" is not the foreign ministry where he is minister of defence."""
    return any(body.words - office.words <= held.office.words or held.of in {body.name, *body.names} for held in holder.held)


def plain_name(tokens: Sequence[Token], office: Office) -> str:
    """A description as a name: its words without the determiner."""
    first = office.leftmost
    bound = first > 0 and tokens[first - 1].text.lower() == "at" and tokens[first].text == "least"  # "at least 11 people"
    first += bound
    while first < office.head_at and (tokens[first].pos in {"DET", "PRON"} or tokens[first].tag == "PDT"):
        first += 1
    parts = []
    for index in range(first, office.rightmost + 1):
        token = tokens[index]
        parts.append(token.text + (" " if token.space_after else ""))
    return " ".join("".join(parts).split())


def may_hold(holder: Participant, named: Participant) -> bool:
    """Whether somebody named later, by rank only, can be the holder of an office that such a rank goes with."""
    if holder.country is None or named.country != holder.country or not named.mentions or not holder.mentions:
        return False
    ranks = {held.office.head.word for held in named.held}
    covered = frozenset[str]().union(*(held.office.head.covers for held in holder.held))
    return bool(ranks) and ranks <= covered & RANKS and min(named.mentions, key=_start).span > min(holder.mentions, key=_start).span


def _start(mention: Mention) -> int:
    return mention.span.start
