"""Records of named fields (a JSON object, a row of a table) as documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quoth.errors import UnusableInput
from quoth.read.dates import read_date
from quoth.read.documents import Facts, is_overlong, make_document, overlong, plain_language
from quoth.read.heads import completed, split_authors
from quoth.records import Document, Json, Origin, Original

FIELDS = frozenset({"id", "url", "outlet", "title", "authors", "published", "language", "fetched", "text"})
"""Fields that are used; any other is kept untouched under ``extra``."""
CHANGED = ("modified", "dateModified")
"""Fields that say when an article was last changed: the first that names a date is used."""


def read_row(row: Mapping[str, Json], *, original: Original, file: str, line: int) -> Document:
    """The document of a record, its ``text`` unchanged but for halves of surrogate pairs, each of which becomes U+FFFD. A date that the
    record does not give is read from the text's own dateline, the address, or the file's name.

    Raises ``UnusableInput`` (``no-text``) where ``text`` is missing or blank, (``too-large``) longer than any article, and
    (``malformed``) where it is no string.
    """
    name = f"{file}:{line}"
    text = row.get("text")
    if text is not None and not isinstance(text, str):
        raise UnusableInput("malformed", f"{name}: “text” is not a string. Write the article's text as one string.", name=name)
    if text is None or not text.strip():
        raise UnusableInput("no-text", f"{name} has no text. Each record needs a field “text” with the article's words.", name=name)
    if is_overlong(text):
        raise overlong(text, name)
    text = whole(text)
    facts = replace(completed(_facts(row), text, file), title=_string(row.get("title")))
    return make_document(facts, text, origin=Origin(file, 0, len(text), line), original=original, record=True)


def whole(text: str) -> str:
    """``text`` with halves of surrogate pairs, which are no characters, replaced one for one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if _broken(text) else text


def _broken(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _facts(row: Mapping[str, Json]) -> Facts:
    published = read_date(row.get("published"))
    used, modified = next(((key, date) for key in CHANGED if (date := read_date(row.get(key)))), (None, None))
    extra = {key: value for key, value in row.items() if key not in FIELDS and key != used}
    unread = row.get("published")
    if published is None and unread not in (None, ""):
        extra["published"] = unread
    return Facts(
        input_id=_string(row.get("id")),
        outlet=_string(row.get("outlet")),
        url=_string(row.get("url")),
        title=_string(row.get("title")),
        authors=_authors(row.get("authors")),
        published=published,
        published_from="metadata" if published else "unknown",
        modified=modified,
        fetched=read_date(row.get("fetched")),
        language=plain_language(row.get("language")),
        extra=extra,
    )


def _string(value: Json) -> str | None:
    """A field as text without white space at its ends; None where it is empty or no plain value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return whole(str(value)).strip() or None


def _authors(value: Json) -> tuple[str, ...]:
    if isinstance(value, str):
        return split_authors(whole(value))
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for item in value if (name := _string(item)) is not None))
    return ()
