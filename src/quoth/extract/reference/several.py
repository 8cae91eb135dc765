"""Descriptions that mean a list told before or inside them: "the governments of Arden and Ilmar", "both countries", "the two ministers"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.extract.reference.demonyms import state_of
from quoth.extract.reference.participants import Participant
from quoth.extract.reference.placed import Placed
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

OF_STATES = frozenset({"government", "country", "nation", "state", "ally", "neighbour", "neighbor"})
"""Nouns for states, or for what says what a state says."""
SIDES = frozenset({"side", "party", "delegation"})
"""Nouns for whoever deals with another: states, bodies or groups."""
SEXES = {"man": "m", "woman": "f"}
POINTING = frozenset({"the", "these", "those", "our", "their", "both", "all"})
COUNTED: Mapping[str, int] = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
EMPTY = frozenset({"of", "own", "respective", "the", "our", "their"})
"""Other words that may stand before the noun without saying which ones are meant."""

WITH = frozenset({"with", "to"})

LISTS_REACH = 2
"""Sentences after a list in which "they" still means it."""
REACH = 12
"""Sentences over which "the two governments" still means the list of states named before."""
REACH_OF_PEOPLE = 4
"""The same of people, who come and go."""


@dataclass(frozen=True, slots=True)
class ListTold:
    """A list where it was told."""

    participant: Participant
    sentence: int
    start: int
    """Offset of its first word in the document."""
    joined: bool = True
    """Its members are told with an "and" between them; else they only deal with one another: "Dolan spoke with Reeve"."""
    acts: bool = False
    """It is the subject of its clause."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What kind of list a description asks for: its noun, and of how many; None where it does not say."""

    noun: str
    """In the singular."""
    number: int | None
    people: bool


def list_meant(paragraph: Paragraph, one: Placed, *, told: Sequence[ListTold], sentence: int) -> Participant | None:
    """The list, of those ``told`` so far, that a description means which points back to one: the last that it fits, before it."""
    asked = _asked(paragraph, one)
    if asked is None:
        return None
    start, reach = paragraph.tokens[one.first].start, REACH_OF_PEOPLE if asked.people else REACH
    near = [each for each in told if each.start < start and sentence - each.sentence <= reach]
    fit = (each.participant for each in sorted(near, key=lambda each: each.start, reverse=True) if _fits(asked, each.participant))
    return next(fit, None) or (_unsure(near, asked.number) if asked.noun == "government" else None)


def list_near(told: Sequence[ListTold], sentence: int, *, number: int | None) -> Participant | None:
    """The one list of the last sentences that "they" means, or "the two", which have a ``number`` and may be a pair as well; of several the
    one that acts."""
    near = [one for one in told if 0 < sentence - one.sentence <= LISTS_REACH and (one.joined or number is not None)]
    able = [one for one in near if number in {None, len(one.participant.members)}]
    for some in (able, [one for one in able if one.acts]):
        lists = {id(one.participant): one.participant for one in some}
        if len(lists) == 1:
            return next(iter(lists.values()))
    return None


