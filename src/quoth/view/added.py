"""What came of adding something: the new articles, and the stories that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.records import Story
from quoth.store import ReadView
from quoth.view.coverage import count_articles, headline, outlet_name
from quoth.view.houses import house_of, names_of


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
    """How many of its articles are new, or came in a new version."""
    articles: int
    """Versions of one counted once, as everywhere."""


@dataclass(frozen=True, slots=True)
class Added:
    """What the ledger holds now of what was added then."""

    articles: tuple[AddedArticle, ...]
    stories: tuple[AddedStory, ...]


def added(read: ReadView, articles: Sequence[str], stories: Sequence[str]) -> Added:
    """Those of the articles and stories that the ledger still holds; stories change with every article."""
    houses = names_of(read.outlets())
    held = ((one, house_of(one.outlet, houses) or outlet_name(one)) for one in read.documents(articles))
    return Added(
        tuple(AddedArticle(one.id, headline(one), outlet, one.published) for one, outlet in held),
        tuple(_story(read, one, frozenset(articles)) for one in read.stories(stories)),
    )


def _story(read: ReadView, story: Story, new: frozenset[str]) -> AddedStory:
    held = tuple(read.documents_in_short(story.documents))
    return AddedStory(
        story.id, " ".join(story.title.split()), count_articles(one for one in held if one.id in new), count_articles(held)
    )
