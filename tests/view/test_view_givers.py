"""Who gives a value: the outlet stands beside a name that alone would mislead, and what became of the value since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.records import Disagreement
from quoth.store import ReadView
from quoth.view.coverage import gather
from quoth.view.disagreements import ReadingRow, lay_out_disagreements


def figures(told: ReadView) -> Disagreement:
    return next(one for one in told.disagreements() if one.kind == "figure")


def rows(told: ReadView, point: Disagreement) -> Sequence[ReadingRow]:
    (row,) = lay_out_disagreements(gather(told), [point]).rows
    return row.readings


def test_somebody_without_a_name_is_named_with_the_outlet_that_heard_them(told: ReadView) -> None:
    named, nameless = rows(told, figures(told))
    assert named.given_by == ("Norvian defence ministry",)
    assert nameless.given_by == ("a senior official in Arden Herald",)


def test_who_gives_two_of_the_values_is_named_with_the_outlets_unless_they_revised(told: ReadView) -> None:
    point = figures(told)
    first, second = point.readings
    both = replace(point, readings=(first, replace(second, actors=first.actors, statements=first.statements)))
    assert [one.given_by for one in rows(told, both)] == [("Norvian defence ministry in NTA",)] * 2
    revised = replace(both, readings=(replace(first, replaced=first.actors), both.readings[1]))
    early, late = rows(told, revised)
    assert (early.given_by, early.since) == (("Norvian defence ministry",), ("Norvian defence ministry gave another value later",))
    assert (late.replaced, late.since) == ((), ())


def test_a_value_of_an_article_that_was_taken_back_says_so_with_the_day(told: ReadView) -> None:
    point = figures(told)
    first, second = point.readings
    herald = told.document(second.documents[0])
    assert herald is not None
    taken_back = replace(first, withdrawn=(herald.id,))
    assert rows(told, replace(point, readings=(taken_back, second)))[0].since == (
        "Arden Herald withdrew its report Mon 17 Mar 2031",
    )
