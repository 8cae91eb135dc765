from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.extract.times import find_anchor, find_times
from quoth.language.english import English
from quoth.records import Document, PublishedFrom, Segment, SegmentKind, TimeExpression

MONDAY = "2025-03-17"


def document(text: str, published: str | None = MONDAY, source: PublishedFrom = "metadata") -> Document:
    return Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=published, published_from=source,
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def read(text: str, published: str | None = MONDAY) -> tuple[TimeExpression, ...]:
    found = document(text, published)
    return find_times(English().parse(found, (Segment("body", 0, len(text)),)))


def values(text: str, published: str | None = MONDAY) -> list[tuple[str, str, str | None, str | None]]:
    return [(time.text, time.type, time.value, time.edtf) for time in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # calendar dates, with the year said or not
        ("The dam was opened on 5 June 2019.", ("5 June 2019", "DATE", "2019-06-05", "2019-06-05")),
        ("The dam was opened on June 5, 2019.", ("June 5, 2019", "DATE", "2019-06-05", "2019-06-05")),
        ("They met on Saturday, March 15.", ("Saturday, March 15", "DATE", "2025-03-15", "2025-03-15")),
        ("They met on December 30.", ("December 30", "DATE", "2024-12-30", "2024-12-30")),
        ("They will meet on 2 April.", ("2 April", "DATE", "2025-04-02", "2025-04-02")),
        ("The note is dated 2025-03-02.", ("2025-03-02", "DATE", "2025-03-02", "2025-03-02")),
        ("The note is dated 14.02.2025.", ("14.02.2025", "DATE", "2025-02-14", "2025-02-14")),
        ("Samples were taken on 15 and 16 March.", ("15 and 16 March", "DATE", "2025-03-15/2025-03-16", "{2025-03-15,2025-03-16}")),
        ("The poll was held March 5-7.", ("March 5-7", "DATE", "2025-03-05/2025-03-07", "2025-03-05/2025-03-07")),
        # months, seasons, quarters, years, decades, centuries
        ("It was the first call since May.", ("May", "DATE", "2024-05", "2024-05")),
        ("They warned in early February.", ("early February", "DATE", "2025-02", "2025-02~")),
        ("They had met in November 2021.", ("November 2021", "DATE", "2021-11", "2021-11")),
        ("The pact was signed in mid-2011.", ("mid-2011", "DATE", "2011", "2011~")),
        ("The pact was signed in 1998.", ("1998", "DATE", "1998", "1998")),
        ("The dam leaked in the summer of 2022.", ("the summer of 2022", "DATE", "2022-SU", "2022-22")),
        ("Sales fell in the third quarter of 2009.", ("the third quarter of 2009", "DATE", "2009-Q3", "2009-35")),
        ("The dam was built in the 1970s.", ("the 1970s", "DATE", "197", "197X")),
        ("Prices fell in the last week of March 2009.", ("the last week of March 2009", "DATE", "2009-W13", "2009-03-23/2009-03-29")),
        ("It was the lowest level since '82.", ("'82", "DATE", "1982", "1982")),
        ("The mill is of the 19th century.", ("the 19th century", "DATE", "18", "18XX")),
        # seen from the day of writing
        ("The strike that was to begin on Friday has been called off.", ("Friday", "DATE", "2025-03-21", "2025-03-21")),
        ("Their tour concludes Sunday in Miln.", ("Sunday", "DATE", "2025-03-23", "2025-03-23")),
        ("A vote scheduled for Wednesday has been called off.", ("Wednesday", "DATE", "2025-03-19", "2025-03-19")),
        ("He spoke after becoming Wednesday the first to hold the office.", ("Wednesday", "DATE", "2025-03-12", "2025-03-12")),
        ("The ministry maintains that Sunday’s call was short.", ("Sunday", "DATE", "2025-03-16", "2025-03-16")),
        ("He resigned a month before the vote.", ("a month", "DURATION", "P1M", None)),
        ("The minister arrived today.", ("today", "DATE", "2025-03-17", "2025-03-17")),
        ("The minister left yesterday evening.", ("yesterday evening", "TIME", "2025-03-16TEV", "2025-03-16")),
        ("The council meets today or tomorrow.", ("today or tomorrow", "DATE", None, "[2025-03-17,2025-03-18]")),
        ("The minister said on Monday that it was over.", ("Monday", "DATE", "2025-03-17", "2025-03-17")),
        ("Friday's call was requested by Arden.", ("Friday", "DATE", "2025-03-14", "2025-03-14")),
        ("The ministers will meet on Friday.", ("Friday", "DATE", "2025-03-21", "2025-03-21")),
        ("The ministers met last Monday.", ("last Monday", "DATE", "2025-03-10", "2025-03-10")),
        ("They were hurt last night.", ("last night", "TIME", "2025-03-16TNI", "[2025-03-16,2025-03-17]")),
        ("They were hurt late on Sunday night.", ("Sunday night", "TIME", "2025-03-16TNI", "2025-03-16")),
        ("The talks were held last week.", ("last week", "DATE", "2025-W11", "2025-03-10/2025-03-16")),
        ("The talks were held over the weekend.", ("the weekend", "DATE", "2025-W11-WE", "2025-03-15/2025-03-16")),
        ("The talks were held two days ago.", ("two days ago", "DATE", "2025-03-15", "2025-03-15")),
        ("Prices rose last year.", ("last year", "DATE", "2024", "2024")),
        ("Prices rose in the past three days.", ("the past three days", "DURATION", "P3D", "2025-03-14/2025-03-17")),
        ("The siren sounded at 6:40 p.m. on Sunday.", ("6:40 p.m. on Sunday", "TIME", "2025-03-16T18:40", "2025-03-16T18:40:00")),
        ("The siren sounded on Sunday at 18:00 UTC.", ("Sunday at 18:00 UTC", "TIME", "2025-03-16T18:00Z", "2025-03-16T18:00:00Z")),
        # lengths, what comes again, vague reference
        ("It was the second call in three days.", ("three days", "DURATION", "P3D", None)),
        ("The two did not talk for several months.", ("several months", "DURATION", "PXM", None)),
        ("It took two and a half years.", ("two and a half years", "DURATION", "P2.5Y", None)),
        ("The five-year plan failed.", ("five-year", "DURATION", "P5Y", None)),
        ("They meet every Friday.", ("every Friday", "SET", "XXXX-WXX-5", None)),
        ("The envoy recently resigned.", ("recently", "DATE", "PAST_REF", None)),
    ],
)  # fmt: skip
def test_an_expression_is_read_with_its_timex_value_and_its_edtf_date(
    text: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The minister may march to the sea.",
        "Theresa May spoke to the house.",
        "The plant has 2000 workers.",
        "A second man was hurt in the fall of the tower.",
        "Sept was late again.",
        "The man is 41 years old.",
        "The Marston 2000 Index fell.",
        "Dolan, 58, lives at 1600 Mill Avenue.",
        "The film runs 02:31 without a word.",
    ],
)
def test_a_word_that_only_looks_like_a_time_is_passed_over(text: str) -> None:
    assert values(text) == []


