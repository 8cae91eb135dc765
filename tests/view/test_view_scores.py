from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.records import Claim, Disagreement, Quantity, Statement
from quoth.store import ReadView
from quoth.view.actor import actor_page
from quoth.view.article import article_page
from quoth.view.claims import claim_page, claims_page, lay_out_claims
from quoth.view.contacts import contacts_page, lay_out_contacts
from quoth.view.coverage import Coverage, gather
from quoth.view.disagreements import disagreements_page, disputed_figures_page, lay_out_disagreements
from quoth.view.find import find_actors, find_story
from quoth.view.kept import keep_claim, keep_point
from quoth.view.scores import UNSURE, Hidden, checked_score, hidden_text, is_unsure, score_text, unsure_text
from quoth.view.search import search_hits, search_page
from quoth.view.story import stories_page, story_page
from quoth.view.terms import lay_out_terms
from quoth.view.timeline import lay_out_timeline, timeline_page
from quoth.view.words import said


def hide(coverage: Coverage, *names: str) -> Coverage:
    """The coverage with these statements hidden, whatever they score."""
    kept = {name: one for name, one in coverage.statements.items() if name not in names}
    return replace(coverage, statements=kept, hidden={name: coverage.statements[name] for name in names}, min_score=0.9)


def with_words(coverage: Coverage, words: str) -> Statement:
    return next(one for one in coverage.statements.values() if words in one.content.text)


def poison(told: ReadView) -> Claim:
    return next(claim for claim in told.claims() if "provocation" in claim.text)


# --- the words of it ---------------------------------------------------------------------------------------------------


@given(st.floats(0, 1))
def test_a_score_is_never_shown_surer_than_it_is(score: float) -> None:
    assert float(score_text(score)) <= score
    assert len(score_text(score)) == 4


def test_a_score_just_under_the_mark_does_not_read_as_the_mark() -> None:
    assert score_text(0.4999) == "0.49"
    assert score_text(0.29) == "0.29"
    assert (is_unsure(0.4999), is_unsure(UNSURE), is_unsure(None)) == (True, False, False)


@pytest.mark.parametrize("score", [-0.1, 1.1, 50, float("nan")])
def test_what_is_no_score_is_refused(score: float) -> None:
    with pytest.raises(UsageError, match="scores go from 0 to 1"):
        checked_score(score)


@pytest.mark.parametrize(
    ("hidden", "text"),
    [
        (Hidden(0.5), ""),
        (Hidden(0.5, 1), "1 statement below 0.50 is not shown; --min-score 0 shows it."),
        (Hidden(0.5, 12), "12 statements below 0.50 are not shown; --min-score 0 shows them."),
        (
            Hidden(0.625, 12, 3, 1),
            "12 statements below 0.625 are not shown, nor 3 claims and 1 point of difference resting on them alone; --min-score 0 shows them.",
        ),
    ],
)
def test_what_is_hidden_is_said_with_its_number(hidden: Hidden, text: str) -> None:
    assert hidden_text(hidden) == text


# --- pages -------------------------------------------------------------------------------------------------------------


def test_without_a_least_score_nothing_is_hidden(told: ReadView) -> None:
    story = find_story(told, None)
    assert story_page(told, story).hidden == Hidden()
    assert stories_page(told).hidden == Hidden()
    assert gather(told).hidden == {}


def test_a_statement_that_scores_just_enough_is_shown(told: ReadView) -> None:
    assert search_page(told, "taken orders", min_score=0.4).hidden.statements == 0
    assert search_page(told, "taken orders", min_score=0.41).hidden.statements == 1


def test_a_page_hides_what_scores_less_and_counts_it(told: ReadView) -> None:
    story, (actor,) = find_story(told, None), find_actors(told, "Dolan")
    for hidden in (
        claims_page(told, min_score=0.5).hidden,
        story_page(told, story, min_score=0.5).hidden,
        stories_page(told, min_score=0.5).hidden,
        actor_page(told, actor, min_score=0.5).hidden,
    ):
        assert hidden == Hidden(0.5, statements=1, claims=1)
    assert article_page(told, "Arden rejects", min_score=0.5).hidden == Hidden(0.5, 1)
    assert article_page(told, "Dolan warns", min_score=0.5).hidden == Hidden(0.5, 0)
    assert timeline_page(told, min_score=1.0).hidden.statements == 1
    assert disagreements_page(told, min_score=1.0).hidden == Hidden(1.0, statements=4, points=2)
    assert disputed_figures_page(told, min_score=1.0).hidden == Hidden(1.0, statements=2, points=1)


def test_the_list_of_stories_counts_what_the_story_shows(told: ReadView) -> None:
    story = find_story(told, None)
    for least in (0.0, 0.5, 1.0):
        (row,) = stories_page(told, min_score=least).rows
        page = story_page(told, story, min_score=least)
        assert row == page.row
        assert (row.claims, row.disagreements) == (len(page.claims.rows), len(page.disagreements.rows))


