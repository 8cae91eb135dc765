"""Statements as W3C Web Annotations (Recommendation of 23 February 2017), a page of them as JSON-LD.

Source: https://www.w3.org/TR/annotation-model/. Each statement is one annotation: its body says who does what with the words, and which
claims they stand on; its targets are the parts of its content, each by quotation and by position. Positions are in code points of the
document's text, as the model has it; the source is the article's address, else a name that holds the document's identifier.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quoth.export.characters import in_one_line, printable
from quoth.export.written import Written
from quoth.records import Claim, ClaimStatement, Document, Span, Statement
from quoth.store import ReadView
from quoth.view.coverage import Coverage, gather, story_documents
from quoth.view.scores import Hidden
from quoth.view.words import chain_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points before and behind the words, by which they are found again where positions have moved."""
Stands = Mapping[str, Sequence[tuple[Claim, ClaimStatement]]]


def write_annotations(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> Written:
    """The statements of a story's documents, of all for None, as one page of annotations."""
    coverage = gather(read, story_documents(read, story), min_score=min_score)
    stands: dict[str, list[tuple[Claim, ClaimStatement]]] = defaultdict(list)
    for claim in read.claims(story):
        for link in claim.statements:
            stands[link.statement].append((claim, link))
    items = [_annotation(coverage, statement, stands) for statement in coverage.statements.values()]
    page = {"@context": CONTEXT, "id": f"urn:quoth:annotations:{story or 'all'}", "type": "AnnotationPage", "items": items}
    return Written(json.dumps(page, ensure_ascii=False, indent=1) + "\n", (), Hidden(min_score, len(coverage.hidden)))


def source_of(document: Document) -> str:
    """The article's address, else a name for the document."""
    return printable(document.url) if document.url else f"urn:quoth:document:{document.id}"


def _annotation(coverage: Coverage, statement: Statement, stands: Stands) -> dict[str, Any]:
    document = coverage.documents[statement.document]
    return {
        "id": f"urn:quoth:statement:{statement.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(coverage, statement, stands)),
        "target": [_target(document, span) for span in statement.content.spans],
    }


def _bodies(coverage: Coverage, statement: Statement, stands: Stands) -> Iterator[dict[str, Any]]:
    chain = " ▸ ".join(chain_of(coverage, statement))
    done = f"does not {statement.stance.removesuffix('s')}" if statement.negated else statement.stance
    yield _text(f"{chain}: {done}", "describing")
    yield _text(f"not: {statement.stance}" if statement.negated else statement.stance, "classifying")
    for claim, link in stands.get(statement.id, ()):
        yield {
            "type": "SpecificResource",
            "source": f"urn:quoth:claim:{claim.id}",
            "purpose": "linking",
        }
        yield _text(f"{link.stance}: {claim.text}", "classifying")


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": in_one_line(value), "format": "text/plain", "language": "en", "purpose": purpose}


def _target(document: Document, span: Span) -> dict[str, Any]:
    text = document.text
    return {
        "source": source_of(document),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": printable(text[span.start : span.end]),
                "prefix": printable(text[max(0, span.start - AROUND) : span.start]),
                "suffix": printable(text[span.end : span.end + AROUND]),
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
