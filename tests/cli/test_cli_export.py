from __future__ import annotations

import csv
import json
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
