"""Figures on gold that no part of quoth wrote, and on the example's truth: ``make score``; with ``--gate`` against their floors: ``make gate``.

Beside the figures it prints tables with intervals, per outlet, per form and by score, and writes a page of the commonest errors to
``build/errors.html``, which quotes the measured texts and stays out of the repository; with ``--gate`` or ``--raise`` only where asked.
Floors stand in ``quality/floors.json`` and are only raised. A figure below its floor, or a figure that has no floor, fails the gate.
With another ``--reader`` only what depends on the reader is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, get_args

import quoth
from quoth.errors import QuothError, UnusableInput
from quoth.export.rows import rows
from quoth.export.shapes import KINDS
from quoth.extract.attributors import Rules
from quoth.extract.referents import find_referents
from quoth.extract.times import find_times
from quoth.group.stories import group_stories
from quoth.language.english import English
from quoth.link.actors import merge_actors
from quoth.link.copies import find_copies
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import Document, Findings, Segment, SetAside
from quoth.run.house import choose_attributor, prepare_extract
from quoth.score.articles import load_texts
from quoth.score.breakdown import Measure, ReadArticle, count_article, total
from quoth.score.calibration import calibrate, judge_whole
from quoth.score.causes import Error, Sides, find_errors, find_speaker_errors
from quoth.score.chains import score_chains
from quoth.score.coreference import (
    PEOPLE_AND_BODIES,
    PLACES,
    by_actor,
    by_full_name,
    by_surname,
    find_mentions,
    score_across,
    score_within,
)
from quoth.score.entities import EntityArticle, load_ecbplus_entities, load_meantime_entities
from quoth.score.facts import load_facts, score_facts
from quoth.score.figures import b_cubed
from quoth.score.floors import below_floors, held, raise_floors
from quoth.score.labels import LabelledArticle, load_labels
from quoth.score.meantime import break_down, load_meantime, misses_table, score_times
from quoth.score.page import render_errors
from quoth.score.polnear import Count, GoldArticle, as_document, load_polnear, outermost
from quoth.score.quotations import score_quotations
from quoth.score.tables import across_table, attribution_tables, calibration_table, interval_table
from quoth.score.truth import load_truth, score_truth
from quoth.segment import segment_document
from quoth.settings import Reader, Settings
from quoth.syntax import ParsedDocument

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
FLOORS = ROOT / "quality" / "floors.json"
LABELS = ROOT / "quality" / "labels"
EXAMPLE = ROOT / "examples" / "lower-dam"
ERRORS = ROOT / "build" / "errors.html"

Read: TypeAlias = Callable[[Document], Findings]
Part: TypeAlias = Iterator[tuple[str, float]]

PARTS = ("polnear", "labels", "facts", "meantime", "actors", "roundups", "example")

LABELLED: Mapping[str, tuple[str, Measure]] = {
    "direct": ("direct quotations F1", "f1"),
    "quotations": ("quotations F1", "f1"),
    "quotations_exact": ("quotations exact F1", "f1"),
    "attributed": ("quotations attributed", "precision"),
    "speakers_decided": ("speakers decided", "precision"),
    "speakers_right": ("speakers right", "precision"),
    "speakers_whole": ("speakers whole", "recall"),
    "nested": ("nested found", "recall"),
    "chains": ("nested chains", "precision"),
    "parents": ("nested parents", "precision"),
    "nested_whole": ("nested whole", "recall"),
}
"""The measures over labels that the gate holds, with their names there; ``--table`` prints all."""
FACTS: Mapping[str, Mapping[str, tuple[str, Measure]]] = {
    "contacts": {
        "contacts": ("contacts F1", "f1"),
        "contacts_told": ("contacts told F1", "f1"),
        "contacts_kind": ("contacts kind", "precision"),
        "contacts_status": ("contacts status", "precision"),
        "contacts_initiator": ("contacts initiator", "precision"),
    },
    "quantities": {
        "quantities": ("quantities F1", "f1"),
        "quantities_seen": ("quantities seen F1", "f1"),
        "quantities_of": ("quantities of", "precision"),
    },
    "terms": {"terms": ("terms F1", "f1")},
}
"""The measures over labels of contacts, quantities and definitions."""
READ_BY: Mapping[str, Measure] = {
    **{measure: read_by for measure, (_, read_by) in LABELLED.items()},
    "source_words": "precision", "speakers_found": "recall", "nested_speakers": "precision",
}  # fmt: skip


def reading(settings: Settings) -> Read:
    """The whole reader as ``quoth add`` has it. It reads a text once, however often it is measured."""
    extract = prepare_extract(settings)
    known: dict[str, Findings] = {}

    def read(document: Document) -> Findings:
        if document.text not in known:
            try:
                known[document.text] = extract(document, segment_document(document))
            except UnusableInput as error:
                print(f"{document.input_id} counts as without statements: {error}", file=sys.stderr)
                known[document.text] = Findings(document.id)
        return known[document.text]

    return read


def polnear(read: Read, *, tables: bool, errors: list[tuple[Error, str]]) -> Part:
    """F1 of exact spans, whole attributions, characters and words on the development part."""
    articles, judged = [], []
    for article in load_polnear(DATA / "polnear" / "dev"):
        statements = read(as_document(article)).statements
        articles.append(ReadArticle(article.name, article.text, article.attributions, outermost(statements)))
        judged += judge_whole(statements, article.attributions)
        sides = Sides(article.name, article.text, article.attributions, statements)
        errors += [(error, article.text) for error in find_errors(sides)]
    for measure, count in total(map(count_article, articles)).items():
        yield f"polnear/dev {measure} F1", count.f1
    if tables:
        print_table("Attributions, polnear/dev", attribution_tables(articles))
        print_table("Scores, polnear/dev", calibration_table(calibrate(judged)))


def labels(read: Read, *, tables: bool, errors: list[tuple[Error, str]]) -> Part:
    """Quotations, speakers and chains against the labels, the half that nothing is tuned on apart; its errors are not shown."""
    outer, nested = load_labels(LABELS / "speakers.jsonl"), load_labels(LABELS / "nested.jsonl")
    texts = load_texts(DATA, (*outer, *nested))

    def findings(article: LabelledArticle) -> Findings:
        return read(as_document(GoldArticle(article.name, texts[article.name], ())))

    for article in (one for one in outer if one.split == "tune"):
        text = texts[article.name]
        errors += [(error, text) for error in find_speaker_errors(article.name, text, article.labels, findings(article))]
    for name, splits in (("labels", {"tune", "keep"}), ("labels (kept half)", {"keep"})):
        counted = [
            [score(texts[one.name], one.labels, findings(one)) for one in group if one.split in splits]
            for score, group in ((score_quotations, outer), (score_chains, nested))
        ]
        yield from ((f"{name} {title}", value) for title, value in labelled_figures(total([*counted[0], *counted[1]])))
        for part in counted if tables else ():
            print_table(name, interval_table(part, READ_BY))


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
        for name, splits in (("labels", {"tune", "keep"}), ("labels (kept half)", {"keep"})):
            summed = total([count for split, count in counts if split in splits])
            for measure, (title, read_by) in measures.items():
                yield f"{name} {title}", figure(summed[measure], read_by)


def figure(count: Count, read_by: Measure) -> float:
    """A count as the figure that it is read by."""
    return {"f1": count.f1, "precision": count.precision, "recall": count.recall}[read_by]


def labelled_figures(counts: Mapping[str, Count]) -> Part:
    """The figures over labels that the gate holds."""
    for measure, (title, read_by) in LABELLED.items():
        yield title, figure(counts[measure], read_by)


def print_table(title: str, lines: Iterator[str]) -> None:
    """A table under its title."""
    print(f"\n{title}\n" + "\n".join(lines) + "\n", flush=True)


def parsing(settings: Settings) -> Callable[[Document, Sequence[Segment]], ParsedDocument]:
    """A document parsed as the chosen reader has it: with its entities, where it finds them itself. A model that is asked has the parser's."""
    attributor = choose_attributor(settings) if settings.reader == "trained" else Rules()
    parser = English(entities=not attributor.entities)

    def parse(document: Document, segments: Sequence[Segment]) -> ParsedDocument:
        parsed = parser.parse(document, segments)
        return attributor.attribute(parsed).parsed if attributor.entities else parsed

    return parse


