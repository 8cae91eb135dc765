"""Stances of parties on claims, and reporting that is denied, against labels."""

from __future__ import annotations

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

LABELS = QUALITY / "claims" / "stances.jsonl"


def stances(read: Read, *, tables: bool) -> Part:
    """Accuracy of stances beside two baselines, the kept half apart, and the share of negated reporting that is found."""
    labels = load_stances(LABELS)
    texts = load_texts(DATA, [Article(one.document, one.sha256) for one in labels])
    claims = {claim: _proposition(claim) for claim in sorted({one.claim for one in labels})}

    def judge(one: LabelledStance) -> str:
        findings = read(as_document(GoldArticle(one.document, texts[one.document], ())))
        return judge_stance(one, texts[one.document], findings, claims[one.claim])

    tuned = [one for one in labels if one.split == "tune"]
    ways = {"": judge, " by the commonest label": commonest(tuned), " by shared words": most_alike(tuned, texts)}
    for name, splits in (("stances", {"tune", "keep"}), ("stances (kept half)", {"keep"})):
        part = [one for one in labels if one.split in splits]
        for way, found in ways.items():
            yield f"{name} accuracy{way}", accuracy(part, found)
    if tables:
        print_table("Stances (tuned half)", iter(confusion(tuned, judge)))
    negated = list(load_negated(DATA / "ecbplus"))
    told = [is_found(one, read(as_document(GoldArticle(one.article, one.text, ()))).statements) for one in negated]
    yield "ecbplus negated reporting found", sum(told) / len(told)


def judge_stance(one: LabelledStance, text: str, findings: Findings, claim: Proposition | None) -> str:
    """The stance that is found: by the party's statements in the passage, compared with the claim, and the words of the passage."""
    told = of_party(one, text, findings)
    around = told or within(one.at, findings.statements)
    compared = {}
    if claim is not None:
        compared = {each.id: compare(say(each.proposition), say(claim)) for each in around if each.proposition is not None}
    nearest = sorted(told, key=lambda each: -compared[each.id].alike if each.id in compared else 0.0)
    relations = {each.relation for each in compared.values()}
    return stand(nearest, text[slice(*one.at)], claim=one.claim, relations=relations, outlet=one.by is None)


def _proposition(claim: str) -> Proposition | None:
    document = as_document(GoldArticle("claim", claim, ()))
    return read_proposition(English().parse(document, segment_document(document)), (Span(0, len(claim)),))
