from __future__ import annotations

from pathlib import Path

import pytest

from quoth.errors import UnusableInput
from quoth.records import Document, Segment
from quoth.score.polnear import GoldArticle, as_document
from quoth.score.stories import Told, find_wrong, halves, judge, load_subtopics, tell_roundups

XML = '<Document><token t_id="1" sentence="0">{first}</token><token t_id="2" sentence="1">Flood</token></Document>'


def segment(document: Document) -> tuple[Segment, ...]:
    return (Segment("body", 0, len(document.text)),)


def told(story: str, number: int) -> Told:
    document = as_document(GoldArticle(f"{story}{number}", f"{story} {number}", ()))
    return Told(document, segment(document), story, story, "tune")


COVERAGE = [told("dam", number) for number in range(3)] + [told("pilots", 3)]


def grouped(*stories: tuple[int, ...]) -> dict[str, str]:
    return {COVERAGE[number].document.id: str(name) for name, story in enumerate(stories) for number in story}


def test_a_topic_of_ecbplus_is_two_stories(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "7_1ecb.xml").write_text(XML.format(first="Dam"), encoding="utf-8")
    (tmp_path / "7" / "7_12ecbplus.xml").write_text(XML.format(first="http: / / news. example / a"), encoding="utf-8")
    plus, plain = load_subtopics(tmp_path, segment)
    assert (plus.story, plain.story, plus.topic, plain.topic) == ("7ecbplus", "7ecb", "7", "7")
    assert (plus.document.url, plus.document.text) == ("http://news.example/a", "Flood")
    assert (plain.document.url, plain.document.text) == (None, "Dam\nFlood")


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="No articles"):
        load_subtopics(tmp_path, segment)


def test_a_round_up_says_what_it_belongs_to() -> None:
    document = as_document(GoldArticle("a", "Dam", ()))
    marked = Document(**{name: getattr(document, name) for name in document.__slots__} | {"extra": {"gold_story": 12}})
    (one,) = tell_roundups([marked], segment)
    assert (one.story, one.topic) == ("12", "12")


def test_halves_are_even_and_do_not_hang_on_the_order() -> None:
    names = [str(number) for number in range(33)]
    found = halves(names)
    assert sorted(found.values()).count("tune") == 17
    assert halves(names[::-1]) == found


def test_a_right_grouping_is_judged_right() -> None:
    assert judge(COVERAGE, grouped((0, 1, 2), (3,))).f1 == 1.0


def test_a_document_in_no_group_is_alone() -> None:
    figure = judge(COVERAGE, grouped((0, 1)))
    assert (figure.precision, round(figure.recall, 3)) == (1.0, round((2 * 2 / 3 + 1 / 3 + 1) / 4, 3))


def test_what_is_wrong_is_told_as_merged_or_part() -> None:
    merged, part = find_wrong(COVERAGE, grouped((0, 1, 3), (2,)))
    assert (merged.merged, merged.holds, merged.of) == (True, {"dam": 2, "pilots": 1}, {"dam": 3, "pilots": 1})
    assert (part.merged, part.holds) == (False, {"dam": 1})


def test_right_stories_are_not_among_the_wrong() -> None:
    assert find_wrong(COVERAGE, grouped((0, 1, 2), (3,))) == []
