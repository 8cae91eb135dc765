"""The example coverage, and the stories that nobody tuned to, against their truth, through a whole ledger."""

from __future__ import annotations

import tempfile
from pathlib import Path

import quoth
from parts.ground import QUALITY, ROOT, Part
from quoth.export.rows import rows
from quoth.export.shapes import KINDS
from quoth.score.truth import load_truth, score_truth
from quoth.settings import Settings

EXAMPLE = ROOT / "examples" / "lower-dam"
UNSEEN = QUALITY / "coverage"


def example(settings: Settings, *, misses: bool) -> Part:
    """F1 by kind on the example coverage, through a whole ledger and its exports."""
    yield from _coverage("example", EXAMPLE, settings, misses=misses)


def unseen(settings: Settings, *, misses: bool) -> Part:
    """The same on stories that nobody tuned to; of the kept ones no misses are printed."""
    for name in ("tanker", "reactor", "ballot"):
        yield from _coverage(name, UNSEEN / name, settings, misses=misses)
    for name in ("recording", "ceasefire"):
        yield from _coverage(f"{name} (kept)", UNSEEN / name, settings, misses=False)


def _coverage(name: str, folder: Path, settings: Settings, *, misses: bool) -> Part:
    with tempfile.TemporaryDirectory() as place, quoth.open(Path(place) / "read.db") as ledger:
        ledger.add(folder / "coverage", settings=settings)
        exported = {kind: list(rows(ledger.view, kind)) for kind in KINDS}
    scores = score_truth(exported, load_truth(folder / "truth"))
    for measure, figure in scores.figures.items():
        yield f"{name} {measure} F1", figure.f1
    if misses:
        for miss in scores.misses:
            print(f"  {miss.what:<8}{miss.measure:<28}{miss.document or '':<45}{miss.text}")