def test_the_same_articles_are_printed_whatever_is_hidden(told: ReadView) -> None:
    story = find_story(told, None)
    printed = [[one.id for one in story_page(told, story, articles=2, min_score=least).articles] for least in (0.0, 0.5, 1.0)]
    assert printed[0] == printed[1] == printed[2]


def test_an_article_marks_no_words_of_a_hidden_statement(told: ReadView) -> None:
    page = article_page(told, "Arden rejects", min_score=0.5)
    runs = [run for block in page.blocks for run in block.runs]
    assert max(run.depth for run in runs) == 1
    assert {run.statement for run in runs} - {None} == {one.id for one in page.said}
    assert "".join(run.text for run in runs) == "".join(
        run.text for block in article_page(told, "Arden rejects").blocks for run in block.runs
    )


def test_a_run_knows_how_sure_its_innermost_statement_is(told: ReadView) -> None:
    runs = [run for block in article_page(told, "Arden rejects").blocks for run in block.runs]
    assert {(run.score, run.unsure) for run in runs if run.depth == 2} == {(0.4, True)}
    assert {(run.score, run.unsure) for run in runs if run.depth == 1 and run.role == "content"} >= {(0.9, False)}
    assert all(run.score is None and not run.unsure for run in runs if run.statement is None)


def test_a_statement_inside_a_hidden_one_keeps_its_chain(told: ReadView) -> None:
    coverage = gather(told)
    nested = next(one for one in coverage.statements.values() if one.parent)
    shown = said(hide(coverage, nested.parent or ""), nested)
    assert shown.chain == ("Arden Herald", "NTA", "Marek Dolan")
    assert unsure_text(shown) == "unsure, score 0.40"


def test_a_search_finds_as_many_as_were_asked_for_past_those_it_hides(told: ReadView) -> None:
    ranked = [hit.id for hit in told.search("dolan", limit=50) if hit.kind == "statement"]
    scores = {one.id: one.score for one in told.statements(ids=ranked)}
    low = [place for place, name in enumerate(ranked) if scores[name] < 0.5]
    assert low
    for limit in range(1, len(ranked) + 1):
        hits, hidden = search_hits(told, "dolan", limit=limit, min_score=0.5)
        found = [hit.id for hit in hits if hit.kind == "statement"]
        assert found == [name for name in ranked if scores[name] >= 0.5][:limit]
        last = ranked.index(found[-1]) if len(found) == limit else len(ranked)
        assert hidden == sum(1 for place in low if place < last)


# --- claims ------------------------------------------------------------------------------------------------------------


def test_whatever_is_hidden_no_stand_rests_on_it_and_no_party_is_said_not_to_be_found(told: ReadView) -> None:
    coverage, claims = gather(told), tuple(told.claims())
    parties = {row.id: {stand.party for stand in row.stands} for row in lay_out_claims(coverage, claims).rows}
    told_in = sorted({link.statement for claim in claims for link in claim.statements})
    for size in range(len(told_in) + 1):
        for names in combinations(told_in, size):
            page = lay_out_claims(hide(coverage, *names), claims)
            assert page.hidden.statements == len(names)
            assert len(page.rows) + page.hidden.claims == len(claims)
            for row in page.rows:
                assert {stand.party for stand in row.stands} == parties[row.id]
                assert not {one.id for one in row.said} & set(names)
                assert not {name for stand in row.stands for name in stand.statements} & set(names)
                assert all(stand.stance or stand.hidden for stand in row.stands)


def test_a_party_of_which_only_hidden_statements_were_found_is_neither_for_nor_against_nor_absent(told: ReadView) -> None:
    coverage, claim = gather(told), poison(told)
    denial = next(link.statement for link in claim.statements if link.stance == "denies")
    (row,) = lay_out_claims(hide(coverage, denial), [claim]).rows
    assert not row.disputed
    assert {stand.party: (stand.stance, stand.hidden, stand.glyph[0]) for stand in row.stands} == {
        "Norvia": ("asserts", 0, "●"),
        "Arden": (None, 1, "○"),
        "Ilmar": (None, 1, "○"),
    }
    assert row.stand("Tessen").glyph[0] == "·"
    assert [quiet.outlet for quiet in row.quiet] == ["Dam Watch"]


def test_a_claim_is_counted_over_the_statements_that_are_shown(told: ReadView) -> None:
    coverage, claim = gather(told), poison(told)
    first, copied, denial = (link.statement for link in claim.statements)
    kept = keep_claim(hide(coverage, copied), claim)
    assert kept
    assert (kept.texts, len(kept.documents)) == (2, 2)
    assert kept.positions[0].statements == (first,)
    kept = keep_claim(hide(coverage, first, copied), claim)
    assert kept
    assert [position.stance for position in kept.positions] == ["denies", "denies"]
    assert kept.text == claim.text
    assert keep_claim(hide(coverage, first, copied, denial), claim) is None
    assert keep_claim(coverage, claim) is claim


