"""The words that a claim is shown in: those of its clearest statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quoth.lexicon.classes import word_class
from quoth.records import PositionStance, Statement

SHORTEST, MIDDLING, LONGEST = 5, 12, 25
"""Words of a clear clause: fewer leave out who or what, more bury it."""

_OPENING = re.compile(r"^(?:that|as|how|whether|because)\s+", re.IGNORECASE)
_NO_VERB = re.compile(
    r"^(?:\S+ ){1,5}?(?:of|for|against|from) [“\"‘']?(?:\w+ly )?\w+ing\b"
)  # "X of planning to": a verb only together with its cue
_SENTENCE = re.compile(r"(?<=\w[.!?])[”\"’]?,?\s+(?=[“\"‘]?[A-Z])|(?<=\w\w,[”\"])\s+(?=[“\"])")
_ASIDE = re.compile(r", (?:which|who|a claim|a charge|an allegation)\b[^,]*$")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be) (?:\w+ly )?\w+(?:ed|en|wn|ne|ld|nt|lt|ut|de|rt|ll)\b")
_PAIRS = (("“", "”"), ("«", "»"))
_WHOSE = re.compile(r"^(?:its|his|her|their|our|my)\b", re.IGNORECASE)
_EDGES = " \t\n“”\"„«»'‘’,;:–—-"
_NO_CLAUSE = re.compile(r"^(?:of|to|for|at|about|over|with|on|in|by|from|any|which|who|[a-z]+ing)\b", re.IGNORECASE)
_POINTING = re.compile(r"^(?:it|this|these|he|she|they|we|i)\b", re.IGNORECASE)
"""A clause whose subject is told before it, or is whoever speaks."""
_DOING = re.compile(r"^to [a-z]+", re.IGNORECASE)
"""What somebody vows, plans or refuses to do: whoever speaks does it."""


def choose_wording(taken: Sequence[tuple[Statement, PositionStance]]) -> str:
    """The own words of the statement that says the claim most clearly: an assertion with subject and predicate, of middling length; of
    equally clear ones the one that is repeated most, then the first."""
    repeated = Counter(wording(statement) for statement, _ in taken)
    ranked = (
        (clarity(statement, stance) - repeated[wording(statement)] / 100, place, wording(statement))
        for place, (statement, stance) in enumerate(taken)
    )
    return min(ranked)[2]


def is_clear(taken: Sequence[tuple[Statement, PositionStance]]) -> bool:
    """Whether any of the statements says the claim in a clause, with subject and predicate; the subject may be whoever speaks, or somebody told of
    before, where it is asserted ("we reject their claim" says no claim), and the denial of a negated clause says it to nobody."""
    return any(_is_clause(statement, wording(statement)) and _says_it(statement, stance) for statement, stance in taken)


def _says_it(statement: Statement, stance: PositionStance) -> bool:
    negated = statement.proposition is not None and statement.proposition.negated
    return stance in {"asserts", "hedges"} or not (negated or _POINTING.match(wording(statement)))


def _is_clause(statement: Statement, text: str) -> bool:
    proposition = statement.proposition
    if proposition is None or proposition.predicate is None or _NO_VERB.match(text):
        return False
    if _DOING.match(text):
        return statement.stance in {"promises", "threatens"}
    return _NO_CLAUSE.match(text) is None and bool(proposition.subject or _PASSIVE.search(text) or _POINTING.match(text))


def wording(statement: Statement) -> str:
    """The first sentence of a content on one line, without the "that" and the quotation marks around it."""
    text = " ".join(statement.content.text.split()).strip(_EDGES)
    ends = (
        match
        for match in _SENTENCE.finditer(text)
        if text[: match.start()].split()[-1].strip(_EDGES).lower() not in word_class("shortened")
    )
    end = next(ends, None)
    text = text[: end.start()].strip(_EDGES) if end else text
    return closed(_ASIDE.sub("", _OPENING.sub("", text)).strip(_EDGES).removesuffix("."))


def closed(text: str) -> str:
    """The text with its quotation marks in pairs: one that was opened is closed at the end, one that was not is left out."""
    for opening, closing in _PAIRS:
        open_ = text.count(opening) - text.count(closing)
        text = text + closing * open_ if open_ > 0 else text.replace(closing, "", -open_) if open_ else text
    if text.count('"') % 2:
        last = text.rindex('"')
        opens = last == 0 or text[last - 1] == " "
        text = text + '"' if opens else text[:last] + text[last + 1 :]
    return text


def clarity(statement: Statement, stance: PositionStance) -> float:
    """How little clear a statement is as the wording of its claim: 0 is best."""
    text = wording(statement)
    words = len(text.split())
    proposition = statement.proposition
    faults = [
        (any(each.match(text) for each in (_NO_CLAUSE, _NO_VERB, _POINTING)), 3.0),
        (proposition is None or not (proposition.subject or _PASSIVE.search(text)), 3.0),
        (proposition is None or proposition.predicate is None, 2.0),
        (proposition is not None and proposition.negated, 2.0),
        (stance not in {"asserts", "hedges"}, 1.5),
        (stance == "hedges", 0.5),
        (words < SHORTEST, 2.0),
        (_WHOSE.match(text) is not None, 1.0),
    ]
    return sum(weight for fault, weight in faults if fault) + max(0, words - LONGEST) / 10 + abs(words - MIDDLING) / 100
