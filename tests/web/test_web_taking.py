"""What is taken along from the desk: reports, cards, exports, a site of chosen stories."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.cli.main import run
from quoth.export.menu import FORMAT, HOLDS, offers
from quoth.export.shapes import KINDS
from quoth.export.written import FORMATS
from quoth.store import open_store
from quoth.web.files import file_name


@pytest.fixture(scope="module")
def story(handmade: Path) -> str:
    with open_store(handmade) as store:
        return next(store.read().stories()).id


@pytest.fixture(scope="module")
def claim(handmade: Path) -> str:
    with open_store(handmade) as store:
        return max(store.read().claims(), key=lambda one: len(one.positions)).id


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_the_report_of_a_story_is_the_one_that_the_command_writes(
    form: str, desk: TestClient, story: str, handmade: Path, tmp_path: Path
) -> None:
    answer = desk.get(f"/stories/{story}/report.{form}")
    assert answer.status_code == 200
    assert (
        answer.headers["content-disposition"]
        == f'attachment; filename="dolan-warns-of-provocation-at-the-lower-dam-{story[:8]}.{form}"'
    )
    assert run(["report", "--db", str(handmade), "--story", story, "-o", str(tmp_path / f"x.{form}")]) == 0
    assert _inside(answer.content, form) == _inside((tmp_path / f"x.{form}").read_bytes(), form)


def _inside(content: bytes, form: str) -> bytes:
    """What a file says: a Word document is packed with the time of packing."""
    if form != "docx":
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read("word/document.xml")


@pytest.mark.parametrize("name", ["report.html", "report.md", "card.html"])
def test_the_files_of_a_claim_are_whole_and_are_no_pages_of_the_desk(name: str, desk: TestClient, claim: str) -> None:
    answer = desk.get(f"/claims/{claim}/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "/static/" not in answer.text
    assert "denies" in answer.text


def test_a_least_score_holds_for_what_is_taken_along(desk: TestClient, claim: str) -> None:
    assert "below 0.99" in desk.get(f"/claims/{claim}/report.md?least=0.99").text
    assert desk.get(f"/claims/{claim}/report.md?least=2").status_code == 400


def test_the_page_of_a_claim_has_what_embeds_its_card(desk: TestClient, claim: str) -> None:
    page = unescape(desk.get(f"/claims/{claim}").text)
    name = re.search(r'filename="([^"]+)"', desk.get(f"/claims/{claim}/card.html").headers["content-disposition"])
    assert name is not None
    assert f'<iframe src="{name[1]}"' in page


def test_the_menu_has_every_kind_and_every_format(desk: TestClient, story: str) -> None:
    assert {one.kind for one in offers()} == set(HOLDS) == {*KINDS, *FORMATS}
    assert {form for one in offers() for form in one.formats} == set(FORMAT)
    for asked in ("", f"?story={story}"):
        page = desk.get(f"/exports{asked}").text
        for one in offers():
            for form in one.formats:
                assert f'href="/exports/{one.kind}/{form}{asked}"' in page


@pytest.mark.parametrize(("kind", "form"), [(one.kind, form) for one in offers() for form in one.formats])
def test_every_export_is_the_one_that_the_command_writes(
    kind: str, form: str, desk: TestClient, story: str, handmade: Path, tmp_path: Path
) -> None:
    answer = desk.get(f"/exports/{kind}/{form}?story={story}")
    assert answer.status_code == 200, answer.text
    out = tmp_path / "x"
    assert run(["export", kind, "--format", form, "--story", story, "--db", str(handmade), "-o", str(out)]) == 0
    moving = re.compile(rb"(lastmodifieddate=\"|DTSTAMP[^:]*:|generated[^\d]*)[\dTZ:.+-]+")
    assert moving.sub(b"", answer.content) == moving.sub(b"", out.read_bytes())
    assert f"quoth-{kind}-{story[:8]}.{FORMAT[form].ending}" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "address", ["/exports/claims/ics", "/exports/nothing/csv", "/exports/claims/csv?story=zzzzzz", "/claims/ffff/card.html"]
)
def test_what_is_not_there_is_a_page_that_says_so(address: str, desk: TestClient) -> None:
    answer = desk.get(address)
    assert answer.status_code == 404
    assert "content-disposition" not in answer.headers
    assert answer.text.lstrip().startswith("<!doctype")


def test_a_site_of_chosen_stories_comes_as_a_zip(desk: TestClient, story: str) -> None:
    answer = desk.get("/publish", params={"story": story, "title": "Our dams", "get": "zip"})
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert "Our dams" in packed.read("site/index.html").decode("utf-8")
        assert f"site/stories/{story}.html" in packed.namelist()
        assert not [name for name in packed.namelist() if name.startswith("/") or ".." in name]


def test_what_was_ticked_stays_ticked_while_others_are_looked_for(desk: TestClient, story: str) -> None:
    page = desk.get("/publish", params={"story": story, "q": "words of no title"}).text
    assert f'value="{story}" checked' in page
    assert json.loads(desk.get("/publish.json", params={"story": story}).text)["chosen"] == [story]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"get": "zip"}, 400),
        ({"get": "zip", "story": "f" * 20}, 404),
        ({"get": "zip", "story": "../../etc/passwd"}, 404),
        ({"story": "\u202e"}, 404),
        ({"get": "zip", "story": "STORY", "address": "javascript:alert(1)"}, 400),
    ],
)
def test_a_choice_that_makes_no_site_is_refused(asked: dict[str, str], status: int, desk: TestClient, story: str) -> None:
    given = {name: story if value == "STORY" else value for name, value in asked.items()}
    assert desk.get("/publish", params=given).status_code == status


def test_more_stories_than_fit_are_refused_with_what_to_do(desk: TestClient) -> None:
    answer = desk.get("/publish?" + "&".join(f"story={number:020x}" for number in range(61)))
    assert answer.status_code == 400
    assert "quoth publish" in answer.text


def test_nothing_is_taken_along_by_another_host_or_method(desk: TestClient, story: str) -> None:
    assert desk.get(f"/stories/{story}/report.html", headers={"host": "elsewhere.example"}).status_code == 400
    assert desk.post("/publish", data={"story": story}).status_code in {403, 405}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fähre, “Korva”: closed!", "fahre-korva-closed-0123abcd.pdf"),
        ("Паром закрыт", "quoth-0123abcd.pdf"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-0123abcd.pdf"),
        ("w" * 200, f"{'w' * 48}-0123abcd.pdf"),
    ],
)
def test_a_file_is_called_by_what_it_is_about_in_plain_letters(title: str, name: str) -> None:
    assert file_name(title, "0123abcd4567", "pdf") == name
