"""Whose a body is by the possessive before its name: "Ukraine's Foreign Ministry", "South Korea's Coast Guard"."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.lexicon.states import states
from quoth.syntax import Token

LONGEST = 4
"""Words of a state's name."""
ENDINGS = frozenset({"'s", "’s", "'", "’"})


def possessor_before(tokens: Sequence[Token], first: int) -> str | None:
    """The name whose possessive stands right before a word: the longest that the gazetteer knows, else the word alone; None where none does."""
    if first < 2 or tokens[first - 1].text not in ENDINGS:
        return None
    stop = first - 1
    for length in range(LONGEST, 1, -1):
        name = " ".join(token.text for token in tokens[max(0, stop - length) : stop])
        if stop >= length and states().of(name) is not None:
            return name
    return tokens[first - 2].text
