"""The rows of the export contract, made from the ledger's records one at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any

from quoth.errors import UsageError
from quoth.export import parts, shapes
from quoth.export.judged import correction_rows, judgement_rows
from quoth.export.parts import Named
from quoth.export.shapes import KINDS, Row
from quoth.lexicon.acts import plover_of
from quoth.records import (
    Actor,
    Claim,
    Contact,
    Document,
    Party,
    Passage,
    Position,
    Quantity,
    Receipt,
    Reckoning,
    Referent,
    Span,
    Statement,
)
from quoth.store import ReadView
from quoth.view.actor import title_rows
from quoth.view.find import near_names
from quoth.view.judgements import Judged, judged_rows
from quoth.view.scores import checked_score


def rows(
    read: ReadView, kind: str, *, story: str | None = None, min_score: float = 0.0, hidden: Counter[str] | None = None
) -> Iterator[dict[str, Any]]:
    """Rows of one kind, in the order of documents, then of spans; of one story's documents where ``story`` is its identifier.

    Statements that score less than ``min_score`` are left out, and counted in ``hidden`` under their kind as the rows are read.
    Raises ``UsageError`` for a kind that is not in the contract, and for a least score of what has none.
    """
    if kind not in KINDS:
        raise UsageError(f"There is no export of {kind!r}. There are: {', '.join(KINDS)}", hints=near_names(kind, list(KINDS)))
    if checked_score(min_score) > 0 and kind != "statements":
        raise UsageError(
            f"Only statements can be left out by their score, but {kind} were asked for. Leave the score out, or export statements."
        )
    scope = Scope(read, story, min_score, Counter() if hidden is None else hidden)
    return (plain(row) for row in _MAKERS[kind](scope))


def plain(value: Any) -> Any:
    """A shape as plain JSON values: dataclasses as objects, their fields without a trailing underscore and what else they name in ``TOLD``,
    tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        names = (*(one.name for one in fields(value)), *getattr(type(value), "TOLD", ()))
        return {name.rstrip("_"): plain(getattr(value, name)) for name in names}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value


@dataclass(frozen=True)
class Scope:
    """What is exported: everything, or one story; with the names of those who act in it, read once when first needed."""

    read: ReadView
    story: str | None
    min_score: float
    hidden: Counter[str]
    """How many rows of a kind were left out so far."""

    @cached_property
    def documents(self) -> Collection[str] | None:
        """The story's documents; None for all."""
        if self.story is None:
            return None
        return frozenset(document for story in self.read.stories([self.story]) for document in story.documents)

    @cached_property
    def actor_of(self) -> dict[str, str]:
        """Referent → actor."""
        return self.read.actor_of()

    @cached_property
    def names(self) -> dict[str, str]:
        """Actor → name."""
        return {actor.id: actor.name for actor in self.read.actors()}

    @cached_property
    def referents(self) -> dict[str, str]:
        """Name of each referent that no actor holds."""
        return {one.id: one.name for one in self.read.referents(self.documents) if one.id not in self.actor_of}

    @cached_property
    def judged(self) -> Judged:
        """Which rows follow what people judged."""
        return judged_rows(self.read)

    def named(self, identifier: str | None) -> Named | None:
        """The actor behind an actor's or referent's identifier, else the referent itself."""
        if identifier is None:
            return None
        actor = self.actor_of.get(identifier, identifier)
        if actor in self.names:
            return Named(actor, self.names[actor])
        return Named(identifier, self.referents[identifier]) if identifier in self.referents else None

    def named_all(self, identifiers: Iterable[str]) -> list[Named]:
        """Those of the identifiers that the ledger knows."""
        return [named for identifier in identifiers if (named := self.named(identifier))]


def _document_rows(scope: Scope) -> Iterator[Row]:
    for document in scope.read.documents(scope.documents):
        yield _document_row(document, scope)


def _document_row(document: Document, scope: Scope) -> Row:
    origin = document.origin
    return shapes.DocumentRow(
        id=document.id,
        input_id=document.input_id,
        outlet=document.outlet,
        url=document.url,
        title=document.title,
        authors=list(document.authors),
        published=document.published,
        published_from=document.published_from,
        fetched=document.fetched,
        modified=document.modified,
        language=document.language,
        sha256=document.sha256,
        origin=shapes.OriginShape(origin.file, origin.start, origin.end, origin.line) if origin else None,
        text=document.text,
        segments=[shapes.SegmentShape(one.kind, one.start, one.end) for one in scope.read.segments(document.id)],
        article=document.article,
        original=document.original,
        forwarded_from=document.forwarded_from,
        reply_to=document.reply_to,
        based_on=list(document.based_on),
        extra=dict(document.extra),
    )


