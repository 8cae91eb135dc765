"""Words that tell how something was said: in a statement, at a press conference, by telephone, in a post."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from quoth.lexicon.table import read_table
from quoth.records import Channel


@dataclass(frozen=True, slots=True)
class ChannelWord:
    """One line of ``channels.tsv``."""

    word: str
    channel: Channel
    behind: frozenset[str]
    """Prepositions that the word stands behind where it tells the channel ("in a statement")."""
    beside: frozenset[str]
    """Words before it one of which it needs ("press conference"); empty where it needs none."""
    hearer: frozenset[str]
    """Prepositions after it that lead to who is spoken to ("an interview with")."""


@cache
def _channel_words(kind: str) -> Mapping[str, tuple[ChannelWord, ...]]:
    found: dict[str, tuple[ChannelWord, ...]] = {}
    for row in read_table("channels"):
        if row["class"] == kind:
            word = ChannelWord(
                word=row["word"],
                channel=cast("Channel", row["channel"]),
                behind=frozenset(row["with"].split()),
                beside=frozenset(row["beside"].split()),
                hearer=frozenset(row["hearer"].split()),
            )
            found[word.word] = (*found.get(word.word, ()), word)
    return found


def channel_word(kind: str, word: str, *, beside: Collection[str] = ()) -> ChannelWord | None:
    """The line of a class (``noun, verb, platform, audience``) for a word, given the words before it.

    A line that needs one of those words goes before a line that needs none.
    """
    lines = _channel_words(kind).get(word, ())
    fitting = [line for line in lines if not line.beside or not line.beside.isdisjoint(beside)]
    return min(fitting, key=lambda line: not line.beside, default=None)
