"""What follows for claims, events and points of difference where statements, actors, stories or copies were judged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quoth.link.claims import worth_showing
from quoth.link.disagreements import dispute_claims
from quoth.link.ground import Ground
from quoth.link.joint import note_joint
from quoth.link.judged.claims import Former, Scene, judge_claims, restance, restate, take_positions
from quoth.link.judged.points import drop_figure, keep_point, revoice
from quoth.link.judged.standing import CLAIM, things
from quoth.link.origins import Lineage
from quoth.link.reckoning import Shelf, reckon_claims
from quoth.records import (
    Claim,
    Contact,
    Copy,
    Disagreement,
    Judgement,
    PositionStance,
    Quantity,
    Statement,
    Story,
    identify,
)
from quoth.run.effects import Effects, merged_into
from quoth.store.overlay import enrolled, fetch_many, naming, one_of_each_outlet
from quoth.view.measures import figures_of


@dataclass(frozen=True)
class Following:
    """Works out what follows from the changes of ``effects``; ``judgements`` on claims come on top of it.

    The changes are those since claims, events and points were told.
    """

    effects: Effects
    judgements: Sequence[Judgement]
    rejected: frozenset[str] = frozenset()
    """Points of difference that people rejected."""
    bound: tuple[frozenset[str], ...] = ()
    """Statements that people joined to one claim: it is told even where it is made but once."""

    def follow(self) -> None:
        """Change claims, events and points of difference."""
        self._follow_claims()
        self._follow_events()
        self._follow_points()

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements that changed, as they were."""
        changed = self.effects.changes.of("statements")
        return {id_: before for id_, (before, _) in changed.items() if before is not None}

    @cached_property
    def actors(self) -> set[str]:
        """Actors that changed."""
        return set(self.effects.changes.of("actors"))

    @cached_property
    def stories(self) -> set[str]:
        """Stories that changed."""
        return set(self.effects.changes.of("stories"))

    # --- claims ------------------------------------------------------------------------------------------------------

    def _follow_claims(self) -> None:
        source = self.effects.writer.connection
        decided = [one for one in self.judgements if one.kind == CLAIM]
        judged = {name for one in decided for name in things(one)}
        copied = self._copied()
        touched = naming(source, "claims", "statements", {*self.statements, *judged}) | naming(
            source, "claims", "positions", self.actors
        )
        touched |= copied | {claim.id for story in self.stories for claim in self.effects.read.claims(story)}
        touched |= set(self.effects.changes.of("claims"))
        claims = sorted(fetch_many(source, "claims", touched).values(), key=lambda one: one.id)
        scene = load_scene(self.effects, claims, judged)
        told = [new for claim in claims for new in self._retold(claim, scene, anew=claim.id in copied)]
        after = judge_claims(told, decided, scene=scene)
        before = {claim.id: claim for claim in claims}
        anew = [one for one in after if one.id in copied or self._is_told_anew(one, before.get(one.id))]
        counted = self._counted(anew, scene)
        self._write(claims, [counted.get(one.id, one) for one in after])

    def judge_claims(self) -> None:
        """Judge claims, and nothing that follows."""
        decided = [one for one in self.judgements if one.kind == CLAIM]
        judged = {name for one in decided for name in things(one)}
        source = self.effects.writer.connection
        claims = sorted(
            fetch_many(source, "claims", naming(source, "claims", "statements", judged)).values(), key=lambda one: one.id
        )
        if decided:
            self._write(claims, judge_claims(claims, decided, scene=load_scene(self.effects, claims, judged)))

    def _counted(self, claims: Sequence[Claim], scene: Scene) -> dict[str, Claim]:
        """The claims with their texts and origins counted; as they were counted before all was put back, where nothing else counts now."""
        priors = self.effects.priors
        copies = {id_ for kind, id_ in priors if kind == "copies"} | set(self.effects.changes.of("copies"))
        copied = self.effects.differs("copies", copies)
        kept = {}
        for one in claims:
            prior: Claim | None = priors.get(("claims", one.id))
            same = (
                prior is not None and (one.story, one.statements) == (prior.story, prior.statements) and prior.reckoning is not None
            )
            if (
                same
                and prior
                and not copied
                and not self.effects.differs("statements", [link.statement for link in one.statements])
            ):
                counts = {name: getattr(prior, name) for name in ("texts", "origins_low", "origins_high", "reckoning")}
                kept[one.id] = replace(one, **counts)
        return kept | {one.id: one for one in recount(self.effects, [one for one in claims if one.id not in kept], scene)}

    def _is_told_anew(self, claim: Claim, before: Claim | None) -> bool:
        """Whether other statements make a claim, or other words, or it stands in another story."""
        if claim.reckoning is None and claim.id in self.effects.changes.of("claims"):
            return True  # put back as it was before anybody counted
        if before is None or (claim.story, claim.statements) != (before.story, before.statements):
            return True
        return any(link.statement in self.statements for link in claim.statements)

    def _copied(self) -> set[str]:
        """Claims that stand in both ends of an edge that changed."""
        source, found = self.effects.writer.connection, set()
        for before, after in self.effects.changes.of("copies").values():
            copy: Copy | None = before or after
            if copy is None:
                continue
            found |= naming(source, "claims", "documents", {copy.copy}) & naming(source, "claims", "documents", {copy.source})
        return found

    def _retold(self, claim: Claim, scene: Scene, *, anew: bool) -> Iterator[Claim]:
        """The claim as it follows; as several where its documents are in several stories now."""
        taken = {
            link.statement: stance for link in claim.statements if (stance := self._stance(link.statement, link.stance, scene))
        }
        parts = self._by_story(claim, taken, scene)
        whole = parts == {claim.story: taken} and len(taken) == len(claim.statements)
        former = Former.of([claim])
        respoken = {name for name in taken if name in self.statements or not self.actors.isdisjoint(former.actors.get(name, ()))}
        if whole and not anew and self.statements.keys().isdisjoint(taken):
            spoken = [(scene.statements[name], stance) for name, stance in taken.items()]
            yield replace(claim, positions=take_positions(spoken, scene, former=former, anew=respoken)) if respoken else claim
            return
        for number, (story, part) in enumerate(parts.items()):
            name = claim.id if number == 0 else identify("claim", story, next(iter(part)))
            new = restate(replace(claim, id=name, story=story), part, scene, former=former, anew=respoken)
            bound = any(len(joined.intersection(part)) > 1 for joined in self.bound)
            if new is not None and (bound or worth_showing(new) or not worth_showing(claim)):
                yield new

    def _stance(self, name: str, stance: PositionStance, scene: Scene) -> PositionStance | None:
        now, before = scene.statements.get(name), self.statements.get(name)
        if now is None or before is None or before == now:
            return stance if now is not None else None
        return restance(before, now, stance)

    def _by_story(
        self, claim: Claim, taken: Mapping[str, PositionStance], scene: Scene
    ) -> dict[str | None, dict[str, PositionStance]]:
        """The statements by the story that they are in now; first those that keep the claim's identifier."""
        if claim.story is None or not self.stories:
            return {claim.story: dict(taken)}
        parts: dict[str | None, dict[str, PositionStance]] = {}
        for name, stance in taken.items():
            story = scene.story_of.get(scene.statements[name].document, claim.story)
            parts.setdefault(story, {})[name] = stance
        return dict(sorted(parts.items(), key=lambda part: (part[0] != claim.story, -len(part[1]), part[0] or "")))

    def _write(self, before: Sequence[Claim], after: Sequence[Claim]) -> None:
        now = {claim.id: claim for claim in after}
        for id_ in [*now, *(claim.id for claim in before if claim.id not in now)]:
            self.effects.change("claims", id_, now.get(id_))

    # --- events and points -------------------------------------------------------------------------------------------

    def _follow_events(self) -> None:
        gone = {id_ for id_, (_, after) in self.effects.changes.of("contacts").items() if after is None}
        source = self.effects.writer.connection
        for event in fetch_many(source, "events", naming(source, "events", "contacts", gone)).values():
            left = tuple(one for one in event.contacts if one not in gone)
            self.effects.change("events", event.id, replace(event, contacts=left) if left else None)

    def _follow_points(self) -> None:
        self._dispute_anew()
        source = self.effects.writer.connection
        gone = {id_ for id_, (_, after) in self.effects.changes.of("statements").items() if after is None}
        touched = naming(source, "disagreements", "readings", {*self.statements, *self.actors})
        points: dict[str, Disagreement] = fetch_many(source, "disagreements", touched)
        merged, voices = merged_into(self.effects.changes), self._voices(points.values())
        documents = {name: one.document for name, one in self.statements.items()} | {name: one[1] for name, one in voices.items()}
        for point in points.values():
            if point.kind == "polarity" and point.claim:
                continue  # told from its claim
            kept = keep_point(point, without=gone, documents=documents)
            self.effects.change(
                "disagreements", point.id, revoice(kept, {name: one[0] for name, one in voices.items()}, merged) if kept else None
            )
        self._place_points()
        self._follow_figures()
        self._follow_tellings()

    def _dispute_anew(self) -> None:
        """Whether a claim is disputed is told from the claim as it is now."""
        source, changed = self.effects.writer.connection, self.effects.changes.of("claims")
        held = [after for _, after in changed.values() if after is not None]
        statements = fetch_many(source, "statements", {link.statement for claim in held for link in claim.statements})
        found = {point.id: point for point in dispute_claims(held, statements) if point.id not in self.rejected}
        for id_ in changed:
            name = identify("disagreement", "polarity", id_)
            self.effects.change("disagreements", name, found.get(name))

    def _voices(self, points: Iterable[Disagreement]) -> dict[str, tuple[tuple[str, ...], str]]:
        """The actors behind the statements of points, of a list its members, with the statements' documents."""
        names = {name for point in points for reading in point.readings for name in reading.statements}
        source = self.effects.writer.connection
        statements: dict[str, Statement] = fetch_many(source, "statements", names)
        members, actor_of = load_voices(self.effects, statements.values())
        found = {}
        for name, one in statements.items():
            spoken = members.get(one.speaker or "") or ((one.speaker,) if one.speaker else ())
            found[name] = (tuple(dict.fromkeys(actor_of[each] for each in spoken if each in actor_of)), one.document)
        return found

    def _place_points(self) -> None:
        """Points of stories that changed belong to the story of their claim, else of their documents."""
        if not self.stories:
            return
        held = [point for story in self.stories for point in self.effects.read.disagreements(story)]
        claims = fetch_many(self.effects.writer.connection, "claims", {point.claim for point in held if point.claim})
        stories = list(self.effects.read.stories())
        story_of = {name: story.id for story in stories for name in story.documents}
        for point in held:
            documents = [name for reading in point.readings for name in reading.documents]
            story = (
                claims[point.claim].story
                if point.claim in claims
                else next((story_of[one] for one in documents if one in story_of), None)
            )
            self.effects.change("disagreements", point.id, replace(point, story=story))

    def _follow_figures(self) -> None:
        source = self.effects.writer.connection
        gone: list[Quantity] = [
            before for before, after in self.effects.changes.of("quantities").values() if before and after is None
        ]
        for figure in gone:
            for point in fetch_many(
                source, "disagreements", naming(source, "disagreements", "readings", {figure.document})
            ).values():
                if point.kind == "figure":
                    self.effects.change("disagreements", point.id, self._without_figure(point, figure))

    def _without_figure(self, point: Disagreement, figure: Quantity) -> Disagreement | None:
        others = list(self.effects.read.quantities({name for reading in point.readings for name in reading.documents}))
        resting: dict[str, Collection[str]] = {}
        for reading in point.readings:
            if figures_of(reading, [figure]):
                left = figures_of(reading, others)
                resting[reading.value] = {name for one in left for name in (one.document, one.statement) if name}
        return drop_figure(point, resting, {"document": figure.document, "statement": figure.statement})

    def _follow_tellings(self) -> None:
        """Points on an event rest on the tellings that are left of it."""
        source = self.effects.writer.connection
        events = self.effects.changes.of("events")
        held = [point for point in self.effects.read.disagreements() if point.event in events] if events else []
        for point in held:
            event = events[point.event or ""][1]
            left: dict[str, Contact] = fetch_many(source, "contacts", event.contacts if event else ())
            documents = {one.document for one in left.values()}
            readings = [
                replace(one, documents=tuple(name for name in one.documents if name in documents)) for one in point.readings
            ]
            kept = tuple(one for one in readings if one.documents)
            self.effects.change("disagreements", point.id, replace(point, readings=kept) if len(kept) > 1 else None)


