"""Names that are known beforehand: states, capitals, places, public bodies, outlets. Longest match at a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from quoth.lexicon.outlets import outlets
from quoth.lexicon.states import cells, states
from quoth.lexicon.table import read_table

KnownKind = Literal["state", "capital", "place", "body", "outlet", "adjective", "people"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a name in the gazetteer stands for."""

    kind: KnownKind
    name: str
    """The plain name: of the state, the capital (its first spelling) or the body."""
    country: str | None


@cache
def bodies() -> Mapping[str, Known]:
    """The bodies of ``bodies.tsv`` by each of their names, without a leading "the"."""
    found: dict[str, Known] = {}
    for row in read_table("bodies"):
        for alias in (row["name"], *cells(row["aliases"])):
            found.setdefault(alias, Known("body", row["name"], row["country"] or None))
    return found


@cache
def places() -> Mapping[str, Known]:
    """The places of ``places.tsv`` by each of their names."""
    found: dict[str, Known] = {}
    for row in read_table("places"):
        for alias in (row["name"], *cells(row["aliases"])):
            found.setdefault(alias, Known("place", row["name"], row["country"] or None))
    return found


@cache
def seats() -> Mapping[str, str]:
    """The country of each constituency, by its name and as it is shortened behind a party's letter ("Calif."), without spaces."""
    found: dict[str, str] = {}
    for row in read_table("places"):
        for name in (row["name"], *cells(row["aliases"]), *cells(row["seats"])):
            found.setdefault(name.replace(" ", ""), row["country"])
    return found


@cache
def gazetteer() -> Mapping[str, tuple[tuple[str, Known], ...]]:
    """All known names by their first word, the longest first."""
    by_word: dict[str, dict[str, Known]] = {}
    for alias, known in _all():
        by_word.setdefault(first_word(alias), {}).setdefault(alias, known)
    return {word: tuple(sorted(names.items(), key=lambda item: -len(item[0]))) for word, names in by_word.items()}


def known_at(text: str, start: int, word: str) -> tuple[str, Known] | None:
    """The longest known name that begins at ``start`` of ``text`` with the word ``word``, and what it stands for."""
    for alias, known in gazetteer().get(first_word(word), ()):
        end = start + len(alias)
        if _alike(text[start:end], alias) and not text[end : end + 1].isalnum():
            return text[start:end], known
    return None


def first_word(text: str) -> str:
    """The letters and dots that a name begins with."""
    found = _FIRST.match(text)
    return found.group() if found else text


_FIRST = re.compile(r"[^\W_]+")


def _alike(text: str, alias: str) -> bool:
    return text == alias or ("\n" in text and text.replace("\n", " ") == alias)


def _all() -> Iterator[tuple[str, Known]]:
    known = states()
    yield from ((name, Known("state", state, state)) for name, state in known.names.items())
    yield from bodies().items()
    yield from places().items()
    for outlet in outlets().all:
        known_outlet = Known("outlet", outlet.name, outlet.country)
        yield from ((alias.removeprefix("The "), known_outlet) for alias in (outlet.name, *outlet.aliases))
    yield from ((word, Known("capital", known.spellings[word], state)) for word, state in known.capitals.items())
    yield from ((word, Known("people", word, state)) for word, state in known.people.items() if word not in known.adjectives)
    yield from ((word, Known("adjective", state, state)) for word, state in known.adjectives.items())
