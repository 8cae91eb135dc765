"""Who said what: statements asked for by speaker, outlet, stance, date and words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from quoth.records import Statement
from quoth.store import ReadView, StatementFilter
from quoth.view.coverage import gather, story_documents
from quoth.view.find import find_actors
from quoth.view.scores import Hidden, checked_score
from quoth.view.words import Said, said


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """Statements in document order. ``found`` counts those that are shown were there no limit."""

    rows: tuple[Said, ...]
    found: int
    hidden: Hidden


def statements_page(
    read: ReadView,
    *,
    asked: StatementFilter | None = None,
    story: str | None = None,
    min_score: float = 0.0,
    limit: int | None = None,
) -> StatementsPage:
    """The statements that fit, those that score less than ``min_score`` left out and counted.

    Raises ``UsageError`` with near misses where the speaker is nobody in the ledger.
    """
    least = checked_score(min_score)
    documents = story_documents(read, story)
    fitting = [one for chosen in _by_speaker(read, asked) for one in read.statements(documents, filter=chosen)]
    shown = [statement for statement in fitting if statement.score >= least]
    rows = shown if limit is None else shown[:limit]
    return StatementsPage(_laid_out(read, rows), len(shown), Hidden(least, len(fitting) - len(shown)))


def _by_speaker(read: ReadView, asked: StatementFilter | None) -> Collection[StatementFilter | None]:
    """One filter an actor that the speaker's name may mean."""
    if asked is None or asked.speaker is None:
        return (asked,)
    return tuple(replace(asked, speaker=actor.id) for actor in find_actors(read, asked.speaker))


def _laid_out(read: ReadView, statements: Collection[Statement]) -> tuple[Said, ...]:
    coverage = gather(read, {statement.document for statement in statements})
    return tuple(said(coverage, statement) for statement in statements)