def _statement_rows(scope: Scope) -> Iterator[Row]:
    for statement in scope.read.statements(scope.documents):
        if statement.score >= scope.min_score:
            yield _statement_row(statement, scope)
        else:
            scope.hidden["statements"] += 1


def _statement_row(statement: Statement, scope: Scope) -> Row:
    return shapes.StatementRow(
        id=statement.id,
        document=statement.document,
        form=statement.form,
        stance=statement.stance,
        source=_words(statement.source) if statement.source else None,
        cue=_words(statement.cue),
        content=_words(statement.content),
        speaker=scope.named(statement.speaker),
        addressee=scope.named(statement.addressee),
        via=[shapes.ViaShape(via.text, _spans(via.spans), scope.named(via.referent)) for via in statement.via],
        negated=statement.negated,
        score=statement.score,
        time=statement.time,
        parent=statement.parent,
        undecided=statement.undecided,
        act=statement.act,
        channel=statement.channel,
        plover=_plover(statement),
        judged=list(scope.judged.statements.get(statement.id, ())),
    )


def _plover(statement: Statement) -> shapes.PloverShape | None:
    event = plover_of(statement.act, negated=statement.negated)
    return shapes.PloverShape(*event) if event else None


def _actor_rows(scope: Scope) -> Iterator[Row]:
    """Actors in the order of their first mention."""
    order = {document: place for place, document in enumerate(scope.read.document_ids(scope.documents))}
    referents = {one.id: one for one in scope.read.referents(scope.documents)}
    published = {one.id: one.published for one in scope.read.documents(scope.documents)}
    found = []
    for actor in scope.read.actors():
        held = sorted(
            (referents[one] for one in actor.referents if one in referents), key=lambda one: (order[one.document], one.id)
        )
        if held:
            first = min((order[one.document], one.mentions[0].span.start if one.mentions else 0) for one in held)
            found.append((first, actor, held))
    found.sort(key=lambda item: (item[0], item[1].id))
    return (_actor_row(actor, held, published, scope.judged) for _, actor, held in found)


def _actor_row(actor: Actor, referents: list[Referent], published: dict[str, str | None], judged: Judged) -> Row:
    names: Counter[str] = Counter()
    for referent in referents:
        names.update({name.text: name.count for name in referent.names})
    mentions = [shapes.MentionShape(one.document, *mention.span) for one in referents for mention in one.mentions]
    return shapes.ActorRow(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        aliases=[shapes.AliasShape(text, count) for text, count in sorted(names.items(), key=lambda item: (-item[1], item[0]))],
        titles=[shapes.TitleShape(row.text, row.first, row.last, row.of) for row in title_rows(referents, published)],
        mentions=mentions,
        country=actor.country,
        evidence=list(actor.evidence),
        judged=list(judged.actors.get(actor.id, ())),
    )


def _time_rows(scope: Scope) -> Iterator[Row]:
    for one in scope.read.times(scope.documents):
        anchor = shapes.AnchorShape(one.anchor.value, one.anchor.source)
        yield shapes.TimeRow(one.document, *one.span, one.text, one.type, one.value, one.edtf, anchor, one.id)


def _quantity_rows(scope: Scope) -> Iterator[Row]:
    return map(_quantity_row, scope.read.quantities(scope.documents))


def _quantity_row(one: Quantity) -> Row:
    return shapes.QuantityRow(
        document=one.document,
        start=one.span.start,
        end=one.span.end,
        text=one.text,
        value=one.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        of=one.of,
        as_of=one.as_of,
        statement=one.statement,
        where=one.where,
        id=one.id,
    )


def _contact_rows(scope: Scope) -> Iterator[Row]:
    event_of = {contact: event.id for event in scope.read.events() for contact in event.contacts}
    return (_contact_row(one, scope, event_of.get(one.id)) for one in scope.read.contacts(scope.documents))


def _contact_row(one: Contact, scope: Scope, event: str | None) -> Row:
    return shapes.ContactRow(
        id=one.id,
        event=event,
        kind=one.kind,
        parties=[_party(party, scope) for party in one.parties],
        initiator=_party(one.initiator, scope) if one.initiator else None,
        date=one.date,
        topics=list(one.topics),
        document=one.document,
        start=one.span.start,
        end=one.span.end,
        statement=one.statement,
        status=one.status,
        weekday=one.weekday,
    )


