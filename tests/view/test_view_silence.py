from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.link.credits import outlet_key
from quoth.records import Claim, Document, Story
from quoth.store import ReadView
from quoth.view import sheet, silence_list
from quoth.view.coverage import Coverage, gather
from quoth.view.silence import Presences, SilenceRow, StorySilence, lay_out_silences, silence_page
from quoth.view.silence_list import silence_list_page


def parts(told: ReadView) -> tuple[Coverage, Story, tuple[Claim, ...], dict[str, str]]:
    (story,) = told.stories()
    outlets = {outlet_key(outlet): outlet for outlet in told.outlets() if outlet}
    return gather(told, story.documents), story, tuple(told.claims(story.id)), outlets


def poison(silences: StorySilence) -> SilenceRow:
    return next(row for row in silences.rows if row.disputed)


def test_a_claim_is_found_or_not_in_each_outlet_of_its_story(told: ReadView) -> None:
    (story,) = silence_page(told).stories
    found = {one.who: (one.presence, one.articles) for one in poison(story).outlets}
    assert found == {
        "NTA": ("present", 1),
        "Arden Herald": ("present", 1),
        "Lakeside Daily": ("present", 1),
        "Dam Watch": ("absent", 1),
    }


def test_not_found_comes_with_how_many_articles_were_looked_at_and_until_when(told: ReadView) -> None:
    (story,) = silence_page(told).stories
    (watch,) = (one for one in story.outlets if one.who == "Dam Watch")
    assert (watch.articles, watch.unread, watch.latest) == (1, 0, "2031-03-18T18:00:00+00:00")


def test_a_party_is_found_with_its_stance_or_looked_for_where_it_is_heard(told: ReadView) -> None:
    (story,) = silence_page(told).stories
    stands = {one.who: (one.presence, one.stance) for one in poison(story).parties}
    assert stands == {"Norvia": ("present", "asserts"), "Arden": ("present", "denies"), "Ilmar": ("present", "denies")}
    other = next(row for row in story.rows if not row.disputed)
    assert {one.who: one.presence for one in other.parties} == {"Norvia": "present", "Arden": "absent", "Ilmar": "absent"}


def test_an_outlet_without_an_article_in_the_story_is_not_collected(told: ReadView) -> None:
    coverage, story, claims, outlets = parts(told)
    silences, _ = lay_out_silences(coverage, story, claims, outlets=outlets | {"far post": "Far Post"})
    assert silences.not_collected == ("Far Post",)
    assert all("Far Post" not in {one.who for one in row.outlets} for row in silences.rows)


def test_an_outlet_of_which_no_article_could_be_read_is_not_called_silent(told: ReadView) -> None:
    coverage, story, claims, outlets = parts(told)
    watch = next(one for one in coverage.documents.values() if one.outlet == "Dam Watch")
    silences, _ = lay_out_silences(replace(coverage, unread=frozenset({watch.id})), story, claims, outlets=outlets)
    (one,) = (one for one in poison(silences).outlets if one.who == "Dam Watch")
    assert (one.presence, one.articles) == ("unreadable", 0)


def test_a_claim_in_a_hidden_statement_alone_is_not_called_missing(told: ReadView) -> None:
    coverage, story, claims, outlets = parts(told)
    refused = next(one for one in coverage.statements.values() if one.stance == "denies")
    shown = {name: one for name, one in coverage.statements.items() if name != refused.id}
    hiding = replace(coverage, statements=shown, hidden={refused.id: refused}, min_score=0.9)
    silences, _ = lay_out_silences(hiding, story, claims, outlets=outlets)
    row = next(row for row in silences.rows if row.claim == next(claim.id for claim in claims if len(claim.statements) > 1))
    assert {one.who: one.presence for one in row.outlets}["Arden Herald"] == "hidden"
    assert {one.who: one.presence for one in row.parties}["Arden"] == "hidden"


def test_articles_of_unknown_outlet_are_counted_apart(told: ReadView) -> None:
    coverage, story, claims, outlets = parts(told)
    documents: dict[str, Document] = {
        name: replace(one, outlet=None) if one.outlet == "Dam Watch" else one for name, one in coverage.documents.items()
    }
    silences, _ = lay_out_silences(replace(coverage, documents=documents), story, claims, outlets=outlets)
    assert silences.nameless == 1
    assert "Dam Watch" not in {one.who for one in silences.outlets}


def test_a_page_of_the_table_says_what_the_whole_table_says(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in silence_list.COLUMNS:
        monkeypatch.setitem(sheet.SECTIONS, name, (sheet.SECTIONS[name][0], 2))
    monkeypatch.setattr(silence_list, "EACH", 1)
    (story,) = told.stories()
    for least in (0.0, 0.9):
        (whole,) = silence_page(told, story=story.id, min_score=least).stories
        rows = {row.claim: row for row in whole.rows}
        first = silence_list_page(told, story, min_score=least)
        assert (first.outlets, first.parties, first.not_collected) == (len(whole.outlets), len(whole.parties), whole.not_collected)
        for number in range(1, first.found + 1):
            found: list[Presences] = []
            for columns in (1, 2):
                page = silence_list_page(told, story, number=number, columns=columns, min_score=least)
                found += [one for row in page.rows for one in row.outlets]
            for row in page.rows:
                assert tuple(found) == rows[row.claim].outlets
                assert (row.text, row.disputed) == (rows[row.claim].text, rows[row.claim].disputed)
