"""Edges between documents that share text: who copied whom, how much, and the passages that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

import numpy as np

from quoth.link.blocking import Counts, Numbers, enough, find_common, meetings
from quoth.link.citations import Citing, find_citations, read_citing
from quoth.link.credits import known_only, may_name, plain_letters, read_credits
from quoth.link.directions import Direction, Side, direct, name_of
from quoth.link.excerpts import read_excerpted
from quoth.link.passages import Common, Overlap, compare
from quoth.link.shingles import Text, fingerprints, read_text
from quoth.link.sketches import OWNER, bearer_of
from quoth.records import Copy, CopyKind, Document, Receipt, Segment, identify

LEAST = 0.2
"""Shared runs as a share of the shorter text's, from which two outlets' texts count as copies. Measured on the reuse pairs: below it
shared passages are the same quotations, above it they are text."""
LEAST_CREDITED = 0.08
"""The same where one text credits the other's outlet: the credit is evidence of its own."""
LEAST_OWN = 0.5
"""The same within one outlet, whose articles repeat their own background paragraphs."""
MOSTLY = 0.7
"""Share of quoted runs among the shared ones from which two texts share quotations and no telling."""
FEWEST = 8
"""Shared runs (a passage of fifteen words) below which nothing is called a copy."""
WHOLE = 0.85
"""Share of the copy's words in the source from which it is verbatim: an outlet's own first or last lines do not count."""

Page = tuple[Document, Sequence[Segment]]
Outlets = Callable[[AbstractSet[str]], AbstractSet[str]]


class Telling(NamedTuple):
    """A document as copies are judged by it."""

    side: Side
    text: Text
    citing: Citing
    outlet: str | None
    """Key of the outlet that it says itself it is of."""


def find_copies(pages: Iterable[Page]) -> tuple[Copy, ...]:
    """All copies among the documents, in order of copy and source; the same whatever the order of ``pages``.

    Only titles, body and quotations are compared. Takes about 2 s and 25 MB for each million words.
    """
    read = _among_themselves(pages)
    return add_citations(read, find_shared(read))


def add_citations(read: Sequence[Telling], shared: Iterable[Copy]) -> tuple[Copy, ...]:
    """Edges of shared text together with the citations between other documents, in order of copy and source."""
    return with_citations(
        shared, find_citations([each.side for each in read], [each.text for each in read], [each.citing for each in read])
    )


def with_citations(shared: Iterable[Copy], cited: Iterable[Copy]) -> tuple[Copy, ...]:
    """Edges of shared text together with citations; of two documents that share their text nothing more is said."""
    found = tuple(shared)
    joined = {frozenset((edge.copy, edge.source)) for edge in found}
    others = (edge for edge in cited if frozenset((edge.copy, edge.source)) not in joined)
    return tuple(sorted((*found, *others), key=lambda edge: (edge.copy, edge.source, edge.kind)))


def _among_themselves(pages: Iterable[Page]) -> list[Telling]:
    read = sorted((read_telling(*page) for page in pages), key=lambda each: each.side.document.id)
    here = frozenset(each.side.credits.outlet for each in read if each.side.credits.outlet)
    return [among(each, here) for each in read]


def read_telling(document: Document, segments: Sequence[Segment]) -> Telling:
    """What a document tells, without its text."""
    citing = read_citing(document, segments)
    cited = {key for place in citing.places for key in place.keys} | read_excerpted(document, segments)
    credits_ = read_credits(document, segments, cited=cited)
    return Telling(Side(replace(document, text=""), credits_), read_text(document, segments), citing, credits_.outlet)


def among(telling: Telling, here: AbstractSet[str]) -> Telling:
    """The same with what it credits cut down to outlets: those of the corpus (``here``) and those of the register.

    A document of unknown outlet whose dateline names a single outlet of the corpus is that outlet's.
    """
    credits_ = known_only(telling.side.credits, here)
    cited = tuple(key for key in credits_.cited if key != credits_.outlet)
    return telling._replace(side=replace(telling.side, credits=replace(credits_, cited=cited)))


def read_sides(pages: Mapping[str, Page], pairs: Iterable[tuple[str, str]], *, outlets: Outlets) -> dict[str, Side]:
    """What documents tell of where they come from, as ``among`` has it. Of what a text cites only what matters in one of its ``pairs`` is
    looked for: reading all of it takes longer than all the rest. ``outlets`` says which of some keys are outlets of the corpus."""
    sides = {id_: Side(document, read_credits(document, segments)) for id_, (document, segments) in pages.items()}
    known = outlets({key for side in sides.values() for key in (*side.credits.names, *side.credits.signed)})
    sides = {id_: replace(side, credits=known_only(side.credits, known)) for id_, side in sides.items()}
    partners: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        partners[one].update(sides[other].credits.keys)
        partners[other].update(sides[one].credits.keys)
    return {id_: _with_cited(side, pages[id_][1], partners[id_] - set(side.credits.keys)) for id_, side in sides.items()}


