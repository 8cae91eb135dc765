"""Documents to group, as the rooms before give them."""

from __future__ import annotations

from quoth.records import Document, Segment

Page = tuple[Document, tuple[Segment, ...]]


def page(name: str, text: str, published: str | None = None, title: str | None = None) -> Page:
    """A document of an outlet of its own, its whole text body."""
    document = Document(
        id=name, article=name, input_id=None, outlet=f"Outlet {name}", url=None, title=title, authors=(), published=published,
        published_from="unknown", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    return document, (Segment("body", 0, len(text)),)