def _term_rows(scope: Scope) -> Iterator[Row]:
    for one in scope.read.terms(scope.documents):
        yield shapes.TermRow(one.term, _words(one.definition), one.document, one.statement, one.id, *one.span)


def _copy_rows(scope: Scope) -> Iterator[Row]:
    """Edges; of a story those with both ends in it."""
    for one in scope.read.copies(scope.documents):
        if scope.documents is None or (one.copy in scope.documents and one.source in scope.documents):
            yield shapes.CopyRow(one.source, one.copy, one.kind, one.score, _receipt(one.receipt), one.id, one.decided)


def _story_rows(scope: Scope) -> Iterator[Row]:
    for one in scope.read.stories(None if scope.story is None else [scope.story]):
        judged = list(scope.judged.stories.get(one.id, ()))
        yield shapes.StoryRow(one.id, one.title, list(one.documents), one.first, one.last, judged)


def _claim_rows(scope: Scope) -> Iterator[Row]:
    return (_claim_row(one, scope) for one in scope.read.claims(scope.story))


def _claim_row(one: Claim, scope: Scope) -> Row:
    return shapes.ClaimRow(
        id=one.id,
        text=one.text,
        story=one.story,
        statements=[parts.ClaimStatementShape(link.statement, link.stance, link.answers) for link in one.statements],
        positions=[_position(position, scope) for position in one.positions],
        documents=list(one.documents),
        texts=one.texts,
        origins=parts.IntervalShape(one.origins_low, one.origins_high),
        silent=[parts.SilenceShape(silence.outlet, list(silence.documents)) for silence in one.silent],
        reckoning=_reckoning(one.reckoning) if one.reckoning else None,
        judged=list(scope.judged.claims.get(one.id, ())),
    )


def _reckoning(one: Reckoning) -> parts.ReckoningShape:
    return parts.ReckoningShape(
        tellings=[
            parts.TellingShape(told.id, told.document, list(told.statements), _spans(told.spans), list(told.named))
            for told in one.tellings
        ],
        steps=[
            parts.StepShape(step.kind, step.sure, step.source, step.copy, step.decided, _receipt(step.receipt))
            for step in one.steps
        ],
        circles=[list(ring) for ring in one.circles],
    )


def _receipt(one: Receipt) -> parts.ReceiptShape:
    return parts.ReceiptShape(one.reason, _spans(one.spans_from), _spans(one.spans_to))


def _position(position: Position, scope: Scope) -> parts.PositionShape:
    actor = scope.named(position.actor) or Named(position.actor, position.actor)
    return parts.PositionShape(actor, position.stance, position.first, list(position.statements))


def _disagreement_rows(scope: Scope) -> Iterator[Row]:
    points = list(scope.read.disagreements(scope.story))
    own = {each.document for one in points for reading in one.readings for each in reading.given if each.statement is None}
    outlets = {document.id: document.outlet for document in scope.read.documents_in_short(own)}
    for one in points:
        readings = [
            shapes.ReadingShape(
                reading.value,
                list(reading.statements),
                scope.named_all(reading.actors),
                list(reading.documents),
                reading.as_of,
                [parts.GivenShape(each.document, *each.span, each.statement, outlets.get(each.document)) for each in reading.given],
                scope.named_all(reading.replaced),
                list(reading.withdrawn),
                [parts.GivenShape(each.document, *each.span, each.statement, None) for each in reading.disowned],
            )
            for reading in one.readings
        ]
        yield shapes.DisagreementRow(one.id, one.story, one.about, one.kind, readings, one.claim, one.event, one.revised)


def _judgement_rows(scope: Scope) -> Iterator[Row]:
    return judgement_rows(scope.read)


def _correction_rows(scope: Scope) -> Iterator[Row]:
    return correction_rows(scope.read, scope.named, scope.documents)


def _words(passage: Passage) -> parts.Words:
    return parts.Words(passage.text, _spans(passage.spans))


def _spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _party(party: Party, scope: Scope) -> shapes.PartyShape:
    named = scope.named(party.referent)
    return shapes.PartyShape(named.id if named else None, named.name if named else None, party.text)


_MAKERS: dict[str, Callable[[Scope], Iterator[Row]]] = {
    "documents": _document_rows,
    "statements": _statement_rows,
    "actors": _actor_rows,
    "times": _time_rows,
    "quantities": _quantity_rows,
    "contacts": _contact_rows,
    "terms": _term_rows,
    "copies": _copy_rows,
    "stories": _story_rows,
    "claims": _claim_rows,
    "disagreements": _disagreement_rows,
    "judgements": _judgement_rows,
    "corrections": _correction_rows,
}
