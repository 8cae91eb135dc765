"""Accusations: what one side accuses another of makes one claim, in whatever words ("accused the Merrow services of sabotage", "Arden's charge that
its agents had damaged the dam"); with it stand what only repeats it, and what the accused side calls it or says that it did not do.

Nearness tells little here: two deeds that one side accuses another of lie as near as one deed in two tellings. What tells is how many an article has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from quoth.lexicon.classes import word_class
from quoth.link.charged import Bench, Charge, find_charges
from quoth.link.meanings import Meaning
from quoth.link.placing import Places
from quoth.link.rejected import Groups, Texts, find_rejected
from quoth.link.stances import AGAINST
from quoth.records import Statement

ONE_DEED = 0.5
"""Nearness (cosine) from which on two accusations of one side against one other are of one deed, where no article tells two deeds."""
SURE = 0.65
"""The same where one does, or where one is done and the other planned."""
PLAIN = 0.7
"""Nearness from which on what the accuser says plainly is the accusation."""
UNDONE = 0.6
"""Nearness from which on what a side says it did not do is what it is accused of."""
SOME_CHARGE = re.compile(
    r"(?:such|(?:the|this|these|those|such|her|his|their|its|\S+['’]s?)(?: \S+){0,2}?) (?:charge|accusation|allegation)s?\b",
    re.IGNORECASE,
)
"""Begins words about an accusation made before."""


@dataclass(frozen=True, slots=True)
class Accusations:
    """What the accusations of a story come to."""

    told: tuple[tuple[str, ...], ...] = ()
    """Statements that accuse one side of one deed, by deed."""
    repeated: Mapping[str, str] = field(default_factory=dict)
    """A statement that only repeats an accusation → that accusation."""
    denied: Mapping[str, str] = field(default_factory=dict)
    """What the accused side calls an accusation, or says that it did not do → that accusation."""
    rejected: Mapping[str, str] = field(default_factory=dict)
    """What the accused side denies by pointing back to accusations → the accusation that it means."""


def find_accusations(
    statements: Mapping[str, Statement], meanings: Mapping[str, Meaning], bench: Bench, places: Places, texts: Texts
) -> Accusations:
    """The accusations among the statements of a story; ``texts`` gives the text of a document. Raises ``Unavailable`` where the encoder cannot be had."""
    story = _Story(statements, meanings, bench, places)
    charges = find_charges(statements, bench)
    groups = {sides: _by_deed([*held, *_plainly_told(sides, held, story)], story) for sides, held in _by_sides(charges, meanings)}
    return Accusations(
        told=tuple(_with_denials(group, story) for found in groups.values() for group in found if len(group) > 1),
        repeated=dict(_repeated(charges, groups, story)),
        denied=dict((*_called(groups, story), *_undone(groups, story))),
        rejected=dict(find_rejected(statements, _with_unsigned(charges, groups, story), bench, texts)),
    )


def _with_unsigned(charges: Iterable[Charge], groups: Groups, story: _Story) -> Groups:
    """The accusations, with those of whom nobody is known to accuse and others only do so namelessly ("was suspected of")."""
    signed, found = {accused for _, accused in groups}, defaultdict[str, list[str]](list)
    for one in charges:
        if (
            one.told
            and one.accuser is None
            and one.accused is not None
            and one.accused not in signed
            and one.statement in story.meanings
        ):
            found[one.accused].append(one.statement)
    return {**groups, **{("", accused): _by_deed(names, story) for accused, names in found.items()}}


@dataclass(frozen=True, slots=True)
class _Story:
    """The statements of a story, and how near the statement encoder places them."""

    statements: Mapping[str, Statement]
    meanings: Mapping[str, Meaning]
    bench: Bench
    places: Places

    def near(self, first: str, second: str) -> float:
        """The cosine of two statements."""
        return self.places.near(self.meanings[first].whole, self.meanings[second].whole)

    def in_one(self, first: str, second: str) -> bool:
        """Whether two statements stand in one article."""
        return self.statements[first].document == self.statements[second].document


def _by_sides(charges: Iterable[Charge], meanings: Mapping[str, Meaning]) -> Iterable[tuple[tuple[str, str], list[str]]]:
    """The accusations that tell a deed and of which both sides are known, by these."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in charges:
        if one.told and one.accuser is not None and one.accused not in {None, one.accuser} and one.statement in meanings:
            found[one.accuser, one.accused or ""].append(one.statement)
    return found.items()


