"""How a party stands to a claim by what it says: by the verb of saying, then by the words that leave it open, doubt it, call it untrue or
negate it, and by how its content compares with the claim.

The verb alone does not tell: "they said that they did not know whether …" says nothing, and "may have been set" asserts nothing. What the
outlet adds of its own ("allegedly") is no reserve of the party that it quotes. Linking and the scores of stances decide here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from quoth.lexicon.cues import cue_class
from quoth.lexicon.postures import Posture, postures
from quoth.link.compare import Comparison
from quoth.link.stances import AGAINST, take_stance
from quoth.records import Modality, PositionStance, Statement

ABBREVIATED = "".join(
    rf"(?<!\b{word}\.)"
    for word in (
        *("Mr", "Ms", "Mrs", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "Rev", "vs"),
        *("Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "[A-Z]"),
    )
)
"""What a full stop behind does not end a sentence."""
BREAK = re.compile(
    rf"(?<=[.!;]){ABBREVIATED}[\"”’']*\s+|,? (?:but|though|although|while|whereas|however|despite|yet(?! to\b))\b,?|,? and (?=that\b)|\n| [–—] ",
    re.IGNORECASE,
)
"""What parts the words of a passage that may take different sides."""
QUESTION = re.compile(
    r"\?['\"”’)]*\s*$|^(?:has|have|had|is|are|was|were|did|do|does|can|could|will|would|why|who|how|what)\b[^.]*\?", re.IGNORECASE
)
ASKING = re.compile(
    r"^[\"“‘']*(?:has|have|had|is|are|was|were|did|do|does|can|could|will|would|should)\b(?:[^.!?\n]*\?[\"”’'\s]*)+(?:$|[\w ]+[.]?$)",
    re.IGNORECASE,
)
"""What somebody asks, and does not say: "could it be that …?"; what begins with "why" or "who" may well be an answer."""
MAY = re.compile(r"\b(?:could|might|can|(?<!in )may)\b(?! ?not)(?! \d)", re.IGNORECASE)
TO_COME = re.compile(r"\bwill\b", re.IGNORECASE)
RAISED = re.compile(
    r"\b(?:concerns?|fears?|alarm|worr(?:y|ies)) (?:about|over|of|at) (?:the |a )?(?:possible|potential)\b", re.IGNORECASE
)
"""An alarm that somebody raises: what is feared is only possible, but the alarm is asserted."""
WONDERING = re.compile(r"\bwonder", re.IGNORECASE)
DENYING: tuple[Posture, ...] = ("negation", "dismissal")
LEFT_OPEN = frozenset({"hope", "fear"})
"""Acts of thinking that leave it open."""
ALIKE = 0.4
"""Share of the lighter one's weight from which a content that is the same as the claim is not negated by a word beside it."""
MET = 2.0
"""Weight from which on a content that shares no deed is still the same as the claim."""
CONTRARY = 0.6
"""The same from which a content that opposes the claim without a word of negation denies it."""
CALLING = re.compile(r"\b(?:call|brand|label|term|deem|describ|dub|denounc|characteri[sz]|dismiss)\w*$", re.IGNORECASE)
"""Verbs that say what something is: "called the claim absurd"."""
OPENING, ENDING = 4, 8
"""Words of a content among which what is told stands, and what it is called."""
ONE_CLAIM = Comparison("same", "tellings of one claim", "both", alike=1.0)
_WORD = re.compile(r"[^\W\d_]{4,}")
_IS = r"\b(?:is|are|was|were|be|been|seems?|['’]s)\s+(?:\w+\s+){0,2}?"
_ASIDE = re.compile(r",\s+which\b[^,;.]*")
_RELATIVE = re.compile(
    r",\s+(?:who|whose|whom|which|where)\b[^,;.]*(?=,)|\s(?:[–—]|--)\s(?:who|whose|whom|which|where)\b[^–—;.]*?\s(?:[–—]|--)(?=\s)"
)
_OPPOSING = re.compile(
    r"\b(?:warn|caution|advis|argu|urg|recommend|protest|campaign|rail|inveigh|rul|vot|decid|r[au]n|turn|speak|spoke|com|came|weigh|push|lash|hit)\w*"
    r"(?: (?:in|out|back))?(?: \w+ly)? against$",
    re.IGNORECASE,
)
"""Verbs by which somebody is against what they speak of: "cautioned against going further"."""
_SCARED = re.compile(r"(?<!\w)['‘]([^'‘’\n]{6,})['’](?!\w)")
"""Words in single quotation marks, for which an outlet that speaks itself does not answer."""
_OBJECT = re.compile(
    r"(?P<deed>\b\w{4,})(?:\s(?:the|an?|his|her|their|its|some|such|\w+ly))+\s[\"“'‘]?(?:false|fake|faked|incorrect|inaccurate|untrue|bogus|fabricated|erroneous)"
    r"[\"”'’]?\s(?P<thing>[a-z]{4,})"
)
_BEYOND = r"(?:beyond|without|little|in no) (?:any |a |the (?:least |slightest )?|much |reasonable )*doubt"
_GOOD = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:\w+ly )?(?:right|good|just|justified|fair|proper|appropriate|legitimate|necessary|acceptable|wise|lawful)\b",
    re.IGNORECASE,
)
"""That a thing is good, which who condemns it denies."""
_KEEPING = r"(?:(?:stop|prevent|deter|discourag|dissuad)\w*|keep)\b(?=[^;\n]* from\b)"
"""What does not happen "did not stop them from" it."""
_RULING_OUT = re.compile(r"\b(?:rul\w* out|exclud\w+)\b", re.IGNORECASE)
_ACCUSED = re.compile(r"\b(?:is|are|was|were|been|stands?|stood|being) accused of\b", re.IGNORECASE)


