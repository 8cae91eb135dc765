"""A story's page says the same whether it is read from what is kept or worked out; what is kept is forgotten when anything changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from quoth.records import Claim, Story
from quoth.run import subjects
from quoth.run.judge import judge, undo
from quoth.run.sheets import keep_sheets
from quoth.store import ALONE, ReadView, Store, fetch_pages, stories_without
from quoth.store.rows import codec
from quoth.view import claim_list, sheet
from quoth.view.claim_list import claim_list_page
from quoth.view.claims import ClaimRow, gather_claims
from quoth.view.coverage import Coverage
from quoth.view.front import StoryFront, StoryPart, story_front, story_part
from quoth.view.sheet import HEAD, SECTIONS, Pictures, cut, decoder, kept_claims, make_sheet, plain_pages
from quoth.view.shelf import figure_list_page
from quoth.view.story import story_page


def largest(read: ReadView) -> Story:
    return max(read.stories(), key=lambda story: len(story.documents))


def everything(read: ReadView, *, min_score: float = 0.0) -> tuple[tuple[StoryFront, Pictures], list[StoryPart]]:
    story = largest(read)
    parts = [story_part(read, story, [section], number=number)[0] for section in SECTIONS for number in (1, 2)]
    return story_front(read, story, min_score=min_score), parts


def is_kept(read: ReadView) -> bool:
    return fetch_pages(read.engine, largest(read).id, [HEAD]) is not None


def test_what_is_kept_reads_as_what_is_worked_out(own_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, (kind, _) in SECTIONS.items():
        monkeypatch.setitem(sheet.SECTIONS, name, (kind, 2))
    read = own_store.read()
    worked_out = everything(read)
    assert not is_kept(read)
    assert keep_sheets(own_store, least=1) == len(list(read.stories()))
    assert is_kept(read)
    assert everything(read) == worked_out
    assert keep_sheets(own_store, least=1) == 0


def test_the_first_page_agrees_with_the_whole_story(own_store: Store) -> None:
    read = own_store.read()
    keep_sheets(own_store, least=1)
    whole = story_page(read, largest(read), articles=0)
    page, _ = story_front(read, largest(read))
    assert page.row == whole.row
    assert page.claims.rows[0] == whole.claims.rows[0]
    assert [row.id for row in page.claims.rows] == [row.id for row in whole.claims.rows]
    assert page.claims.parties == whole.claims.parties
    assert [row.id for row in page.disagreements.rows] == [row.id for row in whole.disagreements.rows if row.kind != "polarity"]
    assert (page.sides, page.speakers, page.outlets) == (whole.voice.sides, whole.voice.speakers, whole.voice.outlets)
    assert (page.terms, page.namings, page.articles) == (whole.terms.rows, whole.terms.namings, whole.list)
    assert [day.found for day in page.days] == [len(moment.entries) for moment in whole.timeline.moments]


def test_hidden_statements_are_hidden_whatever_is_kept(own_store: Store) -> None:
    read = own_store.read()
    before = everything(read, min_score=0.9)
    keep_sheets(own_store, least=1)
    assert everything(read, min_score=0.9)[0] == before[0]
    assert before[0][0].hidden.statements > 0


def test_what_names_no_files_is_not_read_from_what_names_them(own_store: Store) -> None:
    keep_sheets(own_store, least=1)
    page, _ = story_front(own_store.read().without_files(), largest(own_store.read()))
    assert {row.file for row in page.articles} == {f"SHA-256 {one.sha256[:10]}" for one in own_store.read().documents()}


def test_judgements_and_taking_them_back_take_back_what_they_bear_on(own_store: Store) -> None:
    read = own_store.read()
    told = [one for one in read.statements() if one.speaker]
    claims = list(read.claims())
    for decision in (
        subjects.reject(read, "statement", told[2].id),
        subjects.MERGES["claim"](read, [claims[0].id, claims[1].id]),
    ):
        keep_sheets(own_store, least=1)
        made = judge(own_store, decision, by="Ada")
        assert_true(own_store)
    keep_sheets(own_store, least=1)
    undo(own_store, made.id, by="Ada")
    assert_true(own_store)


def assert_true(own_store: Store) -> None:
    """What a reader sees now is what they see where nothing is kept."""
    read = own_store.read()
    seen = everything(read)
    with own_store.write() as writer:
        writer.connection.exec_driver_sql("DELETE FROM sheets")
    assert seen == everything(read)


def test_every_row_that_goes_takes_back_what_rests_on_it(own_store: Store) -> None:
    for name in ("memberships", "referents", "times", "quantities", "events", "contacts", "terms", "documents"):
        keep_sheets(own_store, least=1)
        assert stories_without(own_store.engine, least=1) == []
        with own_store.write() as writer:
            gone = writer.connection.exec_driver_sql(f"DELETE FROM {name} WHERE rowid = (SELECT min(rowid) FROM {name})")  # noqa: S608 - ours
        assert gone.rowcount == 1
        assert stories_without(own_store.engine, least=1) != [], name
    assert_true(own_store)


def test_another_name_of_an_actor_takes_back_what_names_it(own_store: Store) -> None:
    keep_sheets(own_store, least=1)
    read = own_store.read()
    speaker = next(row.who.id for row in story_front(read, largest(read))[0].speakers)
    actor = next(iter(read.actors([speaker])))
    with own_store.write() as writer:
        writer.overlay.change("actors", actor.id, replace(actor, name="Somebody Else"))
    assert not is_kept(read)
    assert "Somebody Else" in {row.who.name for row in story_front(read, largest(read))[0].speakers}


def test_a_page_holds_so_many_items_and_a_group_goes_on_on_the_next() -> None:
    assert cut([("a", (1, 2)), ("b", (3, 4, 5)), ("c", ())], 3) == [[("a", (1, 2)), ("b", (3,))], [("b", (4, 5))]]
    assert cut([("a", ())], 3) == []


def test_a_sheet_is_cut_from_the_whole_and_nothing_of_it_is_lost(own_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sheet.SECTIONS, "timeline", (sheet.SECTIONS["timeline"][0], 3))
    read = own_store.read()
    whole = story_page(read, largest(read), articles=0, words=False)
    pages = make_sheet(whole).pages
    moments = [moment for (section, _), rows in sorted(pages.items()) if section == "timeline" for moment in rows]
    assert [entry for moment in moments for entry in moment.entries] == [
        one for row in whole.timeline.moments for one in row.entries
    ]
    assert max(sum(len(one.entries) for one in rows) for (section, _), rows in pages.items() if section == "timeline") <= 3
    assert {key for key in plain_pages(make_sheet(whole)) if key[1] != ALONE} == {HEAD, *pages}


def test_a_line_that_was_kept_before_lines_said_more_is_read_all_the_same(own_store: Store) -> None:
    whole = story_page(own_store.read(), largest(own_store.read()), articles=0, words=False)
    (section, (row, *_)) = next((key, rows) for (key, _), rows in make_sheet(whole).pages.items() if key in {"disputed", "agreed"})
    line = {name: value for name, value in codec(ClaimRow).encode(row).items() if name != "beside"}
    assert decoder(section)(line) == row


def test_the_claims_of_a_story_are_listed_page_by_page_whether_kept_or_not(
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_list, "EACH", 2)
    for name in ("disputed", "agreed"):
        monkeypatch.setitem(sheet.SECTIONS, name, (sheet.SECTIONS[name][0], 2))
    read = own_store.read()
    story = largest(read).id
    pages = range(1, 2 + len(list(read.claims(story))) // 2)
    for disputed in (False, True):
        keep_sheets(own_store, least=1)
        kept = [claim_list_page(read, story=story, disputed=disputed, number=number) for number in pages]
        with own_store.write() as writer:
            writer.connection.exec_driver_sql("DELETE FROM sheets")
        read_out = [claim_list_page(read, story=story, disputed=disputed, number=number) for number in pages]
        assert [one.found for one in kept] == [one.found for one in read_out]
        rows = [row.id for one in kept for row in one.claims.rows]
        assert sorted(rows) == sorted(row.id for one in read_out for row in one.claims.rows)
        assert len(rows) == kept[0].found
        assert kept[0].claims.rows[0] == read_out[0].claims.rows[0]


def test_lists_over_the_whole_ledger_say_the_same_whether_their_lines_are_kept_or_not(
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = own_store.read()
    worked_out = claim_list_page(read), claim_list_page(read, disputed=True), figure_list_page(read)
    keep_sheets(own_store, least=1)
    assert (claim_list_page(read), claim_list_page(read, disputed=True), figure_list_page(read)) == worked_out
    assert worked_out[0].claims.rows
    assert worked_out[2].disputed.rows
    gathered: list[int] = []

    def gather(read: ReadView, claims: Sequence[Claim], **asked: Any) -> Coverage:
        gathered.append(len(claims))
        return gather_claims(read, claims, **asked)

    monkeypatch.setattr(claim_list, "gather_claims", gather)
    claim_list_page(read)
    assert gathered == [0, 1]


def test_a_line_that_is_out_of_date_is_worked_out(own_store: Store) -> None:
    read = own_store.read()
    keep_sheets(own_store, least=1)
    claim = next(read.claims())
    assert kept_claims(read, [claim.id]).keys() == {claim.id}
    judge(own_store, subjects.reject(read, "statement", claim.statements[0].statement), by="Ada")
    assert kept_claims(read, [claim.id]) == {}
