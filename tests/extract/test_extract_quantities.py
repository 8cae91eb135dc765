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
        ("As of noon, three workers have received medical help.", (3, 3, 3), "people", "treated"),
        ("At least 60 are confirmed dead.", (60, 60, None), "people", "killed"),
        ("The mayor said that 80 are still unaccounted for.", (80, 80, 80), "people", "missing"),
        ("Eighty people remained missing on Monday.", (80, 80, 80), "people", "missing"),
        ("Nine miners are feared dead.", (9, 9, 9), "people", "miners"),
        ("The hut stands within 80m of the summit.", (80, 80, 80), "m", "summit"),
        ("The wall is 30m high.", (30, 30, 30), "m", "wall"),
        ("A 200ft drop lies behind it.", (200, 200, 200), "ft", "drop"),
        ("He fell around 2000ft.", (2000, None, None), "ft", None),
        ("Two co-workers were hurt.", (2, 2, 2), "people", "injured"),
        ("The firm hired 911 people.", (911, 911, 911), "people", "hired"),
        ("Nine workers were treated at the scene.", (9, 9, 9), "people", "treated"),
        ("Nine workers sought help.", (9, 9, 9), "people", "workers"),
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
        ("It cost $5.7-billion.", (5.7e9, 5.7e9, 5.7e9), "USD", "cost"),
        ("The repair will cost over €3bn.", (3e9, 3e9, None), "EUR", "cost"),
        ("Turnout was 53 percent.", (53, 53, 53), "percent", "turnout"),
        ("The lake fell by no more than 30 centimetres.", (30, None, 30), "cm", "lake"),
        ("The town is 12 kilometers from the border.", (12, 12, 12), "km", "distance from border"),
        ("The mill stands nine miles north of the coast.", (9, 9, 9), "mi", "distance from coast"),
        ("The town is 12 kilometers from Miln.", (12, 12, 12), "km", "distance"),
        ("The inspectors measured 1.9 microsieverts an hour.", (1.9, 1.9, 1.9), "microsievert per hour", "measured"),
        ("The level at the fence is 0.11 microsievert per hour.", (0.11, 0.11, 0.11), "microsievert per hour", "level"),
        ("The field's output rose to 80,000 barrels a day.", (80_000, 80_000, 80_000), "bbl per day", "output"),
        ("Winds of 90 kilometres per hour hit the coast.", (90, 90, 90), "km/h", "winds"),
        ("He ran 12 miles a day after the storm.", (12, 12, 12), "mi", None),
        ("Prices rose 5 percent a year.", (5, 5, 5), "percent", "prices"),
        ("The club was sold for 64 million crowns.", (64e6, 64e6, 64e6), "crowns", "sold"),
        ("Police told some 4,300 people to keep their windows shut.", (4300, None, None), "people", "told"),
        ("Every day 400 people apply.", (400, 400, 400), "people", "apply"),
        ("He would cut taxes for the wealthiest 2 percent in this country.", (2, 2, 2), "percent", None),
        ("Today 52 percent view it in that way.", (52, 52, 52), "percent", None),
        ("A vast majority of voters — 74 percent — saw it so.", (74, 74, 74), "percent", "voters"),
        ("The house has a debt nearing $20 trillion.", (2e13, 2e13, 2e13), "USD", "debt"),
        ("They are nothing more than two career Brenn insiders.", (2, 2, None), "people", "insiders"),
        ("It does not feel great to millions of wonderful people.", (None, 2_000_000, None), "people", None),
        ("The death toll has risen to nine.", (9, 9, 9), "people", "killed"),
        ("The number of people moved out of the valley stands at 1,850.", (1850, 1850, 1850), "people", "moved"),
        ("Nearly 70 ships are waiting.", (70, None, None), None, "ships"),
        ("Fines greater than $20 are rare.", (20, 20, None), "USD", "fines"),
        ("The bids ranged from 5 to 10 crowns.", (None, 5, 10), "crowns", "bids"),
        ("The dam's owner offered $140-$150 million for the mill.", (None, 140e6, 150e6), "USD", None),
        ("Some 20-plus boats sank.", (20, None, None), None, "boats"),
        ("They need 10 percent or more of the votes.", (10, 10, None), "percent", "votes"),
        ("Half a million crowns were lost.", (500_000, 500_000, 500_000), "crowns", None),
        ("Two and a half million letters came.", (2.5e6, 2.5e6, 2.5e6), None, "letters"),
        ("Half a dozen ships sank.", (6, 6, 6), None, "ships"),
        ("Prices rose 5 percent.", (5, 5, 5), "percent", "prices"),
        ("The budget holds $3 billion in savings.", (3e9, 3e9, 3e9), "USD", "savings"),
        ("The court set a $5 million fine.", (5e6, 5e6, 5e6), "USD", "fine"),
        ("He cannot write million-dollar checks.", (1e6, 1e6, 1e6), "USD", "checks"),
        ("Millions of dollars were lost.", (None, 2_000_000, None), "USD", None),
        ("Holt has a 5-point lead.", (5, 5, 5), "points", "lead"),
        ("A two-page statement was sent.", (2, 2, 2), None, "page"),
        ("The company employs 6,000 teachers.", (6000, 6000, 6000), "people", "teachers"),
        ("The fire destroyed one barn.", (1, 1, 1), None, "barn"),
        ("None of the ships sank.", (0, 0, 0), None, "ships"),
        ("There were no casualties.", (0, 0, 0), "people", "casualties"),
        ("Some 14 million fewer people would be insured.", (14e6, None, None), "people", "insured"),
        ("A 6.1-magnitude earthquake hit the valley.", (6.1, 6.1, 6.1), "magnitude", "earthquake"),
        ("A quake measuring 7.2 on the Richter scale struck.", (7.2, 7.2, 7.2), "magnitude", "quake"),
        ("Two-thirds of the farmers stayed.", (2 / 3, 2 / 3, 2 / 3), "share", "farmers"),
        ("A quarter of the pupils were ill.", (0.25, 0.25, 0.25), "share", "pupils"),
        ("She wrote a book about two brothers.", (2, 2, 2), "people", "brothers"),
        ("There were questions about 20 missing votes.", (20, 20, 20), None, "votes"),
        ("He was booked twice, under two names.", (2, 2, 2), None, "names"),
        ("The firm hired under 30 drivers.", (30, None, 30), "people", "drivers"),
        ("The blast killed over 40 people.", (40, 40, None), "people", "killed"),
        ("It was an attack on the bread of 9,000 people.", (9000, 9000, 9000), "people", None),
        ("The homes of 300 people burned.", (300, 300, 300), "people", None),
        ("The deaths of five people shocked the town.", (5, 5, 5), "people", "killed"),
        ("A crowd of 400 people gathered.", (400, 400, 400), "people", "gathered"),
        ("Some 700 people had to leave their homes.", (700, None, None), "people", "moved"),
        ("The flood drove 900 people from their homes.", (900, 900, 900), "people", "moved"),
        ("The strike made 200 people leave the party.", (200, 200, 200), "people", "leave"),
        ("They met at Miln, 40 kilometers downstream.", (40, 40, 40), "km", "distance"),
        ("The boat lay three nautical miles off Miln.", (3, 3, 3), "nautical miles", "distance"),
        ("The fire covered 12 square miles.", (12, 12, 12), "mi²", None),
        ("It brought winds of 90 miles per hour.", (90, 90, 90), "mph", "winds"),
        ("The repair is to cost 740 million florins.", (740e6, 740e6, 740e6), "florins", "cost"),
        ("The house seized 300 million dinars of state funds.", (300e6, 300e6, 300e6), "dinars", "state funds"),
        ("The owner paid 50,000 forint.", (50_000, 50_000, 50_000), "HUF", "paid"),
        ("Rates could pass 1 percent.", (1, 1, 1), "percent", "rates"),
        ("Some 2,000 seamen wait there.", (2000, None, None), "people", "seamen"),
        ("He heard three or four bangs.", (None, 3, 4), None, "bangs"),
        ("Some 24 people were aboard.", (24, None, None), "people", "aboard"),
        ("It would slow the economy by 0.6 percent.", (0.6, 0.6, 0.6), "percent", "economy"),
        ("They spoke of the $7 million allocated to the mill.", (7e6, 7e6, 7e6), "USD", "allocated"),
        ("The union raised $7 million.", (7e6, 7e6, 7e6), "USD", "raised"),
        ("Prices have slumped to 1.25 percent.", (1.25, 1.25, 1.25), "percent", "prices"),
        ("Holt won 53 percent of the dam-wide vote.", (53, 53, 53), "percent", "vote"),
        ("They sold millions of dollars worth of goods.", (None, 2_000_000, None), "USD", "goods"),
        ("Miln has a population of 40,000.", (40_000, 40_000, 40_000), None, "population"),
        ("Police put the crowd at 2,500.", (2500, 2500, 2500), "people", "crowd"),
    ],
)
def test_a_figure_has_its_bounds_its_unit_and_what_it_counts(text: str, figures: Figures, unit: str | None, of: str | None) -> None:
    (found,) = read(text)
    assert ((found.value, found.low, found.high), found.unit, found.of) == (figures, unit, of)


