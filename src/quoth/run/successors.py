"""What a judgement is about after the articles were read again: the same identifier, else what stands where it stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from quoth.link.judged.standing import ACTOR, CLAIM, STATEMENT, things
from quoth.link.judged.statements import is_successor, overlap
from quoth.records import Judgement, Referent, Span, Statement
from quoth.store import ReadView
from quoth.store.overlay import present
from quoth.view.carried import Carrying


@dataclass(frozen=True, slots=True)
class Successors:
    """Finds what judgements are about in the ledger as it is; asks for each document once."""

    read: ReadView
    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    referents: dict[str, tuple[Referent, ...]] = field(default_factory=dict)

    def resolve(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """The judgements with the identifiers that their things have now; those that are found no more keep the old ones. One on a statement is
        followed by what it says of those in later versions of the article that have its words."""
        found = list(judgements)
        there = {
            STATEMENT: self._present("statements", found, (STATEMENT, CLAIM)),
            ACTOR: self._present("referents", found, (ACTOR,)),
        }
        carried = defaultdict[str, list[Judgement]](list)
        for one in Carrying(self.read).carry(found):
            if one.statement and one.verdict:
                carried[one.judgement.id].append(replace(one.judgement, subject=one.statement, verdict=one.verdict, found=None))
        return [each for one in found for each in (self._resolved(one, there), *carried[one.id])]

    def _present(self, kind: str, judgements: Sequence[Judgement], kinds: Sequence[str]) -> set[str]:
        wanted = {name for one in judgements if one.kind in kinds for name in things(one)}
        return present(self.read.engine, kind, wanted)

    def _resolved(self, judgement: Judgement, there: Mapping[str, set[str]]) -> Judgement:
        known = there.get({CLAIM: STATEMENT}.get(judgement.kind, judgement.kind))
        if known is None or known.issuperset(things(judgement)):
            return judgement
        seen = {str(one.get("id")): one for one in snapshots(judgement)}
        now = [name if name in known else self._successor(judgement.kind, seen.get(name)) or name for name in things(judgement)]
        return replace(judgement, subject=" ".join(now))

    def _successor(self, kind: str, seen: Mapping[str, Any] | None) -> str | None:
        if not seen or "document" not in seen:
            return None
        document = str(seen["document"])
        if kind == ACTOR:
            span = Span(*seen["span"])
            near = [one.id for one in self._referents(document) if any(overlap([each.span], [span]) for each in one.mentions)]
        else:
            cue, content = spans_of(seen["cue"]), spans_of(seen["content"])
            near = [one.id for one in self._statements(document) if is_successor(one, cue, content)]
        return near[0] if len(near) == 1 else None

    def _statements(self, document: str) -> tuple[Statement, ...]:
        if document not in self.statements:
            self.statements[document] = tuple(self.read.statements([document]))
        return self.statements[document]

    def _referents(self, document: str) -> tuple[Referent, ...]:
        if document not in self.referents:
            self.referents[document] = tuple(self.read.referents([document]))
        return self.referents[document]


def snapshots(judgement: Judgement) -> list[Mapping[str, Any]]:
    """What was seen of each thing when it was judged."""
    seen = (judgement.found or {}).get("things")
    return [one for one in seen if isinstance(one, dict)] if isinstance(seen, list) else []


def spans_of(value: Any) -> tuple[Span, ...]:
    """Spans as a snapshot has them."""
    return tuple(Span(int(start), int(end)) for start, end in value)
