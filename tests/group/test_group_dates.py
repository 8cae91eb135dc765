from __future__ import annotations

import pytest

from quoth.group.dates import find_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on May 2, 2013", {"month:5", "day:5-2", "month:2013-5", "year:2013"}),
        ("on 3 Dec. 2008", {"month:12", "day:12-3", "month:2008-12", "year:2008"}),
        ("in March 2009", {"month:3", "month:2009-3", "year:2009"}),
        ("in September", {"month:9"}),
        ("by Friday", {"weekday:5"}),
        ("MONDAY", {"weekday:1"}),
        ("since 2004", {"year:2004"}),
    ],
)
def test_what_a_text_names_of_dates(text: str, found: set[str]) -> None:
    assert set(find_dates(text)) == found


@pytest.mark.parametrize("text", ["She may go.", "May said so.", "March on, they said.", "2,013 people", "12.2008 litres", "2008%"])
def test_what_is_no_date(text: str) -> None:
    assert not find_dates(text)


def test_a_date_named_twice_counts_twice() -> None:
    assert find_dates("Friday, and Friday again")["weekday:5"] == 2
