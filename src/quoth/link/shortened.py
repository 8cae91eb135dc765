"""People named by part of their name: a bare surname, an initial and a surname, or a given name alone.

Each goes to the one bearer that its title, story, company or state tells; where these tell two or none, it is left on its own, and whom
it may be is noted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from quoth.lexicon.names import fold, may_be_one
from quoth.lexicon.surnames import is_common_surname
from quoth.link.clusters import Cluster
from quoth.link.forms import bare, given_key, is_given, surname_key, words_of
from quoth.link.namesakes import CLEAR
from quoth.link.offices import heads_of, held_office, says_of_what
from quoth.link.surroundings import SHARED, Surroundings
from quoth.records import Referent

LOOKED_AT = 50
"""Documents of a person that company is looked for in; a bound on the work."""
TOLD = 3
"""How many people are told whom a name may mean."""
KNOWN = 5
"""Documents from which on somebody is known well enough to be meant by a rare surname alone."""
NEAR = timedelta(days=180)
CROWD = 30
"""Bearers of a surname from which on company is not looked at: a bound on the work."""


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """What is known of one bearer of a name before parts of names are joined to it."""

    cluster: Cluster
    name: str
    words: tuple[str, ...]
    offices: frozenset[str]
    countries: frozenset[str]
    documents: frozenset[str]
    stories: Mapping[str, int]
    """The stories it is told of in, and by how many documents of each."""
    looked_at: tuple[str, ...]


_Index = Mapping[str, Sequence[Bearer]]
_InStories = Mapping[tuple[str, str], Sequence[Bearer]]


def join_shortened(short: Sequence[Referent], clusters: Sequence[Cluster], around: Surroundings) -> list[Cluster]:
    """Add parts of names to the clusters they mean; those that are left, as clusters of their own."""
    by_surname, by_given = _bearers(short, clusters, around)
    rest: list[tuple[Referent, Sequence[Bearer]]] = []
    lone: list[tuple[Referent, Bearer]] = []
    for one in short:
        words = bare(words_of(one.name))
        named = by_surname.get(surname_key(one.name), ())
        able = [bearer for bearer in named if one.document not in bearer.documents and _allows(one, bearer)]
        if len(words) == 1:
            given = by_given.get((given_key(one.name), around.stories.get(one.document, "")), ())
            first = [bearer for bearer in given if one.document not in bearer.documents and bearer not in able]
        else:
            first = []
        chosen = _by_surname(one, able, around) or _by_story(one, able + first, around)
        if chosen is None:
            rest.append((one, able))
            lone += [(one, able[0])] if len(named) == len(able) == 1 else []
        else:
            chosen[0].cluster.add(one, chosen[1])
    told = {one.id: bearer for one, bearer in lone if _is_told_of(one, bearer, around)}
    for one, _ in rest:
        if one.id in told:
            told[one.id].cluster.add(one, "only one of the surname about that time")
    return _left([(one, able) for one, able in rest if one.id not in told], around)


def _bearers(short: Iterable[Referent], clusters: Iterable[Cluster], around: Surroundings) -> tuple[_Index, _InStories]:
    """The bearers of surnames, and in stories of given names, that parts of names ask for."""
    asked = {surname_key(one.name) for one in short}
    asked_given = {
        (given_key(one.name), around.stories[one.document])
        for one in short
        if one.document in around.stories and len(bare(words_of(one.name))) == 1
    }
    by_surname: dict[str, list[Bearer]] = defaultdict(list)
    by_given: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for cluster in clusters:
        surnames = {surname_key(name) for name in {one.name for one in cluster.referents[:LOOKED_AT]}} & asked
        givens = {(given_key(one.name), around.stories.get(one.document, "")) for one in cluster.referents} & asked_given
        bearer = _bearer(cluster, around) if surnames or givens else None
        if bearer is not None:
            for surname in surnames:
                by_surname[surname].append(bearer)
            for given in givens:
                by_given[given].append(bearer)
    return by_surname, by_given


def _bearer(cluster: Cluster, around: Surroundings) -> Bearer:
    documents = frozenset(one.document for one in cluster.referents)
    return Bearer(
        cluster,
        name=cluster.told_name(),
        words=words_of(cluster.referents[0].name),
        offices=frozenset(held_office(title) for one in cluster.referents for title in one.titles),
        countries=frozenset(one.country for one in cluster.referents if one.country),
        documents=documents,
        stories=Counter(around.stories[one] for one in documents if one in around.stories),
        looked_at=tuple(one.document for one in cluster.referents[:LOOKED_AT]),
    )


def _allows(one: Referent, bearer: Bearer) -> bool:
    """Whether state and initial leave it open that a bearer is meant."""
    initial = len(bare(words_of(one.name))) > 1
    country = one.country is None or not bearer.countries or one.country in bearer.countries
    return country and (not initial or may_be_one(words_of(one.name), bearer.words))


def _by_surname(one: Referent, able: Sequence[Bearer], around: Surroundings) -> tuple[Bearer, str] | None:
    """The one bearer that a surname's title, story, company or state tells."""
    offices = {held_office(title) for title in one.titles}
    ways = [
        ("same surname and title", [bearer for bearer in able if not offices.isdisjoint(bearer.offices)]),
        ("same surname in one story", [bearer for bearer in able if around.stories.get(one.document) in bearer.stories]),
    ]
    if one.country is not None and not is_common_surname(one.name):
        ways.append(("same surname and country", [bearer for bearer in able if one.country in bearer.countries]))
    for why, found in ways:
        if len(found) == 1:
            return found[0], why
        if found:
            able = found
    main = _most_told(able, around.stories.get(one.document))
    if main is not None:
        return main, "same surname as the one that most of the story mean"
    if len(able) > CROWD or len(around.company.get(one.document, ())) < SHARED:
        return None
    company = [bearer for bearer in able if _shares_company(one, bearer, around)]
    return (company[0], "same surname in the same company") if len(company) == 1 else None


