"""The desk in a real browser: the example coverage, ``quoth serve``, and the Chromium of the system."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.desk.watching import Watched

import quoth

COVERAGE = Path(__file__).parents[2] / "examples" / "lower-dam" / "coverage"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "These tests open the desk in Chromium, and none was found. On Debian and Ubuntu: apt-get install chromium. "
    "Elsewhere name the program in the environment variable QUOTH_CHROMIUM."
)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the example coverage."""
    path = tmp_path_factory.mktemp("desk") / "example.db"
    with quoth.open(path) as ledger:
        ledger.add(COVERAGE)
    return path


@contextmanager
def serving(ledger: Path, *options: str) -> Iterator[str]:
    """``quoth serve`` of a ledger; where it says that the desk is open."""
    command = [sys.executable, "-m", "quoth", "serve", "--port", "0", "--db", str(ledger), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        said = served.stdout.readline() if served.stdout else ""
        found = re.search(r"http://[\d.:]+", said)
        assert found, said
        try:
            yield found[0]
        finally:
            served.terminate()


@pytest.fixture(scope="session")
def address(example: Path) -> Iterator[str]:
    """Where the desk of the example coverage is open."""
    with serving(example) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    program = os.environ.get("QUOTH_CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.fail(MISSING, pytrace=False)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=program, args=["--no-sandbox"] if root else [])
        yield opened
        opened.close()


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page of the desk on which nothing may go wrong. A module that changes its ledger has an ``address`` of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    found = Watched(context.new_page(), address)
    yield found
    context.close()
    assert found.wrong == []
