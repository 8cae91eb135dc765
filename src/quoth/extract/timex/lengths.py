"""Readers of lengths of time, of what comes again, and of vague reference."""

from __future__ import annotations

import re

from quoth.extract.timex import calendar as cal
from quoth.extract.timex.calendar import Moment
from quoth.extract.timex.found import PRAISE, Found
from quoth.extract.timex.words import LETTERS
from quoth.lexicon.classes import word_class

COUNTED = re.compile(r"P(?:\d+[YMD])*(T(?:\d+[HMS])+)?(?<=[^P])")
"""A length of whole numbers of units; weeks stand by themselves in ISO 8601."""
SMALLER = ("Y", "M", "D", "TH", "TM", "TS")
"""Units, each of them smaller than those before it."""


def length_with_rest(whole: Moment, rest: Moment) -> Moment | None:
    """The one length of "six hours and 35 minutes"; None where the second is no smaller unit's."""
    first, second = COUNTED.fullmatch(whole.value or ""), COUNTED.fullmatch(rest.value or "")
    if first is None or second is None:
        return None
    units = tuple(f"{'T' if found[1] else ''}{found[0][-1]}" for found in (first, second))
    if SMALLER.index(units[0]) >= SMALLER.index(units[1]):
        return None
    more = second[0].removeprefix("P")
    return Moment("DURATION", first[0] + (more.removeprefix("T") if first[1] else more), None)


def length(found: Found) -> Moment | None:
    """Reads "two and a half years", "five-year", "a week", "several months"; not an age ("five years old")."""
    following = found.following()
    dashed = following is not None and following.text == "-" and (found.following(1) or following).text.lower() in {"old", "olds"}
    if (following is not None and following.text.lower() in {"old", "olds"}) or dashed or _is_age(found) or _is_praised(found):
        return None
    unit = found.value("unit")
    if _is_some_day(found):
        return None
    if _is_rate(found):
        return Moment("SET", cal.duration(1, unit).value, None)
    if unit == "Q" and (found.words.letters[found.match.start("count")] == "a" or _is_fraction(found)):
        return None
    return cal.duration(found.count(), unit)


def _is_some_day(found: Found) -> bool:
    """Whether "one day" is some day, not a length: "one day you should run"."""
    texts = [word.text for word in found.words.words[found.match.start() : found.match.end()]]
    token = found.words.paragraph.tokens[found.words.words[found.match.end() - 1].last]
    return texts == ["one", "day"] and token.dep == "npadvmod" and token.head > token.index and not found.is_before(BARE_BEFORE)


def _is_praised(found: Found) -> bool:
    """Whether "a good day" says how the day was; "two good hours" says that they were full."""
    texts = {word.text for word in found.words.words[found.match.start() : found.match.end()]}
    return not texts.isdisjoint(PRAISE) and bool(texts & {"a", "an", "one"})


def _is_fraction(found: Found) -> bool:
    """Whether "three quarters" is a share ("three-quarters of the voters"), not a length."""
    return found.is_before({"of"}) or "-" in found.letters()


def first_of_range(found: Found) -> Moment | None:
    """Reads "two" in "two or three weeks", "18" in "18 to 24 months", "60" in "between 60 and 90 days"."""
    both = found.match.group("joint") == LETTERS["and"]
    count = found.count()
    behind = found.words.words[found.match.end("joint") :]
    texts = [word.text for word in behind[:8]]
    if found.match.group("joint") == LETTERS["dash"] and texts[1:2] == ["a"]:  # "a 73 million-a-year fund"
        return None
    if count is None or (both and not found.is_after({"between"})) or count != int(count) or "old" in texts:
        return None
    return cal.duration(count, found.value("unit"))


def seconds(found: Found) -> Moment | None:
    """Reads "30-second", whose unit is an ordinal elsewhere."""
    word, count = found.words.words[found.match.end() - 1], found.count()
    dashed = found.match.end() - found.match.start() == 3
    return cal.duration(count, "TS") if word.text == "second" and dashed and count is not None and count > 1 else None


def part_of_unit(found: Found) -> Moment | None:
    """Reads "a quarter-century", "a quarter of an hour"."""
    return cal.duration(0.25, found.value("unit")) if found.value("unit") in {"100Y", "TH"} else None


def all_unit(found: Found) -> Moment | None:
    """Reads "all day", "all week long"."""
    return cal.duration(1, found.value("unit"))


def all_part(found: Found) -> Moment | None:
    """Reads "all night"."""
    return Moment("DURATION", f"P1{found.value('part')}", None)


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
    if preceding.text == "-" and preceding.index and found.words.paragraph.tokens[preceding.index - 1].pos == "NUM":
        return True
    noun = found.words.paragraph.tokens[token.head]
    return noun.dep == "npadvmod" and preceding.tag in {"NNS", "NN", "CD", "NNP"} and preceding.text.lower() not in {"than", "once"}


