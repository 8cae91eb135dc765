from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.lexicon.imprints import match_imprint


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The Mill Pond, by Jana Pirk, 12 October 2025", ("The Mill Pond", "Jana Pirk", "12 October 2025")),
        ("By Jana Pirk, The Mill Pond, 12 October 2025", ("The Mill Pond", "Jana Pirk", "12 October 2025")),
        ("Jana Pirk, The Mill Pond, 12 October 2025", ("The Mill Pond", "Jana Pirk", "12 October 2025")),
        ("The Mill Pond by Jana Pirk (12 October 2025)", ("The Mill Pond", "Jana Pirk", "12 October 2025")),
        ("12 October 2025 | Orrin Gazette | By Jana Pirk", ("Orrin Gazette", "Jana Pirk", "12 October 2025")),
        ("*Orrin Gazette*, by Jana Pirk, Sunday, 12 October 2025", ("Orrin Gazette", "Jana Pirk", "12 October 2025")),
        ("By Jana Pirk and Nils Holt, Oct. 12, 2025, 6:40 pm", (None, "Jana Pirk and Nils Holt", "Oct. 12, 2025")),
        ("World | By Jana Pirk | Oct 12, 2025", (None, "Jana Pirk", "Oct 12, 2025")),
        ("Posted by Jana Pirk on 12 October 2025", (None, "Jana Pirk", "12 October 2025")),
        ("Source: Mill Pond, 12 October 2025", ("Mill Pond", None, "12 October 2025")),
        ("Orrin Gazette, 2025-10-12", ("Orrin Gazette", None, "2025-10-12")),
    ],
)
def test_an_imprint_tells_outlet_authors_and_day(line: str, told: tuple[str | None, str | None, str]) -> None:
    assert match_imprint(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "Halden, 12 October 2025",
        "The Hague, 12 October 2025",
        "Jana Pirk, The Hague, 12 October 2025",
        "Photo by Jana Pirk, 12 October 2025",
        "Statement by Jana Pirk, 12 October 2025",
        "Halden, by the river, 12 October 2025",
        "The bridge closed on 12 October 2025",
        "By Jana Pirk, Orrin Gazette",
        "A guard stands on the bridge in Halden, October 12, 2025. Jana Pirk/Orrin Gazette",
    ],
)
def test_other_lines_with_a_day_are_no_imprint(line: str) -> None:
    assert match_imprint(line) is None


@given(st.text(max_size=200))
def test_any_line_whatever_can_be_asked_about(line: str) -> None:
    match_imprint(line)
