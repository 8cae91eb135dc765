"""Contacts, quantities and definitions against labels."""

from __future__ import annotations

from collections.abc import Mapping

from parts.ground import DATA, LABELS, Part, Read, figure
from quoth.score.articles import load_texts
from quoth.score.breakdown import Measure, total
from quoth.score.facts import load_facts, score_facts
from quoth.score.polnear import GoldArticle, as_document

FACTS: Mapping[str, Mapping[str, tuple[str, Measure]]] = {
    "contacts": {
        "contacts": ("contacts F1", "f1"),
        "contacts_told": ("contacts told F1", "f1"),
        "contacts_kind": ("contacts kind", "precision"),
        "contacts_status": ("contacts status", "precision"),
        "contacts_initiator": ("contacts initiator", "precision"),
    },
    "contacts_more": {
        "contacts": ("more contacts F1", "f1"),
        "contacts_told": ("more contacts told F1", "f1"),
    },
    "contacts_fresh": {
        "contacts": ("fresh contacts F1", "f1"),
        "contacts_told": ("fresh contacts told F1", "f1"),
    },
    "contacts_fresh2": {
        "contacts": ("second fresh contacts F1", "f1"),
        "contacts_told": ("second fresh contacts told F1", "f1"),
    },
    "contacts_fresh3": {
        "contacts": ("third fresh contacts F1", "f1"),
        "contacts_told": ("third fresh contacts told F1", "f1"),
    },
    "contacts_fresh4": {
        "contacts": ("fourth fresh contacts F1", "f1"),
        "contacts_told": ("fourth fresh contacts told F1", "f1"),
    },
    "contacts_tune": {
        "contacts": ("tuned contacts F1", "f1"),
        "contacts_told": ("tuned contacts told F1", "f1"),
    },
    "quantities": {
        "quantities": ("quantities F1", "f1"),
        "quantities_seen": ("quantities seen F1", "f1"),
        "quantities_of": ("quantities of", "precision"),
    },
    "terms": {"terms": ("terms F1", "f1")},
}
"""The measures over labels of contacts, quantities and definitions."""


def facts(read: Read) -> Part:
    """Contacts, quantities and definitions against their labels, the half that nothing is tuned on apart."""
    for kind, measures in FACTS.items():
        articles = load_facts(LABELS / f"{kind}.jsonl")
        texts = load_texts(DATA, articles)
        counts = [
            (
                one.split,
                score_facts(kind, one.labels, read(as_document(GoldArticle(one.name, texts[one.name], ()))), texts[one.name]),
            )
            for one in articles
        ]
        kept = [("labels (kept half)", {"keep"})] if any(split == "keep" for split, _ in counts) else []
        for name, splits in (("labels", {"tune", "keep"}), *kept):
            summed = total([count for split, count in counts if split in splits])
            for measure, (title, read_by) in measures.items():
                yield f"{name} {title}", figure(summed[measure], read_by)
