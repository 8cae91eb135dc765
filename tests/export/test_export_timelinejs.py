from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from quoth.export.timelinejs import HEADLINE, write_timelinejs
from quoth.store import ReadView
from quoth.view import timeline
from quoth.view.dates import is_uncertain
from quoth.view.find import find_story
from quoth.view.scores import Hidden
from quoth.view.timeline import Entry, Moment, TimelinePage

SCHEMA = json.loads((Path(__file__).parent / "timelinejs.schema.json").read_text(encoding="utf-8"))
HOSTILE = "<script>alert('x')</script>"


def checked(text: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text)
    jsonschema.validate(data, SCHEMA)
    return data


@pytest.fixture
def dated(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The slide of one entry on a date of one's own."""

    def slide(edtf: str, text: str = "The dam was closed.") -> dict[str, Any] | None:
        entry = Entry("passage", text, "told so · NTA", next(iter(told.document_ids())), 7, 1, None)
        page = TimelinePage((Moment(edtf, is_uncertain(edtf), (entry,)),), 1, 0, Hidden())
        monkeypatch.setattr("quoth.export.timelinejs.timeline_page", lambda *_, **__: page)
        return next(iter(checked(write_timelinejs(told).text)["events"]), None)

    return slide


def day(year: int, month: int, day_of_month: int) -> dict[str, int]:
    return {"year": year, "month": month, "day": day_of_month}


def test_the_timeline_is_as_the_documentation_of_the_format_has_it(told: ReadView) -> None:
    data = checked(write_timelinejs(told).text)
    page = timeline.timeline_page(told)
    assert len(data["events"]) == sum(len(moment.entries) for moment in page.moments)
    assert {event["group"] for event in data["events"]} == {"Contacts", "Said"}


def test_the_schema_of_these_tests_refuses_what_the_documentation_does_not_name(told: ReadView) -> None:
    data = checked(write_timelinejs(told).text)
    refused: list[dict[str, Any]] = [
        {**data, "slides": []},
        {"events": [{**data["events"][0], "date": "2031"}]},
        {"events": [{"text": {}}]},
    ]
    for wrong in refused:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


def test_every_slide_has_a_name_of_its_own(told: ReadView) -> None:
    names = [event["unique_id"] for event in checked(write_timelinejs(told).text)["events"]]
    assert len(names) == len(set(names))


def test_a_known_day_is_that_day(dated: Any) -> None:
    slide = dated("2031-03-14")
    assert slide["start_date"] == day(2031, 3, 14)
    assert "end_date" not in slide
    assert "display_date" not in slide


@pytest.mark.parametrize(
    ("edtf", "first", "last", "label"),
    [
        ("2031-03-14?", day(2031, 3, 14), None, "perhaps Fri 14 Mar 2031"),
        ("2031-02~", day(2031, 2, 1), day(2031, 2, 28), "about Feb 2031"),
        ("2031", day(2031, 1, 1), day(2031, 12, 31), "2031"),
        ("[2031-03-17,2031-03-18]", day(2031, 3, 17), day(2031, 3, 18), "Mon 17 Mar or Tue 18 Mar 2031"),
        ("2031-03-16/..", day(2031, 3, 16), None, "since Sun 16 Mar 2031"),
        ("../2031-03-16", day(2031, 3, 16), None, "until Sun 16 Mar 2031"),
    ],
)
def test_an_uncertain_date_is_shown_as_such(
    dated: Any, edtf: str, first: dict[str, int], last: dict[str, int] | None, label: str
) -> None:
    slide = dated(edtf)
    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (first, last, label)


def test_what_cannot_be_placed_is_left_out(dated: Any) -> None:
    assert dated("in the days of yore") is None


def test_markup_of_a_text_is_never_markup_of_the_slide(dated: Any) -> None:
    slide = dated("2031-03-14", f"{HOSTILE} {'and so on ' * 30}")
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign] # noqa: ARG005 - the parser's signature
    parser.feed(slide["text"]["headline"] + slide["text"]["text"])
    assert set(tags) == {"p", "a"}
    assert "&lt;script&gt;" in slide["text"]["headline"]


def test_a_long_text_is_cut_in_the_headline_and_whole_below(dated: Any) -> None:
    long = "word " * 60 + "end"
    slide = dated("2031-03-14", long)
    assert len(slide["text"]["headline"]) <= HEADLINE
    assert "word end</p>" in slide["text"]["text"]


def test_a_slide_links_its_article(dated: Any) -> None:
    assert '<a href="https://nta.example/' in dated("2031-03-14")["text"]["text"]


def test_a_least_score_hides_statements_and_counts_them(told: ReadView) -> None:
    made = write_timelinejs(told, min_score=0.95)
    assert made.hidden.statements == 1
    assert {event["group"] for event in checked(made.text)["events"]} == {"Contacts"}


def test_one_story_has_its_title_and_the_same_ledger_the_same_bytes(told: ReadView) -> None:
    story = find_story(told, None)
    made = write_timelinejs(told, story=story.id)
    assert checked(made.text)["title"]["text"]["headline"] == story.title
    assert made == write_timelinejs(told, story=story.id)
    assert checked(write_timelinejs(told, story="none such").text)["events"] == []


def test_what_has_no_date_is_counted(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    page = replace(timeline.timeline_page(told), undated=2)
    monkeypatch.setattr("quoth.export.timelinejs.timeline_page", lambda *_, **__: page)
    assert write_timelinejs(told).notes == ("2 times or contacts without a date to place by: left out.",)
