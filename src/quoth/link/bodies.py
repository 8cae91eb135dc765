"""Bodies that the gazetteer does not know, over documents: by the words of their name and their state, then by their short forms.

A general name ("Defence Ministry") means another body in every state, so it is joined only where a state, the outlet's home or the
story tells which. Short forms (initials, a name without the place in it, a slip of the pen) are joined where some document tells both,
or where documents that belong together use one each.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from quoth.lexicon.gazetteer import known_at
from quoth.lexicon.names import fold
from quoth.lexicon.titles import titles, without_form
from quoth.link.clusters import Cluster, says_state
from quoth.link.forms import NAMES
from quoth.link.offices import office_words
from quoth.link.surroundings import Surroundings
from quoth.records import Referent

_AT_HOME = frozenset(fold(word) for word in ("court", "congress", "senate", "parliament", "treasury", "cabinet", "legislature"))
"""Nouns for bodies that every state has: the press of a state calls its own by them alone."""
_ABOVE_STATES = frozenset(fold(word) for word in ("european", "international", "world", "global", "regional"))
OF_MANY = frozenset({"services", "forces", "guards", "corps"})
"""Nouns for bodies that a state has many of, told of together."""
SHORTENED = re.compile(r" (?:for|of|on) ")
"""A body is called in short by the words up to its "of": "Joint Agency" of the "Joint Agency for Water Safety"."""
LOOKED_AT = 50
"""Documents of a body that are looked at for what ties it to another: a bound on the work."""
LONG = 6
"""Letters from which on a name can have a slip in it."""
CLEAR = 5
"""How many times more documents must have a name than what is taken for a slip in it."""
MANY = 4
"""Initials from which on a body is known by them wherever they stand."""
TOLD = 2
"""Documents that must tell both names for a short one to mean the long one everywhere."""


@dataclass(frozen=True, slots=True)
class _Home:
    """What is known of where bodies belong."""

    homes: Mapping[str, str]
    """The state of each document's outlet."""
    countries: Mapping[frozenset[str], Collection[str]]
    """The states of bodies whose name has these words."""
    around: Surroundings
    by_story: Mapping[tuple[frozenset[str], str | None], Collection[str]]


def cluster_bodies(found: Sequence[Referent], homes: Mapping[str, str], around: Surroundings) -> list[Cluster]:
    """Bodies by their words and state, then those put together whose names are forms of one."""
    countries: dict[frozenset[str], set[str]] = defaultdict(set)
    by_story: dict[tuple[frozenset[str], str | None], set[str]] = defaultdict(set)
    for one in found:
        if one.country:
            countries[words_of(one)].add(one.country)
            by_story[words_of(one), around.stories.get(one.document)].add(one.country)
    known = _Home(homes, countries, around, by_story)
    clusters: dict[str, Cluster] = {}
    for one in found:
        key, country, why = _place(one, known)
        clusters.setdefault(key, Cluster("body", key, country=country)).add(one, why)
    return join_forms([clusters[key] for key in sorted(clusters)], around)


def _place(one: Referent, known: _Home) -> tuple[str, str | None, str]:
    """The key of a body's cluster, its state, and why those that share the key are one."""
    words, country = words_of(one), one.country
    story = known.around.stories.get(one.document)
    general, held = is_general(words), known.countries.get(words, ())
    if country is None and len(held) == 1 and not general:
        country = next(iter(held))
    if country is None and (known.homes.get(one.document) in held or _is_at_home(words)):
        country = known.homes.get(one.document)
    if country is None and general and story is not None and len(known.by_story.get((words, story), ())) == 1:
        country = next(iter(known.by_story[words, story]))
    words = _only_such(words, country, known.countries) if not one.names else words
    plain = " ".join(sorted(words))
    if country is not None or not general:
        return f"{plain} of {country or ''}", country, "same name and state" if country else "same name"
    if story is not None and one.names and (words, story) not in known.by_story:
        return f"{plain} in {story}", None, "same name in one story"
    return f"{plain} in {one.document}", None, "same name in one document"


def _only_such(words: frozenset[str], country: str | None, countries: Mapping[frozenset[str], Collection[str]]) -> frozenset[str]:
    """The words of the one body of a state that a lone noun with it means: "Norvia's ministry", where all tell of but one of its."""
    if country is None or len(words) != 1 or words <= OF_MANY or not words <= singular_nouns():
        return words
    able = [longer for longer, held in countries.items() if words < longer and country in held and is_general(longer)]
    return able[0] if len(able) == 1 else words


