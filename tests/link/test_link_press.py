"""Outlets that are known by an address, and ministries that every state has."""

from __future__ import annotations

from tests.link.test_link_actors import Page, merge, referent

from quoth.link.things import name_publishers


def test_an_outlet_known_by_its_sites_address_is_the_paper_of_that_name() -> None:
    actors = merge(
        referent("Halden Observer", "a", kind="body"), a=Page(None, "Brenn Herald"), b=Page(None, "halden-observer.example")
    )
    assert [(one.kind, one.name) for one in actors] == [("outlet", "Halden Observer")]
    assert "haldenobserver" in name_publishers(["www.halden-observer.example"])


def test_a_ministry_of_one_state_is_not_meant_by_a_ministry_of_nobody_knows_which() -> None:
    actors = merge(
        referent("Norvia", "a", kind="state"),
        referent("Foreign Ministry of Norvia", "a", kind="body"),
        referent("Foreign Ministry", "b", kind="body"),
    )
    assert sorted(one.name for one in actors if one.kind == "body") == ["Foreign Ministry", "Foreign Ministry of Norvia"]
    assert next(one.country for one in actors if one.name == "Foreign Ministry of Norvia") == "Norvia"
