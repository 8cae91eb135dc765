"""Pages that read little show what pages that read everything show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.store import InOrder, ReadView, StatementFilter, Tallies, looking
from quoth.store.looking import look
from quoth.view.actor import TitleRow, actor_page
from quoth.view.asked import asked_page
from quoth.view.claim_list import claim_list_page
from quoth.view.claims import claims_page
from quoth.view.contacts import gather_contacts, lay_out_contacts
from quoth.view.coverage import gather, gather_few
from quoth.view.disagreements import disagreements_page, gather_points, lay_out_disagreements
from quoth.view.people import people_page
from quoth.view.person import person_page
from quoth.view.shelf import figure_list_page, term_list_page
from quoth.view.story import stories_page, story_page
from quoth.view.story_list import story_list_page, summarise_stories
from quoth.view.terms import terms_page
from quoth.view.words import said

SCORES = (0.0, 0.5, 0.95)


def test_a_statement_is_told_alike_by_all_that_its_article_holds_and_by_its_own_part(told: ReadView) -> None:
    whole, statements = gather(told), list(told.statements())
    few = gather_few(told, statements)
    assert [said(few, one) for one in statements] == [said(whole, one) for one in statements]
    for one in statements:
        assert said(gather_few(told, [one]), one) == said(whole, one)


def test_statements_are_fetched_by_name_in_the_order_asked_for(told: ReadView) -> None:
    names = [one.id for one in told.statements()][::-1]
    assert [one.id for one in told.statements_named([*names, "nobody"])] == names
    short = told.statements_named(names, words=False)
    assert {one.content.text for one in short} == {""}
    assert [(one.score, one.time, one.speaker) for one in short] == [
        (one.score, one.time, one.speaker) for one in told.statements_named(names)
    ]
    order = told.document_ids()
    assert told.document_ids(InOrder(tuple(order[::-1]))) == tuple(order[::-1])


def test_an_actor_s_page_reads_the_same_from_what_is_kept(told: ReadView) -> None:
    for actor in told.actors():
        for least in SCORES:
            whole, page = actor_page(told, actor, min_score=least), person_page(told, actor.id, min_score=least)
            assert page is not None
            assert (page.who, page.names, page.titles, page.evidence, page.undecided) == (
                whole.who,
                whole.names,
                whole.titles,
                whole.evidence,
                whole.undecided,
            )
            assert (page.documents, page.mentions, page.standings) == (whole.documents, whole.mentions, whole.standings)
            assert [one.id for one in page.contacts] == [one.id for one in whole.contacts]
            assert {one.id for one in page.said} == {one.id for one in whole.said}
            assert page.hidden == whole.hidden
    assert person_page(told, "nobody") is None


def test_the_list_of_claims_holds_the_rows_of_all_claims(told: ReadView) -> None:
    for least in SCORES:
        whole, page = claims_page(told, min_score=least), claim_list_page(told, min_score=least)
        rows = {row.id: replace(row, said=(), quiet=()) for row in whole.rows}
        assert {row.id: replace(row, said=(), quiet=()) for row in page.claims.rows} == rows
        if page.claims.rows:
            opened = page.claims.rows[0]
            assert opened.said == next(row for row in whole.rows if row.id == opened.id).said
    assert page.claims.articles == whole.articles


def test_points_and_terms_read_the_same_from_their_own_parts(told: ReadView) -> None:
    points = tuple(told.disagreements())
    for least in SCORES:
        rows = lay_out_disagreements(gather_points(told, points, min_score=least), points).rows
        assert rows == disagreements_page(told, min_score=least).rows
    assert term_list_page(told).terms.rows == terms_page(told).rows


def test_contacts_read_the_same_from_their_own_parts(told: ReadView) -> None:
    for documents in (told.document_ids(), told.document_ids()[:2]):
        assert lay_out_contacts(gather_contacts(told, documents)) == lay_out_contacts(gather(told, documents))


def test_a_story_without_its_words_says_the_same_but_for_what_its_own_pages_say(told: ReadView) -> None:
    for story in told.stories():
        for least in SCORES:
            whole, page = story_page(told, story, min_score=least), story_page(told, story, min_score=least, words=False)
            assert page.claims.rows[:1] == whole.claims.rows[:1]
            assert [replace(row, said=(), quiet=()) for row in page.claims.rows] == [
                replace(row, said=(), quiet=()) for row in whole.claims.rows
            ]
            assert [[replace(one, said=(), own=()) for one in row.readings] for row in whole.disagreements.rows] == [
                list(row.readings) for row in page.disagreements.rows
            ]
            assert [replace(row, tellings=()) for row in page.contacts.rows] == [
                replace(row, tellings=()) for row in whole.contacts.rows
            ]
            assert (page.timeline, page.terms, page.figures, page.voice) == (
                whole.timeline,
                whole.terms,
                whole.figures,
                whole.voice,
            )
            assert [row.id for row in page.copies.rows] == [row.id for row in whole.copies.rows]
            assert (page.row, page.list, page.hidden) == (whole.row, whole.list, whole.hidden)


def test_figures_are_listed_with_all_but_what_was_said(told: ReadView) -> None:
    for least in SCORES:
        listed = {row.id: row.readings for row in figure_list_page(told, min_score=least).disputed.rows}
        assert listed == {
            row.id: tuple(replace(one, said=()) for one in row.readings)
            for row in disagreements_page(told, min_score=least).rows
            if row.kind == "figure"
        }


def test_stories_are_counted_alike_whether_kept_or_not(told: ReadView) -> None:
    whole = {row.id: row for row in stories_page(told).rows}
    assert {row.id: row for row in story_list_page(told).rows} == whole
    kept = summarise_stories(told)
    assert {story: (one.articles, one.texts, one.outlets, one.nameless) for story, one in kept.items()} == {
        row.id: (row.articles, row.texts, row.outlets, row.nameless) for row in whole.values()
    }


def test_a_search_finds_what_reading_every_statement_finds(told: ReadView) -> None:
    outlet = next(one.outlet for one in Tallies(told.engine).outlets() if one.outlet)
    person = people_page(told).rows[0]
    for asked in (
        StatementFilter(text="provocation"),
        StatementFilter(text="dam", stance="asserts"),
        StatementFilter(outlet=outlet),
        StatementFilter(speaker=person.id),
        StatementFilter(speaker=person.id, text="provocation"),
        StatementFilter(since="2031-03-16", until="2031-03-17"),
        StatementFilter(stance="denies", since="2031-03"),
        StatementFilter(text="%%"),
    ):
        wanted = [one.id for one in told.statements(filter=asked)]
        found = look(told.engine, asked, actors=None if asked.speaker is None else (asked.speaker,))
        assert found.whole
        assert {one.id for one in found.fitting} == set(wanted), asked
        assert asked_page(told, asked).found == len(wanted)


def test_a_search_that_did_not_look_through_everything_says_so(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_page(told, StatementFilter(text="provocation")).looked is None
    monkeypatch.setattr(looking, "LOOKED", 1)
    page = asked_page(told, StatementFilter(text="provocation"))
    assert page.looked is not None
    assert page.found == 1


def test_an_office_told_with_and_without_whose_it_is_stands_once_and_another_with_more_words_beside_it(told: ReadView) -> None:
    page = person_page(told, next(told.actors()).id)
    assert page is not None
    rows = [TitleRow(text, of, None, None) for text, of in (("president", "Vessia"), ("President", None), ("vice president", None))]
    assert replace(page, titles=tuple(rows)).offices == (rows[0], rows[2])
