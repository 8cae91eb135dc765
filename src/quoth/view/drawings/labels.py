"""Where names stand beside points that lines join: on the side on which they lie over the fewest lines, points and other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

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
Stretches = npt.NDArray[np.float64]
"""Places along lines, across and down."""


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
    stretches = _stretches(lines)
    placed: dict[str, Label] = {}
    for _ in range(_ROUNDS):
        for one in order:
            others = [label.box for name, label in placed.items() if name != one]
            dots = [point for name, point in points.items() if name != one]
            placed[one] = min(_places(points[one]), key=lambda label: _cost(label, others, dots, stretches, size))
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


def _cost(label: Label, names: Sequence[Box], points: Sequence[Named], stretches: Stretches, size: tuple[float, float]) -> float:
    left, top, right, bottom = label.box
    out = max(0.0, -left) + max(0.0, right - size[0]) + max(0.0, -top) + max(0.0, bottom - size[1])
    met = sum(1 for other in names if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom)
    dots = sum(
        1 for one in points if left - one.radius < one.x < right + one.radius and top - one.radius < one.y < bottom + one.radius
    )
    across, down = stretches
    under = float(np.count_nonzero((left <= across) & (across <= right) & (top <= down) & (down <= bottom)))
    return (_OUTSIDE if out > 0 else 0.0) + _ON_NAME * met + _ON_POINT * dots + _ON_LINE * under + _ASIDE * label.aside


def _stretches(lines: Sequence[Segment]) -> Stretches:
    """Every line as the ends of its stretches."""
    ends = np.array(lines, dtype=np.float64).reshape(-1, 2, 2)
    steps = np.arange(_STEPS + 1)
    first, way = ends[:, 0, :, None], ends[:, 1, :, None] - ends[:, 0, :, None]
    return np.ascontiguousarray((first + way * steps / _STEPS).transpose(1, 0, 2).reshape(2, -1))
