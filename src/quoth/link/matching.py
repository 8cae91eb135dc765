"""Which meanings among those of a story are one claim: candidates by shared words, decided by verdicts, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quoth.link.evidence import Told
from quoth.link.meanings import Meaning, same_by_words, share_enough
from quoth.link.verdicts import judge

BY_WORDS = 0.3
"""Probability from which two statements of a story are one claim, affirmed or denied, where their levelled words would make them one."""
BY_VERDICT = 0.8
"""The same where only the verdict does: .93 of such pairs are one claim on the tuned passages, of whatever two passages of one event are taken."""


@dataclass(slots=True)
class Matcher:
    """Whether two meanings of a story are one claim; each pair is judged once. ``weight``: how telling each word is. Meanings are told apart
    by being other objects: those who ask keep them."""

    weight: Mapping[str, float]
    _shares: dict[tuple[int, int], float] = field(default_factory=dict)
    _by_words: dict[tuple[int, int], bool] = field(default_factory=dict)

    def meet(self, pairs: Iterable[tuple[Meaning, Meaning]]) -> None:
        """Judge those of these pairs that are not yet judged and that are worth it, all at once."""
        open_: dict[tuple[int, int], tuple[Told, Told]] = {}
        for first, second in pairs:
            key = _key(first, second)
            if key in self._by_words:
                continue
            by_words = self._by_words[key] = same_by_words(first, second, self.weight)
            if first.said and second.said and (by_words or self._by_deed(first, second)):
                open_[key] = Told(first.text, first.said), Told(second.text, second.said)
        if open_:
            self._shares.update(zip(open_, (verdict.one_claim for verdict in judge(list(open_.values()))), strict=True))

    def same(self, first: Meaning, second: Meaning) -> bool:
        """Whether two meanings are one claim, affirmed or denied; decided by their words where either was read without its parts."""
        self.meet([(first, second)])
        key = _key(first, second)
        by_words = self._by_words[key]
        if first.said is None or second.said is None:
            return by_words
        return self._shares.get(key, 0.0) >= (BY_WORDS if by_words else BY_VERDICT)

    def _by_deed(self, first: Meaning, second: Meaning) -> bool:
        """Whether two meanings have one deed, share enough words, and may have one doer."""
        if first.deed is None or first.deed != second.deed or (first.doers and second.doers and not first.doers & second.doers):
            return False
        return share_enough(first, second, self.weight)


def _key(first: Meaning, second: Meaning) -> tuple[int, int]:
    return (id(first), id(second)) if id(first) < id(second) else (id(second), id(first))
