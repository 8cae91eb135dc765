"""What judgements change, seen at once: findings, copies, stories and actors as they were judged, and what follows for claims and points.

Judging adds to what was judged before; taking back puts all rows back as they were and judges anew by what stands. Either is one
transaction. What a full linking would work out beyond that (which statements are one claim, now that two actors are one) waits for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from quoth.link.judged.actors import judge_actors
from quoth.link.judged.standing import ACTOR, APART, FINDINGS, LINKS, REJECTED, STATEMENT, STORY, things, with_implied
from quoth.link.judged.statements import read_change, right
from quoth.link.judged.stories import judge_stories
from quoth.records import Actor, Document, Judgement, Proposition, Referent, Statement, identify
from quoth.run.rooms import Reread
from quoth.store import ReadView, Writer
from quoth.store.overlay import RECORDS, enrolled, fetch_many, fetch_one, found_before, naming, record_of, told_in

FOUND = tuple(FINDINGS.values())
"""Tables of what is found in one document, and can be judged."""


@dataclass(slots=True)
class Changes:
    """Rows before and after, by table and identifier; None for one that was or is not there."""

    rows: dict[str, dict[str, tuple[Any | None, Any | None]]] = field(default_factory=dict)

    def note(self, kind: str, id_: str, before: Any | None, after: Any | None) -> None:
        """Take note of a change; of several to one row, the first before and the last after."""
        held = self.rows.setdefault(kind, {})
        held[id_] = (held[id_][0] if id_ in held else before, after)

    def of(self, kind: str) -> dict[str, tuple[Any | None, Any | None]]:
        """The rows of a table that are not what they were."""
        return {id_: pair for id_, pair in self.rows.get(kind, {}).items() if pair[0] != pair[1]}


@dataclass(frozen=True, slots=True)
class Effects:
    """Makes judgements seen within one transaction."""

    writer: Writer
    reread: Reread | None = None
    changes: Changes = field(default_factory=Changes)
    priors: dict[tuple[str, str], Any | None] = field(default_factory=dict)
    """Rows as they stood before they were first put back, by table and identifier: what was read or counted for them need not be again."""

    @property
    def read(self) -> ReadView:
        """The ledger as this transaction has it."""
        return self.writer.read()

    def restore(self, kinds: Collection[str] = tuple(RECORDS)) -> None:
        """Put back all that the machine had."""
        kept = found_before(self.writer.connection, kinds)
        held = {(kind, id_): fetch_one(self.writer.connection, kind, id_) for kind, id_ in kept}
        for place, one in held.items():
            self.priors.setdefault(place, one)
        self.writer.overlay.restore(kinds)
        for (kind, id_), machine in kept.items():
            self.changes.note(kind, id_, held[kind, id_], machine)

    def differs(self, kind: str, ids: Iterable[str]) -> bool:
        """Whether any of these rows is not as it stood before all was put back."""
        changed = self.changes.of(kind)
        return any(
            self.priors[kind, id_] != fetch_one(self.writer.connection, kind, id_) if (kind, id_) in self.priors else id_ in changed
            for id_ in ids
        )

    def fold_findings(self, judgements: Iterable[Judgement]) -> None:
        """Reject and right what was found in documents."""
        for one in judgements:
            if one.kind in FINDINGS and one.verdict == REJECTED:
                self._reject(one)
            elif one.kind == STATEMENT:
                self._right(one)

    def fold_links(self, judgements: Sequence[Judgement]) -> None:
        """Reject copies, and judge stories and actors; ``judgements`` are resolved."""
        for one in judgements:
            if one.kind in LINKS and one.verdict == REJECTED:
                self.change(LINKS[one.kind], one.subject, None)
        self._drop_referents()
        self._judge_stories([one for one in judgements if one.kind == STORY])
        self._judge_actors([one for one in with_implied(judgements) if one.kind == ACTOR])

    def change(self, kind: str, id_: str, record: Any | None) -> None:
        """Put a record in the place of another, what was there kept beside."""
        before = fetch_one(self.writer.connection, kind, id_)
        if before != record:
            self.writer.overlay.change(kind, id_, record)
            self.changes.note(kind, id_, before, record)

    # --- findings ----------------------------------------------------------------------------------------------------

    def _reject(self, judgement: Judgement) -> None:
        kind = FINDINGS[judgement.kind]
        held = fetch_one(self.writer.connection, kind, judgement.subject)
        if held is None:
            return
        self.change(kind, held.id, None)
        if isinstance(held, Statement):
            self._unhang(held)

    def _unhang(self, gone: Statement) -> None:
        """What was told in a statement that is none is told in the one around it."""
        for kind in ("statements", "quantities", "contacts", "terms"):
            for name in told_in(self.writer.connection, kind, [gone.id], [gone.document]):
                held = fetch_one(self.writer.connection, kind, name)
                if isinstance(held, Statement):
                    self.change(kind, name, replace(held, parent=gone.parent))
                elif held is not None:
                    self.change(kind, name, replace(held, statement=gone.parent))

    def _right(self, judgement: Judgement) -> None:
        held = fetch_one(self.writer.connection, "statements", judgement.subject)
        held = held or self._as_found(judgement)
        document = self.read.document(held.document) if held else None
        if held is None or document is None:
            return
        change = read_change(judgement.verdict)
        self._put_speaker(judgement)
        twin = right(held, change, text=document.text, by=judgement.by)
        if twin.content != held.content:
            twin = replace(twin, proposition=self._proposition(twin, document))
        self.change("statements", held.id, twin)

    def _as_found(self, judgement: Judgement) -> Statement | None:
        """The statement as it was when it was judged, where the reading that found it is gone: a person holds to it."""
        kept = found_before(self.writer.connection, ["statements"], ids=[judgement.subject])
        row = (judgement.found or {}).get("row")
        if ("statements", judgement.subject) in kept or not isinstance(row, dict):
            return None
        found: Statement = record_of("statements", row)
        return found

    def _put_speaker(self, judgement: Judgement) -> None:
        """The referent that was made for a speaker whom the reader did not see in the document."""
        made = (judgement.found or {}).get("referent")
        if isinstance(made, dict):
            referent: Referent = record_of("referents", made)
            if fetch_one(self.writer.connection, "referents", referent.id) is None:
                self.change("referents", referent.id, referent)
                own = Actor(
                    identify("actor", "judged", referent.id), referent.name, referent.kind, referent.country, (referent.id,), ()
                )
                self.change("actors", own.id, own)

    def _proposition(self, twin: Statement, document: Document) -> Proposition | None:
        """What the righted content says: as it was read when it was righted, else read now."""
        before = self.priors.get(("statements", twin.id))
        if isinstance(before, Statement) and before.content == twin.content:
            return before.proposition
        return self.reread(document, self.read, twin) if self.reread else None

    # --- links -------------------------------------------------------------------------------------------------------

    def _drop_referents(self) -> None:
        """Actors hold no referent that is no more: one made for a speaker whom nobody names now."""
        gone = [id_ for id_, (_, after) in self.changes.of("referents").items() if after is None]
        for actor in sorted(set(enrolled(self.writer.connection, gone).values())):
            held: Actor | None = fetch_one(self.writer.connection, "actors", actor)
            left = tuple(one for one in held.referents if one not in gone) if held else ()
            self.change("actors", actor, replace(held, referents=left) if held and left else None)

    def _judge_stories(self, judgements: Sequence[Judgement]) -> None:
        named = {name for one in judgements for name in things(one)}
        touched = naming(self.writer.connection, "stories", "documents", named)
        before = {one.id: one for one in self.read.stories(touched)} if touched else {}
        held = {name for one in before.values() for name in one.documents}
        documents = {one.id: replace(one, text="") for one in self.read.documents(held)} if held else {}
        self._replace("stories", before, judge_stories(list(before.values()), judgements, documents=documents))

    def _judge_actors(self, judgements: Sequence[Judgement]) -> None:
        if not judgements:
            return
        owners = enrolled(self.writer.connection, {name for one in judgements for name in things(one)})
        before = {one.id: one for one in self.read.actors(set(owners.values()))}
        parted = any(one.verdict == APART for one in judgements)
        stories = {name: one.id for one in self.read.stories() for name in one.documents} if parted else {}
        self._replace("actors", before, judge_actors(before.values(), judgements, referents=self._referents, stories=stories))

    def _referents(self, ids: Collection[str]) -> Mapping[str, Referent]:
        found: dict[str, Referent] = fetch_many(self.writer.connection, "referents", ids)
        return found

    def _replace(self, kind: str, before: Mapping[str, Any], after: Sequence[Any]) -> None:
        now = {one.id: one for one in after}
        for id_ in [*now, *(id_ for id_ in before if id_ not in now)]:
            if before.get(id_) != now.get(id_):
                self.change(kind, id_, now.get(id_))


def merged_into(changes: Changes) -> dict[str, str]:
    """Actors that are no more → the actor that has their referents now."""
    rows: Mapping[str, tuple[Actor | None, Actor | None]] = changes.of("actors")
    owner = {name: after.id for _, after in rows.values() if after for name in after.referents}
    gone = {id_: before for id_, (before, after) in rows.items() if before is not None and after is None}
    return {id_: owner[one.referents[0]] for id_, one in gone.items() if one.referents and one.referents[0] in owner}
