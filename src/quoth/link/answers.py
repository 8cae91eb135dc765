"""Answers to what was said just before: "denied the allegation", "which Norvia denied", "called it absurd"; and answers to such an answer:
"dismissed the denial", "the denials are not serious"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from quoth.lexicon.answering import answering
from quoth.lexicon.paraphrases import same_word
from quoth.lexicon.postures import postures
from quoth.link.contents import first_sentence, plain_content
from quoth.link.postures import CALLING
from quoth.link.stances import AGAINST, OPPOSITE, take_stance
from quoth.records import PositionStance, Stance, Statement

ANSWERING: frozenset[Stance] = frozenset({"denies", "doubts", "confirms", "declines"})
CLAIMING: frozenset[Stance] = frozenset({"asserts", "accuses", "warns", "speculates", "thinks", "threatens"})
SHELLS = frozenset(
    {
        "accusation",
        "accuse",
        "allegation",
        "allege",
        "charge",
        "claim",
        "assertion",
        "suggestion",
        "report",
        "it",
        "this",
        "that",
        "which",
    }
    | {
        "statement",
        "comment",
        "insinuation",
        "involvement",
        "responsibility",
        "false",
        "baseless",
        "unfounded",
        "untrue",
        "invention",
    }
    | {"lie", "falsehood", "nonsense", "absurd", "story", "evidence", "role", "any", "all", "these", "those", "they", "such", "so"}
)
"""Words of a content that only point back."""
SUCH = re.compile(r"\b(?:any|no|every|all) such\b|\bsuch an?\b", re.IGNORECASE)
"""Points back whatever the noun is: "denied that any such warning had been given"."""
_SPEAKING = "warning|threat|promise|demand|request|offer|order|remark|pledge"
TOLD = re.compile(rf"\bsuch (?:an? )?(?:\w+ )?(?:{_SPEAKING})s?\b")
"""Points back to that something was said, not to what: it answers who reported the saying."""
FIGURE = re.compile(r"\b(?:that|this|those|these|such an?|any such) (?:figure|number|toll|count|total|estimate)s?\b")
"""Points back to a figure: "it never gave that figure"."""
_GIVEN = re.compile(rf"\b(?:g[ai]v(?:e|en|ing)|provid|report|releas|publish|issu|suppl)\w*\b[^.;]*?{FIGURE.pattern}")
MOST_OF_FIGURE = 4
"""Content words of a content that disowns a figure: "ever giving such a number to anybody"."""
DENIAL = re.compile(r"\b(?:denial|rejection|rebuttal|refutation)s?\b", re.IGNORECASE)
"""Points back to a denial, not to what was denied."""
UTTERANCE = re.compile(r"\b(?:statement|reply|response|answer|remark|comment)s?\b", re.IGNORECASE)
"""Points back to what somebody said, be it a claim or a denial."""
SHORT = 4
"""Words of a content that does no more than point to what somebody said."""
ACCUSATION = re.compile(r"\b(?:accus|alleg|charge|blam)", re.IGNORECASE)
"""Points back to what somebody is accused of, not to whatever else was said."""
SOMEBODY = frozenset({"him", "her", "me", "us", "you", "himself", "herself"})
"""Contents that are people, and point back to nothing said."""
DISMISSIVE = re.compile(
    r"\b(?:un(?:founded|serious|true|convincing|believable)|not (?:serious|true|credible|convincing)|baseless|groundless|false(?:hoods?)?"
    r"|absurd|ridiculous|laughable|hollow|implausible|lies?|nonsense|worthless|invention|fabrication|fiction)\b",
    re.IGNORECASE,
)
"""Says of what somebody said that it is not so."""
THESE = re.compile(r"^(?:that |how )?(?:it|this|that|these|those|they|such \w+)(?: all)? (?:is|are|was|were)\b", re.IGNORECASE)
"""A content whose subject only points back: "that these are falsehoods"."""
_IT = r"(?:it|this|that|these|those|they|(?:the|his|her|their|its|such|any such) (?:claim|allegation|accusation|charge|assertion|suggestion|report|rumou?r)s?)"
UNTRUE = re.compile(
    rf"^(?:no, )?(?:that )?{_IT}(?: all)?(?: is|['’]s| are|['’]re| was| were| has been| have been)(?: (?!the\b)\w+){{0,2}}? (?:{DISMISSIVE.pattern}"
    r"|(?:not (?:so|the case|correct|accurate|right)|incorrect|inaccurate|nothing of the (?:kind|sort))\b)(?=\s*(?:[.!?;:,”\"’]|$))",
    re.IGNORECASE,
)
"""A content whose first sentence says no more than that what was said is not so: "this was not true", "the claims are absurd"."""
ANY_OF_IT = re.compile(
    r"^(?:(?:a|any|one|every|the whole|most|much) (?:\w+ ){0,2}?of )?(?:it|this|that)$|^(?:that )?(?:it|this|that)(?: is|['’]s| was) (?:so|true|the case|right|correct|what happened)$",
    re.IGNORECASE,
)
"""What somebody does not believe where that is what was said: "a word of it", "that's the case"."""
CALLED = re.compile(
    r"^(?:the|that|this|these|those|such|any such|all|his|her|its|their|[\w.]+['’]s?) (?:\w+ )?"
    r"(?:allegation|accusation|charge)s?(?: against \w+)?(?: as)? (?!as\b|of\b|that\b|about\b|by\b|from\b|in\b|on\b)[^.;]+$",
    re.IGNORECASE,
)
"""What is called something, and what it is called: "the charge absurd", "their allegations as a hoax"."""
DONE = re.compile(
    r"^(?:that )?(?:(?:he|she|it|they|[A-Z]\w+) (?:had |has |have )?(?:ever )?(?:done|did|do)|(?:ever )?(?:having )?(?:done|doing)) (?:so|this|that|any such thing|such a thing|anything of the (?:kind|sort))$"
)
"""Points back to a deed: "denied that she had ever done so"."""
_BELIEVING = re.compile(r"\b(?:believe[sd]?|think|buy|accept|convinced(?: by| of)?)$", re.IGNORECASE)
FIGURE_OF = re.compile(
    r"^(?:his|her|its|their|the|\S+['’]s?)(?: \w+)? (?:figure|number|toll|count|total|estimate)s?$", re.IGNORECASE
)
"""A denied content that is a figure given before: "rejected her figure"."""
COUNTERING: frozenset[Stance] = frozenset({"accuses", "warns", "speculates", "thinks"})
CLAIMS = frozenset({"accusation", "allegation", "claim", "charge", "denial", "assertion"})
"""Nouns by which a content speaks of a claim."""
WARNINGS = frozenset({"warning", "threat"})
"""Nouns that speak of one where it is said what it is for: "the warning was meant to prepare an attack"."""
PRETEXTS = frozenset({"pretext", "excuse", "cover", "justification", "alibi"})
"""What a claim is said to be used as."""
FEWEST_OF_ITS_OWN = 3
"""Content words of a content that says something of a claim, not only that there is one."""
FARTHEST = 700
"""Code points between an answer and what it answers: about two paragraphs."""


def find_answers(
    statements: Sequence[Statement],
    *,
    doers: Mapping[str, frozenset[str]],
    keys: Mapping[str, frozenset[str]],
    told: Collection[str] = (),
) -> dict[str, str]:
    """Statement → the statement of the same document that it answers: a claim, or a denial of one.

    ``statements`` are those of one document in order. ``doers`` gives the parties that a statement's content names as doers, ``keys`` those
    that its speaker is; ``told`` are statements that are restated elsewhere. An answer goes to the nearest claim before it of another
    speaker, first to one about the answering party; what points back to a denial goes to the nearest denial.
    """
    found = {}
    for place, answer in enumerate(statements):
        if rebuffs(answer):
            chosen = next(_denials(answer, (*statements[place + 1 :], *reversed(statements[:place]))), None)
        elif (answer.stance in ANSWERING or disowns(answer) or disbelieves(answer) or says_unsaid(answer)) and points_back(answer):
            chosen = _chosen(answer, list(reversed(statements[:place])), doers=doers, keys=keys, told=told)
        else:
            continue
        if chosen is not None:
            found[answer.id] = _reported(answer, chosen, statements).id
    return found


def _chosen(
    answer: Statement,
    before: Sequence[Statement],
    *,
    doers: Mapping[str, frozenset[str]],
    keys: Mapping[str, frozenset[str]],
    told: Collection[str],
) -> Statement | None:
    """What is answered, of the statements before an answer, nearest first."""
    ids = {one.id: one for one in before}
    free = [one for one in before if not _encloses(one, answer, ids) or _comes_back_to(answer, one)]
    near = list(open_claims(answer, free))
    claims = [claim for claim in near if _belongs(answer, claim, keys)]
    if says_unsaid(answer):
        claims = [claim for claim in claims if claim.parent or any(one.parent == claim.id for one in before)]
    if disowns(answer) and not claims:  # whom somebody says that they have it from says that they never gave it
        claims = [claim for claim in near if answering()["received"].search(claim.content.text)]
    if says_denial(answer):
        return next(_denials(answer, free), None)
    if UTTERANCE.search(answer.content.text) and not own_words(answer):
        return _uttered(claims, list(_denials(answer, free)), free)
    if is_called(answer):
        return next((claim for claim in claims if accuses(claim, keys.get(answer.id, frozenset()))), None)
    charged = ACCUSATION.search(answer.content.text) is not None and not own_words(answer)
    about = [claim for claim in claims if doers.get(claim.id, frozenset()) & keys.get(answer.id, frozenset())]
    about = [claim for claim in about if not charged or may_accuse(claim)]
    known = [claim for claim in claims if claim.id in told] if _means_what_was_said(answer) else []
    if charged:
        claims = [claim for claim in claims if accuses(claim, keys.get(answer.id, frozenset()))]
    meant = about or known or claims
    words = frozenset(map(same_word, own_words(answer)))
    return max(meant, key=lambda one: len(words & _words(one)), default=None)  # the nearest of those that share most


def accuses(claim: Statement, names: Collection[str]) -> bool:
    """Whether a claim is an accusation, by how it is told or because it names who answers it and may be one."""
    named = claim.proposition is not None and not frozenset(names).isdisjoint(claim.proposition.words)
    return claim.stance == "accuses" or ACCUSATION.search(claim.cue.text) is not None or (named and may_accuse(claim))


def may_accuse(claim: Statement) -> bool:
    """Whether somebody can be accused of what a claim says: of a deed, not of what they are ("among the best") or of what they did not do."""
    said = claim.proposition
    if said is None or ACCUSATION.search(claim.content.text) is not None or claim.stance == "accuses":
        return True
    of_a_quality = 0 <= said.main < len(said.parts) and said.parts[said.main].kind == "quality"
    return not (of_a_quality or said.negated)


def _uttered(claims: Sequence[Statement], denials: Sequence[Statement], order: Sequence[Statement]) -> Statement | None:
    """What "the statement" is: what the nearest speaker said; where that one denied something, the denial."""
    open_ = {one.id for one in (*claims, *denials)}
    nearest = next((one for one in order if one.id in open_), None)
    if nearest is None:
        return None
    return next((one for one in denials if one.speaker is not None and one.speaker == nearest.speaker), nearest)


def says_denial(answer: Statement) -> bool:
    """Whether an answer is to a denial: "dismissed the denial"."""
    return DENIAL.search(answer.content.text) is not None and answer.stance in {"denies", "doubts"}


def _denials(answer: Statement, others: Iterable[Statement]) -> Iterator[Statement]:
    """Denials by others that an answer can mean, in the order given: those within its content, and those not too far before it."""
    for one in others:
        inside = one.parent == answer.id
        near = 0 <= answer.cue.spans[0].start - one.content.spans[-1].end <= FARTHEST
        if one.stance in {"denies", "doubts"} and not one.negated and one.speaker != answer.speaker and (inside or near):
            yield one


def _encloses(outer: Statement, inner: Statement, ids: Mapping[str, Statement]) -> bool:
    """Whether one statement stands in the content of the other."""
    parent = inner.parent
    for _ in range(len(ids)):
        if parent is None or parent == outer.id:
            return parent == outer.id
        parent = ids[parent].parent if parent in ids else None
    return False


def _comes_back_to(answer: Statement, outer: Statement) -> bool:
    """Whether an answer within another's content is about what stands before it there: "that Norvia could stage it, which Norvia denied"."""
    related = answer.content.text.strip().lower() == "which" and answer.parent == outer.id
    return related and outer.content.spans[0].start < answer.content.spans[0].start and answer.speaker != outer.speaker


