"""To which state a participant belongs by what stands right behind its name: "Ada Lund, who heads the Norvian coastguard", "Ada Lund, R-Maine"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.extract.reference.descriptions import HEADING
from quoth.extract.reference.placed import Placed, Told
from quoth.lexicon.gazetteer import seats
from quoth.lexicon.names import is_demonym_of
from quoth.lexicon.states import states
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

SEATS = frozenset({"seat", "headquarters", "home", "base", "office"})
"""What a building is to the body in it."""
LAWMAKER = re.compile(r"[,(\[][A-Z]{1,3}[-–—/](?P<seat>[A-Z][A-Za-z]*(?:\.[A-Z][A-Za-z]*)*\.?)(?![A-Za-z])")
"""A party and constituency behind a name, without the spaces: "(D-N.Y.)", ", R-Maine,"."""
REACH = 12
"""Tokens behind a name that its party and constituency are made of."""


def settle_states(told: Told, paragraphs: Sequence[Paragraph]) -> None:
    """Give people who are said to head a state's body, and the seats of such bodies, that state, where none is known of them."""
    own = [one.name for one in told.participants if one.kind == "state"]
    for paragraph, row in zip(paragraphs, told.placed, strict=True):
        for placed in row:
            one = placed.participant
            if one.country is None and one.named and one.kind in {"person", "body", "place"}:
                found = {state for body in _bodies(paragraph, placed, one.kind) for state in _states_in(paragraph, body, own)}
                found |= _of_seat(paragraph, placed) if one.kind == "person" else set()
                one.country = found.pop() if len(found) == 1 else None


def _of_seat(paragraph: Paragraph, placed: Placed) -> set[str]:
    """The state in whose parliament somebody sits, by the party and constituency behind the name: "Ada Lund, R-Maine"."""
    behind = "".join(token.text for token in paragraph.tokens[placed.last + 1 : placed.last + 1 + REACH])
    told = LAWMAKER.match(behind)
    country = seats().get(told["seat"]) or seats().get(told["seat"].rstrip(".")) if told is not None else None
    return set() if country is None else {country}


def _bodies(paragraph: Paragraph, placed: Placed, kind: str) -> list[Token]:
    """The noun of the body that somebody heads, or whose seat a building is."""
    if kind == "person":
        clauses = [one for one in paragraph.children(placed.head, "relcl") if one.lemma in HEADING and one.tag in {"VBZ", "VBP"}]
        bodies = [body for clause in clauses for body in paragraph.children(clause.index, "dobj")]
    else:
        seats = [one for one in paragraph.children(placed.head, "appos") if one.lemma in SEATS]
        ofs = [of for seat in seats for of in paragraph.children(seat.index, "prep") if of.text.lower() in {"of", "to"}]
        bodies = [body for of in ofs for body in paragraph.children(of.index, "pobj")]
    return [body for body in bodies if (word := titles().get(body.text.lower())) is not None and "body" in word.kinds]


def _states_in(paragraph: Paragraph, body: Token, own: Sequence[str]) -> set[str]:
    """The states named in a body's phrase, by name or adjective; ``own`` are those that the document tells of."""
    words = [token.text for token in paragraph.subtree(body.index) if token.text[0].isupper()]
    known = {state for word in words if (state := states().of(word)) is not None}
    return known | {state for word in words for state in own if word == state or is_demonym_of(word, state)}