def _plainly_told(sides: tuple[str, str], held: Sequence[str], story: _Story) -> Iterator[str]:
    """What the accuser's side asserts that the other did, without a word of accusing: "Arden says that Merrow cut the cable"."""
    accuser, accused = sides
    for name, one in story.statements.items():
        meaning = story.meanings.get(name)
        if meaning is None or name in held or one.stance != "asserts" or one.negated or meaning.negated:
            continue
        able = accused in meaning.doers and accuser in story.bench.keys_of(one)
        if able and max(story.near(name, other) for other in held) >= PLAIN:
            yield name


def _by_deed(names: Sequence[str], story: _Story) -> list[list[str]]:
    """Accusations of one side against one other, those of one deed together."""
    several = any(story.in_one(*pair) and story.near(*pair) < SURE for pair in combinations(names, 2))
    groups: list[list[str]] = []
    for name in names:
        homes = [group for group in groups if any(_is_one(name, other, story, several=several) for other in group)]
        groups = [group for group in groups if group not in homes] + [[*(one for home in homes for one in home), name]]
    return groups


def _is_one(name: str, other: str, story: _Story, *, several: bool) -> bool:
    first, second = story.meanings[name], story.meanings[other]
    least = SURE if several or first.modality != second.modality else ONE_DEED
    figures = bool(first.numbers) and bool(second.numbers) and not first.numbers & second.numbers
    return not figures and story.near(name, other) >= least


def _with_denials(group: Sequence[str], story: _Story) -> tuple[str, ...]:
    """Accusations with what denies one in its own words: "rejected Arden's charge that its agents had …"."""
    outer = (story.statements.get(story.statements[name].parent or "") for name in group)
    denying = (one.id for one in outer if one is not None and one.stance in AGAINST and one.id in story.meanings)
    return tuple(dict.fromkeys((*group, *denying)))


def _repeated(charges: Iterable[Charge], groups: Groups, story: _Story) -> Iterator[tuple[str, str]]:
    """What only repeats an accusation, with the one that it means."""
    for one in (story.statements[charge.statement] for charge in charges if not charge.told):
        keys = story.bench.keys_of(one)
        made = _meant([group for (accuser, _), found in groups.items() if accuser in keys for group in found], one, story)
        if made is not None:
            yield one.id, made


def _called(groups: Groups, story: _Story) -> Iterator[tuple[str, str]]:
    """What the accused side calls an accusation, with the one that it means: "called the charge absurd"."""
    for one in story.statements.values():
        if one.act == "describe" and not one.negated and SOME_CHARGE.match(one.content.text):
            keys = story.bench.keys_of(one)
            made = _meant([group for (_, accused), found in groups.items() if accused in keys for group in found], one, story)
            if made is not None:
                yield one.id, made


def _meant(able: Sequence[Sequence[str]], one: Statement, story: _Story) -> str | None:
    """The accusation that a statement means: the only one of its article, else of its story."""
    here = [group for group in able if any(story.in_one(name, one.id) for name in group)]
    meant = here or able
    return next((name for name in meant[0] if not here or story.in_one(name, one.id)), None) if len(meant) == 1 else None


def _undone(groups: Groups, story: _Story) -> Iterator[tuple[str, str]]:
    """What a side says that it did not do, with the accusation of it."""
    for (accuser, accused), found in groups.items():
        held = [name for group in found for name in group]
        for name in story.statements:
            if _is_undone(name, accuser, accused, story):
                best = max(held, key=lambda other: story.near(name, other))
                if story.near(name, best) >= UNDONE:
                    yield name, best


def _is_undone(name: str, accuser: str, accused: str, story: _Story) -> bool:
    """Whether a side says of itself that it did not do something; what it does not know or want is no deed."""
    one, meaning = story.statements[name], story.meanings.get(name)
    if (
        meaning is None
        or not meaning.negated
        or meaning.modality != "did"
        or one.negated
        or one.stance not in {"asserts", "thinks"}
    ):
        return False
    keys = story.bench.keys_of(one)
    done = meaning.deed is not None and meaning.deed not in word_class("inward")
    return done and accused in keys and accuser not in keys and accused in meaning.doers