@pytest.mark.parametrize(
    "text", ["The owners were told of three leaks. None of these was theirs.", "Zero would be best, the warden said."]
)
def test_none_is_a_figure_like_any_other_wherever_it_stands(text: str) -> None:
    assert all(type(one.value) is float for one in read(text))


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
        "The blast was at Pumping Station No. 2.",
        "At 02:40 there was an explosion at Pumping Station No. 2 of the Lower Dam. Rescuers are there.",
        "They cited Resolution 2231.",
        "He flew a Boeing 737.",
        "The pact of 1998 failed.",
        "The call lasted three days.",
        "One of the men fled.",
        "The two sides met.",
        "No one was seen.",
        "She came second.",
        "They won 3-1 on Sunday.",
        "Call 555-1234 for help.",
        "The Gang of Eight met.",
        "He came back for round two.",
        "They live at 16 Harbour Street.",
        "It is a two-way road.",
        "One witness said so.",
        "It says so in update 3.",
        "It was in 2016 or 2017.",
        "They rose at 3 a.m.",
        "The mill has stood still since nine.",
        "It was the 2016 figures that failed.",
        "It passed by 2 to 1.",
        "None of the three applies.",
        "A 911 supervisor wept.",
        "It stands in the 12000 block of Harbour Street.",
        "One in five voters stayed at home.",
    ],
)
def test_dates_names_scores_and_picks_are_no_counts(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "span", "age", "unit", "whose"),
    [
        ("Jana Pirk, 58, is a teacher.", "58", 58, "age", "Jana Pirk"),
        ("The suspect, 34, was held.", "34", 34, "age", "suspect"),
        ("A 41-year-old man was seen.", "41-year-old", 41, "age", "man"),
        ("A 41 - year - old man was seen.", "41 - year - old", 41, "age", "man"),
        ("The singer is 61 years old.", "61 years old", 61, "age", "singer"),
        ("She was 77.", "77", 77, "age", None),
        ("A woman aged 22 was freed.", "aged 22", 22, "age", "woman"),
        ("The girl who turned 12 in May left.", "12", 12, "age", "girl"),
        ("A five-month-old baby slept.", "five-month-old", 5, "age in months", "baby"),
        ("Jana Pirk, who came to Miln at age 4, is a teacher.", "age 4", 4, "age", "Jana Pirk"),
        ("Jana Pirk, 55 and a teacher, left.", "55", 55, "age", "Jana Pirk"),
        ("Critics accused the 53-year-old of vanity.", "53-year-old", 53, "age", None),
        ("Jana Pirk was 14 when she left.", "14", 14, "age", "Jana Pirk"),
        ("A member of the crew of the MILN STAR, aged 34, died.", "aged 34", 34, "age", "crew"),
    ],
)
def test_an_age_is_told_apart_from_counts(text: str, span: str, age: float, unit: str, whose: str | None) -> None:
    (found,) = read(text)
    assert (found.text, found.value, found.low, found.high, found.unit, found.of) == (span, age, age, age, unit, whose)


