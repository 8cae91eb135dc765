"""Figures in a paragraph: where a number stands, how much it says, and how its bounds are put."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.extract.quantity.spelled import ends_of, number_end, value_of, words_between
from quoth.lexicon.numbers import scale_of
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

RANGE_SIGNS = frozenset({"-", "–", "to", "or"})
WIDEST = 2
"""Times the lower of two numbers joined by "or" that the upper one is at most: "three or four" is a range."""
RANGING = frozenset({"range", "vary", "anywhere", "anything"})
"""Words before "from" that make "from 5 to 10" a range rather than a change."""
LABELS = frozenset({"no", "no.", "number", "#", "article", "section", "chapter", "resolution", "flight", "room", "highway", "route", "page",
                    "paragraph", "level", "phase", "grade", "type", "channel", "unit", "psalm", "verse", "title", "proposition", "amendment",
                    "top", "round", "version", "volume", "figure", "table", "interstate", "game", "step", "tier", "item", "appendix"})  # fmt: skip
"""Words before a number that make it a name or a rank ("No. 2", "Resolution 2231", "the top 10")."""


SIGNS = frozenset({"plus", "minus"})
TELLING = frozenset(
    {
        "inform",
        "tell",
        "ask",
        "talk",
        "speak",
        "hear",
        "know",
        "learn",
        "write",
        "read",
        "worry",
        "warn",
        "think",
        "complain",
        "argue",
        "lie",
    }
)
"""Verbs behind which "about" leads to what is told of ("asked them *about* two things")."""
WITHIN_ADDRESS = frozenset({"/", "_"})
CIRCLES = frozenset({"Gang", "Group", "Band", "Committee", "Council"})
FEWEST = 2
LONGEST_MODEL = 3
"""Letters of a model's name before its number ("AK - 47")."""
PHONE = (3, 4)
"""Digits of the parts of a telephone number ("555-1234")."""
SPELLED = 13
"""Number from which on "over 20 chairs" is a bound, however it is read."""
SEVERAL = frozenset({"few", "several", "couple", "many"})
"""Words before a scale that say that it is several of them ("a few hundred")."""
ABLE = frozenset({"can", "could", "may", "must", "ca"})
"""Verbs that "not" behind them turns into a bound ("cannot be had for less than 5"); else it denies the deed, not the bound."""
REACH = 5
"""Words between a denial and the bound that it turns round ("can never go below 20,000")."""
ENDING = frozenset({",", ";", "but", "the", "that", "who", "which", "if", "than", "because", "just", "only", "and"})
"""Words over which a denial does not reach a bound."""
TURNED = {"low": "high", "high": "low"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words or digits: tokens first to last, with the words that bound it; ``core`` is the number's own last token."""

    first: int
    core_first: int
    core: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    share: bool = False
    """It is a fraction ("two-thirds")."""


def find_figures(paragraph: Paragraph, passed_over: Collection[int], *, apart: bool = False) -> Iterator[Figure]:
    """The figures of a paragraph that may count something; tokens ``passed_over`` belong to time expressions.

    ``apart`` says that the text sets the groups of a number apart ("31, 000").
    """
    index, tokens = 0, paragraph.tokens
    while index < len(tokens):
        last = number_end(tokens, index, passed_over, apart=apart)
        if last is None:
            index += 1
            continue
        if _is_score(tokens, index, last):
            index = last + 3
            continue
        figure = None if _is_label(paragraph, index, last) else _figure(paragraph, index, last, passed_over, apart=apart)
        if figure is not None:
            yield figure
        index = max(last, figure.last if figure else last) + 1


def _is_label(paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether the number names something rather than counts: "No. 2", "Boeing 737", "F-16", "round two", a list's own numbering."""
    tokens = paragraph.tokens
    before = tokens[first - 1] if first else None
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if before is None:
        return following is not None and following.text in {".", ")"} and last == first
    parted = before.text == "." and first >= FEWEST and not tokens[first].begins_sentence  # "No. 2", read as three words
    if parted and tokens[first - 2].text == "No" and tokens[first - 2].end == before.start:
        return True
    if before.text.lower() == "day" and following is not None and following.text.lower() in {"of", ",", ".", ":"}:
        return True  # "on day 12 of the siege"
    if before.text.lower() in LABELS or _is_joined(tokens, first) or _is_circle(tokens, first):
        return True
    if (
        before.pos == "NOUN"
        and before.dep in {"compound", "nmod"}
        and before.head == tokens[last].index
        and before.text.lower() not in SIGNS
    ):
        return True
    named = before.pos == "PROPN" and before.text[:1].isalpha() and not before.text.endswith("$") and before.entity != "DATE"
    return (named and tokens[last].dep not in {"nummod", "nsubj", "nsubjpass", "dobj"}) or (
        named and before.head == tokens[last].head and before.dep in {"compound", "nmod"}
    )


def _is_joined(tokens: Sequence[Token], first: int) -> bool:
    """Whether letters or digits are glued to the number from the left: "F-16", "9/11", "555-1234"."""
    sign = tokens[first - 1]
    if first < FEWEST or not tokens[first].text[0].isdigit():
        return sign.text in WITHIN_ADDRESS
    glued = sign.text in {"-", "/", ":"} and sign.end == tokens[first].start
    joined = glued and tokens[first - 2].end == sign.start and tokens[first - 2].text[-1:].isalnum()
    model = sign.text == "-" and tokens[first - 2].text.isupper() and len(tokens[first - 2].text) <= LONGEST_MODEL
    return joined or model or sign.text in WITHIN_ADDRESS


def _is_circle(tokens: Sequence[Token], first: int) -> bool:
    """Whether the number belongs to a name like "the Gang of Eight"."""
    return first >= FEWEST and tokens[first - 1].text.lower() == "of" and tokens[first - 2].text in CIRCLES


def _is_score(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether two numbers stand together as in a game's score, a date or a telephone number ("3-1", "9/11", "2 to 1"), not as a range does."""
    if last + 2 >= len(tokens) or tokens[last + 1].text.lower() not in {"-", "–", "/", ":", "to"}:
        return False
    if tokens[last + 1].text.lower() == "to" and first > 0 and tokens[first - 1].text.lower() == "from":
        return False
    one, other = tokens[first].text, tokens[last + 2].text
    digits = first == last and one.isdigit() and other.isdigit()
    phone = digits and len(one) == PHONE[0] and len(other) == PHONE[1]
    return digits and (phone or int(one) >= int(other) or tokens[last + 1].text in {"/", ":"})


def _figure(paragraph: Paragraph, first: int, last: int, passed_over: Collection[int], *, apart: bool) -> Figure | None:
    words = words_between(paragraph.tokens, first, last)
    value, ends = value_of(words), ends_of(words)
    if ends is not None:
        return _bounded(paragraph, Figure(first - 1, first, last, last, None, *ends))
    if value is None:
        return None
    number, open_above = value.number, value.open_above
    money = first > 0 and is_currency_sign(paragraph.tokens[first - 1])
    several = _several(paragraph.tokens, first)
    if several:
        return Figure(first - several, first, last, last, None, 2 * number, None)
    low, high = (2 * number, None) if open_above else (number, number)
    plain = Figure(first - money, first, last, last, None if open_above else number, low, high, value.share)
    ranged = _range(paragraph, plain, words, passed_over, apart=apart) or plain
    return _bounded(paragraph, ranged)


def _several(tokens: Sequence[Token], first: int) -> int:
    """How many words before a bare scale say that it is several: "a few | hundred", "several | dozen", "a couple of | thousand"; 0 for none."""
    at = first - 2 if first >= FEWEST and tokens[first - 1].text.lower() == "of" else first - 1
    if at < 0 or scale_of(tokens[first].text) is None or tokens[first].text[0].isdigit() or tokens[at].text.lower() not in SEVERAL:
        return 0
    article = at > 0 and tokens[at - 1].text.lower() in {"a", "the"}
    return first - at + article


def is_currency_sign(token: Token) -> bool:
    """Whether a token is a sign that stands before an amount ("$", "US$", "€")."""
    return not token.text[-1].isalnum() and (token.text.lower() in unit_words("currency") or token.text.endswith("$"))


def _range(
    paragraph: Paragraph, figure: Figure, words: Sequence[str], passed_over: Collection[int], *, apart: bool
) -> Figure | None:
    """The figure with the one after it where the two are bounds of a range ("40-50", "between 40 and 50", "$40-$50 million")."""
    tokens = paragraph.tokens
    hung = tokens[figure.last].text[-1] in {"-", "–"}
    sign = figure.last if hung else figure.last + 1
    if sign + 1 >= len(tokens) or figure.value is None or not (hung or _ranges(tokens, figure.first, sign)):
        return None
    start = sign + 2 if is_currency_sign(tokens[sign + 1]) and sign + 2 < len(tokens) else sign + 1
    last = number_end(tokens, start, passed_over, apart=apart)
    ending = [] if last is None else words_between(tokens, start, last)
    high = value_of(ending)
    if last is None or high is None or high.open_above or high.share:
        return None
    scale = scale_of(ending[-1]) if scale_of(words[-1]) is None else None
    low = figure.value * (scale or 1)
    if high.number <= low:
        return None
    if tokens[sign].text.lower() == "or" and not 1 <= low <= high.number <= WIDEST * low:
        return None
    between = tokens[sign].text.lower() == "and" or (figure.first > 0 and tokens[figure.first - 1].text.lower() == "from")
    first = figure.first - 1 if between else figure.first
    return Figure(first, figure.core_first, last, last, None, low, high.number)


def _ranges(tokens: Sequence[Token], first: int, sign: int) -> bool:
    """Whether the word behind a number and those before it make it the lower end of a range."""
    before = tokens[first - 1].text.lower() if first else ""
    if tokens[sign].text.lower() == "and":
        return before == "between"
    change = before == "from" and (first < 2 or tokens[first - 2].lemma.lower() not in RANGING)
    return tokens[sign].text.lower() in RANGE_SIGNS and not change


def _bounded(paragraph: Paragraph, figure: Figure) -> Figure:
    """The figure with the words before and after it that make it a bound or an estimate."""
    words = [token.text.lower() for token in paragraph.tokens[max(0, figure.first - 3) : figure.first]]
    if words and words[-1] == "a":
        words, article = words[:-1], 1
    else:
        article = 0
    for length in range(len(words), 0, -1):
        bound = unit_words("bound").get(" ".join(words[-length:]))
        if (
            bound is not None
            and not (length == 1 and not article and _leads_to(paragraph, figure))
            and not _moves_to(paragraph, figure)
        ):
            first = figure.first - length - article
            return _with_bound(replace(figure, first=first), TURNED.get(bound, bound) if _is_denied(paragraph, first) else bound)
    return bounded_behind(paragraph, figure, figure.last)


def _moves_to(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether "up to" says where something went: "the rate ticked *up to* 6.2 percent"; in "up to 40 people" it is a bound."""
    up, to = paragraph.tokens[max(0, figure.first - 2) : figure.first] if figure.first >= FEWEST else (None, None)
    if up is None or to is None or (up.text.lower(), to.text.lower()) != ("up", "to"):
        return False
    verb = paragraph.tokens[up.head]
    return (
        verb.lemma in unit_words("amounting").keys() - {"be", "stand", "sit", "range", "total", "number", "measure", "amount"}
        and verb.index == up.index - 1
    )


def _leads_to(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the word before a number leads to what is counted rather than bounds it: "a finding *about* six points", "*under* two names"."""
    tokens, noun = paragraph.tokens, paragraph.tokens[paragraph.tokens[figure.core].head]
    if tokens[figure.core].dep != "nummod" or noun.index <= figure.core or noun.pos != "NOUN" or _is_amount(noun):
        return False
    word = tokens[figure.first - 1]
    if word.text.lower() == "about" and (figure.value or 0) < SPELLED and _is_told_of(tokens, figure.first - 1):
        return True
    if word.text.lower() == "about":
        return figure.first >= FEWEST and tokens[figure.first - 2].pos == "NOUN" and noun.head == figure.first - 2
    few = figure.value is not None and figure.value < SPELLED and noun.lemma not in unit_words("people")
    return few and word.dep == "prep" and (noun.head, noun.dep) == (word.index, "pobj")


def _is_told_of(tokens: Sequence[Token], about: int) -> bool:
    """Whether "about" leads to what somebody tells or is told of: "informed the clerks *about* two things", "asked *about* two ships"."""
    for token in reversed(tokens[max(0, about - REACH) : about]):
        if token.pos == "VERB":
            return token.lemma in TELLING
        if token.pos in {"ADP", "PUNCT", "SCONJ", "CCONJ"}:
            return False
    return False


def _is_denied(paragraph: Paragraph, first: int) -> bool:
    """Whether a denial turns the bound that begins at ``first`` round: "can *never* go below 20,000 or above 200,000", "never paid less than"."""
    tokens, begins = paragraph.tokens, paragraph.sentence_of(first)[0]
    words = [token.text.lower() for token in tokens[begins:first]]
    if words[-1:] == ["or"] and len(words) > REACH:  # past the bound that it is joined to
        back = next((at for at in range(len(words) - 2, max(0, len(words) - REACH), -1) if words[at][:1].isdigit()), None)
        words = words if back is None else words[: back - 1]
        words = words[:-1] if words[-1:] in (["less"], ["more"], ["fewer"]) else words
    for at in range(len(words) - 1, max(-1, len(words) - 1 - REACH), -1):
        if words[at] in ENDING:
            return False
        if words[at] == "never" or (words[at] in {"not", "n't", "n’t"} and at and words[at - 1] in ABLE):
            return True
    return False


def _is_amount(noun: Token) -> bool:
    """Whether a noun measures, or is one of money or time."""
    return any(
        form in unit_words(kind) for kind in ("measure", "currency", "time", "margin") for form in (noun.lemma, noun.text.lower())
    )


def bounded_behind(paragraph: Paragraph, figure: Figure, last: int) -> Figure:
    """The figure with "or more", "-plus", "+" behind the token ``last``, which is its own or its unit's."""
    after = [token.text.lower() for token in paragraph.tokens[last + 1 : last + 3]]
    for length in range(len(after), 0, -1):
        bound = unit_words("bound_after").get(" ".join(after[:length]))
        if bound is not None:
            return _with_bound(replace(figure, last=last + length), bound)
    return figure


def _with_bound(figure: Figure, bound: str) -> Figure:
    if bound == "low":
        return replace(figure, high=None)
    if bound == "high":
        return replace(figure, low=None)
    return replace(figure, low=None, high=None) if figure.value is not None else figure
