from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from quoth.cli.report import command
from quoth.errors import UsageError


@pytest.mark.parametrize(("name", "opening"), [("x.html", "<!doctype html>"), ("x.md", "# Dolan warns")])
def test_a_report_is_written_in_the_form_its_name_asks_for(name: str, opening: str, handmade: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--db", str(handmade), "-o", str(tmp_path / name)])
    assert result.exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(opening)


@pytest.mark.parametrize(("name", "opening"), [("x.docx", b"PK"), ("x.PDF", b"%PDF-")])
def test_a_report_is_written_as_a_document_too(name: str, opening: bytes, handmade: Path, tmp_path: Path) -> None:
    assert CliRunner().invoke(command, ["--db", str(handmade), "-o", str(tmp_path / name)]).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(opening)


def test_a_form_that_is_unknown_is_refused_with_what_there_is(handmade: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--db", str(handmade), "-o", str(tmp_path / "x.odt")])
    assert isinstance(result.exception, UsageError)
    assert result.exception.hints == ("x.html",)
    assert not (tmp_path / "x.odt").exists()


@pytest.mark.parametrize("name", ["x.html", "x.md"])
def test_a_report_says_how_many_statements_it_hides(name: str, handmade: Path, tmp_path: Path) -> None:
    def written(*more: str) -> str:
        CliRunner().invoke(command, ["--db", str(handmade), "-o", str(tmp_path / name), *more])
        return (tmp_path / name).read_text(encoding="utf-8")

    assert "below 0.50" not in written()
    assert "1 statement below 0.50 is not shown, nor 1 claim resting on it alone" in written("--min-score", "0.5")
