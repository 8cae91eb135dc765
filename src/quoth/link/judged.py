"""What people judged of actors: that two referents are one, or are two. It goes before all that the machine found.

A judgement of kind ``actor`` has two referents' identifiers as its subject, parted by a space, and the verdict ``same``, ``apart`` or ``open``
(which takes back what was judged of the two before). Referents keep their identifiers over re-runs, so a judgement does, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quoth.lexicon.names import fold
from quoth.link.clusters import Cluster
from quoth.link.surroundings import Surroundings
from quoth.records import Judgement, Referent

KIND = "actor"
SAME, APART = "same", "apart"


def apply_judgements(clusters: Sequence[Cluster], judgements: Iterable[Judgement], around: Surroundings) -> list[Cluster]:
    """The clusters as people judged them, in the order of the judgements; of those on one pair the last counts."""
    last: dict[frozenset[str], Judgement] = {}
    for one in judgements:
        pair = frozenset(one.subject.split())
        if one.kind == KIND and len(pair) == 2:
            last.pop(pair, None)
            last[pair] = one
    found = list(clusters)
    owner = {each.id: cluster for cluster in found for each in cluster.referents}
    for one in last.values():
        first, second = one.subject.split()
        if first not in owner or second not in owner:
            continue  # a document that was taken out
        if one.verdict == SAME and owner[first] is not owner[second]:
            moved = list(owner[second].referents)
            owner[first].take(owner[second], f"judged to be one by {one.by}")
            owner |= {each.id: owner[first] for each in moved}
        elif one.verdict == APART and owner[first] is owner[second]:
            parted = _part(owner[first], first, second, one, around)
            found.append(parted)
            owner |= {each.id: parted for each in parted.referents}
    return [cluster for cluster in found if cluster.referents]


def _part(cluster: Cluster, first: str, second: str, judgement: Judgement, around: Surroundings) -> Cluster:
    """Take out of a cluster the second of two referents, with all that are told from the first by what tells the second."""
    by_id = {one.id: one for one in cluster.referents}
    going = [one for one in cluster.referents if _goes(one, by_id[first], by_id[second], around)]
    home = Cluster(cluster.kind, f"{cluster.key} apart {second}")
    for one in going:
        home.add(one, f"judged to be another by {judgement.by}")
    names = {one.id for one in going}
    cluster.referents[:] = [one for one in cluster.referents if one.id not in names]
    return home


def _goes(one: Referent, first: Referent, second: Referent, around: Surroundings) -> bool:
    """Whether a referent goes with the second: by name where the two differ in it, else by state, else by story; else the second alone."""
    if one.id in {first.id, second.id}:
        return one.id == second.id
    if fold(first.name) != fold(second.name):
        return fold(one.name) == fold(second.name)
    if first.country != second.country and second.country is not None:
        return one.country == second.country
    stories = [around.stories.get(each.document) for each in (first, second, one)]
    return stories[1] is not None and stories[0] != stories[1] == stories[2]
