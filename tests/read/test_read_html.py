from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from quoth.errors import UnusableInput
from quoth.read.formats import holds
from quoth.read.html import read_html
from quoth.records import Document, Original, SetAside

WORDS = (
    "The ministry said on Monday that the bridge over the Orrin would stay closed for a week.",
    "Engineers had found cracks in two of its pillars, a spokeswoman told reporters in Halden on the same day.",
    "“We will not open it before every stone has been looked at,” said the minister, Olen Petrak, who had come by ferry.",
    "The mayor promised a full account of the costs by the end of the month, and said that buses would run every ten minutes.",
)
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge over the Orrin closed after cracks are found",
    "author": [{"@type": "Person", "name": "Mira Oland"}, {"@type": "Person", "name": "Tam Reck"}],
    "datePublished": "2022-10-24T08:30:00+02:00",
    "dateModified": "2022-10-24T18:00:00+02:00",
    "publisher": {"@type": "Organization", "name": "Halden Post"},
    "isBasedOn": "https://kna.example/bridge",
    "inLanguage": "en-GB",
}


def page(*, head: str = "", body: str = "", data: object = None) -> str:
    script = "" if data is None else f'<script type="application/ld+json">{json.dumps(data)}</script>'
    paragraphs = body or "".join(f"<p>{words}</p>" for words in WORDS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Page</title>{head}{script}</head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>Bridge over the Orrin closed after cracks are found</h1>{paragraphs}</article><footer>About us</footer></body></html>"
    )


def read(content: str | bytes, name: str = "a.html") -> tuple[Original, Document, list[SetAside]]:
    items = list(read_html(content if isinstance(content, bytes) else content.encode(), name))
    first = items[0]
    assert not isinstance(first, SetAside)
    return first[0], first[1][0], [item for item in items if isinstance(item, SetAside)]


