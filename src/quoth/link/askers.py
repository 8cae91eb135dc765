"""Whose side a name stands for where accounts tell who asked for a contact: two names of one side are one account."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

OFFICE = re.compile(r"(.+)['’]s? office")
"""What a person's office is called."""
PAIR = 2
"""Sides of a contact of which each tells who asked."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who is said to have asked, and by whom."""

    giver: Hashable
    """Who gives the account: one of an article is one with itself."""
    side: str
    """The state of whoever is said to have asked, else their own name."""
    known: bool
    """Whether the side is a state's."""
    state: str | None = None
    """The state of whoever gives the account, where it is known."""
    other: str | None = None
    """The state of the other side, where the contact was between two and whoever gives the account is of one: their own they would call so."""


def settle_sides(accounts: Iterable[Account]) -> Mapping[str, str]:
    """Each side with the one that it is another name of, itself where it is none: somebody who says of one call that Arden asked for it and,
    in other words, that Westmere did, means one side by both; so do two of one state, where what each of them says alone does not tell. Who is of one
    side of a contact between two means the other by a name that is nobody's."""
    told = list(accounts)
    by_giver = _meant(told, lambda one: one.giver)
    by_state = _meant([one for one in told if one.state is not None], lambda one: one.state)
    others: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if not one.known and one.other is not None:
            others[one.side].add(one.other)
    by_other = {name: next(iter(held)) for name, held in others.items() if len(held) == 1}
    return {one.side: by_giver.get(one.side) or by_state.get(one.side) or by_other.get(one.side) or one.side for one in told}


def whose_office(name: str) -> str | None:
    """Whose office a name is: "Edda Karsh" of "Edda Karsh's office"; None for all others."""
    found = OFFICE.fullmatch(name)
    return None if found is None else found[1]


def other_side(between: Collection[str | None], state: str | None) -> str | None:
    """Of the two states that a contact was between the one that is not ``state``; None where it was not between two, or that is neither."""
    return next((one for one in between if one != state), None) if len(between) == PAIR and state in between else None


def _meant(told: Sequence[Account], teller: Callable[[Account], Hashable]) -> Mapping[str, str]:
    """The state meant by each name that is none's, where all who use it name one state alone."""
    states: dict[Hashable, set[str]] = defaultdict(set)
    for one in told:
        if one.known:
            states[teller(one)].add(one.side)
    meant: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if not one.known:
            meant[one.side] |= states[teller(one)]
    return {name: next(iter(held)) for name, held in meant.items() if len(held) == 1}
