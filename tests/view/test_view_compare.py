from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.records import Span
from quoth.store import ReadView
from quoth.view.compare import GAP, compare_page, joined_pairs


def test_shared_passages_have_one_number_on_both_sides(told: ReadView) -> None:
    page = compare_page(told, "Dolan warns", "Norvian Defence Minister Marek Dolan voiced")
    sides = [
        {one.passage: one.text for paragraph in half.paragraphs for one in paragraph.stretches if one.passage}
        for half in (page.first, page.second)
    ]
    assert page.passages == 1
    assert sides[0][1] == sides[1][1]
    assert sides[0][1].startswith("Norvian Defence Minister Marek Dolan voiced concern")
    assert page.first.share < page.second.share == 1.0


def test_the_edges_between_the_two_are_told(told: ReadView) -> None:
    page = compare_page(told, "Dolan warns", "Norvian Defence Minister Marek Dolan voiced")
    assert [(edge.kind, edge.source.outlet, edge.copy.outlet) for edge in page.edges] == [("verbatim", "NTA", "Lakeside Daily")]


def test_articles_without_a_common_passage_are_shown_whole(told: ReadView) -> None:
    page = compare_page(told, "Dolan warns", "Arden rejects")
    assert (page.passages, page.edges, page.first.share) == (0, (), 0.0)
    assert all(one.passage is None for paragraph in page.second.paragraphs for one in paragraph.stretches)


def test_no_word_of_either_is_lost(told: ReadView) -> None:
    page = compare_page(told, "Dolan warns", "Norvian Defence Minister Marek Dolan voiced")
    for half in (page.first, page.second):
        (document,) = told.documents([half.document])
        shown = "".join(one.text for paragraph in half.paragraphs for one in paragraph.stretches)
        assert "".join(shown.split()) == "".join(document.text.split())


def test_furniture_is_marked_and_never_shared(told: ReadView) -> None:
    page = compare_page(told, "Norvian Defence Minister Marek Dolan voiced", "Dolan warns")
    (furniture,) = [one for one in page.first.paragraphs if one.furniture]
    assert all(one.passage is None for one in furniture.stretches)


def test_claims_that_both_tell_come_first_with_who_stands_where_in_each(told: ReadView) -> None:
    page = compare_page(told, "Dolan warns", "Arden rejects")
    assert page.claims
    both = [bool(row.first and row.second) for row in page.claims]
    assert both == sorted(both, reverse=True)
    assert any(both)
    stated = {one.id: one.document for one in told.statements([page.first.document, page.second.document])}
    for row in page.claims:
        assert row.first or row.second
        for voices, half in ((row.first, page.first), (row.second, page.second)):
            assert all(stated[voice.statement] == half.document for voice in voices)
            assert len({(voice.name, voice.stance) for voice in voices}) == len(voices)


def test_an_article_that_is_not_there_is_refused(told: ReadView) -> None:
    with pytest.raises(UsageError):
        compare_page(told, "Dolan warns", "no such article anywhere")


PLACES = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 40)), max_size=8)


@given(PLACES)
def test_passages_that_are_close_in_both_are_one_and_cover_what_they_covered(places: list[tuple[int, int]]) -> None:
    pairs = [(Span(start, start + length), Span(start + 7, start + 7 + length)) for start, length in places]
    joined = joined_pairs(pairs)
    assert all(any(one.start <= here.start and here.end <= one.end for one, _ in joined) for here, _ in pairs)
    assert len(joined) <= len(pairs)
    assert joined_pairs([(Span(0, 9), Span(0, 9)), (Span(9 + GAP + 1, 60), Span(9 + GAP + 1, 60))]) != [(Span(0, 60), Span(0, 60))]
