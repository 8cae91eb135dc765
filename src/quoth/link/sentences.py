"""The sentences of a document's text and the words in them, as far as marks tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quoth.lexicon.classes import word_class
from quoth.lexicon.times import time_words
from quoth.records import Document, Segment, Span

_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n\s*")
_INITIAL = re.compile(r"[a-z]\.")
_HOUR = re.compile(r"[ap]\.m\.\s+(\w+)\b")
_OF_HOUR = frozenset({"zone", "weekday", "month"})
"""Classes of words that go with an hour before them."""
_WORD = re.compile(r"\w+(?:['’]\w+)?|[“”„\"]")
_MARKS = {"“": True, "„": True, "”": False}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence in which a claim is made."""

    text: str
    start: int
    end: int
    quoted: bool


def sentences_of(document: Document, segments: Sequence[Segment], spans: Iterable[Span]) -> list[Span]:
    """The sentences of a document that any of the spans stands in, in order, each once."""
    found: set[Span] = set()
    for start, end in spans:
        segment = next((one for one in segments if one.start <= start < one.end), None)
        low, high = (segment.start, max(segment.end, end)) if segment else (start, end)
        first = max(sentence_ends(document.text, low, start), default=low)
        found.add(Span(min(first, start), next(sentence_ends(document.text, max(start, end - 1), high), high)))
    return sorted(found)


def split_sentences(text: str, segment: Segment) -> Iterator[Span]:
    """The sentences of a segment, in order."""
    start = segment.start
    for end in dict.fromkeys((*sentence_ends(text, segment.start, segment.end), segment.end)):
        if text[start:end].strip():
            yield Span(start, end)
        start = end


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end; not after "No.", "Lt." or an initial."""
    return (match.end() for match in _SENTENCE_END.finditer(text, start, end) if not is_shortened(text, match.start()))


def is_shortened(text: str, stop: int) -> bool:
    """Whether the full stop at a place ends no sentence: that of "No.", "Lt.", an initial, "Oct. 4", or "10 p.m. Eastern"."""
    word = "".join(text[max(0, stop - 12) : stop + 1].split()[-1:]).lower()
    return word in word_class("shortened") or _INITIAL.fullmatch(word) is not None or _is_of_time(text, stop, word)


def _is_of_time(text: str, stop: int, word: str) -> bool:
    """Whether a full stop is that of a month before its day, or of "a.m." or "p.m." before the zone, weekday or month that goes with it."""
    month = time_words().get(word)
    if month is not None and month.kind == "month":
        return text[stop + 1 : stop + 3].strip().isdigit()
    following = _HOUR.match(text, max(0, stop - 3))
    known = None if following is None else time_words().get(following[1].lower())
    return known is not None and known.kind in _OF_HOUR


def words_of(text: str, segments: Sequence[Segment], sentence: Span) -> Iterator[Word]:
    """The words of a sentence; whether they are quoted is read from the beginning of its paragraph."""
    segment = next((one for one in segments if one.start <= sentence.start < one.end), None)
    always = segment is not None and segment.kind == "quotation"
    quoted = always
    for match in _WORD.finditer(text, segment.start if segment else sentence.start, sentence.end):
        word = match.group()
        if word in _MARKS or word == '"':
            quoted = always or _MARKS.get(word, not quoted)
        elif match.start() >= sentence.start:
            yield Word(word.lower(), match.start(), match.end(), quoted)
