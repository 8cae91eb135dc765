"""What the search for copies keeps of a document: its fingerprints, its outlet, and whom its furniture names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from quoth.link.credits import read_credits
from quoth.link.shingles import Marks, fingerprints, read_words
from quoth.records import Document, Segment

OWNER = 43
"""Bits of a bearer below those of its owner: so bearers in order stand owner by owner."""


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """One document as the search for copies knows it."""

    document: str
    bearer: int
    """63 bits for the document, the first 20 of them its outlet's: what fingerprints are kept under."""
    article: str
    outlet: str | None
    """Key of its own outlet, where it says so itself."""
    named: tuple[str, ...]
    """Keys of all that its furniture may name as an outlet: whether they are shows with the corpus."""
    marks: Marks


def sketch(document: Document, segments: Sequence[Segment]) -> Sketch:
    """The sketch of a document. It depends on nothing but the document."""
    credits_ = read_credits(document, segments)
    named = tuple(sorted({*credits_.names, *credits_.signed}))
    bearer = bearer_of(document.id, credits_.outlet)
    marks = fingerprints(read_words(document, segments))
    return Sketch(document.id, bearer, document.article, credits_.outlet, named, marks)


def bearer_of(document: str, outlet: str | None) -> int:
    """The number that stands for a document. One of unknown outlet is its own owner."""
    return (_bits(outlet or document, 20) << OWNER) | _bits(f"{outlet or ''}\x1f{document}", OWNER)


def _bits(text: str, bits: int) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - bits)
