"""Deeds that somebody denies having done ("denied shooting at the guards", "denied that he had shot at them"): they answer whoever says that it was
they who did it, before or after ("But the inspector testified that Vogt fired at the guards")."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from quoth.lexicon.paraphrases import same_word
from quoth.lexicon.wordnet import are_kin, is_kind_of, share_a_sense
from quoth.link.answers import CLAIMING, FARTHEST, SHELLS
from quoth.link.denying import denies_outright
from quoth.link.meanings import LIGHT
from quoth.records import Proposition, Statement

_OWN_DEED = re.compile(
    r"^[“\"‘']?(?:ever |having (?:ever )?|(?:that )?(?:he|she|they|it|i|we) )(?!not\b|never\b|is\b|was\b|were\b|are\b)|^[“\"‘']?(?!being\b|nothing\b)\w+ing\b",
    re.IGNORECASE,
)
"""Begins a deed of whoever denies it; what was done to them or what they are is none."""


def find_undone(statements: Iterable[Statement], keys_of: Callable[[Statement], Collection[str]]) -> dict[str, str]:
    """Denial → the nearest statement of its article, else the first of its story, by which who denies it did it. ``statements`` are a story's,
    ``keys_of`` gives what names who makes one."""
    told = list(statements)
    found = {}
    for denial in filter(denies_deed, told):
        own = frozenset(keys_of(denial))
        able = [one for one in told if _does_it(denial, one, own) and _is_of_it(denial, one, keys_of)]
        nearest = min(able, key=lambda one: _far(denial, one), default=None)
        if nearest is not None:
            found[denial.id] = nearest.id
    return found


def denies_deed(statement: Statement) -> bool:
    """Whether somebody denies having done something."""
    said = statement.proposition
    denied = statement.stance == "denies" and not statement.negated and denies_outright(statement)
    own = denied and _OWN_DEED.match(statement.content.text.strip()) is not None
    return own and said is not None and said.predicate is not None and said.predicate not in LIGHT and not said.negated


def _does_it(denial: Statement, claim: Statement, own: Collection[str]) -> bool:
    """Whether a statement by another says of whoever denies a deed, whom ``own`` names, that they did one of the kind."""
    said, other = denial.proposition, claim.proposition
    if said is None or other is None or claim.stance not in CLAIMING or claim.negated or other.negated or other.modality != "did":
        return False
    if claim.speaker == denial.speaker or denial.id == claim.parent or claim.id == denial.parent:
        return False
    return not frozenset(other.subject).isdisjoint(own) and _one_deed(said, other)


def _is_of_it(denial: Statement, claim: Statement, keys_of: Callable[[Statement], Collection[str]]) -> bool:
    """Whether both share a word beside who did what, or the denial names who makes the claim; one without such words ("denied supporting her") is of a
    claim near it with its own verb."""
    said, other = denial.proposition, claim.proposition
    if said is None or other is None:
        return False
    rest = frozenset(_told_of(said))
    if rest:
        return not rest.isdisjoint(_told_of(other)) or not rest.isdisjoint(keys_of(claim))
    near = claim.document == denial.document and _between(denial, claim) <= FARTHEST
    return near and same_word(said.predicate or "") == same_word(other.predicate or "")


def _one_deed(first: Proposition, second: Proposition) -> bool:
    one, other = first.predicate or "", second.predicate or ""
    if not one or not other:
        return False
    if same_word(one) == same_word(other) or share_a_sense(one, other) or are_kin(one, other):
        return True
    return is_kind_of(one, other) or is_kind_of(other, one)


def _told_of(said: Proposition) -> Iterator[str]:
    """The words of a proposition beside its subject and its deed, levelled."""
    return (
        same_word(word) for word in said.words if word not in said.subject and word not in SHELLS | LIGHT and word != said.predicate
    )


def _far(denial: Statement, claim: Statement) -> tuple[bool, int, str]:
    """How far a statement is from a denial: in another article, or so many code points away."""
    elsewhere = claim.document != denial.document
    return elsewhere, 0 if elsewhere else _between(denial, claim), claim.id


def _between(one: Statement, other: Statement) -> int:
    """The code points between two statements."""
    first, second = sorted((one, other), key=lambda each: each.content.spans[0].start)
    return max(0, second.content.spans[0].start - first.content.spans[-1].end)
