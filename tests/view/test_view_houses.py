"""An outlet that is known by its name here and by its site there is one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from quoth.records import Origin
from quoth.store import HASHED, ReadView, open_store
from quoth.store.database import writing
from quoth.view.coverage import outlet_name
from quoth.view.houses import is_same_body, outlet_called, outlets_of, same_outlet
from quoth.view.outlets import outlet_page, outlets_page
from quoth.view.search import search_page
from quoth.view.single import statement_page
from quoth.view.story import story_page
from quoth.view.story_list import StoriesAsked, story_list_page


def test_a_site_and_a_name_are_one_outlet_and_it_is_called_by_its_name() -> None:
    assert outlets_of(["ferrynews.example", "Korva Post", None, "Ferry News"]) == ("Ferry News", "Korva Post")
    assert same_outlet("ferrynews.example", ["Korva Post", "Ferry News"]) == ("Ferry News", "ferrynews.example")
    assert same_outlet("Korva Post", ["Ferry News", None]) == ("Korva Post",)


@pytest.fixture
def two_names(handmade: Path, tmp_path: Path) -> ReadView:
    """The ledger in which one article of Lakeside Daily gives only the name of its site."""
    shutil.copy(handmade, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as store:
        read = store.read()
        one = next(document for document in read.documents() if document.outlet == "Lakeside Daily")
        with writing(store.engine) as connection:
            connection.execute(text("UPDATE documents SET outlet = 'nta.example' WHERE id = :id"), {"id": one.id})
        return store.read()


def test_a_channel_that_a_post_was_forwarded_from_is_the_outlet_of_that_name_or_part_of_a_name() -> None:
    outlets = ["ferrynews.example", "Ferry News", "MTA"]
    assert outlet_called("MTA | Marl Telegraph Agency", outlets) == "MTA"
    assert outlet_called("The Ferry News", outlets) == "Ferry News"
    assert outlet_called("Marl Telegraph Agency", outlets) is None


def test_pages_tell_of_it_once_with_the_articles_of_both_names(two_names: ReadView) -> None:
    rows = {row.outlet: row for row in outlets_page(two_names).rows}
    assert "nta.example" not in rows
    by_site, by_name = outlet_page(two_names, "nta.example"), outlet_page(two_names, "NTA")
    assert by_site == by_name
    assert (by_name.outlet, by_name.names) == ("NTA", ("NTA", "nta.example"))
    assert len(by_name.articles) == by_name.documents == rows["NTA"].documents > 1
    assert {one.outlet for one in by_name.taken_by}.isdisjoint(by_name.names)
    story = story_page(two_names, next(two_names.stories()))
    assert "nta.example" not in story.row.outlets
    assert "nta.example" not in {row.outlet for row in story.voice.outlets}
    ends = {end.outlet for row in story.copies.rows for end in (row.source, row.copy)}
    assert "NTA" in ends
    assert "nta.example" not in ends


def test_the_list_of_stories_asks_for_it_once_and_finds_the_articles_of_both_names(two_names: ReadView) -> None:
    assert "NTA" in story_list_page(two_names).outlets
    assert "nta.example" not in story_list_page(two_names).outlets
    for name in ("NTA", "nta.example"):
        assert story_list_page(two_names, StoriesAsked(outlet=name)).found == 1
        assert story_list_page(two_names, StoriesAsked(outlet=name, words="dolan")).found == 1
    assert story_list_page(two_names, StoriesAsked(outlet="Nobody's Post")).found == 0


def test_every_page_names_an_outlet_as_the_ledger_does(two_names: ReadView) -> None:
    story = story_page(two_names, next(two_names.stories()))
    assert "nta.example" not in {one.outlet for one in story.list}
    told = [one for claim in story.claims.rows for one in claim.said]
    assert "nta.example" not in {name for one in told for name in (one.outlet, *one.chain)}
    for one in told:
        alone = statement_page(two_names, one.id).said
        assert (alone.outlet, alone.chain) == (one.outlet, one.chain)
    assert "nta.example" not in {one.outlet for one in search_page(two_names, "dolan").articles}


@pytest.mark.parametrize("file", ["notes.txt", f"{HASHED}12ab34cd56"])
def test_articles_of_unknown_outlets_are_told_apart_by_what_they_are_headed(two_names: ReadView, file: str) -> None:
    one = next(two_names.documents())
    nameless = replace(one, outlet=None, title="The gates", published="2031-04-02", origin=Origin(file, 0, 1))
    assert outlet_name(nameless) == "unknown outlet (“The gates”, Wed 2 Apr 2031)"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vessian Ministry of Trade", "Ministry of Trade of Vessia", True),
        ("French Foreign Ministry", "Foreign Ministry of France", True),
        ("Ministry of Trade of Niger", "Ministry of Trade of Nigeria", False),
        ("Vessian radio", "Vessian media", False),
        ("Vessian Ministry of Trade", "Ministry of Defence of Vessia", False),
        ("Vessia", "Vessian", False),
    ],
)
def test_a_body_told_with_its_states_name_and_with_its_adjective_is_one(one: str, other: str, *, same: bool) -> None:
    assert is_same_body(one, other) is same
    assert is_same_body(other, one) is same


def test_an_article_without_a_title_is_called_by_its_first_words_wherever_it_is_listed(two_names: ReadView) -> None:
    assert isinstance(two_names.engine, Engine)
    document = next(one for one in two_names.documents() if one.outlet == "Arden Herald")
    with writing(two_names.engine) as connection:
        connection.execute(text("UPDATE documents SET title = NULL WHERE id = :id"), {"id": document.id})
    listed = {one.id: one.title for one in outlet_page(two_names, "Arden Herald").articles}
    story = story_page(two_names, next(two_names.stories()))
    assert listed[document.id] == next(one.title for one in story.list if one.id == document.id)
    assert listed[document.id] != "without title"