def _is_at_home(words: frozenset[str]) -> bool:
    return is_general(words) and not words.isdisjoint(_AT_HOME) and words.isdisjoint(_ABOVE_STATES)


def initials_of(name: str) -> str:
    """The initials of a name of three or more capitalised words: "NTA"; else nothing."""
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return letters if len(letters) >= 3 else ""


def words_of(one: Referent) -> frozenset[str]:
    """The words of a body's name for comparison, its state's adjective and its form of company left out."""
    return _words_of(one.name, one.country)


@lru_cache(maxsize=NAMES)
def _words_of(name: str, country: str | None) -> frozenset[str]:
    words = name.split()
    if country and len(words) > 1 and says_state(words[0].removesuffix("'s").removesuffix("’s"), country):
        words = words[1:]
    elif country and len(words) > 3 and words[-2] == "of" and says_state(words[-1], country):
        words = words[:-2]
    return frozenset(fold(word) or word for word in office_words(" ".join(without_form(words))))


def is_general(words: Iterable[str]) -> bool:
    """Whether a name has only general words, one of them for a body: another state has one of the same name. Words are folded."""
    words = frozenset(words)
    return _general_words().issuperset(words) and not _body_words().isdisjoint(words)


@cache
def _general_words() -> frozenset[str]:
    return frozenset(fold(word) for word in titles())


@cache
def _body_words() -> frozenset[str]:
    return frozenset(fold(word) for word, entry in titles().items() if "body" in entry.kinds)


@cache
def singular_nouns() -> frozenset[str]:
    """General nouns of which a state has several bodies, each called by it alone: "the ministry"."""
    return frozenset(fold(word) for word, entry in titles().items() if "body" in entry.kinds and not entry.plural)


# --- forms of one name ------------------------------------------------------------------------------------------------------


def join_forms(clusters: Sequence[Cluster], around: Surroundings) -> list[Cluster]:
    """The clusters, with those put together whose names are forms of one. Where a short one fits two, nothing is joined."""
    for why, shorts, needs_tie in _WAYS:
        alive = [cluster for cluster in clusters if cluster.referents]
        longer: dict[str, dict[str, Cluster]] = defaultdict(dict)
        for cluster in alive:
            for short in shorts(cluster):
                longer[short][cluster.key] = cluster
        for cluster in alive:
            _join_to_longer(cluster, longer, why, around if needs_tie else None)
    _join_slips([cluster for cluster in clusters if cluster.referents], around)
    return [cluster for cluster in clusters if cluster.referents]


def _join_to_longer(cluster: Cluster, longer: Mapping[str, Mapping[str, Cluster]], why: str, around: Surroundings | None) -> None:
    """Put a cluster together with the one that its name is short for. ``around``: what must tie the two, where something must."""
    able = {
        other.key: other
        for name in names_of(cluster)
        for other in longer.get(name, {}).values()
        if other is not cluster and other.referents and _same_state(cluster, other)
    }
    if len(able) > 1:
        names = sorted({other.told_name() for other in able.values()})
        cluster.undecided.add(f"may be {' or '.join(names[:3])}; nothing tells which")
    elif able:
        other = next(iter(able.values()))
        tie = _tie(cluster, other, around) if around is not None else ""
        if tie is None:
            cluster.undecided.add(f"may be {other.told_name()}; nothing ties the documents together")
        else:
            other.take(cluster, f"{why}, {tie}" if tie else why)


def names_of(cluster: Cluster) -> set[str]:
    """The full names that a cluster's documents give it, plural forms of initials as the initials."""
    names = {one.name for one in cluster.referents}
    return names | {name[:-1] for name in names if name[-1:] == "s" and name[:-1].isupper() and len(name) > 2}


def _same_state(one: Cluster, other: Cluster) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def _tie(one: Cluster, other: Cluster, around: Surroundings) -> str | None:
    """What ties the documents of two clusters together."""
    for each in one.referents[:LOOKED_AT]:
        for another in other.referents[:LOOKED_AT]:
            tie = around.together(each.document, another.document) if each.document != another.document else None
            if tie is not None:
                return tie
    return None


