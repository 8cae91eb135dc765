"""Statements of one story gathered by what they say: candidates by shared rare words and by how near the statement encoder places them, decided pair by
pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quoth.language.encoder.reader import Vectors
from quoth.link.matching import Matcher
from quoth.link.meanings import Meaning, are_apart
from quoth.link.nearby import Nearby
from quoth.link.placing import Places

PROBES = 5
"""Heaviest words of a meaning by which drafts that hold them are looked up."""
CROWDED = 200
"""Drafts that share a word, from which on it finds nothing."""
COMPARED = 12
"""Meanings of a draft that a new one is compared with."""
AGREEING = 0.4
"""Share of them that it must agree with, so that a chain of likenesses does not drift. A pair that is one claim is often not seen to be one."""
HALF = 0.5
"""Share of a draft's meanings beyond which one agrees with most of them."""
LIGHTEST = 1.0
"""Weight of words below which a content says too little to be matched."""

SAYING = 4
"""Words from which on a content is placed: of "it a rescue" or "poison" the encoder sees little but who said it and how."""


@dataclass(slots=True)
class Draft:
    """A claim while it is being gathered: its different meanings, and the statements that make them."""

    meanings: list[Meaning] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)

    def compared(self) -> list[Meaning]:
        """The meanings that a new one is compared with."""
        return self.meanings[:COMPARED]

    def agreement(self, meaning: Meaning, matcher: Matcher) -> float:
        """Share of the draft's meanings that are the same claim as ``meaning``; 0 where one of them is sure to be another."""
        if any(are_apart(meaning, other) for other in self.compared()):
            return 0.0
        return self.agreed(meaning, matcher) / len(self.compared())

    def agreed(self, meaning: Meaning, matcher: Matcher) -> int:
        """How many of the draft's meanings are the same claim as ``meaning``."""
        return sum(matcher.same(meaning, other) for other in self.compared())


