"""What a report shows: one story, or the list of stories and the largest of them, always bounded, with what was left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from quoth.records import SetAside, Story
from quoth.store import ReadView, Tallies
from quoth.view.counts import UNDATED
from quoth.view.origins import OriginsPage, origins_pages
from quoth.view.story import StoriesPage, StoryPage, stories_page, story_page

STORIES = 12
"""Stories told in full in one report at most."""
ORIGINS = 12
"""Claims of a story whose origins are drawn at most."""
ARTICLES = 60
"""Articles printed in full in one report at most, over all its stories."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report. ``index`` lists all stories, those told in full and those left out."""

    title: str
    index: StoriesPage
    stories: tuple[StoryPage, ...]
    set_aside: tuple[SetAside, ...]
    whole: bool
    """Whether it is about the whole ledger, not one story of it."""
    min_score: float
    """Statements that score less are hidden; each story says how many."""
    origins: Mapping[str, tuple[OriginsPage, ...]] = field(default_factory=dict)
    """By story: where the claims that most articles make come from."""
    public: bool = False
    """Whether it is made for everybody to read: it names neither the files of the one who made it nor what was set aside."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Document → the address that it was published at."""

    @property
    def left_out(self) -> int:
        """Stories of the ledger that are listed but not told in full."""
        return len(self.index.rows) - len(self.stories)


def report_page(
    read: ReadView, *, story: Story | None = None, stories: int = STORIES, articles: int = ARTICLES, min_score: float = 0.0
) -> ReportPage:
    """The report of one story; of the whole ledger for None: then the largest stories in full, and all of them in the list."""
    if story is not None:
        return story_report(read, story, articles=articles, min_score=min_score)
    index = stories_page(read, min_score=min_score)
    told = _largest(read.without_files(), index, stories, articles)
    title = told[0].row.title if len(told) == 1 and len(index.rows) == 1 else f"{len(index.rows)} stories"
    origins = {one.row.id: widest_origins(read.without_files(), one.row.id, min_score=min_score) for one in told}
    sources = published_at(read, {row.id for one in told for row in one.list})
    return ReportPage(title, index, told, read.set_aside(), whole=True, min_score=min_score, origins=origins, sources=sources)


def story_report(
    read: ReadView, story: Story, *, articles: int = ARTICLES, min_score: float = 0.0, public: bool = False
) -> ReportPage:
    """The report of one story; ``public`` as ``ReportPage`` says."""
    told = story_page(read.without_files(), story, articles=articles, min_score=min_score)
    aside = () if public else read.set_aside()
    documents = told.row.versions if public else Tallies(read.engine).count_documents()
    undated = sum(one.reason == UNDATED for one in aside)
    index = StoriesPage((told.row,), documents, len(aside), undated, told.hidden)
    origins = {told.row.id: widest_origins(read.without_files(), told.row.id, min_score=min_score)}
    sources = published_at(read, story.documents)
    return ReportPage(
        told.row.title,
        index,
        (told,),
        aside,
        whole=False,
        min_score=min_score,
        origins=origins,
        public=public,
        sources=sources,
    )


def published_at(read: ReadView, documents: Collection[str]) -> dict[str, str]:
    """Document → the address that it was published at, for those that have one."""
    return {one.id: one.url for one in read.documents(documents) if one.url}


def widest_origins(read: ReadView, story: str, *, min_score: float = 0.0) -> tuple[OriginsPage, ...]:
    """The origins of a story's claims that more than one article makes, those with most articles first."""
    claims = [
        claim for claim in read.claims(story) if claim.reckoning and len({one.document for one in claim.reckoning.tellings}) > 1
    ]
    claims.sort(key=lambda claim: -len(claim.documents))
    return origins_pages(read, claims[:ORIGINS], min_score=min_score)


def _largest(read: ReadView, index: StoriesPage, stories: int, articles: int) -> tuple[StoryPage, ...]:
    by_id = {story.id: story for story in read.stories()}
    told: list[StoryPage] = []
    for row in index.rows[:stories]:
        if articles <= 0:
            break
        told.append(story_page(read, by_id[row.id], articles=articles, min_score=index.hidden.min_score))
        articles -= len(told[-1].articles)
    return tuple(told)
