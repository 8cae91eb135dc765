"""One match of the grammar of time: its words, and the ground on which what it says is read.

A reader takes a ``Found`` and answers a ``Moment``, or None where the words turn out not to be a time expression there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.tense import Tense, tense_at
from quoth.extract.timex.words import Word, Words
from quoth.lexicon.numbers import read_number
from quoth.syntax import Token

BACK, SAME, NEXT, THAT, RECENT = -1, 0, 1, 9, -8
"""Values of relation words in the lexicon: last, this, next, that/same, recent."""
LATE_BY_A_DAY = 1
"""Days by which a past date may lie after the anchor: a dateline is often a day behind its text."""
SHORT_YEARS = 40
"""'82 is 1982 and '16 is 2016: two digits above this are of the last century."""
FAR, NEAR = 270, 10
"""Days: a day that the tense would put further off than the first, and that lies within the second of the anchor on the other side,
is that near one: datelines and tenses slip by days, not by a year."""
LONG_UNITS = frozenset({"D", "W", "2W", "M", "Y", "Q", "10Y", "100Y"})


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a relative expression is read: the anchor's day, the last day that the text named before it, and the day on which an
    article was changed after its publication, within a week."""

    anchor: date | None
    previous: date | None
    changed: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a rule."""

    words: Words
    match: re.Match[str]
    ground: Ground

    def word(self, name: str) -> Word | None:
        """The word that a name of the pattern caught, the first where it caught several."""
        start = self.match.start(name) if name in self.match.re.groupindex else -1
        return None if start < 0 else self.words.words[start]

    def value(self, name: str) -> str:
        """The lexicon's value of the word caught; empty where none was."""
        word = self.word(name)
        return word.value if word else ""

    def number(self, name: str) -> int | None:
        """The number caught, spelled as digits or an ordinal."""
        word = self.word(name)
        if word is None:
            return None
        digits = word.value or word.text.strip("'’").rstrip("stndrh")
        if not digits.isdigit():
            return None
        return int(digits) if word.text[0] not in "'’" else int(digits) + (1900 if int(digits) > SHORT_YEARS else 2000)

    def relation(self, name: str = "relation") -> int | None:
        """The step that a relation word names."""
        value = self.value(name)
        return int(value) if value else None

    def count(self) -> float | None:
        """The amount caught as ``count`` (with ``half`` after it); None where it is vague ("several")."""
        first, last = self.match.span("count")
        caught = self.words.words[first:last]
        texts = [word.text for word in caught if word.text not in {"of", "half", "and", "a", "an"}]
        if any(word.value for word in caught if self.words.letters[self.words.words.index(word)] == "v"):
            return 2.0 if any(word.text == "couple" for word in caught) else None
        halves = any(word.text == "half" for word in caught) or self.word("half") is not None
        whole = read_number(texts) if texts else (0.0 if halves and self.word("half") is None else 1.0)
        return None if whole is None else whole + (0.5 if halves else 0.0)

    def tense(self) -> Tense:
        """The tense of the clause around the expression."""
        return tense_at(self.words.paragraph, self.words.words[self.match.end() - 1].token)

    def is_since(self) -> bool:
        """Whether the expression says from when on, and so lies in the past whatever the clause's tense."""
        preceding = self.preceding()
        return preceding is not None and preceding.text.lower() == "since"

    def following(self, offset: int = 0) -> Token | None:
        """The token after the match, or one further on."""
        index = self.words.words[self.match.end() - 1].token + 1 + offset
        return self.words.paragraph.tokens[index] if index < len(self.words.paragraph.tokens) else None

    def preceding(self) -> Token | None:
        """The token before the match."""
        index = self.words.words[self.match.start()].token - 1
        return self.words.paragraph.tokens[index] if index >= 0 else None

    def place(self, name: str) -> int | None:
        """The place in a row that an ordinal or a numbered quarter names ("third", "Q3")."""
        letter = self.words.letters[self.match.start(name)]
        return self.number(name) if letter in "38" else None

    def seen(self, moment: Moment) -> Moment:
        """The moment, marked as read against the document's anchor."""
        return replace(moment, seen_from="anchor")

    def told(self, moment: Moment) -> Moment:
        """The moment, marked as read against an earlier expression, or the anchor where there was none."""
        previous = self.ground.previous
        return replace(moment, seen_from="expression", against=previous) if previous else self.seen(moment)
