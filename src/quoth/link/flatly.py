"""Denials of all of a kind ("nobody knelt", "denied that anything had been added", "there are no dead"): they deny each deed of that kind that another
article of the story tells of ("the crew were made to kneel")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from quoth.lexicon.answering import answering
from quoth.lexicon.paraphrases import same_word
from quoth.lexicon.wordnet import are_kin
from quoth.link.contents import first_sentence
from quoth.link.echoes import denies_barely, names_nothing, own_words_of, tells_all, tells_anew
from quoth.records import Statement

_ANY = re.compile(
    r"^(?:that )?(?:there (?:is|are|was|were|had been|has been) )?(?:any(?:one|body|thing)?|a single)\b", re.IGNORECASE
)
_TOLD = re.compile(
    r"^(?:(?:the|these|those|all|any|such|media|press) ){0,2}(?:\w+ )?(?:reports|rumou?rs|stories|claims|talk|accounts?) (?:of|about) ",
    re.IGNORECASE,
)
"""What others tell of a kind: "the reports of two deaths"; they stand elsewhere."""
_SOME = re.compile(
    r"\b(?:second|third|fourth|other|another|else|further|more|longer|such|new|yet|formal|official|final|significant|noticeable|measurable|major"
    r"|serious|clear|lasting|immediate)\b",
    re.IGNORECASE,
)
"""Words by which a denial is of some of a kind, not of all: "no second sailor has died", "no noticeable effect"."""


def find_flat(statements: Iterable[Statement]) -> dict[str, tuple[str, ...]]:
    """Denial → the statements of other articles that tell of what it denies. ``statements`` are a story's."""
    told = list(statements)
    found = {}
    for denial in filter(denies_flatly, told):
        words = own_words_of(denial)
        others = (one for one in told if one.document != denial.document and tells_anew(denial, one))
        claims = tuple(one.id for one in others if _is_of_kind(one, words, denial))
        if claims:
            found[denial.id] = claims
    return found


def denies_flatly(statement: Statement) -> bool:
    """Whether a statement says that there was nothing of a kind at all."""
    first = first_sentence(statement)
    if not denies_barely(statement) or names_nothing(statement) or _SOME.search(first) is not None:
        return False
    if statement.stance == "denies":
        return _ANY.match(first) is not None or _TOLD.match(first) is not None
    return answering()["nothing of"].match(first) is not None


def _is_of_kind(claim: Statement, words: Collection[str], denial: Statement) -> bool:
    """Whether a claim has all words of a denial, its deed among them."""
    deed = claim.proposition.predicate if claim.proposition else None
    named = deed is not None and any(same_word(deed) == same_word(word) or are_kin(deed, word) for word in words)
    return named and tells_all(claim, words, denial)
