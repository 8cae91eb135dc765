"""Titles of programmes and books behind whose they are or an "on": "Channel 5's “This Week”", "on “Face the Nation”", "Channel 5's This Week". They
name neither an actor nor a time."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.attribution.quotations import CLOSING, MARKS, OPENING
from quoth.syntax import Token

LONGEST = 7
"""Words of a title."""
SMALL = frozenset({"of", "the", "and", "a", "an", "in", "to", "for", "on", "at", "&", "'s", "’s"})
WHOSE = frozenset({"'s", "’s", "'", "’"})
ENDS = frozenset({",", "."})
TITLED = frozenset({"WORK_OF_ART", "DATE"})


def programmes(tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens of titles, quotation marks left out; whoever leads the programme ("with Ann Lee") is no part of it."""
    found: set[int] = set()
    for token in tokens[1:]:
        if token.text in MARKS - CLOSING and _leads(tokens, token.index - 1):
            found.update(_quoted(tokens, token.index))
        elif token.begins_entity and token.entity in TITLED and tokens[token.index - 1].text in WHOSE:
            found.update(_plain(tokens, token.index))
    return frozenset(found)


def _leads(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text.lower() == "on" or (at > 0 and tokens[at].text in WHOSE and tokens[at - 1].text[0].isupper())


def _quoted(tokens: Sequence[Token], mark: int) -> range:
    """What stands between an opening mark and the next where it is a title; else nothing."""
    stop = next((token.index for token in tokens[mark + 1 : mark + LONGEST + 3] if token.text in MARKS - OPENING), mark)
    end = stop - (stop > mark and tokens[stop - 1].text in ENDS)
    hosts = next((token.index for token in tokens[mark + 1 : end] if token.text == "with"), end)
    inside = tokens[mark + 1 : hosts]
    alone = len(inside) == 1 and tokens[mark - 1].text in WHOSE and tokens[mark - 2].text.isupper()
    return range(mark + 1, hosts) if (len(inside) > 1 or alone) and _in_capitals(inside) else range(0)


def _plain(tokens: Sequence[Token], first: int) -> range:
    """A title without marks, as far as the tagger sees it; of what it takes for dates only "This Week"."""
    stop = first + 1
    while stop < len(tokens) and tokens[stop].entity == tokens[first].entity and not tokens[stop].begins_entity:
        stop += 1
    dated = tokens[first].entity == "DATE" and tokens[first].text != "This"
    return range(first, stop) if stop > first + 1 and not dated and _in_capitals(tokens[first:stop]) else range(0)


def _in_capitals(inside: Sequence[Token]) -> bool:
    begins = inside[0].text[0]
    return (begins.isupper() or begins.isdigit()) and all(
        token.text[0].isupper() or token.text[0].isdigit() or token.text in SMALL for token in inside
    )
