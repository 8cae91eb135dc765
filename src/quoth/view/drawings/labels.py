"""Where names stand beside points that lines join: on the side on which they lie over the fewest lines, points and other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

LETTER = 7.2
"""Width of a letter."""
LINE = 13.0
"""Height of a line of text."""
_GAP = 5.0
_STEPS = 48
_ROUNDS = 3
_OUTSIDE, _ON_NAME, _ON_POINT, _ON_LINE, _ASIDE = 400.0, 60.0, 40.0, 6.0, 1.0
"""What it costs to leave the picture, to lie over a name, a point, a stretch of a line, and to stand beside the point, not above or below."""

Anchor = Literal["start", "middle", "end"]
Segment = tuple[float, float, float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Named:
    """A point with what is written at it."""

    x: float
    y: float
    radius: float
    letters: int
    """Of its longest line."""
    lines: int


@dataclass(frozen=True, slots=True)
class Label:
    """Where the first line of a name stands: its baseline, and which of its ends is at ``x``."""

    x: float
    y: float
    anchor: Anchor
    box: Box
    aside: bool


def place_labels(points: Mapping[str, Named], lines: Sequence[Segment], size: tuple[float, float]) -> dict[str, Label]:
    """A place for every name, the best that there is when all others stand; the same for the same points."""
    order = sorted(points, key=lambda one: (-points[one].letters, one))
    placed: dict[str, Label] = {}
    for _ in range(_ROUNDS):
        for one in order:
            others = [label.box for name, label in placed.items() if name != one]
            dots = [point for name, point in points.items() if name != one]
            placed[one] = min(_places(points[one]), key=lambda label: _cost(label, others, dots, lines, size))
    return placed


def _places(point: Named) -> Iterator[Label]:
    wide, high = point.letters * LETTER, point.lines * LINE
    off = point.radius + _GAP
    yield _label(point.x - wide / 2, point.y - off - high, wide, high, "middle")
    yield _label(point.x - wide / 2, point.y + off - 1, wide, high, "middle")
    yield _label(point.x + off, point.y - high / 2, wide, high, "start")
    yield _label(point.x - off - wide, point.y - high / 2, wide, high, "end")
    for top in (point.y - high - 2, point.y + 2):
        yield _label(point.x + off - 2, top, wide, high, "start")
        yield _label(point.x - off + 2 - wide, top, wide, high, "end")


def _label(left: float, top: float, wide: float, high: float, anchor: Anchor) -> Label:
    x = {"start": left, "middle": left + wide / 2, "end": left + wide}[anchor]
    return Label(round(x, 1), round(top + LINE - 3, 1), anchor, (left, top, left + wide, top + high), anchor != "middle")


def _cost(
    label: Label, names: Sequence[Box], points: Sequence[Named], lines: Sequence[Segment], size: tuple[float, float]
) -> float:
    left, top, right, bottom = label.box
    out = max(0.0, -left) + max(0.0, right - size[0]) + max(0.0, -top) + max(0.0, bottom - size[1])
    met = sum(1 for other in names if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom)
    dots = sum(
        1 for one in points if left - one.radius < one.x < right + one.radius and top - one.radius < one.y < bottom + one.radius
    )
    under = sum(_inside(label.box, line) for line in lines)
    return (_OUTSIDE if out > 0 else 0.0) + _ON_NAME * met + _ON_POINT * dots + _ON_LINE * under + _ASIDE * label.aside


def _inside(box: Box, line: Segment) -> float:
    """How much of a line lies in a box, as a number of stretches."""
    x, y, to_x, to_y = line
    steps = ((x + (to_x - x) * step / _STEPS, y + (to_y - y) * step / _STEPS) for step in range(_STEPS + 1))
    return sum(1 for px, py in steps if box[0] <= px <= box[2] and box[1] <= py <= box[3])
