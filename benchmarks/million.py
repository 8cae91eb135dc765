"""The search for copies at scale: generated articles of 500 words with planted copies, in a ledger, on the cores that are free.

    python benchmarks/million.py --articles 1000000 --db million.db

What is planted, by a seed: families of 2 to 10 articles, most of them verbatim or partial copies or rewrites of one; a few reports that
fifty outlets run; quotations that up to forty articles print; standing paragraphs of each outlet and of an agency (so that common text is
really common). Words come from a vocabulary of 60,000 with the frequencies of Zipf's law.

Measured: the stage from documents in the ledger to edges in the ledger (not the generator, not the filling of the ledger), then one more
article at a time. A planted pair is found where there is an edge between the copy and what it was made from; an edge is right where it
joins two of one family. Of reports that fifty run each is compared with its neighbours only; there it counts whether edges join the family.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from sqlalchemy import delete

from quoth.records import Copy, Document, Original, Segment, SegmentKind, identify
from quoth.run.copies import update_copies
from quoth.settings import Settings
from quoth.store import Store, open_store, tables
from quoth.store.fetch import in_chunks
from quoth.store.rows import codec
from quoth.store.shelf import Shelf

WORDS = 500
VOCABULARY = 60_000
OUTLETS = 400
SENTENCE, PARAGRAPH = 20, 80
FAMILY = 0.05
"""Share of articles that others are made from: one to nine each, fewer mostly."""
RUN_BY_MANY = 20_000
"""Of so many articles one is a report that fifty outlets run."""
KINDS = ("verbatim", "partial", "rewrite")
MORE = 200
"""Articles added one at a time in the end."""

Page = tuple[Document, tuple[Segment, ...]]
Part = tuple[SegmentKind, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an article is made from."""

    family: int
    """The number of the article that its family begins with; its own where it has none."""
    kind: str
    """``own``, one of ``KINDS``, or ``many``: a copy of a report that many run."""


class World:
    """Words, outlets, quotations, standing paragraphs, and texts of earlier articles that others are made from."""

    def __init__(self, seed: int) -> None:
        """Make everything that articles share."""
        self.chance = np.random.default_rng(seed)
        syllables = [f"{one}{two}" for one in "bcdfghjklmnprstvz" for two in ("a", "e", "i", "o", "u", "an", "er", "is")]
        picks = self.chance.integers(0, len(syllables), (VOCABULARY, 3))
        self.vocabulary = [f"{''.join(syllables[at] for at in row)}{number:x}" for number, row in enumerate(picks.tolist())]
        shares = 1 / np.arange(1, VOCABULARY + 1)
        self.reach = np.cumsum(shares / shares.sum())
        self.outlets = [f"{self.vocabulary[9000 + number].title()} Courier" for number in range(OUTLETS)]
        self.standing = [self.sentences(self.words(45)) for _ in range(OUTLETS)]
        self.agency = self.sentences(self.words(40))
        self.quotations = [f"“{self.sentences(self.words(int(count)))}”" for count in self.chance.integers(25, 45, 2000)]

    def words(self, count: int) -> list[str]:
        """Words by their frequency."""
        picked = np.minimum(np.searchsorted(self.reach, self.chance.random(count)), VOCABULARY - 1)
        return [self.vocabulary[at] for at in picked.tolist()]

    def sentences(self, words: list[str]) -> str:
        """Words with full stops."""
        for at in range(SENTENCE - 1, len(words), SENTENCE):
            words[at] += "."
        return " ".join(words)


def paragraphs(world: World, words: int) -> list[str]:
    """Own paragraphs."""
    every = world.words(words)
    return [world.sentences(every[at : at + PARAGRAPH]) for at in range(0, words, PARAGRAPH)]


def copied(world: World, source: Sequence[str], kind: str) -> list[str]:
    """The paragraphs of an article that is made from another's."""
    chance = world.chance
    if kind in {"verbatim", "many"}:
        return [*source, *paragraphs(world, int(chance.integers(8, 30)))]
    if kind == "partial":
        taken = int(chance.integers(3, max(4, len(source) - 1)))
        start = int(chance.integers(0, len(source) - taken + 1))
        return [*paragraphs(world, 80), *source[start : start + taken], *paragraphs(world, 80 * (len(source) - taken - 1) or 40)]
    return [rewritten(world, one) if chance.random() < 0.8 else paragraphs(world, PARAGRAPH)[0] for one in source]


