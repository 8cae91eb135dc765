"""Offices: when two of them are the same, and who held one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from quoth.lexicon.names import fold
from quoth.lexicon.titles import titles
from quoth.link.clusters import Cluster
from quoth.records import Referent, Title

WORDS = 1 << 15
"""Offices of which is kept what was worked out: the same are told of many people."""
TERM = 120
"""Days between two mentions of one office within which it is taken to have the same holder."""

SMALL = frozenset({"of", "for", "the", "and", "-"})
SPELLING = {"defence": "defense", "labour": "labor"}
PAST = frozenset({"former", "ex", "ex-", "then", "late", "onetime", "erstwhile", "past", "retired", "previous"})
"""Words before an office that its holder no longer has."""

SOLE = frozenset({"president", "chancellor", "premier", "king", "queen", "pope"})
"""Offices that one person has at a time."""
CHAMBERS = frozenset({"house", "senate", "parliament", "parliamentary", "congressional"})
NO_FIELDS = frozenset(
    {"press", "executive", "general", "assistant", "permanent", "first", "staff", "national", "party", "recording"}
)
"""Words before "secretary" that say no field of a government."""
Holders = Mapping[int, Sequence[date | None]]
"""The dates on which documents call somebody by one office, by who that is; None for an undated document."""


@lru_cache(maxsize=WORDS)
def office_of(title: Title) -> str:
    """A title for comparison, with what it is of: "defense minister" and "Minister of Defence" of one state are the same."""
    return f"{' '.join(sorted(office_words(title.text)))} of {title.of or ''}"


@lru_cache(maxsize=WORDS)
def office_words(text: str) -> frozenset[str]:
    """The words of a title, in one case and spelling, small words left out."""
    return frozenset(SPELLING.get(word, word) for word in text.lower().replace("-", " ").split() if word not in SMALL)


@lru_cache(maxsize=WORDS)
def held_office(title: Title) -> str:
    """An office that somebody has or had: "former defence minister" and "defence minister" of one state are the same."""
    words = [word for word in title.text.replace("-", " ").split() if word.lower() not in PAST]
    return office_of(Title(" ".join(words) or title.text, title.of))


def says_of_what(title: Title) -> bool:
    """Whether a title says by a name what it is of: every company has a director "of the company"."""
    return title.of is not None and title.of[0].isupper()


def is_past(title: Title) -> bool:
    """Whether somebody is said to have had an office, and to have it no more."""
    return not PAST.isdisjoint(title.text.lower().replace("-", " ").split())


def is_of_state(title: Title) -> bool:
    """Whether a title says what it is of by a chamber or a field of government in it: "house speaker", "former defense secretary"."""
    words = held_office(Title(title.text, None)).removesuffix(" of ").split()
    if not CHAMBERS.isdisjoint(words):
        return not {"speaker", "leader", "whip"}.isdisjoint(words)
    fields = {word for word in words if (entry := titles().get(word)) is not None and "portfolio" in entry.kinds} - NO_FIELDS
    return not {"minister", "secretary"}.isdisjoint(words) and bool(fields - {"secretary"})


def is_unnamed(one: Referent) -> bool:
    """Whether a person is known by an office alone; who signs a document is named there, though not in its text."""
    return not one.names and bool(one.titles)


def heads_of(people: Iterable[Referent]) -> frozenset[str]:
    """The nouns at the end of what people are called: "minister" of "defence minister"."""
    found = (title.text.lower().split()[-1] for one in people for title in one.titles if title.text)
    return frozenset(word for word in found if word in titles())


def join_holders(unnamed: Sequence[Referent], clusters: Sequence[Cluster], days: Mapping[str, date]) -> list[Cluster]:
    """Somebody known as "the Norvian defence minister": whoever alone is said to hold that office about that time; else someone by that office."""
    held: dict[str, dict[int, list[date | None]]] = defaultdict(lambda: defaultdict(list))
    for number, cluster in enumerate(clusters):
        for one in cluster.referents:
            for title in one.titles:
                if says_of_what(title):
                    held[office_of(title)][number].append(days.get(one.document))
    rest: list[Cluster] = []
    for one in unnamed:
        able = set()
        for title in one.titles:
            if says_of_what(title):
                able |= holders_on(held.get(office_of(title), {}), days.get(one.document))
        if len(able) == 1:
            clusters[able.pop()].add(one, "only holder of the office about that time")
            continue
        cluster = Cluster("person", f"{fold(one.name)} as {one.id}", referents=[one])
        if able:
            cluster.undecided.add(
                f"may be {' or '.join(sorted(clusters[each].told_name() for each in able))}, who had the office then"
            )
        rest.append(cluster)
    return rest


def join_described(groups: Sequence[Referent], clusters: Sequence[Cluster], days: Mapping[str, date]) -> list[Referent]:
    """The groups that are no office: "Norvian defence minister", said of nobody named, goes to whoever alone holds that office about that time."""
    named = [one for one in groups if is_sole_office(one)]
    if not named:
        return list(groups)
    people = [cluster for cluster in clusters if cluster.kind == "person" and any(one.names for one in cluster.referents)]
    left = {cluster.referents[0].id for cluster in join_holders(named, people, days)}
    return [one for one in groups if one.id in left or not is_sole_office(one)]


def is_sole_office(one: Referent) -> bool:
    """Whether a description is the whole of an office that a state has one of, and nothing else ("former", "senior")."""
    if one.names or one.members or len(one.titles) != 1 or not says_of_what(one.titles[0]):
        return False
    words, office = one.name.lower().removeprefix("the ").split(), one.titles[0].text.lower().split()
    sole = office[-1] in SOLE or (office[-1] in {"minister", "secretary"} and len(office) > 1)
    return sole and not is_past(one.titles[0]) and len(words) == len(office) + 1 and words[1:] == office


def holders_on(holders: Holders, day: date | None) -> set[int]:
    """Who may hold an office on a day: who is called by it both before and after, else who is within ``TERM`` of it."""
    if day is None:
        return set(holders)
    spans = {number: [other for other in dates if other is not None] for number, dates in holders.items()}
    term = timedelta(days=TERM)
    near = {
        number
        for number, dates in spans.items()
        if len(dates) < len(holders[number]) or any(abs(other - day) <= term for other in dates)
    }
    within = {number for number in near if spans[number] and min(spans[number]) <= day <= max(spans[number])}
    return within if len(within) == 1 else near