def meantime(settings: Settings, *, tables: bool) -> Part:
    """F1 of time expressions and, as tables, what went wrong; the half on which nothing was tuned apart."""
    parse = parsing(settings)
    pairs = [(article, find_times(parse(article.document, article.segments))) for article in load_meantime(DATA / "meantime")]
    for name, part in (("all", pairs), ("kept half", [pair for pair in pairs if pair[0].half == "keep"])):
        score = score_times(part)
        if tables:
            print_table(f"Times, meantime ({name})", misses_table(break_down(part)))
        for measure in ("relaxed", "strict", "type", "value"):
            yield f"meantime ({name}) times {measure} F1", score.f1(measure)


def actors(settings: Settings, *, tables: bool) -> Part:
    """Who is who across documents, against MEANTIME and ECB+, beside two plain baselines; the half that nothing is tuned on apart."""
    yield from who_is_who(settings, "meantime", list(load_meantime_entities(DATA / "meantime")), tables=tables)
    yield from who_is_who(settings, "ecbplus", list(load_ecbplus_entities(DATA / "ecbplus", segment_document)), tables=tables)


def who_is_who(settings: Settings, name: str, articles: Sequence[EntityArticle], *, tables: bool) -> Part:
    """The figures of one corpus."""
    parse = parsing(settings)
    read = [(one, find_referents(parse(one.document, one.segments)).all) for one in articles]
    pages = [(one.document, one.segments) for one in articles]
    referents = [referent for _, found in read for referent in found]
    stories = group_stories(pages, copies=find_copies(pages))
    merged = merge_actors(referents, documents={document.id: document for document, _ in pages}, stories=stories)
    ways = {"quoth": by_actor(merged), "same full name": by_full_name(referents), "same surname": by_surname(referents)}
    for half, halves in (("all", {"tune", "keep"}), ("kept half", {"keep"})):
        for kind, kinds in (("actors", PEOPLE_AND_BODIES), ("places", PLACES)):
            found = find_mentions([pair for pair in read if pair[0].half in halves], kinds)
            scores = {way: score_across(found, actor_of) for way, actor_of in ways.items()}
            if tables:
                print_table(f"{name} ({half}) {kind}", across_table(found, scores))
            if kind == "actors" or half == "all":
                yield f"{name} ({half}) {kind} found", found.coverage
                yield f"{name} ({half}) {kind} within documents B³ F1", score_within(found).f1
                yield f"{name} ({half}) {kind} across CoNLL F1", scores["quoth"].chains.conll
                yield f"{name} ({half}) {kind} across B³ F1", scores["quoth"].chains.b_cubed.f1
                yield f"{name} ({half}) {kind} pairs precision", scores["quoth"].pairs.figure.precision
                yield f"{name} ({half}) {kind} pairs recall", scores["quoth"].pairs.figure.recall


