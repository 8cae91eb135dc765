"""Whose voice is heard: parties, and not what somebody wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.link.kinds import is_party
from quoth.store import ReadView, Store
from quoth.view.coverage import gather
from quoth.view.voice import lay_out_voice


@pytest.mark.parametrize(
    ("kind", "name", "party"),
    [
        ("group", "article", False),
        ("group", "second article in the Dam Watch", False),
        ("group", "search results", False),
        ("group", "residents", True),
        ("group", "readers of the article", True),
        ("person", "Ada Page", True),
        ("outlet", "Evening Post", True),
    ],
)
def test_what_somebody_wrote_is_no_party(kind: str, name: str, *, party: bool) -> None:
    assert is_party(kind, name) is party


def test_what_an_article_says_counts_for_no_side(own_store: Store) -> None:
    read = own_store.read()
    before = lay_out_voice(gather(read))
    first = before.speakers[0]
    actor = next(iter(read.actors([first.who.id])))
    with own_store.write() as writer:
        writer.overlay.change("actors", actor.id, replace(actor, name="article", kind="group", country=None))
    page = lay_out_voice(gather(read))
    assert "article" not in {row.party for row in page.sides} | {row.who.name for row in page.speakers}
    assert "article" not in {who.name for row in page.outlets for who, _ in row.voices}
    assert len(page.speakers) == len(before.speakers) - 1
    assert page.undecided > before.undecided
    assert sum(row.share for row in page.speakers) == pytest.approx(1)


def test_who_belongs_to_no_known_state_is_no_side_but_stands_apart_last(told: ReadView) -> None:
    sides = lay_out_voice(gather(told)).sides
    states = {row.who.country for row in lay_out_voice(gather(told)).speakers}
    assert {side.party for side in sides} == {state or "" for state in states}
    assert [side.party for side in sides].index("") == len(sides) - 1
