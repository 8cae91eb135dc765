"""Time expressions against MEANTIME."""

from __future__ import annotations

from parts.ground import DATA, Part, parsing, print_table
from quoth.extract.times import find_times
from quoth.score.meantime import break_down, load_meantime, misses_table, score_times
from quoth.settings import Settings


def meantime(settings: Settings, *, tables: bool) -> Part:
    """F1 of time expressions and, as tables, what went wrong; the half on which nothing was tuned apart."""
    parse = parsing(settings)
    pairs = [(article, find_times(parse(article.document, article.segments))) for article in load_meantime(DATA / "meantime")]
    for name, part in (("all", pairs), ("kept half", [pair for pair in pairs if pair[0].half == "keep"])):
        score = score_times(part)
        if tables:
            print_table(f"Times, meantime ({name})", misses_table(break_down(part)))
        for measure in ("relaxed", "strict", "type", "value"):
            yield f"meantime ({name}) times {measure} F1", score.f1(measure)
