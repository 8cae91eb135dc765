"""What news says of time, class by class: value, EDTF with its doubt, and what it was read against."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.records import Document, Segment, TimeExpression

MONDAY = "2025-03-17"


def read(text: str, published: str | None = MONDAY) -> tuple[TimeExpression, ...]:
    found = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=published,
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    return find_times(English().parse(found, (Segment("body", 0, len(text)),)))


def dates(text: str, published: str | None = MONDAY) -> list[tuple[str, str | None, str | None]]:
    return [(time.text, time.value, time.edtf) for time in read(text, published)]


def values(text: str, published: str | None = MONDAY) -> list[tuple[str, str, str | None]]:
    return [(time.text, time.type, time.value) for time in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The polls close at 6 p.m. Eastern in Arden.", ("6 p.m. Eastern", "2025-03-17T18:00-04:00", "2025-03-17T18:00:00-04:00")),
        ("The siren sounded at 8 a.m. ET on January 5.", ("8 a.m. ET on January 5", "2025-01-05T08:00-05:00", "2025-01-05T08:00:00-05:00")),
        ("They met at about 6:30 p.m. Moscow time.", ("about 6:30 p.m. Moscow time", "2025-03-17T18:30+03:00", "2025-03-17T18:30:00+03:00")),
        ("The ship left at 1430 GMT.", ("1430 GMT", "2025-03-17T14:30Z", "2025-03-17T14:30:00Z")),
        ("A 10 p.m. curfew began.", ("10 p.m.", "2025-03-17T22:00", "2025-03-17T22:00:00")),
        ("The talks resumed at three in the morning.", ("three in the morning", "2025-03-17T03:00", "2025-03-17T03:00:00")),
        ("They left at half past six.", ("half past six", "2025-03-17T06:30", "2025-03-17T06:30:00")),
        ("They left on Sunday at 9 in the evening.", ("Sunday at 9 in the evening", "2025-03-16T21:00", "2025-03-16T21:00:00")),
        ("The clash began in the early hours of Sunday.", ("the early hours of Sunday", "2025-03-16TMO", "2025-03-16")),
        ("It began in the early hours of Sunday, March 16, at the gate.", ("the early hours of Sunday, March 16", "2025-03-16TMO", "2025-03-16")),
        ("The strike began early this morning.", ("early this morning", "2025-03-17TMO", "2025-03-17")),
        ("It rained overnight Saturday.", ("overnight Saturday", "2025-03-15TNI", "2025-03-15")),
        ("The paper, dated 2025-03-02T10:00Z, was leaked.", ("2025-03-02", "2025-03-02", "2025-03-02")),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_with_its_zone_and_its_day(text: str, expected: tuple[str, str, str]) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell in fiscal 1989.", ("fiscal 1989", "1989", "1989~")),
        ("The agency spent more in fiscal year 2013.", ("fiscal year 2013", "2013", "2013~")),
        ("The agency spent more in FY12.", ("FY12", "2012", "2012~")),
        ("The 2015-16 fiscal year was hard.", ("The 2015-16 fiscal year", "2015/2016", "2015/2016")),
        ("Sales fell in the first quarter of fiscal 1990.", ("the first quarter of fiscal 1990", "1990-Q1", None)),
        ("Profit rose in the final quarter of 2009.", ("the final quarter of 2009", "2009-Q4", "2009-36")),
        ("Profit rose from the year-ago quarter.", ("the year-ago quarter", "2024-Q1", "2024-33")),
        ("Sales rose in H1 2022.", ("H1 2022", "2022-H1", "2022-40")),
        ("It earned more than in the same period last year.", ("the same period last year", "2024", "2024")),
        ("The bank closed its books at year-end.", ("year-end", "2024", "2024~")),
        ("The bank will close by the end of the year.", ("the end of the year", "2025", "2025~")),
        ("They spent most of the week in Tessen.", ("the week", "2025-W12", "2025-03-17/2025-03-23")),
        ("They left earlier this winter.", ("earlier this winter", "2025-WI", "2025-24")),
        ("The song is of the '90s.", ("the '90s", "199", "199X")),
        ("The song is of the nineties.", ("the nineties", "199", "199X")),
        ("The mill is of the mid-19th century.", ("the mid-19th century", "18", "18XX")),
        ("It is a tale of the twenty-first century.", ("the twenty-first century", "20", "20XX")),
        ("The war of 1994–1996 was short.", ("1994–1996", "1994/1996", "1994/1996")),
        ("The temple fell in 44 BC.", ("44 BC", "BC0044", "-0043")),
        ("The city burned in AD 79.", ("AD 79", "0079", "0079")),
        ("The deal was struck in March, 2015.", ("March, 2015", "2015-03", "2015-03")),
    ],
)  # fmt: skip
def test_years_and_what_they_are_divided_into(text: str, expected: tuple[str, str, str | None]) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was born around 1990.", ("around 1990", "1990", "1990~")),
        ("She was born in about 1985.", ("about 1985", "1985", "1985~")),
        ("It was built circa 1870.", ("circa 1870", "1870", "1870~")),
        ("The vote is perhaps on Friday.", ("Friday", "2025-03-21", "2025-03-21?")),
        ("The vote is possibly in early May.", ("early May", "2025-05", "2025-05%")),
    ],
)
def test_doubt_in_the_text_is_doubt_in_the_edtf_date(text: str, expected: tuple[str, str, str]) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on the 28th.", ("the 28th", "2025-03-28")),
        ("They met on the 28th.", ("the 28th", "2025-02-28")),
        ("The vote is held on the first Tuesday in March.", ("the first Tuesday in March", "2025-03-04")),
        ("It fell on the last Sunday of October 2022.", ("the last Sunday of October 2022", "2022-10-30")),
        ("They met on Friday the 14th.", ("Friday the 14th", "2025-03-14")),
        ("They met on Saturday, March 16.", ("Saturday, March 16", "2025-03-16")),
        ("They last met two Fridays ago.", ("two Fridays ago", "2025-03-07")),
        ("They will meet a week from Tuesday.", ("a week from Tuesday", "2025-03-25")),
        ("They were seen late on Sunday local time.", ("Sunday local time", "2025-03-16")),
        ("The vote is on Friday.", ("Friday", "2025-03-21")),
        ("Friday's vote is the second.", ("Friday", "2025-03-14")),
        ("The mill has been held closed until Friday.", ("Friday", "2025-03-21")),
        ("The mill was closed until Friday.", ("Friday", "2025-03-14")),
        ("They will speak when the house returns on Wednesday.", ("Wednesday", "2025-03-19")),
        ("A poll taken on Saturday shows a lead.", ("Saturday", "2025-03-15")),
        ("It was his fourth straight week of losses.", ("fourth straight week", "2025-W12")),
        ("It was the third day of rain in a row, and the third week in a row.", ("the third week in a row", "2025-W12")),
        ("They spoke ahead of Friday's vote.", ("Friday", "2025-03-21")),
        ("He was predicting wins in Friday's vote.", ("Friday", "2025-03-21")),
        ("He has called off a trip that had been planned for Thursday.", ("Thursday", "2025-03-20")),
        ("The trip had been planned on Thursday.", ("Thursday", "2025-03-13")),
        ("They will report on the third quarter.", ("the third quarter", "2025-Q3")),
        ("The week was dry. Sales rose in the fourth quarter.", ("the fourth quarter", "2024-Q4")),
        ("They met on Wednesday, November 9.", ("Wednesday, November 9", "2022-11-09")),
        ("She learned of it this August 5.", ("this August 5", "2025-08-05")),
        ("They said it on April 5.", ("April 5", "2025-04-05")),
        ("They said it on November 5.", ("November 5", "2024-11-05")),
    ],
)
def test_days_and_weeks_are_read_by_tense_and_place(text: str, expected: tuple[str, str]) -> None:
    assert (expected[0], "DATE", expected[1]) in values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shop opens on Thanksgiving.", ("Thanksgiving", "2025-11-27", "2025-11-27")),
        ("The shop opened on Christmas Eve.", ("Christmas Eve", "2024-12-24", "2024-12-24")),
        ("The shop opened on Good Friday 2024.", ("Good Friday 2024", "2024-03-29", "2024-03-29")),
        ("The shop opened on Orthodox Easter 2024.", ("Orthodox Easter 2024", "2024-05-05", "2024-05-05")),
        ("The shop will open after Ramadan.", ("Ramadan", None, "2025-02-28~/2025-03-29~")),
        ("The law is dated 12 Rabi al-Awwal 1446.", ("12 Rabi al-Awwal 1446", "2024-09-15", "2024-09-15~")),
        ("The law is dated 1 Farvardin 1404.", ("1 Farvardin 1404", "2025-03-21", "2025-03-21")),
        ("The law is dated 1 Tishrei 5785.", ("1 Tishrei 5785", "2024-10-03", "2024-10-03")),
        ("The law was passed after 9/11.", ("9/11", "2001-09-11", "2001-09-11")),
    ],
)
def test_feasts_and_days_of_other_calendars_are_gregorian_days(text: str, expected: tuple[str, str | None, str]) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike lasted half an hour.", [("half an hour", "DURATION", "PT30M")]),
        ("The strike lasted half a century.", [("half a century", "DURATION", "P50Y")]),
        ("The strike lasted a quarter-century.", [("a quarter-century", "DURATION", "P25Y")]),
        ("The strike lasted all day.", [("all day", "DURATION", "P1D")]),
        ("It takes up to 3½ years.", [("up to 3½ years", "DURATION", "P3.5Y")]),
        ("It takes three short weeks.", [("three short weeks", "DURATION", "P3W")]),
        ("They talked for two good hours.", [("two good hours", "DURATION", "PT2H")]),
        ("She saw a 30-second clip.", [("30-second", "DURATION", "PT30S")]),
        ("It takes two or three weeks.", [("two", "DURATION", "P2W"), ("three weeks", "DURATION", "P3W")]),
        ("It takes between 60 and 90 days.", [("60", "DURATION", "P60D"), ("90 days", "DURATION", "P90D")]),
        ("They lost money in the first nine months.", [("the first nine months", "DURATION", "P9M")]),
        ("Prices rose over the past year.", [("the past year", "DURATION", "P1Y")]),
        ("They meet every other week.", [("every other week", "SET", "P2W")]),
        ("They meet every January.", [("every January", "SET", "XXXX-01")]),
        ("They meet every single year.", [("every single year", "SET", "P1Y")]),
        ("He resigned long ago.", [("long ago", "DATE", "PAST_REF")]),
        ("It happened weeks ago.", [("weeks ago", "DATE", "PAST_REF")]),
        ("It happened the other day.", [("the other day", "DATE", "PAST_REF")]),
        ("The mill is shut at the moment.", [("the moment", "DATE", "PRESENT_REF")]),
        ("The weeks and months ahead are hard.", [("The weeks and months ahead", "DATE", "FUTURE_REF")]),
        ("It is meant for the near future.", [("the near future", "DATE", "FUTURE_REF")]),
    ],
)
def test_lengths_repetitions_and_vague_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was in his 30s.",
        "The mill had a good day.",
        "The good day was short.",
        "Women of 40 to 50 years old came.",
        "They read in one-quarter of the rooms.",
        "Theirs was the fall of the tower.",
        "He spoke at the moment of the blast.",
        "The Yom Kippur War was short.",
        "The Winter Olympics were loud.",
        "So it was told by USA Today.",
        "It was the dawn of an era.",
        "The mill opened in the week before the flood.",
        "At the goal of the year they cheered.",
        "The club's debts stand in its annual report.",
        "He reads a daily newspaper.",
        "At nine we rang the ministry.",
        "He fell around 2000ft.",
    ],
)
def test_what_is_no_time_expression_or_belongs_to_something_else_is_passed_over(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "against"),
    [
        ("In 2014 the dam broke. Two years later it was mended.", ("Two years later", "2016"), "2014-01-01"),
        ("In 2014 the dam broke. That year was dry.", ("That year", "2014"), "2014-01-01"),
        ("It lost money in 2005 and more than that in the entire year.", ("the entire year", "2005"), "2005-01-01"),
        ("In the third quarter of 2009 it lost 5, in the same quarter a year earlier 3.",
         ("the same quarter a year earlier", "2008-Q3"), "2009-07-01"),
        ("They met on March 3. The following Monday they met again.", ("The following Monday", "2025-03-10"), "2025-03-03"),
        ("They met on March 3. That Friday they met again.", ("That Friday", "2025-03-07"), "2025-03-03"),
        ("The raid of Oct. 7, 2021, was short. The Oct. 7 raid killed three.", ("The Oct. 7", "2021-10-07"), "2021-10-07"),
    ],
)  # fmt: skip
def test_what_counts_from_an_earlier_expression_says_so(text: str, expected: tuple[str, str], against: str) -> None:
    found = read(text)[-1]
    assert (found.text, found.value) == expected
    assert (found.anchor.source, found.anchor.value) == ("expression", against)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke on Friday, the ministry said on Sunday. The guild asked for the call at 5 p.m.", "2025-03-14T17:00"),
        ("They spoke on Friday. On Sunday they met at 5 p.m.", "2025-03-16T17:00"),
        ("The ministry said on Sunday that the gate was shut at 5 p.m.", "2025-03-16T17:00"),
        ("On Friday he was found at 10 p.m. She was told at 2 a.m.", "2025-03-15T02:00"),
        ("The pipe burst late on Saturday evening. The ministry heard of it at 8:15 a.m.", "2025-03-16T08:15"),
        ("The pipe burst late on Saturday evening. A case was opened at noon.", "2025-03-16T12:00"),
        ("The pipe burst late on Saturday evening. The gate was shut at 11 p.m.", "2025-03-15T23:00"),
        ("The feast is on Thursday at 8 p.m. The doors open at 9 a.m.", "2025-03-20T09:00"),
        ("The pipe burst on Saturday. It was heard at a quarter past eight on Sunday.", "2025-03-16T08:15"),
        ("He died on March 2, 2021, the ministry said on Sunday. The gate was shut at 5 p.m.", "2025-03-16T17:00"),
    ],
)
def test_a_time_of_day_is_of_the_day_spoken_of_not_of_that_on_which_it_was_said(text: str, expected: str) -> None:
    assert values(text)[-1][2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At a quarter past eight on Friday the bell rang. At nine we called. At ten they called back.",
            ["T08:15", "T09:00", "T10:00"],
        ),
        ("The bell rang at 11 p.m. on Friday. At two they heard it again.", ["T23:00", "T02:00"]),
        ("The bell rang at 8:15 a.m. At nine stations the trains stood. He died at 12.", ["T08:15"]),
    ],
)
def test_a_bare_hour_behind_another_time_of_day_is_the_next_such_hour(text: str, expected: list[str]) -> None:
    assert [(value or "")[10:] for _, _, value in values(text)] == expected


def test_a_day_after_nothing_stays_open_in_a_tale_of_the_past_and_is_tomorrow_ahead() -> None:
    assert values("The next day it rained.") == [("The next day", "DATE", "XXXX-XX-XX")]
    assert values("The next day will be dry.") == [("The next day", "DATE", "2025-03-18")]


def test_a_day_before_a_month_is_not_the_day_before_publication() -> None:
    assert values("They met in June 2016. A day earlier two were hurt.")[-1] == ("A day earlier", "DATE", "PAST_REF")


def test_two_expressions_stand_apart_where_a_comma_only_tells_more() -> None:
    assert [text for text, _, _ in values("He resigned on 13 February, the night of the reports.")] == ["13 February", "the night"]


WORDS = st.sampled_from(
    ["the", "first", "last", "next", "year", "years", "quarter", "half", "of", "fiscal", "2019", "24", "May", "Friday", "a", "ago", "later",
     "Ramadan", "same", "period", "6", "p.m.", "Eastern", "all", "day", "every", "other", "two", "or", "century", "BC", "in", "early", "this",
     "morning", "weekend", "until", "'", "90s", "-", "1446", "Safar", "moment", "at", "past", "to", "second", "short", "end", "row"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=9), anchor=st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))))
def test_any_row_of_words_of_time_is_read_without_error_into_valid_edtf(words: list[str], anchor: date | None) -> None:
    text = " ".join(words)
    for time in read(text, anchor.isoformat() if anchor else None):
        assert text[time.span.start : time.span.end] == time.text
        assert time.edtf is None or parse_edtf(time.edtf) is not None
