"""How the origins of a claim, and two articles side by side, are drawn on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from quoth.cli.table import MOST, add_row, clean, excerpt_text, heading, make_table, show_hidden, show_table, words
from quoth.view.compare import ComparePage, Half, Paragraph
from quoth.view.counts import count, interval
from quoth.view.dates import date_label, spell_dates
from quoth.view.origins import OriginRow, OriginsPage, StepRow, TellingRow

SHORT = 8
"""Characters of an identifier that are shown; commands take as many as make it unambiguous."""


def draw_origins(console: Console, page: OriginsPage) -> None:
    """A claim's origins with their tellings, then each step of the reckoning with its words in both articles."""
    console.print(words(page.text, "bold"))
    console.print(words(f"{reach(page)} · {page.id[:SHORT]}", "dim"))
    table = make_table("origin", "text", "article", "on whose word", "words", right=("origin", "text"), wide=("words",))
    for row in page.origins[:MOST]:
        for index, one in enumerate(row.tellings):
            add_row(table, _number(row) if index == 0 else "", one.text, _article(one), _named(one), excerpt_text(one.excerpt))
    show_table(console, table, empty="No telling of it is shown.", left=len(page.origins) - MOST)
    if page.unnamed:
        told = "1 telling names nobody: it" if page.unnamed == 1 else f"{page.unnamed} tellings name nobody: they"
        console.print(words(f"{told} may go back to any other, and count for the upper bound only.", "dim"))
    if page.answering:
        texts = f", {page.apart} of {count(page.texts, 'text')}" if page.apart else ""
        told = f"{page.answering} of {count(page.articles, 'article')} only answer{'s' if page.answering == 1 else ''} it{texts}"
        console.print(words(f"{told}: they are no tellings of it, and have no origin here.", "dim"))
    for ring in page.circles:
        console.print(words(f"In a circle: {' ▸ '.join((*ring, ring[0]))}", "yellow"))
    heading(
        console,
        "How it was counted",
        "copies, then credits, then shared statements; sure steps give the upper count, all the lower",
    )
    steps = make_table("step", "from", "to", "why, in whose words", wide=("why, in whose words",))
    for step in page.steps[:MOST]:
        add_row(steps, _kind(step), _article(step.source), _article(step.copy), _receipt(step))
    show_table(console, steps, empty="No step: nothing joins these tellings.", left=len(page.steps) - MOST)
    show_hidden(console, page.hidden)


def reach(page: OriginsPage) -> str:
    """Articles, texts and origins in a line."""
    origins = interval(page.low, page.high)
    counted = f"{origins} origin{'' if origins == '1' else 's'}" if origins else "origins not measured"
    return f"{count(page.articles, 'article')} → {count(page.texts, 'text')} → {counted}"


def _number(row: OriginRow) -> str:
    return f"{row.number} (perhaps {', '.join(map(str, row.perhaps))})" if row.perhaps else str(row.number)


def _article(one: TellingRow) -> str:
    return f"{one.outlet}, {date_label(one.published)} ({one.document[:SHORT]})"


def _named(one: TellingRow) -> Text:
    return words(" ▸ ".join(clean(name) for name in one.named)) if one.named else words("nobody named", "dim")


def _kind(step: StepRow) -> Text:
    return words(step.kind if step.sure else f"{step.kind}, possible", "" if step.sure else "dim")


def _receipt(step: StepRow) -> Text:
    text = words(step.reason, "bold")
    for one in (*step.source_words, *step.copy_words):
        text.append("\n").append_text(excerpt_text(one))
    return text


def draw_comparison(console: Console, page: ComparePage) -> None:
    """Two articles side by side, paragraph by paragraph; what both have in colour, with the number of the passage."""
    for half in (page.first, page.second):
        console.print(words(f"{half.outlet}: {half.title}", "bold"))
        note = f"{date_label(half.published)} · {half.share:.0%} of its words are shared · {half.document[:SHORT]} · SHA-256 {half.sha256[:16]}…"
        console.print(words(note, "dim"))
    for edge in page.edges:
        kind = edge.kind if edge.directed else f"{edge.kind}, direction unknown"
        console.print(words(f"{kind}: {edge.source.outlet} → {edge.copy.outlet}; {spell_dates(edge.reason)}"))
    shared = count(page.passages, "passage") if page.passages else "No passage of eight words"
    console.print(words(f"{shared} in both", "dim"))
    table = make_table("first", "second", wide=("first", "second"))
    for left, right in aligned(page.first, page.second):
        table.add_row(_paragraph(left), _paragraph(right))
    console.print()
    console.print(table)


def aligned(first: Half, second: Half) -> list[tuple[Paragraph | None, Paragraph | None]]:
    """The paragraphs of both in their order, those that begin with one passage beside each other."""
    rows: list[tuple[Paragraph | None, Paragraph | None]] = []
    place = {number: at for at, one in reversed(list(enumerate(second.paragraphs))) for number in _numbers(one)}
    done = 0
    for one in first.paragraphs:
        at = next((place[number] for number in _numbers(one) if place.get(number, -1) >= done), None)
        if at is None:
            rows.append((one, None))
            continue
        rows += [(None, other) for other in second.paragraphs[done:at]]
        rows.append((one, second.paragraphs[at]))
        done = at + 1
    return [*rows, *((None, other) for other in second.paragraphs[done:])]


def _numbers(one: Paragraph) -> list[int]:
    return [stretch.passage for stretch in one.stretches if stretch.passage is not None]


def _paragraph(one: Paragraph | None) -> Text:
    text = Text()
    for stretch in one.stretches if one else ():
        style = "yellow" if stretch.passage else "dim" if one and one.furniture else ""
        lead, tail = stretch.text[:1].isspace(), stretch.text[-1:].isspace()
        mark = f"[{stretch.passage}] " if stretch.passage else ""
        text.append((" " if lead else "") + mark + clean(stretch.text) + (" " if tail else ""), style=style)
    return text
