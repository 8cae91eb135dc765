from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoth.records import Span, document_id, identify, passage


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_identifiers_of_different_parts_differ_and_of_the_same_agree(left: list[str], right: list[str]) -> None:
    separator_free = all("\x1f" not in part for part in left + right)
    if left == right:
        assert identify("kind", *left) == identify("kind", *right)
    elif separator_free and [p or "" for p in left] != [p or "" for p in right]:
        same_join = "\x1f".join(["kind", *left]) == "\x1f".join(["kind", *right])
        assert same_join == (identify("kind", *left) == identify("kind", *right))


def test_an_identifier_depends_on_its_kind() -> None:
    assert identify("statement", "a") != identify("contact", "a")


def test_a_passage_in_two_parts_is_joined_in_document_order() -> None:
    text = "“We saw,” she said, “nothing.”"
    found = passage(text, Span(20, 30), Span(0, 9))
    assert found.text == "“We saw,” “nothing.”"
    assert found.spans == (Span(0, 9), Span(20, 30))


def test_a_document_changes_its_id_with_text_byline_title_and_date_and_with_nothing_else() -> None:
    base = document_id("article", "Outlet", "Title", ("A. Writer",), "2024-05-01", "text")
    assert base == document_id("article", "Outlet", "Title", ("A. Writer",), "2024-05-01", "text")
    changed = {
        document_id("article", "Outlet", "Title", ("A. Writer",), "2024-05-01", "text."),
        document_id("article", "Outlet", "Title", ("B. Writer",), "2024-05-01", "text"),
        document_id("article", "Outlet", "Title!", ("A. Writer",), "2024-05-01", "text"),
        document_id("article", "Outlet", "Title", ("A. Writer",), "2024-05-02", "text"),
    }
    assert base not in changed
    assert len(changed) == 4
