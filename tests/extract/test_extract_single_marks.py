"""Quotations between straight single marks, which are also apostrophes, and headings in quotation marks."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_posts import read_both
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.quotations import find_quotations

WORDS = "Nobody asked us before the bridge was shut, and nobody's seen it since"


def quoted(text: str) -> list[list[str]]:
    """By paragraph what stands between quotation marks, as the text has it."""
    parsed = parse(text)
    return [
        [parsed.document.text[slice(*parsed.paragraphs[one.paragraph].span(*one.range))] for one in some]
        for some in find_quotations(parsed.paragraphs)
    ]


def test_straight_single_marks_set_off_a_quotation() -> None:
    assert quoted(f"'{WORDS},' Ines Vell said. It was 'a mess', she added.") == [[f"'{WORDS},'", "'a mess'"]]
    for found in read_both(f"'{WORDS},' Ines Vell said."):
        assert [(one.form, one.source.text) for one in found if one.source and one.cue.text == "said"] == [("direct", "Ines Vell")]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' rights and the councils' plans were lost in the '90s, and the boys' coach left.",
        "They went to a rock 'n' roll show in the mayors' hall.",
        "The teachers' union said \"no\" to the voters' plan.",
        "'It holds and the gates are shut, Ines Vell said.",
    ],
)
def test_apostrophes_set_off_nothing(text: str) -> None:
    assert [one for some in quoted(text) for one in some if one.startswith("'")] == []


def test_a_quotation_in_straight_single_marks_runs_on_over_paragraphs() -> None:
    text = f"Ines Vell said: 'The gates hold. We looked.\n\n'{WORDS}.'"
    assert quoted(text) == [["'The gates hold. We looked."], [f"'{WORDS}.'"]]
    for found in read_both(text):
        assert [one.source.text for one in found if one.source and "Nobody asked" in one.content.text] == ["Ines Vell"]


@pytest.mark.parametrize("heading", ["'No commitment'", "“We are not there yet”", "“Nobody Asked Us.”"])
def test_a_heading_in_quotation_marks_goes_on_with_nobodys_words(heading: str) -> None:
    text = f"“The gates hold,” Ines Vell said on Monday.\n\n{heading}\n\nThe council met on Monday, and the meeting was long."
    for found in read_both(text):
        assert [one for one in found if heading[1:-1] in one.content.text] == []
