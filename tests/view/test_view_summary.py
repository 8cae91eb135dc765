"""A story in two sentences."""

from __future__ import annotations

from dataclasses import replace

from quoth.store import ReadView
from quoth.view.story import story_page
from quoth.view.summary import summary_text


def test_a_story_says_how_much_it_is_of_whom_from_when_and_where_its_parties_part(told: ReadView) -> None:
    page = story_page(told, next(iter(told.stories())))
    row = replace(
        page.row, articles=5, texts=3, outlets=("Marl Post", "Vale"), nameless=1, first="2031-03-14", last="2031-03-17", disputed=2
    )
    claim = page.claims.disputed[0]
    text = summary_text(row, [claim])
    assert text.startswith(f"2 claims are disputed, most of all: {claim.text} – asserted by ")
    assert "; denied by " in text
    assert text.endswith(" 5 articles by 2 outlets and 1 of unknown outlet, 3 texts of their own, Fri 14 Mar – Mon 17 Mar 2031.")
    assert all(stand.party in text for stand in claim.stands)
    assert summary_text(row, []).startswith("No claim was found on which its parties stand differently. ")
