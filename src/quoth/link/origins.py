"""How many texts and origins stand behind the documents of a claim, and which outlets of the story do not have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quoth.link.credits import outlet_key
from quoth.records import Copy, CopyKind, Document, Silence

TEXT: frozenset[CopyKind] = frozenset({"verbatim", "partial", "revision", "translation", "forward"})
"""Kinds of edges whose two ends count as one text. A rewrite or citation is a text of its own with another's origin."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """All edges between documents, by document."""

    edges: Mapping[str, tuple[Copy, ...]]

    @staticmethod
    def of(copies: Iterable[Copy]) -> Lineage:
        """The lineage of a corpus."""
        edges: dict[str, list[Copy]] = defaultdict(list)
        for copy in copies:
            edges[copy.copy].append(copy)
        return Lineage({document: tuple(found) for document, found in edges.items()})

    def within(self, documents: Collection[str]) -> list[Copy]:
        """Edges both of whose ends are among ``documents``."""
        inside = frozenset(documents)
        return [copy for document in documents for copy in self.edges.get(document, ()) if copy.source in inside]

    def text_of(self, documents: Collection[str]) -> dict[str, str]:
        """Each document to the first of those that share its text: documents of one text have one representative."""
        return _together(documents, [copy for copy in self.within(documents) if copy.kind in TEXT])

    def origins(self, documents: Collection[str]) -> tuple[int | None, int | None]:
        """At least and at most so many origins: all edges collapsed, and only the sure ones.

        Sure is a shared text, whichever way it went, and a rewrite whose direction is decided: so there are never more origins than
        texts. A citation may stand for one sentence of an article that has sources of its own, so it is only possible. (None, None) where several documents have no edge at all among them: then nothing was measured.
        """
        edges = self.within(documents)
        if not edges and len(set(documents)) > 1:
            return None, None
        sure = [copy for copy in edges if copy.kind in TEXT or (copy.kind == "rewrite" and copy.decided)]
        return len(set(_together(documents, edges).values())), len(set(_together(documents, sure).values()))


def _together(documents: Collection[str], edges: Iterable[Copy]) -> dict[str, str]:
    leader = {document: document for document in documents}
    for copy in edges:
        first, second = sorted((_leader(leader, copy.copy), _leader(leader, copy.source)))
        leader[second] = first
    return {document: _leader(leader, document) for document in leader}


def _leader(leader: dict[str, str], document: str) -> str:
    while leader[document] != document:
        leader[document] = leader[leader[document]]
        document = leader[document]
    return document


def find_silences(story: Sequence[str], having: Collection[str], documents: Mapping[str, Document]) -> tuple[Silence, ...]:
    """Outlets of a story none of whose documents is among ``having``, each with its documents; by name.

    Names of one outlet ("NTA", "nta.example") are one, called by the name that is no address where there is one.
    """
    by_outlet: dict[str, list[str]] = defaultdict(list)
    called: dict[str, set[str]] = defaultdict(set)
    for name in story:
        outlet = documents[name].outlet if name in documents else None
        if outlet:
            by_outlet[outlet_key(outlet)].append(name)
            called[outlet_key(outlet)].add(outlet)
    silent = [
        (min(called[key], key=lambda name: ("." in name, name)), found)
        for key, found in by_outlet.items()
        if not set(found) & set(having)
    ]
    return tuple(Silence(outlet, tuple(found)) for outlet, found in sorted(silent))
