"""Whether what only points back ("denied it", "which Norvia denies", "rejected the allegations") can mean a statement before it.

Of 286 statements set against a claim in a ledger of news (``quality/claims/disputed.jsonl``) two in three were no answer to it; half of these pointed
back to something else: further away, to a plan ("vetoed it"), or to what somebody else is accused of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from math import inf

from quoth.lexicon.answering import answering
from quoth.link.answers import ACCUSATION, DENIAL, FARTHEST, THESE, accuses, disbelieves, may_accuse, own_words
from quoth.link.sentences import sentence_ends
from quoth.records import Statement

POINTING = frozenset({
    "it", "this", "that", "these", "those", "they", "them", "which", "so", "any", "all", "some", "of", "him", "her", "he", "she", "anything",
    "everything", "none", "both",
})  # fmt: skip
"""Words that name nothing of what they point to."""
PEOPLE = frozenset({"him", "her", "he", "she"})
NEXT = 1
"""Ends of sentences between a claim and a pronoun that means it, at most."""
NEAR, NAMED = 2, 3
"""The same where a noun means it ("denied the allegations"), and where the claim names who answers."""
CHARGED = re.compile(r"\b(?:allegation|accusation)s?\b|\b(?:accused|charges) (?:of|by|against|that)\b", re.IGNORECASE)
"""Tells that somebody is accused of something."""
BESIDE = 24
"""Code points between what is said and the "which" that means it: ", something which"."""


def reaches(answer: Statement, claim: Statement, names: Collection[str], beside: Sequence[Statement], text: str) -> bool:
    """Whether an answer that points back can mean a claim before it.

    ``names`` are those of who answers, ``beside`` the statements of the document in order, ``text`` its text.
    """
    words = frozenset(re.findall(r"[\w']+", answer.content.text.lower()))
    if answer.act == "retract" or not _is_of_something_said(answer, claim, words):
        return False  # who takes something back answers nobody
    if words == {"which"}:
        return _is_beside(answer, claim, text)
    named = claim.proposition is not None and not frozenset(names).isdisjoint(claim.proposition.words)
    if _is_of_a_charge_beside(answer, claim, words, text) and not (named and may_accuse(claim)):
        return False
    within = ends_between(claim, answer, text) <= _farthest(answer, claim, names, words)
    return within and not (words <= POINTING and _is_between(answer, claim, beside, text))


def _is_of_a_charge_beside(answer: Statement, claim: Statement, words: Collection[str], text: str) -> bool:
    """Whether what an answer points back to is a charge that is told before it in its own sentence, where the claim does not stand: "the allegations
    against Orrin, who denied them"."""
    opens, told = before_it(answer, text)
    pointing = POINTING.issuperset(words) or ACCUSATION.search(answer.content.text) is not None
    return pointing and claim.content.spans[-1].end <= opens and CHARGED.search(told) is not None


def before_it(answer: Statement, text: str) -> tuple[int, str]:
    """Where the sentence of an answer begins, and the words of it that stand before the answer."""
    first = min(span.start for part in (answer.source, answer.cue, answer.content) if part for span in part.spans)
    opens = max(sentence_ends(text, max(0, first - FARTHEST), first), default=0)
    return opens, text[opens:first]


def _farthest(answer: Statement, claim: Statement, names: Collection[str], words: Collection[str]) -> float:
    """How many sentences may end between an answer and what it means."""
    if answering()["blame"].search(answer.content.text):
        return NEXT if accuses(claim, names) else -1
    if DENIAL.search(answer.cue.text):
        return NAMED  # "the denials that these are true" were given elsewhere, not to what was said last
    if POINTING.issuperset(words) or disbelieves(answer) or THESE.match(answer.content.text):
        return NEXT
    if own_words(answer):
        return inf  # it says whose claim it is
    named = claim.proposition is not None and not frozenset(names).isdisjoint(claim.proposition.words)
    return NAMED if named else NEAR


def _is_of_something_said(answer: Statement, claim: Statement, words: Collection[str]) -> bool:
    """Whether an answer is about something said; "a question of when" and what is vetoed are not."""
    if answer.act == "question":
        return answering()["said"].search(answer.content.text) is not None or len(words) > 1 or POINTING.issuperset(words)
    return answer.act != "reject" or _rejects_what_is_said(answer, claim, words)


def _rejects_what_is_said(answer: Statement, claim: Statement, words: Collection[str]) -> bool:
    """Whether words of rejection are about something said, not about a plan or a person: "rejected the claim", "dismissed this"."""
    if answering()["said"].search(answer.content.text):
        return True
    told = claim.stance == "accuses" or ACCUSATION.search(claim.cue.text) is not None
    around = claim.content.spans[0].start <= answer.content.spans[0].start < claim.content.spans[-1].end
    said = told or ("which" in words and around) or answer.cue.text.lower().split()[-1].startswith("dismiss")
    return said and answering()["turned down"].search(answer.cue.text) is not None and PEOPLE.isdisjoint(words)


def _is_beside(answer: Statement, claim: Statement, text: str) -> bool:
    """Whether a "which" is about a claim: it stands in its words or right behind them."""
    at, last = answer.content.spans[0].start, claim.content.spans[-1].end
    if claim.content.spans[0].start <= at < last:
        return True
    return 0 <= at - last <= BESIDE and not _ends(text, last, at)


def ends_between(claim: Statement, answer: Statement, text: str) -> int:
    """How many sentences end between a claim and an answer to it."""
    last = max(claim.content.spans[-1].end, claim.cue.spans[-1].end)
    first = min(span.start for part in (answer.source, answer.cue, answer.content) if part for span in part.spans)
    return _ends(text, last, first) if last < first else 0


def _is_between(answer: Statement, claim: Statement, beside: Sequence[Statement], text: str) -> bool:
    """Whether who answers says something else first, in the same sentence, to which the pronoun points: "said that there was a plan and denied it"."""
    for one in beside:
        last = one.content.spans[-1].end
        after = claim.content.spans[-1].end <= one.cue.spans[0].start and last <= answer.cue.spans[0].start
        alone = one.id not in {answer.id, claim.id} and one.speaker == answer.speaker and one.speaker is not None
        if after and alone and not _ends(text, last, answer.cue.spans[0].start):
            return True
    return False


def _ends(text: str, start: int, stop: int) -> int:
    """How many sentences end between two places; the mark before the first is counted, and what opens the next is seen."""
    return sum(1 for _ in sentence_ends(text, max(0, start - 1), stop + 1))
