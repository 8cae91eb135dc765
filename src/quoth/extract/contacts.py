"""Contacts that a document tells of: who called, met, wrote to or visited whom, when, about what, on whose initiative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.extract.contactfacts import Dated, Status, dated_in, dates_of, initiator_of, status_of, topics_of
from quoth.extract.contactparties import Ground, Known, same_party, without
from quoth.extract.contacttellings import Telling, find_tellings
from quoth.extract.innermost import innermost
from quoth.records import Contact, Party, Span, Statement, TimeExpression, identify
from quoth.syntax import Paragraph, ParsedDocument

BACK = 12
"""How many contacts back "the call" may reach."""


def find_contacts(
    parsed: ParsedDocument, referents: Known, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[Contact, ...]:
    """The contacts that the document tells of, in order; one for each pair of parties where they were separate.

    A telling without parties of its own ("Friday's call was requested by X") has those of the contact that it takes up. A
    contact keeps ``date`` None where nothing says when it was; tellings of one contact share what one of them says.
    """
    found: list[Contact] = []
    for paragraph in parsed.paragraphs:
        ground = Ground(paragraph, parsed.document.text, referents)
        dates = dated_in(paragraph, [time for time in times if paragraph.start <= time.span.start < paragraph.end])
        for telling in find_tellings(ground):
            found += _contacts(_Scene(parsed.document.id, ground, dates, statements, found), telling)
    return tuple(_agreed(_distinct(found)))


@dataclass(frozen=True, slots=True)
class _Scene:
    """A paragraph, its dates, the document's statements, and the contacts told before."""

    document: str
    ground: Ground
    dates: Sequence[Dated]
    statements: Sequence[Statement]
    before: Sequence[Contact]


def _contacts(scene: _Scene, telling: Telling) -> Iterator[Contact]:
    """The contacts of one telling: for each date and each other party, where those are separate."""
    paragraph = scene.ground.paragraph
    status = status_of(paragraph, telling.verb, telling.noun)
    if status is None:
        return
    anchors = telling.anchors | _copula(paragraph, telling)
    times = dates_of(paragraph, anchors, scene.dates)
    asked = initiator_of(scene.ground, anchors)
    telling = replace(telling, initiator=asked or telling.initiator)
    topics = topics_of(scene.ground, anchors, direct=telling.topic)
    if telling.everyone and not (times or asked or topics):
        return
    for parties in _parties(scene, telling, times):
        for time in times or (None,):
            yield _contact(scene, telling, parties, time, topics=topics, status=status)


