"""An article that is to be set aside, or was: what a person needs to see to do it, and to take it back."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.link.judged.standing import ARTICLE
from quoth.store import ReadView, Tallies
from quoth.store.aside import STAGE, Aside, documents_aside, name_of
from quoth.view.correcting import Before, judged_before
from quoth.view.find import find_document
from quoth.view.judgements import Ruling, rulings_standing

EACH = 100
"""Inputs of one page."""


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


@dataclass(frozen=True, slots=True)
class AsideRow:
    """An input that could not be used, or an article that somebody set aside."""

    name: str
    sha256: str | None
    stage: str
    reason: str
    message: str
    article: str | None
    """Of one that somebody set aside: its identifier."""
    judgement: str | None
    """The judgement that set it aside."""


@dataclass(frozen=True, slots=True)
class SetAsidePage:
    """One page of what is set aside."""

    rows: tuple[AsideRow, ...]
    found: int
    each: int


def set_aside_page(read: ReadView, *, number: int = 1) -> SetAsidePage:
    """What could not be used, and what people set aside; ``number`` counts pages from 1."""
    every = read.set_aside()
    shown = every[(number - 1) * EACH : number * EACH]
    away = documents_aside(read.engine) if any(one.stage == STAGE for one in shown) else ()
    held: dict[tuple[str | None, str], Aside] = {(one.sha256, name_of(one)): one for one in away}
    found = [held.get((one.sha256, one.name)) if one.stage == STAGE else None for one in shown]
    rulings = {one.subject[0]: one.id for one in reversed(rulings_standing(read, ARTICLE, [one.article for one in found if one]))}
    rows = (
        AsideRow(
            one.name, one.sha256, one.stage, one.reason, one.message, *((it.id, rulings.get(it.article)) if it else (None, None))
        )
        for one, it in zip(shown, found, strict=True)
    )
    return SetAsidePage(tuple(rows), len(every), EACH)


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
