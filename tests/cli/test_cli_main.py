from __future__ import annotations

import importlib
import os
import subprocess
import sys

import click
import pytest
from tests.cli.conftest import Quoth

from quoth.cli.main import COMMANDS, quoth
from quoth.errors import LedgerError, QuothError, Unavailable, UsageError


def broken(error: BaseException) -> click.Command:
    def fail() -> None:
        raise error

    return click.Command("broken", callback=fail)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_table_says_and_explains_itself(name: str, quoth: Quoth) -> None:
    assert isinstance(importlib.import_module(COMMANDS[name][0]).command, click.Command)
    answer = quoth(name, "--help")
    assert answer.code == 0
    assert f"Usage: quoth {name}" in answer.out


def test_help_names_every_command_and_loads_none() -> None:
    program = "import sys; from quoth.cli.main import run; run(['--help']); print(sorted(sys.modules))"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert "'sqlalchemy'" not in out
    assert "'spacy'" not in out


def test_the_version_is_told(quoth: Quoth) -> None:
    assert quoth("--version").out.startswith("quoth, version ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["statos"], ["There is no command 'statos'", "quoth status"]),
        (["show", "stroy"], ["No such command 'stroy'", "story", "quoth show --help"]),
        (["status", "--dv", "x"], ["No such option '--dv'", "--db", "quoth status --help"]),
        (["show", "statements", "--stance", "denis"], ["'denis' is not one of", "\n    denies\n"]),
        (["add"], ["Nothing to add", "quoth add FOLDER"]),
        (["add", "x", "--workers", "0"], ["0 is not in the range", "quoth add --help"]),
    ],
)
def test_a_wrong_call_is_told_once_with_what_may_be_meant(arguments: list[str], said: list[str], quoth: Quoth) -> None:
    answer = quoth(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("quoth: ") == 1
    assert all(words in answer.err for words in said)


def test_quoth_alone_shows_the_help(quoth: Quoth) -> None:
    answer = quoth()
    assert answer.code == 2
    assert "Commands:" in answer.out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (QuothError("It broke."), 1),
        (LedgerError("It broke."), 1),
        (Unavailable("It broke."), 1),
        (UsageError("It broke.", hints=("this",)), 2),
        (KeyboardInterrupt(), 1),
        (ZeroDivisionError("by nought"), 1),
    ],
)
def test_every_error_becomes_one_message_and_a_code(
    error: BaseException, code: int, quoth: Quoth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quoth.cli.main.Commands.get_command", lambda *_: broken(error))
    answer = quoth("status")
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.lstrip().startswith("quoth: ")
    assert "Traceback" not in answer.err


def test_a_fault_shows_where_it_happened_when_asked(quoth: Quoth, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quoth.cli.main.Commands.get_command", lambda *_: broken(ZeroDivisionError()))
    monkeypatch.setenv("QUOTH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        quoth("status")


def test_a_reader_that_goes_away_ends_the_command_without_a_word() -> None:
    program = (
        "import sys, click\nfrom quoth.cli import main\n"
        "main.Commands.get_command = lambda *_: click.Command('x', callback=lambda: [click.echo('x' * 9999) for _ in range(99)])\n"
        "main.main(['status'])\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


def test_control_characters_in_a_message_do_not_reach_the_terminal(quoth: Quoth) -> None:
    assert "\x1b" not in quoth("status", "--db", "\x1b[31mred.db").err


def test_the_module_is_the_command() -> None:
    answer = subprocess.run([sys.executable, "-m", "quoth", "--help"], capture_output=True, text=True, check=True, env=os.environ)
    assert answer.stdout.startswith("Usage: quoth ")
    assert quoth.name == "quoth"
