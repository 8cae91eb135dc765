"""Who dealt with whom as a network: everybody a point, every pair that met a line, an arrow from the one who asked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quoth.view.contacts import ContactRow
from quoth.view.coverage import Who
from quoth.view.drawings.labels import LETTER, Label, Named, place_labels
from quoth.view.words import shorten

WIDTH = 860.0
_EDGE_X, _EDGE_Y = 84.0, 40.0
_LABEL = 36.0
"""Height that a dot with its name takes."""
_LONGEST = 26
"""Letters of a name that are written."""
_ROUNDS = 80
MOST = 24
"""Parties drawn at most: those with most contacts. The table beside it has everybody."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One party."""

    id: str
    x: float
    y: float
    radius: float
    name: str
    label: str
    party: str
    country: str
    """Written under the name; empty where that says it already."""
    contacts: int
    written: Label
    """Where its name stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """All contacts of two parties. ``start`` and ``end`` are set off from the dots; ``arrow`` points from the one who asked."""

    path: str
    contacts: int
    width: float
    arrow_end: bool
    arrow_start: bool
    dashed: bool
    """Accounts differ on who asked, or none of the contacts was held."""
    label: str
    ref: str


@dataclass(frozen=True, slots=True)
class Network:
    """The parties and their lines; ``left_out`` parties are only in the table."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    left_out: int
    height: float


def draw_network(rows: Sequence[ContactRow]) -> Network | None:
    """The network of these contacts; None where no two parties met. The same contacts give the same picture."""
    met: dict[tuple[str, str], list[ContactRow]] = {}
    people: dict[str, Who] = {}
    counts: dict[str, int] = {}
    for row in rows:
        for who in row.parties:
            people[who.id] = who
            counts[who.id] = counts.get(who.id, 0) + (len(row.parties) > 1)
        for one, other in _pairs(row):
            met.setdefault((one, other), []).append(row)
    ranked = sorted((one for one in counts if counts[one]), key=lambda one: (-counts[one], one))
    shown = set(ranked[:MOST])
    pairs = {pair: found for pair, found in met.items() if set(pair) <= shown}
    if not pairs:
        return None
    nodes = sorted({end for pair in pairs for end in pair})
    height = min(560.0, max(150.0, 90.0 + 26.0 * len(nodes)))
    places = _set_apart(_places(nodes, pairs, height), people, height)
    written = _written(places, people, counts, list(pairs), height)
    dots = {one: _dot(people[one], place, counts[one], written[one]) for one, place in places.items()}
    lines = tuple(_line(dots[one], dots[other], found) for (one, other), found in sorted(pairs.items()))
    return Network(tuple(dots.values()), lines, len(ranked) - len(dots), height)


def _pairs(row: ContactRow) -> list[tuple[str, str]]:
    ids = sorted(who.id for who in row.parties)
    return [(one, other) for index, one in enumerate(ids) for other in ids[index + 1 :]]


def _places(
    nodes: Sequence[str], pairs: Mapping[tuple[str, str], list[ContactRow]], height: float
) -> dict[str, tuple[float, float]]:
    """A place for everybody, those who met near each other: the layout of Kamada and Kawai. The largest group of acquaintances has
    the left, the others stand below each other at the right."""
    import networkx as nx  # noqa: PLC0415 - loading it takes long, and only pictures need it

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(pairs)
    groups = sorted(nx.connected_components(graph), key=lambda group: (-len(group), min(group)))
    large, *small = groups
    wide = WIDTH if not small else WIDTH * (0.68 if len(large) > 3 else 0.5)
    places = _fitted(_layout(graph, large), (0.0, 0.0), (wide, height))
    tall = height / max(1, len(small))
    for index, group in enumerate(small):
        places |= _fitted(_layout(graph, group), (wide, index * tall), (WIDTH - wide, tall))
    return places


def _layout(graph: Any, group: set[str]) -> dict[str, Sequence[float]]:
    import networkx as nx  # noqa: PLC0415 - as above

    nodes = sorted(group)
    own = nx.Graph()  # a graph of its own, in a set order: one within the other has its members in any order
    own.add_nodes_from(nodes)
    own.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.subgraph(nodes).edges))
    found: dict[str, Sequence[float]] = nx.kamada_kawai_layout(own, pos=_circle(nodes))
    return found


