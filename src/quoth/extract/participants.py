"""Who the names of one document are: names that mean one participant brought together, each with a kind voted over the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quoth.extract.names import NameFound, is_body_word
from quoth.extract.titles_of import Office, normal_words
from quoth.lexicon.gazetteer import Known
from quoth.lexicon.names import capitalised, fold, given_names, is_demonym_of, may_be_one, surname_of
from quoth.lexicon.states import states
from quoth.lexicon.titles import Gender, without_form
from quoth.records import ActorKind, Mention, Title

KINDS: Mapping[str, ActorKind] = {
    "state": "state",
    "capital": "place",
    "place": "place",
    "body": "body",
    "outlet": "outlet",
    "people": "group",
}
PLACES = frozenset({"GPE", "LOC", "FAC"})
GOVERNING = frozenset({
    "minister", "ministry", "embassy", "ambassador", "army", "military", "premier", "king", "queen", "defense", "republic", "kingdom",
})  # fmt: skip
"""Words of title that only states (and what is governed like one) have: "Norvian defence minister" makes Norvia a state."""

LEADING = GOVERNING | {
    "president", "chancellor", "leader", "official", "diplomat", "side", "people", "government", "parliament", "authorities", "troops",
    "forces", "border",
}  # fmt: skip
"""What only states have if they have an adjective of their own as well: "the Kasteli leader"."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a participant has, with what it is of."""

    office: Office
    of: str | None
    country: str | None

    @property
    def title(self) -> Title:
        """As a record."""
        return Title(self.office.text, self.of)


@dataclass(slots=True, eq=False)
class Participant:
    """A participant while a document is being read; grows until it is made a ``Referent``."""

    kind: ActorKind
    name: str
    country: str | None = None
    gender: Gender | None = None
    plural: bool = False
    named: bool = True
    """It has a name of its own; False for those only described."""
    names: Counter[str] = field(default_factory=Counter)
    held: list[Held] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    """For bodies and descriptions: their words, for comparison."""
    members: list[Participant] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    """Head nouns of the offices that stand before its full name, and the more general nouns for them in ``covered``."""
    covered: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Named:
    """A name at a place, with the titles that stand before it."""

    found: NameFound
    offices: tuple[Office, ...]
    in_place: bool
    """A preposition of place stands before it."""
    subject: bool
    """It is the subject of a clause."""


@dataclass(slots=True)
class Cast:
    """All participants named in a document."""

    by_name: list[Participant | None]
    """For each name the participant it means, or None where it is no participant (events, titles of works, adjectives)."""
    states: dict[str, Participant]

    def state(self, name: str) -> Participant:
        """The state of this plain name, also where only its capital is named."""
        return self.states.setdefault(name, Participant("state", name, country=name))


def identify_names(named: Sequence[Named], demonyms: Mapping[str, str], governed: frozenset[str]) -> Cast:
    """Whom the names of a document mean.

    ``demonyms`` maps adjectives of this document to its states; ``governed`` are names that own offices only states have.
    """
    votes = _votes(named)
    people = _people(named, votes, governed)
    others: dict[tuple[str, object], Participant] = {}
    known = {one.found.text: one.found.known for one in named if one.found.known is not None}
    known.update(_shortened(known))
    found: list[Participant | None] = []
    for one in named:
        person = people.of(one, votes)
        found.append(person if person is not None else _other(one, others, votes, known, demonyms, governed))
    states_named = {one.name: one for one in found if one is not None and one.kind == "state"}
    return Cast(_joined_bodies(found), states_named)


# --- people --------------------------------------------------------------------------------------------------------------


