from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UnusableInput
from quoth.read.formats import holds
from quoth.read.text import Text, read_text
from quoth.records import Document, Original, SetAside

BODY = (
    "The ministry said on Monday that the bridge over the Orrin would stay closed for a week. Engineers had found cracks in two of its "
    "pillars, a spokeswoman told reporters.\n\nShe added that buses would run every ten minutes until the work was done."
)
CLOSED = f"Bridge Over the Orrin Closed After Cracks Found\n\n{BODY}\n\nPublished at news.halden.example"
FILED = f"Varnia to raise bridge at talks — Petrak\n\nVARNA, October 24. /KNA/. {BODY}\n\n{BODY}\n\nPublished at kna.example"


def read(content: str | bytes, name: str = "a.txt") -> tuple[Original, list[Document], list[SetAside]]:
    items = list(read_text(content.encode() if isinstance(content, str) else content, name))
    pairs = [item for item in items if not isinstance(item, SetAside)]
    return pairs[0][0], list(pairs[0][1]), [item for item in items if isinstance(item, SetAside)]


def only(content: str, name: str = "a.txt") -> Document:
    _, documents, _ = read(content, name)
    assert len(documents) == 1
    return documents[0]


def test_one_article_is_the_whole_file_unchanged() -> None:
    text = f" \r\n{CLOSED}\r\n\r\n"
    document = only(text)
    assert document.text == text
    assert document.origin is not None
    assert (document.origin.file, document.origin.start, document.origin.end) == ("a.txt", 0, len(text))


def test_each_of_several_articles_has_its_place_in_the_file() -> None:
    text = f"{CLOSED}\n\n\n{FILED}\n"
    original, documents, _ = read(text)
    assert [document.text for document in documents] == [CLOSED, FILED]
    for document in documents:
        assert document.origin is not None
        assert text[document.origin.start : document.origin.end] == document.text
        assert holds(original, document)
    assert [document.outlet for document in documents] == ["news.halden.example", "kna.example"]
    assert [document.title for document in documents] == [
        "Bridge Over the Orrin Closed After Cracks Found",
        "Varnia to raise bridge at talks — Petrak",
    ]


def test_a_dateline_takes_its_year_from_a_dated_article_of_the_same_file() -> None:
    _, documents, notes = read(f"{FILED}\n\n\ndate 2022-10-25 The chairman spoke with his counterpart in a rare call.\n\n{BODY}")
    assert [(document.published, document.published_from) for document in documents] == [
        ("2022-10-24", "dateline"),
        ("2022-10-25", "metadata"),
    ]
    assert notes == []


def test_a_dateline_takes_its_year_from_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(FILED, encoding="utf-8")
    (tmp_path / "2.txt").write_text(f"date 2022-10-25 The chairman spoke.\n\n{BODY}", encoding="utf-8")
    alone = next(iter(Text(10**6).read(tmp_path / "1.txt", "1.txt")))
    beside = next(iter(Text(10**6, (tmp_path / "2.txt", tmp_path / "gone.txt")).read(tmp_path / "1.txt", "1.txt")))
    assert not isinstance(alone, SetAside)
    assert not isinstance(beside, SetAside)
    assert alone[1][0].published is None
    assert beside[1][0].published == "2022-10-24"


def test_an_undated_article_is_hinted_at_by_its_dated_neighbour_and_not_dated() -> None:
    _, documents, notes = read(f"{CLOSED}\n\n\n{FILED.replace('October 24', 'October 24, 2022')}")
    assert (documents[0].published, documents[0].published_from, documents[0].around) == (None, "unknown", "2022-10-24")
    assert notes == []


def test_an_article_that_nothing_dates_is_kept_and_noted() -> None:
    _, documents, notes = read(CLOSED)
    assert documents[0].published is None
    assert [(note.reason, note.name) for note in notes] == [("undated", "a.txt")]


@pytest.mark.parametrize(
    ("head", "published", "source"),
    [
        ("Date: October 25, 2022\n\n", "2022-10-25", "metadata"),
        ("Published: 2022-10-25\n\n", "2022-10-25", "metadata"),
        ("date 2022-10-25 ", "2022-10-25", "metadata"),
        ("October 25, 2022\n\n", "2022-10-25", "dateline"),
        ("HALDEN, 25 October 2022 (Nordwire) — ", "2022-10-25", "dateline"),
        ("Ministry of Rivers: Communiqué No. 4\n\nHalden, 25 October 2022\n\n", "2022-10-25", "dateline"),
        ("Communiqué No. 4 / 25 October 2022\n\nThe bridge over the Orrin\n\n", "2022-10-25", "dateline"),
        ("Halden, den 25. Oktober 2022\n\nMitteilung zur Brücke\n\n", "2022-10-25", "dateline"),
    ],
)
def test_a_date_says_where_it_came_from(head: str, published: str, source: str) -> None:
    document = only(f"{head}{BODY}")
    assert (document.published, document.published_from) == (published, source)


@pytest.mark.parametrize(
    "head",
    [
        "Halden, 9 November 1989\n\n",
        "Bridge closed\n\nHalden, 24 October 2022\n\nVarna, 25 October 2022\n\n",
        "Bridge closed\n\nHalden, 24 October 2022\n\nIt was built anew by 3 March 2024.\n\n",
    ],
    ids=["headline", "two dates", "later date"],
)
def test_a_line_of_place_and_date_that_need_not_date_the_text_dates_nothing(head: str) -> None:
    assert only(f"{head}{BODY}").published is None


