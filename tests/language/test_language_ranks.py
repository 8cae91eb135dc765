"""Abbreviated titles before a name."""

from __future__ import annotations

import pytest
from tests.language.test_language_english import parse


@pytest.mark.parametrize("title", ["Sens.", "Reps.", "Govs.", "Capt.", "Sgt.", "Dets.", "Supt."])
def test_an_abbreviated_title_ends_no_sentence(title: str) -> None:
    paragraph = parse(f"The mayor met {title} Anna Reeve of Tessen on Monday.").paragraphs[0]
    assert len(list(paragraph.sentences())) == 1
    assert title in [token.text for token in paragraph.tokens]
    met = next(token for token in paragraph.tokens if token.text == "met")
    assert [token.text for token in paragraph.children(met.index, "dobj")] == ["Reeve"]


def test_a_sentence_that_such_a_word_does_not_end_ends_where_it_did() -> None:
    paragraph = parse("The mayor met Capt. Anna Reeve. Lt. Jon Hale stayed away.").paragraphs[0]
    assert len(list(paragraph.sentences())) == 2
