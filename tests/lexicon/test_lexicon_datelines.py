from __future__ import annotations

import pytest

from quoth.lexicon.datelines import match_date_line, match_dateline


@pytest.mark.parametrize(
    ("line", "prefix", "place", "day", "agency"),
    [
        ("HALDEN, October 24. /TASS/. The risk", "HALDEN, October 24. /TASS/.", "HALDEN", "October 24", "TASS"),
        ("HALDEN (Reuters) - The", "HALDEN (Reuters) -", "HALDEN", None, "Reuters"),
        ("LAS CRUCES — A", "LAS CRUCES —", "LAS CRUCES", None, None),
        ("HALDEN/VARNA (Reuters) - The", "HALDEN/VARNA (Reuters) -", "HALDEN/VARNA", None, "Reuters"),
        ("HALDEN, Ardania (AP) — The", "HALDEN, Ardania (AP) —", "HALDEN, Ardania", None, "AP"),
        ("HALDEN, Oct 24 (Reuters) – The", "HALDEN, Oct 24 (Reuters) –", "HALDEN", "Oct 24", "Reuters"),
        ("HALDEN, Oct. 24 (Xinhua) -- The", "HALDEN, Oct. 24 (Xinhua) --", "HALDEN", "Oct. 24", "Xinhua"),
        (
            "HALDEN, Nov. 3, 2020 /PRNewswire/ -- The",
            "HALDEN, Nov. 3, 2020 /PRNewswire/ --",
            "HALDEN",
            "Nov. 3, 2020",
            "PRNewswire",
        ),
        ("(CNN) -- The", "(CNN) --", None, None, "CNN"),
        ("Halden (CNN) The army", "Halden (CNN)", "Halden", None, "CNN"),
        ("Halden, 24 October – The", "Halden, 24 October –", "Halden", "24 October", None),
        ("(Halden, 24 October 2022) – The", "(Halden, 24 October 2022) –", "Halden", "24 October 2022", None),
        ("МОСКВА, 24 октября. /ТАСС/. Это", "МОСКВА, 24 октября. /ТАСС/.", "МОСКВА", "24 октября.", "ТАСС"),
        ("КИЕВ, 24 окт — РИА Новости. Это", "КИЕВ, 24 окт — РИА Новости.", "КИЕВ", "24 окт", "РИА Новости"),
        ("Halden. 24 October. INTERFAX.RU - The", "Halden. 24 October. INTERFAX.RU -", "Halden.", "24 October", "INTERFAX.RU"),
        ("Halden, May 3 (Nordwire) — The", "Halden, May 3 (Nordwire) —", "Halden", "May 3", "Nordwire"),
    ],
)
def test_a_dateline_is_read_with_its_place_day_and_agency(
    line: str, prefix: str, place: str | None, day: str | None, agency: str | None
) -> None:
    found = match_dateline(line, 0, len(line))
    assert found is not None
    assert (line[: found.end], found.place, found.day, found.agency) == (prefix, place, day, agency)


@pytest.mark.parametrize(
    "line",
    [
        "The President — who came late — said",
        "Miller (R) - said",
        "Rep. Miller (R-Texas) – said",
        "MILLER: We will stay",
        "The House voted. It was late",
        "UPDATE - The army",
        "ANALYSIS — The army",
        "On Oct. 24, 2022 — a Monday — it rained",
        "Grey League (GL) fighters",
        "and then — nothing",
        "",
    ],
)
def test_a_sentence_or_heading_is_not_a_dateline(line: str) -> None:
    assert match_dateline(line, 0, len(line)) is None


def test_places_are_counted_from_the_start_of_the_text() -> None:
    text = "Title\n\nHALDEN (AP) — The army"
    found = match_dateline(text, 7, len(text))
    assert found is not None
    assert text[found.start : found.end] == "HALDEN (AP) —"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Halden, 24 October 2022", "24 October 2022"),
        ("Porto da Serra, Brenn, October 24, 2022", "October 24, 2022"),
        ("Halden, Monday, 24 October 2022", "24 October 2022"),
        ("Halden, den 24. Oktober 2022", "24. Oktober 2022"),
        ("Халден, 24 октября 2022 г.", "24 октября 2022"),
        ("Communiqué No. 4 / 24 October 2022", "24 October 2022"),
        ("Press release Nr 112/2022 – 24.10.2022", "24.10.2022"),
    ],
)
def test_a_line_of_place_or_number_and_date_gives_its_day(line: str, day: str) -> None:
    assert match_date_line(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "Floods in Halden, October 24, 2022",
        "By Mira Oland, 24 October 2022",
        "Halden, 24 October",
        "Communiqué No. 4",
        "He left it in Halden.",
    ],
)
def test_other_lines_with_a_day_are_no_line_of_place_and_date(line: str) -> None:
    assert match_date_line(line) is None
