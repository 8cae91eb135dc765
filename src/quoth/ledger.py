"""The typed Python library: a ledger to add to and to ask.

import quoth

with quoth.open("coverage.db") as ledger:
    ledger.add("articles/")
    for statement in ledger.statements(speaker="Marek Dolan", stance="denies"):
        print(statement.content.text)
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from quoth.errors import Unavailable
from quoth.export.rows import rows
from quoth.records import Actor, Claim, Contact, Disagreement, Document, Judgement, Stance, Statement, Story
from quoth.run.add import add
from quoth.run.events import OnEvent, Outcome, ignore
from quoth.run.judge import LAST, Decision, judge, undo
from quoth.run.judgements import read_again
from quoth.run.status import Status, read_status
from quoth.settings import Settings
from quoth.store import Hit, ReadView, StatementFilter, Store, open_store
from quoth.view.scores import checked_score
from quoth.view.search import search_hits
from quoth.view.timeline import TimelinePage, timeline_page

if TYPE_CHECKING:
    import pandas as pd

    from quoth.run.verify import Verdict


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger; a context manager. Iterators fetch as they go, in the order of documents, then of place."""

    store: Store

    @property
    def view(self) -> ReadView:
        """Everything that can be asked of the ledger, record by record."""
        return self.store.read()

    def add(
        self,
        *paths: str | Path,
        workers: int | None = None,
        retry: bool = False,
        settings: Settings | None = None,
        stream: BinaryIO | None = None,
        on_event: OnEvent = ignore,
    ) -> Outcome:
        """Add the files and folders, and what comes over ``stream``; what was added before is passed over.

        ``workers`` beside ``settings`` overrides it. More than one starts processes: call this under ``if __name__ == "__main__":``.
        Raises ``UsageError`` for a path that is not there, ``LedgerError`` where the ledger cannot be written, ``Unavailable`` where
        a model is missing. What cannot be used is in the outcome's ``set_aside``. An interrupted call goes on where it was left.
        """
        chosen = settings or Settings()
        if workers is not None:
            chosen = replace(chosen, workers=workers)
        # Loaded here, not above: every stage of reading and linking, which asking a ledger does not need.
        house = importlib.import_module("quoth.run.house")
        files = [Path(path) for path in paths]
        return add(self.store, files, rooms=house.HOUSE, settings=chosen, on_event=on_event, stream=stream, retry=retry)

    def documents(self, *, story: str | None = None) -> Iterator[Document]:
        """Articles and posts, every version; those of a story where its identifier is given."""
        return self.view.documents(self._of_story(story))

    def statements(  # noqa: PLR0913 - one option a filter
        self,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        stance: Stance | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        story: str | None = None,
        min_score: float = 0.0,
    ) -> Iterator[Statement]:
        """Who said what, filtered as ``StatementFilter`` describes; those that score ``min_score`` (0 to 1) or more."""
        least = checked_score(min_score)
        asked = StatementFilter(speaker=speaker, outlet=outlet, stance=stance, since=since, until=until, text=text)
        return (one for one in self.view.statements(self._of_story(story), filter=asked) if one.score >= least)

    def claims(self, *, story: str | None = None) -> Iterator[Claim]:
        """Propositions with each party's stance."""
        return self.view.claims(story)

    def actors(self, *, named: str | None = None) -> Iterator[Actor]:
        """People, bodies, states, places, outlets and groups; those that ``named`` may mean where it is given."""
        return self.view.actors() if named is None else iter(self.view.actors_named(named))

    def stories(self) -> Iterator[Story]:
        """Documents about the same run of events."""
        return self.view.stories()

    def contacts(self, *, story: str | None = None) -> Iterator[Contact]:
        """Calls, meetings, letters and messages, each as one passage tells of it."""
        return self.view.contacts(self._of_story(story))

    def disagreements(self, *, story: str | None = None) -> Iterator[Disagreement]:
        """Points on which accounts differ."""
        return self.view.disagreements(story)

    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged, in order of time, what was taken back too."""
        return self.view.judgements()

    def judge(self, decision: Decision, *, by: str, note: str | None = None, expected: str | None = LAST) -> Judgement:
        """Keep a person's decision and make it seen; ``quoth.run.subjects`` makes decisions from names and identifiers.

        ``expected`` is the judgement on the same things that the person saw standing, None for none: where another stands by now, raises
        ``Conflict``, and nothing is written.
        """
        return judge(self.store, decision, by=by, note=note, expected=expected, reread=read_again)

    def undo(self, judgement: str, *, by: str, note: str | None = None) -> Judgement:
        """Take back the judgement of this identifier; the judgement that does so. Raises ``UsageError`` where none of it stands."""
        return undo(self.store, judgement, by=by, note=note, reread=read_again)

    def timeline(self, *, story: str | None = None, min_score: float = 0.0) -> TimelinePage:
        """What happened when, with how each date was read, without statements that score less than ``min_score``."""
        return timeline_page(self.view, story=story, min_score=min_score)

    def search(self, text: str, *, limit: int = 20, min_score: float = 0.0) -> list[Hit]:
        """Statements that score ``min_score`` or more, and documents, with all these words, best first; a phrase in double quotes."""
        return search_hits(self.view, text, limit=limit, min_score=min_score)[0]

    def to_pandas(self, kind: str, *, story: str | None = None, min_score: float = 0.0) -> pd.DataFrame:
        """The rows of a kind of the export contract as a data frame, one column a field; of statements those of ``min_score`` or more.

        Raises ``Unavailable`` where pandas is not installed, ``UsageError`` for a kind that does not exist.
        """
        try:
            pandas: Any = importlib.import_module("pandas")
        except ModuleNotFoundError as error:
            raise Unavailable("Data frames need pandas, which is not installed. Install it: pip install 'quoth[pandas]'") from error
        frame: pd.DataFrame = pandas.DataFrame.from_records(list(rows(self.view, kind, story=story, min_score=min_score)))
        return frame

    def status(self) -> Status:
        """What the ledger holds, what is left to do, and what was set aside and why."""
        return read_status(self.view)

    def verify(self) -> Verdict:
        """Every hash and every span checked against the stored originals."""
        verdict: Verdict = importlib.import_module("quoth.run.verify").verify(self.view)  # loads every format, as add does
        return verdict

    def close(self) -> None:
        """Close the ledger."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _of_story(self, story: str | None) -> list[str] | None:
        """The documents of a story; None, for all, where none is given."""
        return None if story is None else [document for found in self.view.stories([story]) for document in found.documents]


def open_ledger(path: str | Path = "quoth.db", *, create: bool = True) -> Ledger:
    """The ledger in the file ``path``; a new one where there is none, unless ``create`` is False.

    Raises ``LedgerError`` where the file is no ledger, is of a later version of quoth, or (without ``create``) is not there.
    """
    return Ledger(open_store(Path(path), create=create))
