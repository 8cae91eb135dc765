"""Readers of lengths of time, of what comes again, of vague reference, and of the time of day."""

from __future__ import annotations

import re

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import Found
from quoth.extract.timex.words import Word
from quoth.lexicon.numbers import read_number


def length(found: Found) -> Moment | None:
    """Reads "two and a half years", "five-year", "a week", "several months"; not an age ("five years old")."""
    following = found.following()
    dashed = following is not None and following.text == "-" and (found.following(1) or following).text.lower() in {"old", "olds"}
    if (following is not None and following.text.lower() in {"old", "olds"}) or dashed or _is_age(found):
        return None
    unit = found.value("unit")
    if _is_rate(found):
        return Moment("SET", cal.duration(1, unit).value, None)
    if unit == "Q" and found.words.letters[found.match.start("count")] == "a":
        return None
    return cal.duration(found.count(), unit)


def _is_age(found: Found) -> bool:
    """Whether the length stands after "aged", or the year counts somebody's age ("his 20 years of age")."""
    preceding, following, further = found.preceding(), found.following(), found.following(1)
    of_age = following is not None and following.text == "of" and further is not None and further.text == "age"
    return of_age or (preceding is not None and preceding.text.lower() in {"aged", "age"})


def _is_rate(found: Found) -> bool:
    """Whether "a year" says how often or how much each time ("$5 million a year")."""
    first = found.words.words[found.match.start()]
    token, preceding = found.words.paragraph.tokens[first.token], found.preceding()
    if first.text not in {"a", "an"} or found.match.end() - found.match.start() != 2 or preceding is None:
        return False
    following = found.following()
    if following is not None and following.text.lower() in {"before", "after", "ago", "earlier", "later"}:
        return False
    noun = found.words.paragraph.tokens[token.head]
    return noun.dep == "npadvmod" and preceding.tag in {"NNS", "NN", "CD", "NNP"} and preceding.text.lower() not in {"than", "once"}


BARE_AFTER = frozenset(
    {"for", "over", "within", "in", "after", "of", "by", "took", "take", "takes", "spent", "lasted", "during", "about"}
)
BARE_BEFORE = frozenset({"of", "later", "ago", "before", "after", "earlier", "-"})


def bare_units(found: Found) -> Moment | None:
    """Reads "for days", "hours of talks", "decades-long": a plural unit where its place makes it a length."""
    preceding, following = found.preceding(), found.following()
    before = preceding is not None and preceding.text.lower() in BARE_AFTER
    behind = following is not None and following.text.lower() in BARE_BEFORE
    long = found.match.end() - found.match.start() > 1
    if not (before or behind or long):
        return None
    if following is not None and following.text.lower() in {"ago", "earlier"}:
        return Moment("DATE", "PAST_REF", None)
    return cal.duration(None, found.value("units"))


def every(found: Found) -> Moment | None:
    """Reads "every Friday", "each year", "every two weeks", "Mondays", "weekends"."""
    word = found.word("what")
    letter = found.words.letters[found.match.start("what")]
    if word is None or (letter == "p" and not _is_adverb(found)):
        return None
    if letter in {"W", "w"}:
        return Moment("SET", f"XXXX-WXX-{word.value}", None)
    if letter in {"P", "p"}:
        return Moment("SET", f"XXXX-XX-XXT{word.value}", None)
    if letter in {"k", "K"}:
        return Moment("SET", "XXXX-WXX-WE", None)
    amount = found.count() if found.word("count") and found.words.letters[found.match.start("count")] != "3" else 1
    return Moment("SET", cal.duration(amount, word.value).value, None)


def _is_adverb(found: Found) -> bool:
    preceding = found.preceding()
    return preceding is not None and preceding.text.lower() in {"in", "on", "most"}


def frequency(found: Found) -> Moment | None:
    """Reads "annual", "weekly", "daily"; not in a name ("Daily Mail")."""
    token = found.words.paragraph.tokens[found.words.words[found.match.start()].token]
    named = token.tag in {"NNP", "NNPS"} or (token.text[0].isupper() and not token.begins_sentence)
    return None if named else Moment("SET", found.value("frequency"), None)