def tells_of_telling(answer: Statement) -> bool:
    """Whether an answer is about that something was said, not about what: "denied that any such warning had been given"."""
    return says_unsaid(answer) or TOLD.search(answer.content.text) is not None or says_undone(answer)


def says_undone(answer: Statement) -> bool:
    """Whether somebody denies that what was told of was done: "denied that she had ever done so"."""
    return answer.stance == "denies" and DONE.match(plain_content(answer)) is not None


def rebuffs(statement: Statement) -> bool:
    """Whether a statement says of a denial that it is not so: "the unfounded denials are not serious"."""
    return statement.stance in CLAIMING and rejects_denial(statement.content.text, denied=False)


def rejects_denial(text: str, *, denied: bool) -> bool:
    """Whether words are about a denial that somebody does not accept: "the unfounded denials are not serious", or ``denied`` of "the denial" or
    "the statement"."""
    spoken = denied and UTTERANCE.search(text) is not None and len(text.split()) <= SHORT
    return spoken or (DENIAL.search(text) is not None and (denied or DISMISSIVE.search(text) is not None))


def counters(statement: Statement) -> bool:
    """Whether a statement turns another's claim against them: "fear that the accusation could be an excuse for an attack"."""
    return statement.stance in COUNTERING and not statement.negated and is_of_claim(statement)


