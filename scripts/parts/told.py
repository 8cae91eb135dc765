"""What labelled pairs tell, as the whole reader has it: written statements, passages of articles, captions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from parts.ground import DATA, Read
from quoth.extract.propositions import read_proposition
from quoth.extract.quantities import find_quantities
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.link.evidence import Told
from quoth.link.said import Said, say
from quoth.records import Document, Findings, Proposition, Segment, Span, Statement
from quoth.score.articles import load_texts
from quoth.score.pairs import Quoted, QuotedPair, Written, WrittenPair
from quoth.score.polnear import GoldArticle, as_document
from quoth.segment import segment_document
from quoth.syntax import ParsedDocument

HALF = 0.5
"""Share of a passage, without the words of attribution, that a content must cover to be what the passage says."""
BARE = Proposition(None, (), (), (), (), negated=False, modality="did")
"""A proposition of which only what is done in saying it counts."""

Parse: TypeAlias = Callable[[Document, Sequence[Segment]], ParsedDocument]
Pair: TypeAlias = tuple[Told, Told]


def tell_written(pairs: Sequence[WrittenPair], read: Read, parse: Parse) -> list[Pair]:
    """What both statements of each written pair say."""

    def tell(one: Written) -> Told:
        document = as_document(GoldArticle("written", one.text, ()))
        if one.published is not None:
            document = replace(document, published=one.published, published_from="metadata")
        return hear(parse(document, (Segment("body", 0, len(one.text)),)), read(document), Span(0, len(one.text)))

    return [(tell(pair.first), tell(pair.second)) for pair in pairs]


def tell_quoted(pairs: Sequence[QuotedPair], read: Read, parse: Parse) -> tuple[list[Pair], Mapping[str, str]]:
    """What both passages of each pair say, and the texts that they stand in."""
    texts = load_texts(DATA, [_Named(one) for pair in pairs for one in (pair.first, pair.second)])

    @cache
    def article(name: str) -> tuple[ParsedDocument, Findings]:
        document = as_document(GoldArticle(name, texts[name], ()))
        return parse(document, segment_document(document)), read(document)

    return [
        (hear(*article(one.first.document), one.first.span), hear(*article(one.second.document), one.second.span)) for one in pairs
    ], texts


class _Named:
    """An article that passages stand in."""

    def __init__(self, one: Quoted) -> None:
        self.name, self.sha256 = one.document, one.sha256


def tell_captions(texts: Sequence[str]) -> dict[str, Told]:
    """What each caption says, nobody being quoted in any of them."""
    parser, found = English(entities=False), {}
    for text in texts:
        document = as_document(GoldArticle("caption", text, ()))
        parsed = parser.parse(document, (Segment("body", 0, len(text)),))
        times = find_times(parsed)
        quantities = find_quantities(parsed, (), times)
        told = read_proposition(parsed, (Span(0, len(text)),), times=times, quantities=quantities, through=True)
        found[text] = Told(text, None if told is None else say(told))
    return found


def hear(parsed: ParsedDocument, findings: Findings, at: Span) -> Told:
    """What a passage says: the content of the innermost statement that covers most of it, else the passage as the outlet's own words."""
    statement = _innermost(findings.statements, at)
    spans = (at,) if statement is None else tuple(_inside(statement.content.spans, at))
    text = " ".join(" ".join(parsed.document.text[start:end] for start, end in spans).split())
    whole = "" if statement is None else " ".join(parsed.document.text[slice(*at)].split())
    beside = [span for one in findings.statements for span in _attribution(one) if at.start <= span.start < at.end]
    proposition = read_proposition(
        parsed,
        spans,
        beside=beside if statement is not None else (),
        times=[time for time in findings.times if at.start <= time.span.start < at.end],
        quantities=[each for each in findings.quantities if at.start <= each.span.start < at.end],
        through=True,
    )
    if proposition is None or statement is None:
        return Told(text, None if proposition is None else say(proposition), whole)
    said = say(proposition, stance=statement.stance, unsaid=statement.negated, act=statement.act, cue=statement.cue.text)
    return Told(text, _passed_on(said, statement, findings.statements), whole)


def _passed_on(said: Said, statement: Statement, statements: Sequence[Statement]) -> Said:
    """The same with what those do who pass it on: a denial of a report denies what is reported, a question leaves it open."""
    by_id = {one.id: one for one in statements}
    outer = by_id.get(statement.parent or "")
    while outer is not None:
        passing = say(BARE, stance=outer.stance, unsaid=outer.negated, act=outer.act, cue=outer.cue.text)
        said = replace(said, negated=said.negated ^ passing.negated, open=said.open or passing.open)
        outer = by_id.get(outer.parent or "")
    return said


def _attribution(statement: Statement) -> tuple[Span, ...]:
    return (*(statement.source.spans if statement.source else ()), *statement.cue.spans)


def _inside(spans: Sequence[Span], at: Span) -> Iterator[Span]:
    return (Span(max(start, at.start), min(end, at.end)) for start, end in spans if start < at.end and end > at.start)


def _innermost(statements: Sequence[Statement], at: Span) -> Statement | None:
    told = [one for one in statements if all(at.start <= start and end <= at.end for start, end in one.cue.spans)]
    found: Statement | None = None
    size = at.end - at.start - sum(end - start for one in told for start, end in _inside(_attribution(one), at))
    while True:
        inner = [
            one for one in told if (found is None or (one.parent == found.id and _is_clause(one))) and _size(one, at) >= HALF * size
        ]
        if not inner:
            return found
        found = max(inner, key=lambda one: _size(one, at))
        size = _size(found, at)


def _is_clause(statement: Statement) -> bool:
    """Whether a content says something by itself: what is known *of the fraud* and who is sued is told only with who knows and who sues."""
    told = statement.proposition
    if told is None or told.main < 0 or statement.stance not in {"thinks", "accuses", "none"}:
        return True
    main = told.parts[told.main]
    return main.role == "is" or (main.kind == "deed" and main.role != "kind")


def _size(statement: Statement, at: Span) -> int:
    return sum(end - start for start, end in _inside(statement.content.spans, at))
