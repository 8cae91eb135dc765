"""Who sits in a parliament and speaks for nobody else: not for a state, whose government may say the opposite."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.lexicon.titles import titles
from quoth.records import Title

SEATED = "legislator"
"""What the lexicon of titles says that members of parliaments are."""
GOVERNING = frozenset({
    "president", "minister", "secretary", "chancellor", "premier", "ambassador", "envoy", "diplomat", "spokesman", "spokeswoman",
    "spokesperson", "king", "queen", "prince", "emir", "sultan", "general", "commander", "official", "pm", "negotiator", "delegate",
})  # fmt: skip
"""Words in titles of those who speak for a state, or may."""


def sits_alone(held: Iterable[Title]) -> bool:
    """Whether somebody who holds these titles is a member of a parliament and of no government."""
    words = [word for title in held for word in title.text.lower().split()]
    seated = any((known := titles().get(word)) is not None and SEATED in {known.word, *known.covers} for word in words)
    return seated and GOVERNING.isdisjoint(words)
