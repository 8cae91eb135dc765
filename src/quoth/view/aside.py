"""An article that is to be set aside, or was: what a person needs to see to do it, and to take it back."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.link.judged.standing import ARTICLE
from quoth.store import ReadView, Tallies
from quoth.store.aside import documents_aside
from quoth.view.correcting import Before, judged_before
from quoth.view.find import find_document
from quoth.view.judgements import Ruling, rulings_standing


@dataclass(frozen=True, slots=True)
class ArticleToSetAside:
    """An article, with how many versions of it go with it."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    statements: int
    versions: int
    before: Before


@dataclass(frozen=True, slots=True)
class AsidePage:
    """An article that counts nowhere, with who set it aside and why."""

    id: str
    title: str | None
    outlet: str | None
    ruling: Ruling


def article_to_set_aside(read: ReadView, identifier: str) -> ArticleToSetAside:
    """What goes where this article is set aside. Raises ``UsageError`` where there is none."""
    document = find_document(read, identifier)
    versions = [one.id for one in read.versions(document.article)]
    return ArticleToSetAside(
        document.id,
        document.title,
        document.outlet,
        document.published,
        sum(Tallies(read.engine).statements_of(versions).values()),
        len(versions),
        judged_before(read, ARTICLE, [document.article]),
    )


def aside_page(read: ReadView, identifier: str) -> AsidePage | None:
    """The article of this identifier where somebody set it aside; None where it stands, or is not known."""
    found = next(iter(documents_aside(read.engine, [identifier])), None)
    ruling = next(iter(rulings_standing(read, ARTICLE, [found.article])), None) if found else None
    return AsidePage(found.id, found.title, found.outlet, ruling) if found and ruling else None
