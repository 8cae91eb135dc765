"""What was judged of a statement in an earlier version of an article, and holds in a later one: where its words stand there unchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from quoth.link.days import is_earlier
from quoth.link.judged.standing import REJECTED, STATEMENT, standing, things
from quoth.link.judged.statements import PASSAGES, Change, read_change, write_change
from quoth.records import Document, Judgement, Referent, Span, Statement
from quoth.store import Dated, ReadView, Tallies, rulings_on
from quoth.store.overlay import fetch_many, found_before, record_of, whole_rulings


@dataclass(frozen=True, slots=True)
class Carried:
    """A judgement on a statement, and the one of a later version that has the same words."""

    judgement: Judgement
    document: str
    """The later version."""
    statement: str | None
    """As it was found there; None where no statement there, or more than one, has these words."""
    verdict: str | None
    """What it says of that statement; None where it cannot be said of it."""


@dataclass(frozen=True, slots=True)
class Later:
    """A later version of the article of which a statement was judged."""

    document: str
    statement: str | None
    """The one there of which the judgement holds too; None where its words are not the same."""


def is_later(one: Dated, other: Dated) -> bool:
    """Whether one version of an article came after another: it was changed or published later; where that is not told, collected later; where
    that is not told either, added later."""
    for first, second in ((_when(other), _when(one)), (other.fetched, one.fetched)):
        if is_earlier(first, second):
            return True
        if is_earlier(second, first):
            return False
    return other.number < one.number


def _when(one: Dated) -> str | None:
    return one.modified or one.published


@dataclass(frozen=True, slots=True)
class Carrying:
    """Finds what carries over; asks for each document once."""

    read: ReadView
    documents: dict[str, Document] = field(default_factory=dict)
    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)

    def carry(self, judgements: Sequence[Judgement]) -> list[Carried]:
        """What these judgements come to in later versions; those that were judged there themselves are left out."""
        found = {one.id: row for one in judgements if (row := judged_statement(one))}
        later = _versions(self.read, {row.document for row in found.values()}, later=True)
        if not later:
            return []
        made = [one for one in judgements if one.id in found and found[one.id].document in later]
        carried = [self._carry(one, found[one.id], new) for one in made for new in later[found[one.id].document]]
        own = _judged(self.read, {one.statement for one in carried if one.statement})
        return [one for one in carried if one.statement not in own]

    def _carry(self, one: Judgement, was: Statement, new: str) -> Carried:
        held = self._found(was.document)
        was = next((each for each in held if each.id in things(one)), was)
        twins = [each for each in self._found(new) if _words(each) == _words(was)]
        if len(twins) != 1 or len([each for each in held if _words(each) == _words(was)]) > 1:
            return Carried(one, new, None, None)
        return Carried(one, new, twins[0].id, self._verdict(one, was, twins[0]))

    def _found(self, document: str) -> tuple[Statement, ...]:
        """The statements of a document as the machine found them."""
        if document not in self.statements:
            held = {one.id: one for one in self.read.statements([document], propositions=False)}
            before = found_before(self.read.engine, ["statements"], document=document)
            held |= {id_: one for (_, id_), one in before.items() if one is not None}
            self.statements[document] = tuple(held.values())
        return self.statements[document]

    def _verdict(self, one: Judgement, was: Statement, twin: Statement) -> str | None:
        if one.verdict == REJECTED:
            return REJECTED
        change = read_change(one.verdict)
        given: dict[str, Sequence[Span]] = {name: spans for name in PASSAGES if (spans := getattr(change, name))}
        moved: dict[str, Any] = {name: self._moved(spans, was, twin) for name, spans in given.items()}
        return None if None in moved.values() else self._spoken(one, replace(change, **moved), twin)

    def _moved(self, spans: Sequence[Span], was: Statement, twin: Statement) -> tuple[Span, ...] | None:
        """Stretches of the earlier version in the later one, as far from the statement as they were; None where other words stand there."""
        by = twin.cue.spans[0].start - was.cue.spans[0].start
        before, after = self._text(was.document), self._text(twin.document)
        moved = tuple(Span(span.start + by, span.end + by) for span in spans)
        same = all(
            new.start >= 0 and after[new.start : new.end] == before[old.start : old.end]
            for old, new in zip(spans, moved, strict=True)
        )
        return moved if same else None

    def _spoken(self, one: Judgement, change: Change, twin: Statement) -> str | None:
        """The verdict with the speaker whom the later version names so; None where it names nobody, or several, of that name."""
        if not change.speaker:
            return write_change(change)
        made = (one.found or {}).get("referent")
        known: dict[str, Referent] = fetch_many(self.read.engine, "referents", [change.speaker])
        if isinstance(made, dict):
            known |= {str(made["id"]): record_of("referents", made)}
        named = known.get(change.speaker)
        here = [
            each.id for each in self.read.referents([twin.document]) if named and (each.name, each.kind) == (named.name, named.kind)
        ]
        return write_change(replace(change, speaker=here[0])) if len(here) == 1 else None

    def _text(self, document: str) -> str:
        if document not in self.documents:
            self.documents.update({one.id: one for one in self.read.documents([document])})
        return self.documents[document].text


def carried_to(read: ReadView, documents: Collection[str]) -> Mapping[str, Judgement]:
    """The judgements made on earlier versions of these documents that hold in them, by the statement of theirs that each is about."""
    earlier = {one for some in _versions(read, documents, later=False).values() for one in some}
    made = [one.id for one in standing(rulings_on(read.engine, (), earlier)) if one.kind == STATEMENT] if earlier else []
    carried = Carrying(read).carry(whole_rulings(read.engine, made)) if made else []
    return {one.statement: one.judgement for one in carried if one.statement and one.verdict and one.document in documents}


def later_of(read: ReadView, one: Judgement) -> tuple[Later, ...]:
    """Whether a judgement holds in later versions of the article, those apart in which the statement was judged itself."""
    return tuple(Later(each.document, each.statement if each.verdict else None) for each in Carrying(read).carry([one]))


def judged_statement(one: Judgement) -> Statement | None:
    """The statement that a judgement is about, as it was found; None where it is about something else, or that was not taken down."""
    row = (one.found or {}).get("row")
    found: Statement | None = record_of("statements", row) if one.kind == STATEMENT and isinstance(row, dict) else None
    return found


def _words(one: Statement) -> tuple[str | None, str, str]:
    return one.source.text if one.source else None, one.cue.text, one.content.text


def _judged(read: ReadView, statements: Collection[str]) -> set[str]:
    """Those of the statements that were judged themselves."""
    return {name for one in standing(rulings_on(read.engine, statements)) if one.kind == STATEMENT for name in things(one)}


def _versions(read: ReadView, documents: Collection[str], *, later: bool) -> dict[str, tuple[str, ...]]:
    """The later (or earlier) versions of those of the documents that have any."""
    tallies, held = Tallies(read.engine), defaultdict[str, list[Dated]](list)
    for one in tallies.versions({head.article for head in tallies.heads(documents)} if documents else ()):
        held[one.article].append(one)
    found = {one.id: tuple(_beside(one, some, later=later)) for some in held.values() for one in some if one.id in documents}
    return {id_: others for id_, others in found.items() if others}


def _beside(one: Dated, versions: Iterable[Dated], *, later: bool) -> Iterator[str]:
    return (other.id for other in versions if (is_later(other, one) if later else is_later(one, other)))
