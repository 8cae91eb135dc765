"""``quoth judge``: put right what was found and linked, and take it back."""

from __future__ import annotations

import getpass
import importlib
import os
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from quoth.cli.console import DONE, SET_ASIDE, db_option, harmless, json_option, number_of, print_json, print_rows
from quoth.errors import UsageError
from quoth.link.judged.standing import REJECTABLE
from quoth.records import Judgement, Span, Stance
from quoth.run.judge import LAST, Decision, judge, undo
from quoth.run.judgements import import_judgements, read_again, settle
from quoth.run.rooms import Rooms
from quoth.run.subjects import (
    MEMBERSHIP,
    MERGES,
    SPLITS,
    opposed_statements,
    reject,
    right,
    same_statements,
    set_aside,
    split_claim,
)
from quoth.store import ReadView, open_store
from quoth.view.judgements import JudgementsPage, find_judgement, judgements_page, tell

NONE = "none"
"""What ``--answers`` and ``--source`` take for nothing."""

_SPAN = re.compile(r"^(\d+):(\d+)$")


def _judging(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that makes a judgement."""
    for option in (
        json_option,
        db_option,
        click.option(
            "--answers",
            metavar="ID",
            help="Judge only if this is the judgement that stands on the same things, or none for the word none. What others did is told else.",
        ),
        click.option("--note", help="Why, in your words."),
        click.option("--by", envvar="QUOTH_BY", help="Who judges. The default is QUOTH_BY, else the name you are logged in by."),
    ):
        function = option(function)
    return function


@click.group("judge")
def command() -> None:
    """Put right what was found: merge, split, reject, correct, say same or opposed, and take it back.

    What people judge goes before all that quoth finds, is kept when articles are read again, and is seen at once in every page and export.
    """


@command.command("merge")
@click.argument("kind", type=click.Choice(list(MERGES)))
@click.argument("names", nargs=-1, required=True, metavar="A B...")
@_judging
def merge_command(kind: str, names: tuple[str, ...], **options: Any) -> int:
    """Say that A and B are one actor, claim or story. A keeps its name. Each is a name, words of a title, or an identifier."""
    if len(names) < 2:
        raise UsageError(f"Only {names[0]!r} was given. To merge takes two or more: quoth judge merge {kind} A B")
    return _make(lambda read: MERGES[kind](read, names), **options)


@command.command("split")
@click.argument("kind", type=click.Choice(list(SPLITS)))
@click.argument("name")
@click.argument("parts", nargs=-1, required=True)
@_judging
def split_command(kind: str, name: str, parts: tuple[str, ...], **options: Any) -> int:
    """Say that PARTS are not of NAME but another: names or articles of an actor, statements of a claim, articles of a story."""
    return _make(lambda read: SPLITS[kind](read, name, parts), **options)


@command.command("same")
@click.argument("first")
@click.argument("second")
@_judging
def same_command(first: str, second: str, **options: Any) -> int:
    """Say that two statements say the same."""
    return _make(lambda read: same_statements(read, first, second), **options)


@command.command("opposed")
@click.argument("first")
@click.argument("second")
@_judging
def opposed_command(first: str, second: str, **options: Any) -> int:
    """Say that two statements contradict each other."""
    return _make(lambda read: opposed_statements(read, first, second), **options)


@command.command("reject")
@click.argument("kind", type=click.Choice([*REJECTABLE, MEMBERSHIP]))
@click.argument("identifier", metavar="ID")
@click.argument("statement", required=False)
@_judging
def reject_command(kind: str, identifier: str, statement: str | None, **options: Any) -> int:
    """Say that something found is not so. For a membership, ID is a claim, and STATEMENT what does not make it."""
    if kind == MEMBERSHIP:
        if statement is None:
            raise UsageError("A membership is of a statement in a claim. Give both: quoth judge reject membership CLAIM STATEMENT")
        return _make(lambda read: split_claim(read, identifier, [statement]), **options)
    if statement is not None:
        raise UsageError(f"{statement!r} is one too many: to reject a {kind} takes its identifier alone.")
    return _make(lambda read: reject(read, kind, identifier), **options)


@command.command("set-aside")
@click.argument("article", metavar="ARTICLE")
@_judging
def set_aside_command(article: str, **options: Any) -> int:
    """Say that an article is to count nowhere: added by mistake, the wrong file, or not to be kept in view. --note says why.

    All its versions go, and those that are added later. Nothing of it is lost: `quoth status` lists it with the reason, and undo brings it back.
    """
    return _make(lambda read: set_aside(read, article), **options)


@command.command("right")
@click.argument("statement", metavar="STATEMENT")
@click.option("--speaker", metavar="NAME", help="Who says it: an actor's name or identifier.")
@click.option("--nobody", is_flag=True, help="No speaker is named.")
@click.option("--stance", type=click.Choice(get_args(Stance)), help="What is done in saying it.")
@click.option(
    "--content", multiple=True, metavar="START:END", help="What is said, in characters of the article's text; one for each part."
)
@click.option(
    "--source", multiple=True, metavar="START:END", help="The words that name who says it; the word none where there are none."
)
@click.option("--cue", multiple=True, metavar="START:END", help="The words that say that it is said.")
@_judging
def right_command(
    statement: str,
    speaker: str | None,
    stance: Stance | None,
    content: tuple[str, ...],
    source: tuple[str, ...],
    cue: tuple[str, ...],
    *,
    nobody: bool,
    **options: Any,
) -> int:
    """Say what is right of a statement instead of what was found. What is not given stays."""
    if nobody and speaker:
        raise UsageError("--speaker and --nobody were given together. Give one of the two.")
    spans = {"content": _spans(content), "source": _spans(source), "cue": _spans(cue)}
    return _make(lambda read: right(read, statement, speaker="" if nobody else speaker, stance=stance, **spans), **options)


@command.command("undo")
@click.argument("identifier", metavar="ID")
@click.option("--by", envvar="QUOTH_BY", help="Who takes it back. The default is QUOTH_BY, else the name you are logged in by.")
@click.option("--note", help="Why, in your words.")
@db_option
@json_option
def undo_command(identifier: str, by: str | None, note: str | None, db: Path, *, as_json: bool) -> int:
    """Take a judgement back; or take back that it was taken back."""
    with open_store(db) as store:
        found = find_judgement(store.read(), identifier)
        made = undo(store, found.id, by=_name(by), note=note, reread=read_again)
        _told(made, store.read(), as_json=as_json)
    return DONE


@command.command("list")
@click.option("--all", "whole", is_flag=True, help="Those that were taken back, too.")
@click.option("--on", "subject", metavar="ID", help="Only those on this statement, referent, document or finding.")
@db_option
@json_option
def list_command(subject: str | None, db: Path, *, whole: bool, as_json: bool) -> None:
    """Who judged what and when, the latest first."""
    with open_store(db) as store:
        page = judgements_page(store.read(), subject=subject)
    if as_json:
        print_json(asdict(page))
    else:
        _draw(page, db, whole=whole)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@db_option
@json_option
def import_command(file: Path, db: Path, *, as_json: bool) -> int:
    """Add judgements that `quoth export judgements` wrote, from a colleague or another ledger of the same articles."""
    with open_store(db) as store:
        done = import_judgements(store, file, reread=read_again)
    if as_json:
        print_json(asdict(done))
    else:
        click.echo(f"{number_of(done.new, 'judgement')} added, {number_of(done.known, 'judgement')} already here.")
        if done.new:
            click.echo(f"To bring all links up to date with them: quoth judge settle --db {db}")
        if done.unmatched:
            click.echo(
                f"{number_of(done.unmatched, 'judgement')} on articles that this ledger does not hold: kept, and applied once it does."
            )
        if done.set_aside:
            click.echo(f"{number_of(len(done.set_aside), 'line')} set aside:")
            print_rows([(one.name, one.message) for one in done.set_aside])
    return SET_ASIDE if done.set_aside else DONE


@command.command("settle")
@db_option
@json_option
def settle_command(db: Path, *, as_json: bool) -> None:
    """Work out all links anew with what was judged, as every `quoth add` does: what now is one claim, one contact, one origin."""
    with open_store(db) as store:
        done = settle(store, rooms=_rooms())
    if as_json:
        print_json({"linked": done})
    else:
        click.echo("Links were worked out anew." if done else "Links are up to date already.")


def _make(
    decide: Callable[[ReadView], Decision], *, by: str | None, note: str | None, answers: str | None, db: Path, as_json: bool
) -> int:
    """Make a judgement and tell of it."""
    with open_store(db) as store:
        read = store.read()
        decision = decide(read)
        expected = LAST if answers is None else None if answers == NONE else find_judgement(read, answers).id
        made = judge(store, decision, by=_name(by), note=note, expected=expected, reread=read_again)
        _told(made, read, as_json=as_json)
    return DONE


def _told(made: Judgement, read: ReadView, *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(made))
        return
    labels = {one.id: one for one in read.judgements()} if made.kind == "judgement" else {}
    click.echo(harmless(f"{made.id}  {made.by}: {tell(made, labels)}"))
    click.echo(f"Seen at once. To take it back: quoth judge undo {made.id[:8]}")


def _draw(page: JudgementsPage, db: Path, *, whole: bool) -> None:
    rows = [one for one in page.rows if whole or (one.stands and one.kind != "judgement")]
    if not rows:
        click.echo(
            f"Nobody judged anything in {db} yet." if not page.rows else "All judgements were taken back. See them with --all."
        )
        return
    print_rows(
        [(one.id[:8], one.at[:16], one.by, ("" if one.stands else "(taken back) ") + one.text, one.note or "") for one in rows]
    )
    click.echo(f"{page.standing} standing, {page.undone} taken back.")


def _name(by: str | None) -> str:
    """Who judges."""
    if by:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return os.environ.get("USER", "")


def _spans(given: tuple[str, ...]) -> list[Span] | None:
    """The stretches given, None where none were; an empty list for the word ``none``."""
    if not given:
        return None
    if given == (NONE,):
        return []
    found = [_SPAN.match(one) for one in given]
    for text, match in zip(given, found, strict=True):
        if match is None:
            raise UsageError(f"{text!r} is no stretch of an article. Give START:END in characters, such as 120:164.")
    return [Span(int(match[1]), int(match[2])) for match in found if match]


def _rooms() -> Rooms:
    """The rooms of the house; loaded only where articles or links are read anew."""
    rooms: Rooms = importlib.import_module("quoth.run.house").HOUSE
    return rooms
