"""Who stands behind a finding: the speaker of the statement that it stands in, else the outlet itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quoth.link.credits import outlet_key
from quoth.link.ground import Ground
from quoth.records import Actor, Span, Statement


@dataclass(frozen=True, slots=True)
class Voices:
    """Looks up actors by statement or by document."""

    ground: Ground
    statements: Mapping[str, Statement]
    outlets: Mapping[str, str]
    """Key of an outlet to the actor that it is."""

    @staticmethod
    def among(ground: Ground, statements: Mapping[str, Statement]) -> Voices:
        """The voices of a corpus."""
        return Voices(ground, statements, outlet_actors(ground.actors.values()))

    def of(self, statement: str | None, document: str) -> tuple[str, ...]:
        """The actors that a finding is according to: the members of the speaker, the speaker of the nearest outer statement, the outlet."""
        inner = self.statements.get(statement or "")
        while inner is not None and inner.speaker is None:
            inner = self.statements.get(inner.parent or "")
        if inner is not None:
            return self.speakers(inner.speaker)
        published = self.ground.documents.get(document)
        actor = self.outlets.get(outlet_key(published.outlet or "")) if published else None
        return (actor,) if actor else ()

    def speakers(self, referent: str | None) -> tuple[str, ...]:
        """The actors of a referent, each member of a list for itself."""
        if referent is None:
            return ()
        voices = self.ground.members.get(referent) or (referent,)
        return tuple(dict.fromkeys(self.ground.actor_of[voice] for voice in voices if voice in self.ground.actor_of))


def innermost(at: Span, statements: Iterable[Statement]) -> str | None:
    """The innermost statement in whose content some words begin; None where the outlet says them itself."""
    holding = [one for one in statements if any(span.start <= at.start < span.end for span in one.content.spans)]
    return min(holding, key=lambda one: (len(one.content.text), one.id)).id if holding else None


def one_voice(stances: Mapping[str, str], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Actor → the first of those who take the same stance on one claim and are called the same, where these are people without a name: "police" in
    two articles that say one thing are one party. ``stances`` are those of the actors, in order."""
    first: dict[tuple[str, str], str] = {}
    return {
        name: first.setdefault((actors[name].name.lower(), stance), name)
        if name in actors and actors[name].kind == "group"
        else name
        for name, stance in stances.items()
    }


def outlet_actors(actors: Iterable[Actor]) -> dict[str, str]:
    """The actor that each outlet is, by the outlet's key: an outlet before a body of the name."""
    able = sorted((actor for actor in actors if actor.kind in {"outlet", "body"}), key=lambda actor: (actor.kind, actor.id))
    return {outlet_key(actor.name): actor.id for actor in able}
