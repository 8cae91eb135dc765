"""Where not all of a claim's words have room, every party is heard, and words are found again in their article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.store import ReadView
from quoth.view.claims import ClaimRow, claim_page
from quoth.view.foremost import finding_words, foremost


@pytest.fixture
def claim(told: ReadView) -> ClaimRow:
    largest = max(told.claims(), key=lambda one: len(one.positions))
    return claim_page(told, largest.id).row


def test_every_party_is_heard_before_anybody_is_heard_twice(claim: ClaimRow) -> None:
    first, *others = claim.said
    crowded = replace(claim, said=(*(replace(first, id=f"again{number}") for number in range(9)), first, *others))
    standing = [stand for stand in claim.stands if stand.stance]
    shown = {one.id for one in foremost(crowded, len(standing))}
    assert len(standing) > 1
    assert all(shown & set(stand.statements) for stand in standing)
    assert foremost(claim, 99) == claim.said
    assert [claim.said.index(one) for one in foremost(claim, 2)] == sorted(claim.said.index(one) for one in foremost(claim, 2))


def test_words_that_stand_in_many_places_are_sought_with_those_around_them(claim: ClaimRow) -> None:
    said = claim.said[0]
    assert finding_words(replace(said, content="a long content of its own")) == "a long content of its own"
    short = replace(said, content=" ".join(said.excerpt.text.split()[:2]))
    assert len(finding_words(short).split()) > 2
    assert finding_words(replace(said, content="nowhere")) == "nowhere"
