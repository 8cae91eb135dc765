from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.cli.conftest import Quoth

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "coverage"
    path.mkdir()
    (path / "a.txt").write_text("Arda said the dam burst.")
    (path / "b.jsonl").write_text('{"text": "Borin denied it."}\n{"text": "Cela said nothing."}\n')
    return path


def test_a_folder_is_added_and_told_of(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    answer = quoth("add", folder, "--db", tmp_path / "x.db")
    assert answer.code == 0
    assert "3 new documents from 2 files; 3 read for statements." in answer.out
    assert "holds 3 documents, 3 statements, 0 stories, 3 claims." in answer.out
    assert answer.err.splitlines() == ["reading: 2 files (3 new documents)", "extracting: 3 documents", "linking: 6 steps"]


def test_the_same_again_says_that_nothing_changed(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    quoth("add", folder, "--db", tmp_path / "x.db")
    answer = quoth("add", folder, "--db", tmp_path / "x.db")
    assert "0 new documents from 2 files (2 unchanged); 0 read for statements." in answer.out


def test_a_folder_without_a_file_to_read_says_so_and_what_is_read(tmp_path: Path, quoth: Quoth) -> None:
    (tmp_path / "bare").mkdir()
    answer = quoth("add", tmp_path / "bare", "--db", tmp_path / "x.db")
    assert f"No file to read was found in {tmp_path / 'bare'}. quoth reads .txt, .md, .html" in answer.out


def test_bad_input_is_listed_with_its_reason_and_leaves_with_three(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    (folder / "c.jsonl").write_text('\n{"text": "Arda said BROKEN."}\n')
    for _ in range(2):
        answer = quoth("add", folder, "--db", tmp_path / "x.db")
        assert answer.code == 3
        assert "2 inputs set aside (1 empty, 1 failed):" in answer.out
        assert "c.jsonl:1 is empty" in answer.out
        assert "RuntimeError: broken on purpose" in answer.out


def test_what_a_person_set_aside_is_told_and_is_no_fault_of_the_input(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    quoth("add", folder, "--db", tmp_path / "x.db")
    article = next(json.loads(line)["id"] for line in quoth("export", "documents", "--db", tmp_path / "x.db").out.splitlines())
    assert quoth("judge", "set-aside", article, "--note", "by mistake", "--by", "Ada", "--db", tmp_path / "x.db").code == 0
    answer = quoth("add", folder, "--db", tmp_path / "x.db")
    assert "by mistake" in answer.out
    assert answer.code == 0


def test_of_many_inputs_set_aside_the_first_of_each_kind_are_named(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    (folder / "c.jsonl").write_text("\n" * 9 + '{"text": "Arda said BROKEN."}\n')
    answer = quoth("add", folder, "--db", tmp_path / "x.db")
    assert answer.out.count(" is empty") == 3
    assert answer.out.count("broken on purpose") == 1
    assert f"… and 6 more: quoth status --db {tmp_path / 'x.db'}" in answer.out


def test_json_tells_the_same_to_programs(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    (folder / "c.jsonl").write_text("\n")
    answer = quoth("add", folder, "--db", tmp_path / "x.db", "--json", "--progress", "json")
    told = json.loads(answer.out)
    assert {"files": 3, "unchanged": 0, "documents": 3, "extracted": 3, "linked": True}.items() <= told.items()
    assert [one["reason"] for one in told["set_aside"]] == ["empty"]
    assert told["ledger"]["statements"] == 3
    events = [json.loads(line) for line in answer.err.splitlines()]
    assert {event["stage"] for event in events} == {"read", "extract", "link"}
    assert all(event.keys() == {"stage", "done", "total", "unit", "set_aside", "note"} for event in events)


def test_progress_may_be_silent_or_drawn(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    assert quoth("add", folder, "--db", tmp_path / "x.db", "--progress", "none").err == ""
    assert "extracting" in quoth("add", folder, "--db", tmp_path / "y.db", "--progress", "bar").err


def test_a_dash_is_standard_input(tmp_path: Path, quoth: Quoth, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(b'{"text": "Arda said yes."}\n')
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream, isatty=lambda: False))
    answer = quoth("add", "-", "--db", tmp_path / "x.db")
    assert (answer.code, "1 new document from 1 file" in answer.out) == (0, True)


def test_the_ledger_may_be_named_in_the_environment(
    folder: Path, tmp_path: Path, quoth: Quoth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTH_DB", str(tmp_path / "named.db"))
    assert quoth("add", folder).code == 0
    assert (tmp_path / "named.db").exists()


def test_a_retry_needs_no_path(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    (folder / "c.txt").write_text("Arda said BROKEN.")
    quoth("add", folder, "--db", tmp_path / "x.db")
    assert "0 new documents from 0 files; 0 read for statements." in quoth("add", "--retry", "--db", tmp_path / "x.db").out


def test_an_interrupt_leaves_a_good_ledger_and_says_how_to_go_on(folder: Path, tmp_path: Path, quoth: Quoth) -> None:
    (folder / "many.jsonl").write_text("".join(json.dumps({"text": f"Arda said {number}."}) + "\n" for number in range(3000)))
    program = (
        "import signal, sys, types\nfrom tests.run.cheap_rooms import CHEAP\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job inherits an ignored one
        "sys.modules['quoth.run.house'] = types.SimpleNamespace(HOUSE=CHEAP)\n"
        "from quoth.cli.main import main\nmain(sys.argv[1:])\n"
    )
    command = [sys.executable, "-c", program, "add", str(folder), "--db", str(tmp_path / "x.db"), "--progress", "json"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=Path(__file__).parents[2])
    assert process.stderr is not None
    for line in process.stderr:
        if '"extract", "done": 40,' in line:
            process.send_signal(signal.SIGINT)
            break
    rest = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert "quoth: Stopped. All that was finished is kept. Run the same command again" in rest
    assert "Traceback" not in rest
    answer = quoth("add", folder, "--db", tmp_path / "x.db")
    assert answer.code == 0
    assert "0 new documents" in answer.out
    assert "holds 3,003 documents, 3,003 statements" in answer.out


def test_a_path_that_is_not_there_is_a_wrong_call(tmp_path: Path, quoth: Quoth) -> None:
    answer = quoth("add", tmp_path / "missing", "--db", tmp_path / "x.db")
    assert answer.code == 2
    assert "missing" in answer.err
