"""What whoever is accused denies by pointing back to it ("vehemently denied the allegations", "has rejected Reeve's accusations"): the accusations
against them, be they told in another article of the story. Articles seldom tell anew what everybody has read of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from quoth.link.charged import Bench, Keys
from quoth.link.contents import plain_content, whole_words
from quoth.link.denying import denies_outright, rejects_outright
from quoth.link.reach import before_it
from quoth.records import Statement

Groups: TypeAlias = Mapping[tuple[str, str], Sequence[Sequence[str]]]
"""Who accuses ("" where that is not told) and whom → the statements that do, those of one deed together."""

Texts: TypeAlias = Callable[[str], str]

_POINTING = re.compile(
    r"(?:(?:all|any|both|each|every one)(?: of)? )?(?:(?:the|these|those|such|this|that|his|her|its|their|\S+['’]s?) )?(?P<kind>(?:[\w-]+ ){0,2}?)"
    r"(?:allegation|accusation|charge)s?(?: (?:against|by|from|made|brought|level\w*)\b[^,;.]*)?",
    re.IGNORECASE,
)
"""A content that is no more than accusations, perhaps whose and against whom."""
_OTHERS = re.compile(r"\b(?:other|others|another|new|further|latest|similar|two|three|earlier|previous)\b", re.IGNORECASE)
STEM = 5
"""Letters by which a word is known in another form of it."""
_PRONOUNS = frozenset({"it", "them", "this", "that", "which", "these", "those", "all of them", "all of it"})
_PLACED = re.compile(
    r"(?:(?:the|these|those|such|his|her|its|their|\S+['’]s?) )?(?:[\w-]+ )?(?:allegation|accusation)s?\b[^;.]*", re.IGNORECASE
)
"""Accusations with whose and against whom they are, to the end of what is told before the denial."""
_NAME = re.compile(r"(?<=\s)[A-Z][\w-]+|^(?!(?:The|These|Those|Such|This|That|All|Any|Both|His|Her|Its|Their)\b)[A-Z][\w-]+")


def find_rejected(statements: Mapping[str, Statement], groups: Groups, bench: Bench, texts: Texts) -> Iterator[tuple[str, str]]:
    """Denials that only point back to accusations, each with the one that it means: of those against whoever denies it the only one of its article,
    else of the story. ``texts`` gives the text of a document."""
    for one in statements.values():
        keys, words = bench.keys_of(one), _accusations(one, texts) if groups else None
        if words is None:
            continue
        able = [
            group
            for (accuser, accused), found in groups.items()
            for group in found
            if accused in keys and _may_be_by(accuser, words, keys, bench) and _is_of_kind(group, words, statements)
        ]
        here = [[name for name in group if statements[name].document == one.document] for group in able]
        meant = list(filter(None, here)) or able
        if len(meant) == 1:
            yield one.id, meant[0][0]


def _accusations(one: Statement, texts: Texts) -> str | None:
    """The words for the accusations that somebody denies without saying of what, be it by a pronoun for those of its sentence ("the allegations
    against Orrin, who denied them"); None where they deny none."""
    if one.stance != "denies" or one.negated or not (denies_outright(one) or rejects_outright(one)):
        return None
    words = plain_content(one)
    if words.lower() in _PRONOUNS:
        told = before_it(one, texts(one.document))[1]
        found = list(_PLACED.finditer(told))
        return found[-1][0] if found and _OTHERS.search(told) is None else None
    return words if _POINTING.fullmatch(words) is not None and _OTHERS.search(words) is None else None


def _may_be_by(accuser: str, words: str, keys: Keys, bench: Bench) -> bool:
    """Whether accusations that are spoken of so can be those of an accuser: where somebody else than who is accused is named, it is they."""
    named = [name.lower() for name in _NAME.findall(words) if name.lower() not in keys]
    known = [bench.parties.keys.get(name) for name in named]
    return not named or (accuser != "" and any(accuser in held for held in known if held)) or accuser in named


def _is_of_kind(group: Sequence[str], words: str, statements: Mapping[str, Statement]) -> bool:
    """Whether accusations that are spoken of by their kind ("the hacking allegations") can be these: a word of it stands in them."""
    spoken = _POINTING.fullmatch(words)
    kind = [word[:STEM].lower() for word in (spoken["kind"].split() if spoken else ())]
    told = " ".join(whole_words(statements[name]) for name in group).lower()
    return not kind or any(word in told for word in kind)
