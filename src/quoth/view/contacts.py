"""Who called or met whom: each contact as a whole, and each telling of it, so that two accounts of who asked stand side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quoth.link.askers import Account, other_side, settle_sides, whose_office
from quoth.records import Contact, ContactKind, Party, Segment
from quoth.store import ReadView
from quoth.view.coverage import Coverage, Who, count_articles, gather, gather_few, story_documents
from quoth.view.dates import date_key, date_label, is_uncertain, weekday_label
from quoth.view.scores import noted
from quoth.view.versions import latest
from quoth.view.words import Excerpt, chain_of, passage_excerpt

STANDING_IN = frozenset({"state", "place", "group"})
"""Kinds of party that a telling may name instead of the people who others say met."""

WRITING = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
"""Words by which whoever writes means themselves."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One contact as one passage tells of it. ``according_to`` is the chain it came through, outlet first.

    It is a finding of its own, so a least score does not hide it: where it stands in a statement, ``score`` is that statement's, and its
    chain is marked ``unsure`` where that is low.
    """

    id: str
    document: str
    outlet: str
    according_to: tuple[str, ...]
    date: str | None
    initiator: Who | None
    status: str
    topics: tuple[str, ...]
    excerpt: Excerpt
    statement: str | None
    """The statement it stands in, where that is shown."""
    score: float | None
    unsure: bool


@dataclass(frozen=True, slots=True)
class Initiative:
    """One account of who asked for a contact, and the chains of who gives it, with the mark of those that are unsure."""

    initiator: str
    party: str
    according_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One contact over all its tellings."""

    id: str
    kind: ContactKind
    parties: tuple[Who, ...]
    date: str | None
    """EDTF, as most tellings have it."""
    uncertain: bool
    initiatives: tuple[Initiative, ...]
    """More than one where accounts differ; empty where none says who asked."""
    status: str
    topics: tuple[str, ...]
    tellings: tuple[Telling, ...]
    texts: int
    """Documents that tell of it, copies apart."""
    weekday: int | None
    """ISO day of the week (Monday 1) where the tellings give no more than that: "Friday's call" in an undated article."""

    @property
    def when(self) -> str:
        """The date in short, as vague as it is told."""
        return date_label(self.date) if self.date else weekday_label(self.weekday)

    @property
    def telling_much(self) -> bool:
        """Whether its date is known, or some account says who asked: what a reader is shown first."""
        return self.date is not None or bool(self.initiatives)


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """Contacts in order of date, undated ones last."""

    rows: tuple[ContactRow, ...]
    articles: int


def contacts_page(read: ReadView, *, story: str | None = None) -> ContactsPage:
    """The contacts that a story's documents tell of; of all documents for None."""
    documents = story_documents(read, story)
    held = {contact.document for contact in read.contacts(documents)}
    return replace(lay_out_contacts(latest(read, gather(read, held))), articles=count_articles(read.documents(documents)))


def gather_contacts(read: ReadView, documents: Collection[str]) -> Coverage:
    """The coverage that the contacts of these documents need: who took part, and the statements that tell of them."""
    contacts = {contact.id: contact for contact in read.contacts(documents)}
    told = read.statements_named(list(dict.fromkeys(one.statement for one in contacts.values() if one.statement)))
    coverage = gather_few(read, told, beside=documents)
    parties = {party.referent for one in contacts.values() for party in (one.initiator, *one.parties) if party and party.referent}
    referents = {**coverage.referents, **{one.id: one for one in read.referents_named(parties - coverage.referents.keys())}}
    actor_of = read.actor_of(referents)
    return replace(
        coverage,
        contacts=contacts,
        referents=referents,
        actor_of=actor_of,
        actors={actor.id: actor for actor in read.actors_of(actor_of)},
        segments=read.segments_of(documents),
        events=tuple(read.events(contacts=contacts)) if contacts else (),
    )


def lay_out_contacts(coverage: Coverage, *, words: bool = True) -> ContactsPage:
    """Contacts as rows: the tellings that linking joined, and single ones by themselves; with their words, where these are wanted."""
    order = {name: place for place, name in enumerate(coverage.contacts)}
    held_in = [sorted((one for one in event.contacts if one in order), key=lambda one: order[one]) for event in coverage.events]
    joined = [[coverage.contacts[one] for one in group] for group in held_in]
    names = [event.id for event in coverage.events]
    held = {contact.id for group in joined for contact in group}
    alone = [contact for contact in coverage.contacts.values() if contact.id not in held]
    groups = [(name, group) for name, group in zip(names, joined, strict=True) if group]
    rows = [contact_row(coverage, name, group, words=words) for name, group in [*groups, *((one.id, [one]) for one in alone)]]
    return ContactsPage(tuple(sorted(rows, key=lambda row: (date_key(row.date), row.id))), coverage.articles)


def contact_row(coverage: Coverage, identifier: str, contacts: Sequence[Contact], *, words: bool = True) -> ContactRow:
    """One contact from its tellings; with their words, where these are wanted."""
    tellings = tuple(_telling(coverage, contact, words=words) for contact in contacts)
    date = _most_frequent([contact.date for contact in contacts if contact.date])
    return ContactRow(
        id=identifier,
        kind=contacts[0].kind,
        parties=_parties(coverage, contacts),
        date=date,
        uncertain=is_uncertain(date),
        initiatives=_initiatives(coverage, tellings),
        status=_most_frequent([contact.status for contact in contacts]) or "held",
        topics=tuple(dict.fromkeys(topic for contact in contacts for topic in contact.topics)),
        tellings=tellings,
        texts=len({contact.document for contact in contacts}),
        weekday=None if date else next((contact.weekday for contact in contacts if contact.weekday), None),
    )


