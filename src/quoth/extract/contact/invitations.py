"""Invitations: "Dolan invited Reeve to Tessen", "Dolan's invitation to Reeve": a visit or meeting planned, at the initiative of who invites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.contact.facts import Dated, dates_of
from quoth.extract.contact.parties import Ground, parties_of, with_companions
from quoth.extract.contact.subjects import agent_of, subject_of
from quoth.extract.contact.telling import Telling
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.states import states
from quoth.lexicon.titles import titles
from quoth.records import ContactKind, Party, TimeExpression
from quoth.syntax import Paragraph, Token

ANSWERS = frozenset({"accept", "receive", "decline", "reject", "refuse", "get", "consider"})
"""What a guest does with an invitation."""
CLAUSES = ("xcomp", "advcl", "acl", "ccomp")
COMING = frozenset(
    {"visit", "come", "join", "travel", "attend", "stay", "address", "speak", "participate", "tour", "appear", "dine", "receive"}
)
"""What somebody is invited to do who will meet who invites."""


def told_by_inviting(ground: Ground, verb: Token) -> Telling | None:
    """The visit or meeting that "invite" tells of; None where it does not say to what place or occasion."""
    paragraph = ground.paragraph
    kind = _kind(paragraph, verb)
    passive = paragraph.children(verb.index, "nsubjpass")
    host = agent_of(paragraph, verb.index) if passive else subject_of(paragraph, verb.index)
    guest = passive[0] if passive else next(iter(paragraph.children(verb.index, "dobj")), None)
    if host is None or guest is None or guest.index == host.index:
        return None
    if kind is None and (_clauses(paragraph, verb) or not _is_somebody(ground, guest)):
        return None
    return _telling(kind or "visit", parties_of(ground, host), with_companions(ground, guest), verb=verb.index)


def _clauses(paragraph: Paragraph, verb: Token) -> list[Token]:
    """The infinitives of what somebody is invited to do."""
    return [clause for clause in paragraph.children(verb.index, *CLAUSES) if clause.tag == "VB"]


def _is_somebody(ground: Ground, guest: Token) -> bool:
    """Whether a guest is a person, so that being invited, wherever to, is to come to see who invites."""
    meant = ground.referents.at(ground.paragraph.span(guest.index, guest.index))
    word = titles().get(guest.text.lower())
    return (meant is not None and meant.kind == "person") or (word is not None and word.person)


def told_by_invitation(ground: Ground, noun: Token) -> Telling | None:
    """The visit or meeting that somebody's invitation to somebody tells of."""
    paragraph = ground.paragraph
    owners = paragraph.children(noun.index, "poss")
    guests = [guest for to in paragraph.children(noun.index, "prep") if to.text.lower() == "to"
              for guest in paragraph.children(to.index, "pobj") if not _is_goal(guest)]  # fmt: skip
    kind = _kind(paragraph, noun)
    owners = owners or tuple(host for by in paragraph.children(noun.index, "prep") if by.text.lower() == "from"
                             for host in paragraph.children(by.index, "pobj"))  # fmt: skip
    answered = paragraph.tokens[noun.head]
    if not guests and noun.dep == "dobj" and answered.lemma in ANSWERS:
        guests = [guest for guest in [subject_of(paragraph, answered.index)] if guest is not None]
    if not owners or not guests or kind is None:
        return None
    occasions = [goal.index for goal in _goals(paragraph, noun) if goal.lemma in contact_words("noun")]
    return _telling(kind, parties_of(ground, owners[0]), parties_of(ground, guests[0]), noun=next(iter(occasions), noun.index))


def dates_invited_for(paragraph: Paragraph, verb: int, dates: Sequence[Dated]) -> tuple[TimeExpression, ...]:
    """The dates of what somebody is invited to: those of its noun or clause ("for talks on 21 October", "to visit on Friday"), and what the
    parser hung on "invite" behind it; a date before it says when the invitation was made."""
    word = paragraph.tokens[verb]
    occasions = frozenset(one.index for one in (*_goals(paragraph, word), *_clauses(paragraph, word)))
    behind = [one for one in dates if one.first > min(occasions or {verb})]
    return dates_of(paragraph, occasions | {verb}, behind)


def _telling(
    kind: ContactKind, hosts: tuple[Party, ...], guests: tuple[Party, ...], *, verb: int | None = None, noun: int | None = None
) -> Telling | None:
    if not hosts or not guests:
        return None
    return Telling(kind=kind, apart=False, ones=hosts, others=guests, verb=verb, noun=noun, initiator=hosts[0], invited=True)


def _kind(paragraph: Paragraph, word: Token) -> ContactKind | None:
    """A meeting where the invitation is to one, a visit where it is to a place or to come."""
    verbs = contact_words("verb").keys() - {"receive"}  # "invited Reeve to receive a prize"
    clauses = [clause for clause in paragraph.children(word.index, *CLAUSES) if clause.lemma in verbs]
    if any(clause.lemma != "visit" or paragraph.children(clause.index, "dobj") for clause in clauses):
        return None  # told by that verb: "invited Reeve to meet him"
    goals = list(_goals(paragraph, word))
    nouns = contact_words("noun")
    told: list[ContactKind] = [nouns[goal.lemma].kind for goal in goals if goal.lemma in nouns]
    if told:
        return "visit" if told[0] == "visit" else "meeting"
    comes = any(clause.lemma in COMING for clause in paragraph.children(word.index, *CLAUSES))
    return "visit" if comes or any(_is_goal(goal) for goal in goals) else None


def _goals(paragraph: Paragraph, word: Token) -> Iterator[Token]:
    """What stands after "to", "for" and "on" under the word, and under a guest that the parser hung it on."""
    for anchor in (word, *paragraph.children(word.index, "dobj")):
        for child in paragraph.children(anchor.index, "prep", "dative"):
            if child.text.lower() in {"to", "for", "on"}:
                yield from paragraph.children(child.index, "pobj")


def _is_goal(token: Token) -> bool:
    return (
        token.entity in {"GPE", "LOC", "FAC"} or states().meant_by(token.text) is not None or token.lemma in contact_words("noun")
    )
