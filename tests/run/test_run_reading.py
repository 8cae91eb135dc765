"""A file of nothing but faults fills neither the ledger nor the memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.run.cheap_rooms import CHEAP

from quoth.run import reading
from quoth.run.add import add
from quoth.run.events import Progress
from quoth.store import open_store


def test_the_first_faults_of_a_file_are_named_and_the_rest_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_NAMED", 5)
    (tmp_path / "faults.jsonl").write_text("\n" * 12 + '{"text": "Ottla said it"}\n')
    told: list[Progress] = []
    with open_store(tmp_path / "one.db", create=True) as store:
        outcome = add(store, [tmp_path / "faults.jsonl"], rooms=CHEAP, on_event=told.append)
        kept = store.read().set_aside()
    assert outcome.documents == 1
    assert len(kept) == 6
    assert next(one.message for one in kept if one.reason == "malformed").startswith("faults.jsonl holds 7 more records")
    assert max(one.set_aside for one in told) == 12
