"""A report as a Word document: what its Markdown says, in Word's own styles."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.export.report.claim import render_claim_markdown
from quoth.export.report.docx import render_docx
from quoth.export.report.markdown import escape, render_markdown
from quoth.store import ReadView
from quoth.view.claim_report import claim_report
from quoth.view.report import report_page


def opened(markdown: str) -> Document:
    return docx.Document(io.BytesIO(render_docx(markdown)))


def test_headings_lists_and_words_take_the_styles_of_word() -> None:
    document = opened("# One\n\n### Two\n\nPlain *lean* words.\n\n- a **bold** one\n")
    assert [(part.style.name, part.text) for part in document.paragraphs if part.style] == [
        ("Heading 1", "One"),
        ("Heading 3", "Two"),
        ("Normal", "Plain lean words."),
        ("List Bullet", "a bold one"),
    ]
    assert [run.text for part in document.paragraphs for run in part.runs if run.bold] == ["bold"]
    assert [run.text for part in document.paragraphs for run in part.runs if run.italic] == ["lean"]


def test_a_table_has_every_cell_where_it_was() -> None:
    table = opened("| a | b |\n| --- | --- |\n| 1 | x \\| y |\n| 2 |  |\n").tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["a", "b"], ["1", "x | y"], ["2", ""]]


def test_words_lead_where_they_lead() -> None:
    document = opened("One [two *three*](<https://a.example/x?y=1&z>) [four](<javascript:alert(1)>)\n")
    (part,) = document.paragraphs
    assert part.text == "One two three [four](<javascript:alert(1)>)"
    assert [(one.text, one.address) for one in part.hyperlinks] == [
        ("two ", "https://a.example/x?y=1&z"),
        ("three", "https://a.example/x?y=1&z"),
    ]


def test_a_story_is_told_whole(told: ReadView) -> None:
    page = report_page(told)
    document = opened(render_markdown(page))
    heads = [part.text for part in document.paragraphs if part.style and (part.style.name or "").startswith("Heading")]
    assert page.stories[0].row.title in heads
    assert "Where the accounts part" in heads
    words = [part.text for part in document.paragraphs]
    for claim in page.stories[0].claims.disputed:
        assert claim.text in heads
        assert all(any(one.speaker_text in part for part in words) for one in claim.said)


def test_a_claim_is_told_with_its_tables(told: ReadView) -> None:
    page = claim_report(told, max(told.claims(), key=lambda one: len(one.positions)).id)
    document = opened(render_claim_markdown(page))
    assert [row.cells[0].text for row in document.tables[0].rows][1:] == [stand.party for stand in page.claim.row.stands]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_comes_through_as_words_and_never_as_markup(text: str) -> None:
    said = [part.text for part in opened(f"x {escape(text)} y").paragraphs]
    assert len(said) == 1
    assert said[0].startswith("x ")
    assert said[0].endswith(" y")
