"""The report's pictures as coordinates: figures on a scale, contacts as stars, copies as trees. Pure geometry; templates draw it.

All lengths are units of a view box ``WIDTH`` wide, which is one CSS pixel each where the page is narrow.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.view.contacts import ContactRow, Initiative
from quoth.view.copies import CopyRow, End
from quoth.view.coverage import Who
from quoth.view.dates import date_label
from quoth.view.disagreements import DisagreementRow, ReadingRow
from quoth.view.measures import Measure
from quoth.view.words import shorten

WIDTH = 420
_EDGE = 24
_PLOT = 214
"""Where a figure's scale begins; its values are named left of it, so that no line runs over their words."""
_NAMES = 27
"""Letters that have room there."""
_TICK = 7.5
"""Width of a letter below the scale."""
_ROW = 42
_STAR_ROW = 36
RAYS = 4
"""Lines drawn at most between two parties; the table beside it has every contact."""
_TREE_ROW = 34
_COLUMNS = (8, 150, 292)


@dataclass(frozen=True, slots=True)
class Bar:
    """One reading: a dot, a closed range or an open bar, with its value and who gives it beside it."""

    y: float
    value: str
    names: str
    sub: str
    x: float
    low: float
    high: float
    open_low: bool
    open_high: bool
    ranged: bool
    dashed: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """A figure's readings over one axis. ``steps`` join values that one party revised."""

    height: int
    axis: float
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    steps: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Ray:
    """A line from the hub: ``path`` ends where the arrow points; ``arrow`` says whether it does; ``dashed`` where unsure."""

    path: str
    arrow: bool
    dashed: bool
    ref: str


@dataclass(frozen=True, slots=True)
class Spoke:
    """One counterpart of a star's hub."""

    y: float
    label: str
    sub: str
    rays: tuple[Ray, ...]


@dataclass(frozen=True, slots=True)
class Star:
    """One party in the middle of its contacts."""

    height: int
    hub: str
    country: str
    y: float
    spokes: tuple[Spoke, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A document in a tree of copies."""

    x: float
    y: float
    label: str
    sub: str
    document: str
    source: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """Documents and who took from whom; ``edges`` are (path, dashed, title)."""

    height: int
    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, bool, str], ...]


def fit_names(names: Sequence[str], length: int) -> str:
    """The names as far as there is room for them, and how many more there are; the first one always."""
    for shown in range(len(names), 1, -1):
        more = f" +{len(names) - shown}" if shown < len(names) else ""
        text = ", ".join(names[:shown]) + more
        if len(text) <= length:
            return text
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return shorten(names[0], max(length - len(more), 12)) + more if names else ""


def draw_scale(row: DisagreementRow, *, year: str | None = None) -> Scale | None:
    """A figure's readings, one below the other in order of date; None where fewer than two are numbers."""
    readings = [(reading, reading.measure) for reading in row.readings if reading.measure]
    if len(readings) < 2:
        return None
    ends = [end for _, measure in readings for end in (measure.low, measure.high, measure.value) if end is not None]
    ticks = _with_room(_ticks(min(ends), max(ends)), [measure for _, measure in readings])
    bars = tuple(_bar(reading, index, (ticks[0], ticks[-1]), year) for index, (reading, _) in enumerate(readings))
    axis = len(bars) * _ROW + 12
    steps = _steps([reading for reading, _ in readings], bars) if row.revisers or row.revised else []
    return Scale(axis + 26, axis, _labelled(ticks), bars, tuple(steps))


def _bar(reading: ReadingRow, index: int, ends: tuple[float, float], year: str | None) -> Bar:
    measure = reading.measure
    point, low, high = (measure.place, measure.low, measure.high) if measure else (0.0, None, None)
    when = date_label((reading.as_of or reading.told or "").partition("T")[0] or None, year=year)
    value = shorten(reading.bounded, _NAMES - 12)
    return Bar(
        y=index * _ROW + 26,
        value=value,
        names=fit_names(reading.given_by, max(_NAMES - len(value) - 1, 12)),
        sub=f"as of {when}" if reading.as_of else f"told {when}",
        x=_place(point, *ends),
        low=_place(low, *ends) if low is not None else _PLOT,
        high=_place(high, *ends) if high is not None else WIDTH,
        open_low=low is None,
        open_high=high is None,
        ranged=low != high,
        dashed=reading.as_of is None,
    )


def _steps(readings: Sequence[ReadingRow], bars: Sequence[Bar]) -> list[tuple[float, float, float, float]]:
    """From each value to the next one that somebody who gave it gave later."""
    found = []
    for first, reading in enumerate(readings):
        later = (index for index in range(first + 1, len(readings)) if set(readings[index].given_by) & set(reading.given_by))
        second = next(later, None)
        if second is not None:
            found.append((bars[first].x, bars[first].y, bars[second].x, bars[second].y))
    return found


def _place(value: float, low: float, high: float) -> float:
    share = 0.5 if high == low else (value - low) / (high - low)
    return round(_PLOT + _EDGE / 2 + share * (WIDTH - _PLOT - 1.5 * _EDGE), 1)


def _labelled(ticks: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """The ticks with their places, as many of them as have room for their numbers."""
    labels = [f"{tick:,g}" for tick in ticks]
    room = (WIDTH - _PLOT - 1.5 * _EDGE) / (len(ticks) - 1)
    each = math.ceil((max(map(len, labels)) * _TICK + 8) / room)
    return tuple((_place(tick, ticks[0], ticks[-1]), label) for tick, label in list(zip(ticks, labels, strict=True))[::each])


def _ticks(low: float, high: float) -> list[float]:
    """Three to six round numbers that enclose the values."""
    size = max(abs(low), abs(high), 1.0)
    spread = high - low if high - low > size / 1e6 else size
    power = 10 ** math.floor(math.log10(spread / 4))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10, 20) if spread / (power * factor) <= 4)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(count * step, 10) for count in range(first, max(last, first + 1) + 1)]