def rate(found: Found) -> Moment | None:
    """Reads "twice a year", "three times a day"."""
    return Moment("SET", cal.duration(1, found.value("unit")).value, None)


def reference(found: Found) -> Moment | None:
    """Reads "recently", "currently", "now", "soon"; not "as soon as", "shortly after it", "now that"."""
    preceding, following = found.preceding(), found.following()
    if found.value("reference") == "FUTURE_REF" and preceding is not None and preceding.text.lower() in {"as", "too"}:
        return None
    beside = following is not None and following.text.lower() in {"before", "after", "thereafter", "afterwards"}
    if found.value("reference") == "FUTURE_REF" and beside:
        return None
    if following is not None and following.text.lower() in {"that", "-"} and found.value("reference") == "PRESENT_REF":
        return None
    return Moment("DATE", found.value("reference"), None)


def alone(found: Found) -> Moment | None:
    """Reads "recent" and "current" before a noun, "the past" as a noun."""
    word = found.words.words[found.match.start()]
    token = found.words.paragraph.tokens[word.token]
    if word.text in {"recent", "current"}:
        return Moment("DATE", "PAST_REF" if word.text == "recent" else "PRESENT_REF", None)
    return Moment("DATE", "PAST_REF", None) if word.text == "past" and token.pos == "NOUN" else None


def future(found: Found) -> Moment | None:
    """Reads "the future" as a noun."""
    token = found.words.paragraph.tokens[found.words.words[found.match.end() - 1].token]
    return Moment("DATE", "FUTURE_REF", None) if token.pos == "NOUN" and token.dep != "compound" else None


def clock(found: Found) -> Moment | None:
    """Reads "18:00 UTC", "6:40 p.m. (GMT+8)", "3pm", "noon", "0800 GMT"."""
    word = found.word("clock")
    if found.words.letters[found.match.start() : found.match.end()] == "5" and not _is_said_at(found):
        return None
    time = None if word is None else _hours(word, found.value("meridiem"))
    if time is None:
        return None
    offset = found.value("zone") or found.value("zone2")
    zone = "Z" if offset == "+00:00" else offset
    day = found.ground.previous or found.ground.anchor
    moment = cal.at_clock(cal.day_of(day), f"{time[0]:02}:{time[1]:02}{zone}")
    return found.told(moment)


def _is_said_at(found: Found) -> bool:
    """Whether bare digits ("02:31") stand after a word for a time of day; they may be the length of a film as well."""
    preceding = found.preceding()
    return preceding is not None and preceding.text.lower() in {"at", "by", "around", "about", "until", "till", "from", "since", "of", "before",
                                                                 "after", "to", "and"}  # fmt: skip


def _hours(word: Word, meridiem: str) -> tuple[int, int] | None:
    """Hour and minute of a clock time, or None where there is no such time."""
    text = word.value or word.text
    letters = re.sub(r"[^apm]", "", text)
    digits = [int(part) for part in re.findall(r"\d+", text)] or [int(read_number([text]) or 0)]
    if len(digits) == 1 and digits[0] >= 100 and re.fullmatch(r"\d{4}", text):
        digits = [digits[0] // 100, digits[0] % 100]
    if len(digits) == 1 and re.fullmatch(r"00\d\d", text):
        digits = [0, digits[0]]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    half_day = 12 if letters == "pm" or meridiem == "12" else 0 if letters == "am" or meridiem == "0" else None
    if half_day is not None:
        hour = hour % 12 + half_day
    return (hour, minute) if hour < 24 and minute < 60 else None


def bare_part(found: Found) -> Moment | None:
    """Reads "the evening", "in the morning", "early morning": a part of the day spoken of."""
    preceding = found.preceding()
    alone_ = found.match.end() - found.match.start() == 1
    if alone_ and (preceding is None or preceding.text.lower() not in {"by", "at", "until", "since", "in"}):
        return None
    day = found.ground.previous or found.ground.anchor
    return found.told(cal.at_clock(cal.day_of(day), found.value("part")))
