"""The people named in a document: full names, and the bare surnames and given names that mean them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quoth.extract.reference.participants import Named, Participant
from quoth.extract.reference.titles_of import Office
from quoth.lexicon.classes import word_class
from quoth.lexicon.names import capitalised, fold, given_names, may_be_one, mountain, surname_of
from quoth.lexicon.titles import is_body_word

Votes = Mapping[str, Counter[str]]
"""By name, how often the entity tagger gives it each label, and how often a title stands before it (``title``)."""


def votes_of(named: Iterable[Named]) -> dict[str, Counter[str]]:
    """What speaks for each name being one of a person, body or place, counted over the document."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in named:
        votes[one.found.text]["GPE" if one.in_place and one.found.label != "ORG" else one.found.label] += 1 + one.in_place
        if one.embodied:
            votes[one.found.text]["body"] += 1
        if one.subject:
            votes[one.found.text]["subject"] += 1
        if one.articled and not one.offices:
            votes[one.found.text]["article"] += 1
        if one.apposed or any(_for_person(office) for office in one.offices):
            votes[one.found.text]["title"] += 1
        if one.offices and _for_person(one.offices[0]) and one.offices[0].head.heads:
            votes[one.found.text]["called"] += 1
    return votes


def _for_person(office: Office) -> bool:
    return office.head.person and not office.head.plural


def _is_person(one: Named, votes: Votes) -> bool:
    """Whether a name of several words is a person's, by titles, given name and the tagger's votes."""
    text, words = one.found.text, one.found.text.split()
    if one.found.known is not None or mountain(text) or any(is_body_word(word) for word in words):
        return False
    count = votes[text]
    if count["body"] and not count["title"]:
        return False
    if (capitalised().get(words[0]) == "place" or capitalised().get(words[-1]) == "road") and not count["title"]:
        return False
    known = words[0] in given_names() or (len(words[0]) <= 2 and words[0].endswith("."))
    article = 0 if votes.get(words[-1], Counter())["title"] else count["article"]
    return (
        3 * count["title"] + 2 * count["PERSON"] + 2 * known * (len(words) <= 4)
        > count["ORG"] + count["GPE"] + count["FAC"] + count["LOC"] + 3 * article
    )


@dataclass(slots=True)
class People:
    """The people of a document by folded surname, in order of first full mention."""

    by_surname: dict[str, list[tuple[tuple[str, ...], Participant]]]
    by_given: dict[str, list[Participant]]
    governed: frozenset[str]
    """Names that are states by this document's own evidence, never people."""
    ranked: dict[tuple[str, ...], Participant] = field(default_factory=dict)
    """Surnames behind a rank or office in initials, and the one person of that surname: "ADA Lee"."""

    def of(self, one: Named, votes: Votes) -> Participant | None:
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
        return self.ranked.get(words)

    def _short(self, one: Named, words: tuple[str, ...], votes: Votes) -> Participant | None:
        """Of a single word: a surname, else a given name, of someone named in full; else a person known by that word only."""
        count = votes[one.found.text]
        bearing = self.by_surname.get(fold(surname_of(words)), ())
        if one.found.known is not None and not _overrules(one, count) and not _is_surname(bearing, count):
            return None
        candidates = [person for full, person in bearing if (len(full) > 1 or full == words) and not _conflicts(one, person)]
        if candidates:
            return _meant_by_surname(one, candidates)
        if count["body"] and not count["title"]:
            return None
        bearers = self.by_given.get(words[0], [])
        if len(bearers) == 1 and (count["PERSON"] or count["title"]):
            return bearers[0]
        if (
            count["called"]
            or 3 * count["title"] + count["PERSON"] > count["ORG"] + count["GPE"] + count["LOC"] + count["NORP"] + count[""]
        ):
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


def _is_surname(bearing: Sequence[tuple[tuple[str, ...], Participant]], count: Counter[str]) -> bool:
    """Whether a place's name is a surname here: someone has it in full, and it is nowhere tagged or placed as a place."""
    full = any(len(words) > 1 for words, _ in bearing)
    return full and count["PERSON"] > 0 and not count["GPE"] + count["LOC"] + count["ORG"] + count["FAC"]


def _conflicts(one: Named, person: Participant) -> bool:
    """Whether the titles before a surname cannot be this person's: another gender, or an office while others are said of them."""
    heads = {office.head.word for office in one.offices if office.head.kinds & {"office", "rank"}} - word_class("beside_office")
    covers = {cover for office in one.offices for cover in office.head.covers}
    if any(office.head.gender and person.gender and office.head.gender != person.gender for office in one.offices):
        return True
    held = person.heads - word_class("beside_office")
    return bool(heads and held and not (heads | covers) & held and not heads & person.covered)


def _meant_by_surname(one: Named, candidates: Sequence[Participant]) -> Participant:
    """Of several people with one surname, the one that a bare surname means: of the title's gender, else one who is called by
    the surname only, else the first introduced."""
    genders = {office.head.gender for office in one.offices if office.head.gender}
    fitting = [person for person in candidates if person.gender in genders] if genders else []
    called = [person for person in candidates if " " not in person.name]
    return (fitting or called or list(candidates))[0]


def find_people(named: Sequence[Named], votes: Votes, governed: frozenset[str]) -> People:
    """The people named in full, and those whom a title keeps apart from all of these. ``governed`` are names of states."""
    people = People({}, {}, governed)
    for one in sorted(named, key=lambda one: _is_ranked(tuple(one.found.text.split()))):
        words = tuple(one.found.text.split())
        if len(words) < 2 or _surname_only(words) or not _is_person(one, votes):
            continue
        bearing = people.by_surname.get(fold(surname_of(words)), ()) if _is_ranked(words) else ()
        if len(bearing) == 1 and not _is_ranked(bearing[0][0]):
            people.ranked[words] = bearing[0][1]
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


def _is_ranked(words: Sequence[str]) -> bool:
    """Whether three initials or more stand before a lone surname, which no given names have: "ADA Lee"."""
    return len(words) == 2 and len(words[0]) > 2 and words[0].isupper() and words[0].isalpha() and not words[1].isupper()


def _add_namesakes(people: People, named: Sequence[Named]) -> None:
    """People known by a surname with a title that none of the people of that surname can have: "Mr. Obama" beside Michelle Obama."""
    for one in named:
        words = tuple(one.found.text.split())
        bearing = people.by_surname.get(fold(surname_of(words)), [])
        if len(words) == 1 and one.offices and bearing and all(_conflicts(one, person) for _, person in bearing):
            person = Participant("person", words[0])
            _take_offices(person, one)
            bearing.append((words, person))
