"""What is kept of how mentions bear on each other, as rows: whether of all, or of a few documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quoth.link.actors import Dated
from quoth.link.allegiance import called_by, lent_state
from quoth.link.bearing import Key, number, served
from quoth.link.clusters import Cluster, Unions
from quoth.link.surroundings import Surroundings
from quoth.records import Referent, Registered, Story
from quoth.store.blocks import Settled, settled_row
from quoth.store.database import dump


@dataclass(frozen=True, slots=True)
class Scene:
    """What actors are worked out among, beside mentions."""

    documents: Mapping[str, Dated]
    stories: Sequence[Story]
    register: Sequence[Registered]

    @property
    def story_of(self) -> dict[str, str]:
        """The story of each document."""
        return {document: story.id for story in self.stories for document in story.documents}

    @property
    def alone(self) -> frozenset[str]:
        """The documents that are their story's only one."""
        return frozenset(story.documents[0] for story in self.stories if len(story.documents) == 1)

    @property
    def published(self) -> dict[str, str]:
        """The outlet of each document that has one."""
        return {name: document.outlet for name, document in self.documents.items() if document.outlet}


def tie(keyed: Iterable[tuple[int, Iterable[Key]]], size: int) -> list[int]:
    """The groups of numbers below ``size``, each by its least: together are those with a key in common that one of them asks for."""
    keyed = [(one, list(keys)) for one, keys in keyed]
    asked = {key for _, keys in keyed for key, asks in keys if asks}
    unions = Unions(size)
    for one, keys in keyed:
        for key, _ in keys:
            if key in asked:
                unions.share(one, key)
    return [unions.find(one) for one in range(size)]


# --- rows -------------------------------------------------------------------------------------------------------------------


def states_lent(clusters: Iterable[Cluster]) -> dict[str, str]:
    """The state that each mention lends to those who serve it."""
    return {one.id: state for each in clusters if (state := lent_state(each)) is not None for one in each.referents}


def lent_rows(clusters: Iterable[Cluster], around: Surroundings) -> dict[str, list[tuple[int, str, str]]]:
    """By mention what it is called by those who serve it, with the state that it lends."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for each in clusters:
        state = lent_state(each)
        for one in each.referents if state is not None else ():
            found[one.id] = [(served(called), one.id, state or "") for called in called_by(one, each, around)]
    return found


def settled_rows(found: Iterable[Settled]) -> list[tuple[object, ...]]:
    """Those mentions that are something else than their document alone tells."""
    return [settled_row(one) for one in found if one.known is not one.raw or one.told]


def company_rows(
    documents: Iterable[str], scene: Scene, names: Mapping[str, Iterable[str]], told: Mapping[str, int]
) -> list[tuple[object, ...]]:
    """Documents with their stories and the names that they tell of."""
    story_of, alone = scene.story_of, scene.alone
    return [(one, story_of.get(one), int(one in alone), told.get(one), dump(sorted(names.get(one, ())))) for one in documents]


def list_rows(settled: Iterable[Referent]) -> list[tuple[object, ...]]:
    """The members of lists."""
    return list({(member, one.id) for one in settled for member in one.members})


def press_rows(corpus: Mapping[str, object]) -> list[tuple[object, ...]]:
    """What of the whole corpus all blocks rest on."""
    return [(name, dump(value)) for name, value in corpus.items()]


def digests(raw: Iterable[Referent]) -> dict[str, int]:
    """What each document's mentions are, as a number."""
    held: dict[str, list[str]] = {}
    for one in raw:
        held.setdefault(one.document, []).append(
            repr((one.id, one.name, one.kind, one.names, one.titles, one.country, one.members))
        )
    return {document: number(*sorted(each)) for document, each in held.items()}
