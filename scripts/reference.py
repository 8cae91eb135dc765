"""Write ``docs/reference/commands.md`` from the commands themselves: ``python scripts/reference.py``. A test holds that it is current."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from quoth.cli.main import quoth

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "commands.md"
HEAD = """# Commands

Written from the commands themselves by `python scripts/reference.py`. Every command takes `--help`; exit codes are in
[errors.md](errors.md).
"""


def commands(command: click.Command, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    """A command and all below it, with the words that call them."""
    yield context.command_path, command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from commands(below, click.Context(below, info_name=name, parent=context))


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    """One table row for each argument and option."""
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option) and "--help" not in parameter.opts:
            names = ", ".join(f"`{name}`" for name in [*parameter.opts, *parameter.secondary_opts])
            default = parameter.default
            shown = "" if parameter.is_flag or not isinstance(default, str | int | float | Path) else f"`{default}`"
            yield f"| {names} | {(parameter.help or '').strip()} | {shown} |"


def section(name: str, command: click.Command, context: click.Context) -> str:
    """The section of one command."""
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    rows = list(options(command, context))
    table = "\n".join(["", "| option | meaning | default |", "|---|---|---|", *rows]) if rows else ""
    level = "#" * len(name.split())
    return f"{level} {name}\n\n```\n{usage}\n```\n\n{inspect.cleandoc(command.help or '')}\n{table}\n"


def reference() -> str:
    """The whole page."""
    context = click.Context(quoth, info_name="quoth")
    return HEAD + "\n" + "\n".join(section(*found) for found in commands(quoth, context) if found[0] != "quoth")


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
