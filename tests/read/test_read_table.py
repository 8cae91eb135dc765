from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from quoth.errors import UnusableInput
from quoth.read.formats import holds
from quoth.read.table import Table
from quoth.records import Document, Original, SetAside

TEXT = 'The minister said: "It is shut."\n\nNobody was hurt, she added; buses run.'


def written(*rows: dict[str, str], delimiter: str = ",") -> str:
    stream = io.StringIO(newline="")
    table = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return stream.getvalue()


def read(path: Path, content: bytes, *, largest: int = 10**6) -> tuple[list[tuple[Original, Document]], list[SetAside]]:
    path.write_bytes(content)
    items = list(Table(largest).read(path, path.name))
    good = [(item[0], item[1][0]) for item in items if not isinstance(item, SetAside)]
    return good, [item for item in items if isinstance(item, SetAside) and item.reason != "undated"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_are_read_whatever_the_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    content = written(
        {"id": "1", "Title": "Bridge", "text": TEXT, "mood": "é"},
        {"id": "2", "Title": "", "text": "Second.", "mood": ""},
        delimiter=delimiter,
    )
    good, notes = read(tmp_path / "a.csv", content.encode(encoding))
    assert notes == []
    assert [document.text for _, document in good] == [TEXT, "Second."]
    assert [document.title for _, document in good] == ["Bridge", None]
    assert good[0][1].extra == {"mood": "é"}
    assert [document.origin and document.origin.line for _, document in good] == [2, 3]


def test_each_row_keeps_its_own_bytes(tmp_path: Path) -> None:
    content = written({"id": "1", "text": TEXT}, {"id": "2", "text": "Second."}).encode()
    good, _ = read(tmp_path / "a.csv", content)
    assert b"\r\n".join([b"id,text", *(original.content for original, _ in good)]) + b"\r\n" == content
    assert all(holds(original, document) for original, document in good)


def test_bad_rows_are_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, notes = read(tmp_path / "a.csv", b"id,text\n1,Good.\n2,\n3,too,many,cells\n\n4,Good again.\n")
    assert [document.input_id for _, document in good] == ["1", "4"]
    assert [(note.name, note.reason) for note in notes] == [("a.csv:3", "no-text"), ("a.csv:4", "malformed")]


def test_a_field_may_be_larger_than_the_modules_own_limit(tmp_path: Path) -> None:
    good, notes = read(tmp_path / "a.csv", written({"text": "long words " * 30_000}).encode())
    assert notes == []
    assert len(good[0][1].text) == 330_000


def test_a_field_beyond_the_limit_is_set_aside(tmp_path: Path) -> None:
    good, notes = read(tmp_path / "a.csv", written({"text": "x" * 5000}, {"text": "Short."}).encode(), largest=1000)
    assert [document.text for _, document in good] == ["Short."]
    assert [note.reason for note in notes] == ["malformed"]


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"id,body\n1,x\n", "malformed"), (b"\x89PNG\r\n\x1a\n", "binary")]
)
def test_a_table_without_text_is_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read(tmp_path / "a.csv", content)
    assert caught.value.reason == reason


def test_bytes_of_another_encoding_far_below_are_told(tmp_path: Path) -> None:
    content = b"text\n" + b"Plain words of a report.\n" * 20_000 + b"caf\xe9 noir\n"
    with pytest.raises(UnusableInput, match="not in one encoding"):
        read(tmp_path / "a.csv", content)
