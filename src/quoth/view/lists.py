"""All of what a page shows the first of, page by page: an article's ties, the steps of a claim's origins, the accounts of a point, the tellings
of a contact, on which claims an actor stands and whom it met, an outlet's stories and what was not found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quoth.errors import UsageError
from quoth.records import Contact
from quoth.store import ActorHead, Persons, ReadView, Tallies
from quoth.view.contacts import ContactRow, contact_row, gather_contacts
from quoth.view.coverage import headings
from quoth.view.dates import date_key
from quoth.view.disagreements import OwnWords
from quoth.view.find import find_document, find_outlet
from quoth.view.houses import same_outlet
from quoth.view.origins import origins_page
from quoth.view.person import standings_of
from quoth.view.reading import SIDES, Kin, Side, by_side, kin_of
from quoth.view.scores import checked_score
from quoth.view.single import contact_page, point_page
from quoth.view.words import Said, begun

EACH = 40
"""Lines of one page."""
AT_ONCE = {"steps": 80, "accounts": 20, "tellings": 40}
"""How many of these the page of a claim, of a point (for each value) and of a contact shows itself."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list. ``of`` is the identifier of what it is about and ``name`` its words; ``found`` counts what all pages hold."""

    of: str
    name: str
    rows: tuple[Any, ...]
    found: int
    each: int
    first: int
    """Number of the first line, from 1."""


@dataclass(frozen=True, slots=True)
class Tie:
    """An article that shares words with one, and on which side of it it stands; ``either`` where which came first is not known."""

    side: Side
    kin: Kin

    @property
    def label(self) -> str:
        """The side in words."""
        return SIDES[self.side]


@dataclass(frozen=True, slots=True)
class Account:
    """One account of a point: the value that it gives, in a statement or in an outlet's own voice."""

    value: str
    dated: bool
    """The value is a date."""
    as_of: str | None
    said: Said | None
    own: OwnWords | None


def tie_list(read: ReadView, text: str, *, number: int = 1) -> Listing:
    """The articles that share words with one or name it as a source: those it took from, those that took from it, and those of which that
    is not known."""
    document = read.document(text) or find_document(read, text)
    taken_from, taken_by = kin_of(read, document.id)
    ties = [Tie(side, one) for side, kin in by_side(taken_from, taken_by) for one in kin]
    title = headings(read, Tallies(read.engine).heads([document.id]))[document.id]
    return _cut(document.id, title, ties, number)


def step_list(read: ReadView, claim: str, *, number: int = 1, min_score: float = 0.0) -> Listing:
    """Every step from a claim's articles to its origins, with its words."""
    page = origins_page(read, claim, min_score=min_score)
    return _cut(page.id, page.text, page.steps, number)


def account_list(read: ReadView, point: str, *, number: int = 1) -> Listing:
    """Every account of a point on which accounts differ, value by value."""
    row = point_page(read, point).row
    accounts = [
        Account(reading.value, row.kind == "date", reading.as_of, said, own)
        for reading in row.readings
        for said, own in (*((one, None) for one in reading.said), *((None, one) for one in reading.own))
    ]
    return _cut(row.id, row.about, accounts, number)


def telling_list(read: ReadView, contact: str, *, number: int = 1) -> Listing:
    """Every telling of a contact."""
    row = contact_page(read, contact).row
    return _cut(row.id, f"{row.kind}: {', '.join(who.name for who in row.parties)}", row.tellings, number)


def standing_list(read: ReadView, actor: str, *, number: int = 1, min_score: float = 0.0) -> Listing:
    """On which claims an actor stands, and where."""
    persons = Persons(read.engine)
    head = _head(persons, actor)
    first = (number - 1) * EACH
    rows, found, _ = standings_of(read, persons, head.id, (EACH, first), checked_score(min_score))
    return Listing(head.id, head.name, rows, found, EACH, first + 1)


def meeting_list(read: ReadView, actor: str, *, number: int = 1) -> Listing:
    """The contacts of an actor, in order of date."""
    persons = Persons(read.engine)
    head = _head(persons, actor)
    groups = _contacts_of(read, persons, head.id)
    page = _cut(head.id, head.name, groups, number)
    return Listing(page.of, page.name, _rows(read, page.rows), page.found, EACH, page.first)


def _contacts_of(read: ReadView, persons: Persons, actor: str) -> list[tuple[str, tuple[Contact, ...]]]:
    """The tellings of an actor's contacts by contact."""
    ids = persons.contacts(actor)[0]
    held = {contact.id: contact for contact in read.contacts(ids=ids)} if ids else {}
    joined = {one: event.id for event in (read.events(contacts=ids) if ids else ()) for one in event.contacts if one in held}
    groups: dict[str, list[Contact]] = {}
    for contact in held.values():
        groups.setdefault(joined.get(contact.id, contact.id), []).append(contact)
    return sorted(
        ((name, tuple(told)) for name, told in groups.items()),
        key=lambda group: (min(date_key(one.date) for one in group[1]), group[0]),
    )


def _rows(read: ReadView, groups: Sequence[tuple[str, tuple[Contact, ...]]]) -> tuple[ContactRow, ...]:
    """These contacts as rows, with all tellings of each."""
    documents = {one.document for _, told in groups for one in told}
    coverage = gather_contacts(read, documents) if documents else None
    return tuple(contact_row(coverage, name, told, words=False) for name, told in groups) if coverage else ()


def story_list(read: ReadView, name: str, *, number: int = 1) -> Listing:
    """The stories that an outlet tells: identifier, title, how many of its documents each has."""
    outlet = same_outlet(find_outlet(read, name), read.outlets())
    rows = [(id_, " ".join(title.split()), count) for id_, title, count in Tallies(read.engine).stories_of(outlet)]
    return _cut(outlet[0], outlet[0], rows, number)


def unfound_list(read: ReadView, name: str, *, number: int = 1) -> Listing:
    """The claims that were looked for in an outlet's documents and not found: identifier, text, documents looked at."""
    outlet = same_outlet(find_outlet(read, name), read.outlets())
    first = (number - 1) * EACH
    rows, found = Tallies(read.engine).silent_of(outlet, limit=EACH, offset=first)
    return Listing(outlet[0], outlet[0], tuple((id_, begun(text), count) for id_, text, count in rows), found, EACH, first + 1)


def _cut(of: str, name: str, rows: Sequence[Any], number: int) -> Listing:
    first = (number - 1) * EACH
    return Listing(of, name, tuple(rows[first : first + EACH]), len(rows), EACH, first + 1)


def _head(persons: Persons, actor: str) -> ActorHead:
    head = persons.head(actor)
    if head is None:
        raise UsageError(f"Nobody in this ledger has the identifier {actor!r}. Look for the name among the people.")
    return head
