"""Pages on a terminal: tables and passages, with every text made harmless first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from quoth.cli.console import print_json
from quoth.export.rows import plain
from quoth.view.manner import manner_text, turned_text
from quoth.view.scores import Hidden, hidden_text, noted, unsure_text
from quoth.view.stands import GLYPHS, Stand
from quoth.view.words import Excerpt, Piece, Said

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
MOST = 200
"""Rows of a table drawn at most; JSON holds all."""
PIPED_WIDTH = 120
"""Columns where the output is not a terminal."""
STYLES = {"asserts": "green", "denies": "red", "doubts": "yellow", "mixed": "yellow", "hedges": "green", "declines": "dim"}
MARKS = {"source": "bold", "cue": "underline", "content": "yellow", "found": "bold yellow", None: ""}


def emit(page: Any, draw: Callable[[Console], None], *, as_json: bool) -> None:
    """Print a page: as one JSON object, or drawn for a person."""
    if as_json:
        print_json(plain(page))
        return
    draw(make_console())


def make_console() -> Console:
    """A console on standard output, as wide as the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, width=PIPED_WIDTH)


def clean(text: object) -> str:
    """A text in one line, without control characters that a terminal would obey and without marks that reorder it."""
    return " ".join(_CONTROLS.sub("�", str(text)).split())


def words(text: object, style: str = "") -> Text:
    """A harmless text of one style."""
    return Text(clean(text), style=style)


def make_table(*columns: str, right: Iterable[str] = (), wide: Sequence[str] = ()) -> Table:
    """A plain table; ``right`` names columns of numbers, ``wide`` those that take the space there is."""
    table = Table(box=None, pad_edge=False, header_style="dim", show_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(
            column, justify="right" if column in set(right) else "left", ratio=1 if column in wide else None, overflow="fold"
        )
    return table


def add_row(table: Table, *cells: object) -> None:
    """A row; what is not drawable yet is made harmless text, and None an empty cell."""
    table.add_row(*(cell if isinstance(cell, (Text, Table)) else words("" if cell is None else cell) for cell in cells))


def stance_text(stance: Any, word: str | None = None) -> Text:
    """A stance by shape, word and colour."""
    shape, name = GLYPHS.get(stance, GLYPHS[None])
    return Text(f"{shape} {word or name}", style=STYLES.get(stance, "dim"))


def stand_text(stand: Stand) -> Text:
    """Where a party stands, by shape, name and colour, with the mark of what is unsure; in words where only hidden statements tell."""
    shape, _ = stand.glyph
    if stand.stance is None:
        return words(f"{shape} {stand.party} (not shown)", "dim")
    return words(noted(f"{shape} {stand.called}", stand), STYLES.get(stand.stance, "dim"))


def excerpt_text(found: Excerpt | Sequence[Piece]) -> Text:
    """Words with their marks: source bold, cue underlined, content in colour."""
    pieces = found.pieces if isinstance(found, Excerpt) else found
    text = Text()
    for piece in pieces:
        text.append(re.sub(r"\s+", " ", _CONTROLS.sub("�", re.sub(r"\s", " ", piece.text))), style=MARKS[piece.mark])
    text.rstrip()
    return text


def chain_text(steps: Sequence[str]) -> Text:
    """Outlet ▸ via … ▸ speaker."""
    return words(" ▸ ".join(steps), "dim")


def said_text(one: Said) -> Text:
    """The words of a statement above the chain they came through, how it was said, and the mark of what is unsure."""
    text = excerpt_text(one.excerpt)
    text.append("\n")
    text.append_text(chain_text(one.chain))
    if manner := ", ".join(part for part in (turned_text(one), manner_text(one)) if part):
        text.append(f" · {manner}", style="dim")
    if one.unsure:
        text.append(f" · {unsure_text(one)}", style="dim italic")
    if one.also:
        text.append("\n").append_text(
            words(f"the same words in {', '.join(dict.fromkeys(other.outlet for other in one.also))}", "dim")
        )
    return text


def heading(console: Console, text: object, note: object = "") -> None:
    """A heading with a note beside it, and a line of space above."""
    line = words(text, "bold")
    if note:
        line.append("  ").append_text(words(note, "dim"))
    console.print()
    console.print(line)


def show_hidden(console: Console, hidden: Hidden, what: str = "shown") -> None:
    """How much a least score hides; nothing where it hides nothing."""
    if hidden.statements:
        console.print(words(hidden_text(hidden, what=what), "dim"))


def show_table(console: Console, table: Table, *, empty: str, left: int = 0) -> None:
    """The table, or in words that nothing was found and among what; below it how many rows were ``left`` out."""
    nothing: RenderableType = words(empty, "dim")
    console.print(table if table.row_count else nothing)
    if left > 0:
        console.print(words(f"and {left:,} more: --story ID shows those of one story, --json all.", "dim"))
