"""Who is asked for by a question says nothing; who is told of by a clause does."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range
from quoth.extract.statements import Nobody, find_statements


@pytest.mark.parametrize(
    ("text", "who", "found"),
    [
        ("Who said that the dam would fail?", 0, 0),
        ("“Who said that the dam would fail?”", 1, 0),
        ("Officials who said that the dam would fail were right.", 1, 1),
        ("Dolan said that the dam would fail?", 0, 1),
    ],
)
def test_who_is_asked_for_says_nothing(text: str, who: int, found: int) -> None:
    said = Attribution(0, who + 1, "verb", "S", Range(who + 1, who + 1), Range(who, who), ((0, Range(who + 2, who + 6)),), 0.9)
    assert len(find_statements(parse(text), Nobody(), [said])) == found
