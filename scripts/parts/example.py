"""The example coverage against its truth, through a whole ledger."""

from __future__ import annotations

import tempfile
from pathlib import Path

import quoth
from parts.ground import ROOT, Part
from quoth.export.rows import rows
from quoth.export.shapes import KINDS
from quoth.score.truth import load_truth, score_truth
from quoth.settings import Settings

EXAMPLE = ROOT / "examples" / "lower-dam"


def example(settings: Settings, *, misses: bool) -> Part:
    """F1 by kind on the example coverage, through a whole ledger and its exports."""
    with tempfile.TemporaryDirectory() as folder, quoth.open(Path(folder) / "example.db") as ledger:
        ledger.add(EXAMPLE / "coverage", settings=settings)
        exported = {kind: list(rows(ledger.view, kind)) for kind in KINDS}
    scores = score_truth(exported, load_truth(EXAMPLE / "truth"))
    for measure, figure in scores.figures.items():
        yield f"example {measure} F1", figure.f1
    if misses:
        for miss in scores.misses:
            print(f"  {miss.what:<8}{miss.measure:<28}{miss.document or '':<45}{miss.text}")