def rewritten(world: World, paragraph: str) -> str:
    """A paragraph with a word in twenty put otherwise."""
    words = paragraph.split()
    for at in np.flatnonzero(world.chance.random(len(words)) < 1 / SENTENCE).tolist():
        words[at] = world.words(1)[0]
    return " ".join(words)


def generate(count: int, seed: int) -> Iterator[tuple[Page, Plan]]:
    """Articles with what each is made from, in order of publication."""
    world = World(seed)
    waiting: list[tuple[int, list[str], str]] = []
    """Copies that are still to come: family, paragraphs of the source, kind."""
    for number in range(count):
        due = len(waiting) > 200 or (waiting and world.chance.random() < 0.1)
        if due:
            family, source, kind = waiting.pop(int(world.chance.integers(0, len(waiting))))
            yield page(world, number, copied(world, source, kind), seed), Plan(family, kind)
            continue
        own = paragraphs(world, WORDS)
        if world.chance.random() < 0.3:
            own.insert(2, world.quotations[int(2000 * world.chance.random() ** 2)])
        if world.chance.random() < FAMILY:
            copies = min(9, int(world.chance.geometric(0.5)))
            waiting += [(number, own, KINDS[int(world.chance.integers(0, 3))]) for _ in range(copies)]
        if number % RUN_BY_MANY == RUN_BY_MANY // 2:
            waiting += [(number, own, "many")] * 50
        yield page(world, number, own, seed), Plan(number, "own")


def page(world: World, number: int, told: Sequence[str], seed: int) -> Page:
    """An article with its furniture."""
    outlet = int(world.chance.integers(0, OUTLETS))
    parts: list[Part] = [("body", one) for one in told]
    if world.chance.random() < 0.3:
        parts.append(("body", world.standing[outlet]))
    if world.chance.random() < 0.01:
        parts.append(("body", world.agency))
    text, segments = "", []
    for kind, words in parts:
        segments.append(Segment(kind, len(text), len(text) + len(words)))
        text += words + "\n\n"
    day = f"2025-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"
    id_ = identify("document", seed, number)
    return (
        Document(
            id=id_, article=id_, input_id=str(number), outlet=world.outlets[outlet], url=None, title=None, authors=(), published=day,
            published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="generated",
        ),
        tuple(segments),
    )  # fmt: skip


def fill(store: Store, pages: Iterator[tuple[Page, Plan]]) -> list[Plan]:
    """Put generated articles into a ledger, without its full-text index."""
    write, segment, plans = codec(Document), codec(Segment), []
    with store.write() as writer:
        writer.add_reading(Original("generated", b"", "text/plain", None), [])
        for (name,) in writer.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            writer.connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for portion in in_chunks(pages, 5000):
        with store.write() as writer:
            rows = [write.encode(document) | {"file": None} for (document, _), _ in portion]
            writer.connection.execute(tables.documents.insert(), rows)
            places = [
                {"document": document.id, "position": at, **segment.encode(one)}
                for (document, segments), _ in portion
                for at, one in enumerate(segments)
            ]
            writer.connection.execute(tables.segments.insert(), places)
        plans += [plan for _, plan in portion]
    return plans


def judge(edges: Sequence[Copy], plans: Sequence[Plan], seed: int) -> dict[str, float]:
    """Recall of planted pairs by kind, precision of edges, and how many families of reports that many run are joined."""
    number_of = {identify("document", seed, number): number for number in range(len(plans))}
    found = {frozenset((number_of[edge.copy], number_of[edge.source])) for edge in edges}
    right = sum(len({plans[number].family for number in pair}) == 1 for pair in found)
    figures = {"edges": float(len(found)), "precision": right / max(1, len(found))}
    planted: dict[str, list[bool]] = defaultdict(list)
    for number, plan in enumerate(plans):
        if plan.kind in KINDS:
            planted[plan.kind].append(frozenset((number, plan.family)) in found)
    every = [one for kind in KINDS for one in planted[kind]]
    figures |= {f"recall {kind}": sum(planted[kind]) / max(1, len(planted[kind])) for kind in KINDS}
    return figures | {
        "planted": float(len(every)),
        "recall": sum(every) / max(1, len(every)),
        "run by many joined": joined(found, plans),
    }