def stand(
    statements: Sequence[Statement],
    words: str,
    *,
    claim: str,
    compared: Collection[Comparison] = (),
    open_claim: bool | None = None,
) -> PositionStance | None:
    """The stance that words about a claim take on it; None where they take none.

    ``statements`` are those of the party in these ``words``, the one nearest to the claim first; none where an outlet speaks in its own
    voice. ``compared`` is how their contents compare with the claim. ``open_claim``: the claim is itself of what only may be, so that a
    "may" asserts it; by default its words tell.
    """
    if (ASKING if statements else QUESTION).search(words.strip()) and not _has("doubt", words):
        return None
    words = without_asides(words, claim)
    told = _by_verbs(statements, nearest_part(words, claim), claim)
    maybe = MAY.search(claim) is not None if open_claim is None else open_claim
    return told or _by_words(words, claim, compared, told=bool(statements), maybe=maybe)


def bear(statement: Statement, *, claim: str, modality: Modality, opposed: bool) -> PositionStance | None:
    """The stance of a statement on a claim that it is one of the tellings of; None where it takes none.

    ``claim`` are the words of another telling, ``modality`` is that of the statement's content, ``opposed`` says that only one of the two
    contents is negated. A claim is its deed, however sure its tellings are: who says that it only may be hedges.
    """
    stance = "denies" if opposes(statement) else statement.stance
    if leaves_open(statement):
        return "hedges"
    taken = take_stance(stance, unsaid=statement.negated, modality=modality, opposed=opposed)
    if taken is None or opposed or (statement.negated and statement.stance != "thinks"):
        return taken
    words = without_answers(statement.content.text)  # not the cue: "transparently false allegations" are so called by somebody else
    found = stand((statement,), words, claim=claim, compared=(ONE_CLAIM,), open_claim=False)
    if found in AGAINST and taken not in AGAINST and not calls_it_false(statement, words):
        return taken
    return "hedges" if found == "asserts" and taken == "hedges" and RAISED.search(words) is None else found


def opposes(statement: Statement) -> bool:
    """Whether somebody is against what they speak of: "cautioned against going further"."""
    return _OPPOSING.search(statement.cue.text) is not None


def leaves_open(statement: Statement) -> bool:
    """Whether somebody does not rule something out."""
    return (statement.negated or statement.stance == "declines") and _RULING_OUT.search(statement.cue.text) is not None


