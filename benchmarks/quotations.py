"""Direct quotations by quoth and by textacy's rules on the same articles: how many are found, given to the right source, and how fast.

Usage: pip install -r requirements/bench.in, then python benchmarks/quotations.py

Gold are the direct quotations of PolNeAR's development part (those whose content stands between quotation marks) and of the labelled
articles. Textacy gives each quoted stretch by itself, so stretches within a paragraph are what is counted: one is found where a found
one shares with it .8 of the characters that either has, quotation marks and white space left out. What is found inside a content
that is quoted in part is passed over: neither side calls it direct. A stretch is attributed where its source shares words with the
gold's. Textacy reads each paragraph by itself, as quoth does, because it gives up where quotation marks do not pair. Both parse with the
same weights, textacy in spaCy as it comes; "by rules" is quoth with ``--reader rules``. The time is the processor's, for parsing and
finding, in quoth's case all that it finds; they take turns, article by article. The machine may be shared: read ratios.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from quoth.extract.reader import AttributionReader
from quoth.language.english import English, load_plain, paragraphs
from quoth.records import Document, Form, Span
from quoth.run.house import choose_attributor
from quoth.score.aligned import pair_up
from quoth.score.articles import load_texts
from quoth.score.breakdown import form_of
from quoth.score.labels import load_labels
from quoth.score.polnear import Count, GoldArticle, GoldAttribution, as_document, load_polnear
from quoth.score.quotations import FOUND, jaccard, plain_characters
from quoth.score.spans import shared
from quoth.segment import segment_document
from quoth.settings import Settings

DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
LABELS = Path(__file__).parent.parent / "quality" / "labels" / "speakers.jsonl"
INSIDE = 0.8
"""Share of a stretch that lies in a mixed content of the gold for it to be passed over."""


class Stretch(NamedTuple):
    """Words between quotation marks, and the words of who said them."""

    place: Span
    source: tuple[Span, ...]


Finder: TypeAlias = Callable[[Document], list[Stretch]]


def by_quoth(settings: Settings) -> Finder:
    """The whole reader, as ``quoth add`` has it."""
    attributor = choose_attributor(settings)
    parser, reader = English(entities=not attributor.entities), AttributionReader(attributor)

    def find(document: Document) -> list[Stretch]:
        findings = reader.extract(parser.parse(document, segment_document(document)))
        return [
            Stretch(part, one.source.spans if one.source else ())
            for one in findings.statements
            if one.form == "direct" and one.parent is None
            for part in one.content.spans
        ]

    return find


def by_textacy() -> Finder:
    """Textacy's direct quotations over the same parser's paragraphs."""
    triples: Any = importlib.import_module("textacy.extract.triples")
    pipeline = load_plain()

    def find(document: Document) -> list[Stretch]:
        places = [(start, end) for _, start, end in paragraphs(document.text, segment_document(document))]
        parsed = pipeline.pipe([document.text[start:end] for start, end in places], batch_size=max(1, len(places)))
        return [found for doc, (start, _) in zip(parsed, places, strict=True) for found in _triples(triples, doc, start)]

    return find


def _triples(triples: Any, doc: Any, offset: int) -> list[Stretch]:
    try:
        found = list(triples.direct_quotations(doc))
    except ValueError:  # quotation marks that do not pair: textacy declines the text
        return []
    return [
        Stretch(
            Span(offset + one.content.start_char, offset + one.content.end_char),
            tuple(Span(offset + token.idx, offset + token.idx + len(token)) for token in one.speaker),
        )
        for one in found
    ]


def gold_of_polnear() -> list[GoldArticle]:
    """The development part."""
    return list(load_polnear(DATA / "polnear" / "dev"))


def gold_of_labels() -> list[GoldArticle]:
    """The labelled articles."""
    articles = load_labels(LABELS)
    texts = load_texts(DATA, articles)
    return [
        GoldArticle(
            one.name, texts[one.name], tuple(GoldAttribution(label.source, label.cue, label.content) for label in one.labels)
        )
        for one in articles
    ]


def count(article: GoldArticle, found: Sequence[Stretch]) -> tuple[Count, Count]:
    """Stretches found, and of those with a source how many are given to it."""
    text = article.text
    gold = by_line(text, (Stretch(part, one.source) for one in contents(article, "direct") for part in one.content))
    given = by_line(text, found)
    meant = [plain_characters(text, (one.place,)) for one in gold]
    answers = [plain_characters(text, (one.place,)) for one in given]
    pairs = pair_up(meant, answers, lambda one, other: alike if (alike := jaccard(one, other)) >= FOUND else 0.0)
    mixed = plain_characters(text, (part for one in contents(article, "mixed") for part in one.content))
    answered = {j for _, j in pairs}
    beyond = sum(j not in answered and not _lies_in(one, mixed) for j, one in enumerate(answers))
    asked = [(gold[i], given[j]) for i, j in pairs if gold[i].source]
    right = sum(bool(shared(one.source, other.source)) for one, other in asked)
    return Count(len(pairs), len(pairs) + beyond, len(gold)), Count(right, len(asked), len(asked))


def contents(article: GoldArticle, form: Form) -> list[GoldAttribution]:
    """The gold attributions whose content is of a form."""
    return [one for one in article.attributions if form_of(article.text, one.content) == form]


def by_line(text: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches cut where a line ends: a quotation that goes on in the next paragraph is one there again."""
    cut = (
        Stretch(Span(one.place.start + line.start(), one.place.start + line.end()), one.source)
        for one in stretches
        for line in re.finditer(r"[^\n]*\w[^\n]*", text[one.place.start : one.place.end])
    )
    return sorted(cut, key=lambda one: one.place)


