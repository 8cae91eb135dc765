"""The origins of a claim as a picture: an origin a box, its tellings beside it, tellings of one text joined by a bar. Pure geometry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.store import moment_key
from quoth.view.dates import date_label
from quoth.view.origins import OriginRow, OriginsPage, TellingRow
from quoth.view.words import shorten

ROW = 34
"""Height of a telling's row."""
TOP = 18
BOX = 172
"""Width of an origin's box."""
LEFT, BAR, RIGHT = 8, 212, 222
"""Where boxes, bars and tellings begin."""


@dataclass(frozen=True, slots=True)
class OriginBox:
    """An origin: its number and whom it names."""

    y: float
    label: str
    sub: str


@dataclass(frozen=True, slots=True)
class TellingMark:
    """A telling: the outlet and the day, with the number of its text."""

    y: float
    label: str
    sub: str
    document: str


@dataclass(frozen=True, slots=True)
class LineagePicture:
    """``ties`` join origins with tellings; ``bars`` tellings of one text; ``perhaps`` origins that may be one."""

    height: int
    boxes: tuple[OriginBox, ...]
    marks: tuple[TellingMark, ...]
    ties: tuple[str, ...]
    bars: tuple[tuple[float, float], ...]
    perhaps: tuple[str, ...]


def draw_lineage(page: OriginsPage, *, year: str | None = None, most: int = 24) -> LineagePicture | None:
    """The picture of a claim's origins; at most ``most`` tellings, and None where there is but one."""
    shown = _shown(page.origins, most)
    if sum(len(told) for _, told in shown) < 2:
        return None
    marks: list[TellingMark] = []
    boxes: list[OriginBox] = []
    ties: list[str] = []
    bars: list[tuple[float, float]] = []
    centres: dict[int, float] = {}
    for row, told in shown:
        first = len(marks)
        days = Counter((one.outlet, (one.published or "")[:10]) for one in told)
        marks += [
            _mark(one, first + at, year, timed=days[one.outlet, (one.published or "")[:10]] > 1) for at, one in enumerate(told)
        ]
        ys = [mark.y for mark in marks[first:]]
        centre = centres[row.number] = sum(ys) / len(ys)
        boxes.append(OriginBox(centre, shorten(row.name or "nobody named", 23), _sub(row)))
        ties += [f"M{LEFT + BOX} {centre:.0f} C{LEFT + BOX + 24} {centre:.0f} {BAR - 28} {y:.0f} {BAR - 6} {y:.0f}" for y in ys]
        bars += _bars(told, ys)
    return LineagePicture(
        len(marks) * ROW + TOP, tuple(boxes), tuple(marks), tuple(ties), tuple(bars), tuple(_perhaps(shown, centres))
    )


def _shown(origins: Sequence[OriginRow], most: int) -> list[tuple[OriginRow, list[TellingRow]]]:
    """Each origin with its tellings, those of one text together, as far as there is room."""
    found: list[tuple[OriginRow, list[TellingRow]]] = []
    for row in sorted(origins, key=lambda one: (-len(one.tellings), one.number)):
        told = sorted(row.tellings, key=lambda one: (one.text, moment_key(one.published), one.id))[:most]
        most -= len(told)
        if told:
            found.append((row, told))
    return found


def _mark(one: TellingRow, place: int, year: str | None, *, timed: bool) -> TellingMark:
    """A telling by its day; with the time where its outlet has more of that day."""
    day = date_label((one.published if timed else one.published[:10]) if one.published else None, year=year)
    return TellingMark(TOP + place * ROW, shorten(one.outlet.rsplit("/", 1)[-1], 26), f"{day} · text {one.text}", one.document)


def _sub(row: OriginRow) -> str:
    perhaps = ", ".join(map(str, row.perhaps[:2])) + ("…" if len(row.perhaps) > 2 else "")
    return f"origin {row.number}" + (f" · perhaps {perhaps}" if perhaps else "")


def _bars(told: Sequence[TellingRow], ys: Sequence[float]) -> list[tuple[float, float]]:
    texts: dict[int, list[float]] = {}
    for one, y in zip(told, ys, strict=True):
        texts.setdefault(one.text, []).append(y)
    return [(min(each) - 8, max(each) + 12) for each in texts.values() if len(each) > 1]


def _perhaps(shown: Sequence[tuple[OriginRow, list[TellingRow]]], centres: dict[int, float]) -> list[str]:
    """A dashed line between each two neighbouring boxes that may be one origin."""
    paths = []
    for number, (row, _) in enumerate(shown):
        later = next((other for other, _ in shown[number + 1 :] if other.number in row.perhaps), None)
        if later is not None:
            y, to = centres[row.number] + 11, centres[later.number] - 11
            paths.append(f"M{LEFT + 14} {y:.0f} L{LEFT + 14} {to:.0f}")
    return paths
