from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.records import Disagreement, Given, Quantity, Reading, Span, Story
from quoth.store import ReadView
from quoth.view.coverage import Coverage, gather
from quoth.view.figures import amount_text, figures_page, lay_out_figures


def quantity(
    value: float | None, low: float | None, high: float | None, unit: str | None = None, of: str | None = "boats"
) -> Quantity:
    return Quantity("q", "d", Span(0, 1), "some boats", value, low, high, unit, of, None, None)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (quantity(9, 9, 9), "9"),
        (quantity(1200, 1200, 1200, "people"), "1,200"),
        (quantity(9, 9, None, "people"), "at least 9"),
        (quantity(30, None, 30, "cm"), "at most 30 cm"),
        (quantity(70, None, None), "about 70"),
        (quantity(None, 40, 60, "percent"), "40–60 %"),
        (quantity(2_400_000, None, None, "crowns"), "about 2,400,000 crowns"),
        (quantity(2.5, 2.5, 2.5, "km"), "2.5 km"),
        (quantity(58, 58, 58, "age"), "58 years old"),
        (quantity(None, 6, None, "age in months"), "at least 6 months old"),
        (quantity(0, 0, 0), "0"),
        (quantity(None, None, None), "some boats"),
    ],
)
def test_an_amount_is_said_in_figures_with_its_bounds_and_unit(one: Quantity, text: str) -> None:
    assert amount_text(one) == text


def test_all_figures_come_with_what_they_count_as_of_when_and_according_to_whom(told: ReadView) -> None:
    (row,) = figures_page(told).rows
    assert (row.about, row.unit) == ("Left the valley", "people")
    few, many = row.values
    assert (few.value, few.as_of, few.documents) == ("1,200", "2031-03-16", 1)
    assert [one.according_to for one in few.tellings] == [("NTA", "Norvian defence ministry")]
    assert (many.value, many.as_of, many.told) == ("at least 4,000", None, "2031-03-17")
    assert [one.according_to for one in many.tellings] == [("Arden Herald", "a senior official")]


def of_one_thing(coverage: Coverage, **changes: object) -> Coverage:
    first = coverage.quantities[0]
    again = replace(first, id="again", statement=None, **changes)  # type: ignore[arg-type]
    return replace(coverage, quantities=(first, again))


def test_the_same_value_as_of_the_same_day_is_one_line_with_everybody_who_gives_it(told: ReadView) -> None:
    (row,) = lay_out_figures(of_one_thing(gather(told))).rows
    (value,) = row.values
    assert {one.according_to for one in value.surest} == {("NTA", "Norvian defence ministry"), ("NTA",)}
    (other,) = lay_out_figures(of_one_thing(gather(told), as_of="2031-03-17")).rows
    assert [one.as_of for one in other.values] == ["2031-03-16", "2031-03-17"]


def test_things_counted_stand_in_alphabetical_order_and_the_untold_last(told: ReadView) -> None:
    coverage = gather(told)
    first = coverage.quantities[0]
    counted = tuple(replace(first, id=f"{of}", of=of, unit=None) for of in ("zinc", None, "Boats", "ice"))
    page = lay_out_figures(replace(coverage, quantities=counted))
    assert [row.about for row in page.rows] == ["Boats", "Ice", "Zinc", "Not told what"]
    assert page.count == 4


def test_a_figure_in_a_statement_below_the_least_score_is_hidden_and_counted(told: ReadView) -> None:
    page = figures_page(told, min_score=0.95)
    assert (page.rows, page.hidden.statements) == ((), 2)
    assert figures_page(told, min_score=0.5).hidden.statements == 0


def test_figures_of_one_story_are_those_of_its_articles(told: ReadView) -> None:
    assert figures_page(told, story="none such").rows == ()