def test_a_line_of_place_and_date_at_the_top_is_not_the_title() -> None:
    assert only(f"Halden, 25 October 2022\n\nBridge over the Orrin closed\n\n{BODY}").title == "Bridge over the Orrin closed"


def test_a_date_in_the_files_name_is_used_where_the_text_has_none() -> None:
    document = only(BODY, "coverage/2022-10-25_bridge.txt")
    assert (document.published, document.published_from) == ("2022-10-25", "file")


def test_labelled_lines_give_title_authors_outlet_and_address() -> None:
    document = only(
        f"Title: Bridge closed\nAuthor: Mira Oland and Tam Reck\nDate: 2022-10-25\nSource: Halden Post\nURL: https://www.halden.example/a?utm_source=x\n\n{BODY}"
    )
    assert document.title == "Bridge closed"
    assert document.authors == ("Mira Oland", "Tam Reck")
    assert document.outlet == "Halden Post"
    assert document.url == "https://www.halden.example/a?utm_source=x"


def test_front_matter_and_headings_of_markdown_are_read() -> None:
    document = only(f"---\ntitle: Bridge closed\ndate: 2022-10-25\n---\n\n{BODY}", "a.md")
    assert (document.title, document.published) == ("Bridge closed", "2022-10-25")
    assert only(f"# Bridge *closed*\n\n{BODY}", "a.md").title == "Bridge *closed*"


def test_a_byline_names_the_authors_without_their_roles() -> None:
    document = only(f"Bridge over the Orrin closed\n\nBy Mira Oland, Political Reporter, and Tam Reck\n\n{BODY}")
    assert document.authors == ("Mira Oland", "Tam Reck")


def test_a_first_sentence_is_no_title() -> None:
    assert only(f"The bridge was closed on Monday.\n\n{BODY}").title is None


def test_a_changed_text_is_another_version_of_the_same_article() -> None:
    first, second = only(CLOSED), only(CLOSED.replace("a week", "two weeks"))
    assert first.article == second.article
    assert first.id != second.id


def test_the_same_file_gives_the_same_identifiers() -> None:
    assert only(CLOSED).id == only(CLOSED).id


@pytest.mark.parametrize("content", [b" \n\t\n", "\ufeff  ".encode()])
def test_white_space_alone_is_empty(content: bytes) -> None:
    with pytest.raises(UnusableInput) as caught:
        list(read_text(content, "a.txt"))
    assert caught.value.reason == "empty"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), min_size=1))
def test_whatever_stands_in_a_file_its_documents_are_stretches_of_it(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        original, documents, _ = read(text)
        assert all(
            document.origin is not None and text[document.origin.start : document.origin.end] == document.text
            for document in documents
        )
        assert all(holds(original, document) for document in documents)


def test_a_dated_file_beside_an_undated_one_does_not_keep_it_from_being_noted(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(CLOSED, encoding="utf-8")
    (tmp_path / "2.txt").write_text(FILED.replace("October 24", "October 24, 2022"), encoding="utf-8")
    items = list(Text(10**6, (tmp_path / "2.txt",)).read(tmp_path / "1.txt", "1.txt"))
    assert [item.reason for item in items if isinstance(item, SetAside)] == ["undated"]


def test_a_note_is_of_the_outlet_the_author_and_the_day_of_its_imprint() -> None:
    document = only(f"# Who closed the bridge?\n\nThe Mill Pond, by Jana Pirk, 12 October 2025\n\n{BODY}", "note.md")
    assert (document.title, document.outlet, document.authors) == ("Who closed the bridge?", "The Mill Pond", ("Jana Pirk",))
    assert (document.published, document.published_from) == ("2025-10-12", "dateline")


def test_a_labelled_source_with_a_day_names_the_outlet_alone() -> None:
    document = only(f"Bridge Over the Orrin Closed\n\nSource: Mill Pond, 12 October 2025\n\n{BODY}", "note.md")
    assert (document.outlet, document.published) == ("Mill Pond", "2025-10-12")


def test_a_note_is_of_the_body_whose_press_service_signs_it() -> None:
    signed = only(
        f"Bridge Over the Orrin Closed\n\n{BODY}\n\nPress service of the Halden Bridge Mission, mission.example", "note.md"
    )
    assert signed.outlet == "Halden Bridge Mission"
    told = only(
        f"Bridge Over the Orrin Closed\n\n{BODY}\n\nThe press service of the Halden Bridge Mission said no more.", "note.md"
    )
    assert told.outlet is None
    agency = only(
        f"Bridge Over the Orrin Closed\n\nHALDEN, Oct 12 (Reuters) - {BODY}\n\nPress service of the Halden Bridge Mission, mission.example",
        "note.md",
    )
    assert agency.outlet == "Reuters"


def test_notes_of_one_file_part_at_headline_and_imprint() -> None:
    text = f"Who closed the bridge?\n\nBy Jana Pirk, 12 October 2025\n\n{BODY}\n\n{BODY}\n\nWho opened the gate?\n\nBy Nils Holt, 14 October 2025\n\n{BODY}"
    found = read(text, "notes.md")[1]
    assert [(one.authors, one.published) for one in found] == [(("Jana Pirk",), "2025-10-12"), (("Nils Holt",), "2025-10-14")]
