"""Words of saying inside another's words that tell of no saying are no statements."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attributors import Rules
from quoth.extract.statements import Nobody, find_statements
from quoth.extract.tagger.attributor import Trained


def inner(text: str, reader: Rules | Trained) -> list[tuple[str, str]]:
    """Cue and content of each statement that stands in another's content."""
    parsed = parse(text)
    found = find_statements(parsed, Nobody(), reader.attribute(parsed).attributions)
    return [(one.cue.text, one.content.text) for one in found if one.parent is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the council should think that the dam will hold.",
        "The mayor told reporters what Marn had said.",
        "The mayor said that the wardens wanted the council to say that the dam will hold.",
        "The mayor said that you can say that the dam will hold.",
    ],
)
@pytest.mark.parametrize("reader", [Rules(), Trained()], ids=["rules", "trained"])
def test_what_might_be_said_is_no_statement_in_anothers_words(text: str, reader: Rules | Trained) -> None:
    assert [cue for cue, _ in inner(text, reader) if cue != "wanted"] == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said that Marn had said that the dam would hold.", "had said"),
        ("The mayor said that Marn could not say whether the dam would hold.", "could not say"),
        ("The mayor said that Marn would say that the dam would hold.", "would say"),
        ("The mayor said that Marn denied it.", "denied"),
    ],
)
def test_what_was_said_or_answered_is_one(text: str, cue: str) -> None:
    assert cue in [found for found, _ in inner(text, Trained())]


def test_what_might_be_said_is_one_where_nobody_tells_of_it() -> None:
    parsed = parse("The council should say that the dam will hold.")
    assert [one.cue.text for one in find_statements(parsed, Nobody(), Rules().attribute(parsed).attributions)] == ["should say"]