def _told_by_documents(cluster: Cluster) -> Iterator[str]:
    """Initials that several documents give beside a full name."""
    counts = Counter(
        name.text for one in cluster.referents for name in one.names if name.text != one.name and is_initials(name.text)
    )
    yield from (name for name, count in counts.items() if count >= TOLD)


def _told_once(cluster: Cluster) -> Iterator[str]:
    """Initials that a document gives beside a full name, or that its words begin with."""
    yield from (name.text for one in cluster.referents for name in one.names if name.text != one.name and is_initials(name.text))
    for name in {one.name for one in cluster.referents}:
        initials = initials_of(name)
        if initials and initials != name:
            yield initials


def _many_initials(cluster: Cluster) -> Iterator[str]:
    """Initials of so many words that another body of them is unlikely."""
    for name in {one.name for one in cluster.referents}:
        initials = initials_of(name)
        if len(initials) >= MANY and initials != name:
            yield initials


def is_initials(name: str) -> bool:
    """Whether a name is made of initials: "NTA"."""
    return 2 <= len(name) <= 6 and " " not in name and sum(letter.isupper() for letter in name) >= 2


def _begun(cluster: Cluster) -> Iterator[str]:
    """The words of full names up to their "of" or "for"; a "Foreign Ministry" may be any state's, whichever one is named in full."""
    for name in {one.name for one in cluster.referents}:
        begin = SHORTENED.split(name, maxsplit=1)[0]
        whose = cluster.country is not None and says_state(name, cluster.country)
        if " " in begin and begin != name and not (whose and is_general(fold(word) for word in begin.split())):
            yield begin


def _without_place(cluster: Cluster) -> Iterator[str]:
    """Names without the place that they begin with: "Red Sox" of "Boston Red Sox"; not those whose rest is general."""
    for name in {one.name for one in cluster.referents}:
        known = known_at(name, 0, name)
        rest = name[len(known[0]) :].strip() if known is not None and known[1].kind in {"place", "capital", "state"} else ""
        if rest and rest[0].isupper() and not is_general(fold(word) for word in rest.split()):
            yield rest


def _without_noun(cluster: Cluster) -> Iterator[str]:
    """Names without a noun for bodies at their end: "Halden Police" of "Halden Police Department"."""
    for name in {one.name for one in cluster.referents}:
        words = name.split()
        last = titles().get(words[-1].lower())
        if len(words) > 2 and last is not None and "body" in last.kinds:
            yield " ".join(words[:-1])


def _join_slips(clusters: Sequence[Cluster], around: Surroundings) -> None:
    """Put seldom written names together with the often written one that they are a slip apart from, in documents that belong together."""
    blocks: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda one: (-len(one.referents), one.key)):
        name = fold(cluster.told_name())
        if len(name) >= LONG:
            for story in {around.stories.get(one.document) for one in cluster.referents[:LOOKED_AT]} - {None}:
                blocks[f"{story}", name[0]].append(cluster)
    for place in sorted(blocks):
        block = blocks[place]
        for at, one in enumerate(block):
            for other in block[at + 1 :]:
                if _is_slip(one, other):
                    one.take(other, "a slip in the name, in one story")


def _is_slip(often: Cluster, seldom: Cluster) -> bool:
    if not seldom.referents or len(often.referents) < CLEAR * len(seldom.referents) or not _same_state(often, seldom):
        return False
    apart = {one.document for one in often.referents}.isdisjoint(one.document for one in seldom.referents)
    one, other = fold(often.told_name()), fold(seldom.told_name())
    return apart and one != other and OSA.distance(one, other, score_cutoff=1) <= 1


_Shorts = Callable[[Cluster], Iterator[str]]
_WAYS: tuple[tuple[str, _Shorts, bool], ...] = (
    ("short for the name", _told_by_documents, False),
    ("short for the name", _begun, False),
    ("short for the name", _many_initials, False),
    ("short for the name", _told_once, True),
    ("the name without its place", _without_place, True),
    ("the name without its noun", _without_noun, True),
)


def forms_of(one: Referent) -> tuple[set[str], set[str]]:
    """The names of a body by which it may be short for another, and those that may be short for it, by one document."""
    alone = Cluster("body", one.id, referents=[one])
    short = {name for _, shorts, _ in _WAYS for name in shorts(alone)}
    return names_of(alone), short | {name.text for name in one.names if is_initials(name.text)}
