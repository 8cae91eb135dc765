"""The points of difference that linking tells of articles, and whether they stand on two labelled passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quoth.link.actors import merge_actors
from quoth.link.claims import align_claims
from quoth.link.clusters import Unions
from quoth.link.disagreements import find_disagreements
from quoth.link.events import join_contacts
from quoth.link.ground import Ground, Pages
from quoth.link.joint import note_joint
from quoth.records import Disagreement, Document, Findings, Given, Reading, Span, Statement, Story
from quoth.score.disagreements import Candidate, Judge, Place
from quoth.score.stances import within
from quoth.segment import segment_document


def judge_by_linking(
    candidates: Sequence[Candidate], documents: Mapping[str, Document], read: Callable[[Document], Findings]
) -> Judge:
    """The judge that links the labelled articles, those that a candidate sets side by side as one story, and looks for a point of difference
    of which one reading stands on the first passage and another on the second."""
    findings = {name: read(document) for name, document in documents.items()}
    points = [point for story in _stories(candidates, documents) for point in _link(story, documents, findings)]

    def judge(one: Candidate) -> str | None:
        first, second = (_passage(place, documents, findings) for place in (one.first, one.second))
        return next((point.kind for point in points if _stands_on(point, first, second)), None)

    return judge


def _stories(candidates: Iterable[Candidate], documents: Mapping[str, Document]) -> list[list[str]]:
    names = sorted(documents)
    unions = Unions(len(names))
    for one in candidates:
        unions.join(names.index(one.first.document), names.index(one.second.document))
    found: dict[int, list[str]] = {}
    for number, name in enumerate(names):
        found.setdefault(unions.find(number), []).append(name)
    return list(found.values())


def _link(names: Sequence[str], documents: Mapping[str, Document], findings: Mapping[str, Findings]) -> tuple[Disagreement, ...]:
    told = [findings[name] for name in names]
    by_id = {documents[name].id: documents[name] for name in names}
    story = Story("story", "", tuple(by_id), None, None)
    referents = [one for each in told for one in each.referents]
    actors = merge_actors(referents, documents=by_id, stories=(story,))
    actor_of = {referent: actor.id for actor in actors for referent in actor.referents}
    ground = Ground(
        by_id, {actor.id: actor for actor in actors}, actor_of, note_joint(referents), (), (story,), texts=_pages(by_id)
    )
    statements: dict[str, Statement] = {one.id: one for each in told for one in each.statements}
    contacts = [one for each in told for one in each.contacts]
    return find_disagreements(
        quantities=[one for each in told for one in each.quantities],
        contacts=contacts,
        events=join_contacts(contacts, actor_of=actor_of, documents=by_id),
        claims=align_claims(statements.values(), ground=ground),
        statements=statements,
        ground=ground,
        times=[one for each in told for one in each.times],
    )


def _pages(documents: Mapping[str, Document]) -> Pages:
    return lambda names: ((documents[name], segment_document(documents[name])) for name in names)


@dataclass(frozen=True, slots=True)
class _Passage:
    """What of a passage a reading can stand on."""

    statements: frozenset[str]
    """Those that stand in it, at least in part."""
    document: str
    at: Span


def _passage(place: Place, documents: Mapping[str, Document], findings: Mapping[str, Findings]) -> _Passage:
    found = findings[place.document]
    return _Passage(frozenset(one.id for one in within(place.at, found.statements)), documents[place.document].id, place.at)


def _stands_on(point: Disagreement, first: _Passage, second: _Passage) -> bool:
    """Whether two readings of a point stand on these passages, one each: on words of it, or on a statement that stands in it."""
    mine, theirs = ({number for number, each in enumerate(point.readings) if _is_of(each, one)} for one in (first, second))
    return bool(mine and theirs) and len(mine | theirs) > 1


def _is_of(reading: Reading, passage: _Passage) -> bool:
    if reading.given:
        return any(_is_in(one, passage) for one in reading.given)
    return not passage.statements.isdisjoint(reading.statements)


def _is_in(given: Given, passage: _Passage) -> bool:
    return given.document == passage.document and given.span.start < passage.at.end and passage.at.start < given.span.end
