"""A register as an extract of Wikidata: entities as its dumps and ``Special:EntityData`` give them, or the results of a query (SPARQL JSON).

Of an entity the English labels and aliases are read, what it is (P31), its state (P27, P17) and its offices (P39 with P580 and P582). States
and offices are named by the labels of their own entities, where the extract has them. Of a query's results the variables ``item``,
``itemLabel``, ``alias``, ``kind``, ``countryLabel``, ``positionLabel``, ``ofLabel``, ``start`` and ``end`` are read; only the first two are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast, get_args

from quoth.read.register.entries import Refused, day, make_entry, state_named
from quoth.records import ActorKind, Registered, Tenure

INSTANCES: Mapping[str, ActorKind] = {
    "Q5": "person",
    "Q6256": "state",
    "Q3624078": "state",
    "Q43229": "body",
    "Q327333": "body",
    "Q192350": "body",
    "Q7278": "body",
    "Q4830453": "body",
    "Q783794": "body",
    "Q515": "place",
    "Q1549591": "place",
    "Q5119": "place",
    "Q11032": "outlet",
    "Q192283": "outlet",
}
"""What some classes are here; of others it is not said."""
ENGLISH = ("en", "en-gb", "en-us", "en-ca", "mul")


def fits(first: Mapping[str, Any]) -> bool:
    """Whether an object looks like what Wikidata gives."""
    return "labels" in first or "entities" in first or ("head" in first and "results" in first)


def read(rows: Iterable[tuple[str, Any]], name: str) -> Iterator[Registered | Refused]:
    """The entries of entities or of the results of a query, in their order."""
    held = list(rows)
    if any(isinstance(row, dict) and "results" in row for _, row in held):
        yield from _of_results(held, name)
        return
    entities = list(_entities(held))
    labels = {row["id"]: names[0] for _, row in entities if isinstance(row, dict) and "id" in row and (names := _names(row))}
    for place, row in entities:
        if isinstance(row, Refused):
            yield row
        elif not isinstance(row, dict) or not isinstance(row.get("id"), str):
            yield Refused(place, f"{place} is no entity of Wikidata. Expected an object with id, labels and claims.")
        else:
            yield _entry(row, labels, name, place)


def _entities(rows: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for place, row in rows:
        if isinstance(row, dict) and isinstance(row.get("entities"), dict):
            yield from ((f"{place}: {id_}", entity) for id_, entity in row["entities"].items())
        else:
            yield place, row


def _names(row: Mapping[str, Any]) -> list[str]:
    """The English label and aliases of an entity."""
    labels, aliases = _part(row, "labels"), _part(row, "aliases")
    found = [_part(labels, language).get("value") for language in ENGLISH]
    found += [one.get("value") for language in ENGLISH for one in _list(aliases.get(language)) if isinstance(one, dict)]
    return [text for text in found if isinstance(text, str)]


def _entry(row: Mapping[str, Any], labels: Mapping[str, str], file: str, place: str) -> Registered | Refused:
    claims = _part(row, "claims")
    kinds = {INSTANCES[id_] for id_ in _items(claims, "P31") if id_ in INSTANCES}
    countries = {state_named(labels.get(id_)) for key in ("P27", "P17") for id_ in _items(claims, key)} - {None}
    titles = [
        Tenure(labels[id_], None, _time(claim, "P580"), _time(claim, "P582"))
        for claim in _list(claims.get("P39"))
        if (id_ := _item(claim)) is not None and id_ in labels
    ]
    kind = kinds.pop() if len(kinds) == 1 else None
    country = countries.pop() if len(countries) == 1 else None
    return make_entry(file, row["id"], _names(row), kind=kind, country=country, titles=titles, place=place)


def _part(value: object, key: str) -> Mapping[str, Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _items(claims: Mapping[str, Any], key: str) -> Iterator[str]:
    return (id_ for claim in _list(claims.get(key)) if (id_ := _item(claim)) is not None)


def _item(claim: object) -> str | None:
    """The entity that a claim's value is."""
    value = _part(_part(_part(claim, "mainsnak"), "datavalue"), "value").get("id")
    return value if isinstance(value, str) else None


def _time(claim: object, key: str) -> str | None:
    """The date of a qualifier: ``+2019-05-20T00:00:00Z``."""
    for one in _list(_part(claim, "qualifiers").get(key)):
        time = _part(_part(one, "datavalue"), "value").get("time")
        if isinstance(time, str):
            return day(time)
    return None


def _of_results(rows: Iterable[tuple[str, Any]], file: str) -> Iterator[Registered | Refused]:
    """The entries of a query's results: rows of one item are one entry."""
    found: dict[str, list[dict[str, str]]] = {}
    for place, row in rows:
        for number, binding in enumerate(_list(_part(row, "results").get("bindings")), 1):
            values = {key: _part(binding, key).get("value") for key in binding} if isinstance(binding, dict) else {}
            texts = {key: text for key, text in values.items() if isinstance(text, str)}
            if "item" not in texts or "itemLabel" not in texts:
                yield Refused(f"{place}: {number}", f"{place}: result {number} lacks item or itemLabel. Select both in the query.")
                continue
            found.setdefault(texts["item"].rsplit("/", 1)[-1], []).append(texts)
    for id_, group in found.items():
        kind = next((one["kind"] for one in group if one.get("kind") in get_args(ActorKind)), None)
        countries = {state_named(one.get("countryLabel")) for one in group} - {None}
        yield make_entry(
            file,
            id_,
            [name for one in group for name in (one["itemLabel"], one.get("alias", ""))],
            kind=cast("ActorKind | None", kind),
            country=countries.pop() if len(countries) == 1 else None,
            titles=[
                Tenure(one["positionLabel"], state_named(one.get("ofLabel")), day(one.get("start")), day(one.get("end")))
                for one in group
                if one.get("positionLabel")
            ],
            place=f"{file}: {id_}",
        )
