from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.records import Actor, Claim, Copy, Position, PositionStance, Reading, Receipt
from quoth.store import ReadView, StatementFilter
from quoth.view.actor import actor_page
from quoth.view.article import article_page
from quoth.view.claims import claim_page, claims_page, lay_out_claims
from quoth.view.contacts import contacts_page
from quoth.view.copies import copies_page
from quoth.view.coverage import collapse_copies, gather
from quoth.view.disagreements import disagreements_page, disputed_figures_page
from quoth.view.find import find_actors, find_claim, find_document, find_outlet, find_story
from quoth.view.measures import measure_of
from quoth.view.report import report_page
from quoth.view.search import search_page
from quoth.view.stands import is_disputed, merge_stances
from quoth.view.statements import statements_page
from quoth.view.story import stories_page, story_page
from quoth.view.terms import terms_page
from quoth.view.timeline import timeline_page

STANCES: tuple[PositionStance, ...] = ("asserts", "denies", "doubts", "hedges", "declines", "mixed")


def test_the_list_of_stories_counts_copies_as_one_text(told: ReadView) -> None:
    (row,) = stories_page(told).rows
    assert (row.articles, row.texts) == (4, 3)
    assert (row.claims, row.disputed, row.disagreements) == (2, 1, 2)
    assert row.outlets == ("NTA", "Arden Herald", "Lakeside Daily", "Dam Watch")


def test_claims_come_disputed_first_with_each_party_by_its_state(told: ReadView) -> None:
    page = claims_page(told)
    assert [row.disputed for row in page.rows] == [True, False]
    assert {stand.party: stand.stance for stand in page.rows[0].stands} == {
        "Norvia": "asserts",
        "Arden": "denies",
        "Ilmar": "denies",
    }
    assert page.rows[0].stand("Norvia").actors == ("Marek Dolan",)
    assert page.rows[0].stand("nobody").stance is None
    assert set(page.parties) == {"Norvia", "Arden", "Ilmar"}


def test_a_claim_names_where_it_was_not_found_with_its_base(told: ReadView) -> None:
    page = claim_page(told, claims_page(told).rows[0].id[:10])
    (quiet,) = page.row.quiet
    assert (quiet.outlet, quiet.documents, quiet.latest) == ("Dam Watch", 1, "2031-03-18T18:00:00+00:00")


def test_the_same_words_of_the_same_speaker_are_told_once_with_where_else_they_stand(told: ReadView) -> None:
    page = claim_page(told, claims_page(told).rows[0].id)
    assert [(one.on_claim, [other.outlet for other in one.also]) for one in page.row.said] == [
        ("asserts", ["Lakeside Daily"]),
        ("denies", []),
    ]


@given(st.lists(st.sampled_from(STANCES), min_size=1))
def test_a_party_of_one_stance_has_it_and_a_party_that_parts_is_mixed(stances: list[PositionStance]) -> None:
    merged = merge_stances(stances)
    if len(set(stances)) == 1:
        assert merged == stances[0]
    if {"asserts", "denies"} <= set(stances) or "mixed" in stances:
        assert merged == "mixed"
    assert merged in {*stances, "mixed"}


def test_agreement_and_declining_are_no_dispute() -> None:
    assert not is_disputed(["asserts", "asserts", "declines"])
    assert is_disputed(["asserts", "doubts"])
    assert is_disputed(["mixed"])


def test_two_accounts_of_who_asked_stand_side_by_side(told: ReadView) -> None:
    (row,) = contacts_page(told).rows
    assert {one.initiator: one.according_to for one in row.initiatives} == {
        "Anna Reeve": ("NTA ▸ Norvian defence ministry",),
        "Marek Dolan": ("Arden Herald ▸ the defence department",),
    }
    assert row.date == "2031-03-14"
    assert len(row.tellings) == 2


def test_the_timeline_groups_what_falls_on_a_day_in_order(told: ReadView) -> None:
    page = timeline_page(told)
    assert [moment.date for moment in page.moments] == ["2031-03-14", "2031-03-16"]
    assert [entry.kind for entry in page.moments[0].entries] == ["contact"]
    assert any(entry.kind == "statement" and "Marek Dolan accuses" in entry.text for entry in page.moments[1].entries)


