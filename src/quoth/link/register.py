"""Actors of the user's own register: who the corpus tells of under one of an entry's names, or by an office that an entry had then.

An entry says that its names are one actor's, so clusters under two of them become one, and a cluster under the names of two entries is
parted. Where two entries have a name, state, office and date decide; what they leave open stays as it was, and is noted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quoth.lexicon.names import fold
from quoth.link.clusters import Cluster
from quoth.link.offices import is_past, office_of, says_of_what
from quoth.records import ActorKind, Referent, Registered, Tenure, Title

SHORT = 5
"""Letters up to which a name must be written as in the register: "WHO", not "who"."""
_ALIKE: frozenset[frozenset[ActorKind]] = frozenset({frozenset({"body", "outlet"})})
"""Kinds that are told apart by what a document needs, not by what something is."""
TOLD = 3


@dataclass(frozen=True, slots=True)
class _Index:
    """A register as it is looked up."""

    by_name: Mapping[str, Sequence[Registered]]
    by_office: Mapping[str, Sequence[tuple[Registered, Tenure]]]
    days: Mapping[str, date]


def apply_register(clusters: Sequence[Cluster], register: Iterable[Registered], days: Mapping[str, date]) -> list[Cluster]:
    """The clusters with those that a register knows joined, parted and named by it."""
    index = _index(register, days)
    if not index.by_name:
        return list(clusters)
    made: dict[tuple[str, ActorKind], Cluster] = {}
    for cluster in sorted(clusters, key=lambda one: (one.kind, one.key)):
        _settle(cluster, index, made)
    return [cluster for cluster in clusters if cluster.referents] + [made[key] for key in sorted(made)]


def _index(register: Iterable[Registered], days: Mapping[str, date]) -> _Index:
    by_name: dict[str, list[Registered]] = defaultdict(list)
    by_office: dict[str, list[tuple[Registered, Tenure]]] = defaultdict(list)
    for entry in sorted(register, key=lambda one: (one.file, one.id)):
        for key in dict.fromkeys(map(_key, entry.names)):
            by_name[key].append(entry)
        for held in entry.titles:
            by_office[office_of(Title(held.text, held.of))].append((entry, held))
    return _Index(by_name, by_office, days)


def entry_keys(register: Iterable[Registered]) -> dict[str, frozenset[str]]:
    """The entries of a register by what they are looked up by: names, and offices."""
    index, found = _index(register, {}), defaultdict[str, set[str]](set)
    for name, entries in index.by_name.items():
        found[f"name {name}"] |= {f"{entry.file} {entry.id}" for entry in entries}
    for office, held in index.by_office.items():
        found[f"office {office}"] |= {f"{entry.file} {entry.id}" for entry, _ in held}
    return {key: frozenset(entries) for key, entries in found.items()}


def entries_of(one: Referent, keys: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The entries that may know a referent, by ``entry_keys``."""
    if keys:
        names = (f"name {_key(name)}" for name in {one.name, *(name.text for name in one.names)})
        for key in names if one.names else (f"office {office_of(title)}" for title in one.titles):
            yield from keys.get(key, ())


def _key(name: str) -> str:
    return name if len(name) <= SHORT else fold(name) or name


def _settle(cluster: Cluster, index: _Index, made: dict[tuple[str, ActorKind], Cluster]) -> None:
    """Move what entries know out of a cluster. With one entry all of it goes, with several each takes its own."""
    found = {one.id: _able(one, cluster.kind, index) for one in cluster.referents}
    sure = {id_: able[0] for id_, able in found.items() if len(able) == 1}
    entries = {(entry.file, entry.id): entry for entry in sure.values()}
    open_ = {entry.name: None for able in found.values() if len(able) > 1 for entry in able}
    if len(entries) == 1 and not open_:
        _move(cluster, next(iter(entries.values())), cluster.referents, made)
    else:
        for key in sorted(entries):
            _move(cluster, entries[key], [one for one in cluster.referents if sure.get(one.id) == entries[key]], made)
    if open_ and cluster.referents:
        cluster.undecided.add(f"your register has several of the name: {', '.join(list(open_)[:TOLD])}; nothing tells which")


def _move(cluster: Cluster, entry: Registered, referents: Sequence[Referent], made: dict[tuple[str, ActorKind], Cluster]) -> None:
    key = f"{entry.file} {entry.id}"
    kind = entry.kind or cluster.kind
    country = entry.country or cluster.country
    home = made.setdefault((key, kind), Cluster(kind, f"register {key}", name=entry.name, country=country))
    kept = {one.id for one in referents}
    if len(kept) == len(cluster.referents):
        home.keep(cluster)
        home.undecided |= cluster.undecided
    for one in referents:
        home.add(one, f"your register has it as {entry.name} ({entry.id} in {entry.file})")
    cluster.referents[:] = [one for one in cluster.referents if one.id not in kept]


def _able(one: Referent, kind: ActorKind, index: _Index) -> list[Registered]:
    """The entries that a referent can be, as few as names, state, office and date leave."""
    if not one.names:
        return _by_office(one, index)
    names = {one.name, *(name.text for name in one.names)} if kind != "person" else {one.name}
    found = {(entry.file, entry.id): entry for name in sorted(names) for entry in index.by_name.get(_key(name), ())}
    able = [entry for entry in found.values() if _may_be(one, kind, entry)]
    if len(able) > 1:
        held = [entry for entry in able if entry in _by_office(one, index)]
        same = [entry for entry in able if one.country is not None and entry.country == one.country]
        able = held if len(held) == 1 else same if len(same) == 1 else able
    return able


def _may_be(one: Referent, kind: ActorKind, entry: Registered) -> bool:
    alike = entry.kind is None or entry.kind == kind or frozenset({entry.kind, kind}) in _ALIKE
    return alike and (one.country is None or entry.country is None or one.country == entry.country or kind in {"state", "place"})


def _by_office(one: Referent, index: _Index) -> list[Registered]:
    """The entries that had an office that a referent is called by, on the day of its document."""
    day = index.days.get(one.document)
    found: dict[tuple[str, str], Registered] = {}
    for title in one.titles:
        if says_of_what(title) and not is_past(title):
            for entry, held in index.by_office.get(office_of(title), ()):
                if day is not None and (held.first or held.last) and _within(day, held):
                    found[entry.file, entry.id] = entry
    return list(found.values())


def _within(day: date, held: Tenure) -> bool:
    """Whether a day is in a tenure, as far as its dates are told: to the day, month or year."""
    text = day.isoformat()
    after = held.first is None or text[: len(held.first)] >= held.first
    return after and (held.last is None or text[: len(held.last)] <= held.last)
