"""What people judged: who did what and when, what stands, and which rows it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quoth.errors import UsageError
from quoth.link.judged.standing import (
    ACTOR,
    APART,
    ARTICLE,
    ASIDE,
    CLAIM,
    JUDGEMENT,
    OPPOSED,
    REJECTABLE,
    REJECTED,
    SAME,
    STATEMENT,
    STORY,
    standing,
    things,
)
from quoth.link.judged.statements import PASSAGES, Change, read_change, right
from quoth.records import Document, Judgement, Statement
from quoth.store import ReadView, rulings_on
from quoth.store.aside import documents_aside, documents_of
from quoth.store.overlay import holds, record_of, rulings, whole_rulings
from quoth.store.renewal import is_judged_since, judged_before
from quoth.view.carried import Carrying

_TABLES = {kind: (table, "unjudged") for kind, table in REJECTABLE.items()}
"""Where what is judged is looked up, beside what stands everywhere."""
SHORTEST = 4
"""Fewest characters of an identifier that are looked up."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One judgement in words."""

    id: str
    kind: str
    text: str
    """What was judged, in a sentence."""
    by: str
    at: str
    note: str | None
    stands: bool
    answers: str | None
    subject: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgementsPage:
    """Judgements, the latest first."""

    rows: tuple[Ruling, ...]
    standing: int
    undone: int


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements that rows follow, by identifier."""

    statements: Mapping[str, Sequence[str]] = field(default_factory=dict)
    actors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    stories: Mapping[str, Sequence[str]] = field(default_factory=dict)
    claims: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """A statement as it was found, and as a person judged it: None where it is none."""

    judgement: Judgement
    document: Document
    found: Statement
    judged: Statement | None
    changed: tuple[str, ...]
    speaker: str | None
    """The name of whom the person took for the speaker; None where they said nothing of it."""


def judgements_page(read: ReadView, *, subject: str | None = None) -> JudgementsPage:
    """All judgements, those taken back too; those on one thing where its identifier is given."""
    made = read.judgements()
    stands = {one.id for one in standing(made)}
    wanted = [one for one in made if subject is None or subject in things(one)]
    labels = {one.id: one for one in made}
    rows = tuple(_ruling(one, stands=one.id in stands or _is_undoing(one, made), labels=labels) for one in reversed(wanted))
    counted = [one for one in wanted if one.kind != JUDGEMENT]
    return JudgementsPage(rows, sum(one.id in stands for one in counted), sum(one.id not in stands for one in counted))


def names_of_things(read: ReadView, kind: str, ids: Collection[str]) -> dict[str, str]:
    """What people and bodies that a judgement is on are called in the articles; nothing of other kinds, which it tells in its own words."""
    return {one.id: one.name for one in read.referents_named(ids, words=False)} if kind == ACTOR else {}


def rulings_standing(read: ReadView, kind: str, ids: Collection[str]) -> tuple[Ruling, ...]:
    """What stands on things of a kind, the latest first, however much was judged of others."""
    wanted = set(ids)
    stand = [one.id for one in standing(rulings_on(read.engine, wanted)) if one.kind == kind and not wanted.isdisjoint(things(one))]
    made = {one.id: one for one in whole_rulings(read.engine, stand)}
    return tuple(_ruling(made[one], stands=True, labels={}) for one in reversed(stand))


def ruling_made(read: ReadView, identifier: str) -> Ruling | None:
    """A judgement by its identifier, however many others there are; None where there is none."""
    one = next(iter(whole_rulings(read.engine, [identifier])), None)
    if one is None:
        return None
    beside = rulings_on(read.engine, {identifier, *things(one)})
    stands = _is_undoing(one, beside) or identifier in {each.id for each in standing(beside)}
    return _ruling(one, stands=stands, labels=_taken_back(read, one))


def _taken_back(read: ReadView, one: Judgement) -> dict[str, Judgement]:
    """What a judgement takes back, and what that takes back in turn."""
    found: dict[str, Judgement] = {}
    while one.kind == JUDGEMENT and (before := next(iter(whole_rulings(read.engine, things(one))), None)):
        found[before.id] = one = before
    return found


def is_unsettled(read: ReadView) -> bool:
    """Whether other judgements stand than when links were worked out: what rests on many articles may be counted otherwise by now."""
    if not is_judged_since(read.engine):
        return False
    made, known = rulings(read.engine), judged_before(read.engine)
    return {one.id for one in standing(made)} != {one.id for one in standing(one for one in made if one.id in known)}


def find_judgement(read: ReadView, identifier: str) -> Judgement:
    """The judgement that an identifier, or the beginning of one, names. Raises ``UsageError`` where none or several begin so."""
    start = identifier.strip().lower()
    found = [one for one in read.judgements() if len(start) >= SHORTEST and one.id.startswith(start)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"{len(found)} judgements begin with {identifier!r}: give more of it.", hints=tuple(one.id for one in found[:3])
        )
    raise UsageError(f"No judgement begins with {identifier!r}.", command="List them with: quoth judge list")


def judged_rows(read: ReadView) -> Judged:
    """Which rows follow which judgements."""
    stand = standing(read.judgements())
    if not stand:
        return Judged()
    by_kind: dict[str, list[Judgement]] = defaultdict(list)
    for one in stand:
        by_kind[one.kind].append(one)
    documents = {name for one in by_kind[STORY] for name in things(one)}
    statements = _followed(by_kind[STATEMENT], {})
    for carried in Carrying(read).carry(by_kind[STATEMENT]):
        if carried.statement and carried.verdict:
            statements.setdefault(carried.statement, []).append(carried.judgement.id)
    return Judged(
        statements=statements,
        actors=_followed(by_kind[ACTOR], read.actor_of() if by_kind[ACTOR] else {}),
        stories=_followed(by_kind[STORY], {name: one.id for one in read.stories() for name in one.documents} if documents else {}),
        claims=_followed(by_kind[CLAIM], _claims_of(read) if by_kind[CLAIM] else {}),
    )


def corrections(read: ReadView, documents: Iterable[str] | None = None) -> list[Correction]:
    """Statements that people rejected or righted, each with what was found, in the order in which they were judged."""
    wanted = None if documents is None else set(documents)
    decided = [(one, found) for one in standing(read.judgements()) if one.kind == STATEMENT and (found := _found(one))]
    held = {one.id: one for one in read.documents({found.document for _, found in decided})} if decided else {}
    return [
        _correction(one, found, held[found.document])
        for one, found in decided
        if found.document in held and (wanted is None or found.document in wanted)
    ]


def _correction(one: Judgement, found: Statement, document: Document) -> Correction:
    if one.verdict == REJECTED:
        return Correction(one, document, found, None, (), None)
    change = read_change(one.verdict)
    named = (one.found or {}).get("speaker")
    judged = right(found, change, text=document.text, by=one.by)
    return Correction(one, document, found, judged, change.fields, str(named) if named else None)


def _found(one: Judgement) -> Statement | None:
    row = (one.found or {}).get("row")
    found: Statement | None = record_of("statements", row) if isinstance(row, dict) else None
    return found


def _claims_of(read: ReadView) -> dict[str, str]:
    return {link.statement: claim.id for claim in read.claims() for link in claim.statements}


def _followed(judgements: Iterable[Judgement], owner: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in judgements:
        for name in dict.fromkeys(owner.get(each, each) for each in things(one)):
            found.setdefault(name, []).append(one.id)
    return found


def _is_undoing(one: Judgement, made: Sequence[Judgement]) -> bool:
    """Whether a taking back stands: it was not itself taken back."""
    return one.kind == JUDGEMENT and not any(
        each.kind == JUDGEMENT and each.subject == one.id and _is_undoing(each, made) for each in made
    )


def _ruling(one: Judgement, *, stands: bool, labels: Mapping[str, Judgement]) -> Ruling:
    return Ruling(one.id, one.kind, tell(one, labels), one.by, one.at, one.note, stands, one.answers, things(one))


def tell(one: Judgement, labels: Mapping[str, Judgement] | None = None) -> str:
    """What a judgement says, in a sentence."""
    if one.kind == JUDGEMENT:
        before = (labels or {}).get(one.subject)
        return f"taken back: {tell(before, labels)}" if before else f"taken back: {one.subject}"
    label = str((one.found or {}).get("label") or one.subject)
    if one.verdict == REJECTED:
        return f"{one.kind} rejected: {label}"
    if one.kind == STATEMENT:
        change = read_change(one.verdict)
        if _is_confirmed(change, one):
            return f"statement confirmed: {label}"
        return f"statement righted: {label} → {_told_change(change, one)}"
    if one.verdict == ASIDE:
        return f"article set aside: {label}"
    parts = label.split(" | ")
    return {
        SAME: f"one {one.kind}: {' = '.join(parts)}",
        OPPOSED: f"opposed: {' ↔ '.join(parts)}",
        APART: f"not one {one.kind}: {' ≠ '.join(parts)}",
    }.get(one.verdict, f"{one.kind} {one.verdict}: {label}")


def _is_confirmed(change: Change, one: Judgement) -> bool:
    """Whether a person said that everything is as it was found: source, cue, content and stance, each as it was."""
    found = _found(one)
    if found is None or change.fields != ("stance", *PASSAGES):
        return False
    held = (found.stance, found.source.spans if found.source else (), found.cue.spans, found.content.spans)
    return held == (change.stance, change.source, change.cue, change.content)


def _told_change(change: Change, one: Judgement) -> str:
    told: list[str] = []
    found: Mapping[str, Any] = one.found or {}
    if change.speaker is not None:
        told.append(f"speaker {found.get('speaker') or change.speaker or 'nobody'}")
    if change.stance is not None:
        told.append(f"stance {change.stance}")
    for name in ("source", "cue", "content"):
        spans = getattr(change, name)
        if spans is not None:
            told.append(f"{name} {', '.join(f'{start}:{end}' for start, end in spans) or 'none'}")
    return ", ".join(told)


def unmatched(read: ReadView, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those judgements of which the ledger holds nothing that they are about: no article, statement or link."""
    aside = documents_aside(read.engine)
    away, articles = {one.id for one in aside}, {one.article for one in aside}
    tables = {CLAIM: ("statements",), ACTOR: ("referents",), STORY: ("documents",), **_TABLES}
    found = []
    for one in judgements:
        kinds = () if one.kind == ARTICLE else tables.get(one.kind)
        seen = (one.found or {}).get("things")
        documents = (
            {str(each["document"]) for each in seen if isinstance(each, dict) and "document" in each}
            if isinstance(seen, list)
            else set()
        )
        held = (
            kinds is None
            or any(holds(read.engine, kind, things(one)) for kind in kinds)
            or holds(read.engine, "documents", documents)
            or not away.isdisjoint(documents)
            or (one.kind == ARTICLE and (one.subject in articles or bool(documents_of(read.engine, things(one)))))
        )
        if not held:
            found.append(one)
    return found
