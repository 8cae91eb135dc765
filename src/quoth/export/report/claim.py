"""A claim as a page of its own, self-contained: its report as HTML and as Markdown, and the card to stand in other people's pages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html

from quoth.export.report.html import render_template
from quoth.export.report.markdown import Led, escape, judged_text, reach_text, said_line, section, table
from quoth.view.claim_report import ClaimCard, ClaimReport
from quoth.view.counts import count, interval
from quoth.view.dates import date_label
from quoth.view.firsts import first_text
from quoth.view.rivals import rival_text
from quoth.view.scores import hidden_text, noted
from quoth.view.stands import Stand

HIGH = 480
"""Pixels that a card is given in a page; what is longer scrolls within."""
CARD = 6
"""Statements whose words stand on a card at most."""


def render_claim_html(page: ClaimReport) -> str:
    """The report of a claim as one page."""
    return render_template("claim_report.html", page=page, claim=page.claim.row, year=None, shown=(), id=page.claim.row.id)


def render_card(page: ClaimCard) -> str:
    """The card of a claim as one page without a frame around it."""
    return render_template("claim_card.html", page=page, claim=page.row, year=None, shown=(), most=CARD)


def card_snippet(address: str, title: str) -> str:
    """What to put into a page so that the card at ``address`` stands there. The card runs nothing and may only open links."""
    return (
        f'<iframe src="{escape_html(address)}" title="{escape_html(" ".join(title.split()))}" width="100%" height="{HIGH}" '
        'loading="lazy" sandbox="allow-popups" referrerpolicy="no-referrer"></iframe>'
    )


def render_claim_markdown(page: ClaimReport) -> str:
    """The report of a claim as text, to be written in UTF-8."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: ClaimReport) -> Iterator[str]:
    row = page.claim.row
    yield f"# {escape(row.text)}"
    yield ""
    yield f"{reach_text(row.articles, row.texts, interval(row.origins_low, row.origins_high))}{_of(page.story)}"
    yield ""
    for first in row.firsts:
        yield f"{escape(first_text(first))}  "
    for rival in row.rivals:
        yield f"{escape(rival_text(rival))}  "
    yield ""
    if row.judged:
        yield "; ".join(map(judged_text, row.judged))
        yield ""
    if page.claim.hidden.statements:
        yield escape(hidden_text(page.claim.hidden, command="a report without a least score"))
        yield ""
    yield from section("Who stands where")
    yield from table(("party", "stands", "voices", "first", "statements"), map(_stand, row.stands))
    yield from section("Where it comes from")
    yield from _origins(page)
    yield from section("In their words")
    yield from (said_line(one, page.sources.get(one.document)) for one in row.said)
    yield ""
    if row.quiet:
        yield from section("Where it was not found")
        yield from table(
            ("outlet", "articles looked at", "collected to", "words like these in it"),
            (
                (
                    one.outlet,
                    one.documents,
                    (date_label(one.latest[:10]) if one.latest else "not known")
                    + (", before it was first said" if one.earlier else ""),
                    one.like_text if one.like else "none found" if one.searched else "not looked for",
                )
                for one in row.quiet
            ),
        )
    yield from section("The articles")
    yield from table(
        ("article", "outlet", "published", "SHA-256"),
        ((Led(one.title, one.url), one.outlet, date_label(one.published), one.sha256[:12]) for one in page.articles),
    )
    yield "Made by quoth. It shows who said what; it gives no verdict on truth."


def _of(story: str | None) -> str:
    return f" · of the story “{escape(story)}”" if story else ""


def _stand(stand: Stand) -> tuple[object, ...]:
    first = date_label(stand.first) if stand.first else "date unknown"
    return stand.called, f"{stand.glyph[0]} {noted(stand.glyph[1], stand)}", ", ".join(stand.actors), first, len(stand.statements)


def _origins(page: ClaimReport) -> Iterator[str]:
    if not any(one.origins or one.unnamed for one in page.origins[page.claim.row.id]):
        yield "Its origins were not counted."
    for one in page.origins[page.claim.row.id]:
        for origin in one.origins:
            told = ", ".join(dict.fromkeys(telling.outlet for telling in origin.tellings))
            yield f"- **{escape(origin.name or 'nobody named')}**: {escape(told)}"
        for ring in one.circles:
            yield f"- in a circle: {escape(' ▸ '.join((*ring, ring[0])))}"
        if one.unnamed:
            yield f"- {count(one.unnamed, 'telling')} naming nobody may go back to any other"
    yield ""
