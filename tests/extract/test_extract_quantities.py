from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.extract.quantities import find_quantities
from quoth.extract.statements import Nobody, find_statements
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.records import Document, Quantity, Segment

Figures = tuple[float | None, float | None, float | None]


def read(text: str) -> tuple[Quantity, ...]:
    found = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published="2025-03-17",
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    parsed = English().parse(found, (Segment("body", 0, len(text)),))
    return find_quantities(parsed, find_statements(parsed, Nobody()), find_times(parsed))


@pytest.mark.parametrize(
    ("text", "figures", "unit", "of"),
    [
        ("The blast killed five people.", (5, 5, 5), "people", "killed"),
        ("Seven people were taken to hospital after the crash, the coast guard said.", (7, 7, 7), "people", "hospitalized"),
        ("Eleven people had been taken to hospital by Wednesday.", (11, 11, 11), "people", "hospitalized"),
        ("Police led twelve men into custody.", (12, 12, 12), "people", "detained"),
        ("At least nine people were killed in the blast.", (9, 9, None), "people", "killed"),
        ("More than 4,000 residents have been moved out of the valley.", (4000, 4000, None), "people", "moved"),
        ("Up to 300 soldiers were wounded.", (300, None, 300), "people", "injured"),
        ("About 70 ships are waiting.", (70, None, None), None, "ships"),
        ("Between 40 and 50 houses burned.", (None, 40, 50), None, "houses"),
        ("Some 40-50 houses burned.", (None, 40, 50), None, "houses"),
        ("Dozens of people were arrested.", (None, 24, None), "people", "arrested"),
        ("Hundreds of thousands of people fled.", (None, 200_000, None), "people", "fled"),
        ("Twenty-five missiles were fired.", (25, 25, 25), None, "missiles"),
        ("The repair cost $2.4 million.", (2_400_000, 2_400_000, 2_400_000), "USD", "cost"),
        ("The repair will cost over €3bn.", (3e9, 3e9, None), "EUR", "cost"),
        ("Turnout was 53 percent.", (53, 53, 53), "percent", None),
        ("The lake fell by no more than 30 centimetres.", (30, None, 30), "cm", None),
        ("The town is 12 kilometers from the border.", (12, 12, 12), "km", "distance"),
        ("Every day 400 people apply.", (400, 400, 400), "people", "apply"),
        ("Today 52 percent view it in that way.", (52, 52, 52), "percent", None),
        ("A vast majority of voters — 74 percent — saw it so.", (74, 74, 74), "percent", "voters"),
        ("The house has a debt nearing $20 trillion.", (2e13, 2e13, 2e13), "USD", "debt"),
        ("They are nothing more than two career Brenn insiders.", (2, 2, None), "people", "insiders"),
        ("It does not feel great to millions of wonderful people.", (None, 2_000_000, None), "people", None),
        ("The death toll has risen to nine.", (9, 9, 9), "people", "killed"),
        ("The number of people moved out of the valley stands at 1,850.", (1850, 1850, 1850), "people", "moved"),
    ],
)
def test_a_figure_has_its_bounds_its_unit_and_what_it_counts(text: str, figures: Figures, unit: str | None, of: str | None) -> None:
    (found,) = read(text)
    assert ((found.value, found.low, found.high), found.unit, found.of) == (figures, unit, of)


def test_dead_died_and_killed_are_counted_as_one_thing() -> None:
    found = read(
        "Five dead were found. Five people died. The blast killed five. Five deaths were confirmed. It left five people dead."
    )
    assert [(one.value, one.unit, one.of) for one in found] == [(5, "people", "killed")] * 5


def test_figures_without_a_noun_take_what_they_count_from_the_sentence() -> None:
    found = read("Three people were killed and 14 injured. Four people died, not five as was reported.")
    assert [(one.value, one.of) for one in found] == [(3, "killed"), (14, "injured"), (4, "killed"), (5, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "Dolan, 58, is a teacher.",
        "A 41-year-old man was seen.",
        "The blast was at Pumping Station No. 2.",
        "They cited Resolution 2231.",
        "He flew a Boeing 737.",
        "The pact of 1998 failed.",
        "The call lasted three days.",
        "One of the men fled.",
        "The two sides met.",
        "No one was seen.",
        "She came second.",
    ],
)
def test_ages_dates_names_and_picks_are_no_counts(text: str) -> None:
    assert read(text) == ()


def test_a_figure_says_as_of_when_it_counts() -> None:
    (found,) = read("The rescue service said that as of Sunday five people had been killed.")
    assert found.as_of == "2025-03-16"


def test_a_figure_says_according_to_which_statement_it_is_told() -> None:
    (found,) = read("The rescue service said that five people had been killed.")
    assert found.statement is not None
    (plain,) = read("Five people had been killed.")
    assert plain.statement is None


WORDS = ["at least", "up to", "about", "some", "five", "1,200", "2.5 million", "dozens of", "people", "ships", "percent", "$", "km", "killed",
         "were", "between", "and", "to", "-", "half", "the", "of", "9", "hundred", "toll", "at", "number", "."]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=12))
def test_bounds_are_in_order_and_spans_hold_their_text(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
        assert one.low is None or one.high is None or one.low <= one.high
        assert one.value is None or (one.low in {None, one.value} and one.high in {None, one.value})
    assert len({one.id for one in found}) == len(found)
