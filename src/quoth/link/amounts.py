"""Figures in the sentences that they stand in, an outlet's own included, and which of them are given for one thing.

That two numbers stand beside one noun says little: the dead of two towns, of two armies, of today and of the whole war. Taken for one thing are
figures of one noun and unit whose sentences tell of the same: by names, by rare words near them, and by whom they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from quoth.lexicon.classes import word_class
from quoth.lexicon.commonness import rarity
from quoth.lexicon.numbers import number_words
from quoth.lexicon.paraphrases import same_word
from quoth.link.counts import (
    ALONE,
    COUNTED,
    GATHERED,
    PART,
    READ_OFF,
    SMALL,
    Counted,
    agree,
    far_apart,
    figure_of,
    of_one_thing,
    things_of,
)
from quoth.link.days import Stretch, days_between, stretch_of
from quoth.link.ground import Page
from quoth.link.rivals import are_beside, is_given_anew
from quoth.link.sentences import sentences_of
from quoth.link.shingles import TELLING
from quoth.link.upheld import former_times, is_rate, is_upheld, takes_back
from quoth.link.voices import Voices
from quoth.link.whom import words_for_whom
from quoth.records import Document, Quantity, Segment, Span, Statement

BESIDE = 12
"""Code points beside a figure that are read with it."""
WINDOW = 90
"""Code points before and after a figure whose words are near it."""
WHOLE = 6
"""Words from which on a content tells what a figure in it is of; a shorter one is read with its sentence."""
NEAR_IN_TIME = 3
"""Days between two articles within which a figure that has no day of its own may be of one day."""
TOLD, TOLD_ALONE, TOLD_OF_TOLL = 12.0, 8.0, 2.5
"""Weight of rare words that two sentences must share near their figures to tell of one thing: of any; where neither document gives another
figure for it; and of a toll, which a story has few of."""
TOLD_OF_FEW = 11.5
"""The same of few, of whom a story has many: two of the senators, three of the officials."""
TOLD_ONCE = 5.5
"""The same of what one event has but once: its magnitude."""
TOLD_OF_LENGTH = 7.0
"""The same of how many hours something took, where neither document gives another length."""
TOLD_IN_ONE = 11.0
"""The same of two tolls in one article."""
RARE = 5.0
"""Weight from which on a capitalised first word is taken for a name."""
ENDS, SAME_WAY = 2, 0.9
"""Names that two distances must share, from where to where, and the part of the longer one from which they are one distance, rounded."""
PLACED = 5.0
"""What it weighs that both are said to be in one place."""
POLLED = frozenset({"percent", "percentage points", "points"})
"""Units of which a story of polls and rates has many, each of something else."""
VAGUE = frozenset({"worth", "point", "time", "photo", "other"})
"""Nouns that do not tell what is counted."""

FAMILY = "offspring"
"""What somebody has who is called "a mother of four"."""
_NO_NAMES: frozenset[str] = frozenset()
_PARENT = re.compile(r"\b(?:mother|father|mom|mum|dad|parents?) (?:to|of) $", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure in its sentence, and who gives it."""

    quantity: Quantity
    figure: Counted
    actors: tuple[str, ...]
    text: str
    """The document that stands for all that share its text."""
    outlet: str | None
    published: str | None
    near: Mapping[str, float]
    """Levelled words of content beside it, with what each is worth."""
    names: frozenset[str]
    """Beginnings of the names in its sentence, of places above all."""
    whom: frozenset[str]
    """Words that narrow who or what is counted: "*Palestinian* children"."""
    days: tuple[Stretch, ...] = ()
    where: frozenset[str] = frozenset()
    """Beginnings of the name of the place where that is."""
    former: frozenset[str] = frozenset()
    """Another time that its sentence gives for it."""
    is_rate: bool = False
    alone: bool = True
    """Whether its document gives no other figure for what it counts."""
    sentence: Span = field(default_factory=lambda: Span(0, 0))
    anew: bool = False
    """Whether its words give it for what was told of before it."""
    settled: bool = False
    """Whether its noun counts one thing in its story: several texts give it the same figure."""

    @property
    def toll(self) -> str | None:
        """The toll that it belongs to, where it is one."""
        return next(iter(self.figure.things & set(COUNTED)), None)

    def is_of_one_voice(self, other: Amount) -> bool:
        """Whether one party gives both, or one outlet in its own voice."""
        if self.actors or other.actors:
            return not set(self.actors).isdisjoint(other.actors)
        return self.outlet == other.outlet and (self.outlet is not None or self.quantity.document == other.quantity.document)

    @property
    def day(self) -> str | None:
        """The day for which, else on which it was given."""
        return self.quantity.as_of or self.published


