from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from quoth.read.formats import Reading, read_input, read_stream
from quoth.read.walk import find_inputs
from quoth.records import SetAside
from quoth.settings import Settings

SETTINGS = Settings(largest=100_000)
WORDS = "The ministry said on Monday that the bridge over the Orrin would stay closed for a week. Nobody was hurt, it said."


def read(path: Path) -> list[Reading | SetAside]:
    return [item for found in find_inputs([path]) for item in read_input(found, settings=SETTINGS)]


def notes(items: list[Reading | SetAside]) -> list[tuple[str, str]]:
    return [(item.name, item.reason) for item in items if isinstance(item, SetAside)]


def test_wrong_input_of_every_kind_is_listed_with_its_reason_and_the_good_is_read(tmp_path: Path) -> None:
    files: dict[str, bytes] = {
        "binary.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "blank.txt": b" \n\n ",
        "broken.jsonl": b'{"text": "Good line of the file.", "published": "2022-10-24"}\n{bad\n',
        "empty.md": b"",
        "good.txt": f"Date: 2022-10-24\n\n{WORDS}".encode(),
        "huge.txt": b"words " * 40_000,
        "no-ending": WORDS.encode(),
        "packed.txt.gz": b"\x1f\x8b broken",
        "page.html": b"<html><body></body></html>",
        "paper.pdf": b"%PDF-1.7 x",
        "settings.json": b'{"name": "x"}',
        "table.csv": b"id,body\n1,x\n",
        "undated.txt": WORDS.encode(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    items = read(tmp_path)
    assert sum(isinstance(item, tuple) for item in items) == 3
    assert notes(items) == [
        ("binary.txt", "binary"),
        ("blank.txt", "empty"),
        ("broken.jsonl:2", "malformed"),
        ("empty.md", "empty"),
        ("huge.txt", "too-large"),
        ("no-ending", "unreadable"),
        ("packed.txt.gz", "unreadable"),
        ("page.html", "no-text"),
        ("paper.pdf", "binary"),
        ("settings.json", "unreadable"),
        ("table.csv", "malformed"),
        ("undated.txt", "undated"),
    ]


def test_every_message_says_what_was_expected_or_what_to_do(tmp_path: Path) -> None:
    for name, content in {"a.doc": b"x", "a.json": b"{}", "a.txt": b"", "b.jsonl": b"{\n", "c.csv": b"a,b\n"}.items():
        (tmp_path / name).write_bytes(content)
    for item in read(tmp_path):
        assert isinstance(item, SetAside)
        assert any(word in item.message for word in ("Accepted", "Expected", "Save", "Write", "Mend", "Name", "Put"))


def test_a_text_whose_year_comes_from_the_file_beside_is_dated(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(f"HALDEN, October 24. /KNA/. {WORDS}", encoding="utf-8")
    (tmp_path / "2.txt").write_text(f"date 2022-10-25 The chairman spoke. {WORDS}", encoding="utf-8")
    found = [item[1][0].published for item in read(tmp_path) if not isinstance(item, SetAside)]
    assert found == ["2022-10-24", "2022-10-25"]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"Date: 2022-10-24\n\n{WORDS}"),
        ("a.jsonl", json.dumps({"text": WORDS})),
        ("a.html", f"<html><body><article><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"),
        ("a.csv", f'text\n"{WORDS}"\n'),
    ],
)
def test_every_format_may_be_gzipped(tmp_path: Path, name: str, content: str, packed: bool) -> None:  # noqa: FBT001  (a parameter of the table)
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(content.encode()) if packed else content.encode())
    found = [item for item in read(path) if not isinstance(item, SetAside)]
    assert len(found) == 1
    assert WORDS in found[0][1][0].text


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (f"Date: 2022-10-24\n\n{WORDS}", 1),
        ('{"text": "One report."}\n{"text": "Another report."}\n', 2),
        (f"<!DOCTYPE html><html><body><article><p>{WORDS}</p><p>{WORDS}</p></article></body></html>", 1),
        ('{"text": "One report."}', 1),
        ("{ this is no record } but a text that begins oddly", 1),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(content: str, count: int) -> None:
    items = list(read_stream(io.BytesIO(content.encode()), settings=SETTINGS))
    found = [item for item in items if not isinstance(item, SetAside)]
    assert len(found) == count
    assert {document.origin and document.origin.file for _, documents in found for document in documents} == {"stdin"}


@pytest.mark.parametrize(("content", "reason"), [(b"", "empty"), (b"words " * 40_000, "too-large"), (b"%PDF-1.7", "binary")])
def test_standard_input_that_cannot_be_used_is_set_aside(content: bytes, reason: str) -> None:
    assert notes(list(read_stream(io.BytesIO(content), settings=SETTINGS))) == [("stdin", reason)]
