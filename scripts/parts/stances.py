"""Stances of parties on claims, and reporting that is denied, against labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from parts.ground import DATA, QUALITY, Part, Read, print_table
from quoth.extract.propositions import read_proposition
from quoth.language.english import English
from quoth.link.compare import compare
from quoth.link.postures import stand
from quoth.link.said import say
from quoth.records import Findings, Proposition, Span
from quoth.score.articles import load_texts
from quoth.score.denials import is_found, load_negated
from quoth.score.polnear import GoldArticle, as_document
from quoth.score.stances import (
    Article,
    Judge,
    LabelledStance,
    accuracy,
    commonest,
    confusion,
    load_stances,
    most_alike,
    of_party,
    within,
)
from quoth.segment import segment_document

NAMES = ("stances", "more stances", "fresh stances", "fresher stances")
LABELS = {name: QUALITY / "claims" / f"{name.replace(' ', '_')}.jsonl" for name in NAMES}


def stances(read: Read, *, tables: bool) -> Part:
    """Accuracy of stances beside two baselines, the kept halves apart, and the share of negated reporting that is found.

    "By found statements" counts only what linking has: the party's statements that the reader finds in the passage.
    """
    for name, path in LABELS.items():
        labels = load_stances(path)
        tuned = [one for one in labels if one.split == "tune"]
        ways = _ways(read, labels, tuned)
        for half, splits in ((name, {"tune", "keep"}), (f"{name} (kept half)", {"keep"})):
            part = [one for one in labels if one.split in splits]
            for way, found in ways.items():
                yield f"{half} accuracy{way}", accuracy(part, found)
        if tables:
            print_table(f"{name.capitalize()} (tuned half)", iter(confusion(tuned, ways[""])))
    negated = list(load_negated(DATA / "ecbplus"))
    told = [is_found(one, read(as_document(GoldArticle(one.article, one.text, ()))).statements) for one in negated]
    yield "ecbplus negated reporting found", sum(told) / len(told)


def _ways(read: Read, labels: Sequence[LabelledStance], tuned: Sequence[LabelledStance]) -> dict[str, Judge]:
    """The ways of judging, by what they add to the name of the figure."""
    texts = load_texts(DATA, [Article(one.document, one.sha256) for one in labels])
    proposed = cache(_proposition)

    def judged(judge: Callable[[LabelledStance, str, Findings, Proposition | None], str]) -> Judge:
        def found(one: LabelledStance) -> str:
            text = texts[one.document]
            return judge(one, text, read(as_document(GoldArticle(one.document, text, ()))), proposed(one.claim))

        return found

    return {
        "": judged(judge_stance),
        " by found statements": judged(judge_found),
        " by the commonest label": commonest(tuned),
        " by shared words": most_alike(tuned, texts),
    }


def judge_stance(one: LabelledStance, text: str, findings: Findings, claim: Proposition | None) -> str:
    """The stance that is found: by the party's statements in the passage, compared with the claim, and the words of the passage."""
    told = of_party(one, text, findings)
    around = told or within(one.at, findings.statements)
    compared = {}
    if claim is not None:
        compared = {each.id: compare(say(each.proposition), say(claim)) for each in around if each.proposition is not None}
    nearest = sorted(told, key=lambda each: -compared[each.id].alike if each.id in compared else 0.0)
    return stand(nearest, text[slice(*one.at)], claim=one.claim, compared=compared.values()) or "none"


def judge_found(one: LabelledStance, text: str, findings: Findings, claim: Proposition | None) -> str:
    """The same by the words of the party's nearest statement alone; none where the reader finds none, as in an outlet's own voice."""
    told = [each for each in of_party(one, text, findings) if each.proposition is not None]
    if not told or claim is None:
        return "none"
    found = {each.id: compare(say(each.proposition), say(claim)) for each in told if each.proposition is not None}
    nearest = max(told, key=lambda each: found[each.id].alike)
    return stand((nearest,), nearest.content.text, claim=one.claim, compared=(found[nearest.id],)) or "none"


def _proposition(claim: str) -> Proposition | None:
    document = as_document(GoldArticle("claim", claim, ()))
    return read_proposition(English().parse(document, segment_document(document)), (Span(0, len(claim)),))
