"""Stories, kept up to date in the ledger: one more document costs what one document costs.

How rare words are is told by a sample that news of the day does not enter (``group.worth``); where a document does, and where much came at once or
a document went or changed, all are grouped anew. Else only what the new ones bear on is (``group.regroup``), with the same stories.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from quoth.group.entries import Entry, Tie, in_order, replies
from quoth.group.gists import Gist
from quoth.group.regroup import Regrouping, keep_all
from quoth.group.stories import group_all, group_gists, ties_of
from quoth.group.worth import SAMPLE, Worth
from quoth.lexicon.sampling import ordinal, parting_day, rank, sample
from quoth.link.days import day_of
from quoth.records import Copy, Story
from quoth.run.deciding import Deciding
from quoth.run.gists import every_gist, gists_of
from quoth.run.grouped import Filing
from quoth.run.program import program
from quoth.run.undisturbed import undisturbed
from quoth.store import ReadView, Store
from quoth.store.citings import Citings
from quoth.store.database import reading
from quoth.store.groupings import Groupings

SOME = 4
"""Documents are added to those that are grouped where there are at least this many times as many already."""


def update_stories(store: Store) -> None:
    """Bring what is kept of stories up to date with the documents, and with the edges between them as they are judged."""
    with store.write() as writer:
        kept, view = Groupings(writer.connection), writer.read()
        shared = view.overlaps()
        if shared is None:
            return  # the search for copies did not get through
        ties = ties_of(Deciding(view).copies(tuple(shared)))
        number_of = {document: number for number, document in kept.waiting()}
        some = kept.is_whole(program()) and len(number_of) * SOME <= kept.last()
        gists = gists_of(view, list(number_of)) if some else []
        worth = _worth(kept, gists) if some else None
        if worth is None:
            with undisturbed():
                _make_anew(kept, view, ties)
        else:
            _add(kept, gists, number_of, worth, ties)


def find_stories(view: ReadView, copies: Collection[Copy]) -> tuple[Story, ...]:
    """The stories of all documents: as they are kept, where they are up to date with the documents and these edges."""
    with reading(view.engine) as connection:
        kept = Groupings(connection)
        if kept.is_whole(program()) and not kept.waiting() and ties_of(copies) | _replies(kept) == kept.ties():
            return in_order(Story(row.story, row.title, tuple(held), row.first, row.last) for row, held in kept.every_run())
    return group_gists(every_gist(view), copies=tuple(copies))


def _worth(kept: Groupings, waiting: Iterable[Gist]) -> Worth | None:
    """How rare words are, as it is kept; None where one of these documents is of those that tell, or parts the corpus otherwise."""
    found = kept.rarity()
    if found is None:
        return None
    last, (total, words, dates, parting, later) = found
    if total < SAMPLE or parting != parting_day(Citings(kept.connection).days()):
        return None
    headings = (one.heading for one in waiting)
    enters = any(rank(one.document, ordinal(one.day), parting) < (later, last) for one in headings)
    return None if enters else Worth(total, words, dates)


def _make_anew(kept: Groupings, view: ReadView, ties: set[Tie]) -> None:
    """Group everything, and keep it."""
    kept.clear()
    told = sample({document: ordinal(day_of(published)) for document, published in kept.published()}, SAMPLE)
    worth = Worth.of(gist.words for gist in gists_of(view, told.documents))
    number_of = {document: number for number, document in kept.waiting()}
    filing = Filing(kept)
    keep_all(filing, group_all(every_gist(view), worth, ties), number_of)
    filing.flush()
    later, last = told.last
    kept.keep_rarity(last, (worth.total, worth.words, worth.dates, told.parting, later))
    kept.renew_ties((), ties | _replies(kept))
    kept.finish(program())


def _add(kept: Groupings, gists: Iterable[Gist], number_of: Mapping[str, int], worth: Worth, ties: set[Tie]) -> None:
    """Add documents to what is grouped."""
    filing = Filing(kept)
    regrouping = Regrouping(filing)
    for gist in gists:
        regrouping.add(number_of[gist.heading.document], Entry.of(gist, worth))
        filing.flush()
    every, before = ties | _replies(kept), kept.ties()
    gone, came = before - every, every - before
    regrouping.regroup(every, kept.numbers({document for tie in gone | came for document in tie}).values())
    filing.flush()
    kept.renew_ties(gone, came)


def _replies(kept: Groupings) -> set[Tie]:
    """Posts with what they answer."""
    posts = sorted(kept.posts(), key=lambda row: (row[1] or "9999", row[0]))
    return replies({document: (_post(post), _post(answers)) for document, _, post, answers in posts})


def _post(kept: Sequence[str] | None) -> tuple[str, str] | None:
    return (kept[0], kept[1]) if kept else None
