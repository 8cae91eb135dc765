"""A name as it was found at a place, made of the pieces that a run of capitalised words falls into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quoth.extract.reference.possessors import possessor_before
from quoth.lexicon.gazetteer import Known, known_at
from quoth.lexicon.states import states
from quoth.lexicon.titles import is_body_word
from quoth.records import Span
from quoth.syntax import Token

_PARTY = re.compile(r"[A-Z]-[A-Z]|(?:LLC|Inc|Ltd|PLC|Corp|Co)\.?$")
"""A party with a constituency ("D-N.Y.") or a form of company: not a name on its own."""
_SEAT = re.compile(r"[A-Z] ?- ?(?:(?:[A-Z][a-z]*\.)+|[A-Z]{2})")
"""The same where it stands between brackets or commas behind a name, in several tokens: one letter, and a constituency that is shortened,
also to two letters."""

PieceKind = Literal["known", "title", "plain", "join"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run of capitalised words, ``first`` to ``last`` token inclusive."""

    kind: PieceKind
    first: int
    last: int
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name at a place: tokens ``first`` to ``last`` (inclusive) of paragraph ``place``, titles and possessive left out."""

    place: int
    first: int
    last: int
    span: Span
    text: str
    words: tuple[str, ...]
    label: str
    """The entity tagger's vote, or ""."""
    known: Known | None
    adjective: str | None
    """The adjective of a state (or what may be one) that stands before it: "Russian" of "Russian Ministry of Defense"."""
    owner: str | None = None
    """Whose it is by the possessive before it: "Ukraine" of "Ukraine's Foreign Ministry"."""


def name_of(text: str, place: int, tokens: Sequence[Token], group: Sequence[Piece]) -> NameFound | None:
    """The name that ``group`` of pieces makes, or None where it is no name of anybody: a party and seat, an adjective, a hashtag."""
    first, last = group[0].first, group[-1].last
    known = group[0].known if len(group) == 1 else None
    if known is None and (begun := _begun_small(text, tokens, first, last)) is not None:
        first, known = begun
    alone = first == last and known is None
    if alone and (_PARTY.match(tokens[first].text) or (is_body_word(tokens[first].text) and not _of_state(tokens, first))):
        return None
    if known is not None and known.kind == "adjective":
        return None
    if known is None and first > 0 and tokens[first - 1].text == "#" and first == last:
        return None
    if known is None and _is_seat(text, tokens, first, last):
        return None
    adjective = tokens[first].text if len(group) > 1 and (group[0].known is not None or tokens[first].pos == "ADJ") else None
    if known is None and all(tokens[index].pos == "ADJ" for index in range(first, last + 1)):
        return None
    if known is not None and (other := _of_another(tokens, first, known)) is not None:
        known, adjective = None, other
    span = Span(tokens[first].start, tokens[last].end)
    words = tuple(tokens[index].text for index in range(first, last + 1) if tokens[index].text != "]")
    plain = " ".join(text[span.start : span.end].replace("]", "").split())
    owner = possessor_before(tokens, first)
    return NameFound(place, first, last, span, plain, words, _label(tokens, first, last), known, adjective, owner)


def _begun_small(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, Known] | None:
    """Where a known name begins in small letters that the capitals found here end ("al-Qaeda"), and what it is."""
    for start in range(first - 1, max(-1, first - 3), -1):
        token = tokens[start]
        hit = known_at(text, token.start, token.text) if token.text.islower() else None
        if hit is not None and token.start + len(hit[0]) == tokens[last].end:
            return start, hit[1]
    return None


def _is_seat(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words are the party and constituency of who is named before them: "(D-N.Y.)", ", R-Ky.,"."""
    before, after = tokens[max(0, first - 1)].text, tokens[min(len(tokens) - 1, last + 1)].text
    set_off = before in {"(", "[", ","} and after in {")", "]", ",", "."}
    return set_off and last > first and _SEAT.fullmatch(text[tokens[first].start : tokens[last].end]) is not None


def _of_state(tokens: Sequence[Token], first: int) -> bool:
    """Whether a state's possessive stands before a word: "Peru's Congress" names a body, "the Agency" only describes one."""
    return first > 1 and tokens[first - 1].dep == "case" and states().of(tokens[first - 2].text) is not None


def _of_another(tokens: Sequence[Token], first: int, known: Known) -> str | None:
    """The state said to have this body, where it is not the one that the gazetteer means: "Australia" of "Australia's Congress"."""
    if known.kind != "body" or known.country is None or first < 2 or tokens[first - 1].dep != "case":
        return None
    state = states().of(tokens[first - 2].text)
    return tokens[first - 2].text if state is not None and state != known.country else None


def _label(tokens: Sequence[Token], first: int, last: int) -> str:
    """The label that most words of a name have."""
    labels = [tokens[index].entity for index in range(first, last + 1)]
    return max(labels, key=lambda label: (labels.count(label) if label else 0, -labels.index(label)))
