"""The views that the desk asks: stories by words and date, outlets, people, single things, searches, voices, articles in parts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from quoth.errors import UsageError
from quoth.store import ReadView, StatementFilter, Tallies, open_store
from quoth.store.database import writing
from quoth.view import reading
from quoth.view.asked import asked_page
from quoth.view.outlets import outlet_page, outlets_page
from quoth.view.people import people_page
from quoth.view.reading import reading_page
from quoth.view.single import contact_page, copy_page, point_page, statement_page
from quoth.view.story import story_page
from quoth.view.story_list import StoriesAsked, story_list_page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (StoriesAsked(), 1),
        (StoriesAsked(words="PROVOCATION dolan"), 1),
        (StoriesAsked(words="strike"), 0),
        (StoriesAsked(outlet="arden herald"), 1),
        (StoriesAsked(outlet="Other"), 0),
        (StoriesAsked(since="2031-03-15", until="2031-03-16"), 1),
        (StoriesAsked(since="2031-03-19"), 0),
        (StoriesAsked(until="2031-03-13"), 0),
        (StoriesAsked(disputed=True, order="disputed"), 1),
        (StoriesAsked(order="new"), 1),
    ],
)
def test_stories_are_found_by_what_is_asked(told: ReadView, asked: StoriesAsked, found: int) -> None:
    page = story_list_page(told, asked)
    assert page.found == len(page.rows) == found


@pytest.mark.parametrize(
    ("title", "words", "found"),
    [
        ("Dykes of Marl", "DYKES marl", 1),
        ("Dykes of Marl", "dyke_", 0),
        ("100% of Marl", "100%", 1),
        ("Úlla’s dyke", "ulla", 1),
        ("Úlla’s dyke", "DYKE ulla’s", 1),
        ("Úlla’s dyke", "marl", 0),
        ("Ulla's dyke", "ÚLLA", 1),
    ],
)
def test_stories_are_found_by_words_whatever_their_letters(
    handmade: Path, tmp_path: Path, title: str, words: str, found: int
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(handmade, copy)
    with open_store(copy) as store:
        with writing(store.engine) as connection:
            connection.execute(text("UPDATE story_tallies SET title = :title"), {"title": title})
        assert story_list_page(store.read(), StoriesAsked(words=words)).found == found


def test_a_page_beyond_the_last_is_empty(told: ReadView) -> None:
    assert story_list_page(told, number=2).rows == ()
    assert story_list_page(told).fresh == (story_list_page(told).rows[0].id,)


def test_an_outlet_shows_whom_it_quotes_and_who_takes_from_it(told: ReadView) -> None:
    assert [row.outlet for row in outlets_page(told).rows] == ["Arden Herald", "Dam Watch", "Lakeside Daily", "NTA"]
    agency = outlet_page(told, "nta")
    assert {row.name for row in agency.speakers} == {"Marek Dolan", "Norvian defence ministry"}
    assert [(one.outlet, one.copies) for one in agency.taken_by] == [("Lakeside Daily", 1)]
    assert agency.taken_from == ()
    watch = outlet_page(told, "Dam Watch")
    assert [(text, count) for _, text, count in watch.silent] == [("Kastel is preparing a provocation at the Lower Dam", 1)]
    with pytest.raises(UsageError, match="No article"):
        outlet_page(told, "Nobody")


def test_people_are_listed_by_how_much_they_say(told: ReadView) -> None:
    page = people_page(told)
    counts = [row.statements for row in page.rows]
    assert counts == sorted(counts, reverse=True)
    assert page.found == len(page.rows) == 7
    assert [row.name for row in people_page(told, words="dolan").rows] == ["Marek Dolan"]
    assert {row.kind for row in people_page(told, kinds=["state"]).rows} == {"state"}
    assert people_page(told, words="100%_").found == 0


def test_a_statement_is_shown_with_where_its_words_come_from(told: ReadView) -> None:
    one = next(one for one in told.statements() if one.stance == "denies")
    page = statement_page(told, one.id)
    assert page.source.outlet == "Arden Herald"
    assert page.source.sha256 == page.said.sha256
    assert [stance for _, _, stance in page.claims] == ["denies"]
    document = told.document(one.document)
    assert document is not None
    assert "".join(document.text[start:end] for start, end in page.spans) == one.content.text


def test_single_things_are_found_by_identifier_and_nothing_else(told: ReadView) -> None:
    event, copy, point = next(told.events()), next(told.copies()), next(told.disagreements())
    assert len(contact_page(told, event.id).row.tellings) == 2
    assert len(contact_page(told, event.contacts[0]).row.tellings) == 1
    assert copy_page(told, copy.id).row.kind == "verbatim"
    assert point_page(told, point.id).row.about
    for show in (statement_page, contact_page, copy_page, point_page):
        with pytest.raises(UsageError, match="holds no"):
            show(told, "ffff")


def test_a_search_joins_words_speaker_outlet_stance_and_date(told: ReadView) -> None:
    assert asked_page(told, StatementFilter()).found == 0
    assert asked_page(told, StatementFilter(text="provocation")).found == 2
    assert asked_page(told, StatementFilter(text="provocation", outlet="nta")).found == 1
    assert asked_page(told, StatementFilter(speaker="Arden", stance="denies")).found == 1
    assert asked_page(told, StatementFilter(text="valley", until="2031-03-16")).found == 1
    assert asked_page(told, StatementFilter(text='"a provocation that"')).found == 2
    assert asked_page(told, StatementFilter(text='"that provocation a"')).found == 0


def test_a_search_hides_what_is_unsure_and_counts_it(told: ReadView) -> None:
    page = asked_page(told, StatementFilter(speaker="Marek Dolan"), min_score=0.5)
    assert (page.found, page.hidden.statements) == (2, 1)


def test_articles_are_found_by_outlet_and_date_too(told: ReadView) -> None:
    assert {one.outlet for one in asked_page(told, StatementFilter(text="dam")).articles} == {"NTA", "Lakeside Daily"}
    assert {one.outlet for one in asked_page(told, StatementFilter(text="dam", since="2031-03-17")).articles} == {"Lakeside Daily"}
    assert asked_page(told, StatementFilter(text="dam", stance="denies")).articles == ()


def test_a_name_that_nobody_bears_is_said_with_what_comes_close(told: ReadView) -> None:
    page = asked_page(told, StatementFilter(speaker="Merek Dolan"))
    assert page.unknown is not None
    assert "Marek Dolan" in page.hints


def test_voices_are_counted_without_copies(told: ReadView) -> None:
    voice = story_page(told, next(iter(told.stories()))).voice
    dolan = next(row for row in voice.speakers if row.who.name == "Marek Dolan")
    assert (dolan.statements, dolan.own, dolan.articles) == (3, 2, 3)
    assert sum(row.share for row in voice.speakers) == pytest.approx(1)
    assert sum(row.own for row in voice.speakers) == sum(side.own for side in voice.sides) == voice.own
    copied = {row.outlet: row.copied for row in voice.outlets}
    assert copied == {"NTA": 0, "Arden Herald": 0, "Lakeside Daily": 1, "Dam Watch": 0}
    assert next(row for row in voice.outlets if row.outlet == "Dam Watch").silent == 1


def test_an_article_is_read_in_parts_that_together_are_the_whole(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = next(head.id for head in Tallies(told.engine).heads() if head.outlet == "Arden Herald")
    whole = reading_page(told, identifier)
    assert whole.parts == 1
    monkeypatch.setattr(reading, "PART", 50)
    parts = [reading_page(told, identifier, part=number) for number in range(1, reading_page(told, identifier).parts + 1)]
    assert len(parts) > 4
    texts = ["".join(run.text for block in part.article.blocks for run in block.runs) for part in parts]
    assert max(map(len, texts)) <= 50
    assert "".join(texts) == "".join(run.text for block in whole.article.blocks for run in block.runs)
    begun = [name for part in parts for block in part.article.blocks for run in block.runs for name in run.begins]
    assert sorted(begun) == sorted(one.id for one in whole.article.said)
    assert whole.article.blocks[0].start == parts[0].article.blocks[0].start
    with pytest.raises(UsageError, match="parts"):
        reading_page(told, identifier, part=99)


def test_an_article_names_those_that_share_its_words(told: ReadView) -> None:
    heads = {head.outlet: head.id for head in Tallies(told.engine).heads()}
    assert [kin.outlet for kin in reading_page(told, heads["NTA"]).taken_by] == ["Lakeside Daily"]
    assert [kin.outlet for kin in reading_page(told, heads["Lakeside Daily"]).taken_from] == ["NTA"]


def test_groups_that_say_nothing_are_left_out_of_the_list_and_stand_under_their_kind(handmade: Path, tmp_path: Path) -> None:
    shutil.copy(handmade, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as store:
        read = store.read()
        whole, one = people_page(read), next(row for row in people_page(read).rows if row.statements)
        with writing(store.engine) as connection:
            connection.execute(text("UPDATE actor_tallies SET kind = 'group', statements = 0 WHERE actor = :id"), {"id": one.id})
        left = people_page(read)
        assert (left.found, left.mute) == (whole.found - 1, whole.mute + 1)
        assert one.id not in {row.id for row in left.rows}
        assert one.id in {row.id for row in people_page(read, kinds=["group"]).rows}
        assert one.id in {row.id for row in people_page(read, words=one.name).rows}


def test_what_somebody_wrote_is_nobody_in_the_list_of_people(handmade: Path, tmp_path: Path) -> None:
    shutil.copy(handmade, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as store:
        read = store.read()
        one = next(row for row in people_page(read).rows if row.statements)
        with writing(store.engine) as connection:
            connection.execute(text("UPDATE actor_tallies SET kind = 'group', name = 'Articles' WHERE actor = :id"), {"id": one.id})
        assert one.id not in {row.id for row in people_page(read).rows}
        assert one.id in {row.id for row in people_page(read, kinds=["group"]).rows}
