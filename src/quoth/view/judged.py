"""Where a person's judgement stands over what was found: who judged it, when, and what the machine had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quoth.link.judged import standing as judgements
from quoth.link.judged.standing import REJECTED, STATEMENT, standing
from quoth.link.judged.statements import PASSAGES, is_successor, read_change, right
from quoth.records import Judgement, Passage, Statement
from quoth.store import ReadView, last_ruling, rulings_on
from quoth.store.database import Source
from quoth.store.overlay import fetch_many, found_before, present, record_of, whole_rulings
from quoth.view.carried import carried_to

NOBODY = "nobody"
_NONE: Mapping[str, Statement] = {}


@dataclass(frozen=True, slots=True)
class AsJudged:
    """Who judged a thing and when."""

    id: str
    by: str
    at: str
    found: tuple[tuple[str, str], ...] = ()
    """What the machine had where a person judged otherwise: which field, and in words. Empty where they said that it is right."""
    kind: str = STATEMENT
    verdict: str = ""
    """Of links: ``same``, ``apart`` or ``opposed``."""
    earlier: bool = False
    """It was made on an earlier version of the article."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a statement as it was found, and as a person judged it."""

    field: str
    found: str
    judged: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements that stand on some statements and on what is made of them."""

    of: Mapping[tuple[str, str], tuple[Judgement, ...]] = field(default_factory=dict)
    """By kind and thing."""
    found: Mapping[str, Statement] = field(default_factory=dict)
    """Statement → what the machine had."""
    carried: frozenset[str] = frozenset()
    """Statements of which an earlier version of the article was judged."""

    def on(self, kind: str, ids: Iterable[str]) -> tuple[AsJudged, ...]:
        """The judgements that stand on any of these things, the latest first."""
        held = {one.id: one for id_ in ids for one in self.of.get((kind, id_), ())}
        latest = sorted(held.values(), key=lambda one: (one.at, one.id), reverse=True)
        return tuple(AsJudged(one.id, one.by, one.at, kind=one.kind, verdict=one.verdict) for one in latest)

    def statement(self, one: Statement, named: Callable[[str | None], str]) -> AsJudged | None:
        """Who judged a statement last, and what the machine had instead; ``named`` names a speaker. None where nobody did."""
        made = self.of.get((STATEMENT, one.id))
        if not made:
            return None
        before = self.found.get(one.id)
        found = tuple((name, was) for name, was, now in _told(before, one, named) if was != now) if before else ()
        earlier = one.id not in judgements.things(made[-1]) and one.id in self.carried
        return AsJudged(made[-1].id, made[-1].by, made[-1].at, found, earlier=earlier)


def read_rulings(source: Source, statements: Mapping[str, Statement] = _NONE, *, things: Iterable[str] = ()) -> Rulings:
    """The judgements that stand on these statements and other ``things`` (documents, referents), and what the machine had of the statements that
    were judged. A judgement on a statement of an earlier reading is one on what stands in its place now."""
    held = {one.document for one in statements.values()}
    made = rulings_on(source, [*statements, *things], held)
    carried = carried_to(ReadView(source), held) if statements and last_ruling(source) else {}
    if not made and not carried:
        return Rulings()
    of: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for one in standing(made):
        if one.verdict != REJECTED:
            for thing in judgements.things(one):
                of[one.kind, thing].append(one)
    if statements:
        for one, successor in _successors(
            source, {thing: ones[-1] for (kind, thing), ones in of.items() if kind == STATEMENT}, statements
        ):
            of.setdefault((STATEMENT, successor), [one])
    before_that = {thing: one for thing, one in carried.items() if thing in statements and (STATEMENT, thing) not in of}
    of.update({(STATEMENT, thing): [one] for thing, one in before_that.items()})
    judged = [thing for kind, thing in of if kind == STATEMENT and thing in statements]
    before = found_before(source, ["statements"], ids=judged) if judged else {}
    found = {id_: one for (_, id_), one in before.items() if one}
    return Rulings({key: tuple(ones) for key, ones in of.items()}, found, frozenset(before_that))


def _successors(
    source: Source, judged: Mapping[str, Judgement], statements: Mapping[str, Statement]
) -> Iterator[tuple[Judgement, str]]:
    """Judgements on statements that the ledger holds no more, each with the one of these that another reading found in its place."""
    held = present(source, "statements", judged)
    for one in whole_rulings(source, [made.id for thing, made in judged.items() if thing not in held]):
        row = (one.found or {}).get("row")
        if not isinstance(row, dict):
            continue
        was: Statement = record_of("statements", row)
        near = {each.id: each for each in statements.values() if each.document == was.document}
        found = near | {id_: each for (_, id_), each in found_before(source, ["statements"], ids=near).items() if each}
        after = [id_ for id_, each in found.items() if is_successor(each, was.cue.spans, was.content.spans)]
        if len(after) == 1:
            yield one, after[0]


def differences(read: ReadView, one: Judgement) -> tuple[Difference, ...]:
    """What a judgement on a statement changed: each field as it was found, and as it was judged."""
    row = (one.found or {}).get("row")
    if one.kind != STATEMENT or not isinstance(row, dict):
        return ()
    found: Statement = record_of("statements", row)
    if one.verdict == REJECTED:
        return (Difference("statement", found.content.text, "rejected"),)
    document = next(iter(read.documents([found.document])), None)
    if document is None:
        return ()
    judged = right(found, read_change(one.verdict), text=document.text, by=one.by)
    names = fetch_many(read.engine, "referents", [name for name in (found.speaker, judged.speaker) if name])
    told = str((one.found or {}).get("speaker") or NOBODY)

    def named(speaker: str | None) -> str:
        held = names.get(speaker or "")
        return held.name if held else told if speaker else NOBODY

    return tuple(Difference(name, was, now) for name, was, now in _told(found, judged, named) if was != now)


def _told(found: Statement, judged: Statement, named: Callable[[str | None], str]) -> Sequence[tuple[str, str, str]]:
    """Every field that people judge: what the machine had, and what stands."""
    passages = [(name, _words(getattr(found, name)), _words(getattr(judged, name))) for name in PASSAGES]
    return (("speaker", named(found.speaker), named(judged.speaker)), ("stance", found.stance, judged.stance), *passages)


def _words(passage: Passage | None) -> str:
    return " ".join(passage.text.split()) if passage else "none"
