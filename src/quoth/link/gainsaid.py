"""What somebody denies in words of their own ("denied that the change was aimed at the unions", "disputed the claim that …"): it answers whoever says so
in the same article, in whatever words.

Of 337 denials in 900 real articles 36 stood against something; most of the others are of this kind, and what they deny is told by somebody else
there. How near two statements lie tells what may be meant, the pair reader whether it is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache

from quoth.language.pairs.reader import ANSWERS, load_pair_reader
from quoth.lexicon.postures import postures
from quoth.link.amounts import weigh_words
from quoth.link.answers import CLAIMING, DISMISSIVE, points_back
from quoth.link.contents import plain_content
from quoth.link.denying import denies_outright, rejects_outright
from quoth.link.placing import Places
from quoth.link.undone import find_undone
from quoth.records import Statement

NEAR = 0.6
"""Nearness (cosine) from which on a statement may be what is denied."""
NEAREST = 3
"""Statements of which the pair reader is asked, the nearest."""
MOST = 30
"""Statements of other documents that are looked at, those that share most."""
SOME = 0.2
"""Part of the weight of the denial's words that a statement of another article must have for it to be asked."""
SURE, LIKELY, SHARED = 1.4, 1.25, 0.4
"""Sum of nearness and of how probable the pair reader holds it that both say the same, from which on it is what is denied; the same where this part
of the weight of the denial's words is shared."""

_TELLING = (
    "idea|notion|claim|suggestion|allegation|accusation|assertion|charge|report|contention|perception|argument|rumou?r|speculation"
)
_NAMED = re.compile(
    rf"(?:(?:the|any|such|this|these|those|all|his|her|its|their|\S+['’]s?) )?(?:\w+ )?(?:{_TELLING})s?\b", re.IGNORECASE
)
"""Begins a content by a noun for something told: "the allegations"."""
_TOLD = re.compile(rf"{_NAMED.pattern} that\b ?", re.IGNORECASE)
"""The same where it is said what: "the claim that …"."""
_ANY = re.compile(r"any(?: \w+)+", re.IGNORECASE)
_OPEN = re.compile(r"(?:whether|if|how|why|who|what)\b", re.IGNORECASE)


def find_denied(
    told: Mapping[str, Sequence[Statement]],
    keys_of: Callable[[Statement], frozenset[str]],
    speakers: Callable[[Statement], tuple[str, ...]],
) -> dict[str, str]:
    """Denial → what it denies, of a story's statements by document: a deed of whoever denies it, or what is said in other words in its article.
    Raises ``Unavailable`` where the networks cannot be had."""
    places = Places()
    found = {denial: claim for statements in told.values() for denial, claim in find_gainsaid(statements, speakers, places)}
    found |= find_gainsaid_elsewhere(told, speakers, places, frozenset(found))
    return found | find_undone((one for statements in told.values() for one in statements), keys_of)


def find_gainsaid(
    statements: Sequence[Statement], speakers: Callable[[Statement], tuple[str, ...]], places: Places
) -> Iterator[tuple[str, str]]:
    """Each denial in words of its own with the statement of the same document that says what it denies."""
    for denial in statements:
        denied = what_is_denied(denial)
        if denied is not None and speakers(denial):
            able = [one for one in statements if _may_say(one, denial) and _is_anothers(one, denial, speakers)]
            able = [one for one in able if _is_of_whom(one, denial)]
            meant = _meant(denied, able, places)
            if meant is not None:
                yield denial.id, meant.id


def find_gainsaid_elsewhere(
    told: Mapping[str, Sequence[Statement]],
    speakers: Callable[[Statement], tuple[str, ...]],
    places: Places,
    known: Collection[str],
) -> dict[str, str]:
    """The denials that answer nothing in their own document, each with the statement of another one that says what is denied."""
    every = [one for statements in told.values() for one in statements]
    asked = [(one, what_is_denied(one) or what_is_called_untrue(one)) for one in every if one.id not in known and speakers(one)]
    denials = [(one, denied) for one, denied in asked if denied is not None and not _calls_untrue(denied)]
    if not denials:
        return {}
    wordings = _Wordings([one for one in every if _says(one) and not _tells_untruth(one)])
    found: dict[str, str] = {}
    for denial, denied in denials:
        able = [one for one in wordings.like(denied) if one.document != denial.document and _names_whom(one, denial)]
        able = [one for one in able if _is_anothers(one, denial, speakers)][:MOST]
        places.of([denied, *(plain_content(one) for one in able)])
        meant = _meant(denied, able, places, likely=SURE)
        if meant is not None:
            found[denial.id] = meant.id
    return found


