from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from quoth.lexicon.channels import channel_word
from quoth.lexicon.table import read_table
from quoth.records import Channel

REFERENCE = Path(__file__).parent.parent.parent / "docs" / "reference" / "speech-acts.md"


def test_every_line_has_a_class_and_a_channel_of_the_records_and_nouns_stand_behind_something() -> None:
    for row in read_table("channels"):
        assert row["class"] in {"noun", "verb", "platform", "audience"}, row
        assert row["channel"] in get_args(Channel), row
        assert bool(row["with"]) == (row["class"] in {"noun", "platform"}), row


def test_no_line_stands_twice() -> None:
    lines = [(row["word"], row["class"], row["beside"]) for row in read_table("channels")]
    assert len(lines) == len(set(lines))


def test_every_channel_is_in_the_table_and_in_the_reference() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert {row["channel"] for row in read_table("channels")} == set(get_args(Channel))
    assert all(f"| `{channel}` |" in text for channel in get_args(Channel))


@pytest.mark.parametrize(
    ("kind", "word", "beside", "channel"),
    [
        ("noun", "conference", {"press"}, "conference"),
        ("noun", "conference", {"security"}, "speech"),
        ("noun", "address", {"televised"}, "broadcast"),
        ("noun", "address", set(), "speech"),
        ("noun", "release", set(), None),
        ("platform", "Telegram", set(), "post"),
        ("noun", "telegram", set(), "message"),
    ],
)
def test_words_before_a_noun_decide_its_channel(kind: str, word: str, beside: set[str], channel: str | None) -> None:
    found = channel_word(kind, word, beside=beside)
    assert (found.channel if found else None) == channel
