"""What a reader does at the desk, with mouse, keyboard and thumb."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.desk.test_desk_pages import addresses
from tests.desk.watching import Watched

pytestmark = pytest.mark.slow
__all__ = ["addresses"]


def test_a_claim_opens_beside_the_story_and_leads_to_the_words_in_the_article(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["story"])
    row = page.locator("table.matrix tbody tr").nth(1)
    claim = row.locator("a[data-beside]:not(.to-words)")
    words = claim.inner_text()
    claim.click()
    beside = page.locator("#beside")
    expect(beside.locator("h2").first).to_have_text(words)
    expect(row).to_have_class("on")
    assert page.url.endswith(addresses["story"])
    beside.get_by_role("link", name="Open in the article").first.click()
    page.wait_for_url("**/articles/**")
    target = page.url.partition("#")[2]
    assert target.startswith("p-")
    assert page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", target) < 900


def test_a_marked_passage_opens_its_evidence_with_the_hash(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["article"])
    page.locator("a.m").first.click()
    beside = page.locator("#beside")
    expect(beside).to_contain_text("statement in")
    expect(beside).to_contain_text("SHA-256 of text")


def test_on_a_phone_the_evidence_slides_over_and_closes_with_escape(addresses: dict[str, str], watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(addresses["story"])
    beside = page.locator("#beside")
    expect(beside).to_be_hidden()
    page.locator("table.matrix a[data-beside]").first.click()
    expect(beside).to_be_visible()
    page.keyboard.press("Escape")
    expect(beside).to_be_hidden()
    page.locator("table.matrix a[data-beside]").first.click()
    page.get_by_role("button", name="Close").click()
    expect(beside).to_be_hidden()


def test_the_search_is_reached_with_a_slash_and_finds(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["stories"])
    page.keyboard.press("/")
    page.keyboard.type("reservoir")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=reservoir")
    expect(page.locator(".words .said").first).to_be_visible()
    page.get_by_label("said by").fill("Nobody Atall")
    page.locator("form.filters").get_by_role("button", name="Search").click()
    expect(page.locator("#page")).to_contain_text("Nobody called")


def test_the_keyboard_reaches_the_page_past_the_navigation(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["story"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the page")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#page")


def places(page: Page) -> list[tuple[str, str | None]]:
    """The dates under the timeline, and where they stand."""
    return [(tick.text_content() or "", tick.get_attribute("x")) for tick in page.locator("[data-ticks] text").all()]


GAPS = """marks => marks.filter(mark => mark.querySelector("circle")).map(mark => {
  const [circle, words] = [mark.querySelector("circle"), mark.querySelector("text")];
  return Math.round(Math.abs(words.getAttribute("x") - circle.getAttribute("cx")) - circle.getAttribute("r"));
})"""
"""How far words stand from the rims of their marks."""


def test_the_timeline_is_zoomed_with_links_keys_and_mouse(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["story"])
    before = places(page)
    page.get_by_role("link", name="closer").click()
    closer = places(page)
    assert closer != before
    assert set(page.locator("[data-timeline] .mark[visibility=visible]").evaluate_all(GAPS)) == {6}
    page.locator("[data-timeline]").focus()
    page.keyboard.press("Home")
    assert places(page) != closer
    home = places(page)
    page.keyboard.press("ArrowRight")
    assert places(page) != home
    page.keyboard.press("End")
    assert page.locator("[data-timeline] .mark[visibility=hidden]").count() == 0
    box = page.locator("[data-timeline] svg").bounding_box()
    assert box is not None
    everything = places(page)
    page.keyboard.press("+")
    zoomed = places(page)
    assert zoomed != everything
    page.mouse.move(box["x"] + 300, box["y"] + 120)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 120, steps=4)
    page.mouse.up()
    assert places(page) != zoomed


def test_the_timeline_is_zoomed_without_javascript_too(addresses: dict[str, str], watched: Watched) -> None:
    context = watched.page.context.browser
    assert context is not None
    plain = context.new_context(java_script_enabled=False).new_page()
    plain.goto(watched.address + addresses["story"])
    before = places(plain)
    plain.get_by_role("link", name="closer").click()
    assert "zoom=" in plain.url
    assert places(plain) != before
    plain.context.close()


def test_a_citation_is_opened_and_its_files_are_there(addresses: dict[str, str], watched: Watched, tmp_path: Path) -> None:
    page = watched.open(addresses["article"])
    page.get_by_text("Cite this").click()
    expect(page.locator("#citation")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="RIS").click()
    saved.value.save_as(tmp_path / "one.ris")
    assert (tmp_path / "one.ris").read_text(encoding="utf-8").startswith("TY  - NEWS")


def test_two_articles_stand_side_by_side_with_what_they_share(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["compare"])
    halves = page.locator(".compare article")
    assert halves.count() == 2
    left, right = (halves.nth(number).bounding_box() for number in (0, 1))
    assert left is not None
    assert right is not None
    assert left["x"] < right["x"]
    first = halves.nth(0).locator("a.shared").first
    first.click()
    assert page.url.partition("#")[2].startswith("q2-")
