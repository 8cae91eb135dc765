"""The parties of a contact: subjects, objects and lists of them, one party for each participant named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from quoth.lexicon.contacts import contact_words
from quoth.lexicon.titles import titles
from quoth.records import Party, Referent, Span
from quoth.syntax import Paragraph, Token

SEPARATORS = frozenset({",", "and", "&", ";", "or"})
SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = frozenset({"who", "which", "that", "whom"})
PERSONAL = frozenset({"he", "she", "they", "we", "i", "him", "her", "them", "us", "me", "his", "hers", "their", "our", "my", "its"})
STAYS_WITH_NAME = frozenset({"of", "for", "in", "from"})
"""Prepositions that may belong to what a party is called ("his counterparts in Britain"); others end its name."""
CONTROL = frozenset({"ask", "tell", "urge", "order", "invite", "press", "allow", "force", "want", "call", "beg", "instruct"})
"""Verbs whose object is the subject of the infinitive after them."""
EVERYONE = frozenset({"two", "pair", "both", "latter", "they"})
"""Heads of phrases that mean the parties already named ("the two", "the pair")."""
FEW_NAMED = frozenset(
    {"man", "side", "leader", "minister", "president", "chief", "country", "official", "commander", "woman", "party", "defense"}
)


class Known(Protocol):
    """What contacts ask of the referents of a document."""

    def at(self, span: Span) -> Referent | None:
        """The referent named in ``span``."""
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

    def words(self, first: int, last: int) -> tuple[Span, str]:
        """The stretch from token to token and its text."""
        span = self.paragraph.span(first, last)
        return span, self.text[span.start : span.end]


def subject_of(paragraph: Paragraph, verb: int) -> Token | None:
    """The head of the subject of a verb, looked for over conjoined verbs, infinitives and participles."""
    seen: set[int] = set()
    index: int | None = verb
    while index is not None and index not in seen:
        seen.add(index)
        own = paragraph.children(index, *SUBJECTS)
        if own:
            return _antecedent(paragraph, own[0], index)
        index, found = _above(paragraph, paragraph.tokens[index])
        if found is not None:
            return found
    return None


def _antecedent(paragraph: Paragraph, subject: Token, verb: int) -> Token:
    """The noun that a relative pronoun stands for, else the subject itself."""
    relative = paragraph.tokens[verb]
    if subject.text.lower() in RELATIVE and relative.dep == "relcl":
        return paragraph.tokens[relative.head]
    return subject


def _above(paragraph: Paragraph, token: Token) -> tuple[int | None, Token | None]:
    """Where to look on for a subject that a verb has not itself: another verb, or the noun found."""
    head = paragraph.tokens[token.head]
    if token.dep == "acl" and head.pos in {"NOUN", "PROPN"}:
        # "Dolan, the minister, called Reeve": the parser takes the past tense for a participle
        told = token.tag == "VBG" or (head.pos == "PROPN" and paragraph.children(token.index, "oprd", "dobj"))
        return (None, head) if told else (None, None)
    if token.dep in {"xcomp", "ccomp", "advcl", "conj", "pcomp", "prep"}:
        objects = paragraph.children(head.index, "dobj")
        if token.dep == "xcomp" and objects and head.lemma in CONTROL:
            return None, objects[0]
        if token.dep == "ccomp" and token.tag not in {"VBG", "VB"}:
            return None, None
        return (head.index, None) if head.pos in {"VERB", "AUX", "ADP", "SCONJ"} and head.index != token.index else (None, None)
    return None, None


def agent_of(paragraph: Paragraph, verb: int) -> Token | None:
    """The head after "by" of a passive verb."""
    for child in paragraph.children(verb, "agent", "prep"):
        if child.text.lower() == "by":
            return next(iter(paragraph.children(child.index, "pobj")), None)
    return None


def parties_of(ground: Ground, head: Token) -> tuple[Party, ...]:
    """The participants that a noun phrase lists, in order; apposed names and titles are one party."""
    found: list[tuple[_Piece, Party]] = []
    pieces = list(_pieces(ground.paragraph, head))
    for piece in [*pieces, *_continued(ground.paragraph, pieces)]:
        party = _party(ground, piece)
        if party is None:
            continue
        if found and _is_apposed(found[-1], (piece, party)):
            found[-1] = _better(found[-1], (piece, party))
        else:
            found.append((piece, party))
    return tuple(party for _, party in found)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One member of a list: its tokens (inclusive), the head among them, whether it has a personal name, and what parts it off."""

    first: int
    last: int
    head: int
    named: bool
    after: str


