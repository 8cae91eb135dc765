"""Documents from what a format found: identifiers, language, date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from quoth.errors import UnusableInput
from quoth.language.identify import identify_language
from quoth.records import Document, Json, Origin, Original, PublishedFrom, SetAside, document_id, identify

LONGEST = 1_000_000
"""Code points of an article at most, some 170,000 words: what is longer is a book, many articles in one, or made to fill memory."""
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "yclid", "ref_src", "igshid")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file or page says of an article beside its text. Empty strings do not occur: an unknown is None."""

    input_id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom = "unknown"
    fetched: str | None = None
    language: str | None = None
    forwarded_from: str | None = None
    reply_to: str | None = None
    based_on: tuple[str, ...] = ()
    modified: str | None = None
    around: str | None = None
    extra: Mapping[str, Json] = field(default_factory=dict)


def make_original(content: bytes, *, media_type: str, encoding: str | None) -> Original:
    """The bytes of a file or record with their SHA-256."""
    return Original(hashlib.sha256(content).hexdigest(), content, media_type, encoding)


def make_document(facts: Facts, text: str, *, origin: Origin, original: Original, record: bool = False) -> Document:
    """The document of an article's text and the facts about it.

    ``record``: it came from a file of many records, so that without address, number and title its own words tell it apart from the
    others. The language is told from the text unless the facts name it.
    """
    article = _article(facts, text, origin, record=record)
    return Document(
        id=document_id(article, facts.outlet, facts.title, facts.authors, facts.published, text),
        article=article,
        input_id=facts.input_id,
        outlet=facts.outlet,
        url=facts.url,
        title=facts.title,
        authors=facts.authors,
        published=facts.published,
        published_from=facts.published_from,
        fetched=facts.fetched,
        language=facts.language or identify_language(text),
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        origin=origin,
        text=text,
        original=original.sha256,
        forwarded_from=facts.forwarded_from,
        reply_to=facts.reply_to,
        based_on=facts.based_on,
        extra=facts.extra,
        modified=facts.modified,
        around=facts.around,
    )


def is_overlong(text: str) -> bool:
    """Whether a text is longer than any article."""
    return len(text) > LONGEST


def overlong(text: str, name: str) -> UnusableInput:
    """What is said of such a text."""
    return UnusableInput(
        "too-large",
        f"{name} holds a text of {len(text):,} characters, and no article has more than {LONGEST:,}. Cut it into its articles or chapters.",
        name=name,
    )


def set_aside(name: str, reason: str, message: str, *, sha256: str | None = None) -> SetAside:
    """An input that could not be read, with the reason."""
    return SetAside(name=name, sha256=sha256, stage="read", reason=reason, message=message)


def noted(
    item: tuple[Original, Sequence[Document]] | SetAside, name: str, *, record: bool = False
) -> Iterator[tuple[Original, Sequence[Document]] | SetAside]:
    """A reading, and after it a note for each of its documents that no route dates, unless another article of its file is dated.

    Files beside are a hint (``Document.around``) and no reason to keep silent: the reader was not told that they belong together.

    A ``record`` may leave its date out (the field is optional) and is noted only where it gives one that cannot be read.
    """
    yield item
    if not isinstance(item, SetAside):
        dated = any(document.published is not None for document in item[1])
        undated = [document for document in item[1] if not dated]
        yield from (_undated(document, name) for document in undated if not record or "published" in document.extra)


def _undated(document: Document, name: str) -> SetAside:
    what = f"“{document.title}”" if document.title else "an untitled article"
    given = f" (“published” is {document.extra['published']!r})" if "published" in document.extra else ""
    return set_aside(
        name,
        "undated",
        f"{name} holds {what} without a date that can be read{given}. It is kept, but words such as “Friday” in it stay open. To date it, "
        "give it a date: a line such as “Date: 2022-10-24” above a text, a field “published” such as “2022-10-24” in a record, or the date "
        "in the file's name.",
        sha256=document.original,
    )


def plain_language(value: object) -> str | None:
    """The ISO 639-1 code of a language tag ("en-US", "EN"); None where it is no such tag."""
    code = value.strip().replace("_", "-").split("-")[0].lower() if isinstance(value, str) else ""
    return code if len(code) == 2 and code.isalpha() else None


def plain_url(url: str) -> str:
    """A URL as it names an article: https, host in small letters without ``www.``, no fragment, no tracking, no slash at its end."""
    parts = urlsplit(url.strip())
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not key.lower().startswith(_TRACKING)])
    host = parts.netloc.lower().removeprefix("www.")
    return f"https://{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def _article(facts: Facts, text: str, origin: Origin, *, record: bool) -> str:
    if facts.url:
        return identify("article", plain_url(facts.url))
    if facts.input_id is not None:
        return identify("article", facts.outlet or origin.file, facts.input_id)
    if record and facts.title is None:
        return identify("article", origin.file, text)
    return identify("article", origin.file, facts.title)
