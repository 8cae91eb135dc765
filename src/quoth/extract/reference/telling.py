"""Reading a document in order: every mention given to a participant, with who is in view at each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.reference.authors import MINE, find_author, find_owner_of_all, is_essay, is_printing
from quoth.extract.reference.beside import goes_on_in_list, is_apposed, joins_title, name_behind_more, without_age
from quoth.extract.reference.called import body_beside, body_called
from quoth.extract.reference.casting import Looked, in_title_case, look, names_by_token
from quoth.extract.reference.clauses import begins_clause
from quoth.extract.reference.demonyms import state_of
from quoth.extract.reference.descriptions import Description, find_descriptions, plain_name
from quoth.extract.reference.keeping import keep_for
from quoth.extract.reference.lists import extend, find_lists, leader
from quoth.extract.reference.owners import RELATIONS, belongs, owner_text, state_before
from quoth.extract.reference.participants import Held, Named, Participant
from quoth.extract.reference.placed import SUBJECTS, Placed, Told, deed_of, head_of, is_agent, is_credit, main_part, words_between
from quoth.extract.reference.programmes import programmes
from quoth.extract.reference.pronouns import NEUTER, PLURAL, SINGULAR
from quoth.extract.reference.publisher import WE, find_press, find_publisher, is_told, issuer_of, names_itself
from quoth.extract.reference.scene import Scene
from quoth.extract.reference.several import (
    ListTold,
    find_pairs,
    list_inside,
    list_meant,
    list_near,
    sentence_numbers,
    states_before,
)
from quoth.extract.reference.titles_of import Office
from quoth.extract.reference.works import add_works
from quoth.lexicon.gazetteer import bodies
from quoth.lexicon.titles import titles
from quoth.records import Mention, Span
from quoth.syntax import Paragraph, ParsedDocument, Token

NOW = frozenset({"now", "then", "currently", "formerly", "once", "also"})


def tell(parsed: ParsedDocument) -> Told:
    """All mentions of a document given to participants, in reading order."""
    quotations = find_quotations(parsed.paragraphs)
    quoted = [{index for one in row for index in range(one.range.first, one.range.last + 1)} for row in quotations]
    telling = _Telling(parsed, look(parsed), essay=is_essay(parsed.paragraphs, quoted))
    for place, paragraph in enumerate(parsed.paragraphs):
        telling.read(place, paragraph, quoted[place])
    telling.scene.join_holders()
    add_works(parsed, telling.scene.told)
    return telling.scene.told


@dataclass(slots=True)
class _Telling:
    parsed: ParsedDocument
    looked: Looked
    scene: Scene = field(default_factory=Scene)
    lists: list[ListTold] = field(default_factory=list)
    """The last lists."""
    essay: bool = False
    """Whoever wrote it speaks in it as "I"."""
    teller: Participant | None = None
    """Whose words, given in full, the rest of the document is."""

    def __post_init__(self) -> None:
        for one in self.looked.meant.values():
            self.scene.enter(one)
        document = self.parsed.document
        self.scene.publisher = find_publisher(
            issuer_of(document.title) or document.outlet, self.scene.bodies.values(), self.looked.demonyms
        )
        if self.scene.publisher is not None:
            self.scene.enter(self.scene.publisher)
        for place, row in enumerate(self.looked.names):
            tokens = self.parsed.paragraphs[place].tokens
            for named in row:
                person = self.looked.meant.get((place, named.found.last))
                if person is not None and person.kind == "person":
                    for office in named.offices:
                        self._hold(person, office, tokens)

    # --- a paragraph ---------------------------------------------------------------------------------------------------

    def read(self, place: int, paragraph: Paragraph, quoted: set[int]) -> None:
        """Give the mentions of one paragraph to participants."""
        placed: list[Placed] = []
        self.scene.told.placed.append(placed)
        names = {named.found.last: named for named in self.looked.names[place]}
        descriptions = {one.head.index: one for one in self._descriptions(paragraph, names)}
        for token in paragraph.tokens:
            if token.begins_sentence:
                self.scene.next_sentence()
            found: Placed | None = None
            if token.index in names:
                found = self._name(place, paragraph, names[token.index])
            elif token.index in descriptions:
                found = self._description(place, paragraph, descriptions[token.index], quoted=token.index in quoted)
            elif token.pos == "PRON":
                self._pronoun(place, paragraph, token, quoted=token.index in quoted)
            if found is not None:
                placed.append(found)
                if not is_credit(paragraph, found):
                    self.scene.see(paragraph, found.participant, found.head, quoted=found.head in quoted)
        placed.sort(key=lambda one: (one.first, -one.last))
        self._lists(place, paragraph, placed)
        owner = find_owner_of_all(paragraph)
        if owner is not None:
            self.teller = self._person_at(place, owner) or self.scene.told.pronouns.get((place, owner), (None, None))[0]

    def _descriptions(self, paragraph: Paragraph, names: Mapping[int, Named]) -> Iterator[Description]:
        if in_title_case(paragraph):
            return
        taken = names_by_token(named.found for named in names.values())
        used = {index for named in names.values() for office in named.offices for index in range(office.first, office.last + 1)}
        used |= programmes(paragraph.tokens)
        yield from find_descriptions(self.parsed.document.text, paragraph, taken, used)

    # --- names ---------------------------------------------------------------------------------------------------------

    def _name(self, place: int, paragraph: Paragraph, named: Named) -> Placed | None:
        participant = self.looked.meant.get((place, named.found.last))
        if participant is None:
            return None
        head = head_of(paragraph, named.found.first, named.found.last)
        found = named.found
        capital_of = (
            participant.country
            if found.known is not None and found.known.kind == "capital"
            else self.looked.capitals.get(found.text)
        )
        if capital_of is not None and participant.kind == "place":
            participant.country = capital_of
        if capital_of is not None and participant.kind != "person" and is_agent(paragraph, head):
            participant = self.looked.cast.state(capital_of)
            self.scene.enter(participant)
        participant.names[found.text] += 1
        participant.mentions.append(Mention(found.span, found.text, "name"))
        first = found.first
        if participant.kind == "person":
            first = min((office.leftmost for office in named.offices), default=first)
        return Placed(participant, first, found.last, head)

    def _hold(self, person: Participant, office: Office, tokens: Sequence[Token]) -> None:
        """The person has this office or title."""
        of, country = self._owner(office, tokens)
        person.gender = person.gender or office.head.gender
        if person.country is None and not office.changed and belongs(office, owner_text(self.parsed.document.text, tokens, office)):
            person.country = country
        if not office.head.kinds <= {"honorific"} and office.head.word not in RELATIONS:
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
        if text in self.looked.cast.states:
            return text, text
        noun = titles().get(text.lower())
        general = text[0].islower() or (noun is not None and "body" in noun.kinds)
        body = self.scene.recent_body(text) if general else None
        return (
            (body.name, body.country)
            if body is not None
            else (text, state_before(text, state_of(text.split()[0], self.looked.demonyms)))
        )

    def _possessing(self, place: int, token: Token) -> tuple[str | None, str | None]:
        """What an office is of by a possessive pronoun: "its defence ministry"; a person's belongs to the person's state."""
        one, _ = self.scene.told.pronouns.get((place, token.index), (None, None)) if token.tag == "PRP$" else (None, None)
        if one is None or one.members:
            return None, None
        return (one.name if one.kind in {"state", "body"} else None), one.country

    def _owning(self, place: int, paragraph: Paragraph, office: Office) -> Participant | None:
        """Whose a body is, where one person is said to have it: "his ministry", "Ann Lee's office"."""
        if paragraph.tokens[office.leftmost].tag == "PRP$":
            return self.scene.told.pronouns.get((place, office.leftmost), (None, None))[0]
        return None if office.owner is None else self._person_at(place, office.owner[1])

    # --- descriptions --------------------------------------------------------------------------------------------------

    def _description(self, place: int, paragraph: Paragraph, one: Description, *, quoted: bool) -> Placed | None:
        office = one.office
        beside = None if office.head.plural or not office.head.person else self._beside(place, paragraph, one)
        if beside is not None:
            if beside.kind == "person":
                self._hold(beside, office, paragraph.tokens)
                self.scene.introduce(beside, office)
            return Placed(beside, office.leftmost, office.rightmost, office.head_at)
        if one.head.dep == "attr":
            return None
        called = None if office.head.person else body_beside(self.looked, place, paragraph, office)
        if called is not None:
            return Placed(called, office.leftmost, office.rightmost, office.head_at)
        of, country = self._owner(office, paragraph.tokens)
        if of is None and country is None and office.head.word not in RELATIONS:
            of, country = self._possessing(place, paragraph.tokens[office.leftmost])
        itself = not quoted and names_itself(paragraph, office.leftmost, office.head_at)
        participant = (self._publisher(told=True) if itself else None) or self._governing(office, country)
        owning = self._owning(place, paragraph, office)
        if owning is not None and office.words == {"administration"}:
            self.scene.administering[id(owning)] = owning
        participant = participant or keep_for(self.scene, owning, one)
        reason = None
        if participant is None:
            participant, reason = self.scene.meant(one, plain_name(paragraph.tokens, office), of=of, country=country, quoted=quoted)
        if participant is None:
            if reason is not None:
                self.scene.told.pronouns[place, office.head_at] = (None, reason)
            return None
        words = words_between(paragraph, office.leftmost, office.rightmost)
        participant.mentions.append(Mention(paragraph.span(office.leftmost, office.rightmost), words, "description"))
        return Placed(participant, office.leftmost, office.rightmost, office.head_at)

    def _governing(self, office: Office, country: str | None) -> Participant | None:
        """The state, where a description is of its government: what that says the state says."""
        if country is None or office.words != {"government"} or office.head.plural:
            return None
        state = self.looked.cast.state(country)
        self.scene.enter(state)
        return state

    def _beside(self, place: int, paragraph: Paragraph, one: Description) -> Participant | None:
        """The person whom a title beside a name is said of: "Zelensky, president of Ukraine," or "X is the mayor"."""
        office, tokens = one.office, paragraph.tokens
        if one.head.dep == "attr":
            return self._predicated(place, paragraph, one)
        if (held := self._held_with(place, paragraph, one)) is not None:
            return held
        comma = office.leftmost - 1 - (office.leftmost >= 3 and tokens[office.leftmost - 1].text.lower() in NOW)
        if comma >= 1 and tokens[comma].text == "," and not tokens[office.leftmost].begins_sentence:
            person = self._person_at(place, without_age(tokens, comma) - 1)
            after = tokens[office.rightmost + 1].text if office.rightmost + 1 < len(tokens) else "."
            if (
                person is not None
                and (one.head.dep == "appos" or after in {",", ".", ";", ")", "-", "—"})
                and one.head.dep != "conj"
                and not goes_on_in_list(paragraph, office)
            ):
                return person
        parted = office.rightmost + 1 < len(tokens) and tokens[office.rightmost + 1].text == ","
        start = office.rightmost + (2 if parted else 1)
        if start < len(tokens) and not tokens[start].begins_sentence:
            named = next((one for one in self.looked.names[place] if _begins(one) == start), None)
            apart = named is not None and not parted and begins_clause(paragraph, office, named.found)
            if named is not None and not apart and (office.definite or is_apposed(paragraph, named.found.last, office)):
                return self._person_at(place, named.found.last) or body_called(self.looked, place, paragraph, office, start)
        further = name_behind_more(paragraph, office, [one.found for one in self.looked.names[place]])
        return None if further is None else self._person_at(place, further)

    def _held_with(self, place: int, paragraph: Paragraph, one: Description) -> Participant | None:
        """The named person of whom another title is said that this one is joined to: "Anna Reeve, founder and chairman of …"."""
        other = paragraph.tokens[one.head.head]
        if one.head.dep != "conj" or not joins_title(paragraph, one.office):
            return None
        held = [
            one.participant for one in self.scene.told.placed[place] if one.head == other.index and other.dep in {"appos", "attr"}
        ]
        return held[0] if held and held[0].kind == "person" and held[0].named else None

    def _predicated(self, place: int, paragraph: Paragraph, one: Description) -> Participant | None:
        verb = paragraph.tokens[one.head.head]
        if verb.lemma != "be" or any(child.dep == "neg" for child in paragraph.children(verb.index)):
            return None
        subjects = paragraph.children(verb.index, "nsubj")
        return self._person_at(place, subjects[0].index) if subjects else None

    def _person_at(self, place: int, last: int) -> Participant | None:
        person = self.looked.meant.get((place, last))
        return person if person is not None and person.kind == "person" else None

    def _publisher(self, *, told: bool) -> Participant | None:
        """Who publishes the document; an outlet of the press only where it is ``told`` something."""
        if self.scene.publisher is not None or not told:
            return self.scene.publisher
        press = find_press(self.parsed.document.outlet, self.scene.bodies.values())
        if press is not None:
            self.scene.enter(press)
        return press

    # --- pronouns and lists ----------------------------------------------------------------------------------------------

    def _pronoun(self, place: int, paragraph: Paragraph, token: Token, *, quoted: bool) -> None:
        lower = token.text.lower()
        told = is_told(paragraph, token)
        printed = lower == "we" and is_printing(paragraph, token)
        we = self._publisher(told=told or printed) if (lower in WE or told) and not quoted else None
        if lower in MINE and not quoted and self.teller is not None:
            we = self.teller
        elif lower == "i" and not quoted and self.essay:
            we = find_author(self.parsed.document, self.scene.people.values())
        if we is not None:
            self.scene.enter(we)
            we.mentions.append(Mention(Span(token.start, token.end), token.text, "pronoun"))
            self.scene.told.pronouns[place, token.index] = (we, None)
        if lower not in SINGULAR and lower not in PLURAL and lower not in NEUTER:
            return
        participant, reason = self.scene.view.find(lower, deed=deed_of(paragraph, token), quoted=quoted)
        self.scene.told.pronouns[place, token.index] = (participant, reason)
        if participant is not None and lower in SINGULAR and not quoted:
            participant.gender = participant.gender or ("m" if SINGULAR[lower] == "m" else "f")
            participant.mentions.append(Mention(Span(token.start, token.end), token.text, "pronoun"))
            if token.dep in SUBJECTS:
                self.scene.see(paragraph, participant, token.index, quoted=False)

    def _lists(self, place: int, paragraph: Paragraph, placed: list[Placed]) -> None:
        """Enter the lists of a paragraph, and give them the plural pronouns after them that nobody else claims."""
        numbers = sentence_numbers(paragraph, self.scene.sentence)
        for chain in list(find_lists(paragraph, placed)):
            start, acts = paragraph.tokens[chain[0].first].start, main_part(paragraph, leader(paragraph, chain).head)[0] < 2
            self.lists.append(ListTold(self._list(paragraph, placed, chain), numbers[chain[0].head], start, acts=acts))
        for one, other in find_pairs(paragraph, placed):
            pair = self._listed([one.participant, other.participant], f"{one.participant.name} and {other.participant.name}")
            self.lists.append(ListTold(pair, numbers[one.head], paragraph.tokens[one.first].start, joined=False, acts=True))
        self._several(place, paragraph, placed, numbers)
        for token in paragraph.tokens:
            if not self._asks_for_list(place, token):
                continue
            meant = list_near(self.lists, numbers[token.index], number=None if token.text.lower() in PLURAL else 2)
            if meant is not None:
                self.scene.told.pronouns[place, token.index] = (meant, None)
                if not meant.mentions:  # two people whom nothing joined so far
                    meant.mentions.append(Mention(Span(token.start, token.end), token.text, "pronoun"))
        self.lists = self.lists[-8:]

    def _several(self, place: int, paragraph: Paragraph, placed: list[Placed], numbers: Sequence[int]) -> None:
        """Give the descriptions that mean a list to it: "the two governments"."""
        for index, one in enumerate(placed):
            start = paragraph.tokens[one.first].start
            meant = self._by_adjectives(paragraph, one) or list_inside(paragraph, one, placed)
            if meant is not None:
                self.lists.append(ListTold(meant, numbers[one.head], start))
            else:
                meant = list_meant(paragraph, one, told=self.lists, sentence=numbers[one.head])
            if meant is not None:
                placed[index] = replace(one, participant=meant)
                self.scene.take_for(one.participant, meant, start, place=place)

    def _by_adjectives(self, paragraph: Paragraph, one: Placed) -> Participant | None:
        """The list of states whose governments are told of by their adjectives, each of which is a mention."""
        found = states_before(paragraph, one, self.looked.demonyms)
        for state, adjective in found.items():
            self.looked.cast.state(state).mentions.append(
                Mention(Span(adjective.start, adjective.end), adjective.text, "description")
            )
        return self._listed([self.looked.cast.state(state) for state in found], one.participant.name) if found else None

    def _asks_for_list(self, place: int, token: Token) -> bool:
        """Whether a word may mean a list: a plural pronoun that nobody else claims, "the two" or "both" as subject."""
        meant = self.scene.told.pronouns.get((place, token.index))
        if token.text.lower() in PLURAL:
            return meant is not None and meant[0] is None
        return meant is None and token.text.lower() in {"two", "both"} and token.dep in SUBJECTS

    def _list(self, paragraph: Paragraph, placed: list[Placed], chain: list[Placed]) -> Participant:
        """Enter a list as a participant of its own, the same wherever its members are the same."""
        members = list({id(one.participant): one.participant for one in chain}.values())
        first, last = chain[0].first, chain[-1].last
        if first > 0 and paragraph.tokens[first - 1].pos == "DET":
            first -= 1
        name = words_between(paragraph, first, last)
        one = self._listed(members, name)
        one.mentions.append(Mention(paragraph.span(first, last), name, "description"))
        extend(paragraph, placed, chain)
        placed.append(Placed(one, first, last, leader(paragraph, chain).head))
        return one

    def _listed(self, members: list[Participant], name: str) -> Participant:
        """The list of these members; a new one is called ``name``."""
        key = "list:" + ",".join(sorted(str(id(one)) for one in members))
        one = self.scene.unnamed.get(key)
        if one is None:
            for member in members:
                self.scene.enter(member)
            one = Participant("group", name, plural=True, named=False, members=members)
            self.scene.unnamed[key] = one
            self.scene.told.participants.append(one)
        return one


def _begins(named: Named) -> int:
    """The first token of a name with the titles before it."""
    return min([named.found.first, *(office.leftmost for office in named.offices)])
