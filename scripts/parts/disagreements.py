"""Points on which accounts differ, against labelled pairs of passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from parts.ground import DATA, QUALITY, Part, Read, figure, parsing, print_table
from parts.linked import judge_by_linking
from quoth.extract.propositions import read_proposition
from quoth.link.counts import figure_of, figure_of_time
from quoth.link.differences import Account, differ, stems
from quoth.link.said import Said, say
from quoth.records import Document, Findings, Span
from quoth.score.articles import load_dates, load_texts
from quoth.score.disagreements import Candidate, Judge, Place, by_words, count_found, load_candidates, misses
from quoth.score.polnear import GoldArticle, as_document
from quoth.score.stances import Article
from quoth.segment import segment_document
from quoth.settings import Settings
from quoth.syntax import ParsedDocument

LABELS = {
    "disagreements": QUALITY / "claims" / "disagreements.jsonl",
    "more disagreements": QUALITY / "claims" / "more_disagreements.jsonl",
    "fresher disagreements": QUALITY / "claims" / "fresher_disagreements.jsonl",
}
BESIDE = 12
"""Code points beside a figure that are read with it."""


def disagreements(read: Read, settings: Settings, *, tables: bool) -> Part:
    """Precision and recall of points of difference beside two baselines, the kept halves apart.

    Two passages are given, and compared as linking compares what it gathered. "By linking" counts only what linking finds by itself in the
    whole articles, as a ledger shows it.
    """
    for name, path in LABELS.items():
        yield from _measure(name, load_candidates(path), read, settings, tables=tables)


def _measure(name: str, candidates: Sequence[Candidate], read: Read, settings: Settings, *, tables: bool) -> Part:
    """The figures of one file of labels."""
    places = [place for one in candidates for place in (one.first, one.second)]
    texts = load_texts(DATA, [Article(place.document, place.sha256) for place in places])
    dates = load_dates(DATA, texts)
    documents = {stem: _dated(stem, text, dates.get(stem)) for stem, text in texts.items()}
    judge = judge_with(_reader(read, settings, documents))
    tuned = [one for one in candidates if one.split == "tune"]
    ways = {
        "": judge,
        " by linking": judge_by_linking(candidates, documents, read),
        " by shared words and other numbers": by_words(texts, tuned, numbers=True),
        " by shared words": by_words(texts, tuned, numbers=False),
    }
    for half, splits in ((name, {"tune", "keep"}), (f"{name} (kept half)", {"keep"})):
        part = [one for one in candidates if one.split in splits]
        for way, found in ways.items():
            counted = count_found(part, found)
            yield f"{half} precision{way}", figure(counted, "precision")
            yield f"{half} recall{way}", figure(counted, "recall")
    if tables:
        print_table(f"{name.capitalize()} (tuned half)", misses(tuned, judge))


def account_of(place: Place, parsed: ParsedDocument, findings: Findings) -> Account:
    """A passage as the comparison wants it: what it says, its figures and times."""
    text = parsed.document.text
    words = text[slice(*place.at)]
    found = stems(words)
    figures = [
        figure_of(
            each,
            found,
            before=text[max(0, each.span.start - BESIDE) : each.span.start],
            after=text[each.span.end : each.span.end + BESIDE],
        )
        for each in findings.quantities
        if _stands(each.span, place.at)
    ]
    times = tuple(
        each for each in findings.times if _stands(each.span, place.at) and not _dates_a_saying(each.span, place, findings)
    )
    figures += [figure_of_time(each, found) for each in times]
    return Account(words, tuple(_sayings(place, parsed, findings)), tuple(one for one in figures if one is not None), times, found)


def _sayings(place: Place, parsed: ParsedDocument, findings: Findings) -> Iterator[Said]:
    whole = read_proposition(parsed, (place.at,), times=findings.times, quantities=findings.quantities)
    if whole is not None:
        yield say(whole)
    for each in findings.statements:
        if each.proposition is not None and all(_stands(span, place.at) for span in each.content.spans):
            yield say(each.proposition, stance=each.stance, unsaid=each.negated, act=each.act)


def _dates_a_saying(span: Span, place: Place, findings: Findings) -> bool:
    """Whether a time stands beside what is said, not in it: it tells when that was said."""
    said = [each.content.spans for each in findings.statements if all(_stands(part, place.at) for part in each.content.spans)]
    return bool(said) and not any(_stands(span, part) for spans in said for part in spans)


def _stands(span: Span, at: Span) -> bool:
    return at.start <= span.start and span.end <= at.end


def judge_with(read: Callable[[Place], Account]) -> Judge:
    """The judge that reads both passages with ``read`` and compares them."""

    def judge(one: Candidate) -> str | None:
        point = differ(read(one.first), read(one.second))
        return point.kind if point is not None else None

    return judge


def _dated(name: str, text: str, published: str | None) -> Document:
    document = as_document(GoldArticle(name, text, ()))
    return replace(document, published=published, published_from="metadata") if published else document


def _reader(read: Read, settings: Settings, documents: dict[str, Document]) -> Callable[[Place], Account]:
    """Passages as accounts; each article is parsed once."""
    parse = parsing(settings)
    parsed = cache(lambda name: parse(documents[name], segment_document(documents[name])))
    return cache(lambda place: account_of(place, parsed(place.document), read(documents[place.document])))