def _lies_in(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= INSIDE * len(one)


def measure(finders: Mapping[str, Finder], articles: Sequence[GoldArticle]) -> dict[str, tuple[Count, Count, float]]:
    """By finder both counts over the articles and the seconds of processor time; the finders take turns, article by article."""
    totals = {by: (Count(), Count(), 0.0) for by in finders}
    for article in articles:
        document = as_document(article)
        for by, find in finders.items():
            begun = time.process_time()
            found = find(document)
            seconds = time.process_time() - begun
            counted, attributed = count(article, found)
            before = totals[by]
            totals[by] = (before[0] + counted, before[1] + attributed, before[2] + seconds)
    return totals


def make_finders() -> dict[str, Finder]:
    """Those that are installed, warmed up."""
    finders = {"quoth": by_quoth(Settings()), "by rules": by_quoth(Settings(reader="rules"))}
    if importlib.util.find_spec("textacy") is not None:
        finders["textacy"] = by_textacy()
    else:
        print(
            "textacy is not installed; quoth is measured alone. Install it: pip install -r requirements/bench.in", file=sys.stderr
        )
    for find in finders.values():
        find(as_document(GoldArticle("warm", "“The dam will hold for years,” said Orlo Marn on Friday.", ())))
    return finders


def main() -> int:
    """Print a line a finder and gold."""
    if not (DATA / "polnear").is_dir():
        print(f"No news data at {DATA}. Set QUOTH_DATA to its folder. Nothing was measured.", file=sys.stderr)
        return 1
    finders = make_finders()
    print(f"{'gold':<20}{'by':<10}{'precision':>10}{'recall':>8}{'F1':>7}{'attributed':>12}{'stretches':>11}{'words/s':>10}")
    for name, articles in (("polnear/dev", gold_of_polnear()), ("labelled articles", gold_of_labels())):
        words = sum(len(article.text.split()) for article in articles)
        for by, (found, attributed, seconds) in measure(finders, articles).items():
            print(
                f"{name:<20}{by:<10}{found.precision:>10.3f}{found.recall:>8.3f}{found.f1:>7.3f}{attributed.precision:>12.3f}"
                f"{found.gold:>11}{words / seconds:>10,.0f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
