"""A ledger full of hostile input in a browser: no script of it runs, on any kind of page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page
from tests.desk.conftest import serving
from tests.web.test_web_hostile import filled, pages

from quoth.run.events import Outcome

__all__ = ["filled", "pages"]


class Guarded:
    """A browser's page, with whatever tried to run on it."""

    def __init__(self, page: Page) -> None:
        self.page, self.wrong = page, list[str]()
        page.on("dialog", self._dialog)
        page.on("console", lambda message: self.wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def look(self, address: str) -> None:
        self.page.goto(address, wait_until="load")
        assert self.page.evaluate("window.breached") is None, address
        assert self.wrong == [], address


@pytest.mark.slow
def test_nothing_of_it_runs_in_a_browser(browser: Browser, filled: tuple[Path, Outcome], pages: list[str], tmp_path: Path) -> None:
    shutil.copy(filled[0], tmp_path / "copy.db")
    context = browser.new_context()
    guarded = Guarded(context.new_page())
    with pytest.raises(AssertionError):  # it would be seen
        Guarded(context.new_page()).look("data:text/html,<script>window.breached = 1</script>")
    seen: dict[str, int] = {}
    with serving(tmp_path / "copy.db") as desk:
        for address in pages:
            kind = "/".join(address.split("/")[1:3][: 2 if address.startswith("/correct") else 1])
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] <= 3:
                guarded.look(desk + address)
    context.close()
