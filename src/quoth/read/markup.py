"""What a page's markup says of its article: schema.org JSON-LD, ``meta`` elements, marks of browsers that saved it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from quoth.lexicon.outlets import find_outlet, host_of
from quoth.read.dates import read_date
from quoth.read.documents import Facts, plain_language
from quoth.read.heads import split_authors
from quoth.read.walk import Saved
from quoth.records import Json

_ARTICLES = re.compile(r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|ReportageNewsArticle)$")
SAVED_WITHIN = 4000
"""Code points at a page's start in which a browser's mark stands."""

_SINGLE_FILE = re.compile(r"<!--[^>]{0,200}url:\s*(\S+)\s+saved date:\s*([^\n(]+)")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BARE_BREAKS = re.compile(r"[\r\n\t]+")


def read_markup(tree: Any, page: str, *, saved: Saved | None = None) -> Facts:
    """The facts about a page's article: address, outlet, title, authors, dates, language, and what it says it is based on.

    ``saved``, else a browser's mark, says where it was taken from. ``tree`` is the ``page`` as ``lxml`` reads it. JSON-LD goes before ``meta`` elements, and those before the page's visible ``time`` and title.
    """
    article = next(_articles(tree), {})
    metas = _metas(tree)
    saved_at, saved_on = (saved.address, saved.at) if saved else _saved(page)
    url, based_on = _addresses(tree, article, metas, _web(saved_at))
    published = _published(tree, article, metas)
    return Facts(
        url=url,
        outlet=_outlet(article, metas, url),
        title=_title(tree, article, metas),
        authors=_authors(tree, article, metas),
        published=published,
        published_from="metadata" if published else "unknown",
        fetched=saved_on,
        language=plain_language(article.get("inLanguage")) or plain_language(_first(tree, "/html/@lang")),
        based_on=based_on,
        modified=read_date(article.get("dateModified")),
        extra=_extra(article),
    )


def plain(value: object) -> str | None:
    """A text without markup, entities or runs of white space; None where nothing is left."""
    if not isinstance(value, str):
        return None
    text = unescape(_TAG.sub(" ", value)) if "<" in value or "&" in value else value
    return " ".join(text.split()) or None


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            data = json.loads(_BARE_BREAKS.sub(" ", script.text_content()), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (node for node in _nodes(data) if _is_article(node))


def _nodes(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, dict):
        yield data
        inner = [data.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")]
        yield from (node for item in inner if depth < 4 for node in _nodes(item, depth + 1))
    elif isinstance(data, list) and depth < 4:
        yield from (node for item in data for node in _nodes(item, depth + 1))


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return "headline" in node and any(isinstance(name, str) and _ARTICLES.match(name) for name in names)


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content").strip():
            found.setdefault(name.lower(), meta.get("content").strip())
    return found


def _first(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip() or None if found else None


def _saved(page: str) -> tuple[str | None, str | None]:
    """Address and time that a browser wrote into a comment at the page's start when saving it."""
    if (found := _SINGLE_FILE.search(page, 0, SAVED_WITHIN)) is not None:
        return found[1], read_date(_without_weekday(found[2]))
    found = _SAVED_FROM.search(page, 0, SAVED_WITHIN)
    return (None if found is None else found[1]), None


def _without_weekday(words: str) -> str:
    """``Mon Oct 24 2022 12:00:00 GMT+0200`` as browsers write a date, without weekday and zone."""
    return re.sub(r"\s*GMT.*", "", re.sub(r"^[A-Z][a-z]{2} ", "", words.strip()))


def _web(address: str | None) -> str | None:
    return address if address and urlsplit(address).scheme in {"http", "https"} and host_of(address) else None


def _address(article: Mapping[str, Any]) -> str | None:
    page = article.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    return next((value for value in (article.get("url"), named) if isinstance(value, str)), None)


def _title(tree: Any, article: Mapping[str, Any], metas: Mapping[str, str]) -> str | None:
    headings = [plain(heading.text_content()) for heading in tree.xpath("//h1")[:5]]
    given = plain(article.get("headline")) or plain(metas.get("og:title")) or plain(metas.get("twitter:title"))
    for heading in headings:
        if heading and given and _same_start(heading, given):
            return heading
    return given or next((heading for heading in headings if heading), None) or plain(_first(tree, "//title/text()"))


