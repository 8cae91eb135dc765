"""Time expressions against the gold of MEANTIME (Minard et al. 2016), scored as TempEval-3 does (UzZaman et al. 2013).

MEANTIME annotates the headline, the date line and the first sentences of each Wikinews article; only what stands there is scored.
The date line is what every other date is read against, and is counted only where asked for.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from quoth.errors import UnusableInput
from quoth.records import Document, Segment, Span, TimeExpression, document_id

FOLDER = "meantime_newsreader_english_oct15/intra-doc_annotation"
LAST_ANNOTATED = 5
"""The last sentence of an article that the annotators marked, counting the headline as 0 and the date line as 1."""
TYPES = ("DATE", "TIME", "DURATION", "SET")
NO_SPACE_BEFORE = frozenset(
    {",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "n't", "%", "'", "''", "'re", "'ve", "'ll", "'d", "'m"}
)
NO_SPACE_AFTER = frozenset({"(", "[", "$", "US$", "£", "€", "``", "#"})


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression as annotated."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: the document as a reader would hand it over, and what is annotated in it."""

    document: Document
    segments: tuple[Segment, ...]
    times: tuple[GoldTime, ...]
    dateline: Span
    end: int
    """Where the annotated part ends, in code points of the text."""

    @property
    def half(self) -> str:
        """``tune`` or ``keep``: which half of the corpus the article is in, by the hash of its number."""
        return "tune" if sha256(self.document.article.encode()).digest()[0] % 2 == 0 else "keep"


@dataclass(frozen=True, slots=True)
class TimeScore:
    """Counts over a corpus, and the measures that follow from them (0 to 1)."""

    gold: int
    found: int
    relaxed: int
    strict: int
    type: int
    value: int

    def f1(self, measure: str) -> float:
        """F1 of ``relaxed`` or ``strict`` spans, or of ``type`` or ``value`` on relaxed spans."""
        total = self.gold + self.found
        return 2 * int(getattr(self, measure)) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class TimeMisses:
    """What went wrong with the expressions of one TIMEX3 type: gold's type, or of spurious ones the type that was found."""

    type: str
    gold: int
    right: int
    """Found with the same extent, type and value."""
    missed: int
    spurious: int
    extent: int
    type_: int
    value: int
    """Of those found: another extent, another type, another value; one expression may count under several."""


def load_meantime(folder: Path) -> Iterator[GoldArticle]:
    """The articles under the corpus's folder, in order of their paths. Raises ``UnusableInput`` where there are none."""
    paths = sorted((folder / FOLDER).glob("corpus_*/*.xml"))
    if not paths:
        raise UnusableInput(
            "unreadable", f"No MEANTIME articles under {folder}: expected {FOLDER}/corpus_*/*.xml. Unpack the corpus there."
        )
    for path in paths:
        yield read_article(path.read_text(encoding="utf-8"), name=path.name)


def read_article(xml: str, *, name: str) -> GoldArticle:
    """One article of MEANTIME's XML (CAT format), its text put together from its tokens."""
    root = ET.fromstring(xml)  # noqa: S314 - a corpus that the user has unpacked, not input from outside
    tokens = list(root.iter("token"))
    text, spans = _joined([(token.text or "", int(token.get("sentence", "0"))) for token in tokens])
    place = {token.get("t_id", ""): span for token, span in zip(tokens, spans, strict=True)}
    sentence = [int(token.get("sentence", "0")) for token in tokens]
    annotated = [span for span, number in zip(spans, sentence, strict=True) if number <= LAST_ANNOTATED]
    segments = _segments(spans, sentence)
    dateline = next((Span(part.start, part.end) for part in segments if part.kind == "dateline"), Span(0, 0))
    return GoldArticle(_document(name, text), segments, tuple(_times(root, place)), dateline, annotated[-1].end)


def _joined(tokens: Sequence[tuple[str, int]]) -> tuple[str, list[Span]]:
    """Text with spaces as English sets them, and each token's span; headline and date line on lines of their own."""
    text, spans = "", []
    for index, (word, sentence) in enumerate(tokens):
        before, last = tokens[index - 1] if index else ("", sentence)
        if index:
            text += "\n" if sentence != last and last < 2 else "" if word in NO_SPACE_BEFORE or before in NO_SPACE_AFTER else " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    return text, spans


def _segments(spans: Sequence[Span], sentences: Sequence[int]) -> tuple[Segment, ...]:
    kinds = {0: "title", 1: "dateline", 2: "body"}
    found = []
    for key, kind in kinds.items():
        inside = [span for span, sentence in zip(spans, sentences, strict=True) if min(sentence, 2) == key]
        if inside:
            found.append(Segment(kind, inside[0].start, inside[-1].end))  # type: ignore[arg-type] # the three kinds above
    return tuple(found)


