"""Whose an office is by the words of its phrase, and whether these name a state's people rather than the state."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.reference.titles_of import Office
from quoth.lexicon.states import states
from quoth.lexicon.titles import titles
from quoth.syntax import Token

RELATIONS = frozenset({
    "counterpart", "colleague", "ally", "rival", "partner", "friend", "predecessor", "successor", "opponent", "critic", "supporter",
})  # fmt: skip
"""What somebody is to another: it says where they belong, and is no title of theirs."""


def owner_text(text: str, tokens: Sequence[Token], office: Office) -> str:
    """The words of what an office is of, or "" where it says none; with the people that they only describe ("the son of *Cuban immigrants*"),
    and as far as a name goes on behind them ("the head of *Americans for Fair Roads*")."""
    if office.owner is None:
        return ""
    first, last = office.owner
    if first > office.head_at:
        last = _people_of(tokens, last) or _named_for(tokens, last) or last
    return " ".join(text[tokens[first].start : tokens[last].end].split())


def _people_of(tokens: Sequence[Token], last: int) -> int | None:
    """The noun for people that an adjective of a state stands before: "Cuban *immigrants*"."""
    noun = tokens[last + 1] if last + 1 < len(tokens) else None
    word = titles().get(noun.lemma) if noun is not None and noun.text.islower() else None
    return (
        last + 1 if noun is not None and word is not None and word.person and states().of(tokens[last].text) is not None else None
    )


def _named_for(tokens: Sequence[Token], last: int) -> int | None:
    """Where a name like "Americans for Fair Roads" ends."""
    at = last + 2
    goes = at < len(tokens) and tokens[last].text.endswith("s") and tokens[last + 1].text.lower() in {"for", "against"}
    if not goes or not tokens[at].text[0].isupper() or tokens[at].begins_sentence:
        return None
    while at + 1 < len(tokens) and tokens[at + 1].text[0].isupper() and tokens[at + 1].pos in {"PROPN", "NOUN", "ADJ"}:
        at += 1
    return at


def belongs(office: Office, owner: str) -> bool:
    """Whether what an office is of is also where its holder belongs: not so for a "Vietnam veteran" or an "Iran expert"."""
    return bool(office.head.kinds & {"office", "rank"}) or office.owner is None or owner not in states().names


def state_before(text: str, state: str | None) -> str | None:
    """The state that words for an office's owner begin with, where they name a body of it and not people: not so of "Cuban immigrants"."""
    words = text.split()
    noun = titles().get(words[-1].lower()) if words[-1].islower() else None
    people = (noun is not None and noun.person) or bool({"for", "against"} & set(words))
    return None if people and len(words) > 1 else state