def find_pairs(paragraph: Paragraph, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """The two people of each clause that tells what one does with or to the other: "Dolan held talks with Reeve"."""
    people = {one.head: one for one in placed if one.participant.kind == "person"}
    for head, subject in people.items():
        token = paragraph.tokens[head]
        if token.dep != "nsubj":
            continue
        named = (people[child.index] for child in paragraph.children(head, "appos") if child.index in people)
        one = next(named, subject)  # "the chief of staff, General Dolan, spoke"
        objects = paragraph.children(token.head, "dobj", "dative")
        links = [link for governor in (token.head, *(found.index for found in objects))
                 for link in paragraph.children(governor, "prep") if link.text.lower() in WITH]  # fmt: skip
        others = {found.index for found in objects} | {
            found.index for link in links for found in paragraph.children(link.index, "pobj")
        }
        dealt = [people[index] for index in sorted(others) if index in people]
        if len(dealt) == 1 and dealt[0].participant is not one.participant:
            yield one, dealt[0]


def list_inside(paragraph: Paragraph, one: Placed, placed: Sequence[Placed]) -> Participant | None:
    """The list of states whose governments a description names: "the governments of Arden and Ilmar"."""
    if paragraph.tokens[one.head].lemma.lower() != "government" or one.participant.named:
        return None
    for other in placed:
        if other.participant.members and one.head < other.first and other.last == one.last and _all_states(other.participant):
            return other.participant
    return None


def states_before(paragraph: Paragraph, one: Placed, demonyms: Mapping[str, str]) -> dict[str, Token]:
    """The states, with their adjectives, whose governments a description names by their adjectives: "the French and German governments"; else none."""
    token = paragraph.tokens[one.head]
    if token.lemma.lower() != "government" or not _is_plural(token) or one.participant.named:
        return {}
    words = [word for word in paragraph.tokens[one.first : one.head] if word.text[0].isupper() and word.pos != "DET"]
    found = {state: word for word in words if (state := state_of(word.text, demonyms)) is not None}
    return found if len(found) > 1 and len(found) == len(words) else {}


def _asked(paragraph: Paragraph, one: Placed) -> _Asked | None:
    token = paragraph.tokens[one.head]
    word = titles().get(token.text.lower())
    noun = word.word if word is not None else token.lemma.lower()
    if not _is_plural(token) or one.last != one.head or one.participant.named or one.participant.members:
        return None
    before = [word.text.lower() for word in paragraph.tokens[one.first : one.head]]
    number = next((COUNTED[word] for word in before if word in COUNTED), None)
    if not before or before[0] not in POINTING or any(word not in EMPTY | POINTING | COUNTED.keys() for word in before):
        return None
    states = noun in OF_STATES or noun in SIDES
    # people are only taken by their number: "the ministers" may be any; so may all "parties" and "sides"
    if number is None and (not states or noun in SIDES or before[0] == "all"):
        return None
    return _Asked(noun, number, people=not states)


def _is_plural(token: Token) -> bool:
    return token.tag in {"NNS", "NNPS"}


def _fits(asked: _Asked, one: Participant) -> bool:
    if asked.number is not None and len(one.members) != asked.number:
        return False
    if asked.noun in OF_STATES:
        return _all_states(one)
    if asked.noun in SIDES:
        return all(member.kind in {"state", "body", "group"} for member in one.members)
    return all(member.kind == "person" and _is_such(asked.noun, member) for member in one.members)


def _unsure(near: Sequence[ListTold], number: int | None) -> Participant | None:
    """The one list lately told that may be of states, though the document alone does not show that its names are."""
    lists = {id(each.participant): each.participant for each in near}
    able = [one for one in lists.values() if _may_be_states(one) and number in {None, len(one.members)}]
    return able[0] if len(able) == 1 else None


def _all_states(one: Participant) -> bool:
    return bool(one.members) and all(member.kind == "state" for member in one.members)


def _is_such(noun: str, person: Participant) -> bool:
    """Whether a person is what a noun says: by sex, or by an office that it may stand for."""
    if noun in SEXES:
        return person.gender in {None, SEXES[noun]}
    return noun in _nouns_for(person)


def _nouns_for(person: Participant) -> Iterator[str]:
    for held in person.held:
        yield held.office.head.word
        yield from held.office.head.covers
        if held.office.head.word == "secretary" and len(held.office.words) > 1:  # a defence secretary is one of "the two ministers"
            yield "minister"


def _may_be_states(one: Participant) -> bool:
    """Whether names may be of states that the tagger took for bodies or people: single words without a title."""
    return all(member.kind in {"state", "place"} or (" " not in member.name and not member.held) for member in one.members)


def sentence_numbers(paragraph: Paragraph, last: int) -> list[int]:
    """For each token the number of its sentence, ``last`` being that of the paragraph's last."""
    number = last - sum(token.begins_sentence for token in paragraph.tokens)
    numbers = []
    for token in paragraph.tokens:
        number += token.begins_sentence
        numbers.append(number)
    return numbers
