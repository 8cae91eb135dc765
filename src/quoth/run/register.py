"""The user's own register: read from files, kept in the ledger, and all links worked out anew with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import UnusableInput, UsageError
from quoth.read.register import read_register
from quoth.records import Registered, SetAside
from quoth.run.add import link_documents
from quoth.run.events import OnEvent, ignore
from quoth.run.rooms import Rooms
from quoth.settings import Settings
from quoth.store import ReadView, Store


@dataclass(frozen=True, slots=True)
class Registration:
    """What one call of ``register`` came to."""

    entries: Mapping[str, int]
    """How many entries each file gave."""
    linked: bool
    """Whether the links across documents were worked out anew."""
    set_aside: tuple[SetAside, ...]
    """What of the files could not be used."""


def register(
    store: Store, paths: Sequence[Path], *, rooms: Rooms, settings: Settings | None = None, on_event: OnEvent = ignore
) -> Registration:
    """Keep the registers in files, each in place of what a file of that name gave before, and bring all links up to date.

    Raises ``UsageError`` where a path is no file, or two files have one name. A file that is no register is set aside, and what it gave
    before stays.
    """
    _require_files(paths)
    counts: dict[str, int] = {}
    refused: list[SetAside] = []
    found: dict[str, tuple[Registered, ...]] = {}
    for path in paths:
        try:
            read = read_register(path)
        except UnusableInput as error:
            refused.append(SetAside(path.name, None, "register", error.reason, str(error)))
            continue
        refused.extend(read.set_aside)
        found[path.name] = read.entries
        counts[path.name] = len(read.entries)
    with store.write() as writer:
        for file, entries in found.items():
            writer.replace_register(entries, file=file)
    linked = link_documents(store, rooms, settings=settings or Settings(), on_event=on_event)
    return Registration(counts, linked, tuple(refused))


def forget_register(
    store: Store, file: str | None, *, rooms: Rooms, settings: Settings | None = None, on_event: OnEvent = ignore
) -> Registration:
    """Forget what a file gave, or all of the register where ``file`` is None, and bring all links up to date.

    Raises ``UsageError`` where no file of that name is in the register.
    """
    held = files_of(store.read())
    if file is not None and file not in held:
        told = ", ".join(held) or "nothing"
        raise UsageError(f"The register holds nothing from {file}. It holds: {told}.", hints=tuple(held))
    with store.write() as writer:
        writer.replace_register((), file=file)
    return Registration({}, link_documents(store, rooms, settings=settings or Settings(), on_event=on_event), ())


def files_of(view: ReadView) -> dict[str, int]:
    """The files of the register, and how many entries each gave."""
    return dict(Counter(entry.file for entry in view.register()))


def _require_files(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.is_file():
            raise UsageError(f"There is no file {path}. Give a register: a sheet (CSV), FollowTheMoney or an extract of Wikidata.")
    doubled = [name for name, count in Counter(path.name for path in paths).items() if count > 1]
    if doubled:
        raise UsageError(f"Two files are called {doubled[0]}, and a register is known by its file's name. Rename one of them.")