def _telling(coverage: Coverage, contact: Contact, *, words: bool) -> Telling:
    document = coverage.documents[contact.document]
    segments: tuple[Segment, ...] = coverage.segments.get(document.id, ())
    statement = coverage.statement(contact.statement)
    return Telling(
        id=contact.id,
        document=document.id,
        outlet=coverage.outlet(document),
        according_to=chain_of(coverage, statement) if statement else (coverage.outlet(document),),
        date=contact.date,
        initiator=_party_who(coverage, contact, contact.initiator) if contact.initiator else None,
        status=contact.status,
        topics=contact.topics,
        excerpt=passage_excerpt(document.id, document.text, segments, [contact.span])
        if words
        else Excerpt(document.id, contact.span.start, ()),
        statement=contact.statement if contact.statement in coverage.statements else None,
        score=statement.score if statement else None,
        unsure=coverage.is_unsure(statement.score if statement else None),
    )


def _party_who(coverage: Coverage, contact: Contact, party: Party) -> Who:
    """Who a party is; of "I" and "we" that nobody is quoted with: who wrote, unnamed."""
    who = coverage.who(party.referent)
    if who is None and party.text.casefold() in WRITING:
        document = coverage.documents[contact.document]
        return Who(f"author of {document.id}", f"the author, in {coverage.outlet(document)}", "person", None)
    return who or Who(party.referent or party.text, " ".join(party.text.split()), "person", None)


def _parties(coverage: Coverage, contacts: Sequence[Contact]) -> tuple[Who, ...]:
    """The parties over all tellings; whoever asked comes first where every account agrees on them."""
    told = [[_party_who(coverage, contact, party) for party in contact.parties] for contact in contacts]
    people = [sum(who.kind == "person" for who in parties) for parties in told]
    found = {
        who.id: who
        for parties, named in zip(told, people, strict=True)
        for who in parties
        if named == max(people) or who.kind not in STANDING_IN
    }
    askers = {_party_who(coverage, contact, contact.initiator).id for contact in contacts if contact.initiator}
    first = askers.pop() if len(askers) == 1 else None
    return tuple(sorted(found.values(), key=lambda who: who.id != first))


def _initiatives(coverage: Coverage, tellings: Sequence[Telling]) -> tuple[Initiative, ...]:
    """The accounts of who asked, one for each side: "Norvia", its capital and its minister are not three of them."""
    askers = [(telling, telling.initiator) for telling in tellings if telling.initiator]
    between = {telling.id: _between(coverage, telling) for telling in tellings}
    states = {who.name: who.country for parties in between.values() for who in parties}
    party = {who.id: states.get(whose_office(who.name) or "") or who.party for _, who in askers}
    side_of = settle_sides(_account(coverage, telling, party[who.id], between[telling.id]) for telling, who in askers)
    accounts: dict[str, tuple[list[Who], dict[str, Telling]]] = {}
    for telling, who in askers:
        named, chains = accounts.setdefault(side_of[party[who.id]], ([], {}))
        named.append(who)
        chain = " ▸ ".join(telling.according_to)
        chains[chain] = max(chains.get(chain, telling), telling, key=_sureness)
    return tuple(
        Initiative(_asker(side, named), side, tuple(noted(chain, surest) for chain, surest in chains.items()))
        for side, (named, chains) in accounts.items()
    )


def _between(coverage: Coverage, telling: Telling) -> tuple[Who, ...]:
    """The parties of a telling whose state is known."""
    contact = coverage.contacts[telling.id]
    parties = (_party_who(coverage, contact, party) for party in contact.parties)
    return tuple(who for who in parties if who.country is not None)


def _account(coverage: Coverage, telling: Telling, side: str, between: Sequence[Who]) -> Account:
    state, countries = _state_of(coverage, telling), {who.country for who in between}
    known = telling.initiator is not None and (telling.initiator.country is not None or side != telling.initiator.party)
    return Account(telling.according_to, side, known, state, other_side(countries, state))


def _state_of(coverage: Coverage, telling: Telling) -> str | None:
    """The state of whoever a telling is according to."""
    statement = coverage.statement(coverage.contacts[telling.id].statement)
    while statement is not None and coverage.who(statement.speaker) is None:
        statement = coverage.statement(statement.parent)
    who = coverage.who(statement.speaker) if statement else None
    return who.country if who else None


def _asker(side: str, named: Sequence[Who]) -> str:
    """What a side is called that is said to have asked: the one person named, else the side itself, else what it is called."""
    people = {who.name for who in named if who.kind == "person"}
    names = people if len(people) == 1 else {who.name for who in named}
    return next(iter(names)) if len(names) == 1 else side


def _sureness(telling: Telling) -> float:
    return 1.0 if telling.score is None else telling.score


def _most_frequent(values: Sequence[str]) -> str | None:
    return Counter(values).most_common(1)[0][0] if values else None
