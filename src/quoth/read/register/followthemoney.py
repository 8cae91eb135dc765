"""A register as entities of FollowTheMoney, one JSON object a line: what OpenSanctions, Aleph and others give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quoth.read.register.entries import Refused, make_entry, state_named
from quoth.records import ActorKind, Registered, Tenure

KINDS: Mapping[str, ActorKind | None] = {
    "Person": "person",
    "Organization": "body",
    "Company": "body",
    "PublicBody": "body",
    "LegalEntity": None,
}
"""The schemata that are actors. A legal entity is a person or a body. All others are passed over: addresses, ownerships, passports."""
COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry")


def read(rows: Iterable[tuple[str, Any]], name: str) -> Iterator[Registered | Refused]:
    """The entries of entities, in their order."""
    for place, row in rows:
        if isinstance(row, Refused):
            yield row
        elif not isinstance(row, dict) or not isinstance(row.get("id"), str) or not isinstance(row.get("properties"), dict):
            yield Refused(place, f"{place} is no entity. Expected an object with id, schema and properties.")
        elif row.get("schema") in KINDS:
            yield _entry(row, name, place)


def _entry(row: Mapping[str, Any], file: str, place: str) -> Registered | Refused:
    properties = row["properties"]
    names = [
        *_texts(row.get("caption")),
        *(text for key in ("name", "alias", "previousName") for text in _texts(properties.get(key))),
    ]
    countries = [state_named(text) for key in COUNTRIES for text in _texts(properties.get(key))]
    titles = [Tenure(text) for text in _texts(properties.get("position"))]
    country = countries[0] if len(set(countries)) == 1 else None
    return make_entry(file, row["id"], names, kind=KINDS[row["schema"]], country=country, titles=titles, place=place)


def _texts(value: object) -> Sequence[str]:
    """The texts of a property, which is a list of them; whatever else it may be is passed over."""
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]
