"""What the report of one claim shows: who stands where, in which words, where it comes from, and the articles that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quoth.records import Document
from quoth.store import ReadView, moment_key
from quoth.view.claims import ClaimPage, ClaimRow, claim_page
from quoth.view.coverage import headline, outlet_name
from quoth.view.houses import house_of, names_of
from quoth.view.origins import OriginsPage, origins_page


@dataclass(frozen=True, slots=True)
class Rests:
    """An article that a claim rests on."""

    id: str
    title: str
    outlet: str
    published: str | None
    url: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """A claim whole. It is made for everybody to read: it names no file of the one who made it."""

    claim: ClaimPage
    story: str | None
    """The title of its story."""
    origins: Mapping[str, tuple[OriginsPage, ...]]
    """By the claim's identifier, as in the report of a story."""
    articles: tuple[Rests, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    """Document → the address that it was published at."""
    public: bool = True


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim in short, to stand in somebody else's page."""

    row: ClaimRow
    sources: Mapping[str, str] = field(default_factory=dict)
    """Document → the address that it was published at."""
    public: bool = True


def claim_report(read: ReadView, identifier: str, *, min_score: float = 0.0) -> ClaimReport:
    """The report of the claim of that identifier, or the beginning of one. Raises ``UsageError`` where there is none."""
    read = read.without_files()
    page = claim_page(read, identifier, min_score=min_score)
    row = page.row
    story = next(iter(read.stories([row.story])), None) if row.story else None
    origins = origins_page(read, row.id, min_score=min_score)
    claim = next(iter(read.claims(ids=[row.id])))
    houses = names_of(read.outlets())
    documents = sorted(read.documents(claim.documents), key=lambda one: (moment_key(one.published), one.id))
    sources = {one.id: one.url for one in documents if one.url}
    title = " ".join(story.title.split()) if story else None
    return ClaimReport(page, title, {row.id: (origins,)}, tuple(_rests(one, houses) for one in documents), sources)


def claim_card(read: ReadView, identifier: str, *, min_score: float = 0.0) -> ClaimCard:
    """The card of a claim. Raises ``UsageError`` where there is none."""
    row = claim_page(read.without_files(), identifier, min_score=min_score).row
    documents = {one.document for one in row.said}
    return ClaimCard(row, {one.id: one.url for one in read.documents(documents) if one.url})


def _rests(document: Document, houses: Mapping[str, str]) -> Rests:
    outlet = house_of(document.outlet, houses) or outlet_name(document)
    return Rests(document.id, headline(document), outlet, document.published, document.url, document.sha256)
