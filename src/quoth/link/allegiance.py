"""The state of those who are known by whom they serve: "a spokesman for Ms Reeve", "a spokesman for the defence department"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from quoth.lexicon.names import fold
from quoth.lexicon.titles import titles
from quoth.link.bodies import words_of
from quoth.link.clusters import Cluster
from quoth.link.offices import is_past, office_words
from quoth.link.surroundings import Surroundings
from quoth.records import Referent, Title

OFFICE = re.compile(r"(\w.*?)['’]s? (?:press |private )?(?:office|administration|staff|team|aides?)", re.IGNORECASE)
"""What somebody is told of by who has it: "Reeve's office"."""
OWNER = re.compile(r" (?:for|of|at) (?:the )?(.+)")
SERVING = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "head", "chief", "director", "minister", "secretary", "official", "officer", "commander",
    "ambassador", "envoy", "deputy", "adviser", "advisor", "aide", "negotiator", "chairman", "chairwoman", "chair", "press secretary",
    "president", "general", "representative", "inspector", "diplomat",
})  # fmt: skip
"""Words for who speaks or acts for whom they serve; critics, colleagues and reporters do not."""

WORDS = 1 << 16
"""Names of which is kept what was worked out."""
Called = tuple[str, str]
"""Somebody as a document or story, by its identifier, calls them: in words for comparison."""
Told = Mapping[Called, Collection[str]]
"""The states of what a document or story calls by some words."""


def lend_states(clusters: Sequence[Cluster], around: Surroundings, beside: Told | None = None) -> None:
    """Give people and groups of unknown state that of those whom they are said to serve, where all of it is one state. ``beside``: what
    is known of others than these clusters."""
    known: dict[Called, set[str]] = defaultdict(set, {called: set(told) for called, told in (beside or {}).items()})
    for cluster in clusters:
        if (state := lent_state(cluster)) is not None:
            for one in cluster.referents:
                for called in called_by(one, cluster, around):
                    known[called].add(state)
    for cluster in clusters:
        if not _needs(cluster):
            continue
        found: set[str] = set()
        for one in cluster.referents:
            for in_document, in_story in serves(one, around):
                found |= known.get(in_document, set()) or known.get(in_story, set())
        if len(found) == 1:
            cluster.country = found.pop()


def state_of(cluster: Cluster) -> str | None:
    """The state that a cluster is of, by its documents."""
    return cluster.country or next((one.country for one in cluster.referents if one.country), None)


def lent_state(cluster: Cluster) -> str | None:
    """The state that a cluster lends to those who serve it."""
    return state_of(cluster) if cluster.kind in {"person", "body", "outlet"} else None


def asked_for(clusters: Iterable[Cluster], around: Surroundings) -> set[Called]:
    """Those whose state clusters of unknown state take."""
    return {
        each
        for cluster in clusters
        if _needs(cluster)
        for one in cluster.referents
        for both in serves(one, around)
        for each in both
    }


def _needs(cluster: Cluster) -> bool:
    return cluster.kind in {"person", "group"} and state_of(cluster) is None


def serves(one: Referent, around: Surroundings) -> Iterator[tuple[Called, Called]]:
    """Whom somebody is said to serve, as their document and as their story calls them."""
    story = around.stories.get(one.document, "")
    owner = OFFICE.fullmatch(one.name) if one.kind == "group" else None
    served = [*_served(one.titles), *([_plain(owner[1])] if owner else [])]
    return (((one.document, words), (story, words)) for words in served)


def called_by(one: Referent, cluster: Cluster, around: Surroundings) -> set[Called]:
    """What one that lends its state is called: people and bodies in their document, and bodies in their story by the words of their name
    without the state's."""
    plain = " ".join(sorted(words_of(one)))
    found = {(one.document, _plain(name)) for name in {one.name, *(each.text for each in one.names)}}
    found.add((one.document, plain))
    if cluster.kind == "body" and one.document in around.stories:
        found.add((around.stories[one.document], plain))
    return found


def _served(held: Iterable[Title]) -> Iterable[str]:
    """Whom somebody is said to serve, in words for comparison."""
    for title in held:
        role = title.text.lower()
        told = OWNER.search(role)
        head = (role[: told.start()] if told else role).split()[-1:]
        known = titles().get(head[0]) if head else None
        serves = known is not None and known.word in SERVING
        owner = title.of or (told[1] if told else None)
        if serves and owner and not is_past(title):
            yield _plain(owner)


@lru_cache(maxsize=WORDS)
def _plain(name: str) -> str:
    """A name for comparison: its words in one order, case and spelling."""
    return " ".join(sorted(fold(word) or word for word in office_words(name)))