def gather(meanings: Iterable[tuple[str, Meaning]], *, weight: Mapping[str, float], places: Places | None = None) -> list[Draft]:
    """Drafts of claims from (statement, meaning) pairs, taken in the order given; every statement in at most one draft.

    Each meaning is compared with the drafts that share one of its rare words and, where ``places`` are given, with those that lie nearest. Raises ``Unavailable`` where the encoder cannot be had.
    """
    taken = [(statement, meaning) for statement, meaning in meanings if _says_enough(meaning, weight)]
    matcher = Matcher(weight, _place_all((meaning for _, meaning in taken), places) if places else {})
    drafts: list[Draft] = []
    near = Nearby()
    told: dict[Meaning, dict[str, int]] = defaultdict(dict)
    known: dict[Meaning, int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, (statement, meaning) in enumerate(taken):
        if meaning not in known:
            known[meaning] = _draft_for(meaning, drafts, by_word, near, matcher)
        draft = drafts[known[meaning]]
        draft.statements.append(statement)
        told[meaning][statement] = place
    return _settled(join_drafts(drafts, matcher), told, matcher)


def _says_enough(meaning: Meaning, weight: Mapping[str, float]) -> bool:
    return sum(weight.get(word, 1.0) for word in meaning.things) >= LIGHTEST


def _place_all(meanings: Iterable[Meaning], places: Places) -> dict[str, Vectors]:
    """What the statement encoder makes of the words of each meaning that says enough; it is not asked where there are no two."""
    texts = dict.fromkeys(meaning.whole for meaning in meanings if len(meaning.text.split()) >= SAYING)
    return places.of(texts) if len(texts) > 1 else {}


def _settled(drafts: list[Draft], told: Mapping[Meaning, Mapping[str, int]], matcher: Matcher) -> list[Draft]:
    """The drafts with each meaning where most of what it agrees with stands: it may have been put where it is before those that it belongs to
    were read."""
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, draft in enumerate(drafts):
        for word in {word for meaning in draft.compared() for word in _probes(meaning, matcher.weight)}:
            by_word[word].add(number)
    order = {statement: place for places in told.values() for statement, place in places.items()}
    for number, draft in enumerate(drafts):
        for meaning in draft.meanings[1:]:  # the first stays: the draft was begun with it
            rest = Draft([other for other in draft.meanings if other is not meaning])
            matcher.meet((meaning, other) for other in rest.compared())
            own = rest.agreement(meaning, matcher)
            better = _better(meaning, number, rest, drafts, by_word, matcher) if own else None
            if better is not None:
                _move(meaning, told[meaning], draft, better, order)
    return [draft for draft in drafts if draft.statements]


def _better(
    meaning: Meaning, home: int, rest: Draft, drafts: Sequence[Draft], by_word: Mapping[str, set[int]], matcher: Matcher
) -> Draft | None:
    """The draft in which a meaning agrees with most: more of them than in the ``rest`` of its own, a larger draft and no smaller a share of it."""
    probes = [word for word in _probes(meaning, matcher.weight) if len(by_word[word]) <= CROWDED]
    near = sorted({number for word in probes for number in by_word[word]} - {home})
    matcher.meet((meaning, other) for number in near for other in drafts[number].compared())
    least, own = rest.agreed(meaning, matcher), rest.agreement(meaning, matcher)
    found = [
        (draft.agreed(meaning, matcher), share, -number)
        for number in near
        if len((draft := drafts[number]).meanings) > len(rest.meanings)
        and (share := draft.agreement(meaning, matcher)) > HALF
        and share >= own
    ]
    most, _, best = max(found, default=(0, 0.0, 0))
    return drafts[-best] if most > least else None


def _move(meaning: Meaning, statements: Collection[str], draft: Draft, better: Draft, order: Mapping[str, int]) -> None:
    draft.meanings = [other for other in draft.meanings if other is not meaning]
    draft.statements = [name for name in draft.statements if name not in statements]
    better.meanings.append(meaning)
    better.statements = sorted((*better.statements, *statements), key=order.__getitem__)


def join_drafts(drafts: Iterable[Draft], matcher: Matcher) -> list[Draft]:
    """The drafts with those made one whose meanings mostly agree, which the order of statements had kept apart."""
    kept: list[Draft] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    placed = Nearby()
    for draft in drafts:
        words = {word for meaning in draft.compared() for word in _probes(meaning, matcher.weight)}
        vectors = [vector for meaning in draft.compared() if (vector := matcher.vectors.get(meaning.whole)) is not None]
        found = {number for word in words if len(by_word[word]) <= CROWDED for number in by_word[word]}
        near = sorted(found.union(*(placed.find(vector) for vector in vectors)))
        number = next((number for number in near if _agree(kept[number], draft, matcher)), len(kept))
        if number == len(kept):
            kept.append(Draft())
        kept[number].meanings += draft.meanings
        kept[number].statements += draft.statements
        for vector in vectors:
            placed.add(vector, number)
        for word in words - {word for word in words if number in by_word[word]}:
            by_word[word].append(number)
    return kept


def _agree(first: Draft, second: Draft, matcher: Matcher) -> bool:
    compared = second.compared()
    if any(are_apart(meaning, other) for meaning in compared for other in first.compared()):
        return False
    matcher.meet((meaning, other) for meaning in compared for other in first.compared())
    return sum(first.agreement(meaning, matcher) for meaning in compared) >= HALF * len(compared)


def _probes(meaning: Meaning, weight: Mapping[str, float]) -> list[str]:
    """What a meaning is looked up by: its heaviest words, and who said it when."""
    heaviest = sorted(meaning.things, key=lambda word: (-weight.get(word, 1.0), word))[:PROBES]
    return heaviest if meaning.saying is None else [*heaviest, meaning.saying]


def _draft_for(meaning: Meaning, drafts: list[Draft], by_word: dict[str, list[int]], placed: Nearby, matcher: Matcher) -> int:
    probes, vector = _probes(meaning, matcher.weight), matcher.vectors.get(meaning.whole)
    near = (set() if vector is None else placed.find(vector)) | {
        number for word in probes if len(by_word[word]) <= CROWDED for number in by_word[word]
    }
    matcher.meet((meaning, other) for number in sorted(near) for other in drafts[number].compared())
    agreeing = [number for number in near if drafts[number].agreement(meaning, matcher) >= AGREEING]
    if agreeing:  # where most of what it agrees with stands
        number = min(agreeing, key=lambda number: (-drafts[number].agreed(meaning, matcher), number))
    else:
        number = len(drafts)
        drafts.append(Draft())
    drafts[number].meanings.append(meaning)
    if vector is not None:
        placed.add(vector, number)
    for word in probes:
        if number not in by_word[word][-1:]:
            by_word[word].append(number)
    return number
