"""People over documents: one by full name, by surname with title, country or company, or by an office that one person holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quoth.lexicon.names import SUFFIXES, family_of, fold, may_be_one, middle_of, surname_of
from quoth.link.clusters import Cluster
from quoth.records import Referent, Title

SHARED = 2
"""Other named actors that two documents must share before a bare surname is read across them."""

LOOKED_AT = 50
"""Documents of a person that company is looked for in; a bound on the work."""

TERM = 120
"""Days between two mentions of one office within which it is taken to have the same holder."""

REAL = 0.1
"""Share of a name's documents from which a country counts as evidence of another person, not as noise."""

CLEAR = 5
"""How many times more documents must mean one bearer of a name than another for those that do not say."""

SMALL = frozenset({"of", "for", "the", "and", "-"})
SPELLING = {"defence": "defense", "labour": "labor"}

Company = Mapping[str, frozenset[str]]
"""By document: plain names of the bodies and people of full name that it mentions."""


def cluster_people(people: Iterable[Referent], *, company: Company, days: Mapping[str, date]) -> list[Cluster]:
    """The people among ``people``, each once. ``days`` are the dates of documents that have one."""
    by_surname: dict[str, list[Referent]] = defaultdict(list)
    unnamed: list[Referent] = []
    for one in people:
        if one.names:
            by_surname[fold(surname_of(words_of(one)))].append(one)
        else:
            unnamed.append(one)
    clusters = [cluster for surname in sorted(by_surname) for cluster in _of_surname(surname, by_surname[surname], company)]
    return clusters + _holders(unnamed, clusters, days)


def words_of(one: Referent) -> tuple[str, ...]:
    """The words of a person's fullest name."""
    return tuple(one.name.split())


def _of_surname(surname: str, people: Sequence[Referent], company: Company) -> list[Cluster]:
    full = [one for one in people if len(_bare(words_of(one))) > 1]
    initials = [one for one in full if len(fold(_bare(words_of(one))[0])) <= 1]
    spelt: dict[tuple[str, str], list[Referent]] = defaultdict(list)
    for one in full:
        words = words_of(one)
        if len(fold(_bare(words)[0])) > 1:
            spelt[family_of(_bare(words)[0]), _suffix(words)].append(one)
    clusters = [
        cluster
        for key in sorted(spelt)
        for middle, same in sorted(_by_middle(spelt[key]).items())
        for cluster in _of_name(" ".join(part for part in (key[0], middle, surname, key[1]) if part), same)
    ]
    loose = [one for one in people if len(_bare(words_of(one))) == 1] + initials
    return clusters + _attach(surname, loose, clusters, company)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in words if word.lower() not in SUFFIXES)
    return kept or words


def _suffix(words: tuple[str, ...]) -> str:
    return next((word.lower().rstrip(".") for word in words if word.lower() in SUFFIXES), "")


def _by_middle(people: Sequence[Referent]) -> dict[str, list[Referent]]:
    """People of one given name and surname, apart where middle initials tell them apart ("George W.", "George H. W. Bush").

    One initial alone tells nobody apart. Where there are several, those named without any are whom most documents mean, if five
    times as many mean that one; else they stay on their own.
    """
    counts = Counter(middle[0] for one in people if (middle := middle_of(words_of(one))))
    if len(counts) < 2:
        return {"": list(people)}
    (first, most), (_, second) = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    found: dict[str, list[Referent]] = defaultdict(list)
    for one in people:
        middle = middle_of(words_of(one))[:1]
        found[middle or (first if most >= CLEAR * second else "")].append(one)
    return found


def _of_name(plain: str, people: Sequence[Referent]) -> list[Cluster]:
    """People of one full name: one cluster, or one for each country that enough documents give."""
    countries = Counter(one.country for one in people if one.country)
    least = max(2.0, REAL * sum(countries.values()))
    real = [country for country, count in countries.items() if count >= least] if len(countries) > 1 else []
    if len(real) < 2:
        cluster = Cluster("person", plain)
        for one in people:
            cluster.add(one, _why_name(people[0], one))
        return [cluster]
    apart = {country: Cluster("person", f"{plain} of {country}", country=country) for country in sorted(real)}
    main = max(sorted(real), key=lambda country: countries[country])
    for one in people:
        home = apart[one.country] if one.country in apart else apart[main]
        home.add(one, "same full name and country" if one.country in apart else "same full name")
    return list(apart.values())


def _why_name(first: Referent, one: Referent) -> str:
    if first.name == one.name:
        return "same full name"
    return "same surname and given name, spelt another way" if may_be_one(words_of(first), words_of(one)) else "same full name"


