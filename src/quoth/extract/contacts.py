"""Contacts that a document tells of: who called, met, wrote to or visited whom, when, about what, on whose initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.extract.contact.facts import MOTION, Dated, Status, dated_in, dates_of, initiator_of, status_of, topics_of
from quoth.extract.contact.parties import PERSONAL, Ground, Known, same_party, without
from quoth.extract.contact.telling import Telling
from quoth.extract.contact.tellings import find_tellings
from quoth.extract.innermost import innermost
from quoth.lexicon.titles import titles
from quoth.records import Contact, ContactKind, Party, Span, Statement, TimeExpression, identify
from quoth.syntax import Paragraph, ParsedDocument

BACK = 12
"""How many contacts back "the call" may reach."""
TALKING = frozenset({"speak", "talk"})
"""Verbs that leave open by what means; between parties of two states and with no place said it is by telephone."""
ACTING = frozenset({"person", "body", "state"})
"""Kinds of referent of which a contact needs one."""
OWN = frozenset({"i", "we", "me", "us", "my", "our"})
PLACED = frozenset({"at", "in", "on", "outside", "near", "inside", "aboard"})


WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


@dataclass(frozen=True, slots=True)
class _Told:
    """A contact as told, and what later tellings need to know of it."""

    contact: Contact
    shown: bool
    """False where the telling says nothing new ("the call"): it still tells the kind of what it takes up."""
    aside: bool


@dataclass(frozen=True, slots=True)
class _Scene:
    """A paragraph, its dates, the document's statements, and the contacts told before."""

    document: str
    ground: Ground
    dates: Sequence[Dated]
    statements: Sequence[Statement]
    before: Sequence[_Told]


