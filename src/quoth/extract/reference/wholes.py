"""What the entity tagger saw as one whole, though it holds a word of title or an apostrophe: "General Motors", "Halden Observer",
"Dockers' Union"."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.lexicon.commonness import commonness
from quoth.lexicon.gazetteer import gazetteer
from quoth.lexicon.names import given_names
from quoth.lexicon.titles import NEWS, is_body_word, titles
from quoth.syntax import Token

WHOLES = frozenset({"ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LOC", "GPE"})
"""Labels of entities that a word of title or of the gazetteer inside them does not cut."""
MEETING = frozenset({"committee", "council", "board", "ministry", "party"})
"""Bodies whose people are called by an office behind the body's whole name; a "Press Secretary" is the secretary of no press."""
CHAMBERS = frozenset({"house", "senate"})
"""Bodies that others are told to be of by standing before their names."""
LONGEST_MATTER = 4
"""Words of the second matter in a body's name, with the noun for the body."""
ROUND_THE_CLOCK = "24"
"""The one number of two figures that many channels have; after other bodies such are their shares of the vote."""
PAPERS = frozenset({"ORG", "FAC", "WORK_OF_ART"})
"""Labels that names of papers and bodies are given."""


def is_body_in_name(word: str) -> bool:
    """Whether a capitalised word belongs to the name of a body, also with an office behind it: "Coast Guard", "Water Committee Chairman"."""
    known = titles().get(word.lower())
    return known is not None and (known.kinds == {"role", "body"} or known.word in MEETING) and is_body_word(word)


def is_one_whole(tokens: Sequence[Token], first: int, following: int) -> bool:
    """Whether words of title and what follows are one thing that is no person: "General Motors"."""
    start, behind = tokens[first], tokens[following]
    plural = (word := titles().get(start.text.lower())) is not None and word.plural
    whole = (
        (start.entity in WHOLES or (plural and start.entity == "PERSON"))
        and behind.entity == start.entity
        and not behind.begins_entity
    )
    return whole and behind.text not in given_names()


def holds_apostrophe(tokens: Sequence[Token], index: int) -> bool:
    """Whether the apostrophe of several stands inside the name of a body: "Dockers' Union", "Women's League"."""
    if index < 1 or index + 1 >= len(tokens) or tokens[index - 1].space_after:
        return False
    bare = tokens[index].text in {"'", "’"} and tokens[index - 1].text.endswith("s")
    if tokens[index].dep != "case" and not bare:
        return False
    if not bare and tokens[index - 1].tag not in {"NNPS", "NNS"}:
        return False
    return _is_union(tokens, index) if bare and tokens[index].entity not in PAPERS else _tagged_whole(tokens, index)


def _is_union(tokens: Sequence[Token], index: int) -> bool:
    """Whether right behind the apostrophe stands what several people have together, and nothing but a body is."""
    behind = titles().get(tokens[index + 1].text.lower())
    return behind is not None and behind.kinds == {"body"} and tokens[index + 1].text[0].isupper() and not behind.plural


def _tagged_whole(tokens: Sequence[Token], index: int) -> bool:
    stop = index + 1
    while stop < len(tokens) and tokens[stop].entity == tokens[index].entity and not tokens[stop].begins_entity:
        stop += 1
    inside = tokens[index].entity in PAPERS and tokens[index - 1].entity == tokens[index].entity and not tokens[index].begins_entity
    return inside and any(is_body_word(token.text) and token.text[0].isupper() for token in tokens[index + 1 : stop])


def is_number_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number belongs to the name of a body before it: the tagger says so, or a noun for the press stands behind it: "Halden 1 television"."""
    number = tokens[index]
    if not number.text.isdigit() or (len(number.text) > 1 and number.text != ROUND_THE_CLOCK) or number.begins_sentence:
        return False
    if number.entity == "ORG" and not number.begins_entity:
        return True
    behind = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return behind in NEWS and tokens[index - 1].text[0].isupper()


def joins_matters(tokens: Sequence[Token], index: int) -> bool:
    """Whether an "and" stands between two matters that one body is for: "Energy *and* Commerce Committee"; not between two bodies."""
    if index < 1 or index + 2 >= len(tokens) or not _is_matter(tokens[index - 1]) or not _is_matter(tokens[index + 1]):
        return False
    first = index - 1
    while first > 0 and (_is_capital(tokens[first - 1]) or tokens[first - 1].text in {"of", "for"}):
        first -= 1
        if is_body_word(tokens[first].text) and tokens[first].text.lower() not in CHAMBERS:
            return False  # "the Office of Good Conduct and Justice Department" are two
    stop = index + 1
    while stop + 1 < len(tokens) and stop < index + LONGEST_MATTER and _is_capital(tokens[stop + 1]):
        stop += 1
        if is_body_word(tokens[stop].text):
            return (word := titles().get(tokens[stop].text.lower())) is not None and not word.plural
    return False


def _is_matter(token: Token) -> bool:
    """Whether a capitalised word is a common noun that is neither a body nor anybody's name."""
    word, lower = token.text, token.text.lower()
    named = word in given_names() or any(alias == word for alias, _ in gazetteer().get(word, ()))
    known = titles().get(lower)
    common = lower in commonness() or (known is not None and "portfolio" in known.kinds)
    return _is_capital(token) and not word.isupper() and not is_body_word(word) and not named and common


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and not token.begins_sentence and token.tag in {"NNP", "NNPS"}
