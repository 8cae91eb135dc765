"""Counts and names in words, and texts that are cut."""

from __future__ import annotations

import pytest

from quoth.view.counts import aside_text, given_text, listed
from quoth.view.words import shorten, squeeze


@pytest.mark.parametrize(
    ("every", "undated", "text"),
    [(0, 0, ""), (2, 0, "2 inputs set aside"), (1, 1, "1 article without a date (kept)"), (3, 1, "2 inputs set aside; 1 article without a date (kept)")],
)  # fmt: skip
def test_an_article_without_a_date_is_kept_and_no_input_set_aside(every: int, undated: int, text: str) -> None:
    assert aside_text(every, undated) == text


def test_names_with_commas_or_remarks_of_their_own_are_set_apart() -> None:
    assert listed(["Marl Post", "Ottla"], 3) == "Marl Post, Ottla"
    assert listed(["a diver (in Marl Post, Vale)", "Ottla", "Arda"], 2) == "a diver (in Marl Post, Vale); Ottla and 1 more"
    assert given_text(["Ottla", "Arda"], ["Ottla gave another value later"]) == "Ottla, Arda · Ottla gave another value later"


def test_a_long_text_is_cut_between_words_and_a_heading_in_its_middle() -> None:
    assert shorten("Ottla could not know what was there", 16) == "Ottla could not…"
    assert shorten("Caldrian Coastguards", 14) == "Caldrian…"
    assert shorten("Unpronounceableword", 10) == "Unpronoun…"
    first, second = (
        squeeze(f"The minister of Marl speaks on the telephone with {who}", 44) for who in ("Ottla Brandt", "Arda Holm")
    )
    assert (first[:20], first[-12:]) == ("The minister of Marl", "Ottla Brandt")
    assert first != second
    assert max(len(first), len(second)) <= 44
