"""Lists of people with what each is of: who speaks together is a group of all of them."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import read
from tests.extract.test_extract_speakers import members


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (
            "Sens. Claire Marnell of Missouri, Jon Tarner of Montana and Heidi Heitmann of North Dakota",
            ["Claire Marnell", "Jon Tarner", "Heidi Heitmann"],
        ),
        (
            "Republicans Sen. James Hanfield of Oklahoma, Rep. Carlos Arbero of Florida and Gov. John Tasner of Ohio",
            ["James Hanfield", "Carlos Arbero", "John Tasner"],
        ),
        ("Sens. Charles Adlermann (D) of New York and John Harrow (R) of Arizona", ["Charles Adlermann", "John Harrow"]),
        ("President Dolan and Homeland Security Secretary Ann Lee", ["Dolan", "Ann Lee"]),
        ("Halden Corp (HLDN.O), Westmere Inc (WSTM.N) and Tarn Inc (TRN.N)", ["Halden Corp", "Westmere Inc", "Tarn Inc"]),
    ],
)
def test_people_with_what_each_is_of_speak_together(source: str, names: list[str]) -> None:
    assert members(read(f"{source} have said that the dam is safe."), source) == names


@pytest.mark.parametrize(
    "source", ["Ann Lee of the Ethics and Public Policy Center in Halden", "Dolan and Lee's chief executive Matthew Korr"]
)
def test_what_one_person_is_of_is_no_list(source: str) -> None:
    assert len(members(read(f"{source} said that the dam is safe."), source)) == 0
