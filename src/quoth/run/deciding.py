"""People's judgements where links are worked out: each kind of link as the machine has it, then as it is judged, before the next rests on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from quoth.link.ground import Ground
from quoth.link.judged.actors import judge_actors
from quoth.link.judged.claims import Scene, judge_claims
from quoth.link.judged.standing import ACTOR, CLAIM, LINKS, REJECTED, standing, things, with_implied
from quoth.link.judged.stories import judge_stories
from quoth.link.origins import Lineage
from quoth.records import Actor, Claim, Copy, Disagreement, Document, Judgement, Referent, Statement, Story
from quoth.run.successors import Successors
from quoth.store import ReadView
from quoth.store.overlay import fetch_many


class Named(Protocol):
    """What every link has."""

    @property
    def id(self) -> str:
        """Its identifier."""
        ...


Link = TypeVar("Link", bound=Named)


@dataclass(frozen=True)
class Deciding:
    """Judges links as they are worked out, and keeps what the machine had where that changed."""

    view: ReadView
    before: dict[str, dict[str, object | None]] = field(default_factory=dict)
    """By field of ``Links`` and identifier; None for what the machine did not have."""

    @cached_property
    def _made(self) -> tuple[Judgement, ...]:
        """All judgements, as they were when this linking began."""
        return self.view.judgements()

    @cached_property
    def judgements(self) -> list[Judgement]:
        """Those that stand, with the identifiers that their things have now."""
        return Successors(self.view).resolve(standing(self._made))

    @property
    def judged(self) -> frozenset[str]:
        """Identifiers of all judgements that were known, whether they stand or not."""
        return frozenset(one.id for one in self._made)

    def copies(self, found: Sequence[Copy]) -> tuple[Copy, ...]:
        """The edges that nobody rejected."""
        return self._kept("copies", found, self._without("copies", found))

    def stories(self, found: Sequence[Story], documents: Mapping[str, Document]) -> tuple[Story, ...]:
        """The stories as they are judged."""
        return self._kept("stories", found, judge_stories(found, self.judgements, documents=documents))

    def actors(self, found: Sequence[Actor], stories: Iterable[Story]) -> tuple[Actor, ...]:
        """The actors as they are judged."""
        if not any(one.kind == ACTOR for one in with_implied(self.judgements)):
            return tuple(found)
        story_of = {name: story.id for story in stories for name in story.documents}
        return self._kept("actors", found, judge_actors(found, self.judgements, referents=self._referents, stories=story_of))

    def claims(self, found: Sequence[Claim], statements: Mapping[str, Statement], ground: Ground) -> tuple[Claim, ...]:
        """The claims as they are judged."""
        scene = Scene(
            statements=statements,
            actor_of=ground.actor_of,
            members=ground.members,
            documents=ground.documents,
            stories={story.id: story for story in ground.stories},
            lineage=Lineage.of(ground.copies),
            story_of={name: story.id for story in ground.stories for name in story.documents},
        )
        return self._kept("claims", found, judge_claims(found, self.judgements, scene=scene))

    def bound_stories(self, stories: Iterable[Story]) -> frozenset[str]:
        """The stories over whose claims people decided."""
        named = {name for one in self.judgements if one.kind == CLAIM for name in things(one)}
        if not named:
            return frozenset()
        documents = {one.document for one in self.view.statements_named(sorted(named), words=False)}
        return frozenset(story.id for story in stories if not documents.isdisjoint(story.documents))

    def disagreements(self, found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
        """The points of difference that nobody rejected."""
        return self._kept("disagreements", found, self._without("disagreements", found))

    def _referents(self, ids: Collection[str]) -> Mapping[str, Referent]:
        found: dict[str, Referent] = fetch_many(self.view.engine, "referents", ids)
        return found

    def _without(self, kind: str, found: Sequence[Link]) -> list[Link]:
        gone = {one.subject for one in self.judgements if LINKS.get(one.kind) == kind and one.verdict == REJECTED}
        return [one for one in found if one.id not in gone]

    def _kept(self, kind: str, found: Sequence[Link], judged: Sequence[Link]) -> tuple[Link, ...]:
        """The links as they are judged; what they were is kept."""
        was, now = {one.id: one for one in found}, {one.id: one for one in judged}
        changed: dict[str, object | None] = {id_: one for id_, one in was.items() if now.get(id_) != one}
        changed |= dict.fromkeys(id_ for id_ in now if id_ not in was)
        if changed:
            self.before[kind] = changed
        return tuple(judged)
