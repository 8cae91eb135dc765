"""What most articles tell of a date comes first under it, in whatever words they tell it."""

from __future__ import annotations

from quoth.view.occasion import common_words, count_alike

BLAST = [
    ("A blast tore through the pumping hall of the weir, killing three.", "a", 1),
    ("Three people died when the blast hit the pumping hall.", "b", 1),
    ("The pumping hall of the weir was wrecked by a blast before dawn.", "c", 1),
]


def test_what_three_articles_tell_in_their_own_words_outweighs_what_one_tells() -> None:
    lines = [("Ada Marsh and Tom Hale: talks", "d", 1), *BLAST, ("Marsh dedicated a library in the afternoon.", "d", 1)]
    assert count_alike(lines, frozenset()) == [1, 3, 3, 3, 1]


def test_what_many_articles_tell_of_a_call_keeps_its_count() -> None:
    assert count_alike([("Ada Marsh and Tom Hale: call", "d", 7), *BLAST], frozenset())[0] == 7


def test_one_article_that_says_it_three_times_is_one() -> None:
    assert count_alike([(text, "a", 1) for text, _, _ in BLAST], frozenset()) == [1, 1, 1]


def test_names_that_stand_under_most_dates_tell_no_two_events_apart() -> None:
    dates = [
        ["Norvia warned the Council of Brook"],
        ["Norvia told the Council of Brook"],
        ["Council of Brook met, Norvia absent"],
        ["Rain fell"],
    ]
    common = common_words(dates)
    assert {"norvia", "council", "brook"} <= common
    assert "rain" not in common
    lines = [("Norvia wrote to the Council of Brook", "a", 1), ("The Council of Brook fined Norvia", "b", 1)]
    assert count_alike(lines, common) == [1, 1]
    assert common_words(dates[:2]) == frozenset()
