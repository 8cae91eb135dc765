from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from quoth.cli.search import command


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
