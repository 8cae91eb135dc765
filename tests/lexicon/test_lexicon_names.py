from __future__ import annotations

import pytest

from quoth.lexicon.codes import state_of_code
from quoth.lexicon.fields import clash, fields_of
from quoth.lexicon.gazetteer import bodies, places
from quoth.lexicon.names import fold
from quoth.lexicon.states import states
from quoth.lexicon.surnames import is_common, is_common_surname, leads, surnames
from quoth.lexicon.table import read_table
from quoth.lexicon.titles import without_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dranskyy", "Dransky"), ("Dranskiy", "Dransky"), ("Sergei", "Sergey"), ("Tarkhan", "Tarhan"), ("Höllrigl", "Hoellrigl"),
        ("Müllner", "Muellner"), ("Müllner", "Mullner"), ("Qasim", "Kasim"), ("Iuliia", "Yuliya"), ("Wladimir", "Vladimir"),
        ("Jean-Luc", "Jean Luc"), ("Łukasz", "Lukasz"), ("BRENKOV", "Brenkov"),
    ],
)  # fmt: skip
def test_transliterations_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Brenkov", "Brankov"), ("Marina", "Karina"), ("Michael", "Michelle"), ("Noel", "Nell")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_full_name_is_common_where_all_its_words_are() -> None:
    assert is_common(["Mary", "Smith"])
    assert is_common(["Mary", "J.", "Smith"])
    assert is_common(["Wang", "Wei"])
    assert not is_common(["Mary", "Quillen"])
    assert not is_common(["Tamsin", "Smith"])
    assert is_common_surname("smith")


def test_surnames_that_lead_are_told() -> None:
    assert leads("Kim")
    assert not leads("Smith")


def test_no_surname_is_listed_twice() -> None:
    listed = [row["surname"] for row in read_table("surnames")]
    assert len(listed) == len(set(listed)) <= len(surnames()) + 20


def test_fields_clash_only_where_both_are_known_and_none_is_shared() -> None:
    keeper, bishop = fields_of(["goalkeeper"]), fields_of(["Anglican bishop"])
    assert clash(keeper, bishop)
    assert not clash(keeper, fields_of(["mayor"]))
    assert not clash(keeper, keeper | bishop)


def test_every_code_is_of_a_state_that_the_table_of_states_has() -> None:
    assert all(states().of(row["name"]) == row["name"] for row in read_table("codes"))
    assert (state_of_code("fr"), state_of_code("XX"), state_of_code("France")) == ("France", None, None)


def test_bodies_belong_to_known_states_and_no_name_is_of_two() -> None:
    rows = read_table("bodies")
    assert all(states().of(row["country"]) == row["country"] for row in rows if row["country"])
    names = [name for row in rows for name in (row["name"], *filter(None, row["aliases"].split(";")))]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert bodies()["UN Development Programme"].country is None


def test_places_have_one_name_each() -> None:
    rows = read_table("places")
    names = [name for row in rows for name in (row["name"], *filter(None, row["aliases"].split(";")))]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert places()["Kharkov"].name == "Kharkiv"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Tarrow Motor Company", "Tarrow"),
        ("General Motors", "General Motors"),
        ("Tarrow Holdings plc", "Tarrow"),
        ("Tarrow Computer", "Tarrow"),
    ],
)
def test_a_company_is_named_without_its_form_and_trade(name: str, plain: str) -> None:
    assert " ".join(without_form(name.split())) == plain
