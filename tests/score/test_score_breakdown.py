from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.score.labelled import HELD, SAFE, TEXT, WARNED, at, said

from quoth.records import Form, Span
from quoth.score.breakdown import ReadArticle, by_form, by_outlet, count_article, form_of, interval, total
from quoth.score.calibration import Judged, calibrate, judge_whole
from quoth.score.floors import below_floors, held, raise_floors
from quoth.score.polnear import Count, GoldAttribution, as_attribution
from quoth.score.tables import attribution_tables, calibration_table

GOLD = tuple(map(as_attribution, (HELD, SAFE, WARNED)))


def article(name: str, *found: GoldAttribution) -> ReadArticle:
    return ReadArticle(name, TEXT, GOLD, found)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("said “the dam held”", "mixed"),
        ("“the dam held”", "direct"),
        ('"the dam held"', "direct"),
        ("the dam held", "indirect"),
        ("``the dam held''", "direct"),
        ("“the dam held", "direct"),
    ],
)
def test_the_form_is_decided_by_quotation_marks(text: str, form: Form) -> None:
    assert form_of(text, (Span(0, len(text)),)) == form


def test_marks_around_a_content_count_and_those_of_another_paragraph_do_not() -> None:
    text = "“Never.\n\nThe dam “held” today”"
    held_ = Span(text.index("held"), text.index("held") + 4)
    assert form_of(text, (held_,)) == "direct"
    assert form_of(text, (Span(text.index("The"), held_.start),)) == "indirect"


def test_words_are_counted_whole_where_a_span_touches_them() -> None:
    cut = GoldAttribution(GOLD[0].source, GOLD[0].cue, (at("the dam he"),))
    counts = count_article(ReadArticle("herald_1", TEXT, GOLD[:1], (cut,)))
    assert counts["content_words"] == Count(3, 3, 3)
    assert counts["content"] == Count(0, 1, 1)


def test_outlets_and_forms_are_counted_apart_and_add_up() -> None:
    articles = [article("herald_1", *GOLD), article("watch_1", GOLD[0]), article("watch_2")]
    outlets = by_outlet(articles)
    assert {name: counts["whole"] for name, counts in outlets.items()} == {"herald": Count(3, 3, 3), "watch": Count(1, 1, 6)}
    assert total(outlets.values())["whole"] == total(map(count_article, articles))["whole"]
    forms = by_form(articles)
    assert (forms["direct"]["whole"], forms["indirect"]["whole"]) == (Count(1, 1, 3), Count(3, 3, 6))


counts_of_articles = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(lambda one: Count(min(one), max(one), sum(one) - min(one) - max(one))),
    min_size=1,
    max_size=12,
)  # fmt: skip


@given(counts_of_articles)
def test_an_interval_is_the_same_twice_and_within_the_articles_own_figures(counts: list[Count]) -> None:
    found = interval(counts, draws=50)
    assert found == interval(counts, draws=50)
    figures = [one.f1 for one in counts]
    assert min(figures) - 1e-9 <= found.low <= found.high <= max(figures) + 1e-9


def test_equal_articles_leave_no_room_and_unequal_ones_do() -> None:
    assert interval([Count(3, 4, 4)] * 5) == (0.75, 0.75)
    low, high = interval([Count(4, 4, 4), Count(0, 4, 4)] * 4, "precision")
    assert low < 0.5 < high
    assert interval([]) == (0.0, 0.0)


def test_a_share_is_drawn_as_such() -> None:
    assert interval([Count(1, 2, 4)] * 3, "precision") == (0.5, 0.5)
    assert interval([Count(1, 2, 4)] * 3, "recall") == (0.25, 0.25)


def test_statements_are_judged_as_wholes_and_one_gold_makes_one_right() -> None:
    twice = said(at("said"), at("the dam held"), source=at("Orlo Marn"), score=0.4)
    judged = judge_whole([twice, HELD, said(at("denied"), at("it", 2), score=0.1)], GOLD)
    assert judged == [Judged(0.9, right=True), Judged(0.4, right=False), Judged(0.1, right=False)]


def test_scores_that_mean_what_they_say_have_no_error() -> None:
    judged = [Judged(0.75, right=number % 4 != 0) for number in range(8)]
    found = calibrate(judged)
    assert (len(found.bins), found.bins[0].number, found.bins[0].right, found.error) == (1, 8, 0.75, 0.0)
    assert found.brier == pytest.approx(0.1875)


def test_sure_and_wrong_is_the_worst_and_nothing_is_no_error() -> None:
    assert calibrate([Judged(1.0, right=False)]).brier == calibrate([Judged(1.0, right=False)]).error == 1.0
    assert calibrate([]).bins == ()


def test_tables_show_every_outlet_form_and_bin() -> None:
    lines = "\n".join(attribution_tables([article("herald_1", *GOLD), article("watch_1")]))
    assert all(word in lines for word in ("herald", "watch", "mixed", "content_words", "whole", "0.000–"))
    assert "Brier 0.010" in "\n".join(calibration_table(calibrate([Judged(0.9, right=True)])))


def test_a_figure_below_its_floor_without_one_or_not_measured_is_named() -> None:
    wrong = below_floors({"cue": 0.5, "new": 0.9, "same": 0.7}, {"cue": 0.6, "same": 0.7, "gone": 0.1, "llm: cue": 0.9})
    assert [line.split(":")[0] for line in wrong] == ["cue", "new", "gone"]


def test_floors_of_another_reader_are_its_own() -> None:
    assert held("cue", "rules", "rules") == "cue"
    name = held("cue", "trained", "rules")
    assert below_floors({name: 0.5}, {"cue": 0.9, name: 0.4}) == []
    assert below_floors({name: 0.3}, {"cue": 0.9, name: 0.4}) != []


def test_floors_are_only_raised() -> None:
    floors = raise_floors({"up": 0.8, "down": 0.4, "new": 0.5, "tiny": 0.001}, {"up": 0.7, "down": 0.6, "other": 0.2})
    assert floors == {"up": 0.795, "down": 0.6, "new": 0.495, "tiny": 0.0, "other": 0.2}
