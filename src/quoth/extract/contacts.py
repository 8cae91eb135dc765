"""Contacts that a document tells of: who called, met, wrote to or visited whom, when, about what, on whose initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from quoth.extract.contact.actors import apart_from_speaker, are_actors, hosted, named_by_speaker
from quoth.extract.contact.agreeing import agreed, have_same_parties, told_once
from quoth.extract.contact.asking import initiator_of, inviter_of
from quoth.extract.contact.facts import dated_in, dates_behind, dates_of, topics_of
from quoth.extract.contact.invitations import dates_invited_for
from quoth.extract.contact.moods import MOTION, Status
from quoth.extract.contact.parties import Ground, Known, stands_for_others
from quoth.extract.contact.scene import Scene, Sides, Told, sides_of
from quoth.extract.contact.status import status_of
from quoth.extract.contact.telling import Telling
from quoth.extract.contact.tellings import find_tellings
from quoth.extract.innermost import innermost
from quoth.lexicon.contacts import contact_words
from quoth.records import Contact, ContactKind, Party, Span, Statement, TimeExpression, identify
from quoth.syntax import Paragraph, ParsedDocument, Token

TALKING = frozenset({"speak", "talk"})
"""Verbs that leave open by what means; between parties of two states and with no place said it is by telephone."""
PLACED = frozenset({"at", "in", "on", "outside", "near", "inside", "aboard"})
ANEW = frozenset({"often", "again", "since", "repeatedly", "twice", "time", "also"})
"""Words by which a verb tells of more meetings than the one told before."""
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?")
YEAR = re.compile(r"\d{4}|['’]\d{2}|\b(?:this|next|same|that)\b", re.IGNORECASE)
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
CHOICE = re.compile(r"\s+or\s+(on\s+)?")
"""What stands between two dates of which only one is meant."""
AND = re.compile(r"\s*,?\s*(and\s+)?(again\s+)?(on\s+)?")
"""What stands between two dates of the same contacts."""


def find_contacts(
    parsed: ParsedDocument, referents: Known, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[Contact, ...]:
    """The contacts that the document tells of, in order; one for each pair of parties where they were separate.

    A telling without parties of its own ("Friday's call was requested by X") has those of the contact that it takes up; "the two leaders
    met" before any other telling has those of the first that follows. A contact keeps ``date`` None where nothing says when it was;
    tellings of one contact share what one of them says.
    """
    told: list[Told] = []
    early: list[tuple[Scene, Telling]] = []
    for paragraph in parsed.paragraphs:
        ground = Ground(paragraph, parsed.document.text, referents)
        dates = dated_in(paragraph, [time for time in times if paragraph.start <= time.span.start < paragraph.end])
        for telling in find_tellings(ground):
            scene = Scene(parsed.document.id, parsed.document.published, ground, dates, statements, told)
            found = list(_contacts(scene, telling))
            told += [one for one in found if one.shown or not telling.pronoun]
            if not found and telling.everyone and telling.people and not told:
                early.append((scene, telling))
    first = [replace(one, aside=False) for one in told[:1]]
    ahead = [replace(one, shown=True) for scene, telling in early for one in _contacts(replace(scene, before=first), telling)]
    once = told_once([*ahead, *told])
    pairs = zip(once, agreed([one.contact for one in once]), strict=True)
    return tuple({contact.id: contact for one, contact in pairs if one.shown}.values())


# --- one telling -----------------------------------------------------------------------------------------------------------


def _contacts(scene: Scene, telling: Telling) -> Iterator[Told]:
    """The contacts of one telling: for each date and each other party, where those are separate."""
    paragraph = scene.ground.paragraph
    status = status_of(paragraph, telling.verb, telling.noun)
    if status is None:
        return
    anchors = telling.anchors | _copula(paragraph, telling)
    stranded = _stranded(paragraph, telling) | _held_in(paragraph, telling)
    times = _told_apart(scene, _times(scene, telling, anchors, stranded))
    asked = initiator_of(scene.ground, anchors | stranded) or (telling.initiator if telling.pronoun else None)
    telling = replace(telling, initiator=asked or telling.initiator)
    topics = topics_of(scene.ground, anchors, direct=telling.topic)
    shown = (
        asked is not None
        if telling.pronoun
        else not telling.everyone or telling.people or len(telling.ones) > 1 or bool(times or asked)
    )
    sentence = _sentence(paragraph, min(telling.anchors)).start
    for sides, days in _on_their_days(scene, telling, times):
        parties = apart_from_speaker(tuple(named_by_speaker(scene, party) for party in sides.parties))
        parties = hosted(scene, parties, inviter_of(scene.ground, anchors)) if telling.kind == "visit" else parties
        if not are_actors(scene, parties, visit=telling.kind == "visit", status=status):
            continue
        begun = asked is not None or status != "denied"
        of = replace(telling, kind=_kind(scene, telling, parties, status), initiator=telling.initiator if begun else None)
        for time in days or (None,):
            contact = _contact(scene, of, parties, time, topics=topics, status=_status(telling, sides, status, date=_date(time)))
            named = shown or (bool(telling.others) and sides.of is None) or _never_was(paragraph, telling, status, sides)
            more = _is_one_more(paragraph, telling) or (telling.noun is None and _is_anew(paragraph, telling))
            taken = (sides.of is not None and telling.everyone and not more) or (
                telling.inside and _is_pointed_at(paragraph, telling)
            )
            again = (
                taken
                and asked is None
                and any(_says_the_same(contact, one.contact) for one in scene.before if one.shown or one.contact == sides.of)
            )
            aside = telling.aside or any(stands_for_others(party) for party in parties)
            yield Told(contact, named and not again, aside, sentence, _is_anew(paragraph, telling))


def _times(scene: Scene, telling: Telling, anchors: frozenset[int], stranded: frozenset[int]) -> tuple[TimeExpression, ...]:
    """The dates that a telling gives its contact."""
    paragraph = scene.ground.paragraph
    if telling.invited and telling.verb is not None:
        return dates_invited_for(paragraph, telling.verb, scene.dates)
    dated = frozenset(index for index in anchors if paragraph.tokens[index].lemma != "follow")  # "followed a launch on Tuesday"
    times = dates_of(paragraph, dated | stranded | _over(paragraph, telling), scene.dates)
    return times or dates_behind(paragraph, telling.meant, scene.dates)


def _never_was(paragraph: Paragraph, telling: Telling, status: Status, sides: Sides) -> bool:
    """Whether somebody says of a contact told before that it never was: "denies that there was any such meeting"."""
    words = paragraph.children(telling.noun, "det", "amod") if telling.noun is not None else ()
    such = any(word.text.lower() == "such" for word in words)
    return such and status == "denied" and sides.of is not None and sides.of.status != "denied"


def _is_pointed_at(paragraph: Paragraph, telling: Telling) -> bool:
    """Whether a contact was told right before: "in that call"."""
    words = paragraph.children(telling.noun, "det") if telling.noun is not None else ()
    return any(word.text.lower() in {"that", "this"} for word in words)


def _is_anew(paragraph: Paragraph, telling: Telling) -> bool:
    """Whether a verb tells of meetings after the one told before: "and the two have met four times since"."""
    beside = paragraph.children(telling.verb, "advmod", "npadvmod", "prep", "mark") if telling.verb is not None else ()
    of_whom = telling.verb is not None and paragraph.tokens[telling.verb].dep == "relcl"  # "met Reeve, whom he had met in May"
    apart = of_whom and any(child.entity == "DATE" for child in beside)
    return apart or any(child.lemma in ANEW for child in beside)


def _is_one_more(paragraph: Paragraph, telling: Telling) -> bool:
    """Whether a contact is told as one more of those who had one: "the two held a third meeting"."""
    words = paragraph.children(telling.noun, "det", "amod") if telling.noun is not None else ()
    return any(word.text.lower() in {"another", "second", "third", "fourth", "new"} for word in words)


def _says_the_same(contact: Contact, before: Contact) -> bool:
    """Whether a telling that takes up a contact tells no other day or outcome of one of the same parties."""
    days = (contact.date, contact.weekday) == (before.date, before.weekday)
    return days and contact.status == before.status and have_same_parties(contact, before)


def _status(telling: Telling, sides: Sides, status: Status, *, date: str | None) -> Status:
    """The status told; planned where somebody was only invited, and that of the contact taken up where nothing else is said."""
    if telling.invited and status == "held":
        return "planned"
    if telling.pronoun and not telling.definite and status == "planned":
        return "held"  # "it was Dolan that requested it", of a call that there was
    if sides.of is not None and status in {"held", "planned"}:
        if sides.of.status == "cancelled":
            return "cancelled"
        if sides.of.status == "planned" and telling.verb is None and date in {None, sides.of.date}:
            return "planned"
    return status


def _on_their_days(
    scene: Scene, telling: Telling, times: Sequence[TimeExpression]
) -> Iterator[tuple[Sides, Sequence[TimeExpression]]]:
    """The parties of each contact with its days: all of them, or each day those named before it ("A on Monday and B on Tuesday")."""
    between = [scene.ground.text[one.span.end : other.span.start] for one, other in pairwise(times)]
    if all(AND.fullmatch(words) for words in between):
        yield from ((sides, times) for sides in sides_of(scene, telling, times))
        return
    starts = [0, *(time.span.end for time in times)]
    groups = [
        tuple(party for party in telling.others if start <= party.span.start < time.span.start)
        for start, time in zip(starts, times, strict=False)
    ]
    if not all(groups):
        yield from ((sides, times[:1]) for sides in sides_of(scene, telling, times[:1]))
        return
    for group, time in zip(groups, times, strict=True):
        yield from ((sides, (time,)) for sides in sides_of(scene, replace(telling, others=group), (time,)))


def _told_apart(scene: Scene, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The dates of a contact; none where they are a choice ("Thursday or Friday")."""
    between = (scene.ground.text[one.span.end : other.span.start] for one, other in pairwise(times))
    return () if any(CHOICE.fullmatch(words) for words in between) else tuple(times)


