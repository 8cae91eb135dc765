"""What is said against somebody's claim ("the accusation could be a pretext"): drafts that speak of claims and share a word of their own are one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from quoth.lexicon.paraphrases import same_word
from quoth.link.answers import CLAIMS, WARNINGS, is_of_claim
from quoth.link.drafts import Draft
from quoth.link.meanings import Meaning
from quoth.records import Statement

SPEAKING_OF = frozenset(same_word(word) for word in CLAIMS | WARNINGS)
"""Words, levelled, by which contents speak of a claim; sharing these alone says nothing."""


def join_counters(drafts: Sequence[Draft], by_id: Mapping[str, Statement], meanings: Mapping[str, Meaning]) -> list[Draft]:
    """The drafts, those of which all speaks of a claim put with others that speak of one and share a word of their own with them."""
    against = {name for draft in drafts for name in draft.statements if is_of_claim(by_id[name])}
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: against.issuperset(one.statements)):
        own = against.issuperset(draft.statements)
        home = next((one for one in kept if own and _share_a_word(draft, one, against, meanings)), None)
        if home is None:
            kept.append(draft)
        else:
            home.meanings += draft.meanings
            home.statements += draft.statements
    order = {name: place for place, name in enumerate(by_id)}
    return sorted(kept, key=lambda one: order[one.statements[0]])


def _share_a_word(draft: Draft, other: Draft, against: Collection[str], meanings: Mapping[str, Meaning]) -> bool:
    """Whether what two drafts say of a claim shares a word of their own."""
    mine, theirs = (
        frozenset(word for name in one.statements if name in against for word in meanings[name].things) for one in (draft, other)
    )
    return not (mine & theirs - SPEAKING_OF).isdisjoint(mine)
