"""Which statements of a claim are shown where not all have room, and which of a statement's words find it again in its article."""

from __future__ import annotations

from quoth.view.claims import ClaimRow
from quoth.view.words import ELLIPSIS, Said

FEWEST = 4
"""Words that hardly stand twice in an article: "this" and "the allegation" do."""


def foremost(claim: ClaimRow, most: int) -> tuple[Said, ...]:
    """So many of a claim's statements at most, in their order: the first of every party that stands on it, then the earliest of all."""
    place = {name: number for number, one in enumerate(claim.said) for name in (one.id, *(other.id for other in one.also))}
    first = (next((place[name] for name in stand.statements if name in place), None) for stand in claim.stands if stand.stance)
    chosen = dict.fromkeys([*(one for one in first if one is not None), *range(len(claim.said))])
    return tuple(claim.said[number] for number in sorted(list(chosen)[:most]))


def finding_words(one: Said) -> str:
    """Words by which a reader finds a statement in its article: what is said, with the words around it where that is short."""
    if len(one.content.split()) >= FEWEST:
        return one.content
    stretches = one.excerpt.text.split(ELLIPSIS.strip())
    around = next((stretch for stretch in stretches if " ".join(one.content.split()) in " ".join(stretch.split())), one.content)
    return " ".join(around.split())