def test_ages_may_be_a_list() -> None:
    found = read("The father left two girls, ages 13 and 15.")
    assert [(one.value, one.unit) for one in found] == [(2, "people"), (13, "age"), (15, "age")]


def test_ages_may_be_a_range() -> None:
    (found,) = read("It is for children ages 5 to 12.")
    assert (found.value, found.low, found.high, found.unit) == (None, 5, 12, "age")
    (found,) = read("It is for children between the ages of 5 and 12.")
    assert (found.value, found.low, found.high, found.unit) == (None, 5, 12, "age")


def test_a_number_that_stands_for_its_noun_too_counts_what_was_counted_before() -> None:
    found = read("The yard built 48 boats in spring. It built 17 in summer, and 9 of those boats sank.")
    assert [(one.value, one.of) for one in found] == [(48, "boats"), (17, "boats"), (9, "boats")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine boats came. Up to 30 more may turn back.", [(9, None, "boats"), (30, None, "boats")]),
        ("The number of boats stands at 62. The figure of 40 was wrong.", [(62, None, "boats"), (40, None, "boats")]),
        ("The dam said 24 people were aboard; the mill has spoken of 23.", [(24, "people", "aboard"), (23, "people", "aboard")]),
        (
            "They quoted a premium of 0.6 percent, up from 0.15 percent.",
            [(0.6, "percent", "premium"), (0.15, "percent", "premium")],
        ),
        (
            "The mill will cost 740 million crowns. The union puts the bill at 1.1 billion and the jobs at some 300.",
            [(740e6, "crowns", "cost"), (1.1e9, "crowns", "bill"), (300, None, "jobs")],
        ),
        ("He read the records of thousands.", [(None, None, None)]),
        ("She is a mother of two.", [(2, None, None)]),
    ],
)
def test_a_bare_number_counts_what_its_clause_or_the_figure_before_tells(
    text: str, figures: list[tuple[float | None, str | None, str | None]]
) -> None:
    assert [(one.value, one.unit, one.of) for one in read(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve people were injured. The union says more than 90 were.", [(12, "injured"), (90, "injured")]),
        ("Twelve people were injured; doctors say at least 50.", [(12, "injured"), (50, "injured")]),
        ("At least 47 people were arrested. The mayor speaks of 26.", [(47, "arrested"), (26, "arrested")]),
        ("Twelve people were injured, nine of them guards.", [(12, "injured"), (9, "injured")]),
        ("Five people died and twelve were injured. The union says 50.", [(5, "killed"), (12, "injured"), (50, None)]),
        ("Twelve people were injured. The mayor saw 50.", [(12, "injured"), (50, None)]),
        ("Two medics said they had treated at least 50.", [(2, "medics"), (50, "treated")]),
        ("They put the crowd at 60,000.", [(60_000, "crowd")]),
        ("A crowd of 300 waited.", [(300, "crowd")]),
    ],
)  # fmt: skip
def test_a_figure_given_in_anothers_place_counts_whom_that_counted(text: str, figures: list[tuple[float, str | None]]) -> None:
    found = read(text)
    assert [(one.value, one.of) for one in found] == figures
    assert {one.unit for one in found} == {"people"}


