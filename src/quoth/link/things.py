"""Bodies, states, places, outlets, groups and lists over documents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from quoth.lexicon.gazetteer import Known, bodies
from quoth.lexicon.names import fold
from quoth.lexicon.outlets import find_outlet
from quoth.lexicon.states import states
from quoth.lexicon.titles import NEWS, names_body, titles, without_form
from quoth.link.clusters import Cluster, says_state
from quoth.link.people import office_words
from quoth.records import Referent

_AT_HOME = frozenset(fold(word) for word in ("court", "congress", "senate", "parliament", "treasury", "cabinet", "legislature"))
"""Nouns for bodies that every state has: the press of a state calls its own by them alone."""
_ABOVE_STATES = frozenset(fold(word) for word in ("european", "international", "world", "global", "regional"))
_MANY = frozenset({"services", "forces", "guards", "corps"})
"""Nouns for bodies that a state has many of, told of together."""

SHORTENED = re.compile(r" (?:for|of|on) ")
"""A body is called in short by the words up to its "of": "Joint Agency" of the "Joint Agency for Water Safety"."""

NEAR = 7
"""Days between two documents within which one specific description ("Western officials") is taken for the same group."""


def cluster_things(things: Iterable[Referent], *, published: Mapping[str, str]) -> list[Cluster]:
    """Bodies, states, places and outlets, each once. ``published`` are the outlets of documents, by document."""
    clusters: dict[tuple[str, str], Cluster] = {}
    open_bodies: list[Referent] = []
    publishers = _publishers(set(published.values()))
    for one in things:
        made = _fixed(one, publishers)
        if made is None:
            open_bodies.append(one)
            continue
        cluster, why = made
        clusters.setdefault((cluster.kind, cluster.key), cluster).add(one, why)
    homes = _homes(published, publishers, clusters.values())
    return [clusters[key] for key in sorted(clusters)] + _bodies(open_bodies, homes)


def _homes(published: Mapping[str, str], publishers: Mapping[str, str], clusters: Iterable[Cluster]) -> dict[str, str]:
    """The state of each document's outlet, by the register of outlets or the documents that tell of it."""
    told = {each.name: states_of[0] for each in clusters if each.kind == "outlet" and len(states_of := _states_of(each)) == 1}
    found = {}
    for document, outlet in published.items():
        known = find_outlet(outlet)
        home = known.country if known is not None else told.get(publishers.get(outlet, outlet))
        if home is not None:
            found[document] = home
    return found


def _states_of(cluster: Cluster) -> list[str]:
    return sorted({one.country for one in cluster.referents if one.country})


def _fixed(one: Referent, publishers: Mapping[str, str]) -> tuple[Cluster, str] | None:
    """The cluster of a referent whose name alone decides, and why."""
    if one.kind == "state":
        name = states().of(one.name) or one.name
        return Cluster("state", name, name=name, country=name), "names of one state"
    outlet = _outlet(one, publishers)
    if outlet is not None:
        return Cluster("outlet", fold(outlet) or outlet, name=outlet), "names of one outlet"
    if one.kind == "place":
        plain = one.name.title() if one.name.isupper() and len(one.name) > 4 else one.name
        name = states().spellings.get(plain, plain)
        return Cluster("place", f"{name} of {one.country or ''}", country=one.country), "same name of a place"
    known = _known(one)
    if known is not None:
        return Cluster("body", known.name, name=known.name, country=known.country), "names of one body"
    return None


def _outlet(one: Referent, publishers: Mapping[str, str]) -> str | None:
    if one.kind not in {"outlet", "body"} or (one.kind == "body" and names_body(one.name)):
        return None  # a ministry that publishes is a ministry
    published = publishers.get(one.name) or publishers.get(fold(one.name))
    if published is None and not NEWS.isdisjoint(word.lower() for word in one.name.split()):
        published = publishers.get(initials_of(one.name))
    if published is not None:
        return published
    known = find_outlet(one.name) if one.kind == "outlet" else None
    return known.name if known is not None else (one.name if one.kind == "outlet" else None)


def _publishers(outlets: Collection[str]) -> dict[str, str]:
    """Names that mean a publisher of the corpus: its own, its folded one, its initials where it has three or more."""
    found: dict[str, str] = {}
    for outlet in sorted(outlets):
        known = find_outlet(outlet)
        name = known.name if known is not None else outlet
        for form in (outlet, fold(outlet), initials_of(outlet)):
            if form:
                found.setdefault(form, name)
    return found


