from __future__ import annotations

import itertools
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.read.articles import split_articles

BODY = (
    "The ministry said on Monday that the bridge over the Orrin would stay closed for a week. Engineers had found cracks in two of its "
    "pillars, a spokeswoman told reporters in Halden.\n\nShe added that buses would run every ten minutes until the work was done, and that "
    "nobody had been hurt. The mayor promised a full account of the costs by the end of the month."
)

CLOSED = f"Bridge Over the Orrin Closed After Cracks Found\n\n{BODY}\n\nPublished at news.halden.example"
FILED = (
    "Varnia to raise bridge at talks — Petrak\n\nVARNA, October 24. /KNA/. The closing of the bridge will be on the agenda of the river "
    f"commission this week, Foreign Minister Olen Petrak said.\n\n{BODY}\n\nPublished at kna.example"
)
NOTE = "We remind our readers that guest columns are the work of their authors and no view of this paper."
DATED = f"date 2022-10-25 The chairman of the river commission spoke with his counterpart on October 24 in a rare call.\n\n{BODY}"


def pieces(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in split_articles(text)]


def test_a_closing_line_and_a_headline_part_two_articles() -> None:
    assert pieces(f"{CLOSED}\n\n\n{FILED}") == [CLOSED, FILED]


def test_what_a_site_adds_after_a_close_belongs_to_the_article_above() -> None:
    assert pieces(f"{CLOSED}\n\n\n{FILED}\n\n{NOTE}") == [CLOSED, f"{FILED}\n\n{NOTE}"]


def test_a_labelled_date_that_runs_on_after_a_note_begins_an_article() -> None:
    assert pieces(f"{CLOSED}\n\n{NOTE} {DATED}") == [f"{CLOSED}\n\n{NOTE}", DATED]


def test_a_labelled_date_at_the_start_of_a_paragraph_begins_an_article() -> None:
    assert pieces(f"{CLOSED}\n\n{DATED}") == [CLOSED, DATED]


def test_a_headline_with_a_dateline_under_it_begins_an_article_without_a_closing_line() -> None:
    first = f"Bridge Over the Orrin Closed\n\n{BODY}"
    assert pieces(f"{first}\n\n{FILED}") == [first, FILED]


def test_signed_articles_are_told_apart_by_headline_and_byline() -> None:
    first = f"Bridge Over the Orrin Closed\nBy Mira Oland\n\n{BODY}"
    second = f"Ferry Service Doubled for the Week\nBy Tam Reck and Jo Lindqvist\n\n{BODY}"
    assert pieces(f"{first}\n\n{second}") == [first, second]


@pytest.mark.parametrize("ruler", ["***", "---------", "* * *", "=========="])
def test_rulers_part_articles_that_each_begin_with_a_headline(ruler: str) -> None:
    articles = [
        f"{title}\n\n{BODY}" for title in ("Bridge Over the Orrin Closed", "Ferry Service Doubled", "Mayor Promises Account")
    ]
    assert pieces(f"\n\n{ruler}\n\n".join(articles)) == articles


def test_labelled_headers_part_articles() -> None:
    articles = [
        f"Title: {title}\nDate: 2022-10-2{day}\nSource: Halden Post\n\n{BODY}"
        for day, title in enumerate(("One bridge", "Two ferries"))
    ]
    assert pieces("\n\n".join(articles)) == articles


@pytest.mark.parametrize(
    "inner",
    [
        "What are River Commissions?",
        "Cracks in two pillars",
        "***",
        "***\n\nThe mayor's promise",
        "Read also:\nFerry service doubled for the week",
        "HALDEN — the mayor's town",
        "Analysis: what comes next\n\nBy Mira Oland, river correspondent",
        "“We will stay until it is done”",
    ],
)
def test_headings_rulers_boxes_and_links_inside_an_article_do_not_part_it(inner: str) -> None:
    text = f"{BODY}\n\n{inner}\n\n{BODY}\n\n{BODY}"
    assert pieces(text) == [text]


@given(st.text())
def test_any_text_is_covered_by_its_pieces_but_for_white_space_and_rulers(text: str) -> None:
    found = split_articles(text)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    rest = "".join(
        text[start:end]
        for start, end in zip([0, *(piece.end for piece in found)], [*(piece.start for piece in found), len(text)], strict=True)
    )
    assert not any(sign.isalnum() for sign in rest)


@given(
    st.lists(
        st.sampled_from([BODY, NOTE, "Bridge closed", "***", "Read also:", "By Mira Oland", "date 2022-10-25 It rained.", FILED]),
        max_size=8,
    )
)
def test_pieces_never_overlap_whatever_is_put_together(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    found = split_articles(text)
    assert found
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert found[-1].end <= len(text)


@pytest.mark.data
def test_articles_of_four_hundred_outlets_are_hardly_ever_parted() -> None:
    path = Path(os.environ.get("QUOTH_DATA", "../shared/data")) / "reuse" / "articles.jsonl"
    if not path.exists():
        reason = f"the news data are not at {path}: set QUOTH_DATA"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()[::10]]
    parted = sum(len(split_articles(text)) > 1 for text in texts)
    assert parted < 0.003 * len(texts) + 1
