"""Claims as people judged them: a judgement of kind ``claim`` has statements' identifiers as its subject.

``same``: the statements make one claim, and say the same on it. ``opposed``: they make one claim, and one says the opposite of the other.
``apart``: the first does not make the claim that the others make. What claims are made of is then told anew: words, positions, documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quoth.link.claims import worth_showing
from quoth.link.judged.standing import APART, CLAIM, OPPOSED, SAME, things
from quoth.link.origins import Lineage, find_silences
from quoth.link.postures import bear
from quoth.link.stances import OPPOSITE, merge_stances
from quoth.link.wordings import choose_wording
from quoth.records import Claim, ClaimStatement, Document, Judgement, Position, PositionStance, Statement, Story, identify


@dataclass(frozen=True, slots=True)
class Scene:
    """What claims are told anew with: as much of the corpus as the claims touch."""

    statements: Mapping[str, Statement]
    """Those of the claims and those that they stand in."""
    actor_of: Mapping[str, str]
    """Referent → actor."""
    members: Mapping[str, tuple[str, ...]]
    """Referent of a list → the referents that it lists."""
    documents: Mapping[str, Document]
    """In the ledger's order; their texts are not read."""
    stories: Mapping[str, Story]
    """By identifier."""
    lineage: Lineage
    story_of: Mapping[str, str] = field(default_factory=dict)
    """Document → story."""


@dataclass(frozen=True, slots=True)
class Former:
    """What was told of the statements of claims, by statement."""

    actors: Mapping[str, Sequence[str]]
    links: Mapping[str, ClaimStatement]

    @staticmethod
    def of(claims: Iterable[Claim]) -> Former:
        """What these claims tell."""
        actors: dict[str, list[str]] = {}
        links: dict[str, ClaimStatement] = {}
        for claim in claims:
            links.update({link.statement: link for link in claim.statements})
            for position in claim.positions:
                for name in position.statements:
                    if position.actor not in actors.setdefault(name, []):
                        actors[name].append(position.actor)
        return Former(actors, links)

    def link(self, statement: str, stance: PositionStance) -> ClaimStatement:
        """The statement with its stance, and with what else was told of it."""
        before = self.links.get(statement)
        return replace(before, stance=stance) if before else ClaimStatement(statement, stance)


def judge_claims(claims: Sequence[Claim], judgements: Iterable[Judgement], *, scene: Scene) -> tuple[Claim, ...]:
    """The claims as people judged them, in the order they had, new ones last. Those that no judgement touches stay as they are."""
    decided = [one for one in judgements if one.kind == CLAIM]
    if not decided:
        return tuple(claims)
    docket = _Docket(claims, scene)
    for one in decided:
        docket.apply(one)
    return docket.told()


class _Docket:
    """The claims while judgements are applied to them: each a mapping of statements to stances."""

    def __init__(self, claims: Sequence[Claim], scene: Scene) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.scene = scene
        self.owner = {link.statement: claim.id for claim in reversed(claims) for link in claim.statements}
        self.former = Former.of(claims)
        self.drafts: dict[str, dict[str, PositionStance]] = {}
        self.joined: set[str] = set()

    def apply(self, judgement: Judgement) -> None:
        """Apply one judgement; statements that are found no more are passed over."""
        first, *others = things(judgement)
        if first not in self.scene.statements:
            return
        named = [one for one in others if one in self.scene.statements]
        if judgement.verdict == APART:
            self._part(first, named)
        elif judgement.verdict in {SAME, OPPOSED}:
            for other in named:
                self._join(first, other, opposed=judgement.verdict == OPPOSED)

    def told(self) -> tuple[Claim, ...]:
        """All claims, those that were touched told anew."""
        found = {name: restate(self._claim(name), taken, self.scene, former=self.former) for name, taken in self.drafts.items()}
        kept = {name: claim for name, claim in found.items() if claim and (name in self.joined or worth_showing(claim))}
        untouched = {name: claim for name, claim in self.claims.items() if name not in self.drafts}
        ordered = [*self.claims, *(name for name in self.drafts if name not in self.claims)]
        both = {**untouched, **kept}
        return tuple(both[name] for name in ordered if name in both)

    def _claim(self, name: str) -> Claim:
        """The claim as it was, or one to be."""
        if name in self.claims:
            return self.claims[name]
        first = self.scene.statements[next(iter(self.drafts[name]))] if self.drafts[name] else None
        story = self.scene.story_of.get(first.document) if first else None
        return Claim(name, "", story, (), (), (), 0, None, None, ())

    def _draft(self, name: str) -> dict[str, PositionStance]:
        if name not in self.drafts:
            self.drafts[name] = {link.statement: link.stance for link in self.claims[name].statements}
        return self.drafts[name]

    def _draft_of(self, statement: str) -> str:
        """The claim of a statement; one of its own where it makes none that is told."""
        if statement not in self.owner:
            made = self.scene.statements[statement]
            name = identify("claim", self.scene.story_of.get(made.document), statement)
            name = name if name not in self.claims and name not in self.drafts else identify("claim", APART, statement)
            self.drafts[name] = {statement: own_stance(made)}
            self.owner[statement] = name
        return self.owner[statement]

    def _join(self, first: str, second: str, *, opposed: bool) -> None:
        here, there = self._draft_of(first), self._draft_of(second)
        draft, coming = self._draft(here), dict(self._draft(there))
        self.joined.add(here)
        turned = self._is_turned(first, draft[first]) ^ self._is_turned(second, coming[second]) ^ opposed
        if here == there:
            if turned:
                draft[second] = turn(draft[second])
            return
        draft.update({name: turn(stance) if turned else stance for name, stance in coming.items()})
        self.owner.update(dict.fromkeys(coming, here))
        self.drafts[there] = {}

    def _part(self, first: str, going: Sequence[str]) -> None:
        here = self._home(first, going)
        if here is None:
            return
        draft = self._draft(here)
        leaving = [one for one in going if one in draft]
        name = identify("claim", APART, leaving[0])
        self.drafts[name] = {one: draft.pop(one) for one in leaving}
        self.owner.update(dict.fromkeys(leaving, name))
        self.joined.discard(here)

    def _home(self, first: str, others: Sequence[str]) -> str | None:
        """The claim that a statement is in together with one of these; an answer to several claims is in each of them."""
        both = (claim.id for claim in self.claims.values() if any(link.statement == first for link in claim.statements))
        names = dict.fromkeys((*([self.owner[first]] if first in self.owner else ()), *both))
        return next((name for name in names if self._holds(name, first) and any(self._holds(name, one) for one in others)), None)

    def _holds(self, name: str, statement: str) -> bool:
        """Whether a statement is in a claim as it stands by now."""
        if name in self.drafts:
            return statement in self.drafts[name]
        return any(link.statement == statement for link in self.claims[name].statements)

    def _is_turned(self, name: str, stance: PositionStance) -> bool:
        """Whether a statement's stance on its claim is the opposite of its stance on its own content."""
        return is_turned(self.scene.statements[name], stance)


