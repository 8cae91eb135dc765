"""The side of a contact that its own words leave out: who speaks of it, or whom its sentence and the one before tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.contact.parties import PERSONAL, Ground, parties_of, same_party
from quoth.extract.contact.subjects import SUBJECTS
from quoth.extract.innermost import innermost
from quoth.records import Party, Referent, Span, Statement
from quoth.syntax import Paragraph, Token

ACTING = frozenset({"person", "state", "body"})
"""Kinds of referents that may be the side left out; "he" and "they" are those they stand for."""
SAYING = frozenset({"say", "tell", "add", "report", "write", "claim", "note", "state", "insist", "acknowledge", "warn"})
"""Verbs whose subject tells of the contact, and need not be in it."""
SET_IN = frozenset({"in", "at", "during", "after", "by", "following", "before", "over", "through", "amid", "around", "despite"})
"""Prepositions by which a contact is what somebody's deed is set in, or comes of."""


def speaker_of(
    ground: Ground, noun: Token, statements: Sequence[Statement], others: Sequence[Party], *, alone: bool
) -> Party | None:
    """Who tells of "the meeting with Dolan", naming nobody else: somebody who was in it. ``alone`` where only a quotation is trusted."""
    statement = innermost(statements, Span(noun.start, noun.end))
    if statement is None or statement.source is None:
        return None
    own = is_told_of_it(ground.paragraph, noun) or _is_arranged(ground.paragraph, noun)
    if alone and statement.form == "indirect" and not own:
        return None
    kinds = {"person", "body", "state"} if own else {"person"}
    speaker = next((one for one in ground.referents.all if one.id == statement.speaker and one.kind in kinds), None)
    if speaker is None or speaker.id in {party.referent for party in others}:
        return None
    return Party(statement.source.text, statement.source.spans[0], speaker.id)


def whoever_is_told_of(ground: Ground, noun: Token, others: Sequence[Party]) -> Party | None:
    """Whom the clause over the one that a contact opens is about: "Dolan relented after talks with Reeve led to a vote"."""
    if noun.dep not in SUBJECTS and not is_set_in(ground.paragraph, noun) and noun.dep != "pcomp":
        return None
    for token in _told_of(ground.paragraph, noun):
        party = next(iter(parties_of(ground, token)), None)
        if party is not None and _acts(ground, party) and not any(same_party(party, other) for other in others):
            return party
    return None


def _is_arranged(paragraph: Paragraph, noun: Token) -> bool:
    """Whether somebody says that a contact is arranged, which must be theirs: "the office said meetings were scheduled with Dolan"."""
    verb = paragraph.tokens[noun.head]
    return noun.dep == "nsubjpass" and verb.lemma in {"schedule", "plan", "arrange"} and verb.dep == "ccomp"


def is_set_in(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a contact is what a deed is set in or comes of: "in a call with", "after talks with"."""
    return noun.dep == "pobj" and paragraph.tokens[noun.head].text.lower() in SET_IN


def is_told_of_it(paragraph: Paragraph, noun: Token) -> bool:
    """Whether the clause over a contact is about "it", a body that nobody was found for: "after talks with Dolan and Reeve it relented"."""
    subjects = (token for token in _told_of(paragraph, noun) if token.text.lower() == "it" and token.dep == "nsubj")
    return any(paragraph.tokens[token.head].pos == "VERB" for token in subjects)


def _told_of(paragraph: Paragraph, noun: Token) -> Iterator[Token]:
    """The subjects of the clauses over a noun, then their objects."""
    over = [above for above in paragraph.ancestors(noun.index) if above.lemma not in SAYING]
    yield from (child for above in over for child in paragraph.children(above.index, *SUBJECTS) if child.index != noun.index)
    makers = (child for above in over for child in paragraph.children(above.index, "agent"))
    yield from (
        head for by in makers for head in paragraph.children(by.index, "pobj")
    )  # "was made by Dolan during a call with Reeve"
    yield from (child for above in over for child in paragraph.children(above.index, "dobj") if child.index != noun.index)


def _acts(ground: Ground, party: Party) -> bool:
    referent = _referent(ground, party)
    return referent is not None and referent.kind in ACTING and party.text.casefold() not in PERSONAL - {"he", "she", "his", "her"}


def _referent(ground: Ground, party: Party) -> Referent | None:
    return next((one for one in ground.referents.all if one.id == party.referent), None)
