"""Whatever a page shows only the first of stands whole on pages of its own, which its links lead to."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.view.test_view_origins import with_reckoning

from quoth.records import Claim
from quoth.store import ReadView
from quoth.view import lists, origins, outlets, person, reading, shelf
from quoth.view.find import find_claim
from quoth.web import create_app
from quoth.web.pages import stories
from quoth.web.pages.lists import BY_ADDRESS, OF_OUTLETS


@pytest.fixture(scope="module")
def narrow(handmade: Path) -> Iterator[TestClient]:
    """A desk whose pages show next to nothing of what they have, as those of a large ledger do."""
    with pytest.MonkeyPatch.context() as patch:
        for name in lists.AT_ONCE:
            patch.setitem(lists.AT_ONCE, name, 0)
        patch.setattr(lists, "EACH", 1)
        patch.setattr(reading, "EDGES", 0)
        patch.setattr(person, "CLAIMS", 1)
        patch.setattr(person, "CONTACTS", 1)
        patch.setattr(outlets, "LISTED", 0)
        patch.setattr(outlets, "STORIES", 0)
        patch.setattr(shelf, "DEFINITIONS", 1)
        for place in (origins, stories):
            patch.setattr(place, "find_claim", reckoned)
        with TestClient(create_app(handmade, hosts=["testserver"]), raise_server_exceptions=False) as client:
            yield client


def reckoned(read: ReadView, identifier: str) -> Claim:
    """A claim as the ledger has it, with the reckoning that the handmade one lacks."""
    claim = with_reckoning(read)
    return claim if claim.id == identifier else find_claim(read, identifier)


def named(address: str) -> str | None:
    """The kind of list at an address."""
    found = re.fullmatch(
        r"/\w+/[0-9a-f]{20}/(\w+)|/outlets/[^?]+\?all=(\w+).*", address.partition("?")[0] if "all=" not in address else address
    )
    return (found[1] or found[2]) if found else None


@pytest.fixture(scope="module")
def pages(narrow: TestClient) -> dict[str, str]:
    """Every list that a page of the desk leads to, by its address, and the pages that were turned on the way."""
    found: dict[str, str] = {}
    waiting = ["/", "/actors", "/outlets"]
    while waiting:
        address = waiting.pop()
        if address in found or not re.match(r"/(stories|claims|points|contacts|articles|actors|outlets)?(/|\?|$)", address):
            continue
        answer = narrow.get(address)
        assert answer.status_code == 200, (address, answer.text)
        found[address] = answer.text
        hrefs = (unescape(href) for href in re.findall(r'href="([^"#]+)', answer.text))
        waiting += [href for href in hrefs if not re.search(r"zoom=|least=|\.(json|ris|bib|html|md|docx|pdf)", href)]
    return found


def test_every_list_is_reached_by_links_and_read_page_by_page(narrow: TestClient, pages: dict[str, str]) -> None:
    reached = {name: [address for address in pages if named(address) == name] for name in (*BY_ADDRESS, *OF_OUTLETS)}
    assert {name for name, addresses in reached.items() if not addresses} == set()
    for name, addresses in reached.items():
        distinct = {re.sub(r"[?&]page=1$", "", address) for address in addresses}
        turned = Counter(re.sub(r"[?&]page=\d+$", "", address) for address in distinct)
        for address, count in turned.items():
            path, _, query = address.partition("?")
            twin = json.loads(narrow.get(f"{path}.json" + (f"?{query}" if query else "")).content)
            assert (len(twin["rows"]), twin["found"]) == (1, count), (name, address)


def test_no_page_sends_a_reader_to_what_only_programs_read(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        body, cite = text[text.index("<body") :].split('<section class="cite"')
        assert ".json" not in body, address
        assert ".json" in cite


def test_a_list_says_so_beyond_its_last_page_and_of_nothing_there_is(narrow: TestClient, pages: dict[str, str]) -> None:
    for name in ("claims", "ties", "accounts"):
        address = next(address for address in pages if named(address) == name).partition("?")[0]
        assert "there are fewer" in narrow.get(f"{address}?page=99").text
    for address in ("/actors/00000000000000000000/claims", "/points/00000000000000000000/accounts", "/contacts/x/tellings"):
        assert narrow.get(address).status_code in {400, 404}, address


def test_every_definition_of_an_expression_stands_on_its_pages(narrow: TestClient) -> None:
    terms = json.loads(narrow.get("/terms.json").content)["terms"]["rows"]
    row = max(terms, key=lambda one: len(one["definitions"]))
    found = [
        one["id"]
        for number in range(1, len(row["definitions"]) + 1)
        for term in json.loads(narrow.get("/terms.json", params={"term": row["term"].upper(), "page": number}).content)["terms"][
            "rows"
        ]
        for one in term["definitions"]
    ]
    assert found == [one["id"] for one in row["definitions"]]