def gather_amounts(
    quantities: Iterable[Quantity], pages: Iterable[Page], *, statements: Mapping[str, Statement],
    voices: Voices, texts: Mapping[str, str],
) -> Iterator[Amount]:  # fmt: skip
    """The figures of some documents that somebody gives for something, each in its sentence. Left out are shares, parts, rates of change, and
    what was taken back. ``texts`` is the representative of each document whose text others share."""
    by_document: dict[str, list[Quantity]] = {}
    for one in quantities:
        by_document.setdefault(one.document, []).append(one)
    for document, segments in pages:
        given = by_document.get(document.id, []) if not takes_back(document.title) else []
        for quantity in given:
            if _is_told(quantity, segments):
                sentence = sentence_at(document, segments, quantity.span)
                part = _content_part(quantity, sentence, statements)
                figure = _figure(quantity, document.text, sentence, part)
                if figure is not None:
                    actors = voices.of(quantity.statement, quantity.document)
                    alone = _is_alone(quantity, given)
                    former = former_times(document.text, sentence)
                    amount = _amount(figure, document, part, actors=actors, text=texts.get(document.id, document.id), alone=alone)
                    anew = is_given_anew(document.text, sentence, quantity.span)
                    yield replace(amount, former=former, sentence=sentence, anew=anew)


def sentence_at(document: Document, segments: Sequence[Segment], span: Span) -> Span:
    """The sentence that some words stand in; theirs alone where they begin it."""
    return sentences_of(document, segments, [Span(min(span.start + 1, span.end), span.end)])[0]


def _figure(quantity: Quantity, text: str, sentence: Span, part: Span) -> tuple[Quantity, Counted] | None:
    """A quantity with what is compared of it; None for what counts nothing that another could count, too."""
    if not is_upheld(quantity, text, sentence):
        return None
    before, after = text[sentence.start : quantity.span.start], text[quantity.span.end : sentence.end]
    if quantity.unit in {None, "people"} and _PARENT.search(before):
        quantity = replace(quantity, text=quantity.text.split()[0], of=FAMILY, unit="people")
    around = _near(text, quantity, part)
    figure = figure_of(quantity, around, before=before[-BESIDE:], after=after[:BESIDE])
    if figure is None or figure.unit in POLLED or figure.things & (VAGUE | word_class("tallied")):
        return None
    single = figure.value <= 1 and figure.things.isdisjoint(COUNTED) and READ_OFF.search(figure.unit) is None
    return None if single else (quantity, figure)


def _amount(
    found: tuple[Quantity, Counted], document: Document, part: Span, *, actors: tuple[str, ...], text: str, alone: bool
) -> Amount:
    quantity, figure = found
    return Amount(
        quantity,
        figure,
        actors,
        text,
        document.outlet,
        document.published,
        _near(document.text, quantity, part),
        _names(document.text, part, quantity),
        _whom(quantity),
        _days(quantity),
        _where(quantity),
        alone=alone,
        is_rate=is_rate(document.text, part),
    )


def _is_told(quantity: Quantity, segments: Sequence[Segment]) -> bool:
    kind = next((one.kind for one in segments if one.start <= quantity.span.start < one.end), None)
    return not segments or kind in {"title", *TELLING}


