"""Where the parties of a claim stand: each state or actor with its stance, its voices and how its stance changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.link.credits import outlet_key
from quoth.records import Claim, Position, PositionStance
from quoth.view.coverage import Coverage, Who
from quoth.view.dates import date_key

GLYPHS: dict[PositionStance | None, tuple[str, str]] = {
    "asserts": ("●", "asserts"),
    "denies": ("✕", "denies"),
    "doubts": ("?", "doubts"),
    "hedges": ("≈", "hedges"),
    "declines": ("–", "declined to comment"),
    "mixed": ("◐", "mixed"),
    None: ("·", "not found in what we have"),
}
"""Stance → shape and word: readable in grey, and aloud."""

SIDES: dict[PositionStance, bool] = {"asserts": True, "hedges": True, "denies": False, "doubts": False}
"""Stances that take a side, and which."""
MOST = 2
"""Outlets that are named with a party."""
UNSHOWN = ("○", "only in statements that are not shown")
"""Shape and word of a party that stands on a claim only by statements that are hidden: it is not one that was not found."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The stance that a party takes from a day on, until its next turn."""

    stance: PositionStance
    first: str | None
    """EDTF: when it was first taken; None where no date is known."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one party stands on one claim, by the statements that are shown. ``actors`` are those of the party who spoke."""

    party: str
    stance: PositionStance | None
    actors: tuple[str, ...]
    first: str | None
    statements: tuple[str, ...]
    score: float | None = None
    """Of the surest of its statements."""
    unsure: bool = False
    hidden: int = 0
    """Statements of the party on the claim that are not shown."""
    course: tuple[Turn, ...] = ()
    """Its stances in order of time, one for as long as it stays the same."""
    outlet: bool = False
    """It is an outlet speaking for itself, not one that reports others."""
    side: str | None = None
    """The party of which it is one of several voices that part; None where it is the party itself."""
    told_in: tuple[str, ...] = ()
    """The outlets that tell of it, its own apart, where voices of one side part: that it said so may be theirs."""

    @property
    def called(self) -> str:
        """The party as it is named where it is listed, with the outlets that tell of it where they are to be named."""
        more = f" and {len(self.told_in) - MOST} more" if len(self.told_in) > MOST else ""
        return f"{self.party} in {', '.join(self.told_in[:MOST])}{more}" if self.told_in else self.party

    @property
    def turns(self) -> bool:
        """Whether the party changes sides over time: asserts what it denied or doubted before, or the other way round."""
        sides = {SIDES.get(turn.stance) for turn in self.course} - {None}
        return len(sides) > 1

    @property
    def glyph(self) -> tuple[str, str]:
        """Its shape and word."""
        return UNSHOWN if self.stance is None and self.hidden else GLYPHS[self.stance]


def is_disputed(stances: Iterable[PositionStance | None]) -> bool:
    """Whether somebody denies or doubts what somebody else asserts, or one party does both."""
    found = set(stances)
    return "mixed" in found or bool(found & {"asserts", "hedges"} and found & {"denies", "doubts"})


def merge_stances(stances: Iterable[PositionStance]) -> PositionStance:
    """One party's stance over its voices: what its clear voices say; ``mixed`` where they part."""
    found = set(stances)
    clear = found & {"asserts", "denies", "mixed"} or found & {"doubts"} or found & {"hedges"} or found
    if "mixed" in found or (clear == {"asserts"} and "doubts" in found):
        return "mixed"
    return clear.pop() if len(clear) == 1 else "mixed"


@dataclass(frozen=True, slots=True)
class _Voice:
    who: Who
    position: Position


def find_stands(coverage: Coverage, claim: Claim, kept: Claim, *, by_state: bool) -> tuple[Stand, ...]:
    """Each party's stand by the positions that are kept; one without a stance where only hidden statements of the party were found."""
    groups = _grouped(coverage, claim, by_state=by_state)
    shown = groups if kept is claim else _grouped(coverage, kept, by_state=by_state)
    return tuple(
        stand
        for party, voices in groups.items()
        for stand in _of_party(coverage, party, shown.get(party, ()), _gone(coverage, voices), kept)
    )


def _grouped(coverage: Coverage, claim: Claim, *, by_state: bool) -> dict[str, list[_Voice]]:
    grouped: dict[str, list[_Voice]] = {}
    for position in claim.positions:
        for who in coverage.voices(position.actor):
            grouped.setdefault(who.party if by_state else who.name, []).append(_Voice(who, position))
    return grouped


