"""Names that are run together with other words: by a hyphen ("Ki-moon"), or where a web page sets the long form of a name beside it and a
link right behind: "Ann Lee Annabel (Ann) May LeeDam to close"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.lexicon.names import PARTICLES
from quoth.syntax import Token

REACH = 8
"""Tokens over which a long form runs."""

_GLUED = re.compile(r"([A-Z][a-z]{2,})[A-Z]\w")


def is_syllable(token: Token) -> bool:
    """Whether a word in small letters is the second half of a given name: "Ki-moon", "Jong-un"."""
    inside = token.entity == "PERSON" and not token.begins_entity and token.tag == "NNP"
    return inside and token.text.islower() and token.text not in PARTICLES


def long_forms(tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens of long forms: from behind a surname to the word that begins with it again and goes on in capitals, that word
    included. They name nobody new."""
    return frozenset(index for first, last in _stretches(tokens) for index in range(first, last + 1))


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for token in tokens:
        glued = _GLUED.match(token.text)
        if glued is None:
            continue
        before = range(token.index - 2, max(-1, token.index - REACH), -1)
        surname = next((index for index in before if tokens[index].text == glued[1]), None)
        if surname is not None and all(_in_name(tokens[index]) for index in range(surname + 1, token.index)):
            yield surname + 1, token.index


def _in_name(token: Token) -> bool:
    return token.text[0].isupper() or token.text in {"(", ")", '"', "“", "”", ".", "-"}
