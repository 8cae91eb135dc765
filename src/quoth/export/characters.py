"""Characters that the formats of others forbid: what XML, HTML, JSON in UTF-8 and calendars may not hold is replaced."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters and half characters, each replaced by U+FFFD."""
    return _FORBIDDEN.sub("�", text)


def in_one_line(text: str) -> str:
    """The same with every run of white space made one space."""
    return " ".join(printable(text).split())


def shortened(text: str, most: int) -> str:
    """The text, cut behind a word where it has more than ``most`` characters."""
    return text if len(text) <= most else f"{text[: most - 2].rsplit(' ', 1)[0]} …"