def test_two_amounts_far_apart_are_no_range() -> None:
    assert [one.value for one in read("The mill may cost $25,000 or $250,000.")] == [25_000, 250_000]


def test_a_number_of_others_is_counted_beside_that_which_it_is_picked_from() -> None:
    found = read("He said 30 of the 80 wounded were still there.")
    assert [(one.value, one.unit, one.of) for one in found] == [(30, "people", "injured"), (80, "people", "injured")]


def test_what_befell_some_is_not_said_of_others() -> None:
    found = read("Of the 300 sailors, 21 were hurt and 3 are missing. Four of them left.")
    assert [(one.value, one.of) for one in found] == [(300, "sailors"), (21, "injured"), (3, "missing"), (4, None)]


def test_groups_of_digits_are_joined_only_in_a_text_that_sets_them_apart() -> None:
    apart = read("The quake of 6. 4 points hurt 1, 500 people and left 31, 000 without a roof.")
    assert [one.value for one in apart] == [6.4, 1500, 31_000]
    whole = read("Of the 12, 300 people were hurt.")
    assert [one.value for one in whole][-1:] == [300]


def test_a_figure_says_as_of_when_it_counts() -> None:
    (found,) = read("The rescue service said that as of Sunday five people had been killed.")
    assert found.as_of == "2025-03-16"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The blast killed 40 people in Nairobi.", "Nairobi"),
        ("About 40 people were killed in Kenya on Friday.", "Kenya"),
        ("Some 300 people gathered at a market in Nairobi.", "Nairobi"),
        ("Kenya's 47 counties agreed.", "Kenya"),
        ("The blast killed 40 people.", None),
        ("He stood 25 miles from the dam in Kenya.", None),
    ],
)
def test_a_figure_says_where_its_clause_puts_what_it_counts(text: str, where: str | None) -> None:
    assert [one.where for one in read(text)] == [where]


def test_a_figure_that_was_changed_does_not_hold_on_the_day_of_the_change() -> None:
    found = read("The harbour office had by Sunday cut its toll to four from five.")
    assert [(one.value, one.as_of) for one in found] == [(4, "2025-03-16"), (5, None)]


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mine measured 1.9 sieverts an hour at the gate. The owner puts the peak there at 0.3.", ("sievert per hour", "peak")),
        ("Unemployment was 49.7 percent, down from 51.9.", ("percent", "unemployment")),
        ("The index fell nearly 2 percent to 173.66.", (None, None)),
        ("The mine measured 1.9 sieverts an hour. The owner puts the number of visits at 3.", (None, "visits")),
    ],
)
def test_a_bare_figure_with_decimals_has_the_unit_of_the_measure_it_is_set_against(
    text: str, told: tuple[str | None, str | None]
) -> None:
    last = read(text)[-1]
    assert last.unit == told[0]
    assert told[1] is None or last.of == told[1]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("The club stayed in the lower half of the table.", []),
        ("The second half of the century was quiet.", []),
        ("The poorest half of the farmers own little.", ["half"]),
        ("Half of the farmers own little.", ["Half"]),
    ],
)
def test_one_of_two_halves_is_no_share(text: str, shares: list[str]) -> None:
    assert [one.text for one in read(text)] == shares
