"""Outlets that go by several names, a site's beside their own ("ferrynews.example", "Ferry News"): one, as where silences are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from quoth.extract.reference.demonyms import find_demonyms
from quoth.lexicon.states import states
from quoth.link.credits import keys_of, outlet_key

_JOINING = frozenset({"of", "the", "The", "for", "and"})


def names_of(outlets: Iterable[str]) -> Mapping[str, str]:
    """The outlets by key, in their order, each by the name that is no address where there is one."""
    return _called(tuple(outlets))


@lru_cache(maxsize=8)
def _called(outlets: tuple[str, ...]) -> Mapping[str, str]:
    """Of all outlets of a ledger it is asked for page after page."""
    called: dict[str, set[str]] = defaultdict(set)
    for outlet in outlets:
        called[outlet_key(outlet)].add(outlet)
    return MappingProxyType({key: min(names, key=lambda name: ("." in name, name)) for key, names in called.items()})


def is_same_body(one: str, other: str) -> bool:
    """Whether two names are one, or of one body told with its state's name and with its adjective ("Ministry of Trade of Vessia", "Vessian
    Ministry of Trade")."""
    words, others = ({word for word in name.split() if word not in _JOINING} for name in (one, other))
    mine, theirs = words - others, others - words
    if one == other or not words & others or len(mine) != 1 or len(theirs) != 1:
        return one == other
    pair = (mine.pop(), theirs.pop())
    known = {states().of(word) for word in pair}
    return len(known) == 1 if known != {None} else bool(find_demonyms(pair, pair))


def house_of(name: str | None, houses: Mapping[str, str]) -> str | None:
    """What an outlet of this name is called among the ``houses`` (``names_of``); None for None."""
    return houses.get(outlet_key(name), name) if name else None


def outlets_of(names: Iterable[str | None]) -> tuple[str, ...]:
    """The known outlets among these names, each once, in their order."""
    return tuple(names_of(name for name in names if name).values())


def same_outlet(name: str, outlets: Iterable[str | None]) -> tuple[str, ...]:
    """All names among ``outlets`` of the outlet that goes by this one; what it is called comes first."""
    key = outlet_key(name)
    held = {one for one in outlets if one and outlet_key(one) == key} | {name}
    return tuple(sorted(held, key=lambda one: ("." in one, one)))


def outlet_called(name: str, outlets: Iterable[str]) -> str | None:
    """The one of the outlets that goes by this name, or by a part of it ("NTA | News Telegraph Agency"); None where there is none."""
    called = names_of(outlets)
    return next((called[key] for key in keys_of(name) if key in called), None)
