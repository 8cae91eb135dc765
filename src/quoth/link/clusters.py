"""Referents brought together as one actor, and the actor made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quoth.lexicon.names import is_demonym_of
from quoth.lexicon.states import states
from quoth.records import Actor, ActorKind, Referent, identify


@dataclass(slots=True)
class Cluster:
    """Referents that are one actor. ``key`` says canonically who it is and makes the actor's identifier."""

    kind: ActorKind
    key: str
    name: str | None = None
    """A name fixed beforehand: of a state, a known body, an outlet. Else the most frequent full form is taken."""
    country: str | None = None
    referents: list[Referent] = field(default_factory=list)
    evidence: set[str] = field(default_factory=set)

    def add(self, referent: Referent, why: str) -> None:
        """Take in a referent, for a reason."""
        self.referents.append(referent)
        self.evidence.add(why)


def actor_of(cluster: Cluster) -> Actor:
    """The actor that a cluster is; evidence is kept only where there was something to join."""
    referents = sorted(cluster.referents, key=lambda one: one.id)
    country = cluster.country or _most_common([one.country for one in referents if one.country])
    return Actor(
        id=identify("actor", cluster.kind, cluster.key),
        name=cluster.name or _most_frequent(referents, country if cluster.kind == "body" else None),
        kind=cluster.kind,
        country=country,
        referents=tuple(one.id for one in referents),
        evidence=tuple(sorted(cluster.evidence)) if len(referents) > 1 else (),
    )


def _most_frequent(referents: Sequence[Referent], country: str | None) -> str:
    """The most frequent full form of the name, over all documents; of equals the longer, then by the alphabet.

    Names go before descriptions, and a body's names that say its state before those that do not.
    """
    forms: Counter[str] = Counter()
    for one in [one for one in referents if one.names] or referents:
        counts = {name.text: name.count for name in one.names}
        forms[one.name] += counts.get(one.name, 1)
    longest = max(min(len(form.split()), 2) for form in forms)
    full = [form for form in forms if len(form.split()) >= longest]
    stated = [form for form in full if country is not None and says_state(form, country)]
    return min(stated or full, key=lambda form: (-forms[form], -len(form), form))


def says_state(name: str, country: str) -> bool:
    """Whether a name begins or ends with the state or its adjective: "Norvian Ministry of Defence"."""
    words = name.split()
    return any(states().of(word) == country or word == country or is_demonym_of(word, country) for word in (words[0], words[-1]))


def _most_common(values: Sequence[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