def roundups() -> Part:
    """B³ of stories over the ledes of the round-ups, against the editors' groups."""
    settings = Settings()
    items = [item for found in find_inputs([DATA / "roundups" / "articles.jsonl"]) for item in read_input(found, settings=settings)]
    documents = [document for item in items if not isinstance(item, SetAside) for document in item[1]]
    pages = [(document, segment_document(document)) for document in documents]
    grouped = group_stories(pages, copies=find_copies(pages))
    story_of = {document.id: document.id for document in documents}
    story_of |= {name: story.id for story in grouped for name in story.documents}
    yield "roundups stories B³ F1", b_cubed(story_of, {document.id: str(document.extra["gold_story"]) for document in documents}).f1


def example(settings: Settings, *, misses: bool) -> Part:
    """F1 by kind on the example coverage, through a whole ledger and its exports."""
    with tempfile.TemporaryDirectory() as folder, quoth.open(Path(folder) / "example.db") as ledger:
        ledger.add(EXAMPLE / "coverage", settings=settings)
        exported = {kind: list(rows(ledger.view, kind)) for kind in KINDS}
    scores = score_truth(exported, load_truth(EXAMPLE / "truth"))
    for measure, figure in scores.figures.items():
        yield f"example {measure} F1", figure.f1
    if misses:
        for miss in scores.misses:
            print(f"  {miss.what:<8}{miss.measure:<28}{miss.document or '':<45}{miss.text}")


