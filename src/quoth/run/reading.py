"""From files to documents with segments in the ledger: file by file, resumable, in one transaction a batch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from quoth.errors import UnusableInput
from quoth.records import Document, Original, SetAside, identify
from quoth.run.asides import add_readings
from quoth.run.attempt import attempt
from quoth.run.events import OnEvent, Progress
from quoth.run.rooms import Input, Read, Rooms
from quoth.settings import Settings
from quoth.store import Store
from quoth.store.write import Page

STDIN = "stdin"
"""What documents from standard input are called."""

HELD_IN_MEMORY = 16_000_000
"""Bytes of standard input held in memory; what is longer goes to a temporary file."""


MOST_NAMED = 10_000
"""Faults of one source that are kept one by one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file or stream that is read as a whole: its name in the ledger, its hash, and its readings when asked for."""

    name: str
    part: str
    read: Callable[[], Iterator[Read]]


@dataclass(slots=True)
class Failed:
    """What of one source could not be used: the first ``MOST_NAMED`` by name, and how many more, so that no file can fill the ledger
    or the memory with its faults."""

    named: list[SetAside] = field(default_factory=list)
    more: int = 0

    def add(self, failure: SetAside) -> None:
        """Note one."""
        if len(self.named) < MOST_NAMED:
            self.named.append(failure)
        else:
            self.more += 1

    def of(self, name: str) -> list[SetAside]:
        """All that is kept of it for the source ``name``."""
        if not self.more:
            return self.named
        message = (
            f"{name} holds {self.more:,} more records that cannot be used, beside the {MOST_NAMED:,} that are named. What they have in common "
            "with those is most likely the reason; mend the file, and add it again."
        )
        return [*self.named, SetAside(name, None, "read", "malformed", message)]


@dataclass(slots=True)
class Tally:
    """What reading came to so far."""

    files: list[str] = field(default_factory=list)
    unchanged: int = 0
    documents: int = 0
    set_aside: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads sources into a ledger."""

    store: Store
    rooms: Rooms
    settings: Settings
    on_event: OnEvent
    retry: bool = False
    hashes: dict[Path, str] = field(default_factory=dict)

    def read_files(self, paths: Sequence[Path], tally: Tally) -> None:
        """Read all files under ``paths``, those that were read before passed over."""
        inputs = list(self.rooms.find(paths))
        for number, found in enumerate(inputs):
            self._tell(tally, number, len(inputs))
            source = attempt(partial(self._file, found), name=found.name, stage="read")
            tally.files.append(found.name)
            if isinstance(source, SetAside):
                self._keep(source, tally)
            else:
                self._read(source, tally, partial(self._tell, tally, number, len(inputs)))
        self._tell(tally, len(inputs), len(inputs))

    def read_stream(self, stream: BinaryIO, tally: Tally) -> None:
        """Read what comes over ``stream``."""
        with _spooled(stream) as (spooled, sha256):
            tally.files.append(STDIN)
            source = Source(STDIN, identify("file", STDIN, sha256), lambda: self.rooms.read_stream(spooled, self.settings))
            self._read(source, tally, lambda: self._tell(tally, 0, 1))
        self._tell(tally, 1, 1)

    def _file(self, found: Input) -> Source:
        try:
            hashes = [self._hash(found.path), *(self._hash_beside(path) for path in found.beside)]
        except OSError as error:
            raise UnusableInput(
                "unreadable",
                f"{found.name} could not be opened ({error.strerror}). Check that it is there and that you may read it.",
            ) from error
        return Source(found.name, identify("file", found.name, *hashes), partial(self.rooms.read, found, self.settings))

    def _hash(self, path: Path) -> str:
        """The SHA-256 of a file; taken once, although it may stand beside several others."""
        if path not in self.hashes:
            with path.open("rb") as content:
                self.hashes[path] = hashlib.file_digest(content, "sha256").hexdigest()
        return self.hashes[path]

    def _hash_beside(self, path: Path) -> str | None:
        """The same, or None for a file that cannot be read: it can tell nothing about this one."""
        try:
            return self._hash(path)
        except OSError:
            return None

    def _read(self, source: Source, tally: Tally, tell: Callable[[], None]) -> None:
        fingerprint = self.settings.fingerprint("read")
        view = self.store.read()
        if view.is_finished("read", fingerprint, source.part) and not (self.retry and view.set_aside_of([source.name])):
            tally.unchanged += 1
            return
        seen: list[tuple[str, str]] = []
        failed = Failed()
        with self.store.write() as writer:
            writer.clear_set_aside(source.name)
        for batch in self._batches(source, failed):
            with self.store.write() as writer:
                tally.documents += len(add_readings(writer, batch))
            seen.extend((original.sha256, document.id) for original, pages in batch for document, _ in pages)
            tell()
        tally.set_aside += len(failed.named) + failed.more
        with self.store.write() as writer:
            writer.add_set_aside(failed.of(source.name), file=source.name)
            writer.remove_stale(source.name, originals={sha256 for sha256, _ in seen}, documents={id_ for _, id_ in seen})
            writer.finish("read", fingerprint, source.part)

    def _batches(self, source: Source, failed: Failed) -> Iterator[list[tuple[Original, Sequence[Page]]]]:
        """Readings with about ``settings.batch`` documents at a time; what cannot be used goes to ``failed``."""
        batch: list[tuple[Original, Sequence[Page]]] = []
        for original, documents in self._readings(source, failed):
            pages = [page for document in documents if (page := self._page(document, failed))]
            batch.append((original, pages))
            if sum(len(pages) for _, pages in batch) >= self.settings.batch:
                yield batch
                batch = []
        if batch:
            yield batch

    def _readings(self, source: Source, failed: Failed) -> Iterator[tuple[Original, tuple[Document, ...]]]:
        """What the format gives, until it ends or fails: what came before a failure is kept."""
        items = attempt(source.read, name=source.name, stage="read")
        while not isinstance(items, SetAside):
            item = attempt(partial(next, items, None), name=source.name, stage="read")
            if item is None:
                return
            if isinstance(item, SetAside):
                failed.add(item)
                # A format goes on after what it sets aside itself; a generator that failed has ended.
            else:
                yield item
        failed.add(items)

    def _page(self, document: Document, failed: Failed) -> Page | None:
        page = attempt(partial(self._segmented, document), name=place_of(document), stage="read", sha256=document.original)
        if isinstance(page, SetAside):
            failed.add(page)
            return None
        return page

    def _segmented(self, document: Document) -> Page:
        require_storable(document)
        return document, self.rooms.segment(document)

    def _keep(self, failure: SetAside, tally: Tally) -> None:
        tally.set_aside += 1
        with self.store.write() as writer:
            writer.clear_set_aside(failure.name)
            writer.add_set_aside([failure], file=failure.name)

    def _tell(self, tally: Tally, done: int, total: int) -> None:
        note = f"{tally.documents:,} new document{'' if tally.documents == 1 else 's'}"
        self.on_event(Progress("read", done, total, "files", tally.set_aside, note))


