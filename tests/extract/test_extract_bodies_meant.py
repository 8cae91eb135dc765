"""Which body a general noun means, and whom an office that somebody had means."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import named, read, whom


def test_the_house_is_no_residence_but_a_chamber() -> None:
    told = read("The White House refused. The House will vote on Thursday, Mr. Dolan said.")
    assert [mention.text for mention in named(told, "White House").mentions] == ["White House"]
    told = read("The House Rules Committee met on Monday. The House will vote on Thursday, Mr. Dolan said.")
    assert len(named(told, "House Rules Committee").mentions) == 1
    told = read("The House of Delegates met on Monday. The House will vote on Thursday.")
    assert len(named(told, "House of Delegates").mentions) == 2


@pytest.mark.parametrize("words", ["the Brenn police", "the Brenn department"])
def test_a_body_that_other_names_are_told_with_is_another(words: str) -> None:
    told = read(f"The Halden Police Department said on Monday that it was sure. Mr. Dolan said {words} were not told.")
    assert len(named(told, "Halden Police Department").mentions) == 1


def test_a_body_told_of_by_its_own_name_or_by_who_has_a_majority_in_it_is_meant() -> None:
    told = read("The Halden Police Department said that it was sure. The Halden department spoke to nobody.")
    assert len(named(told, "Halden Police Department").mentions) == 2
    told = read("The Halden Assembly met on Monday. The Democrat-controlled Assembly has voted for a bridge.")
    assert len(named(told, "Halden Assembly").mentions) == 2


@pytest.mark.parametrize(
    ("outlet", "noun"),
    [("Reuters", "station"), ("Reuters", "newspaper"), ("Facebook", "newspaper"), ("Twitter", "publication"), ("CNN", "website")],
)
def test_an_outlet_is_not_what_outlets_of_its_kind_are_never_called(outlet: str, noun: str) -> None:
    told = read(f"Ann Lee spoke to {outlet} on Monday. The {noun} said that it was sorry.")
    assert whom(told, f"The {noun}") != outlet


def test_a_platform_is_a_company() -> None:
    assert whom(read("Facebook removed the page on Monday. The company said that it was sorry."), "The company") == "Facebook"


@pytest.mark.parametrize(
    ("words", "text", "of"),
    [
        ("Former Halden mayor Ann Lee", "former mayor", "Halden"),
        ("Former CIA analyst Ann Lee", "former analyst", "Central Intelligence Agency"),
        ("Halden Road Board (HRB) chairman Ann Lee", "chairman", "Halden Road Board"),
        ("Former U.S. Ambassador to Israel Ann Lee", "former ambassador", "United States"),
    ],
)
def test_an_office_is_told_as_it_was_and_of_whose_it_was(words: str, text: str, of: str) -> None:
    titles = named(read(f"{words} said on Monday that the dam was safe."), "Ann Lee").titles
    assert [(title.text, title.of) for title in titles] == [(text, of)]


def test_who_had_an_office_is_first_of_all_meant_by_it() -> None:
    told = read("Former Halden mayor Ann Lee left. Halden mayor Bo Tarn stayed. The former Halden mayor said no.")
    assert whom(told, "The former Halden mayor") == "Ann Lee"
    told = read("Governor Bo Tarn of Halden stayed. The former Halden governor said no.")
    assert whom(told, "The former Halden governor") == "Bo Tarn"


@pytest.mark.parametrize("words", ["Several officials", "Many analysts", "A white officer in August"])
def test_amounts_and_dates_hold_no_office(words: str) -> None:
    assert [title.of for one in read(f"{words} said that it was so.").all for title in one.titles] == [None]
