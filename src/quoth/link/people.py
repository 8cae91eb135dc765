"""People over documents: one by full name, by part of it with title, story, company or country, or by an office that one person holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quoth.lexicon.names import fold, middle_of
from quoth.link.clusters import Cluster
from quoth.link.forms import bare, given_key, suffix_of, surname_key, words_of
from quoth.link.namesakes import CLEAR, part_namesakes
from quoth.link.offices import is_unnamed, join_holders
from quoth.link.shortened import join_shortened
from quoth.link.spellings import join_spellings
from quoth.link.surroundings import Surroundings
from quoth.records import Referent


def cluster_people(people: Iterable[Referent], *, around: Surroundings) -> list[Cluster]:
    """The people among ``people``, each once."""
    full: dict[str, list[Referent]] = defaultdict(list)
    short: list[Referent] = []
    unnamed: list[Referent] = []
    for one in people:
        words = bare(words_of(one.name))
        if is_unnamed(one):
            unnamed.append(one)
        elif len(words) > 1 and len(fold(words[0])) > 1:
            full[surname_key(one.name)].append(one)
        else:
            short.append(one)
    clusters = [cluster for surname in sorted(full) for cluster in _of_surname(surname, full[surname], around)]
    clusters = join_spellings(clusters, around)
    clusters += join_shortened(short, clusters, around)
    return clusters + join_holders(unnamed, clusters, around.days)


def _of_surname(surname: str, people: Sequence[Referent], around: Surroundings) -> Iterator[Cluster]:
    """The people of full name who have one surname, apart by given name, generation and middle initial."""
    spelt: dict[tuple[str, str], list[Referent]] = defaultdict(list)
    for one in people:
        spelt[given_key(one.name), suffix_of(words_of(one.name))].append(one)
    for given, generation in sorted(spelt):
        for middle, same in sorted(_by_middle(spelt[given, generation]).items()):
            plain = " ".join(part for part in (given, middle, surname, generation) if part)
            yield from part_namesakes(plain, same, around)


def _by_middle(people: Sequence[Referent]) -> dict[str, list[Referent]]:
    """People of one given name and surname, apart where middle initials tell them apart ("George W.", "George H. W. Bush").

    One initial alone tells nobody apart. Where there are several, those named without any are whom most documents mean, if five
    times as many mean that one; else they stay on their own.
    """
    if len(people) == 1:
        return {"": list(people)}
    counts = Counter(middle[0] for one in people if (middle := middle_of(words_of(one.name))))
    if len(counts) < 2:
        return {"": list(people)}
    (first, most), (_, second) = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    found: dict[str, list[Referent]] = defaultdict(list)
    for one in people:
        middle = middle_of(words_of(one.name))[:1]
        found[middle or (first if most >= CLEAR * second else "")].append(one)
    return found
