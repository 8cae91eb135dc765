"""One actor as the desk shows it: the same page as ``actor_page``, of which only the statements, claims and contacts that are shown are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quoth.link.clusters import UNDECIDED
from quoth.link.judged.standing import ACTOR
from quoth.store import Former, Office, Persons, ReadView, ruled_referents
from quoth.store.overlay import found_before
from quoth.view.actor import Standing, TitleRow, standing_of
from quoth.view.contacts import ContactRow, gather_contacts, lay_out_contacts
from quoth.view.coverage import Who, gather_few
from quoth.view.dates import date_key
from quoth.view.judged import AsJudged, read_rulings
from quoth.view.kept import keep_positions
from quoth.view.scores import Hidden, checked_score
from quoth.view.versions import every_former
from quoth.view.words import Said, said_all

EACH = 40
"""Statements of one page."""
CLAIMS = 30
CONTACTS = 40


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One actor over all documents; ``said`` is one page of its statements, ``found`` how many there are."""

    who: Who
    names: tuple[tuple[str, int], ...]
    """Most frequent first."""
    titles: tuple[TitleRow, ...]
    evidence: tuple[str, ...]
    undecided: tuple[str, ...]
    documents: int
    mentions: int
    said: tuple[Said, ...]
    found: int
    each: int
    standings: tuple[Standing, ...]
    more_standings: int
    contacts: tuple[ContactRow, ...]
    more_contacts: int
    """Tellings of contacts that are not read."""
    hidden: Hidden
    judged: tuple[AsJudged, ...]
    """Who said that it is one actor, or that another is not."""

    @property
    def offices(self) -> tuple[TitleRow, ...]:
        """Its titles, those told with whose they are in place of the same without ("president" beside "president, Vessia")."""
        return tuple(one for one in self.titles if not any(_says_more(other, one) for other in self.titles))


def person_page(read: ReadView, identifier: str, *, min_score: float = 0.0, number: int = 1) -> PersonPage | None:
    """The page of an actor, None where there is none of that identifier; ``number`` counts pages of its statements from 1. Those that score
    less than ``min_score`` are hidden."""
    least, persons = checked_score(min_score), Persons(read.engine)
    head = persons.head(identifier)
    if head is None:
        return None
    gone = every_former(read)
    former = Former(read.engine).numbers(gone, head.id) if gone else []
    every = persons.count_said(head.id, least=0, without=former) if former else head.statements
    shown = read.statements_named(persons.said(head.id, least=least, limit=EACH, offset=(number - 1) * EACH, without=former))
    found = persons.count_said(head.id, least=least, without=former) if least > 0 else every
    standings, stands, unsaid = standings_of(read, persons, head.id, (CLAIMS, 0), least)
    contacts, more_contacts = _contacts(read, persons, head.id)
    return PersonPage(
        who=Who(head.id, head.name, head.kind, head.country),
        names=tuple(persons.names(head.id)),
        titles=_titles(persons.offices(head.id)),
        evidence=tuple(line for line in head.evidence if not line.startswith(UNDECIDED)),
        undecided=tuple(line.removeprefix(UNDECIDED) for line in head.evidence if line.startswith(UNDECIDED)),
        documents=head.appearances,
        mentions=head.mentions,
        said=said_all(gather_few(read, shown), (one.id for one in shown)),
        found=found,
        each=EACH,
        standings=standings,
        more_standings=max(0, stands - CLAIMS),
        contacts=contacts,
        more_contacts=more_contacts,
        hidden=Hidden(least, every - found, claims=unsaid),
        judged=_judged(read, head.id),
    )


def merged_into(read: ReadView, identifier: str) -> str | None:
    """The actor that has most of the mentions of one whom people joined with it; None where nobody of that identifier was joined or parted."""
    was = found_before(read.engine, ["actors"], ids=[identifier]).get(("actors", identifier))
    owners = Counter(read.actor_of(was.referents).values()) if was else Counter[str]()
    return min(owners, key=lambda actor: (-owners[actor], actor), default=None)


def _says_more(other: TitleRow, one: TitleRow) -> bool:
    """Whether a title is the same with whose it is. What only has more words ("former minister", "vice president") is another."""
    return one.of is None and other.of is not None and one.text.casefold() == other.text.casefold()


def _judged(read: ReadView, actor: str) -> tuple[AsJudged, ...]:
    named = ruled_referents(read.engine, actor)
    return read_rulings(read.engine, things=named).on(ACTOR, named)


def _titles(offices: Iterable[Office]) -> tuple[TitleRow, ...]:
    rows = (TitleRow(one.text, one.of, one.first, one.last) for one in offices)
    return tuple(sorted(rows, key=lambda row: (date_key(row.first), row.text, row.of or "")))


def standings_of(
    read: ReadView, persons: Persons, actor: str, part: tuple[int, int], least: float
) -> tuple[tuple[Standing, ...], int, int]:
    """Where the actor stands on so many claims, from such a place on; on how many it stands in all, and on how many of those that were looked
    at by hidden statements only."""
    ids, found = persons.claims(actor, limit=part[0], offset=part[1])
    claims = tuple(read.claims(ids=ids, reckonings=False)) if ids else ()
    own = [position for claim in claims for position in claim.positions if position.actor == actor]
    told = read.statements_named([name for position in own for name in position.statements], words=False)
    coverage = gather_few(read, told, min_score=least, words=False)
    rows = tuple(
        standing_of(coverage, claim, position)
        for claim in claims
        for position in keep_positions(coverage, claim)
        if position.actor == actor
    )
    return rows, found, len(claims) - len(rows)


def _contacts(read: ReadView, persons: Persons, actor: str) -> tuple[tuple[ContactRow, ...], int]:
    """The contacts of the actor, and how many tellings of others were not read."""
    ids, found = persons.contacts(actor, limit=CONTACTS)
    taken = tuple(read.contacts(ids=ids)) if ids else ()
    rows = lay_out_contacts(gather_contacts(read, {contact.document for contact in taken})).rows if taken else ()
    mine = tuple(row for row in rows if any(party.id == actor for party in row.parties))
    return mine, found - len(taken)
