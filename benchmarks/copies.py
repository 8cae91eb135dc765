"""Copies by quoth, by datasketch's MinHash-LSH and by text-dedup's MinHash on the same articles: how many, how sure, how fast.

    python benchmarks/copies.py

All are given the same articles, read and cut into segments: the words of title, body and quotations. Gold are the pairs between outlets that
share long passages (``reuse/pairs.tsv``), with what was judged by eye of edges outside the list (``quality/copies``); pairs within one
outlet are left out. datasketch stands with its usual settings (128 permutations, five-word shingles, threshold 0.5) and with the threshold
that suits this list best. text-dedup 0.4 cannot be installed beside quoth (it wants urllib3 below 2.1, rich below 14 and TensorFlow), so
its MinHash is done here step by step as its module ``minhash`` does it, at its defaults: five-word shingles, 250 permutations, SHA-1,
bands for the threshold 0.7, everything that shares a band one cluster. Seconds are processor time from segments to pairs. quoth stands
twice: in its ledger (fingerprints, edges with passages, and directions by all that texts credit and cite, written to disk), and for what the
others give too, the pairs alone.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from datasketch import MinHash, MinHashLSH
from datasketch.lsh import _optimal_param

from quoth.link.blocking import find_common, meetings
from quoth.link.copies import judge, pairs_met
from quoth.link.credits import read_credits
from quoth.link.directions import Side
from quoth.link.passages import compare
from quoth.link.shingles import TELLING, read_text
from quoth.link.sketches import sketch
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import Document, Original, Segment, SetAside
from quoth.run.copies import update_copies
from quoth.score.copies import CopyGold, Pair, load_copies
from quoth.segment import segment_document
from quoth.settings import Settings
from quoth.store import open_store
from quoth.store.shelf import Shelf

DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
QUALITY = Path(__file__).parent.parent / "quality" / "copies"
SHINGLE = 5
THRESHOLDS = (0.5, 0.1)

Page = tuple[Document, tuple[Segment, ...]]
_NOT_WORD = re.compile(r"\W+")


def read_pages(path: Path) -> list[Page]:
    """All articles with their segments."""
    items = [item for found in find_inputs([path]) for item in read_input(found, settings=Settings())]
    documents = [document for item in items if not isinstance(item, SetAside) for document in item[1]]
    return [(document, segment_document(document)) for document in documents]


def telling(page: Page) -> str:
    """The text that is compared."""
    document, segments = page
    return "\n".join(document.text[one.start : one.end] for one in segments if one.kind in TELLING)


def shingles(text: str) -> set[bytes]:
    """Five words each, in small letters."""
    words = [word for word in _NOT_WORD.split(text.lower()) if word]
    return {" ".join(words[at : at + SHINGLE]).encode() for at in range(max(1, len(words) - SHINGLE + 1))}


def by_quoth(pages: Sequence[Page]) -> Callable[[], set[Pair]]:
    """The edges of shared text with directions, through a ledger."""
    folder = tempfile.mkdtemp()
    store = open_store(Path(folder) / "copies.db", create=True)
    with store.write() as writer:
        for document, segments in pages:
            writer.add_reading(Original(document.original, b"", "text/plain", "utf-8"), [(document, segments)])

    def work() -> set[Pair]:
        update_copies(store, Settings())
        with store.write() as writer:
            return {frozenset((edge.copy, edge.source)) for edge in Shelf(writer.connection).overlaps()}

    return work


def by_quoth_in_memory(pages: Sequence[Page]) -> Callable[[], set[Pair]]:
    """The same edges, without asking what texts cite (which tells directions alone) and without a ledger."""

    def work() -> set[Pair]:
        sketches = [sketch(*page) for page in pages]
        marks = np.concatenate([one.marks for one in sketches])
        bearers = np.array([one.bearer for one in sketches], np.int64)
        owners = np.repeat(np.arange(len(pages)), [len(one.marks) for one in sketches])
        order = np.lexsort((bearers[owners], marks))
        common = find_common(marks[order], bearers[owners[order]])
        met = meetings(marks[order], owners[order], printed=common.printed)
        found = set()
        for one, other in pairs_met(met, bearers, np.array([len(one.marks) for one in sketches], np.int64)):
            overlap = compare(read_text(*pages[one]), read_text(*pages[other]), common=common)
            first, second = (Side(pages[at][0], read_credits(*pages[at])) for at in (one, other))
            if judge(first, second, overlap) is not None:
                found.add(frozenset((first.document.id, second.document.id)))
        return found

    return work


def by_datasketch(pages: Sequence[Page], threshold: float) -> Callable[[], set[Pair]]:
    """What datasketch's index finds for each article."""

    def work() -> set[Pair]:
        index, hashes = MinHashLSH(threshold=threshold, num_perm=128), {}
        for page in pages:
            sketch = MinHash(num_perm=128)
            sketch.update_batch(list(shingles(telling(page))))
            hashes[page[0].id] = sketch
            index.insert(page[0].id, sketch)
        return {frozenset((id_, other)) for id_, sketch in hashes.items() for other in index.query(sketch) if other != id_}

    return work


