"""The search for copies made anew over all documents of a ledger, in memory that is bounded.

Sketches first; their fingerprints go to files on disk by their leading bits where they are many. Then part by part: who meets whom, and into the ledger in
their order. For a million articles of 500 words that is 110 million fingerprints: 1.3 GB on disk for the while, 3 GB in the ledger. Held in
memory are 40 bytes a document, one file of fingerprints, 16 bytes for each pair that met, and the texts of some hundreds of documents.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import numpy as np

from quoth.link.blocking import Numbers, enough, find_common, meetings
from quoth.link.copies import Outlets, could_be_copy, judge, read_sides
from quoth.link.passages import NONE, Common, compare
from quoth.link.shingles import Marks, read_text
from quoth.link.sketches import OWNER, sketch
from quoth.records import Copy
from quoth.store import Store
from quoth.store.fetch import in_chunks
from quoth.store.shelf import Kept, Shelf

FILES = 256
"""Files over which fingerprints are spread, by their leading eight bits."""
BITS = 40
"""Bits of a fingerprint that are not told by its file."""
HELD = 1_000_000
"""Fingerprints that are held before they go to files: those of ten thousand articles."""
BATCH = 2000
"""Documents sketched, and pairs judged, in one transaction."""
TOGETHER = 400
"""Pairs judged with their texts at hand."""
ROWS = 400_000
"""Fingerprints written in one transaction."""
MANY_PAIRS = 20_000_000
"""Meetings that are held before they are counted together."""


def make_anew(store: Store, fingerprint: str) -> None:
    """Forget all sketches and edges of shared text and make them again. Until the end nothing counts as finished."""
    with store.write() as writer:
        shelf = Shelf(writer.connection)
        shelf.clear()
        waiting = shelf.waiting()
    with tempfile.TemporaryDirectory(prefix="quoth-") as folder:
        spread = Spread(Path(folder))
        corpus = _sketch_all(store, waiting, spread)
        met, common = _turn_round(store, corpus, spread)
    for portion in in_chunks(_pairs(store, corpus, met), BATCH):
        with store.write() as writer:
            shelf = Shelf(writer.connection)
            shelf.add_overlaps(judge_pairs(shelf, portion, outlets=corpus.here.intersection, common=common))
    with store.write() as writer:
        Shelf(writer.connection).finish(fingerprint)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is held of each document, in the order of sketching."""

    documents: list[str] = field(default_factory=list)
    bearers: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    here: set[str] = field(default_factory=set)

    def add(self, kept: Kept) -> None:
        """Take in a document."""
        self.documents.append(kept.document)
        self.bearers.append(kept.bearer)
        self.sizes.append(kept.size)
        if kept.outlet is not None:
            self.here.add(kept.outlet)


@dataclass(slots=True)
class Spread:
    """Fingerprints, with the numbers of the documents that bear them: few of them held, more of them in files on disk by their leading bits."""

    folder: Path
    held: list[tuple[Marks, Numbers]] = field(default_factory=list)
    size: int = 0
    """How many are held."""
    spilled: bool = False

    def add(self, marks: Marks, numbers: Numbers) -> None:
        """Take fingerprints in."""
        self.held.append((marks, numbers))
        self.size += len(marks)
        if self.size > HELD:
            self._spill()

    def parts(self) -> Iterator[tuple[Marks, Numbers]]:
        """All of them in parts, so that those that are the same are in one; the parts in order."""
        if not self.spilled:
            yield self._gather()
            return
        self._spill()
        for file in range(FILES):
            if (self.folder / f"{file}.marks").exists():
                marks = np.fromfile(self.folder / f"{file}.marks", np.int64)
                yield marks, np.fromfile(self.folder / f"{file}.numbers", np.uint32).astype(np.int64)

    def _gather(self) -> tuple[Marks, Numbers]:
        none = (np.zeros(0, np.int64), np.zeros(0, np.int64))
        marks, numbers = (np.concatenate(each) for each in zip(none, *self.held, strict=True))
        self.held.clear()
        self.size = 0
        return marks, numbers

    def _spill(self) -> None:
        """Append what is held to the files that it belongs to."""
        marks, numbers = self._gather()
        order = np.argsort(marks >> BITS, kind="stable")
        marks, numbers = marks[order], numbers[order].astype(np.uint32)
        borders = np.searchsorted(marks >> BITS, np.arange(FILES + 1))
        for file in range(FILES):
            part = slice(borders[file], borders[file + 1])
            for ending, values in (("marks", marks), ("numbers", numbers)):
                with (self.folder / f"{file}.{ending}").open("ab") as out:
                    values[part].tofile(out)
        self.spilled = True


