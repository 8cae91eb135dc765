"""``quoth report``: one page that can be mailed, printed and cited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from quoth.cli.console import db_option
from quoth.cli.export import write_lines
from quoth.cli.show import reading, score_option, story_option
from quoth.errors import UsageError
from quoth.export.report.html import render_html
from quoth.export.report.markdown import render_markdown
from quoth.view.find import find_story
from quoth.view.report import ARTICLES, STORIES, ReportPage, report_page


def _as_word(page: ReportPage) -> bytes:
    from quoth.export.report.docx import render_docx  # noqa: PLC0415 - only this form needs the library

    return render_docx(render_markdown(page))


def _as_pdf(page: ReportPage) -> bytes:
    from quoth.export.report.pdf import render_pdf  # noqa: PLC0415 - as above

    return render_pdf(render_markdown(page))


_RENDER: dict[str, Callable[[ReportPage], str | bytes]] = {
    ".html": render_html,
    ".htm": render_html,
    ".md": render_markdown,
    ".markdown": render_markdown,
    ".docx": _as_word,
    ".pdf": _as_pdf,
}


@click.command("report")
@click.argument("named", metavar="[STORY]", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="What to write: .html, .md, .docx or .pdf.",
)
@click.option(
    "--articles", type=click.IntRange(min=0), default=ARTICLES, show_default=True, help="Articles printed in full at most."
)
@click.option("--stories", type=click.IntRange(min=1), default=STORIES, show_default=True, help="Stories told in full at most.")
@score_option("Hide statements less sure than this, 0 to 1; the report says how many. Those under 0.5 are marked unsure.")
@story_option
@db_option
def command(db: Path, *, output: Path, named: str | None, story: str | None, articles: int, stories: int, min_score: float) -> None:
    """Write a report as one self-contained page: of STORY (its identifier, the beginning of it, or words of its title), else of the whole
    ledger: a list of its stories, the largest told in full."""
    story = story or named
    render = _RENDER.get(output.suffix.lower())
    if render is None:
        raise UsageError(
            f"A report is HTML, Markdown, a Word document or PDF, but {output.name} ends in none of .html, .md, .docx and .pdf.",
            hints=(f"{output.stem}.html",),
        )
    with reading(db) as read:
        chosen = find_story(read, story) if story else None
        page = report_page(read, story=chosen, stories=stories, articles=articles, min_score=min_score)
    write_lines([render(page)], output)
    left = f"; {page.left_out} more are listed" if page.whole and page.left_out else ""
    click.echo(f"{output}: {len(page.stories)} {'story' if len(page.stories) == 1 else 'stories'} in full{left}.", err=True)
