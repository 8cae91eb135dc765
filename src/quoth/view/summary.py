"""A story in two sentences: how much was collected of it and from when, and which claim its parties stand apart on most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quoth.records import PositionStance
from quoth.view.claims import ClaimRow
from quoth.view.counts import count, listed
from quoth.view.dates import date_label
from quoth.view.stands import Stand
from quoth.view.story import StoryRow

BY: dict[PositionStance | None, str] = {
    "asserts": "asserted by",
    "hedges": "hedged by",
    "mixed": "both asserted and denied by",
    "denies": "denied by",
    "doubts": "doubted by",
    "declines": "no comment from",
}
"""A stance before those who take it, in the order in which they are told."""
PARTIES = 4
"""Parties named at most that stand alike."""


def summary_text(row: StoryRow, disputed: Sequence[ClaimRow]) -> str:
    """What stands at the top of a story; ``disputed`` are its disputed claims, the most disputed first."""
    lead = _dispute(row, disputed[0]) if disputed else "No claim was found on which its parties stand differently."
    return f"{lead} {_extent(row)}."


def _extent(row: StoryRow) -> str:
    """Articles, outlets, texts and days."""
    outlets = [count(len(row.outlets), "outlet")] if row.outlets else []
    unknown = [f"{row.nameless} of unknown outlet"] if row.nameless else []
    own = "each a text of its own" if row.texts == row.articles > 1 else f"{count(row.texts, 'text')} of their own"
    days = (
        date_label(row.first if row.first == row.last else f"{row.first}/{row.last}") if row.first and row.last else "dates unknown"
    )
    by = f" by {' and '.join([*outlets, *unknown])}" if outlets else f", {unknown[0]}" if unknown else ""
    return f"{count(row.articles, 'article')}{by}" + (f", {own}" if row.articles > 1 else "") + f", {days}"


def _dispute(row: StoryRow, claim: ClaimRow) -> str:
    """The claim that is disputed most, and who stands where on it."""
    many = f"{row.disputed} claims are disputed, most of all" if row.disputed > 1 else "One claim is disputed"
    return f"{many}: {claim.text} – {'; '.join(_stands(claim.stands))}."


def _stands(stands: Iterable[Stand]) -> list[str]:
    """Each stance with who takes it."""
    every = list(stands)
    found = ((word, [stand.party for stand in every if stand.stance == stance]) for stance, word in BY.items())
    return [f"{word} {listed(parties, PARTIES)}" for word, parties in found if parties]
