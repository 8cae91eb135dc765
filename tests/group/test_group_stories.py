from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.pages import Page, page

from quoth.group.stories import group_stories
from quoth.group.titles import choose_title, is_told, read_heading
from quoth.lexicon.commonness import rarity
from quoth.records import Copy, Receipt, Story

FLOOD = [
    "The lower dam on the Sarn broke at four and flooded Orrin, where the mill and two bridges are gone.",
    "Rescuers in Orrin searched the flooded mill on Tuesday after the lower dam on the Sarn broke.",
    "Engineers had warned that the lower dam above Orrin was cracked; the Sarn is still rising around the mill.",
]
PILOTS = [
    "Harbour pilots in Port Ilmar will strike from Monday over night shifts, their association said.",
    "The strike of harbour pilots in Port Ilmar keeps seventy ships in the roads; the association wants shorter night shifts.",
]


def edge(copy: str, source: str, kind: str = "partial") -> Copy:
    return Copy(f"{copy}{source}", copy, source, kind, 0.5, decided=True, receipt=Receipt("", (), ()))  # type: ignore[arg-type]


def coverage() -> list[Page]:
    floods = [page(f"f{day}", text, f"2025-03-1{day}") for day, text in enumerate(FLOOD, 5)]
    return floods + [page(f"p{day}", text, f"2025-03-1{day}") for day, text in enumerate(PILOTS, 5)]


def sets(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.documents) for story in stories}


def test_two_runs_of_events_in_one_week_are_two_stories() -> None:
    assert sets(group_stories(coverage())) == {frozenset({"f5", "f6", "f7"}), frozenset({"p5", "p6"})}


def test_a_story_knows_its_first_and_last_day() -> None:
    story = next(story for story in group_stories(coverage()) if "f5" in story.documents)
    assert (story.first, story.last) == ("2025-03-15", "2025-03-17")
    assert story.documents == ("f5", "f6", "f7")


def test_the_same_words_years_apart_are_another_story() -> None:
    assert sets(group_stories([page("a", FLOOD[0], "2019-01-01"), page("b", FLOOD[1], "2025-03-16")])) == {
        frozenset("a"),
        frozenset("b"),
    }


def test_documents_without_a_date_are_joined_by_their_words() -> None:
    assert sets(group_stories([page(str(number), text) for number, text in enumerate(FLOOD)])) == {frozenset("012")}


def test_a_copy_stays_with_its_source_whatever_else_it_holds() -> None:
    pages = [page("a", FLOOD[0], "2025-03-15"), page("b", PILOTS[0], "2025-03-15")]
    assert sets(group_stories(pages, copies=[edge("a", "b")])) == {frozenset("ab")}


def test_a_citation_does_not_join_stories() -> None:
    pages = [page("a", FLOOD[0], "2025-03-15"), page("b", PILOTS[0], "2025-03-15")]
    assert len(group_stories(pages, copies=[edge("a", "b", "citation")])) == 2


def test_a_title_is_a_document_s_own() -> None:
    (story,) = group_stories([page("a", FLOOD[0], title="Dam on the\n Sarn breaks")])
    assert story.title == "Dam on the Sarn breaks"


def named(*titles: str, nearness: tuple[float, ...] = ()) -> str:
    headings = [read_heading(*page(f"d{day}", "", f"2025-03-1{day}", title=one)) for day, one in enumerate(titles)]
    return choose_title(headings, {f"d{day}": near for day, near in enumerate(nearness)})


@pytest.mark.parametrize(
    "told",
    [
        "Sena says Halden opened the weir",
        "Halden: Sena opened the weir itself",
        "Sena opened ‘its own’ weir, Halden hears",
        "Halden denied that Sena opened the weir",
        "Mills warn of a flood at the weir",
        "The weir will hold — Brand",
        "Halden was right on the weir. Sena should say so",
    ],
)
def test_a_story_is_not_called_by_what_somebody_says_where_another_title_tells_of_it(told: str) -> None:
    assert is_told(told)
    assert named(told, "Weir on the Orrin opened at night", nearness=(0.9, 0.2)) == "Weir on the Orrin opened at night"
    assert named(told, nearness=(0.9,)) == told


@pytest.mark.parametrize(
    "plain",
    ["Halden's mills talk as weir row deepens", "Weir opened at night", "Reports differ on the weir", "Gov. Brand opens the weir"],
)
def test_a_title_that_only_tells_of_it_is_nobodys(plain: str) -> None:
    assert not is_told(plain)


def test_a_story_keeps_its_first_title_until_another_stands_better_for_all() -> None:
    first, second = "Weir on the Orrin opened at night", "Weir on the Orrin flooded mills"
    assert named(first, second, nearness=(0.60, 0.62)) == first
    assert named(first, second, nearness=(0.60, 0.80)) == second
    twice = "Council meets in Halden"
    assert (
        named(twice, f"{twice}.", second, first, nearness=(0.6, 0.6, 0.5, 0.5)) == second
    )  # one text printed twice has nothing in common by that
    others = ("Orrin mills under water", "Mills flooded under the weir")
    assert named("Council meets in Halden", second, *others, nearness=(0.6, 0.6, 0.5, 0.5)) == second


