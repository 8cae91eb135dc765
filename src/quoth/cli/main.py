"""The command ``quoth``: loads the one file of the command that is asked for, and prints every error once."""

from __future__ import annotations

import difflib
import importlib
import os
import re
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, NoReturn

import click

from quoth.cli.console import DONE, FAILED, WRONG_CALL, print_error
from quoth.errors import QuothError, UsageError

COMMANDS = {
    "add": ("quoth.cli.add", "Read files and folders into a ledger."),
    "register": ("quoth.cli.register", "Tell a ledger who is who, from registers of your own."),
    "judge": ("quoth.cli.judge", "Put right what was found: merge, split, reject, correct, and take it back."),
    "show": ("quoth.cli.show", "Show stories, claims, statements, actors, contacts, articles and more."),
    "compare": ("quoth.cli.compare", "Set two articles side by side, with the passages that both have."),
    "search": ("quoth.cli.search", "Find statements and articles by their words."),
    "serve": ("quoth.cli.serve", "Open the desk: read, compare and search in the browser."),
    "account": ("quoth.cli.account", "Say who may come in at the desk, and what they may do there."),
    "report": ("quoth.cli.report", "Write a report as one self-contained page."),
    "publish": ("quoth.cli.publish", "Publish chosen stories as a folder of pages."),
    "export": ("quoth.cli.export", "Export rows for other people's tools."),
    "status": ("quoth.cli.status", "Tell what a ledger holds and what was set aside."),
    "verify": ("quoth.cli.verify", "Check every hash and every span against the stored originals."),
}
"""Command → its module, in which it is called ``command``, and its line in ``quoth --help``, so that help loads none of them."""

_GIVEN = re.compile(r"'(.*?)' is not one of ")
"""How click begins its message on a value that is none of a choice."""


class Commands(click.Group):
    """A group whose commands are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, loaded; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with. Raises ``UsageError`` with near misses for a name that is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, n=3, cutoff=0.5)
            raise UsageError(
                f"There is no command {args[0]!r}. There are: {', '.join(COMMANDS)}", hints=tuple(f"quoth {name}" for name in near)
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list of commands in the help, none of them loaded."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("quoth"), prog_name="quoth")
def quoth() -> None:
    """Quoth keeps a ledger of who said what, to whom, when, and according to whom, every line bound to the words it stands on.

    Begin with: quoth add FOLDER, then: quoth show stories
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: list[str]) -> int:
    """Run a command; its exit code. Every error is printed here, once, and nowhere else."""
    try:
        code: Any = quoth.main(arguments, prog_name="quoth", standalone_mode=False)
    except (QuothError, click.ClickException, click.exceptions.Exit) as error:
        code = _refuse(error)
    except (KeyboardInterrupt, click.Abort):
        print_error("Stopped. All that was finished is kept. Run the same command again to go on from there.")
        code = FAILED
    except Exception as error:  # the one place of the command line that catches everything, to print it
        if os.environ.get("QUOTH_DEBUG"):
            raise
        print_error(
            f"An unexpected fault: {type(error).__name__}: {error}. The ledger keeps all that was finished. "
            "Set QUOTH_DEBUG=1 to see where it happened, and report it, please."
        )
        code = FAILED
    return code if isinstance(code, int) else DONE


def _refuse(error: Exception) -> int:
    """Print why a command was not done, if that is an error at all."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        return _explain(error)
    print_error(str(error), error.hints if isinstance(error, UsageError) else ())
    return WRONG_CALL if isinstance(error, UsageError) else FAILED


def _explain(error: click.ClickException) -> int:
    """A wrong call in click's words, with the near misses that it knows."""
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message())
        return WRONG_CALL
    message, hints = error.format_message(), _near(error)
    if isinstance(error, (click.NoSuchOption, click.exceptions.NoSuchCommand)):
        message, hints = error.message, tuple(error.possibilities or ())
    where = context.command_path if context else "quoth"
    print_error(f"{message.rstrip('.')}. See: {where} --help", hints)
    return WRONG_CALL if isinstance(error, click.UsageError) else FAILED


def _near(error: click.ClickException) -> tuple[str, ...]:
    """The values of a choice that come close to what was given."""
    choice = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    given = _GIVEN.match(error.message)
    if not isinstance(choice, click.Choice) or given is None:
        return ()
    return tuple(difflib.get_close_matches(given[1], [str(one) for one in choice.choices]))
