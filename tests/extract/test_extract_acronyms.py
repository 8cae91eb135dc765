from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.extract.acronyms import find_expansions


def expansions(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*short)], text[slice(*long)]) for short, long in find_expansions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the state-run Norvian Telegraph Agency (NTA) reported", ("NTA", "Norvian Telegraph Agency")),
        ("the Board for Safety and Order in the Valley (BSOV) met", ("BSOV", "Board for Safety and Order in the Valley")),
        ("a sluice control unit (SCU) failed", ("SCU", "sluice control unit")),
        ("the Trans-Sarn Transit Pact (TSTP) ended", ("TSTP", "Trans-Sarn Transit Pact")),
        ("the Ministry of Dams (MoD) said", ("MoD", "Ministry of Dams")),
        ("United Valleys Flood Fund (UNIFF) paid", ("UNIFF", "United Valleys Flood Fund")),
        ("the LDB (Lower Dam Board) met", ("LDB", "Lower Dam Board")),
        ("the Norvian Office of Gate Safety (OGS) met", ("OGS", "Office of Gate Safety")),
        ("the Water Department (DOW) said", ("DOW", "Water Department")),
        ("the Lower Dam Board's (LDB) chief", ("LDB", "Lower Dam Board")),
        ("the Lower Dam Board, or LDB, met", ("LDB", "Lower Dam Board")),
        ("the Lower Dam Board, also known as LDB, met", ("LDB", "Lower Dam Board")),
        ("the LDB, which stands for Lower Dam Board, met", ("LDB", "Lower Dam Board")),
        ("reports of SLUINT — sluice intelligence — came", ("SLUINT", "sluice intelligence")),
        ('marked "JWA", meaning "Joint Water Agency."', ("JWA", "Joint Water Agency")),
        ("the JWA, or Joint Water Agency, met", ("JWA", "Joint Water Agency")),
        ('marked "JWA," short for "Joint Water Agency."', ("JWA", "Joint Water Agency")),
        ("Great Transit and Trade Investment Pact (GTTIP) ended", ("GTTIP", "Great Transit and Trade Investment Pact")),
    ],
)
def test_an_acronym_is_found_with_its_long_form(text: str, found: tuple[str, str]) -> None:
    assert expansions(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "TESSEN (NTA) – Dolan warned",
        "Senator Mira Holt (R-WM) left",
        "he spoke to Tarn (LDB) there",
        "they left the dam below (in March)",
        "the Lower Dam Board (Ldb) met",
        "a list (A) of it",
        "shares of Lockmill Marsh (LKMT) rose",
        "the Nordaq Silt Group (NDAQ) rose",
        "they met the guards or LDB agents",
        "officials came into contact with Dam Police or CDP agents",
    ],
)
def test_what_stands_in_brackets_for_another_reason_is_none(text: str) -> None:
    assert expansions(text) == []


def test_the_long_form_does_not_reach_over_a_sentence() -> None:
    assert expansions("He went Lower. Dam Board (LDB) met") == []


@given(st.text(alphabet="ABab &()-.\n", max_size=60))
def test_every_long_form_holds_the_letters_in_order_and_begins_with_the_first(text: str) -> None:
    for short, long in expansions(text):
        letters = iter(long.casefold())
        assert all(char.casefold() in letters for char in short if char.isalnum())
        assert long[0].casefold() == short[0].casefold()
