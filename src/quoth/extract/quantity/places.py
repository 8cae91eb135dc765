"""Where the things are that a figure counts: "killed 40 in Tessen", "12 boats at the port of Westmere", "Kenya's 47 counties"."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.quantity.things import Counted
from quoth.records import Span
from quoth.syntax import Paragraph, Token

WHERE = frozenset({"in", "at", "near", "across", "outside", "inside", "around", "throughout", "within", "along", "off"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
UNPLACED = frozenset({"km", "m", "cm", "mm", "nautical miles", "age", "percent"})
"""Units of what stands nowhere: distances, ages, shares."""
HIGHEST = 6
"""Steps from a number to the verb of its clause."""


def place_of(paragraph: Paragraph, core: int, counted: Counted) -> Span | None:
    """The name of the place nearest to the number in its clause, without article; None where none is named."""
    behind = paragraph.tokens[core + 1 : core + 2]
    if counted.unit in UNPLACED or (counted.of or "").startswith("distance") or (behind and behind[0].text in {"-", "of"}):
        return None  # "25 miles", "a 12-nation pact", "nine of the counties"
    for anchor in _anchors(paragraph, core):
        places = sorted(_under(paragraph, anchor), key=lambda one: abs(one.index - core))
        if places:
            return _named(paragraph, places[0])
    return None


def _anchors(paragraph: Paragraph, core: int) -> Iterator[Token]:
    """The number, what it counts, the participles of that, and the verb of the clause: nearest first."""
    token = paragraph.tokens[core]
    for _ in range(HIGHEST):
        yield token
        if token.pos in {"NOUN", "PROPN", "NUM"}:
            yield from (clause for clause in paragraph.children(token.index, "acl", "relcl") if clause.index > token.index)
        above = paragraph.tokens[token.head]
        if above.index == token.index or token.pos in {"VERB", "AUX"} or token.dep in {"relcl", "acl", "appos", "conj"}:
            return
        token = above


def _under(paragraph: Paragraph, anchor: Token) -> Iterator[Token]:
    """The places that prepositions lead to from a word, also through what stands there ("at a market in Tessen"), and its owner."""
    yield from (owner for owner in paragraph.children(anchor.index, "poss") if owner.entity in PLACES)
    for preposition in paragraph.children(anchor.index, "prep"):
        if preposition.text.lower() not in WHERE:
            continue
        for found in paragraph.children(preposition.index, "pobj"):
            if found.entity in PLACES:
                yield found
            elif not found.entity:
                yield from (inner for below in paragraph.children(found.index, "prep") if below.text.lower() in WHERE
                            for inner in paragraph.children(below.index, "pobj") if inner.entity in PLACES)  # fmt: skip


def _named(paragraph: Paragraph, place: Token) -> Span:
    """The whole name of a place."""
    first = last = place.index
    while first > 0 and paragraph.tokens[first - 1].entity == place.entity and not paragraph.tokens[first].begins_entity:
        first -= 1
    while last + 1 < len(paragraph.tokens) and paragraph.tokens[last + 1].entity == place.entity:
        if paragraph.tokens[last + 1].begins_entity:
            break
        last += 1
    first += paragraph.tokens[first].pos == "DET" and first < last
    last -= paragraph.tokens[last].tag == "POS" and first < last
    return paragraph.span(first, last)
