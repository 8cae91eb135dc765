"""A page of the commonest errors, to be read beside the texts: counts by cause, and examples with what is meant and what was found marked.

The page quotes the measured texts, so it is for reading only and is never kept with the code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from quoth.score.causes import Error
from quoth.score.polnear import PARTS, GoldAttribution

EXAMPLES, EACH = 50, 3
"""Examples on the page, and of one cause."""
AROUND = 120
"""Characters shown on either side of an error."""
LONGEST = 900
"""Characters of one example; the middle of a longer one is left out."""

STYLE = """body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
table{border-collapse:collapse}td,th{padding:.2em .8em;text-align:left;border-bottom:1px solid #ddd}td.n{text-align:right}
section{margin:1.5em 0;border-top:1px solid #bbb}h3{font-size:1em}p{margin:.3em 0}b{font-weight:600}
mark{color:inherit;padding:0 .1em}.source{background:#cfe3ff}.cue{background:#ffe3a8}.content{background:#d6f2d0}.where{color:#666}"""


def render_errors(errors: Sequence[Error], texts: Mapping[str, str], *, title: str, examples: int = EXAMPLES) -> str:
    """The page as HTML; ``texts`` are the articles' by their names."""
    counts = Counter(error.cause for error in errors)
    rows = "".join(f'<tr><td>{escape(cause)}</td><td class="n">{number}</td></tr>' for cause, number in counts.most_common())
    shown = "".join(_example(error, texts[error.article]) for error in choose(errors, examples))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
        f"<h1>{escape(title)}</h1><p>{_legend()}</p><table><tr><th>cause</th><th>errors</th></tr>{rows}</table>{shown}</html>\n"
    )


def choose(errors: Iterable[Error], number: int) -> list[Error]:
    """So many errors, ``EACH`` of a cause, the commonest causes first."""
    groups: dict[str, list[Error]] = {}
    for error in errors:
        groups.setdefault(error.cause, []).append(error)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].cause))
    return [error for group in ordered for error in _spread(group)[:EACH]][:number]


def _spread(group: Sequence[Error]) -> list[Error]:
    """The errors of a cause, one of every article before the second of any."""
    seen: Counter[str] = Counter()
    turns = []
    for error in group:
        turns.append((seen[error.article], error))
        seen[error.article] += 1
    return [error for _, error in sorted(turns, key=lambda turn: turn[0])]


def _legend() -> str:
    return " ".join(f'<mark class="{part}">{part}</mark>' for part in PARTS)


def _example(error: Error, text: str) -> str:
    places = [span for side in (error.gold, error.found) for span in (*side.source, *side.cue, *side.content)]
    start = max(0, min(place.start for place in places) - AROUND)
    end = min(len(text), max(place.end for place in places) + AROUND)
    gold, found = (_marked(text, side, start, end) for side in (error.gold, error.found))
    note = f"<p>{escape(error.note)}</p>" if error.note else ""
    return (
        f'<section><h3>{escape(error.cause)} <span class="where">{escape(error.article)}</span></h3>{note}'
        f"<p><b>gold</b> {gold}</p><p><b>found</b> {found}</p></section>"
    )


def _marked(text: str, side: GoldAttribution, start: int, end: int) -> str:
    """The stretch with the parts of one side marked; nothing where that side has none."""
    kinds = {at: part for part, spans in _parts(side) for first, last in spans for at in range(first, last)}
    if not kinds:
        return "–"
    places = list(range(start, end))
    if len(places) > LONGEST:
        places = [*places[: LONGEST * 2 // 3], -1, *places[-LONGEST // 3 :]]
    return "".join(_run(text, kind, run) for kind, run in _runs(places, kinds))


def _parts(side: GoldAttribution) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    return [("content", side.content), ("source", side.source), ("cue", side.cue)]


def _runs(places: Sequence[int], kinds: Mapping[int, str]) -> list[tuple[str, list[int]]]:
    runs: list[tuple[str, list[int]]] = []
    for at in places:
        kind = kinds.get(at, "")
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(at)
        else:
            runs.append((kind, [at]))
    return runs


def _run(text: str, kind: str, run: Sequence[int]) -> str:
    words = escape("".join(" … " if at < 0 else text[at] for at in run)).replace("\n", " ¶ ")
    return f'<mark class="{kind}">{words}</mark>' if kind else words
