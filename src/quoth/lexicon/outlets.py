"""The register of outlets: which names and domains mean which outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from quoth.lexicon.table import read_table

_EDITION = re.compile(
    r"(?<=\w) \((?:[A-Z][a-z]+ )?(?:News|Opinion|Online|Web|US|UK|Telegram|Facebook|Twitter|YouTube|TV|Radio)(?: [Cc]hannel)?\)$"
)
"""Part or channel of an outlet that a list of sources names beside it: "CNN (Web News)", "Corridor (Telegram)"."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet. ``kind``: agency, newspaper, broadcaster, magazine, site, photo or platform. ``owner``: who publishes it, where known."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str
    country: str | None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets, found by name (whatever its case, article and possessive) or by domain (or a domain above it)."""

    all: tuple[Outlet, ...]
    by_name: Mapping[str, Outlet]
    by_domain: Mapping[str, Outlet]

    def named(self, name: str) -> Outlet | None:
        """The outlet of this name or alias. One to three letters must be written as in the register ("AP", not "ap")."""
        key = _key(name)
        found = self.by_name.get(key)
        return None if found is None or (len(key.removeprefix("the ")) <= 3 and not _written(found, name)) else found

    def at(self, address: str) -> Outlet | None:
        """The outlet of a URL, host or domain: that of the longest registered domain it ends in."""
        labels = host_of(address).split(".")
        for first in range(len(labels) - 1):
            found = self.by_domain.get(".".join(labels[first:]))
            if found is not None:
                return found
        return None


@cache
def outlets() -> Outlets:
    """The register, read from ``outlets.tsv`` at the first call."""
    rows = tuple(
        Outlet(
            row["name"], _parts(row["aliases"]), _parts(row["domains"]), row["kind"], row["country"] or None, row["owner"] or None
        )
        for row in read_table("outlets")
    )
    names = {key: outlet for outlet in reversed(rows) for name in (outlet.name, *outlet.aliases) for key in _keys(name)}
    domains = {domain: outlet for outlet in rows for domain in outlet.domains}
    return Outlets(rows, names, domains)


def find_outlet(text: str) -> Outlet | None:
    """The outlet that a name, alias, domain or URL means, or None where it is not registered."""
    text = plain_name(text)
    named = outlets().named(text)
    return named if named is not None or "." not in text or " " in text else outlets().at(text)


def plain_name(text: str) -> str:
    """An outlet's name without the part or channel that stands in brackets after it."""
    return _EDITION.sub("", text.strip())


@lru_cache(maxsize=50_000)
def host_of(address: str) -> str:
    """The host of a URL or bare domain, in small letters without ``www.``; empty where there is none."""
    text = address.strip()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").lower()


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _key(name: str) -> str:
    plain = re.sub(r"\s+", " ", name.replace("’", "'")).strip(" .,:;").casefold()
    return plain.removesuffix("'s").removesuffix("'")


def _keys(name: str) -> tuple[str, str]:
    """The keys of a name, with and without an article before it. A name that has its article ("The Hill") is not found without."""
    key = _key(name)
    return key, key if key.startswith("the ") else f"the {key}"


def _written(outlet: Outlet, name: str) -> bool:
    plain = _bare(name).replace("’", "'").removesuffix("'s")
    return plain in {_bare(known) for known in (outlet.name, *outlet.aliases)}


def _bare(name: str) -> str:
    return name.strip(" .,:;").removeprefix("the ").removeprefix("The ")