def _with_room(ticks: list[float], measures: Sequence[Measure]) -> list[float]:
    """One tick more beyond a value that is open on its side, so that the open bar is seen to go on."""
    step = ticks[1] - ticks[0]
    before = [ticks[0] - step] if any(one.low is None and one.place <= ticks[0] + step / 2 for one in measures) else []
    after = [ticks[-1] + step] if any(one.high is None and one.place >= ticks[-1] - step / 2 for one in measures) else []
    return [*before, *ticks, *after]


def draw_stars(rows: Sequence[ContactRow], *, year: str | None = None, most: int = 4) -> tuple[Star, ...]:
    """Contacts of two or more parties as stars, the busiest party in the middle of the first; at most ``most`` stars."""
    left = [row for row in rows if len(row.parties) > 1]
    stars: list[Star] = []
    while left and len(stars) < most:
        counts: dict[str, int] = {}
        for row in left:
            for who in row.parties:
                counts[who.id] = counts.get(who.id, 0) + 1
        hub = min(counts, key=lambda identifier: (-counts[identifier], identifier))
        around = [row for row in left if any(who.id == hub for who in row.parties)]
        stars.append(_star(hub, around, year))
        left = [row for row in left if row not in around]
    return tuple(stars)


def _star(hub: str, rows: Sequence[ContactRow], year: str | None) -> Star:
    centre = next(who for row in rows for who in row.parties if who.id == hub)
    others: dict[str, tuple[Who, list[ContactRow]]] = {}
    for row in rows:
        for who in row.parties:
            if who.id != hub:
                others.setdefault(who.id, (who, []))[1].append(row)
    height = max(2, len(others)) * _STAR_ROW + 24
    middle = height / 2 - 12
    top = middle - (len(others) - 1) * _STAR_ROW / 2
    spokes = [_spoke(centre, who, met, top + index * _STAR_ROW, (middle, year)) for index, (who, met) in enumerate(others.values())]
    return Star(height, centre.name, centre.country or "", middle, tuple(spokes))


def _spoke(hub: Who, who: Who, rows: Sequence[ContactRow], y: float, frame: tuple[float, str | None]) -> Spoke:
    middle, year = frame
    lines: list[tuple[str, str, bool]] = []
    for row in rows:
        ends = [end for one in row.initiatives if (end := _end_of(one, hub, who))]
        lines += [(end, row.id, len(set(ends)) > 1) for end in dict.fromkeys(ends)] or [("", row.id, False)]
    lines = lines[:RAYS]
    spread = [(index - (len(lines) - 1) / 2) * 56 / max(len(lines), 3) for index in range(len(lines))]
    rays = tuple(_ray(end, ref, unsure, (middle, y, bend)) for (end, ref, unsure), bend in zip(lines, spread, strict=True))
    days = ", ".join(dict.fromkeys(date_label(row.date, year=year) for row in rows))
    place = f"{who.name} ({who.country})" if who.country and who.country != who.name else who.name
    return Spoke(y, shorten(place, 28), shorten(days, 34), rays)


