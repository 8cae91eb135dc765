"""What is kept of one document to group stories by, so that its text is read once: its heading and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from quoth.group.titles import Heading, read_heading
from quoth.group.words import Words, count_words
from quoth.records import Document, Segment


@dataclass(frozen=True, slots=True)
class Gist:
    """One document, as it is compared with others."""

    heading: Heading
    words: Words


def read_gist(document: Document, segments: Sequence[Segment]) -> Gist:
    """The gist of one document."""
    return Gist(read_heading(document, segments), count_words(document, segments))


def pack(gist: Gist) -> dict[str, Any]:
    """A gist as plain values, the same for the same document."""
    words = {"counts": dict(gist.words.counts), "dates": dict(gist.words.dates)}
    return {"heading": pack_heading(gist.heading), **words, "names": sorted(gist.words.names), "lede": sorted(gist.words.lede)}


def unpack(kept: Mapping[str, Any]) -> Gist:
    """The gist that ``pack`` made plain values of."""
    words = Words(kept["counts"], frozenset(kept["names"]), frozenset(kept["lede"]), kept["dates"])
    return Gist(unpack_heading(kept["heading"]), words)


def pack_heading(heading: Heading) -> dict[str, Any]:
    """A heading as plain values."""
    return {**asdict(heading), "day": heading.day.isoformat() if heading.day else None}


def unpack_heading(kept: Mapping[str, Any]) -> Heading:
    """The heading that ``pack_heading`` made plain values of."""
    heading = dict(kept)
    heading["day"] = date.fromisoformat(heading["day"]) if heading["day"] else None
    for name in ("post", "answers"):
        heading[name] = tuple(heading[name]) if heading[name] else None
    return Heading(**heading)
