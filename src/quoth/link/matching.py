"""Which meanings among those of a story are one claim: each pair is judged once, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quoth.language.encoder.reader import Vectors
from quoth.link.compare import compare
from quoth.link.evidence import Told
from quoth.link.meanings import Meaning, same_by_words
from quoth.link.restating import Weighed, longest_row, restate
from quoth.link.verdicts import judge

AGAIN = 0.5
"""Probability of restating one claim from which two statements of a story are one, affirmed or denied. Chosen on folds that nothing was fitted on: of
the pairs of real ledgers that reach it about .83 are, of all pairs of a story .80."""
WORDLESS = 0.65
"""The same where their levelled words have nothing in common, nor have their words three in a row: how near they lie, and who speaks, is then all that
speaks for it. Of 22 such pairs of fresh coverage below it two or three were one claim."""
NEVER = 1.1
"""One that no two reach."""
ROW = 3
"""Words in a row that two meanings have in common, from which on they share words."""
BY_WORDS = 0.7
"""Verdict on the main point that is enough where their levelled words would make them one claim: the same told in other words by others."""
MET = 2.5
"""Weight of what their parts have in common that is asked besides: a thing or deed counts 1, a name 1.5. Of the pairs with less .17 are one claim."""


@dataclass(slots=True)
class Matcher:
    """Whether two meanings of a story are one claim; each pair is judged once. ``weight``: how telling each word is;
    ``vectors``: what the statement encoder makes of their whole words, where it was asked. Meanings are told apart
    by being other objects: those who ask keep them."""

    weight: Mapping[str, float]
    vectors: Mapping[str, Vectors] = field(default_factory=dict)
    _weighed: dict[int, Weighed] = field(default_factory=dict)
    _same: dict[tuple[int, int], bool] = field(default_factory=dict)

    def meet(self, pairs: Iterable[tuple[Meaning, Meaning]]) -> None:
        """Judge those of these pairs that are not yet judged, all at once."""
        open_ = {key: pair for pair in pairs if (key := _key(*pair)) not in self._same}
        if open_:
            weighed = [(self._weigh(first), self._weigh(second)) for first, second in open_.values()]
            told = zip(open_, restate(weighed), weighed, strict=True)
            self._same.update((key, share >= _least(*pair)) for key, share, pair in told)
            self._meet_by_words({key: pair for key, pair in open_.items() if not self._same[key]})

    def _meet_by_words(self, pairs: Mapping[tuple[int, int], tuple[Meaning, Meaning]]) -> None:
        """Judge the main points of those that are alike by their words."""
        alike = [key for key, pair in pairs.items() if same_by_words(*pair, self.weight) and _share_parts(*pair)]
        told = [(_tell(first), _tell(second)) for first, second in map(pairs.__getitem__, alike)]
        for key, verdict in zip(alike, judge(told) if told else (), strict=True):
            self._same[key] = verdict.one_claim >= BY_WORDS

    def same(self, first: Meaning, second: Meaning) -> bool:
        """Whether two meanings are one claim, affirmed or denied."""
        self.meet([(first, second)])
        return self._same[_key(first, second)]

    def _weigh(self, meaning: Meaning) -> Weighed:
        if id(meaning) not in self._weighed:
            self._weighed[id(meaning)] = Weighed(meaning, self.weight, self.vectors.get(meaning.whole))
        return self._weighed[id(meaning)]


def _tell(meaning: Meaning) -> Told:
    return Told(meaning.text, meaning.said, meaning.whole)


def _least(first: Weighed, second: Weighed) -> float:
    """The probability of restating one claim that is asked of two meanings; further clauses of what is said must share words at all."""
    if _share_words(first, second):
        return AGAIN
    return NEVER if first.meaning.further or second.meaning.further else WORDLESS


def _share_words(first: Weighed, second: Weighed) -> bool:
    """Whether two meanings have a levelled word in common, or some in a row."""
    return bool(first.meaning.things & second.meaning.things) or longest_row(first, second) >= ROW


def _share_parts(first: Meaning, second: Meaning) -> bool:
    """Whether the parts of two meanings have enough in common; so have those that were read without their parts."""
    return first.said is None or second.said is None or compare(first.said, second.said).met >= MET


def _key(first: Meaning, second: Meaning) -> tuple[int, int]:
    return (id(first), id(second)) if id(first) < id(second) else (id(second), id(first))
