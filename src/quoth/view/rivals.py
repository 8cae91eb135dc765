"""Claims that nobody denies, but in whose place other accounts give something else: who asked for a call, on which day, how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoth.records import Claim, Disagreement, DisagreementKind, Reading
from quoth.store import ReadView, Tallies
from quoth.view.counts import listed
from quoth.view.coverage import Coverage
from quoth.view.dates import date_label, spell_dates
from quoth.view.disagreements import gather_points, reading_row
from quoth.view.kept import keep_point
from quoth.view.versions import latest
from quoth.view.words import begun

NAMED = 6
"""Those who give a rival value that are named in a line; its point has all."""


@dataclass(frozen=True, slots=True)
class Rival:
    """What other accounts give in a claim's place, on a point on which they differ."""

    point: str
    about: str
    kind: DisagreementKind
    value: str
    by: tuple[str, ...]
    """Who gives it; outlets where it is nobody's statement."""
    claims: tuple[str, ...]
    """The claims that say so."""


Rivals = Mapping[str, tuple[Rival, ...]]
"""By the claim that they go against."""


def rival_text(one: Rival) -> str:
    """The rival in words."""
    value = date_label(one.value) if one.kind == "date" else one.value
    return f"{begun(spell_dates(one.about))} – others say {value}, according to {listed(one.by, NAMED) or 'nobody named'}"


@dataclass(frozen=True, slots=True)
class _Making:
    """Which claims statements make, and how many make each."""

    claims: Mapping[str, list[str]]
    counts: Mapping[str, int]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> _Making:
        """As these claims have it."""
        making: dict[str, list[str]] = defaultdict(list)
        counts: Counter[str] = Counter()
        for claim in claims:
            for link in claim.statements:
                if link.stance in {"asserts", "hedges"}:
                    making[link.statement].append(claim.id)
                    counts[claim.id] += 1
        return cls(making, counts)


def read_rivals(read: ReadView, claims: Collection[Claim], told: Iterable[Disagreement], *, min_score: float = 0.0) -> Rivals:
    """The rivals of these claims, by the statements that score at least ``min_score``. ``told`` are the points of their stories."""
    own = {link.statement for claim in claims for link in claim.statements}
    points = [point for point in told if own & _statements(point)]
    stated = {name for point in points for name in _statements(point)} - own
    known = {claim.id for claim in claims}
    others = [one for one in Tallies(read.engine).claims_with(*stated) if one not in known] if stated else []
    every = (*claims, *(read.claims(ids=others, reckonings=False) if others else ()))
    making = _Making.of(every)
    if min_score == 0:
        points = [point for point in points if any(True for _ in _contested(point, making))]
    if not points:
        return {}
    found = find_rivals(latest(read, gather_points(read, points, min_score=min_score, words=False)), every, points)
    return {name: rivals for name, rivals in found.items() if name in known}


def find_rivals(coverage: Coverage, claims: Iterable[Claim], points: Iterable[Disagreement]) -> Rivals:
    """The rivals of each of these claims that has any. ``coverage`` holds what the points rest on."""
    found: dict[str, list[Rival]] = defaultdict(list)
    making = _Making.of(claims)
    for point in (kept for one in points if (kept := keep_point(coverage, one))):
        for claim, reading, others in _contested(point, making):
            row = reading_row(coverage, reading, words=False, point=point)
            found[claim].append(Rival(point.id, point.about, point.kind, row.value, row.given_by, others))
    return {name: tuple(rivals) for name, rivals in found.items()}


def _contested(point: Disagreement, making: _Making) -> Iterator[tuple[str, Reading, tuple[str, ...]]]:
    """The claims that give one of a point's values, each with every other value that goes against it and the claims that give that.

    Of figures only those that are claims themselves count: that some text has another number is told where figures are."""
    if point.kind == "polarity" or point.revised:
        return
    given = _given(point, making)
    for claim, place in given.items():
        mine = point.readings[place]
        for other, reading in enumerate(point.readings):
            makers = tuple(name for name, at in given.items() if at == other)
            if other != place and _goes_against(reading, mine) and (makers or point.kind != "figure"):
                yield claim, reading, makers


def _goes_against(reading: Reading, other: Reading) -> bool:
    """Whether both values stand, and somebody gives the one who does not give the other."""
    same = bool(reading.actors) and set(reading.actors) <= set(other.actors)
    return not (same or _is_replaced(reading) or _is_replaced(other))


def _given(point: Disagreement, making: _Making) -> dict[str, int]:
    """Claim → the place of the value that it gives: the one that most of its statements do. A figure that only few of its statements have is
    told beside what it claims."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for place, reading in enumerate(point.readings):
        for name in reading.statements:
            for claim in making.claims.get(name, ()):
                counts[claim][place] += 1
    found: dict[str, int] = {}
    for claim, places in counts.items():
        (place, most), *rest = places.most_common(2)
        few = point.kind == "figure" and 2 * most < making.counts[claim]
        if not few and (not rest or most > rest[0][1]):
            found[claim] = place
    return found


def _is_replaced(reading: Reading) -> bool:
    """Whether all who give a value gave another one later."""
    return bool(reading.actors) and set(reading.actors) <= set(reading.replaced)


def _statements(point: Disagreement) -> set[str]:
    return {name for reading in point.readings for name in reading.statements}
