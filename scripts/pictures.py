"""Renew the pictures of the README and the tutorial: ``make pictures``. The example coverage is read into a ledger of its own, the desk is
opened on it, and Chromium takes each picture from the page that the docs tell of."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

import quoth

ROOT = Path(__file__).parent.parent
COVERAGE = ROOT / "examples" / "lower-dam" / "coverage"
TARGET = ROOT / "docs" / "images"
WIDE, HIGH = 1200, 720
"""Size of the window; a picture shows as much of it, or less."""
SCALE = 0.8
"""Pixels of the picture for one of the window."""
LARGEST = 150_000
"""Bytes that a picture may have: people read the docs over slow lines too."""
COLOURS = 256
"""Colours of a picture: pages of text need no more, and how many bytes the smoothing of letters takes depends on the machine's fonts."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its name, how one gets to what it shows from the page of the stories, and how high it is."""

    name: str
    go: Callable[[Page], None]
    high: int = HIGH


def story(page: Page) -> None:
    """The first story: where the accounts part."""
    page.locator("ol.stories h2 a").first.click()
    page.wait_for_selector("table.matrix")


def claim(page: Page) -> None:
    """The page of the most disputed claim, at its origins."""
    story(page)
    page.locator("aside h2 a").first.click()
    page.wait_for_selector("#origins")
    to(page, "#origins")


def figures(page: Page) -> None:
    """The figures that differ."""
    story(page)
    to(page, "#figures")


def time(page: Page) -> None:
    """The timeline."""
    story(page)
    to(page, "#time")


def article(page: Page) -> None:
    """An article with the evidence of one passage beside it."""
    story(page)
    page.locator("aside").get_by_role("link", name="Open in the article").nth(1).click()
    page.wait_for_selector("article.doc")
    page.evaluate("scrollTo(0, 0)")
    page.locator("a.m.content").nth(1).click()
    page.wait_for_selector("#beside blockquote")


def correct(page: Page) -> None:
    """What can be put right about one of two names of one body."""
    page.goto(page.url.partition("?")[0].rstrip("/") + "/actors?q=rescue")
    page.get_by_role("link", name="Kasteli Rescue Service").first.click()
    page.get_by_role("link", name="Correct").first.click()
    page.locator("#beside summary").first.click()


def to(page: Page, place: str) -> None:
    """Scroll until a section stands at the top."""
    page.locator(place).evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 12)")


PICTURES = (
    Picture("desk", story),
    Picture("figures", figures, 640),
    Picture("origins", claim, 560),
    Picture("time", time, 480),
    Picture("article", article, 600),
    Picture("correct", correct, 560),
)


@contextmanager
def desk(ledger: Path) -> Iterator[str]:
    """``quoth serve`` of a ledger; where it is open."""
    command = [sys.executable, "-m", "quoth", "serve", "--port", "0", "--db", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        try:
            said = served.stdout.readline() if served.stdout else ""
            found = re.search(r"http://[\d.:]+", said)
            if found is None:
                raise SystemExit(f"The desk did not open: {said or 'it said nothing'}")
            yield found[0]
        finally:
            served.terminate()


def take(address: str, program: str) -> Iterator[tuple[str, int]]:
    """Take every picture; tells the name and size of each."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"] if root else [])
        for picture in PICTURES:
            page = browser.new_page(
                viewport={"width": WIDE, "height": picture.high}, device_scale_factor=SCALE, color_scheme="light"
            )
            page.set_default_timeout(120_000)
            page.goto(address, wait_until="networkidle")
            picture.go(page)
            page.wait_for_load_state("networkidle")
            taken = page.screenshot()
            page.close()
            yield picture.name, keep(taken, TARGET / f"{picture.name}.png")
        browser.close()


def keep(taken: bytes, place: Path) -> int:
    """Write a screenshot with a palette; the bytes of the file."""
    with Image.open(io.BytesIO(taken)) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(place, optimize=True)
    return place.stat().st_size


def main() -> int:
    """Renew all pictures; 1 where one is too large."""
    program = os.environ.get("QUOTH_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        print("No Chromium was found. On Debian and Ubuntu: apt-get install chromium. Elsewhere set QUOTH_CHROMIUM to its path.")
        return 1
    TARGET.mkdir(exist_ok=True)
    large = 0
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "lower-dam.db"
        with quoth.open(ledger) as opened:
            opened.add(COVERAGE)
        with desk(ledger) as address:
            for name, size in take(address, program):
                large += size > LARGEST
                print(f"docs/images/{name}.png  {size // 1000} kB{'  (too large)' if size > LARGEST else ''}")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
