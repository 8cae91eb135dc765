"""Figures without a noun of their own: "14 injured", "killing five", "the toll rose to nine", "not five", "and 13 on Monday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.quantity.anew import given_anew
from quoth.extract.quantity.fates import is_owned, said_to_be, verb_over, what_befell
from quoth.extract.quantity.figures import Figure
from quoth.extract.quantity.phrases import SCALES, phrase
from quoth.extract.quantity.things import Counted, fates, is_people
from quoth.lexicon.classes import word_class
from quoth.lexicon.units import unit_words
from quoth.records import Quantity
from quoth.syntax import Paragraph, Token

SAME_STORY = 30
"""How many figures back "the number" may reach."""
PUTTING = frozenset({"put", "set", "estimate", "value", "price", "place", "assess", "fix", "cap", "peg"})
"""Verbs that say at what number something stands."""
YEARS = range(1500, 2101)
UNMEASURED = frozenset({None, "people", "share", "age", "age in months", "age in weeks", "age in days", "magnitude"})
"""Units of figures that a bare one beside them does not share."""
WIDEST = 10.0
"""Times one of two such figures that the other is at most: an index stands at another number than the percentage by which it rose."""
HOURS = 24
SINCE = frozenset({"at", "since", "until", "till"})
"""Words before an hour of the day."""
MILLIONS = 1_000_000
FEW = 3
ALONE = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "nummod", "npadvmod", "dep", "ROOT", "oprd", "pcomp"}
)
"""What a number is in the tree that stands for its noun too."""


def count_bare(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Counted | None:
    """What a figure counts that has no noun; ``before`` are the figures found before it."""
    tokens, events = paragraph.tokens, unit_words("event")
    core = tokens[figure.core]
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if following is not None and (
        event := events.get(following.text.lower()) or (following.tag == "VBN" and events.get(following.lemma))
    ):
        return Counted("people", event, following.index)
    verb = verb_over(paragraph, core)
    event = said_to_be(paragraph, figure.last) or (_befell(verb) if verb is not None else _said_to_be(paragraph, core))
    if event is not None:
        return Counted("people", event, figure.last)
    tally = _tally(paragraph, core) if core.dep == "pobj" or _stands_alone(paragraph, figure) else None
    if tally is not None and (found := _by_tally(paragraph, tally, figure, before)) is not None:
        return found
    if (told := _put_at(paragraph, figure, before) or _set_against(paragraph, figure, before)) is not None:
        return told
    negated = figure.first > 0 and tokens[figure.first - 1].text.lower() in {"not", "than"}
    if negated and before and before[-1].unit == "people" and before[-1].span.start >= paragraph.start:
        return Counted(before[-1].unit, before[-1].of, figure.last)
    counted = _left_out(paragraph, figure, before)
    who = following is not None and following.text.lower() in {"who", "whom"}
    return replace(counted, unit="people", of=None) if counted is not None and who and counted.unit is None else counted


def _befell(verb: Token) -> str | None:
    """What a verb says befell those whom a bare number counts; "treated" is said of them alone, not of the noun."""
    treated = verb.lemma in word_class("counted_treated")
    return "treated" if treated else unit_words("event").get(verb.lemma)


def _measured_beside(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Quantity | None:
    """The measure that a bare figure with decimals is set against: "1.9 microsieverts an hour. The operator puts the peak at *0.3*".

    It stands last before it, in its sentence or the one before; whole numbers may count something.
    """
    if figure.value is None or figure.value.is_integer() or not _stands_alone(paragraph, figure) or not before:
        return None
    first, _ = paragraph.sentence_of(figure.core)
    reach = paragraph.sentence_of(first - 1)[0] if first else first
    last = before[-1]
    near = last.span.start >= paragraph.tokens[reach].start and last.value and 1 / WIDEST <= figure.value / last.value <= WIDEST
    return last if near and last.unit not in UNMEASURED | set(unit_words("currency").values()) else None


def _said_to_be(paragraph: Paragraph, core: Token) -> str | None:
    """What "three are missing" says of three; None where it says no such thing."""
    above = paragraph.tokens[core.head]
    said = paragraph.children(above.index, "acomp", "attr") if core.dep == "nsubj" and above.lemma in {"be", "remain"} else ()
    forms = (form for one in said for form in (one.text.lower(), one.lemma))
    return next((unit_words("event")[form] for form in forms if form in unit_words("event")), None)


def _tally(paragraph: Paragraph, core: Token) -> Token | None:
    """The noun whose figure this is: "a count of five", "the toll … to nine", "put the number at nine"."""
    tallies = unit_words("tally")
    if core.dep in {"dobj", "attr"}:
        named = paragraph.children(core.head, "nsubj", "nsubjpass")
        return next((noun for noun in named if noun.lemma in tallies and noun.index < core.index), None)
    if core.dep != "pobj":
        return None
    preposition = paragraph.tokens[core.head]
    for governor in paragraph.ancestors(preposition.index):
        if governor.lemma in tallies and governor.pos == "NOUN":
            return governor
        if governor.pos in {"VERB", "AUX"}:
            named = paragraph.children(governor.index, "nsubj", "nsubjpass", "dobj")
            found = next((noun for noun in named if noun.lemma in tallies), None)
            if found is not None:
                return found
    return None


def _by_tally(paragraph: Paragraph, tally: Token, figure: Figure, before: Sequence[Quantity]) -> Counted | None:
    told = paragraph.children(tally.index, "acl", "amod")
    event = unit_words("tally")[tally.lemma] or next(
        (unit_words("event")[one.lemma] for one in told if one.lemma in unit_words("event")), None
    )
    if event:
        return Counted("people", event, figure.last)
    for of in paragraph.children(tally.index, "prep"):
        for noun in paragraph.children(of.index, "pobj"):
            if of.text.lower() == "of" and noun.pos != "NUM":
                people = is_people(noun)
                plain = noun.text.lower() if noun.lemma not in {"people", "person"} else None
                return Counted(
                    "people" if people else None, (what_befell(paragraph, noun) if people else None) or plain, figure.last
                )
    last = next((quantity for quantity in before[-SAME_STORY:][::-1] if _is_tallied(paragraph, quantity)), None)
    return None if last is None else Counted(last.unit, last.of, figure.last)


def _is_tallied(paragraph: Paragraph, one: Quantity) -> bool:
    """Whether "the number" may mean what this figure counts: people, or in the same paragraph things."""
    return one.unit == "people" or (one.unit is None and one.of is not None and one.span.start >= paragraph.start)


def _put_at(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Counted | None:
    """Reads "puts the bill at 1.1 billion", in the unit of the noun or of the measure that it is set against."""
    put = _noun_put_at(paragraph, paragraph.tokens[figure.core])
    if put is None:
        return None
    beside = _measured_beside(paragraph, figure, before)
    unit = _unit_of(paragraph, put, before) or (None if beside is None else beside.unit)
    return Counted(unit, phrase(paragraph, put), figure.last)


def _set_against(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Counted | None:
    """Reads "49.7 percent, down from 51.9"."""
    beside = _measured_beside(paragraph, figure, before)
    return None if beside is None else Counted(beside.unit, beside.of, figure.last)


def _noun_put_at(paragraph: Paragraph, core: Token) -> Token | None:
    """The noun that somebody puts at the number: "puts the bill at 1.1 billion and the jobs at some 300"."""
    preposition = paragraph.tokens[core.head]
    if core.dep != "pobj" or preposition.lemma != "at":
        return None
    above = paragraph.tokens[preposition.head]
    if above.pos == "VERB" and above.lemma in PUTTING:
        told = [*paragraph.children(above.index, "dobj"), *paragraph.children(above.index, "nsubjpass")]
        above = next((noun for noun in told if noun.index < core.index), above)
    over = paragraph.tokens[above.head]
    while over.pos == "NOUN" and above.dep == "conj":
        over = paragraph.tokens[over.head]
    return above if above.pos == "NOUN" and over.lemma in PUTTING else None


def _unit_of(paragraph: Paragraph, noun: Token, before: Sequence[Quantity]) -> str | None:
    """The unit of a bare number that tells how much a noun is: people, or the money that the paragraph told last."""
    if noun.lemma in unit_words("sum"):
        currencies = set(unit_words("currency").values())
        told = (one.unit for one in before[::-1] if one.span.start >= paragraph.start and one.unit in currencies)
        return next(told, None)
    return "people" if is_people(noun) or noun.lemma in unit_words("gathering") else None


def _left_out(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Counted | None:
    """Reads a number that stands for its noun too: it counts what the figure before it in the paragraph counts.

    What befell those is taken over only where it is given in their place: else a toll is told of each number for itself.
    """
    if not _stands_alone(paragraph, figure):
        return None
    if _is_of(paragraph, figure):
        return _of_noun(paragraph, figure, before)
    if before and before[-1].unit == "points" and paragraph.tokens[figure.first - 1].text.lower() == "by":
        return Counted("points", None, figure.last)  # "ahead by six points, and another by *three*"
    here = [one for one in before if one.span.start >= paragraph.start and not _is_amount(one)]
    last = here[-1] if here else None
    end = _end_of_them(paragraph, figure)
    if (other := given_anew(paragraph, figure, before)) is not None:
        return Counted(other.unit, other.of, end)
    if last is None:
        return Counted(None, None, end)
    spent = _spent(paragraph, figure) if last.unit == "people" else None
    return Counted(None, spent, end) if spent else Counted(last.unit, None if last.of in fates() else last.of, end)


def _spent(paragraph: Paragraph, figure: Figure) -> str | None:
    """The verb of paying whose object is a sum without its money: "senators own shares of firms that *spent* billions"."""
    verb = paragraph.tokens[paragraph.tokens[figure.core].head]
    vague = (figure.low or 0) >= MILLIONS and figure.value is None
    return verb.text.lower() if vague and verb.lemma in unit_words("paying") and verb.index < figure.first else None


def _end_of_them(paragraph: Paragraph, figure: Figure) -> int:
    """The last token of "two of them", else the figure's own."""
    after = paragraph.tokens[figure.last + 1 : figure.last + 3]
    of_them = len(after) > 1 and after[0].text.lower() == "of" and after[1].pos in {"PRON", "DET"}
    more = bool(after) and after[0].text.lower() == "more" and after[-1].text.lower() != "than"
    return figure.last + (2 if of_them else 1 if more else 0)