def is_of_claim(statement: Statement) -> bool:
    """Whether a content says something of a claim, not only that there is one: "the claim could serve as a pretext for an attack"."""
    proposition = statement.proposition
    if proposition is None:
        return False
    used = not (CLAIMS | WARNINGS).isdisjoint(proposition.words) and not PRETEXTS.isdisjoint(proposition.words)
    if CLAIMS.isdisjoint(proposition.subject) and not used and answering()["meant"].search(statement.content.text) is None:
        return False
    return len(own_words(statement)) >= FEWEST_OF_ITS_OWN


def stance_of_answer(answer: Statement, base: PositionStance) -> PositionStance | None:
    """The stance of an answer on the claim, from that (``base``) of what it answers: a denial of a denial asserts."""
    taken = (
        "denies"
        if disowns(answer) or rebuffs(answer) or calls_untrue(answer) or says_unsaid(answer)
        else take_stance(answer.stance, unsaid=answer.negated, modality="did", opposed=False)
    )
    if taken in AGAINST and base in AGAINST:
        return OPPOSITE["denies"] if taken == "denies" else "hedges"
    if taken == "asserts":
        return base
    return taken


def disowns(statement: Statement) -> bool:
    """Whether a statement denies having given a figure told before: "said that it never gave that figure"."""
    proposition = statement.proposition
    if statement.stance in {"denies", "doubts"} and FIGURE_OF.match(plain_content(statement)):
        return True
    if proposition is None or FIGURE.search(statement.content.text) is None:
        return False
    return statement.stance == "denies" or (statement.stance == "asserts" and proposition.negated)


