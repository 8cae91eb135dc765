"""The state of those who are known by whom they serve: "a spokesman for Ms Reeve", "a spokesman for the defence department"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from quoth.lexicon.names import fold
from quoth.lexicon.titles import titles
from quoth.link.bodies import words_of
from quoth.link.clusters import Cluster
from quoth.link.offices import is_past, office_words
from quoth.link.surroundings import Surroundings
from quoth.records import Title

OWNER = re.compile(r" (?:for|of|at) (?:the )?(.+)")
SERVING = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "head", "chief", "director", "minister", "secretary", "official", "officer", "commander",
    "ambassador", "envoy", "deputy", "adviser", "advisor", "aide", "negotiator", "chairman", "chairwoman", "chair", "press secretary",
    "president", "general", "representative", "inspector", "diplomat",
})  # fmt: skip
"""Words for who speaks or acts for whom they serve; critics, colleagues and reporters do not."""

WORDS = 1 << 16
"""Names of which is kept what was worked out."""
Told = Mapping[tuple[str, str], set[str]]
"""The states of what a document or story calls by some words."""


def lend_states(clusters: Sequence[Cluster], around: Surroundings) -> None:
    """Give people and groups of unknown state that of those whom they are said to serve, where all of it is one state."""
    by_document, by_story = _known(clusters, around)
    for cluster in clusters:
        if cluster.kind not in {"person", "group"} or _state_of(cluster) is not None:
            continue
        found: set[str] = set()
        for one in cluster.referents:
            story = around.stories.get(one.document, "")
            for words in _served(one.titles):
                found |= by_document.get((one.document, words), set()) or by_story.get((story, words), set())
        if len(found) == 1:
            cluster.country = found.pop()


def _state_of(cluster: Cluster) -> str | None:
    return cluster.country or next((one.country for one in cluster.referents if one.country), None)


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


def _known(clusters: Iterable[Cluster], around: Surroundings) -> tuple[Told, Told]:
    """The states of people and bodies by document and name, and of bodies by story and the words of their name without the state's."""
    by_document: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_story: dict[tuple[str, str], set[str]] = defaultdict(set)
    for cluster in clusters:
        state = _state_of(cluster)
        if state is None or cluster.kind not in {"person", "body", "outlet"}:
            continue
        for one in cluster.referents:
            for name in {one.name, *(each.text for each in one.names)}:
                by_document[one.document, _plain(name)].add(state)
            by_document[one.document, " ".join(sorted(words_of(one)))].add(state)
            if cluster.kind == "body" and one.document in around.stories:
                by_story[around.stories[one.document], " ".join(sorted(words_of(one)))].add(state)
    return by_document, by_story


@lru_cache(maxsize=WORDS)
def _plain(name: str) -> str:
    """A name for comparison: its words in one order, case and spelling."""
    return " ".join(sorted(fold(word) or word for word in office_words(name)))