def joined(found: set[frozenset[int]], plans: Sequence[Plan]) -> float:
    """Share of the reports that many run whose copies are all joined, over however many edges."""
    above = list(range(len(plans)))

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for one, other in map(sorted, found):
        above[top(other)] = top(one)
    families: dict[int, set[int]] = defaultdict(set)
    for number, plan in enumerate(plans):
        if plan.kind == "many":
            families[plan.family] |= {top(number), top(plan.family)}
    return sum(len(tops) == 1 for tops in families.values()) / max(1, len(families))


def add_more(store: Store, pages: Sequence[Page]) -> list[float]:
    """Seconds that each of some more articles takes: from document in the ledger to edges in the ledger."""
    seconds = []
    write, segment = codec(Document), codec(Segment)
    for document, segments in pages:
        with store.write() as writer:
            writer.connection.execute(tables.documents.insert(), [write.encode(document) | {"file": None}])
            places = [{"document": document.id, "position": at, **segment.encode(one)} for at, one in enumerate(segments)]
            writer.connection.execute(tables.segments.insert(), places)
        start = time.perf_counter()
        update_copies(store, Settings())
        seconds.append(time.perf_counter() - start)
    return seconds


def more_articles(count: int, seed: int) -> list[Page]:
    """Articles to add: half of them copies of articles that are there."""
    earlier = [one[0] for one, _ in islice(generate(max(1000, MORE), seed), max(1000, MORE))]
    world = World(seed + 1)
    pages = []
    for number in range(min(MORE, count)):
        source = [one for one in earlier[number].text.split("\n\n") if one]
        told = copied(world, source, KINDS[number % 3]) if number % 2 else paragraphs(world, WORDS)
        document, segments = page(world, number, told, seed + 1)
        pages.append((replace(document, published="2026-01-01"), segments))
    return pages


def report(path: Path, count: int, seed: int) -> dict[str, object]:
    """Fill the ledger where it is not there yet, make all edges, judge them, add more."""
    noted = path.with_suffix(".plans.json")
    with open_store(path, create=True) as store:
        if not noted.exists():
            start = time.perf_counter()
            plans = fill(store, generate(count, seed))
            noted.write_text(json.dumps([(plan.family, plan.kind) for plan in plans]), encoding="utf-8")
            print(f"filled with {count:,} articles in {time.perf_counter() - start:,.0f} s", flush=True)
    plans = [Plan(*plan) for plan in json.loads(noted.read_text(encoding="utf-8"))]
    with open_store(path) as store:
        with store.write() as writer:
            Shelf(writer.connection).clear()
            writer.connection.execute(delete(tables.documents).where(tables.documents.c.number > count))  # added by an earlier run
        start, cpu = time.perf_counter(), time.process_time()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        update_copies(store, Settings())
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        children = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        figures: dict[str, object] = {
            "articles": count,
            "seconds": time.perf_counter() - start,
            "cpu seconds": time.process_time() - cpu + children,
            "peak GB": sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 2**20,
            "ledger GB": path.stat().st_size / 2**30,
        }
        print(json.dumps(figures), flush=True)
        with store.write() as writer:
            edges = list(Shelf(writer.connection).overlaps())
        figures |= judge(edges, plans, seed)
        del edges
        seconds = sorted(add_more(store, more_articles(count, seed)))
        figures |= {
            "one more, median ms": 1000 * seconds[len(seconds) // 2],
            "one more, 95 % ms": 1000 * seconds[int(len(seconds) * 0.95)],
        }
        return figures | {"one more, worst ms": 1000 * seconds[-1]}


def main() -> None:
    """Read the options and print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--db", type=Path, required=True, help="the ledger to make; kept, and used again where it is there")
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    for name, value in report(chosen.db, chosen.articles, chosen.seed).items():
        print(f"{name:<24}{value:>16,.4f}" if isinstance(value, float) else f"{name:<24}{value:>16,}", flush=True)


if __name__ == "__main__":
    main()
