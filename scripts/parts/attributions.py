"""Attributions against PolNeAR, quotations, speakers and chains against labels."""

from __future__ import annotations

from collections.abc import Mapping

from parts.ground import DATA, LABELS, Part, Read, figure, print_table
from quoth.records import Findings
from quoth.score.articles import load_texts
from quoth.score.breakdown import Measure, ReadArticle, count_article, total
from quoth.score.calibration import calibrate, judge_whole
from quoth.score.causes import Error, Sides, find_errors, find_speaker_errors
from quoth.score.chains import score_chains
from quoth.score.labels import LabelledArticle, load_labels
from quoth.score.polnear import Count, GoldArticle, as_document, load_polnear, outermost
from quoth.score.quotations import score_quotations
from quoth.score.tables import attribution_tables, calibration_table, interval_table

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
READ_BY: Mapping[str, Measure] = {
    **{measure: read_by for measure, (_, read_by) in LABELLED.items()},
    "source_words": "precision", "speakers_found": "recall", "nested_speakers": "precision",
}  # fmt: skip


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


def labelled_figures(counts: Mapping[str, Count]) -> Part:
    """The figures over labels that the gate holds."""
    for measure, (title, read_by) in LABELLED.items():
        yield title, figure(counts[measure], read_by)
