"""Claims that were put together, and that one answer answers: "said that it was staged and accused them of …; she denied the allegation"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from quoth.lexicon.answering import answering
from quoth.link.answers import ACCUSATION, accuses, open_claims, rebuffs, says_denial, tells_of_telling
from quoth.records import Statement

JOINED = 16
"""Code points between one claim and the words that tell of the next in the same sentence: "and also", "and then"."""


def answer_all(
    statements: Sequence[Statement],
    answered: Mapping[str, str],
    *,
    doers: Mapping[str, frozenset[str]],
    keys: Mapping[str, frozenset[str]],
) -> dict[str, tuple[str, ...]]:
    """Answer → all that it answers, that which it was found to answer first. ``statements`` are those of one document in order; ``doers`` and
    ``keys`` as in ``find_answers``."""
    found = {}
    places = {one.id: place for place, one in enumerate(statements)}
    for answer, claim in answered.items():
        place, names = places[answer], keys.get(answer, frozenset())
        beside = _beside(statements[place], statements[places[claim]], statements[:place])
        found[answer] = (claim, *(one.id for one in beside if _is_meant(statements[place], one, names, doers)))
    return found


def _beside(answer: Statement, claim: Statement, before: Sequence[Statement]) -> Iterator[Statement]:
    """Other claims of the speaker of a claim that who answers it may mean, too: those in one sentence with it; where they speak of several, all
    since somebody else claimed something."""
    several = answering()["several"].search(answer.content.text) is not None
    of_claims = several or answering()["named"].search(answer.content.text) is not None
    near = list(open_claims(answer, reversed(before)))
    if not of_claims or claim not in near or rebuffs(answer) or tells_of_telling(answer) or says_denial(answer):
        return
    place = near.index(claim)
    for way in (reversed(near[:place]), near[place + 1 :]):
        last = claim
        for one in way:
            if one.speaker != claim.speaker or not (several or _is_joined(last, one)):
                break
            last = one
            yield one


def _is_meant(answer: Statement, claim: Statement, names: Collection[str], doers: Mapping[str, frozenset[str]]) -> bool:
    """Whether a claim is one of which what is answered speaks: of allegations only what somebody is accused of."""
    accusing = accuses(claim, names) or not doers.get(claim.id, frozenset()).isdisjoint(names)
    return accusing or ACCUSATION.search(answer.content.text) is None


def _is_joined(first: Statement, second: Statement) -> bool:
    """Whether two claims stand in one sentence, joined: "said that … and accused …"."""
    earlier, later = sorted((first, second), key=lambda one: one.cue.spans[0].start)
    gap = later.cue.spans[0].start - earlier.content.spans[-1].end
    return 0 <= gap <= JOINED
