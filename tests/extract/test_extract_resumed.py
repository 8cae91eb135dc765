"""Quotations that fill a paragraph are whose the sentence before them tells of."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.attribution.resumed import resume
from quoth.extract.statements import find_attributed

WORDS = "“Nobody asked the people of this town, and nobody ever will.”"


def owners(text: str, *, known: bool = False) -> list[tuple[str, str]]:
    """Who has the quotation that the last paragraph is, and by which cue."""
    parsed = parse(text)
    found = [one for one in find_attributed(parsed) if one.paragraph < len(parsed.paragraphs) - 1] if known else []
    number, told = len(parsed.paragraphs) - 1, parsed.document.text
    return [
        (
            told[slice(*parsed.paragraphs[one.paragraph].span(*one.source))],
            told[slice(*parsed.paragraphs[one.paragraph].span(*one.cue))],
        )
        for one in resume(parsed.paragraphs, find_quotations(parsed.paragraphs), found)
        if one.source is not None and any(at == number for at, _ in one.contents)
    ]


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("The council shut the bridge. Marn agreed.", ("Marn", "agreed")),
        ("Bo Tarn spoke to reporters before the vote on Monday night.", ("Bo Tarn", "spoke")),
        ("Bo Tarn did not respond.", None),
        ("The bridge spoke for itself.", None),
        ("Bo Tarn walked home along the river.", None),
        ("Marn agreed to meet the council.", None),
        ("Marn agreed: “It is so.”", None),
    ],
)
def test_a_quotation_of_its_own_is_whose_the_sentence_before_says_spoke(before: str, owner: tuple[str, str] | None) -> None:
    assert owners(f"The town was quiet on Monday.\n{before}\n{WORDS}") == ([owner] if owner else [])


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("Ines Vell urged the council to open the bridge again.", ("Ines Vell", "urged")),
        ("Ines Vell wants the council to open the bridge again.", None),
        ("Reuters reported about the plan of Ines Vell.", None),
        ("Ines Vell, who urged the council to open the bridge, walked home.", None),
    ],
)
def test_it_goes_on_with_what_that_sentence_says(before: str, owner: tuple[str, str] | None) -> None:
    assert owners(f"The town was quiet on Monday.\n{before}\n{WORDS}", known=True) == ([owner] if owner else [])


def test_words_that_stand_elsewhere_too_are_an_ornament() -> None:
    assert owners(f"{WORDS} an old man told his neighbours.\nMarn agreed.\n{WORDS}") == []
