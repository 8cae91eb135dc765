"""The lineage as provenance: PROV-O (W3C, 2013) in JSON-LD, which triple stores and the tools of archives read.

A document is a ``prov:Entity`` attributed to its outlet. An edge whose direction is known is a ``prov:Derivation``: a revision, a quotation
(words taken over) or a primary source (credited); one whose direction is not known is ``prov:alternateOf``, which takes no side. A claim is
an entity too, its tellings are specialisations of it, and each step of its reckoning joins two of them in the same two ways. Receipts are
Web Annotation selectors (W3C, 2017): positions in code points of the document's text, whose SHA-256 stands beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quoth.export.written import Written
from quoth.link.credits import outlet_key
from quoth.records import Claim, Copy, Document, Receipt, Span, Step, Telling
from quoth.store import ReadView
from quoth.view.coverage import story_documents

CONTEXT: Mapping[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "quoth": "urn:quoth:",
}
"""Prefixes. Identifiers of ours are URNs: a ledger has no address on the web."""

_PLAIN = {
    "revision": "prov:wasRevisionOf",
    "citation": "prov:hadPrimarySource",
    "shared-statement": "prov:hadPrimarySource",
}
_QUALIFIED = {
    "revision": ("prov:qualifiedRevision", "prov:Revision"),
    "citation": ("prov:qualifiedPrimarySource", "prov:PrimarySource"),
    "shared-statement": ("prov:qualifiedPrimarySource", "prov:PrimarySource"),
}
_QUOTED = ("prov:qualifiedQuotation", "prov:Quotation")


def write_prov(read: ReadView, *, story: str | None = None) -> Written:
    """The provenance of a story's documents and claims, or of all for None, as JSON-LD."""
    names = story_documents(read, story)
    documents = {document.id: document for document in read.documents(names)}
    claims = tuple(read.claims(story))
    copies = [copy for copy in read.copies(names) if copy.copy in documents and copy.source in documents]
    graph = [
        *_agents(documents.values()),
        *_documents(documents, copies),
        *(node for claim in claims for node in _claim(claim)),
    ]
    return Written(json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n")


def _urn(kind: str, name: str) -> str:
    return f"quoth:{kind}:{name}"


def _agents(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """The outlets, each by the first of its names."""
    names: dict[str, str] = {}
    for document in documents:
        if document.outlet:
            names.setdefault(outlet_key(document.outlet), document.outlet)
    for key, name in sorted(names.items()):
        yield {"@id": _urn("outlet", key), "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": name}


def _documents(documents: Mapping[str, Document], copies: Iterable[Copy]) -> Iterator[dict[str, Any]]:
    taken: dict[str, list[Copy]] = {}
    for copy in copies:
        taken.setdefault(copy.copy, []).append(copy)
    for document in documents.values():
        edges = [
            _edge(_urn("document", copy.source), copy.kind, copy.receipt, decided=copy.decided) | {"quoth:score": copy.score}
            for copy in taken.get(document.id, ())
        ]
        known = {
            "dcterms:title": document.title,
            "schema:url": document.url,
            "schema:datePublished": document.published,
            "schema:inLanguage": document.language,
        }
        yield {
            "@id": _urn("document", document.id),
            "@type": ["prov:Entity", "schema:Article"],
            **{name: value for name, value in known.items() if value},
            "quoth:sha256": document.sha256,
            **({"prov:wasAttributedTo": {"@id": _urn("outlet", outlet_key(document.outlet))}} if document.outlet else {}),
            **_influences(edges),
        }


def _edge(source: str, kind: str, receipt: Receipt, *, decided: bool) -> dict[str, Any]:
    """What joins an entity to ``source``, with its receipt; ``@type`` tells how."""
    return {
        "@type": _QUALIFIED.get(kind, _QUOTED)[1] if decided else "quoth:Alternate",
        "prov:entity": {"@id": source},
        "quoth:kind": kind,
        "rdfs:comment": receipt.reason,
        "quoth:inSource": [_selector(span) for span in receipt.spans_from],
        "quoth:inCopy": [_selector(span) for span in receipt.spans_to],
    }


def _selector(span: Span) -> dict[str, Any]:
    return {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end}


def _influences(edges: Iterable[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The edges of one entity under the properties that PROV-O has for them, the plain ones beside the qualified."""
    found: dict[str, list[dict[str, Any]]] = {}
    for edge in edges:
        if edge["@type"] == "quoth:Alternate":
            found.setdefault("prov:alternateOf", []).append(edge["prov:entity"])
            found.setdefault("quoth:qualifiedAlternate", []).append(dict(edge))
            continue
        qualified = _QUALIFIED.get(edge["quoth:kind"], _QUOTED)[0]
        found.setdefault(_PLAIN.get(edge["quoth:kind"], "prov:wasQuotedFrom"), []).append(edge["prov:entity"])
        found.setdefault(qualified, []).append(dict(edge))
    return found


def _claim(claim: Claim) -> Iterator[dict[str, Any]]:
    """A claim with its counts, then its tellings with the steps that join each to an earlier one."""
    counts = {"quoth:texts": claim.texts, "quoth:originsLow": claim.origins_low, "quoth:originsHigh": claim.origins_high}
    yield {
        "@id": _urn("claim", claim.id),
        "@type": ["prov:Entity", "schema:Claim"],
        "schema:text": claim.text,
        **{name: value for name, value in counts.items() if value is not None},
    }
    if claim.reckoning:
        taken: dict[str, list[Step]] = {}
        for step in claim.reckoning.steps:
            taken.setdefault(step.copy, []).append(step)
        yield from (_telling(claim, one, taken.get(one.id, ())) for one in claim.reckoning.tellings)


def _telling(claim: Claim, one: Telling, steps: Iterable[Step]) -> dict[str, Any]:
    edges = [
        _edge(_urn("telling", f"{claim.id}:{step.source}"), step.kind, step.receipt, decided=step.decided)
        | {"quoth:sure": step.sure}
        for step in steps
    ]
    return {
        "@id": _urn("telling", f"{claim.id}:{one.id}"),
        "@type": "prov:Entity",
        "prov:specializationOf": {"@id": _urn("claim", claim.id)},
        "prov:wasQuotedFrom": [{"@id": _urn("document", one.document)}],
        "quoth:words": [_selector(span) for span in one.spans],
        "quoth:named": list(one.named),
        **_with_document(_influences(edges), one.document),
    }


def _with_document(influences: dict[str, list[dict[str, Any]]], document: str) -> dict[str, list[dict[str, Any]]]:
    quoted = influences.get("prov:wasQuotedFrom")
    return influences | {"prov:wasQuotedFrom": [{"@id": _urn("document", document)}, *quoted]} if quoted else influences
