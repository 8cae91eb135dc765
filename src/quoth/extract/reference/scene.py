"""Who is there while a document is being read: everyone named or described so far, and who is in view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from quoth.extract.reference.descriptions import Description, fitting, fitting_bodies, is_of_another, leads, may_hold
from quoth.extract.reference.participants import Held, Participant
from quoth.extract.reference.placed import Told, main_part
from quoth.extract.reference.press import is_platform, is_such_press
from quoth.extract.reference.pronouns import View
from quoth.extract.reference.publisher import PRESS
from quoth.extract.reference.titles_of import Office, normal_words
from quoth.records import ActorKind
from quoth.syntax import Paragraph

COMPANIES = frozenset({
    "company", "firm", "airline", "automaker", "carmaker", "manufacturer", "retailer", "corporation", "conglomerate", "startup", "carrier",
})  # fmt: skip
"""General nouns for companies, whose names seldom have them."""

REPHRASING = frozenset({
    "republican", "democrat", "lawmaker", "legislator", "politician", "nominee", "candidate", "veteran", "billionaire", "millionaire",
    "businessman", "businesswoman", "mogul", "native", "conservative", "liberal", "progressive", "centrist", "moderate", "hopeful",
    "frontrunner", "contender", "incumbent", "challenger", "newcomer", "congressman", "congresswoman",
})  # fmt: skip
"""What somebody is called for a change, who has been named."""
REMARKED = 2
"""Ranks below this one are those of subjects."""
RECENT = 12
"""Sentences over which a general noun ("the ministry") still means the last body of that kind."""


@dataclass(slots=True)
class Scene:
    """All participants, by what they are, and where each was last seen."""

    told: Told = field(default_factory=lambda: Told([], [], {}))
    view: View = field(default_factory=View)
    people: dict[int, Participant] = field(default_factory=dict)
    bodies: dict[int, Participant] = field(default_factory=dict)
    """Everyone named who is no person."""
    unnamed: dict[str, Participant] = field(default_factory=dict)
    """By description, lower case."""
    publisher: Participant | None = None
    """The body in whose name the document is published, which is always in view."""
    sentence: int = 0
    administering: dict[int, Participant] = field(default_factory=dict)
    """People whose administration is told of, who are "the president"."""
    seen_in: dict[int, int] = field(default_factory=dict)
    """For each participant the number of the sentence that it was last mentioned in."""

    def enter(self, one: Participant) -> None:
        """A named participant comes in; again changes nothing."""
        known = self.people if one.kind == "person" else self.bodies
        if id(one) not in self.people and id(one) not in self.bodies:
            known[id(one)] = one
            self.told.participants.append(one)

    def next_sentence(self) -> None:
        """A new sentence begins."""
        self.sentence += 1
        self.view.next_sentence()

    def see(self, paragraph: Paragraph, participant: Participant, head: int, *, quoted: bool) -> None:
        """A participant is mentioned, its words governed by the token ``head``."""
        self.seen_in[id(participant)] = self.sentence
        rank, clause = main_part(paragraph, head)
        self.view.see(participant, rank=rank, clause=clause, head=head, quoted=quoted)

    def meant(
        self, one: Description, name: str, *, of: str | None, country: str | None, quoted: bool = False
    ) -> tuple[Participant | None, str | None]:
        """Whom a description means: someone named, someone described before, or someone new; else why nobody.

        ``of`` and ``country`` are the owner of its office, by plain names; ``quoted``: it stands inside quotation marks, and may mean
        who is told of there.
        """
        office = one.office
        bare = office.definite and not office.head.plural and not office.modifiers and of is None
        described = self._described(office) if bare and office.head.person else None
        if described is not None and not any(_is_such_person(office, person) for person in self.people.values()):
            return described, None  # "a senior official … the official" is not the minister, who is an official too
        if not office.head.plural and not one.speaking and (office.definite or (country is not None and office.head.heads)):
            chosen, reason = self._anaphor(office, of, country, quoted=quoted)
            if chosen is not None or reason is not None:
                return chosen, reason
        again = self._called_anew(one, of, bare=bare and office.rightmost <= max(office.last, office.head_at))
        if again is not None:
            return again, None
        earlier = self.unnamed.get(name.lower()) or self._force(office)
        if earlier is None and bare:
            earlier = self._described(office) or self._such_body(office)
        headed = of is not None and any(of == body.name for body in self.bodies.values())
        whose = country is not None or (headed and office.definite and not office.head.plural)
        if earlier is not None or (one.weak and not (whose and office.head.heads)):
            return earlier, None
        return self._new(name, office, of, country), None

    def _anaphor(
        self, office: Office, of: str | None, country: str | None, *, quoted: bool
    ) -> tuple[Participant | None, str | None]:
        fits = fitting(office, country, of, self.people.values()) if office.head.person else []
        if not fits and office.words == {"president"} and not office.modifiers and of is None and country is None:
            fits = list(self.administering.values())
        if not fits and "body" in office.head.kinds:
            holders = [one for one in self.people.values() if of is not None and of.split()[-1] == one.name.split()[-1]]
            recent = [
                one for one in fitting_bodies(office, country, of, self.bodies.values(), owned=bool(holders)) if self._recent(one)
            ]
            fits = [one for one in recent if all(leads(holder, one, office) for holder in holders)]
        if len(fits) <= 1:
            return (fits[0], None) if fits else (None, None)
        for sentence in self.view.latest(quoted=quoted):
            seen = [one for one in sentence if any(one.participant is other for other in fits)]
            foremost = [one for one in seen if one.rank == min(other.rank for other in seen)]
            able = {id(one.participant): one.participant for one in foremost}
            if len(able) == 1:
                return next(iter(able.values())), None
            if able:
                break
        return None, f"the {office.text}: {len(fits)} candidates"

    def _called_anew(self, one: Description, of: str | None, *, bare: bool) -> Participant | None:
        """Who is called by another word for a change: "the company", "the network", "the Westmere Democrat"."""
        office = one.office
        if bare and office.words <= COMPANIES and (company := self._foremost(_is_company)) is not None:
            return company
        if bare and office.words <= PRESS:
            press = self._foremost(lambda one: one.kind == "outlet" and is_such_press(one, office.words))
            if press is not None:
                return press
        return self._rephrased(office, of) if office.definite and not office.head.plural and not one.weak else None

    def _rephrased(self, office: Office, of: str | None) -> Participant | None:
        """The one person foremost in the last sentences, where a description says something else of them: "the Westmere Democrat"."""
        if office.head.word not in REPHRASING or is_of_another(office):
            return None
        for sentence in self.view.sentences[-1:-3:-1]:
            seen = [one for one in sentence if one.participant.kind == "person" and one.rank < REMARKED]
            foremost = {id(one.participant): one.participant for one in seen if one.rank == min(other.rank for other in seen)}
            if foremost:
                person = next(iter(foremost.values()))
                if of is not None and of.split()[-1] == person.name.split()[-1]:
                    return None  # "Dolan's nominee" is not Dolan
                fits = office.head.gender is None or person.gender in {None, office.head.gender}
                return person if len(foremost) == 1 and person.named and fits else None
        return None

    def _recent(self, one: Participant) -> bool:
        return one is self.publisher or self.sentence - self.seen_in.get(id(one), -RECENT - 1) <= RECENT

    def recent_body(self, text: str) -> Participant | None:
        """The one body lately mentioned that a general noun means: "the agency" in "the agency's director"; before the
        first sentence is read, the one body of the document."""
        words = normal_words(text.split())
        able = [
            one
            for one in self.bodies.values()
            if one.kind == "body" and words <= one.words and (self._recent(one) or not self.sentence)
        ]
        return able[0] if len(able) == 1 and words else None

    def _force(self, office: Office) -> Participant | None:
        """The one police described so far, where "police" is told of with no word of whose."""
        if office.words != {"police"} or office.modifiers or office.owner is not None:
            return None
        forces = {id(one): one for name, one in self.unnamed.items() if name.split()[-1] == "police" and not one.members}
        return next(iter(forces.values())) if len(forces) == 1 else None

    def _foremost(self, fits: Callable[[Participant], bool]) -> Participant | None:
        """What "the company" or "the network" means: the foremost in view, of the last sentence with any that fits."""
        for sentence in reversed(self.view.sentences):
            seen = [one for one in sentence if fits(one.participant)]
            foremost = {id(one.participant): one.participant for one in seen if one.rank == min(other.rank for other in seen)}
            if foremost:
                return next(iter(foremost.values())) if len(foremost) == 1 else None
        return None

    def introduce(self, person: Participant, office: Office) -> None:
        """Somebody described before is named: "a spokesman for the department … the spokesman, Colin Marsh"."""
        if not office.definite or office.owner is not None or office.modifiers or office.changed:
            return
        one = self._described(office)
        if one is not None and one.held and not one.plural and one is not person:
            self.view.replace(one, person)
            person.mentions.extend(one.mentions)
            person.held.extend(one.held)
            person.country = person.country or one.country
            self.told.replace(one, person)
            self.unnamed = {name: kept for name, kept in self.unnamed.items() if kept is not one}

    def _described(self, office: Office) -> Participant | None:
        """Someone described before with the same noun: "a senior official … the official"."""
        for sentence in reversed(self.view.sentences):
            for seen in reversed(sentence):
                one = seen.participant
                if not one.named and (_is_such_body(office, one) or _is_such_person(office, one)):
                    return one
        return None

    def _such_body(self, office: Office) -> Participant | None:
        """The one body lately described, among all, that a general noun means: "the rail inspectorate … the inspectorate"."""
        able = {
            id(one): one for one in self.unnamed.values() if _is_such_body(office, one) and not one.plural and self._recent(one)
        }
        return next(iter(able.values())) if len(able) == 1 else None

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
        kind: ActorKind = (
            "person" if holder and "office" in office.head.kinds else "body" if body and country is not None else "group"
        )
        plural = office.head.plural or bool(office.head.kinds & {"collective"})
        one = Participant(
            kind,
            name,
            country=country,
            plural=plural,
            named=False,
            gender=office.head.gender,
            words=office.words if body else frozenset(),
        )
        if office.head.person:
            one.held.append(Held(office, of, country))
        self.unnamed[name.lower()] = one
        self.told.participants.append(one)
        if kind == "body":
            self.bodies[id(one)] = one
        if kind == "person":
            self.people[id(one)] = one
        return one

    def described_as(self, name: str, words: frozenset[str], country: str | None, *, new: bool) -> Participant | None:
        """The body of these ``words`` and state, also where it has a name; else one known by this description, a ``new`` one where wanted."""
        if words:
            known = [one for one in self.bodies.values() if one.kind == "body" and words <= one.words]
            able = [one for one in known if country is None or one.country in {None, country}]
            if len(able) == 1:
                return able[0]
        key = f"{country or ''} {name}".lower()
        one = self.unnamed.get(key)
        if one is None and new:
            one = self.unnamed[key] = Participant("body", name, country=country, named=False, words=words)
            self.enter(one)
        return one

    def take_for(self, one: Participant, other: Participant, start: int, *, place: int) -> None:
        """What was read as a description of its own at offset ``start`` means ``other``, also where pronouns took it up in paragraph
        ``place``. A description that is mentioned nowhere else was nobody."""
        moved = [mention for mention in one.mentions if mention.span.start == start]
        other.mentions.extend(moved)
        one.mentions = [mention for mention in one.mentions if mention.span.start != start]
        self.view.replace(one, other)
        for (number, token), (meant, reason) in self.told.pronouns.items():
            if meant is one and number == place:
                self.told.pronouns[number, token] = (other, reason)
        if not one.mentions:
            self.told.replace(one, other)
            self.unnamed = {name: kept for name, kept in self.unnamed.items() if kept is not one}

    def join_holders(self) -> None:
        """Give an office that is told of before its holder is named to the one person that it fits: "Russia's chief of the general
        staff … Army General Valery Gerasimov"."""
        for one in [one for one in self.people.values() if not one.named]:
            able = [other for other in self.people.values() if other.named and may_hold(one, other)]
            if len(able) == 1 and one.mentions:
                able[0].mentions.extend(one.mentions)
                able[0].held.extend(one.held)
                self.told.replace(one, able[0])


def _is_company(one: Participant) -> bool:
    """Whether "the company" can mean it: a body that is no state's, or a platform."""
    return (one.kind == "body" and one.country is None) or is_platform(one)


def _is_such_person(office: Office, one: Participant) -> bool:
    return any(held.office.head.word == office.head.word and office.words <= held.office.words for held in one.held)


def _is_such_body(office: Office, one: Participant) -> bool:
    return bool(one.words) and "body" in office.head.kinds and office.words <= one.words
