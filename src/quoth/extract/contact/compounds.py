"""Contacts told by names before the noun: "the Dolan-Reeve summit", "US-Arden talks"."""

from __future__ import annotations

from quoth.extract.contact.parties import Ground
from quoth.lexicon.states import states
from quoth.records import Party, Referent, Span
from quoth.syntax import Paragraph, Token

DASHES = frozenset({"-", "–", "—", "/"})


def parties_before(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """The two sides that stand before a contact's noun, joined by a dash; none where they are not names of two sides."""
    paragraph = ground.paragraph
    end = _topic_before(paragraph, noun)
    if inside := _states_in_one(ground, paragraph.tokens[end - 1]):
        return inside
    dash = _dash_before(paragraph, end)
    if dash is None:
        return ()
    left, right = _run(paragraph, dash - 1, -1, dash - 2), _run(paragraph, dash + 1, 1, end - 1)
    if left is None or right is None or right[1] + 1 != end:
        return ()
    sides = [_side(ground, *left), _side(ground, *right)]
    known = [side for side in sides if side is not None and side.referent is not None]
    return tuple(side for side in sides if side is not None) if known and None not in sides else ()


def _states_in_one(ground: Ground, token: Token) -> tuple[Party, ...]:
    """Two states that the parser left in one word: "U.S.-Ghanaian talks"."""
    left, _, right = token.text.partition("-")
    named = [states().of(left), states().of(right)]
    if None in named or named[0] == named[1]:
        return ()
    spans = Span(token.start, token.start + len(left)), Span(token.end - len(right), token.end)
    found = [next((one.id for one in ground.referents.all if one.kind == "state" and one.name == name), None) for name in named]
    return tuple(Party(ground.text[span.start : span.end], span, one) for span, one in zip(spans, found, strict=True))


def _topic_before(paragraph: Paragraph, noun: Token) -> int:
    """Where the words begin that say what a contact is about, "US-Arden trade talks", or of what sort it is."""
    index = noun.index
    while index > 1 and paragraph.tokens[index - 1].dep in {"compound", "amod"} and paragraph.tokens[index - 1].text.islower():
        index -= 1
    return index


def _dash_before(paragraph: Paragraph, end: int) -> int | None:
    """The dash that stands between the names right before a noun."""
    index = end - 1
    while index > 0 and (paragraph.tokens[index].pos == "PROPN" or states().of(paragraph.tokens[index].text) is not None):
        index -= 1
    return index if 0 < index < end - 1 and paragraph.tokens[index].text in DASHES else None


def _run(paragraph: Paragraph, start: int, step: int, stop: int) -> tuple[int, int] | None:
    """The names from ``start`` on, in one direction: a single word to the left, or a state's two ("North Korea")."""
    tokens = paragraph.tokens
    if not 0 <= start < len(tokens) or tokens[start].pos not in {"PROPN", "ADJ"}:
        return None
    if step > 0:
        return start, stop
    two = stop >= 0 and states().of(f"{tokens[stop].text} {tokens[start].text}") is not None
    return (stop if two else start), start


def _side(ground: Ground, first: int, last: int) -> Party | None:
    span, text = ground.words(first, last)
    state = states().of(text) or _half(ground, text)
    found = _person(ground, text) if state is None else _named(ground, state)
    return Party(text, span, found.id if found else None) if found or state or text[0].isupper() else None


def _half(ground: Ground, text: str) -> str | None:
    """The state that "North" or "South" is short for, where only one such is spoken of."""
    able = [one.name for one in ground.referents.all if one.kind == "state" and one.name.startswith(f"{text} ")]
    return able[0] if text in {"North", "South"} and len(able) == 1 else None


def _named(ground: Ground, state: str) -> Referent | None:
    return next((one for one in ground.referents.all if one.kind == "state" and one.name == state), None)


def _person(ground: Ground, text: str) -> Referent | None:
    """The one person or body of the document that has a word as a name of its own."""
    word = text.casefold()
    able = [
        one
        for one in ground.referents.all
        if one.kind in {"person", "body"} and word in {name.text.casefold() for name in one.names}
    ]
    able = able or [
        one for one in ground.referents.all if one.kind == "person" and word in {part.casefold() for part in one.name.split()}
    ]
    return able[0] if len(able) == 1 else None
