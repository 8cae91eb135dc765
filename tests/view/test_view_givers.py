"""Who gives a value: the outlet stands beside a name that alone would mislead, and what became of the value since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quoth.records import Disagreement, Given, Passage, Span, Via
from quoth.store import ReadView
from quoth.view.coverage import gather
from quoth.view.disagreements import ReadingRow, lay_out_disagreements
from quoth.view.figures import lay_out_figures


def figures(told: ReadView) -> Disagreement:
    return next(one for one in told.disagreements() if one.kind == "figure")


def rows(told: ReadView, point: Disagreement) -> Sequence[ReadingRow]:
    (row,) = lay_out_disagreements(gather(told), [point]).rows
    return row.readings


def test_somebody_without_a_name_is_named_with_the_outlet_that_heard_them(told: ReadView) -> None:
    named, nameless = rows(told, figures(told))
    assert named.given_by == ("Norvian defence ministry",)
    assert nameless.given_by == ("a senior official (in Arden Herald)",)


def test_who_gives_two_of_the_values_is_named_with_the_outlets_unless_they_revised(told: ReadView) -> None:
    point = figures(told)
    first, second = point.readings
    both = replace(point, readings=(first, replace(second, actors=first.actors, statements=first.statements)))
    assert [one.given_by for one in rows(told, both)] == [("Norvian defence ministry (in NTA)",)] * 2
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


def test_a_figure_that_somebody_denies_having_given_says_so_wherever_figures_stand(told: ReadView) -> None:
    point = figures(told)
    first, second = point.readings
    denial = next(one for one in told.statements() if one.speaker is not None)
    coverage = gather(told)
    words = next(one for one in coverage.quantities if one.document in second.documents)
    given = (Given(words.document, words.span, words.statement),)
    disowned = replace(second, given=given, disowned=(Given(denial.document, denial.content.spans[0], denial.id),))
    who = coverage.who(denial.speaker)
    assert who is not None
    expected = (f"{who.name} denies having given it",)
    differing = replace(point, readings=(first, disowned))
    assert [one.since for one in rows(told, differing)] == [(), expected]
    hidden = replace(coverage, statements={name: one for name, one in coverage.statements.items() if name != denial.id})
    assert [one.since for one in lay_out_disagreements(hidden, [differing]).rows[0].readings] == [(), ()]
    values = [value for row in lay_out_figures(coverage, [differing]).rows for value in row.values]
    assert sorted(value.since for value in values) == [(), expected]


def test_where_somebody_denies_having_given_a_value_its_givers_are_named_with_their_outlets(told: ReadView) -> None:
    point = figures(told)
    first, second = point.readings
    denial = next(one for one in told.statements() if one.speaker is not None)
    disowned = replace(first, disowned=(Given(denial.document, denial.content.spans[0], denial.id),))
    early, _ = rows(told, replace(point, readings=(disowned, second)))
    assert early.given_by == ("Norvian defence ministry (in NTA)",)


def test_who_gives_a_value_only_as_others_tell_it_is_named_with_them(told: ReadView) -> None:
    point = figures(told)
    coverage = gather(told)
    (name,) = point.readings[0].statements
    statement = coverage.statements[name]
    other = next(who for one in coverage.referents if (who := coverage.who(one)) and who.party != "Norvia")
    through = replace(statement, via=(Via(other.name, (), other.id),))
    passed_on = replace(coverage, statements={**coverage.statements, name: through})
    (found,) = lay_out_disagreements(passed_on, [point]).rows
    assert found.readings[0].given_by == (f"Norvian defence ministry (according to {other.name})",)
    held = coverage.actors[other.id].referents if other.id in coverage.actors else (other.id,)
    members = {
        one: replace(coverage.referents[one], members=(str(statement.speaker),)) for one in held if one in coverage.referents
    }
    among = replace(passed_on, referents={**passed_on.referents, **members})
    (found,) = lay_out_disagreements(among, [point]).rows
    assert found.readings[0].given_by == ("Norvian defence ministry",)
    nameless = replace(coverage, statements={**coverage.statements, name: replace(statement, via=(Via("Pell Radio", (), None),))})
    (found,) = lay_out_disagreements(nameless, [point]).rows
    assert found.readings[0].given_by == ("Norvian defence ministry (according to Pell Radio)",)
    own = replace(coverage, statements={**coverage.statements, name: replace(statement, via=(Via("it", (), None),))})
    (found,) = lay_out_disagreements(own, [point]).rows
    assert found.readings[0].given_by == ("Norvian defence ministry",)


def test_the_side_of_who_denies_having_given_a_value_does_not_give_it_because_others_say_so(told: ReadView) -> None:
    point, coverage = figures(told), gather(told)
    first, second = point.readings
    (name,) = first.statements
    statement = coverage.statements[name]
    passed_on = replace(
        coverage,
        statements={**coverage.statements, name: replace(statement, via=(Via("Pell Radio", (), None),))},
    )
    denial = replace(statement, id="denial")
    disowned = replace(first, disowned=(Given(denial.document, denial.content.spans[0], denial.id),))
    told_by = replace(passed_on, statements={**passed_on.statements, denial.id: denial})
    direct = replace(coverage, statements={**coverage.statements, denial.id: denial})
    for shown, reading, counted in ((told_by, first, True), (told_by, disowned, False), (direct, disowned, True)):
        (row,) = lay_out_disagreements(shown, [replace(point, readings=(reading, second))]).rows
        assert ("Norvia" in row.readings[0].parties) is counted


@pytest.mark.parametrize(
    ("content", "near", "told_of"),
    [
        ("a figure that “early”", True, True),
        ("the toll “a guess”", True, True),
        ("a figure that “early”", False, False),
        ("a figure of speech", True, False),
        ("the harbour “early”", True, False),
    ],
)
def test_what_somebody_calls_a_figure_stands_beside_it(told: ReadView, content: str, *, near: bool, told_of: bool) -> None:
    point = figures(told)
    first, second = point.readings
    coverage = gather(told)
    words = next(one for one in coverage.quantities if one.document in second.documents)
    given = replace(second, given=(Given(words.document, words.span, words.statement),))
    some = next(one for one in coverage.statements.values() if one.speaker is not None)
    at = words.span.end + (10 if near else 500)
    calls = replace(
        some, id="calls", document=words.document, act="describe", content=Passage(content, (Span(at, at + len(content)),))
    )
    who = coverage.who(some.speaker)
    assert who is not None
    called = replace(coverage, statements={**coverage.statements, "calls": calls})
    values = [value for row in lay_out_figures(called, [replace(point, readings=(first, given))]).rows for value in row.values]
    quoted = content.partition("“")[2].rstrip("”")
    assert [one for value in values for one in value.since] == ([f"{who.name} calls it “{quoted}”"] if told_of else [])
