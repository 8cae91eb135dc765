"""States, places, outlets, known bodies, groups and lists over documents. Other bodies: ``link.bodies``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from quoth.lexicon.classes import word_class
from quoth.lexicon.gazetteer import Known, bodies, known_at, places
from quoth.lexicon.names import fold, is_demonym_of, mountain
from quoth.lexicon.outlets import find_outlet
from quoth.lexicon.states import states
from quoth.lexicon.titles import NEWS, names_body, titles
from quoth.link.bodies import cluster_bodies, initials_of, is_general
from quoth.link.clusters import HOST, Cluster
from quoth.link.kinds import COMPLEMENT
from quoth.link.surroundings import Surroundings
from quoth.records import Actor, Referent

NEAR = 7
"""Days between two documents within which one specific description ("Western officials") is taken for the same group."""


@dataclass(frozen=True, slots=True)
class Press:
    """The outlets of documents."""

    published: Mapping[str, str]
    """By document."""
    publishers: Mapping[str, str]
    """Names that mean a publisher of the corpus."""
    told: Mapping[str, str] = field(default_factory=dict)
    """The states of outlets, as documents tell them."""

    @staticmethod
    def of(published: Mapping[str, str]) -> Press:
        """The press of a corpus."""
        return Press(published, name_publishers(set(published.values())))

    def home(self, document: str) -> str | None:
        """The state of a document's outlet, by the register of outlets or the documents that tell of it."""
        outlet = self.published.get(document)
        if outlet is None:
            return None
        known = find_outlet(outlet)
        return known.country if known is not None else self.told.get(self.publishers.get(outlet, outlet))


def cluster_things(things: Iterable[Referent], *, press: Press, around: Surroundings) -> list[Cluster]:
    """Bodies, states, places and outlets, each once."""
    clusters: dict[tuple[str, str], Cluster] = {}
    open_bodies: list[Referent] = []
    publishers = press.publishers
    things = list(things)
    homes_of = _states_of_places(things)
    for one in things:
        made = _fixed(one, publishers, homes_of)
        if made is None:
            open_bodies.append(one)
            continue
        cluster, why = made
        clusters.setdefault((cluster.kind, cluster.key), cluster).add(one, why)
    press = replace(press, told={**press.told, **told_states(clusters.values())})
    homes = {document: home for document in {one.document for one in open_bodies} if (home := press.home(document)) is not None}
    return [clusters[key] for key in sorted(clusters)] + cluster_bodies(open_bodies, homes, around)


def told_states(clusters: Iterable[Cluster]) -> dict[str, str]:
    """The state of each outlet of which documents tell one."""
    outlets = (each for each in clusters if each.kind == "outlet")
    return {each.name or "": states_of[0] for each in outlets if len(states_of := _states_of(each)) == 1}


def _states_of(cluster: Cluster) -> list[str]:
    return sorted({one.country for one in cluster.referents if one.country})


