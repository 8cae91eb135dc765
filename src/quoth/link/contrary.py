"""Whether one of two tellings of a claim says that it is not so: of a long content that holds a "not" somewhere this is mostly not what it says."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from quoth.lexicon.postures import postures
from quoth.link.meanings import Meaning

ROW = 5
"""Words in a row that both have, from which on they tell whether what stands before them negates it."""
COVERED = 0.5
"""Share of the shorter telling that these words must be."""
READ = 80
"""Words of a telling that are looked at."""
NEAR = 4
"""Words before the row among which a negation is looked for, up to the nearest mark."""
_WORD = re.compile(r"[\w']+|[^\w\s]")
_MARK = re.compile(r"[^\w\s]")


def is_contrary(first: Meaning, second: Meaning, *, one_side: bool = True) -> bool:
    """Whether one of two meanings denies what the other says: only one is negated, by the same words or of the same deed. Nobody denies their
    own words by that, where they assert or deny both (``one_side``)."""
    one_speaker = first.speaker is not None and first.speaker == second.speaker
    if first.negated == second.negated or (one_side and one_speaker):
        return False
    told = _before_shared(first.text, second.text)
    if told is not None:
        return _negates(told[0]) != _negates(told[1])
    return first.deed == second.deed or first.deed in second.things or second.deed in first.things


def _before_shared(first: str, second: str) -> tuple[list[str], list[str]] | None:
    """What stands before the row of words that two tellings have in common; None where there is none that covers enough."""
    one, other = (_WORD.findall(text.lower().replace("’", "'"))[:READ] for text in (first, second))
    words = ([word for word in each if not _MARK.match(word)] for each in (one, other))
    least = min(map(len, words))
    row = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    size = sum(1 for word in one[row.a : row.a + row.size] if not _MARK.match(word))
    if size < ROW or size < COVERED * least:
        return None
    return one[: row.a], other[: row.b]


def _negates(before: list[str]) -> bool:
    """Whether the last words before something negate it; a mark parts them from it, but for those of a quotation."""
    near: list[str] = []
    for word in reversed(before):
        if len(near) == NEAR or (_MARK.match(word) and word not in "\"“”‘'"):
            break
        near.append(word)
    return postures()["negation"].search(" ".join(reversed(near))) is not None
