"""Ages in a paragraph: "aged 34", "a 5-year-old boy", "Jana Pirk, 58, said", "he turned 50"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.extract.quantity.spelled import number_end, value_of, words_between
from quoth.lexicon.titles import titles
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

AGE = "age"
YOUNG = {"year": AGE, "month": "age in months", "week": "age in weeks", "day": "age in days"}
"""The unit of an age by the word that counts it."""
OLDEST = 120
TELLING = frozenset({"aged", "age", "ages"})
BOUNDS = {"under": "high", "below": "high", "younger": "high", "over": "low", "above": "low", "older": "low", "up": "low"}
"""Words that make an age a bound."""
GROWING = frozenset(
    {
        "child",
        "kid",
        "boy",
        "girl",
        "people",
        "person",
        "adult",
        "woman",
        "man",
        "infant",
        "baby",
        "youth",
        "youngster",
        "minor",
        "toddler",
    }
)
"""Those of whom a bare number behind "under" is an age."""
RANGE = re.compile(r"(?P<range>- (?:to ?- ?)?(?P<high>\d\d)) (?:age|demographic)\b")
"""What goes on with a number that begins an age group ("18-to-34 age group")."""
LISTING = frozenset({",", "and"})
CLOSED = frozenset({",", ".", ")", ";", ""})
NAMED_OTHERWISE = frozenset({"GPE", "DATE", "LOC", "FAC", "TIME"})


@dataclass(frozen=True, slots=True)
class Age:
    """An age by the tokens of its paragraph, inclusive; ``of``: whose it is, in small letters where it is no name."""

    first: int
    last: int
    value: float
    high: float
    """Where two bound it ("ages 5 to 12") the upper one, else the same."""
    unit: str
    of: str | None
    bound: str | None = None
    """Where it is a bound ("age 16 and above", "under the age of five"): low or high."""


def find_ages(paragraph: Paragraph) -> Iterator[Age]:
    """The ages of a paragraph in order."""
    index, tokens = 0, paragraph.tokens
    while index < len(tokens):
        age = _age(paragraph, index)
        listed = age is not None and tokens[age.first].text.lower() == "ages"
        while age is not None:
            yield age
            index, age = age.last, _next_of_list(paragraph, age) if listed else None
        index += 1


def _next_of_list(paragraph: Paragraph, age: Age) -> Age | None:
    """The next of "ages 13, 15 and 19"."""
    tokens, at = paragraph.tokens, age.last + 1
    if age.value != age.high or _word(tokens, at) not in LISTING:
        return None
    while _word(tokens, at) in LISTING:
        at += 1
    years = _word(tokens, at)
    told = years.isdigit() and 1 <= int(years) <= OLDEST and tokens[at].dep in {"nummod", "conj", "appos"}
    return Age(at, at, float(years), float(years), AGE, age.of) if told and _word(tokens, at + 1) in CLOSED | LISTING else None


def _age(paragraph: Paragraph, index: int) -> Age | None:
    tokens = paragraph.tokens
    last = number_end(tokens, index, ())
    worth = None if last is None else value_of(words_between(tokens, index, last))
    if last is None or worth is None or worth.open_above or worth.share or worth.number > OLDEST:
        return None
    return (
        _counted_in_years(paragraph, index, last, worth.number)
        or _told(paragraph, index, last, worth.number)
        or _behind_a_name(paragraph, index, last, worth.number)
        or _turned(paragraph, index, last, worth.number)
        or _of_group(paragraph, index, last, worth.number)
    )


def _counted_in_years(paragraph: Paragraph, first: int, last: int, value: float) -> Age | None:
    """Reads "5-year-old boy", "41 years old", "41 years of age", "5 months old"."""
    tokens = paragraph.tokens
    at = _past_hyphen(tokens, last + 1)
    unit = YOUNG.get(_word(tokens, at).removesuffix("-").removesuffix("s"))
    after = _past_hyphen(tokens, at + 1)
    old = _word(tokens, after)
    if unit is None or not (old in {"old", "olds"} or (old == "of" and _word(tokens, after + 1) == "age")):
        return None
    end = after if old != "of" else after + 1
    return Age(first, end, value, value, unit, _owner(paragraph, tokens[end if old != "of" else at]))


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if _word(tokens, at) in {"-", "–"} else at


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""


def _owner(paragraph: Paragraph, token: Token) -> str | None:
    """Whose age it is: the noun that it stands before, else the subject that it is said of."""
    head = paragraph.tokens[token.head]
    if head.index > token.index and head.pos in {"NOUN", "PROPN"} and head.lemma not in unit_words("time"):
        return _name(paragraph, head)
    someone = token.dep in {"dobj", "pobj", "nsubj", "nsubjpass"} and paragraph.children(
        token.index, "det"
    )  # "accused the 53-year-old"
    for above in () if someone else (head, *paragraph.ancestors(head.index)):
        if above.pos in {"AUX", "VERB"}:
            subject = next((one for one in paragraph.children(above.index, "nsubj", "nsubjpass") if one.index < token.index), None)
            return _name(paragraph, subject) if subject is not None and subject.pos in {"NOUN", "PROPN"} else None
    return None


def _name(paragraph: Paragraph, noun: Token) -> str:
    """A noun in small letters, a name with its other parts."""
    first = noun.index
    while first > 0 and noun.pos == "PROPN" and paragraph.tokens[first - 1].pos == "PROPN":
        first -= 1
    words = (
        token.text if token.pos == "PROPN" or token.entity in {"PERSON", "ORG"} else token.text.lower()
        for token in paragraph.tokens[first : noun.index + 1]
    )
    return " ".join(words)


def _told(paragraph: Paragraph, first: int, last: int, value: float) -> Age | None:
    """Reads "aged 34", "age 12", "at the age of 12", "ages 5 to 12"."""
    tokens = paragraph.tokens
    before = _word(tokens, first - 1)
    at = first - 2 if before == "of" and _word(tokens, first - 2) in {"age", "ages"} else first - 1
    if _word(tokens, at) not in TELLING:
        return None
    high, end = value, last
    at_high = last + (4 if [_word(tokens, last + step) for step in (1, 2, 3)] == ["-", "to", "-"] else 2)
    between = "between" in {_word(tokens, at - step) for step in (1, 2, 3)}
    ranged = _word(tokens, last + 1) in {"to", "-", "–", "through", *(["and"] if between else [])} and at_high < len(tokens)
    if ranged and (further := number_end(tokens, at_high, ())) is not None:
        worth = value_of(words_between(tokens, at_high, further))
        if worth is not None and value < worth.number <= OLDEST:
            high, end = worth.number, further
    noun = tokens[tokens[at].head]
    behind = noun.index < at and noun.pos in {"NOUN", "PROPN"}
    owner = _someone(paragraph, noun) if behind else _who_was(paragraph, tokens[at])
    bound, more = _bound_of(tokens, at, end) if value == high else (None, 0)
    return Age(at, end + more, value, high, AGE, None if owner is None else _name(paragraph, owner), bound)


def _bound_of(tokens: Sequence[Token], at: int, end: int) -> tuple[str | None, int]:
    """What bounds an age, and how many words behind it do: "age 16 *and above*", "*under the* age of five"."""
    after = [_word(tokens, end + 1), _word(tokens, end + 2)]
    if after[0] in {"and", "or"} and after[1] in BOUNDS:
        return BOUNDS[after[1]], 2
    before = [_word(tokens, at - 2), _word(tokens, at - 1)]
    return (BOUNDS[before[0]], 0) if before[1] == "the" and before[0] in BOUNDS else (None, 0)


def _of_group(paragraph: Paragraph, first: int, last: int, value: float) -> Age | None:
    """Reads "the 18-to-34 age group", "children under five"."""
    tokens = paragraph.tokens
    words = [_word(tokens, last + step) for step in range(1, 6)]
    ranged = RANGE.match(" ".join(words))
    if ranged is not None and value < int(ranged["high"]) <= OLDEST:
        end = last + len(ranged["range"].split())
        return Age(first, end, value, float(ranged["high"]), AGE, None)
    noun, bound = (tokens[first - 2] if first > 1 else None), _word(tokens, first - 1)
    alone = words[0] in CLOSED or tokens[last + 1].pos in {"AUX", "VERB", "CCONJ", "SCONJ", "ADP"}
    if noun is None or not alone or bound not in BOUNDS or noun.tag not in {"NNS", "NNPS"} or noun.lemma not in GROWING:
        return None
    return Age(first - 1, last, value, value, AGE, noun.text.lower(), BOUNDS[bound])


def _who_was(paragraph: Paragraph, told: Token) -> Token | None:
    """The person of whose deed it is told at what age: "Holt, who came *at age 4*", "she was ruled at the age of 12"."""
    if told.index == 0 or not {paragraph.tokens[max(0, told.index - step)].text.lower() for step in (1, 2)} & {"at"}:
        return None
    verb = next((above for above in paragraph.ancestors(told.index) if above.pos in {"VERB", "AUX"}), None)
    subject = None if verb is None else next(iter(paragraph.children(verb.index, "nsubj", "nsubjpass")), None)
    if verb is not None and subject is not None and subject.pos == "PRON" and verb.dep == "relcl":
        subject = paragraph.tokens[verb.head]
    named = subject is not None and (subject.entity == "PERSON" or _is_person(subject))
    return subject if named else None


def _someone(paragraph: Paragraph, noun: Token) -> Token:
    """The person that a noun belongs to, where it is none itself: "a *member* of the crew of the Star, aged 34"; else the noun."""
    for above in paragraph.ancestors(noun.index):
        if noun.entity == "PERSON" or _is_person(noun) or above.pos not in {"NOUN", "ADP"}:
            return noun
        if above.pos == "NOUN" and _is_person(above):
            return above
    return noun


def _behind_a_name(paragraph: Paragraph, first: int, last: int, value: float) -> Age | None:
    """Reads "Jana Pirk, 58, said" and "the suspect (34)"."""
    tokens = paragraph.tokens
    mark, closed = _word(tokens, first - 1), _word(tokens, last + 1)
    beside = tokens[first].dep == "appos" and tokens[first].entity == "DATE"
    ended = closed in CLOSED or (closed == "and" and beside)
    if mark not in {",", "("} or not ended or first < 2 or not tokens[first].text.isdigit() or first != last:
        return None
    noun = tokens[first - 2]
    called = noun.pos == "PROPN" or (beside and noun.text[0].isupper() and tokens[first].head == noun.index)
    named = called and noun.entity not in NAMED_OTHERWISE
    if value < 1 or not (named or _is_person(noun)) or (mark == "(" and closed != ")"):
        return None
    return Age(first, last, value, value, AGE, _name(paragraph, noun))


def _is_person(noun: Token) -> bool:
    word = titles().get(noun.lemma)
    return noun.tag == "NN" and (noun.lemma in unit_words("people") or (word is not None and word.person))


def _turned(paragraph: Paragraph, first: int, last: int, value: float) -> Age | None:
    """Reads "who turned 50" and "she was 77": a verb with a bare number."""
    tokens = paragraph.tokens
    closed = last + 1 >= len(tokens) or tokens[last + 1].pos in {"PUNCT", "ADP", "ADV", "CCONJ", "SCONJ"}
    if first == 0 or not closed or value < 1:
        return None
    subject = next(iter(paragraph.children(tokens[first - 1].index, "nsubj")), None)
    turned = tokens[first - 1].lemma == "turn" and tokens[first - 1].pos == "VERB"
    dated = tokens[first].entity == "DATE" and _word(tokens, last + 1) in {"at", "when", "and"}
    who = subject is not None and subject.text.lower() == "who" and tokens[first - 1].dep == "relcl"
    ended = dated or _word(tokens, last + 1) in {"", ".", ";"} or (who and _word(tokens, last + 1) == ",")
    subject = tokens[tokens[first - 1].head] if who else subject
    if not turned and not (ended and tokens[first - 1].lemma == "be" and subject is not None and _is_someone(subject)):
        return None
    named = subject is not None and subject.pos in {"NOUN", "PROPN"}
    return Age(first, last, value, value, AGE, _name(paragraph, subject) if subject is not None and named else None)


def _is_someone(subject: Token) -> bool:
    return subject.text.lower() in {"he", "she"} or subject.entity == "PERSON"
