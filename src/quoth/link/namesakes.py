"""People of one full name: one person, unless something tells two apart.

Documents tell of the same person where they share a story, an office, a state or company. What nothing ties together is still one
person where the name is a rare one and nothing speaks against it: neither state nor field. A name that many people have needs a tie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from quoth.lexicon.fields import clash, fields_of
from quoth.lexicon.names import fold
from quoth.lexicon.surnames import is_common
from quoth.link.clusters import Cluster, Unions
from quoth.link.offices import heads_of, held_office, is_of_state, says_of_what
from quoth.link.surroundings import Surroundings
from quoth.records import Referent

REAL = 0.1
"""Share of a name's documents from which a country counts as evidence of another person, not as noise."""
SURE = 2
"""Documents from which on it counts so."""
CLEAR = 5
"""How many times more documents must mean one bearer of a name than another for those that do not say."""
LOOKED_AT = 12
"""Names of a document's company that pairs are made of: a bound on the work."""


def part_namesakes(plain: str, people: Sequence[Referent], around: Surroundings) -> list[Cluster]:
    """The people among referents of one full name, the one that most documents mean first; ``plain`` is the name for identifiers."""
    if len(people) == 1:
        return [_undivided(plain, people)]
    common = is_common(people[0].name.split())
    unions = _tied(people, plain, around, common=common)
    tied = unions.groups()
    if len(tied) == 1:
        return [_undivided(plain, people)]
    groups = [_Group([people[number] for number in numbers]) for numbers in tied]
    groups.sort(key=lambda group: (-len(group.people), group.people[0].id))
    bearers: list[_Group] = []
    for group in groups:
        _settle(group, bearers, groups, common=common, total=len(people))
    return _clusters(plain, bearers)


class _Group:
    """Referents of one full name that something ties together."""

    def __init__(self, people: list[Referent]) -> None:
        self.people = people
        self.countries = Counter(one.country for one in people if one.country)
        self.fields = fields_of(title.text for one in people for title in one.titles)
        self.heads = heads_of(people)
        self.undecided = False
        self.why: dict[str, str] = {}

    def take(self, other: _Group, why: str) -> None:
        """Take in another group, for a reason."""
        for one in other.people:
            self.why[one.id] = why
        self.people += other.people
        self.countries += other.countries
        self.fields |= other.fields
        self.heads |= other.heads


def _tied(people: Sequence[Referent], plain: str, around: Surroundings, *, common: bool) -> Unions:
    """Referents of one full name, put together by what tells of one person."""
    unions = Unions(len(people))
    places = _countries_by_story(people, around)
    for number, one in enumerate(people):
        for tie in _ties(one, around, places, common=common):
            unions.share(number, tie)
    if not unions.are_one():
        _share_company(people, plain, around, unions)
    return unions


def _ties(one: Referent, around: Surroundings, places: dict[str, str | None], *, common: bool) -> Iterator[Hashable]:
    """What a referent shares with others of its name that tells of one person; beside company."""
    story = around.stories.get(one.document)
    if story is not None:
        yield "story", story, one.country or places.get(story)
    for title in one.titles:
        if says_of_what(title) or is_of_state(title):
            yield "office", held_office(title)
    if one.country is not None and not common:
        yield "country", one.country


def _share_company(people: Sequence[Referent], plain: str, around: Surroundings, unions: Unions) -> None:
    """Put referents together whose documents share two other names. What one document alone tells is in no pair that two share."""
    looked_at = [sorted(around.company.get(one.document, frozenset()) - {fold(one.name), plain})[:LOOKED_AT] for one in people]
    counts = Counter(name for names in looked_at for name in names)
    for number, one in enumerate(people):
        for pair in combinations([name for name in looked_at[number] if counts[name] > 1], 2):
            unions.share(number, (pair, one.country))
        if unions.are_one():
            return


def _undivided(plain: str, people: Sequence[Referent]) -> Cluster:
    """All referents of one full name as one person."""
    cluster = Cluster("person", plain)
    for one in people:
        cluster.add(one, _why(people[0], one))
    return cluster


def _countries_by_story(people: Iterable[Referent], around: Surroundings) -> dict[str, str | None]:
    """The one state that a story's documents give people of this name; None where they give two."""
    found: dict[str, str | None] = {}
    for one in people:
        story = around.stories.get(one.document)
        if story is not None and one.country is not None:
            found[story] = one.country if found.get(story, one.country) == one.country else None
    return found


def _settle(group: _Group, bearers: list[_Group], groups: Sequence[_Group], *, common: bool, total: int) -> None:
    """Give a group to the bearer that it can only mean, or make it a bearer of its own."""
    able = [bearer for bearer in bearers if not _apart(bearer, group, total)]
    most = len(groups[0].people)
    clear = most >= CLEAR and most >= CLEAR * (len(groups[1].people) if len(groups) > 1 else 0)
    if able and clear and groups[0] is able[0] and (common or len(able) > 1):
        able[0].take(group, "same full name as the one that most documents mean")
    elif len(able) == 1 and not common:
        able[0].take(group, "same full name")
    else:
        group.undecided = bool(able)
        bearers.append(group)


def _apart(one: _Group, other: _Group, total: int) -> bool:
    """Whether something speaks against one person: two states, both told often enough or with other offices; or two fields."""
    if clash(one.fields, other.fields):
        return True
    if not one.countries or not other.countries or set(one.countries) & set(other.countries):
        return False
    least = max(SURE, REAL * total)
    told = all(max(group.countries.values()) >= least for group in (one, other))
    return told or not one.heads & other.heads


def _clusters(plain: str, bearers: Sequence[_Group]) -> list[Cluster]:
    """The clusters of bearers. Where there are several, their state tells them apart, else the first of them."""
    states = [_state(bearer) for bearer in bearers]
    found = []
    for bearer, state in zip(bearers, states, strict=True):
        alone = state is not None and states.count(state) == 1
        where = "" if len(bearers) == 1 else f" of {state}" if alone else f" as {min(one.id for one in bearer.people)}"
        cluster = Cluster("person", f"{plain}{where}", country=state if len(bearers) > 1 else None)
        first = bearer.people[0]
        for one in bearer.people:
            cluster.add(one, bearer.why.get(one.id) or _why(first, one))
        if bearer.undecided:
            told = "a name that many have" if is_common(first.name.split()) else "nothing tells which"
            cluster.undecided.add(f"may be the {first.name} of other documents; {told}")
        found.append(cluster)
    return found


def _state(bearer: _Group) -> str | None:
    return min(bearer.countries, key=lambda state: (-bearer.countries[state], state)) if bearer.countries else None


def _why(first: Referent, one: Referent) -> str:
    return "same full name" if fold(first.name) == fold(one.name) else "same surname and given name, spelt another way"
