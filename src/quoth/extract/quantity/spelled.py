"""Numbers as tokens spell them: where one ends, and what it is worth ("two and a half million", "half a dozen", "three-fourths", "31, 000")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import prod

from quoth.lexicon.numbers import is_number_word, number_words, read_figure, read_number, scale_of
from quoth.lexicon.units import unit_words
from quoth.syntax import Token

MOST_DIGITS = 15
ZERO = frozenset({"no", "none"})
HALF = ("and", "a", "half")
BARE_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
MEASURED = frozenset({"high", "tall", "deep", "long", "wide", "thick", "away", "below", "above", "apart", "underwater", "underground", "downstream", "upstream",
                      "offshore", "inland", "fall", "drop", "cliff", "wall"})  # fmt: skip
"""Words behind a length that no number of millions has behind it."""
GLUED = re.compile(r"(\d[\d,.]*)[-–][$€£¥](\d[\d,.]*)")
"""Two amounts that stand as one token ("$140-$150 million")."""
GROUPS = re.compile(r"\d, 0\d\d\b| - - ")
"""What only a text has that some program set out in tokens: a number's groups apart, dashes of two hyphens apart."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a number is worth. ``open_above``: "dozens", ``number`` of which is one dozen. ``share``: a fraction of something."""

    number: float
    open_above: bool = False
    share: bool = False


def sets_groups_apart(text: str) -> bool:
    """Whether a text writes "31, 000" for 31,000 and "6. 4" for 6.4."""
    return GROUPS.search(text) is not None


def number_end(tokens: Sequence[Token], index: int, passed_over: Collection[int], *, apart: bool = False) -> int | None:
    """The last token of the number that begins at ``index``; None where none does. ``apart``: see ``sets_groups_apart``."""
    if index in passed_over:
        return None
    fraction = _fraction_end(tokens, index)
    if fraction is not None:
        return fraction
    if not _starts_number(tokens, index):
        return None
    last = index
    while (more := _goes_on(tokens, last, apart=apart)) and last + 1 not in passed_over:
        last += more
    return last


