"""In whose words a claim is told, and that these are whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.test_link_claims import proposition, statement

from quoth.link.wordings import choose_wording, closed


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("it was held “at the initiative of the other side", "it was held “at the initiative of the other side”"),
        ('Vessia was "preparing the ground', 'Vessia was "preparing the ground"'),
        ("a plan” that nobody knew", "a plan that nobody knew"),
        ('a plan" that nobody knew', "a plan that nobody knew"),
        ("a “plan” that nobody knew", "a “plan” that nobody knew"),
    ],
)
def test_quotation_marks_of_a_wording_are_in_pairs(text: str, whole: str) -> None:
    assert closed(text) == whole


@given(st.text(alphabet='ab "“”«»', max_size=30))
def test_a_wording_has_as_many_opening_as_closing_marks(text: str) -> None:
    found = closed(text)
    assert found.count("“") == found.count("”")
    assert found.count("«") == found.count("»")
    assert found.count('"') % 2 == 0


def test_a_wording_that_begins_with_whose_gives_way_to_one_that_says_it() -> None:
    whose = statement("a1", "Marland", proposition("Vessia"), "its plan is to poison the reservoir of the lower dam")
    said = statement(
        "b1", "Orrin", proposition("Vessia"), "Vessia is said to be going to poison the reservoir of the lower dam soon"
    )
    assert choose_wording([(whose, "asserts"), (said, "asserts")]) == said.content.text