def _states_of_places(things: Iterable[Referent]) -> dict[str, str]:
    """The state of each name of a place that documents give but one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in things:
        if one.kind == "place" and one.country:
            found[place_name(one)].add(one.country)
    return {name: next(iter(held)) for name, held in found.items() if len(held) == 1}


def state_name(one: Referent) -> str:
    """The plain name of a state, also of one that a document knows by its adjective alone."""
    formed = one.country if one.country is not None and is_demonym_of(one.name, one.country) else None
    return states().of(one.name) or formed or one.name


def place_name(one: Referent) -> str:
    """The name of a place as it is looked up: in small letters but for the first, by its usual spelling."""
    plain = one.name.title() if one.name.isupper() and len(one.name) > 4 else one.name
    plain = mountain(plain) or plain
    known = places().get(plain)
    return known.name if known is not None else states().spellings.get(plain, plain)


def _fixed(one: Referent, publishers: Mapping[str, str], homes_of: Mapping[str, str]) -> tuple[Cluster, str] | None:
    """The cluster of a referent whose name alone decides, and why."""
    if one.kind == "state":
        name = state_name(one)
        return Cluster("state", name, name=name, country=name), "names of one state"
    outlet = outlet_meant(one, publishers)
    if outlet is not None:
        return Cluster("outlet", fold(outlet) or outlet, name=outlet), "names of one outlet"
    if one.kind == "place":
        name = place_name(one)
        country = one.country or homes_of.get(name)
        return Cluster("place", f"{name} of {country or ''}", country=country), "same name of a place"
    known = known_body(one)
    if known is not None:
        return Cluster("body", known.name, name=known.name, country=known.country), "names of one body"
    return None


def outlet_meant(one: Referent, publishers: Mapping[str, str]) -> str | None:
    """The name of the outlet that a referent is, if it is one."""
    if one.kind not in {"outlet", "body"} or (one.kind == "body" and names_body(one.name)):
        return None  # a ministry that publishes is a ministry
    published = publishers.get(one.name) or publishers.get(fold(one.name)) or publishers.get(glued(one.name))
    if published is None and not NEWS.isdisjoint(word.lower() for word in one.name.split()):
        published = publishers.get(initials_of(one.name))
    if published is not None:
        return published
    known = find_outlet(one.name) if one.kind == "outlet" else None
    return known.name if known is not None else (one.name if one.kind == "outlet" else None)


def glued(name: str) -> str:
    """A name as it stands in the address of a site: "halden-observer.example" is the Halden Observer's."""
    return re.sub(r"[\W_]", "", name.casefold().removeprefix("the "))


def _forms_of_outlet(outlet: str) -> Iterator[str]:
    yield from (outlet, fold(outlet), initials_of(outlet))
    bare = outlet.removeprefix("The ")
    if " " in bare:
        yield from (bare, fold(bare))
    if HOST.fullmatch(outlet):
        yield glued(outlet.removeprefix("www.").split(".")[0])


def name_publishers(outlets: Collection[str]) -> dict[str, str]:
    """Names that mean a publisher of the corpus: its own, its folded one, its initials where it has three or more; of a
    site's address the name in it."""
    found: dict[str, str] = {}
    for outlet in sorted(outlets):
        known = find_outlet(outlet)
        name = known.name if known is not None else outlet
        for form in _forms_of_outlet(outlet):
            if form:
                found.setdefault(form, name)
    return found


