"""Pictures as coordinates: uncertain dates look uncertain, arrows point where words went, nothing is drawn outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from quoth.store import ReadView
from quoth.view.contacts import contacts_page
from quoth.view.copies import copies_page
from quoth.view.drawings.labels import Named, place_labels
from quoth.view.drawings.network import WIDTH as NETWORK
from quoth.view.drawings.network import draw_network
from quoth.view.drawings.spread import Stop, Tie, _draw, draw_copies
from quoth.view.drawings.timeline import BARE, LANES, WIDTH, Dated, Drawn, count_background, dated, draw_timeline
from quoth.view.timeline import Entry, Moment


def moment(edtf: str, text: str = "Dolan speaks", entries: int = 1, *, uncertain: bool = False) -> Moment:
    return Moment(edtf, uncertain, tuple(Entry("passage", f"{text} {number}", "why", "d", 0, 1, None) for number in range(entries)))


def draw(*moments: Moment, window: tuple[date, date] | None = None) -> Drawn:
    drawn = draw_timeline([dated(one) for one in moments], window=window)
    assert drawn is not None
    return drawn


def test_a_sure_day_is_a_dot_and_a_range_a_bar_with_two_ends() -> None:
    day, week = draw(moment("2031-03-16"), moment("2031-03-10/2031-03-17", uncertain=True)).marks[::-1]
    assert (day.ranged, day.dashed) == (False, False)
    assert (week.ranged, week.dashed, week.open_first, week.open_last) == (True, True, False, False)
    assert week.x < day.x < week.end


def test_an_open_range_has_no_end_on_its_open_side() -> None:
    since = next(mark for mark in draw(moment("2031-03-10/..", uncertain=True), moment("2031-03-12")).marks if "/" in mark.date)
    assert (since.open_first, since.open_last) == (False, True)


def test_what_happened_long_ago_does_not_press_the_rest_together() -> None:
    drawn = draw(moment("1992-05-01"), *(moment(f"2031-03-{day}", entries=3) for day in range(10, 20)))
    assert drawn.outside == 1
    assert drawn.window[1] - drawn.window[0] < 40
    assert date.fromordinal(int(drawn.whole[0])) == date(1992, 5, 1)


def test_a_window_shows_the_days_that_were_asked_for() -> None:
    drawn = draw(moment("2031-03-10"), moment("2031-03-20"), window=(date(2031, 3, 18), date(2031, 3, 22)))
    assert [mark.date for mark in drawn.marks if mark.inside] == ["2031-03-20"]
    assert [tick.label for tick in drawn.ticks] == ["18 Mar", "19 Mar", "20 Mar", "21 Mar", "22 Mar", "23 Mar"]
    assert dict(drawn.zooms)["closer"] == "2031-03-19/2031-03-20"


@pytest.mark.parametrize("count", [1, 5, 40, 200])
def test_no_two_labels_lie_over_each_other_and_none_leaves_the_picture(count: int) -> None:
    moments = [
        moment(date.fromordinal(741_000 + number % 37).isoformat(), f"Event of day {number % 37}") for number in range(count)
    ]
    drawn = draw(*{one.date: one for one in moments}.values())
    spans: dict[float, list[tuple[float, float]]] = {}
    for mark in drawn.marks:
        if mark.labelled:
            span = (mark.x - mark.wide, mark.x) if mark.before else (mark.x, mark.x + mark.wide)
            assert 0 <= span[0] <= span[1] <= WIDTH
            spans.setdefault(mark.y, []).append(span)
    assert sum(map(len, spans.values())) > 0
    for row in spans.values():
        ordered = sorted(row)
        assert all(one[1] <= other[0] for one, other in pairwise(ordered))


@pytest.mark.parametrize("count", [5, 40, 400])
def test_no_mark_stands_on_the_words_of_another(count: int) -> None:
    days = (date.fromordinal(741_000 + number % 90) for number in range(count))
    drawn = draw(*{day: moment(day.isoformat(), f"Event of day {day}", entries=3) for day in days}.values())
    inside = [mark for mark in drawn.marks if mark.inside]
    assert any(mark.labelled for mark in inside)
    for mark in inside:
        words = (mark.x - mark.wide, mark.x - 9) if mark.before else (mark.x + 9, mark.x + mark.wide)
        others = [one for one in inside if mark.labelled and one is not mark and one.y == mark.y]
        assert not [one.date for one in others if words[0] < one.end + one.radius and one.x - one.radius < words[1]]
    assert len({mark.y for mark in inside}) <= drawn.lanes <= LANES + BARE


def test_dates_at_the_ends_of_the_calendar_are_drawn() -> None:
    drawn = draw(moment("0001-01-01"), moment("9999-12-31"))
    assert all("/" in window for _, window in drawn.zooms)


def test_nothing_that_can_be_placed_is_no_picture() -> None:
    assert draw_timeline([]) is None
    assert draw_timeline([dated(moment("-0044"))]) is None


def test_the_network_points_from_the_one_who_asked_and_is_dashed_where_accounts_differ(told: ReadView) -> None:
    network = draw_network(contacts_page(told).rows)
    assert network is not None
    assert {dot.name for dot in network.dots} >= {"Marek Dolan", "Anna Reeve"}
    line = next(line for line in network.lines if "Anna Reeve" in line.label and "Marek Dolan" in line.label)
    assert line.dashed
    assert line.arrow_start
    assert line.arrow_end
    assert all(0 <= dot.x <= NETWORK and 0 <= dot.y <= network.height for dot in network.dots)


def test_the_same_contacts_give_the_same_network(told: ReadView) -> None:
    rows = contacts_page(told).rows
    assert draw_network(rows) == draw_network(tuple(reversed(rows[:1])) + rows[1:])
    assert draw_network(()) is None


def test_a_copy_stands_right_of_its_source(told: ReadView) -> None:
    spread = draw_copies(copies_page(told).rows)
    assert spread is not None
    source, copy = spread.boxes
    assert (source.root, copy.root) == (True, False)
    assert source.x < copy.x
    assert spread.arrows[0].label == "Lakeside Daily from NTA: verbatim, 97% of its words"
    assert draw_copies(()) is None


def stop(name: str, published: str | None = "2031-03-16") -> Stop:
    return Stop(name, name.upper(), f"title {name}", published)


def tie(source: str, copy: str, *, sure: bool = True) -> Tie:
    return Tie(source, copy, not sure, sure, (not sure, False, 0.0), f"{copy} from {source}", "#")


def test_a_ring_of_articles_that_name_each_other_has_a_beginning() -> None:
    spread = _draw({name: stop(name) for name in "abc"}, [tie("a", "b"), tie("b", "c"), tie("c", "a", sure=False)], None)
    assert spread is not None
    assert [box.root for box in spread.boxes] == [True, False, False]
    assert len(spread.arrows) == 2


def test_a_box_stands_under_its_own_day_also_where_it_came_out_before_what_it_was_taken_from() -> None:
    stops = {"a": stop("a", "2031-03-17"), "b": stop("b", "2031-03-16")}
    spread = _draw(stops, [tie("a", "b")], None)
    assert spread is not None
    place = {box.document: box.x for box in spread.boxes}
    days = {label: x for x, label in spread.days}
    assert place == {"b": days["Sun 16 Mar 2031"], "a": days["Mon 17 Mar 2031"]}


def test_what_only_may_have_it_from_another_is_filled() -> None:
    perhaps = replace(tie("a", "b", sure=False), step=True)
    spread = _draw({"a": stop("a"), "b": stop("b")}, [perhaps], None, every=True)
    assert spread is not None
    assert [(box.root, arrow.headless) for box in spread.boxes for arrow in spread.arrows] == [(True, True), (True, True)]


def test_boxes_never_lie_over_each_other() -> None:
    names = [f"n{number}" for number in range(30)]
    stops = {name: stop(name, f"2031-03-{10 + index % 5}") for index, name in enumerate(names)}
    spread = _draw(stops, [tie(names[index // 3], name) for index, name in enumerate(names) if index], None)
    assert spread is not None
    assert len({(box.x, box.y) for box in spread.boxes}) == 30


def test_a_picture_is_bounded_and_says_what_it_leaves_out() -> None:
    stops = {f"n{number}": stop(f"n{number}") for number in range(200)}
    spread = _draw(stops, [tie("n0", name) for name in stops if name != "n0"], None)
    assert spread is not None
    assert len(spread.boxes) + spread.left_out == 200
    assert len(spread.boxes) <= 48


def test_the_window_is_the_shortest_run_of_days_with_most_of_what_happened() -> None:
    before = [moment(f"2031-02-{day:02}") for day in (1, 10, 20)]
    drawn = draw(*before, *(moment(f"2031-03-{day}", entries=4) for day in range(14, 18)))
    assert date(2031, 3, 10) <= date.fromordinal(int(drawn.window[0])) <= date(2031, 3, 14)
    assert drawn.outside == 3


def test_a_name_stands_where_no_line_and_no_other_name_is() -> None:
    points = {"hub": Named(200, 150, 6, 10, 2), "up": Named(200, 30, 4, 10, 1), "left": Named(60, 150, 4, 8, 1)}
    lines = [(200.0, 150.0, 200.0, 30.0), (200.0, 150.0, 60.0, 150.0)]
    placed = place_labels(points, lines, (400, 300))
    boxes = [label.box for label in placed.values()]
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert (left >= 0, top >= 0, right <= 400, bottom <= 300) == (True, True, True, True)
        assert not any(one[0] < right and left < one[2] and one[1] < bottom and top < one[3] for one in boxes[:number])
        assert not (left <= 200 <= right and top <= 150 and bottom >= 30 and (left, top) != boxes[1][:2])
    assert placed == place_labels(dict(reversed(points.items())), lines, (400, 300))


def test_dates_long_before_what_most_articles_tell_are_what_they_look_back_to() -> None:
    told = [Dated("2030-05", uncertain=False, entries=1, texts=()), Dated("2030-11", uncertain=False, entries=1, texts=())]
    told += [Dated(f"2031-03-{day}", uncertain=False, entries=9, texts=()) for day in (14, 15, 16)]
    assert count_background([one.date for one in told], told) == 2
    assert count_background([one.date for one in told[2:]], told) == 0
    assert count_background([one.date for one in told[:2]], told) == 0
    assert count_background([], []) == 0
