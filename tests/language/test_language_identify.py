from __future__ import annotations

import pytest

from quoth.language.identify import identify_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister told reporters on Monday that the bridge would stay closed for a week.", "en"),
        ("Министр сообщил журналистам в понедельник, что мост будет закрыт на неделю.", "ru"),
        ("Міністр повідомив журналістам у понеділок, що міст буде закритий на тиждень.", "uk"),
        ("Der Minister sagte am Montag, dass die Brücke eine Woche lang gesperrt bleibt.", "de"),
        ("Le ministre a déclaré lundi que le pont resterait fermé pendant une semaine.", "fr"),
        ("大臣は月曜日、橋は一週間閉鎖されると記者団に語った。調査は続いている。", "ja"),
    ],
)
def test_a_sentence_is_enough_to_tell_its_language(text: str, language: str) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize("text", ["", "OK", "12 345", "https://halden.example/a/very/long/address/of/a/page", "@petrak #bridge"])
def test_nothing_is_said_of_what_is_too_short(text: str) -> None:
    assert identify_language(text) is None
