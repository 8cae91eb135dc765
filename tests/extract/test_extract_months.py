"""Words of the calendar that are somebody's name."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import parse

from quoth.extract.reference.months import with_calendar_names
from quoth.extract.referents import find_referents
from quoth.extract.times import find_times

NAMED = "Prime Minister Anna May will meet the miners in Halden. “I have done my best,” Mrs May said."


def people(text: str) -> set[str]:
    return {one.name for one in find_referents(with_calendar_names(parse(text))).all if one.kind == "person"}


def times(text: str) -> set[str]:
    return {text[slice(*one.span)] for one in find_times(with_calendar_names(parse(text)))}


@pytest.mark.parametrize(
    "text", [NAMED, NAMED.replace("Mrs May said", "May said"), "Anna May left Halden. The pressure on May grew. May was tired."]
)
def test_who_is_named_like_a_month_is_one_person(text: str) -> None:
    assert people(text) == {"Anna May"}
    assert not times(text)


def test_a_month_stays_one_beside_who_is_named_so() -> None:
    text = "Anna May was elected in May. She will go at the end of May, Mr. Dolan said. On May 3 May met him."
    assert people(text) == {"Anna May", "Dolan"}
    assert {"May", "May 3"} <= times(text)


def test_a_given_name_is_part_of_who_is_named_like_a_month() -> None:
    assert people("Jan Korsky, a senator, said no. Korsky left.") == {"Jan Korsky"}


@pytest.mark.parametrize(
    "text", ["Anna said on Friday that it may rain.", "He said so in North Carolina Friday.", "The senator left in May."]
)
def test_nobody_is_named_by_a_date(text: str) -> None:
    assert not {name for name in people(text) if "Friday" in name or "May" in name}
