"""Words that a person gives are found where they stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.records import Span
from quoth.view.wording import find_parts

TEXT = "“The gate is\nopen,” she said. The gate is open - or so it was."


@pytest.mark.parametrize(
    ("parts", "near", "found"),
    [
        (["The gate is open"], 0, ["The gate is\nopen"]),
        (["The gate is open"], 40, ["The gate is open"]),
        (['"The gate'], 40, ["“The gate"]),
        (["open – or"], 0, ["open - or"]),
        (["she said", "The gate is open"], 0, ["The gate is\nopen", "she said"]),
        (["The gate is open", "The gate is open"], 0, ["The gate is\nopen", "The gate is open"]),
        ([], 0, []),
    ],
)
def test_parts_stand_nearest_to_the_place(parts: list[str], near: int, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find_parts(TEXT, parts, near=near)] == found


def test_places_that_overlap_are_all_looked_at() -> None:
    assert find_parts("no no no", ["no no"], near=3) == [Span(3, 8)]


@pytest.mark.parametrize("part", ["the gate", "gate is opened", "", "  ", ".*"])
def test_words_that_do_not_stand_there_are_refused(part: str) -> None:
    with pytest.raises(UsageError, match="does not stand in this article"):
        find_parts(TEXT, [part], near=0)


@given(st.text(alphabet="ab “’-\n.", min_size=1, max_size=40), st.data())
def test_every_stretch_of_a_text_that_begins_and_ends_with_words_is_found_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    part = text[start:end]
    if part == part.strip() and part:
        assert find_parts(text, [part], near=start)[0].start == start
        assert find_parts(text, [" ".join(part.split())], near=start) == [Span(start, end)]
