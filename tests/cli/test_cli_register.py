from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Quoth

pytestmark = pytest.mark.usefixtures("cheap")

SHEET = "id,name,kind\nro,Ruth Okonjo,person\nx,,person\n"


@pytest.fixture
def ledger(tmp_path: Path, quoth: Quoth) -> Path:
    (tmp_path / "a.jsonl").write_text('{"text": "Arda said yes."}\n')
    assert quoth("add", tmp_path / "a.jsonl", "--db", tmp_path / "x.db").code == 0
    return tmp_path / "x.db"


def test_a_register_is_kept_replaced_and_forgotten(ledger: Path, tmp_path: Path, quoth: Quoth) -> None:
    sheet = tmp_path / "people.csv"
    sheet.write_text(SHEET)
    answer = quoth("register", sheet, "--db", ledger)
    assert answer.code == 3
    assert "1 entry from people.csv." in answer.out
    assert "people.csv:3 cannot be used: it has no name" in answer.out
    sheet.write_text("name\nAnn Lee\nBen Lee\n")
    assert quoth("register", sheet, "--db", ledger).code == 0
    assert "      2  people.csv" in quoth("register", "--db", ledger).out
    assert quoth("register", "--forget", "people.csv", "--db", ledger).code == 0
    assert "has no register" in quoth("register", "--db", ledger).out


def test_links_are_worked_out_anew_only_where_the_register_changed(ledger: Path, tmp_path: Path, quoth: Quoth) -> None:
    sheet = tmp_path / "people.csv"
    sheet.write_text("name\nAnn Lee\n")
    assert json.loads(quoth("register", sheet, "--db", ledger, "--json").out)["linked"] is True
    assert json.loads(quoth("register", sheet, "--db", ledger, "--json").out)["linked"] is False
    assert "All work is done." in quoth("status", "--db", ledger).out


def test_a_file_that_is_no_register_is_set_aside_and_what_it_gave_before_stays(ledger: Path, tmp_path: Path, quoth: Quoth) -> None:
    sheet = tmp_path / "people.csv"
    sheet.write_text("name\nAnn Lee\n")
    quoth("register", sheet, "--db", ledger)
    sheet.write_text("who\nAnn Lee\n")
    answer = quoth("register", sheet, "--db", ledger)
    assert answer.code == 3
    assert "no column “name”" in answer.out
    assert "      1  people.csv" in answer.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("none.csv",), "There is no file none.csv"),
        (("--forget", "people.cvs"), "The register holds nothing from people.cvs"),
        (("people.csv", "--forget", "all"), "Give one of the two"),
    ],
)
def test_a_wrong_call_says_what_was_expected(
    ledger: Path, tmp_path: Path, quoth: Quoth, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text("name\nAnn Lee\n")
    answer = quoth("register", *arguments, "--db", ledger)
    assert answer.code == 2
    assert said in answer.err


def test_two_files_of_one_name_are_refused(ledger: Path, tmp_path: Path, quoth: Quoth) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "r.csv").write_text("name\nAnn Lee\n")
    answer = quoth("register", tmp_path / "one" / "r.csv", tmp_path / "two" / "r.csv", "--db", ledger)
    assert answer.code == 2
    assert "Rename one of them" in answer.err
