"""One match of the grammar of time: its words, and the ground on which what it says is read.

A reader takes a ``Found`` and answers a ``Moment``, or None where the words turn out not to be a time expression there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.tense import Tense, is_perfect_at, is_since_arranged_at, tense_at
from quoth.extract.timex.words import LETTERS, Word, Words
from quoth.lexicon.classes import word_class
from quoth.lexicon.numbers import read_number
from quoth.syntax import Token

BACK, SAME, NEXT, THAT, RECENT = -1, 0, 1, 9, -8
"""Values of relation words in the lexicon: last, this, next, that/same, recent."""
LATE_BY_A_DAY = 1
"""Days by which a past date may lie after the anchor: a dateline is often a day behind its text."""
SHORT_YEARS = 40
"""'82 is 1982 and '16 is 2016: two digits above this are of the last century."""
FAR, NEAR = 270, 31
"""Days: a day that the tense would put further off than the first, and that lies within the second of the anchor on the other side,
is that near one: datelines and tenses slip by days, and articles are changed after their date, but nobody says a day of a year ago
without its year."""
FROM_BEFORE = frozenset({"following", "previous", "preceding", "prior"})
"""Relation words that count from what was named before, not from the day of writing."""
NUMBERS = frozenset(LETTERS[name] for name in ("small", "figure", "number", "year", "scale"))
"""Classes of words that are numbers."""
PRAISE = frozenset({"good", "solid"})
"""Words that between a number and a unit say that no less is meant ("two good hours")."""
LONG_UNITS = frozenset({"D", "W", "2W", "M", "Y", "Q", "10Y", "100Y", "1000Y"})
SHORT_UNITS = frozenset({"D", "W", "2W"})


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a relative expression is read."""

    anchor: date | None
    previous: date | None
    """The last day that the text named before it."""
    changed: date | None = None
    """The day on which an article was changed after its publication, within a week."""
    latest: Moment | None = None
    """The last date of any length that the paragraph named before it."""
    season: Moment | None = None
    """The season, not that of the writing, that the text named after the last day: what it tells from there is of a day that is not said."""
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """The years of the days (month, day) that the text named with their year."""
    scene: date | None = None
    """The last day named that does not only say when something was said."""
    told: date | None = None
    """The last day named of what is told: none ahead of the writing, and none of what had been before ("had said on Tuesday")."""
    clock: tuple[int, int] | None = None
    """Hour and minute of the last time of day that the paragraph named before it."""
    evening: bool = False
    """Whether the last time named on that day was one of its evening."""


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
        texts = [word.text for word in caught if word.text not in {"of", "half", "and", "a", "an", "another"}]
        if any(word.value for word in caught if self.words.letters[self.words.words.index(word)] == "v"):
            return 2.0 if any(word.text == "couple" for word in caught) else None
        halves = any(word.text == "half" for word in caught) or self.word("half") is not None
        whole = read_number(texts) if texts else (0.0 if halves and self.word("half") is None else 1.0)
        return None if whole is None else whole + (0.5 if halves else 0.0)

    def is_of_two_numbers(self) -> bool:
        """Whether what was caught as ``count`` is no one number: "two nine" in "two nine-day rallies"."""
        first, last = self.match.span("count") if "count" in self.match.re.groupindex else (-1, -1)
        texts = [word.text for word in self.words.words[first:last]] if first >= 0 else []
        numbers = all(letter in NUMBERS | {LETTERS["dash"]} for letter in self.words.letters[max(0, first) : max(0, last)])
        return len(texts) > 1 and numbers and read_number(texts) is None

    def tense(self) -> Tense:
        """The tense of the clause around the expression; ahead where it says until when what goes on will."""
        paragraph, place = self.words.paragraph, self.words.words[self.match.end() - 1].last
        tense = tense_at(paragraph, place)
        open_ = tense == 0 or (tense < 0 and is_perfect_at(paragraph, place))
        return 1 if open_ and self.is_after({"until", "till"}) else 1 if tense == 0 and self.is_after({"by"}) else tense

    def is_of_arranged(self) -> bool:
        """Whether a noun is said to be for the day: "announced a vote for Tuesday"."""
        preceding, following = self.preceding(), self.following()
        owns = following is not None and following.tag == "POS"
        if preceding is None or preceding.text.lower() != "for" or preceding.index == 0 or owns:
            return False
        noun = self.words.paragraph.tokens[preceding.head]
        return noun.pos == "NOUN" and noun.index == preceding.index - 1

    def is_since_arranged(self) -> bool:
        """Whether the expression is of what was arranged or ordered in the past, and may have come about since."""
        return is_since_arranged_at(self.words.paragraph, self.words.words[self.match.end() - 1].last)

    def is_since(self) -> bool:
        """Whether the expression says from when on, and so lies in the past whatever the clause's tense."""
        return self.is_after({"since"})

    def is_after(self, words: AbstractSet[str]) -> bool:
        """Whether one of some words, in lower case, stands right before the match."""
        preceding = self.preceding()
        return preceding is not None and preceding.text.lower() in words

    def is_before(self, words: AbstractSet[str]) -> bool:
        """Whether one of some words, in lower case, stands right after the match."""
        following = self.following()
        return following is not None and following.text.lower() in words

    def following(self, offset: int = 0) -> Token | None:
        """The token after the match, or one further on."""
        index = self.words.words[self.match.end() - 1].last + 1 + offset
        return self.words.paragraph.tokens[index] if index < len(self.words.paragraph.tokens) else None

    def preceding(self) -> Token | None:
        """The token before the match."""
        index = self.words.words[self.match.start()].token - 1
        return self.words.paragraph.tokens[index] if index >= 0 else None

    def place(self, name: str) -> int | None:
        """The place in a row that an ordinal or a numbered quarter names ("third", "Q3")."""
        return self.number(name) if self.word(name) is not None and self.letter(name) in {"3", "8", "D"} else None

    def letters(self) -> str:
        """The classes of all words of the match."""
        return self.words.letters[self.match.start() : self.match.end()]

    def letter(self, name: str) -> str:
        """The class of the word caught, as its letter."""
        return self.words.letters[self.match.start(name)]

    def base(self, unit: str) -> date | None:
        """The day that "a year earlier" or "that week" counts from: the last day named or, for long units, the last date."""
        latest = self.ground.latest
        if unit not in SHORT_UNITS:
            return latest.day if latest is not None and latest.day else self.ground.previous
        return None if self.is_vague_before() else self.ground.previous

    def day_spoken_of(self) -> date | None:
        """The last day named, or that of writing; none where a season long past was named after it."""
        return None if self.ground.season is not None else self.ground.previous or self.ground.anchor

    def is_of_telling(self) -> bool:
        """Whether the expression says when something was said: "the ministry said Tuesday", "told reporters on Monday"."""
        paragraph = self.words.paragraph
        token = paragraph.tokens[self.words.words[self.match.end() - 1].last]
        while token.dep in {"pobj", "prep", "nummod", "compound"} and token.head != token.index:
            token = paragraph.tokens[token.head]
        above = paragraph.tokens[token.head]
        verb = above if token.dep in {"npadvmod", "dobj", "advmod"} or token.pos != "VERB" else token
        return verb.pos == "VERB" and verb.lemma in word_class("people_say")

    def is_of_name(self) -> bool:
        """Whether a day of a month only names what it is of: "the May 3 raid"."""
        last = self.words.words[self.match.end() - 1].last
        following = self.following()
        month = next((word for word in self.words.words[self.match.start() : self.match.end()] if word.value), None)
        above = None if month is None else self.words.paragraph.tokens[month.token].head
        return "M" in self.letters() and following is not None and following.pos in {"NOUN", "ADJ"} and (above or 0) > last

    def is_of_what_had_been(self) -> bool:
        """Whether the expression stands in a clause of what had been before: "whose director had denied it on Tuesday"."""
        paragraph = self.words.paragraph
        above = paragraph.ancestors(self.words.words[self.match.end() - 1].last)
        verb = next((token for token in above if token.pos in {"VERB", "AUX"}), None)
        return verb is not None and any(
            child.text.lower() in {"had", "'d", "’d"} for child in paragraph.children(verb.index, "aux")
        )

    def is_vague_before(self) -> bool:
        """Whether the last date named is a month or longer, so that "a day earlier" counts from an unknown day."""
        value = self.ground.latest.value if self.ground.latest is not None else None
        return value is not None and len(value) < len("2025-03-17")

    def seen(self, moment: Moment) -> Moment:
        """The moment, marked as read against the document's anchor."""
        return replace(moment, seen_from="anchor")

    def told(self, moment: Moment, base: date | None) -> Moment:
        """The moment, marked as read against an earlier expression, or the anchor where there was none."""
        if base is None:
            return moment if moment.day is None and self.ground.anchor is not None else self.seen(moment)
        return replace(moment, seen_from="expression", against=base)