def _attach(surname: str, loose: Sequence[Referent], clusters: Sequence[Cluster], company: Company) -> list[Cluster]:
    """Bare surnames and initials: to the one person they can mean, else to each other where the country agrees."""
    bearers = [_bearer(cluster) for cluster in clusters]
    rest: dict[str, Cluster] = {}
    for one in loose:
        chosen = _one_meant(one, bearers, company)
        if chosen is not None:
            chosen[0].add(one, chosen[1])
            continue
        key = f"{fold(one.name)} {surname} of {one.country}" if one.country else f"{fold(one.name)} in {one.document}"
        rest.setdefault(key, Cluster("person", key, country=one.country)).add(one, "same surname and country")
    return [rest[key] for key in sorted(rest)]


@dataclass(frozen=True, slots=True)
class _Bearer:
    """What is known of one bearer of a surname before bare surnames are joined to it."""

    cluster: Cluster
    words: tuple[str, ...]
    offices: frozenset[str]
    countries: frozenset[str]
    documents: tuple[str, ...]


def _bearer(cluster: Cluster) -> _Bearer:
    return _Bearer(
        cluster,
        words=words_of(cluster.referents[0]),
        offices=frozenset(_office(title) for one in cluster.referents for title in one.titles),
        countries=frozenset(one.country for one in cluster.referents if one.country),
        documents=tuple(one.document for one in cluster.referents[:LOOKED_AT]),
    )


def _one_meant(one: Referent, bearers: Sequence[_Bearer], company: Company) -> tuple[Cluster, str] | None:
    words = words_of(one)
    initial = len(_bare(words)) > 1
    able = [bearer for bearer in bearers if _country_allows(one, bearer) and (not initial or may_be_one(words, bearer.words))]
    offices = {_office(title) for title in one.titles}
    by_title = [bearer for bearer in able if not offices.isdisjoint(bearer.offices)]
    if len(by_title) == 1:
        return by_title[0].cluster, "same surname and title"
    by_country = [bearer for bearer in able if one.country in bearer.countries] if one.country else []
    if len(by_country) == 1:
        return by_country[0].cluster, "same surname and country"
    if len(able) == 1 and len(bearers) == 1 and _shared(one, able[0], company) >= SHARED:
        return able[0].cluster, "only bearer of the surname, in the same company"
    return None


def _country_allows(one: Referent, bearer: _Bearer) -> bool:
    return one.country is None or not bearer.countries or one.country in bearer.countries


def _office(title: Title) -> str:
    """A title for comparison, with what it is of: "defense minister" and "Minister of Defence" of one state are the same."""
    return f"{' '.join(sorted(office_words(title.text)))} of {title.of or ''}"


def office_words(text: str) -> frozenset[str]:
    """The words of a title, in one case and spelling, small words left out."""
    return frozenset(SPELLING.get(word, word) for word in text.lower().replace("-", " ").split() if word not in SMALL)


def _shared(one: Referent, bearer: _Bearer, company: Company) -> int:
    """How many other actors the document shares with the one of the bearer's documents that it shares most with."""
    own = company.get(one.document, frozenset())
    return max((len(own & company.get(document, frozenset())) for document in bearer.documents), default=0)


# --- people known only by an office ----------------------------------------------------------------------------------------


def _holders(unnamed: Sequence[Referent], clusters: Sequence[Cluster], days: Mapping[str, date]) -> list[Cluster]:
    """Somebody known as "the Norvian defence minister": whoever alone is said to hold that office about that time; else someone by that office."""
    held: dict[str, dict[int, list[date | None]]] = defaultdict(lambda: defaultdict(list))
    for number, cluster in enumerate(clusters):
        for one in cluster.referents:
            for title in one.titles:
                if _tells_of(title):
                    held[_office(title)][number].append(days.get(one.document))
    rest: list[Cluster] = []
    for one in unnamed:
        able = {
            number
            for title in one.titles
            if _tells_of(title)
            for number in _about(held.get(_office(title), {}), days.get(one.document))
        }
        if len(able) == 1:
            clusters[able.pop()].add(one, "only holder of the office about that time")
        else:
            rest.append(Cluster("person", f"{fold(one.name)} in {one.document}", referents=[one]))
    return rest


def _tells_of(title: Title) -> bool:
    """Whether a title says by a name what it is of: every company has a director "of the company"."""
    return title.of is not None and title.of[0].isupper()


def _about(holders: Mapping[int, Sequence[date | None]], day: date | None) -> Iterable[int]:
    for number, dates in holders.items():
        if day is None or any(other is None or abs((other - day).days) <= TERM for other in dates):
            yield number