def turn(stance: PositionStance) -> PositionStance:
    """The stance on the opposite of a claim."""
    return OPPOSITE.get(stance, stance)


def own_stance(statement: Statement) -> PositionStance:
    """Where a statement stands on its own content; a person who takes it for a claim says that it makes one, whatever its cue."""
    return _stance(statement, turned=False) or "asserts"


def is_turned(statement: Statement, stance: PositionStance) -> bool:
    """Whether this stance on a claim is the opposite of that on the statement's own content."""
    own, opposite = _stance(statement, turned=False), _stance(statement, turned=True)
    return own != opposite and stance == opposite


def _stance(statement: Statement, *, turned: bool) -> PositionStance | None:
    modality = statement.proposition.modality if statement.proposition else "did"
    return bear(statement, claim=statement.content.text, modality=modality, opposed=turned)


def restance(before: Statement, after: Statement, stance: PositionStance) -> PositionStance | None:
    """The stance on a claim of a statement that was righted, where ``stance`` was that of the statement as it was found."""
    return _stance(after, turned=is_turned(before, stance))


def restate(
    claim: Claim,
    taken: Mapping[str, PositionStance],
    scene: Scene,
    *,
    former: Former,
    anew: Collection[str] = (),
) -> Claim | None:
    """The claim as these statements make it; None where none of them is found any more. ``former`` and ``anew`` as in ``take_positions``.

    How its origins were counted is told by edges between documents alone until links are worked out anew.
    """
    held = [name for name in taken if name in scene.statements]
    if not held:
        return None
    place = {document: number for number, document in enumerate(scene.documents)}
    spoken = sorted((scene.statements[name] for name in held), key=lambda one: _place(one, place))
    told = [(statement, taken[statement.id]) for statement in spoken]
    documents = tuple(dict.fromkeys(statement.document for statement in spoken))
    low, high = scene.lineage.origins(documents)
    story = scene.stories.get(claim.story or "")
    own = {link.statement: link for link in claim.statements}
    return replace(
        claim,
        text=choose_wording(told),
        statements=tuple(
            replace(own[statement.id], stance=stance) if statement.id in own else former.link(statement.id, stance)
            for statement, stance in told
        ),
        positions=take_positions(told, scene, former=former, anew=anew),
        documents=documents,
        texts=len(set(scene.lineage.text_of(documents).values())),
        origins_low=low,
        origins_high=high,
        silent=find_silences(story.documents, documents, scene.documents) if story else (),
        reckoning=None,
    )


def _place(statement: Statement, place: Mapping[str, int]) -> tuple[int, int, int, str]:
    number = place.get(statement.document, len(place))
    return number, statement.cue.spans[0].start, statement.content.spans[0].start, statement.id


def take_positions(
    told: Sequence[tuple[Statement, PositionStance]],
    scene: Scene,
    *,
    former: Former,
    anew: Collection[str] = (),
) -> tuple[Position, ...]:
    """Where each actor stands, in order of its first statement. Statements keep their ``former`` actors but for those in ``anew``."""
    said: dict[str, list[tuple[Statement, PositionStance]]] = {}
    for statement, stance in told:
        before = former.actors.get(statement.id, ())
        kept = before if statement.id not in anew else ()
        for actor in kept or voices(statement, scene) or _inherited(statement, scene, before):
            said.setdefault(actor, []).append((statement, stance))
    return tuple(
        Position(
            actor=actor,
            stance=merge_stances({stance for _, stance in found}),
            first=min((date for statement, _ in found if (date := _date(statement, scene))), default=None),
            statements=tuple(statement.id for statement, _ in found),
        )
        for actor, found in said.items()
    )


def voices(statement: Statement, scene: Scene) -> tuple[str, ...]:
    """The actors that make a statement: each member of a list that speaks as one."""
    spoken = scene.members.get(statement.speaker or "") or ((statement.speaker,) if statement.speaker else ())
    return tuple(dict.fromkeys(scene.actor_of[one] for one in spoken if one in scene.actor_of))


def _inherited(statement: Statement, scene: Scene, before: Sequence[str]) -> Sequence[str]:
    """The actors of a statement that names nobody, and had some: those of the statement around it."""
    if statement.speaker is not None or not before:
        return ()
    outer = scene.statements.get(statement.parent or "")
    return (voices(outer, scene) if outer else ()) or before


def _date(statement: Statement, scene: Scene) -> str | None:
    document = scene.documents.get(statement.document)
    return statement.time or ((document.published or "")[:10] or None if document else None)
