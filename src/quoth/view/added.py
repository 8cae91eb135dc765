"""What came of adding something: the new articles, and the stories that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.store import ReadView
from quoth.view.coverage import headline, outlet_name


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """A new article."""

    id: str
    title: str
    outlet: str
    published: str | None


@dataclass(frozen=True, slots=True)
class AddedStory:
    """A story that holds new articles."""

    id: str
    title: str
    new: int
    """How many of its articles are new."""
    articles: int


@dataclass(frozen=True, slots=True)
class Added:
    """What the ledger holds now of what was added then."""

    articles: tuple[AddedArticle, ...]
    stories: tuple[AddedStory, ...]


def added(read: ReadView, articles: Sequence[str], stories: Sequence[str]) -> Added:
    """Those of the articles and stories that the ledger still holds; stories change with every article."""
    new = set(articles)
    return Added(
        tuple(AddedArticle(one.id, headline(one), outlet_name(one), one.published) for one in read.documents(articles)),
        tuple(
            AddedStory(one.id, " ".join(one.title.split()), len(new.intersection(one.documents)), len(one.documents))
            for one in read.stories(stories)
        ),
    )