def _same_start(heading: str, given: str) -> bool:
    """Whether a visible heading is the headline that the metadata gives, perhaps cut short or with the site's name behind it."""
    one, other = ("".join(sign for sign in text.casefold() if sign.isalnum()) for text in (heading, given))
    return len(one) > 8 and (one in other or other[:60] in one)


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from split_authors(value) if not value.startswith("http") else ()
    elif isinstance(value, dict):
        yield from (name for name in [plain(value.get("name"))] if name)
    elif isinstance(value, list):
        yield from (name for item in value for name in _names(item))


def _people(value: Any) -> Iterator[str]:
    """Names, without those that the markup calls organisations."""
    for item in value if isinstance(value, list) else [value]:
        if not (isinstance(item, dict) and str(item.get("@type", "")).endswith("Organization")):
            yield from _names(item)


def _authors(tree: Any, article: Mapping[str, Any], metas: Mapping[str, str]) -> tuple[str, ...]:
    marked = (plain(node.text_content()) or "" for node in tree.xpath("//*[@rel='author' or @itemprop='author']")[:6])
    options: tuple[Iterable[str], ...] = (
        _people(article.get("author") or article.get("creator")),
        _names([metas.get(key) for key in ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author")]),
        (name for text in marked if 0 < len(text) < 60 for name in split_authors(text)),
    )
    for names in options:
        found = tuple(dict.fromkeys(name for name in names if name and find_outlet(name) is None and "/" not in name))
        if found:
            return found
    return ()


def _outlet(article: Mapping[str, Any], metas: Mapping[str, str], url: str | None) -> str | None:
    publisher = article.get("publisher")
    named = [plain(publisher.get("name"))] if isinstance(publisher, dict) else [plain(publisher)]
    given = next((name for name in [*named, plain(metas.get("og:site_name"))] if name and not name.startswith("http")), None)
    known = find_outlet(url) if url else None
    return given or (known.name if known is not None else None) or (host_of(url) if url else None)


def _published(tree: Any, article: Mapping[str, Any], metas: Mapping[str, str]) -> str | None:
    keys = (
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
        "parsely-pub-date", "pubdate", "publishdate", "publish-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
    )  # fmt: skip
    times = tree.xpath(
        "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime | //article//time/@datetime"
    )[:1]
    options = [article.get("datePublished"), *(metas.get(key) for key in keys), article.get("dateCreated"), *times]
    return next((date for option in options if (date := read_date(option)) is not None), None)


def _addresses(
    tree: Any, article: Mapping[str, Any], metas: Mapping[str, str], saved: str | None
) -> tuple[str | None, tuple[str, ...]]:
    """The page's own address, and those that it names as what it copies: JSON-LD ``isBasedOn``, and a canonical link that leads to
    another site than the page's own (as syndicated copies have)."""
    based = [link for link in _links(article.get("isBasedOn") or article.get("isBasedOnUrl")) if _web(link)]
    canonical = _web(_first(tree, "//link[@rel='canonical']/@href"))
    others = [link for link in (_web(metas.get("og:url")), _web(_address(article))) if link and link not in based]
    own = saved or (others[0] if others and canonical and _site(others[0]) != _site(canonical) else None)
    url = own or (canonical if canonical not in based else None) or next(iter(others), None)
    copied = [canonical] if canonical and own and _site(canonical) != _site(own) else []
    return url, tuple(dict.fromkeys([*based, *copied]))


def _site(address: str) -> str:
    return ".".join(host_of(address).split(".")[-2:])


def _links(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (link for link in (value.get("url"), value.get("@id")) if isinstance(link, str))
    elif isinstance(value, list):
        yield from (link for item in value for link in _links(item))


def _extra(article: Mapping[str, Any]) -> dict[str, Json]:
    kept: dict[str, Json] = {}
    sources = list(_names(article.get("sourceOrganization")))
    if sources:
        kept["source"] = sources[0]
    return kept
