"""Edges between documents that share text: who copied whom, how much, and the passages that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from quoth.link.citations import Citing, find_citations, read_citing
from quoth.link.credits import known_only, read_credits
from quoth.link.directions import Direction, Side, direct
from quoth.link.passages import Overlap, compare
from quoth.link.shingles import Text, find_candidates, printed_by_many, read_text
from quoth.records import Copy, CopyKind, Document, Receipt, Segment, identify

LEAST = 0.2
"""Shared runs as a share of the shorter text's, from which two outlets' texts count as copies. Measured on the reuse pairs: below it
shared passages are the same quotations, above it they are text."""
LEAST_CREDITED = 0.08
"""The same where one text credits the other's outlet: the credit is evidence of its own."""
LEAST_OWN = 0.5
"""The same within one outlet, whose articles repeat their own background paragraphs."""
FEWEST = 8
"""Shared runs (a passage of fifteen words) below which nothing is called a copy."""
WHOLE = 0.85
"""Share of the copy's words in the source from which it is verbatim: an outlet's own first or last lines do not count."""

MANY = 4
"""Outlets that print a quotation, from which on it is no evidence of copying between any two of them."""

Page = tuple[Document, Sequence[Segment]]


class _Read(NamedTuple):
    side: Side
    text: Text
    citing: Citing


def find_copies(pages: Iterable[Page]) -> tuple[Copy, ...]:
    """All copies among the documents, in order of copy and source; the same whatever the order of ``pages``.

    Only titles, body and quotations are compared. Takes about 4 s and 25 MB for each million words.
    """
    read = _among_themselves(sorted((_read(*page) for page in pages), key=lambda each: each.side.document.id))
    texts = [each.text for each in read]
    owners = [each.side.credits.outlet or each.side.document.id for each in read]
    common = printed_by_many(texts, owners, least=MANY)
    shared = [
        copy
        for first, second in find_candidates(texts, least=LEAST_CREDITED / 2)
        if (copy := judge(read[first].side, read[second].side, compare(texts[first], texts[second], common=common))) is not None
    ]
    joined = {frozenset((copy.copy, copy.source)) for copy in shared}
    cited = find_citations([each.side for each in read], texts, [each.citing for each in read], joined=joined)
    return tuple(sorted((*shared, *cited), key=lambda copy: (copy.copy, copy.source, copy.kind)))


def _read(document: Document, segments: Sequence[Segment]) -> _Read:
    citing = read_citing(document, segments)
    credits_ = read_credits(document, segments, cited={key for place in citing.places for key in place.keys})
    return _Read(Side(replace(document, text=""), credits_), read_text(document, segments), citing)


def _among_themselves(read: Sequence[_Read]) -> list[_Read]:
    """The documents with what they credit cut down to outlets: those of the corpus and those of the register.

    A document of unknown outlet whose dateline names a single outlet of the corpus is that outlet's.
    """
    here = frozenset(each.side.credits.outlet for each in read if each.side.credits.outlet)
    return [each._replace(side=replace(each.side, credits=known_only(each.side.credits, here))) for each in read]


def judge(first: Side, second: Side, overlap: Overlap) -> Copy | None:
    """The edge between two documents that share text, or None where they share too little for one."""
    direction = direct(first, second)
    same_outlet = bool(first.credits.outlet) and first.credits.outlet == second.credits.outlet
    same_article = first.document.article == second.document.article
    least = LEAST_CREDITED if direction.credited or same_article else LEAST_OWN if same_outlet else LEAST
    if overlap.shared_runs < FEWEST or overlap.containment < least:
        return None
    revision = same_article or (same_outlet and _same_title(first.document, second.document))
    return _edge(first.document, overlap, direction, revision=revision)


def _edge(first: Document, overlap: Overlap, direction: Direction, *, revision: bool) -> Copy:
    copied_first = direction.copy == first.id
    score = overlap.share_first if copied_first else overlap.share_second
    in_source, in_copy = (
        (overlap.spans_second, overlap.spans_first) if copied_first else (overlap.spans_first, overlap.spans_second)
    )
    kind = _kind(score, overlap, direction, revision=revision)
    reason = f"{overlap.shared_runs} runs of eight words shared, {score:.0%} of the copy's words; {direction.reason}"
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
