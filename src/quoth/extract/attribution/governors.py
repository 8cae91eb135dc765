"""What stands over a word of saying and takes it back: denial, failure, unwillingness.

"did not say", "failed to say", "has yet to say" deny it; "refused to say", "would not say", "was unwilling to say" decline;
"stopped short of saying" leaves it unsaid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quoth.extract.attribution.clauses import own_subject
from quoth.lexicon.cues import cue_class
from quoth.syntax import Paragraph, Token

Held = Literal["declined", "withheld", "denied"]
"""What becomes of a saying: declined, left unsaid, or denied."""
MOST = 4
"""Predicates over one another that are looked at: "did not want to be seen to say"."""
WILL = frozenset({"will", "would", "wo", "'d", "’d"})
LEAVING = frozenset({"without", "than", "instead"})
"""Words with a gerund that say that it was not said: "without saying", "rather than say", "instead of saying"."""
AWAY = frozenset({"short", "from", "away"})


@dataclass(frozen=True, slots=True)
class Governor:
    """A predicate over a saying that has its subject, and the word that links the two ("from", "short" of), or nothing."""

    token: Token
    link: str


def held_back(paragraph: Paragraph, head: int) -> Held | None:
    """What becomes of the saying that the predicate ``head`` tells; None where it is said."""
    own = paragraph.tokens[head]
    denied = denies(paragraph, own)
    if denied and _is_willed(paragraph, own):
        return "declined"
    for governor in _governors(paragraph, head):
        held = _held_by(paragraph, governor)
        if held in {"declined", "withheld"}:
            return held
        denied ^= held == "denied"
    return "denied" if denied else None


def denies(paragraph: Paragraph, token: Token) -> bool:
    """Whether a predicate is denied in its own clause: by "not", "never", "neither … nor", "no" before a noun, or by who it is said of
    ("no one"); of verbs joined by "or" the first's denial is that of all."""
    if any(_is_denial(token, child) for child in paragraph.children(token.index)):
        return True
    subject = own_subject(paragraph, token.index)
    if subject is not None:
        return _is_nobody(paragraph, subject)
    if token.dep in {"acomp", "attr", "oprd"}:
        return denies(paragraph, paragraph.tokens[token.head])
    first = _first_of(paragraph, token)
    return first is not None and denies(paragraph, first)


def _is_denial(token: Token, child: Token) -> bool:
    word = child.text.lower()
    if child.dep == "neg" or word in {"never", "n't", "n’t"}:
        return True
    if token.pos == "NOUN":
        return child.dep == "det" and word in {"no", "neither"}
    return word in {"neither", "nor"} and child.index < token.index


def _is_nobody(paragraph: Paragraph, subject: Token) -> bool:
    if subject.text.lower() in cue_class("nobody"):
        return True
    return any(child.text.lower() in {"no", "neither"} for child in paragraph.children(subject.index, "det", "preconj", "cc"))


def _first_of(paragraph: Paragraph, token: Token) -> Token | None:
    """The first of verbs joined by "or" or "nor", for one behind it without a subject of its own."""
    first = paragraph.tokens[token.head]
    if token.dep != "conj" or own_subject(paragraph, token.index) is not None:
        return None
    joined = (child.text.lower() for child in paragraph.children(first.index, "cc") if child.index < token.index)
    return first if any(word in {"or", "nor"} for word in joined) else None


def _is_willed(paragraph: Paragraph, token: Token) -> bool:
    """Whether a denied predicate tells of unwillingness: "would not say", not "would never say" or "would not have said"."""
    helpers = paragraph.children(token.index, "aux")
    if any(child.lemma == "never" for child in paragraph.children(token.index)):
        return False
    first = _first_of(paragraph, token)
    if not helpers and first is not None:
        return _is_willed(paragraph, first)
    return any(child.text.lower() in WILL for child in helpers) and not any(child.lemma == "have" for child in helpers)


def _governors(paragraph: Paragraph, head: int) -> Iterator[Governor]:
    """The predicates over a saying that have its subject, nearest first."""
    token = paragraph.tokens[head]
    for _ in range(MOST):
        over = paragraph.tokens[token.head]
        first = _first_of(paragraph, token)
        if over.index == token.index:
            return
        if first is not None:
            token = first
        elif token.dep == "pcomp":
            link, over = _linked(paragraph, over)
            yield Governor(over, link)
            token = over
        elif token.dep == "xcomp" or (token.dep in {"advcl", "ccomp"} and _is_bare_infinitive(paragraph, token)):
            yield Governor(over, "")
            token = over
        else:
            return


def _linked(paragraph: Paragraph, link: Token) -> tuple[str, Token]:
    """The word that links a gerund to what it hangs on, and that: "short" and "stopped" of "stopped short of saying"."""
    if link.pos not in {"ADP", "SCONJ"}:
        return "", link
    over = paragraph.tokens[link.head]
    before = paragraph.tokens[link.index - 1] if link.index else link
    word = before.text.lower() if link.lemma == "of" and before.text.lower() in {"short", "instead"} else link.lemma
    return word, paragraph.tokens[over.head] if over.pos in {"ADV", "ADP", "PART"} else over


def _is_bare_infinitive(paragraph: Paragraph, token: Token) -> bool:
    """Whether an infinitive has no subject of its own, so that its doer is that of the predicate over it."""
    return own_subject(paragraph, token.index) is None and any(
        child.tag == "TO" for child in paragraph.children(token.index, "aux")
    )


def _held_by(paragraph: Paragraph, governor: Governor) -> Held | None:
    """What a predicate over it does to a saying."""
    over, word, link = governor.token, governor.token.text.lower(), governor.link
    if link in LEAVING:
        return "denied"
    if over.lemma in cue_class("withholding"):
        return "withheld" if link in AWAY or (not link and over.lemma in cue_class("avoiding")) else None
    denied = denies(paragraph, over)
    if over.lemma in cue_class("declining") or word in cue_class("unwilling"):
        return None if denied else "declined"
    if over.lemma in cue_class("willing") and denied:
        return "declined"
    failed = over.lemma in cue_class("failing") or word in cue_class("unable") or _is_yet_to_come(paragraph, over)
    return "denied" if failed != denied else None


def _is_yet_to_come(paragraph: Paragraph, over: Token) -> bool:
    """Whether a saying is still to come: "has yet to say", "is yet to say"."""
    return over.lemma in {"have", "be", "remain"} and any(
        child.text.lower() == "yet" for child in paragraph.children(over.index, "advmod")
    )
