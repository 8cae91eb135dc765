"""Reading a document in order: every mention given to a participant, with who is in view at each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quoth.extract.casting import Looked, in_title_case, look, owner_text
from quoth.extract.descriptions import Description, find_descriptions, fitting, fitting_bodies, plain_name
from quoth.extract.participants import Held, Named, Participant, state_of
from quoth.extract.pronouns import NEUTER, PLURAL, SINGULAR, View
from quoth.extract.quotations import find_quotations
from quoth.extract.titles_of import Office
from quoth.lexicon.gazetteer import bodies
from quoth.lexicon.names import given_names
from quoth.records import Mention, Span
from quoth.syntax import Paragraph, ParsedDocument, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WHERE = frozenset("in at near from to around outside into through across over toward towards inside within of via".split())
"""Prepositions after which a capital's name is the place; "of" only where a noun of place governs it, see ``_is_agent``."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A participant's words at a place: tokens ``first`` to ``last``, of which ``head`` governs the rest."""

    participant: Participant
    first: int
    last: int
    head: int


@dataclass(slots=True)
class Told:
    """A document with its participants in their places."""

    participants: list[Participant]
    placed: list[list[Placed]]
    """By paragraph, in order; titles and determiners included."""
    pronouns: dict[tuple[int, int], tuple[Participant | None, str | None]]
    """By paragraph and token: whom a pronoun or an open description means, or why nobody."""


def tell(parsed: ParsedDocument) -> Told:
    """All mentions of a document given to participants, in reading order."""
    telling = _Telling(parsed, look(parsed))
    quotations = find_quotations(parsed.paragraphs)
    for place, paragraph in enumerate(parsed.paragraphs):
        quoted = {index for one in quotations[place] for index in range(one.range.first, one.range.last + 1)}
        telling.read(place, paragraph, quoted)
    return telling.told


@dataclass(slots=True)
class _Telling:
    parsed: ParsedDocument
    looked: Looked
    view: View = field(default_factory=View)
    people: dict[int, Participant] = field(default_factory=dict)
    bodies: dict[int, Participant] = field(default_factory=dict)
    unnamed: dict[str, Participant] = field(default_factory=dict)
    told: Told = field(default_factory=lambda: Told([], [], {}))

    def __post_init__(self) -> None:
        for one in self.looked.meant.values():
            self._enter(one)
        for place, row in enumerate(self.looked.names):
            tokens = self.parsed.paragraphs[place].tokens
            for named in row:
                person = self.looked.meant.get((place, named.found.last))
                if person is not None and person.kind == "person":
                    for office in named.offices:
                        self._hold(person, office, tokens)

    def _enter(self, one: Participant) -> None:
        known = self.people if one.kind == "person" else self.bodies
        if id(one) not in self.people and id(one) not in self.bodies:
            known[id(one)] = one
            self.told.participants.append(one)

    # --- a paragraph ---------------------------------------------------------------------------------------------------

    def read(self, place: int, paragraph: Paragraph, quoted: set[int]) -> None:
        """Give the mentions of one paragraph to participants."""
        placed: list[Placed] = []
        names = {named.found.last: named for named in self.looked.names[place]}
        descriptions = {one.head.index: one for one in self._descriptions(paragraph, names)}
        for token in paragraph.tokens:
            if token.begins_sentence:
                self.view.next_sentence()
            found: Placed | None = None
            if token.index in names:
                found = self._name(place, paragraph, names[token.index])
            elif token.index in descriptions:
                found = self._description(place, paragraph, descriptions[token.index], placed)
            elif token.pos == "PRON":
                self._pronoun(place, paragraph, token, quoted=token.index in quoted)
            if found is not None:
                placed.append(found)
                self._see(paragraph, found.participant, found.head, quoted=found.head in quoted)
        placed.sort(key=lambda one: (one.first, -one.last))
        self._lists(paragraph, placed)
        self.told.placed.append(placed)

    def _descriptions(self, paragraph: Paragraph, names: Mapping[int, Named]) -> Iterator[Description]:
        if in_title_case(paragraph):
            return
        taken = {index for named in names.values() for index in range(named.found.first, named.found.last + 1)}
        for named in names.values():
            taken.update(index for office in named.offices for index in range(office.first, office.last + 1))
        yield from find_descriptions(self.parsed.document.text, paragraph, taken)

    def _see(self, paragraph: Paragraph, participant: Participant, head: int, *, quoted: bool) -> None:
        token = paragraph.tokens[head]
        top = token
        while top.dep in {"conj", "appos"} and top.head != top.index:
            top = paragraph.tokens[top.head]
        governor = paragraph.tokens[top.head]
        rank = 2
        if top.dep in SUBJECTS:
            rank = 0 if governor.dep == "ROOT" or governor.head == governor.index else 1
        clause = governor.head if top.dep == "pobj" else governor.index
        self.view.see(participant, rank=3 if quoted else rank, clause=clause)

    # --- names ---------------------------------------------------------------------------------------------------------

    def _name(self, place: int, paragraph: Paragraph, named: Named) -> Placed | None:
        participant = self.looked.meant.get((place, named.found.last))
        if participant is None:
            return None
        head = _head(paragraph, named.found.first, named.found.last)
        found = named.found
        capital_of = (
            participant.country
            if found.known is not None and found.known.kind == "capital"
            else self.looked.capitals.get(found.text)
        )
        if capital_of is not None and participant.kind != "person" and _is_agent(paragraph, head):
            participant = self.looked.cast.state(capital_of)
            self._enter(participant)
        participant.names[found.text] += 1
        self._mention(participant, found.span, found.text, "name")
        first = found.first
        if participant.kind == "person":
            first = min((office.first for office in named.offices), default=first)
        return Placed(participant, first, found.last, head)

    def _mention(self, participant: Participant, span: Span, text: str, form: str) -> None:
        kind = "name" if form == "name" else "pronoun" if form == "pronoun" else "description"
        participant.mentions.append(Mention(span, text, kind))

    def _hold(self, person: Participant, office: Office, tokens: Sequence[Token]) -> None:
        """The person has this office or title."""
        of, country = self._owner(office, tokens)
        person.gender = person.gender or office.head.gender
        if person.country is None and not office.changed:
            person.country = country
        if not office.head.kinds <= {"honorific"}:
            person.held.append(Held(office, of, country))

    def _owner(self, office: Office, tokens: Sequence[Token]) -> tuple[str | None, str | None]:
        """What an office is of, and the state that goes with it, each by its plain name."""
        text = owner_text(self.parsed.document.text, tokens, office)
        if not text:
            for word in office.modifiers:
                state = state_of(word, self.looked.demonyms)
                if state is not None:
                    return state, state
            return None, None
        state = state_of(text, self.looked.demonyms)
        if state is not None:
            return state, state
        known = bodies().get(text)
        if known is not None:
            return known.name, known.country
        first = state_of(text.split()[0], self.looked.demonyms)
        if text in self.looked.cast.states:
            return text, text
        return text, first

    # --- descriptions --------------------------------------------------------------------------------------------------

    def _description(self, place: int, paragraph: Paragraph, one: Description, placed: list[Placed]) -> Placed | None:
        office = one.office
        beside = None if office.head.plural or not office.head.person else self._beside(place, paragraph, one)
        if beside is not None:
            self._hold(beside, office, paragraph.tokens)
            return Placed(beside, office.leftmost, office.rightmost, office.head_at)
        if one.head.dep == "attr":
            return None
        participant, reason = self._meant(paragraph, one)
        if participant is None:
            if reason is not None:
                self.told.pronouns[place, office.head_at] = (None, reason)
            return None
        tokens = paragraph.tokens
        self._mention(
            participant,
            paragraph.span(office.leftmost, office.rightmost),
            _words(paragraph, office.leftmost, office.rightmost),
            "description",
        )
        return Placed(participant, _after_owner(office, tokens), office.rightmost, office.head_at)

    def _beside(self, place: int, paragraph: Paragraph, one: Description) -> Participant | None:
        """The person whom a title beside a name is said of: "Zelensky, president of Ukraine," or "X is the mayor"."""
        office, tokens = one.office, paragraph.tokens
        if one.head.dep == "attr":
            return self._predicated(place, paragraph, one)
        if office.leftmost >= 2 and tokens[office.leftmost - 1].text == "," and not tokens[office.leftmost].begins_sentence:
            person = self._person_at(place, office.leftmost - 2)
            after = tokens[office.rightmost + 1].text if office.rightmost + 1 < len(tokens) else "."
            if (
                person is not None
                and (one.head.dep == "appos" or after in {",", ".", ";", ")", "-", "—"})
                and one.head.dep != "conj"
            ):
                return person
        comma = office.rightmost + 1 < len(tokens) and tokens[office.rightmost + 1].text == ","
        start = office.rightmost + (2 if comma else 1)
        if office.definite and start < len(tokens) and not tokens[start].begins_sentence:
            return self._person_from(place, start)
        return None

    def _predicated(self, place: int, paragraph: Paragraph, one: Description) -> Participant | None:
        verb = paragraph.tokens[one.head.head]
        if verb.lemma != "be" or any(child.dep == "neg" for child in paragraph.children(verb.index)):
            return None
        subjects = paragraph.children(verb.index, "nsubj")
        return self._person_at(place, subjects[0].index) if subjects else None

    def _person_at(self, place: int, last: int) -> Participant | None:
        person = self.looked.meant.get((place, last))
        return person if person is not None and person.kind == "person" else None

    def _person_from(self, place: int, first: int) -> Participant | None:
        for named in self.looked.names[place]:
            if named.found.first == first:
                return self._person_at(place, named.found.last)
        return None

    def _meant(self, paragraph: Paragraph, one: Description) -> tuple[Participant | None, str | None]:
        """Whom a description means: someone named, someone described before, or someone new."""
        office = one.office
        of, country = self._owner(office, paragraph.tokens)
        name = plain_name(paragraph.tokens, office)
        if not office.head.plural and not one.speaking and (office.definite or (country is not None and office.head.heads)):
            chosen, reason = self._anaphor(office, of, country)
            if chosen is not None or reason is not None:
                return chosen, reason
        earlier = self.unnamed.get(name.lower())
        if earlier is None and office.definite and not office.head.plural and not office.modifiers and of is None:
            earlier = self._described(office)
        if earlier is not None or (one.weak and not (country is not None and office.head.heads)):
            return earlier, None
        if not office.definite and "body" in office.head.kinds and not office.head.person and one.head.dep not in SUBJECTS:
            return None, None
        return self._new(name, office, of, country), None

    def _anaphor(self, office: Office, of: str | None, country: str | None) -> tuple[Participant | None, str | None]:
        fits = fitting(office, country, of, self.people.values()) if office.head.person else []
        if not fits and "body" in office.head.kinds:
            fits = fitting_bodies(office, country, self.bodies.values())
        if len(fits) <= 1:
            return (fits[0], None) if fits else (None, None)
        for sentence in reversed(self.view.sentences):
            seen = {id(one.participant): one.participant for one in sentence if any(one.participant is other for other in fits)}
            if len(seen) == 1:
                return next(iter(seen.values())), None
            if seen:
                break
        return None, f"the {office.text}: {len(fits)} candidates"

    def _described(self, office: Office) -> Participant | None:
        """Someone described before with the same noun: "a senior official … the official"."""
        for sentence in reversed(self.view.sentences):
            for seen in reversed(sentence):
                one = seen.participant
                if not one.named and any(
                    held.office.head.word == office.head.word and office.words <= held.office.words for held in one.held
                ):
                    return one
        return None

    def _new(self, name: str, office: Office, of: str | None, country: str | None) -> Participant:
        """A participant that has only a description: an office holder, a body or a group."""
        body = "body" in office.head.kinds and not office.head.person
        holder = (
            office.head.heads
            and office.definite
            and not office.head.plural
            and (of is not None or country is not None)
            and not office.changed
        )
        kind = "person" if holder and "office" in office.head.kinds else "body" if body and country is not None else "group"
        plural = office.head.plural or bool(office.head.kinds & {"collective"})
        one = Participant(kind, name, country=country, plural=plural, named=False, gender=office.head.gender, words=office.words)
        if office.head.person:
            one.held.append(Held(office, of, country))
        self.unnamed[name.lower()] = one
        self.told.participants.append(one)
        if kind == "person":
            self.people[id(one)] = one
        return one

    # --- pronouns and lists ----------------------------------------------------------------------------------------------

    def _pronoun(self, place: int, paragraph: Paragraph, token: Token, *, quoted: bool) -> None:
        lower = token.text.lower()
        if lower not in SINGULAR and lower not in PLURAL and lower not in NEUTER:
            return
        clause = None
        if token.dep in {"dobj", "dative", "iobj"}:
            clause = token.head
        elif token.dep == "pobj":
            clause = paragraph.tokens[token.head].head
        participant, reason = self.view.find(lower, clause=clause, quoted=quoted)
        self.told.pronouns[place, token.index] = (participant, reason)
        if participant is not None and lower in SINGULAR and not quoted:
            participant.gender = participant.gender or ("m" if SINGULAR[lower] == "m" else "f")
            self._mention(participant, Span(token.start, token.end), token.text, "pronoun")
            if token.dep in SUBJECTS:
                self._see(paragraph, participant, token.index, quoted=False)

    def _lists(self, paragraph: Paragraph, placed: list[Placed]) -> None:
        """Lists that speak as one, added to ``placed``: "France, the UK and the US"."""
        index = 0
        while index < len(placed):
            chain = _chain(paragraph, placed, index)
            if len(chain) > 1:
                self._list(paragraph, placed, chain)
            index += len(chain)

    def _list(self, paragraph: Paragraph, placed: list[Placed], chain: list[Placed]) -> None:
        members = list({id(one.participant): one.participant for one in chain}.values())
        head = paragraph.tokens[chain[0].head]
        if len(members) < 2 or head.dep not in {"nsubj", "nsubjpass", "pobj", "conj", "appos"}:
            return
        first = chain[0].first
        if first > 0 and paragraph.tokens[first - 1].pos == "DET":
            first -= 1
        name = _words(paragraph, first, chain[-1].last)
        key = "list:" + ",".join(sorted(str(id(one)) for one in members))
        one = self.unnamed.get(key)
        if one is None:
            one = Participant("group", name, plural=True, named=False, members=members)
            self.unnamed[key] = one
            self.told.participants.append(one)
        self._mention(one, paragraph.span(first, chain[-1].last), name, "description")
        placed.append(Placed(one, first, chain[-1].last, chain[0].head))


def _chain(paragraph: Paragraph, placed: Sequence[Placed], index: int) -> list[Placed]:
    """The longest list of places that begins at ``index``: parted by commas, the last by "and"."""
    chain, ended = [placed[index]], False
    for following in placed[index + 1 :]:
        if following.first <= chain[-1].last:
            continue
        gap = [token.text.lower() for token in paragraph.tokens[chain[-1].last + 1 : following.first] if token.pos != "DET"]
        if not gap or any(word not in {",", "and", "&"} for word in gap) or ended:
            break
        if paragraph.tokens[following.head].dep not in {"conj", "appos"}:
            break
        chain.append(following)
        ended = "and" in gap or "&" in gap
    return chain if ended else chain[:1]


def _head(paragraph: Paragraph, first: int, last: int) -> int:
    """The token of a stretch whose governor stands outside it; the last such."""
    for index in range(last, first - 1, -1):
        head = paragraph.tokens[index].head
        if not first <= head <= last or head == index:
            return index
    return last


def _is_agent(paragraph: Paragraph, head: int) -> bool:
    """Whether a capital's name stands for its state here: it acts, owns, or is dealt with; it is no place to be in or go to."""
    token = paragraph.tokens[head]
    while token.dep == "conj" and token.head != token.index:
        token = paragraph.tokens[token.head]
    governor = paragraph.tokens[token.head]
    if token.dep == "nsubj":
        return governor.pos == "VERB"
    if token.dep == "poss":
        return governor.pos == "NOUN"
    if token.dep == "pobj":
        return governor.text.lower() not in WHERE or _of_doing(paragraph, governor, token)
    return token.dep in {"agent", "dobj", "dative"} and governor.pos == "VERB" and token.dep != "dobj"


def _of_doing(paragraph: Paragraph, preposition: Token, token: Token) -> bool:
    """ "of" before what somebody does: "the risk of Kiev using", "accused … of"."""
    following = paragraph.tokens[token.index + 1] if token.index + 1 < len(paragraph.tokens) else None
    return preposition.text.lower() == "of" and following is not None and following.tag == "VBG"


def _words(paragraph: Paragraph, first: int, last: int) -> str:
    parts = [token.text + (" " if token.space_after else "") for token in paragraph.tokens[first : last + 1]]
    return " ".join("".join(parts).split())


def _after_owner(office: Office, tokens: Sequence[Token]) -> int:
    """The first token of a description that is not its possessor's: "minister" of "Russia's minister"."""
    del tokens
    return office.leftmost


def is_given(word: str) -> bool:
    """Whether a word is a given name."""
    return word in given_names()