def test_a_bare_day_in_the_past_lies_before_the_anchor_and_in_the_future_after_it() -> None:
    assert [value for _, _, value, _ in values("He said on Thursday that they will meet on Thursday.")] == [
        "2025-03-13",
        "2025-03-20",
    ]


def test_the_same_day_and_the_day_after_are_read_against_the_day_named_before() -> None:
    found = read("They met on 3 February. They called the same day. Two days later they wrote.")
    assert [time.value for time in found] == ["2025-02-03", "2025-02-03", "2025-02-05"]
    assert [(time.anchor.source, time.anchor.value) for time in found[1:]] == [("expression", "2025-02-03")] * 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The dam burst on Saturday. Earlier in the day Dolan had left.", "2025-03-15"),
        ("The mill, whose owner had denied it on Saturday, was shut. Earlier in the day Dolan left.", MONDAY),
        ("The dam burst on Saturday. It may be shut by April 2. Earlier in the day Dolan left.", "2025-03-15"),
    ],
)
def test_in_the_day_is_of_the_last_day_told_of_not_of_one_ahead_or_before_that(text: str, day: str) -> None:
    assert [value for words, _, value, _ in values(text) if words == "Earlier in the day"] == [day]


def test_without_an_anchor_a_weekday_stays_open_and_says_so() -> None:
    (time,) = read("Sunday's call was a short one.", published=None)
    assert (time.value, time.edtf, time.anchor.value, time.anchor.source) == ("XXXX-WXX-7", None, None, "unknown")


def test_without_an_anchor_a_month_and_a_day_keep_what_is_known() -> None:
    assert values("They met on October 24 and in May.", published=None) == [
        ("October 24", "DATE", "XXXX-10-24", "XXXX-10-24"),
        ("May", "DATE", "XXXX-05", "XXXX-05"),
    ]


def test_a_dateline_is_the_anchor_before_the_date_of_publication_and_is_read_itself() -> None:
    text = "TESSEN, March 14. The minister arrived on Thursday."
    segments = (Segment("dateline", 0, 17), Segment("body", 18, len(text)))
    found = find_times(English().parse(document(text, "2025-03-16"), segments))
    assert [(time.text, time.value, time.anchor.source) for time in found] == [
        ("March 14", "2025-03-14", "dateline"),
        ("Thursday", "2025-03-13", "dateline"),
    ]


