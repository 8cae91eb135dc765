"""What whoever is accused denies by pointing back to it ("vehemently denied the allegations", "has rejected Reeve's accusations"): the accusations
against them, be they told in another article of the story. Articles seldom tell anew what everybody has read of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from quoth.link.charged import Bench, Keys
from quoth.link.contents import plain_content
from quoth.link.denying import denies_outright, rejects_outright
from quoth.records import Statement

Groups: TypeAlias = Mapping[tuple[str, str], Sequence[Sequence[str]]]
"""Who accuses ("" where that is not told) and whom → the statements that do, those of one deed together."""

_POINTING = re.compile(
    r"(?:(?:all|any|both|each|every one)(?: of)? )?(?:(?:the|these|those|such|this|that|his|her|its|their|\S+['’]s?) )?(?:[\w-]+ ){0,2}?"
    r"(?:allegation|accusation|charge)s?(?: (?:against|by|from|made|brought|level\w*)\b[^,;.]*)?",
    re.IGNORECASE,
)
"""A content that is no more than accusations, perhaps whose and against whom."""
_OTHERS = re.compile(r"\b(?:other|others|another|new|further|latest|similar|two|three|earlier|previous)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=\s)[A-Z][\w-]+|^(?!(?:The|These|Those|Such|This|That|All|Any|Both|His|Her|Its|Their)\b)[A-Z][\w-]+")


def find_rejected(statements: Mapping[str, Statement], groups: Groups, bench: Bench) -> Iterator[tuple[str, str]]:
    """Denials that only point back to accusations, each with the one that it means: of those against whoever denies it the only one of its article,
    else of the story."""
    for one in filter(only_rejects, statements.values()):
        keys, words = bench.keys_of(one), plain_content(one)
        able = [
            group
            for (accuser, accused), found in groups.items()
            for group in found
            if accused in keys and _may_be_by(accuser, words, keys, bench)
        ]
        here = [[name for name in group if statements[name].document == one.document] for group in able]
        meant = list(filter(None, here)) or able
        if len(meant) == 1:
            yield one.id, meant[0][0]


def only_rejects(statement: Statement) -> bool:
    """Whether somebody denies accusations without saying of what."""
    words = plain_content(statement)
    if statement.stance != "denies" or statement.negated or not (denies_outright(statement) or rejects_outright(statement)):
        return False
    return _POINTING.fullmatch(words) is not None and _OTHERS.search(words) is None


def _may_be_by(accuser: str, words: str, keys: Keys, bench: Bench) -> bool:
    """Whether accusations that are spoken of so can be those of an accuser: where somebody else than who is accused is named, it is they."""
    named = [name.lower() for name in _NAME.findall(words) if name.lower() not in keys]
    known = [bench.parties.keys.get(name) for name in named]
    return not named or (accuser != "" and any(accuser in held for held in known if held)) or accuser in named
