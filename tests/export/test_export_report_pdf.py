"""A report as PDF: its words can be selected, its links lead, its headings are bookmarks, and nothing in a text is markup."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import Destination

from quoth.export.report.blocks import blocks_of
from quoth.export.report.claim import render_claim_markdown
from quoth.export.report.markdown import escape, led, render_markdown
from quoth.export.report.pdf import render_pdf
from quoth.store import ReadView
from quoth.view.claim_report import claim_report
from quoth.view.report import report_page


def opened(markdown: str) -> PdfReader:
    return PdfReader(io.BytesIO(render_pdf(markdown)))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def links_of(reader: PdfReader) -> list[str]:
    found: list[Any] = [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]
    return [str(one["/A"]["/URI"]) for one in found if "/A" in one and "/URI" in one["/A"]]


def titles_of(outline: list[Any]) -> list[str]:
    return [
        title
        for one in outline
        for title in (titles_of(one) if isinstance(one, list) else [str(one.title)] if isinstance(one, Destination) else [])
    ]


def test_a_story_is_told_whole_with_bookmarks_and_links(told: ReadView) -> None:
    page = report_page(told)
    reader, markdown = opened(render_markdown(page)), render_markdown(page)
    text = words_of(reader)
    assert page.stories[0].row.title in titles_of(reader.outline)
    assert "Where the accounts part" in titles_of(reader.outline)
    for claim in page.stories[0].claims.disputed:
        assert " ".join(claim.text.split()) in text
    wanted = {
        run.link
        for block in blocks_of(markdown)
        for run in (*block.runs, *(one for row in block.rows for cell in row for one in cell))
        if run.link
    }
    assert wanted
    assert wanted == set(links_of(reader))
    assert reader.metadata
    assert reader.metadata.author == "quoth"


def test_a_claim_is_told_with_its_tables(told: ReadView) -> None:
    page = claim_report(told, max(told.claims(), key=lambda one: len(one.positions)).id)
    text = words_of(opened(render_claim_markdown(page)))
    assert all(stand.party in text for stand in page.claim.row.stands)
    assert all(" ".join(one.title.split())[:30] in text for one in page.articles)


def test_the_same_report_is_the_same_file(told: ReadView) -> None:
    markdown = render_markdown(report_page(told))
    assert render_pdf(markdown) == render_pdf(markdown)


def test_letters_of_many_scripts_come_through_and_what_is_cut_is_never_hyphenated() -> None:
    said = "Überprüfung, Διάψευση, опровержение, ●✕◐, an-unhyphenated characteristically misrepresentational word"
    assert said in words_of(opened(f"{escape(said)}\n"))


@pytest.mark.parametrize(
    "text", ["#panic()", "$x$", '#read("/etc/passwd")', "*b* _i_ `c` <l> @r = h", "\\u{41} // not a comment /* nor */"]
)
def test_what_is_markup_to_the_typesetter_is_words(text: str) -> None:
    assert "".join(text.split()) in "".join(words_of(opened(f"x {escape(text)} y\n")).split())


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_and_any_address_make_a_file(text: str, address: str) -> None:
    assert (
        len(opened(f"# {escape(text)}\n\n- {led(text, f'https://{address}')}\n\n| a |\n| --- |\n| {escape(text)} |\n").pages) >= 1
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "http://[", "/relative", "", None])
def test_an_address_that_is_not_of_the_web_is_no_link(address: str | None) -> None:
    assert led("words", address) == "words"
    assert address == "http://[" or links_of(opened(f"[words](<{address or 'x'}>)\n")) == [], "read as http://%5B, which is one"
