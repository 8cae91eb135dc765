"""Nested statements found, measured against labels: what somebody is reported to have said that somebody said.

``nested``: a label is found where a statement inside another's content shares half of the characters that either content has
(quotation marks and white space left out). Over those found: ``chains``, the sources in between are as many as labelled and each shares
words with the labelled one or is given to the same actor (a step without source has none to show and is left out);
``parents``, the statement it stands in has the labelled cue or source; ``nested_speakers``, of the decided ones the speaker is right.
``nested_whole`` is the share of all labels that are found with their chain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quoth.records import Findings, Referent, Statement, Via
from quoth.score.labels import Label, Step
from quoth.score.mentions import is_meant
from quoth.score.polnear import Count
from quoth.score.quotations import MATCHED, Pair, match, share
from quoth.score.spans import shared


def score_chains(text: str, labels: Sequence[Label], findings: Findings) -> dict[str, Count]:
    """The counts of one article by measure; shares are the precision of their count."""
    people = {one.id: one for one in findings.referents}
    by_id = {one.id: one for one in findings.statements}
    inner = [one for one in findings.statements if one.parent is not None]
    pairs = match(text, labels, inner, least=MATCHED)

    def chained(pair: Pair) -> bool:
        return same_chain(pair, people, text)

    return {
        "nested": Count(len(pairs), len(inner), len(labels)),
        "chains": share(pairs, chained),
        "parents": share(pairs, lambda pair: _same_parent(pair.label, by_id[pair.found.parent or ""])),
        "nested_speakers": share(
            [pair for pair in pairs if pair.label.who.decided],
            lambda pair: is_meant(pair.label.who, pair.found.speaker, people, text),
        ),
        "nested_whole": Count(sum(map(chained, pairs)), len(labels), len(labels)),
    }


def same_chain(pair: Pair, people: Mapping[str, Referent], text: str) -> bool:
    """Whether the chain found is the labelled one, step by step."""
    steps = [step for step in pair.label.chain if step.source]
    return len(steps) == len(pair.found.via) and all(
        _same_step(step, via, people, text) for step, via in zip(steps, pair.found.via, strict=True)
    )


def _same_step(step: Step, via: Via, people: Mapping[str, Referent], text: str) -> bool:
    named = via.referent is not None and is_meant(step.who, via.referent, people, text)
    return named or bool(shared(step.source, via.spans))


def _same_parent(label: Label, parent: Statement) -> bool:
    step = label.chain[-1]
    sources = parent.source.spans if parent.source else ()
    return bool(shared(step.cue, parent.cue.spans) or shared(step.source, sources))
