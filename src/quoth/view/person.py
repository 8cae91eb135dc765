"""One actor as the desk shows it: the same page as ``actor_page``, of which only the statements, claims and contacts that are shown are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from quoth.link.clusters import UNDECIDED
from quoth.records import Actor, Referent
from quoth.store import ReadView, StatementFilter, Tallies
from quoth.view.actor import Standing, TitleRow, standing_of, title_rows
from quoth.view.contacts import ContactRow, lay_out_contacts
from quoth.view.coverage import Who, gather
from quoth.view.kept import keep_positions
from quoth.view.scores import Hidden, checked_score
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


def person_page(read: ReadView, actor: Actor, *, min_score: float = 0.0, number: int = 1) -> PersonPage:
    """The page of an actor; ``number`` counts pages of its statements from 1. Those that score less than ``min_score`` are hidden."""
    least = checked_score(min_score)
    referents = tuple(read.referents(ids=actor.referents))
    documents = {referent.document for referent in referents}
    names: Counter[str] = Counter()
    for referent in referents:
        names.update({name.text: name.count for name in referent.names})
    spoken = tuple(read.statements(documents, filter=StatementFilter(speaker=actor.id)))
    kept = [one for one in spoken if one.score >= least]
    shown = kept[(number - 1) * EACH : number * EACH]
    standings, more_standings, unsaid = _standings(read, actor, least)
    contacts, more_contacts = _contacts(read, actor, referents)
    published = {head.id: head.published for head in Tallies(read.engine).heads(documents)}
    return PersonPage(
        who=Who(actor.id, actor.name, actor.kind, actor.country),
        names=tuple(sorted(names.items(), key=lambda item: (-item[1], item[0]))),
        titles=title_rows(referents, published),
        evidence=tuple(line for line in actor.evidence if not line.startswith(UNDECIDED)),
        undecided=tuple(line.removeprefix(UNDECIDED) for line in actor.evidence if line.startswith(UNDECIDED)),
        documents=len(documents),
        mentions=sum(len(referent.mentions) for referent in referents),
        said=said_all(gather(read, {one.document for one in shown}), (one.id for one in shown)),
        found=len(kept),
        each=EACH,
        standings=standings,
        more_standings=more_standings,
        contacts=contacts,
        more_contacts=more_contacts,
        hidden=Hidden(least, len(spoken) - len(kept), claims=unsaid),
    )


def _standings(read: ReadView, actor: Actor, least: float) -> tuple[tuple[Standing, ...], int, int]:
    """Where the actor stands, on how many claims more, and on how many of those that were looked at by hidden statements only."""
    ids = Tallies(read.engine).claims_of(actor.id)
    claims = tuple(read.claims(ids=ids[:CLAIMS])) if ids else ()
    coverage = gather(read, {document for claim in claims for document in claim.documents}, min_score=least)
    found = [
        standing_of(coverage, claim, position)
        for claim in claims
        for position in keep_positions(coverage, claim)
        if position.actor == actor.id
    ]
    return tuple(found), len(ids) - len(claims), len(claims) - len(found)


def _contacts(read: ReadView, actor: Actor, referents: tuple[Referent, ...]) -> tuple[tuple[ContactRow, ...], int]:
    """The contacts of the actor, and how many tellings of others were not read."""
    own = set(actor.referents)
    told = [
        contact
        for contact in read.contacts({referent.document for referent in referents})
        if any(party.referent in own for party in contact.parties)
    ]
    taken = told[:CONTACTS]
    rows = lay_out_contacts(gather(read, {contact.document for contact in taken})).rows if taken else ()
    mine = tuple(row for row in rows if any(party.id == actor.id for party in row.parties))
    return mine, len(told) - len(taken)
