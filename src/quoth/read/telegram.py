"""Telegram Desktop's JSON export: one chat or a whole account, one post a document, streamed.

Format: ``result.json`` of Telegram Desktop ("machine-readable JSON"), a chat with ``messages``, or a full export whose ``chats.list`` holds
chats. Service messages and posts without words are passed over.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from quoth.errors import UnusableInput
from quoth.read.content import open_stream, stem_of
from quoth.read.dates import read_date
from quoth.read.documents import Facts, is_overlong, make_document, make_original, overlong, set_aside
from quoth.read.rows import whole
from quoth.records import Document, Json, Origin, Original, SetAside

CHUNK = 1 << 20

OVERLAP = 4096
"""Code points kept from one stretch to the next, so that a field is not cut in two."""

_BETWEEN = re.compile(r"[\s,]*")
_MESSAGES = re.compile(r'(?<!\\)"messages"\s*:\s*\[')
_FIELD = re.compile(r'(?<!\\)"(name|type|id)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+|null)')
_USED = frozenset(
    {"id", "type", "date", "date_unixtime", "text", "text_entities", "from", "author", "forwarded_from", "reply_to_message_id"}
)


@dataclass(frozen=True, slots=True)
class Telegram:
    """The format of a Telegram export. ``largest``: code points of one post."""

    largest: int

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether a ``.json`` file begins as Telegram's exports do."""
        return stem_of(path.name)[1] == ".json" and is_export(head)

    def read(self, path: Path, name: str) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
        """Each post as an original (its JSON object, byte for byte) with one document."""
        try:
            with open_stream(path) as stream:
                yield from _posts(_Window(codecs.getreader("utf-8-sig")(stream, "replace"), self.largest), name)
        except (OSError, EOFError) as error:
            message = f"{name} cannot be read to its end: {error}. Export the chat again; the posts before are in."
            raise UnusableInput("unreadable", message, name=name) from error


def is_export(head: bytes) -> bool:
    """Whether the first bytes of a JSON file are those of a chat or of a full export."""
    text = head.decode("utf-8", "replace")
    fields = {found[1] for found in _FIELD.finditer(text)}
    chat = {"name", "type", "id"} <= fields and _MESSAGES.search(text) is not None
    return chat or ('"about"' in text and ('"chats"' in text or '"personal_information"' in text or "Telegram" in text))


def post_text(message: Mapping[str, Json]) -> str:
    """A post's words: the ``text`` as given, or its parts one after the other where it is a list of strings and entities."""
    text = message.get("text")
    if isinstance(text, str):
        return whole(text)
    parts = text if isinstance(text, list) else []
    return whole(
        "".join(part if isinstance(part, str) else str(part.get("text", "")) for part in parts if isinstance(part, str | dict))
    )


@dataclass(slots=True)
class _Window:
    """A sliding window over the export's text: ``text`` from ``at`` on is yet to be read."""

    source: codecs.StreamReader
    largest: int
    text: str = ""
    at: int = 0
    done: bool = False

    def more(self) -> bool:
        """Whether another stretch could be read; what lies before ``at`` is let go."""
        chunk = "" if self.done else self.source.read(CHUNK)
        self.text, self.at, self.done = self.text[self.at :] + chunk, 0, not chunk
        return bool(chunk)


def _posts(window: _Window, name: str) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
    number = 0
    while (chat := _next_chat(window)) is not None:
        for item in _elements(window):
            number += 1
            found = item if item is None else _post(item, chat, name, number)
            if item is None:
                message = (
                    f"{name} breaks off or is damaged after {number - 1} posts. Export the chat again; the posts before are in."
                )
                yield set_aside(f"{name}:{number}", "malformed", message)
                return
            if found is not None:
                yield found


def _next_chat(window: _Window) -> dict[str, str] | None:
    """The name, kind and id of the next chat, the window moved to its first message; None at the export's end."""
    fields: dict[str, str] = {}
    while True:
        found = _MESSAGES.search(window.text, window.at)
        stop = max(window.at, len(window.text) - OVERLAP) if found is None else found.start()
        fields |= {match[1]: match[2] for match in _FIELD.finditer(window.text, window.at, stop)}
        window.at = stop if found is None else found.end()
        if found is not None:
            return {key: str(json.loads(value)) for key, value in fields.items() if value != "null"}
        if not window.more():
            return None


def _elements(window: _Window) -> Iterator[str | None]:
    """The objects of the array that the window stands in, each as its own text; None where the file breaks off or is damaged."""
    decoder = json.JSONDecoder()
    while True:
        start = _BETWEEN.match(window.text, window.at).end()  # type: ignore[union-attr]  # it fits the empty string
        if window.text[start : start + 1] == "]":
            window.at = start + 1
            return
        try:
            end = decoder.raw_decode(window.text, start)[1]
        except ValueError:
            end = 0
        if end:
            window.at = end
            yield window.text[start:end]
        elif len(window.text) - start > window.largest or not window.more():
            yield None
            return


def _post(item: str, chat: Mapping[str, str], name: str, number: int) -> tuple[Original, Sequence[Document]] | SetAside | None:
    message = json.loads(item)
    if not isinstance(message, dict):
        return set_aside(
            f"{name}:{number}", "malformed", f"{name}:{number} is not a message. Export the chat again; the others are in."
        )
    text = post_text(message)
    if message.get("type", "message") != "message" or not text.strip():
        return None
    if is_overlong(text):
        return set_aside(f"{name}:{number}", "too-large", str(overlong(text, f"{name}:{number}")))
    original = make_original(item.encode("utf-8", "surrogatepass"), media_type="application/json", encoding="utf-8")
    facts = _facts(message, chat)
    return original, (make_document(facts, text, origin=Origin(name, 0, len(text), number), original=original, record=True),)


def _facts(message: Mapping[str, Json], chat: Mapping[str, str]) -> Facts:
    published = _moment(message.get("date"), message.get("date_unixtime"))
    outlet = chat.get("name") or _string(message.get("from"))
    writers = (_string(message.get("author")), _string(message.get("from")))
    extra = {key: value for key, value in message.items() if key not in _USED}
    edited = _moment(message.get("edited"), message.get("edited_unixtime"))
    if edited is not None:
        extra["edited"] = edited
    return Facts(
        input_id=_string(message.get("id")),
        outlet=outlet,
        authors=tuple(dict.fromkeys(writer for writer in writers if writer and writer != outlet)),
        published=published,
        published_from="metadata" if published else "unknown",
        forwarded_from=_string(message.get("forwarded_from")),
        reply_to=_string(message.get("reply_to_message_id")),
        modified=edited,
        extra=extra,
    )


def _moment(local: Json, seconds: Json) -> str | None:
    """A post's time with its offset: the export gives the local time and, apart, seconds since 1970, whose difference is the offset."""
    said = read_date(local)
    if said is None or "T" not in said or not isinstance(seconds, str | int):
        return said or read_date(seconds)
    clock = datetime.fromisoformat(said)
    if clock.tzinfo is not None or not re.fullmatch(r"[0-9]{1,11}", str(seconds)):
        return said
    offset = clock - datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
    return said if abs(offset) > timedelta(hours=15) else clock.replace(tzinfo=timezone(offset)).isoformat()


def _string(value: Json) -> str | None:
    return None if value is None or isinstance(value, list | dict) else whole(str(value)).strip() or None
