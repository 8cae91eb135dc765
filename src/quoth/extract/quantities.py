"""Figures of a document: how many, of what, as of when, according to which statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.extract.fates import LIGHT, told_by_verb, verb_over, what_befell
from quoth.extract.figures import Figure, find_figures
from quoth.extract.innermost import innermost
from quoth.lexicon.titles import titles
from quoth.lexicon.units import unit_words
from quoth.records import Quantity, Statement, TimeExpression, identify
from quoth.syntax import Paragraph, ParsedDocument, Token

LENGTHS = frozenset({"km", "m", "mi", "yd", "ft"})
AMOUNTING = frozenset({"near", "exceed", "total", "reach", "top", "surpass", "approach", "amount"})
"""Verbs that say only how much their subject is."""
SHARES = frozenset({"majority", "minority", "share", "portion", "proportion", "number"})
SCALES = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million", "billion", "trillion"})
SAME_STORY = 30
"""How many figures back "the number" may reach."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a figure counts, and the last token that belongs to its phrase."""

    unit: str | None
    of: str | None
    last: int


def find_quantities(
    parsed: ParsedDocument, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[Quantity, ...]:
    """The figures that count or measure something, in order; ages, dates, numbers in names and of lists are passed over.

    ``low`` and ``high`` are both the value where it is exact, one of them None where it is a bound, both None where it is an
    estimate ("about 70"). "Dozens" and the like have no value and twice their unit as lower bound. People are counted in
    ``people``, with what befell them in one form for one thing: "five dead", "five died" and "killing five" are ``killed``.
    """
    found: list[Quantity] = []
    for paragraph in parsed.paragraphs:
        here = [time for time in times if paragraph.start <= time.span.start < paragraph.end]
        passed_over = _tokens_of(paragraph, here)
        for figure in find_figures(paragraph, passed_over):
            counted = _counted(paragraph, figure, found)
            if counted is not None:
                found.append(_quantity(parsed, paragraph, figure, counted, statements, here))
    return tuple(found)


def _tokens_of(paragraph: Paragraph, times: Sequence[TimeExpression]) -> frozenset[int]:
    if not times:
        return frozenset()
    spans = [time.span for time in times]
    return frozenset(
        token.index for token in paragraph.tokens if any(token.start < end and start < token.end for start, end in spans)
    )


# --- what is counted -------------------------------------------------------------------------------------------------------


def _counted(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> _Counted | None:
    """What the figure counts: money, a measure, people or things; None where it is no count at all."""
    if _is_age(paragraph, figure) or _is_part_of_them(paragraph, figure):
        return None
    money = _money(paragraph, figure)
    if money is not None:
        return money
    noun = _noun(paragraph, figure)
    if noun is None:
        return _bare(paragraph, figure, before)
    measure = _measure(paragraph, noun)
    if measure is not None:
        return _Counted(measure, _measured(paragraph, noun), noun.index)
    hyphened = figure.last + 1 < len(paragraph.tokens) and paragraph.tokens[figure.last + 1].text == "-"
    if hyphened or (figure.value is not None and _names_parties(paragraph, figure, noun)):
        return None
    return _things(paragraph, figure, noun)


def _measure(paragraph: Paragraph, noun: Token) -> str | None:
    """The unit that a noun names, None where it is none."""
    points = noun.lemma == "point" and any(child.lemma == "percentage" for child in paragraph.children(noun.index, "compound"))
    return "percentage points" if points else unit_words("measure").get(noun.text.lower()) or unit_words("measure").get(noun.lemma)


def _is_age(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the number is somebody's age: "Jana Pirk, 58, said", "aged 41", "a 41-year-old"."""
    tokens = paragraph.tokens
    before = tokens[figure.first - 1] if figure.first else None
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if before is None:
        return False
    if before.text.lower() in {"aged", "age", "ages"}:
        return True
    closed = following is None or following.text in {",", ".", ")", ";"}
    alone = figure.first == figure.core and tokens[figure.core].text.isdigit() and (figure.value or 0) < 120
    named = figure.first > 1 and tokens[figure.first - 2].pos == "PROPN"
    aged = (
        following is not None
        and following.text == "-"
        and any(token.text == "old" for token in tokens[figure.last + 2 : figure.last + 5])
    )
    unit = following is not None and following.lemma == "year"
    return aged or unit or (before.text in {",", "("} and closed and alone and named)


def _is_part_of_them(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the number picks out of those named: "one of the men", "two of them", "no one", "one another"."""
    tokens = paragraph.tokens
    following = tokens[figure.last + 1].text.lower() if figure.last + 1 < len(tokens) else ""
    before = tokens[figure.first - 1].text.lower() if figure.first else ""
    word = tokens[figure.core].text.lower()
    vague = figure.value is None
    if following == "of" and not vague:
        return True
    return word == "one" and (before in {"no", "any", "this", "that", "every", "each", "the"} or following == "another")


def _money(paragraph: Paragraph, figure: Figure) -> _Counted | None:
    tokens, currencies = paragraph.tokens, unit_words("currency")
    before = tokens[figure.core_first - 1].text.lower() if figure.core_first else ""
    if (before in currencies and not before[0].isalpha()) or before.endswith("$"):
        head = tokens[tokens[figure.core].head] if tokens[figure.core].dep in {"nummod", "compound"} else tokens[figure.core]
        return _Counted(currencies.get(before, "USD"), _governor(paragraph, head), figure.last)
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    code = None if following is None else currencies.get(following.text.lower()) or currencies.get(following.lemma)
    if following is None or code is None or following.tag not in {"NN", "NNS", "NNP", "NNPS", "$"}:
        return None
    return _Counted(code, _governor(paragraph, following), following.index)


def _noun(paragraph: Paragraph, figure: Figure) -> Token | None:
    """The noun that the figure counts: that which it modifies, that after "of" ("dozens of people"), or the percent sign."""
    tokens = paragraph.tokens
    core = _outermost(paragraph, figure)
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if [token.text.lower() for token in tokens[figure.last + 1 : figure.last + 3]] == ["per", "cent"]:
        return replace(tokens[figure.last + 2], text="percent", lemma="percent")
    if following is not None and following.text.lower() == "of":
        return next(iter(paragraph.children(following.index, "pobj")), None)
    if following is not None and (following.text == "%" or following.lemma in unit_words("measure")):
        return following
    head = tokens[core.head]
    while head.dep == "compound" and tokens[head.head].index > head.index and head.index > core.index:
        head = tokens[head.head]
    counts = core.dep in {"nummod", "quantmod", "amod", "compound", "npadvmod", "nmod"} and head.index > core.index
    parted = any(token.pos == "DET" for token in tokens[figure.last + 1 : head.index])
    return head if counts and not parted and head.pos in {"NOUN", "PROPN"} and head.index - figure.last <= 6 else None


def _outermost(paragraph: Paragraph, figure: Figure) -> Token:
    """The token of the figure that hangs outside it."""
    inside = range(figure.first, figure.core + 1)
    outside = (
        paragraph.tokens[index] for index in range(figure.core_first, figure.core + 1) if paragraph.tokens[index].head not in inside
    )
    return next(outside, paragraph.tokens[figure.core])


def _measured(paragraph: Paragraph, noun: Token) -> str | None:
    """What a measure is of: what stands after "of" ("30 percent of voters"), else what it hangs under."""
    if noun.index < len(paragraph.tokens):
        for of in paragraph.children(noun.index, "prep"):
            if of.text.lower() == "of":
                return next((_phrase(paragraph, inner) for inner in paragraph.children(of.index, "pobj")), None)
    following = paragraph.tokens[noun.index + 1] if noun.index + 1 < len(paragraph.tokens) else None
    away = following is not None and (
        following.pos == "ADV" or following.text.lower() in {"from", "off", "away", "north", "south", "east", "west"}
    )
    length = unit_words("measure").get(noun.lemma) in LENGTHS or unit_words("measure").get(noun.text.lower()) in LENGTHS
    return "distance" if away and length else _governor(paragraph, noun)


def _names_parties(paragraph: Paragraph, figure: Figure, noun: Token) -> bool:
    """Whether "the two sides" names parties instead of counting them."""
    determiners = {child.text.lower() for child in paragraph.children(noun.index, "det", "poss")}
    return (figure.value or 0) <= 3 and bool(determiners & {"the", "both", "these", "those"}) and noun.lemma in unit_words("pair")


def _things(paragraph: Paragraph, figure: Figure, noun: Token) -> _Counted | None:
    if paragraph.tokens[figure.core].text.lower() == "one" and noun.lemma not in unit_words("people"):
        return None
    if not _is_people(noun):
        return _Counted(None, _phrase(paragraph, noun), noun.index)
    event = unit_words("people").get(noun.lemma) or what_befell(paragraph, noun)
    if event is None and figure.value is None and noun.dep == "pobj":
        event = told_by_verb(verb_over(paragraph, _outermost(paragraph, figure)))
    plain = noun.lemma not in {"people", "person"}
    return _Counted("people", event or (noun.text.lower() if plain else _governor(paragraph, noun, doing=True)), noun.index)


def _is_people(noun: Token) -> bool:
    if (
        noun.lemma in unit_words("people")
        or noun.lemma in unit_words("event")
        or (noun.entity == "NORP" and noun.tag in {"NNS", "NNPS"})
    ):
        return True
    word = titles().get(noun.lemma) or titles().get(noun.text.lower())
    return word is not None and word.person


def _governor(paragraph: Paragraph, token: Token, *, doing: bool = False) -> str | None:
    """What a figure hangs under, in the text's words: a verb's form, or a noun with what belongs to it.

    A verb is that only of its object ("cost 5 million"), not of a figure that does something or that a preposition hangs on it
    ("52 percent view it so"; with ``doing`` what they do counts: "400 people apply"); verbs of amount give their subject ("a debt nearing 5 million").
    """
    if token.index >= len(paragraph.tokens):
        return None
    below, linked = token, False
    for above in paragraph.ancestors(token.index):
        if above.pos in {"NOUN", "PROPN"} and not _only_counts(paragraph, above):
            return _phrase(paragraph, _told_apart(paragraph, below, above))
        if above.pos == "VERB":
            return _by_verb(paragraph, below, above, linked=linked, doing=doing)
        below, linked = above, linked or (above.pos == "ADP" and above.lemma not in {"by", "of"})
    return None


def _only_counts(paragraph: Paragraph, noun: Token) -> bool:
    return _measure(paragraph, noun) is not None or noun.lemma in unit_words("currency") or noun.lemma in SCALES


def _told_apart(paragraph: Paragraph, below: Token, noun: Token) -> Token:
    """What "a majority of voters — 74 percent" is a share of, else the noun itself."""
    if below.dep != "appos" or noun.lemma not in SHARES:
        return noun
    inner = [
        token for of in paragraph.children(noun.index, "prep") if of.lemma == "of" for token in paragraph.children(of.index, "pobj")
    ]
    return next(iter(inner), noun)


def _by_verb(paragraph: Paragraph, below: Token, verb: Token, *, linked: bool, doing: bool) -> str | None:
    if verb.lemma in AMOUNTING:
        subject = next(iter(paragraph.children(verb.index, "nsubj")), None)
        subject = paragraph.tokens[verb.head] if subject is None and verb.dep == "acl" else subject
        return _phrase(paragraph, subject) if subject is not None and subject.pos in {"NOUN", "PROPN"} else None
    hangs = linked or (below.dep in {"nsubj", "nsubjpass"} and not doing)
    return None if hangs or verb.lemma in LIGHT else verb.text.lower()


def _phrase(paragraph: Paragraph, noun: Token) -> str:
    """A noun with its compounds, in lower case."""
    measures = unit_words("measure")
    before = (child for child in paragraph.children(noun.index, "compound") if child.index < noun.index)
    words = [child.text for child in before if child.pos != "PROPN" and child.lemma not in measures]
    return " ".join([*words, noun.text]).lower()


# --- figures without a noun of their own -----------------------------------------------------------------------------------


def _bare(paragraph: Paragraph, figure: Figure, before: Sequence[Quantity]) -> _Counted | None:
    """What a figure counts that has no noun: "14 injured", "killing five", "the toll rose to nine", "not five"."""
    tokens, events = paragraph.tokens, unit_words("event")
    core = tokens[figure.core]
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if following is not None and (
        event := events.get(following.text.lower()) or (following.tag == "VBN" and events.get(following.lemma))
    ):
        return _Counted("people", event, following.index)
    verb = verb_over(paragraph, core)
    if verb is not None and verb.lemma in events:
        return _Counted("people", events[verb.lemma], figure.last)
    tally = _tally(paragraph, core)
    if tally is not None:
        return _by_tally(paragraph, tally, figure, before)
    negated = figure.first > 0 and tokens[figure.first - 1].text.lower() in {"not", "than"}
    if negated and before and before[-1].unit == "people" and before[-1].span.start >= paragraph.start:
        return _Counted(before[-1].unit, before[-1].of, figure.last)
    return None


def _tally(paragraph: Paragraph, core: Token) -> Token | None:
    """The noun whose figure this is: "a count of five", "the toll … to nine", "put the number at nine"."""
    tallies = unit_words("tally")
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


def _by_tally(paragraph: Paragraph, tally: Token, figure: Figure, before: Sequence[Quantity]) -> _Counted | None:
    event = unit_words("tally")[tally.lemma]
    if event:
        return _Counted("people", event, figure.last)
    for of in paragraph.children(tally.index, "prep"):
        for noun in paragraph.children(of.index, "pobj"):
            if of.text.lower() == "of" and noun.pos != "NUM":
                people = _is_people(noun)
                plain = noun.text.lower() if noun.lemma not in {"people", "person"} else None
                return _Counted(
                    "people" if people else None, (what_befell(paragraph, noun) if people else None) or plain, figure.last
                )
    last = next((quantity for quantity in before[-SAME_STORY:][::-1] if quantity.unit == "people"), None)
    return None if last is None else _Counted(last.unit, last.of, figure.last)


# --- the record ------------------------------------------------------------------------------------------------------------


def _quantity(
    parsed: ParsedDocument,
    paragraph: Paragraph,
    figure: Figure,
    counted: _Counted,
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
) -> Quantity:
    span = paragraph.span(figure.first, max(counted.last, figure.last) if counted.last - figure.last <= 4 else figure.last)
    statement = innermost(statements, span)
    return Quantity(
        id=identify("quantity", parsed.document.id, *span),
        document=parsed.document.id,
        span=span,
        text=parsed.document.text[span.start : span.end],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=counted.unit,
        of=counted.of,
        as_of=_as_of(paragraph, figure, times) or (statement.time if statement is not None else None),
        statement=None if statement is None else statement.id,
    )


def _as_of(paragraph: Paragraph, figure: Figure, times: Sequence[TimeExpression]) -> str | None:
    """The date up to which the sentence says that its figures count."""
    if not times:
        return None
    first, stop = next((first, stop) for first, stop in paragraph.sentences() if first <= figure.core < stop)
    for time in times:
        inside = [token for token in paragraph.tokens[first:stop] if token.start < time.span.end and time.span.start < token.end]
        if inside and inside[0].index > first and time.edtf and time.type in {"DATE", "TIME"}:
            before = [token.text.lower() for token in paragraph.tokens[max(first, inside[0].index - 2) : inside[0].index]]
            if before[-1] == "by" or before[-2:] == ["as", "of"]:
                return time.edtf[:10] if time.type == "TIME" else time.edtf
    return None