def test_without_titles_a_story_is_named_by_a_first_sentence() -> None:
    heading = read_heading(*page("a", "The dam broke at four. Nobody slept."))
    assert choose_title([heading], {}) == "The dam broke at four."


def test_a_story_of_a_document_without_words_is_untitled() -> None:
    document, _ = page("a", "")
    (story,) = group_stories([(document, ())])
    assert (story.title, story.documents) == ("Untitled", ("a",))


def test_a_later_document_leaves_the_story_s_identifier_as_it_is() -> None:
    first = {story.id for story in group_stories(coverage())}
    later = {story.id for story in group_stories([*coverage(), page("f8", FLOOD[0] + " Now it rains.", "2025-03-18")])}
    assert first == later


def test_in_a_small_corpus_a_common_word_weighs_less_than_a_name() -> None:
    assert rarity("said", 3, 3) < rarity("orrin", 3, 3)


@settings(deadline=None, max_examples=25)
@given(st.permutations(range(5)))
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    pages = coverage()
    assert group_stories([pages[number] for number in order]) == group_stories(pages)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(FLOOD + PILOTS), min_size=1, max_size=8), st.data())
def test_every_document_stands_in_exactly_one_story(texts: list[str], data: st.DataObject) -> None:
    dates = st.sampled_from([None, "2025-03-15", "2025-03-16T10:00:00Z", "2025-05"])
    pages = [page(str(number), text, data.draw(dates)) for number, text in enumerate(texts)]
    members = [document for story in group_stories(pages) for document in story.documents]
    assert sorted(members) == sorted(document.id for document, _ in pages)


def test_stories_centuries_apart_are_compared_without_failing() -> None:
    assert len(group_stories([page("a", FLOOD[0], "1025-03-15"), page("b", FLOOD[1], "2025-03-16")])) == 2


def test_a_short_post_goes_with_the_others_of_its_channel() -> None:
    report = page("a", FLOOD[0] + " Rescuers count three dead.", "2025-03-15")
    posts = [
        page("b", "Orrin: the mill on the Sarn is gone, three people dead.", "2025-03-15"),
        page("c", "Four dead now.", "2025-03-16"),
    ]
    channel = [(replace(document, outlet="Rescue"), segments) for document, segments in posts]
    assert sets(group_stories([report, *channel])) == {frozenset("abc")}


def test_an_answer_goes_with_what_it_answers() -> None:
    first, answer = page("a", FLOOD[0], "2025-03-15"), page("b", "We were wrong; nobody is missing any more.", "2025-03-17")
    told = replace(first[0], outlet="Rescue", input_id="7"), first[1]
    reply = replace(answer[0], outlet="Rescue", reply_to="7"), answer[1]
    assert sets(group_stories([told, reply])) == {frozenset("ab")}


QUAKES = {
    "Tarn": "An earthquake of magnitude 6.1 killed seven people in villages near Tarn, governor Ilsa Brunn said on Wednesday.",
    "Tarn again": "Seven people died in Tarn when an earthquake of magnitude 6.1 struck villages on Wednesday, governor Brunn said.",
    "Oskel": "An earthquake of magnitude 5.4 killed two people in villages near Oskel, mayor Dorn Haal said on Sunday.",
    "Oskel again": "Two people died in Oskel when an earthquake of magnitude 5.4 struck villages on Sunday, mayor Haal said.",
}


def test_two_alike_events_elsewhere_are_two_stories() -> None:
    pages = [page(name, text) for name, text in QUAKES.items()]
    assert sets(group_stories(pages)) == {frozenset({"Tarn", "Tarn again"}), frozenset({"Oskel", "Oskel again"})}


def test_a_run_of_events_that_goes_on_for_days_is_one_story() -> None:
    days = [
        page(f"{day}", FLOOD[day % 3] + f" It is day {day} of the flood in Orrin on the Sarn.", f"2025-03-{day:02}")
        for day in range(1, 15)
    ]
    assert len(group_stories(days)) == 1


def test_another_story_beside_it_leaves_a_story_as_it_is() -> None:
    few = [page("a", FLOOD[0], "2025-03-15"), page("b", FLOOD[1], "2025-03-16")]
    grown = [*few, *(page(f"p{number}", text, "2025-03-16") for number, text in enumerate(PILOTS))]
    assert group_stories(few)[0] in group_stories(grown)


def test_a_report_that_bridges_two_parts_makes_them_one_under_the_first_s_identifier() -> None:
    parts = [page("a", FLOOD[0], "2025-03-15"), page("b", "Three harbour pilots of Ilmar drowned.", "2025-03-17")]
    bridge = page("c", FLOOD[0] + " Three harbour pilots of Ilmar drowned.", "2025-03-16")
    before, after = group_stories(parts), group_stories([*parts, bridge])
    assert len(before) == 2
    assert [story.id for story in after] == [story.id for story in before if "a" in story.documents]
