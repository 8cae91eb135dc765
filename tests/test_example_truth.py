"""The truth file of the example coverage stands on the coverage: every passage word for word, every reference, every weekday."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest

from quoth.records import (
    ActorKind,
    ContactKind,
    CopyKind,
    DisagreementKind,
    Form,
    PositionStance,
    SegmentKind,
    Stance,
    TimexType,
)
from quoth.score.aligned import Row
from quoth.score.spans import find_words
from quoth.score.truth import KINDS, load_truth

EXAMPLES = Path(__file__).parent.parent / "examples"
COVERAGE = EXAMPLES / "lower-dam" / "coverage"
TRUTH = load_truth(EXAMPLES / "lower-dam" / "truth")
BREAKS = {"p", "div", "h1", "h2", "h3", "h4", "li", "ul", "ol", "figcaption", "title", "button", "br", "time", "span"}


class PageText(HTMLParser):
    """What a page shows, one line a block; nothing is left out but scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.hidden += tag in {"script", "style"}
        self.parts.append("\n" * (tag in BREAKS))

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style"}
        self.parts.append("\n" * (tag in BREAKS))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


@cache
def texts() -> dict[str, str]:
    """The text of every file, or of every record of a file that holds records, by the truth's keys."""
    found = {}
    for path in sorted(COVERAGE.rglob("*.*")):
        name = path.relative_to(COVERAGE).as_posix()
        found.update({f"{name}#{number}": text for number, text in enumerate(records_of(path))})
    return found


def records_of(path: Path) -> Iterator[str]:
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        yield from (json.loads(line)["text"] for line in raw.splitlines())
    elif path.suffix == ".csv":
        yield from (row["text"] for row in csv.DictReader(raw.splitlines(keepends=True)))
    elif path.suffix == ".json":
        posts = (one for one in json.loads(raw)["messages"] if one["type"] == "message")
        yield from ("".join(part["text"] for part in post["text_entities"]) for post in posts)
    elif path.suffix == ".html":
        page = PageText()
        page.feed(raw)
        yield "".join(page.parts)
    else:
        yield raw


def text_of(key: str) -> str:
    """A document's own text where its file tells it apart, else the file's."""
    return texts().get(key) or texts()[f"{key.partition('#')[0]}#0"]


def rows_with_passages() -> Iterator[tuple[str, Row, list[Mapping[str, Any]]]]:
    for row in TRUTH["statements"]:
        yield row["key"], row, [part for name in ("source", "cue", "content") for part in row[name] or ()]
    for kind in ("times", "quantities", "contacts"):
        for row in TRUTH[kind]:
            yield f"{kind}: {row['words']}", row, [row]
    for row in TRUTH["terms"]:
        yield f"term: {row['term']}", row, row["definition"]


@pytest.mark.parametrize("case", list(rows_with_passages()), ids=lambda case: case[0])
def test_every_passage_of_the_truth_stands_in_its_document_word_for_word(case: tuple[str, Row, list[Mapping[str, Any]]]) -> None:
    _, row, passages = case
    text = text_of(row["document"])
    within = find_words(text, row["within"])
    assert within is not None, row["within"]
    assert [part["words"] for part in passages if find_words(text, part["words"], nth=part["nth"], within=within) is None] == []


def test_every_document_of_the_coverage_is_in_the_truth_and_begins_as_it_says() -> None:
    rows = TRUTH["documents"]
    assert {row["document"].split("#")[0] for row in rows} == {key.split("#")[0] for key in texts()}
    assert [row["document"] for row in rows if find_words(text_of(row["document"]), row["opening"]) is None] == []
    assert set(texts()) <= {row["document"] for row in rows}


def test_the_words_of_every_segment_stand_in_the_document() -> None:
    missing = [
        (row["document"], one["words"])
        for row in TRUTH["documents"]
        for one in row["segments"]
        if find_words(text_of(row["document"]), one["words"]) is None
    ]
    assert missing == []


