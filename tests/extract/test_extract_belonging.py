"""Whose state somebody is of by what stands behind the name: who heads a body of it, the seat of one."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import named, read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The wall held, said Nina Orlec, who heads the Kenyan rescue service.", "Nina Orlec", "Kenya"),
        ("Nina Orlec, who runs the coastguard, agreed.", "Nina Orlec", None),
        ("Nina Orlec, who leads the Kenyan marathon, agreed.", "Nina Orlec", None),
        ("The talks failed, according to Harrow House, the seat of the Kenyan defence ministry.", "Harrow House", "Kenya"),
        ("“No,” said Nina Orlec, R-Maine, who leads them.", "Nina Orlec", "United States"),
        ("Sen. Nina Orlec (D-N.Y.) said that it would pass.", "Nina Orlec", "United States"),
        ("Nina Orlec (R-Ga.) and Boris Tarn voted for it.", "Nina Orlec", "United States"),
        ("Rep. Nina Orlec (R-New Hampshire) agreed.", "Nina Orlec", "United States"),
        ("Nina Orlec (K-Tarn.) said that it would pass.", "Nina Orlec", None),
        ("Nina Orlec (AFP/Getty Images) took the picture.", "Nina Orlec", None),
        ("Nina Orlec, U-Boot captain, agreed.", "Nina Orlec", None),
        ("The talks failed, according to Harrow House, the home of the club.", "Harrow House", None),
    ],
)
def test_who_heads_a_body_of_a_state_is_of_it(text: str, name: str, country: str | None) -> None:
    (found,) = (one for one in read(text).all if one.name == name)
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Dolan, the son of Cuban immigrants, left.", "Cuban immigrants"),
        ("Dolan, a lawyer for Cuban migrants, left.", "Cuban migrants"),
        ("Dolan, the head of Americans for Fair Roads, said no.", "Americans for Fair Roads"),
    ],
)
def test_who_is_of_or_for_a_states_people_does_not_belong_to_the_state(text: str, of: str) -> None:
    dolan = named(read(text), "Dolan")
    assert (dolan.country, dolan.titles[0].of) == (None, of)


def test_who_commands_a_states_forces_belongs_to_it() -> None:
    assert named(read("Dolan, the commander of the Iraqi forces, left."), "Dolan").country == "Iraq"
