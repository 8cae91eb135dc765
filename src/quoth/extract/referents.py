"""Who takes part in a document: every participant with its mentions, and whom the source of a statement means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quoth.extract.reference.belonging import settle_states
from quoth.extract.reference.descriptions import PARTS
from quoth.extract.reference.participants import Participant
from quoth.extract.reference.placed import Told
from quoth.extract.reference.pronouns import FIRST_AND_SECOND
from quoth.extract.reference.telling import tell
from quoth.lexicon.classes import word_class
from quoth.lexicon.cues import cue_class
from quoth.lexicon.titles import titles
from quoth.records import Document, Mention, Name, Referent, Span, Title, identify
from quoth.syntax import Paragraph, ParsedDocument, Token

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
ONE = frozenset({"one", "another"})
FROM = frozenset({"from", "by", "of", "for"})
"""Prepositions after a document that lead to whose it is: "a statement from the ministry"."""
AT = frozenset({"at"})


def find_referents(parsed: ParsedDocument) -> Referents:
    """The participants of a document: people, bodies, states, places, outlets, and groups known only by description."""
    told = tell(parsed)
    settle_states(told, parsed.paragraphs)
    records = _records(parsed.document, told.participants)
    covers = tuple(_covers(told, records, place) for place in range(len(parsed.paragraphs)))
    pronouns = {
        place: (records.get(id(one)) if one is not None else None, reason) for place, (one, reason) in told.pronouns.items()
    }
    ordered = sorted(records.values(), key=lambda one: (one.mentions[0].span, one.id))
    return Referents(tuple(ordered), parsed, covers, pronouns)


@dataclass(frozen=True, slots=True)
class Cover:
    """Whose words a token is part of: the smallest mention that holds it, and the list it begins, if any."""

    referent: Referent
    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Referents:
    """The referents of one document, and whom its words mean."""

    all: tuple[Referent, ...]
    """In order of first mention."""
    parsed: ParsedDocument = field(repr=False)
    covers: tuple[Mapping[int, tuple[Cover, ...]], ...] = field(repr=False)
    """By paragraph and token: the mentions that hold it, the smallest first."""
    pronouns: Mapping[tuple[int, int], tuple[Referent | None, str | None]] = field(repr=False)

    def at(self, span: Span) -> Referent | None:
        """The referent of the smallest mention that holds the head word of ``span``; a list where the span holds all of it."""
        located = self._locate(span)
        if located is None:
            return None
        place, first, last = located
        head = _head(self.parsed.paragraphs[place], first, last)
        found = self._cover(place, head, last)
        if found is None and (place, head) in self.pronouns:
            return self.pronouns[place, head][0]
        return found

    def resolve(self, span: Span, *, before: int | None = None) -> tuple[Referent | None, str | None]:
        """Whom the source ``span`` means: the referent, or None and the reason why it is undecided.

        ``before``: an offset; words from there on are left out of the span (the cue's start, where it stands after).
        """
        end = before if before is not None and span.start < before < span.end else span.end
        located = self._locate(Span(span.start, end))
        if located is None:
            return None, "no words that were parsed"
        place, first, last = located
        paragraph = self.parsed.paragraphs[place]
        found, reason = self._speaker(place, first, last, paragraph, _head(paragraph, first, last))
        whose = None if found is not None else self._led(place, paragraph, first, last)
        return (found, reason) if whose is None else (whose, None)

    def _led(self, place: int, paragraph: Paragraph, first: int, last: int) -> Referent | None:
        """Who a preposition leads to that the parser hangs beside a noun that means nobody: "another from Ms. Pell"."""
        for index in _free(paragraph, first, last):
            if paragraph.tokens[index].text.lower() in FROM | AT:
                for noun in paragraph.children(index, "pobj"):
                    found = self._cover(place, noun.index, last)
                    if found is not None and found.kind != "place":
                        return found
        return None

    def members(self, referent: Referent) -> tuple[Referent, ...]:
        """The members of a list, in its order; empty for all others."""
        by_id = {one.id: one for one in self.all} if referent.members else {}
        return tuple(by_id[one] for one in referent.members)

    def _speaker(self, place: int, first: int, last: int, paragraph: Paragraph, head: int) -> tuple[Referent | None, str | None]:
        token = paragraph.tokens[head]
        lower = token.text.lower()
        found = self._cover(place, head, last)
        if found is not None:
            listed = self._apposed(place, last, paragraph, token) if _is_plural(token) and not found.members else None
            return (listed if listed is not None and listed.members else found), None
        if (place, head) in self.pronouns:
            meant, reason = self.pronouns[place, head]
            alone = meant is not None and paragraph.tokens[first].text.lower() in ONE and not _are_several(meant)
            return (None, f"{lower}: no one it can stand for") if alone else (meant, reason)
        if lower in FIRST_AND_SECOND:
            return None, f"{lower}: first or second person"
        if lower in RELATIVE and paragraph.tokens[first].text.lower() in ONE:  # "one, who would not be named"
            token = paragraph.tokens[first]
        elif lower in RELATIVE:
            return self._antecedent(place, paragraph, token)
        return self._by_noun(place, first, last, paragraph, token)

    def _by_noun(self, place: int, first: int, last: int, paragraph: Paragraph, token: Token) -> tuple[Referent | None, str | None]:
        """Whom a noun that is no mention of its own leads to: the owner of a document, or who fills the span."""
        word = titles().get(token.text.lower()) or titles().get(token.lemma)
        if word is not None and "document" in word.kinds:
            return self._owner(place, paragraph, token.index, token)
        part = self._part_of(place, paragraph, token)
        if part is not None:
            return part, None
        inside = self._apposed(place, last, paragraph, token) or self._inside(place, first, last)
        if inside is None and token.text.lower() in ONE and not paragraph.children(token.index, "prep"):
            inside = self._group_before(place, paragraph, first)
        return (inside, None) if inside is not None else (None, f"{token.text.lower()}: no one it can stand for")

    def _apposed(self, place: int, last: int, paragraph: Paragraph, token: Token) -> Referent | None:
        """The person, or the list, named beside a noun, or what "one" is said to be: "the candidate's mate, Governor Mike Pence", "one, a cook who …"."""
        for child in paragraph.children(token.index, "appos"):
            found = self._cover(place, child.index, last)
            if found is not None and token.text.lower() == "one" and child.tag == "NN":
                return found
            if found is not None and child.index <= last and (found.kind == "person" or (found.members and _is_plural(token))):
                return found
        return None

    def _group_before(self, place: int, paragraph: Paragraph, first: int) -> Referent | None:
        """The group of people told of last, of whom "one" says something: "Officials are worried. “It leaks,” said one."."""
        for index in range(first - 1, -1, -1):
            found = self._cover(place, index, index)
            if found is not None and paragraph.tokens[index].tag == "NNS" and found.kind == "group" and found.titles:
                return found
        return None

    def _part_of(self, place: int, paragraph: Paragraph, token: Token) -> Referent | None:
        """The group that some, many or one of it stand for: "some of our partners"."""
        if token.text.lower() not in PARTS:
            return None
        for preposition in paragraph.children(token.index, "prep"):
            for whole in paragraph.children(preposition.index, "pobj"):
                found = self._whose(place, whole) if preposition.text.lower() == "of" else None
                if found is not None and found.kind == "group" and _are_several(found):
                    return found
        return None

    def _antecedent(self, place: int, paragraph: Paragraph, token: Token) -> tuple[Referent | None, str | None]:
        """Whom a relative pronoun means: the noun that its clause stands at."""
        several = _is_of_several(paragraph, token)
        for governor in paragraph.ancestors(token.index):
            for noun in _described(paragraph, governor) if governor.dep in {"relcl", "acl"} else ():
                found = self._speaker(place, noun, max(noun, token.index - 1), paragraph, noun)
                if found[0] is not None and _may_be(found[0], token, several=several):
                    return found
        before = token.index - 1
        while before >= 0 and paragraph.tokens[before].text in {",", "(", ")", "-"}:
            before -= 1
        near = self._cover(place, before, before)
        wider = (cover.referent for cover in self.covers[place].get(before, ()) if _may_be(cover.referent, token, several=several))
        if near is not None and not _may_be(near, token, several=several):
            near = next(wider, near)
        if near is not None and near.kind != "place" and not (several and _is_one(near)):
            return near, None
        return None, f"{token.text.lower()}: no one it can stand for"

    def _owner(self, place: int, paragraph: Paragraph, head: int, token: Token) -> tuple[Referent | None, str | None]:
        """Whose a document is: "the Pentagon statement", "a statement from the ministry", "Russia's claims"."""
        for child in paragraph.children(head, "poss", "compound", "nmod", "amod"):
            found = self._whose(place, child)
            if found is not None:
                return found, None
        for child in paragraph.children(head, "prep", "acl", "agent"):
            for leaf in _objects(paragraph, child):
                found = self._whose(place, leaf)
                if found is not None:
                    return found, None
        called = (self._body_called(child) for child in paragraph.children(head, "compound", "nmod"))
        body = next((one for one in called if one is not None), None)
        if body is not None:
            return body, None
        return None, f"{token.text.lower()}: document without an owner"

    def _body_called(self, noun: Token) -> Referent | None:
        """The one body told of before that a noun alone means: "a *ministry* statement" behind "the Foreign Ministry of Norvia"."""
        word = titles().get(noun.lemma)
        if word is None or "body" not in word.kinds:
            return None
        before = (one for one in self.all if one.kind == "body" and any(_is_called(each, noun) for each in one.mentions))
        found = list(before)
        return found[0] if len(found) == 1 else None

    def _whose(self, place: int, token: Token) -> Referent | None:
        found = self._cover(place, token.index, len(self.parsed.paragraphs[place].tokens))
        if found is None and (place, token.index) in self.pronouns:
            found = self.pronouns[place, token.index][0]
        return found if found is not None and found.kind != "place" else None

    def _cover(self, place: int, head: int, last: int) -> Referent | None:
        """The smallest mention that holds a token, or a list that begins with it and is held by the span."""
        covers = self.covers[place].get(head, ())
        lists = [cover for cover in covers if cover.referent.members and cover.first <= head <= cover.head and cover.last <= last]
        if lists:
            return lists[-1].referent
        single = next((cover for cover in covers if not cover.referent.members), None)
        return single.referent if single is not None else None

    def _inside(self, place: int, first: int, last: int) -> Referent | None:
        """Who fills a span whose head is no mention of its own: a list, or the one mention that it begins with and that ends it."""
        covers = {cover.referent.id: cover for index in range(first, last + 1) for cover in self.covers[place].get(index, ())}
        whole = [
            cover for cover in covers.values() if cover.first <= first + 1 and (cover.last >= last - 1 or cover.referent.members)
        ]
        return min(whole, key=lambda cover: (not cover.referent.members, cover.first)).referent if whole else None

    def _locate(self, span: Span) -> tuple[int, int, int] | None:
        """The paragraph of a span and its first and last token there."""
        paragraphs = self.parsed.paragraphs
        place = bisect_right(paragraphs, span.start, key=lambda one: one.start) - 1
        if place < 0:
            return None
        tokens = paragraphs[place].tokens
        first = bisect_right(tokens, span.start, key=lambda token: token.end)
        last = bisect_right(tokens, span.end - 1, key=lambda token: token.start) - 1
        while first <= last and tokens[first].pos == "PUNCT":
            first += 1
        return (place, first, last) if first <= last else None


def _is_called(mention: Mention, noun: Token) -> bool:
    """Whether a mention before a noun has it as a word of its own."""
    return mention.span.end <= noun.start and noun.lemma in mention.text.lower().split()


def _head(paragraph: Paragraph, first: int, last: int) -> int:
    """The word that governs a span: the first nominal one whose governor stands outside it."""
    tokens, free = paragraph.tokens, _free(paragraph, first, last)
    led = [child.index for index in free for child in (paragraph.children(index, "pobj") if tokens[index].pos == "ADP" else ())]
    nominal = [index for index in (*free, *led) if tokens[index].pos in {"NOUN", "PROPN", "PRON"} and first <= index <= last]
    if nominal:
        return nominal[0]
    inner = [index for index in range(first, last + 1) if tokens[index].pos in {"NOUN", "PROPN", "PRON"}]
    return inner[0] if inner else (free[0] if free else first)


def _free(paragraph: Paragraph, first: int, last: int) -> list[int]:
    """The words of a span whose governor stands outside it."""
    heads = ((index, paragraph.tokens[index].head) for index in range(first, last + 1))
    return [index for index, head in heads if not first <= head <= last or head == index]


def _is_plural(token: Token) -> bool:
    return token.tag in {"NNS", "NNPS"}


def _described(paragraph: Paragraph, clause: Token) -> Iterable[int]:
    """The nouns that a relative clause may be said of: the one that it hangs on, then those that this one is said of."""
    noun = clause.head
    yield noun
    while paragraph.tokens[noun].dep in {"appos", "conj"} and paragraph.tokens[noun].head != noun:
        noun = paragraph.tokens[noun].head
        yield noun


def _may_be(referent: Referent, token: Token, *, several: bool) -> bool:
    """Whether a relative pronoun fits: "who" is said of people, and of more than one where its verb is (``several``)."""
    return (token.text.lower() not in {"who", "whom"} or referent.kind in {"person", "group"}) and not (
        several and _is_one(referent)
    )


def _is_one(referent: Referent) -> bool:
    return referent.kind in {"person", "state"} and not referent.members


def _is_of_several(paragraph: Paragraph, token: Token) -> bool:
    """Whether a relative pronoun is the subject of a verb that only several have: "others besides Korr who *are* against it"."""
    if token.dep not in {"nsubj", "nsubjpass"}:
        return False
    verb = paragraph.tokens[token.head]
    finite = [verb, *paragraph.children(verb.index, "aux", "auxpass")]
    return any(each.index > token.index and (each.tag == "VBP" or each.text.lower() == "were") for each in finite)


def _are_several(referent: Referent) -> bool:
    """Whether one of a group can be told of: people, a list, or whatever is called in the plural; of a station that "they" is there is no one."""
    return bool(referent.titles or referent.members) or any(mention.text.endswith("s") for mention in referent.mentions)


def _objects(paragraph: Paragraph, preposition: Token) -> Iterable[Token]:
    """The objects of a preposition or of a participle's own prepositions: "issued by the ministry"; who came by a document has not written it."""
    if preposition.text.lower() in FROM or preposition.dep == "agent":
        yield from paragraph.children(preposition.index, "pobj")
    if preposition.dep == "acl" and preposition.lemma not in cue_class("come_by"):
        for child in paragraph.children(preposition.index, "agent", "prep"):
            if child.text.lower() in FROM:
                yield from paragraph.children(child.index, "pobj")


# --- from participants to records ------------------------------------------------------------------------------------------


def _records(document: Document, participants: Sequence[Participant]) -> dict[int, Referent]:
    """The record of each participant that is mentioned, by the participant's identity; those of lists after their members."""
    found: dict[int, Referent] = {}
    for one in sorted((one for one in participants if one.mentions), key=lambda one: bool(one.members)):
        members = tuple(found[id(member)].id for member in one.members if id(member) in found)
        found[id(one)] = _record(document, one, members)
    return found


def _record(document: Document, one: Participant, members: tuple[str, ...]) -> Referent:
    ordered = sorted(one.mentions, key=lambda mention: (mention.span, mention.form))
    mentions = tuple(replace(mention, text=document.text[slice(*mention.span)]) for mention in ordered)
    first = mentions[0].span
    kind = "list" if members else "referent"
    return Referent(
        id=identify(kind, document.id, first.start, first.end),
        document=document.id,
        name=_fullest(one),
        kind=one.kind,
        names=tuple(Name(text, count) for text, count in sorted(one.names.items(), key=lambda item: (-item[1], item[0]))),
        titles=_titles(one),
        mentions=mentions,
        country=one.country,
        members=members,
    )


def _fullest(one: Participant) -> str:
    """The fullest name: of a person or body the one of most words, then the most frequent; of a state its plain name."""
    if one.kind not in {"person", "body"} or not one.names:
        return one.name
    return max(one.names, key=lambda text: (len(text.split()), one.names[text], text))


def _titles(one: Participant) -> tuple[Title, ...]:
    """What a participant is said to be. That somebody of a name is a man or a person says no office."""
    plain = word_class("plain_person") if one.names else frozenset[str]()
    return tuple(dict.fromkeys(held.title for held in one.held if held.office.head.word not in plain))


def _covers(told: Told, records: Mapping[int, Referent], place: int) -> dict[int, tuple[Cover, ...]]:
    """For each token of a paragraph the mentions that hold it, smallest first."""
    held: dict[int, list[Cover]] = {}
    for one in sorted(told.placed[place], key=lambda one: (one.last - one.first, one.first)):
        record = records.get(id(one.participant))
        if record is None:
            continue
        cover = Cover(record, one.first, one.last, one.head)
        for index in range(one.first, one.last + 1):
            held.setdefault(index, []).append(cover)
    return {index: tuple(covers) for index, covers in held.items()}
