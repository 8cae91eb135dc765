"""How words went from article to article, over time: a directed graph, a column for each day and step, an arrow from source to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from textwrap import wrap

from quoth.view.copies import CopyRow
from quoth.view.dates import LAST, date_key, date_label
from quoth.view.origins import OriginsPage, TellingRow
from quoth.view.words import shorten

_COLUMN, _ROW = 168, 52
_BOX, HIGH = 136, 42
"""Width and height of a box."""
_LINE = 17
"""Letters of a line in it; it has two."""
_LEFT, _TOP = 26, 40
MOST = 48
"""Articles drawn at most: the largest families. The table beside it has every edge."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An article that words came to."""

    id: str
    outlet: str
    title: str
    published: str | None
    start: int | None = None
    """Where in it the words stand; None where the whole of it is meant."""
    document: str = ""
    """The article, where ``id`` is not its own."""
    number: int | None = None
    """Of the origin that it goes back to, as the table beside the picture has it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Words went from ``source`` to ``copy`` (identifiers of stops); ``rank`` puts the strongest first."""

    source: str
    copy: str
    dashed: bool
    """A citation, or less than sure."""
    decided: bool
    """Whether it is known which came first."""
    rank: tuple[bool, bool, float]
    label: str
    ref: str
    """The copy that it shows, or the number of the step."""
    step: bool = False

    @property
    def firm(self) -> bool:
        """Whether it tells where the copy comes from; a step that is only possible and has no direction does not."""
        return self.decided or not (self.step and self.dashed)


@dataclass(frozen=True, slots=True)
class Box:
    """One article."""

    x: float
    y: float
    lines: tuple[str, ...]
    title: str
    root: bool
    """It took from none, as far as is known; in a picture of copies others took from it."""
    document: str
    start: int | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """Words went this way."""

    path: str
    dashed: bool
    headless: bool
    """Which came first is not known."""
    label: str
    ref: str
    step: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """The graph. ``days`` are the labels above the columns."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    days: tuple[tuple[float, str], ...]
    left_out: int


def draw_copies(rows: Sequence[CopyRow], *, year: str | None = None) -> Spread | None:
    """The families of articles that share words, each copy under its strongest source; None where there are none."""
    stops = {
        end.document: Stop(end.document, end.outlet, end.title, end.published) for row in rows for end in (row.source, row.copy)
    }
    ties = []
    for row in rows:
        share = "" if row.kind == "citation" else f", {row.score:.0%} of its words"
        way = ("naming" if row.kind == "citation" else "from") if row.directed else "and"
        unknown = "" if row.directed else "; which came first is not known"
        ties.append(
            Tie(
                source=row.source.document,
                copy=row.copy.document,
                dashed=row.kind == "citation" or not row.decided,
                decided=row.directed,
                rank=(not row.decided, row.kind == "citation", -row.score),
                label=f"{row.copy.outlet} {way} {row.source.outlet}: {row.kind}{share}{unknown}",
                ref=row.id,
            )
        )
    return _draw(stops, ties, year)


def draw_origins(page: OriginsPage, *, year: str | None = None) -> Spread | None:
    """The tellings of a claim and the steps that join them; None where fewer than two are known."""
    tellings: dict[str, TellingRow] = {row.id: row for origin in page.origins for row in origin.tellings}
    stops = {
        one.id: Stop(one.id, one.outlet, one.title, one.published, one.spans[0].start if one.spans else 0, one.document, one.origin)
        for one in tellings.values()
    }
    ties = [
        Tie(
            source=step.source.id,
            copy=step.copy.id,
            dashed=not step.sure,
            decided=step.decided,
            rank=(not step.sure, not step.decided, 0.0),
            label=f"{step.copy.outlet} {'from' if step.decided else 'and'} {step.source.outlet}: {step.kind}, {'sure' if step.sure else 'possible'}, {step.direction}. {step.reason}",
            ref=str(index),
            step=True,
        )
        for index, step in enumerate(page.steps, 1)
    ]
    return _draw(stops, ties, year, every=True) if len(stops) > 1 else None


def _draw(stops: Mapping[str, Stop], ties: Sequence[Tie], year: str | None, *, every: bool = False) -> Spread | None:
    """The picture; with ``every`` tie drawn, not only the strongest of each copy."""
    if not stops:
        return None
    best = _strongest(ties)
    drawn = list(ties) if every else list(best.values())
    families = _families(stops, best)
    shown: list[list[str]] = []
    for family in families:
        if not shown or sum(map(len, shown)) + len(family) <= MOST:
            shown.append(family[:MOST])
    members = [one for family in shown for one in family]
    columns = _columns(members, best, stops)
    places = _places(shown, columns, best)
    arrows = tuple(_arrow(tie, places) for tie in drawn if tie.copy in places and tie.source in places)
    taken = {copy for copy, tie in best.items() if tie.firm}
    boxes = tuple(_box(stops[one], place, root=one not in taken) for one, place in places.items())
    return Spread(
        width=int(max(box.x for box in boxes) + _BOX + 2 * _LEFT),
        height=int(max(box.y for box in boxes) + _ROW),
        boxes=boxes,
        arrows=arrows,
        days=_days(columns, year),
        left_out=len(stops) - len(members),
    )


def _strongest(ties: Sequence[Tie]) -> dict[str, Tie]:
    """The one tie that says most about where each copy comes from; nothing comes from itself."""
    best: dict[str, Tie] = {}
    for tie in sorted(ties, key=lambda tie: (tie.rank, tie.source, tie.copy)):
        if tie.copy not in best and not _descends(best, tie.source, tie.copy):
            best[tie.copy] = tie
    return best


def _descends(best: Mapping[str, Tie], one: str, ancestor: str) -> bool:
    while one in best and one != ancestor:
        one = best[one].source
    return one == ancestor


def _families(stops: Mapping[str, Stop], best: Mapping[str, Tie]) -> list[list[str]]:
    """The articles that hang together, the largest family first; in each the source before its copies. Tellings are together by their origin."""
    grouped: dict[tuple[int, str], list[str]] = {}
    for stop in stops:
        top = stop
        while top in best:
            top = best[top].source
        number = stops[stop].number
        grouped.setdefault((number, "") if number else (0, top), []).append(stop)
    return [
        sorted(group, key=lambda one: (_depth(one, best), one))
        for _, group in sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _depth(one: str, best: Mapping[str, Tie]) -> int:
    depth = 0
    while one in best:
        one, depth = best[one].source, depth + 1
    return depth


def _columns(members: Sequence[str], best: Mapping[str, Tie], stops: Mapping[str, Stop]) -> dict[str, tuple[str, int]]:
    """Each article's day, and its step from what it was taken from on that day: a column for each."""
    keys: dict[str, tuple[str, int]] = {}
    for one in sorted(members, key=lambda name: _depth(name, best)):
        day = date_key(stops[one].published)[:10]
        source = keys.get(best[one].source) if one in best else None
        keys[one] = (day, source[1] + 1) if source is not None and source[0] == day else (day, 0)
    return keys


