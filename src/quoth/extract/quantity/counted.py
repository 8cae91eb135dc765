"""What a figure counts: money, a measure, a share, people, things; None where it is no count at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.quantity.amounts import BEFORE_NOUN, count_measured, count_money, count_strength, measure_of, of_amount
from quoth.extract.quantity.bare import count_bare
from quoth.extract.quantity.figures import Figure
from quoth.extract.quantity.phrases import behind, phrase
from quoth.extract.quantity.things import Counted, count_things
from quoth.lexicon.classes import word_class
from quoth.lexicon.units import unit_words
from quoth.records import Quantity
from quoth.syntax import Paragraph, Token

FARTHEST = 6
"""Words between a number and its noun."""
FACTORS = frozenset({"as", "more", "less", "the"})
"""Words behind "three times" that make it a factor ("three times the price")."""
FIGURES = 5
"""Figures of a sum from which on it is told by how many there are ("a six-figure fee")."""
FEW = 3
YEARS = range(1950, 2050)
"""What digits without a comma before a noun are a year rather than a count of ("2016 figures")."""
COMPARED = frozenset({"more", "many", "few", "fewer", "less", "additional"})
COMPARING = frozenset({"from", "than", "with", "to", "against", "or"})
"""Words that lead from one figure to another of the same thing."""
EMERGENCY = frozenset(
    {"call", "caller", "operator", "dispatcher", "supervisor", "center", "centre", "tape", "recording", "line", "system", "service"}
)
"""What 911 is said before as the number that is called in an emergency."""
JOINED = frozenset({"co", "ex", "non", "vice", "half"})
"""What a hyphen joins to the noun that is counted: "two co-workers"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PARTING = frozenset({"last", "next"})
"""Words between a number and a noun that it does not count ("from 658 last year")."""


