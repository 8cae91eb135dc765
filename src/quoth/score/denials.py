"""Negated reporting actions of ECB+ (Cybulska and Vossen 2014): "refused to disclose", "has not commented".

An annotated action is found where a statement that is not made, is denied or declined has it among the words of its cue, or begins its
content with it ("refused | to disclose").
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.records import Span, Statement
from quoth.score.articles import read_ecbplus
from quoth.score.entities import place_tokens

TAG = "NEG_ACTION_REPORTING"
BEGINNING = 2
"""Words of a content that may still be the verb: "to disclose"."""


@dataclass(frozen=True, slots=True)
class Negated:
    """A negated reporting action in an article's text."""

    article: str
    text: str
    span: Span

    @property
    def words(self) -> str:
        """The annotated words."""
        return self.text[slice(*self.span)]


def load_negated(folder: Path) -> Iterator[Negated]:
    """The annotated actions of the corpus that have words, in order of their articles."""
    for path in sorted(folder.glob("*/*.xml")):
        xml = path.read_text(encoding="utf-8")
        if TAG not in xml:
            continue
        root, text = ET.fromstring(xml), read_ecbplus(xml)  # noqa: S314 - a corpus that the user has unpacked
        place = place_tokens(root, text)
        for element in root.iter(TAG):
            spans = [place[anchor.get("t_id", "")] for anchor in element.findall("token_anchor")]
            if spans:
                yield Negated(path.stem, text, Span(min(spans).start, max(spans).end))


def is_found(one: Negated, statements: Iterable[Statement]) -> bool:
    """Whether a statement with the action in its cue is told as not made, denied or declined."""
    return any(
        each.negated or each.stance in {"denies", "declines"}
        for each in statements
        if any(span.start < one.span.end and one.span.start < span.end for span in (*each.cue.spans, _beginning(each)))
    )


def _beginning(statement: Statement) -> Span:
    """The first words of a content."""
    start = statement.content.spans[0].start
    return Span(start, start + len(" ".join(statement.content.text.split()[:BEGINNING])))
