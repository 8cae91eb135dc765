"""A truth file (what a person reads in some coverage) and how far an export agrees with it.

The truth is a folder of JSON Lines, one file a kind of the export contract. Documents have keys (``file#ordinal``), passages are
given by their words (``spans``), actors by their names. Rows with ``optional`` may be found or not: neither counts. ``complete``
of a document names the kinds of which *everything* is written down there; elsewhere only misses count, never what is found beyond.

Rules of matching, by kind:

- ``documents``: same file, and the same ``input_id`` or the opening words of the truth. ``outlet``, ``published`` (day), ``title``
  and ``authors`` are measured over the documents so matched.
- ``statements``: see ``score.statements``.
- ``segments``, ``times``, ``quantities``, ``contacts``, ``terms``: see ``score.findings``.
- ``actors``, ``copies``, ``stories``, ``claims``, ``disagreements``: see ``score.links``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quoth.errors import UsageError
from quoth.score.aligned import Aligned, Row, Truth
from quoth.score.figures import Agreement, Figure, Miss, Scores, counted
from quoth.score.findings import score_contacts, score_quantities, score_segments, score_terms, score_times
from quoth.score.links import score_actors, score_claims, score_copies, score_disagreements, score_stories
from quoth.score.names import Names
from quoth.score.spans import find_words
from quoth.score.statements import score_statements

KINDS = (
    "documents", "statements", "actors", "times", "quantities", "contacts", "terms", "copies", "stories", "claims", "disagreements",
)  # fmt: skip


def load_truth(folder: Path) -> Truth:
    """The rows of every kind in a truth folder. Raises ``UsageError`` where a file is missing or is not JSON Lines."""
    return {kind: tuple(_load(folder / f"{kind}.jsonl")) for kind in KINDS}


def _load(path: Path) -> Iterator[Row]:
    if not path.is_file():
        raise UsageError(f"{path} is missing. Expected a truth folder with one JSON Lines file for each of: {', '.join(KINDS)}.")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{path}, line {number}, is not JSON ({error.msg}). Expected one object a line.") from error


def score_truth(rows: Mapping[str, Sequence[Row]], truth: Truth) -> Scores:
    """How far ``rows`` (export rows by kind; a kind that is left out counts as empty) agree with ``truth``, and each miss."""
    exported = {kind: rows.get(kind, ()) for kind in KINDS}
    found, documents = align_documents(exported["documents"], truth["documents"])
    aligned = Aligned(documents=found, truth=truth, names=Names(truth["actors"]))
    parts = [
        documents,
        score_segments(aligned),
        score_statements(exported["statements"], aligned),
        score_times(exported["times"], aligned),
        score_quantities(exported["quantities"], aligned),
        score_contacts(exported["contacts"], aligned),
        score_terms(exported["terms"], aligned),
        score_actors(exported["actors"], aligned),
        score_copies(exported["copies"], aligned),
        score_stories(exported["stories"], aligned),
        score_claims(exported["claims"], aligned),
        score_disagreements(exported["disagreements"], exported["claims"], aligned),
    ]
    return Scores(
        {name: figure for part in parts for name, figure in part.figures}, tuple(one for part in parts for one in part.misses)
    )


def align_documents(exported: Sequence[Row], truth: Sequence[Row]) -> tuple[dict[str, Row], Agreement]:
    """The exported document of each key of the truth, and the figures of the documents themselves."""
    files = {row["file"] for row in truth}
    free = [row for row in exported if _file_of(row, files)]
    total = len(free)
    found: dict[str, Row] = {}
    for row in truth:
        match = next((one for one in free if _file_of(one, files) == row["file"] and _is_document(one, row)), None)
        if match is not None:
            found[row["document"]] = match
            free.remove(match)
    misses = [Miss("documents", "missing", row["document"], row["opening"]) for row in truth if row["document"] not in found]
    misses += [Miss("documents", "extra", _file_of(one, files), one["text"][:80]) for one in free]
    figures = [("documents", counted(len(found), total, len(truth)))]
    measured, wrong = _metadata([(row, found[row["document"]]) for row in truth if row["document"] in found])
    return found, Agreement([*figures, *measured], [*misses, *wrong])


def _file_of(row: Row, files: set[str]) -> str | None:
    """Which of the truth's files a document came from: exports name it from the folder that was added."""
    name = (row.get("origin") or {}).get("file") or ""
    parts = name.split("/")
    return next((tail for at in range(len(parts)) if (tail := "/".join(parts[at:])) in files), None)


def _is_document(one: Row, row: Row) -> bool:
    if row["input_id"] and one.get("input_id"):
        return bool(str(one["input_id"]) == row["input_id"])
    return find_words(one["text"], row["opening"]) is not None


def _metadata(pairs: Sequence[tuple[Row, Row]]) -> tuple[list[tuple[str, Figure]], list[Miss]]:
    """Figures of outlet, day, title and authors over matched documents, and what is wrong in them."""
    figures, misses = [], []
    for field, right in (("outlet", _outlet), ("published", _day), ("title", _title), ("authors", _authors)):
        wrong = [(row, one) for row, one in pairs if not right(row, one)]
        figures.append((f"documents.{field}", counted(len(pairs) - len(wrong), len(pairs), len(pairs))))
        misses += [
            Miss(f"documents.{field}", "wrong", row["document"], f"{one.get(field)!r}, expected {row[field]!r}")
            for row, one in wrong
        ]
    return figures, misses


def _outlet(row: Row, one: Row) -> bool:
    accepted = row["outlet"]
    given = one.get("outlet")
    if accepted is None:
        return given is None
    return given is not None and bool(given.casefold() in {name.casefold() for name in accepted})


def _day(row: Row, one: Row) -> bool:
    return (one.get("published") or "")[:10] in {day or "" for day in row["published"]}


def _title(row: Row, one: Row) -> bool:
    return bool(" ".join((one.get("title") or "").split()) == (row["title"] or ""))


def _authors(row: Row, one: Row) -> bool:
    given = sorted(one.get("authors") or ())
    return any(given == sorted(accepted) for accepted in (row["authors"], *row.get("authors_also", ())))
