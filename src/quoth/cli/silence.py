"""How the page of silences is drawn on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from quoth.cli.table import MOST, add_row, heading, make_table, show_hidden, show_table, words
from quoth.view.counts import count
from quoth.view.dates import date_label
from quoth.view.silence import Looked, Presences, SilencePage, SilenceRow, StorySilence
from quoth.view.stands import GLYPHS

SHORT = 8
"""Characters of an identifier that are shown."""


def draw_silence(console: Console, page: SilencePage) -> None:
    """For each claim where it is found and where not, story by story, and in what was looked."""
    for one in page.stories:
        heading(console, one.title, one.id[:SHORT])
        _draw_story(console, one)
    if not page.stories:
        console.print(words("No claim was found, so nobody can be silent on one.", "dim"))
    if page.set_aside:
        console.print(words(f"{count(page.set_aside, 'input')} set aside: quoth status says why.", "dim"))
    show_hidden(console, page.hidden)


def _draw_story(console: Console, one: StorySilence) -> None:
    table = make_table(
        "id",
        "claim",
        "found in",
        "not found in",
        "said by",
        "not said by",
        wide=("claim", "found in", "not found in", "said by", "not said by"),
    )
    for row in one.rows[:MOST]:
        add_row(
            table,
            row.claim[:SHORT],
            row.text,
            _found(row.of("present")),
            _missing(row, parties=False),
            _found(row.of("present", parties=True)),
            _missing(row, parties=True),
        )
    show_table(console, table, empty="No claim was found in it.", left=len(one.rows) - MOST)
    console.print(words("“Not found” is said of these articles of the story and of no others:", "dim"))
    if any(each.like for row in one.rows for each in row.outlets):
        console.print(words("like words in it: no statement of the claim was found there, but words like it stand there", "dim"))
    for looked in one.outlets:
        console.print(words(f"· {base_text(looked)}", "dim"))
    if one.nameless:
        console.print(words(f"· {count(one.nameless, 'article')} of unknown outlet", "dim"))
    if one.not_collected:
        console.print(words(f"not collected for this story: {', '.join(one.not_collected)}", "dim"))
    if one.parties:
        console.print(words(f"Parties are heard in: {'; '.join(base_text(looked) for looked in one.parties)}", "dim"))


def base_text(looked: Looked) -> str:
    """In what somebody was looked for: so many articles, collected up to when, and how many could not be read."""
    notes = [count(looked.articles, "article")]
    notes += [f"collected to {date_label(looked.latest)}"] if looked.latest else []
    notes += [f"{looked.unread} not read"] if looked.unread else []
    return f"{looked.who} ({', '.join(notes)})"


def _found(ones: Sequence[Presences]) -> Text:
    return Text(", ").join(
        words(f"{GLYPHS[one.stance][0]} {one.who}" if one.stance else f"{one.who} ({one.articles})") for one in ones
    )


def _missing(row: SilenceRow, *, parties: bool) -> Text:
    absent = [f"{one.who} ({one.articles}{'; like words in it' if one.like else ''})" for one in row.of("absent", parties=parties)]
    unreadable = [f"{one.who}: could not be read" for one in row.of("unreadable", parties=parties)]
    hidden = [f"{one.who}: only in statements that are not shown" for one in row.of("hidden", parties=parties)]
    return words(", ".join([*absent, *unreadable, *hidden]), "dim")
