"""States and what stands for them in news: names, adjectives, names of their people, capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from quoth.lexicon.table import read_table


@dataclass(frozen=True, slots=True)
class States:
    """Words to plain state names. Keys are spelt as in print: "US" is a state, "us" is not."""

    names: Mapping[str, str]
    """"UK", "Britain", "Russian Federation"."""
    adjectives: Mapping[str, str]
    """"British", "Russian"; where several states share one ("Congolese"), the first in the table."""
    people: Mapping[str, str]
    """"Britons", "Russians"."""
    capitals: Mapping[str, str]
    """Seats of government: "Kyiv" and "Kiev" are both Ukraine's."""
    spellings: Mapping[str, str]
    """Each spelling of a capital to the first one in the table."""

    def of(self, text: str) -> str | None:
        """The state that a name, adjective or name of people belongs to; capitals are places and are not read here."""
        return self.names.get(text) or self.adjectives.get(text) or self.people.get(text)

    def meant_by(self, text: str) -> str | None:
        """The state that a word can stand for as an agent, its capital included ("Moscow" for Russia)."""
        return self.of(text) or self.capitals.get(text)


@cache
def states() -> States:
    """The states of ``states.tsv``."""
    rows = read_table("states")
    return States(
        names=_first((alias, row["name"]) for row in rows for alias in (row["name"], *cells(row["aliases"]))),
        adjectives=_first((word, row["name"]) for row in rows for word in cells(row["adjectives"])),
        people=_first((word, row["name"]) for row in rows for word in cells(row["people"])),
        capitals=_first((word, row["name"]) for row in rows for city in cells(row["capitals"]) for word in city.split("/")),
        spellings=_first((word, city.split("/")[0]) for row in rows for city in cells(row["capitals"]) for word in city.split("/")),
    )


def cells(text: str) -> list[str]:
    """The values of a cell that holds several, parted by semicolons."""
    return [value for value in text.split(";") if value]


def _first(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, name in pairs:
        found.setdefault(word, name)
    return found