def test_an_actor_who_contradicts_itself_in_hidden_words_only_is_not_mixed(told: ReadView) -> None:
    coverage, claim = gather(told), poison(told)
    first, second = claim.statements[0], replace(claim.statements[1], stance="denies")
    position = replace(claim.positions[0], stance="mixed", first="2031-01-01")
    torn = replace(claim, statements=(first, second), positions=(position,))
    kept = keep_claim(hide(coverage, second.statement), torn)
    assert kept
    assert (kept.positions[0].stance, kept.positions[0].first) == ("asserts", "2031-03-16")


def test_a_claim_asked_for_by_name_is_shown_even_where_all_of_it_is_hidden(told: ReadView) -> None:
    page = claim_page(told, poison(told).id, min_score=1.0)
    assert (page.row.said, page.row.hidden, page.hidden.statements) == ((), 3, 3)
    assert {stand.stance for stand in page.row.stands} == {None}


def test_a_stand_is_as_sure_as_its_surest_statement(told: ReadView) -> None:
    rows = {row.text: row for row in claims_page(told).rows}
    (stand,) = rows["Brenn had taken orders"].stands
    assert (stand.score, stand.unsure) == (0.4, True)
    assert not any(stand.unsure for stand in rows["Kastel is preparing a provocation at the Lower Dam"].stands)


# --- points of difference ----------------------------------------------------------------------------------------------


def toll(told: ReadView) -> Disagreement:
    return next(point for point in told.disagreements() if point.kind == "figure")


def test_a_point_on_which_the_shown_accounts_agree_is_hidden(told: ReadView) -> None:
    coverage = gather(told)
    few = with_words(coverage, "1,200")
    page = lay_out_disagreements(hide(coverage, few.id), [toll(told)])
    assert page.rows == ()
    assert page.hidden == Hidden(0.9, 1, points=1)


def test_a_value_that_others_give_too_keeps_those_only(told: ReadView) -> None:
    coverage, point = gather(told), toll(told)
    few, many, other = with_words(coverage, "1,200"), with_words(coverage, "4,000"), with_words(coverage, "provocation")
    speaker = coverage.actor_of[other.speaker or ""]
    given = replace(
        point.readings[0], statements=(few.id, other.id), actors=(*point.readings[0].actors, speaker), as_of="2031-03-10"
    )
    shared = replace(point, readings=(given, point.readings[1]), revised=True)
    figure: Quantity = next(one for one in coverage.quantities if one.statement == few.id)
    hiding = replace(hide(coverage, other.id), quantities=(figure,))
    kept = keep_point(hiding, shared)
    assert kept
    assert kept.readings[0].actors == point.readings[0].actors
    assert kept.readings[0].statements == (few.id,)
    assert kept.readings[0].as_of == "2031-03-16"
    assert not kept.revised
    assert kept.readings[1].statements == (many.id,)


def test_a_value_that_an_outlet_gives_itself_stays(told: ReadView) -> None:
    coverage, point = gather(told), toll(told)
    few = with_words(coverage, "1,200")
    elsewhere = next(name for name in coverage.documents if name not in {one for two in point.readings for one in two.documents})
    both = replace(point.readings[0], documents=(few.document, elsewhere))
    kept = keep_point(hide(coverage, few.id), replace(point, readings=(both, point.readings[1])))
    assert kept
    assert (kept.readings[0].statements, kept.readings[0].actors, kept.readings[0].documents) == ((), (), (elsewhere,))


# --- what hangs on a hidden statement ----------------------------------------------------------------------------------


def test_a_contact_told_in_a_hidden_statement_stays_with_its_chain_marked(told: ReadView) -> None:
    coverage = gather(told)
    (before,) = contacts_page(told).rows
    names = tuple(telling.statement for telling in before.tellings if telling.statement)
    (row,) = lay_out_contacts(hide(coverage, *names)).rows
    assert [one.according_to for one in row.tellings] == [one.according_to for one in before.tellings]
    assert [(one.statement, one.score, one.unsure) for one in row.tellings] == [(None, 0.9, False)] * 2
    low = replace(hide(coverage, *names), min_score=0.95)
    (row,) = lay_out_contacts(low).rows
    assert all(one.unsure for one in row.tellings)
    assert row.initiatives[0].according_to == ("NTA ▸ Norvian defence ministry (unsure, score 0.90)",)
    (moment, *_) = lay_out_timeline(low).moments
    assert [(entry.kind, entry.unsure) for entry in moment.entries] == [("contact", True)]


def test_a_definition_given_in_a_hidden_statement_is_not_the_outlets_own(told: ReadView) -> None:
    coverage = gather(told)
    shouted = with_words(coverage, "<script>")
    inside = replace(coverage, terms=(replace(coverage.terms[0], statement=shouted.id),))
    (row,) = lay_out_terms(replace(hide(inside, shouted.id), min_score=0.95)).rows
    assert row.definitions[0].according_to == ("Dam Watch", "Anna Reeve")
    assert row.definitions[0].unsure
