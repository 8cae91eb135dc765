"""The work of the rooms as the runner calls it: what runs is kept apart from where and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeAlias

from quoth.records import Document, Findings, Links, Original, Proposition, Segment, SetAside, Statement
from quoth.settings import Settings
from quoth.store import ReadView, Store

Read: TypeAlias = "tuple[Original, tuple[Document, ...]] | SetAside"
"""One original with its documents, or why it cannot be used."""

Extract: TypeAlias = Callable[[Document, Sequence[Segment]], Findings]


Reread: TypeAlias = Callable[[Document, ReadView, Statement], Proposition | None]
"""What the content of a statement says; needed where a person righted it. The view has what was found in the document beside it."""


class Input(Protocol):
    """A file to read, and what it is called in the ledger."""

    @property
    def path(self) -> Path:
        """Where it is."""
        ...

    @property
    def name(self) -> str:
        """Its path within the folder that was given."""
        ...

    @property
    def beside(self) -> Sequence[Path]:
        """Other files on which its reading depends."""
        ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """One function a stage. Tests of the runner put cheap ones in their place."""

    find: Callable[[Sequence[Path]], Iterator[Input]]
    read: Callable[[Any, Settings], Iterator[Read]]
    """Reads what ``find`` found."""
    read_stream: Callable[[BinaryIO, Settings], Iterator[Read]]
    segment: Callable[[Document], tuple[Segment, ...]]
    prepare_extract: Callable[[Settings], Extract]
    """Makes the function that reads a document for findings; called in each worker, so it must be picklable, and loads its
    models at most once."""
    link: Callable[[ReadView, Callable[[str], None]], Links]
    """Works out the links from what the ledger holds; tells each step's name as it begins it."""
    copies: Callable[[Store, Settings], None] | None = None
    """Brings what is kept of each document for linking up to date, the edges of shared text above all; None where ``link`` finds it itself."""
    reread: Reread | None = None
    """None where nothing can be read again: a content that was righted then says nothing that can be compared."""