def test_json_ld_gives_the_facts() -> None:
    canonical = '<link rel="canonical" href="https://halden.example/bridge">'
    original, document, notes = read(page(head=canonical, data={"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}))
    assert notes == []
    assert document.title == "Bridge over the Orrin closed after cracks are found"
    assert document.authors == ("Mira Oland", "Tam Reck")
    assert (document.published, document.published_from) == ("2022-10-24T08:30:00+02:00", "metadata")
    assert (document.outlet, document.url, document.language) == ("Halden Post", "https://halden.example/bridge", "en")
    assert document.based_on == ("https://kna.example/bridge",)
    assert document.modified == "2022-10-24T18:00:00+02:00"
    assert document.extra == {}
    assert holds(original, document)


def test_the_text_is_headline_and_paragraphs_in_their_order_without_the_pages_frame() -> None:
    _, document, _ = read(page(data=ARTICLE))
    assert document.text.split("\n\n") == [ARTICLE["headline"], *WORDS]


def test_meta_elements_serve_where_there_is_no_json_ld() -> None:
    head = (
        '<meta property="og:title" content="Bridge over the Orrin closed after cracks are found"><meta property="og:site_name" content="Halden Post">'
        '<meta property="article:published_time" content="2022-10-24T08:30:00Z"><meta name="author" content="Mira Oland">'
        '<meta property="og:url" content="https://halden.example/bridge">'
    )
    _, document, _ = read(page(head=head))
    assert (document.outlet, document.published, document.authors) == ("Halden Post", "2022-10-24T08:30:00+00:00", ("Mira Oland",))
    assert document.url == "https://halden.example/bridge"


def test_a_canonical_link_to_another_site_is_what_the_page_copies() -> None:
    saved = "<!-- saved from url=(0030)https://mirror.example/a/bridge -->"
    content = page(head='<link rel="canonical" href="https://www.halden.example/bridge">').replace("<html", f"{saved}<html")
    _, document, _ = read(content)
    assert document.url == "https://mirror.example/a/bridge"
    assert document.based_on == ("https://www.halden.example/bridge",)


def test_a_page_that_a_browser_saved_tells_when() -> None:
    saved = "<!--\n Page saved with SingleFile \n url: https://halden.example/bridge \n saved date: Tue Oct 25 2022 10:15:00 GMT+0200 (CEST)\n-->"
    _, document, _ = read(page().replace("<head>", f"<head>{saved}"))
    assert document.url == "https://halden.example/bridge"
    assert document.fetched == "2022-10-25T10:15:00"


def test_a_date_in_the_address_or_the_text_serves_where_the_markup_has_none() -> None:
    _, by_address, _ = read(page(head='<link rel="canonical" href="https://halden.example/2022/10/24/bridge">'))
    assert (by_address.published, by_address.published_from) == ("2022-10-24", "file")
    _, by_dateline, _ = read(page(body=f"<p>HALDEN, 24 October 2022 (Nordwire) — {WORDS[0]}</p><p>{WORDS[1]}</p><p>{WORDS[2]}</p>"))
    assert (by_dateline.published, by_dateline.published_from) == ("2022-10-24", "dateline")


def test_a_page_without_any_date_is_kept_and_noted() -> None:
    _, document, notes = read(page())
    assert document.published is None
    assert [note.reason for note in notes] == ["undated"]


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "no-such-encoding"])
def test_utf8_is_read_as_such_whatever_the_page_declares(declared: str) -> None:
    content = page(head=f'<meta charset="{declared}">', body="".join(f"<p>{words} Déjà vu à Genève.</p>" for words in WORDS))
    assert "Déjà vu à Genève." in read(content)[1].text


def test_another_encoding_is_read_as_declared() -> None:
    content = page(head='<meta charset="windows-1251">', body="".join(f"<p>{words} Мост закрыт.</p>" for words in WORDS))
    original, document, _ = read(content.encode("cp1251"))
    assert "Мост закрыт." in document.text
    assert original.encoding == "windows-1251"
    assert holds(original, document)


def test_a_page_that_is_too_short_for_the_extractor_is_still_read() -> None:
    _, document, _ = read(page(body="<p>The bridge is shut.</p>"))
    assert "The bridge is shut." in document.text


def test_captions_the_line_under_the_headline_and_closing_notes_stand_at_their_places() -> None:
    under = '<p class="standfirst">Cracks in two of its pillars; buses run every ten minutes</p><span class="byline">By Mira Oland</span>'
    caption = "<figure><img><figcaption>The bridge on Monday. Photograph: Tam Reck/Halden Post</figcaption></figure>"
    paragraphs = [f"<p>{words}</p>" for words in WORDS]
    note = "<p>This article was amended on 25 October 2022 to give the length of the bridge.</p>"
    _, document, _ = read(page(body="".join([under, paragraphs[0], caption, *paragraphs[1:], note]), data=ARTICLE))
    assert document.text.split("\n\n") == [
        ARTICLE["headline"],
        "Cracks in two of its pillars; buses run every ten minutes",
        "By Mira Oland",
        WORDS[0],
        "The bridge on Monday. Photograph: Tam Reck/Halden Post",
        *WORDS[1:],
        "This article was amended on 25 October 2022 to give the length of the bridge.",
    ]


def test_a_copy_is_not_taken_for_the_page_that_its_canonical_link_names() -> None:
    based = {**ARTICLE, "isBasedOn": "https://kna.example/bridge"}
    _, document, _ = read(page(head='<link rel="canonical" href="https://kna.example/bridge">', data=based))
    assert document.url is None
    assert document.based_on == ("https://kna.example/bridge",)


def test_an_organisation_is_no_author() -> None:
    by = {**ARTICLE, "author": [{"@type": "Organization", "name": "Halden newsroom"}, {"@type": "Person", "name": "Mira Oland"}]}
    assert read(page(data=by))[1].authors == ("Mira Oland",)


def test_broken_json_ld_does_not_hide_the_article() -> None:
    content = page().replace("</head>", '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script></head>')
    assert read(content)[1].title == "Bridge over the Orrin closed after cracks are found"


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        b"<html><body><nav>Home</nav></body></html>",
        b"   ",
        b"<html><title>Log in</title><h1>Log in</h1><form><button>Log in</button></form></html>",
    ],
)
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableInput) as caught:
        list(read_html(content, "a.html"))
    assert caught.value.reason == "no-text"


@pytest.mark.data
def test_pages_of_many_states_and_languages_keep_their_text_title_and_date() -> None:
    root = Path(os.environ.get("QUOTH_DATA", "../shared/data")) / "pages"
    if not root.exists():
        reason = f"the saved pages are not at {root}: set QUOTH_DATA"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    shares, titles, dates = [], [], []
    for expected, path in _pages(root):
        _, document, _ = read(gzip.decompress(path.read_bytes()), path.name)
        shares.append(_overlap(document.text, _body(expected)))
        titles.append(_letters(document.title or "") == _letters(expected["title"]))
        dates.append((document.published or "")[:10] == expected["publishing_date"][:10])
    assert sum(shares) / len(shares) >= 0.94
    assert sum(titles) / len(titles) >= 0.88
    assert sum(dates) / len(dates) >= 0.96


def _pages(root: Path) -> list[tuple[dict[str, str], Path]]:
    found = []
    for path in sorted(root.glob("*/*.json")):
        versions = json.loads(path.read_text(encoding="utf-8")).values()
        found += list(zip(versions, sorted(path.parent.glob(f"{path.stem}_2*.html.gz")), strict=True))
    return found


def _body(expected: dict[str, str]) -> str:
    body = json.loads(json.dumps(expected["body"]))
    return "\n".join([*body["summary"], *(line for part in body["sections"] for line in [*part["headline"], *part["paragraphs"]])])


def _overlap(one: str, other: str) -> float:
    left, right = Counter(re.findall(r"\w+", one)), Counter(re.findall(r"\w+", other))
    return 2 * sum((left & right).values()) / max(1, sum(left.values()) + sum(right.values()))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