def calls_it_false(statement: Statement, words: str) -> bool:
    """Whether words say of what is told that it is not so ("the talk of mines is rubbish", "we reject the talk of mines", called "the claim that it was
    mined a fairy tale"), not of something in it ("the false papers")."""
    if CALLING.match(_last_word(statement.cue.text)) and _is_called_untrue(words):
        return True
    deed = statement.proposition.predicate if statement.proposition else None
    if deed is not None and _has("dismissal", deed):
        return True
    return any(re.search(rf"{_IS}{postures()[posture].pattern}", words, re.IGNORECASE) for posture in ("doubt", "dismissal"))


def _last_word(words: str) -> str:
    return words.rsplit(maxsplit=1)[-1] if words.split() else ""


def _is_called_untrue(words: str) -> bool:
    """Whether words begin with something told and end with what it is called."""
    told = [word.strip("“”\"'‘’.,").lower() for word in words.split()]
    first, last = told[:OPENING], " ".join(told[-ENDING:])
    claimed = cue_class("claimed")
    return any(word in claimed or word.removesuffix("s") in claimed for word in first) and (
        _has("untrue", last) or _has("dismissal", last)
    )


def _by_verbs(statements: Sequence[Statement], near: str, claim: str) -> PositionStance | None:
    """What the verbs of saying tell, or words for saying nothing; None where they leave it to the content."""
    refused = _has("refusal", near) and not _has("refusal", claim)
    silent = [one for one in statements if not leaves_open(one) and (len(statements) == 1 or _stands_in(one, near))]
    if refused or any(statement.stance == "declines" or _has("refusal", statement.cue.text) for statement in silent):
        return "declines"
    if _GOOD.search(claim) is not None and any(one.stance == "condemns" and not one.negated for one in statements):
        return "denies"
    return next((taken for statement in statements if (taken := _by_verb(statement)) is not None), None)


def _stands_in(statement: Statement, near: str) -> bool:
    """Whether the words of saying stand among these: who confirms one thing may decline to tell another behind a "but"."""
    return statement.cue.text in near


def _by_verb(statement: Statement) -> PositionStance | None:
    if statement.stance == "thinks":
        if statement.negated:
            return "hedges" if statement.act == "know" else "doubts"
        return "hedges" if statement.act in LEFT_OPEN else None
    held = not statement.negated
    wonders = WONDERING.search(statement.cue.text) is not None
    decided: tuple[tuple[bool, PositionStance], ...] = (
        (statement.stance == "speculates" or leaves_open(statement), "hedges"),
        ((statement.stance == "denies" or opposes(statement)) and held, "denies"),
        (statement.stance == "doubts" and held, "hedges" if wonders else "doubts"),
    )
    return next((stance for holds, stance in decided if holds), None)


def _by_words(words: str, claim: str, compared: Collection[Comparison], *, told: bool, maybe: bool) -> PositionStance | None:
    """What the words around the content tell, then how it stands to the claim."""
    near = nearest_part(words, claim)
    denied = _without_objects(plainly(near), claim)
    new = {posture for posture in ("doubt", *DENYING) if _adds(posture, denied, claim)}
    same = any(one.relation == "same" and one.alike >= ALIKE and (one.deed or one.met >= MET) for one in compared)
    contrary = any(one.relation == "opposed" and one.alike >= CONTRARY for one in compared)
    decided: tuple[tuple[bool, PositionStance], ...] = (
        (_has("ignorance", near) or _has("unknowing", words), "hedges"),
        ("doubt" in new or (_reserved().search(denied) is not None and not _reserved().search(claim)), "doubts"),
        (_has("effort", near) and TO_COME.search(claim) is not None, "hedges"),
        ("dismissal" in new or ("negation" in new and not same), "denies"),
        (contrary and "negation" not in new, "denies"),
        (_is_hedged(near, claim, told=told) and not maybe, "hedges"),
    )
    taken = next((stance for holds, stance in decided if holds), None)
    passed_on = not told and _ACCUSED.search(near) is not None
    return taken or (None if passed_on else "asserts")


