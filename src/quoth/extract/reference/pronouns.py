"""Whom a pronoun means: the one compatible participant that is most in view, or nobody where two compete.

The order of who is in view follows centering (Grosz, Joshi and Weinstein 1995): subjects of main clauses, other subjects, all others; the
same sentence before the one before it. What stands inside quotation marks is not in view from outside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from quoth.extract.reference.participants import Participant
from quoth.extract.reference.placed import Deed

QUOTED = 3
"""The rank of who is seen inside quotation marks."""
LOOKING_BACK = 4
"""Sentences before the pronoun's own that are looked through."""

SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
FIRST_AND_SECOND = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself"
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A participant in view: ``rank`` 0 for the subject of a main clause, 1 another subject, 2 any other place, 3 in a quotation."""

    participant: Participant
    rank: int
    clause: int
    """The token that its head depends on, to keep a verb's subject and object apart."""
    head: int
    part: int
    """What its rank would be outside quotation marks."""


@dataclass(slots=True)
class View:
    """What was read so far: the participants of the last sentences, the latest sentence last."""

    sentences: list[list[Seen]] = field(default_factory=lambda: [[]])

    def see(self, participant: Participant, *, rank: int, clause: int, head: int, quoted: bool = False) -> None:
        """A participant comes into view."""
        self.sentences[-1].append(Seen(participant, QUOTED if quoted else rank, clause, head, rank))

    def replace(self, one: Participant, other: Participant) -> None:
        """Put ``other`` where ``one`` was seen."""
        self.sentences = [
            [replace(seen, participant=other) if seen.participant is one else seen for seen in sentence]
            for sentence in self.sentences
        ]

    def next_sentence(self) -> None:
        """A new sentence begins. One without anybody in view does not push the others out."""
        if self.sentences[-1]:
            self.sentences.append([])
            del self.sentences[: -LOOKING_BACK - 1]

    def latest(self, *, quoted: bool) -> Iterator[list[Seen]]:
        """Who was seen, sentence by sentence, the latest first; from outside quotation marks without those seen inside them."""
        for sentence in reversed(self.sentences):
            yield [seen for seen in sentence if quoted or seen.rank < QUOTED]

    def find(self, word: str, *, deed: Deed | None = None, quoted: bool = False) -> tuple[Participant | None, str | None]:
        """The participant that a pronoun means here, else the reason why there is none; ``deed`` is what it is an object of."""
        lower = word.lower()
        fits = _compatible(lower)
        if fits is None:
            return None, f"{lower}: first or second person" if lower in FIRST_AND_SECOND else f"{lower}: no one it can stand for"
        ranks, sentences = _reach(lower, quoted=quoted)
        for back, sentence in enumerate(reversed(self.sentences[-sentences:])):
            own = {id(one.participant) for one in sentence if back == 0 and deed is not None and _acts(one, deed)}
            seen = [one for one in sentence if fits(one.participant) and id(one.participant) not in own]
            for rank in ranks:
                chosen = _distinct([one.participant for one in _foremost([one for one in seen if one.rank == rank])])
                if chosen:
                    return _only(chosen if back else _surer(chosen, seen, ranks, lower), lower)
        return None, f"{lower}: no one it can stand for"


def _foremost(seen: Sequence[Seen]) -> list[Seen]:
    """Inside quotation marks, too, who acts comes before whom it is done to."""
    acting = [one for one in seen if one.part <= 1]
    return acting or list(seen)


def _acts(one: Seen, deed: Deed) -> bool:
    """Whether who is seen has a part in the clause of the pronoun, is the subject of the one over it, or is the doer told of by "who"."""
    return one.clause == deed.clause or (one.clause == deed.over and one.part <= 1) or one.head == deed.doer


def _reach(word: str, *, quoted: bool) -> tuple[Sequence[int], int]:
    """The ranks that a pronoun can reach, and the sentences. "It" and "they" have many things to stand for, and reach less far."""
    if word in SINGULAR:
        return ((0, 1, 2, 3) if quoted else (0, 1, 2)), LOOKING_BACK + 1
    return ((0, 1, 3) if quoted else (0, 1)), 2 if word in NEUTER else 3


def _distinct(participants: Sequence[Participant]) -> list[Participant]:
    return list({id(one): one for one in participants}.values())


def _surer(chosen: list[Participant], seen: Sequence[Seen], ranks: Sequence[int], word: str) -> list[Participant]:
    """Those foremost in the pronoun's own sentence; where the gender of none is known, the one person in it whose gender is."""
    if word not in SINGULAR or any(one.gender for one in chosen):
        return chosen
    sure = _distinct([one.participant for one in seen if one.rank in ranks and one.participant.gender == SINGULAR[word]])
    return sure if len(sure) == 1 else chosen


def _only(chosen: list[Participant], word: str) -> tuple[Participant | None, str | None]:
    """The only one; among several the only one whose gender is known to fit."""
    if len(chosen) > 1 and word in SINGULAR:
        sure = [one for one in chosen if one.gender == SINGULAR[word]]
        chosen = sure if len(sure) == 1 else chosen
    if len(chosen) == 1:
        return chosen[0], None
    return None, f"{word}: {_COUNTS.get(len(chosen), 'many')} candidates"


_COUNTS = {2: "two", 3: "three", 4: "four"}


def _compatible(word: str) -> Callable[[Participant], bool] | None:
    if word in SINGULAR:
        gender = SINGULAR[word]
        return lambda one: _one_person(one) and one.gender in {None, gender}
    if word in PLURAL:
        return lambda one: one.plural or (one.kind in {"group", "body"} and not _one_person(one))
    if word in NEUTER:
        return lambda one: one.kind in {"body", "state", "outlet"} or (one.kind == "group" and not one.plural and bool(one.words))
    return None


def _one_person(one: Participant) -> bool:
    return one.kind == "person" or (one.kind == "group" and not one.plural and not one.members and bool(one.held))
