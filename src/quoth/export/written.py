"""What a writer of a whole file hands back, and the formats in which a view may be written."""

from __future__ import annotations

from dataclasses import dataclass, field

from quoth.view.scores import Hidden

FORMATS: dict[str, tuple[str, ...]] = {
    "timeline": ("timelinejs",), "network": ("gexf", "graphml"), "calendar": ("ics",), "annotations": ("w3c",), "reviews": ("claimreview",),
    "frames": ("aida",), "lineage": ("prov", "gexf", "graphml"),
}  # fmt: skip
"""The views that are exported whole, and the formats of each, the one that is taken where none is asked for first."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as text, to be written in UTF-8, and what is not in it."""

    text: str
    notes: tuple[str, ...] = ()
    """Sentences on what was left out, for the person who asked."""
    hidden: Hidden = field(default_factory=Hidden)
