"""Who judges, where a reader goes after it, and what they are told there: a name asked once, and one sentence on the next page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

from starlette.requests import Request

from quoth.errors import UsageError

NAME = "quoth_name"
"""The cookie that holds the name; kept for a year."""
DONE = "quoth_done"
"""The cookie that holds the judgement just made, until the next page has told of it."""
LONGEST = 80
YEAR = 365 * 24 * 3600
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_IDENTIFIER = re.compile(r"[0-9a-f]{20}")


def name_of(request: Request) -> str | None:
    """The name that this browser gave; None where it gave none yet."""
    return _clean(unquote(request.cookies.get(NAME, ""), errors="replace")) or None


def judge_name(request: Request, given: str | None) -> str:
    """Who judges: the name given with the form, else the one given before. Raises ``UsageError`` where there is none."""
    name = _clean(given or "") or name_of(request)
    if not name:
        raise UsageError("Nobody is named as the one who judges. Give your name once; it stands beside what you put right.")
    return name


def name_cookie(name: str) -> Mapping[str, tuple[str, int]]:
    """The cookie that keeps a name: its value, and for how many seconds."""
    return {NAME: (quote(name, safe=""), YEAR)}


def done_of(request: Request) -> str | None:
    """The judgement that the last form made, where the page after it has not told of it yet."""
    given = request.cookies.get(DONE, "")
    return given if _IDENTIFIER.fullmatch(given) else None


def safe_back(address: str | None) -> str | None:
    """An address of this desk to go back to; None for every other."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")) or len(address) > 2_000:
        return None
    if _CONTROL.search(address) or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else address


def _clean(name: str) -> str:
    return " ".join(_CONTROL.sub(" ", name).split())[:LONGEST]