def _content_part(quantity: Quantity, sentence: Span, statements: Mapping[str, Statement]) -> Span:
    """Of the sentence what is told: without who says so."""
    statement = statements.get(quantity.statement or "")
    content = statement.content if statement is not None else None
    for span in content.spans if content is not None and len(_WORD.findall(content.text)) >= WHOLE else ():
        if span.start <= quantity.span.start < span.end:
            return Span(max(span.start, sentence.start), min(span.end, sentence.end))
    return sentence


def _near(text: str, quantity: Quantity, part: Span) -> dict[str, float]:
    start, end = max(part.start, quantity.span.start - WINDOW), min(part.end, quantity.span.end + WINDOW)
    beside = _whole_words(text, start, end)
    counted = {level(thing) for thing in things_of(quantity)} | _telling_nothing()
    return {word: weight for word, weight in weigh_words(beside).items() if word not in counted}


def _whole_words(text: str, start: int, end: int) -> str:
    """A stretch of a text without what it has of words that it cuts."""
    while start < end and start and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return text[start:end]


def weigh_words(text: str) -> dict[str, float]:
    """The levelled words of a text that are not in all texts, with what each is worth; numbers and days tell nothing."""
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    kept = (word for word in words if len(word) > 2 and word not in number_words() and word not in word_class("before_name"))
    return {level(word): weight for word in kept if (weight := rarity(word, 0, 1)) > 0}


@cache
def _telling_nothing() -> frozenset[str]:
    """What befell people, in any word, and words of measuring: these say nothing of what happened where."""
    befell = (word for name in COUNTED for word in (name, *word_class(f"counted_{name}")))
    return frozenset(level(word) for word in (*befell, *word_class("measuring")))


def level(word: str) -> str:
    """A word in one form with its plural and those that say the same in news."""
    plain = word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
    known = same_word(plain)
    return known if known != plain else _stem(plain)


def _stem(word: str) -> str:
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word.removesuffix("e") if len(word) > 4 else word


def _names(text: str, part: Span, quantity: Quantity) -> frozenset[str]:
    """Names by their first letters, so that a people meets its land; a first word only where it is rare, or the figure's place."""
    found = [match.group() for match in _WORD.finditer(text, part.start, part.end) if match.group()[0].isupper()]
    if found and text.startswith(found[0], part.start) and rarity(found[0].lower(), 0, 1) < RARE:
        found = found[1:]
    found += [word for word in _WORD.findall(quantity.where or "") if word[0].isupper()]
    return frozenset(word[:5].lower() for word in found if len(word) > 2 and word.lower() not in word_class("before_name"))


def _whom(quantity: Quantity) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in words_for_whom(quantity))


def _where(quantity: Quantity) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in _WORD.findall(quantity.where or "") if word[0].isupper())


