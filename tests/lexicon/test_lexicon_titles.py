from __future__ import annotations

import pytest

from quoth.lexicon.names import capitalised, given_names
from quoth.lexicon.titles import plural_of, titles


@pytest.mark.parametrize(
    ("word", "plural"),
    [("minister", "ministers"), ("spokesman", "spokesmen"), ("secretary", "secretaries"), ("witness", "witnesses"), ("coach", "coaches"), ("attorney", "attorneys")],
)  # fmt: skip
def test_plurals_are_keyed_with_their_singular(word: str, plural: str) -> None:
    assert plural_of(word) == plural
    assert titles()[plural].word == word
    assert titles()[plural].plural
    assert not titles()[word].plural


def test_a_word_has_every_kind_that_the_table_gives_it() -> None:
    assert {"office", "portfolio"} <= titles()["secretary"].kinds
    assert titles()["secretary"].heads


def test_words_that_cover_others_are_words_of_the_table_or_plain_nouns() -> None:
    covers = {cover for word in titles().values() for cover in word.covers}
    assert all(cover == cover.lower() and " " not in cover for cover in covers)


def test_gender_is_said_only_where_the_word_says_it() -> None:
    assert titles()["spokeswoman"].gender == "f"
    assert titles()["minister"].gender is None


def test_documents_and_bodies_are_no_people() -> None:
    assert not titles()["readout"].person
    assert not titles()["ministry"].person


def test_given_names_used_for_both_say_no_gender() -> None:
    assert given_names()["Anna"].gender == "f"
    assert given_names()["Jean"].gender is None


def test_the_calendar_is_no_name() -> None:
    assert capitalised()["Sunday"] == "calendar"
