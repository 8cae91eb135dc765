"""Participants in their places: which tokens of a paragraph are whose, and what part they play there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.extract.reference.participants import Participant
from quoth.syntax import Paragraph, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"WP", "WDT"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
WHERE = frozenset({
    "in", "at", "near", "from", "to", "around", "outside", "into", "through", "across", "over", "toward", "towards", "inside",
    "within", "of", "via"
})  # fmt: skip
"""Prepositions after which a capital's name is the place; "of" only where a noun of place governs it, see ``is_agent``."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A participant's words at a place: tokens ``first`` to ``last``, of which ``head`` governs the rest."""

    participant: Participant
    first: int
    last: int
    head: int


@dataclass(slots=True)
class Told:
    """A document with its participants in their places."""

    participants: list[Participant]
    placed: list[list[Placed]]
    """By paragraph, in order; titles and determiners included."""
    pronouns: dict[tuple[int, int], tuple[Participant | None, str | None]]
    """By paragraph and token: whom a pronoun or an open description means, or why nobody."""

    def replace(self, one: Participant, other: Participant) -> None:
        """Put ``other`` in every place of ``one``."""
        self.participants = [kept for kept in self.participants if kept is not one]
        for row in self.placed:
            row[:] = [replace(placed, participant=other) if placed.participant is one else placed for placed in row]
        for place, (meant, reason) in self.pronouns.items():
            if meant is one:
                self.pronouns[place] = (other, reason)
        for kept in self.participants:
            kept.members = [other if member is one else member for member in kept.members]


def head_of(paragraph: Paragraph, first: int, last: int) -> int:
    """The token of a stretch whose governor stands outside it; the last such."""
    for index in range(last, first - 1, -1):
        head = paragraph.tokens[index].head
        if not first <= head <= last or head == index:
            return index
    return last


def is_agent(paragraph: Paragraph, head: int) -> bool:
    """Whether a capital's name stands for its state here: it acts, owns, or is dealt with; it is no place to be in or go to."""
    token = paragraph.tokens[head]
    while token.dep == "conj" and token.head != token.index:
        token = paragraph.tokens[token.head]
    governor = paragraph.tokens[token.head]
    if token.dep == "nsubj":
        return governor.pos == "VERB"
    if token.dep == "poss":
        return governor.pos == "NOUN"
    if token.dep == "pobj":
        return governor.text.lower() not in WHERE or _of_doing(paragraph, governor, token)
    return token.dep in {"agent", "dobj", "dative"} and governor.pos == "VERB" and token.dep != "dobj"


def is_credit(paragraph: Paragraph, one: Placed) -> bool:
    """Whether a name is that of who took a picture: "Ann Lee/Agency"."""
    beside = [paragraph.tokens[index].text for index in (one.first - 1, one.last + 1) if 0 <= index < len(paragraph.tokens)]
    return one.participant.kind == "person" and "/" in beside


def _of_doing(paragraph: Paragraph, preposition: Token, token: Token) -> bool:
    """Whether "of" stands before what somebody does: "the risk of Kiev using", "accused … of"."""
    following = paragraph.tokens[token.index + 1] if token.index + 1 < len(paragraph.tokens) else None
    return preposition.text.lower() == "of" and following is not None and following.tag == "VBG"


def words_between(paragraph: Paragraph, first: int, last: int) -> str:
    """The words from token ``first`` to ``last``, spaced as in the text, in one line."""
    parts = [token.text + (" " if token.space_after else "") for token in paragraph.tokens[first : last + 1]]
    return " ".join("".join(parts).split())


def main_part(paragraph: Paragraph, head: int) -> tuple[int, int]:
    """The rank of a mention for pronouns (0 subject of a main clause, 1 another subject, 2 any other), and its clause's token."""
    top = paragraph.tokens[head]
    while top.dep in {"conj", "appos"} and top.head != top.index:
        top = paragraph.tokens[top.head]
    if top.pos == "VERB" and top.begins_sentence:  # a name taken for one: "Marsh on Friday also called …"
        return 0, top.index
    governor = paragraph.tokens[top.head]
    clause = governor.head if top.dep == "pobj" else governor.index
    if top.dep not in SUBJECTS:
        return 2, clause
    main = governor
    while main.dep == "conj" and main.head != main.index:
        main = paragraph.tokens[main.head]
    return (0 if main.dep == "ROOT" or main.head == main.index else 1), clause


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that a pronoun is an object of; neither who does it nor who else has a part in it is meant."""

    clause: int
    over: int
    """The verb whose subject it has."""
    doer: int | None = None
    """The noun that a "who" which is its subject goes back to: "a clerk who tried to stop *him*"."""


def deed_of(paragraph: Paragraph, token: Token) -> Deed | None:
    """What is done to whom a pronoun means; None where it is no object."""
    if token.dep not in {"dobj", "dative", "iobj", "pobj"}:
        return None
    clause = paragraph.tokens[token.head].head if token.dep == "pobj" else token.head
    over = subject_clause(paragraph, clause)
    verb = paragraph.tokens[over]
    relative = verb.dep == "relcl" and any(child.tag in RELATIVES for child in paragraph.children(over, *SUBJECTS))
    return Deed(clause, over, verb.head if relative else None)


def subject_clause(paragraph: Paragraph, verb: int) -> int:
    """The verb whose subject a verb has: that of "wrote" for "asking" in "she wrote to them, asking him to go". A verb in the past or
    present has one of its own, also where the parser does not see it: "told police Lee fired and hit him"."""
    at = paragraph.tokens[verb]
    while at.dep in {"advcl", "conj", "xcomp"} and at.head != at.index and not paragraph.children(at.index, *SUBJECTS, "csubj"):
        if at.dep == "xcomp" and at.tag in FINITE:
            break
        at = paragraph.tokens[at.head]
    return at.index
