"""Everything that can be exported: kinds and formats, what each is for, and the one place that writes any of them."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.errors import UsageError
from quoth.export.csv import to_csv
from quoth.export.jsonl import to_jsonl
from quoth.export.rows import rows
from quoth.export.shapes import KINDS
from quoth.export.written import FORMATS, Written
from quoth.store import ReadView
from quoth.view.scores import checked_score

ROW_FORMATS = ("jsonl", "csv")
WRITERS = {
    ("timeline", "timelinejs"): ("quoth.export.timelinejs", "write_timelinejs"),
    ("network", "gexf"): ("quoth.export.network", "write_gexf"),
    ("network", "graphml"): ("quoth.export.network", "write_graphml"),
    ("calendar", "ics"): ("quoth.export.calendar", "write_ics"),
    ("annotations", "w3c"): ("quoth.export.annotations", "write_annotations"),
    ("reviews", "claimreview"): ("quoth.export.reviews", "write_reviews"),
    ("frames", "aida"): ("quoth.export.frames", "write_frames"),
    ("lineage", "prov"): ("quoth.export.prov", "write_prov"),
    ("lineage", "gexf"): ("quoth.export.lineage", "write_lineage_gexf"),
    ("lineage", "graphml"): ("quoth.export.lineage", "write_lineage_graphml"),
}
"""View and format → its module and what writes it."""
UNSCORED = frozenset({"gexf", "graphml", "ics", "prov"})
"""Formats of views that rest on no statements."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is called for people, how its files end, its media type."""

    name: str
    ending: str
    media: str


FORMAT: dict[str, Format] = {
    "jsonl": Format("JSON Lines", "jsonl", "application/x-ndjson"),
    "csv": Format("CSV, for spreadsheets", "csv", "text/csv; charset=utf-8"),
    "timelinejs": Format("TimelineJS", "json", "application/json"),
    "gexf": Format("GEXF, for Gephi", "gexf", "application/xml"),
    "graphml": Format("GraphML", "graphml", "application/xml"),
    "ics": Format("iCalendar", "ics", "text/calendar; charset=utf-8"),
    "w3c": Format("W3C Web Annotations", "json", "application/json"),
    "claimreview": Format("ClaimReview", "json", "application/json"),
    "aida": Format("claim frames after AIDA", "jsonl", "application/x-ndjson"),
    "prov": Format("PROV-O as JSON-LD", "jsonld", "application/ld+json"),
}
"""Every format there is."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of rows or a view, with the formats that it is written in."""

    kind: str
    holds: str
    formats: tuple[str, ...]


HOLDS = {
    "documents": "articles and posts, every version, with hashes and sources",
    "statements": "who said what, with the words and their places",
    "actors": "people, bodies, states, places, outlets and groups",
    "times": "dates and times that articles give",
    "quantities": "figures, with what they count and according to whom",
    "contacts": "calls, meetings, letters",
    "terms": "definitions and acronyms",
    "copies": "who took words from whom",
    "stories": "articles about the same run of events",
    "claims": "propositions with each party's stand, and their origins",
    "disagreements": "points on which accounts differ",
    "judgements": "what people put right",
    "corrections": "corrected statements, to learn from",
    "timeline": "what happened when, for a page of your own",
    "network": "who called or met whom",
    "calendar": "contacts on their days; what is dated to a month or a year only is left out",
    "annotations": "statements as annotations of the articles",
    "reviews": "claims as fact-checkers mark them up, without a rating",
    "frames": "a frame for each claim and claimer",
    "lineage": "who took from whom, and each step of each claim's origins",
}
"""Kind of rows or view → what a file of it holds."""


def offers() -> tuple[Offer, ...]:
    """All that can be exported: the rows by kind, then the views."""
    formats = dict.fromkeys(KINDS, ROW_FORMATS) | FORMATS
    return tuple(Offer(kind, HOLDS[kind], formats[kind]) for kind in formats)


def checked_format(kind: str, form: str | None) -> str:
    """The format of a kind: the first one it has where none is asked for. Raises ``UsageError`` for one that it has not."""
    known = FORMATS.get(kind, ROW_FORMATS)
    if form is not None and form not in known:
        raise UsageError(f"{kind} cannot be written as {form}, but as {' or '.join(known)}.", hints=known)
    return form or known[0]


def write_rows(
    read: ReadView, kind: str, form: str, *, story: str | None, min_score: float = 0.0, hidden: Counter[str] | None = None
) -> Iterator[str]:
    """The rows of a kind, as pieces of a file; how many statements were left out is counted in ``hidden``."""
    found = rows(read, kind, story=story, min_score=min_score, hidden=Counter() if hidden is None else hidden)
    return iter(to_jsonl(found) if form == "jsonl" else to_csv(kind, found))


def write_view(read: ReadView, kind: str, form: str, *, story: str | None, min_score: float) -> Written:
    """A view in a format. Raises ``UsageError`` for a least score of one that rests on no statements."""
    module, name = WRITERS[kind, form]
    write = getattr(importlib.import_module(module), name)  # loaded here, not above: no other export needs these libraries
    options = {} if form in UNSCORED else {"min_score": checked_score(min_score)}
    if min_score > 0 and not options:
        raise UsageError(
            "Contacts, dates and copies are findings of their own, which a least score does not leave out. Leave the score out, or export the timeline."
        )
    made: Written = write(read, story=story, **options)
    return made