def _sketch_all(store: Store, waiting: Sequence[tuple[int, str]], spread: Spread) -> Corpus:
    corpus = Corpus()
    for portion in in_chunks(waiting, BATCH):
        with store.write() as writer:
            shelf = Shelf(writer.connection)
            numbers = {id_: number for number, id_ in portion}
            marks, owners, kept, namings = [], [], list[Kept](), list[tuple[str, int]]()
            for page in shelf.pages(list(numbers)):
                one = sketch(*page)
                marks.append(one.marks)
                owners.append(np.full(len(one.marks), len(corpus.documents)))
                kept.append(Kept(numbers[one.document], one.document, one.bearer, one.article, one.outlet, len(one.marks)))
                namings += [(name, one.bearer) for name in one.named]
                corpus.add(kept[-1])
            shelf.add_sketches(sorted(kept), namings)
        spread.add(np.concatenate(marks), np.concatenate(owners).astype(np.int64))
    return corpus


def _turn_round(store: Store, corpus: Corpus, spread: Spread) -> tuple[Met, Common]:
    """Keep who bears which fingerprint. Returns who met whom, what that counts, and which fingerprints are common."""
    bearers = np.array(corpus.bearers, np.int64)
    order = np.argsort(bearers)
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    bearers, met, common = bearers[order], Met(order), [NONE]
    for files in in_rows(spread.parts()):
        with store.write() as writer:
            for marks, numbers in files:
                here = places[numbers]
                in_turn = np.lexsort((here, marks))
                each, bearer = marks[in_turn], bearers[here[in_turn]]
                common.append(find_common(each, bearer))
                met.add(*meetings(each, here[in_turn], printed=common[-1].printed))
                Shelf(writer.connection).add_fingerprints(each, bearer)
    return met, Common(np.concatenate([one.printed for one in common]), np.concatenate([one.crowded for one in common]))


def in_rows(files: Iterator[tuple[Marks, Numbers]]) -> Iterator[list[tuple[Marks, Numbers]]]:
    """Files in portions of ``ROWS`` fingerprints and a little more."""
    portion: list[tuple[Marks, Numbers]] = []
    for file in files:
        portion.append(file)
        if sum(len(marks) for marks, _ in portion) >= ROWS:
            yield portion
            portion = []
    if portion:
        yield portion


@dataclass(slots=True)
class Met:
    """What the meetings of two documents count, by their places in the order of bearers."""

    order: Numbers
    """The number of the document at each place."""
    keys: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    counts: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    waiting: list[tuple[Numbers, Numbers]] = field(default_factory=list)

    def add(self, first: Numbers, second: Numbers, weights: Numbers) -> None:
        """Count meetings."""
        self.waiting.append((first * len(self.order) + second, weights))
        if sum(len(keys) for keys, _ in self.waiting) > MANY_PAIRS:
            self.sum_up()

    def sum_up(self) -> None:
        """Count together what waits."""
        every, counts = (np.concatenate(each) for each in zip((self.keys, self.counts), *self.waiting, strict=True))
        self.waiting.clear()
        self.keys, where = np.unique(every, return_inverse=True)
        self.counts = np.bincount(where, counts, len(self.keys)).astype(np.int64)

    def pairs(self, bearers: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
        """The numbers of the documents of pairs that are worth comparing."""
        self.sum_up()
        first, second = (self.order[place] for place in np.divmod(self.keys, max(1, len(self.order))))
        kept = enough(self.counts, np.minimum(sizes[first], sizes[second]), bearers[first] >> OWNER == bearers[second] >> OWNER)
        return first[kept], second[kept]


def _pairs(store: Store, corpus: Corpus, met: Met) -> list[tuple[str, str]]:
    """Pairs of documents that are worth comparing: those that met often enough, and the versions of one article."""
    first, second = met.pairs(np.array(corpus.bearers, np.int64), np.array(corpus.sizes, np.int64))
    documents = corpus.documents
    pairs = {_pair(documents[one], documents[other]) for one, other in zip(first.tolist(), second.tolist(), strict=True)}
    with store.write() as writer:
        versions = Shelf(writer.connection).versions_together()
    return sorted(pairs.union(_pair(*pair) for group in versions for pair in combinations(group, 2)))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def judge_pairs(shelf: Shelf, pairs: Iterable[tuple[str, str]], *, outlets: Outlets, common: Common) -> Iterator[Copy]:
    """The edges of pairs of documents; ``outlets`` says which of some keys are outlets of the corpus."""
    for portion in in_chunks(pairs, TOGETHER):
        pages = {page[0].id: page for page in shelf.pages({id_ for pair in portion for id_ in pair})}
        texts = {id_: read_text(*page) for id_, page in pages.items()}
        compared = ((pair, compare(texts[pair[0]], texts[pair[1]], common=common)) for pair in (_pair(*pair) for pair in portion))
        shared = {pair: overlap for pair, overlap in compared if could_be_copy(overlap)}
        sides = read_sides({id_: pages[id_] for pair in shared for id_ in pair}, shared, outlets=outlets)
        edges = (judge(sides[one], sides[other], overlap) for (one, other), overlap in shared.items())
        yield from (edge for edge in edges if edge is not None)
