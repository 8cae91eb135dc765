"""Edges of shared text, kept up to date in the ledger: one more document costs what one document costs.

Who is compared with whom, and what comes of it, depends on which documents there are and not on when they came (``link.blocking``). So a
document that comes adds its own edges; and of those that were there it takes back or judges again only those that it bears on: between
texts whose fingerprints it now stands between, on passages that with it many print, on credits of an outlet that came with it. Where much
came at once, or a document went or changed, everything is made anew (``run.sketching``), with the same edges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from quoth.link.blocking import CROWD, MANY, NEAR, WEIGHT, WEIGHT_PRINTED, Neighbours, count_met, is_enough
from quoth.link.copies import Page
from quoth.link.passages import Common
from quoth.link.sketches import OWNER, Sketch, sketch
from quoth.records import Copy
from quoth.run.sketching import judge_pairs, make_anew
from quoth.settings import Settings
from quoth.store import Store
from quoth.store.fetch import in_chunks
from quoth.store.shelf import Kept, Shelf

SOME = 8
"""Documents are added one by one where there are at least this many times as many already; else everything is made anew."""
PORTION = 50
"""Documents added in one transaction."""


def update_copies(store: Store, settings: Settings) -> None:
    """Bring the edges of shared text up to date with the documents."""
    fingerprint = settings.fingerprint("link")
    with store.write() as writer:
        shelf = Shelf(writer.connection)
        whole = shelf.is_whole(fingerprint)
        waiting = shelf.waiting() if whole else []
        anew = not whole or len(waiting) * SOME > shelf.last()
    if anew and (waiting or not whole):
        make_anew(store, fingerprint)
        return
    for portion in in_chunks(waiting, PORTION):
        with store.write() as writer:
            Adding(Shelf(writer.connection)).add(portion)


@dataclass(frozen=True, slots=True)
class Adding:
    """Adds documents to what is kept, one after the other, within one transaction."""

    shelf: Shelf

    def add(self, documents: Sequence[tuple[int, str]]) -> None:
        """Add documents, each with its number."""
        pages = dict(_by_id(self.shelf, [id_ for _, id_ in documents]))
        for number, id_ in documents:
            self._add(number, sketch(*pages[id_]))

    def _add(self, number: int, new: Sketch) -> None:
        around = self._around(new)
        common_now = [one for one in around if self._is_common_now(one, new.bearer)]
        first = new.outlet is not None and not self.shelf.outlets([new.outlet])
        self._keep(number, new)
        self._judge_anew([new.document], {new.document: (new, around)})
        if first:
            named = self.shelf.borne_by(self.shelf.naming(new.outlet or "")).values()
            self._judge_anew([kept.document for kept in named if kept.document != new.document], {})
        self._judge_again(self._loosened(around, common_now))

    def _keep(self, number: int, new: Sketch) -> None:
        kept = Kept(number, new.document, new.bearer, new.article, new.outlet, len(new.marks))
        self.shelf.add_sketches([kept], [(name, new.bearer) for name in new.named])
        self.shelf.add_fingerprints(new.marks, np.full(len(new.marks), new.bearer))

    def _around(self, one: Sketch) -> list[Neighbours]:
        return [Neighbours(*row) for row in self.shelf.around(one.marks, one.bearer, limit=CROWD + 1)]

    # --- its own edges -----------------------------------------------------------------------------------------------

    def _judge_anew(self, documents: Sequence[str], known: Mapping[str, tuple[Sketch, list[Neighbours]]]) -> None:
        """Find all edges of documents, in place of those that they have."""
        found = known or {id_: (one, self._around(one)) for id_, page in _by_id(self.shelf, documents) for one in [sketch(*page)]}
        for id_ in documents:
            one, around = found[id_]
            if not known:
                self.shelf.remove_overlaps((edge.copy, edge.source) for edge in list(self.shelf.overlaps([id_])))
            common = self._common(one, around)
            pairs = [(id_, other) for other in self._met_by(one, around, common)]
            self.shelf.add_overlaps(self._judge(pairs, common))

    def _met_by(self, one: Sketch, around: Sequence[Neighbours], common: Common) -> list[str]:
        """The documents worth comparing with one."""
        met = count_met(around, printed=set(common.printed.tolist()))
        found = {
            kept.document
            for bearer, kept in self.shelf.borne_by(met).items()
            if is_enough(met[bearer], min(kept.size, len(one.marks)), same_owner=_same_owner(bearer, one.bearer))
        }
        found.update(kept.document for kept in self.shelf.versions(one.article))
        return sorted(found - {one.document})

    # --- the edges of others -----------------------------------------------------------------------------------------

    def _loosened(self, around: Sequence[Neighbours], common_now: Sequence[Neighbours]) -> list[Copy]:
        """The edges between others that a new document may have undone."""
        parted = {pair for one in around for pair in one.parted()}
        bearing = [set(self.shelf.bearers(one.mark)) for one in common_now]
        kept = self.shelf.borne_by({bearer for group in (*parted, *bearing) for bearer in group})
        bearer_of = {one.document: one.bearer for one in kept.values()}
        found = []
        for edge in {edge.id: edge for edge in self.shelf.overlaps(list(bearer_of))}.values():
            pair = tuple(sorted((bearer_of.get(edge.copy, -1), bearer_of.get(edge.source, -1))))
            if pair in parted or any(group.issuperset(pair) for group in bearing):
                found.append(edge)
        return found

    def _judge_again(self, edges: Sequence[Copy]) -> None:
        """Judge edges again; those that would not be found now go."""
        pages = dict(_by_id(self.shelf, {id_ for edge in edges for id_ in (edge.copy, edge.source)}))
        for edge in edges:
            one, other = sketch(*pages[edge.copy]), sketch(*pages[edge.source])
            pair = (edge.copy, edge.source)
            self.shelf.remove_overlaps([pair])
            common = self._common(one, self._around(one))
            if one.article == other.article or self._still_meet(one, other, common):
                self.shelf.add_overlaps(self._judge([pair], common))

    def _still_meet(self, one: Sketch, other: Sketch, common: Common) -> bool:
        shared = np.intersect1d(one.marks, other.marks)
        rows = self.shelf.between(shared, one.bearer, other.bearer, near=NEAR, crowd=CROWD + 1)
        printed = set(common.printed.tolist())
        met = sum(
            WEIGHT_PRINTED if mark in printed else WEIGHT
            for mark, between, every in rows
            if between < (NEAR if every <= CROWD else 1)
        )
        return is_enough(met, min(len(one.marks), len(other.marks)), same_owner=_same_owner(one.bearer, other.bearer))

    # --- judging -----------------------------------------------------------------------------------------------------

    def _judge(self, pairs: Sequence[tuple[str, str]], common: Common) -> Iterator[Copy]:
        return judge_pairs(self.shelf, pairs, outlets=self.shelf.outlets, common=common)

    def _common(self, one: Sketch, around: Sequence[Neighbours]) -> Common:
        """Those of a text's fingerprints that are common, its own with them."""
        printed = [each.mark for each in around if self._owners(each, one.bearer) >= MANY]
        crowded = [each.mark for each in around if each.bearers >= CROWD]
        return Common(np.array(sorted(printed), np.int64), np.array(sorted(crowded), np.int64))

    def _is_common_now(self, one: Neighbours, bearer: int) -> bool:
        """Whether with a new bearer a fingerprint is one that many outlets print, or of a crowd, and was not before."""
        if one.bearers == CROWD:
            return True
        fresh = not any(_same_owner(bearer, other) for other in (*one.before[-1:], *one.after[:1]))
        return fresh and self._owners(one) == MANY - 1

    def _owners(self, one: Neighbours, *others: int) -> int:
        """How many outlets print a fingerprint, counted up to where they are many. All are told of, or it is looked up."""
        told = one.owners(*others)
        return told if one.bearers <= CROWD or told >= MANY else self.shelf.count_owners(one.mark, limit=MANY)


def _by_id(shelf: Shelf, documents: Collection[str]) -> Iterator[tuple[str, Page]]:
    return ((document.id, (document, segments)) for document, segments in shelf.pages(documents))


def _same_owner(one: int, other: int) -> bool:
    return one >> OWNER == other >> OWNER
