"""Which mentions can bear at all on who another one is: those that have a key in common which one of them asks for.

Whom mentions mean (``link.actors``) is told among those alone that such keys tie together, directly or by others. Keys may tie more than need
be, never less: where two mentions are compared, counted or joined anywhere, they have a key in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from quoth.lexicon.names import fold
from quoth.link.allegiance import Called, serves
from quoth.link.bodies import LONG as LONG_BODY
from quoth.link.bodies import OF_MANY, forms_of, initials_of, is_general, singular_nouns, words_of
from quoth.link.forms import NAMES, bare, given_key, surname_key
from quoth.link.forms import words_of as words_of_person
from quoth.link.kinds import is_told_by_name
from quoth.link.offices import is_sole_office, is_unnamed, office_of, says_of_what
from quoth.link.register import entries_of
from quoth.link.spellings import LONG, slips_of
from quoth.link.surroundings import Surroundings
from quoth.link.things import Press, described, glued, is_specific, is_telling, known_body, outlet_meant, place_name, state_name
from quoth.records import Referent

Key = tuple[int, bool]
"""What mentions have in common, and whether this one asks for it: where none asks, nothing is told by it."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """Gives the keys of referents, as they are settled."""

    around: Surroundings
    press: Press
    entries: Mapping[str, frozenset[str]]
    """Those of a register by what they are looked up by (``link.register``)."""

    def keys(self, one: Referent) -> set[Key]:
        """The keys of a referent."""
        return {*_of_names(one), *(() if one.members else self._of_kind(one))}

    def _of_kind(self, one: Referent) -> Iterator[Key]:
        yield from ((number("entry", entry), True) for entry in entries_of(one, self.entries))
        if one.kind == "person":
            yield from self._of_person(one)
        elif one.kind == "group":
            yield from self._of_group(one)
        elif one.kind == "state":
            yield number("state", state_name(one)), True
        elif one.kind == "place":
            yield number("place", place_name(one)), True
            yield number("name", one.name), True
        else:
            yield from self._of_body(one)
        if one.kind in {"person", "group"}:
            yield from ((served(called), False) for both in serves(one, self.around) for called in both)

    def _of_person(self, one: Referent) -> Iterator[Key]:
        story = self.around.stories.get(one.document)
        yield from ((number("office", office_of(title)), not one.names) for title in one.titles if says_of_what(title))
        if not is_unnamed(one):
            yield from _of_person(one.name)
            if story is not None:
                yield number("given", given_key(one.name), story), len(bare(words_of_person(one.name))) == 1

    def _of_group(self, one: Referent) -> Iterator[Key]:
        if is_sole_office(one):
            yield from ((number("office", office_of(title)), True) for title in one.titles)
        if is_specific(one) and one.document in self.around.days:
            yield number("group", fold(one.name)), True
        elif is_telling(one) and one.document in self.around.stories:
            yield number("group", fold(one.name), self.around.stories[one.document]), True
        if " " in one.name:
            yield number("described", one.name.lower()), False

    def _of_body(self, one: Referent) -> Iterator[Key]:
        yield from (
            (form_of_outlet(form), False) for form in {one.name, fold(one.name), glued(one.name), initials_of(one.name)} if form
        )
        outlet = outlet_meant(one, self.press.publishers)
        if outlet is not None:
            yield number("outlet", fold(outlet) or outlet), True
            return
        known = known_body(one)
        yield from (
            (number("described", rest), True) for name in (one.name, known.name if known else "") if (rest := described(name))
        )
        if known is not None:
            yield number("known", known.name), True
        else:
            yield from self._of_unknown_body(one)

    def _of_unknown_body(self, one: Referent) -> Iterator[Key]:
        words = words_of(one)
        yield number("words", *sorted(words)), True
        if len(words) == 1 and words <= singular_nouns() and not words <= OF_MANY:
            able = {one.country, self.press.home(one.document)} - {None}
            yield from ((number("noun", *words, country), True) for country in able if country)
        elif one.country is not None and is_general(words):
            yield from ((number("noun", word, one.country), False) for word in words & singular_nouns())
        names, shorts = forms_of(one)
        yield from ((number("form", name), True) for name in names)
        yield from ((number("form", name), False) for name in shorts)
        yield from _slips_of_body(one.name)


def number(*parts: str) -> int:
    """A key as a number."""
    return int.from_bytes(blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def served(called: Called) -> int:
    """The key of those who serve somebody who is called so."""
    return number("served", *called)


def form_of_outlet(form: str) -> int:
    """The key of those who are meant by a publisher's name."""
    return number("form of outlet", form)


def _of_names(one: Referent) -> Iterator[Key]:
    """What all that is called alike is: its kind is told by all documents."""
    names = {one.name, *(name.text for name in one.names)} if one.names else ()
    return ((number("name", name), True) for name in names if is_told_by_name(name))


@lru_cache(maxsize=NAMES)
def _of_person(name: str) -> tuple[Key, ...]:
    surname = fold(bare(words_of_person(name))[-1])
    slips = slips_of(surname) if len(bare(words_of_person(name))) > 1 and len(surname) >= LONG else ()
    return (number("surname", surname_key(name)), True), *((number("slip", given_key(name), each), True) for each in slips)


@lru_cache(maxsize=NAMES)
def _slips_of_body(name: str) -> tuple[Key, ...]:
    folded = fold(name)
    return tuple((number("slip of body", each), True) for each in slips_of(folded)) if len(folded) >= LONG_BODY else ()
