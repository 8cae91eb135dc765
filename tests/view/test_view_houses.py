"""An outlet that is known by its name here and by its site there is one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from quoth.records import Origin
from quoth.store import HASHED, ReadView, open_store
from quoth.store.database import writing
from quoth.view.coverage import outlet_name
from quoth.view.houses import outlet_called, outlets_of, same_outlet
from quoth.view.outlets import outlet_page, outlets_page
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


def test_articles_of_unknown_outlets_are_told_apart_by_what_they_are_headed_where_files_are_not_named(two_names: ReadView) -> None:
    one = next(two_names.documents())
    nameless = replace(one, outlet=None, title="The gates", published="2031-04-02", origin=Origin("notes.txt", 0, 1))
    assert outlet_name(nameless) == "unknown outlet (notes.txt)"
    public = replace(nameless, origin=Origin(f"{HASHED}12ab34cd56", 0, 1))
    assert outlet_name(public) == "unknown outlet (“The gates”, Wed 2 Apr 2031)"
