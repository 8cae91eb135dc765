from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quoth.read import telegram
from quoth.read.formats import holds
from quoth.read.telegram import Telegram, is_export
from quoth.records import Document, Original, SetAside

POST: dict[str, Any] = {
    "id": 41,
    "type": "message",
    "date": "2022-10-24T12:00:00",
    "date_unixtime": "1666602000",
    "from": "Halden Ministry",
    "from_id": "channel1",
    "text": [
        {"type": "bold", "text": "Statement."},
        " The minister spoke with ",
        {"type": "mention", "text": "@petrak"},
        " on Sunday.",
    ],
}
SERVICE = {"id": 40, "type": "service", "action": "pin_message", "text": ""}
PICTURE = {"id": 42, "type": "message", "date": "2022-10-24T12:01:00", "photo": "photos/1.jpg", "text": ""}


def chat(*messages: dict[str, Any], name: str = "Halden Ministry") -> dict[str, Any]:
    return {"name": name, "type": "public_channel", "id": 1, "messages": list(messages)}


def read(path: Path, data: object, *, indent: int | None = 1) -> tuple[list[tuple[Original, Document]], list[SetAside]]:
    path.write_text(data if isinstance(data, str) else json.dumps(data, indent=indent, ensure_ascii=False), encoding="utf-8")
    items = list(Telegram(10**6).read(path, path.name))
    good = [(item[0], item[1][0]) for item in items if not isinstance(item, SetAside)]
    return good, [item for item in items if isinstance(item, SetAside)]


def test_a_post_is_a_document_of_its_channel(tmp_path: Path) -> None:
    ((original, document),), notes = read(tmp_path / "result.json", chat(SERVICE, POST, PICTURE))
    assert notes == []
    assert document.text == "Statement. The minister spoke with @petrak on Sunday."
    assert (document.outlet, document.input_id, document.authors) == ("Halden Ministry", "41", ())
    assert (document.published, document.published_from) == ("2022-10-24T12:00:00+03:00", "metadata")
    assert json.loads(original.content) == POST
    assert holds(original, document)


def test_forwards_replies_and_edits_are_kept(tmp_path: Path) -> None:
    post = {
        **POST,
        "forwarded_from": "Varnia Now",
        "reply_to_message_id": 12,
        "edited": "2022-10-24T13:30:00",
        "edited_unixtime": "1666607400",
    }
    ((_, document),), _ = read(tmp_path / "result.json", chat(post))
    assert (document.forwarded_from, document.reply_to) == ("Varnia Now", "12")
    assert document.extra["edited"] == "2022-10-24T13:30:00+03:00"


def test_an_edited_post_is_a_new_version_of_the_same_article(tmp_path: Path) -> None:
    (before,), _ = read(tmp_path / "a.json", chat(POST))
    (after,), _ = read(tmp_path / "b.json", chat({**POST, "text": "Statement, corrected.", "edited": "2022-10-24T13:30:00"}))
    assert before[1].article == after[1].article
    assert before[1].id != after[1].id


def test_a_full_export_gives_the_posts_of_every_chat(tmp_path: Path) -> None:
    export = {
        "about": "Here is the data you requested.",
        "contacts": {"list": [{"first_name": "A"}]},
        "chats": {"about": "", "list": [chat(POST), chat({**POST, "from": "Tam Reck"}, name="River talk")]},
    }
    good, notes = read(tmp_path / "result.json", export)
    assert notes == []
    assert [(document.outlet, document.authors) for _, document in good] == [("Halden Ministry", ()), ("River talk", ("Tam Reck",))]
    assert len({document.article for _, document in good}) == 2


@pytest.mark.parametrize("chunk", [7, 64, 1000])
@pytest.mark.parametrize("indent", [None, 1])
def test_the_size_of_the_stretches_that_are_read_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int, indent: int | None
) -> None:
    data = chat(*({**POST, "id": number, "text": f'Report {number}: "messages": [ and more «words»'} for number in range(60)))
    whole, _ = read(tmp_path / "a.json", data, indent=indent)
    monkeypatch.setattr(telegram, "CHUNK", chunk)
    assert read(tmp_path / "a.json", data, indent=indent)[0] == whole
    assert len(whole) == 60


def test_an_export_that_breaks_off_gives_the_posts_before(tmp_path: Path) -> None:
    text = json.dumps(chat(POST, {**POST, "id": 42}), indent=1)
    good, notes = read(tmp_path / "result.json", text[: text.rindex("Statement")])
    assert [document.input_id for _, document in good] == ["41"]
    assert [note.reason for note in notes] == ["malformed"]


def test_an_export_is_known_by_its_fields() -> None:
    assert is_export(json.dumps(chat(POST)).encode())
    assert is_export(b'{"about": "Here is the data you requested. Telegram ...", "personal_information": {}}')
    assert not is_export(b'{"name": "package", "version": "1.0", "type": "module"}')
    assert not is_export(b'[{"text": "an article"}]')
