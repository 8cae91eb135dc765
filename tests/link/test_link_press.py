"""Outlets that are known by an address, and ministries that every state has."""

from __future__ import annotations

from tests.link.test_link_actors import Page, merge, referent, together

from quoth.link.actors import merge_actors
from quoth.link.things import name_publishers
from quoth.records import Story, Title


def test_an_outlet_known_by_its_sites_address_is_the_paper_of_that_name() -> None:
    actors = merge(
        referent("Halden Observer", "a", kind="body"), a=Page(None, "Brenn Herald"), b=Page(None, "halden-observer.example")
    )
    assert [(one.kind, one.name) for one in actors] == [("outlet", "Halden Observer")]
    assert "haldenobserver" in name_publishers(["www.halden-observer.example"])


def test_an_outlet_whose_name_begins_with_an_article_is_meant_without_it() -> None:
    actors = merge(referent("Halden Lantern", "a", kind="body"), a=Page(None, "Brenn Herald"), b=Page(None, "The Halden Lantern"))
    assert [(one.kind, one.name) for one in actors] == [("outlet", "The Halden Lantern")]


def test_a_ministry_of_one_state_is_not_meant_by_a_ministry_of_nobody_knows_which() -> None:
    actors = merge(
        referent("Norvia", "a", kind="state"),
        referent("Foreign Ministry of Norvia", "a", kind="body"),
        referent("Foreign Ministry", "b", kind="body"),
    )
    assert sorted(one.name for one in actors if one.kind == "body") == ["Foreign Ministry", "Foreign Ministry of Norvia"]
    assert next(one.country for one in actors if one.name == "Foreign Ministry of Norvia") == "Norvia"


def test_a_ministry_that_is_described_with_its_state_is_not_told_twice_whose_it_is() -> None:
    alone = merge(referent("Halvia's foreign ministry", kind="body", country="Halvia", names=()))
    assert [actor.name for actor in alone] == ["Halvia's foreign ministry"]


def test_a_lone_adjective_of_a_state_that_the_corpus_tells_of_is_that_state() -> None:
    state, adjective = referent("Halvia", "a", kind="state", country="Halvia"), referent("Halvian", "b", kind="body")
    assert together(merge(state, adjective), state, adjective)
    assert not together(merge(state, referent("Halvian", "b", names=("Halvian",), titles=(Title("general"),))), state, adjective)


def test_a_ministry_without_its_state_is_the_one_that_its_story_tells_of_in_full_however_it_is_written() -> None:
    told = referent("Halvian Energy Ministry", "a", kind="body", country="Halvia")
    bare = referent("energy ministry", "b", kind="group", names=())
    story = Story("s", "The pipe", ("a", "b"), None, None)
    assert together(merge_actors([told, bare], documents={}, stories=[story]), told, bare)
    assert not together(merge_actors([told, bare], documents={}), told, bare)
