"""Where everything stands: the address of each page. Addresses are stable: identifiers hash what a thing is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

_IDENTIFIER = re.compile(r"[0-9a-f]{20}")


def is_identifier(text: str) -> bool:
    """Whether it is an identifier of a record: what no referent was found for is named by its words alone."""
    return _IDENTIFIER.fullmatch(text) is not None


def story(identifier: str) -> str:
    """A story."""
    return f"/stories/{identifier}"


def part(identifier: str, section: str, number: int | None = None, *, least: str | None = None) -> str:
    """All that a story has of one kind, page by page."""
    return with_query(f"/stories/{identifier}/{section}", {"page": number if number and number > 1 else None, "least": least})


def claim(identifier: str) -> str:
    """A claim."""
    return f"/claims/{identifier}"


def actor(identifier: str) -> str:
    """A person, body, state or group over all documents."""
    return f"/actors/{identifier}"


def outlet(name: str) -> str:
    """An outlet, by its name."""
    return f"/outlets/{quote(name, safe='')}"


def article(identifier: str, statement: str | None = None) -> str:
    """An article; with ``statement`` the place where that begins."""
    return f"/articles/{identifier}" + (f"#p-{statement}" if statement else "")


def place(document: str, start: int) -> str:
    """The paragraph of an article in which a place stands."""
    return f"/articles/{document}?at={start}#here"


def statement(identifier: str) -> str:
    """One statement with its evidence."""
    return f"/statements/{identifier}"


def point(identifier: str) -> str:
    """A point on which accounts differ."""
    return f"/points/{identifier}"


def contact(identifier: str) -> str:
    """A call, meeting or letter."""
    return f"/contacts/{identifier}"


def copy(identifier: str) -> str:
    """An edge between two documents."""
    return f"/copies/{identifier}"


def correct(kind: str, identifier: str) -> str:
    """The forms that put one thing right."""
    return f"/correct/{kind}/{identifier}"


def judgement(identifier: str) -> str:
    """What a person judged."""
    return f"/judgements/{identifier}"


def compare(one: str, other: str) -> str:
    """Two articles side by side."""
    return f"/compare?{urlencode({'a': one, 'b': other})}"


def search(**asked: str | None) -> str:
    """A search over statements and articles."""
    return with_query("/search", asked)


def all_of(home: str, name: str, number: int | None = None) -> str:
    """All of what a page shows the first of, page by page."""
    return with_query(f"{home}/{name}", {"page": number if number and number > 1 else None})


def with_query(path: str, asked: Mapping[str, object | None]) -> str:
    """The address with those of the questions that ask for something."""
    given = {name: str(value) for name, value in asked.items() if value not in {None, ""}}
    return f"{path}?{urlencode(given)}" if given else path
