"""One actor: the names and offices it goes by, what it said, where it stands, whom it dealt with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quoth.link.clusters import UNDECIDED
from quoth.records import Actor, Claim, Position, PositionStance, Referent
from quoth.store import ReadView, StatementFilter
from quoth.view.contacts import ContactRow, lay_out_contacts
from quoth.view.coverage import Coverage, Who, gather
from quoth.view.dates import date_key
from quoth.view.kept import keep_positions
from quoth.view.scores import Hidden
from quoth.view.words import Said, begun, said_all


@dataclass(frozen=True, slots=True)
class TitleRow:
    """An office that documents give the actor, from the first to the last date they do."""

    text: str
    of: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the actor stands on one claim."""

    claim: str
    text: str
    stance: PositionStance
    first: str | None
    statements: int
    score: float | None
    """Of the surest of them."""
    unsure: bool


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor over all documents."""

    who: Who
    names: tuple[tuple[str, int], ...]
    """Most frequent first."""
    titles: tuple[TitleRow, ...]
    evidence: tuple[str, ...]
    """Why its mentions are taken for one, with the names that each reason joined."""
    undecided: tuple[str, ...]
    """Whom it may be as well, where that could not be decided, and why."""
    documents: int
    mentions: int
    said: tuple[Said, ...]
    standings: tuple[Standing, ...]
    contacts: tuple[ContactRow, ...]
    hidden: Hidden


def actor_page(read: ReadView, actor: Actor, *, min_score: float = 0.0) -> ActorPage:
    """The page of an actor. Its statements that score less than ``min_score`` are hidden, and where it stands by no other."""
    referents = tuple(read.referents(ids=actor.referents))
    documents = {referent.document for referent in referents}
    coverage = gather(read, documents, min_score=min_score)
    names: Counter[str] = Counter()
    for referent in referents:
        names.update({name.text: name.count for name in referent.names})
    spoken = tuple(read.statements(documents, filter=StatementFilter(speaker=actor.id)))
    standings, unsaid = _standings(read, coverage, actor)
    contacts = (row for row in lay_out_contacts(coverage).rows if any(party.id == actor.id for party in row.parties))
    return ActorPage(
        who=Who(actor.id, actor.name, actor.kind, actor.country),
        names=tuple(sorted(names.items(), key=lambda item: (-item[1], item[0]))),
        titles=title_rows(referents, {one.id: one.published for one in coverage.documents.values()}),
        evidence=tuple(line for line in actor.evidence if not line.startswith(UNDECIDED)),
        undecided=tuple(line.removeprefix(UNDECIDED) for line in actor.evidence if line.startswith(UNDECIDED)),
        documents=len(documents),
        mentions=sum(len(referent.mentions) for referent in referents),
        said=said_all(coverage, (statement.id for statement in spoken)),
        standings=standings,
        contacts=tuple(contacts),
        hidden=Hidden(min_score, sum(1 for statement in spoken if statement.id in coverage.hidden), claims=unsaid),
    )


def title_rows(referents: Iterable[Referent], published: Mapping[str, str | None]) -> tuple[TitleRow, ...]:
    """The offices that documents give these referents, with the dates (``published``, by document) of the first and the last
    document that does; earliest first."""
    dates: dict[tuple[str, str | None], list[str]] = {}
    for referent in referents:
        date = published.get(referent.document)
        for title in referent.titles:
            dates.setdefault((title.text, title.of), []).extend([date[:10]] if date else [])
    rows = [TitleRow(text, of, min(found, default=None), max(found, default=None)) for (text, of), found in dates.items()]
    return tuple(sorted(rows, key=lambda row: (date_key(row.first), row.text, row.of or "")))


def _standings(read: ReadView, coverage: Coverage, actor: Actor) -> tuple[tuple[Standing, ...], int]:
    """Where an actor stands by the statements that are shown, and on how many claims it stands by hidden ones only."""
    taken = [claim for claim in read.claims() if any(position.actor == actor.id for position in claim.positions)]
    found = [
        standing_of(coverage, claim, position)
        for claim in taken
        for position in keep_positions(coverage, claim)
        if position.actor == actor.id
    ]
    return tuple(found), len(taken) - len(found)


def standing_of(coverage: Coverage, claim: Claim, position: Position) -> Standing:
    """One line of where an actor stands, by a position of its own on a claim."""
    score = coverage.surest(position.statements)
    return Standing(
        claim.id, begun(claim.text), position.stance, position.first, len(position.statements), score, coverage.is_unsure(score)
    )