def _votes(named: Iterable[Named]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in named:
        votes[one.found.text]["GPE" if one.in_place and one.found.label != "ORG" else one.found.label] += 1 + one.in_place
        if one.subject:
            votes[one.found.text]["subject"] += 1
        if any(_for_person(office) for office in one.offices):
            votes[one.found.text]["title"] += 1
    return votes


def _for_person(office: Office) -> bool:
    return office.head.person and not office.head.plural


def _is_person(one: Named, votes: Mapping[str, Counter[str]]) -> bool:
    """Whether a name of several words is a person's, by titles, given name and the tagger's votes."""
    text, words = one.found.text, one.found.text.split()
    if one.found.known is not None or any(is_body_word(word) for word in words):
        return False
    count = votes[text]
    if capitalised().get(words[0]) == "place" and not count["title"]:
        return False
    known = words[0] in given_names() or (len(words[0]) <= 2 and words[0].endswith("."))
    return (
        3 * count["title"] + 2 * count["PERSON"] + 2 * known * (len(words) <= 4)
        > count["ORG"] + count["GPE"] + count["FAC"] + count["LOC"]
    )


@dataclass(slots=True)
class _People:
    """The people of a document by folded surname, in order of first full mention."""

    by_surname: dict[str, list[tuple[tuple[str, ...], Participant]]]
    by_given: dict[str, list[Participant]]
    governed: frozenset[str]
    """Names that are states by this document's own evidence, never people."""

    def of(self, one: Named, votes: Mapping[str, Counter[str]]) -> Participant | None:
        """The person that a name means, or None where it means none."""
        words = tuple(one.found.text.split())
        if one.found.text in self.governed and not one.offices:
            return None
        if len(words) > 1 and _is_person(one, votes):
            return self.full(words)
        if len(words) > 1 and not _surname_only(words):
            return None
        return self._short(one, words, votes)

    def full(self, words: tuple[str, ...]) -> Participant | None:
        """The person of this full name, or of one that can be the same."""
        for full, person in self.by_surname.get(fold(surname_of(words)), ()):
            if may_be_one(full, words):
                return person
        return None

    def _short(self, one: Named, words: tuple[str, ...], votes: Mapping[str, Counter[str]]) -> Participant | None:
        """Of a single word: a surname, else a given name, of someone named in full; else a person known by that word only."""
        count = votes[one.found.text]
        if one.found.known is not None and not _overrules(one, count):
            return None
        bearing = self.by_surname.get(fold(surname_of(words)), ())
        candidates = [person for full, person in bearing if (len(full) > 1 or full == words) and not _conflicts(one, person)]
        if candidates:
            return _meant_by_surname(one, candidates)
        bearers = self.by_given.get(words[0], [])
        if len(bearers) == 1 and (count["PERSON"] or count["title"]):
            return bearers[0]
        if 3 * count["title"] + count["PERSON"] > count["ORG"] + count["GPE"] + count["LOC"] + count["NORP"] + count[""]:
            person = Participant("person", words[0])
            _take_offices(person, one)
            self.by_surname.setdefault(fold(surname_of(words)), []).append((words, person))
            return person
        return None


def _take_offices(person: Participant, one: Named) -> None:
    for office in one.offices:
        person.gender = person.gender or office.head.gender
        if office.head.kinds & {"office", "rank"}:
            person.heads.add(office.head.word)
            person.covered |= office.head.covers


def _surname_only(words: Sequence[str]) -> bool:
    return surname_of(tuple(words)) in words and all(word[0].islower() or word == surname_of(tuple(words)) for word in words)


def _overrules(one: Named, count: Counter[str]) -> bool:
    """Whether a name in the gazetteer is a person's after all: "Mr. Jordan", "Senator Georgia"."""
    strong = any(
        office.head.kinds & {"honorific", "rank"} or office.head.word in {"president", "senator"} for office in one.offices
    )
    return strong or (bool(one.offices) and count["PERSON"] > count["GPE"] + count["ORG"])


def _conflicts(one: Named, person: Participant) -> bool:
    """Whether the titles before a surname cannot be this person's: another gender, or an office while others are said of them."""
    heads = {office.head.word for office in one.offices if office.head.kinds & {"office", "rank"}}
    covers = {cover for office in one.offices for cover in office.head.covers}
    if any(office.head.gender and person.gender and office.head.gender != person.gender for office in one.offices):
        return True
    return bool(heads and person.heads and not (heads | covers) & person.heads and not heads & person.covered)


def _meant_by_surname(one: Named, candidates: Sequence[Participant]) -> Participant:
    """Of several people with one surname, the one that a bare surname means: of the title's gender, else one who is called by
    the surname only, else the first introduced."""
    genders = {office.head.gender for office in one.offices if office.head.gender}
    fitting = [person for person in candidates if person.gender in genders] if genders else []
    called = [person for person in candidates if " " not in person.name]
    return (fitting or called or list(candidates))[0]


def _people(named: Sequence[Named], votes: Mapping[str, Counter[str]], governed: frozenset[str]) -> _People:
    people = _People({}, {}, governed)
    for one in named:
        words = tuple(one.found.text.split())
        if len(words) < 2 or _surname_only(words) or not _is_person(one, votes):
            continue
        if (known := people.full(words)) is not None:
            _take_offices(known, one)
            continue
        given = given_names().get(words[0])
        if surname_of(words) in governed and given is None and not one.offices:
            continue
        person = Participant("person", one.found.text, gender=given.gender if given else None)
        _take_offices(person, one)
        people.by_surname.setdefault(fold(surname_of(words)), []).append((words, person))
        people.by_given.setdefault(words[0], []).append(person)
    _add_namesakes(people, named)
    return people


def _add_namesakes(people: _People, named: Sequence[Named]) -> None:
    """People known by a surname with a title that none of the people of that surname can have: "Mr. Obama" beside Michelle Obama."""
    for one in named:
        words = tuple(one.found.text.split())
        bearing = people.by_surname.get(fold(surname_of(words)), [])
        if len(words) == 1 and one.offices and bearing and all(_conflicts(one, person) for _, person in bearing):
            person = Participant("person", words[0])
            _take_offices(person, one)
            bearing.append((words, person))


# --- all others ------------------------------------------------------------------------------------------------------------


def _other(
    one: Named,
    others: dict[tuple[str, object], Participant],
    votes: Mapping[str, Counter[str]],
    known: Mapping[str, Known],
    demonyms: Mapping[str, str],
    governed: frozenset[str],
) -> Participant | None:
    found = one.found
    if found.text in known:
        return _known(known[found.text], others)
    if demonyms.get(found.text, found.text) != found.text:
        return None
    kind = _kind(one, votes, governed)
    if kind is None:
        return None
    if kind == "body":
        return _body(found, others, demonyms)
    key = (kind, found.text)
    if key not in others:
        others[key] = Participant(kind, found.text, country=found.text if kind == "state" else None)
    return others[key]


def _shortened(known: Mapping[str, Known]) -> dict[str, Known]:
    """Outlets by the last word of their names, where that means one of the document's: "the Post" for the New York Post."""
    last: dict[str, dict[str, Known]] = defaultdict(dict)
    for text, one in known.items():
        if one.kind == "outlet" and " " in text:
            last[text.split()[-1]][one.name] = one
    return {
        word: next(iter(found.values()))
        for word, found in last.items()
        if len(found) == 1 and (word not in known or known[word].name.removeprefix("The ") == word)
    }


def _known(known: Known, others: dict[tuple[str, object], Participant]) -> Participant:
    key = (known.kind, known.name)
    if key not in others:
        words = body_words(known.name) if known.kind == "body" else frozenset()
        others[key] = Participant(KINDS[known.kind], known.name, country=known.country, words=words, plural=known.kind == "people")
    return others[key]


def _kind(one: Named, votes: Mapping[str, Counter[str]], governed: frozenset[str]) -> ActorKind | None:
    """The kind of a name that is no person's and not in the gazetteer, or None where it names no participant."""
    text, words, count = one.found.text, one.found.text.split(), votes[one.found.text]
    if text in governed:
        return "state"
    if any(is_body_word(word) for word in words):
        return "body" if len(words) > 1 or one.found.adjective else None
    place = count["GPE"] + count["LOC"] + count["FAC"] + count["PERSON"] * (capitalised().get(words[0]) == "place")
    body = count["ORG"] + count["PRODUCT"]
    if count["NORP"] > place + body:
        return "group" if words[-1].endswith("s") else None
    if count["WORK_OF_ART"] + count["EVENT"] + count["LAW"] > place + body:
        return None
    if place > body:
        return "place"
    return "body" if body or count["subject"] or (len(words) == 1 and text.isupper() and len(text) > 1) else None


def body_words(text: str) -> frozenset[str]:
    """The words of a body's name for comparison: "Ministry of Defence" and "Defense Ministry" have the same."""
    return normal_words(without_form(text.replace("-", " ").split()))


def _body(found: NameFound, others: dict[tuple[str, object], Participant], demonyms: Mapping[str, str]) -> Participant:
    words = found.text.split()
    country = state_of(words[0], demonyms) if len(words) > 1 else None
    own = body_words(" ".join(words[1:])) if country is not None else body_words(found.text)
    if country is None and len(words) > 3 and words[-2] == "of" and (country := state_of(words[-1], demonyms)):
        own = body_words(" ".join(words[:-2]))
    country = country or (state_of(found.adjective, demonyms) if found.adjective else None)
    if own == {"government"} and country is not None:
        return others.setdefault(("state", country), Participant("state", country, country=country))
    key = ("body", (own, country))
    if key not in others:
        others[key] = Participant("body", found.text, country=country, words=own)
    return others[key]


def state_of(word: str, demonyms: Mapping[str, str]) -> str | None:
    """The state that an adjective or name belongs to, by the gazetteer, else by this document's own evidence."""
    return states().of(word) or demonyms.get(word)


def _joined_bodies(found: list[Participant | None]) -> list[Participant | None]:
    """Bodies named without a state joined to the one body of the same words that has one; acronyms to what they stand for."""
    bodies = list({id(one): one for one in found if one is not None and one.kind == "body" and one.words}.values())
    by_words: dict[frozenset[str], list[Participant]] = defaultdict(list)
    by_initials: dict[str, list[Participant]] = defaultdict(list)
    by_begin: dict[str, list[Participant]] = defaultdict(list)
    for body in bodies:
        by_words[body.words].append(body)
        by_initials[_initials(body.name)].append(body)
        by_begin[_JOINING.split(body.name, maxsplit=1)[0]].append(body)
    by_begin = {begin: [body for body in found if body.name != begin] for begin, found in by_begin.items()}
    joined: dict[int, Participant] = {}
    for body in bodies:
        same = [other for other in by_words[body.words] if other.country is not None]
        if body.country is None and len(same) == 1 and len(body.words) > 1:
            joined[id(body)] = same[0]
        elif body.name.isupper() and len(by_initials[body.name]) == 1:
            joined[id(body)] = by_initials[body.name][0]
        elif len(by_begin.get(body.name, ())) == 1 and " " in body.name:
            joined[id(body)] = by_begin[body.name][0]
    return [joined.get(id(one), one) if one is not None else None for one in found]


_JOINING = re.compile(r" (?:for|of|on) ")
"""A body is called in short by the words up to its "of": "Joint Agency"."""


def _initials(name: str) -> str:
    letters = [word[0] for word in without_form(name.replace("-", " ").split()) if word[0].isupper()]
    return "".join(letters) if len(letters) > 1 else ""


# --- a document's own evidence for states -----------------------------------------------------------------------------------


def find_demonyms(adjectives: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Adjectives to the names they are formed from in the same document: "Norvian" to "Norvia"."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        by_start[name[:3].lower()].append(name)
    found: dict[str, str] = {}
    for adjective in dict.fromkeys(adjectives):
        fitting = [name for name in by_start.get(adjective[:3].lower(), ()) if is_demonym_of(adjective, name)]
        if len(fitting) == 1:
            found[adjective] = fitting[0]
    return found