def find_contacts(
    parsed: ParsedDocument, referents: Known, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[Contact, ...]:
    """The contacts that the document tells of, in order; one for each pair of parties where they were separate.

    A telling without parties of its own ("Friday's call was requested by X") has those of the contact that it takes up. A
    contact keeps ``date`` None where nothing says when it was; tellings of one contact share what one of them says.
    """
    told: list[_Told] = []
    for paragraph in parsed.paragraphs:
        ground = Ground(paragraph, parsed.document.text, referents)
        dates = dated_in(paragraph, [time for time in times if paragraph.start <= time.span.start < paragraph.end])
        for telling in find_tellings(ground):
            told += list(_contacts(_Scene(parsed.document.id, ground, dates, statements, told), telling))
    agreed = zip(told, _agreed([one.contact for one in told]), strict=True)
    return tuple({contact.id: contact for one, contact in agreed if one.shown}.values())


# --- one telling -----------------------------------------------------------------------------------------------------------


def _contacts(scene: _Scene, telling: Telling) -> Iterator[_Told]:
    """The contacts of one telling: for each date and each other party, where those are separate."""
    paragraph = scene.ground.paragraph
    status = status_of(paragraph, telling.verb, telling.noun)
    if status is None:
        return
    anchors = telling.anchors | _copula(paragraph, telling)
    times = dates_of(paragraph, anchors | _over(paragraph, telling), scene.dates)
    asked = initiator_of(scene.ground, anchors)
    telling = replace(telling, initiator=asked or telling.initiator)
    topics = topics_of(scene.ground, anchors, direct=telling.topic)
    shown = asked is not None if telling.pronoun else not telling.everyone or bool(times or asked or topics)
    for parties in _parties(scene, telling, times):
        if not _are_actors(scene, parties):
            continue
        kind = _kind(scene, telling, parties)
        for time in times or (None,):
            contact = _contact(scene, replace(telling, kind=kind), parties, time, topics=topics, status=status)
            yield _Told(contact, shown, telling.aside)


def _copula(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """What a contact noun is said to be: its modifiers are the contact's too ("the call was a talk requested by X")."""
    if telling.noun is None:
        return frozenset()
    noun = paragraph.tokens[telling.noun]
    governor = paragraph.tokens[noun.head]
    if noun.dep != "nsubj" or governor.lemma != "be":
        return frozenset()
    return frozenset(child.index for child in paragraph.children(governor.index, "attr")) | {governor.index}


def _over(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """The word over the telling's verb whose adverbials are the contact's too: the verb of motion in "travelled to meet X", and
    the root that the parser hung a sentence's verb under as a participle."""
    if telling.verb is None:
        return frozenset()
    verb = paragraph.tokens[telling.verb]
    above = paragraph.tokens[verb.head]
    misparsed = verb.dep == "acl" and above.dep == "ROOT"
    return frozenset({above.index}) if misparsed or (above.lemma in MOTION and verb.dep in {"advcl", "xcomp"}) else frozenset()


def _kind(scene: _Scene, telling: Telling, parties: Sequence[Party]) -> ContactKind:
    """The kind told; "spoke with" between parties of two states is a call where no place is said."""
    paragraph = scene.ground.paragraph
    if telling.kind != "talks" or telling.verb is None or paragraph.tokens[telling.verb].lemma not in TALKING:
        return telling.kind
    countries = {country for party in parties if (country := _country(scene, party)) is not None}
    placed = any(
        child.text.lower() in PLACED
        and not any(inner.entity in {"DATE", "TIME"} for inner in paragraph.children(child.index, "pobj"))
        for child in paragraph.children(telling.verb, "prep")
    )
    return "call" if len(countries) > 1 and not placed else telling.kind


def _country(scene: _Scene, party: Party) -> str | None:
    referent = scene.ground.referents.at(party.span)
    return None if referent is None else referent.country or (referent.name if referent.kind == "state" else None)


def _are_actors(scene: _Scene, parties: Sequence[Party]) -> bool:
    """Whether a contact is one between actors: somebody in it is known, and no "I" or "we" in it stands for nobody known."""
    known = [scene.ground.referents.at(party.span) for party in parties]
    words = [party.text.casefold() for party in parties]
    bodies = any(_is_body(party) for party in parties)
    named = any(word[0].isupper() for party in parties if party.text.casefold() not in PERSONAL for word in party.text.split())
    nobody = any(referent is None and word in OWN for referent, word in zip(known, words, strict=True))
    return not nobody and (named or bodies or any(referent is not None and referent.kind in ACTING for referent in known))


def _is_body(party: Party) -> bool:
    """Whether a party is of bodies that go unnamed: "our defence ministries"."""
    word = titles().get(party.text.split()[-1].casefold())
    return word is not None and "body" in word.kinds


# --- whose contact ---------------------------------------------------------------------------------------------------------


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
    """The parties of the contact that must be meant: of the asker's side, of the day named, told for its own sake, the last."""
    candidates = [one for one in scene.before[-BACK:][::-1] if len(one.contact.parties) > 1 and _fits(one.contact, telling)]
    dates = {time.edtf for time in times if time.edtf}
    best = max(
        candidates,
        key=lambda one: (_may_be_asked_by(scene, one.contact, telling.initiator), one.contact.date in dates, not one.aside),
        default=None,
    )
    return None if best is None else best.contact.parties


def _fits(contact: Contact, telling: Telling) -> bool:
    """Whether a contact may be the one taken up: it has the party named, and is not of another kind."""
    named = all(any(same_party(party, other) for party in contact.parties) for other in telling.others)
    return named and (contact.kind == telling.kind or "talks" in {contact.kind, telling.kind})


def _may_be_asked_by(scene: _Scene, contact: Contact, asked: Party | None) -> bool:
    """Whether who asked may be a party of the contact or the state of one: so unless all parties are known and none is."""
    if asked is None or any(same_party(party, asked) for party in contact.parties):
        return True
    country = _country(scene, asked)
    countries = [_country(scene, party) for party in contact.parties]
    return country is None or country in countries or None in countries


# --- the record ------------------------------------------------------------------------------------------------------------


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
    trigger = scene.ground.paragraph.tokens[max(telling.anchors) if telling.verb is None else telling.verb]
    statement = innermost(scene.statements, Span(trigger.start, trigger.end))
    denied = statement is not None and statement.stance == "denies" and not statement.negated and status == "held"
    return Contact(
        id=identify("contact", scene.document, *span, *(party.span for party in parties), time.span if time else None),
        document=scene.document,
        kind=telling.kind,
        parties=parties,
        initiator=telling.initiator,
        date=_date(time),
        topics=topics,
        span=span,
        statement=statement.id if statement else None,
        status="denied" if denied else status,
        weekday=_weekday(time),
    )


def _date(time: TimeExpression | None) -> str | None:
    """The EDTF date of a time expression, without the time of day."""
    if time is None or time.edtf is None:
        return None
    return time.edtf[:10] if time.type == "TIME" else time.edtf


def _weekday(time: TimeExpression | None) -> int | None:
    """The ISO day of the week of an expression that names no more than that (TIMEX3 ``XXXX-WXX-5``)."""
    named = WEEKDAY.match(time.value or "") if time is not None and time.edtf is None else None
    return int(named[1]) if named else None


def _span(paragraph: Paragraph, telling: Telling, parties: Sequence[Party], time: TimeExpression | None) -> Span:
    """From the first to the last word of the telling: its verb and noun, and what else of it stands in the same sentence."""
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
        kind = "call" if contact.kind == "talks" and kinds == {"call"} else contact.kind
        dates = {other.date for other in alike if other.date is not None and other.kind in {kind, "talks"}}
        open_ = contact.date is None and contact.weekday is None
        yield replace(contact, kind=kind, date=next(iter(dates)) if open_ and len(dates) == 1 else contact.date)
