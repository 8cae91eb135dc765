"""What kind of actor a name is, where the corpus knows better than one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quoth.lexicon.classes import word_class
from quoth.lexicon.gazetteer import known_at
from quoth.lexicon.names import given_names, is_demonym_of, is_formed
from quoth.lexicon.states import states
from quoth.lexicon.titles import NEWS, titles
from quoth.records import ActorKind, Referent, Story, Title

COMPLEMENT = re.compile(r" (?:of|for|in|on|at|to|from|with) ")
"""What a description has after its head noun begins so."""


SURE, WEAK = 10, 1
"""What a mention counts for its kind, and for one that is little more than a guess."""


def is_party(kind: str, name: str) -> bool:
    """Whether an actor of a kind and name speaks for itself: an article or a result says something, but whoever wrote it is the party."""
    head = COMPLEMENT.split(name, maxsplit=1)[0].lower().split()[-1:]
    return kind != "group" or not head or word_class("no_party").isdisjoint({head[0], head[0].removesuffix("s")})


def settle_kinds(referents: Sequence[Referent], stories: Iterable[Story] = ()) -> list[Referent]:
    """Referents with kind and country mended by the corpus: a name that is a state in one document is one in all, adjectives whose
    state stands in another document are read ("Norvian" where only others name Norvia), and a lone name of which its story has a
    bearer in full is that person's."""
    kinds = voted_kinds(referents)
    settling = Settling(kinds, find_capitals(referents), own_states(kinds))
    return of_stories(map(settling.settle, referents), {document: story.id for story in stories for document in story.documents})


def own_states(kinds: Mapping[str, ActorKind]) -> frozenset[str]:
    """The states among names that the gazetteer does not know."""
    return frozenset(name for name, kind in kinds.items() if kind == "state" and states().of(name) is None)


class Settling:
    """What each referent is, and of which state, by what is known of names."""

    def __init__(self, kinds: Mapping[str, ActorKind], capitals: Mapping[str, str], own: Iterable[str]) -> None:
        """``kinds`` are those of names that documents do not agree on, ``own`` the corpus's own states."""
        self._kinds, self._capitals, self._own = kinds, capitals, _Own.of(own)
        self._demonyms: dict[str, str | None] = {}
        self._known: dict[_Told, _Changed] = {}

    def settle(self, one: Referent) -> Referent:
        """A referent as it is known by its name."""
        return _at_capital(_as_known(one, self._known, self._kinds, self._own, self._demonyms), self._capitals)


def find_capitals(referents: Iterable[Referent]) -> dict[str, str]:
    """Cities that some document calls a state's capital, where no other says otherwise: there their names stand for the state, too, or
    are places of it ("the Norvian capital Tessen"). What the gazetteer knows is left to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in referents:
        if one.kind == "place" and one.country is not None and states().meant_by(one.name) is None:
            found[one.name].add(one.country)
        elif one.kind == "state":
            for name in one.names:
                if name.text != one.name and states().meant_by(name.text) is None and not is_demonym_of(name.text, one.name):
                    found[name.text].add(one.country or one.name)
    return {city: next(iter(countries)) for city, countries in found.items() if len(countries) == 1}


def _at_capital(one: Referent, capitals: Mapping[str, str]) -> Referent:
    """A place of unknown state, with that of which it is the capital by the corpus."""
    return replace(one, country=capitals[one.name]) if one.kind == "place" and not one.country and one.name in capitals else one


@dataclass(frozen=True, slots=True)
class _Own:
    """States that the corpus tells of and the gazetteer does not know."""

    names: frozenset[str]
    by_opening: Mapping[str, Sequence[str]]

    @staticmethod
    def of(names: Iterable[str]) -> _Own:
        """These states."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names):
            found[_opening(name)].append(name)
        return _Own(frozenset(name for held in found.values() for name in held), found)


def _opening(word: str) -> str:
    """The letters that a state has in common with what is formed from its name."""
    return word.lower()[:3]


def is_told_by_name(name: str) -> bool:
    """Whether all that names alike are called tells what one is; the states of the gazetteer are known."""
    return states().meant_by(name) is None


def voted_kinds(referents: Iterable[Referent]) -> dict[str, ActorKind]:
    """The kind of each name that documents do not agree on, by all that they call so: a state where one document has its evidence,
    else the most frequent. A surname counts for the people of full name who have it."""
    votes: dict[str, dict[ActorKind, int]] = defaultdict(lambda: defaultdict(int))
    for one in referents:
        if one.names:
            weight = WEAK if _is_guessed(one) else SURE
            for name in one.names:
                if one.kind != "state" or name.text == one.name:
                    votes[name.text][one.kind] += weight * name.count
    open_ = ((name, count) for name, count in votes.items() if len(count) > 1 or "state" in count)
    return {name: _voted(count) for name, count in open_ if is_told_by_name(name)}


def _is_guessed(one: Referent) -> bool:
    """Whether a kind is little more than a guess: a lone name for a person without office, or a person's full name for a body."""
    if one.kind == "person":
        return " " not in one.name and not _has_office(one)
    return one.kind == "body" and _is_like_a_person(one.name)


