from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from quoth.cli.search import command
from quoth.errors import UsageError


def test_statements_and_articles_with_the_words_are_found(handmade: Path) -> None:
    output = CliRunner().invoke(command, ["taken", "orders", "--db", str(handmade)]).output
    assert "Arden Herald ▸ NTA ▸ Marek Dolan" in output
    assert "Arden rejects the claim" in output


def test_words_that_the_shell_took_together_are_a_phrase(handmade: Path) -> None:
    def found(*words: str) -> int:
        return len(json.loads(CliRunner().invoke(command, [*words, "--db", str(handmade), "--json"]).output)["articles"])

    assert found("orders taken") == 0
    assert found("orders", "taken") == 1


def test_words_that_stand_nowhere_are_said_to_stand_nowhere(handmade: Path) -> None:
    output = CliRunner().invoke(command, ["zeppelin", "--db", str(handmade)]).output
    assert "No statement holds the words 'zeppelin'." in output


def test_no_word_at_all_is_a_wrong_call(handmade: Path) -> None:
    with pytest.raises(UsageError, match="No word to look for"):
        CliRunner().invoke(command, ["", " ", "--db", str(handmade)], catch_exceptions=False)


def test_a_statement_less_sure_than_asked_is_not_found_and_said_to_be_hidden(handmade: Path) -> None:
    def found(*more: str) -> str:
        return CliRunner().invoke(command, ["taken", "orders", "--db", str(handmade), *more]).output

    assert "Arden Herald ▸ NTA ▸ Marek Dolan · unsure, score 0.40" in found()
    hiding = found("--min-score", "0.5")
    assert "Arden Herald ▸ NTA ▸ Marek Dolan" not in hiding
    assert "1 statement below 0.50 is not shown; --min-score 0 shows it." in hiding
    assert "Arden rejects the claim" in hiding


def test_a_search_is_limited_to_days(handmade: Path) -> None:
    def found(*days: str) -> tuple[int, int]:
        page = json.loads(CliRunner().invoke(command, ["dam", *days, "--db", str(handmade), "--json"]).output)
        return len(page["statements"]), len(page["articles"])

    assert found("--since", "2031-03-17")[1] == 1
    assert found()[1] == 2
    assert found("--until", "2030") == (0, 0)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["--since", "yesterday"], "--since 'yesterday' is no date. Write 2024, 2024-05 or 2024-05-03."),
        (["--since", "2031-03", "--until", "2031-02-10"], "--since 2031-03 comes after --until 2031-02-10"),
    ],
)
def test_days_that_cannot_be_meant_are_said_to_be_wrong(days: list[str], said: str, handmade: Path) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        CliRunner().invoke(command, ["dam", *days, "--db", str(handmade)], catch_exceptions=False)