def test_figures_that_differ_come_with_bounds_and_who_gives_them(told: ReadView) -> None:
    (row,) = disputed_figures_page(told).rows
    few, many = row.readings
    assert few.measure
    assert (few.measure.low, few.measure.high, few.given_by) == (1200.0, 1200.0, ("Norvian defence ministry",))
    assert many.measure
    assert (many.measure.low, many.measure.high) == (4000.0, None)
    assert many.as_of is None
    assert many.words == ("at least 4,000",)
    assert many.told == "2031-03-17"
    assert [point.kind for point in disagreements_page(told).rows] == ["figure", "actor"]


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("1,200", (1200.0, 1200.0)),
        ("more than 4,000", (4000.0, None)),
        ("fewer than 50", (None, 50.0)),
        ("40–60", (40.0, 60.0)),
        ("2.5 million", (2_500_000.0, 2_500_000.0)),
        ("3 thousand to 4 thousand", (3000.0, 4000.0)),
    ],
)
def test_a_value_in_words_is_put_on_the_scale(value: str, bounds: tuple[float | None, float | None]) -> None:
    found = measure_of(Reading(value, (), (), ()), ())
    assert found
    assert (found.low, found.high) == bounds


def test_a_value_without_a_number_has_no_place_on_a_scale() -> None:
    assert measure_of(Reading("dozens", (), (), ()), ()) is None


def test_a_copy_shows_the_shared_words_on_both_sides(told: ReadView) -> None:
    (row,) = copies_page(told).rows
    assert (row.source.outlet, row.copy.outlet, row.kind) == ("NTA", "Lakeside Daily", "verbatim")
    for end in (row.source, row.copy):
        assert end.excerpt
        assert [piece.text for piece in end.excerpt.pieces if piece.mark] == [
            "a provocation that Kastel is preparing at the Lower Dam"
        ]


def test_copies_collapse_to_one_text_and_citations_do_not() -> None:
    def edge(copy: str, source: str, kind: str, score: float) -> Copy:
        return Copy(copy + source, copy, source, kind, score, decided=True, receipt=Receipt("", (), ()))  # type: ignore[arg-type]

    edges = [
        edge("b", "a", "verbatim", 0.9),
        edge("c", "b", "rewrite", 0.6),
        edge("d", "a", "citation", 0.9),
        edge("e", "a", "partial", 0.2),
    ]
    assert {frozenset(group) for group in collapse_copies("abcde", edges)} == {frozenset("abc"), frozenset("d"), frozenset("e")}


def test_a_definition_names_who_gives_it(told: ReadView) -> None:
    (row,) = terms_page(told).rows
    assert row.term == "mirror operation"
    assert row.definitions[0].according_to == ("Dam Watch",)


def test_an_actor_has_names_offices_stands_and_statements(told: ReadView) -> None:
    (actor,) = find_actors(told, "Dolan")
    page = actor_page(told, actor)
    assert (page.titles[0].text, page.titles[0].of, page.titles[0].first, page.titles[0].last) == (
        "defence minister",
        "Norvia",
        "2031-03-16",
        "2031-03-17",
    )
    assert len(page.said) == 3
    assert {standing.stance for standing in page.standings} == {"asserts"}
    assert len(page.contacts) == 1


def test_statements_are_filtered_and_what_is_hidden_is_counted(told: ReadView) -> None:
    page = statements_page(told, asked=StatementFilter(speaker="Dolan"), min_score=0.5)
    assert (len(page.rows), page.found, page.hidden.statements) == (2, 2, 1)
    assert {one.stance for one in statements_page(told, asked=StatementFilter(stance="denies")).rows} == {"denies"}
    limited = statements_page(told, limit=2)
    assert (len(limited.rows), limited.found) == (2, 10)


def test_an_article_marks_nested_statements_and_keeps_furniture_apart(told: ReadView) -> None:
    page = article_page(told, "Arden rejects")
    runs = [run for block in page.blocks for run in block.runs]
    assert any(run.depth == 2 and run.text.endswith("Brenn had taken orders") for run in runs)
    copied = article_page(told, "Norvian Defence Minister")
    assert [block.furniture for block in copied.blocks] == [False, True]


def test_search_finds_statements_and_articles(told: ReadView) -> None:
    page = search_page(told, "taken orders")
    assert {one.outlet for one in page.statements} == {"Arden Herald"}
    assert [found.title for found in page.articles] == ["Arden rejects the claim"]
    assert any(piece.mark == "found" for piece in page.articles[0].snippet)


def test_a_story_page_holds_everything_and_prints_no_more_articles_than_asked(told: ReadView) -> None:
    story = find_story(told, None)
    assert len(story_page(told, story).articles) == 4
    page = story_page(told, story, articles=2)
    assert len(page.articles) == 2
    assert len(page.list) == 4


