"""What generated articles are made of: invented people, outlets, words, and the text of an article with what stands where in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from quoth.records import Span

OUTLETS, STATES = 400, 60
LARGEST = 300
"""Articles of the largest stories."""
HUGE = 10
"""Stories of that size."""
SAID = (
    ("asserts", "said that"),
    ("denies", "denied that"),
    ("doubts", "doubted that"),
    ("asserts", "insisted that"),
    ("warns", "warned that"),
)
OFFICES = ("minister", "mayor", "spokesman", "chairman", "general", "engineer", "director", "judge")
SYLLABLES = [f"{one}{two}" for one in "bdfgklmnprstvz" for two in ("a", "e", "i", "o", "u", "an", "er", "el", "or")]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks: an actor before they have referents."""

    name: str
    kind: str
    country: str | None
    office: str | None


@dataclass
class World:
    """Everything that articles share."""

    chance: Random
    people: list[Person]
    reach: list[float]
    outlets: list[str]
    outlet_reach: list[float]
    words: list[str]
    pieces: list[str]
    """Stretches of words that sentences are made of."""

    def somebody(self, count: int) -> list[int]:
        """Who speaks, by Zipf's law, each once."""
        return list(dict.fromkeys(self.chance.choices(range(len(self.people)), cum_weights=self.reach, k=count)))


def make_world(seed: int, actors: int) -> World:
    """Names and words by a seed."""
    chance = Random(seed)  # noqa: S311 - a benchmark
    words = ["".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(20_000)]
    named = ["".join(chance.choices(SYLLABLES, k=2)).title() for _ in range(4_000)]
    states = [f"{name}ia" for name in dict.fromkeys(named)][:STATES]
    people = []
    for number in range(actors):
        if number % 50 == 1 and number // 50 < STATES:
            people.append(Person(states[number // 50], "state", None, None))
        elif number % 5 == 2:
            people.append(
                Person(
                    f"{chance.choice(named)} {chance.choice(('ministry', 'council', 'agency'))}",
                    "body",
                    chance.choice(states),
                    None,
                )
            )
        else:
            people.append(
                Person(f"{chance.choice(named)} {chance.choice(named)}", "person", chance.choice(states), chance.choice(OFFICES))
            )
    frequent = list(accumulate(1 / (rank + 1) for rank in range(len(words))))
    pieces = [" ".join(chance.choices(words, cum_weights=frequent, k=6)) for _ in range(60_000)]
    outlets = [f"{name} {chance.choice(('Herald', 'Courier', 'Times', 'Watch'))}" for name in dict.fromkeys(named)][:OUTLETS]
    return World(
        chance, people, list(accumulate(1 / (rank + 4) for rank in range(actors))), outlets,
        list(accumulate(1 / (rank + 4) for rank in range(OUTLETS))), words, pieces,
    )  # fmt: skip


def story_sizes(documents: int, chance: Random) -> Iterator[int]:
    """How many articles each story has; together ``documents``."""
    left = documents
    for number in range(documents):
        size = min(LARGEST, int(1 / max(chance.random(), 1e-9))) if number >= HUGE or documents < LARGEST * HUGE * 3 else LARGEST
        if left <= 0:
            return
        yield min(size, left)
        left -= size


@dataclass
class Draft:
    """An article while it is written: text with what stands where."""

    document: str = ""
    text: str = ""
    segments: list[tuple[str, int, int]] = field(default_factory=list)
    said: list[tuple[Span, Span, Span, int, str, int | None]] = field(default_factory=list)
    """Source, cue, content, who, stance, the number of the claim."""
    mentions: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))
    times: list[tuple[Span, str]] = field(default_factory=list)
    quantities: list[tuple[Span, int]] = field(default_factory=list)
    contacts: list[tuple[Span, int, int]] = field(default_factory=list)
    terms: list[tuple[Span, Span]] = field(default_factory=list)

    def add(self, words: str) -> Span:
        """Write on; where it stands."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def write(world: World, cast_: Sequence[int], claims: Sequence[str], day: str) -> Draft:
    """An article of a story, with about ten statements."""
    chance, draft = world.chance, Draft()
    draft.segments.append(("title", *draft.add(" ".join(chance.choices(world.words[:4000], k=7)).capitalize())))
    draft.add("\n\n")
    for number in range(5):
        start = len(draft.text)
        for _ in range(2):
            who = cast_[int(len(cast_) * chance.random() ** 2)]
            stance, cue = SAID[int(len(SAID) * chance.random() ** 2)]
            claim = int(len(claims) * chance.random() ** 2) if claims and chance.random() < 0.3 else None
            source = draft.add(world.people[who].name)
            draft.mentions[who].append(source)
            draft.add(" ")
            told = draft.add(cue)
            draft.add(" ")
            content = draft.add(
                claims[claim] if claim is not None else f"{chance.choice(world.pieces)} {chance.choice(world.pieces)}"
            )
            draft.said.append((source, told, content, who, stance, claim))
            draft.add(". ")
            draft.add(f"{chance.choice(world.pieces).capitalize()} {chance.choice(world.pieces)}. ")
        extra(draft, world, cast_, number, day)
        draft.segments.append(("body", start, len(draft.text)))
        draft.add("\n\n")
    return draft


def extra(draft: Draft, world: World, cast_: Sequence[int], number: int, day: str) -> None:
    """A date, a figure, a contact or a definition at the end of a paragraph."""
    chance = world.chance
    if number % 2 == 0:
        draft.times.append((draft.add("On Monday"), day))
        draft.add(f" {chance.choice(world.pieces)}. ")
    if number in {1, 3}:
        amount = chance.randint(3, 900)
        draft.quantities.append((draft.add(f"at least {amount}"), amount))
        draft.add(" people were hurt. ")
    if number == 4 and len(cast_) > 1 and chance.random() < 0.3:
        one, other = chance.sample(list(cast_), 2)
        start = len(draft.text)
        for who, words in ((one, " called "), (other, " on the phone")):
            draft.mentions[who].append(draft.add(world.people[who].name))
            draft.add(words)
        draft.contacts.append((Span(start, len(draft.text)), one, other))
        draft.add(". ")
    if number == 2 and chance.random() < 0.1:
        term = draft.add(f"{chance.choice(world.words).title()} Accord")
        draft.add(" means ")
        draft.terms.append((term, draft.add(chance.choice(world.pieces))))
        draft.add(". ")
