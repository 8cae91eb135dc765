"""What a plain text says of itself: title, authors, outlet, address, and the date it was filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quoth.layout import find_paragraphs, looks_like_prose, looks_like_title
from quoth.lexicon.datelines import LABELLED_DATE, match_date_line, match_dateline
from quoth.lexicon.furniture import furniture
from quoth.lexicon.imprints import Imprint, match_imprint, match_issuer
from quoth.lexicon.outlets import find_outlet, host_of
from quoth.read.dates import DayOfYear, date_in_name, find_full_dates, read_date, read_day
from quoth.read.documents import Facts
from quoth.records import PublishedFrom, Span

REACH = 10
"""Paragraphs at a text's start in which title, byline and date are looked for."""

FOOT = 3
"""Paragraphs at its end in which it is said who issued it."""

LATEST = timedelta(days=366)
"""How much later than its day a document may tell of."""

_LABELS = {
    "title": "title", "headline": "title", "заголовок": "title", "titel": "title", "titre": "title", "título": "title", "titolo": "title",
    "author": "authors", "authors": "authors", "by": "authors", "byline": "authors", "автор": "authors", "autor": "authors",
    "date": "published", "published": "published", "posted": "published", "published on": "published", "publication date": "published",
    "дата": "published", "datum": "published", "fecha": "published", "data": "published",
    "source": "outlet", "outlet": "outlet", "publisher": "outlet", "site": "outlet", "источник": "outlet", "quelle": "outlet",
    "url": "url", "link": "url", "original": "url", "canonical": "url",
}  # fmt: skip
_LABELLED = re.compile(r"([^\W\d_][^\W\d_ ]*(?: [^\W\d_]+)?)\s*:\s*(\S.*)", re.DOTALL)
_PUBLISHED_AT = re.compile(r"published (?:at|by|on|in):?\s+(?P<where>(?!\d)\S[^\n]{1,80}?)\.?", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|di|door|av|af|written by|story by|authors?|reporter)\s*:?\s+(?=\S)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\||&|/|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b|\bund\b)\s*")
_ROLE = re.compile(
    r"\b(?:reporters?|correspondents?|contributors?|editors?|writers?|columnists?|staff|news|press|agency|analyst|producer|opinion|bureau|chief|"
    r"special|today|post|times|guest)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|for|at|from|of|@) .*$")
_MARKS = "\"'“”‘’ \t\r\n*_"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at an article's head and foot. ``day`` is its dateline's date where that lacks the year."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom = "unknown"
    day: DayOfYear | None = None


def read_head(text: str) -> Head:
    """The facts that an article's own text states."""
    spans = find_paragraphs(text)
    labels, imprint = _labels(text, spans), _imprint(text, spans)
    published, published_from, day = _date(text, spans, labels)
    url = labels.get("url")
    if published is None and imprint is not None and (said := read_date(imprint.day)) is not None:
        published, published_from, day = said, "dateline", None
    return Head(
        title=labels.get("title") or _title(text, spans),
        authors=_authors(text, spans, labels, imprint),
        outlet=_outlet(text, spans, labels, url, imprint),
        url=url if url and host_of(url) else None,
        published=published,
        published_from=published_from,
        day=day,
    )


def completed(facts: Facts, text: str, name: str) -> Facts:
    """What metadata leave open: title and date from the text itself, then the date in the address or in the file's name."""
    if facts.published is not None and facts.title is not None:
        return facts
    head = read_head(text)
    dated = date_in_name(facts.url or "") or date_in_name(name.rsplit("/", 1)[-1])
    source: PublishedFrom = head.published_from if head.published else "file" if dated else "unknown"
    return replace(
        facts,
        title=facts.title or head.title,
        published=facts.published or head.published or dated,
        published_from=facts.published_from if facts.published else source,
    )


def said_dates(text: str) -> list[date]:
    """The dates by which a text dates itself, with the year: labelled dates, dates alone on a line, datelines."""
    head = read_head(text)
    return [] if head.published is None else [date.fromisoformat(head.published[:10])]


def split_authors(names: str) -> tuple[str, ...]:
    """The people of a byline, in order, without "By", quotation marks and roles ("Business Reporter")."""
    bare = _BY.sub("", names.strip(), count=1) if _BY.match(names.strip()) else names
    found = (_PLACE.sub("", name.strip(_MARKS + ".-")) for name in _AND.split(bare))
    return tuple(dict.fromkeys(name for name in found if name and not _is_role(name)))


def _is_role(name: str) -> bool:
    return _ROLE.search(name) is not None or "@" in name or (find_outlet(name) is not None and not name.islower())


def _labels(text: str, spans: list[Span]) -> dict[str, str]:
    """Labelled lines ("Title: …", "Date: …") at the text's start, up to the first line of another kind."""
    found: dict[str, str] = {}
    for words in _first_lines(text, spans):
        if set(words) <= {"-"}:
            continue
        match = _LABELLED.fullmatch(words)
        key = None if match is None else _LABELS.get(match[1].strip().lower())
        if match is None or key is None:
            break
        found.setdefault(key, match[2].strip(_MARKS))
    return found


def _first_lines(text: str, spans: list[Span]) -> Iterator[str]:
    for start, end in spans[:REACH]:
        yield from (line.strip() for line in text[start:end].splitlines() if line.strip())