def _is_alone(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether no other of a document's figures is of the same noun and unit and another value; a part ("two of them") is no other."""
    things = things_of(quantity)
    whole = (one for one in others if not PART.search(one.text))
    same = (one for one in whole if one.unit == quantity.unit and not things.isdisjoint(things_of(one)))
    return all(one.value is None or one.value == quantity.value for one in same)


def _days(quantity: Quantity) -> tuple[Stretch, ...]:
    stretch = stretch_of(quantity.as_of)
    return (stretch,) if stretch is not None else ()


# --- of two figures ----------------------------------------------------------------------------------------------------------


def clash(first: Amount, second: Amount) -> bool:
    """Whether two figures are given for one thing and cannot both be right."""
    against = is_set_against(first, second)
    wide = against and (first.figure.unit not in {"", "people"} or GATHERED in first.figure.things)
    if agree(first.figure, second.figure) or (far_apart(first.figure, second.figure) and not wide):
        return False
    if first.quantity.document == second.quantity.document and not against and not _is_rival_toll(first, second):
        return False
    if not against and first.toll is None and first.outlet is not None and first.outlet == second.outlet:
        return False  # what one outlet writes as the days pass
    return is_of_one_thing(first, second) and not _is_part(first, second) and not _is_part(second, first)


def is_set_against(first: Amount, second: Amount) -> bool:
    """Whether one article gives a figure beside another's for what that counts: "the union puts the bill at $4 million"."""
    one, other = sorted((first, second), key=lambda each: each.quantity.span)
    if one.quantity.document != other.quantity.document or not other.anew or not are_beside(one.sentence, other.sentence):
        return False
    return bool(one.actors and other.actors) and not one.is_of_one_voice(other)


def _is_rival_toll(first: Amount, second: Amount) -> bool:
    """Whether one article surely gives two tolls of the same people by two parties: it tells of many things that are counted."""
    if first.toll is None or first.is_of_one_voice(second):
        return False
    return bool(first.whom & second.whom or first.where & second.where) or _shared(first, second) >= TOLD_IN_ONE


def is_of_one_thing(first: Amount, second: Amount) -> bool:
    """Whether two figures are given for one thing, whatever their values."""
    if not of_one_thing(first.figure, second.figure) or first.is_rate != second.is_rate or not _same_time(first, second):
        return False
    against = is_set_against(first, second)
    names = (first.names, second.names) if not against else (_NO_NAMES, _NO_NAMES)  # they tell who gives the one and the other
    if any(_are_apart(*each) for each in ((first.whom, second.whom), names, (first.where, second.where))):
        return False
    if first.figure.unit == "age" and (
        first.figure.things.isdisjoint(second.figure.things) or not (first.published and second.published)
    ):
        return False  # whose age, or when, is not said
    if FAMILY in first.figure.things and not _are_of_one_person(first.names, second.names):
        return False
    if first.figure.unit == "km" and (len(first.names & second.names) < ENDS or _is_near(first, second)):
        return False
    updated = first.toll is not None and first.alone and second.alone and first.is_of_one_voice(second)
    return updated or against or _shared(first, second) >= _needed(first, second)


def are_tolls_alike(first: Amount, second: Amount) -> bool:
    """Whether two figures are of one toll, and nothing in their sentences tells two apart."""
    if first.toll is None or first.toll != second.toll or not _same_time(first, second):
        return False
    told = (first.whom, second.whom), (first.names, second.names), (first.where, second.where)
    return not any(_are_apart(*each) for each in told)


def _are_of_one_person(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sentences share a name, and one of them has no other than those that they share; or two names."""
    shared = first & second
    return len(shared) >= ENDS or (bool(shared) and shared in {first, second})


def _is_near(first: Amount, second: Amount) -> bool:
    low, high = sorted((first.figure.value, second.figure.value))
    return low > SAME_WAY * high


def _needed(first: Amount, second: Amount) -> float:
    """How much the surroundings of two figures must share for them to be of one thing."""
    if first.settled and second.settled:
        return 0.0
    if first.toll is not None:
        return TOLD_OF_TOLL
    if first.figure.unit in ALONE or FAMILY in first.figure.things:
        return TOLD_ONCE
    if max(first.figure.value, second.figure.value) < SMALL and first.figure.unit in {"", "people"}:
        return TOLD_OF_FEW
    if not (first.alone and second.alone):
        return TOLD
    return TOLD_OF_LENGTH if first.figure.unit == "hour" else TOLD_ALONE


def _shared(first: Amount, second: Amount) -> float:
    """How much two surroundings have in common."""
    words = sum(weight for word, weight in first.near.items() if word in second.near)
    return words + (PLACED if first.where & second.where else 0.0)


def _are_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether both say something, and nothing in common."""
    return bool(first) and bool(second) and first.isdisjoint(second)


def _is_part(part: Amount, whole: Amount) -> bool:
    """Whether one figure may count some of those whom the other counts."""
    return part.whom > whole.whom and part.figure.value < whole.figure.value


def _same_time(first: Amount, second: Amount) -> bool:
    if first.former.isdisjoint(second.former) and (first.former or second.former):
        return False
    if first.days and second.days and first.toll is None:
        return any(one.meets(other) for one in first.days for other in second.days)
    gap = days_between(first.day, second.day)
    return gap is None or abs(gap) <= NEAR_IN_TIME