def _copula(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """What a contact noun is said to be: its modifiers are the contact's too ("the call was a talk requested by X")."""
    if telling.noun is None:
        return frozenset()
    noun = paragraph.tokens[telling.noun]
    governor = paragraph.tokens[noun.head]
    if noun.dep != "nsubj" or governor.lemma != "be":
        return frozenset()
    return frozenset(child.index for child in paragraph.children(governor.index, "attr")) | {governor.index}


def _parties(scene: _Scene, telling: Telling, times: Sequence[TimeExpression]) -> Iterator[tuple[Party, ...]]:
    """The parties of each contact told: those named, or those of the contact taken up."""
    if telling.everyone or not telling.ones:
        taken_up = _taken_up(scene, telling, times)
        if taken_up is not None:
            yield taken_up
        return
    others = without(telling.others, telling.ones)
    if telling.apart and len(others) > 1:
        yield from ((*telling.ones, other) for other in others)
    elif others or (len(telling.ones) == 1 and not telling.others):
        yield (*telling.ones, *others)


def _taken_up(scene: _Scene, telling: Telling, times: Sequence[TimeExpression]) -> tuple[Party, ...] | None:
    """The parties of the last contact that can be meant: with the party named, of the day named, of the initiator's side."""
    candidates = [contact for contact in scene.before[-BACK:][::-1] if len(contact.parties) > 1 and _fits(contact, telling)]
    dates = {time.edtf for time in times if time.edtf}
    same_day = [contact for contact in candidates if contact.date in dates]
    asked = telling.initiator
    with_asker = [
        contact for contact in candidates if asked is not None and any(same_party(party, asked) for party in contact.parties)
    ]
    chosen = next(iter([*with_asker, *same_day, *candidates]), None)
    return None if chosen is None else chosen.parties


def _fits(contact: Contact, telling: Telling) -> bool:
    """Whether a contact may be the one taken up: it has the party named, and is not of another kind."""
    named = all(any(same_party(party, other) for party in contact.parties) for other in telling.others)
    return named and (contact.kind == telling.kind or "talks" in {contact.kind, telling.kind})


def _contact(
    scene: _Scene,
    telling: Telling,
    parties: tuple[Party, ...],
    time: TimeExpression | None,
    *,
    topics: tuple[str, ...],
    status: Status,
) -> Contact:
    span = _span(scene.ground.paragraph, telling, parties, time)
    trigger = scene.ground.paragraph.tokens[max(telling.anchors)]
    statement = innermost(scene.statements, Span(trigger.start, trigger.end))
    denied = statement is not None and statement.stance == "denies" and status == "held"
    document = scene.document
    return Contact(
        id=identify("contact", document, telling.kind, *span, *(party.span for party in parties), time.span if time else None),
        document=document,
        kind=telling.kind,
        parties=parties,
        initiator=telling.initiator,
        date=_date(time),
        topics=topics,
        span=span,
        statement=statement.id if statement else None,
        status="denied" if denied else status,
    )


def _date(time: TimeExpression | None) -> str | None:
    """The EDTF date of a time expression, without the time of day."""
    if time is None or time.edtf is None:
        return None
    return time.edtf[:10] if time.type == "TIME" else time.edtf


def _span(paragraph: Paragraph, telling: Telling, parties: Sequence[Party], time: TimeExpression | None) -> Span:
    """From the first to the last word of the telling: its verb and noun, and the parties and date that stand in its paragraph."""
    anchors = [paragraph.tokens[index] for index in telling.anchors]
    sentence = _sentence(paragraph, min(telling.anchors))
    spans = [Span(token.start, token.end) for token in anchors]
    spans += [party.span for party in (*parties, *([telling.initiator] if telling.initiator else []))]
    spans += [time.span] if time else []
    inside = [span for span in spans if sentence.start <= span.start and span.end <= sentence.end]
    return Span(min(span.start for span in inside), max(span.end for span in inside))


def _sentence(paragraph: Paragraph, index: int) -> Span:
    first, stop = next((first, stop) for first, stop in paragraph.sentences() if first <= index < stop)
    return paragraph.span(first, stop - 1)


def _distinct(contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts without those told twice by the same words."""
    return list({contact.id: contact for contact in contacts}.values())


def _key(contact: Contact) -> frozenset[str]:
    return frozenset(party.referent or party.text.casefold() for party in contact.parties)


def _agreed(contacts: Sequence[Contact]) -> Iterator[Contact]:
    """The contacts, each with the kind and date that other tellings of the same parties give it.

    "Spoke with" becomes a call where the document tells of calls between the same parties; a date is taken over where the
    document gives no other date for a contact of those parties.
    """
    groups: dict[tuple[frozenset[str], Status], list[Contact]] = {}
    for contact in contacts:
        groups.setdefault((_key(contact), contact.status), []).append(contact)
    for contact in contacts:
        alike = groups[_key(contact), contact.status]
        kinds = {other.kind for other in alike} - {"talks"}
        kind = next(iter(kinds)) if contact.kind == "talks" and len(kinds) == 1 else contact.kind
        dates = {other.date for other in alike if other.date is not None and other.kind in {kind, "talks"}}
        date = next(iter(dates)) if contact.date is None and len(dates) == 1 else contact.date
        yield replace(contact, kind=kind, date=date)
