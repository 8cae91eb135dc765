from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.unsaid import find_unsaid
from quoth.extract.statements import Nobody, find_statements
from quoth.extract.tagger.attributor import Trained


def unsaid(text: str) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of each."""
    parsed = parse(text)
    found = []
    for one in find_unsaid(parsed.paragraphs):
        paragraph = parsed.paragraphs[one.paragraph]
        cue, content = (text[slice(*paragraph.span(*part))] for part in (one.cue, one.contents[0][1]))
        found.append((text[slice(*paragraph.span(*one.source))] if one.source else None, cue, content))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brand has not commented on the matter.", ("Brand", "has not commented", "the matter")),
        ("Brand would not comment.", ("Brand", "would not", "comment")),
        ("The results have not yet been divulged.", (None, "have not yet been divulged", "The results")),
        ("The ministry did not disclose the figures.", ("The ministry", "did not disclose", "the figures")),
        ("Brand left the council for undisclosed reasons.", (None, "undisclosed", "reasons")),
    ],
)
def test_what_was_not_said_is_read_with_what_was_asked_for(text: str, expected: tuple[str | None, str, str]) -> None:
    assert unsaid(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Brand commented on the matter.",
        "The ministry disclosed the figures.",
        "He cannot tell the truth.",
        "Brand has not answered for it.",
    ],
)
def test_what_was_said_or_is_no_saying_is_left_alone(text: str) -> None:
    assert unsaid(text) == []


def test_the_trained_reader_has_them_as_declined() -> None:
    parsed = parse("Brand has not commented on the matter. The results have not yet been divulged.")
    found = find_statements(parsed, Nobody(), Trained().attribute(parsed).attributions)
    assert len(found) == 2
    assert all(one.stance == "declines" or one.negated for one in found)


@pytest.mark.parametrize(
    ("text", "stance", "negated"),
    [
        ("The premier stopped short of saying that the raid had failed.", "declines", False),
        ("The premier refrained from naming the leader of the raid.", "declines", False),
        ("The ministry failed to mention that the raid had failed.", "asserts", True),
    ],
)
def test_the_saying_held_back_tells_the_stance_whichever_word_the_trained_reader_has_for_head(
    text: str, stance: str, *, negated: bool
) -> None:
    parsed = parse(text)
    (found,) = find_statements(parsed, Nobody(), Trained().attribute(parsed).attributions)
    assert (found.stance, found.negated) == (stance, negated)
