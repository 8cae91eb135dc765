"""Stories: the list of them, and one story whole, with everything that its report shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.link.judged.standing import STORY
from quoth.records import Claim, Document, Story
from quoth.store import Head, ReadView
from quoth.view.article import ArticlePage, lay_out_article
from quoth.view.claims import ClaimsPage, lay_out_claims, open_first
from quoth.view.contacts import ContactsPage, lay_out_contacts
from quoth.view.copies import CopiesPage, lay_out_copies
from quoth.view.counts import UNDATED
from quoth.view.coverage import Coverage, collapse_copies, gather
from quoth.view.dates import date_key, year_of
from quoth.view.disagreements import DisagreementsPage, lay_out_disagreements
from quoth.view.figures import FiguresPage, lay_out_figures
from quoth.view.houses import names_of, outlets_of
from quoth.view.judged import AsJudged
from quoth.view.kept import keep_claim, keep_point
from quoth.view.rivals import find_rivals
from quoth.view.scores import Hidden, checked_score
from quoth.view.silence import LookedIn, look
from quoth.view.stands import is_disputed
from quoth.view.terms import TermsPage, lay_out_terms
from quoth.view.timeline import TimelinePage, lay_out_timeline
from quoth.view.versions import latest
from quoth.view.voice import VoicePage, lay_out_voice


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story in a list: the funnel from articles to texts, and what is disputed."""

    id: str
    title: str
    first: str | None
    last: str | None
    articles: int
    versions: int
    """Documents: every version of every article."""
    texts: int
    outlets: tuple[str, ...]
    """Those whose name is known, in order of their first article."""
    nameless: int
    """Documents whose outlet is unknown."""
    claims: int
    disputed: int
    disagreements: int


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """All stories, the largest first."""

    rows: tuple[StoryRow, ...]
    documents: int
    set_aside: int
    """Inputs that are noted: those that could not be used, and those ``undated``, which are kept."""
    undated: int
    hidden: Hidden


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in a story's list."""

    id: str
    outlet: str
    title: str
    published: str | None
    published_from: str
    superseded: bool
    """A later version of it is in the ledger."""
    statements: int
    """Those that are shown."""
    unread: bool
    """It was not read for statements."""
    file: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story whole. ``articles`` holds full texts of at most as many articles as were asked for; ``list`` names all."""

    row: StoryRow
    claims: ClaimsPage
    disagreements: DisagreementsPage
    contacts: ContactsPage
    timeline: TimelinePage
    copies: CopiesPage
    terms: TermsPage
    figures: FiguresPage
    """All figures; those on which accounts differ are among the ``disagreements``."""
    voice: VoicePage
    """Whose voice is heard, and what each outlet brings."""
    unread: int
    """Documents that were not read for statements."""
    list: tuple[ArticleRow, ...]
    articles: tuple[ArticlePage, ...]
    hidden: Hidden
    looked: LookedIn
    """In what its outlets, and the parties that stand on its claims, were looked for where a claim was not found."""
    judged: tuple[AsJudged, ...]
    """Who joined other stories with it, or parted articles from it."""


def stories_page(read: ReadView, *, min_score: float = 0.0) -> StoriesPage:
    """All stories of the ledger. Claims and points of difference that rest only on statements under ``min_score`` are not counted."""
    documents = {document.id: document for document in read.documents()}
    text_of = {one: index for index, group in enumerate(collapse_copies(documents, read.copies())) for one in group}
    claims, points, hidden = _counted(read, checked_score(min_score))
    rows = [
        story_row(
            story,
            [documents[one] for one in story.documents if one in documents],
            text_of,
            claims.get(story.id, ()),
            points[story.id],
        )
        for story in read.stories()
    ]
    rows.sort(key=lambda row: (-row.articles, date_key(row.first), row.id))
    aside = read.set_aside()
    undated = sum(one.reason == UNDATED for one in aside)
    return StoriesPage(tuple(rows), len(documents), len(aside), undated, hidden)


def story_page(
    read: ReadView, story: Story, *, articles: int | None = None, min_score: float = 0.0, words: bool = True
) -> StoryPage:
    """One story whole, with the full text of at most ``articles`` articles (None: all), those with most statements. Statements that
    score less than ``min_score`` are hidden, and claims and points of difference that rest on no other. Unless ``words`` are wanted, only the
    first claim has its words: those of the others, of points, contacts and copies are left to their own pages."""
    coverage = latest(read, gather(read, story.documents, min_score=min_score, mentions=True))
    text_of = {one: index for index, group in enumerate(collapse_copies(coverage.documents, coverage.copies)) for one in group}
    contacts = lay_out_contacts(coverage, words=words)
    told = tuple(read.claims(story.id))
    differ = tuple(read.disagreements(story.id))
    claims = lay_out_claims(coverage, told, words=words, rivals=find_rivals(coverage, told, differ))
    points = lay_out_disagreements(coverage, differ, words=words)
    if not words:
        claims = open_first(coverage, told, claims)
    listed = _list_articles(coverage)
    kept = tuple(claim for one in told if (claim := keep_claim(coverage, one)))
    return StoryPage(
        row=story_row(story, tuple(coverage.documents.values()), text_of, kept, len(points.rows)),
        claims=claims,
        disagreements=points,
        contacts=contacts,
        timeline=lay_out_timeline(coverage, contacts),
        copies=lay_out_copies(coverage, words=words),
        terms=lay_out_terms(coverage),
        figures=lay_out_figures(coverage, differ),
        voice=lay_out_voice(coverage, kept),
        unread=len(coverage.unread),
        list=listed,
        articles=_lay_out_articles(coverage, listed, articles),
        hidden=Hidden(min_score, len(coverage.hidden), claims.hidden.claims, points.hidden.points),
        looked=look(coverage, told, names_of(outlet for outlet in read.outlets() if outlet)),
        judged=coverage.rulings.on(STORY, story.documents),
    )


def _counted(read: ReadView, min_score: float) -> tuple[dict[str, list[Claim]], Counter[str | None], Hidden]:
    """The claims of each story and how many points of difference it has, by the statements that are shown."""
    claims, points = tuple(read.claims()), tuple(read.disagreements())
    hidden = Hidden(min_score)
    if min_score > 0:
        coverage = gather(read, min_score=min_score)
        kept = tuple(claim for one in claims if (claim := keep_claim(coverage, one)))
        parted = tuple(point for one in points if (point := keep_point(coverage, one)))
        hidden = Hidden(min_score, len(coverage.hidden), len(claims) - len(kept), len(points) - len(parted))
        claims, points = kept, parted
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.story is not None:
            grouped.setdefault(claim.story, []).append(claim)
    return grouped, Counter(point.story for point in points), hidden


def story_row(
    story: Story, documents: Sequence[Document | Head], text_of: Mapping[str, int], claims: Sequence[Claim], disagreements: int
) -> StoryRow:
    """The story's line in a list, of these documents, by these claims and so many points of difference."""
    disputed = sum(1 for claim in claims if is_disputed(position.stance for position in claim.positions))
    return StoryRow(
        id=story.id,
        title=" ".join(story.title.split()),
        first=story.first,
        last=story.last,
        articles=len({document.article for document in documents}),
        versions=len(documents),
        texts=len({text_of[document.id] for document in documents}),
        outlets=outlets_of(document.outlet for document in documents),
        nameless=sum(1 for document in documents if not document.outlet),
        claims=len(claims),
        disputed=disputed,
        disagreements=disagreements,
    )


