"""Parties that one noun stands for in turn: "French and British counterparts", "the leaders of Arden, Ilmar and other nations"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quoth.extract.contact.parties import Ground
from quoth.lexicon.states import states
from quoth.records import Party, Referent
from quoth.syntax import Paragraph, Token

OF = frozenset({"of", "in", "from", "for"})
SEVERAL = frozenset({"other", "several", "various"})
ALIKE = frozenset({"counterpart", "opposite", "colleague"})
"""Nouns for whoever holds the same office in another state."""
ONE_EACH = ALIKE | {
    "leader", "president", "minister", "chief", "premier", "king", "chancellor", "ambassador", "envoy", "monarch", "delegation",
    "side", "government", "secretary", "negotiator",
}  # fmt: skip
"""Nouns for somebody of whom each state has one; "officials" may be anybody."""
OFFICE = frozenset({"minister", "secretary", "president", "chief", "leader", "chancellor", "premier", "head"})

PORTFOLIOS = {"defence": "defense", "armed": "defense", "forces": "defense", "external": "foreign"}
"""Words for what an office is about that mean another one."""


def shared_out(ground: Ground, head: Token, one: Party | None, *, of_each: bool = False) -> tuple[Party, ...]:
    """The parties of a plural noun that is of several states, one for each; none where it is not. ``one`` is who has the contact with them.

    ``of_each`` where the contact is between them, so that also "officials from Arden and Ilmar" are two sides.
    """
    if head.tag not in {"NNS", "NNPS"} or not (of_each or head.lemma in ONE_EACH):
        return ()
    members = _by_adjective(ground.paragraph, head) or _by_preposition(ground, head)
    return tuple(_party(ground, head, one, *member) for member in members)


def of_their_states(ground: Ground, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The sides of "Arden and Norvia's ministers": a state, and people of another whose possessive is both's, as these states."""
    if len(parties) != 2 or _state_at(ground, parties[0]) is None:
        return parties
    first, second = parties
    words = [token for token in ground.paragraph.tokens if second.span.start <= token.start < second.span.end]
    owner = next((token for token, mark in pairwise(words) if mark.tag == "POS"), None)
    if owner is None or words[-1].tag != "NNS" or words[0].text.lower() in {"the", "a", "an"}:
        return parties
    state = next((one for one in [ground.referents.at(ground.paragraph.span(owner.index, owner.index))] if one is not None), None)
    return (first, replace(second, referent=state.id)) if state is not None and state.kind == "state" else parties


def _state_at(ground: Ground, party: Party) -> Referent | None:
    meant = ground.referents.at(party.span)
    return meant if meant is not None and meant.kind == "state" and meant.id == party.referent else None


def _by_adjective(paragraph: Paragraph, head: Token) -> list[tuple[int, int, str | None]]:
    """The stretches of "the French", "British counterparts" in "the French and British counterparts", each with its state."""
    before = [token for token in paragraph.tokens[paragraph.edges[head.index][0] : head.index] if _state(token) is not None]
    if len(before) < 2 or not _are_joined(paragraph, before):
        return []
    return [(token.index, token.index, _state(token)) for token in before[:-1]] + [
        (before[-1].index, head.index, _state(before[-1]))
    ]


def _are_joined(paragraph: Paragraph, words: list[Token]) -> bool:
    """Whether nothing but commas and "and" stands between words."""
    between = {paragraph.tokens[index].text.lower() for index in range(words[0].index, words[-1].index)} - {
        w.text.lower() for w in words
    }
    return "and" in between and between <= {"and", ","}


def _by_preposition(ground: Ground, head: Token) -> list[tuple[int, int, str | None]]:
    """The stretches of "the leaders of Arden", "Ilmar", "other nations", each with its state where it is one."""
    paragraph = ground.paragraph
    for child in paragraph.children(head.index, "prep"):
        if child.text.lower() not in OF:
            continue
        for first in paragraph.children(child.index, "pobj"):
            listed = list(_joined(paragraph, first))
            if len(listed) > 1 and all(_is_member(ground, token, alike=head.lemma in ALIKE) for token in listed):
                start = paragraph.edges[head.index][0]
                return [(start, first.index, _named(paragraph, first))] + [
                    (_first_of(paragraph, token), token.index, _named(paragraph, token)) for token in listed[1:]
                ]
    return []


def _joined(paragraph: Paragraph, head: Token) -> Iterator[Token]:
    yield head
    for child in paragraph.children(head.index, "conj"):
        yield from _joined(paragraph, child)


def _is_member(ground: Ground, token: Token, *, alike: bool) -> bool:
    paragraph = ground.paragraph
    meant = ground.referents.at(paragraph.span(token.index, token.index))
    others = any(child.text.lower() in SEVERAL for child in paragraph.children(token.index, "amod"))
    land = meant is not None and meant.kind in (
        {"state", "place", "body"} if alike else {"state", "place"}
    )  # unknown to any gazetteer
    return _named(paragraph, token) is not None or others or token.entity == "GPE" or land


def _first_of(paragraph: Paragraph, token: Token) -> int:
    return min([token.index, *(child.index for child in paragraph.children(token.index, "compound", "amod", "det"))])


def _named(paragraph: Paragraph, token: Token) -> str | None:
    """The state that a noun with the words before it names ("the United States")."""
    words = [child.text for child in paragraph.children(token.index, "compound", "amod", "nmod")]
    return states().meant_by(" ".join([*words, token.text])) or states().meant_by(token.text)


def _state(token: Token) -> str | None:
    return states().of(token.text) if token.text[0].isupper() else None


def _party(ground: Ground, head: Token, one: Party | None, first: int, last: int, state: str | None) -> Party:
    span, text = ground.words(first, last)
    meant = ground.referents.at(ground.paragraph.span(last, last))
    state = state or (meant.name if meant is not None and meant.kind == "state" else None)
    found = _counterpart(ground, one, state) if head.lemma in ALIKE else None
    found = found or next((each for each in ground.referents.all if each.kind == "state" and each.name == state), None)
    found = found or (meant if meant is not None and meant.kind in {"state", "place", "body"} else None)
    return Party(text, span, None if found is None else found.id)


def _counterpart(ground: Ground, one: Party | None, state: str | None) -> Referent | None:
    """The one person of a state that the document gives the office of ``one``."""
    same = next((each for each in ground.referents.all if one is not None and each.id == one.referent), None)
    if same is None or state is None:
        return None
    office = _offices(same)
    able = [each for each in ground.referents.all if each.kind == "person" and each.country == state and _offices(each) & office]
    return able[0] if len(able) == 1 else None


def _offices(person: Referent) -> set[str]:
    """What somebody's titles are about ("defense"), the words for the office itself apart."""
    said = " ".join(title.text for title in person.titles).casefold().split()
    bodies = " ".join(title.of for title in person.titles if title.of).casefold().split()  # "the Pentagon's chief" has its words
    words = {PORTFOLIOS.get(word, word) for word in said} | {word for word in bodies if word in PORTFOLIOS.values()}
    return words - OFFICE - {"of", "the", "for", "general", "prime", "vice"} or words & {"president"}
