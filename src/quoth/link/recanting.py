"""What somebody takes back of what they said themselves: "who had said that the gate held, said that this had been a mistake", "we withdraw that report"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from quoth.link.contents import plain_content
from quoth.link.reach import ends_between
from quoth.records import Stance, Statement

HELD: frozenset[Stance] = frozenset({"asserts", "accuses", "confirms", "speculates"})
"""How that is said which can be taken back."""
FARTHEST = 3
"""Ends of sentences between what somebody said and the words by which they take it back, at most."""
_SAID = r"(?:report|item|statement|remark|comment|claim|story|article|post|word|assertion|account|answer|figure|charge|accusation|allegation)s?"
_WHAT = re.compile(
    rf"^(?:it|this|that|these|those|them|(?:the|that|this|those|its|his|her|their|our|my) (?:\w+ )?{_SAID})$", re.IGNORECASE
)
_MISTAKE = re.compile(
    r"^(?:that )?(?:it|this|that) (?:is|was|has been|had been) (?:(?:a|an) (?:\w+ )?(?:mistake|error|slip|misunderstanding)|wrong|mistaken|in error)$",
    re.IGNORECASE,
)


def find_recanted(statements: Sequence[Statement], text: str, speakers: Callable[[Statement], Collection[str]]) -> dict[str, str]:
    """Statement by which somebody takes something back → what they had said: the nearest before it of the same speaker. ``statements`` are those of
    one document in order, ``text`` is its text, ``speakers`` gives the actors that make one."""
    found = {}
    for place, taking in enumerate(statements):
        who = set(speakers(taking)) if recants(taking) else set()
        own = (
            one for one in reversed(statements[:place]) if not who.isdisjoint(speakers(one)) and _may_be_meant(taking, one, text)
        )
        chosen = next(own, None) if who else None
        if chosen is not None:
            found[taking.id] = chosen.id
    return found


def recants(statement: Statement) -> bool:
    """Whether somebody takes something back that they said, or says that it was a mistake."""
    plain = plain_content(statement)
    if statement.negated:
        return False
    if statement.act == "retract":
        return statement.stance == "denies" and _WHAT.match(plain) is not None
    return _confesses(statement, plain)


def _confesses(statement: Statement, plain: str) -> bool:
    return statement.stance in {"asserts", "confirms"} and _MISTAKE.match(plain) is not None


def _may_be_meant(taking: Statement, said: Statement, text: str) -> bool:
    """Whether a statement can be what is taken back; what was a mistake is what was said in the same sentence."""
    last, first = said.content.spans[-1].end, taking.content.spans[0].start
    apart = 0 if taking.act != "retract" else FARTHEST
    return said.stance in HELD and not said.negated and last <= first and ends_between(said, taking, text) <= apart
