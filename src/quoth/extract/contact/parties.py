"""The parties of a contact: subjects, objects and lists of them, one party for each participant named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from quoth.extract.contact.pieces import Piece, continued, pieces_of
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.times import time_words
from quoth.lexicon.titles import Word, titles
from quoth.records import Party, Referent, Span
from quoth.syntax import Paragraph, Token

SEAT = re.compile(r"[DRI]-[A-Z]")
"""How a lawmaker's party and seat stand behind the name ("D-Ohio"): no party of a contact."""
PERSONAL = frozenset(
    {"he", "she", "they", "we", "i", "him", "her", "them", "us", "me", "his", "hers", "their", "our", "my", "its", "you", "your"}
)
MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)
CLOSE = 3
"""Tokens from a name to the "along with" that goes on with it."""
HOW_MANY = frozenset(
    {"hundred", "thousand", "dozen", "score", "number", "string", "series", "handful", "couple", "pair", "lot", "host", "majority",
     "group", "range", "array", "million", "some", "many", "several", "few", "all", "most"}
)  # fmt: skip
"""Nouns before "of" that only say how many."""
EVERYONE = frozenset({"two", "pair", "both", "latter", "they"})
"""Heads of phrases that mean the parties already named ("the two", "the pair")."""
FEW_NAMED = frozenset(
    {
        "man",
        "side",
        "leader",
        "minister",
        "president",
        "chief",
        "country",
        "official",
        "commander",
        "woman",
        "party",
        "defense",
        "nation",
        "government",
        "power",
        "neighbour",
        "neighbor",
        "rival",
        "negotiator",
        "delegation",
        "diplomat",
        "envoy",
        "senator",
        "lawmaker",
        "politician",
        "candidate",
        "team",
    }
)


class Known(Protocol):
    """What contacts ask of the referents of a document."""

    def at(self, span: Span) -> Referent | None:
        """The referent named in ``span``."""
        ...

    @property
    def all(self) -> tuple[Referent, ...]:
        """All of them, in order of first mention."""
        ...

    def members(self, referent: Referent) -> tuple[Referent, ...]:
        """The members of a list that speaks as one; empty for all others."""
        ...


@dataclass(frozen=True, slots=True)
class Ground:
    """A paragraph with what is needed to name the participants in it."""

    paragraph: Paragraph
    text: str
    """The whole document's text."""
    referents: Known
    outlets: bool = False
    """Whether an outlet may be a party: somebody met it, and is not interviewed."""

    def words(self, first: int, last: int) -> tuple[Span, str]:
        """The stretch from token to token and its text."""
        span = self.paragraph.span(first, last)
        return span, self.text[span.start : span.end]


def parties_of(ground: Ground, head: Token) -> tuple[Party, ...]:
    """The participants that a noun phrase lists, in order; apposed names and titles are one party."""
    found: list[tuple[Piece, Party]] = []
    pieces = list(pieces_of(ground.paragraph, head))
    for piece in [*pieces, *continued(ground.paragraph, pieces)]:
        party = _party(ground, piece)
        title = any(one.named for one, _ in found) and _is_further_title(ground.paragraph, piece)
        if party is None or title or _is_told_twice(party, found):
            continue
        if found and _is_apposed(found[-1], (piece, party)):
            found[-1] = _better(found[-1], (piece, party))
        else:
            found.append((piece, party))
    return tuple(party for _, party in found)


def _is_told_twice(party: Party, found: Sequence[tuple[Piece, Party]]) -> bool:
    return party.referent is not None and any(party.referent == one.referent for _, one in found[:-1])


def _is_further_title(paragraph: Paragraph, piece: Piece) -> bool:
    """Whether a member of a list is one more title of the one before: "Dolan, the firm's founder and chairman"."""
    head, word = paragraph.tokens[piece.head], word_for(paragraph.tokens[piece.head])
    bare = all(token.pos in {"ADJ", "ADV"} for token in paragraph.tokens[piece.first : piece.head])
    single = head.tag in {"NN", "NNP"} and word is not None and word.person and not word.plural
    return piece.after == "and" and not piece.named and bare and single and paragraph.segment.kind != "title"


def with_companions(ground: Ground, head: Token) -> tuple[Party, ...]:
    """The participants of a noun phrase with those who went along: "Dolan, along with Reeve", "Dolan, accompanied by Reeve"."""
    found = parties_of(ground, head)
    return (*found, *without(companions_of(ground, head), found))


def companions_of(ground: Ground, head: Token) -> tuple[Party, ...]:
    """Who went along with those whom a noun means, or to what it tells of: "a visit to Arden along with Reeve"."""
    found: list[Party] = []
    for companion in _companions(ground.paragraph, head):
        found += without(parties_of(ground, companion), found)
    return tuple(found)


