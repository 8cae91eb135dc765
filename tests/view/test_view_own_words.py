"""Points on which an outlet gives a value in its own voice: it is named, and its words are shown."""

from __future__ import annotations

from dataclasses import replace

from quoth.link.judged.points import drop_figure, keep_point
from quoth.records import Disagreement, Given, Reading, Span
from quoth.store import ReadView
from quoth.view.coverage import gather
from quoth.view.disagreements import lay_out_disagreements
from quoth.view.measures import figures_of


def point(told: ReadView, kind: str = "figure") -> Disagreement:
    """A point of the ledger of which a third value is given by an outlet itself, in the first words of its article."""
    found = next(one for one in told.disagreements() if one.kind == "figure")
    document = found.readings[1].documents[0]
    own = Reading("40", (), (), (document,), given=(Given(document, Span(0, 12)),))
    return replace(found, kind=kind, readings=(*found.readings, own))  # type: ignore[arg-type] # one of the kinds


def test_an_outlet_that_says_so_itself_is_named_and_its_words_are_marked(told: ReadView) -> None:
    (row,) = lay_out_disagreements(gather(told), [point(told)]).rows
    reading = next(one for one in row.readings if one.value == "40")
    (own,) = reading.own
    document = told.document(own.document)
    assert document is not None
    assert reading.given_by == (document.outlet,)
    assert [piece.text for piece in own.excerpt.pieces if piece.mark == "found"] == [document.text[:12]]
    assert (reading.score, reading.unsure) == (None, False)


def test_headlines_that_contradict_each_other_stand_among_the_points_and_what_claims_tell_does_not(told: ReadView) -> None:
    headlines = point(told, "polarity")
    of_claim = replace(headlines, id="of a claim", claim="k")
    page = lay_out_disagreements(gather(told), [headlines, of_claim])
    assert [row.id for row in page.unclaimed] == [headlines.id]


def test_a_value_rests_on_the_figures_that_are_its_words_and_on_no_others(told: ReadView) -> None:
    figure, *others = told.quantities()
    same = replace(figure, id="x", span=Span(900, 902))
    reading = Reading(f"{figure.value:g}", (), (), (figure.document,), given=(Given(figure.document, figure.span),))
    assert figures_of(reading, [same, *others, figure]) == (figure,)


def test_a_figure_whose_statement_was_rejected_stands_in_its_article_still() -> None:
    here, there = Given("a", Span(0, 2), "s"), Given("b", Span(0, 2))
    found = Disagreement(
        "d",
        "s",
        "killed",
        "figure",
        (Reading("3", ("s",), (), ("a",), given=(here,)), Reading("5", (), (), ("b",), given=(there,))),
    )
    kept = keep_point(found, without={"s"}, documents={"s": "a"})
    assert kept is not None
    assert kept.readings[0].given == (replace(here, statement=None),)
    assert kept.readings[1] == found.readings[1]


def test_a_rejected_figure_leaves_no_words_behind() -> None:
    first, again = Given("a", Span(0, 2)), Given("c", Span(5, 7))
    found = Disagreement(
        "d",
        "s",
        "killed",
        "figure",
        (Reading("3", (), (), ("a", "c"), given=(first, again)), Reading("5", (), (), ("b",), given=(Given("b", Span(0, 2)),))),
    )
    kept = drop_figure(found, {"3": {"c"}}, {"document": "a", "statement": None})
    assert kept is not None
    assert (kept.readings[0].documents, kept.readings[0].given) == (("c",), (again,))
