"""Stories: documents about the same run of events, by words, names, figures, dates and nearness in time, and copies.

Each document is compared with those that share rare words with it (``likeness``); then documents, and what copies bind together, are joined
by average linkage while it is likely enough that they tell of one event (``linkage``), and the events of one run put together (``gathering``). All
are functions of the set: the order in which documents are given or arrived changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.group.entries import Entry, Tie, find_events, in_order, pairs_of, put_together, replies, story_of
from quoth.group.gathering import Run
from quoth.group.gists import Gist, read_gist
from quoth.group.likeness import compare_all
from quoth.group.linkage import Pair
from quoth.group.nearest import Nearest
from quoth.group.worth import SAMPLE, Worth
from quoth.lexicon.sampling import ordinal, sample
from quoth.records import Copy, Document, Segment, Story

Page = tuple[Document, Sequence[Segment]]


@dataclass(frozen=True, slots=True)
class Grouped:
    """All documents of a corpus, grouped."""

    entries: Sequence[Entry]
    """In order; what follows names them by their numbers."""
    nearest: Sequence[Nearest]
    pairs: Sequence[Pair]
    events: Sequence[Sequence[int]]
    runs: Sequence[Run]

    def stories(self) -> tuple[Story, ...]:
        """The stories, in order."""
        return in_order(story_of(run, self.entries) for run in self.runs)


def group_stories(pages: Iterable[Page], *, copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    """The stories of all documents, those of one document included; in order of first publication, then identifier.

    ``copies`` keep a document with what it shares its text with (citations do not). Time and memory grow with the documents and with how many of
    them share rare words with each. Titles are the words of the document that is most like the others.
    """
    return group_gists((read_gist(*page) for page in pages), copies=copies)


def group_gists(gists: Iterable[Gist], *, copies: Sequence[Copy] = ()) -> tuple[Story, ...]:
    """``group_stories`` of documents that were read already."""
    held = list(gists)
    return group_all(held, worth_among(held), ties_of(copies)).stories()


def worth_among(gists: Iterable[Gist]) -> Worth:
    """How rare words are in a corpus."""
    held = {gist.heading.document: gist for gist in gists}
    found = sample({document: ordinal(gist.heading.day) for document, gist in held.items()}, SAMPLE)
    return Worth.of(held[document].words for document in found.documents)


def ties_of(copies: Iterable[Copy]) -> set[Tie]:
    """What shares its text."""
    return {(copy.copy, copy.source) for copy in copies if copy.kind != "citation"}


def group_all(gists: Iterable[Gist], worth: Worth, ties: Iterable[Tie]) -> Grouped:
    """A whole corpus, grouped; ``ties`` beside those of posts with what they answer."""
    entries = sorted((Entry.of(gist, worth) for gist in gists), key=lambda one: one.rank)
    names = [one.heading.document for one in entries]
    nearest, compared = compare_all([one.profile for one in entries], [one.heading.day for one in entries], names)
    posts = {one.heading.document: (one.heading.post, one.heading.answers) for one in entries}
    pairs = list(pairs_of(entries, compared))
    events = find_events(entries, pairs, {*ties, *replies(posts)})
    return Grouped(entries, nearest, pairs, events, put_together(entries, events))