def _companions(paragraph: Paragraph, head: Token) -> Iterator[Token]:
    """The heads after "along with" and the like, which the parser hangs under the noun or under its verb, right behind the noun."""
    behind = paragraph.children(head.head, "prep", "advcl", "advmod") if head.head != head.index else ()
    near = [child for child in behind if 0 < child.index - head.index <= CLOSE]
    for child in [*paragraph.children(head.index, "prep", "acl", "advmod"), *near]:
        word = child.text.lower()
        if word in {"alongside", "beside", "flanked"}:
            yield from paragraph.children(child.index, "pobj")
        elif word in {"along", "together", "accompanied", "joined"}:
            for inner in paragraph.children(child.index, "prep", "agent"):
                yield from paragraph.children(inner.index, "pobj") if inner.text.lower() in {"with", "by"} else ()


def _party(ground: Ground, piece: Piece) -> Party | None:
    token = ground.paragraph.tokens[piece.head]
    span, text = ground.words(piece.first, piece.last)
    referent = _behind_title(ground, piece) or _named_in(ground.referents, span)
    referent = referent or _by_name(ground, piece) or _by_surname(ground, token)
    person = referent is not None and referent.kind == "person" and token.text[0].isupper()  # "Sessions"
    told = (
        not person
        and token.pos == "NOUN"
        and token.lemma in contact_words("noun")
        and token.lemma not in {"conference", "audience"}
    )
    before = [
        word
        for child in ground.paragraph.children(piece.head, "compound")
        if token.tag in {"NNS", "NN"} and child.text.islower()
        for word in (child.lemma, child.text)
    ]
    heard = {token.lemma, token.text.lower(), *before} & (contact_words("audience").keys() - {"news", "agency", "channel"})
    work = token.entity == "WORK_OF_ART" and (referent is None or referent.kind not in {"person", "body"})
    dated = text in MONTHS and ground.text[span.end : span.end + 3].strip()[:1].isdigit()  # "… in Tessen, April 22"
    if told or heard or work or dated or text.strip(".") in {"Jr", "Sr"} or _is_of_outlet(ground, piece) or SEAT.match(text):
        return None
    if not _may_act(token, referent, named=piece.named) and not _is_some_of(ground.paragraph, token):
        return None
    return Party(text, span, None if referent is None else referent.id)


LEADING = frozenset({"executive", "ceo", "chairman", "chairwoman", "founder", "co-founder", "owner", "publisher"})
"""Who speaks for an outlet or a platform as for any firm, and hears nothing for it to print."""


def _is_of_outlet(ground: Ground, piece: Piece) -> bool:
    """Whether somebody is an outlet or its reporter: what they are told is an interview."""
    owners = ground.paragraph.children(piece.head, "poss", "compound")
    ofs = (inner for of in ground.paragraph.children(piece.head, "prep") if of.text.lower() in {"of", "from"}
           for inner in ground.paragraph.children(of.index, "pobj"))  # fmt: skip
    head = ground.paragraph.tokens[piece.head]
    led = head.entity == "PERSON" and any(word.text.lower() in LEADING for word in owners)
    if (ground.outlets or led) and head.lemma not in contact_words("audience"):
        return False
    words = [head, *owners, *ofs]
    named = (ground.referents.at(ground.paragraph.span(word.index, word.index)) for word in words)
    return any(one is not None and one.kind == "outlet" for one in named)


def _by_name(ground: Ground, piece: Piece) -> Referent | None:
    """Whom the personal name in a party means, where the parser took another word for the head ("Moon Jae-in")."""
    tokens = ground.paragraph.tokens
    names = [index for index in range(piece.first, piece.last + 1) if tokens[index].entity == "PERSON"]
    split = piece.head > 1 and tokens[piece.head - 1].text == "-" and tokens[piece.head - 1].entity == "PERSON"
    sure = split or tokens[piece.head].entity == "PERSON"
    named = (ground.referents.at(ground.paragraph.span(index, index)) for index in names if sure)
    return next((one for one in named if one is not None and one.kind == "person"), None)


def _behind_title(ground: Ground, piece: Piece) -> Referent | None:
    """Whom the name behind a title of several means: "Arden ministers Anna Reeve" of "Arden ministers Anna Reeve and Jonas Hale"."""
    head = ground.paragraph.tokens[piece.head]
    whole, named = (ground.referents.at(span) for span in (ground.words(piece.first, piece.last)[0], Span(head.start, head.end)))
    group = whole is not None and whole.kind == "group" and not whole.members
    return named if group and head.entity == "PERSON" and named is not None and named.kind == "person" else None


def _by_surname(ground: Ground, token: Token) -> Referent | None:
    """The one person whose surname a capitalised word is that the parser took for a common one ("Trump and his aide met")."""
    if token.entity or token.pos == "PRON" or not token.text[0].isupper() or token.text.lower() in titles():
        return None
    able = [one for one in ground.referents.all if one.kind == "person" and one.name.split()[-1] == token.text]
    called = [one for one in able if any(name.text == token.text for name in one.names)] or able
    return called[0] if len(called) == 1 else None


