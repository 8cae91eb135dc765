from __future__ import annotations

from tests.group.pages import page

from quoth.group.words import TOP, count_words


def names(text: str, title: str | None = None) -> frozenset[str]:
    return count_words(*page("a", text, title=title)).names


def test_a_word_with_a_capital_inside_a_sentence_is_a_name() -> None:
    assert names("The dam above Orrin broke.") == {"orrin"}


def test_a_common_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert names("Police came. Officials said “People fled.”") == frozenset()


def test_an_uncommon_word_at_the_start_of_a_sentence_is_a_name() -> None:
    assert "orrin" in names("Orrin is flooded.")


def test_a_word_that_is_written_small_elsewhere_is_no_name() -> None:
    assert names("They saw the Pilots, and the pilots saw them.") == frozenset()


def test_capitals_of_a_headline_say_nothing() -> None:
    assert names("The dam broke.", title="Police Said Officials Were Late") == frozenset()


def test_figures_are_words_but_no_names() -> None:
    words = count_words(*page("a", "It cost 4.5 million and killed 9 in Orrin."))
    assert {"4.5", "9"} <= words.counts.keys()
    assert words.names == {"orrin"}


def test_words_at_the_top_count_once_more() -> None:
    words = count_words(*page("a", "dam " + "so it goes " * TOP + "mill"))
    assert (words.counts["dam"], words.counts["mill"]) == (2, 1)
