"""Contact events: the tellings, in one document or several, of one call, meeting or letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quoth.link.days import Stretch, stretch_of
from quoth.link.standins import Bearer, join_stand_ins
from quoth.records import Contact, ContactEvent, ContactKind, Document, identify

SPOKEN: frozenset[ContactKind] = frozenset({"call", "talks"})
"""Kinds that tellings mix for one contact: a "call" is also "talks"."""
MET: frozenset[ContactKind] = frozenset({"meeting", "talks", "visit"})
WRITTEN: frozenset[ContactKind] = frozenset({"letter", "message"})
UNDATED = 10_000
LATE = 10
"""Days before its publication within which a telling without a date is taken to tell of a contact."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """One contact with what it can be joined by."""

    contact: Contact
    parties: frozenset[str]
    when: Stretch | None
    published: Stretch | None

    @property
    def document(self) -> str:
        return self.contact.document

    @property
    def dated(self) -> bool:
        return self.when is not None and self.when.days <= 1

    @property
    def openness(self) -> int:
        """Days that its date leaves open; an undated telling comes last, one that names a weekday before the others."""
        return self.when.days if self.when else UNDATED - (self.contact.weekday is not None)


def join_contacts(
    contacts: Iterable[Contact],
    *,
    actor_of: Mapping[str, str],
    documents: Mapping[str, Document],
    bearers: Mapping[str, Bearer] | None = None,
) -> tuple[ContactEvent, ...]:
    """The events, each with its tellings; one of a single telling included. In order of first telling; the order of input changes nothing.

    Tellings agree on the parties (as actors), on the kind (call and talks are one kind, so are meeting, visit and talks) and on the day.
    A telling with an open date ("in May", none, a bare "Friday") joins only where a single event fits; denied and cancelled contacts join
    what they deny. Where ``bearers`` are given, a state or a role joins the contact of the person whom it must stand for.
    """
    by_parties: dict[frozenset[str], list[_Telling]] = defaultdict(list)
    for contact in contacts:
        telling = _telling(contact, actor_of, documents.get(contact.document))
        by_parties[telling.parties].append(telling)
    events = [event for tellings in by_parties.values() for event in _events(tellings)]
    events = join_stand_ins(events, bearers, _may_mean) if bearers else events
    return tuple(sorted((_event(event) for event in events), key=lambda event: (event.contacts, event.id)))


def _telling(contact: Contact, actor_of: Mapping[str, str], document: Document | None) -> _Telling:
    """Parties without an actor keep a key of their own, so that two unknown parties never count as the same."""
    keys = [actor_of.get(party.referent or "", party.referent or f"{contact.id}:{party.span.start}") for party in contact.parties]
    return _Telling(contact, frozenset(keys), stretch_of(contact.date), stretch_of(document.published if document else None))


def _events(tellings: Sequence[_Telling]) -> list[list[_Telling]]:
    """Tellings of the same parties, parted into events: those with a day first, open ones to the only event that fits."""
    ordered = sorted(tellings, key=lambda telling: (telling.openness, telling.contact.id))
    events: list[list[_Telling]] = []
    for telling in ordered:
        fitting = [event for event in events if _fits(telling, event)]
        day = telling.when is not None and telling.when.days <= 1
        if telling.when is None and telling.contact.weekday is not None:
            fitting = [
                event for event in fitting if _has_day(event)
            ] or fitting  # "Friday's call" means that of a Friday that is known
        open_ = [event for event in fitting if all(other.when is None for other in event)]
        if len(fitting) == 1 or (day and fitting):
            fitting[0].append(telling)
        elif len(open_) == 1:
            open_[0].append(telling)  # several dated events fit: open tellings of one document stay together, apart from them
        else:
            events.append([telling])
    return events


def _may_mean(telling: _Telling, event: Sequence[_Telling]) -> bool:
    return _fits(telling, event) and any(telling.contact.status == other.contact.status for other in event)


def _has_day(event: Sequence[_Telling]) -> bool:
    """Whether the day of an event is known, not only its month or year."""
    return any(other.when is not None and other.when.days <= 1 for other in event)


def _fits(telling: _Telling, event: Sequence[_Telling]) -> bool:
    return all(_same_kind(telling.contact.kind, other.contact.kind) for other in event) and _same_time(telling, event)


def _same_kind(first: ContactKind, second: ContactKind) -> bool:
    return first == second or any(first in kinds and second in kinds for kinds in (SPOKEN, MET, WRITTEN))


def _same_time(telling: _Telling, event: Sequence[_Telling]) -> bool:
    """Whether the date of a telling can be that of an event: an undated one only near the event's own tellings."""
    dated = [other.when for other in event if other.when is not None]
    if telling.when is not None:
        return all(telling.when.meets(when) for when in dated) if dated else any(_told_near(telling.when, other) for other in event)
    weekday = telling.contact.weekday
    if dated:
        return any(_told_near(when, telling) and _on_weekday(when, weekday) for when in dated)
    if any(None not in {weekday, other.contact.weekday} and weekday != other.contact.weekday for other in event):
        return False
    return all(other.contact.document == telling.contact.document and _same_asker(telling, other) for other in event)


def _on_weekday(when: Stretch, weekday: int | None) -> bool:
    """Whether a day can be the weekday that a telling names, if it names one ("Friday's call")."""
    return weekday is None or when.days >= 7 or when.first.isoweekday() == weekday


def _same_asker(first: _Telling, second: _Telling) -> bool:
    """Whether two undated tellings leave open that one party asked for the contact."""
    askers = [telling.contact.initiator for telling in (first, second)]
    return (
        askers[0] is None or askers[1] is None or (askers[0].referent or askers[0].text) == (askers[1].referent or askers[1].text)
    )


def _told_near(when: Stretch, telling: _Telling) -> bool:
    """Whether a telling without a date was published on the day of a contact or within days after it, for all that is known."""
    return telling.published is None or -1 <= telling.published.days_after(when) <= LATE


def _event(tellings: Sequence[_Telling]) -> ContactEvent:
    contacts = tuple(sorted(telling.contact.id for telling in tellings))
    return ContactEvent(id=identify("event", contacts[0]), contacts=contacts)