def _named_in(referents: Known, span: Span) -> Referent | None:
    """The referent of one party; where the words are held to be a list, its member that is mentioned in them."""
    found = referents.at(span)
    if found is None:
        return None
    inside = (
        member
        for member in referents.members(found)
        if any(mention.span.start < span.end and span.start < mention.span.end for mention in member.mentions)
    )
    return next(inside, found)


def _may_act(token: Token, referent: Referent | None, *, named: bool) -> bool:
    """Whether a phrase means somebody who can call or meet: a participant, a name, a pronoun, or a noun for people."""
    text = token.text.lower()
    if text == "it" or (token.pos == "PRON" and text not in contact_words("people")):
        body = text == "it" and referent is not None and referent.kind in {"body", "state"}
        return body or text in PERSONAL
    people = {token.lemma, text} & contact_words("people").keys()
    if people or token.lemma in contact_words("service") or (token.lemma in contact_words("land") and token.tag == "NNS"):
        return True
    if token.entity in {"DATE", "TIME"} and text in time_words() and (referent is None or referent.kind != "person"):
        return False  # "his colleague, Anna Reeve, next Monday"
    word = word_for(token)
    if word is not None and word.kinds == {"document"} and (referent is None or referent.kind != "person"):
        return False  # "the report", but "Page" where that is a surname
    if token.pos == "NOUN" and referent is None and word is None:
        return False
    return referent is not None or named or (word is not None and (word.person or bool(word.kinds & {"collective", "body"})))


def word_for(token: Token) -> Word | None:
    """What titles know of a word: of "veterans", a portfolio too, that they are people."""
    known = [word for word in (titles().get(token.text.lower()), titles().get(token.lemma)) if word is not None]
    return next((word for word in known if word.person), known[0] if known else None)


def _is_some_of(paragraph: Paragraph, token: Token) -> bool:
    """Whether a noun only says how many of those who can act: "hundreds of officials", "a string of leaders"."""
    inner = (head for of in paragraph.children(token.index, "prep") if of.text.lower() == "of"
             for head in paragraph.children(of.index, "pobj"))  # fmt: skip
    words = (word_for(head) for head in inner if token.lemma in HOW_MANY or token.pos == "NUM")
    return any(word is not None and word.person for word in words)


def _is_apposed(one: tuple[Piece, Party], other: tuple[Piece, Party]) -> bool:
    """Whether two neighbours in a list are one party: said twice, or a name beside its title, set off by a comma only."""
    (first, before), (second, after) = one, other
    if (
        second.after not in {",", ""}
        or before.text.casefold() in PERSONAL
        or after.text.casefold().startswith(("his ", "her ", "their "))
    ):
        return False  # "Dolan, his wife and Reeve", "she, Dolan and Reeve"
    same = before.referent is not None and before.referent == after.referent
    return same or first.named != second.named


def _better(one: tuple[Piece, Party], other: tuple[Piece, Party]) -> tuple[Piece, Party]:
    """Of a name and its title, the name."""
    return other if other[0].named and not one[0].named else one


def side_of(ground: Ground, party: Party) -> Party:
    """A party named as a side ("the Arden side"), as the one whose side it is where nobody was resolved for it."""
    words = [token for token in ground.paragraph.tokens if party.span.start <= token.start and token.end <= party.span.end]
    if party.referent is not None or not words or words[-1].lemma != "side":
        return party
    owners = (_named_in(ground.referents, Span(word.start, word.end)) for word in words[:-1] if word.pos in {"PROPN", "ADJ"})
    found = next((owner for owner in owners if owner is not None), None)
    return party if found is None else Party(party.text, party.span, found.id)


def stands_for_others(party: Party) -> bool:
    """Whether a party is told as several named before: "the two leaders met their advisers"."""
    return bool({"two", "both", "pair"} & set(party.text.casefold().split()))


def means_everyone(paragraph: Paragraph, head: Token) -> bool:
    """Whether a phrase stands for parties named before: "the two", "the two men", "both sides", "they"."""
    words = {token.text.lower() for token in paragraph.subtree(head.index)}
    if head.text.lower() in EVERYONE:
        return True
    return (
        bool(words & {"two", "both"})
        and head.lemma in FEW_NAMED
        and not any(token.pos == "PROPN" for token in paragraph.subtree(head.index))
    )


def means_others(ground: Ground, head: Token) -> bool:
    """Whether "they" means one body, state or unnamed group, not the parties of a contact: "they discussed" of a committee."""
    meant = ground.referents.at(ground.paragraph.span(head.index, head.index)) if head.text.lower() in {"they", "their"} else None
    return meant is not None and not meant.members and (meant.kind in {"body", "state", "outlet"} or meant.kind == "group")


def same_party(one: Party, other: Party) -> bool:
    """Whether two mentions are one participant: the same referent, or the same words where nobody was resolved."""
    if one.referent is not None and other.referent is not None:
        return one.referent == other.referent
    return one.text.casefold() == other.text.casefold()


def without(parties: Iterable[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """The parties that are none of the others."""
    return tuple(party for party in parties if not any(same_party(party, other) for other in others))
