"""One page in several forms: JSON for programs, RIS and BibTeX for citing, a form that only this desk can have made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.testclient import TestClient

from quoth.store import open_store
from quoth.web import create_app, tokens
from quoth.web.answer import Moved
from quoth.web.forms import accepts_json, split_form
from quoth.web.serve import change
from quoth.web.who import bearer


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/stories/ab.json", ("/stories/ab", "json")),
        ("/articles/ab.ris", ("/articles/ab", "ris")),
        ("/articles/ab.bib", ("/articles/ab", "bib")),
        ("/articles/ab", ("/articles/ab", None)),
        ("/.json", ("/.json", None)),
        ("/static/desk.json", ("/static/desk.json", None)),
    ],
)
def test_an_ending_names_the_form(path: str, found: tuple[str, str | None]) -> None:
    assert split_form(path) == found


@pytest.mark.parametrize(
    ("accept", "json"),
    [
        ("application/json", True),
        ("text/html,application/json;q=0.9", False),
        ("*/*", False),
        ("", False),
        ("APPLICATION/JSON", True),
    ],
)
def test_a_program_asks_for_json(accept: str, json: bool) -> None:  # noqa: FBT001 - a table
    assert accepts_json(accept) is json


def article_of(handmade: Path) -> str:
    with open_store(handmade) as store:
        return next(one.id for one in store.read().documents() if one.outlet == "Arden Herald")


def test_an_article_is_cited_as_what_it_is(desk: TestClient, handmade: Path) -> None:
    address = f"/articles/{article_of(handmade)}"
    ris, bib = desk.get(f"{address}.ris"), desk.get(f"{address}.bib")
    assert "TY  - NEWS" in ris.text
    assert "TI  - Arden rejects the claim" in ris.text
    assert "AU  - A. Writer" in ris.text
    assert "DA  - 2031/03/17" in ris.text
    assert re.search(r"UR  - https://arden-herald\.example/\w+", ris.text)
    assert ris.headers["content-disposition"].startswith("attachment")
    assert "@article{" in bib.text
    assert "journal = {Arden Herald}" in bib.text


def test_a_story_is_cited_as_a_page_of_the_desk(desk: TestClient, handmade: Path) -> None:
    with open_store(handmade) as store:
        story = next(iter(store.read().stories())).id
    ris = desk.get(f"/stories/{story}.ris").text
    assert "TY  - ELEC" in ris
    assert f"UR  - http://testserver/stories/{story}" in ris
    assert "4 articles" in ris


def test_the_words_of_a_statement_are_cited_with_a_link_that_lands_on_them(desk: TestClient, handmade: Path) -> None:
    with open_store(handmade) as store:
        one = next(one for one in store.read().statements() if "plainly false" in one.content.text)
    text = desk.get(f"/statements/{one.id}").text
    assert "#:~:text=Norvia" in text
    assert "plainly false allegation" in desk.get(f"/statements/{one.id}.ris").text


def test_a_form_needs_the_token_that_this_desk_gave_to_this_browser(handmade: Path) -> None:
    taken: list[str] = []

    def take(path: Path, _request: Request, form: FormData) -> Moved:
        taken.append(f"{path.name}: {form['word']}")
        return Moved("/about")

    app = create_app(handmade, hosts=["testserver"])
    app.router.add_route("/take", change(take), methods=["POST"])
    key, visitor = app.state.desk.key, tokens.new_visitor()
    good = tokens.token_for(key, bearer(visitor))
    with TestClient(app, follow_redirects=False) as client:
        assert client.post("/take", data={"word": "no", "token": good}).status_code == 403
        client.cookies.set(tokens.COOKIE, visitor)
        assert client.post("/take", data={"word": "no"}).status_code == 403
        assert client.post("/take", data={"word": "no", "token": tokens.token_for(b"other", bearer(visitor))}).status_code == 403
        assert client.post("/take", data={"word": "no", "token": "ü" * 64}).status_code == 403
        done = client.post("/take", data={"word": "yes", "token": good})
        assert (done.status_code, done.headers["location"]) == (303, "/about")
        assert client.post("/take", data={"word": "script"}, headers={"x-quoth-token": good}).status_code == 303
    assert taken == ["handmade.db: yes", "handmade.db: script"]