def _has_office(one: Referent) -> bool:
    """Whether somebody is called by an office, rank or honorific, which only people have; companies are makers and contractors, too."""
    words = (titles().get(title.text.lower()) or titles().get(title.text.lower().split()[-1]) for title in one.titles if title.text)
    return any(word is not None and word.heads for word in words)


def _is_like_a_person(name: str) -> bool:
    """Whether a name begins with a given name and has no word for a body: "Madeline Kerr"."""
    words = name.split()
    plain = not any(word.lower() in NEWS or word.lower() in titles() for word in words)
    return 1 < len(words) < 4 and words[0] in given_names() and plain


def _may_change(one: Referent) -> bool:
    """Whether a referent's kind is open: not that of people with offices or full names, nor of what the gazetteer knows."""
    if one.kind == "person":
        return not _has_office(one) and one.name.split()[0] not in given_names()
    return one.kind in {"body", "place", "state"} and (" " not in one.name or one.kind == "state" or _is_guessed(one))


def _voted(count: Mapping[ActorKind, int]) -> ActorKind:
    if count.get("state", 0) > count.get("person", 0):
        return "state"
    return min(count, key=lambda kind: (-count[kind], kind))


_Told = tuple[str, ActorKind, str | None, tuple[Title, ...], bool, bool]
"""All of a referent by which it is settled what it is."""
_Changed = Mapping[str, Any]


def _as_known(
    one: Referent, known: dict[_Told, _Changed], kinds: Mapping[str, ActorKind], own: _Own, demonyms: dict[str, str | None]
) -> Referent:
    """``_settled``, worked out once for all referents that are told alike; ``known`` is what was worked out so far."""
    told = one.name, one.kind, one.country, one.titles, bool(one.names), bool(one.members)
    changed = known.get(told)
    if changed is None:
        now = _settled(one, kinds, own, demonyms)
        changed = known[told] = {} if now is one else {"kind": now.kind, "titles": now.titles, "country": now.country}
    return replace(one, **changed) if changed else one


def _settled(one: Referent, kinds: Mapping[str, ActorKind], own: _Own, demonyms: dict[str, str | None]) -> Referent:
    voted = kinds.get(one.name, one.kind) if one.names else one.kind
    kind = voted if _may_change(one) or {voted, one.kind} == {"body", "place"} else one.kind
    titles = tuple(replace(title, of=_plain(title.of, own, demonyms)) if title.of else title for title in one.titles)
    country = one.country
    if one.names and kind != "state" and country is None and " " not in one.name and _may_change(one) and is_formed(one.name):
        country = _state_named(one.name, own, demonyms)
        kind = kind if country is None else "state"
    if kind == "state" and country is None:
        country = one.name
    if country is None:
        found = {title.of for title in titles if title.of in own.names}
        country = found.pop() if len(found) == 1 else None
    if country is None and kind in {"body", "group"} and " " in one.name and not one.members:
        country = _state_named(one.name.split()[0].removesuffix("'s").removesuffix("’s"), own, demonyms)
        if country is None and one.name.split()[-2] == "of":
            country = _state_named(one.name.split()[-1], own, demonyms)
    if kind == "group" and country is not None and _is_body(one):
        kind = "body"
    return (
        replace(one, kind=kind, titles=titles, country=country)
        if (kind, titles, country) != (one.kind, one.titles, one.country)
        else one
    )


def _is_body(one: Referent) -> bool:
    """Whether a description is of one body: "the Kasteli rescue service", whose state other documents tell."""
    head = COMPLEMENT.split(one.name, maxsplit=1)[0].split()[-1]
    word = titles().get(head.lower())
    described = word is not None and "body" in word.kinds and not word.person and not word.plural
    return described and not one.names and not one.members


def _plain(of: str | None, own: _Own, demonyms: dict[str, str | None]) -> str | None:
    return _state_named(of, own, demonyms) or of if of else of


def _state_named(word: str, own: _Own, demonyms: dict[str, str | None]) -> str | None:
    """The state of the corpus that a word names or is formed from."""
    if word not in demonyms:
        fitting = [name for name in own.by_opening.get(_opening(word), ()) if name == word or is_demonym_of(word, name)]
        demonyms[word] = fitting[0] if len(fitting) == 1 else None
    return demonyms[word]


# --- what stories know better than one document -----------------------------------------------------------------------------


def of_stories(referents: Iterable[Referent], stories: Mapping[str, str]) -> list[Referent]:
    """Lone names of bodies or places that nobody knows, as the people that their story tells of in full; of a story all referents are wanted."""
    referents = list(referents)
    people: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for one in referents:
        story = stories.get(one.document)
        if story is not None and one.names and " " in one.name:
            words = one.name.split()
            (people if one.kind == "person" else others)[story].update((words[0], words[-1]))
    return [
        replace(one, kind="person")
        if _is_open(one)
        and one.name in people[stories.get(one.document, "")]
        and one.name not in others[stories.get(one.document, "")]
        else one
        for one in referents
    ]


def _is_open(one: Referent) -> bool:
    """Whether a referent is a lone name, said to be a body or place, that the gazetteer does not know."""
    lone = one.kind in {"body", "place"} and " " not in one.name and bool(one.names) and one.country is None
    return lone and known_at(one.name, 0, one.name) is None
