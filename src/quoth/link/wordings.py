"""The words that a claim is shown in: those of its clearest statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from quoth.lexicon.classes import word_class
from quoth.records import Passage, PositionStance, Statement

SHORTEST, MIDDLING, LONGEST = 5, 12, 25
"""Words of a clear clause: fewer leave out who or what, more bury it."""

_OPENING = re.compile(r"^(?:that|as|how|whether|because)\s+", re.IGNORECASE)
_NO_VERB = re.compile(
    r"^(?:\S+ ){1,5}?(?:of|for|against|from) [“\"‘']?(?:\w+ly )?\w+ing\b"
)  # "X of planning to": a verb only together with its cue
_OF_DOING = re.compile(r"\b(?:of|for|with) [“\"‘']?(?:\w+ly )?\w+ing\b")
_SENTENCE = re.compile(r"(?<=\w[.!?])[”\"’]?,?\s+(?=[“\"‘]?[A-Z])|(?<=\w\w,[”\"])\s+(?=[“\"])")
_ASIDE = re.compile(r", (?:which|who|a claim|a charge|an allegation)\b[^,]*$")
_WHETHER = re.compile(r"^(?:whether|if) ", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be) (?:\w+ly )?(?:\w+(?:ed|en|wn|ne|ld|nt|lt|ut|de|rt|rn|ll|ght|und|ept|aid)"
    r"|shot|hit|struck|stuck|left|lost|met|set|shut|let|read|led|sunk|begun|run|won|hung|cast|split|spread|swung)\b"
)
_PAIRS = (("“", "”"), ("«", "»"))
_RUNNING_ON = {"", ",", "—", "–", "-", "”", '"', "’"}
"""What stands before a cue within a sentence."""
_WHOSE = re.compile(r"^(?:its|his|her|their|our|my)\b", re.IGNORECASE)
_EDGES = " \t\n“”\"„«»'‘’,;:–—-"
_NO_CLAUSE = re.compile(
    r"^(?:of|to|for|at(?! (?:least|most)\b)|(?:about|over)(?! \d)|with|on|in|by|from|any|which|who|[a-z]+ing)\b", re.IGNORECASE
)
_POINTING = re.compile(r"^(?:it|this|these|he|she|they|we|i)\b", re.IGNORECASE)
"""A clause whose subject is told before it, or is whoever speaks."""
_RELATIVE = re.compile(r"^(?:who|which|that|whose)\b", re.IGNORECASE)
_OF_SEVERAL = re.compile(r"^(?:have|are|were|do|am)\b", re.IGNORECASE)
"""A cue that does not go with one name: "*we* have found"."""
_FULL_STOP = re.compile(r"\.(?=[\"”’]?$)")
_DOING = re.compile(r"^to [a-z]+", re.IGNORECASE)
"""What somebody vows, plans or refuses to do: whoever speaks does it."""


def choose_wording(taken: Sequence[tuple[Statement, PositionStance]], *, names: Mapping[str, str] | None = None) -> str:
    """The own words of the statement that says the claim most clearly: an assertion with subject and predicate, of middling length; of
    equally clear ones the one that is repeated most, then the first. Where it is no clause, or tells nobody by whom it is, who says it stands with it
    ("Dolan called the deal 'fair'"), by ``names`` where the article has a pronoun there."""
    repeated = Counter(wording(statement) for statement, _ in taken)
    ranked = (
        (clarity(statement, stance) - repeated[wording(statement)] / 100, place) for place, (statement, stance) in enumerate(taken)
    )
    statement, stance = taken[min(ranked)[1]]
    return _line(statement, stance, (names or {}).get(statement.id))


def _line(statement: Statement, stance: PositionStance, name: str | None) -> str:
    text = wording(statement)
    charge = statement.stance == "accuses" and _WHOSE.match(text)  # "Arden's charge that its agents had …"
    if stance != "asserts" or (_is_finite(statement) and not _POINTING.match(text) and not charge):
        return text
    told = _attributed(statement, name)
    if told is None and not _is_clause(statement, text):
        told = _in_a_row([statement.cue, statement.content])
    return told or text


def _is_finite(statement: Statement) -> bool:
    """Whether a content has a verb of its own in a tense or a mood; where it was not parsed that is not known, and taken for granted."""
    proposition = statement.proposition
    return proposition is None or proposition.tense is not None or proposition.modality != "did"


def _attributed(statement: Statement, name: str | None) -> str | None:
    """Source, cue and content in one row, as they stand in the article; where the source tells nobody, or stands elsewhere, with the name of who
    speaks before cue and content. None where those are apart."""
    parts = [part for part in (statement.source, statement.cue, statement.content) if part]
    said = _in_a_row(parts) if statement.source else None
    if (
        said is None
        and name
        and _OF_SEVERAL.match(statement.cue.text) is None
        and statement.cue.text[:1].isalpha()
        and not _NO_CLAUSE.match(statement.cue.text)
    ):
        return _in_a_row([statement.cue, statement.content], name)
    return said


def _in_a_row(parts: Sequence[Passage], name: str = "") -> str | None:
    places = [span for part in parts for span in part.spans]
    joined = len(places) == len(parts) and all(0 <= after.start - before.end <= 1 for before, after in pairwise(places))
    words = " ".join([name, *(" ".join(part.text.split()) for part in parts)])
    text = _FULL_STOP.sub("", closed(words.strip(" ,;:")))
    whole = joined and not _POINTING.match(text) and not _RELATIVE.match(text) and len(text.split()) <= LONGEST
    return text if whole else None


def is_clear(taken: Sequence[tuple[Statement, PositionStance]]) -> bool:
    """Whether any of the statements says the claim in a clause, with subject and predicate; the subject may be whoever speaks, or somebody told of
    before, where it is asserted ("we reject their claim" says no claim), and the denial of a negated clause says it to nobody."""
    return any(
        (_is_clause(statement, wording(statement)) and _says_it(statement, stance)) or _says_of_what(statement, stance)
        for statement, stance in taken
    )


def _says_of_what(statement: Statement, stance: PositionStance) -> bool:
    """Whether an accusation is a clause together with who makes it: "Reeve accused Dolan of having sold the gate"."""
    accuses = stance == "asserts" and statement.stance == "accuses" and _OF_DOING.search(statement.content.text) is not None
    return accuses and _attributed(statement, statement.speaker) is not None


def _says_it(statement: Statement, stance: PositionStance) -> bool:
    negated = statement.proposition is not None and statement.proposition.negated
    return stance in {"asserts", "hedges"} or not (negated or _POINTING.match(wording(statement)))


def _is_clause(statement: Statement, text: str) -> bool:
    proposition = statement.proposition
    if proposition is None or proposition.predicate is None or _NO_VERB.match(text) or _leaves_open(statement):
        return False
    if _DOING.match(text):
        return statement.stance in {"promises", "threatens"}
    return _NO_CLAUSE.match(text) is None and bool(proposition.subject or _PASSIVE.search(text) or _POINTING.match(text))


def wording(statement: Statement) -> str:
    """The first sentence of a content on one line, without the "that" and the quotation marks around it."""
    text = _first_part(statement).strip(_EDGES)
    ends = (
        match
        for match in _SENTENCE.finditer(text)
        if text[: match.start()].split()[-1].strip(_EDGES).lower() not in word_class("shortened")
    )
    end = next(ends, None)
    text = text[: end.start()].strip(_EDGES) if end else text
    return closed(_ASIDE.sub("", _OPENING.sub("", text)).strip(_EDGES).removesuffix("."))


def _leaves_open(statement: Statement) -> bool:
    """Whether a content only asks: "whether they were told"."""
    return _WHETHER.match(statement.content.text.strip(_EDGES)) is not None


def _first_part(statement: Statement) -> str:
    """A content on one line; of one that its cue parts into two sentences the first ("The gate was shut, Dolan says; Reeve …")."""
    content = statement.content
    text, first = " ".join(content.text.split()), content.spans[0]
    head, tail = content.text[: first.end - first.start], content.text[first.end - first.start :].strip()
    whole = len(content.spans) == 1 or not tail[:1].isupper() or head.rstrip()[-1:] in _RUNNING_ON or len(head.split()) < SHORTEST
    return text if whole else " ".join(head.split())


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
        (not _is_finite(statement), 3.0),
        (_leaves_open(statement), 3.0),
        (_DOING.match(text) is not None and statement.stance not in {"promises", "threatens"}, 3.0),
        (proposition is not None and proposition.negated, 2.0),
        (stance not in {"asserts", "hedges"}, 1.5),
        (stance == "hedges", 0.5),
        (words < SHORTEST, 2.0),
        (_WHOSE.match(text) is not None, 1.0),
    ]
    return sum(weight for fault, weight in faults if fault) + max(0, words - LONGEST) / 10 + abs(words - MIDDLING) / 100
