"""Figures on gold that no part of quoth wrote, and on the example's truth: ``make score``; with ``--gate`` against their floors: ``make gate``.

Beside the figures it prints tables with intervals, per outlet, per form and by score, and writes a page of the commonest errors to
``build/errors.html``, which quotes the measured texts and stays out of the repository; with ``--gate`` or ``--raise`` only where asked.
Floors stand in ``quality/floors.json`` and are only raised. A figure below its floor, or a figure that has no floor, fails the gate.
With another ``--reader`` only what depends on the reader is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias, get_args

from parts import actors, attributions, copies, disagreements, example, facts, joined, origins, pairs, stances, stories, times
from parts.ground import DATA, QUALITY, ROOT, Part, Read, reading

from quoth.errors import QuothError
from quoth.score.causes import Error
from quoth.score.floors import below_floors, held, raise_floors
from quoth.score.page import render_errors
from quoth.settings import Reader, Settings

FLOORS = QUALITY / "floors.json"
ERRORS = ROOT / "build" / "errors.html"


@dataclass
class Run:
    """What a run of the parts is given, and the errors that they find."""

    settings: Settings
    tables: bool
    misses: bool
    errors: list[tuple[Error, str]] = field(default_factory=list)

    @cached_property
    def read(self) -> Read:
        """The whole reader; prepared once, when it is first asked for."""
        return reading(self.settings)


Measured: TypeAlias = Callable[[Run], Part]

PARTS: Mapping[str, Measured] = {
    "polnear": lambda run: attributions.polnear(run.read, tables=run.tables, errors=run.errors),
    "labels": lambda run: attributions.labels(run.read, tables=run.tables, errors=run.errors),
    "facts": lambda run: facts.facts(run.read),
    "meantime": lambda run: times.meantime(run.settings, tables=run.tables),
    "actors": lambda run: actors.actors(run.settings, tables=run.tables),
    "pairs": lambda run: pairs.pairs(run.read, run.settings, tables=run.tables),
    "claims": lambda run: pairs.claims(run.read, run.settings, tables=run.tables),
    "joined": lambda run: joined.joined(run.read),
    "contested": lambda run: joined.contested(run.read),
    "stances": lambda run: stances.stances(run.read, tables=run.tables),
    "disagreements": lambda run: disagreements.disagreements(run.read, run.settings, tables=run.tables),
    "origins": lambda run: origins.origins(run.settings, tables=run.tables),
    "copies": lambda run: copies.copies(misses=run.misses),
    "roundups": lambda _run: stories.roundups(),
    "rumours": lambda _run: stories.rumours(),
    "subtopics": lambda run: stories.subtopics(tables=run.tables),
    "example": lambda run: example.example(run.settings, misses=run.misses),
    "coverage": lambda run: example.unseen(run.settings, misses=run.misses),
}
"""What is measured, in this order; the modules stand in ``parts/``."""
ONCE = frozenset(
    {"pairs", "claims", "joined", "contested", "stances", "disagreements", "copies", "origins", "roundups", "rumours", "subtopics"}
)
"""Parts measured with the default reader only, unless they are asked for by name: they depend on the reader little or not at all."""


def write_errors(errors: list[tuple[Error, str]]) -> None:
    """The page of the commonest errors, in the folder that holds nothing that is kept."""
    ERRORS.parent.mkdir(exist_ok=True)
    texts = {error.article: text for error, text in errors}
    title = "The commonest errors on polnear/dev and the labelled articles"
    ERRORS.write_text(render_errors([error for error, _ in errors], texts, title=title), encoding="utf-8")
    print(f"{len(errors)} errors: {ERRORS}", flush=True)


def measure(settings: Settings, chosen: argparse.Namespace) -> dict[str, float]:
    """Every figure, printed as it comes."""
    run, usual = Run(settings, chosen.table, chosen.misses), Settings().reader
    figures: dict[str, float] = {}
    parts = PARTS if settings.reader == usual else [name for name in PARTS if name not in ONCE]
    for name in chosen.only or parts:
        for figure, value in PARTS[name](run):
            figures[held(figure, settings.reader, usual)] = value
            print(f"{figure:<56}{value:>7.3f}", flush=True)
    if chosen.errors and run.errors:
        write_errors(run.errors)
    return figures


def read_options() -> argparse.Namespace:
    """The options given."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gate", action="store_true", help="fail where a figure is below its floor")
    options.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to just below these figures")
    options.add_argument("--misses", action="store_true", help="list every miss on the example")
    options.add_argument("--table", action="store_true", help="print everything also where the floors are asked for")
    options.add_argument("--errors", action="store_true", help=f"write {ERRORS.relative_to(ROOT)} also then")
    options.add_argument("--reader", choices=get_args(Reader), default=Settings().reader, help="which reader to measure")
    options.add_argument("--llm-url", help="where the model of --reader llm is reached")
    options.add_argument("--llm-model", help="its name")
    options.add_argument(
        "--only", action="append", choices=tuple(PARTS), help="measure this part alone; may be given more than once"
    )
    chosen = options.parse_args()
    if chosen.gate and chosen.only:
        options.error("--gate holds all figures against their floors, --only measures some. Give one of the two.")
    if not (chosen.gate or chosen.lift):
        chosen.table = chosen.errors = True
    return chosen


def main() -> int:
    """Print the table; 1 where the gate is asked for and does not hold."""
    chosen = read_options()
    if not (DATA / "polnear").is_dir():
        print(f"No news data at {DATA}. Set QUOTH_DATA to its folder. Nothing was scored.", file=sys.stderr)
        return 1
    try:
        figures = measure(Settings(reader=chosen.reader, llm_url=chosen.llm_url, llm_model=chosen.llm_model), chosen)
    except QuothError as error:
        print(error, file=sys.stderr)
        return 1
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    if chosen.lift:
        floors = raise_floors(figures, floors)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    wrong = below_floors(figures, floors) if chosen.gate else []
    print("\n".join(wrong) if wrong else "The gate holds." if chosen.gate else "", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
