"""The full tables of a measurement as text: what ``--table`` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quoth.score.breakdown import Measure, ReadArticle, by_form, by_outlet, count_article, interval, total
from quoth.score.calibration import Calibration
from quoth.score.coreference import Across, Found
from quoth.score.polnear import Count

SHOWN = ("source", "cue", "content", "whole", "source_words", "cue_words", "content_words")


def attribution_tables(articles: Sequence[ReadArticle]) -> Iterator[str]:
    """Every measure with its interval, then F1 per outlet and per form."""
    yield from interval_table([count_article(article) for article in articles])
    yield ""
    yield from _f1_table("outlet", by_outlet(articles))
    yield ""
    yield from _f1_table("form", by_form(articles))


def interval_table(counts: Sequence[Mapping[str, Count]], measures: Mapping[str, Measure] | None = None) -> Iterator[str]:
    """A line a measure: precision, recall, F1, and the interval of the figure that it is read by (F1 where ``measures`` says nothing)."""
    yield f"{'measure':<24}{'precision':>10}{'recall':>8}{'F1':>7}{'95 %':>15}{'right':>8}{'found':>7}{'gold':>7}"
    for name, count in total(counts).items():
        low, high = interval([one[name] for one in counts], (measures or {}).get(name, "f1"))
        yield (
            f"{name:<24}{count.precision:>10.3f}{count.recall:>8.3f}{count.f1:>7.3f}{low:>9.3f}–{high:.3f}"
            f"{count.right:>8}{count.found:>7}{count.gold:>7}"
        )


def _f1_table(by: str, groups: Mapping[str, Mapping[str, Count]]) -> Iterator[str]:
    yield f"{by:<16}" + "".join(f"{name:>15}" for name in SHOWN) + f"{'gold':>7}"
    for group, counts in groups.items():
        yield f"{group:<16}" + "".join(f"{counts[name].f1:>15.3f}" for name in SHOWN) + f"{counts['whole'].gold:>7}"


def calibration_table(calibration: Calibration) -> Iterator[str]:
    """A line a bin of scores, then Brier score and expected calibration error."""
    yield f"{'score':<12}{'statements':>11}{'mean':>8}{'right':>8}"
    for one in calibration.bins:
        yield f"{one.low:.1f}–{one.high:.1f}{'':<5}{one.number:>11}{one.mean:>8.3f}{one.right:>8.3f}"
    yield f"Brier {calibration.brier:.3f}, expected calibration error {calibration.error:.3f}"


def across_table(found: Found, scores: Mapping[str, Across]) -> Iterator[str]:
    """A line a way of joining: the measures over chains, the pairs of mentions in two documents, and what is falsely put together."""
    yield f"{len(found.mentions)} of {found.gold} mentions found ({found.coverage:.3f}); the rest is over those"
    yield f"{'way':<16}{'MUC':>7}{'B³':>7}{'CEAFe':>7}{'CoNLL':>7}{'pairs P':>9}{'R':>7}{'false pairs':>13}{'false merges':>14}"
    for way, one in scores.items():
        chains, pairs = one.chains, one.pairs.figure
        yield (
            f"{way:<16}{chains.muc.f1:>7.3f}{chains.b_cubed.f1:>7.3f}{chains.ceaf.f1:>7.3f}{chains.conll:>7.3f}"
            f"{pairs.precision:>9.3f}{pairs.recall:>7.3f}{one.pairs.false:>13}{one.false_merges:>14}"
        )
