"""Abbreviated titles before a name, "Capt. Ann Reeve", "Sens. Dolan and Reeve", as one token each: the parser ends a sentence behind those that it does not know."""

from __future__ import annotations

from typing import Any

from quoth.lexicon.titles import titles

LIKE = "gen."
"""The one whose norm the others are given: the parser has learnt that a name follows it."""


def keep_ranks(tokenizer: Any) -> None:
    """Have a spaCy tokenizer keep the point with such a title."""
    from spacy.symbols import NORM, ORTH  # noqa: PLC0415 - slow to load

    for word, known in titles().items():
        title = word.capitalize()
        if word.endswith(".") and known.heads and title not in tokenizer.rules:
            tokenizer.add_special_case(title, [{ORTH: title, NORM: LIKE}])
