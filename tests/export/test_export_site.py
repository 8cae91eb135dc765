"""A site of chosen stories, the report of a claim, and its card: each file stands alone and says nothing of who made it."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath

import pytest
from tests.conftest import HOSTILE, write_ledger

from quoth.errors import UsageError
from quoth.export.report.claim import card_snippet, render_card, render_claim_html, render_claim_markdown
from quoth.export.report.html import render_html
from quoth.export.site import SiteFile, site_files, write_zip
from quoth.store import ReadView, open_store
from quoth.view.claim_report import claim_card, claim_report
from quoth.view.report import report_page


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the page's text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def hrefs(self) -> list[str]:
        return [given["href"] or "" for tag, given in self.tags if tag == "a" and "href" in given]


@pytest.fixture
def claim(told: ReadView) -> str:
    return max(told.claims(), key=lambda one: len(one.positions)).id


@pytest.fixture
def site(told: ReadView) -> dict[str, str]:
    return {one.name: one.text for one in site_files(told, list(told.stories()), address="https://news.example/dams/")}


def stands_alone(text: str) -> bool:
    page = Tags(text)
    loads = [tag for tag, given in page.tags if tag in {"link", "script", "img", "iframe", "object", "form"} or "src" in given]
    runs = [name for _, given in page.tags for name in given if name.startswith("on") or name == "style"]
    return not loads and not runs and "default-src 'none'" in text and "@import" not in text


def test_a_page_that_loads_something_does_not_stand_alone() -> None:
    policy = "default-src 'none'"
    assert stands_alone(f"<p>{policy}</p>")
    assert not stands_alone(f'<p>{policy}</p><img src="x.png">')
    assert not stands_alone(f'<p onclick="x()">{policy}</p>')


def test_every_file_stands_alone(site: dict[str, str]) -> None:
    pages = {name: text for name, text in site.items() if name.endswith(".html")}
    assert len(pages) >= 3
    assert [name for name, text in pages.items() if not stands_alone(text)] == []


def test_every_link_within_the_site_leads_to_a_file_of_it(site: dict[str, str]) -> None:
    lost, followed = [], 0
    for name, text in site.items():
        page = Tags(text) if name.endswith(".html") else None
        ids = {given.get("id") for _, given in page.tags} if page else set()
        for href in page.hrefs() if page else []:
            followed += 1
            if href.startswith("#"):
                lost += [] if href[1:] in ids else [(name, href)]
            elif not href.startswith("https://"):
                target = normpath(str(PurePosixPath(name).parent / href))
                lost += [] if target in site else [(name, href)]
    assert followed > 10
    assert lost == []


def test_a_site_names_no_file_of_who_made_it_nor_prints_articles_in_full(site: dict[str, str], told: ReadView) -> None:
    files = {one.origin.file for one in told.documents() if one.origin}
    assert files
    assert [(name, file) for name, text in site.items() for file in files if file in text] == []
    story = next(text for name, text in site.items() if name.startswith("stories/") and name.endswith(".html"))
    assert not [tag for tag, given in Tags(story).tags if tag == "article"]
    assert "What was set aside" not in story
    assert "quoth show article" not in story


def test_an_article_of_unknown_outlet_is_not_named_by_its_file(tmp_path: Path) -> None:
    write_ledger(tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as opened:
        opened.execute("UPDATE documents SET outlet = NULL")
        opened.commit()
    with open_store(tmp_path / "x.db") as store:
        read = store.read()
        files = {one.origin.file for one in read.documents() if one.origin}
        made = [one.text for one in site_files(read, list(read.stories()))]
        told = claim_report(read, max(read.claims(), key=lambda one: len(one.positions)).id)
        made += [render_claim_html(told), render_claim_markdown(told), render_card(claim_card(read, told.claim.row.id))]
        made += [render_html(report_page(read)), render_html(report_page(read, story=next(read.stories())))]
    assert any("unknown outlet" in text for text in made)
    assert [file for file in files for text in made if file in text] == []


def test_articles_are_printed_in_full_where_that_is_asked_for(told: ReadView) -> None:
    made = {one.name: one.text for one in site_files(told, list(told.stories()), articles=2)}
    story = next(text for name, text in made.items() if name.startswith("stories/") and name.endswith(".html"))
    assert len([tag for tag, _ in Tags(story).tags if tag == "article"]) == 2


def test_words_without_their_article_lead_to_the_source(site: dict[str, str]) -> None:
    story = next(text for name, text in site.items() if name.startswith("stories/") and name.endswith(".html"))
    assert any(href.startswith("https://nta.example/") for href in Tags(story).hrefs())


def test_what_an_article_holds_never_becomes_markup(site: dict[str, str], told: ReadView) -> None:
    texts = [text for name, text in site.items() if name.endswith(".html")]
    texts += [render_claim_html(claim_report(told, one.id)) for one in told.claims()]
    assert any("&lt;script&gt;" in text for text in texts)
    assert [text for text in texts if HOSTILE in text] == []


def test_the_list_has_what_embeds_each_card(site: dict[str, str]) -> None:
    cards = [name for name in site if name.startswith("claims/")]
    shown = "".join(Tags(site["index.html"]).words)
    assert cards
    for name in cards:
        assert f'src="https://news.example/dams/{name}"' in shown


def test_what_embeds_a_card_is_escaped_and_lets_it_run_nothing() -> None:
    snippet = card_snippet('x.html"><script>', 'A "claim" <b>')
    tags = Tags(snippet).tags
    assert [tag for tag, _ in tags] == ["iframe"]
    assert tags[0][1]["title"] == 'A "claim" <b>'
    assert "allow-scripts" not in (tags[0][1]["sandbox"] or "")


def test_a_story_chosen_twice_is_told_once_and_the_list_stands_last(told: ReadView) -> None:
    story = next(told.stories())
    names = [one.name for one in site_files(told, [story, story])]
    assert len(names) == len(set(names))
    assert names[-1] == "index.html"


def test_the_same_site_packs_into_the_same_bytes(told: ReadView) -> None:
    def pack() -> bytes:
        held = io.BytesIO()
        write_zip(site_files(told, list(told.stories())), held)
        return held.getvalue()

    packed = pack()
    assert packed == pack()
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert "site/index.html" in opened.namelist()
        assert opened.testzip() is None


def test_a_file_of_a_site_is_packed_in_utf_8() -> None:
    held = io.BytesIO()
    write_zip([SiteFile("a.md", "“Dam” \ud800")], held)
    with zipfile.ZipFile(held) as opened:
        assert opened.read("site/a.md").decode("utf-8") == "“Dam” ?"


def test_the_report_of_a_claim_tells_who_stands_where_in_which_words(told: ReadView, claim: str) -> None:
    page = claim_report(told, claim)
    shown = "".join(Tags(render_claim_html(page)).words)
    for stand in page.claim.row.stands:
        assert stand.party in shown
    for one in page.claim.row.said:
        assert " ".join(one.excerpt.text.split()) in " ".join(shown.split())
    assert stands_alone(render_claim_html(page))
    assert len(page.articles) == page.claim.row.articles
    assert all(one.sha256[:10] in shown for one in page.articles)


def test_the_report_of_a_claim_as_markdown_has_its_parts(told: ReadView, claim: str) -> None:
    text = render_claim_markdown(claim_report(told, claim))
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    assert heads[0] == claim_report(told, claim).claim.row.text
    assert heads[1:] == [
        "Who stands where", "Where it comes from", "In their words", "Where it was not found", "The articles"
    ]  # fmt: skip
    assert "https://nta.example/" in text


def test_a_least_score_hides_and_says_so(told: ReadView, claim: str) -> None:
    page = claim_report(told, claim, min_score=0.99)
    assert page.claim.row.said == ()
    for text in (render_claim_html(page), render_claim_markdown(page)):
        assert "below 0.99" in text


def test_a_card_shows_the_words_and_where_they_were_published(told: ReadView, claim: str) -> None:
    text = render_card(claim_card(told, claim))
    page = Tags(text)
    assert stands_alone(text)
    assert "denies" in text
    assert all(given.get("target") == "_blank" and "noopener" in (given.get("rel") or "") for tag, given in page.tags if tag == "a")
    assert page.hrefs()


def test_a_claim_that_is_not_there_is_refused(told: ReadView) -> None:
    with pytest.raises(UsageError):
        claim_report(told, "f" * 20)
