"""A timeline as coordinates: sure days as dots, uncertain ones as dashed rings, ranges as bars, open ends as arrows; a window to zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quoth.view.dates import date_label, days_of
from quoth.view.timeline import Moment
from quoth.view.words import shorten

WIDTH = 820
_LEFT, _RIGHT = 24, 24
_LANE, _TOP = 27, 18
LANES = 9
BARE = 3
"""Lanes below those, for marks without a label where no other lane has room: no mark stands on words."""
_LETTER = 7.0
"""Width of a letter of a label, on average, where the browser has only wide letters."""
_GAP = 10
"""Between the rim of a mark and its label, and behind that."""
_LABEL, _SHORTEST = 40, 14
"""Letters of a label at most."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


MOST = 200
"""Dates drawn at most: those on which most falls. The list has every one."""
_TOLD = 4
"""Things that fall on a date and are named in its tip."""
_TIP = 90
"""Letters of each."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What a picture shows of one date."""

    date: str
    uncertain: bool
    entries: int
    texts: tuple[str, ...]
    """The first of them, in short."""
    page: int = 1
    """Of the whole timeline, where the date's entries begin."""


def dated(moment: Moment, page: int = 1) -> Dated:
    """A moment as a picture shows it."""
    texts = tuple(shorten(entry.text, _TIP) for entry in moment.entries[:_TOLD])
    return Dated(moment.date, moment.uncertain, len(moment.entries), texts, page)


@dataclass(frozen=True, slots=True)
class MarkOnTime:
    """One date. ``first`` and ``last`` count days (Python's ordinals; the end of the last day is one more); the rest is for the window."""

    date: str
    first: float
    last: float
    x: float
    end: float
    y: float
    radius: float
    ranged: bool
    dashed: bool
    open_first: bool
    open_last: bool
    label: str
    text: str
    """All that falls on it in short, for the tip and for those who cannot see."""
    wide: float
    """Width of its label; the label is only drawn where there is room (``labelled``)."""
    labelled: bool
    before: bool
    """The label stands before the mark, not behind it."""
    inside: bool
    """It lies in the window, at least in part."""
    page: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A line with a date below."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The timeline within a window of days."""

    width: int
    height: int
    axis: int
    marks: tuple[MarkOnTime, ...]
    ticks: tuple[Tick, ...]
    lanes: int
    """How many lanes the picture has room for."""
    window: tuple[float, float]
    whole: tuple[float, float]
    outside: int
    """Dates that lie outside the window."""
    left_out: int
    """Dates on which less falls, and that are not drawn."""
    zooms: tuple[tuple[str, str], ...]
    """Words and window of each way to look closer or further, as ``first/last`` in ISO 8601."""


def draw_timeline(
    dates: Sequence[Dated], *, year: str | None = None, window: tuple[date, date] | None = None, left_out: int = 0
) -> Drawn | None:
    """Dates in a window (None: where most of them lie), beside which so many were ``left_out``; None where none can be placed."""
    placed = [(moment, span) for moment in dates if (span := _span(moment))]
    if not placed:
        return None
    whole = min(span[0] for _, span in placed), max(span[1] for _, span in placed)
    shown = (float(window[0].toordinal()), float(window[1].toordinal() + 1)) if window else _crowd(placed)
    marks = _lanes(placed, shown, year)
    used = max((mark.y for mark in marks if mark.inside), default=_TOP)
    axis = int(used + _LANE)
    return Drawn(
        lanes=int(used - _TOP) // _LANE + 1,
        width=WIDTH,
        height=axis + 22,
        axis=axis,
        marks=tuple(marks),
        ticks=_ticks(*shown),
        window=shown,
        whole=whole,
        outside=sum(1 for mark in marks if not mark.inside),
        left_out=left_out,
        zooms=_zooms(shown, whole, _crowd(placed)),
    )


def count_background(listed: Sequence[str], dates: Sequence[Dated]) -> int:
    """How many of the first of these listed dates end before the run of days in which most of a story's ``dates`` lie: what its articles look
    back to. None of them where no other follows."""
    placed = [(moment, span) for moment in dates if (span := _span(moment))]
    low = _crowd(placed)[0] if placed else 0.0
    for number, one in enumerate(listed):
        days = days_of(one)
        last = (days.last or days.first) if days else None
        if last is None or last.toordinal() >= low:
            return number
    return 0


def _span(moment: Dated) -> tuple[float, float] | None:
    """The days of a moment; an open end is a day beyond its closed one."""
    days = days_of(moment.date)
    if days is None or (days.first is None and days.last is None):
        return None
    first = days.first or days.last
    last = days.last or days.first
    if first is None or last is None:
        return None
    return float(first.toordinal()), float(last.toordinal() + 1)