def _copula(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """What a contact noun is said to be: its modifiers are the contact's too ("the call was a talk requested by X")."""
    if telling.noun is None:
        return frozenset()
    noun = paragraph.tokens[telling.noun]
    governor = paragraph.tokens[noun.head]
    if noun.dep != "nsubj" or governor.lemma != "be":
        return frozenset()
    return frozenset(child.index for child in paragraph.children(governor.index, "attr")) | {governor.index}


def _held_in(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """The clause that tells who held a contact: what it says of when and why is the contact's too ("the call that Dolan made on Friday")."""
    clauses = paragraph.children(telling.noun, "relcl", "acl") if telling.noun is not None else ()
    return frozenset(clause.index for clause in clauses if clause.lemma in contact_words("light") and clause.lemma != "be")


def _stranded(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """The last of several others, where the parser hung it on another verb, and with it what the contact's words end in: "the calls
    that she held with Dolan and with Reeve on Tuesday"."""
    if len(telling.others) == 1 or not telling.others:
        return frozenset()
    last = [token for token in paragraph.tokens if token.end == telling.others[-1].span.end]
    above = [each for token in last for each in paragraph.ancestors(token.index)]
    if any(each.index in telling.anchors for each in above):
        return frozenset()
    titles = takewhile(lambda each: each.pos in {"NOUN", "PROPN"}, above)  # "the minister, Anna Reeve, on Tuesday"
    return frozenset(each.index for each in (*last, *titles))


def _over(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """The word over the telling's verb whose adverbials are the contact's too: the verb of motion in "travelled to meet X", and
    the root that the parser hung a sentence's verb under as a participle."""
    if telling.verb is None:
        return _for_which(paragraph, telling)
    verb = paragraph.tokens[telling.verb]
    above = paragraph.tokens[verb.head]
    misparsed = verb.dep == "acl" and above.dep == "ROOT"
    return frozenset({above.index}) if misparsed or (above.lemma in MOTION and verb.dep in {"advcl", "xcomp"}) else frozenset()


def _for_which(paragraph: Paragraph, telling: Telling) -> frozenset[int]:
    """The verb of motion whose goal a contact's noun is: "arrived on Monday for talks"."""
    noun = paragraph.tokens[telling.noun or 0]
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    came = noun.dep == "pobj" and preposition.text.lower() in {"for", "on"} and verb.lemma in MOTION
    if telling.kind == "letter" and noun.dep == "pobj" and preposition.text.lower() == "in":
        return _written_in(paragraph, preposition)
    return frozenset({verb.index}) if came else frozenset()


def _written_in(paragraph: Paragraph, preposition: Token) -> frozenset[int]:
    """The verb that a letter's words hang under: "asked for access in a letter to Dolan on Saturday"."""
    verb = next((above for above in paragraph.ancestors(preposition.index) if above.pos == "VERB"), None)
    return frozenset({verb.index}) if verb is not None and verb.index < preposition.index else frozenset()


def _kind(scene: Scene, telling: Telling, parties: Sequence[Party], status: Status) -> ContactKind:
    """The kind told; "spoke with" between parties of two states is a call where no place is said."""
    paragraph = scene.ground.paragraph
    if telling.kind != "talks" or telling.verb is None or paragraph.tokens[telling.verb].lemma not in TALKING or status != "held":
        return telling.kind
    everybody = {*parties, *telling.ones, *telling.others}  # what is a call with one of them is a call with each
    countries = {country for party in everybody if (country := scene.country(party)) is not None}
    placed = any(
        child.text.lower() in PLACED
        and not any(inner.entity in {"DATE", "TIME"} for inner in paragraph.children(child.index, "pobj"))
        for child in paragraph.children(telling.verb, "prep")
    )
    return "call" if len(countries) > 1 and not placed else telling.kind


# --- the record ------------------------------------------------------------------------------------------------------------


def _contact(
    scene: Scene,
    telling: Telling,
    parties: tuple[Party, ...],
    time: TimeExpression | None,
    *,
    topics: tuple[str, ...],
    status: Status,
) -> Contact:
    span = _span(scene.ground.paragraph, telling, parties, time if telling.meant is None else None)
    trigger = scene.ground.paragraph.tokens[max(telling.anchors) if telling.verb is None else telling.verb]
    statement = _according_to(scene, Span(trigger.start, trigger.end), telling.initiator)
    denied = statement is not None and statement.stance == "denies" and not statement.negated and status == "held"
    return Contact(
        id=identify("contact", scene.document, *span, *(party.span for party in parties), time.span if time else None),
        document=scene.document,
        kind=telling.kind,
        parties=parties,
        initiator=telling.initiator,
        date=_date(time) if status != "held" else _gone_by(_date(time), time, scene.published),
        topics=topics,
        span=span,
        statement=statement.id if statement else None,
        status="denied" if denied else status,
        weekday=_weekday(time),
    )


def _according_to(scene: Scene, trigger: Span, asker: Party | None) -> Statement | None:
    """The statement that a telling stands in. A request is told by whoever tells of it, not by who made it: "it said *Dolan had asked for the call*"."""
    found = innermost(scene.statements, trigger)
    if found is None or asker is None or found.stance != "asks" or found.source is None or asker.span not in found.source.spans:
        return found
    return next((one for one in scene.statements if one.id == found.parent), None)


def _date(time: TimeExpression | None) -> str | None:
    """The EDTF date of a time expression, without the time of day; of a night, either of its two days."""
    if time is None or time.edtf is None:
        return None
    return time.edtf[:10] if time.type == "TIME" and not time.edtf.startswith("[") else time.edtf


def _gone_by(date: str | None, time: TimeExpression | None, published: str | None) -> str | None:
    """The date of what was held, a year earlier where a day or month named without its year would else be to come ("a July phone call")."""
    ahead = date is not None and published is not None and DAY.fullmatch(date) is not None and date[:7] > published[:7]
    if date is None or time is None or not ahead or YEAR.search(time.text) or not MONTH.search(time.text):
        return date
    return f"{int(date[:4]) - 1}{date[4:]}"


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
    first, stop = paragraph.sentence_of(index)
    return paragraph.span(first, stop - 1)
