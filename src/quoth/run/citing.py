"""Citations, kept up to date in the ledger: one more document costs what one document costs.

Each document is read once for whom it cites. One that comes is held against the documents of the outlets that it cites, and each that cites its own
outlet within days is held against it. What is rare is told by a sample that news of the day does not enter (``link.matters``): where a document
does, all are weighed anew, without reading a text. The same documents have the same citations in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np

from quoth.lexicon.sampling import count_days, ordinal, parting_day, rank
from quoth.link.citations import Cited, Citing, as_citation, credited, read_citing, words_near
from quoth.link.copies import Page
from quoth.link.credits import read_credits
from quoth.link.days import day_of
from quoth.link.matters import DAYS, SAMPLE, Matter, Nearest, Rarity, Reports, brief, nearer
from quoth.link.shingles import Text, read_text
from quoth.records import Copy, Span
from quoth.run.copies import update_copies
from quoth.settings import Settings
from quoth.store import Store
from quoth.store.citings import About, Citings, Credited, Edge, Waiting
from quoth.store.fetch import in_chunks
from quoth.store.shelf import Shelf

PORTION = 200
"""Documents added in one transaction."""
LOT = 500
"""Citations whose documents are at hand together."""


def update_edges(store: Store, settings: Settings) -> None:
    """Bring all edges between documents up to date: those of shared text, then citations, which know outlets by them."""
    update_copies(store, settings)
    update_citations(store, settings)


def update_citations(store: Store, settings: Settings) -> None:
    """Bring citations up to date with the documents; the edges of shared text must be."""
    fingerprint = settings.fingerprint("link")
    with store.write() as writer:
        kept, here = Citings(writer.connection), Shelf(writer.connection).every_outlet()
        whole = kept.is_whole(fingerprint)
        if not whole:
            kept.clear()
        waiting = kept.waiting()
        if whole and not waiting:
            return
        parting, enters = _sample(kept, waiting)
        anew = not whole or enters
        if anew:
            kept.open()
        Adding(kept, here, parting, later=anew).welcome()
    for portion in in_chunks(waiting, PORTION):
        with store.write() as writer:
            Adding(Citings(writer.connection), here, parting, later=anew).add(portion)
    if anew:
        with store.write() as writer:
            kept = Citings(writer.connection)
            Adding(kept, here, parting).match(kept.credited_outlets())
            kept.finish(fingerprint)


def _sample(kept: Citings, waiting: Sequence[Waiting]) -> tuple[int | None, bool]:
    """The day that parts the corpus once these documents are in it, and whether others tell then how rare words are."""
    before, came = kept.days(), [(one.document, ordinal(day_of(one.published))) for one in waiting]
    parting = parting_day(Counter(before) + Counter(count_days(day for _, day in came)))
    told = kept.first(SAMPLE, parting) if parting == parting_day(before) else []
    if len(told) < SAMPLE:
        return parting, True
    last = rank(told[-1].document, told[-1].day, parting)
    return parting, any(rank(document, day, parting) < last for document, day in came)


def as_copies(edges: Iterable[Edge]) -> Iterator[Copy]:
    """The citations that are kept, as edges between documents."""
    for one in edges:
        nearest = _nearest(one.credited)
        source = Cited(one.source_name or one.source_outlet, one.source_published, _spans(one.source_lede))
        span = Span(one.credited.start, one.credited.end)
        edge = as_citation(one.copy, one.published, source, nearest, span) if nearest else None
        if edge is not None:
            yield edge


@dataclass(frozen=True)
class Adding:
    """Adds documents to what is kept of citations, within one transaction. ``here``: the outlets of the corpus, those that come with them too."""

    kept: Citings
    here: frozenset[str]
    parting: int | None = None
    """The day that parts the corpus, all that come included (``lexicon.sampling``)."""
    later: bool = False
    """Whether all are held against each other in the end: not one by one then."""

    @cached_property
    def rarity(self) -> Rarity:
        """How rare words are."""
        return Rarity.of([_words(words) for _, _, words in self.kept.first(SAMPLE, self.parting)])

    def add(self, documents: Sequence[Waiting]) -> None:
        """Add documents."""
        pages = self._pages([one.document for one in documents])
        for waiting in documents:
            one, citing, text = self._read(waiting.number, pages[waiting.document])
            self.kept.add([one])
            self._credit(one, citing, text)
            if not self.later:
                self._match_one(one)
                self._offer(one)

    def welcome(self) -> None:
        """Where outlets are new in the corpus, find who has cited them all along, and who is signed by them."""
        new = frozenset(key for key in self.here if not self.kept.has_outlet(key))
        hashes = np.frombuffer(_hashes(new), np.uint32)
        if not len(hashes):
            return
        moved, again = set(new), dict[str, int]()
        for one in list(self.kept.unsaid()):
            outlet = self._signed(one.signed)
            if outlet != one.outlet:
                self.kept.set_outlet(one.number, outlet)
                moved.update(key for key in (one.outlet, outlet) if key is not None)
                again[one.document] = one.number
        for number, document, may_cite in self.kept.may_cite():
            if np.isin(np.frombuffer(may_cite, np.uint32), hashes).any():
                again[document] = number
        self._read_again(again)
        if not self.later:
            self.match(sorted(moved))

    def _read_again(self, documents: dict[str, int]) -> None:
        for portion in in_chunks(sorted(documents), PORTION):
            for id_, page in self._pages(portion).items():
                one, citing, text = self._read(documents[id_], page)
                self.kept.withdraw(one.number)
                self._credit(one, citing, text)
                if not self.later:
                    self._match_one(one)

    # --- reading -----------------------------------------------------------------------------------------------------

    def _pages(self, documents: Collection[str]) -> dict[str, Page]:
        return {page[0].id: page for page in Shelf(self.kept.connection).pages(documents)}

    def _read(self, number: int, page: Page) -> tuple[About, Citing, Text]:
        document, segments = page
        text = read_text(document, segments)
        citing, credits_ = read_citing(document, segments), read_credits(document, segments)
        signed = [] if credits_.outlet else list(credits_.signed)
        day = day_of(document.published)
        about = About(
            number=number,
            document=document.id,
            said=credits_.outlet,
            outlet=credits_.outlet or self._signed(signed),
            published=document.published,
            day=day.toordinal() if day else None,
            corrects=citing.corrects,
            lede=[list(span) for span in citing.lede],
            signed=signed,
            words=brief(text.words).tobytes(),
            may_cite=_hashes({key for place in citing.places for key in (*place.keys, *place.full)}),
        )
        return about, citing, text

    def _signed(self, keys: Iterable[str]) -> str | None:
        """The single outlet of the corpus among those that sign a document."""
        known = [key for key in keys if key in self.here]
        return known[0] if len(known) == 1 else None

    def _credit(self, one: About, citing: Citing, text: Text) -> None:
        found = credited(citing, one.outlet, self.here)
        self.kept.credit(
            Credited(key, one.number, *credit.span, words_near(text, credit.passages).tobytes()) for key, credit in found.items()
        )

    # --- matching ----------------------------------------------------------------------------------------------------

    def _match_one(self, one: About) -> None:
        """Hold a document against those of the outlets that it cites."""
        days = None if one.day is None else (one.day - DAYS, one.day)
        for credit in self.kept.credits_of(one.number):
            reports = Reports.of(map(_matter, self.kept.of_outlet(credit.outlet, days)), self.rarity)
            self.kept.credit([_with(credit, reports.nearest(_matter(one, credit), self.rarity))])

    def _offer(self, one: About) -> None:
        """Hold those that cite a document's outlet against it."""
        days = None if one.day is None else (one.day, one.day + DAYS)
        credits_ = self.kept.crediting(one.outlet, days) if one.outlet else []
        report, citing = Reports.of([_matter(one)], self.rarity), self.kept.numbered([credit.number for credit in credits_])
        for credit in credits_:
            found = report.nearest(_matter(citing[credit.number], credit), self.rarity)
            if found is not None:
                self.kept.credit([_with(credit, nearer(_nearest(credit), found))])

    def match(self, outlets: Iterable[str]) -> None:
        """Hold all who cite these outlets against all their documents."""
        for outlet in outlets:
            reports = Reports.of(map(_matter, self.kept.of_outlet(outlet)), self.rarity)
            for lot in in_chunks(self.kept.crediting(outlet), LOT):
                citing = self.kept.numbered([credit.number for credit in lot])
                self.kept.credit(_with(one, reports.nearest(_matter(citing[one.number], one), self.rarity)) for one in lot)


def _matter(one: About, credit: Credited | None = None) -> Matter:
    """A document, and of one that cites an outlet what stands there."""
    return Matter(one.document, one.published, _words(one.words), _words(credit.words if credit else b""))


def _words(kept: bytes) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.frombuffer(kept, np.uint32)


def _hashes(keys: Iterable[str]) -> bytes:
    return np.array(sorted({crc32(key.encode("utf-8", "surrogatepass")) for key in keys}), np.uint32).tobytes()


def _spans(kept: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in kept)


def _nearest(credit: Credited) -> Nearest | None:
    return None if credit.source is None or credit.score is None else Nearest(credit.source, credit.score, credit.second)


def _with(credit: Credited, nearest: Nearest | None) -> Credited:
    if nearest is None:
        return credit._replace(source=None, score=None, second=None)
    return credit._replace(source=nearest.document, score=nearest.score, second=nearest.second)
