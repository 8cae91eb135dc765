from __future__ import annotations

import pytest

from quoth.link.askers import Account, other_side, settle_sides, whose_office


def test_a_capital_named_by_who_names_its_state_too_is_that_side() -> None:
    told = [Account("Marsh", "Norvia", known=True), Account("Marsh", "Tessen", known=False), Account("NTA", "Arden", known=True)]
    assert settle_sides(told) == {"Norvia": "Norvia", "Tessen": "Norvia", "Arden": "Arden"}


def test_a_name_of_which_nobody_tells_the_side_is_its_own() -> None:
    told = [Account("Marsh", "Norvia", known=True), Account("NTA", "Tessen", known=False)]
    assert settle_sides(told)["Tessen"] == "Tessen"


def test_who_gives_two_accounts_tells_of_no_third() -> None:
    told = [Account("NTA", "Norvia", known=True), Account("NTA", "Arden", known=True), Account("NTA", "Tessen", known=False)]
    assert settle_sides(told)["Tessen"] == "Tessen"


def test_two_of_one_state_name_one_side() -> None:
    told = [
        Account("Marsh", "Norvia", known=True, state="Arden"),
        Account("Reeve", "Tessen", known=False, state="Arden"),
        Account("Dolan", "Arden", known=True, state="Norvia"),
    ]
    assert settle_sides(told) == {"Norvia": "Norvia", "Tessen": "Norvia", "Arden": "Arden"}


def test_what_somebody_says_goes_before_what_others_of_their_state_say() -> None:
    told = [
        Account("Marsh", "Norvia", known=True, state="Arden"),
        Account("Reeve", "Ilmar", known=True, state="Arden"),
        Account("Reeve", "Tessen", known=False, state="Arden"),
    ]
    assert settle_sides(told)["Tessen"] == "Ilmar"


def test_who_is_of_one_side_means_the_other_by_a_name_that_is_nobodys() -> None:
    told = [Account("Dolan", "Westmere", known=False, state="Norvia", other="Arden"), Account("NTA", "Norvia", known=True)]
    assert settle_sides(told) == {"Westmere": "Arden", "Norvia": "Norvia"}


def test_a_name_that_two_sides_use_stays_its_own() -> None:
    told = [
        Account("Dolan", "Westmere", known=False, state="Norvia", other="Arden"),
        Account("Marsh", "Westmere", known=False, state="Arden", other="Norvia"),
    ]
    assert settle_sides(told) == {"Westmere": "Westmere"}


@pytest.mark.parametrize(
    ("name", "whose"), [("Edda Karsh's office", "Edda Karsh"), ("Office of Edda Karsh", None), ("Edda Karsh", None)]
)
def test_an_office_is_its_persons(name: str, whose: str | None) -> None:
    assert whose_office(name) == whose


def test_the_other_side_is_told_of_a_contact_between_two_by_one_of_them() -> None:
    assert other_side({"Arden", "Norvia"}, "Norvia") == "Arden"
    assert other_side({"Arden", "Norvia"}, "Ilmar") is None
    assert other_side({"Arden", "Norvia", "Ilmar"}, "Norvia") is None
