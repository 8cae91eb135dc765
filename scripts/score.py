"""Figures on gold that none of us wrote, and on the example's truth: ``make score``; with ``--gate`` against their floors: ``make gate``.

Floors stand in ``quality/floors.json`` and are only raised. A figure below its floor, or a figure that has no floor, fails the gate.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import quoth
from quoth.export.rows import rows
from quoth.export.shapes import KINDS
from quoth.extract.reader import AttributionReader
from quoth.extract.times import find_times
from quoth.group.stories import group_stories
from quoth.language.english import English
from quoth.link.copies import find_copies
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import Document, SetAside, Statement
from quoth.score.figures import b_cubed
from quoth.score.meantime import load_meantime, score_times
from quoth.score.polnear import score_polnear
from quoth.score.truth import load_truth, score_truth
from quoth.segment import segment_document
from quoth.settings import Settings

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
FLOORS = ROOT / "quality" / "floors.json"
EXAMPLE = ROOT / "examples" / "lower-dam"


def read_statements(document: Document) -> tuple[Statement, ...]:
    """The statements of one document by the whole reader, as ``quoth add`` finds them."""
    return AttributionReader().extract(English().parse(document, segment_document(document))).statements


def polnear() -> Iterator[tuple[str, float]]:
    """F1 of exact spans, characters and whole attributions on the development part."""
    scores = score_polnear(DATA / "polnear" / "dev", read_statements)
    for measure, count in scores.counts.items():
        yield f"polnear/dev {measure} F1", count.f1


def meantime() -> Iterator[tuple[str, float]]:
    """F1 of time expressions, the half on which nothing was tuned apart."""
    parser = English()
    pairs = [
        (article, find_times(parser.parse(article.document, article.segments))) for article in load_meantime(DATA / "meantime")
    ]
    for name, part in (("all", pairs), ("kept half", [pair for pair in pairs if pair[0].half == "keep"])):
        score = score_times(part)
        for measure in ("relaxed", "strict", "type", "value"):
            yield f"meantime ({name}) times {measure} F1", score.f1(measure)


def roundups() -> Iterator[tuple[str, float]]:
    """B³ of stories over the ledes of the round-ups, against the editors' groups."""
    settings = Settings()
    items = [item for found in find_inputs([DATA / "roundups" / "articles.jsonl"]) for item in read_input(found, settings=settings)]
    documents = [document for item in items if not isinstance(item, SetAside) for document in item[1]]
    pages = [(document, segment_document(document)) for document in documents]
    grouped = group_stories(pages, copies=find_copies(pages))
    story_of = {document.id: document.id for document in documents}
    story_of |= {name: story.id for story in grouped for name in story.documents}
    yield "roundups stories B³ F1", b_cubed(story_of, {document.id: str(document.extra["gold_story"]) for document in documents}).f1


def example(*, misses: bool) -> Iterator[tuple[str, float]]:
    """F1 by kind on the example coverage, through a whole ledger and its exports."""
    with tempfile.TemporaryDirectory() as folder, quoth.open(Path(folder) / "example.db") as ledger:
        ledger.add(EXAMPLE / "coverage")
        exported = {kind: list(rows(ledger.view, kind)) for kind in KINDS}
    scores = score_truth(exported, load_truth(EXAMPLE / "truth"))
    for measure, figure in scores.figures.items():
        yield f"example {measure} F1", figure.f1
    if misses:
        for miss in scores.misses:
            print(f"  {miss.what:<8}{miss.measure:<28}{miss.document or '':<45}{miss.text}")


def check(figures: dict[str, float]) -> list[str]:
    """What is wrong with the figures beside their floors."""
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    below = [
        f"{name}: {value:.3f} is below its floor {floors[name]:.3f}"
        for name, value in figures.items()
        if value < floors.get(name, 0)
    ]
    missing = [f"{name}: measured, but has no floor in {FLOORS.name}" for name in figures if name not in floors]
    lost = [f"{name}: has a floor, but was not measured" for name in floors if name not in figures]
    return below + missing + lost


def raise_floors(figures: dict[str, float]) -> None:
    """Write floors a little below the figures, none of them lower than it was."""
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    raised = {name: max(floors.get(name, 0.0), int(value * 1000) / 1000 - 0.005) for name, value in figures.items()}
    FLOORS.write_text(
        json.dumps({name: round(max(0.0, floor), 3) for name, floor in raised.items()}, indent=1) + "\n", encoding="utf-8"
    )


def main() -> int:
    """Print the table; 1 where the gate is asked for and does not hold."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gate", action="store_true", help="fail where a figure is below its floor")
    options.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to just below these figures")
    options.add_argument("--misses", action="store_true", help="list every miss on the example")
    chosen = options.parse_args()
    if not (DATA / "polnear").is_dir():
        print(f"No news data at {DATA}. Set QUOTH_DATA to its folder. Nothing was scored.", file=sys.stderr)
        return 1
    figures: dict[str, float] = {}
    for part in (polnear(), meantime(), roundups(), example(misses=chosen.misses)):
        for name, value in part:
            figures[name] = value
            print(f"{name:<48}{value:>7.3f}", flush=True)
    if chosen.lift:
        raise_floors(figures)
    wrong = check(figures) if chosen.gate else []
    print("\n".join(wrong) if wrong else "The gate holds." if chosen.gate else "", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
