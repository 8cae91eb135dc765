"""Adding in a browser: files are dropped, progress is told, what is new and what was set aside is shown; without JavaScript too."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.conftest import serving
from tests.desk.watching import Watched, serious

from quoth.run.tray import Tray

pytestmark = pytest.mark.slow

ARTICLE = """Ferry harbour closes for a day

TESSEN, March 21, 2031. Harbour master Ilse Korb said on Friday that the ferry harbour will be closed on Sunday. “Nobody is in danger,” she said.

The Tessen rowing club denied that the harbour will be closed.
"""
PATIENCE = 120_000
"""Milliseconds for reading two articles and linking the whole example, on a machine that has other things to do."""


@pytest.fixture
def address(example: Path, tmp_path: Path) -> Iterator[str]:
    shutil.copy(example, tmp_path / "copy.db")
    with serving(tmp_path / "copy.db") as found:
        yield found


def whole(page: Page) -> None:
    """Open to everybody, and no wider than a phone."""
    assert page.locator("h1").count() == 1
    assert serious(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page, "color-contrast", "link-in-text-block") == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 900})


def test_files_are_dropped_progress_is_told_and_the_new_articles_are_there(watched: Watched) -> None:
    page = watched.open("/add")
    page.locator(".drop").evaluate(
        """(zone, text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "harbour.txt", { type: "text/plain" }));
          data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], "photo.png", { type: "image/png" }));
          zone.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
          zone.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        ARTICLE,
    )
    expect(page.locator("[data-chosen] li")).to_have_text(["harbour.txt (1 kB)", "photo.png (1 kB)"])
    whole(page)
    page.get_by_role("button", name="Add the files").click()
    expect(page.locator("h1")).to_have_text("2 files: harbour.txt, photo.png")
    expect(page.locator('[data-step="read"] [data-told]')).to_contain_text("2 of 2 files", timeout=PATIENCE)
    expect(page.locator(".done")).to_contain_text("1 new article", timeout=PATIENCE)
    expect(page.get_by_role("region", name="Set aside")).to_contain_text("photo.png is a picture (PNG)")
    whole(page)
    page.get_by_role("link", name="Ferry harbour closes for a day").last.click()
    expect(page.locator("article.doc")).to_contain_text("Harbour master Ilse Korb said")
    page.goto(f"{watched.address}/add")
    expect(page.get_by_role("region", name="What was added here lately")).to_contain_text("done: 1 new article, 1 input set aside")
    whole(page)


def test_a_text_is_pasted_and_stopped_and_gone_on_with_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/add")
    form = page.locator("form").filter(has=page.get_by_role("button", name="Add the text"))
    form.get_by_label("the words of the article").fill(ARTICLE.partition("\n\n")[2])
    form.get_by_label("title").fill("Harbour closed")
    form.get_by_label("outlet").fill("Tessen Post")
    form.get_by_label("published").fill("2031-03-21")
    form.get_by_role("button", name="Add the text").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".problem")).to_contain_text("Stopped.")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".done")).to_contain_text("1 new article", timeout=PATIENCE)
    expect(page.get_by_role("link", name="Harbour closed").last).to_be_visible()
    context.close()


def test_a_desk_that_closes_while_a_page_watches_ends_at_once_and_keeps_the_job(
    browser: Browser, example: Path, tmp_path: Path
) -> None:
    shutil.copy(example, tmp_path / "copy.db")
    page = browser.new_page()
    with serving(tmp_path / "copy.db") as address:
        page.goto(f"{address}/add")
        page.get_by_label("the words of the article").fill(ARTICLE)
        page.get_by_role("button", name="Add the text").click()
        expect(page.locator("[data-state]")).to_contain_text("At work")
        begun = time.monotonic()
    assert time.monotonic() - begun < 15
    page.close()
    (kept,) = Tray(tmp_path / "copy.db-adding").root.glob("*/job.json")
    assert json.loads(kept.read_text())["state"] == "stopped"
    assert list(kept.parent.rglob("pasted-*.jsonl"))
