"""What a document is about, as counted words: which of them are names, which are figures, and the dates that it gives."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quoth.group.dates import find_dates
from quoth.lexicon.commonness import commonness
from quoth.records import Document, Segment

TOP = 120
"""Words at the top of the text, which news writes for those who read no further, count once more."""
LEDE = 60
"""Words of headline and lede."""

_WORD = re.compile(r"[^\W\d_][\w’']*|\d(?:[\d.,]*\d)?")
_STARTS = re.compile(r"(?:^|[.!?:…“\"‘(])\s*$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one document, in small letters."""

    counts: Mapping[str, int]
    """How often each stands there; once more where it stands at the top."""
    names: frozenset[str] = frozenset()
    """Those that are written with a capital where other words are not."""
    lede: frozenset[str] = frozenset()
    dates: Mapping[str, int] = field(default_factory=dict)


def count_words(document: Document, segments: Sequence[Segment]) -> Words:
    """The words of title, body and quotations."""
    stretches = [document.text[one.start : one.end] for one in segments if one.kind in {"title", "body", "quotation"}]
    if document.title:
        stretches.insert(0, document.title)
    counts: Counter[str] = Counter()
    written: dict[str, set[bool]] = defaultdict(set)
    lede: set[str] = set()
    for place, (word, capital) in enumerate(_written(stretches)):
        if capital is not None:
            written[word].add(capital)
        counts[word] += 2 if place < TOP and word not in counts else 1
        if place < LEDE:
            lede.add(word)
    names = frozenset(word for word in counts if _is_name(word, written.get(word, ())))
    return Words(counts, names, frozenset(lede), find_dates(" \n".join(stretches)))


def _written(stretches: Sequence[str]) -> Iterator[tuple[str, bool | None]]:
    """Each word of more than one letter and whether it has a capital; None where that says nothing: at the start of a sentence, in a headline."""
    for stretch in stretches:
        matches = list(_WORD.finditer(stretch))
        headline = 2 * sum(match.group()[0].isupper() for match in matches) > sum(match.group()[0].isalpha() for match in matches)
        for match in matches:
            word = match.group()
            if len(plain := _plain(word)) > 1 or word.isdigit():
                capital = word[0].isupper()
                says = not (capital and (headline or _STARTS.search(stretch, max(0, match.start() - 3), match.start())))
                yield plain, capital if says else None


def _is_name(word: str, written: Sequence[bool] | set[bool]) -> bool:
    """A word that is never written small here; where its capitals say nothing, one that is not among the common words."""
    if word[0].isdigit() or False in written:
        return False
    return True in written or (word not in commonness() and word + "s" not in commonness())


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    word = word.replace("’", "'").lower().removesuffix("'s").strip("'")
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