def known_body(one: Referent) -> Known | None:
    """The body of the gazetteer that any of a referent's names is."""
    found = {known.name: known for name in (one.name, *(name.text for name in one.names)) if (known := _named(name)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _named(name: str) -> Known | None:
    """The body of the gazetteer that a name is, also with its state before it: "United States Federal Reserve"."""
    known = bodies().get(name)
    state = known_at(name, 0, name) if known is None else None
    if state is None or state[1].kind not in {"state", "adjective"}:
        return known
    rest = bodies().get(name[len(state[0]) :].strip())
    return rest if rest is not None and rest.country == state[1].country else None


# --- groups and lists ------------------------------------------------------------------------------------------------------


def cluster_groups(groups: Iterable[Referent], around: Surroundings, *, bodies: Iterable[Cluster] = ()) -> list[Cluster]:
    """Groups known by description: one each to a document, joined only where the same telling description is used in one story, or the
    same specific one within days. "Emergency services" are the one of ``bodies`` whose description tells in that story whose they are."""
    by_words: dict[str, list[Referent]] = defaultdict(list)
    by_story: dict[tuple[str, str], list[Referent]] = defaultdict(list)
    clusters: list[Cluster] = []
    homes = _described(bodies, around)
    for one in groups:
        home = homes.get((one.name.lower(), around.stories.get(one.document, "")))
        if home is not None:
            home.add(one, "described more fully in one story")
        elif is_specific(one) and one.document in around.days:
            by_words[fold(one.name)].append(one)
        elif is_telling(one) and one.document in around.stories:
            by_story[fold(one.name), around.stories[one.document]].append(one)
        else:
            clusters.append(_alone(one))
    for words in sorted(by_words):
        clusters.extend(_near(words, by_words[words], around.days))
    for words, story in sorted(by_story):
        cluster = Cluster("group", f"{words} in {story}", name=by_story[words, story][0].name)
        for one in by_story[words, story]:
            cluster.add(one, "same description in one story")
        clusters.append(cluster)
    return clusters


def _described(bodies: Iterable[Cluster], around: Surroundings) -> dict[tuple[str, str], Cluster]:
    """The one body of each story that is described by a state and two common nouns, by these: "Kasteli *emergency services*"."""
    found: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in bodies:
        rest = described(cluster.told_name())
        if rest:
            for story in {around.stories[one.document] for one in cluster.referents if one.document in around.stories}:
                found[rest, story].append(cluster)
    return {key: held[0] for key, held in found.items() if len(held) == 1}


def described(name: str) -> str:
    """What a body is by a name of a state or place and two common nouns: "emergency services" of "Kasteli emergency services"; those of a
    general name may be written large."""
    owner, _, rest = name.partition(" ")
    small = rest.islower() or is_general(fold(word) for word in rest.split())
    return rest.lower() if owner[:1].isupper() and small and " " in rest else ""


def _alone(one: Referent) -> Cluster:
    cluster = Cluster("group", one.id, name=one.name)
    cluster.add(one, "one description in one document")
    return cluster


def is_specific(one: Referent) -> bool:
    """Whether a description tells which people: several of them, with a name or bloc in it ("Western officials"), or a people's name."""
    words = one.name.split()
    last = titles().get(words[-1].lower())
    many = (last is not None and (last.plural or "collective" in last.kinds)) or (bool(one.names) and words[-1].endswith("s"))
    return many and (any(word[0].isupper() for word in words) or not word_class("bloc").isdisjoint(words))


_ANYONE = frozenset({
    "source", "official", "analyst", "expert", "witness", "diplomat", "resident", "person", "people", "man", "men", "woman", "women",
    "insider", "aide", "adviser", "advisor", "observer", "other", "spokesman", "spokeswoman", "spokesperson", "representative", "critic",
    "supporter", "opponent", "investor", "reporter", "journalist", "activist", "officer", "member", "one", "some", "child",
})  # fmt: skip
"""Heads of descriptions that articles of one story use of different people."""


def is_telling(one: Referent) -> bool:
    """Whether a description of several words fits but one in a story: "striking crane drivers"; sources and men are too many."""
    head = COMPLEMENT.split(one.name, maxsplit=1)[0].lower().split()[-1]
    word = titles().get(head)
    singular = word.word if word is not None else head.removesuffix("s")
    return " " in one.name and not one.names and singular not in _ANYONE and head not in _ANYONE


def _near(words: str, groups: Sequence[Referent], days: Mapping[str, date]) -> list[Cluster]:
    ordered = sorted(groups, key=lambda one: (days[one.document], one.id))
    clusters: list[Cluster] = []
    last: date | None = None
    for one in ordered:
        day = days[one.document]
        if last is None or (day - last).days > NEAR:
            clusters.append(Cluster("group", f"{words} from {day.isoformat()}", name=one.name))
        clusters[-1].add(one, "same specific description within days")
        last = day
    return clusters


def cluster_lists(lists: Iterable[Referent], owner: Mapping[str, Actor]) -> list[Cluster]:
    """Lists that speak as one: the same where their members are the same actors. People are called by their names, without titles.

    ``owner`` is the actor of each referent.
    """
    clusters: dict[str, Cluster] = {}
    for one in lists:
        actors = [owner[member] for member in one.members if member in owner]
        key = "members " + " ".join(sorted({owner[member].id if member in owner else member for member in one.members}))
        people = len(actors) == len(one.members) and all(actor.kind == "person" for actor in actors)
        names = [actor.name for actor in sorted(actors, key=lambda actor: (actor.name, actor.id))]
        called = f"{', '.join(names[:-1])} and {names[-1]}" if people and len(names) > 1 else None
        clusters.setdefault(key, Cluster("group", key, name=called)).add(one, "same members")
    return [clusters[key] for key in sorted(clusters)]
