"""Answers that only point back, from texts: how far they reach is told by the sentences between."""

from __future__ import annotations

from pathlib import Path

import pytest

import quoth

SAID = "Marla Dolan said on Friday that the lower gate of the Selm dam had been left open by the night watch."
BETWEEN = (
    "The reservoir fell by two metres before noon. Farmers along the canal waited for water. Boats lay on the mud near the quay."
)


@pytest.mark.parametrize(("between", "denied"), [("", {"denies"}), (BETWEEN, set())])
def test_it_means_what_was_said_right_before(tmp_path: Path, between: str, denied: set[str]) -> None:
    (tmp_path / "a.txt").write_text(f"Selm Courier, 14 March 2025\n\n{SAID} {between} Ravi Hale denied it.\n", encoding="utf-8")
    with quoth.open(tmp_path / "l.db") as ledger:
        ledger.add(tmp_path / "a.txt")
        stances = {position.stance for claim in ledger.view.claims() for position in claim.positions}
    assert stances & {"denies"} == denied
