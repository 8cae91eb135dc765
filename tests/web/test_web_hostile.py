"""A ledger full of hostile input: all of it is read or set aside with a reason, and every page of the desk shows it as the words that it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from itertools import islice
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient
from tests.web.hostile import MARKS, write_hostile

import quoth
from quoth.export.menu import offers
from quoth.run.events import Outcome
from quoth.settings import Settings
from quoth.store import ReadView, Tallies, open_store
from quoth.web import create_app

SOME = 4
"""Things of a kind that are looked at."""
LARGEST_PAGE = 6_000_000
"""Bytes that a page may have, whatever an article holds."""
LISTS = (
    "/", "/stories?order=new", "/claims", "/figures", "/terms", "/actors", "/outlets", "/compare", "/search?q=gate", "/search?q=alert",
    "/search?q=%22%3Cscript%3E%22", "/set-aside", "/about", "/exports", "/publish", "/review", "/review?queue=speaker", "/judgements", "/add",
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """A ledger of hostile files, and what adding them came to."""
    folder = tmp_path_factory.mktemp("hostile")
    with quoth.open(folder / "hostile.db") as ledger:
        return folder / "hostile.db", ledger.add(write_hostile(folder / "input"), settings=Settings(reader="rules"))


@pytest.fixture(scope="module")
def pages(filled: tuple[Path, Outcome]) -> list[str]:
    with open_store(filled[0], read_only=True) as store:
        return [*LISTS, *addresses(store.read())]


@pytest.fixture(scope="module")
def hostile_desk(filled: tuple[Path, Outcome]) -> Iterator[TestClient]:
    app = create_app(filled[0], hosts=["testserver"])
    with TestClient(app, raise_server_exceptions=False, follow_redirects=True) as client:
        yield client


def addresses(read: ReadView) -> Iterator[str]:
    """Pages of every kind that a ledger has things for."""
    yield from (f"/articles/{one}" for one in read.document_ids())
    yield from (f"/outlets/{quote(one, safe='')}" for one in read.outlets() if len(one) < 300)
    for story in islice(read.stories(), SOME):
        yield from (f"/stories/{story.id}{more}" for more in ("", "/silence"))
        yield f"/correct/story/{story.id}"
        if len(story.documents) > 1:
            yield f"/compare?a={story.documents[0]}&b={story.documents[1]}"
    for claim in islice(read.claims(), SOME):
        yield from (f"/claims/{claim.id}", f"/correct/claim/{claim.id}")
    for statement in islice(read.statements(), SOME):
        yield from (f"/statements/{statement.id}", f"/correct/statement/{statement.id}")
    for actor in islice(Tallies(read.engine).actors(), SOME):
        yield from (f"/actors/{actor.id}", f"/correct/actor/{actor.id}")
    yield from (f"/points/{one.id}" for one in islice(read.disagreements(), SOME))
    yield from (f"/contacts/{one.id}" for one in islice(read.events(), SOME))
    yield from (f"/copies/{one.id}" for one in islice(read.copies(), SOME))


class Markup(HTMLParser):
    """What a page holds that could run something, or load it from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        own = given.get("src", "").startswith("/static/") and given.get("type") == "module"
        if tag in {"iframe", "object", "embed", "base", "img"} or (tag == "script" and not own):
            self.found.append(self.get_starttag_text() or tag)
        for name, value in given.items():
            leads = name in {"href", "src", "action", "xlink:href"} and "script:" in value.replace("\t", "").lower()
            if leads or name.startswith("on"):
                self.found.append(f"{tag} {name}={value[:80]}")


def test_all_of_it_is_read_or_set_aside_and_the_ledger_holds(filled: tuple[Path, Outcome]) -> None:
    path, outcome = filled
    reasons = {(one.name, one.reason) for one in outcome.set_aside}
    assert {("swelling.txt.gz", "too-large"), ("swelling.jsonl.gz", "too-large"), ("deep.jsonl:1", "malformed")} <= reasons
    assert not [one.message for one in outcome.set_aside if one.reason == "failed"]
    with quoth.open(path) as ledger:
        assert ledger.status().waiting == 0
        assert ledger.verify().faults == ()
        dates = {one.published for one in ledger.documents() if one.outlet == "Forged Times"}
        assert {None, "0001-01-01", "9999-12-31"} <= dates
        assert all(one is None or datetime.fromisoformat(one) for one in dates)


def test_every_page_shows_it_as_words_and_none_is_beyond_bearing(hostile_desk: TestClient, pages: list[str]) -> None:
    assert {one.split("/")[1] for one in pages} >= {"stories", "claims", "statements", "actors", "outlets", "articles", "correct"}
    for address in pages:
        answer = hostile_desk.get(address)
        assert answer.status_code == 200, (address, answer.text[:2000])
        assert "Traceback" not in answer.text
        assert Markup(answer.text).found == [], address
        assert len(answer.content) < LARGEST_PAGE, (address, len(answer.content))


def test_every_twin_and_panel_is_answered(hostile_desk: TestClient, pages: list[str]) -> None:
    for address in pages[1:]:
        path, _, query = address.partition("?")
        twin = hostile_desk.get(f"{path}.json?{query}")
        assert twin.status_code == 200, (address, twin.text[:500])
        assert twin.headers["content-type"] == "application/json"
        if path.split("/")[1] in {"claims", "statements", "points", "contacts", "copies"}:
            beside = hostile_desk.get(f"{path}?{query}&panel=1")
            assert beside.status_code == 200
            assert Markup(beside.text).found == [], address


def test_reports_cards_sites_and_exports_hold_no_script_of_it(hostile_desk: TestClient, filled: tuple[Path, Outcome]) -> None:
    with open_store(filled[0], read_only=True) as store:
        story = max(store.read().stories(), key=lambda one: len(one.documents)).id
        claim = next(store.read().claims()).id
    for address in (f"/stories/{story}/report.html", f"/claims/{claim}/report.html", f"/claims/{claim}/card.html"):
        answer = hostile_desk.get(address)
        assert answer.status_code == 200, address
        assert Markup(answer.text).found == [], address
    for address in (
        f"/stories/{story}/report.md",
        f"/stories/{story}/report.docx",
        f"/claims/{claim}/report.md",
        f"/claims/{claim}/report.docx",
    ):
        assert hostile_desk.get(address).status_code == 200, address
    for offer in offers():
        for form in offer.formats:
            assert hostile_desk.get(f"/exports/{offer.kind}/{form}").status_code in {200, 404}, (offer.kind, form)
    with ZipFile(BytesIO(hostile_desk.get(f"/publish?get=zip&story={story}&title={quote(MARKS[0])}").content)) as site:
        for name in site.namelist():
            assert ".." not in name
            if name.endswith(".html"):
                assert Markup(site.read(name).decode()).found == [], name