def _with_cited(side: Side, segments: Sequence[Segment], partners: AbstractSet[str]) -> Side:
    """The side without its text, with what that cites where it may name one of the partners."""
    letters = plain_letters(side.document.text) if partners else ""
    cited = set[str]()
    if any(may_name(letters, key) for key in partners):
        cited = {key for place in read_citing(side.document, segments).places for key in place.keys}
        cited = (cited | read_excerpted(side.document, segments)) - {side.credits.outlet or ""}
    return Side(replace(side.document, text=""), replace(side.credits, cited=tuple(sorted(cited))))


def find_shared(read: Sequence[Telling]) -> list[Copy]:
    """The edges of documents that share text; what they credit is cut down already (``among``)."""
    marks = [fingerprints(each.text.words) for each in read]
    bearers = np.array([bearer_of(each.side.document.id, each.outlet) for each in read], np.int64)
    owners = np.repeat(np.arange(len(read)), [len(each) for each in marks])
    every = np.concatenate([np.zeros(0, np.int64), *marks])
    order = np.lexsort((bearers[owners], every)) if len(every) else owners
    common = find_common(every[order], bearers[owners[order]])
    met = meetings(every[order], owners[order], printed=common.printed)
    pairs = pairs_met(met, bearers, np.array([len(each) for each in marks], np.int64))
    same = _versions([each.side.document for each in read])
    edges = (judge_pair(read[first], read[second], common=common) for first, second in sorted({*pairs, *same}))
    return [edge for edge in edges if edge is not None]


def pairs_met(met: tuple[Numbers, Numbers, Counts], bearers: Numbers, sizes: Numbers) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by their number, that are worth comparing."""
    first, second, weights = met
    keys, where = np.unique(np.minimum(first, second) * len(sizes) + np.maximum(first, second), return_inverse=True)
    counts = np.bincount(where, weights, len(keys)).astype(np.int64)
    low, high = np.divmod(keys, max(1, len(sizes)))
    kept = enough(counts, np.minimum(sizes[low], sizes[high]), bearers[low] >> OWNER == bearers[high] >> OWNER)
    yield from zip(low[kept].tolist(), high[kept].tolist(), strict=True)


def _versions(documents: Sequence[Document]) -> Iterator[tuple[int, int]]:
    """Pairs of versions of one article, by number."""
    versions: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        versions[document.article].append(number)
    return (pair for numbers in versions.values() for pair in combinations(numbers, 2))


def judge_pair(first: Telling, second: Telling, *, common: Common) -> Copy | None:
    """The edge between two documents, or None; the same whichever is first."""
    one, other = sorted((first, second), key=lambda each: each.side.document.id)
    return judge(one.side, other.side, compare(one.text, other.text, common=common))


def could_be_copy(overlap: Overlap) -> bool:
    """Whether two documents share enough for an edge, whatever they say of where they come from."""
    return overlap.shared_runs >= FEWEST and overlap.containment >= LEAST_CREDITED


def judge(first: Side, second: Side, overlap: Overlap) -> Copy | None:
    """The edge between two documents that share text, or None where they share too little for one."""
    direction = direct(first, second, told=overlap.quoted < MOSTLY)
    same_outlet = bool(first.credits.outlet) and first.credits.outlet == second.credits.outlet
    same_article = first.document.article == second.document.article
    least = LEAST_CREDITED if direction.credited or same_article else LEAST_OWN if same_outlet else LEAST
    if not could_be_copy(overlap) or overlap.containment < least:
        return None
    revision = same_article or (same_outlet and _same_title(first.document, second.document))
    return _edge(first, second, overlap, direction, revision=revision)


def _edge(first: Side, second: Side, overlap: Overlap, direction: Direction, *, revision: bool) -> Copy:
    copied_first = direction.copy == first.document.id
    score = overlap.share_first if copied_first else overlap.share_second
    in_source, in_copy = (
        (overlap.spans_second, overlap.spans_first) if copied_first else (overlap.spans_first, overlap.spans_second)
    )
    kind = _kind(score, overlap, direction, revision=revision)
    words = "the copy's words" if direction.decided else f"the words of {name_of(first if copied_first else second)}"
    reason = f"{overlap.shared_runs} runs of eight words shared, {score:.0%} of {words}; {direction.reason}"
    return Copy(
        id=identify("copy", direction.copy, direction.source, kind),
        copy=direction.copy,
        source=direction.source,
        kind=kind,
        score=score,
        decided=direction.decided,
        receipt=Receipt(reason, spans_from=in_source, spans_to=in_copy),
    )


def _kind(score: float, overlap: Overlap, direction: Direction, *, revision: bool) -> CopyKind:
    if revision:
        return "revision"
    if direction.forwarded:
        return "forward"
    if score >= WHOLE:
        return "verbatim"
    return "partial" if overlap.containment >= LEAST else "rewrite"


def _same_title(first: Document, second: Document) -> bool:
    titles = [" ".join((document.title or "").casefold().split()) for document in (first, second)]
    return bool(titles[0]) and titles[0] == titles[1]