def _is_hedged(near: str, claim: str, *, told: bool) -> bool:
    """Whether words leave a content open; the outlet's own reserve counts only where it speaks itself."""
    plain = RAISED.sub("", near) if told else near
    possible = TO_COME.search(claim) is not None and MAY.search(near) is not None
    return _has("hedge", plain) or possible or (not told and (_has("evidential", near) or _is_quoted(near, claim)))


def _is_quoted(near: str, claim: str) -> bool:
    """Whether what an outlet tells of a claim stands in single quotation marks."""
    return any(
        2 * len(quoted.split()) > len(near.split()) or 2 * len(_stems(quoted) & _stems(claim)) > len(_stems(near) & _stems(claim))
        for quoted in _SCARED.findall(near)
    )


def nearest_part(words: str, claim: str) -> str:
    """Of what stands before and after a "but" or the end of a sentence the parts that share most words with the claim; all where none does."""
    parts = [part for part in BREAK.split(words) if part.strip()]
    shared = [len(_stems(part) & _stems(claim)) for part in parts]
    most = max(shared, default=0)
    return " ".join(part for part, count in zip(parts, shared, strict=True) if count == most) if most else words


def without_asides(words: str, claim: str) -> str:
    """Words without the relative clauses between commas or dashes that share nothing with a claim, where the rest does: ", whose name is unknown, "."""
    rest = _RELATIVE.sub(lambda aside: aside[0] if _stems(aside[0]) & _stems(claim) else "", words)
    return rest if _stems(rest) & _stems(claim) else words


def plainly(words: str) -> str:
    """Words without the denials that are themselves denied: "not a hoax", "never lied"."""
    return _twice().sub(" ", words)


def _without_objects(words: str, claim: str) -> str:
    """Words without what a thing is called that somebody did something to: who "leaked allegedly false information" leaked it."""
    told = _stems(claim)
    return _OBJECT.sub(lambda found: f"{found['deed']} {found['thing']}" if _stems(found["deed"]) & told else found[0], words)


def without_answers(words: str) -> str:
    """Words without what others say to them: "that Norvia could stage an incident, which Norvia denied"."""
    return _ASIDE.sub(lambda aside: " " if any(_has(posture, aside[0]) for posture in DENYING) else aside[0], words)


@cache
def _twice() -> re.Pattern[str]:
    negation, dismissal = (postures()[posture].pattern for posture in DENYING)
    doubt = postures()["doubt"].pattern
    return re.compile(rf"{negation}\W+(?:\w+\W+){{0,2}}?(?:{dismissal}|{doubt}|{_KEEPING})|{_BEYOND}", re.IGNORECASE)


@cache
def _reserved() -> re.Pattern[str]:
    """A denial that is itself only held likely: "appears to be a hoax", "probably did not"."""
    dismissal = postures()["dismissal"].pattern
    return re.compile(
        r"(?<!\w)(?:(?:prob|presum|possib)[a-z]*ly|perhaps|maybe|likely|appear(?:s|ed)?|seem(?:s|ed)?|look(?:s|ed)? like|may (?:well )?be|might (?:well )?be|could be)"
        rf"\)?\s+(?!to lie\b)(?:(?:to|be|been|have|has|was|is|an?|the|like|all)\s+){{0,3}}(?:(?:not|never)\b|\w+n['’]t\b|{dismissal})",
        re.IGNORECASE,
    )


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in _WORD.findall(words))


def _has(posture: Posture, words: str) -> bool:
    return postures()[posture].search(words) is not None


def _adds(posture: Posture, words: str, claim: str) -> bool:
    """Whether words have a posture that the claim does not have; of what is called untrue, more than it has: "rubbish that he turned it down"."""
    if posture == "dismissal":
        return _count(posture, words) > _count(posture, claim)
    return _has(posture, words) and not _has(posture, claim)


def _count(posture: Posture, words: str) -> int:
    return sum(1 for _ in postures()[posture].finditer(words))
