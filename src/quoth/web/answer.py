"""What a page function gives back, and the exceptions with which it says that there is nothing to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quoth.export.citations import Cited


@dataclass(frozen=True, slots=True)
class Answer:
    """A page before it takes a form: ``page`` is what the JSON twin holds, ``template`` draws it."""

    template: str
    title: str
    page: Any
    """A frozen view page, or several by name."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What the template needs beside it."""
    cited: Cited | None = None
    """How the page is cited; None where citing it makes no sense."""
    panel: str | None = None
    """The template of the part that opens beside another page; None where the page does not."""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """The page stands at another address."""

    to: str
    cookies: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Name → value and for how many seconds the browser keeps it."""


class Refused(Exception):
    """The request cannot be answered: an HTTP status, a title, what was expected and what to do."""

    def __init__(self, status: int, title: str, message: str, *, hints: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.title = title
        self.message = message
        self.hints = tuple(hints)


def missing(what: str, message: str, *, hints: Sequence[str] = ()) -> Refused:
    """There is no such thing in this ledger."""
    return Refused(404, f"No such {what}", message, hints=hints)


def wrong(message: str) -> Refused:
    """The request is malformed."""
    return Refused(400, "The address is not understood", message)
