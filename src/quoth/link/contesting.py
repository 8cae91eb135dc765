"""Which statements of a claim really stand against the others: what somebody never said, their own words told twice, and what is only spoken of
are no dispute."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from quoth.lexicon.answering import answering
from quoth.lexicon.postures import postures
from quoth.link.answers import ANSWERING
from quoth.link.flatly import denies_flatly
from quoth.link.judged.statements import overlap
from quoth.link.postures import calls_it_false, without_answers
from quoth.link.recanting import recants
from quoth.link.stances import AGAINST, NOT_SAID, TAKES
from quoth.records import PositionStance, Statement

Taken: TypeAlias = tuple[Statement, PositionStance]
Speakers: TypeAlias = Callable[[Statement], tuple[str, ...]]

SPEAKING = frozenset({"i", "we"})
MEANT = frozenset({"denies", "doubts"})
PARTICIPLE = re.compile(r"^\w+ing\b", re.IGNORECASE)
"""A cue within another's words that goes on with who speaks there: "dismissed her concerns, saying …"."""
WHETHER = re.compile(r"^(?:whether|if)\b", re.IGNORECASE)
WORD = re.compile(r"[\w']+")
NEGATED = 0.6
"""Share of the words of the longer of two contents that both have, where one is the other but for a "not"."""
TWICE = 0.5
"""Share of what two contents mark that both mark, from which on they are one content read twice."""
CLAUSE = re.compile(r"^(?:whether|if|that)\b", re.IGNORECASE)


def stand_apart(
    taken: Sequence[Taken], by_id: Mapping[str, Statement], speakers: Speakers, answered: Mapping[str, str]
) -> list[Taken]:
    """Of the statements of one claim, with their stances on it, those that make it or answer it, in their order.

    ``by_id`` are all statements of the story, ``speakers`` gives the actors that make one, ``answered`` which of them stand on it as answers.
    """
    if not _is_contested(taken):
        return list(taken)
    kept = [(one, stance) for one, stance in taken if not is_unmade(one)]
    made = [one for one, stance in kept if stance not in AGAINST]
    kept = [told for one, stance in kept if (told := _as_said(one, stance, made, answered)) is not None]
    against = [one for one, stance in kept if stance in AGAINST]
    kept = [(one, stance) for one, stance in kept if stance in AGAINST or not _is_spoken_of(one, against, by_id, speakers)]
    kept = _told_once(kept, speakers)
    held = [one for one, stance in kept if stance not in AGAINST and one.stance not in {"thinks", "speculates", *MEANT}]
    return [(one, stance) for one, stance in kept if stance not in AGAINST or held or not _disbelieves(one, answered)]


def is_unmade(statement: Statement) -> bool:
    """Whether a statement was not made: it is to be made, may be made, or somebody is asked for it."""
    if statement.stance not in {"asserts", "denies", "doubts", "confirms", "thinks"}:
        return False
    spoken = statement.source.text.lower() if statement.source else ""
    return spoken not in SPEAKING and answering()["unmade"].match(statement.cue.text) is not None


def _is_contested(taken: Sequence[Taken]) -> bool:
    return len({stance in AGAINST for _, stance in taken}) > 1


def _as_said(statement: Statement, stance: PositionStance, made: Sequence[Statement], answered: Mapping[str, str]) -> Taken | None:
    """A statement with its stance on the claim; one that is against it only by a "not" in other words tells it as it says it, if it asserts."""
    if stance not in AGAINST or statement.id in answered or _opposes(statement, made):
        return statement, stance
    taken = TAKES.get(statement.stance)
    return (statement, taken) if taken in {"asserts", "hedges"} and not statement.negated else None


def _opposes(statement: Statement, made: Sequence[Statement]) -> bool:
    """Whether a statement that is of a claim by its words stands against it: by how it is said (it denies, doubts, or does not believe it), by
    what it says ("we reject the talk of mines", "nothing was mined"), or because it is what somebody said but for a "not"."""
    if statement.stance == "thinks" and statement.negated:
        return answering()["believing"].search(statement.cue.text) is not None
    if statement.act in {"question", "downplay"}:
        content = statement.content.text.strip()
        asked = answering()["asking"].search(statement.cue.text) is not None
        return not asked and bool(CLAUSE.match(content) or answering()["said"].search(content))
    taken = NOT_SAID.get(statement.stance) if statement.negated else TAKES.get(statement.stance)
    said = without_answers(statement.content.text)
    return (
        taken in AGAINST
        or calls_it_false(statement, said)
        or denies_flatly(statement)
        or any(_is_negated(statement.content.text, other.content.text) for other in made)
    )


def _is_negated(text: str, other: str) -> bool:
    """Whether of two contents one is the other with a "not" in it."""
    negation = postures()["negation"]
    if (negation.search(text) is None) == (negation.search(other) is None):
        return False
    one, two = (Counter(WORD.findall(negation.sub(" ", each.lower()))) for each in (text, other))
    return (one & two).total() >= NEGATED * max(one.total(), two.total())


def _disbelieves(statement: Statement, answered: Mapping[str, str]) -> bool:
    return statement.stance == "thinks" and statement.negated and statement.id not in answered


def _is_spoken_of(statement: Statement, against: Sequence[Statement], by_id: Mapping[str, Statement], speakers: Speakers) -> bool:
    """Whether a statement stands in words against the claim and is no one else's: "denied that he had said so", "dismissed it, saying …"."""
    for outer in against:
        if not _covers(outer, statement):
            continue
        mine, theirs = speakers(statement), speakers(outer)
        same = bool(mine) and not set(mine).isdisjoint(theirs)
        whether = WHETHER.match(outer.content.text.strip()) is not None
        if same or whether or PARTICIPLE.match(statement.cue.text):
            return True
    parent = by_id.get(statement.parent or "")
    return (
        parent is not None
        and (parent.stance == "asks" or parent.act == "question")
        and not answering()["said"].search(parent.content.text)
    )


def _covers(outer: Statement, inner: Statement) -> bool:
    """Whether one statement stands in the content of the other."""
    if outer.document != inner.document or outer.id == inner.id:
        return False
    at = inner.cue.spans[0]
    return any(span.start <= at.start and at.end <= span.end for span in outer.content.spans)


def _told_once(taken: Sequence[Taken], speakers: Speakers) -> list[Taken]:
    """The statements without those by which one actor would contradict itself in one article: what is denied in plain words holds; of the same
    words read twice the ones that are asserted. Who takes back what they said, said it."""
    sides: dict[tuple[str, str], tuple[list[Statement], list[Statement]]] = defaultdict(lambda: ([], []))
    for one, stance in taken:
        for actor in speakers(one):
            sides[one.document, actor][stance in AGAINST].append(one)
    gone: set[str] = set()
    for held, against in sides.values():
        if held and against and not any(map(recants, against)):
            plain = [one for one in against if one.stance in ANSWERING and not any(_is_same(one, other) for other in held)]
            gone |= {one.id for one in (held if plain else against)}
    return [(one, stance) for one, stance in taken if one.id not in gone]


def _is_same(first: Statement, second: Statement) -> bool:
    """Whether two contents are mostly the same words at the same place."""
    return overlap(first.content.spans, second.content.spans) >= TWICE