def _times(root: ET.Element, place: Mapping[str, Span]) -> Iterator[GoldTime]:
    for element in root.iter("TIMEX3"):
        spans = [place[anchor.get("t_id", "")] for anchor in element.iter("token_anchor")]
        if spans:
            span = Span(min(spans).start, max(spans).end)
            yield GoldTime(span, element.get("type", ""), element.get("value", ""))


def _document(name: str, text: str) -> Document:
    article = name.split("_", maxsplit=1)[0]
    return Document(
        id=document_id(article, None, None, (), None, text), article=article, input_id=article, outlet=None, url=None, title=None,
        authors=(), published=None, published_from="unknown", fetched=None, language="en",
        sha256=sha256(text.encode()).hexdigest(), origin=None, text=text, original="",
    )  # fmt: skip


def score_times(pairs: Sequence[tuple[GoldArticle, Sequence[TimeExpression]]], *, with_dateline: bool = False) -> TimeScore:
    """The counts of gold and found expressions that overlap (relaxed), are the same span (strict), and share type or value."""
    totals = [0, 0, 0, 0, 0, 0]
    for article, found in pairs:
        for index, number in enumerate(_counts(*_scored(article, found, with_dateline=with_dateline))):
            totals[index] += number
    return TimeScore(*totals)


def _scored(
    article: GoldArticle, found: Sequence[TimeExpression], *, with_dateline: bool = False
) -> tuple[list[GoldTime], list[TimeExpression]]:
    """The gold and the found expressions that count: those in the annotated part, the date line's only where asked for."""
    gold = [time for time in article.times if with_dateline or not _touch(time.span, article.dateline)]
    kept = [time for time in found if time.span.start < article.end and (with_dateline or not _touch(time.span, article.dateline))]
    return gold, kept


def break_down(pairs: Sequence[tuple[GoldArticle, Sequence[TimeExpression]]]) -> tuple[TimeMisses, ...]:
    """The misses by TIMEX3 type, and over all types."""
    counts: Counter[tuple[str, str]] = Counter()
    for article, found in pairs:
        for type_, what in _misses(*_scored(article, found)):
            counts[type_, what] += 1
            counts["all", what] += 1
    parts = ("gold", "right", "missed", "spurious", "extent", "type", "value")
    return tuple(TimeMisses(type_, *(counts[type_, what] for what in parts)) for type_ in (*TYPES, "all"))


def _misses(gold: Sequence[GoldTime], found: Sequence[TimeExpression]) -> Iterator[tuple[str, str]]:
    """What is to be counted, each under a type."""
    matched = align_times(gold, found)
    yield from ((one.type, "gold") for one in gold)
    yield from ((one.type, "missed") for one in gold if all(one is not pair[0] for pair in matched))
    yield from ((one.type, "spurious") for one in found if all(one is not pair[1] for pair in matched))
    for one, other in matched:
        wrong = [what for what in ("span", "type", "value") if getattr(one, what) != getattr(other, what)]
        yield from ((one.type, {"span": "extent"}.get(what, what)) for what in wrong)
        if not wrong:
            yield one.type, "right"


def misses_table(rows: Sequence[TimeMisses]) -> Iterator[str]:
    """A line a type: how many there are, how many are right throughout, and what went wrong with the others."""
    yield f"{'type':<10}{'gold':>6}{'right':>7}{'missed':>8}{'spurious':>10}{'extent':>8}{'type':>6}{'value':>7}"
    for row in rows:
        yield (
            f"{row.type:<10}{row.gold:>6}{row.right:>7}{row.missed:>8}{row.spurious:>10}{row.extent:>8}{row.type_:>6}{row.value:>7}"
        )


def _counts(gold: Sequence[GoldTime], found: Sequence[TimeExpression]) -> tuple[int, int, int, int, int, int]:
    matched = align_times(gold, found)
    return (
        len(gold),
        len(found),
        len(matched),
        sum(one.span == other.span for one, other in matched),
        sum(one.type == other.type for one, other in matched),
        sum(one.value == other.value for one, other in matched),
    )


def align_times(gold: Sequence[GoldTime], found: Sequence[TimeExpression]) -> list[tuple[GoldTime, TimeExpression]]:
    """Each gold expression with the found one that shares most of its text; none is used twice."""
    free = list(found)
    matched = []
    for one in gold:
        best = max(free, key=lambda other: _shared(one.span, other.span), default=None)
        if best is not None and _touch(one.span, best.span):
            matched.append((one, best))
            free.remove(best)
    return matched


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _touch(one: Span, other: Span) -> bool:
    return _shared(one, other) > 0
