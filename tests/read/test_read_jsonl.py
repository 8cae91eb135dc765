from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quoth.read.formats import holds
from quoth.read.jsonl import JsonLines, read_lines
from quoth.records import Document, Original, SetAside

ROW = {
    "id": 7,
    "url": "https://www.halden.example/bridge?utm_source=x#top",
    "outlet": "Halden Post",
    "title": " Bridge closed ",
    "text": "It is shut.\r\n",
}


def read(content: bytes, *, largest: int = 10**6) -> tuple[list[tuple[Original, Document]], list[SetAside]]:
    items = list(read_lines(io.BytesIO(content), "a.jsonl", largest=largest))
    good = [(item[0], item[1][0]) for item in items if not isinstance(item, SetAside)]
    return good, [item for item in items if isinstance(item, SetAside) and item.reason != "undated"]


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def test_the_fields_of_a_record_are_read_and_the_others_kept() -> None:
    row = {
        **ROW,
        "authors": ["Mira Oland", "Tam Reck"],
        "published": "2022-10-24",
        "language": "en-GB",
        "fetched": "2022-10-25T10:00:00Z",
        "mood": {"x": [1]},
    }
    ((original, document),), notes = read(lines(row))
    assert notes == []
    assert (document.input_id, document.outlet, document.title) == ("7", "Halden Post", "Bridge closed")
    assert document.authors == ("Mira Oland", "Tam Reck")
    assert (document.published, document.published_from, document.language) == ("2022-10-24", "metadata", "en")
    assert document.fetched == "2022-10-25T10:00:00+00:00"
    assert document.extra == {"mood": {"x": [1]}}
    assert document.text == row["text"]
    assert original.content == lines(row).rstrip(b"\n")


def test_when_a_record_was_last_changed_is_read_under_either_name_and_kept_as_it_is_where_it_is_no_date() -> None:
    changed = {"modified": "2022-10-25T09:30:00+02:00"}, {"dateModified": "2022-10-26", "modified": "yesterday"}, {"modified": ""}
    found, _ = read(lines(*(ROW | one for one in changed)))
    assert [(one.modified, one.extra) for _, one in found] == [
        ("2022-10-25T09:30:00+02:00", {}),
        ("2022-10-26", {"modified": "yesterday"}),
        (None, {"modified": ""}),
    ]


def test_each_record_has_its_line_and_its_own_bytes() -> None:
    good, _ = read(b"\xef\xbb\xbf" + lines(ROW) + b"\n" + lines({"text": "Second record of the file."}))
    assert [document.origin and document.origin.line for _, document in good] == [1, 3]
    assert all(holds(original, document) for original, document in good)


def test_bad_lines_are_set_aside_with_their_place_and_the_rest_goes_on() -> None:
    content = (
        lines(ROW)
        + b"{broken\n[1]\n"
        + lines({"title": "no text"}, {"text": "  "}, {"text": 3}, {"text": "Good one."})
        + b"\xff\xfe\n"
    )
    good, notes = read(content)
    assert len(good) == 2
    assert [(note.name, note.reason) for note in notes] == [
        ("a.jsonl:2", "malformed"),
        ("a.jsonl:3", "malformed"),
        ("a.jsonl:4", "no-text"),
        ("a.jsonl:5", "no-text"),
        ("a.jsonl:6", "malformed"),
        ("a.jsonl:8", "malformed"),
    ]


def test_a_line_beyond_the_limit_is_set_aside_and_the_next_is_read() -> None:
    good, notes = read(lines({"text": "x" * 5000}, {"text": "Short."}), largest=1000)
    assert [document.text for _, document in good] == ["Short."]
    assert [(note.name, note.reason) for note in notes] == [("a.jsonl:1", "too-large")]


def test_a_gzipped_file_that_breaks_off_gives_its_whole_lines(tmp_path: Path) -> None:
    rows = [{"id": number, "text": f"Report number {number}: {'word ' * number}"} for number in range(3000)]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines(*rows))[:-3000])
    items = list(JsonLines(10**6).read(path, "a.jsonl.gz"))
    assert len(items) > 100
    assert [item.reason for item in items if isinstance(item, SetAside) and item.reason != "undated"] == ["unreadable"]
    assert isinstance(items[-1], SetAside)


def test_an_empty_file_says_so() -> None:
    assert [note.reason for note in read(b"")[1]] == ["empty"]


def test_the_same_record_with_another_text_is_another_version_of_one_article() -> None:
    good, notes = read(lines(ROW, {**ROW, "text": "It is open again."}))
    assert notes == []
    assert good[0][1].article == good[1][1].article
    assert good[0][1].id != good[1][1].id


def test_an_address_names_an_article_whatever_its_tracking_and_scheme() -> None:
    good, _ = read(lines(ROW, {**ROW, "id": 8, "url": "http://halden.example/bridge/"}))
    assert good[0][1].article == good[1][1].article


def test_records_without_address_number_or_title_are_told_apart_by_their_words() -> None:
    good, _ = read(lines({"text": "One thing."}, {"text": "Another thing."}, {"text": "One thing."}))
    articles = [document.article for _, document in good]
    assert articles[0] == articles[2] != articles[1]


def test_a_number_alone_does_not_join_records_of_two_outlets() -> None:
    good, _ = read(lines({"id": 1, "outlet": "A", "text": "One."}, {"id": 1, "outlet": "B", "text": "Two."}))
    assert good[0][1].article != good[1][1].article


def test_an_unreadable_date_is_kept_as_it_was_given() -> None:
    ((_, document),), _ = read(lines({"text": "Words.", "published": "last week"}))
    assert (document.published, document.published_from, document.extra) == (None, "unknown", {"published": "last week"})


def test_a_record_without_a_date_is_dated_by_its_dateline_address_or_the_files_name_and_noted_if_its_own_cannot_be_read() -> None:
    by_dateline = {"text": "HALDEN, October 24, 2022 (AP) — The bridge is shut."}
    by_address = {"text": "The bridge is shut.", "url": "https://halden.example/2022/10/24/bridge"}
    without, unreadable = {"text": "The bridge is shut."}, {"text": "The bridge is open.", "published": "last week"}
    items = list(read_lines(io.BytesIO(lines(by_dateline, by_address, without, unreadable)), "a.jsonl", largest=10**6))
    dates = [(item[1][0].published, item[1][0].published_from) for item in items if not isinstance(item, SetAside)]
    assert dates == [("2022-10-24", "dateline"), ("2022-10-24", "file"), (None, "unknown"), (None, "unknown")]
    assert [(item.name, item.reason) for item in items if isinstance(item, SetAside)] == [("a.jsonl:4", "undated")]


@given(st.text(min_size=1))
def test_the_text_of_a_record_is_kept_character_for_character(text: str) -> None:
    good, notes = read(json.dumps({"text": text}).encode() + b"\n")
    if text.strip():
        assert good[0][1].text == text
        assert holds(*good[0])
    else:
        assert [note.reason for note in notes] == ["no-text"]


def test_half_a_surrogate_pair_becomes_one_replacement_character() -> None:
    ((original, document),), _ = read(b'{"text": "a \\ud83d b"}\n')
    assert document.text == "a \ufffd b"
    assert holds(original, document)