def _known(one: Referent) -> Known | None:
    """The body of the gazetteer that any of a referent's names is."""
    found = {
        known.name: known for name in (one.name, *(name.text for name in one.names)) if (known := bodies().get(name)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


# --- bodies that the gazetteer does not know -------------------------------------------------------------------------------


def _bodies(found: Sequence[Referent], homes: Mapping[str, str]) -> list[Cluster]:
    """Bodies by their words and state. A general name without a state ("Defense Ministry") is that of the outlet's own state, where some
    document tells of it by its full name; else it is joined to no other document's."""
    countries: dict[frozenset[str], set[str]] = defaultdict(set)
    for one in found:
        if one.country:
            countries[_words(one)].add(one.country)
    clusters: dict[str, Cluster] = {}
    longer = _longer(found)
    for one in found:
        full = longer.get(one.name)
        words, country = (_words(full), full.country) if full is not None else (_words(one), one.country)
        if country is None and len(countries[words]) == 1 and not _general(words):
            country = next(iter(countries[words]))
        if country is None and (homes.get(one.document) in countries[words] or _is_at_home(words)):
            country = homes.get(one.document)
        words = _only_such(words, country, countries) if not one.names else words
        plain = " ".join(sorted(words))
        if country is None and _general(words):
            key, why = f"{plain} in {one.document}", "same name in one document"
        else:
            key, why = f"{plain} of {country or ''}", "same name and state" if country else "same name"
        clusters.setdefault(key, Cluster("body", key, country=country)).add(one, "short for the name" if full is not None else why)
    return [clusters[key] for key in sorted(clusters)]


def _only_such(words: frozenset[str], country: str | None, countries: Mapping[frozenset[str], Collection[str]]) -> frozenset[str]:
    """The words of the one body of a state that a lone noun with it means: "Norvia's ministry", where all tell of but one of its."""
    if country is None or len(words) != 1 or words <= _MANY or not words <= _singular_nouns():
        return words
    able = [longer for longer, held in countries.items() if words < longer and country in held and _general(longer)]
    return able[0] if len(able) == 1 else words


def _is_at_home(words: frozenset[str]) -> bool:
    return _general(words) and not words.isdisjoint(_AT_HOME) and words.isdisjoint(_ABOVE_STATES)


def _longer(found: Sequence[Referent]) -> dict[str, Referent]:
    """Short names to the one body that they stand for: its initials, or its name up to "of" or "for"."""
    full: dict[str, dict[tuple[frozenset[str], str | None], Referent]] = defaultdict(dict)
    for one in found:
        begin = SHORTENED.split(one.name, maxsplit=1)[0]
        for short in {begin if " " in begin else "", initials_of(one.name)} - {"", one.name}:
            full[short].setdefault((_words(one), one.country), one)
    names = {one.name for one in found}
    return {short: next(iter(able.values())) for short, able in full.items() if len(able) == 1 and short in names}


def initials_of(name: str) -> str:
    """The initials of a name of three or more capitalised words: "NTA"; else nothing."""
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return letters if len(letters) >= 3 else ""


def _words(one: Referent) -> frozenset[str]:
    """The words of a body's name for comparison, its state's adjective left out."""
    words = one.name.split()
    if one.country and len(words) > 1 and says_state(words[0].removesuffix("'s").removesuffix("’s"), one.country):
        words = words[1:]
    elif one.country and len(words) > 3 and words[-2] == "of" and says_state(words[-1], one.country):
        words = words[:-2]
    return frozenset(fold(word) or word for word in office_words(" ".join(without_form(words))))


def _general(words: Iterable[str]) -> bool:
    """Whether a name has only general words: another state has one of the same name. Words are folded, as ``_words`` gives them."""
    return _general_words().issuperset(words)


@cache
def _general_words() -> frozenset[str]:
    return frozenset(fold(word) for word in titles())


@cache
def _singular_nouns() -> frozenset[str]:
    """General nouns of which a state has several bodies, each called by it alone: "the ministry"."""
    return frozenset(fold(word) for word, entry in titles().items() if "body" in entry.kinds and not entry.plural)


# --- groups and lists ------------------------------------------------------------------------------------------------------


def cluster_groups(groups: Iterable[Referent], *, days: Mapping[str, date]) -> list[Cluster]:
    """Groups known by description: one each to a document, joined only where the same specific description is used within days."""
    by_words: dict[str, list[Referent]] = defaultdict(list)
    clusters: list[Cluster] = []
    for one in groups:
        if _specific(one) and one.document in days:
            by_words[fold(one.name)].append(one)
        else:
            clusters.append(_alone(one))
    for words in sorted(by_words):
        clusters.extend(_near(words, by_words[words], days))
    return clusters


def _alone(one: Referent) -> Cluster:
    cluster = Cluster("group", one.id, name=one.name)
    cluster.add(one, "one description in one document")
    return cluster


def _specific(one: Referent) -> bool:
    """Whether a description tells which people: several of them, with a name in it ("Western officials"), or a people's name."""
    words = one.name.split()
    last = titles().get(words[-1].lower())
    many = (last is not None and (last.plural or "collective" in last.kinds)) or (bool(one.names) and words[-1].endswith("s"))
    return many and any(word[0].isupper() for word in words)


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


def cluster_lists(lists: Iterable[Referent], owner: Mapping[str, str]) -> list[Cluster]:
    """Lists that speak as one: the same where their members are the same actors."""
    clusters: dict[str, Cluster] = {}
    for one in lists:
        key = "members " + " ".join(sorted({owner.get(member, member) for member in one.members}))
        clusters.setdefault(key, Cluster("group", key)).add(one, "same members")
    return [clusters[key] for key in sorted(clusters)]
