"""The accounts of who asked for a contact on its page: as many as there are points on it."""

from __future__ import annotations

from pathlib import Path

import quoth
from quoth.settings import Settings
from quoth.view.contacts import contacts_page

TEXTS = (
    "Poland's Foreign Minister Ada Lund and Norway's Foreign Minister Karl Orn spoke by telephone on Friday. The call was requested by Vinsted, Lund said.",
    "Polish Foreign Minister Ada Lund and Norwegian Foreign Minister Karl Orn spoke on Friday. The call was at the request of Norway, a diplomat said.",
)


def test_who_is_of_one_side_means_the_other_by_a_name_that_is_nobodys(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        head = f"Date: 2025-10-12\nOutlet: Paper {number}\n\nMinisters talk, number {number}"
        (tmp_path / f"{number}.txt").write_text(f"{head}\n\n{text}\n", encoding="utf-8")
    with quoth.open(tmp_path / "ledger.db") as ledger:
        ledger.add(tmp_path, settings=Settings(reader="rules"))
        (row,) = contacts_page(ledger.view).rows
    assert [(one.party, len(one.according_to)) for one in row.initiatives] == [("Norway", 2)]


def test_who_wrote_the_article_is_its_author_and_no_i(tmp_path: Path) -> None:
    text = "I met Ada Lund on Friday. On Sunday Ada Lund sent a letter to me, and I called Karl Orn."
    head = "Date: 2025-10-12\nOutlet: The Paper\n\nA week in the capital"
    (tmp_path / "1.txt").write_text(f"{head}\n\nAda Lund and Karl Orn lead the council.\n\n{text}\n", encoding="utf-8")
    with quoth.open(tmp_path / "ledger.db") as ledger:
        ledger.add(tmp_path, settings=Settings(reader="rules"))
        rows = contacts_page(ledger.view).rows
    told = {who.id for row in rows for who in row.parties if who.name == "the author, in The Paper"}
    assert (len(rows), len(told)) == (3, 1)
    assert not {who.name for row in rows for who in row.parties} & {"I", "me"}