def _title(text: str, spans: list[Span]) -> str | None:
    """The first line that is no furniture, if it has a headline's shape and running text, a byline or a dateline comes after it."""
    for number, span in enumerate(spans[:REACH]):
        words = text[slice(*span)]
        if words.startswith("#"):
            return " ".join(words.lstrip("#").split()).rstrip("# ")
        rule = furniture().find(words, near_top=True)
        if rule is not None and (number or rule.kind != "related" or rule.opens):
            continue
        if match_imprint(words) is not None or (match_date_line(words) is not None and (number or not _is_headline(text, spans))):
            continue
        shaped = looks_like_title(words) and match_dateline(text, *span) is None and not LABELLED_DATE.match(words)
        return " ".join(words.split()) if shaped and number + 1 < len(spans) else None
    return None


def _imprint(text: str, spans: list[Span]) -> Imprint | None:
    """What the first line says that holds outlet, author and day alone, before any running text."""
    for start, end in spans[:REACH]:
        found = next((told for line in text[start:end].splitlines() if (told := match_imprint(line)) is not None), None)
        if found is not None or looks_like_prose(text[start:end]):
            return found
    return None


def _authors(text: str, spans: list[Span], labels: dict[str, str], imprint: Imprint | None) -> tuple[str, ...]:
    if "authors" in labels:
        return split_authors(labels["authors"])
    signed = _byline(text, spans)
    return signed if signed or imprint is None or imprint.authors is None else split_authors(imprint.authors)


def _byline(text: str, spans: list[Span]) -> tuple[str, ...]:
    for start, end in spans[:REACH]:
        words = " ".join(text[start:end].split())
        rule = furniture().find(words, near_top=True)
        if rule is not None and rule.kind == "byline":
            return split_authors(words)
    return ()


def _date(text: str, spans: list[Span], labels: dict[str, str]) -> tuple[str | None, PublishedFrom, DayOfYear | None]:
    if (labelled := read_date(labels.get("published"))) is not None:
        return labelled, "metadata", None
    for span in spans[:REACH]:
        words = text[slice(*span)]
        if (inline := LABELLED_DATE.match(words)) is not None:
            return inline[1], "metadata", None
        if (alone := _date_line(words)) is not None:
            return alone[0], alone[1], None
        day = _filed_on(text, span)
        if day is not None and day.year is not None:
            return f"{day.year:04d}-{day.month:02d}-{day.day:02d}", "dateline", None
        if day is not None:
            return None, "unknown", day
    placed = _placed_date(text, spans)
    return placed, "unknown" if placed is None else "dateline", None


def _placed_date(text: str, spans: list[Span]) -> str | None:
    """The date of the lines that hold a place and a date alone, where they agree and no date of the text is later by more than a year.

    Such a line at the very top with running text right below it is a headline ("Halden, 9 November 1989"), and dates nothing.
    """
    below = spans[_is_headline(text, spans) : REACH]
    days = {read_date(day) for span in below if (day := match_date_line(text[slice(*span)])) is not None}
    said = days.pop() if len(days) == 1 else None
    if said is None or any(other - date.fromisoformat(said[:10]) > LATEST for other in find_full_dates(text)):
        return None
    return said


def _is_headline(text: str, spans: list[Span]) -> bool:
    """Whether running text stands right below the first line."""
    return len(spans) > 1 and looks_like_prose(text[slice(*spans[1])])


def _date_line(words: str) -> tuple[str, PublishedFrom] | None:
    rule = furniture().find(words, near_top=True)
    if rule is None or rule.kind not in {"dateline", "provenance"}:
        return None
    labelled = re.match(r"[^\d:]{3,20}?(?::|\bon\b|\bat\b|\s)\s*(?=\S*\s*\S*\d)", words)
    is_label = labelled is not None and words.split(maxsplit=1)[0].lower().rstrip(":") in {*_LABELS, "issued", "dated"}
    said = read_date(words[labelled.end() :]) if is_label and labelled is not None else read_date(words)
    return None if said is None else (said, "metadata" if is_label else "dateline")


def _filed_on(text: str, span: Span) -> DayOfYear | None:
    found = match_dateline(text, *span)
    return read_day(found.day) if found is not None and found.day is not None else None


def _outlet(text: str, spans: list[Span], labels: dict[str, str], url: str | None, imprint: Imprint | None) -> str | None:
    """The outlet that a label or imprint names, a "Published at …" line, a line of its name alone at the top, the address, the dateline, or whose
    press service signs at the foot."""
    if imprint is not None and imprint.outlet is not None and labels.get("outlet", imprint.outlet).startswith(imprint.outlet):
        return _named(imprint.outlet)
    if "outlet" in labels:
        return _named(labels["outlet"])
    for span in reversed(spans):
        found = _PUBLISHED_AT.fullmatch(text[slice(*span)])
        if found is not None:
            return found["where"].rstrip("/")
    for span in spans[:4]:
        known = None if looks_like_prose(text[slice(*span)]) else find_outlet(text[slice(*span)])
        if known is not None:
            return known.name
    return _named(url) if url else _agency(text, spans) or _issuer(text, spans)


def _issuer(text: str, spans: list[Span]) -> str | None:
    """Whose press service signs at the foot, where nothing else tells the outlet."""
    return next((who for span in reversed(spans[-FOOT:]) if (who := match_issuer(text[slice(*span)])) is not None), None)


def _agency(text: str, spans: list[Span]) -> str | None:
    """The agency of the dateline: with no other sign of an outlet the text is the agency's own."""
    for span in spans[:REACH]:
        found = match_dateline(text, *span)
        if found is not None and found.agency is not None:
            return _named(found.agency)
        if looks_like_prose(text[slice(*span)]):
            return None
    return None


def _named(where: str) -> str | None:
    """An outlet's name as given; for an address or a registered agency's short name the registered name, else the host."""
    known = find_outlet(where)
    if "/" not in where and (known is None or known.kind != "agency"):
        return where
    return known.name if known is not None else host_of(where) or None
