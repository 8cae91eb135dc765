"""Rooms that do little and do it fast, so that the runner's laws can be tested on many documents.

A ``.txt`` file is one document, a ``.jsonl`` file one document a line. "BROKEN" in a text makes its extraction fail, an empty line
is set aside by the format, and a file with "HALFWAY" fails in the middle of being read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from quoth.errors import UsageError
from quoth.records import (
    Actor,
    Claim,
    ClaimStatement,
    Document,
    Findings,
    Links,
    Mention,
    Name,
    Origin,
    Original,
    Passage,
    Referent,
    Segment,
    SetAside,
    Span,
    Statement,
    document_id,
    identify,
    passage,
)
from quoth.run.rooms import Extract, Read, Rooms
from quoth.settings import Settings
from quoth.store import ReadView

_SAID = re.compile(r"(\w+) (said|denied) (.*)")


@dataclass(frozen=True, slots=True)
class Found:
    path: Path
    name: str
    beside: tuple[Path, ...] = ()


def find(paths: Sequence[Path]) -> Iterator[Found]:
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is nothing at {path}.")
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            yield Found(file, file.relative_to(path).as_posix() if path.is_dir() else file.name)


def read(found: Found, _settings: Settings) -> Iterator[Read]:
    content = found.path.read_bytes()
    if found.name.endswith(".jsonl"):
        yield from _records(content, found.name)
    else:
        yield _document(content.decode(), content, Origin(found.name, 0, len(content.decode())), "text/plain")


def read_stream(stream: BinaryIO, _settings: Settings) -> Iterator[Read]:
    yield from _records(stream.read(), "stdin")


def _records(content: bytes, name: str) -> Iterator[Read]:
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            yield SetAside(f"{name}:{number}", None, "read", "empty", f"{name}:{number} is empty. Give it a text, or leave it out.")
        elif line == b"HALFWAY":
            raise RuntimeError(number)
        else:
            text = json.loads(line)["text"]
            yield _document(text, line, Origin(name, 0, len(text), number), "application/json")


def _document(text: str, content: bytes, origin: Origin, media_type: str) -> Read:
    original = Original(hashlib.sha256(content).hexdigest(), content, media_type, "utf-8")
    article = identify("article", origin.file, origin.line)
    outlet = text.split(maxsplit=1)[0] if text else None
    return original, (
        Document(
            id=document_id(article, outlet, None, (), None, text),
            article=article,
            input_id=None,
            outlet=outlet,
            url=None,
            title=None,
            authors=(),
            published=None,
            published_from="unknown",
            fetched=None,
            language="xx" if text.startswith("Bonjour") else "en",
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            origin=origin,
            text=text,
            original=original.sha256,
        ),
    )


def segment(document: Document) -> tuple[Segment, ...]:
    return (Segment("body", 0, len(document.text)),)


@cache
def prepare_extract(_settings: Settings) -> Extract:
    return extract


def extract(document: Document, _segments: Sequence[Segment]) -> Findings:
    if "BROKEN" in document.text:
        raise RuntimeError("broken\non purpose")
    referents, statements = [], []
    for found in _SAID.finditer(document.text):
        source, cue, content = (Span(*found.span(group)) for group in (1, 2, 3))
        mention = Mention(source, found[1], "name")
        id_ = identify("referent", document.id, *source)
        referents.append(Referent(id_, document.id, found[1], "person", (Name(found[1], 1),), (), (mention,)))
        statements.append(_statement(document, id_, (source, cue, content)))
    return Findings(document.id, tuple(referents), tuple(statements))


def _statement(document: Document, speaker: str, spans: tuple[Span, Span, Span]) -> Statement:
    source, cue, content = (passage(document.text, span) for span in spans)
    return Statement(
        id=identify("statement", document.id, *spans),
        document=document.id,
        form="indirect",
        stance="denies" if cue.text == "denied" else "asserts",
        source=source,
        cue=cue,
        content=Passage(content.text, content.spans),
        speaker=speaker,
        undecided=None,
        addressee=None,
        via=(),
        parent=None,
        negated=False,
        score=1.0,
        time=None,
        proposition=None,
    )


def link(view: ReadView, tell: Callable[[str], None]) -> Links:
    tell("actors")
    named: dict[str, list[str]] = {}
    for referent in view.referents():
        named.setdefault(referent.name, []).append(referent.id)
    actors = tuple(Actor(identify("actor", name), name, "person", None, tuple(ids), ()) for name, ids in named.items())
    tell("claims")
    told: dict[str, list[Statement]] = {}
    for statement in view.statements():
        told.setdefault(statement.content.text, []).append(statement)
    return Links(actors=actors, claims=tuple(_claim(text, statements) for text, statements in told.items()))


def _claim(text: str, statements: list[Statement]) -> Claim:
    documents = tuple(dict.fromkeys(statement.document for statement in statements))
    stances = tuple(ClaimStatement(one.id, "denies" if one.stance == "denies" else "asserts") for one in statements)
    return Claim(identify("claim", text), text, None, stances, (), documents, len(documents), None, None, ())


CHEAP = Rooms(find=find, read=read, read_stream=read_stream, segment=segment, prepare_extract=prepare_extract, link=link)
