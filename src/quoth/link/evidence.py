"""What speaks for and against two statements making the same claim: how their structure compares, which words they share, and what a network
reads in them. Each kind alone is often wrong; ``verdicts.py`` weighs them together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from quoth.language.pairs.reader import ANSWERS, PairReader, Reals
from quoth.link.compare import Comparison, compare
from quoth.link.findings import Apart
from quoth.link.said import Said

BLIND = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "by",
        "with",
        "that",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "as",
        "from",
        "this",
        "his",
        "her",
        "their",
        "he",
        "she",
        "they",
        "said",
        "says",
        "say",
        "will",
        "would",
    ]
)
"""Words that say nothing of what is told."""
DENYING = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|without|den(?:y|ies|ied|ying)|hoax|fake[ds]?|false(?:ly)?|untrue|lies?|reject\w*|dismiss\w*|refut\w*"
    r"|debunk\w*|disput\w*|doubt\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
LEAST = 0.02
"""Probability below which the network's answers are all alike."""
GROUPS: Mapping[Apart, str] = {
    "time": "value", "number": "value", "place": "value", "amount": "value", "part": "value", "roles": "roles", "party": "roles",
    "contrast": "roles", "force": "force", "assertion": "force",
}  # fmt: skip
"""What sets two statements apart, in groups that the labels are enough for."""

_WORD = re.compile(r"[\w']+")
_NAME = re.compile(r"\b[A-Z][\w-]*")


@dataclass(frozen=True)
class Told:
    """What is told: its words, without those of attribution, and what they say."""

    text: str
    said: Said | None
    whole: str = ""
    """The same with the words of attribution, which may deny or doubt it; empty where there are none."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell something."""
        return frozenset(word for word in _WORD.findall(self.text.lower()) if word not in BLIND)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The words that begin with a digit."""
        return frozenset(word for word in self.words if word[0].isdigit())

    @cached_property
    def names(self) -> frozenset[str]:
        """The capitalised words."""
        return frozenset(_NAME.findall(self.text))

    @cached_property
    def denies(self) -> bool:
        """Whether a word of denial stands in it."""
        return DENYING.search(self.text) is not None

    @property
    def passage(self) -> str:
        """All that was written: with the words of attribution where there are some."""
        return self.whole or self.text

    @cached_property
    def denied(self) -> bool:
        """Whether a word of denial stands in it or in its attribution."""
        return DENYING.search(self.passage) is not None


def compare_told(first: Told, second: Told) -> Comparison | None:
    """How the structure of two statements compares; None where either has none."""
    return None if first.said is None or second.said is None else compare(first.said, second.said)


def weigh_structure(first: Told, second: Told, compared: Comparison | None) -> dict[str, float]:
    """What the comparison says."""
    if compared is None or first.said is None or second.said is None:
        return {"structure unrelated": 1.0}
    found = {f"structure {compared.relation}": 1.0, "one negated": float(first.said.negated != second.said.negated)}
    found["deed apart"] = float(not compared.deed)
    if compared.relation == "same":
        found["same, deed apart"], found["same, of heavier"] = float(not compared.deed), compared.whole
    if compared.by is not None and compared.by in GROUPS:
        found[f"by {GROUPS[compared.by]}"] = 1.0
    return found


def weigh_words(first: Told, second: Told) -> dict[str, float]:
    """What the words say."""
    mine, theirs = first.words, second.words
    shared, lighter, heavier = len(mine & theirs), *sorted((len(mine), len(theirs)))
    names = min(len(first.names), len(second.names))
    return {
        "shared": shared / max(1, len(mine | theirs)),
        "of lighter": shared / max(1, lighter),
        "of heavier": shared / max(1, heavier),
        "longer": log((1 + heavier) / (1 + lighter)),
        "figures apart": float(bool(first.figures and second.figures) and not first.figures & second.figures),
        "figures shared": float(bool(first.figures & second.figures)),
        "names": len(first.names & second.names) / names if names else 0.0,
        "one denies": float(first.denies != second.denies),
        "one denied": float(first.denied != second.denied),
    }


def _weigh_reading(answers: Reals) -> dict[str, float]:
    """What the network says, as log odds; of each kind of answers one is left out, since they sum to one."""
    odds = {name: log((share + LEAST) / (1 - share + LEAST)) for name, share in zip(ANSWERS, answers.tolist(), strict=True)}
    return {f"read {name}": value for name, value in odds.items() if name not in {"made related", "told related", "neither"}}


def gather_evidence(pairs: Sequence[tuple[Told, Told]], reader: PairReader) -> list[dict[str, float]]:
    """All evidence on each pair."""
    compared = [compare_told(*pair) for pair in pairs]
    answers = reader.read([(first.text, second.text) for first, second in pairs])
    return [
        weigh_structure(*pair, found) | weigh_words(*pair) | _weigh_reading(read) | _as_passages(_weigh_reading(heard))
        for pair, found, read, heard in zip(pairs, compared, answers, _read_passages(pairs, answers, reader), strict=True)
    ]


def _read_passages(pairs: Sequence[tuple[Told, Told]], answers: Reals, reader: PairReader) -> Reals:
    """What the network says of both with their attribution; where neither has any, what it said of the words alone."""
    found = answers.copy()
    asked = [place for place, (first, second) in enumerate(pairs) if first.whole or second.whole]
    if asked:
        found[asked] = reader.read([(pairs[place][0].passage, pairs[place][1].passage) for place in asked])
    return found


def _as_passages(reading: Mapping[str, float]) -> dict[str, float]:
    return {f"passage {name}": value for name, value in reading.items()}
