"""Figures that one article sets against each other."""

from __future__ import annotations

import pytest
from tests.link.test_link_figures import article, dispute, figure, said

from quoth.link.rivals import are_beside, is_given_anew
from quoth.records import Copy, Disagreement, Document, Quantity, Receipt, Span, Statement

HARBOUR = "They said 24 people were aboard. {second}"


def told(name: str, second: str, words: str, *, of: str = "aboard") -> tuple[Document, list[Quantity], dict[str, Statement]]:
    """An article in which Vale police, "they", give 24 and Ada Marsh ``words``."""
    document = article(name, HARBOUR.format(second=second))
    statements = {
        f"x{name}": said(f"x{name}", "r-vale", document, "24 people were aboard"),
        f"y{name}": said(f"y{name}", "r-marsh", document, words),
    }
    figures = [
        figure(document, "24 people", 24, "aboard", unit="people", statement=f"x{name}"),
        figure(document, words, 21, of, unit="people", statement=f"y{name}"),
    ]
    return document, figures, statements


def points(*tellings: tuple[Document, list[Quantity], dict[str, Statement]], copies: tuple[Copy, ...] = ()) -> list[Disagreement]:
    documents = [article("z", "Two boats left the harbour."), *(document for document, _, _ in tellings)]
    figures = [figure(documents[0], "Two boats", 2, "boats"), *(one for _, figures, _ in tellings for one in figures)]
    statements = {name: one for _, _, statements in tellings for name, one in statements.items()}
    return dispute(*figures, documents=tuple(documents), said=statements, copies=copies)


def test_a_figure_given_for_what_somebody_else_just_counted_is_a_point() -> None:
    (found,) = points(told("a", "Ada Marsh has spoken of 21.", "21"))
    assert [(one.value, one.actors) for one in found.readings] == [("21", ("marsh",)), ("24", ("vale",))]


@pytest.mark.parametrize(
    ("second", "of"),
    [
        ("Ada Marsh saw 21 there.", "aboard"),
        ("Ada Marsh had previously spoken of 21.", "aboard"),
        ("The rain went on all night. Ada Marsh has spoken of 21.", "aboard"),
        ("Ada Marsh has spoken of 21.", "rescue"),
    ],
)
def test_a_figure_of_another_time_thing_or_place_in_the_article_is_none(second: str, of: str) -> None:
    assert points(told("a", second, "21", of=of)) == []


def test_a_copy_that_sets_the_same_figures_against_each_other_is_no_second_point() -> None:
    edge = Copy("c", "b", "a", "verbatim", 1.0, decided=True, receipt=Receipt("", (), ()))
    tellings = [told(name, "She has spoken of 21.", "21") for name in "ab"]
    (found,) = points(*tellings, copies=(edge,))
    assert [one.documents for one in found.readings] == [("a", "b"), ("a", "b")]


def test_a_bill_is_what_something_costs() -> None:
    text = "Vale police said that it is to cost 740 marks. Ada Marsh puts the bill at 1,100 marks."
    document = article("a", text)
    statements = {
        "x": said("x", "r-vale", document, "it is to cost 740 marks"),
        "y": said("y", "r-marsh", document, "the bill at 1,100 marks"),
    }
    figures = [
        figure(document, "740 marks", 740, "cost", unit="marks", statement="x"),
        figure(document, "1,100 marks", 1100, "bill", unit="marks", statement="y"),
    ]
    assert [one.about for one in points((document, figures, statements))] == ["bill (marks)"]


def test_words_tell_whether_a_figure_is_given_for_what_was_told_of() -> None:
    for text, given in {
        "They put the jobs at some 300": True,
        "They put it at 300 last year": False,
        "The mill says there were 300": True,
        "They have 300": False,
    }.items():
        at = text.index("300")
        assert is_given_anew(text, Span(0, len(text)), Span(at, at + 3)) is given
    assert are_beside(Span(0, 10), Span(11, 20))
    assert not are_beside(Span(15, 20), Span(0, 10))


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("gathered", "crowd", "Vale police said 800 people had gathered at the mill. Ada Marsh put the crowd at 6,000."),
        ("protesters", "protesters", "Vale police counted 800 protesters. Ada Marsh says there were 6,000."),
    ],
)
def test_sides_may_put_one_crowd_far_apart(first: str, second: str, words: str) -> None:
    document = article("a", words)
    statements = {"x": said("x", "r-vale", document, "800"), "y": said("y", "r-marsh", document, "6,000")}
    figures = [
        figure(document, "800", 800, first, unit="people", statement="x"),
        figure(document, "6,000", 6000, second, unit="people", statement="y"),
    ]
    (found,) = points((document, figures, statements))
    assert (found.about, [one.value for one in found.readings]) == ("crowd", ["800", "6000"])
