"""How words went from article to article, over time: a directed graph, a column for each day and step, an arrow from source to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.export.report.drawings import shorten
from quoth.view.copies import CopyRow
from quoth.view.dates import LAST, date_key, date_label
from quoth.view.origins import OriginsPage, TellingRow
from quoth.web import addresses

_COLUMN, _ROW = 152, 36
_BOX = 120
_LEFT, _TOP = 8, 40
MOST = 48
"""Articles drawn at most: the largest families. The table beside it has every edge."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An article that words came to."""

    id: str
    outlet: str
    title: str
    published: str | None
    to: str
    """Where it leads."""


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
    to: str
    beside: bool
    """Whether where it leads opens beside the page."""


@dataclass(frozen=True, slots=True)
class Box:
    """One article."""

    x: float
    y: float
    label: str
    title: str
    root: bool
    """It took from none; in a picture of copies others took from it."""
    to: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """Words went this way."""

    path: str
    dashed: bool
    headless: bool
    """Which came first is not known."""
    label: str
    to: str
    beside: bool


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
        end.document: Stop(end.document, end.outlet, end.title, end.published, addresses.article(end.document))
        for row in rows
        for end in (row.source, row.copy)
    }
    ties = []
    for row in rows:
        share = "" if row.kind == "citation" else f", {row.score:.0%} of its words"
        unknown = "" if row.decided else "; which came first is not known"
        ties.append(
            Tie(
                source=row.source.document,
                copy=row.copy.document,
                dashed=row.kind == "citation" or not row.decided,
                decided=row.decided,
                rank=(not row.decided, row.kind == "citation", -row.score),
                label=f"{row.copy.outlet} from {row.source.outlet}: {row.kind}{share}{unknown}",
                to=addresses.copy(row.id),
                beside=True,
            )
        )
    return _draw(stops, ties, year)


def draw_origins(page: OriginsPage, *, year: str | None = None) -> Spread | None:
    """The tellings of a claim and the steps that join them; None where fewer than two are known."""
    tellings: dict[str, TellingRow] = {row.id: row for origin in page.origins for row in origin.tellings}
    stops = {
        one.id: Stop(
            one.id, one.outlet, one.title, one.published, addresses.place(one.document, one.spans[0].start if one.spans else 0)
        )
        for one in tellings.values()
    }
    ties = [
        Tie(
            source=step.source.id,
            copy=step.copy.id,
            dashed=not step.sure,
            decided=step.decided,
            rank=(not step.sure, not step.decided, 0.0),
            label=f"{step.copy.outlet} from {step.source.outlet}: {step.kind}, {'sure' if step.sure else 'possible'}. {step.reason}",
            to=f"#step-{index}",
            beside=False,
        )
        for index, step in enumerate(page.steps, 1)
    ]
    return _draw(stops, ties, year) if len(stops) > 1 else None


def _draw(stops: Mapping[str, Stop], ties: Sequence[Tie], year: str | None) -> Spread | None:
    if not stops:
        return None
    best = _strongest(ties)
    families = _families(stops, best)
    shown: list[list[str]] = []
    for family in families:
        if not shown or sum(map(len, shown)) + len(family) <= MOST:
            shown.append(family[:MOST])
    members = [one for family in shown for one in family]
    columns = _columns(members, best, stops)
    places = _places(shown, columns)
    arrows = tuple(_arrow(tie, places) for copy, tie in best.items() if copy in places and tie.source in places)
    boxes = tuple(_box(stops[one], place, root=one not in best) for one, place in places.items())
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
    """The articles that hang together, the largest family first; in each the source before its copies."""
    grouped: dict[str, list[str]] = {}
    for stop in stops:
        top = stop
        while top in best:
            top = best[top].source
        grouped.setdefault(top, []).append(stop)
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
    """Each article's day, and its step from the source: a copy stands right of what it was taken from, whatever the dates say."""
    keys: dict[str, tuple[str, int]] = {}
    for one in sorted(members, key=lambda name: _depth(name, best)):
        day = date_key(stops[one].published)[:10]
        source = keys.get(best[one].source) if one in best else None
        keys[one] = (source[0], source[1] + 1) if source is not None and source[0] >= day else (day, 0)
    return keys


def _places(families: Sequence[Sequence[str]], columns: Mapping[str, tuple[str, int]]) -> dict[str, tuple[float, float]]:
    """A column for each day and step; each family in the highest rows that are free over all the columns it spans."""
    order = {key: index for index, key in enumerate(sorted(set(columns.values())))}
    taken: dict[int, int] = {}
    places: dict[str, tuple[float, float]] = {}
    for family in sorted(families, key=lambda group: (min(order[columns[one]] for one in group), -len(group), group[0])):
        spanned = [order[columns[one]] for one in family]
        between = range(min(spanned), max(spanned) + 1)
        top = max(taken.get(column, 0) for column in between)
        used: dict[int, int] = {}
        for one in family:
            column = order[columns[one]]
            places[one] = (_LEFT + column * _COLUMN, _TOP + (top + used.get(column, 0)) * _ROW)
            used[column] = used.get(column, 0) + 1
        taken.update(dict.fromkeys(between, top + max(used.values())))
    return places


def _days(columns: Mapping[str, tuple[str, int]], year: str | None) -> tuple[tuple[float, str], ...]:
    """A label above the first column of each day."""
    firsts: dict[str, int] = {}
    for index, (day, _) in enumerate(sorted(set(columns.values()))):
        firsts.setdefault(day, index)
    return tuple(
        (float(_LEFT + index * _COLUMN), date_label(None if day == LAST else day, year=year)) for day, index in firsts.items()
    )


def _box(stop: Stop, place: tuple[float, float], *, root: bool) -> Box:
    return Box(place[0], place[1], shorten(stop.outlet.rsplit("/", 1)[-1], 16), f"{stop.outlet}: {stop.title}", root, stop.to)


def _arrow(tie: Tie, places: Mapping[str, tuple[float, float]]) -> Arrow:
    x, y = places[tie.source]
    to_x, to_y = places[tie.copy]
    x, y, to_x, to_y = x + _BOX, y + 13, to_x - 3, to_y + 13
    bend = max(18.0, (to_x - x) / 2)
    path = f"M{x:.0f} {y:.0f} C{x + bend:.0f} {y:.0f} {to_x - bend:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"
    return Arrow(path, tie.dashed, not tie.decided, tie.label, tie.to, tie.beside)
