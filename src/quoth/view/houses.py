"""Outlets that go by several names, a site's beside their own ("ferrynews.example", "Ferry News"): one, as where silences are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quoth.link.credits import keys_of, outlet_key


def names_of(outlets: Iterable[str]) -> dict[str, str]:
    """The outlets by key, in their order, each by the name that is no address where there is one."""
    called: dict[str, set[str]] = defaultdict(set)
    for outlet in outlets:
        called[outlet_key(outlet)].add(outlet)
    return {key: min(names, key=lambda name: ("." in name, name)) for key, names in called.items()}


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
