"""Whether the actor that was found is the one whom a label means.

A label says where the article names its speaker in full. A referent is meant where one of its mentions and that name are the same words
for one thing: each covers the head word of the other ("Ann Lee" and "Lee", but not "Lee" and "the Lee campaign"), or where it goes by
the same name elsewhere. Of several who speak as one, all have to be found, and nobody beyond them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from quoth.records import Referent, Span
from quoth.score.aligned import pair_up
from quoth.score.labels import Who
from quoth.score.names import plain_name
from quoth.score.spans import likeness

_WORD = re.compile(r"\w+(?:[.&’'-]\w+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_AFTER_HEAD = re.compile(
    r"(?<=\w)(?:\s+(?:of|for|in|at|who|whom|whose|that|which|with|from|to|on|by|familiar|close|based|over|about)\b|\s*[,;:(\[–—])"
)
ALIKE = 0.8
"""F1 of the characters of two phrases that are the same but for an article or a title."""


def is_meant(who: Who, referent: str | None, people: Mapping[str, Referent], text: str) -> bool:
    """Whether ``referent`` (an identifier among ``people``) is who is meant; an undecided one where the label leaves it open too."""
    if referent is None or not who.decided:
        return referent is None and not who.decided
    found = people[referent]
    members = [people[one] for one in found.members]
    if who.members:
        alike = len(pair_up(who.members, members, lambda one, other: float(_is_named(one, other, text))))
        return alike == len(who.members) == len(members) or _is_phrase(who.mention, found, text)
    if members:
        return _is_phrase(who.mention, found, text)
    return who.mention is not None and _is_named(who.mention, found, text)


def head_of(text: str, span: Span) -> Span:
    """The head word of a name or noun phrase: the last word before what modifies it from behind."""
    words = text[span.start : span.end]
    end = match.start() if (match := _AFTER_HEAD.search(words)) else len(words)
    found = list(_WORD.finditer(words, 0, end))
    if not found:
        return span
    last = found[-1]
    cut = _POSSESSIVE.search(last[0])
    return Span(span.start + last.start(), span.start + last.end() - (len(cut[0]) if cut else 0))


def _is_named(mention: Span, found: Referent, text: str) -> bool:
    if any(_same_words(mention, one.span, text) for one in found.mentions):
        return True
    name = text[mention.start : mention.end]
    named = any(word[:1].isupper() for word in plain_words(name))
    return named and plain_name(name) in {plain_name(found.name), *(plain_name(one.text) for one in found.names)}


def plain_words(name: str) -> list[str]:
    """The words of a name without a leading article."""
    return re.sub(r"^(?:the|an?)\s+", "", name, flags=re.IGNORECASE).split()


def _same_words(one: Span, other: Span, text: str) -> bool:
    if one.start >= other.end or other.start >= one.end:
        return False
    return _covers(one, head_of(text, other)) and _covers(other, head_of(text, one))


def _covers(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end


def _is_phrase(mention: Span | None, found: Referent, text: str) -> bool:
    """Whether the words of a list are, as a whole, among the mentions of what was found."""
    return mention is not None and any(
        likeness((mention,), (one.span,)) >= ALIKE and _same_words(mention, one.span, text) for one in found.mentions
    )