def _is_told_of(one: Referent, bearer: Bearer, around: Surroundings) -> bool:
    """Whether a rare surname and nothing else means the one person of all documents who has it: several tell of them about that time."""
    day = around.days.get(one.document)
    if day is None or one.titles or " " in one.name or is_common_surname(one.name) or is_given(one.name):
        return False
    days = {each.document: around.days.get(each.document) for each in bearer.cluster.referents}
    return len(days) >= KNOWN and any(abs(other - day) <= NEAR for other in days.values() if other is not None)


def _most_told(able: Sequence[Bearer], story: str | None) -> Bearer | None:
    """The bearer that far more documents of a story tell of than of any other."""
    told = sorted(
        ((bearer.stories.get(story or "", 0), bearer.cluster.key, bearer) for bearer in able), key=lambda one: (-one[0], one[1])
    )
    return told[0][2] if len(told) > 1 and told[0][0] >= CLEAR * max(1, told[1][0]) else None


def _by_story(one: Referent, able: Sequence[Bearer], around: Surroundings) -> tuple[Bearer, str] | None:
    """The one bearer in the same story that has a lone word as given name or surname."""
    story = around.stories.get(one.document)
    found = [bearer for bearer in able if story in bearer.stories]
    return (found[0], "same given name in one story") if len(found) == 1 else None


def _shares_company(one: Referent, bearer: Bearer, around: Surroundings) -> bool:
    """Whether the document shares other actors with one of the bearer's documents."""
    return any(around.shared(one.document, document) >= SHARED for document in bearer.looked_at)


def _left(rest: Iterable[tuple[Referent, Sequence[Bearer]]], around: Surroundings) -> list[Cluster]:
    """Clusters of those that no bearer was told for: together by name and office, in one story, or by state where the name is rare."""
    found: dict[str, Cluster] = {}
    for one, able in rest:
        key, why = _place(one, around, doubtful=len(able) > 1)
        cluster = found.setdefault(key, Cluster("person", key, country=one.country))
        cluster.add(one, why)
        if able:
            cluster.undecided.add(f"may be {_either(able)}; nothing tells which")
    return [found[key] for key in sorted(found)]


def _either(able: Sequence[Bearer]) -> str:
    if len(able) > CROWD:
        return f"one of {len(able)} people of the name"
    names = sorted({bearer.name for bearer in able})
    more = f" or {len(names) - TOLD} more" if len(names) > TOLD else ""
    return f"{' or '.join(names[:TOLD])}{more}"


def _place(one: Referent, around: Surroundings, *, doubtful: bool) -> tuple[str, str]:
    """The key of a cluster for a part of a name, and why those that share it are one."""
    name = fold(one.name)
    offices = sorted(held_office(title) for title in one.titles if says_of_what(title))
    if offices:
        return f"{name}, {offices[0]}", "same surname and title"
    story = around.stories.get(one.document)
    if story is not None and not doubtful and not is_given(one.name):
        head = min(heads_of([one]), default="")
        return f"{name} {head} in {story}", "same surname in one story"
    if one.country is not None and not is_common_surname(one.name) and not doubtful:
        return f"{name} of {one.country}", "same surname and country"
    return f"{name} in {one.document}", "same name in one document"
