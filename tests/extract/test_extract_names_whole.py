"""Names that are one whole, and what stands beside them."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import named, read


def kinds(text: str) -> dict[str, str]:
    """What everybody named in a text is, by name."""
    return {one.name: one.kind for one in read(text).all if one.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee, chairman of the Energy and Commerce Committee, said no.", "Energy and Commerce Committee"),
        ("The Securities and Exchange Commission fined them.", "Securities and Exchange Commission"),
        ("Ann Lee of Reporters Without Borders said no.", "Reporters Without Borders"),
        ("He fought al Qaeda for years.", "al Qaeda"),
        ("The attack was planned by al-Qaeda.", "al-Qaeda"),
    ],
)
def test_a_body_is_told_by_its_whole_name(text: str, name: str) -> None:
    assert [
        found
        for found in kinds(text)
        if {"Committee", "Commission", "Borders"} & set(found.split()) or found.lower().endswith("qaeda")
    ] == [name]


def test_where_a_body_is_belongs_not_to_its_name() -> None:
    found = kinds("Mr. Dolan spoke at the Halden University in Boston on Monday.")
    assert (found["Halden University"], found["Boston"]) == ("body", "place")


@pytest.mark.parametrize("seat", ["R-TX", "I-VT", "D-Ore.", "R-Ill."])
def test_a_party_and_seat_is_nobody(seat: str) -> None:
    assert list(kinds(f"Sen. Ann Lee ({seat}) said that the dam was safe.")) == ["Ann Lee"]


def test_a_hashtag_is_nobody() -> None:
    assert kinds("Many wrote #JeSuisMarek under it.") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He works for the satirical newspaper Charlie Verin. Charlie Verin was sued.", "Charlie Verin"),
        ("The centrist Yesh Marek party lost. Mr. Dolan said Yesh Marek would recover.", "Yesh Marek"),
    ],
)
def test_what_is_told_to_be_a_party_or_paper_is_a_body(text: str, name: str) -> None:
    assert kinds(text)[name] == "body"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sens. Mary Lee (R-TX) and John Tarn (D-MA) voted for it.", "sen."),
        ("Reps. Mary Lee of Ohio and John Tarn of Iowa voted for it.", "rep."),
        ("Lawyers Mary Lee and John Tarn wrote it.", "lawyer"),
        ("Two former advisers, Mary Lee and John Tarn, wrote it.", "former adviser"),
    ],
)
def test_an_office_of_several_is_each_ones(text: str, title: str) -> None:
    told = read(text)
    assert [[one.text for one in named(told, name).titles] for name in ("Mary Lee", "John Tarn")] == [[title], [title]]


def test_an_office_of_several_is_nobodys_whom_no_list_joins_to_them() -> None:
    told = read("Operators Halden and Brenn Lines lost. Senators told Mary Lee that John Tarn had left.")
    assert [one.titles for one in told.all if one.names] == [()] * len([one for one in told.all if one.names])


def test_an_embassy_is_told_by_where_it_is() -> None:
    assert "Embassy of the United States in Cairo" in kinds("The Embassy of the United States in Cairo condemns it.")
