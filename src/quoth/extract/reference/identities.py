"""Who the names of one document are: names that mean one participant brought together, each with a kind voted over the document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.extract.reference.demonyms import state_of
from quoth.extract.reference.found import NameFound
from quoth.extract.reference.participants import Named, Participant
from quoth.extract.reference.people import Votes, find_people, votes_of
from quoth.extract.reference.titles_of import normal_words
from quoth.lexicon.gazetteer import Known
from quoth.lexicon.names import capitalised, mountain
from quoth.lexicon.titles import is_body_word, is_form, is_role, without_form
from quoth.records import ActorKind

KINDS: Mapping[str, ActorKind] = {
    "state": "state",
    "capital": "place",
    "place": "place",
    "body": "body",
    "outlet": "outlet",
    "people": "group",
}
PLACES = frozenset({"GPE", "LOC", "FAC"})
LONGEST = 7
"""Letters from which on a word in capitals is no body's initials."""


@dataclass(slots=True)
class Cast:
    """All participants named in a document."""

    by_name: list[Participant | None]
    """For each name the participant it means, or None where it is no participant (events, titles of works, adjectives)."""
    states: dict[str, Participant]

    def state(self, name: str) -> Participant:
        """The state of this plain name, also where only its capital is named."""
        return self.states.setdefault(name, Participant("state", name, country=name))


def identify_names(
    named: Sequence[Named], demonyms: Mapping[str, str], governed: frozenset[str], own: Mapping[str, Known] | None = None
) -> Cast:
    """Whom the names of a document mean.

    ``demonyms`` maps adjectives of this document to its states; ``governed`` are names that own offices only states have; ``own`` are
    what the document's outlet is called in it.
    """
    votes = votes_of(named)
    people = find_people(named, votes, governed)
    others: dict[tuple[str, object], Participant] = {}
    known = {one.found.text: one.found.known for one in named if one.found.known is not None}
    known = {**known, **(own or {}), **_shortened(known)}
    found: list[Participant | None] = []
    for one in named:
        formed = demonyms.get(one.found.text, one.found.text) != one.found.text and not one.offices
        nobody = capitalised().get(one.found.text) == "illness"
        person = None if formed or nobody or _is_publisher(one, own or {}) else people.of(one, votes)
        found.append(person or (None if nobody else _other(one, others, votes, known, demonyms, governed)))
    states_named = {one.name: one for one in found if one is not None and one.kind == "state"}
    return Cast(_joined_companies(_joined_bodies(found)), states_named)


def _is_publisher(one: Named, own: Mapping[str, Known]) -> bool:
    """Whether a single word is the whole name of the document's outlet; some outlets are people, in full."""
    text = one.found.text
    return " " not in text and text in own and own[text].name == text and not one.offices


