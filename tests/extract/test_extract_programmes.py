"""What names nobody though it stands in capitals: programmes, illnesses, roads; and who is named by initials."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import named, parse, read

from quoth.extract.reader import AttributionReader
from quoth.extract.times import find_times


@pytest.mark.parametrize(
    "programme",
    [
        "on “Face the Nation”",
        "on CBS' Face the Nation",
        'on CBS News\' "Face the Nation,"',
        "on CNN's “Face the Nation with Anna Weber”",
    ],
)
def test_a_programme_is_no_outlet_that_shares_a_word_with_it(programme: str) -> None:
    names = {one.name for one in read(f"Marek Dolan said {programme} that it was wrong.").all}
    assert not any("Nation" in name or "Face" in name for name in names)
    assert ("Anna Weber" in names) == ("Anna Weber" in programme)


@pytest.mark.parametrize("programme", ["on Arden TV's “This Week”", "on “This Week”", "on ABC's This Week"])
def test_a_programme_is_no_time(programme: str) -> None:
    assert not find_times(parse(f"Marek Dolan said {programme} that it was wrong."))


def test_a_surname_inside_a_programme_s_title_is_not_its_bearer() -> None:
    text = read("Anna Weber spoke on “Weber Tonight” about the dam. Weber left.")
    assert [mention.text for mention in named(text, "Anna Weber").mentions] == ["Anna Weber", "Weber"]


def test_a_title_in_small_letters_behind_a_possessive_is_none() -> None:
    assert find_times(parse("Marek Dolan spoke on the council's “this week” plan."))


@pytest.mark.parametrize("illness", ["Ebola", "HIV", "COVID-19"])
def test_an_illness_is_nobody(illness: str) -> None:
    assert [
        one.name
        for one in read(f"{illness} has killed many in Arden, Marek Dolan said. {illness} is here.").all
        if illness in one.name
    ] == []


def test_a_road_is_a_place() -> None:
    assert named(read("He lives on Roosevelt Boulevard and Byberry Road."), "Byberry Road").kind == "place"


def test_an_office_in_initials_before_a_surname_is_of_who_bears_it() -> None:
    text = read("Assistant district attorney Gail Dolan spoke. “She fired,” says ADA Dolan, “twice.” JD Verin and Ann Verin left.")
    assert {"ADA Dolan", "JD Verin"} & {one.name for one in text.all} == {"JD Verin"}


def test_where_somebody_comes_from_is_no_part_of_the_name() -> None:
    assert (
        named(read("On Saturday, Englishman Robert Buckley, originally from Essex, fell."), "Robert Buckley").name
        == "Robert Buckley"
    )


INTERVIEW = """Anna Reeve: What concerns you most about the weir now?

Marek Dolan: I want to see if it holds. We are using tests now.

AR: Yet everyone is worried about the dam going down.

MD: It leaks at night. The gates have been closed for a year.

AR: There have been worries about the gates. Why are you so sure of this?
"""


def test_initials_before_a_turn_are_who_was_labelled_so_in_full() -> None:
    found = AttributionReader().extract(parse(INTERVIEW))
    names = {one.id: one.name for one in found.referents}
    said = [
        (one.source.text, names.get(one.speaker or ""), one.stance)
        for one in found.statements
        if one.cue.text == ":" and one.source
    ]
    assert said == [
        ("Anna Reeve", "Anna Reeve", "asks"),
        ("Marek Dolan", "Marek Dolan", "asserts"),
        ("AR", "Anna Reeve", "asserts"),
        ("MD", "Marek Dolan", "asserts"),
        ("AR", "Anna Reeve", "asks"),
    ]


def test_initials_that_two_have_are_nobodys() -> None:
    found = AttributionReader().extract(parse(INTERVIEW.replace("Marek Dolan:", "Alma Rusk:")))
    names = {one.id: one.name for one in found.referents}
    assert not any(
        names.get(one.speaker or "") in {"Anna Reeve", "Alma Rusk"}
        for one in found.statements
        if one.source and one.source.text == "AR"
    )
