"""Whose side a name stands for where accounts tell who asked for a contact: two names of one side are one account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """Who is said to have asked, and by whom."""

    giver: Hashable
    """Who gives the account: one of an article is one with itself."""
    side: str
    """The state of whoever is said to have asked, else their own name."""
    known: bool
    """Whether the side is a state's."""


def settle_sides(accounts: Iterable[Account]) -> Mapping[str, str]:
    """Each side with the one that it is another name of, itself where it is none: somebody who says of one call that Arden asked for it and,
    in other words, that Westmere did, means one side by both."""
    told = list(accounts)
    states: dict[Hashable, set[str]] = defaultdict(set)
    for one in told:
        if one.known:
            states[one.giver].add(one.side)
    meant: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if not one.known:
            meant[one.side] |= states[one.giver]
    return {one.side: next(iter(meant[one.side])) if len(meant.get(one.side, ())) == 1 else one.side for one in told}