def count(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Counted | None:
    """What the figure counts; ``before`` are the figures found before it."""
    noun = None if _picks_out(paragraph, figure) else _noun(paragraph, figure)
    if (
        _picks_out(paragraph, figure)
        or _is_factor(paragraph, figure)
        or (noun is not None and _is_number_of(paragraph, figure, noun))
    ):
        return None
    if figure.share:
        return _share(paragraph, figure, noun)
    told = count_money(paragraph, figure) or count_strength(paragraph, figure)
    if told is not None:
        return _compared(paragraph, figure, told, before)
    counted = count_bare(paragraph, figure, before) if noun is None else _count_noun(paragraph, figure, noun)
    return None if counted is None else _compared(paragraph, figure, counted, before)


def _compared(paragraph: Paragraph, figure: Figure, counted: Counted, before: Sequence[Quantity]) -> Counted:
    """What another figure counts that this one is set beside: "a premium of 0.6 percent, up from *0.15 percent*"."""
    word = paragraph.tokens[figure.first - 1].text.lower() if figure.first else ""
    first, _ = paragraph.sentence_of(figure.core)
    reach = paragraph.sentence_of(first - 1)[0] if first and figure.first == first else first
    last = before[-1] if before and before[-1].span.start >= paragraph.tokens[reach].start else None
    same = last is not None and last.unit == counted.unit and counted.unit not in {None, "people"} and counted.of is None
    if last is not None and same and (word in COMPARING or _is_parallel(paragraph, last, counted)):
        return replace(counted, of=last.of)
    return counted


def _is_parallel(paragraph: Paragraph, last: Quantity, counted: Counted) -> bool:
    """Whether a share is of those who do what its clause tells, as the one before it is: "23 percent of the farmers left, while *34 percent* stayed"."""
    if counted.unit != "percent":
        return False
    ending = next((token for token in paragraph.tokens if token.end == last.span.end), None)
    return ending is not None and _do(paragraph, ending) and _do(paragraph, paragraph.tokens[counted.last])


def _do(paragraph: Paragraph, share: Token) -> bool:
    """Whether a share stands for those who do something: it is a subject, or a verb follows it or what it is of ("about 30 percent *say*")."""
    at = next(iter(paragraph.children(share.index, "prep")), None)
    end = paragraph.edges[at.index][1] if at is not None and at.lemma == "of" and at.index == share.index + 1 else share.index
    verb = paragraph.tokens[end + 1] if end + 1 < len(paragraph.tokens) else None
    return share.dep in SUBJECTS or (verb is not None and verb.pos == "VERB" and verb.tag in {"VBP", "VBZ", "VBD", "VBG"})


def _count_noun(paragraph: Paragraph, figure: Figure, noun: Token) -> Counted | None:
    """What the figure counts whose noun this is."""
    if noun.lemma in unit_words("currency") and figure.value is None:
        return Counted(unit_words("currency")[noun.lemma], of_amount(paragraph, figure, noun), noun.index)
    measure = measure_of(paragraph, noun)
    if measure is not None:
        return count_measured(paragraph, figure, noun, measure)
    if (
        _is_idiom(paragraph, figure, noun)
        or _is_none_of_it(paragraph, figure, noun)
        or (figure.value is not None and _names_parties(paragraph, figure, noun))
    ):
        return None
    return count_things(paragraph, noun, _outermost(paragraph, figure), exact=figure.value is not None)


def _picks_out(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the number is a pronoun that picks out: "one of the men", "no one", "one another"."""
    tokens = paragraph.tokens
    following = tokens[figure.last + 1].text.lower() if figure.last + 1 < len(tokens) else ""
    before = tokens[figure.first - 1].text.lower() if figure.first else ""
    return tokens[figure.core].text.lower() == "one" and (
        before in word_class("picking") or following in {"of", "another", "'s", "’s"}
    )


def _is_factor(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the number says how many times as much something is: "three times more likely", "almost three times higher"."""
    words = paragraph.tokens[figure.last + 1 : figure.last + 3]
    if [word.text.lower() for word in words] in (["-", "something"], ["-", "somethings"]):
        return True  # "40-something senators"
    return (
        len(words) > 1 and words[0].text.lower() == "times" and (words[1].tag in {"JJR", "RBR"} or words[1].text.lower() in FACTORS)
    )


def _is_number_of(paragraph: Paragraph, figure: Figure, noun: Token) -> bool:
    """Whether a number is what something is called or reached by ("911 calls", "the 12000 block of a street"), or the second of a ratio ("4 in 10
    voters")."""
    tokens = paragraph.tokens
    called = (tokens[figure.core].text == "911" and noun.lemma in EMERGENCY) or (
        noun.tag == "NN" and noun.lemma == "block" and tokens[figure.core].text.isdigit()
    )
    calibre = figure.last + 1 < len(tokens) and tokens[figure.last + 1].lemma in {"caliber", "calibre"}
    called = called or calibre or _says_how_long(tokens, figure, noun)
    in_ = figure.first > 1 and tokens[figure.first - 1].text.lower() == "in" and tokens[figure.first - 2].pos == "NUM"
    return called or (in_ and noun.index == figure.last + 1)


def _says_how_long(tokens: Sequence[Token], figure: Figure, noun: Token) -> bool:
    """Whether "nine figures" says how large a number is, not how many of something there are."""
    digits = noun.lemma == "digit" or (noun.lemma == "figure" and (figure.value or 0) >= FIGURES)
    return digits and noun.index == figure.last + 1 and tokens[figure.core].text.isalpha()


def _share(paragraph: Paragraph, figure: Figure, noun: Token | None) -> Counted | None:
    """Reads "two-thirds of the voters", "a three-fourths majority of the states"."""
    tokens = paragraph.tokens
    told = behind(paragraph, figure.last)
    if told is None and noun is not None:
        of = behind(paragraph, noun.index)
        told = noun if of is None else of
    told = told or _halved(paragraph, figure)
    if told is None and figure.last + 1 < len(tokens) and tokens[figure.last + 1].text.lower() == "of":
        return None
    return Counted("share", None if told is None else phrase(paragraph, told), figure.last)


def _halved(paragraph: Paragraph, figure: Figure) -> Token | None:
    """The noun in "half *the states*", "half their *homes*"."""
    words = paragraph.tokens[figure.last + 1 : figure.last + 5]
    if not words or words[0].pos not in {"DET", "PRON"} or paragraph.tokens[figure.core].text.lower() != "half":
        return None
    return next((one for one in words[1:] if one.pos == "NOUN" and one.dep not in {"compound", "poss"}), None)


def _noun(paragraph: Paragraph, figure: Figure) -> Token | None:
    """The noun that the figure counts: that which it modifies, that after "of" ("dozens of people"), or the percent sign."""
    tokens = paragraph.tokens
    core = tokens[figure.core]
    if core.dep != "nummod" or core.head <= figure.last:
        core = _outermost(paragraph, figure)
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if [token.text.lower() for token in tokens[figure.last + 1 : figure.last + 3]] == ["per", "cent"]:
        return replace(tokens[figure.last + 2], text="percent", lemma="percent")
    if following is not None and following.text.lower() == "of":
        return _picked_from(paragraph, following)
    if following is not None and (following.text == "%" or following.lemma in unit_words("measure")):
        return following
    head = tokens[core.head]
    while head.dep == "compound" and tokens[head.head].index > head.index and head.index > core.index:
        head = tokens[head.head]
    if head.pos == "ADJ" and head.lemma in COMPARED and tokens[head.head].pos == "NOUN":
        head = tokens[head.head]
    head = _hyphened(tokens, figure) or head
    none = core.dep == "det" and figure.value == 0
    counts = (none or core.dep in BEFORE_NOUN) and head.index > core.index
    between = tokens[figure.last + 1 : head.index]
    dashed = bool(between) and between[0].text in {"-", "–"} and between[0].start > tokens[figure.last].end
    parted = dashed or any(token.pos == "DET" or token.text.lower() in PARTING for token in between)
    head = _joined_to(tokens, head)
    return head if counts and not parted and head.pos in {"NOUN", "PROPN"} and head.index - figure.last <= FARTHEST else None


def _joined_to(tokens: Sequence[Token], head: Token) -> Token:
    """The noun to which a syllable is joined that stands as a noun of its own ("two *co*-workers")."""
    if head.text.lower() not in JOINED or head.index + 2 >= len(tokens) or tokens[head.index + 1].text != "-":
        return head
    noun = tokens[head.index + 2]
    return noun if noun.pos in {"NOUN", "PROPN"} else head


def _hyphened(tokens: Sequence[Token], figure: Figure) -> Token | None:
    """The noun joined to a number by a hyphen ("two-page statement")."""
    joined = figure.last + 2 < len(tokens) and _is_hyphened(tokens, figure)
    noun = tokens[figure.last + 2] if joined else None
    return noun if noun is not None and noun.pos == "NOUN" and noun.tag == "NN" else None


def _picked_from(paragraph: Paragraph, of: Token) -> Token | None:
    """The noun behind "of" in "dozens of people", "30 of the 80 wounded"."""
    for one in paragraph.children(of.index, "pobj"):
        following = paragraph.tokens[one.index + 1] if one.index + 1 < len(paragraph.tokens) else None
        if one.pos == "NUM" and following is not None and following.text.lower() in unit_words("event"):
            return following
        if one.pos not in {"PRON", "NUM", "DET"}:
            return one
    return None


def _is_hyphened(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether a hyphen is glued to the number from the right."""
    sign = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    return sign is not None and sign.text in {"-", "–"} and sign.start == tokens[figure.last].end


def _outermost(paragraph: Paragraph, figure: Figure) -> Token:
    """The token of the figure that hangs outside it."""
    inside = range(figure.first, figure.core + 1)
    outside = (
        paragraph.tokens[index] for index in range(figure.core_first, figure.core + 1) if paragraph.tokens[index].head not in inside
    )
    return next(outside, paragraph.tokens[figure.core])


def _is_idiom(paragraph: Paragraph, figure: Figure, noun: Token) -> bool:
    """Whether number and noun are a way of speaking, not a count: "one day", "a two-way road", "1600 Harbour Street"."""
    tokens = paragraph.tokens
    hyphened = _is_hyphened(tokens, figure)
    single = tokens[figure.core].text.lower() == "one"
    address = noun.pos == "PROPN" and noun.text.lower().rstrip(".") in word_class("street")
    return (
        address
        or (_is_year(tokens[figure.core].text) and noun.lemma not in unit_words("people"))
        or noun.lemma in unit_words("time")
        or noun.text.lower() in unit_words("time")
        or (hyphened and (single or noun.lemma in word_class("hyphened_idiom") or noun.pos == "PROPN"))
        or (single and (noun.tag != "NN" or noun.lemma in word_class("one_idiom") or _speaks(paragraph, noun)))
    )


def _is_none_of_it(paragraph: Paragraph, figure: Figure, noun: Token) -> bool:
    """Whether "zero" stands before something that is not counted: "zero tolerance", "a zero-emission plan"; "zero Cabinet departures" are counted."""
    tokens = paragraph.tokens
    zero = figure.value == 0 and tokens[figure.core].text.lower() == "zero"
    return zero and (_is_hyphened(tokens, figure) or noun.tag in {"NN", "NNP"})


def _is_year(text: str) -> bool:
    return text.isdigit() and int(text) in YEARS


def _speaks(paragraph: Paragraph, noun: Token) -> bool:
    """Whether "one" picks out a speaker: "one witness said"."""
    return noun.dep == "nsubj" and paragraph.tokens[noun.head].lemma in word_class("people_say")


def _names_parties(paragraph: Paragraph, figure: Figure, noun: Token) -> bool:
    """Whether "the two sides" names parties instead of counting them."""
    determiners = {child.text.lower() for child in paragraph.children(noun.index, "det", "poss")}
    return (figure.value or 0) <= FEW and bool(determiners & {"the", "both", "these", "those"}) and noun.lemma in unit_words("pair")