@pytest.mark.parametrize(("kind", "line"), [("dateline", "HALDEN, March 17 (KNA) —"), ("caption", "The mill on Sunday.")])
def test_the_day_of_a_dateline_or_a_picture_is_no_day_spoken_of(kind: SegmentKind, line: str) -> None:
    title, body = "The guild asked for Friday's call", "It was put through at 5 p.m."
    text = f"{title}\n{line} {body}"
    at = len(title) + 1
    segments = [
        Segment("title", 0, len(title)),
        Segment(kind, at, at + len(line)),
        Segment("body", at + len(line) + 1, len(text)),
    ]
    assert find_times(English().parse(document(text), segments))[-1].value == "2025-03-14T17:00"


@pytest.mark.parametrize("source", ["metadata", "file", "dateline"])
def test_the_anchor_says_where_its_date_came_from(source: PublishedFrom) -> None:
    anchor = find_anchor(document("x", "2025-03-16T10:00:00+03:00", source), ())
    assert (anchor.value, anchor.source) == ("2025-03-16", source)


PHRASES = st.sampled_from(
    ["on Friday", "last week", "next month", "two days ago", "in early May", "since 2019", "on 31 March", "yesterday or today", "in spring",
     "the past two weeks", "at 3 pm", "by the end of the year", "in the last quarter", "the day before yesterday", "over the weekend",
     "three months later", "in the late 1990s", "Saturday night", "next Tuesday", "30 February", "the first week of March"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    phrases=st.lists(PHRASES, min_size=1, max_size=4), anchor=st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
)
def test_every_date_is_valid_edtf_and_every_span_its_own_text(phrases: list[str], anchor: date | None) -> None:
    text = " and ".join(f"the ministers met {phrase}" for phrase in phrases) + "."
    found = read(text, anchor.isoformat() if anchor else None)
    for time in found:
        assert text[time.span.start : time.span.end] == time.text
        assert time.edtf is None or parse_edtf(time.edtf) is not None
    assert len({time.id for time in found}) == len(found)
    assert list(found) == sorted(found, key=lambda time: time.span)


@settings(max_examples=25, deadline=None)
@given(phrase=PHRASES, anchor=st.sampled_from([date.min, date(1, 1, 6), date(9999, 12, 26), date.max]))
def test_what_lies_beyond_the_calendar_is_left_open(phrase: str, anchor: date) -> None:
    text = f"The ministers met {phrase}, next week, last Friday, on Sunday and two days after 31 December 9999."
    assert all(text[time.span.start : time.span.end] == time.text for time in read(text, anchor.isoformat()))


@settings(max_examples=40, deadline=None)
@given(anchor=st.dates(date(1950, 1, 10), date(2090, 12, 20)), steps=st.integers(1, 40))
def test_days_ago_count_back_from_any_anchor(anchor: date, steps: int) -> None:
    (time,) = read(f"The ministers met {steps} days ago.", anchor.isoformat())
    assert time.edtf == (anchor - timedelta(days=steps)).isoformat()


@settings(max_examples=40, deadline=None)
@given(anchor=st.dates(date(1950, 1, 10), date(2090, 12, 20)), day=st.sampled_from(["Monday", "Wednesday", "Saturday", "Sunday"]))
def test_a_weekday_told_in_the_past_is_within_the_six_days_before_the_anchor_or_that_after_it(anchor: date, day: str) -> None:
    (time,) = read(f"The ministers met on {day}.", anchor.isoformat())
    told = date.fromisoformat(time.edtf or "")
    assert timedelta(days=-1) <= anchor - told < timedelta(days=6)
    assert told.strftime("%A") == day


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="0123456789 -/.:,'’()abmpyMaoeTfrd\n", max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(text[time.span.start : time.span.end] == time.text for time in read(text))


def test_a_weekday_between_publication_and_last_change_is_that_day() -> None:
    found = replace(
        document("The service lowered its figure on Tuesday. The blast was on Friday."), modified="2025-03-18T09:00:00Z"
    )
    times = find_times(English().parse(found, [Segment("body", 0, len(found.text))]))
    assert [time.value for time in times] == ["2025-03-18", "2025-03-14"]


def test_a_change_long_after_publication_moves_no_weekday() -> None:
    found = replace(document("The service lowered its figure on Wednesday."), modified="2025-06-18T09:00:00Z")
    times = find_times(English().parse(found, [Segment("body", 0, len(found.text))]))
    assert [time.value for time in times] == ["2025-03-12"]
