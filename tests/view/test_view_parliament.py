"""Who sits in a parliament stands for nobody else."""

from __future__ import annotations

import pytest

from quoth.records import Title
from quoth.view.coverage import Who
from quoth.view.parliament import sits_alone


@pytest.mark.parametrize(
    ("held", "alone"),
    [
        (["sen."], True),
        (["republican senator", "chairman of Water Committee"], True),
        (["congresswoman", "democrat"], True),
        (["senator", "president"], False),
        (["mp", "defence minister"], False),
        (["spokeswoman"], False),
        (["lieutenant colonel"], False),
        ([], False),
    ],
)
def test_a_member_of_a_parliament_without_an_office_of_government_sits_alone(held: list[str], *, alone: bool) -> None:
    assert sits_alone(Title(text) for text in held) is alone


def test_who_sits_alone_is_a_party_of_its_own_and_keeps_its_state() -> None:
    senator = Who("a", "Ada Lund", "person", "Norvia", alone=True)
    minister = Who("b", "Marek Dolan", "person", "Norvia")
    assert (senator.party, senator.country, minister.party) == ("Ada Lund", "Norvia", "Norvia")
