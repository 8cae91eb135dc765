"""Every page of the desk is there, in both forms, and every link on it leads to a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from starlette.routing import Match
from starlette.testclient import TestClient
from tests.conftest import HOSTILE

from quoth.web.pages import lists
from quoth.web.pages.parts import KINDS
from quoth.web.routes import ROUTES

UNLINKED = {"/add/{id}", "/add/{id}/events", *(f"/stories/{{id}}/{name}" for name in KINDS), *lists.ADDRESSES}
"""Of a story's parts and of lists: here a page shows all there is itself; ``test_web_parts.py`` and ``test_web_lists.py`` follow those
links."""


class Links(HTMLParser):
    """Collects addresses, identifiers, and what the page would run."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.hrefs += [address for name in ("href", "src", "action") if (address := given.get(name))]
        self.ids += [name for name in [given.get("id")] if name]
        if tag == "script":
            self.scripts.append(given)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]


def read_page(text: str) -> Links:
    links = Links()
    links.feed(text)
    return links


@pytest.fixture(scope="session")
def pages(desk: TestClient) -> dict[str, str]:
    """Every page that can be reached from the stories, by its address without fragment."""
    found: dict[str, str] = {}
    waiting = ["/", "/compare"]
    while waiting:
        address = waiting.pop()
        if address in found or urlsplit(address).scheme or address.startswith("/static/"):
            continue
        path = urlsplit(address).path
        answer = desk.get(address)
        assert answer.status_code == 200, (address, answer.text)
        found[address] = answer.text
        if not path.endswith((".json", ".ris", ".bib")):
            waiting += [
                href.partition("#")[0] for href in read_page(answer.text).hrefs if href.startswith("/") and "zoom=" not in href
            ]
    return found


def html_pages(pages: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Pages of the desk; reports to take along (``.html``) are files."""
    shown = (one for one in pages.items() if not urlsplit(one[0]).path.endswith(".html"))
    return ((address, text) for address, text in shown if text.lstrip().startswith("<!doctype"))


def test_every_address_of_the_desk_is_reached_by_links(pages: dict[str, str]) -> None:
    reached = set()
    for address in pages:
        scope = {"type": "http", "method": "GET", "path": re.sub(r"\.(json|ris|bib)$", "", urlsplit(address).path)}
        reached |= {route.path for route in ROUTES if route.matches(scope)[0] == Match.FULL}
    readable = {route.path for route in ROUTES if "GET" in (route.methods or {"GET"})}
    assert readable - reached - UNLINKED == {"/static/{name}"}


def test_every_fragment_that_a_page_links_to_on_itself_is_there(pages: dict[str, str]) -> None:
    lost = []
    for address, text in html_pages(pages):
        page = read_page(text)
        lost += [(address, href) for href in page.hrefs if href.startswith("#") and href[1:] not in page.ids]
    assert lost == []


def test_a_statement_s_link_lands_on_its_words_in_the_article(pages: dict[str, str]) -> None:
    lost = []
    for address, text in html_pages(pages):
        for href in read_page(text).hrefs:
            target, _, fragment = href.partition("#")
            if fragment.startswith("p-") and fragment not in read_page(pages[target]).ids:
                lost.append((address, href))
    assert lost == []


def test_no_identifier_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    for address, text in html_pages(pages):
        ids = read_page(text).ids
        assert len(ids) == len(set(ids)), (address, sorted(one for one in ids if ids.count(one) > 1))


def test_every_page_has_a_twin_for_programs(pages: dict[str, str], desk: TestClient) -> None:
    for address, _ in html_pages(pages):
        path, _, query = address.partition("?")
        twin = desk.get(f"{'/stories' if path == '/' else path}.json" + (f"?{query}" if query else ""))
        assert twin.status_code == 200, address
        assert twin.headers["content-type"] == "application/json"
        json.loads(twin.content)
        assert desk.get(address, headers={"accept": "application/json"}).content == twin.content


def test_what_articles_hold_never_becomes_markup(pages: dict[str, str]) -> None:
    shown = [text for _, text in html_pages(pages) if "alert(" in text]
    assert shown
    for text in shown:
        assert HOSTILE not in text
        assert HOSTILE in unescape(re.sub(r"</?(?:a|mark|u|sup|span|b|bdi|abbr)\b[^>]*>", "", text))


def test_a_page_runs_nothing_but_the_desk_s_own_modules_and_has_no_inline_style(pages: dict[str, str]) -> None:
    for address, text in html_pages(pages):
        page = read_page(text)
        assert all((script.get("src") or "").startswith(("/static/desk.js", "/static/add.js")) for script in page.scripts), address
        assert page.inline == [], address


def test_the_story_page_begins_with_what_is_disputed(pages: dict[str, str]) -> None:
    story = next(text for address, text in html_pages(pages) if re.fullmatch(r"/stories/[0-9a-f]+", address))
    order = [story.index(words) for words in ("Where the accounts part", "Figures that differ", "Who called or met whom")]
    assert order == sorted(order)
    assert "Kastel is preparing a provocation at the Lower Dam" in story
    assert 'aria-label="denies' in story
    assert "1–2 origins" in story


def test_the_evidence_that_opens_beside_a_page_is_part_of_a_page_of_its_own(pages: dict[str, str], desk: TestClient) -> None:
    beside = {href for _, text in html_pages(pages) for href in re.findall(r'href="([^"#]+)" data-beside', text)}
    assert {href.split("/")[1] for href in beside} == {
        "claims",
        "statements",
        "points",
        "contacts",
        "copies",
        "correct",
        "judgements",
    }
    for href in beside:
        part = desk.get(f"{href}?panel=1").text
        assert "<html" not in part
        assert ("Put right" if href.startswith("/correct/") else "Evidence") in part


def test_a_long_list_is_read_page_by_page(desk: TestClient) -> None:
    assert "page 2" not in desk.get("/stories").text
    assert desk.get("/stories?page=2").status_code == 200
