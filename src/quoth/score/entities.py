"""Who is who across documents, as MEANTIME (Minard et al. 2016) and ECB+ (Cybulska and Vossen 2014) have it.

Both are in CAT format: tokens, mentions as lists of tokens, and relations that join mentions to an entity of the whole corpus
(MEANTIME) or of the topic (ECB+). Mentions that the annotators joined to none are left out: nobody decided who they are. So are lists
("GM and Chrysler"), which are entities of their own there.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

from quoth.errors import UnusableInput
from quoth.records import Document, Segment, Span
from quoth.score.articles import MARKS, read_ecbplus
from quoth.score.meantime import read_article
from quoth.score.polnear import GoldArticle, as_document

Kind = Literal["person", "body", "place"]

MEANTIME = "meantime_newsreader_english_oct15/intra_cross-doc_annotation"
_MEANTIME_KINDS: Mapping[str, Kind] = {"PER": "person", "ORG": "body", "LOC": "place"}
_ECBPLUS_KINDS: Mapping[str, Kind] = {
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "body",
    "HUMAN_PART_GPE": "place",
    "LOC_GEO": "place",
}
_LIST = re.compile(r"\band\b|,.*,")


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom a mention means: ``key`` is the same in all documents of a topic."""

    key: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class EntityArticle:
    """An article with the mentions whose entity the gold tells. Entities of two topics are not compared."""

    topic: str
    document: Document
    segments: tuple[Segment, ...]
    mentions: Mapping[Span, Entity]

    @property
    def half(self) -> str:
        """``tune`` or ``keep``, by the hash of the topic, or, where all articles are of one topic, of the article's number."""
        name = self.topic or self.document.article
        return "tune" if sha256(name.encode()).digest()[0] % 2 == 0 else "keep"


def load_meantime_entities(folder: Path) -> Iterator[EntityArticle]:
    """The articles of MEANTIME, one topic, in order of their paths, each dated by its date line."""
    for path in _paths(folder, f"{MEANTIME}/corpus_*/*.xml"):
        xml = path.read_text(encoding="utf-8")
        article = read_article(xml, name=path.name)
        dated = next((time.value for time in article.times if time.span == article.dateline), None)
        document = replace(article.document, published=dated, published_from="dateline" if dated else "unknown")
        yield EntityArticle("", document, article.segments, _meantime_mentions(ET.fromstring(xml), document))  # noqa: S314 - as above


def load_ecbplus_entities(folder: Path, segment: Callable[[Document], Sequence[Segment]]) -> Iterator[EntityArticle]:
    """The articles of ECB+ in order of their paths, parted by ``segment``; a topic is two runs of events."""
    for path in _paths(folder, "*/*.xml"):
        xml = path.read_text(encoding="utf-8")
        document = as_document(GoldArticle(path.stem, read_ecbplus(xml), ()))
        mentions = _ecbplus_mentions(ET.fromstring(xml), document)  # noqa: S314 - a corpus that the user has unpacked
        yield EntityArticle(path.parent.name, document, tuple(segment(document)), mentions)


def _paths(folder: Path, pattern: str) -> list[Path]:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise UnusableInput("unreadable", f"No articles under {folder}: expected {pattern}. Unpack the corpus there.")
    return paths


def _meantime_mentions(root: ET.Element, document: Document) -> dict[Span, Entity]:
    place = place_tokens(root, document.text)
    entities = {
        element.get("m_id", ""): Entity(element.get("instance_id", ""), kind)
        for element in root.iter("ENTITY")
        if element.get("instance_id") and (kind := _MEANTIME_KINDS.get(element.get("ent_type", ""))) is not None
    }
    joined = [(source, entities[target]) for source, target in references(root, "REFERS_TO") if target in entities]
    lists = {one.get("m_id", "") for one in root.iter("ENTITY_MENTION") if one.get("syntactic_type") == "CONJ"}
    return _placed({source: entity for source, entity in joined if source not in lists}, root, place, document.text)


def _ecbplus_mentions(root: ET.Element, document: Document) -> dict[Span, Entity]:
    place = place_tokens(root, document.text)
    marked = root.find("Markables")
    kinds = {one.get("m_id", ""): _ECBPLUS_KINDS.get(one.tag) for one in (marked if marked is not None else ()) if len(one)}
    entities = {}
    for relation in root.iter("CROSS_DOC_COREF"):
        for source in relation.iter("source"):
            kind = kinds.get(name := source.get("m_id", ""))
            if kind is not None and relation.get("note"):
                entities[name] = Entity(relation.get("note", ""), kind)
    return _placed(entities, root, place, document.text)


def _placed(entities: Mapping[str, Entity], root: ET.Element, place: Mapping[str, Span], text: str) -> dict[Span, Entity]:
    """Entities by the stretch of their mention, from its first token to its last; lists left out."""
    found = {}
    for element in root.iter():
        spans = [place[anchor.get("t_id", "")] for anchor in element.findall("token_anchor")]
        entity = entities.get(element.get("m_id", ""))
        if spans and entity is not None:
            span = Span(min(spans).start, max(spans).end)
            if not _LIST.search(text[span.start : span.end]):
                found[span] = entity
    return dict(sorted(found.items()))


def place_tokens(root: ET.Element, text: str) -> dict[str, Span]:
    """Where each token stands in ``text``, in which they stand in order, quotation marks as straight ones."""
    place: dict[str, Span] = {}
    end = 0
    for token in root.iter("token"):
        word = token.text or ""
        start = text.find(word, end)
        if word in MARKS and (start < 0 or text[end:start].strip()):
            word = '"'
            start = text.index(word, end)
        if start < 0:
            raise UnusableInput(
                "malformed", f"The token {word!r} is not in the article's text. Expected all in order; unpack it anew."
            )
        end = start + len(word)
        place[token.get("t_id", "")] = Span(start, end)
    return place


def references(root: ET.Element, relation: str) -> Iterator[tuple[str, str]]:
    """The pairs of a mention and an entity that relations of this name join."""
    for link in root.iter(relation):
        target = link.find("target")
        if target is not None:
            for source in link.iter("source"):
                yield source.get("m_id", ""), target.get("m_id", "")
