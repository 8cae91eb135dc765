from __future__ import annotations

from dataclasses import replace

from quoth.link.judged.stories import judge_stories
from quoth.records import Document, Judgement, Story


def document(id_: str, day: int) -> Document:
    return Document(
        id_, id_, None, "The Gazette", None, f"Title of {id_}", (), f"2031-03-{day:02}", "metadata", None, "en", "", None, "", "",
    )  # fmt: skip


DOCUMENTS = {one.id: one for one in (document("a", 1), document("b", 2), document("c", 3), document("d", 4))}
FIRST = Story("s1", "The dam", ("a", "c"), "2031-03-01", "2031-03-03")
SECOND = Story("s2", "The bridge", ("b", "d"), "2031-03-02", "2031-03-04")


def judged(verdict: str, subject: str, stories: tuple[Story, ...] = (FIRST, SECOND)) -> tuple[Story, ...]:
    return judge_stories(stories, [Judgement("j", "story", subject, verdict, "Ada", "1", None)], documents=DOCUMENTS)


def test_stories_that_are_one_keep_the_firsts_name_and_have_all_articles_in_order() -> None:
    assert judged("same", "b a") == (replace(SECOND, documents=("a", "b", "c", "d"), first="2031-03-01", last="2031-03-04"),)


def test_articles_that_are_apart_make_a_story_of_their_own() -> None:
    left, second, new = judged("apart", "a c")
    assert (left.id, left.documents, left.last) == ("s1", ("a",), "2031-03-01")
    assert second == SECOND
    assert (new.documents, new.title, new.first) == (("c",), "Title of c", "2031-03-03")
    assert new.id not in {"s1", "s2"}


def test_to_part_and_to_join_again_gives_the_same_articles() -> None:
    parted = judged("apart", "a c")
    assert {one.documents for one in judged("same", "a c", parted)} == {("a", "c"), ("b", "d")}


def test_articles_that_are_gone_or_in_another_story_are_left_alone() -> None:
    assert judged("apart", "a b") == (FIRST, SECOND)
    assert judged("same", "a z") == (FIRST, SECOND)
    assert judged("same", "z a") == (FIRST, SECOND)
