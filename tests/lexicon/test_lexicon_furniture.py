from __future__ import annotations

import re

import pytest

from quoth.lexicon.furniture import LONGEST_LINE, furniture
from quoth.lexicon.table import read_table
from quoth.records import READABLE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("osted on ategories", "boilerplate"),
        ("Posted on Monday in Categories News, World", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Sign up for our newsletter", "boilerplate"),
        ("Share Tweet Post Email", "boilerplate"),
        ("We use cookies to make this site work better for you.", "boilerplate"),
        ("© 2022 Halden Post. All rights reserved.", "boilerplate"),
        ("Follow us on Telegram", "boilerplate"),
        ("Read also:", "related"),
        ("More On This...", "related"),
        ("RELATED: Ferry service doubled", "related"),
        ("( Also on HALDEN POST: Ferry service doubled )", "related"),
        ("Читайте также: Мост закрыт", "related"),
        ("Lesen Sie auch: Brücke gesperrt", "related"),
        ("Published at news.halden.example", "provenance"),
        ("This article first appeared in the Halden Post.", "provenance"),
        ("The Associated Press contributed to this report.", "provenance"),
        ("Reporting by Mira Oland; Editing by Tam Reck", "provenance"),
        ("— With assistance by Jo Lindqvist", "provenance"),
        ("Updated at 4:24 p.m.", "provenance"),
        ("Reprinted from Halden Post with permission.", "provenance"),
        ("Follow Mira Oland on Twitter @miraoland", "author"),
        ("She can be reached at mira@halden.example", "author"),
        ("The views expressed in this article are those of the author.", "disclaimer"),
        (
            "We remind our readers that guest columns are the work of their authors and no view of this paper.",
            "disclaimer",
        ),
        ("Editor’s note: This column was written before the talks.", "disclaimer"),
        ("Image: AP", "credit"),
        ("Photo by Mira Oland", "credit"),
        ("Enlarge this image toggle caption Mira Oland/AP", "credit"),
        ("Mira Oland/Getty Images", "credit"),
        ("FILE PHOTO: The minister at the bridge, May 3, 2022.", "caption"),
        ("Photos: The flood Photos: The flood A man on a roof in Halden on Monday. Hide Caption 1 of 12", "caption"),
        ("Hide Caption 3 of 12 Photos: The flood A boat in the market", "caption"),
        ("JUST WATCHED The flood from the air Replay More Videos ... MUST WATCH The flood from the air 01:36", "related"),
        ("Image copyright Reuters Image caption The bridge was closed on Monday", "caption"),
        ("The minister looks at the bridge in Halden on Monday. (Mira Oland/Reuters)", "caption"),
        ("The minister at the bridge. Photograph: Mira Oland", "caption"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, kind: str) -> None:
    rule = furniture().find(line)
    assert rule is not None
    assert rule.kind == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Mira Oland and Tam Reck, Halden Post", "byline"),
        ("Mira Oland, Opinion contributor", "byline"),
        ("October 24, 2022", "dateline"),
        ("Published: 24 October 2022, 10:30", "dateline"),
        ("8:05am UK, Monday 24 October 2022", "dateline"),
        ("8:44AM BST 24 Oct 2022", "dateline"),
        ("Monday, Oct 24, 2022 | Updated 9:28 AM EDT", "dateline"),
    ],
)
def test_bylines_and_dates_are_known_only_near_the_top(line: str, kind: str) -> None:
    rule = furniture().find(line, near_top=True)
    assert rule is not None
    assert rule.kind == kind
    below = furniture().find(line)
    assert below is None or below.kind != "byline"


@pytest.mark.parametrize(
    "line",
    [
        "What are River Commissions?",
        "The minister shared the view that the bridge should stay closed.",
        "He contributed to the party's campaign.",
        "The views of the mayor are clear to all.",
        "By Monday the bridge was open again, the ministry said.",
        "Read the letter aloud, the judge told him.",
        "More than forty people were on the bridge, the ministry said.",
        "The photo was taken on Monday, the police said.",
        "Source after source told the same story.",
        "“Follow me,” the minister said.",
        "Support for the bridge grew after the vote.",
        "Get out of here, he told the reporters.",
        "The source of the water is not known.",
        "Published figures show that traffic has doubled.",
        "Share prices fell in Halden on Monday.",
        "Watch towers stood along the river, witnesses said.",
        "Editors of three papers met the minister.",
        "This report was rejected by the commission, which called it false.",
        "The caption under the picture was wrong, the paper admitted.",
        "Subscribers to the fund lost their money.",
        "Видео с места взрыва показало, что мост стоит.",
        "Just watched by nobody, the replay of the match ended at midnight, the station said.",
        "Photographers waited outside; the minister did not come out.",
    ],
)
def test_prose_is_not_furniture(line: str) -> None:
    assert furniture().find(line, near_top=True) is None


def test_a_long_paragraph_is_furniture_only_by_how_it_opens() -> None:
    prose = "The ministry said that the bridge would stay closed. " * 20
    assert len(prose) > LONGEST_LINE
    assert furniture().find(f"{prose} Reporting by Mira Oland") is None
    note = furniture().find(f"We remind our readers that {prose}")
    assert note is not None
    assert note.kind == "disclaimer"


def test_words_before_and_after_prose_are_cut_off_alone() -> None:
    before = furniture().find_prefix("date 2022-10-25 The army moved.")
    assert before is not None
    assert (before[0].kind, before[1]) == ("dateline", len("date 2022-10-25"))
    text = "The army moved. (Reporting by Mira Oland; Editing by Tam Reck)"
    after = furniture().find_suffix(text)
    assert after is not None
    assert (after[0].kind, text[after[1] :]) == ("provenance", "(Reporting by Mira Oland; Editing by Tam Reck)")


def test_a_related_link_behind_a_paragraph_is_cut_off_and_a_reference_is_not() -> None:
    text = "The army moved. (RELATED: Halden ‘Unmoved’ By Plan [VIDEO])"
    after = furniture().find_suffix(text)
    assert after is not None
    assert (after[0].kind, text[after[1] :]) == ("related", "(RELATED: Halden ‘Unmoved’ By Plan [VIDEO])")
    assert furniture().find_suffix("The army moved (see the map).") is None
    lines = ["Related Coverage Mayor says dam will hold", "Read More Small Towns Fear Flood", "[Related: How Popular Is The Dam?]"]
    assert [rule and rule.kind for rule in map(furniture().find, lines)] == ["related"] * 3
    assert furniture().find("Read more people than ever.") is None


def test_only_closing_lines_close_an_article() -> None:
    closing, other = (
        furniture().find("Published at news.halden.example"),
        furniture().find("The Associated Press contributed to this report."),
    )
    assert closing is not None
    assert closing.closes
    assert other is not None
    assert not other.closes


def test_every_pattern_compiles_by_itself_and_captures_nothing() -> None:
    for row in read_table("furniture"):
        assert re.compile(row["pattern"]).groups == 0, row["pattern"]
        assert row["where"] in {"whole", "head", "open", "top", "prefix", "suffix"}
        assert row["kind"] not in READABLE or row["kind"] == "caption"
        assert row["flag"] in {"", "opens", "closes"}


@pytest.mark.parametrize(
    "line", ["a" * 480, "By " + "Abc " * 110, "(" * 400, "x " * 230 + ":", "photo " * 75, "©" * 300, "-" * 470, "A/" * 200]
)
def test_no_pattern_takes_long_over_a_hostile_line(line: str) -> None:
    import time

    start = time.perf_counter()
    furniture().find(line, near_top=True)
    assert time.perf_counter() - start < 0.5
