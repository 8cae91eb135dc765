"""Referents brought together as one actor, and the actor made of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
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
    evidence: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The names that were joined, by the reason why."""
    undecided: set[str] = field(default_factory=set)
    """Whom it may be as well, and why that is not decided."""

    def add(self, referent: Referent, why: str) -> None:
        """Take in a referent, for a reason."""
        self.referents.append(referent)
        self.evidence[why].add(referent.name)

    def told_name(self) -> str:
        """The name that it is told by before it is made an actor."""
        return self.name or max((one.name for one in self.referents), key=lambda name: (len(name), name))

    def take(self, other: Cluster, why: str) -> None:
        """Take in all of another cluster, for a reason."""
        self.keep(other)
        for referent in other.referents:
            self.add(referent, why)
        other.referents.clear()

    def keep(self, other: Cluster) -> None:
        """Keep why another cluster is one, where it joined anything."""
        if len(other.referents) > 1:
            for reason, names in other.evidence.items():
                self.evidence[reason] |= names


class Unions:
    """Numbers 0 to n, put together pair by pair or by what they share."""

    def __init__(self, size: int) -> None:
        """``size`` numbers, each on its own."""
        self._above = list(range(size))
        self._groups = size
        self._first: dict[Hashable, int] = {}

    def find(self, one: int) -> int:
        """The least number of the group that a number is in."""
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Put the groups of two numbers together."""
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = low
        self._groups -= low != high

    def share(self, one: int, key: Hashable) -> None:
        """Put a number together with all that were given the same key."""
        self.join(one, self._first.setdefault(key, one))

    def are_one(self) -> bool:
        """Whether all are in one group."""
        return self._groups < 2

    def groups(self) -> list[list[int]]:
        """The groups, in order of their least number."""
        found: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._above)):
            found[self.find(one)].append(one)
        return [found[least] for least in sorted(found)]


HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
"""An outlet that is known by the address of its site alone."""
TOLD = 4
"""How many of the names that one reason joined are told."""
SMALL = 3
"""Letters up to which a word of a name may be written small: "of", "and"."""
UNDECIDED = "undecided: "
"""How a line of evidence begins that says whom an actor may be as well."""


def tell_evidence(cluster: Cluster) -> tuple[str, ...]:
    """Why a cluster is one, a line a reason with the names that it joined; then whom it may be as well, which is undecided."""
    joined = [_line(why, names) for why, names in sorted(cluster.evidence.items())] if len(cluster.referents) > 1 else []
    return (*joined, *(f"{UNDECIDED}{why}" for why in sorted(cluster.undecided)))


def _line(why: str, names: Iterable[str]) -> str:
    ordered = sorted(names)
    more = f" and {len(ordered) - TOLD} more" if len(ordered) > TOLD else ""
    return f"{why}: {', '.join(ordered[:TOLD])}{more}"


MINISTRY = "ministry"
"""A word for bodies of which every state has one of the same name."""


def actor_of(cluster: Cluster) -> Actor:
    """The actor that a cluster is; evidence is kept only where there was something to join or is something undecided."""
    if len(cluster.referents) == 1:
        return _alone(cluster, cluster.referents[0])
    referents = sorted(cluster.referents, key=lambda one: one.id)
    country = cluster.country or _most_common([one.country for one in referents if one.country])
    return Actor(
        id=identify("actor", cluster.kind, cluster.key),
        name=_fixed_name(cluster) or _whose(_most_frequent(referents, country if cluster.kind == "body" else None), country),
        kind=cluster.kind,
        country=country,
        referents=tuple(one.id for one in referents),
        evidence=tell_evidence(cluster),
    )


def _fixed_name(cluster: Cluster) -> str | None:
    """The name fixed beforehand; an outlet known by an address is called as documents call it, where some do."""
    named = [one for one in cluster.referents if one.names and not HOST.fullmatch(one.name)]
    return None if named and HOST.fullmatch(cluster.name or "") else cluster.name


def _alone(cluster: Cluster, one: Referent) -> Actor:
    """The actor of a cluster of one referent, as most are."""
    return Actor(
        id=identify("actor", cluster.kind, cluster.key),
        name=_fixed_name(cluster) or _whose(one.name, cluster.country or one.country or None),
        kind=cluster.kind,
        country=cluster.country or one.country or None,
        referents=(one.id,),
        evidence=tell_evidence(cluster),
    )


def _most_frequent(referents: Sequence[Referent], country: str | None) -> str:
    """The most frequent full form of the name, over all documents, in small letters or large; of equals the longer, then as ``_written`` puts them.

    Names go before descriptions, and a body's names that say its state before those that do not.
    """
    forms: Counter[str] = Counter()
    for one in [one for one in referents if one.names] or referents:
        counts = {name.text: name.count for name in one.names}
        forms[one.name] += counts.get(one.name, 1)
    longest = max(min(len(form.split()), 2) for form in forms)
    full = [form for form in forms if len(form.split()) >= longest]
    stated = [form for form in full if country is not None and says_state(form, country)]
    told = Counter[str]()
    for form, count in forms.items():
        told[form.lower()] += count
    return min(stated or full, key=lambda form: (-told[form.lower()], -len(form), *_written(form, forms[form])))


def _written(form: str, count: int) -> tuple[bool, int, int, str]:
    """How well a form of a name is written, best first: not all in large letters, its words beginning with large ones, as it stands most often."""
    words = form.split()
    return form.isupper() and len(words) > 1, -sum(word[:1].isupper() for word in words if len(word) > SMALL), -count, form


def _whose(name: str, country: str | None) -> str:
    """A ministry's name with its state, where no form of it says it: every state has a Foreign Ministry."""
    words = name.split()
    ministry = MINISTRY in {words[0].lower(), words[-1].lower()}
    return f"{country}'s {name}" if ministry and country and not says_state(name, country) else name


def says_state(name: str, country: str) -> bool:
    """Whether a name begins or ends with the state or its adjective: "Norvian Ministry of Defence"."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    return any(states().of(word) == country or word == country or is_demonym_of(word, country) for word in (words[0], words[-1]))


def _most_common(values: Sequence[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
