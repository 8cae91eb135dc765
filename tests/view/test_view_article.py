"""Where an article came from."""

from __future__ import annotations

from dataclasses import replace

from rich.console import Console

from quoth.cli.pages import draw_article
from quoth.store import ReadView
from quoth.view.article import lay_out_article
from quoth.view.coverage import gather


def test_a_post_that_passes_on_another_says_whose(told: ReadView) -> None:
    document = next(told.documents())
    coverage = gather(told, [document.id])
    console = Console(width=200, record=True)
    draw_article(console, lay_out_article(coverage, replace(document, forwarded_from="Orrin Wire")))
    draw_article(console, lay_out_article(coverage, document))
    assert console.export_text().count("forwarded from Orrin Wire") == 1
