"""What is mailed and published, in a browser: the report, the site, a claim's report and its card stand alone and are open to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.desk.watching import Watched, serious

from quoth.export.report.claim import render_claim_html
from quoth.export.report.html import render_html
from quoth.export.site import site_files
from quoth.store import open_store
from quoth.view.claim_report import claim_report
from quoth.view.report import report_page

pytestmark = pytest.mark.slow

KINDS = ("report", "claim", "list", "story", "card")


@pytest.fixture(scope="session")
def published(example: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of each kind, of the example coverage."""
    folder = tmp_path_factory.mktemp("published")
    with open_store(example, read_only=True) as store:
        read = store.read()
        story = max(read.stories(), key=lambda one: len(one.documents))
        claim = max(read.claims(story.id), key=lambda one: len(one.positions))
        files = {one.name: one.text for one in site_files(read, [story], address="https://news.example/dams")}
        files |= {
            "report.html": render_html(report_page(read, articles=2)),
            "claim.html": render_claim_html(claim_report(read, claim.id)),
        }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    names = {"report": "report.html", "claim": "claim.html", "list": "index.html", "story": f"stories/{story.id}.html"}
    return {kind: folder / name for kind, name in names.items()} | {"card": folder / f"claims/{claim.id}.html"}


@pytest.fixture
def alone(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    found = Watched(context.new_page(), "file://")
    yield found
    context.close()
    assert found.wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_published_page_is_whole_and_open_to_everybody(kind: str, published: dict[str, Path], alone: Watched) -> None:
    page = alone.open(str(published[kind]))
    assert page.locator("h1").count() >= 1
    assert serious(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page, "color-contrast", "link-in-text-block") == []
    for width in (390, 640):  # a phone; 1280 at 200 %
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if kind != "report":  # as long as the story's page, from the same templates
        assert serious(page) == []


def test_what_is_touched_opens_beside_the_report_and_closes_again(published: dict[str, Path], alone: Watched) -> None:
    page = alone.open(str(published["report"]))
    first = page.locator("table.matrix th.claim a").first
    first.click()
    opened = page.locator("aside section:target")
    assert opened.locator("blockquote").first.is_visible()
    opened.get_by_role("link", name="close").click()
    assert page.locator("aside section:target").count() == 0


def test_a_printed_report_has_the_words_of_each_dispute(published: dict[str, Path], alone: Watched) -> None:
    page = alone.open(str(published["report"]))
    page.emulate_media(media="print")
    assert page.locator("table.matrix").first.is_visible()
    assert page.locator("aside section.evidence blockquote").first.is_visible()
    assert not page.get_by_role("navigation", name="Sections").is_visible()