def _starts_number(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    text = _plain(token)
    if text in ZERO or text == "half":
        return _is_zero(tokens, index) if text in ZERO else _halves(tokens, index) > 0
    if not text[:1].isalpha():
        return len(text) <= MOST_DIGITS and (GLUED.fullmatch(text) is not None or read_figure(text) is not None)
    known = number_words().get(text)
    if known is None or known.kind == "ordinal":
        return False
    if known.kind == "vague":
        return known.value is not None
    bare = text in BARE_SCALES and token.tag in {"CD", "NN"}
    return known.kind == "cardinal" or text == "dozen" or bare


def _is_zero(tokens: Sequence[Token], index: int) -> bool:
    """Whether "none of the ships" or "no casualties" says that there were 0."""
    following = tokens[index + 1 : index + 4]
    if tokens[index].text.lower() == "none":
        picked = len(following) > 1 and following[0].text.lower() == "of" and following[1].text.lower() in {"the", "those", "these"}
        return picked and following[-1].tag != "CD"  # "none of the three applies"
    noun = next((token for token in following if token.pos == "NOUN"), None)
    return noun is not None and noun.lemma in unit_words("harm") and noun.tag == "NNS"


def _plain(token: Token) -> str:
    """The token in lower case without a hyphen at its end ("140-") and what is glued to its front ("magnitude-7.3")."""
    return token.text.lower().rstrip("-–").removeprefix("magnitude-")


def _halves(tokens: Sequence[Token], index: int) -> int:
    """How many tokens lie between "half" and the scale that it halves ("half a million", "half-dozen"), that one included; 0 for none."""
    for length in (1, 2):
        if index + length < len(tokens) and scale_of(tokens[index + length].text) is not None:
            between = "" if length == 1 else tokens[index + 1].text.lower()
            return length if between in {"", "a", "-"} and tokens[index + length].text.lower() not in {"m", "k"} else 0
    return 0


def _goes_on(tokens: Sequence[Token], last: int, *, apart: bool) -> int:
    """How many tokens more belong to a number: a scale or a further word one, a joined word two ("twenty-five"), a half three."""
    if last + 1 >= len(tokens):
        return 0
    word, following = tokens[last].text.lower(), _plain(tokens[last + 1]) or tokens[last + 1].text
    after = tokens[last + 2].text.lower() if last + 2 < len(tokens) else ""
    glued = tokens[last].end == tokens[last + 1].start
    if word == "half" and _halves(tokens, last):
        return _halves(tokens, last)
    if apart and _is_group(tokens, last):
        return 2
    if tuple(token.text.lower() for token in tokens[last + 1 : last + 4]) == HALF:
        return 3
    scale = scale_of(following) is not None and (following not in {"m", "k"} or glued) and not _is_metres(tokens, last)
    if scale or (is_number_word(following) and not word[0].isdigit() and read_number([word, following]) is not None):
        return 1
    counted = after in BARE_SCALES if word[0].isdigit() else after == "dozen" and _is_cardinal(word)
    hyphened = following == "-" and glued and counted  # "$5.7-billion", "three-dozen"
    joined = hyphened or (following in {"-", "and"} and is_number_word(after) and _joins(word, following))
    return 2 if joined or (following == "of" and vague([word]) and vague([after])) else 0


def _is_cardinal(word: str) -> bool:
    known = number_words().get(word)
    return known is not None and known.kind == "cardinal"


def _is_metres(tokens: Sequence[Token], last: int) -> bool:
    """Whether an "m" behind a number is of metres: "within 80m of the hut", "a 30m-high wall", "a cliff 60m deep"; else it is of millions."""
    before = tokens[last - 1].text.lower() if last else ""
    after = [token.text.lower() for token in tokens[last + 2 : last + 4]]
    measured = not {*after[:1], *(after[1:] if after[:1] == ["-"] else ())}.isdisjoint(MEASURED)
    return tokens[last + 1].text == "m" and (before == "within" or measured)


def _is_group(tokens: Sequence[Token], last: int) -> bool:
    """Whether a mark glued to the number, then a space, then digits go on with it: "31, 000", "6. 4"."""
    if last + 2 >= len(tokens) or not tokens[last].text.replace(",", "").isdigit():
        return False
    mark, digits = tokens[last + 1], tokens[last + 2].text
    glued = mark.start == tokens[last].end and not tokens[last].begins_sentence
    group = mark.text == "," and len(digits) == 3 and len(tokens[last].text) <= 3
    return glued and digits.isdigit() and (group or (mark.text == "." and len(digits) <= 2))


def _joins(before: str, sign: str) -> bool:
    """Whether a number word goes on over a hyphen ("twenty-five") or an "and" ("two hundred and ten")."""
    known = number_words().get(before)
    value = known.value if known is not None and known.value is not None else 0
    return (20 <= value <= 90) if sign == "-" else value in {100, 1000, 1_000_000}


def _fraction_end(tokens: Sequence[Token], index: int) -> int | None:
    """The last token of a fraction: "two-thirds", "three fourths", "a quarter of", "half of", "half the"."""
    first = tokens[index].text.lower() if index < len(tokens) else ""
    known = number_words().get(first)
    cardinal = known is not None and known.kind == "cardinal" and (known.value or 0) >= 2
    if not (cardinal or first in {"a", "one", "half"}):
        return None
    parts, words = unit_words("part"), [token.text.lower() for token in tokens[index : index + 4]]
    if first in {"a", "one"}:
        hyphen = len(words) > 1 and words[1] == "-"
        single = 2 if hyphen else 1
        told = len(words) > single + 1 and words[single + 1] == "of"
        return index + single if len(words) > single and words[single] in parts and told else None
    if first == "half":
        halved = len(words) > 1 and words[1] in {"of", "the", "its", "their", "all"} and words[1:3] != ["the", "time"]
        return index if halved and not _is_one_of_two(tokens, index) else None
    end = 2 if len(words) > 2 and words[1] == "-" else 1
    return index + end if len(words) > end and words[end].endswith("s") and words[end].removesuffix("s") in parts else None


def _is_one_of_two(tokens: Sequence[Token], index: int) -> bool:
    """Whether "half" is one of two that are told apart, not how much of something: "the lower half of the table"."""
    before = tokens[index - 1] if index else None
    named = before is not None and before.head == index and before.dep in {"amod", "compound", "nmod"}
    return (
        named and before is not None and before.tag != "JJS" and before.text.lower() != "other"
    )  # "the poorest half of the farmers"


def words_between(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """The tokens of a number in lower case, digits whose groups stand apart as one word."""
    words: list[str] = []
    for token in tokens[first : last + 1]:
        text = _plain(token) or token.text
        digits = bool(words) and words[-1][-1].isdigit()
        split = bool(words) and words[-1][-1] in {",", "."} and text[0].isdigit()
        if (text in {",", "."} and digits) or split:
            words[-1] += text
        else:
            words.append(text)
    return words


def value_of(words: Sequence[str]) -> Worth | None:
    """What the words of a number are worth; None where they are no number."""
    if not words:
        return None
    if words[0] in ZERO:
        return Worth(0.0)
    share = _share(words)
    if share is not None:
        return Worth(share, share=True)
    if vague(words):
        values = [known.value for word in words if (known := number_words().get(word)) is not None and known.value]
        return Worth(prod(values), open_above=True) if values else None
    number = _halved(words)
    return None if number is None else Worth(number)


def ends_of(words: Sequence[str]) -> tuple[float, float] | None:
    """The ends of a range that stands as one token, with the scale behind it; None where the words are no such range."""
    match = GLUED.fullmatch(words[0])
    low, high = (read_figure(part.rstrip(".,")) for part in match.groups()) if match else (None, None)
    factor = prod(scale_of(word) or 1 for word in words[1:])
    return None if low is None or high is None or high <= low else (low * factor, high * factor)


def _share(words: Sequence[str]) -> float | None:
    """The fraction that words say: "two - thirds", "a quarter", "half"."""
    parts = unit_words("part")
    part = parts.get(words[-1]) or parts.get(words[-1].removesuffix("s"))
    if part is None or len(words) > 3:
        return None
    count = number_words().get(words[0])
    times = count.value if len(words) > 1 and count is not None and count.kind == "cardinal" else 1
    return (times or 1) * float(part)


def _halved(words: Sequence[str]) -> float | None:
    """A number with its halves: "half a million", "two and a half million"."""
    if words[0] == "half":
        scale = scale_of(words[-1])
        return None if scale is None else scale / 2
    for at in range(1, len(words) - 2):
        if tuple(words[at : at + 3]) == HALF:
            whole, scale = read_number(words[:at]), 1.0
            for word in words[at + 3 :]:
                scale *= scale_of(word) or 1
            own = scale_of(words[at - 1]) or 1
            return None if whole is None else (whole + own / 2) * scale
    return read_number(words)


def vague(words: Sequence[str]) -> bool:
    """Whether the first word of a number is one like "dozens"."""
    known = number_words().get(words[0])
    return known is not None and known.kind == "vague"