def _pieces(paragraph: Paragraph, head: Token) -> Iterator[_Piece]:
    heads = set(_heads(paragraph, head.index))
    first, last = min(paragraph.edges[index][0] for index in heads), max(paragraph.edges[index][1] for index in heads)
    start, after = first, ""
    bounds = [index for index in range(first, last + 1) if paragraph.tokens[index].text.lower() in SEPARATORS]
    for position, stop in enumerate([*bounds, last + 1]):
        inside = heads & set(range(start, stop))
        ahead = heads & set(range(stop + 1, [*bounds, last + 1, last + 1][position + 1]))
        if inside and (stop > last or ahead or stop + 1 in bounds):
            yield _trimmed(paragraph, start, stop - 1, inside, after)
            after = paragraph.tokens[stop].text.lower() if stop <= last else ""
            start = stop + 1
        elif stop == start:
            after, start = paragraph.tokens[stop].text.lower() if stop <= last else "", stop + 1


NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART"})


def _continued(paragraph: Paragraph, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Names that go on with a list of one where the parser took them for the subject of what follows ("… with A, B and C, the
    ministry said"): titled names, parted by commas, up to one after "and"."""
    if len(pieces) != 1 or not pieces[0].named:
        return []
    found: list[_Piece] = []
    start, closed = pieces[0].last + 1, False
    while not closed or (paragraph.tokens[start : start + 1] and paragraph.tokens[start].text == ","):
        piece = _next_name(paragraph, start)
        if piece is None or (closed and (found[-1].named or not piece.named)):
            break
        found.append(piece)
        closed = closed or piece.after == "and"
        start = piece.last + 1
    return found if closed else []


def _next_name(paragraph: Paragraph, sign: int) -> _Piece | None:
    """The name or title between this separator and the next, where there is nothing else between them."""
    tokens = paragraph.tokens
    if sign + 1 >= len(tokens) or tokens[sign].text not in {",", "and"}:
        return None
    first = sign + 2 if tokens[sign + 1].text == "and" else sign + 1
    last = first
    while last < len(tokens) and (tokens[last].pos in NAMING or tokens[last].text.lower() in {"of", "for"}):
        last += 1
    last -= 1
    after = "and" if "and" in {tokens[sign].text, tokens[first - 1].text} else ","
    if last < first or last + 1 >= len(tokens) or tokens[last + 1].text not in {",", "and", "."}:
        return None
    named = tokens[last].entity == "PERSON"
    titled = any(titles().get(token.text.lower()) is not None for token in tokens[first : last + 1])
    heads = [token.index for token in tokens[first : last + 1] if named or titles().get(token.text.lower()) is not None]
    return _Piece(first, last, last if named else heads[0], named, after) if named or titled else None


def _heads(paragraph: Paragraph, head: int) -> Iterator[int]:
    """The heads of a list: the first, what is conjoined or apposed to it, and names that the parser hung under a title's "of"."""
    yield head
    for child in paragraph.children(head, "conj", "appos"):
        if child.pos in {"NOUN", "PROPN", "PRON"}:
            yield from _heads(paragraph, child.index)
    for preposition in paragraph.children(head, "prep"):
        if preposition.text == "of":
            for inner in paragraph.children(preposition.index, "pobj"):
                yield from (
                    name
                    for member in paragraph.children(inner.index, "conj", "appos")
                    if member.entity == "PERSON"
                    for name in _heads(paragraph, member.index)
                )


def _trimmed(paragraph: Paragraph, first: int, last: int, heads: set[int], after: str) -> _Piece:
    """The piece without what does not belong to the name: relative clauses, adverbials, brackets, a second conjunction."""
    tokens, start = paragraph.tokens, min(heads)
    while first < start and (tokens[first].text.lower() in {"both", "also", "with", "to", "then"} or tokens[first].pos == "PUNCT"):
        first += 1
    for index in range(start + 1, last + 1):
        if _ends_name(paragraph, index, start, last):
            dated = tokens[index].entity in {"DATE", "TIME"} and tokens[index - 1].dep == "prep"
            last = index - 2 if dated else index - 1
            break
    head = max(index for index in heads if index <= max(last, start))
    last = max(last, head)
    last -= last > head and tokens[last].tag == "POS"
    word = tokens[head].text.lower()
    common = tokens[head].pos == "NOUN" and word not in titles() and tokens[head].lemma not in titles()
    named = any(token.entity == "PERSON" for token in tokens[first : last + 1])
    plain = tokens[head].pos == "PROPN" and word not in titles()
    return _Piece(first, last, head, not common and (named or plain), after)


def _ends_name(paragraph: Paragraph, index: int, head: int, last: int) -> bool:
    """Whether a name is over before a token: at a clause, an adverbial, a date, a bracket, or "and to …"."""
    token = paragraph.tokens[index]
    nested = token.text == "," and head < token.head < index
    ends = token.pos == "PUNCT" and token.text not in {"-", "."} and not nested
    clause = token.dep in {"relcl", "acl", "advcl"} or token.text.lower() in RELATIVE or token.tag == "MD"
    leaves = token.dep == "prep" and token.text.lower() not in STAYS_WITH_NAME
    again = token.dep == "cc" and index < last and paragraph.tokens[index + 1].pos == "ADP"
    return ends or clause or leaves or again or token.entity in {"DATE", "TIME"}


def _party(ground: Ground, piece: _Piece) -> Party | None:
    token = ground.paragraph.tokens[piece.head]
    span, text = ground.words(piece.first, piece.last)
    referent = _named_in(ground.referents, span)
    if token.lemma in contact_words("audience") or (referent is not None and referent.kind == "outlet"):
        return None
    if not _may_act(token, referent, named=piece.named):
        return None
    return Party(text, span, None if referent is None else referent.id)


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
    if token.pos == "PRON":
        return token.text.lower() in PERSONAL
    word = titles().get(token.text.lower()) or titles().get(token.lemma)
    if token.pos == "NOUN" and referent is None and word is None:
        return False
    return referent is not None or named or (word is not None and (word.person or bool(word.kinds & {"collective", "body"})))


def _is_apposed(one: tuple[_Piece, Party], other: tuple[_Piece, Party]) -> bool:
    """Whether two neighbours in a list are one party: said twice, or a name beside its title, set off by a comma only."""
    (first, before), (second, after) = one, other
    if second.after not in {",", ""}:
        return False
    same = before.referent is not None and before.referent == after.referent
    return same or first.named != second.named


def _better(one: tuple[_Piece, Party], other: tuple[_Piece, Party]) -> tuple[_Piece, Party]:
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


def is_plural(paragraph: Paragraph, head: Token) -> bool:
    """Whether a phrase means several ("the ministers", "A and B")."""
    return head.tag in {"NNS", "NNPS"} or head.text.lower() in {"they", "we"} or bool(paragraph.children(head.index, "conj"))


def same_party(one: Party, other: Party) -> bool:
    """Whether two mentions are one participant: the same referent, or the same words where nobody was resolved."""
    if one.referent is not None and other.referent is not None:
        return one.referent == other.referent
    return one.text.casefold() == other.text.casefold()


def without(parties: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """The parties that are none of the others."""
    return tuple(party for party in parties if not any(same_party(party, other) for other in others))
