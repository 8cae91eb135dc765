"""A story's page shows the first of everything; whatever it leaves out is reached by its links, page by page, without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from quoth.store import open_store
from quoth.view import front, sheet
from quoth.view.front import story_front
from quoth.view.story import StoryPage, story_page
from quoth.web import create_app
from quoth.web.pages.parts import KINDS


@pytest.fixture
def whole(handmade: Path) -> StoryPage:
    with open_store(handmade) as store:
        read = store.read()
        largest = max(read.stories(), key=lambda story: len(story.documents))
        return story_page(read, largest, articles=0, words=False)


@pytest.fixture
def narrow(handmade: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A desk whose pages hold next to nothing, as a large story's do beside what it has."""
    for name in front.SHOWN:
        monkeypatch.setitem(front.SHOWN, name, 1)
    for name, (kind, _) in sheet.SECTIONS.items():
        monkeypatch.setitem(sheet.SECTIONS, name, (kind, 2))
    with TestClient(create_app(handmade, hosts=["testserver"]), raise_server_exceptions=False) as client:
        yield client


def follow(desk: TestClient, story: str) -> dict[str, str]:
    """A story's page and every page of its parts that links lead to, by address."""
    found: dict[str, str] = {}
    waiting = [f"/stories/{story}"]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        answer = desk.get(address)
        assert answer.status_code == 200, (address, answer.text)
        found[address] = answer.text
        for href in re.findall(r'href="([^"#]+)', answer.text):
            to = unescape(href)
            if re.match(rf"/stories/{story}/\w+(\?|$)|/(claims|figures|terms)\?story=", to) and "zoom=" not in to:
                waiting.append(to)
    return found


def test_whatever_a_story_s_page_leaves_out_is_reached_by_links(narrow: TestClient, whole: StoryPage) -> None:
    pages = follow(narrow, whole.row.id)
    said = "\n".join(pages.values())
    first = pages[f"/stories/{whole.row.id}"]
    addresses = {
        *(f'href="/contacts/{row.id}"' for row in whole.contacts.rows),
        *(f'href="/copies/{row.id}"' for row in whole.copies.rows),
        *(f'href="/points/{row.id}"' for row in (*whole.disagreements.figures, *whole.disagreements.unclaimed)),
        *(f'href="/articles/{row.id}"' for row in whole.list),
        *(f'href="/claims/{row.id}"' for row in whole.claims.rows),
        *(f'href="/actors/{row.who.id}"' for row in whole.voice.speakers if re.fullmatch(r"[0-9a-f]{20}", row.who.id)),
        *(f'id="t-{moment.date}"' for moment in whole.timeline.moments),
        *(f'id="row-{row.definitions[0].id}"' for row in whole.terms.rows),
    }
    assert len(addresses) > 15
    assert {one for one in addresses if one not in said} == set()
    assert len({one for one in addresses if one in first}) < len(addresses)
    entries = [entry.text for moment in whole.timeline.moments for entry in moment.entries]
    shown = " ".join(unescape(re.sub(r"<[^>]+>", "", said)).split())
    assert [text for text in entries if " ".join(text.split())[:200] not in shown] == []


def test_every_kind_of_page_is_linked_where_there_is_more_of_it(narrow: TestClient, whole: StoryPage) -> None:
    paths = {urlsplit(address).path for address in follow(narrow, whole.row.id)}
    several = {
        "points": len(whole.disagreements.unclaimed),
        "contacts": len(whole.contacts.rows),
        "timeline": len(whole.timeline.moments),
        "copies": len(whole.copies.rows),
        "voices": len(whole.voice.speakers),
        "outlets": len(whole.voice.outlets),
        "articles": len(whole.list),
    }
    assert set(several) == set(KINDS)
    assert {f"/stories/{whole.row.id}/{name}" for name, count in several.items() if count > 1} <= paths


def test_a_part_has_a_twin_that_is_bounded_alike(narrow: TestClient, whole: StoryPage) -> None:
    twin = json.loads(narrow.get(f"/stories/{whole.row.id}/articles.json?page=2").content)
    assert [row["id"] for row in twin["parts"]["articles"]["rows"]] == [row.id for row in whole.list[2:4]]
    assert (twin["parts"]["articles"]["found"], twin["parts"]["articles"]["each"]) == (len(whole.list), 2)
    front_ = json.loads(narrow.get(f"/stories/{whole.row.id}.json").content)
    assert front_["found"]["articles"] == len(whole.list)
    assert len(front_["articles"]) == len(front_["contacts"]) == 1
    every = json.loads(narrow.get(f"/stories/{whole.row.id}.json?words=1").content)
    assert len(every["list"]) == len(whole.list)
    assert any(row["said"] for row in every["claims"]["rows"][1:])


def test_a_page_beyond_the_last_says_so(narrow: TestClient, whole: StoryPage) -> None:
    answer = narrow.get(f"/stories/{whole.row.id}/articles?page=99")
    assert answer.status_code == 200
    assert "there are fewer" in answer.text


def test_what_is_hidden_on_a_story_s_page_stays_hidden_on_its_parts(narrow: TestClient, whole: StoryPage) -> None:
    first = narrow.get(f"/stories/{whole.row.id}?least=0.9").text
    assert f"/stories/{whole.row.id}/articles?least=0.9" in first
    assert narrow.get(f"/stories/{whole.row.id}/timeline?least=0.9").status_code == 200


@pytest.mark.usefixtures("narrow")
def test_the_first_page_does_not_grow_with_the_story(handmade: Path, whole: StoryPage) -> None:
    with open_store(handmade) as store:
        read = store.read()
        page, _ = story_front(read, next(one for one in read.stories() if one.id == whole.row.id))
    lists = (
        page.days,
        page.contacts,
        page.copies,
        page.sides,
        page.speakers,
        page.outlets,
        page.terms,
        page.namings,
        page.articles,
    )
    assert max(map(len, lists)) == 1
    assert len(page.claims.rows) <= 2