def write_errors(errors: Sequence[tuple[Error, str]]) -> None:
    """The page of the commonest errors, in the folder that holds nothing that is kept."""
    ERRORS.parent.mkdir(exist_ok=True)
    texts = {error.article: text for error, text in errors}
    title = "The commonest errors on polnear/dev and the labelled articles"
    ERRORS.write_text(render_errors([error for error, _ in errors], texts, title=title), encoding="utf-8")
    print(f"{len(errors)} errors: {ERRORS}", flush=True)


def measure(settings: Settings, chosen: argparse.Namespace) -> dict[str, float]:
    """Every figure, printed as it comes."""
    read, errors = reading(settings), list[tuple[Error, str]]()
    parts: dict[str, Part] = {
        "polnear": polnear(read, tables=chosen.table, errors=errors),
        "labels": labels(read, tables=chosen.table, errors=errors),
        "facts": facts(read),
        "meantime": meantime(settings, tables=chosen.table),
        "actors": actors(settings, tables=chosen.table),
    }
    if settings.reader == Settings().reader:
        parts["roundups"] = roundups()
    parts["example"] = example(settings, misses=chosen.misses)
    figures: dict[str, float] = {}
    for part in (parts[name] for name in chosen.only or parts if name in parts):
        for name, value in part:
            figures[held(name, settings.reader, Settings().reader)] = value
            print(f"{name:<56}{value:>7.3f}", flush=True)
    if chosen.errors and errors:
        write_errors(errors)
    return figures


def read_options() -> argparse.Namespace:
    """The options given."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gate", action="store_true", help="fail where a figure is below its floor")
    options.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to just below these figures")
    options.add_argument("--misses", action="store_true", help="list every miss on the example")
    options.add_argument("--table", action="store_true", help="print everything also where the floors are asked for")
    options.add_argument("--errors", action="store_true", help=f"write {ERRORS.relative_to(ROOT)} also then")
    options.add_argument("--reader", choices=get_args(Reader), default=Settings().reader, help="which reader to measure")
    options.add_argument("--llm-url", help="where the model of --reader llm is reached")
    options.add_argument("--llm-model", help="its name")
    options.add_argument("--only", action="append", choices=PARTS, help="measure this part alone; may be given more than once")
    chosen = options.parse_args()
    if chosen.gate and chosen.only:
        options.error("--gate holds all figures against their floors, --only measures some. Give one of the two.")
    if not (chosen.gate or chosen.lift):
        chosen.table = chosen.errors = True
    return chosen


def main() -> int:
    """Print the table; 1 where the gate is asked for and does not hold."""
    chosen = read_options()
    if not (DATA / "polnear").is_dir():
        print(f"No news data at {DATA}. Set QUOTH_DATA to its folder. Nothing was scored.", file=sys.stderr)
        return 1
    try:
        figures = measure(Settings(reader=chosen.reader, llm_url=chosen.llm_url, llm_model=chosen.llm_model), chosen)
    except QuothError as error:
        print(error, file=sys.stderr)
        return 1
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    if chosen.lift:
        floors = raise_floors(figures, floors)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    wrong = below_floors(figures, floors) if chosen.gate else []
    print("\n".join(wrong) if wrong else "The gate holds." if chosen.gate else "", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