def test_the_truth_speaks_in_the_words_of_the_contract() -> None:
    used = [
        ({kind for row in TRUTH["documents"] for one in row["segments"] for kind in one["kind"]}, SegmentKind),
        ({stance for row in TRUTH["statements"] for stance in (row["stance"], *row.get("stance_also", ()))}, Stance),
        ({row["form"] for row in TRUTH["statements"]}, Form),
        ({kind for row in TRUTH["actors"] for kind in row["kind"]}, ActorKind),
        ({kind for row in TRUTH["times"] for kind in row["type"]}, TimexType),
        ({kind for row in TRUTH["contacts"] for kind in row["kind"]}, ContactKind),
        ({kind for row in TRUTH["copies"] for kind in row["kind"]}, CopyKind),
        ({one["stance"] for row in TRUTH["claims"] for one in (*row["statements"], *row["positions"])}, PositionStance),
        ({row["kind"] for row in TRUTH["disagreements"]}, DisagreementKind),
    ]
    assert [words - set(get_args(allowed)) for words, allowed in used] == [set()] * len(used)


def test_statements_that_others_refer_to_are_there_once() -> None:
    keys = Counter(row["key"] for row in TRUTH["statements"])
    assert [key for key, count in keys.items() if count > 1] == []
    referred = {row["parent"] for row in TRUTH["statements"]}
    referred |= {row["statement"] for kind in ("quantities", "contacts") for row in TRUTH[kind]}
    referred |= {one["statement"] for row in TRUTH["claims"] for one in row["statements"]}
    assert referred - {None} <= set(keys)


def test_documents_that_others_refer_to_are_there() -> None:
    keys = {row["document"] for row in TRUTH["documents"]}
    referred = {
        row["document"]
        for kind in KINDS
        if kind in {"statements", "times", "quantities", "contacts", "terms"}
        for row in TRUTH[kind]
    }
    referred |= {row[end] for row in TRUTH["copies"] for end in ("copy", "source")}
    assert referred <= keys
    assert Counter(key for row in TRUTH["stories"] for key in row["documents"]) == Counter(keys)


def test_who_takes_a_stance_or_is_party_to_a_contact_is_a_known_actor_or_described() -> None:
    actors = {row["name"] for row in TRUTH["actors"]}
    parties = {name for row in TRUTH["contacts"] for name in row["parties"] if not row.get("optional")}
    assert parties <= actors
    speakers = {row["speaker"] for row in TRUTH["statements"]}
    assert {one["actor"] for row in TRUTH["claims"] for one in row["positions"]} <= actors | speakers


def test_a_claim_that_a_disagreement_is_about_is_taken_both_ways() -> None:
    claims = {row["key"]: row for row in TRUTH["claims"]}
    for row in TRUTH["disagreements"]:
        if row["kind"] == "polarity":
            stances = {one["stance"] for one in claims[row["claim"]]["positions"]}
            assert "denies" in stances
            assert stances & {"asserts", "hedges"}


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def test_weekdays_agree_with_the_calendar() -> None:
    for row in TRUTH["times"]:
        named = [day for day in WEEKDAYS if day in row["words"]]
        if named and "note" not in row:
            days = [dt.date.fromisoformat(value[:10]) for value in row["value"] if value]
            assert {WEEKDAYS[day.weekday()] for day in days} == set(named), row


def test_the_one_wrong_date_is_wrong_on_purpose_and_marked() -> None:
    marked = {row["document"] for row in TRUTH["times"] if "note" in row}
    wrong = {key for key, text in texts().items() if re.search(r"Saturday, March 16", text)}
    assert marked == wrong
    assert dt.date(2025, 3, 16).weekday() == WEEKDAYS.index("Sunday")


def test_the_coverage_has_at_least_fourteen_documents_by_at_least_seven_outlets() -> None:
    outlets = {row["outlet"][0] for row in TRUTH["documents"] if row["outlet"]}
    assert len(TRUTH["documents"]) >= 14
    assert len(outlets) >= 7


def test_at_least_eight_documents_are_annotated_completely() -> None:
    assert sum("statements" in row["complete"] for row in TRUTH["documents"]) >= 8


def test_bad_input_is_named_with_reasons_that_records_know() -> None:
    expected: dict[str, str] = json.loads((EXAMPLES / "bad-input" / "expected.json").read_text(encoding="utf-8"))
    names = {path.name for path in (EXAMPLES / "bad-input" / "coverage").iterdir()}
    assert {name.split(":")[0] for name in expected} <= names
    assert set(expected.values()) <= {
        "unreadable",
        "empty",
        "binary",
        "too-large",
        "undated",
        "malformed",
        "duplicate-id",
        "no-text",
        "failed",
    }