def _places(
    families: Sequence[Sequence[str]], columns: Mapping[str, tuple[str, int]], best: Mapping[str, Tie]
) -> dict[str, tuple[float, float]]:
    """A column for each day and step; each family in the highest rows that are free over all the columns it spans, and those that a line
    to it from another family goes over."""
    order = {key: index for index, key in enumerate(sorted(set(columns.values())))}
    taken: dict[int, int] = {}
    places: dict[str, tuple[float, float]] = {}
    for family in sorted(families, key=lambda group: (min(order[columns[one]] for one in group), -len(group), group[0])):
        spanned = {one: order[columns[one]] for one in family}
        sources = (columns[best[one].source] for one in family if one in best and best[one].source not in spanned)
        begin = min([*spanned.values(), *(order[column] + 1 for column in sources)])
        between = range(begin, max(spanned.values()) + 1)
        top = max(taken.get(column, 0) for column in between)
        rows = _rows(family, spanned, best)
        for one in family:
            places[one] = (_LEFT + spanned[one] * _COLUMN, _TOP + (top + rows[one]) * _ROW)
        taken.update(dict.fromkeys(between, top + max(rows.values()) + 1))
    return places


def _rows(family: Sequence[str], columns: Mapping[str, int], best: Mapping[str, Tie]) -> dict[str, int]:
    """A row for each of a family, in which nothing stands between it and the column of its source."""
    held: set[tuple[int, int]] = set()
    rows: dict[str, int] = {}
    for one in family:
        source = columns.get(best[one].source) if one in best else None
        way = range(columns[one] if source is None else min(source + 1, columns[one]), columns[one] + 1)
        row = next(row for row in count() if not any((column, row) in held for column in way))
        held.update((column, row) for column in way)
        rows[one] = row
    return rows


def _days(columns: Mapping[str, tuple[str, int]], year: str | None) -> tuple[tuple[float, str], ...]:
    """A label above the first column of each day."""
    firsts: dict[str, int] = {}
    for index, (day, _) in enumerate(sorted(set(columns.values()))):
        firsts.setdefault(day, index)
    return tuple(
        (float(_LEFT + index * _COLUMN), date_label(None if day == LAST else day, year=year)) for day, index in firsts.items()
    )


def _box(stop: Stop, place: tuple[float, float], *, root: bool) -> Box:
    return Box(
        place[0],
        place[1],
        _label(stop),
        f"{stop.outlet}: {stop.title}",
        root,
        stop.document or stop.id,
        stop.start,
    )


def _label(stop: Stop) -> tuple[str, ...]:
    """The outlet in one line or two, with the number of the origin before it."""
    name = stop.outlet.partition(" (")[0].rsplit("/", 1)[-1]
    numbered = f"{stop.number} · {name}" if stop.number else name
    lines = wrap(numbered, _LINE, break_on_hyphens=True)
    return tuple(lines) if len(lines) < 3 else (lines[0], shorten(" ".join(lines[1:]), _LINE))


def _arrow(tie: Tie, places: Mapping[str, tuple[float, float]]) -> Arrow:
    x, y = places[tie.source]
    to_x, to_y = places[tie.copy]
    y, to_y = y + HIGH / 2, to_y + HIGH / 2
    if to_x > x:  # across the gap between two columns, then straight on
        x, over = x + _BOX, x + _COLUMN - 3
        path = f"M{x:.0f} {y:.0f} C{x + 16:.0f} {y:.0f} {over - 16:.0f} {to_y:.0f} {over:.0f} {to_y:.0f}"
        straight = f" L{to_x - 3:.0f} {to_y:.0f}" if to_x - 3 > over else ""
        return Arrow(path + straight, tie.dashed, not tie.decided, tie.label, tie.ref, tie.step)
    if to_x == x:  # in one column: out of the left side and back into it
        turns = x - 22, x - 22
        to_x -= 3
    else:
        to_x += _BOX + 3
        turns = x - 18, to_x + 18
    path = f"M{x:.0f} {y:.0f} C{turns[0]:.0f} {y:.0f} {turns[1]:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"
    return Arrow(path, tie.dashed, not tie.decided, tie.label, tie.ref, tie.step)
