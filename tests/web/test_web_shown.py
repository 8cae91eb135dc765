"""What single pages of the desk say: whose post was passed on, and where a picture goes on."""

from __future__ import annotations

import re
import sqlite3
from html import escape
from pathlib import Path

from starlette.testclient import TestClient

from quoth.store import Tallies, open_store


def test_a_post_that_passes_on_another_channel_s_says_so_on_its_page_and_in_what_programs_read(
    own_desk: TestClient, path: Path
) -> None:
    with sqlite3.connect(path) as connection:
        (name,) = connection.execute("SELECT id FROM documents WHERE outlet = 'Lakeside Daily'").fetchone()
        connection.execute("UPDATE documents SET forwarded_from = 'River <i>Watch</i>' WHERE id = ?", (name,))
    page = own_desk.get(f"/articles/{name}").text
    assert "forwarded from <bdi>River &lt;i&gt;Watch&lt;/i&gt;</bdi>" in page
    assert own_desk.get(f"/articles/{name}.json").json()["article"]["forwarded_from"] == "River <i>Watch</i>"
    others = [one for one in own_desk.get("/exports/documents/jsonl").text.splitlines() if name not in one]
    assert all('"forwarded_from": "River' not in one for one in others)


def test_a_picture_that_is_wider_than_the_page_says_that_it_goes_on(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        story = next(store.read().stories()).id
    page = own_desk.get(f"/stories/{story}").text
    assert 'class="why goes-on narrow">The picture goes on to the right: scroll it; the list below says the same.' in page


def test_words_stand_as_far_from_a_large_mark_of_the_timeline_as_from_a_small_one(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        story = next(store.read().stories()).id
    page = own_desk.get(f"/stories/{story}").text
    found = re.findall(
        r'<circle class="(?:dot|ring)" cx="([\d.]+)" cy="[\d.]+" r="([\d.]+)"/>\s*<text class="halo" x="([\d.]+)"', page
    )
    assert found
    assert {round(abs(float(x) - float(at)) - float(radius), 1) for at, radius, x in found} == {6.0}


def test_a_post_that_was_forwarded_from_an_outlet_of_the_ledger_leads_to_it(own_desk: TestClient, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        (name,) = connection.execute("SELECT id FROM documents WHERE outlet = 'Lakeside Daily'").fetchone()
        connection.execute("UPDATE documents SET forwarded_from = 'Arden Herald | Elsewhere' WHERE id = ?", (name,))
    assert (
        'forwarded from <a href="/outlets/Arden%20Herald"><bdi>Arden Herald | Elsewhere</bdi></a>'
        in own_desk.get(f"/articles/{name}").text
    )
    assert own_desk.get(f"/articles/{name}.json").json()["forwarded"] == "Arden Herald"


def test_every_page_below_a_story_names_it_and_leads_back(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        read = store.read()
        story = max(read.stories(), key=lambda one: len(one.documents))
        claim = max(read.claims(story.id), key=lambda one: len(one.positions))
        edge = next(one for one in read.copies() if {one.copy, one.source} <= set(story.documents))
        below = [
            f"/claims/{claim.id}",
            f"/statements/{claim.statements[0].statement}",
            f"/articles/{story.documents[0]}",
            f"/copies/{edge.id}",
            f"/contacts/{next(read.events()).id}",
            f"/points/{next(read.disagreements(story.id)).id}",
        ]
    for address in below:
        page = own_desk.get(address).text
        assert re.search(rf'<p class="home">.*<a href="/stories/{story.id}">.*{re.escape(escape(story.title[:20]))}', page), address
        assert "its story" not in page


def test_voices_of_a_party_lead_to_their_pages_and_its_stand_is_told_once(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        read = store.read()
        claim = max(read.claims(), key=lambda one: len(one.positions))
        actor = next(one.actor for one in claim.positions if one.actor)
    page = own_desk.get(f"/claims/{claim.id}").text
    assert f'<td data-label="voices"><a href="/actors/{actor}">' in page
    assert "Whether it is so" not in page


def test_the_part_of_the_desk_that_one_is_in_is_marked_also_below_its_first_page(own_desk: TestClient) -> None:
    assert '<a href="/" aria-current="page">Stories</a>' in own_desk.get("/").text
    assert '<a href="/" aria-current="true">Stories</a>' in own_desk.get("/stories?q=dam").text
    asked = own_desk.get("/stories?q=dam").text
    assert 'as asked for · <a href="/">all stories</a>' in asked
    assert "as asked for" not in own_desk.get("/stories?order=new").text


def test_two_articles_are_compared_from_either_and_claim_by_claim(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        read = store.read()
        claim = max(read.claims(), key=lambda one: len(one.positions))
        told = {one.document for one in read.statements(ids={link.statement for link in claim.statements})}
        one, other = sorted(told)[:2]
    assert f'<input type="hidden" name="a" value="{one}">' in own_desk.get(f"/articles/{one}").text
    assert '<a href="/compare">' in own_desk.get("/").text
    page = own_desk.get(f"/compare?a={one}&b={other}").text
    table = page[page.index('id="claims"') : page.index('id="text"')]
    assert f'<a href="/claims/{claim.id}">' in table
    assert claim.id in [row["claim"] for row in own_desk.get(f"/compare.json?a={one}&b={other}").json()["claims"]]


def test_claims_of_all_stories_name_their_story_and_those_of_one_have_its_parties_as_columns(
    own_desk: TestClient, path: Path
) -> None:
    with open_store(path, read_only=True) as store:
        story = max(store.read().stories(), key=lambda one: len(one.documents))
    every, of_one = (own_desk.get(address).text for address in ("/claims", f"/claims?story={story.id}"))
    assert f'<div class="via"><a href="/stories/{story.id}"><bdi>{escape(story.title[:20])}' in every
    assert "who stands where</th>" in every
    assert "not found in these" not in every
    assert "not found in these" in of_one


def test_who_said_what_on_a_day_is_asked_where_somebody_s_words_stand(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        actor = max(Tallies(store.read().engine).actors(kinds=["person"], limit=5), key=lambda one: one.statements)
    page = own_desk.get(f"/actors/{actor.id}").text
    assert f'action="/search" aria-label="Look for what was said"><input type="hidden" name="speaker" value="{actor.name}">' in page
    assert own_desk.get("/search", params={"speaker": actor.name, "since": "2031-01-01"}).status_code == 200


def test_an_outlet_s_articles_stand_before_what_was_not_found_in_them(own_desk: TestClient) -> None:
    page = own_desk.get("/outlets/NTA").text
    assert 'id="list"' in page
    assert page.index('id="list"') < page.find('id="unfound"') or 'id="unfound"' not in page


def test_a_search_says_on_which_claims_its_statements_are(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        claim = max(store.read().claims(), key=lambda one: len(one.positions))
        said = next(iter(store.read().statements(ids=[claim.statements[0].statement])))
    page = own_desk.get("/search", params={"q": f'"{said.content.text}"'}).text
    assert page.index('id="claims"') < page.index(f'<a href="/claims/{claim.id}">') < page.index('id="statements"')
    assert 'id="claims"' not in own_desk.get("/search").text


def test_several_articles_that_words_may_mean_are_offered_with_outlet_and_day(own_desk: TestClient) -> None:
    page = own_desk.get("/compare?a=e&b=zzz").text
    assert re.search(r"<a href=\"/compare\?a=[0-9a-f]{8}[^>]*><bdi>[^<]+ · [^<]+, [^<]+</bdi>", page)


def test_a_filter_that_is_malformed_is_not_said_to_have_been_asked_for(own_desk: TestClient) -> None:
    page = own_desk.get("/stories?since=yesterday").text
    assert "These are all stories." in page
    assert "as asked for" not in page


def test_the_list_of_stories_says_what_is_disputed_most(own_desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        tallies = Tallies(store.read().engine)
        story = next(one for one in tallies.stories(limit=20) if one.disputed)
        (claim,) = tallies.claims(story.id, disputed=True, limit=1)
    page = own_desk.get("/").text
    assert page.index(f"/stories/{story.id}") < page.index(f'<a href="/claims/{claim}">')
    assert [story.id, claim] in [one[:2] for one in own_desk.get("/stories.json").json()["disputes"]]