def place_of(document: Document) -> str:
    """Where a document stood, for a person: the file and, where it holds several, the record or the stretch."""
    origin = document.origin
    if origin is None:
        return document.title or document.id
    if origin.line is not None:
        return f"{origin.file}:{origin.line}"
    return origin.file if origin.start == 0 else f"{origin.file} (from character {origin.start})"


def require_storable(document: Document) -> None:
    """Raise ``UnusableInput`` where a document holds half of a surrogate pair: no database and no file in UTF-8 takes it."""
    fields = (document.text, document.title, document.outlet, document.url, document.input_id, *document.authors)
    try:
        for text in fields:
            (text or "").encode("utf-8")
        json.dumps(dict(document.extra), ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnusableInput(
            "malformed",
            f"{place_of(document)} holds half of a character (a lone surrogate at position {error.start} of a field), which is no text. "
            "Repair the file, for example by saving it again as UTF-8, and add it again.",
        ) from error


@contextmanager
def _spooled(stream: BinaryIO) -> Iterator[tuple[BinaryIO, str]]:
    """A stream's content from its beginning, and its SHA-256."""
    digest = hashlib.sha256()
    with SpooledTemporaryFile(HELD_IN_MEMORY) as held:
        while block := stream.read(1 << 20):
            digest.update(block)
            held.write(block)
        held.seek(0)
        yield cast("BinaryIO", held), digest.hexdigest()