def _circle(nodes: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Where the layout begins: a circle in a set order, so that it always ends in the same place."""
    return {
        node: (math.cos(2 * math.pi * index / len(nodes)), math.sin(2 * math.pi * index / len(nodes)))
        for index, node in enumerate(nodes)
    }


def _fitted(
    layout: Mapping[str, Sequence[float]], corner: tuple[float, float], room: tuple[float, float]
) -> dict[str, tuple[float, float]]:
    """The layout stretched over a rectangle, with a margin for the names."""
    edges = min(_EDGE_X, room[0] / 3), min(_EDGE_Y, room[1] / 3)
    sides = []
    for axis in (0, 1):
        values = [float(place[axis]) for place in layout.values()]
        low, high = min(values), max(values)
        flat = high - low < 1e-6
        sides.append((low, 0.0 if flat else (room[axis] - 2 * edges[axis]) / (high - low), room[axis] / 2 if flat else edges[axis]))
    return {
        node: (
            corner[0] + sides[0][2] + (float(place[0]) - sides[0][0]) * sides[0][1],
            corner[1] + sides[1][2] + (float(place[1]) - sides[1][0]) * sides[1][1],
        )
        for node, place in layout.items()
    }


def _set_apart(
    places: Mapping[str, tuple[float, float]], people: Mapping[str, Who], height: float
) -> dict[str, tuple[float, float]]:
    """The same places, those whose names would lie over each other moved apart, up and down."""
    ys = {node: place[1] for node, place in places.items()}
    half = {node: (min(len(people[node].name), _LONGEST) * LETTER + 10) / 2 for node in places}
    nodes = sorted(places, key=lambda node: (places[node][1], node))
    for _ in range(_ROUNDS):
        moved = False
        for index, one in enumerate(nodes):
            for other in nodes[index + 1 :]:
                near = abs(places[one][0] - places[other][0]) < half[one] + half[other]
                gap = ys[other] - ys[one]
                if near and abs(gap) < _LABEL:
                    push = (_LABEL - abs(gap)) / 2 + 0.5
                    sign = 1 if gap >= 0 else -1
                    ys[one] = max(_EDGE_Y / 2, ys[one] - sign * push)
                    ys[other] = min(height - _EDGE_Y / 2, ys[other] + sign * push)
                    moved = True
        if not moved:
            break
    return {
        node: (round(min(max(place[0], half[node]), WIDTH - half[node]), 1), round(ys[node], 1)) for node, place in places.items()
    }


def _written(
    places: Mapping[str, tuple[float, float]],
    people: Mapping[str, Who],
    counts: Mapping[str, int],
    pairs: Sequence[tuple[str, str]],
    height: float,
) -> dict[str, Label]:
    """Where the names stand."""
    named = {one: _named(people[one], place, counts[one]) for one, place in places.items()}
    return place_labels(named, [(*places[one], *places[other]) for one, other in pairs], (WIDTH, height))


def _named(who: Who, place: tuple[float, float], contacts: int) -> Named:
    letters = min(max(len(who.name), len(_country(who))), _LONGEST)
    return Named(*place, _radius(contacts), letters, 2 if _country(who) else 1)


def _country(who: Who) -> str:
    return who.country if who.country and who.country != who.name else ""


def _radius(contacts: int) -> float:
    return round(4 + 2 * math.sqrt(contacts), 1)


def _dot(who: Who, place: tuple[float, float], contacts: int, written: Label) -> Dot:
    label = shorten(who.name, _LONGEST)
    return Dot(who.id, *place, _radius(contacts), who.name, label, who.party, _country(who), contacts, written)


def _line(one: Dot, other: Dot, rows: Sequence[ContactRow]) -> Line:
    ends = [end for row in rows for end in _askers(row, one, other)]
    differing = any(len({account.party for account in row.initiatives}) > 1 for row in rows)
    unheld = all(row.status != "held" for row in rows)
    length = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    step_x, step_y = (other.x - one.x) / length, (other.y - one.y) / length
    start, end = one.radius + 3, other.radius + 3
    path = f"M{one.x + step_x * start:.1f} {one.y + step_y * start:.1f} L{other.x - step_x * end:.1f} {other.y - step_y * end:.1f}"
    days = ", ".join(dict.fromkeys(row.when for row in rows))
    return Line(
        path=path,
        contacts=len(rows),
        width=round(min(1 + 0.5 * (len(rows) - 1), 3), 1),
        arrow_end="one" in ends,
        arrow_start="other" in ends,
        dashed=differing or unheld,
        label=f"{one.label} and {other.label}: {', '.join(dict.fromkeys(row.kind for row in rows))} ({days})",
        ref=rows[0].id,
    )


def _askers(row: ContactRow, one: Dot, other: Dot) -> list[str]:
    """At which end of the line those stand who asked, by any account: by name, else by their side."""
    found = []
    for account in row.initiatives:
        named = [end for end, dot in (("one", one), ("other", other)) if dot.name == account.initiator]
        sided = [end for end, dot in (("one", one), ("other", other)) if dot.party == account.party]
        found += named or (sided if len(sided) == 1 else [])
    return found