def _end_of(initiative: Initiative, hub: Who, who: Who) -> str:
    """At which end of a line the one who asked stands: by name, else by state; neither where it is a third."""
    for end, party in (("hub", hub), ("other", who)):
        if initiative.initiator == party.name:
            return end
    if hub.party == who.party:
        return ""
    return "hub" if initiative.party == hub.party else "other" if initiative.party == who.party else ""


def _ray(end: str, ref: str, unsure: bool, frame: tuple[float, float, float]) -> Ray:  # noqa: FBT001 - part of a tuple
    middle, y, bend = frame
    near, far, control = f"78 {middle + bend / 6:.0f}", f"226 {y + bend / 5:.0f}", f"150 {(middle + y) / 2 + bend:.0f}"
    start, stop = (far, near) if end == "other" else (near, far)
    return Ray(f"M{start} Q{control} {stop}", bool(end), unsure, ref)


def draw_tree(rows: Sequence[CopyRow], *, year: str | None = None, most: int = 24) -> Tree | None:
    """Who took from whom, each copy under its strongest source; None where there are no edges."""
    best: dict[str, CopyRow] = {}
    for row in sorted(rows, key=lambda row: (not row.decided, row.kind == "citation", -row.score, row.id)):
        if row.copy.document not in best and not _descends(best, row.source.document, row.copy.document):
            best[row.copy.document] = row
    if not best:
        return None
    children: dict[str, list[str]] = {}
    for copy, row in best.items():
        children.setdefault(row.source.document, []).append(copy)
    ends = {end.document: end for row in rows for end in (row.source, row.copy)}
    placed = _placed([one for one in children if one not in best], children, most)
    nodes = tuple(_node(ends[one], place, one in children, year) for one, place in placed.items())
    edges = tuple(_edge(placed[row.source.document], placed[copy], row) for copy, row in best.items() if copy in placed)
    return Tree(int(max(y for _, y in placed.values())) + 30, nodes, edges)


def _descends(best: dict[str, CopyRow], document: str, ancestor: str) -> bool:
    while document in best:
        if document == ancestor:
            return True
        document = best[document].source.document
    return document == ancestor


def _placed(roots: Sequence[str], children: dict[str, list[str]], most: int) -> dict[str, tuple[float, float]]:
    """A place for each document: a column a generation, a row a leaf; trees with most copies first, at most ``most`` documents."""
    placed: dict[str, tuple[float, float]] = {}
    row = 0
    waiting = [(root, 0) for root in sorted(roots, key=lambda one: (len(children[one]), one))]
    while waiting and len(placed) < most:
        document, depth = waiting.pop()
        placed[document] = (_COLUMNS[min(depth, len(_COLUMNS) - 1)], row * _TREE_ROW + 18)
        below = children.get(document, [])
        waiting.extend((child, depth + 1) for child in reversed(below))
        row += 0 if below and depth < len(_COLUMNS) - 1 else 1
    return placed


def _node(end: End, place: tuple[float, float], source: bool, year: str | None) -> Node:  # noqa: FBT001 - part of a tuple
    sub = date_label(end.published[:10] if end.published else None, year=year)
    return Node(place[0], place[1], shorten(end.outlet.rsplit("/", 1)[-1], 16), sub, end.document, source)


def _edge(source: tuple[float, float], copy: tuple[float, float], row: CopyRow) -> tuple[str, bool, str]:
    x, y, to_x, to_y = source[0] + 112, source[1], copy[0] - 6, copy[1]
    path = f"M{x:.0f} {y:.0f} C{x + 16:.0f} {y:.0f} {to_x - 16:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"
    share = "" if row.kind == "citation" else f", {row.score:.0%}"
    between = "→" if row.directed else "and"
    return path, row.kind == "citation" or not row.decided, f"{row.source.outlet} {between} {row.copy.outlet}: {row.kind}{share}"
