"""A text that is longer than any article is set aside with its reason, before anything is worked out of it; what stands beside it is read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from quoth.errors import UnusableInput
from quoth.read import documents
from quoth.read.html import read_html
from quoth.read.jsonl import read_lines
from quoth.read.telegram import Telegram
from quoth.read.text import read_text
from quoth.records import SetAside

SHORT = "Weir opened at night\n\nThe weir above Halden was opened at night, a clerk said.\n\nPublished at news.halden.example"
LONG = "Weir shut by noon\n\n" + "The weir is shut. " * 80 + "\n\nPublished at news.halden.example"


@pytest.fixture(autouse=True)
def bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LONGEST", 1000)


def told(items: list[object]) -> tuple[list[str], list[tuple[str, str]]]:
    texts = [one.text for item in items if isinstance(item, tuple) for one in item[1]]
    notes = [(item.name, item.reason) for item in items if isinstance(item, SetAside) and item.reason != "undated"]
    return texts, notes


def test_a_record_is_set_aside_and_the_next_is_read() -> None:
    rows = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in (LONG, SHORT))
    items: list[object] = list(read_lines(io.BytesIO(rows), "a.jsonl", largest=10**6))
    assert told(items) == ([SHORT], [("a.jsonl:1", "too-large")])
    (note,) = (item for item in items if isinstance(item, SetAside) and item.reason == "too-large")
    assert f"{len(LONG):,} characters, and no article has more than 1,000" in note.message


def test_one_of_the_articles_of_a_file_is_set_aside_and_the_others_are_read() -> None:
    texts, notes = told(list(read_text(f"{SHORT}\n\n\n{LONG}".encode(), "a.txt")))
    assert [text.strip() for text in texts] == [SHORT]
    assert notes == [("a.txt", "too-large")]


def test_a_file_that_holds_nothing_else_is_set_aside_whole() -> None:
    with pytest.raises(UnusableInput, match="Cut it into its articles") as fault:
        list(read_text(LONG.encode(), "a.txt"))
    assert fault.value.reason == "too-large"


def test_a_page_is_set_aside() -> None:
    paragraphs = "".join(
        f"<p>The weir above Halden was opened at night, clerk {number} said on Monday.</p>" for number in range(40)
    )
    with pytest.raises(UnusableInput, match="no article has more"):
        list(read_html(f"<html><body><article><h1>Weir</h1>{paragraphs}</article></body></html>".encode(), "a.html"))


def test_a_post_is_set_aside_and_the_next_is_read(tmp_path: Path) -> None:
    posts = [
        {"id": number, "type": "message", "date": "2031-05-02T12:00:00", "text": text}
        for number, text in enumerate((LONG, "Shut."))
    ]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"name": "Halden", "type": "public_channel", "id": 1, "messages": posts}), encoding="utf-8")
    texts, notes = told(list(Telegram(10**6).read(path, path.name)))
    assert texts == ["Shut."]
    assert [reason for _, reason in notes] == ["too-large"]