def shared_year(row: StoryRow) -> str | None:
    """The year that all of a story's dates share: it is then said once, and left out elsewhere."""
    first, last = year_of(row.first), year_of(row.last)
    return first if first == last else None


def _list_articles(coverage: Coverage) -> tuple[ArticleRow, ...]:
    shown = [*coverage.statements.values(), *(one for one in coverage.former.values() if one.score >= coverage.min_score)]
    counts = Counter(statement.document for statement in shown)
    return tuple(
        ArticleRow(
            id=document.id,
            outlet=coverage.outlet(document),
            title=coverage.headline(document.id),
            published=document.published,
            published_from=document.published_from,
            superseded=document.id in coverage.superseded,
            statements=counts[document.id],
            unread=document.id in coverage.unread,
            file=document.origin.file if document.origin else None,
            sha256=document.sha256,
        )
        for document in coverage.documents.values()
    )


def _lay_out_articles(coverage: Coverage, listed: Sequence[ArticleRow], most: int | None) -> tuple[ArticlePage, ...]:
    found = Counter(statement.document for statement in (*coverage.statements.values(), *coverage.hidden.values()))
    ranked = sorted(listed, key=lambda row: (row.superseded, -found[row.id], row.id))[:most]
    wanted = {row.id for row in ranked}
    return tuple(lay_out_article(coverage, document) for document in coverage.documents.values() if document.id in wanted)
