"""Where a name ends that the entity tagger or a list of titles would cut: "Coast Guard", "Proud Boys", "Tellan Lines"."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.lexicon.names import given_names
from quoth.lexicon.titles import is_body_word, titles
from quoth.syntax import Token


def ends_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun for people, which no office is, ends the name that the word before it belongs to, and is nobody's title: "the Coast
    Guard", "the Corran Star"; not "the Ohio Republican"."""
    token, before = tokens[index], tokens[index - 1]
    word = titles().get(token.text.lower())
    if word is None or word.heads or token.entity == "NORP" or token.tag not in {"NNP", "NNPS"}:
        return False
    whole = bool(token.entity) and not token.begins_entity and token.entity == before.entity
    return before.dep == "compound" and before.head == index and (whole or not word.plural)


def begins_person(tokens: Sequence[Token], right: int) -> bool:
    """Whether a person's name begins at ``right``, behind another name that the tagger saw as no person's. One word that the name before
    is only joined to is the end of that ("Tellan | Lines"), unless it is a given name."""
    one, other = tokens[right - 1], tokens[right]
    if not other.begins_entity or other.entity != "PERSON" or one.entity == "PERSON":
        return False
    following = tokens[right + 1] if right + 1 < len(tokens) else None
    alone = following is None or following.entity != "PERSON" or following.begins_entity
    joined = one.begins_entity and one.dep == "compound" and one.head == right and not one.text.isupper()
    return not (alone and joined and other.text not in given_names())


def ends_person(tokens: Sequence[Token], first: int, link: int) -> bool:
    """Whether a full name ends before an "of" that leads to what somebody is of, though the tagger goes on: "Ann Lee | of The Star"."""
    named = 2 <= link - first <= 3 and tokens[first].text in given_names() and not is_body_word(tokens[link - 1].text)
    return named and tokens[link].text == "of" and link + 1 < len(tokens) and tokens[link + 1].text.lower() == "the"


def is_given_name(token: Token) -> bool:
    """Whether a noun for people that is no office is the given name of who is named there: "Guy"."""
    known = titles().get(token.text.lower())
    person = token.entity == "PERSON" and token.dep == "compound"
    return person and known is not None and known.kinds == {"role"} and token.text in given_names()