def calls_untrue(statement: Statement) -> bool:
    """Whether a statement asserts of what was said before that it is not so: "said this was not true"."""
    held = statement.stance in {"asserts", "thinks"} and not statement.negated
    return held and (UNTRUE.match(plain_content(statement)) is not None or is_called(statement))


def is_called(statement: Statement) -> bool:
    """Whether a statement calls a claim told before untrue: "called the charge absurd"."""
    plain = plain_content(statement)
    if CALLING.search(statement.cue.text) is None or CALLED.match(plain) is None:
        return False
    return DISMISSIVE.search(plain) is not None or postures()["untrue"].search(plain) is not None


def disbelieves(statement: Statement) -> bool:
    """Whether a statement is that what was said before is not so, or that somebody does not believe it: "did not believe a word of it"."""
    if calls_untrue(statement):
        return True
    unheld = statement.stance == "thinks" and statement.negated and _BELIEVING.search(statement.cue.text) is not None
    told = statement.source is None or statement.source.text.lower() not in {"you", "nobody"}  # of others, by whoever speaks
    return unheld and told and ANY_OF_IT.match(plain_content(statement)) is not None


def says_unsaid(statement: Statement) -> bool:
    """Whether a statement asserts that what was told of was not said: "No one in this house said that"."""
    held = statement.stance in {"asserts", "thinks"} and not statement.negated
    first = first_sentence(statement)
    return held and answering()["unsaid"].fullmatch(first) is not None


