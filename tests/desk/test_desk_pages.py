"""Every page in a browser: nothing asked of another host, no error on the console, nothing that axe calls serious, nothing wider than a phone."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser
from tests.desk.watching import Watched, serious

from quoth.store import ReadView, Tallies, open_store

pytestmark = pytest.mark.slow

KINDS = (
    "stories", "found", "story", "silence", "claims", "claim", "point", "contact", "copy", "figures", "terms", "actors", "actor",
    "outlets", "outlet", "article", "statement", "compare", "ask", "search", "searched", "aside", "about", "fault",
    "review", "judgements", "correct", "exports", "publish", "add", "timeline", "meetings", "voices", "coverage",
)  # fmt: skip


def find_addresses(read: ReadView) -> dict[str, str]:
    story = max(read.stories(), key=lambda one: len(one.documents))
    claim = max(read.claims(story.id), key=lambda one: len(one.positions))
    statement = claim.statements[0].statement
    said = read.statement(statement)
    assert said is not None
    edge = next(copy for copy in read.copies() if copy.kind not in {"citation", "revision"})
    event = max(read.events(), key=lambda one: len(one.contacts))
    actor = next(one for one in Tallies(read.engine).actors(kinds=["person"], limit=1))
    outlet = Tallies(read.engine).outlets()[0].outlet
    return {
        "stories": "/",
        "found": "/stories?q=dam&order=new&disputed=1",
        "story": f"/stories/{story.id}",
        "silence": f"/stories/{story.id}/silence",
        "timeline": f"/stories/{story.id}/timeline",
        "meetings": f"/stories/{story.id}/contacts",
        "voices": f"/stories/{story.id}/voices",
        "coverage": f"/stories/{story.id}/outlets",
        "claims": "/claims",
        "claim": f"/claims/{claim.id}",
        "point": f"/points/{next(read.disagreements(story.id)).id}",
        "contact": f"/contacts/{event.id}",
        "copy": f"/copies/{edge.id}",
        "figures": f"/figures?story={story.id}",
        "terms": "/terms",
        "actors": "/actors",
        "actor": f"/actors/{actor.id}",
        "outlets": "/outlets",
        "outlet": f"/outlets/{quote(outlet or '')}",
        "article": f"/articles/{said.document}",
        "statement": f"/statements/{statement}",
        "compare": f"/compare?a={edge.source}&b={edge.copy}",
        "ask": "/compare",
        "search": "/search",
        "searched": "/search?q=dam",
        "aside": "/set-aside",
        "about": "/about",
        "fault": "/nothing-here",
        "exports": f"/exports?story={story.id}",
        "publish": f"/publish?story={story.id}",
        "review": "/review",
        "judgements": "/judgements",
        "correct": f"/correct/statement/{statement}",
        "add": "/add",
    }


@pytest.fixture(scope="session")
def addresses(example: Path) -> dict[str, str]:
    with open_store(example, read_only=True) as store:
        return find_addresses(store.read())


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_whole_and_open_to_everybody(kind: str, addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses[kind])
    assert page.locator("h1").count() == 1
    assert serious(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious(page, "color-contrast", "link-in-text-block") == []
    for width in (390, 640):  # a phone; 1280 at 200 %
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["story", "claim", "article", "search"])
def test_a_page_is_whole_without_javascript(kind: str, addresses: dict[str, str], browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + addresses[kind])
    with_script = browser.new_page()
    with_script.goto(address + addresses[kind], wait_until="networkidle")
    assert page.locator("#page").inner_text() == with_script.locator("#page").inner_text().replace("Copy ", "")
    with_script.close()
    context.close()


def test_every_mark_of_a_table_of_claims_is_explained_under_it(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["story"])
    used = set(page.locator("table.matrix .g").all_inner_texts())
    assert "◐" in used
    assert used <= set(page.locator("#claims .legend .g").all_inner_texts())


def test_printing_leaves_out_what_only_a_screen_needs(addresses: dict[str, str], watched: Watched) -> None:
    page = watched.open(addresses["story"])
    page.emulate_media(media="print")
    assert not page.locator("form.find").is_visible()
    assert not page.locator(".zooms").is_visible()
    assert page.locator("table.matrix").first.is_visible()


def test_all_addresses_have_a_test(addresses: dict[str, str]) -> None:
    assert set(KINDS) == set(addresses)
    assert all(re.match(r"/[\w-]*", one) for one in addresses.values())
