"""Whom a figure of people counts, in its own words: the *militants* of "about 900 Palestinian militants"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from quoth.lexicon.classes import word_class
from quoth.lexicon.numbers import is_number_word
from quoth.link.counts import COUNTED
from quoth.records import Quantity

_TOKEN = re.compile(r"[\w’'$£€.,-]+")
_POINTING = frozenset({"those", "these", "them", "their", "his", "her", "our", "its", "whom", "which", "of"})
"""Words that begin what says no kind of people: "dozens of those deaths"."""


def words_for_whom(quantity: Quantity) -> tuple[str, ...]:
    """The words of a figure that narrow who or what is counted, but for the noun itself: none for "people", none of the number."""
    if quantity.unit not in {None, "people"}:
        return ()
    noun = (quantity.of or "").lower().split()[-1:]
    words = (word.strip(".,") for word in _TOKEN.findall(quantity.text))
    return tuple(word for word in words if word and _narrows(word.lower()) and word.lower() not in noun)


def _narrows(word: str) -> bool:
    number = word[0].isdigit() or word[0] in "$£€-" or is_number_word(word)
    return not number and word not in _anyone()


def _is_number(word: str) -> bool:
    """Whether a word of a figure only says how many: "dozens of"."""
    return word == "of" or is_number_word(word.removesuffix("s"))


@cache
def _anyone() -> frozenset[str]:
    """Words that narrow nobody: what befell people, and nouns for anybody."""
    return frozenset(word for name in COUNTED for word in word_class(f"counted_{name}")) | word_class("anyone_counted")


def behind_number(quantity: Quantity) -> str:
    """Those of the words that stand behind the number, as they stand: "Palestinian militants"; empty where one of them is of another kind."""
    said = words_for_whom(quantity)
    behind = quantity.text.split()
    while behind and behind[-1].strip(".,") in said and not _is_number(behind[-1].lower()):
        behind.pop()
    found = quantity.text.split()[len(behind) :]
    found = found[1:] if found and found[0].lower() in {"other", "more"} else found
    return "" if found and found[0].lower() in _POINTING else " ".join(found)


def shared_by(values: Mapping[float, Collection[Quantity]]) -> str | None:
    """The noun by which most figures say whom they count, those of each value among them; None where there is none."""
    nouns = {value: [_noun(one) for one in given] for value, given in values.items()}
    every: Sequence[str] = [noun for given in nouns.values() for noun in given if noun]
    found = next(iter(Counter(every).most_common(1)), None)
    if found is None or found[1] * 2 <= len(every) or any(found[0] not in given for given in nouns.values()):
        return None
    return found[0] if sum(len(given) for given in nouns.values()) < found[1] * 2 else None


def _noun(quantity: Quantity) -> str:
    return next(iter(behind_number(quantity).split()[-1:]), "")
