"""What all parts share: where the gold is, and documents read once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from quoth.errors import UnusableInput
from quoth.extract.attributors import Rules
from quoth.language.english import English
from quoth.records import Document, Findings, Segment
from quoth.run.house import choose_attributor, prepare_extract
from quoth.score.breakdown import Measure
from quoth.score.polnear import Count
from quoth.segment import segment_document
from quoth.settings import Settings
from quoth.syntax import ParsedDocument

ROOT = Path(__file__).parent.parent.parent
DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
QUALITY = ROOT / "quality"
LABELS = QUALITY / "labels"

Read: TypeAlias = Callable[[Document], Findings]
Part: TypeAlias = Iterator[tuple[str, float]]


def reading(settings: Settings) -> Read:
    """The whole reader as ``quoth add`` has it. It reads a text once, however often it is measured."""
    extract = prepare_extract(settings)
    known: dict[tuple[str, str | None], Findings] = {}

    def read(document: Document) -> Findings:
        told = (document.text, document.published)
        if told not in known:
            try:
                known[told] = extract(document, segment_document(document))
            except UnusableInput as error:
                print(f"{document.input_id} counts as without statements: {error}", file=sys.stderr)
                known[told] = Findings(document.id)
        return known[told]

    return read


def parsing(settings: Settings) -> Callable[[Document, Sequence[Segment]], ParsedDocument]:
    """A document parsed as the chosen reader has it: with its entities, where it finds them itself. A model that is asked has the parser's."""
    attributor = choose_attributor(settings) if settings.reader == "trained" else Rules()
    parser = English(entities=not attributor.entities)

    def parse(document: Document, segments: Sequence[Segment]) -> ParsedDocument:
        parsed = parser.parse(document, segments)
        return attributor.attribute(parsed).parsed if attributor.entities else parsed

    return parse


def print_table(title: str, lines: Iterator[str]) -> None:
    """A table under its title."""
    print(f"\n{title}\n" + "\n".join(lines) + "\n", flush=True)


def figure(count: Count, read_by: Measure) -> float:
    """A count as the figure that it is read by."""
    return {"f1": count.f1, "precision": count.precision, "recall": count.recall}[read_by]
