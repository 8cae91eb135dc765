from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from quoth.records import Segment
from quoth.run.verify import check_segments, verify
from quoth.store import open_store


def faults_after(handmade: Path, tmp_path: Path, change: str) -> list[tuple[str, str]]:
    """What is found in a copy of the handmade ledger after a change behind quoth's back."""
    path = Path(shutil.copy(handmade, tmp_path / "copy.db"))
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    connection.close()
    with open_store(path) as store:
        return [(fault.kind, fault.message) for fault in verify(store.read()).faults]


def test_what_was_written_by_hand_holds(handmade: Path) -> None:
    with open_store(handmade) as store:
        verdict = verify(store.read())
        counts = store.read().counts()
    assert verdict.faults == ()
    assert verdict.checked["documents"] == verdict.checked["texts"] == counts["documents"]
    assert verdict.checked["spans"] > counts["statements"] * 2


@pytest.mark.parametrize(
    ("change", "kind", "message"),
    [
        ("UPDATE originals SET content = x'00'", "original", "cannot be unpacked"),
        ("UPDATE originals SET sha256 = 'abc' WHERE sha256 = (SELECT min(sha256) FROM originals)", "original", "another SHA-256"),
        ("UPDATE documents SET text = text || '!'", "document", "another SHA-256"),
        ("UPDATE documents SET text = text || '!'", "document", "not that of its content"),
        ("UPDATE documents SET text = text || '!'", "document", "not what its original"),
        ("UPDATE documents SET title = 'Another'", "document", "not that of its content"),
        ("UPDATE documents SET original = 'gone'", "document", "not in the ledger"),
        ('UPDATE segments SET "end" = "end" + 9', "segment", "overlaps another or leaves the text"),
        ("DELETE FROM segments WHERE position = 1", "segment", "in no segment"),
        ("UPDATE statements SET cue = 'shouted'", "statement", "says 'shouted'"),
        ("UPDATE statements SET cue_spans = '[[0,99999]]'", "statement", "0-99999 in a document of"),
        ("UPDATE statements SET content_spans = '[[5,5]]'", "statement", "marks 5-5"),
        ("UPDATE statements SET speaker = 'nobody'", "statement", "points at nobody"),
        ("""UPDATE referents SET mentions = replace(mentions, '"text":"', '"text":"x')""", "referent", "says 'x"),
        ("UPDATE times SET start = start + 1", "time", "stands there"),
        ('UPDATE quantities SET text = text || "x"', "quantity", "stands there"),
        ('UPDATE contacts SET "end" = 999999', "contact", "in a document of"),
        ("UPDATE contacts SET statement = 'nothing'", "contact", "points at nothing"),
        ("UPDATE terms SET definition = 'x'", "term", "stands there"),
        ("UPDATE copies SET source = 'gone'", "copy", "points at gone"),
        ("""UPDATE copies SET receipt = '{"reason":"x","spans_from":[[0,999999]],"spans_to":[]}'""", "copy", "outside document"),
        ("""UPDATE stories SET documents = '["gone"]'""", "story", "points at gone"),
        ("UPDATE actors SET referents = '[\"gone\"]'", "actor", "points at gone"),
        ("UPDATE events SET contacts = '[\"gone\"]'", "event", "points at gone"),
        ("UPDATE statements SET id = 'x' || id", "claim", "points at"),
        ("UPDATE statements SET id = 'x' || id", "disagreement", "points at"),
    ],
)
def test_any_change_is_found(change: str, kind: str, message: str, handmade: Path, tmp_path: Path) -> None:
    found = faults_after(handmade, tmp_path, change)
    assert [said for of, said in found if of == kind and message in said], found


def test_segments_may_leave_white_space_between_them(handmade: Path) -> None:
    with open_store(handmade) as store:
        document = next(store.read().documents())
    stop = len(document.text.rstrip())
    assert list(check_segments(document, [Segment("body", 0, stop)])) == []
    assert len(list(check_segments(document, [Segment("body", 0, stop - 1)]))) == 1
    assert len(list(check_segments(document, [Segment("body", 1, stop)]))) == 1
