"""Statements that tell no more than others of their story do ("the gate was opened", "the gate was opened by hand before dawn"): whoever accepts the
longer one accepts the shorter, so that both make one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quoth.lexicon.paraphrases import same_word
from quoth.link.answers import CLAIMING, points_back
from quoth.link.compare import compare
from quoth.link.findings import Apart
from quoth.link.meanings import LIGHT
from quoth.link.said import say
from quoth.records import Statement

FEWEST = 3
"""Content words of the shorter one, its deed among them."""
ADDED: frozenset[Apart | None] = frozenset({None, "thing", "kind", "part"})
"""What the longer one may tell beside: something that the shorter does not name."""


def find_contained(statements: Sequence[Statement]) -> list[tuple[str, str]]:
    """Pairs of statements of different articles, the second of which tells all that the first does: of several the shortest.

    ``statements`` are a story's.
    """
    words = {one.id: _words(one) for one in statements if _is_told(one)}
    alike: dict[tuple[str, bool], list[Statement]] = defaultdict(list)
    for one in statements:
        if len(words.get(one.id, ())) >= FEWEST:
            alike[_deed(one)].append(one)
    found = []
    for together in alike.values():
        for one in together:
            longer = sorted(
                (other for other in together if other.document != one.document and words[one.id] <= words[other.id]),
                key=lambda other: len(words[other.id]),
            )
            found += [(one.id, other.id) for other in longer if _is_more_of_it(one, other)][:1]
    return found


def _is_told(statement: Statement) -> bool:
    """Whether a statement claims something in words of its own, with a verb."""
    said = statement.proposition
    held = statement.stance in CLAIMING - {"thinks"} and not statement.negated and not points_back(statement)
    return held and said is not None and said.predicate is not None and said.tense is not None and said.modality == "did"


def _deed(statement: Statement) -> tuple[str, bool]:
    """What is told to be done, and whether it is told as not done."""
    said = statement.proposition
    return (same_word(said.predicate or ""), said.negated) if said is not None else ("", False)


def _words(statement: Statement) -> frozenset[str]:
    said = statement.proposition
    return frozenset(map(same_word, said.words)) - LIGHT if said is not None else frozenset()


def _is_more_of_it(short: Statement, long: Statement) -> bool:
    """Whether nothing but what the longer one adds sets two statements apart."""
    if short.proposition is None or long.proposition is None:
        return False
    compared = compare(say(short.proposition), say(long.proposition))
    return compared.relation == "same" or (compared.relation == "related" and compared.by in ADDED)