def test_a_single_thing_told_in_words_is_no_figure_to_show_and_a_single_person_is(told: ReadView) -> None:
    coverage = gather(told)
    one = replace(
        coverage.quantities[0], value=1.0, low=1.0, high=1.0, text="one more barrel", unit="bbl", of="oil", statement=None
    )
    person = replace(one, text="one man", unit="people", of="killed")
    digits = replace(one, text="1 barrel", of="tar")
    rows = lay_out_figures(replace(coverage, quantities=(one, person, digits))).rows
    assert [row.about for row in rows] == ["Killed", "Tar"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("So where did nine come from?", False),
        ("The Courier has withdrawn its nine.", False),
        ("The report says nine.", True),
        ("He withdrew. The report says nine. Why?", True),
    ],
)
def test_a_bare_number_that_is_asked_about_or_taken_back_is_given_by_nobody(told: ReadView, text: str, *, shown: bool) -> None:
    (story,) = told.stories()
    coverage = gather(told, story.documents)
    name = next(iter(coverage.documents))
    at = text.index("nine")
    bare = replace(
        coverage.quantities[0], document=name, span=Span(at, at + 4), text="nine", value=9, unit=None, of=None, statement=None
    )
    documents = {**coverage.documents, name: replace(coverage.documents[name], text=text)}
    page = lay_out_figures(replace(coverage, documents=documents, quantities=(bare,)))
    assert bool(page.rows) == shown
    counted = replace(bare, of="ships")
    assert lay_out_figures(replace(coverage, documents=documents, quantities=(counted,))).rows


def test_people_of_whom_nothing_is_told_are_people(told: ReadView) -> None:
    coverage = gather(told)
    (row,) = lay_out_figures(replace(coverage, quantities=(replace(coverage.quantities[0], of=None),))).rows
    assert row.about == "People, not told who"


def test_figures_that_accounts_give_for_one_thing_stand_together_whatever_the_texts_call_it(told: ReadView) -> None:
    coverage = gather(told)
    first, second = (replace(one, of=of) for one, of in zip(coverage.quantities, ("moved", "leave"), strict=True))
    given = [Reading(one.text, (), (), (one.document,), given=(Given(one.document, one.span),)) for one in (first, second)]
    page = replace(coverage, quantities=(first, second))
    assert [row.about for row in lay_out_figures(page).rows] == ["Leave", "Moved"]
    (row,) = lay_out_figures(page, [Disagreement("p", "s", "moved", "figure", tuple(given))]).rows
    assert (row.about, len(row.values)) == ("Moved", 2)


def test_ages_stand_behind_counts_and_last_what_counts_nobody_knows_what_under_one_heading(told: ReadView) -> None:
    coverage = gather(told)
    first = replace(coverage.quantities[0], statement=None, as_of=None)
    kinds: list[tuple[str | None, str | None]] = [(None, "km"), (None, None), (None, "people"), ("boats", None), ("Dolan", "age")]
    given = [replace(first, id=str(at), span=Span(at, at + 1), value=9, of=of, unit=unit) for at, (of, unit) in enumerate(kinds)]
    page = lay_out_figures(replace(coverage, quantities=tuple(given)))
    assert [(row.about, row.unit, len(row.values)) for row in page.rows] == [
        ("Boats", None, 1),
        ("Age: Dolan", "age", 1),
        ("Not told what", None, 2),
        ("People, not told who", "people", 1),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("about 900 Tolvin militants", "9 Tolvin militants"),
        ("three other villagers", "9 villagers"),
        ("nine dead", "9"),
        ("nine people", "9"),
        ("dozens of sailors", "9 sailors"),
        ("hundreds", "9"),
        ("some of those deaths", "9"),
    ],
)
def test_a_toll_says_whom_it_counts_where_its_words_do(told: ReadView, text: str, value: str) -> None:
    coverage = gather(told)
    one = replace(coverage.quantities[0], text=text, value=9, low=9, high=9, of="killed", statement=None)
    (row,) = lay_out_figures(replace(coverage, quantities=(one,))).rows
    assert [each.value for each in row.values] == [value]


def test_figures_of_two_stories_are_of_two_things(told: ReadView) -> None:
    coverage = gather(told)
    first, second = (replace(one, of="killed", as_of=None, low=3, high=3, text="three") for one in coverage.quantities)
    both = replace(coverage, quantities=(first, second))
    (row,) = lay_out_figures(both).rows
    assert (len(row.values), row.values[0].documents, row.story) == (1, 2, None)
    stories = {
        one.document: Story(one.document, f"The story of {one.document}", (one.document,), None, None) for one in (first, second)
    }
    rows = lay_out_figures(both, (), stories).rows
    assert [(row.about, row.values[0].documents) for row in rows] == [("Killed", 1), ("Killed", 1)]
    assert {row.story for row in rows} == {one.title for one in stories.values()}