def load_scene(effects: Effects, claims: Sequence[Claim], judged: Collection[str] = ()) -> Scene:
    """As much of the ledger as these claims, and the statements that were judged, touch."""
    source, read = effects.writer.connection, effects.read
    names = {link.statement for claim in claims for link in claim.statements} | set(judged)
    statements: dict[str, Statement] = fetch_many(source, "statements", names)
    statements |= fetch_many(source, "statements", {one.parent for one in statements.values() if one.parent} - set(statements))
    own = {one.document for one in statements.values()}
    stories: dict[str, Story] = fetch_many(source, "stories", naming(source, "stories", "documents", own))
    members, actor_of = load_voices(effects, statements.values())
    around = own | {name for one in stories.values() for name in one.documents}
    return Scene(
        statements=statements,
        actor_of=actor_of,
        members=members,
        documents={one.id: replace(one, text="") for one in read.documents(around)},
        stories=stories,
        lineage=Lineage.of(read.copies(own)),
        story_of={name: story.id for story in stories.values() for name in story.documents},
    )


def load_voices(effects: Effects, statements: Iterable[Statement]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The members of speakers that are lists, and the actors of speakers and members."""
    spoken = [one for one in statements if one.speaker]
    members = note_joint(effects.read.referents({one.document for one in spoken})) if spoken else {}
    speakers = {one.speaker for one in spoken if one.speaker}
    listed = {name for one in speakers for name in members.get(one, ())}
    return members, enrolled(effects.writer.connection, speakers | listed)


def recount(effects: Effects, claims: Sequence[Claim], scene: Scene) -> list[Claim]:
    """The claims with their texts and origins counted anew."""
    if not claims:
        return []
    read, source = effects.read, effects.writer.connection
    held = {name for claim in claims for name in claim.documents}
    statements = {one.id: one for one in read.statements(held)}
    referents = {one.id: one for one in read.referents(held)}
    actor_of = enrolled(source, {*referents, *scene.actor_of})
    ground = Ground(
        documents={one.id: replace(one, text="") for one in read.documents(one_of_each_outlet(source))} | dict(scene.documents),
        actors={one.id: one for one in read.actors(set(actor_of.values()))},
        actor_of=actor_of,
        members=note_joint(referents.values()),
        copies=tuple(read.copies(held)),
        stories=tuple(scene.stories.values()),
    )
    shelf = Shelf(read.pages, read.referents, read.register())
    return list(reckon_claims(claims, shelf=shelf, statements=statements, ground=ground))