def _crowd(placed: Sequence[tuple[Dated, tuple[float, float]]]) -> tuple[float, float]:
    """The shortest run of days in which four fifths of all entries of short dates lie: what happened long ago does not press the rest
    together."""
    days = sorted(
        middle for moment, (first, last) in placed for middle in [(first + last) / 2] * moment.entries if last - first < 40
    ) or sorted((first + last) / 2 for _, (first, last) in placed)
    most = -(-len(days) * 4 // 5)
    low, high = min(zip(days, days[most - 1 :], strict=False), key=lambda run: (run[1] - run[0], run[0]))
    room = max(1.5, (high - low) * 0.2)
    return float(int(low - room)), float(int(high + room) + 1)


def _lanes(placed: Sequence[tuple[Dated, tuple[float, float]]], window: tuple[float, float], year: str | None) -> list[MarkOnTime]:
    """Every moment in the highest lane in which it and its label have room; without a label in the lowest where none has."""
    lanes = [_Lane() for _ in range(LANES + BARE)]
    found = []
    for moment, (first, last) in sorted(placed, key=lambda one: (one[1], one[0].date)):
        x, end = (
            _place(first if last - first > 1 else first + 0.5, window),
            _place(last if last - first > 1 else first + 0.5, window),
        )
        inside = end >= _LEFT - 1 and x <= WIDTH - _RIGHT + 1
        label = _label(moment, year)
        wide = _room(moment, label)
        seat = _seat(lanes, max(x, _LEFT), min(end, WIDTH), wide) if inside else None
        found.append(_mark(moment, (first, last), (x, end), label, seat))
    return found


@dataclass(slots=True)
class _Lane:
    """What is taken of a lane so far: from the left edge to ``end``."""

    end: float = -1.0


@dataclass(frozen=True, slots=True)
class _Seat:
    lane: int
    labelled: bool
    before: bool


def _seat(lanes: Sequence[_Lane], x: float, end: float, wide: float) -> _Seat:
    """The highest lane with room for a mark and its label behind it, else before it, else for the mark alone."""
    for number, lane in enumerate(lanes[:LANES]):
        if lane.end < x - 8 and x + wide < WIDTH:
            lane.end = max(end + 8, x + wide)
            return _Seat(number, labelled=True, before=False)
        if lane.end < x - wide and x - wide > 0:
            lane.end = end + 10
            return _Seat(number, labelled=True, before=True)
    free = (number for number, lane in enumerate(lanes) if lane.end < x - 8)
    number = next(free, min(range(LANES, len(lanes)), key=lambda one: lanes[one].end))
    lanes[number].end = max(lanes[number].end, end + 10)
    return _Seat(number, labelled=False, before=False)


def _mark(moment: Dated, days: tuple[float, float], place: tuple[float, float], label: str, seat: _Seat | None) -> MarkOnTime:
    start, _, stop = moment.date.partition("/")
    more = f"; and {moment.entries - _TOLD} more" if moment.entries > _TOLD else ""
    return MarkOnTime(
        date=moment.date,
        first=days[0],
        last=days[1],
        x=max(place[0], 2.0) if seat else place[0],
        end=min(place[1], WIDTH - 2.0) if seat else place[1],
        y=_TOP + (seat.lane if seat else 0) * _LANE,
        radius=_radius(moment),
        ranged=days[1] - days[0] > 1,
        dashed=moment.uncertain,
        open_first="/" in moment.date and start in {"", ".."},
        open_last="/" in moment.date and stop in {"", ".."},
        label=label,
        text="; ".join(moment.texts) + more,
        wide=_room(moment, label),
        labelled=seat is not None and seat.labelled,
        before=seat is not None and seat.before,
        inside=seat is not None,
        page=moment.page,
    )


def _radius(moment: Dated) -> float:
    return round(min(4 + 0.8 * (moment.entries - 1), 8), 1)


def _room(moment: Dated, label: str) -> float:
    """The width of a mark's label with what lies between it and the middle of the mark."""
    return round(len(label) * _LETTER + _radius(moment) + _GAP, 1)


def _label(moment: Dated, year: str | None) -> str:
    more = f" (+{moment.entries - 1})" if moment.entries > 1 else ""
    when = f"{date_label(moment.date, year=year)}: "
    return when + shorten(moment.texts[0], max(_LABEL - len(when) - len(more), _SHORTEST)) + more


def _place(day: float, window: tuple[float, float]) -> float:
    share = (day - window[0]) / (window[1] - window[0])
    return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)


def _ticks(first: float, last: float) -> tuple[Tick, ...]:
    """Between four and a dozen round dates: days, weeks, months or years."""
    length = last - first
    days = [_day(first + index) for index in range(int(length) + 1)] if length <= 800 else []
    if length <= 12:
        chosen = days
    elif length <= 70:
        chosen = [day for day in days if day.weekday() == 0]
    elif length <= 800:
        chosen = [day for day in days if day.day == 1]
        chosen = chosen[:: max(1, len(chosen) // 10)]
    else:
        years = range(_day(first).year + 1, _day(last).year + 1)
        chosen = [date(year, 1, 1) for year in years if 1 <= year <= 9999]
        chosen = chosen[:: max(1, len(chosen) // 10)]
    return tuple(Tick(_place(float(day.toordinal()), (first, last)), _tick_label(day, length)) for day in chosen)


def _tick_label(day: date, length: float) -> str:
    if length > 800:
        return str(day.year)
    if length > 70:
        return f"{_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _zooms(window: tuple[float, float], whole: tuple[float, float], crowd: tuple[float, float]) -> tuple[tuple[str, str], ...]:
    low, high = window
    length = high - low
    ways = [
        ("closer", (low + length / 4, high - length / 4)),
        ("further", (low - length / 2, high + length / 2)),
        ("earlier", (low - length / 2, high - length / 2)),
        ("later", (low + length / 2, high + length / 2)),
        ("most of it", crowd),
        ("everything", whole),
    ]
    return tuple((name, f"{_iso(first)}/{_iso(max(first + 1, last - 1))}") for name, (first, last) in ways)


def _iso(day: float) -> str:
    return _day(day).isoformat()


def _day(number: float) -> date:
    """A day by its number, or the end of the calendar that lies nearest."""
    return date.fromordinal(min(max(1, int(number)), date.max.toordinal()))
