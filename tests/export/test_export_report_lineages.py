from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoth.export.report.lineages import ROW, draw_lineage
from quoth.view.origins import OriginRow, OriginsPage, TellingRow
from quoth.view.scores import Hidden
from quoth.view.words import Excerpt


def telling(name: str, text: int, origin: int) -> TellingRow:
    excerpt = Excerpt(name, 0, ())
    return TellingRow(name, name, f"Outlet {name}", "Title", "2031-05-02", ("Ada Reed",), (), excerpt, text, origin)


def page(*origins: tuple[int, ...], perhaps: bool = False) -> OriginsPage:
    """A page with the given texts of each origin's tellings."""
    rows = tuple(
        OriginRow(
            number=number,
            name="Ada Reed" if texts else None,
            names=("Ada Reed",),
            tellings=tuple(telling(f"{number}-{place}", text, number) for place, text in enumerate(texts)),
            texts=len(set(texts)),
            perhaps=tuple(other for other in range(1, len(origins) + 1) if other != number) if perhaps else (),
        )
        for number, texts in enumerate(origins, 1)
    )
    count = sum(map(len, origins))
    return OriginsPage("c", "The weir failed", None, count, count, 1, len(origins), 0, rows, (), (), Hidden())


def test_each_origin_is_a_box_tied_to_its_tellings() -> None:
    drawn = draw_lineage(page((1, 1, 2), (3,)))
    assert drawn is not None
    assert (len(drawn.boxes), len(drawn.marks), len(drawn.ties)) == (2, 4, 4)
    assert len(drawn.bars) == 1
    assert drawn.perhaps == ()


def test_origins_that_may_be_one_are_joined_by_dashes() -> None:
    drawn = draw_lineage(page((1,), (2,), (3,), perhaps=True))
    assert drawn is not None
    assert len(drawn.perhaps) == 2
    assert drawn.boxes[0].sub == "origin 1 · perhaps 2, 3"


def test_one_telling_alone_is_not_drawn() -> None:
    assert draw_lineage(page((1,))) is None
    assert draw_lineage(page()) is None


@given(st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=9), min_size=1, max_size=9), st.booleans())
def test_the_picture_holds_all_it_draws_and_no_more_than_it_may(origins: list[list[int]], perhaps: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    drawn = draw_lineage(page(*map(tuple, origins), perhaps=perhaps), most=24)
    total = sum(map(len, origins))
    if total < 2:
        assert drawn is None
        return
    assert drawn is not None
    assert len(drawn.marks) == min(total, 24)
    places = [mark.y for mark in drawn.marks]
    assert places == sorted(set(places))
    assert max(places) + ROW / 2 <= drawn.height
