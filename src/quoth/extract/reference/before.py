"""What stands before the words of title of an office or description: whose it is, its other words, and where the phrase begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoth.lexicon.names import capitalised, given_names
from quoth.lexicon.titles import Word, titles
from quoth.syntax import Token

Names = Mapping[int, tuple[int, int]]
"""The names of a paragraph: each of their tokens to the first and last token of the name."""

NO_NAMES: Names = {}
AMOUNTS = frozenset({"several", "many", "most", "few", "some", "various", "numerous", "multiple", "other", "more"})
"""Adjectives that begin a sentence without naming anybody."""
UNDER = frozenset({"vice", "vice-", "deputy", "assistant", "acting", "would-be", "then", "elect", "designate"})
"""Words of status that may belong to another office behind them: "vice presidential nominee Sen. Ann Lee"."""
FURTHEST = 12
"""Tokens to the left of a head noun that a description is read over."""


def word_of(token: Token) -> Word | None:
    """The entry of a token in the list of titles."""
    return titles().get(token.text.lower())


def parts_titles(tokens: Sequence[Token], first: int) -> bool:
    """Whether one title ends before ``first`` and another begins: "the spokesman | Lt. Col. Anna Reeve"."""
    before = word_of(tokens[first - 1]) if first > 0 and tokens[first].text.endswith(".") else None
    return before is not None and before.kinds == {"office"}


def read_left(
    tokens: Sequence[Token], first: int, head: int, taken: Names
) -> tuple[tuple[int, int] | None, tuple[str, ...], bool, int]:
    """What stands before the words of title: (owner, other modifiers, whether definite, first token of the phrase)."""
    if parts_titles(tokens, first):
        return None, (), False, first
    owner: tuple[int, int] | None = None
    modifiers: list[str] = []
    index = first - 1
    while index >= max(0, head - FURTHEST) and not tokens[index + 1].begins_sentence:
        token = tokens[index]
        if token.pos == "DET" or token.tag == "PRP$":
            return (
                owner,
                tuple(reversed(modifiers)),
                token.text.lower() in {"the", "this", "that", "these", "those"} or token.tag == "PRP$",
                index,
            )
        if token.dep == "case" and token.text in {"'s", "’s", "'", "’"}:
            start = _possessor(tokens, index - 1, taken)
            return owner or (start, index - 1), tuple(reversed(modifiers)), True, _with_article(tokens, start)
        if owner is None and not modifiers and (letters := _shortened_behind(tokens, index)):
            index = letters
            continue
        if owner is None and not modifiers and _may_own(token):
            start = taken[index][0] if index in taken else _capital_start(tokens, index)
            owner, index = (start, index), start - 1
            if several := _shared_start(tokens, index):
                owner, index = None, several - 1
            continue
        if not _modifies(token, tokens[index + 1]):
            break
        modifiers.append(token.text if token.text[0].isupper() else token.text.lower())
        index -= 1
    return owner, tuple(reversed(modifiers)), False, index + 1


def _shortened_behind(tokens: Sequence[Token], index: int) -> int | None:
    """The last token of a name whose letters stand in brackets up to ``index``: "Halden Road Board (HRB)" of "chairman"."""
    if index < 3 or tokens[index].text != ")" or tokens[index - 2].text != "(":
        return None
    return index - 3 if tokens[index - 1].text.isupper() and tokens[index - 3].tag in {"NNP", "NNPS"} else None


def status_of(modifiers: Sequence[str], *, owned: bool) -> str:
    """What changes an office before other words of it, or before whose it is: "former" of "former Arden spy chief"; "" where nothing does.
    "Vice" and "deputy" are taken only before what ``owned`` it."""
    return next((word.lower() for word in modifiers if _is_status(word) and (owned or word.lower() not in UNDER)), "")


def _is_status(text: str) -> bool:
    word = titles().get(text.lower())
    return word is not None and word.kinds == {"status"}


def _may_own(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.pos in {"PROPN", "ADJ", "NOUN"}
        and token.text not in given_names()
        and not is_date(token)
        and not (token.begins_sentence and token.text.lower() in AMOUNTS)
    )


def is_date(token: Token) -> bool:
    """Whether a capitalised word is a day or month, which nobody holds an office of: "an officer in August"."""
    return token.entity == "DATE" or capitalised().get(token.text) == "calendar"


def _capital_start(tokens: Sequence[Token], index: int) -> int:
    start = index
    while (
        start > 0
        and not tokens[start].begins_sentence
        and tokens[start - 1].text[0].isupper()
        and tokens[start - 1].tag in {"NNP", "NNPS"}
        and not _is_status(tokens[start - 1].text)
    ):
        start -= 1
    if start >= 2 and tokens[start - 1].text in {"of", "&"} and tokens[start - 2].tag in {"NNP", "NNPS"}:
        return _capital_start(tokens, start - 2)
    return start


def _shared_start(tokens: Sequence[Token], index: int) -> int | None:
    """Where several owners begin, if what stands up to ``index`` is a list's begin: "US, French and" of "Turkish officials"."""
    start = None
    if index < 1 or tokens[index].text != "and":
        return None
    while index >= 1 and tokens[index].text in {",", "and"} and not tokens[index].begins_sentence:
        before = index - 2 if tokens[index].text == "and" and tokens[index - 1].text == "," else index - 1
        if before < 0 or tokens[before].entity not in {"NORP", "GPE"}:
            break
        start, index = before, before - 1
    return start


def _possessor(tokens: Sequence[Token], index: int, taken: Names) -> int:
    """The first token of the name or noun before a possessive mark."""
    if index in taken:
        return taken[index][0]
    if tokens[index].text[0].isupper():
        return _capital_start(tokens, index)
    start = index
    while start > 0 and tokens[start - 1].pos in {"ADJ", "NOUN", "PROPN"} and not tokens[start].begins_sentence:
        start -= 1
    return start


def _with_article(tokens: Sequence[Token], start: int) -> int:
    return start - 1 if start > 0 and tokens[start - 1].pos == "DET" and not tokens[start].begins_sentence else start


def _modifies(token: Token, following: Token) -> bool:
    if token.text in {"-", "‑"}:
        return not token.space_after
    if following.text in {"-", "‑"} and not token.space_after:
        return token.text.isalnum()
    if token.pos in {"ADJ", "NOUN", "PROPN", "NUM"} or token.tag in {"VBN", "VBG"}:
        return token.dep in {"amod", "compound", "nmod", "nummod", "advmod", "npadvmod", "poss", "punct"}
    return False