def _words(statement: Statement) -> frozenset[str]:
    return frozenset(map(same_word, statement.proposition.words)) if statement.proposition else frozenset()


def _means_what_was_said(answer: Statement) -> bool:
    """Whether an answer is about what was said before, whoever said it."""
    return THESE.match(answer.content.text) is not None or disbelieves(answer)


def tells_of_giving(text: str) -> bool:
    """Whether words are about that a figure was given, not about the figure: "it never gave that figure"."""
    return _GIVEN.search(text) is not None


def _reported(answer: Statement, claim: Statement, statements: Sequence[Statement]) -> Statement:
    """What an answer is about: the claim; where it denies that such a thing was said, the statement by which somebody reports it."""
    reports = any(one.parent == claim.id and one.speaker not in {claim.speaker, None} for one in statements)
    if not tells_of_telling(answer) or claim.parent is None or (reports and says_unsaid(answer)):
        return claim
    outer = next((one for one in statements if one.id == claim.parent), claim)
    return outer if outer.stance in CLAIMING and outer.speaker != answer.speaker else claim


def points_back(statement: Statement) -> bool:
    """Whether a content holds nothing of its own, but whose it is ("her claims", "Norvia's allegation"), and points back to what was said."""
    words = statement.content.text.lower().split()
    somebody = len(words) == 1 and words[0] in SOMEBODY
    if says_undone(statement):
        return True
    if statement.proposition is None or somebody:
        return len(words) <= 3 and not somebody
    own = own_words(statement)
    if disowns(statement):
        return len(own) <= MOST_OF_FIGURE
    if (
        says_unsaid(statement)
        or disbelieves(statement)
        or (THESE.match(statement.content.text) and DISMISSIVE.search(statement.content.text))
    ):
        return True
    if says_denial(statement) or SUCH.search(statement.content.text):
        return len(own) <= 2
    return not own or (len(own) == 1 and len(statement.proposition.words) > 1 and len(words) <= 4)


def own_words(statement: Statement) -> list[str]:
    """The content words that do not point back."""
    return [word for word in statement.proposition.words if word not in SHELLS] if statement.proposition else []


def _belongs(answer: Statement, claim: Statement, keys: Mapping[str, frozenset[str]]) -> bool:
    """Whether a claim can be the one that an answer names by whose it is; any can where it names nobody."""
    own = own_words(answer)
    if disowns(answer):
        return claim.proposition is not None and bool(claim.proposition.numbers)
    if _means_what_was_said(answer) or says_unsaid(answer):
        return True
    return not own or SUCH.search(answer.content.text) is not None or not keys.get(claim.id, frozenset()).isdisjoint(own)


def open_claims(answer: Statement, before: Iterable[Statement]) -> Iterator[Statement]:
    """Claims before an answer that it can mean, nearest first."""
    for claim in before:
        if answer.cue.spans[0].start - claim.content.spans[-1].end > FARTHEST:
            return
        if claim.stance in CLAIMING and not claim.negated and claim.speaker != answer.speaker and not points_back(claim):
            yield claim
