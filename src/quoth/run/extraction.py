"""From documents in the ledger to findings: in portions, by an executor, through the one writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from quoth.records import Document, Findings, Segment, SetAside
from quoth.run.attempt import attempt
from quoth.run.events import OnEvent, Progress
from quoth.run.executors import choose_executor
from quoth.run.reading import place_of
from quoth.run.rooms import Extract, Rooms
from quoth.settings import Settings
from quoth.store import Store
from quoth.store.fetch import in_chunks
from quoth.store.write import Page


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one document."""

    document: str
    file: str | None
    result: Findings | SetAside


@dataclass(frozen=True, slots=True)
class Extracted:
    """What reading for findings came to."""

    documents: int = 0
    dropped_spans: int | None = None
    """As ``records.ReadBy`` has them, of all documents that were read; None where no model was asked."""
    dropped_statements: int | None = None

    def __add__(self, other: Extracted) -> Extracted:
        return Extracted(
            self.documents + other.documents,
            _sum(self.dropped_spans, other.dropped_spans),
            _sum(self.dropped_statements, other.dropped_statements),
        )


def _sum(one: int | None, other: int | None) -> int | None:
    return one if other is None else other if one is None else one + other


def extract_documents(store: Store, rooms: Rooms, *, settings: Settings, on_event: OnEvent, retry: bool = False) -> Extracted:
    """Read for findings every document that was not yet read under these settings; how many were read.

    What was finished before an interruption is kept: each batch is written with its marks in one transaction. Where a model is asked, a
    batch is one document: its answers cost more than a transaction.
    """
    fingerprint = settings.fingerprint("extract")
    waiting = store.read().unextracted(fingerprint, language=settings.language, retry=retry)
    if not waiting:
        return Extracted()
    batch = 1 if settings.reader == "llm" else settings.batch
    # In this process a portion is one document, so that progress is told after each.
    portions = in_chunks(store.read().pages(waiting), 1 if settings.workers <= 1 else batch)
    work = partial(extract_portion, rooms.prepare_extract, settings)
    portions_done = choose_executor(settings.workers)(work, portions)
    answers = _counted((answer for portion in portions_done for answer in portion), len(waiting), on_event)
    return sum((_write(store, part, fingerprint=fingerprint) for part in in_chunks(answers, batch)), Extracted())


def extract_portion(prepare: Callable[[Settings], Extract], settings: Settings, portion: Sequence[Page]) -> list[Answer]:
    """What comes of some documents, each on its own: one that fails is set aside. Runs in a worker."""
    extract = prepare(settings)
    return [_extract(extract, document, segments) for document, segments in portion]


def _extract(extract: Extract, document: Document, segments: Sequence[Segment]) -> Answer:
    work = partial(extract, document, segments)
    result = attempt(work, name=place_of(document), stage="extract", sha256=document.original)
    return Answer(document.id, document.origin.file if document.origin else None, result)


def _counted(answers: Iterable[Answer], total: int, on_event: OnEvent) -> Iterator[Answer]:
    """The answers, told of as they come."""
    failed = 0
    on_event(Progress("extract", 0, total, "documents"))
    for done, answer in enumerate(answers, start=1):
        failed += isinstance(answer.result, SetAside)
        yield answer
        on_event(Progress("extract", done, total, "documents", failed))


def _write(store: Store, batch: Sequence[Answer], *, fingerprint: str) -> Extracted:
    """Keep a batch in one transaction; what it came to."""
    findings = [answer.result for answer in batch if isinstance(answer.result, Findings)]
    with store.write() as writer:
        writer.add_findings(findings, fingerprint=fingerprint)
        for answer in batch:
            if isinstance(answer.result, SetAside):
                writer.add_set_aside([answer.result], file=answer.file, document=answer.document, fingerprint=fingerprint)
    by = [found.read_by for found in findings if found.read_by is not None]
    return sum((Extracted(0, one.dropped_spans, one.dropped_statements) for one in by), Extracted(len(findings)))
