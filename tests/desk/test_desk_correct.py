"""Putting right in a browser: where the error is seen, with keys and mouse, without JavaScript, and two people at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.conftest import serving
from tests.desk.test_desk_pages import find_addresses
from tests.desk.watching import Watched, serious

from quoth.store import open_store

pytestmark = pytest.mark.slow


@pytest.fixture
def copy(example: Path, tmp_path: Path) -> Path:
    """A ledger that may be changed."""
    path = tmp_path / "copy.db"
    shutil.copy(example, path)
    return path


@pytest.fixture
def places(copy: Path) -> dict[str, str]:
    with open_store(copy, read_only=True) as store:
        return find_addresses(store.read())


@pytest.fixture
def address(copy: Path) -> Iterator[str]:
    with serving(copy) as found:
        yield found


def open_forms(page: Page) -> None:
    """The forms for the first statement beside the page."""
    page.locator("#beside").get_by_role("link", name="Correct", exact=True).first.click()
    expect(page.locator("#beside")).to_contain_text("What is wrong here?")


def test_a_stance_is_righted_beside_the_story_and_undone(places: dict[str, str], watched: Watched) -> None:
    page = watched.open(places["story"])
    open_forms(page)
    page.get_by_text("Wrong stance").click()
    form = page.locator("#beside details[open] form")
    form.get_by_label("what is done in saying it").select_option("speculates")
    form.get_by_label("your name, asked once").fill("Ada")
    form.get_by_role("button", name="This is the stance").click()
    expect(page.locator(".done")).to_contain_text("stance speculates")
    assert page.url.endswith(places["story"])
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".done")).to_contain_text("taken back")
    assert page.url.endswith(places["story"])
    page.reload()
    expect(page.locator(".done")).to_have_count(0)


def test_the_right_words_are_taken_by_marking_them(places: dict[str, str], watched: Watched) -> None:
    page = watched.open(f"/correct{places['statement'].replace('statements', 'statement')}")
    page.get_by_text("These are not the words").click()
    passage = page.locator("[data-passage]")
    chosen = passage.evaluate(
        """found => {
          const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
          let text = walker.nextNode();
          while (text.data.trim().split(/\\s+/).length < 3) text = walker.nextNode();
          const range = document.createRange();
          range.setStart(text, text.data.search(/\\S/));
          range.setEnd(text, text.data.trimEnd().length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return range.toString();
        }"""
    )
    page.get_by_role("button", name="Take the marked words").click()
    expect(page.locator("textarea[name=content]")).to_have_value(chosen)
    page.locator("details[open]").get_by_label("your name, asked once").fill("Ada")
    page.get_by_role("button", name="These are the words").click()
    expect(page.locator(".done")).to_contain_text("content")
    expect(page.locator(".single mark.content").first).to_have_text(chosen)


def test_two_actors_are_merged_without_javascript(places: dict[str, str], browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + places["actor"])
    name = page.locator("h1").inner_text()
    page.get_by_role("link", name="Correct", exact=True).first.click()
    page.get_by_text("The same as somebody else").click()
    form = page.locator("details[open] form")
    form.get_by_label("who is the same as").fill("Lower Dam" if "Reeve" in name else "Anna Reeve")
    form.get_by_label("your name").fill("Bo")
    form.get_by_role("button", name="They are the same").click()
    expect(page.locator(".done")).to_contain_text(name)
    expect(page.locator("h1")).to_have_text(name)
    context.close()


def test_the_queue_is_worked_through_with_keys(watched: Watched) -> None:
    page = watched.open("/review")
    page.get_by_label("your name, asked once").fill("Ada")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("button", name="It is right").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    expect(page.locator("[data-queue] > li").first).to_be_focused()
    page.keyboard.press("e")
    expect(page.locator("#beside")).to_contain_text("What is wrong here?")
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(page.locator(".done")).to_contain_text("statement confirmed")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("x")
    expect(page.locator(".done")).to_contain_text("statement rejected")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("u")
    expect(page.locator(".done")).to_contain_text("taken back")


def test_two_people_at_once_are_told_of_each_other(places: dict[str, str], browser: Browser, address: str) -> None:
    pages = [browser.new_context().new_page() for _ in range(2)]
    for page, name, stance in zip(pages, ("Ada", "Bo"), ("doubts", "warns"), strict=True):
        page.goto(f"{address}/correct{places['statement'].replace('statements', 'statement')}")
        page.get_by_text("Wrong stance").click()
        form = page.locator("details[open] form")
        form.get_by_label("what is done").select_option(stance)
        form.get_by_label("your name").fill(name)
    for page in pages:
        page.get_by_role("button", name="This is the stance").click()
    expect(pages[0].locator(".done")).to_contain_text("stance doubts")
    expect(pages[1].locator("h1")).to_have_text("Somebody was faster")
    expect(pages[1].locator("#page")).to_contain_text("stance doubts")
    assert serious(pages[1]) == []
    pages[1].get_by_role("button", name="Make mine stand").click()
    expect(pages[1].locator(".done")).to_contain_text("stance warns")
    for page in pages:
        page.context.close()


@pytest.mark.parametrize("kind", ["statement", "claim", "actor", "story", "contact", "copy"])
def test_every_form_is_open_to_everybody(kind: str, places: dict[str, str], watched: Watched) -> None:
    identifier = places[kind].rpartition("/")[2]
    page = watched.open(f"/correct/{kind}/{identifier}")
    page.evaluate("for (const one of document.querySelectorAll('details')) { one.removeAttribute('name'); one.open = true; }")
    assert serious(page) == []
    for width in (390, 640):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
