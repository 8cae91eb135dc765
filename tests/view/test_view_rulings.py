"""A page that reads only the judgements it tells of tells of them as the list of all does."""

from __future__ import annotations

import shutil
from pathlib import Path

from quoth.link.judged.standing import STATEMENT
from quoth.run import subjects
from quoth.run.judge import judge, undo
from quoth.store import last_ruling, open_store
from quoth.view.judgements import judgements_page, ruling_made, rulings_standing


def test_what_was_judged_of_a_thing_reads_as_in_the_list_of_all(handmade: Path, tmp_path: Path) -> None:
    with open_store(Path(shutil.copy(handmade, tmp_path / "copy.db"))) as store:
        read = store.read()
        one, other = [one for one in read.statements() if one.stance == "asserts"][:2]
        right = judge(store, subjects.right(read, one.id, stance="doubts"), by="Ada")
        judge(store, subjects.right(read, other.id, stance="warns"), by="Bo", note="as the article says")
        back = undo(store, right.id, by="Bo")
        for restored in (None, back.id):
            if restored:
                undo(store, restored, by="Ada")
            rows = judgements_page(read).rows
            assert tuple(ruling_made(read, row.id) for row in rows) == rows
            for thing in (one.id, other.id):
                told = tuple(row for row in rows if row.stands and row.kind == STATEMENT and thing in row.subject)
                assert rulings_standing(read, STATEMENT, [thing]) == told
            assert last_ruling(read.engine) == rows[0].id
        assert rulings_standing(read, STATEMENT, [one.id])
        assert ruling_made(read, "nowhere") is None
