"""Who is who now, looked up: where actors were worked out of a few documents alone, the ledger has the others still."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from quoth.link.standins import Bearer, bearer_of
from quoth.link.voices import outlet_actors
from quoth.records import Actor
from quoth.run.actors import Who
from quoth.store import ReadView
from quoth.store.renewal import Called, called_actors, titles_of


@dataclass(slots=True)
class Roll:
    """Actors, and those of mentions, as far as they were called for."""

    view: ReadView
    who: Who
    actors: dict[str, Actor] = field(default_factory=dict)
    actor_of: dict[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    """The actors that the mentions had that were looked at."""
    gone: frozenset[str] = frozenset()
    """The actors of the ledger that those worked out stand in place of."""
    outlets: Mapping[str, Called] = field(default_factory=dict)
    """All outlets and bodies of the ledger."""

    @staticmethod
    def of(view: ReadView, who: Who) -> Roll:
        """The roll of these actors."""
        before = {**view.actor_of(None if who.whole else who.homes.keys() - who.before.keys()), **who.before}
        roll = Roll(view, who, {one.id: one for one in who.actors}, before=before, gone=frozenset(before.values()))
        roll.actor_of = {referent: one.id for one in who.actors for referent in one.referents}
        roll.outlets = called_actors(view.engine, kinds=("outlet", "body"))
        return roll

    def call(self, referents: Iterable[str]) -> None:
        """Have these mentions at hand, and their actors, the actors without mentions and evidence."""
        missing = [] if self.who.whole else [one for one in dict.fromkeys(referents) if one not in self.actor_of]
        found = self.view.actor_of(missing) if missing else {}
        self.actor_of |= found
        self.have(set(found.values()))

    def have(self, actors: Iterable[str]) -> None:
        """Have these actors at hand."""
        missing = [] if self.who.whole else [one for one in actors if one not in self.actors]
        if missing:
            self.actors |= {one.id: one for one in self.view.actors_of({}, others=missing)}

    def former(self) -> dict[str, Called]:
        """The actors in short that these stand in place of, as far as the ledger has them."""
        return called_actors(self.view.engine, ids=None if self.who.whole else self.gone | {one.id for one in self.who.actors})

    def voices(self, keys: Collection[str]) -> dict[str, str]:
        """The actor that each of these outlets is, by the outlet's key."""
        stay = {} if self.who.whole else {id_: one for id_, one in self.outlets.items() if id_ not in self.gone}
        every = {id_: Actor(*one, (), ()) for id_, one in stay.items()} | {one.id: one for one in self.who.actors}
        found = {key: actor for key, actor in outlet_actors(every.values()).items() if key in keys}
        self.have(found.values())
        return found

    def bearers(self, referents: Iterable[str]) -> dict[str, Bearer]:
        """What the actors of these mentions may be known by."""
        referents = list(referents)
        self.call(referents)
        actors = {self.actor_of[one] for one in referents if one in self.actor_of}
        fresh = {one.id for one in self.who.actors}
        kept, told = titles_of(self.view.engine, sorted(actors - fresh)), self.who.titles
        found = {}
        for id_ in actors:
            one = self.actors[id_]
            called = (title.text for each in one.referents for title in told.get(each, ())) if id_ in fresh else kept.get(id_, ())
            found[id_] = bearer_of(one.kind, one.name, one.country, called)
        return found