class _Wordings:
    """Statements by the words that they have."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.having: dict[str, list[Statement]] = {}
        for one in statements:
            for word in weigh_words(plain_content(one)):
                self.having.setdefault(word, []).append(one)

    def like(self, denied: str) -> list[Statement]:
        """Those that have some of the weight of what is denied, those with most first."""
        weights = weigh_words(denied)
        shared: dict[str, float] = {}
        by_id: dict[str, Statement] = {}
        for word, weight in weights.items():
            for one in self.having.get(word, ()):
                shared[one.id] = shared.get(one.id, 0.0) + weight
                by_id[one.id] = one
        least = SOME * max(1.0, sum(weights.values()))
        return [by_id[name] for name in sorted(shared, key=lambda name: (-shared[name], name)) if shared[name] >= least]


def contradicts(answer: Statement, told: Statement) -> bool:
    """Whether an answer to a statement of another document says by its content that it is not so."""
    if answer.document == told.document or what_is_denied(answer) is not None:
        return False
    return what_is_called_untrue(answer) is not None


def _tells_untruth(claim: Statement) -> bool:
    """Whether a statement, or its words of saying, call something untrue themselves: "reported on a hoax video"."""
    return _calls_untrue(f"{claim.cue.text} {claim.content.text}")


def _calls_untrue(words: str) -> bool:
    return any(postures()[posture].search(words) for posture in ("untrue", "dismissal"))


def what_is_called_untrue(statement: Statement) -> str | None:
    """The words of what somebody calls untrue ("that reports of … were baseless"), as if they were told."""
    if statement.stance not in CLAIMING - {"thinks"} or statement.negated or statement.source is None:
        return None
    found = _untrue().match(plain_content(statement))
    return found["what"] if found else None


def what_is_denied(statement: Statement) -> str | None:
    """The words of what somebody denies, as if they were told; None of what is no denial, or only points back or names something."""
    said, words = statement.proposition, plain_content(statement)
    if statement.stance != "denies" or statement.negated or statement.source is None or said is None or points_back(statement):
        return None
    told = _TOLD.match(words)
    if not denies_outright(statement) and not (told and rejects_outright(statement)):
        return None
    role = said.parts[said.main].role if 0 <= said.main < len(said.parts) else ""
    if told:
        return words[told.end() :] or None
    clause = role in {"what", "is"} and not _NAMED.match(words)
    return words if clause or _ANY.match(words) else None


@cache
def _untrue() -> re.Pattern[str]:
    """Something told that is called untrue as a whole: "the suggestion that … is categorically false"."""
    untrue = postures()["untrue"].pattern
    return re.compile(
        rf"(?:that )?{_NAMED.pattern}(?: that| of| about)? (?P<what>[^.;!?]+?) (?:is|are|was|were|be|being)(?: all)? (?:\w+ly |an? |simply |just )*[“\"‘']?(?:{untrue}|not (?:true|accurate|correct))",
        re.IGNORECASE,
    )


def _meant(denied: str, able: Sequence[Statement], places: Places, *, likely: float = LIKELY) -> Statement | None:
    """Of statements that can be meant the one that says what is denied."""
    words = [plain_content(one) for one in able]
    places.of([denied, *words])  # all read at once
    nearness = [places.near(denied, told) for told in words]
    nearest = sorted(range(len(able)), key=lambda place: (-nearness[place], place))[:NEAREST]
    asked = [place for place in nearest if nearness[place] >= NEAR]
    if not asked:
        return None
    answers = load_pair_reader().read([(denied, words[place]) for place in asked]).tolist()
    sums = {place: nearness[place] + row[ANSWERS.index("told same")] for place, row in zip(asked, answers, strict=True)}
    best = max(asked, key=lambda place: sums[place] if _is_enough(sums[place], denied, able[place], likely) else 0.0)
    return able[best] if _is_enough(sums[best], denied, able[best], likely) else None


def _is_enough(total: float, denied: str, told: Statement, likely: float) -> bool:
    """Whether a statement says what is denied, by the sum of nearness and of what the pair reader holds probable, and by the words."""
    return total >= SURE or (total >= likely and _shared(denied, plain_content(told)) >= SHARED)


def _shared(denied: str, told: str) -> float:
    """The part of the weight of what is denied that some words have, too."""
    mine, theirs = weigh_words(denied), weigh_words(told)
    return sum(weight for word, weight in mine.items() if word in theirs) / max(1.0, sum(mine.values()))


def _may_say(claim: Statement, denial: Statement) -> bool:
    """Whether a statement asserts something that a denial beside it may deny."""
    return _says(claim) and _are_apart(claim, denial)


def _says(claim: Statement) -> bool:
    """Whether a statement asserts something that may be denied."""
    said, words = claim.proposition, plain_content(claim)
    if claim.stance not in CLAIMING - {"thinks"} or claim.negated or claim.source is None or said is None or said.negated:
        return False
    return not (
        said.predicate is None
        or points_back(claim)
        or _OPEN.match(words)
        or DISMISSIVE.search(words)
        or postures()["negation"].search(words)
    )


def _are_apart(first: Statement, second: Statement) -> bool:
    """Whether neither of two statements stands in the other's words."""
    one, other = sorted((first, second), key=lambda each: each.content.spans[0].start)
    return one.content.spans[-1].end <= min(other.content.spans[0].start, other.cue.spans[0].start)


def _is_anothers(claim: Statement, denial: Statement, speakers: Callable[[Statement], tuple[str, ...]]) -> bool:
    """Whether somebody makes a claim who is not among those who deny it."""
    makers = speakers(claim)
    return bool(makers) and set(makers).isdisjoint(speakers(denial))


def _is_of_whom(claim: Statement, denial: Statement) -> bool:
    """Whether a claim names who did what is denied, where the denial names them: "that Teyran soldiers had fired" is no answer to who blames others."""
    said, other = denial.proposition, claim.proposition
    if said is None or other is None:
        return False
    doers = {name.lower().split()[-1] for name in said.names} & {word.split()[-1] for word in said.subject}
    told = other.subject or (*other.words, *other.names)
    return not doers or not doers.isdisjoint(word.lower().split()[-1] for word in told)


def _names_whom(claim: Statement, denial: Statement) -> bool:
    """Whether a statement of another document names who is denied to have done it, somewhere, or tells the deed without a doer and of a name in common."""
    said, other = denial.proposition, claim.proposition
    if said is None or other is None:
        return False
    mine, theirs = ({name.lower().split()[-1] for name in each.names} for each in (said, other))
    doers = mine & {word.split()[-1] for word in said.subject}
    return not doers or not doers.isdisjoint(theirs) or (not other.subject and not mine.isdisjoint(theirs))