def _gone(coverage: Coverage, voices: Iterable[_Voice]) -> dict[str, set[str]]:
    """The hidden statements of each voice, by its name."""
    found: dict[str, set[str]] = {}
    for voice in voices:
        gone = {name for name in voice.position.statements if name in coverage.hidden}
        if gone:
            found.setdefault(voice.who.name, set()).update(gone)
    return found


def _of_party(coverage: Coverage, party: str, voices: Sequence[_Voice], gone: dict[str, set[str]], kept: Claim) -> Iterator[Stand]:
    """The stand of a party, or of each of its voices where they part; ``gone`` are the hidden statements of each voice."""
    parts = dict(_parted(party, voices)) if voices else {}
    if gone and set(parts) <= {party}:
        gone = {party: set().union(*gone.values())}
    apart = party if set(parts) - {party} else None
    for name, part in parts.items():
        stand = _stand(coverage, name, part, len(gone.get(name, ())), kept)
        yield replace(stand, side=apart, told_in=_told_in(coverage, stand)) if apart else stand
    for name, names in gone.items():
        if name not in parts:
            yield Stand(name, None, (), None, (), hidden=len(names), side=apart)


def _parted(party: str, voices: Sequence[_Voice]) -> list[tuple[str, list[_Voice]]]:
    """A state's voices as one party; each by itself where one of them denies what another asserts."""
    if not is_disputed(voice.position.stance for voice in voices) or len({voice.who.id for voice in voices}) == 1:
        return [(party, list(voices))]
    parted: dict[str, list[_Voice]] = {}
    for voice in voices:
        parted.setdefault(voice.who.name, []).append(voice)
    return list(parted.items())


def _stand(coverage: Coverage, party: str, voices: Sequence[_Voice], hidden: int, kept: Claim) -> Stand:
    positions = [voice.position for voice in voices]
    statements = tuple(dict.fromkeys(statement for position in positions for statement in position.statements))
    score = coverage.surest(statements)
    return Stand(
        party=party,
        stance=merge_stances(position.stance for position in positions),
        actors=tuple(dict.fromkeys(voice.who.name for voice in voices)),
        first=min((position.first for position in positions if position.first), key=date_key, default=None),
        statements=statements,
        score=score,
        unsure=coverage.is_unsure(score),
        hidden=hidden,
        course=_course(coverage, statements, kept),
        outlet=all(voice.who.kind == "outlet" for voice in voices),
    )


def _told_in(coverage: Coverage, stand: Stand) -> tuple[str, ...]:
    """The outlets in which somebody stands so; none where one of them is their own."""
    documents = (coverage.documents[coverage.statements[one].document] for one in stand.statements if one in coverage.statements)
    outlets = tuple(dict.fromkeys(coverage.outlet(one) for one in documents))
    return () if any(outlet_key(one) == outlet_key(stand.party) for one in outlets) else outlets


def join_stands(party: str, parts: Sequence[Stand]) -> Stand:
    """A party's stand by its voices that part."""
    stances = [one.stance for one in parts if one.stance]
    return Stand(
        party=party,
        stance=merge_stances(stances) if stances else None,
        actors=tuple(dict.fromkeys(name for one in parts for name in one.actors)),
        first=min((one.first for one in parts if one.first), key=date_key, default=None),
        statements=tuple(dict.fromkeys(name for one in parts for name in one.statements)),
        score=max((one.score for one in parts if one.score is not None), default=None),
        unsure=bool(stances) and all(one.unsure for one in parts if one.stance),
        hidden=sum(one.hidden for one in parts),
    )


def _course(coverage: Coverage, statements: Sequence[str], claim: Claim) -> tuple[Turn, ...]:
    """The stances of these statements in order of the days on which they were said, else published; undated ones are left out."""
    stances = {link.statement: link.stance for link in claim.statements}
    told = [coverage.statements[one] for one in statements if one in coverage.statements and one in stances]
    dated = [(one.time or (coverage.published(one) or "")[:10], stances[one.id]) for one in told]
    turns: list[Turn] = []
    for date, stance in sorted((pair for pair in dated if pair[0]), key=lambda pair: (date_key(pair[0]), pair[1])):
        if not turns or turns[-1].stance != stance:
            turns.append(Turn(stance, date))
    return tuple(turns)
