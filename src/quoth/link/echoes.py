"""Short denials that say of what was told before no more than that it was not so: "there was no meeting", "no such letter had arrived", "denied the
death". They answer the nearest claim before them that has all their words; where they have none ("none had been"), the one told right before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from quoth.lexicon.answering import answering
from quoth.lexicon.paraphrases import same_word
from quoth.lexicon.postures import postures
from quoth.lexicon.wordnet import are_kin
from quoth.link.answers import CLAIMING, FARTHEST, SHELLS, points_back
from quoth.link.contents import first_sentence, plain_content
from quoth.link.denying import denies_outright
from quoth.link.meanings import LIGHT
from quoth.link.reach import ends_between
from quoth.records import Statement

MOST = 3
"""Content words of a denial that repeats what it denies."""
LONGEST = 12
"""Words of its first sentence."""
COUNTING = frozenset(
    {
        "one",
        "two",
        "single",
        "other",
        "second",
        "third",
        "further",
        "any",
        "anything",
        "anyone",
        "anybody",
        "nothing",
        "nobody",
        "know",
    }
)
"""Content words that name nothing of what is denied."""
BEING = LIGHT - {"come", "get", "put", "hold"}
"""Deeds that say no more than that something was."""
NEXT = 1
"""Ends of sentences between a denial that names nothing and what it means, at most."""
_UNSAID = re.compile(r"(?:to|would|should|could|may|might)\b", re.IGNORECASE)
_WHETHER = re.compile(r"(?:whether|if|how|why|who|what)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:one$|no such\b)", re.IGNORECASE)


def find_echoes(statements: Sequence[Statement], text: str) -> dict[str, str]:
    """Denial → the statement before it that it denies, or that denies the same. ``statements`` are those of one document in order, ``text`` is its
    text."""
    found = {}
    for place, denial in enumerate(statements):
        before = [one for one in reversed(statements[:place]) if _is_open(denial, one)] if denies_barely(denial) else []
        chosen = next(_meant(denial, before, text), None)
        if chosen is not None:
            found[denial.id] = chosen.id
    return found


def denies_barely(statement: Statement) -> bool:
    """Whether a statement says no more than that something told was not so."""
    proposition = statement.proposition
    if proposition is None or statement.negated or statement.source is None or _UNSAID.match(statement.cue.text):
        return False
    first = first_sentence(statement)
    if names_nothing(statement):
        return True
    if len(first.split()) > LONGEST or points_back(statement):
        return False
    if statement.stance == "denies":
        return denies_outright(statement) and _repeats(statement)
    if statement.stance != "asserts" or any(postures()[name].search(first) for name in ("refusal", "ignorance", "doubt")):
        return False
    return proposition.modality == "did" and _repeats(statement) and _is_negated(statement, first)


def _is_negated(statement: Statement, first: str) -> bool:
    """Whether a first sentence says that nothing of the kind was, or that something is not so in more words than one."""
    if answering()["nothing of"].match(first):
        return True
    return answering()["not so"].match(first) is not None and (len(own_words_of(statement)) > 1 or " never " in first)


def names_nothing(statement: Statement) -> bool:
    """Whether an assertion only points back to what it says was not so: "none had been", "it never received one"."""
    return (
        statement.stance == "asserts"
        and not statement.negated
        and answering()["none of it"].fullmatch(first_sentence(statement)) is not None
    )


def _repeats(statement: Statement) -> bool:
    """Whether the deed that is denied is among the few words of a denial, or says no more than that something was."""
    own = own_words_of(statement)
    deed = statement.proposition.predicate if statement.proposition else None
    return 0 < len(own) <= MOST and (deed in own or deed in BEING)


def own_words_of(statement: Statement) -> frozenset[str]:
    """The words of a denial that name what it denies; of several sentences those of the first, as far as they can be told by how they begin."""
    words = statement.proposition.words if statement.proposition else ()
    first = first_sentence(statement)
    if first != plain_content(statement):
        begun = {word[:2] for word in first.lower().split()}
        words = tuple(word for word in words if word[:2] in begun)
    return frozenset(word for word in words if word not in SHELLS and word not in COUNTING and word not in LIGHT)


def _meant(denial: Statement, before: Sequence[Statement], text: str) -> Iterator[Statement]:
    """What a denial can mean, of the statements before it, nearest first."""
    words = own_words_of(denial)
    yield from (one for one in before if words and tells_all(one, words, denial))
    if names_nothing(denial):
        yield from (one for one in before[:1] if ends_between(one, denial, text) <= NEXT)


def tells_all(claim: Statement, words: Collection[str], denial: Statement) -> bool:
    """Whether a claim has the words of a denial; in "no second sailor has died" it may name otherwise who it was."""
    lacking = [word for word in words if not _tells(claim, word)]
    if not lacking:
        return True
    proposition = denial.proposition
    of_any = proposition is not None and len(lacking) == 1 and lacking[0] in proposition.subject and proposition.predicate in words
    return of_any and denial.stance == "asserts" and answering()["nothing of"].match(first_sentence(denial)) is not None


def _is_open(denial: Statement, claim: Statement) -> bool:
    """Whether a statement before a denial can be what it denies, or another denial of it."""
    last, first = claim.content.spans[-1].end, min(denial.cue.spans[0].start, denial.content.spans[0].start)
    proposition = claim.proposition
    if not last <= first <= last + FARTHEST or proposition is None or claim.negated or points_back(claim):
        return False
    if proposition.negated and not _ONE.search(first_sentence(denial)):  # a letter that was never answered was told of
        return False
    if claim.stance == "denies":
        return denies_outright(claim) and not names_nothing(denial)
    return _is_told_by_another(denial, claim) and (
        names_nothing(denial) or postures()["negation"].search(claim.content.text) is None
    )


def tells_anew(denial: Statement, claim: Statement) -> bool:
    """Whether a statement by another than who denies it tells of something as done."""
    said = claim.proposition
    if said is None or claim.negated or said.negated or said.modality != "did" or points_back(claim):
        return False
    return _is_told_by_another(denial, claim) and postures()["negation"].search(claim.content.text) is None


def _is_told_by_another(denial: Statement, claim: Statement) -> bool:
    """Whether a statement by another claims something, not whether it is so."""
    held = claim.stance in CLAIMING - {"thinks"} and claim.source is not None and claim.speaker != denial.speaker
    return held and _WHETHER.match(plain_content(claim)) is None


def _tells(claim: Statement, word: str) -> bool:
    """Whether a claim has a word, or one of its root, or that news uses for it."""
    words: Collection[str] = claim.proposition.words if claim.proposition else ()
    return any(same_word(word) == same_word(other) or are_kin(word, other) for other in words)