def test_a_report_lists_all_stories_and_tells_no_more_than_asked(told: ReadView) -> None:
    page = report_page(told)
    assert (len(page.stories), page.left_out, page.whole) == (1, 0, True)
    assert page.title == "Dolan warns of provocation at the Lower Dam"
    assert [one.name for one in page.set_aside] == ["notes.pdf"]


def test_identifiers_may_be_shortened_and_a_lone_story_needs_none(told: ReadView) -> None:
    story = find_story(told, None)
    assert find_story(told, story.id[:4]) == story
    assert "Arden rejects" not in story.title
    assert find_story(told, "arden rejects") == story
    claim = next(iter(told.claims()))
    assert find_claim(told, claim.id[:6]).id == claim.id
    document = next(told.documents())
    assert find_document(told, document.id[:8]).id == document.id
    assert find_document(told, document.url or "").id == document.id


def test_what_is_not_there_is_refused_with_near_misses(told: ReadView) -> None:
    with pytest.raises(UsageError, match="Nobody called 'Marek Dolen'") as nobody:
        find_actors(told, "Marek Dolen")
    assert "Marek Dolan" in nobody.value.hints
    with pytest.raises(UsageError, match="No story begins") as story:
        find_story(told, "zzzz")
    assert "quoth show stories" in str(story.value)
    with pytest.raises(UsageError, match="outlet called 'Arden Heral'") as outlet:
        find_outlet(told, "Arden Heral")
    assert outlet.value.hints == ("Arden Herald",)
    with pytest.raises(UsageError, match="No article fits") as article:
        find_document(told, "Arden regects the claim")
    assert any("Arden rejects the claim" in hint for hint in article.value.hints)
    assert find_outlet(told, "arden herald") == "Arden Herald"


def stands_of(told: ReadView, *positions: tuple[str, PositionStance]) -> dict[str, PositionStance | None]:
    """Who stands where on a claim on which the named actors take these positions."""
    coverage = gather(told)
    named = {actor.name: actor.id for actor in coverage.actors.values()}
    claim = Claim(
        "c", "text", None, (), tuple(Position(named[name], stance, None, ()) for name, stance in positions), (), 1, None, None, ()
    )
    (row,) = lay_out_claims(coverage, [claim]).rows
    return {stand.party: stand.stance for stand in row.stands}


def test_among_several_states_people_speak_for_theirs(told: ReadView) -> None:
    found = stands_of(told, ("Marek Dolan", "asserts"), ("Norvian defence ministry", "hedges"), ("Anna Reeve", "denies"))
    assert found == {"Norvia": "asserts", "Arden": "denies"}


def test_within_one_state_people_speak_for_themselves(told: ReadView) -> None:
    found = stands_of(told, ("Marek Dolan", "asserts"), ("Norvian defence ministry", "asserts"))
    assert found == {"Marek Dolan": "asserts", "Norvian defence ministry": "asserts"}


def test_voices_of_one_state_that_contradict_each_other_are_not_made_one(told: ReadView) -> None:
    found = stands_of(told, ("Marek Dolan", "asserts"), ("Norvian defence ministry", "denies"), ("Anna Reeve", "denies"))
    assert found == {"Marek Dolan": "asserts", "Norvian defence ministry": "denies", "Arden": "denies"}


def test_a_list_that_speaks_as_one_stands_where_each_of_its_members_does(told: ReadView) -> None:
    coverage = gather(told)
    arden, ilmar = (one.id for one in coverage.referents.values() if one.name in {"Arden", "Ilmar"})
    group = next(one for one in coverage.referents.values() if one.kind == "group")
    listed = replace(coverage, referents={**coverage.referents, group.id: replace(group, members=(arden, ilmar))})
    assert [who.name for who in listed.voices(listed.actor_of[group.id])] == ["Arden", "Ilmar"]
    assert [who.name for who in coverage.voices(coverage.actor_of[group.id])] == ["a senior official"]


def test_a_list_with_the_name_in_it_is_not_meant_where_somebody_bears_it(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Actor("p", "Marek Dolan", "person", "Norvia", (), ())
    both = Actor("g", "Anna Reeve and Marek Dolan", "group", None, (), ())
    monkeypatch.setattr(ReadView, "actors_named", lambda _view, _name, **_: (both, person))
    assert find_actors(told, "dolan") == (person,)
    monkeypatch.setattr(ReadView, "actors_named", lambda _view, _name, **_: (both,))
    assert find_actors(told, "dolan") == (both,)
