"""Who is who inside one document, against the entities of MEANTIME: B³ (Bagga and Baldwin 1998) over mentions, and how many are found.

Only people, organisations and places are scored; a mention counts as found where a mention of a referent shares at least half of the
two together. B³ is taken over the found ones, so coverage is read beside it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoth.records import Referent, Span
from quoth.score.figures import Figure, b_cubed

TYPES = frozenset({"PER", "ORG", "LOC"})
SHARE = 0.5
"""Least part of the two spans together that a gold and a found mention must share."""


@dataclass(frozen=True, slots=True)
class CoreferenceScore:
    """``clusters`` is B³ over the mentions found; ``coverage`` their share of the gold mentions, 0 to 1."""

    clusters: Figure
    coverage: float


def read_entities(xml: str, text: str) -> dict[Span, str]:
    """The entity mentions of one article in CAT format, each with the identifier of its entity.

    ``text`` is the article's text, in which the file's tokens stand in order.
    """
    root = ET.fromstring(xml)  # noqa: S314 - a corpus that the user has unpacked, not input from outside
    place = _placed(root, text)
    kinds = {entity.get("m_id", ""): entity.get("ent_type", "") for entity in root.iter("ENTITY")}
    entity_of = dict(_references(root))
    found: dict[Span, str] = {}
    for mention in root.iter("ENTITY_MENTION"):
        spans = [place[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor")]
        entity = entity_of.get(mention.get("m_id", ""))
        if spans and entity is not None and kinds.get(entity) in TYPES:
            found[Span(min(spans).start, max(spans).end)] = entity
    return found


def _placed(root: ET.Element, text: str) -> dict[str, Span]:
    place: dict[str, Span] = {}
    end = 0
    for token in root.iter("token"):
        word = token.text or ""
        start = text.index(word, end)
        end = start + len(word)
        place[token.get("t_id", "")] = Span(start, end)
    return place


def _references(root: ET.Element) -> Iterator[tuple[str, str]]:
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        if target is not None:
            for source in link.iter("source"):
                yield source.get("m_id", ""), target.get("m_id", "")


def score_coreference(articles: Iterable[tuple[Mapping[Span, str], Iterable[Referent]]]) -> CoreferenceScore:
    """The score over articles, each as (gold mentions with their entities, referents found)."""
    gold: dict[str, str] = {}
    found: dict[str, str] = {}
    for number, (entities, referents) in enumerate(articles):
        mentions = [(mention.span, one.id) for one in referents if not one.members for mention in one.mentions]
        for span, entity in entities.items():
            name = f"{number}:{span.start}-{span.end}"
            gold[name] = f"{number}:{entity}"
            best = max(((_share(one, span), referent) for one, referent in mentions), default=(0.0, ""))
            if best[0] >= SHARE:
                found[name] = f"{number}:{best[1]}"
    kept = {name: entity for name, entity in gold.items() if name in found}
    return CoreferenceScore(b_cubed(found, kept), len(found) / len(gold) if gold else 0.0)


def _share(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0
