from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quoth.cli.export import command
from quoth.errors import LedgerError, UsageError
from quoth.export.schema import schema
from quoth.export.shapes import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_as_json_lines(kind: str, handmade: Path) -> None:
    result = CliRunner().invoke(command, [kind, "--db", str(handmade)])
    assert result.exit_code == 0
    assert all(json.loads(line) for line in result.output.splitlines())


def test_a_file_in_csv_opens_with_its_header(handmade: Path, tmp_path: Path) -> None:
    output = tmp_path / "statements.csv"
    CliRunner().invoke(command, ["statements", "--db", str(handmade), "--format", "csv", "-o", str(output)])
    with output.open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert len(found) == 10
    assert json.loads(found[0]["cue"])["text"] == "voiced concern about"


def test_the_schema_of_a_kind_is_printed_without_a_ledger() -> None:
    result = CliRunner().invoke(command, ["copies", "--schema", "--db", "no-such-ledger.db"])
    assert json.loads(result.output) == schema("copies")


def test_a_file_that_cannot_be_written_is_said_to_be_so(handmade: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["stories", "--db", str(handmade), "-o", str(tmp_path / "none" / "x.jsonl")])
    assert isinstance(result.exception, LedgerError)
    assert "could not be written" in str(result.exception)


def test_unsure_statements_are_exported_unless_they_are_asked_not_to_be(handmade: Path) -> None:
    def exported(*more: str) -> tuple[int, str]:
        result = CliRunner().invoke(command, ["statements", "--db", str(handmade), *more])
        return len(result.stdout.splitlines()), result.stderr

    assert exported() == (10, "")
    assert exported("--min-score", "0.5") == (9, "1 statement below 0.50 is not exported; --min-score 0 shows it.\n")


def test_a_kind_without_a_score_to_go_by_is_refused(handmade: Path) -> None:
    result = CliRunner().invoke(command, ["claims", "--db", str(handmade), "--min-score", "0.5"])
    assert isinstance(result.exception, UsageError)
    assert "export statements" in str(result.exception)


VIEWS = [
    ("timeline", "timelinejs"), ("network", "gexf"), ("network", "graphml"), ("calendar", "ics"), ("annotations", "w3c"),
    ("reviews", "claimreview"), ("frames", "aida"),
]  # fmt: skip


@pytest.mark.parametrize(("view", "form"), VIEWS)
def test_every_view_is_written_whole_in_its_formats(view: str, form: str, handmade: Path, tmp_path: Path) -> None:
    output = tmp_path / f"view.{form}"
    result = CliRunner().invoke(command, [view, "--format", form, "--db", str(handmade), "-o", str(output)])
    assert result.exit_code == 0
    printed = CliRunner().invoke(command, [view, "--format", form, "--db", str(handmade)])
    assert printed.stdout_bytes == output.read_bytes()
    heads = {"timelinejs": b"{", "gexf": b"<?xml", "graphml": b"<?xml", "ics": b"BEGIN:VCALENDAR\r\n"}
    heads |= dict.fromkeys(("w3c", "claimreview", "aida"), b"{")
    assert output.read_bytes().startswith(heads[form])


def test_a_view_has_a_format_that_is_taken_where_none_is_asked_for(handmade: Path) -> None:
    for view, form in (("timeline", "timelinejs"), ("network", "gexf"), ("calendar", "ics")):
        plain, asked = ([view, "--db", str(handmade)], [view, "--format", form, "--db", str(handmade)])
        assert CliRunner().invoke(command, plain).stdout == CliRunner().invoke(command, asked).stdout != ""


def test_a_view_may_be_of_one_story(handmade: Path) -> None:
    result = CliRunner().invoke(command, ["timeline", "--story", "provocation", "--db", str(handmade)])
    assert json.loads(result.stdout)["title"]["text"]["headline"] == "Dolan warns of provocation at the Lower Dam"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["network", "--format", "csv"], "gexf or graphml"),
        (["statements", "--format", "ics"], "jsonl or csv"),
        (["calendar", "--min-score", "0.5"], "export the timeline"),
        (["network", "--min-score", "0.5"], "export the timeline"),
        (["timeline", "--schema"], "not ours"),
    ],
)
def test_what_a_kind_does_not_have_is_refused_with_what_it_has(arguments: list[str], expected: str, handmade: Path) -> None:
    result = CliRunner().invoke(command, [*arguments, "--db", str(handmade)])
    assert isinstance(result.exception, UsageError)
    assert expected in str(result.exception)


def test_statements_left_out_of_a_timeline_are_counted(handmade: Path) -> None:
    result = CliRunner().invoke(command, ["timeline", "--min-score", "0.95", "--db", str(handmade)])
    assert "1 statement below 0.95 is not exported" in result.stderr
    assert "Said" not in result.stdout


def test_other_exports_load_no_library_of_a_view() -> None:
    code = "import sys, quoth.cli.export; print([name for name in ('networkx', 'icalendar') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
