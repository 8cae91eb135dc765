"""Claims as ClaimReview of schema.org, without a rating: what is claimed, where it appears, and who stands where.

Source: https://schema.org/ClaimReview and https://schema.org/Claim. ``reviewRating`` is left out: quoth gives no verdict. So is ``author`` of
the review, who is whoever publishes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from quoth.export.annotations import source_of
from quoth.export.characters import in_one_line
from quoth.export.written import Written
from quoth.link.days import published_key
from quoth.records import Claim, Document
from quoth.store import ReadView
from quoth.view.claims import ClaimRow, lay_out_claims
from quoth.view.coverage import Coverage, gather, outlet_name
from quoth.view.scores import Hidden

SCHEMA = "https://schema.org"
MAKERS = frozenset({"asserts", "hedges"})
TYPES = {"person": "Person"}
"""Kinds of actors that schema.org has a type of its own for; all others are organizations to it."""


def write_reviews(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> Written:
    """The claims of a story, of all for None, as one graph of JSON-LD."""
    graph: list[dict[str, Any]] = []
    statements = claims = 0
    for one in read.stories([story] if story else None):
        told = tuple(read.claims(one.id))
        coverage = gather(read, one.documents, min_score=min_score) if told else None
        if coverage is None:
            continue
        page = lay_out_claims(coverage, told)
        by_id = {claim.id: claim for claim in told}
        graph += [_review(coverage, row, by_id[row.id]) for row in page.rows]
        statements, claims = statements + page.hidden.statements, claims + page.hidden.claims
    text = json.dumps({"@context": SCHEMA, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"
    return Written(text, (), Hidden(min_score, statements, claims=claims))


def _review(coverage: Coverage, row: ClaimRow, claim: Claim) -> dict[str, Any]:
    shown = {coverage.statements[link.statement].document for link in claim.statements if link.statement in coverage.statements}
    articles = sorted((coverage.documents[one] for one in shown), key=lambda one: (published_key(one.published), one.id))
    dates = [one.published for one in articles if one.published]
    return _known(
        {
            "@type": "ClaimReview",
            "@id": f"urn:quoth:claim-review:{row.id}",
            "claimReviewed": in_one_line(row.text),
            "datePublished": max(dates, default=None),
            "reviewBody": in_one_line("; ".join(f"{stand.called}: {stand.glyph[1]}" for stand in row.stands)),
            "itemReviewed": _claim(coverage, row, claim, articles),
        }
    )


def _claim(coverage: Coverage, row: ClaimRow, claim: Claim, articles: Iterable[Document]) -> dict[str, Any]:
    works = [_article(one) for one in articles]
    first = next(
        (coverage.documents[coverage.statements[one.statement].document] for one in row.firsts if one.kind == "published"), None
    )
    makers = [who for position in claim.positions if position.stance in MAKERS for who in coverage.voices(position.actor)]
    return _known(
        {
            "@type": "Claim",
            "@id": f"urn:quoth:claim:{row.id}",
            "text": in_one_line(row.text),
            "author": [
                {"@type": TYPES.get(who.kind, "Organization"), "name": in_one_line(who.name)} for who in dict.fromkeys(makers)
            ],
            "firstAppearance": _article(first) if first else None,
            "appearance": works,
        }
    )


def _article(document: Document) -> dict[str, Any]:
    return _known(
        {
            "@type": "NewsArticle",
            "@id": source_of(document),
            "url": document.url,
            "headline": in_one_line(document.title) if document.title else None,
            "datePublished": document.published,
            "publisher": {"@type": "Organization", "name": in_one_line(outlet_name(document))},
            "inLanguage": document.language,
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that are known: what is unknown is left out."""
    return {name: value for name, value in fields.items() if value is not None and value != []}
