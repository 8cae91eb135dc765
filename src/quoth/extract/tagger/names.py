"""Named entities as the tagger finds them: labels of words, and a parsed document that has them.

The types and their limits are those of OntoNotes 5, learnt from the parser's own recogniser on PolNeAR's training part; the parser then leaves its own out,
which takes nearly half of its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.syntax import ParsedDocument, Token

ENTITIES = (
    "CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY", "NORP", "ORDINAL", "ORG", "PERCENT", "PERSON",
    "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART",
)  # fmt: skip
"""OntoNotes 5 entity types."""

LABELS = 2 * len(ENTITIES) + 1
"""0 outside; then for each type one for the first word of an entity and one for a further word."""

_FIRST = {kind: 1 + 2 * at for at, kind in enumerate(ENTITIES)}


def label_of(token: Token) -> int:
    """The label of a token as the parser has it."""
    first = _FIRST.get(token.entity)
    return 0 if first is None else first + (0 if token.begins_entity else 1)


def without_names(parsed: ParsedDocument) -> ParsedDocument:
    """The document without the parser's entities."""
    if not any(token.entity for paragraph in parsed.paragraphs for token in paragraph.tokens):
        return parsed
    return with_names(parsed, [0] * sum(len(paragraph.tokens) for paragraph in parsed.paragraphs))


def with_names(parsed: ParsedDocument, labels: Sequence[int]) -> ParsedDocument:
    """The document with entities by ``labels``, one a word; a further word of another type than the one before it begins an entity."""
    paragraphs, at = [], 0
    for paragraph in parsed.paragraphs:
        tokens, before = [], ""
        for token, label in zip(paragraph.tokens, labels[at : at + len(paragraph.tokens)], strict=True):
            entity = ENTITIES[(label - 1) // 2] if label else ""
            begins = bool(label) and (label % 2 == 1 or entity != before)
            same = token.entity == entity and token.begins_entity == begins
            tokens.append(token if same else replace(token, entity=entity, begins_entity=begins))
            before = entity
        paragraphs.append(replace(paragraph, tokens=tuple(tokens)))
        at += len(paragraph.tokens)
    return replace(parsed, paragraphs=tuple(paragraphs))
