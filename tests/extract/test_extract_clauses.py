"""Further clauses of a content: what one statement says beside the first."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_propositions import parse

from quoth.extract.propositions import read_content
from quoth.records import Span


def further(text: str, content: str) -> list[tuple[str, str | None, bool]]:
    start = text.index(content)
    found = read_content(parse(text), (Span(start, start + len(content)),))
    assert found is not None
    told = [(" ".join(text[begin:end] for begin, end in one.spans), one.proposition) for one in found.further]
    return [(words, said.predicate, said.negated) for words, said in told]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("that the pump was old and that a guard had been shot dead", [("that a guard had been shot dead", "shoot", False)]),
        ("“The pump is old. Nobody has checked it since May.”", [("Nobody has checked it since May", "check", True)]),
        ("that the pump was old and had never been checked", []),
        ("“The pump is old. Not a word.”", []),
        ("that the pump was old", []),
    ],
)
def test_each_clause_with_a_subject_of_its_own_is_read_by_itself(content: str, found: list[tuple[str, str, bool]]) -> None:
    assert further(f"Marland said {content}", content) == found


def test_a_quotation_that_its_cue_parts_goes_on_behind_it() -> None:
    text = "“The pump is old,” Marland said. “A guard has been shot.”"
    first, second = text.index("The"), text.index("A guard")
    found = read_content(parse(text), (Span(first, first + 15), Span(second, len(text) - 1)))
    assert found is not None
    assert [one.proposition.predicate for one in found.further] == ["shoot"]