def _other(
    one: Named,
    others: dict[tuple[str, object], Participant],
    votes: Votes,
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
    """Outlets by the last word of their names, where that means one of the document's: "the Post" for the New York Post. One
    that only was called so before it took another name stands back."""
    last: dict[str, dict[str, Known]] = defaultdict(dict)
    for text, one in known.items():
        if one.kind == "outlet" and " " in text:
            last[text.split()[-1]][one.name] = one
    last = {word: {name: one for name, one in found.items() if name.split()[-1] == word} or found for word, found in last.items()}
    return {
        word: next(iter(found.values()))
        for word, found in last.items()
        if len(found) == 1
        and (word not in known or (known[word].kind == "outlet" and known[word].name.removeprefix("The ") == word))
    }


def _known(known: Known, others: dict[tuple[str, object], Participant]) -> Participant:
    key = (known.kind, known.name)
    if key not in others:
        words = body_words(known.name) if known.kind in {"body", "outlet"} else frozenset()
        others[key] = Participant(KINDS[known.kind], known.name, country=known.country, words=words, plural=known.kind == "people")
    return others[key]


def _kind(one: Named, votes: Votes, governed: frozenset[str]) -> ActorKind | None:
    """The kind of a name that is no person's and not in the gazetteer, or None where it names no participant."""
    text, words, count = one.found.text, one.found.text.split(), votes[one.found.text]
    if text in governed or mountain(text) or (len(words) > 1 and capitalised().get(words[-1]) == "road"):
        return "state" if text in governed else "place"
    if count["body"] or any(is_body_word(word) for word in words):
        return "body" if count["body"] or len(words) > 1 or one.found.adjective else None
    place = (
        count["GPE"]
        + count["LOC"]
        + count["FAC"] * (not is_role(words[-1]))
        + count["PERSON"] * (capitalised().get(words[0]) == "place")
    )
    body = count["ORG"] + count["PRODUCT"] + count["FAC"] * is_role(words[-1])
    if count["NORP"] > place + body:
        return "group" if words[-1].endswith("s") else None
    if count["WORK_OF_ART"] + count["EVENT"] + count["LAW"] > place + body:
        return None
    if place > body:
        return "place"
    return "body" if body or count["subject"] or (len(words) == 1 and text.isupper() and len(text) > 1) else None


def body_words(text: str) -> frozenset[str]:
    """The words of a body's name for comparison: "Ministry of Defence" and "Defense Ministry" have the same."""
    return normal_words(without_form(text.replace("-", " ").split())) | {word for word in text.split() if word.isdigit()}


def _body(found: NameFound, others: dict[tuple[str, object], Participant], demonyms: Mapping[str, str]) -> Participant:
    words = found.text.split()
    country = state_of(words[0], demonyms) if len(words) > 1 else None
    own = body_words(" ".join(words[1:])) if country is not None else body_words(found.text)
    if country is None and len(words) > 3 and words[-2] == "of" and (country := state_of(words[-1], demonyms)):
        own = body_words(" ".join(words[:-2]))
    before = found.adjective or found.owner
    country = country or (state_of(before, demonyms) if before else None)
    if own == {"government"} and country is not None:
        return others.setdefault(("state", country), Participant("state", country, country=country))
    key = ("body", (own, country))
    if key not in others:
        others[key] = Participant("body", found.text, country=country, words=own)
    return others[key]


def _joined_bodies(found: list[Participant | None]) -> list[Participant | None]:
    """Bodies named without a state joined to the one body of the same words that has one; acronyms to what they stand for."""
    bodies = list({id(one): one for one in found if one is not None and one.kind == "body" and one.words}.values())
    by_words: dict[frozenset[str], list[Participant]] = defaultdict(list)
    by_initials: dict[str, list[Participant]] = defaultdict(list)
    by_begin: dict[str, list[Participant]] = defaultdict(list)
    for body in bodies:
        by_words[body.words].append(body)
        for initials in {_initials(body.name), _initials(body.name, form=True)}:
            by_initials[initials].append(body)
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
    for one in found:
        if one is not None and _may_be_initials(one) and len(by_initials[one.name]) == 1:
            joined[id(one)] = by_initials[one.name][0]
    return [joined.get(id(one), one) if one is not None else None for one in found]


def _may_be_initials(one: Participant) -> bool:
    """Whether what was taken for a place may be a body by its initials."""
    return one.kind == "place" and one.country is None and one.name.isupper() and one.name.isalpha() and 2 < len(one.name) < LONGEST


def _joined_companies(found: list[Participant | None]) -> list[Participant | None]:
    """Lone names joined to the one company that begins so and goes on in words for companies: "Halden" of Halden Ports, whatever the
    tagger took it for. People with titles and places stay."""
    begun: dict[str, dict[int, Participant]] = defaultdict(dict)
    for one in found:
        if one is not None and one.kind == "body" and _goes_on_in_form(one.name.split()):
            begun[one.name.split()[0]][id(one)] = one
    companies = {name: next(iter(able.values())) for name, able in begun.items() if len(able) == 1}
    return [companies.get(one.name, one) if one is not None and _may_be_company(one) else one for one in found]


def _goes_on_in_form(words: Sequence[str]) -> bool:
    """Whether behind the first word of a body's name only what it is follows: "Halden Ports", "Halden Party"."""
    return len(words) > 1 and (all(is_form(word) for word in words[1:]) or words[1:] == ["Party"])


def _may_be_company(one: Participant) -> bool:
    return one.kind in {"body", "person"} and one.country is None and not one.heads and one.gender is None and " " not in one.name


_JOINING = re.compile(r" (?:for|of|on) ")
"""A body is called in short by the words up to its "of": "Joint Agency"."""


def _initials(name: str, *, form: bool = False) -> str:
    words = name.replace("-", " ").split()
    letters = [word[0] for word in (words if form else without_form(words)) if word[0].isupper()]
    return "".join(letters) if len(letters) > 1 + form else ""