BARE_AFTER = frozenset(
    {"for", "over", "within", "in", "after", "of", "by", "took", "take", "takes", "spent", "lasted", "during", "about", "just", "only", "spans",
     "spanned", "spanning", "waited", "wait", "lasting", "last", "taking", "spend", "spending", "and"}
)  # fmt: skip
BARE_BEFORE = frozenset({"of", "later", "ago", "before", "after", "earlier", "-", "away", "ahead"})


def bare_units(found: Found) -> Moment | None:
    """Reads "for days", "hours of talks", "decades-long": a plural unit where its place makes it a length."""
    long = found.match.end() - found.match.start() > 1
    further, preceding = found.following(1), found.preceding()
    counted = preceding is not None and preceding.text == "-" and found.words.paragraph.tokens[preceding.index - 1].pos == "NUM"
    aged = counted and found.is_before({"-"}) and further is not None and further.text.lower() == "old"
    if aged or not (found.is_after(BARE_AFTER) or found.is_before(BARE_BEFORE) or long):
        return None
    return cal.duration(None, found.value("units"))


def every(found: Found) -> Moment | None:
    """Reads "every Friday", "each year", "every two weeks", "Mondays", "weekends"."""
    word = found.word("what")
    letter = found.words.letters[found.match.start("what")]
    if word is None or (letter == "p" and not found.is_after({"in", "on", "most"})):
        return None
    if letter in {"W", "w"}:
        return Moment("SET", f"XXXX-WXX-{word.value}", None)
    if letter in {"P", "p"}:
        return Moment("SET", f"XXXX-XX-XXT{word.value}", None)
    if letter in {"k", "K"}:
        return Moment("SET", "XXXX-WXX-WE", None)
    if letter in {"M", "S"}:
        return Moment("SET", f"XXXX-{int(word.value):02}" if letter == "M" else f"XXXX-{word.value}", None)
    return Moment("SET", cal.duration(_every_so_many(found), word.value).value, None)


def _every_so_many(found: Found) -> float | None:
    """How many units lie between: one, two ("every other", "every second"), the number said, or an open number."""
    if found.word("other") is not None:
        return 2
    if found.word("count") is None:
        return 1
    return float(found.place("count") or 1) if found.words.letters[found.match.start("count")] == "3" else found.count()


def frequency(found: Found) -> Moment | None:
    """Reads "annual", "weekly", "daily"; not in a name ("Daily Mail") nor of what is called by it ("annual report", "daily newspaper")."""
    token = found.words.paragraph.tokens[found.words.words[found.match.start()].token]
    named = token.tag in {"NNP", "NNPS"} or (token.text[0].isupper() and not token.begins_sentence)
    following = found.following()
    called = following is not None and following.lemma in word_class("periodical")
    return None if named or called else Moment("SET", found.value("frequency"), None)


def rate(found: Found) -> Moment | None:
    """Reads "twice a year", "three times a day"."""
    return Moment("SET", cal.duration(1, found.value("unit")).value, None)


def reference(found: Found) -> Moment | None:
    """Reads "recently", "currently", "now", "soon"; not "as soon as", "shortly after it", "now that"."""
    preceding, following = found.preceding(), found.following()
    if found.match.end() - found.match.start() > 1 and found.value("reference") != "PAST_REF":
        return None
    if found.value("reference") == "FUTURE_REF" and preceding is not None and preceding.text.lower() in {"as", "too"}:
        return None
    beside = following is not None and following.text.lower() in {"before", "after", "thereafter", "afterwards"}
    if found.value("reference") == "FUTURE_REF" and beside:
        return None
    if following is not None and following.text.lower() in {"that", "-"} and found.value("reference") == "PRESENT_REF":
        return None
    return Moment("DATE", found.value("reference"), None)


def at_point(found: Found) -> Moment | None:
    """Reads "the moment", "present", "this point" behind "at"."""
    word = found.words.words[found.match.end() - 1]
    related = found.relation()
    if not found.is_after({"at"}) or (word.text == "point" and related is None) or related not in {None, 0}:
        return None
    following = found.following()
    governs = following is not None and following.text.lower() in {"of", "when", "that", "in"}
    return None if governs else Moment("DATE", "PRESENT_REF", None)


def alone(found: Found) -> Moment | None:
    """Reads "recent" and "current" before a noun, "the past" as a noun."""
    word = found.words.words[found.match.start()]
    token = found.words.paragraph.tokens[word.token]
    if word.text in {"recent", "current"}:
        return Moment("DATE", "PAST_REF" if word.text == "recent" else "PRESENT_REF", None)
    return Moment("DATE", "PAST_REF", None) if word.text == "past" and token.pos == "NOUN" else None


def future(found: Found) -> Moment | None:
    """Reads "the future", "the near future" as a noun."""
    token = found.words.paragraph.tokens[found.words.words[found.match.end() - 1].token]
    if token.text.lower() == "past":
        return Moment("DATE", "PAST_REF", None) if token.pos == "NOUN" else None
    return Moment("DATE", "FUTURE_REF", None) if token.pos == "NOUN" and token.dep != "compound" else None