def by_text_dedup(pages: Sequence[Page]) -> Callable[[], set[Pair]]:
    """Clusters as text-dedup makes them."""

    def work() -> set[Pair]:
        bands, rows = _optimal_param(0.7, 250, 0.5, 0.5)
        chance = np.random.RandomState(42)  # as there
        prime, most = np.uint64((1 << 61) - 1), np.uint64((1 << 32) - 1)
        factors = chance.randint(1, prime, size=250, dtype=np.uint64)
        terms = chance.randint(0, prime, size=250, dtype=np.uint64)
        tables: list[dict[bytes, list[str]]] = [defaultdict(list) for _ in range(bands)]
        for page in pages:
            tokens = shingles(telling(page))
            hashed = np.array([int.from_bytes(hashlib.sha1(one).digest()[:4], "little") for one in tokens], np.uint64)  # noqa: S324 - as there
            least = ((hashed[:, None] * factors + terms) % prime & most).min(axis=0)
            for band, table in enumerate(tables):
                table[least[band * rows : (band + 1) * rows].tobytes()].append(page[0].id)
        return set(together(group for table in tables for group in table.values()))

    return work


def together(groups: Iterable[Sequence[str]]) -> Iterator[Pair]:
    """All pairs of those that groups join, over however many."""
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            one = above[one]
        return one

    for group in groups:
        for other in group[1:]:
            above[top(other)] = top(group[0])
    clusters: dict[str, list[str]] = defaultdict(list)
    for one in above:
        clusters[top(one)].append(one)
    return (frozenset(pair) for cluster in clusters.values() for pair in combinations(cluster, 2))


def figures(found: set[Pair], gold: CopyGold) -> tuple[float, float, float]:
    """Precision, recall and F1: right are pairs that are listed, and those judged to be copies; those judged to be none are not."""
    right = {pair for pair in gold.listed | gold.judged.keys() if gold.judged.get(pair, True)}
    hit = len(found & right)
    precision, recall = hit / max(1, len(found)), hit / len(right)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--input", type=Path, default=DATA / "reuse" / "articles.jsonl")
    chosen = options.parse_args()
    if not chosen.input.exists():
        sys.exit(f"No articles at {chosen.input}. Set QUOTH_DATA to the folder of news data, or give the file with --input.")
    pages = read_pages(chosen.input)
    gold = load_copies(chosen.input.parent / "pairs.tsv", QUALITY)
    named = {document.id: (document.input_id or document.id, document.outlet) for document, _ in pages}
    ways = {
        "quoth, in a ledger": by_quoth(pages),
        "quoth, edges alone": by_quoth_in_memory(pages),
        **{f"datasketch, threshold {threshold}": by_datasketch(pages, threshold) for threshold in THRESHOLDS},
        "text-dedup, threshold 0.7": by_text_dedup(pages),
    }
    print(
        f"{len(pages):,} articles, {len(gold.listed)} pairs\n\n{'':<28}{'precision':>10}{'recall':>8}{'F1':>7}{'seconds':>9}{'wall':>7}"
    )
    for name, work in ways.items():
        start, wall = time.process_time(), time.perf_counter()
        found = work()
        seconds, wall = time.process_time() - start, time.perf_counter() - wall
        across = {pair for pair in found if len({named[id_][1] for id_ in pair}) > 1}
        precision, recall, f1 = figures({frozenset(named[id_][0] for id_ in pair) for pair in across}, gold)
        print(f"{name:<28}{precision:>10.3f}{recall:>8.3f}{f1:>7.3f}{seconds:>9.1f}{wall:>7.1f}", flush=True)


if __name__ == "__main__":
    main()