def _is_of(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the number says of how many something is ("a mother of two"): what they are is not told."""
    above = paragraph.tokens[paragraph.tokens[figure.core].head]
    return above.lemma == "of" and paragraph.tokens[above.head].pos == "NOUN"


def _of_noun(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> Counted:
    """Reads "a cost of 740 million", "a population of 1.2 million": the noun whose number it is; not told of relations ("a mother of two")."""
    of = paragraph.tokens[paragraph.tokens[figure.core].head]
    noun = paragraph.tokens[of.head]
    owned = is_owned(paragraph, noun) and noun.lemma not in unit_words("sum")  # "the records of thousands"
    if is_people(noun) or owned or noun.lemma in SCALES or of.index != noun.index + 1:
        return Counted(None, None, figure.last)
    return Counted(_unit_of(paragraph, noun, before), phrase(paragraph, noun), figure.last)


def _is_amount(one: Quantity) -> bool:
    """Whether a quantity is money, a measure or an age."""
    return one.unit is not None and one.unit != "people"


def _stands_alone(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a bare number may count something: no year, hour, pronoun, code, nor number in brackets or in a list."""
    tokens = paragraph.tokens
    core = tokens[figure.core]
    before = tokens[figure.first - 1] if figure.first else None
    following = tokens[figure.last + 1].text.lower() if figure.last + 1 < len(tokens) else ""
    if core.dep not in ALONE or (before is None and following in {"", ".", ")", ":"}):
        return False
    if core.text.isdigit() and figure.core_first == figure.core and int(core.text) in YEARS:
        return False
    word = "" if before is None else before.text.lower()
    return not (
        core.text.lower() in {"one", "911"}
        or (word in SINCE and (figure.value or 0) <= HOURS and float(figure.value or 0).is_integer())
        or (word in {"(", "["} and following in {")", "]"})
        or (word in word_class("taking_up") and (figure.value or 0) <= FEW)
        or following in {"-", "/", "_", ":", "'s", "’s", "a.m.", "p.m."}
        or (word == "." and not tokens[figure.first].begins_sentence)
        or (before is not None and (before.pos == "PROPN" or _numbers(before, core)))
        or (word == "in" and _is_ratio(tokens, figure))
        or (following == "in" and _ratio_ahead(tokens, figure))
    )


def _numbers(noun: Token, core: Token) -> bool:
    """Whether a number gives the noun before it its number ("update 3")."""
    beside = core.dep in {"nummod", "npadvmod", "appos", "dep"} or (core.head, core.dep) == (noun.head, noun.dep)
    return noun.pos == "NOUN" and (core.head == noun.index or (noun.tag == "NN" and beside))


def _is_ratio(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether "in" before the number has another before it."""
    return figure.first > 1 and tokens[figure.first - 2].pos == "NUM"


def _ratio_ahead(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether "in" and another number follow that is no year: "four in ten"."""
    other = tokens[figure.last + 2] if figure.last + 2 < len(tokens) else None
    return other is not None and other.pos == "NUM" and not (other.text.isdigit() and int(other.text) in YEARS)
