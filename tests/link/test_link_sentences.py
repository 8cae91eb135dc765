"""Where sentences end, as far as marks tell."""

from __future__ import annotations

import pytest

from quoth.link.sentences import split_sentences
from quoth.records import Segment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reeve left on Oct. 4 by boat. Hale stayed.", ["Reeve left on Oct. 4 by boat.", "Hale stayed."]),
        ("It fell after 10 p.m. Eastern on Friday. Nobody slept.", ["It fell after 10 p.m. Eastern on Friday.", "Nobody slept."]),
        ("It fell at 10 p.m. Nobody slept.", ["It fell at 10 p.m.", "Nobody slept."]),
        ("They came in Oct. Nobody slept.", ["They came in Oct.", "Nobody slept."]),
    ],
)
def test_a_sentence_goes_on_behind_a_short_month_or_an_hour(text: str, expected: list[str]) -> None:
    sentences = split_sentences(text, Segment("body", 0, len(text)))
    assert [text[span.start : span.end].strip() for span in sentences] == expected
