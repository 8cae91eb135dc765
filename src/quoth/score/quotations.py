"""Quotations and speakers found, measured against labels of the outermost statements of an article.

``direct``: a labelled direct quotation is found where a statement's content shares with it .8 of the characters that either has; quotation
marks and white space do not count. An outermost direct statement that no label answers to is wrong; one that answers to a label of
another form is left out. ``quotations``: the same for direct and mixed ones together; ``quotations_exact``: with all those characters the
same. ``attributed``: of the quotations found, those given to whom the label means; ``source_words``: those whose source shares
words with the labelled one.

``speakers``, over labels of any form that share half of their characters with a statement found: ``speakers_decided``, of those that the
label decides, how many have a speaker; ``speakers_right``, of all that have one, how many are right. ``speakers_found`` is the
share of labels so matched, ``speakers_whole`` of all labels those matched and right; undecided is right where the label is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quoth.records import Findings, Form, Statement
from quoth.score.aligned import pair_up
from quoth.score.labels import Label
from quoth.score.mentions import is_meant
from quoth.score.polnear import Count
from quoth.score.spans import shared

MARKS = frozenset("\"'“”‘’„«»`")
DIRECT: frozenset[Form | None] = frozenset({"direct"})
QUOTED: frozenset[Form | None] = frozenset({"direct", "mixed"})
FOUND = 0.8
MATCHED = 0.5
OUTERMOST, SAME_CUE = 0.02, 0.01
"""What decides between statements with the same content."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the statement that answers to it."""

    label: Label
    found: Statement


def score_quotations(text: str, labels: Sequence[Label], findings: Findings) -> dict[str, Count]:
    """The counts of one article by measure; shares are the precision of their count."""
    return {**_quotations(text, labels, findings), **_speakers(text, labels, findings)}


def match(text: str, labels: Sequence[Label], statements: Sequence[Statement], *, least: float) -> list[Pair]:
    """Labels with the statements that answer to them, best first, none used twice."""
    gold = [plain_characters(text, one.content) for one in labels]
    found = [plain_characters(text, one.content.spans) for one in statements]

    def weigh(label: int, statement: int) -> float:
        alike = jaccard(gold[label], found[statement])
        one = statements[statement]
        better = OUTERMOST * (one.parent is None) + SAME_CUE * bool(shared(labels[label].cue, one.cue.spans))
        return alike + better if alike >= least else 0.0

    pairs = pair_up(range(len(labels)), range(len(statements)), weigh)
    return [Pair(labels[i], statements[j]) for i, j in pairs]


def plain_characters(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The places that spans cover, but for quotation marks and white space."""
    return frozenset(at for start, end in spans for at in range(start, end) if text[at] not in MARKS and not text[at].isspace())


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of what either has that both have; nothing and nothing share nothing."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _quotations(text: str, labels: Sequence[Label], findings: Findings) -> dict[str, Count]:
    statements = findings.statements
    pairs = match(text, labels, statements, least=FOUND)
    people = {one.id: one for one in findings.referents}
    quoted = [pair for pair in pairs if pair.label.form in QUOTED]
    decided = [pair for pair in quoted if pair.label.who.decided]
    return {
        "direct": _found(labels, statements, pairs, DIRECT),
        "quotations": _found(labels, statements, pairs, QUOTED),
        "quotations_exact": _found(labels, statements, match(text, labels, statements, least=1.0), QUOTED),
        "attributed": share(decided, lambda pair: is_meant(pair.label.who, pair.found.speaker, people, text)),
        "source_words": share([pair for pair in quoted if pair.label.source], has_source),
    }


def _found(labels: Sequence[Label], statements: Sequence[Statement], pairs: Sequence[Pair], forms: frozenset[Form | None]) -> Count:
    right = sum(pair.label.form in forms for pair in pairs)
    answered = {pair.found.id for pair in pairs}
    beyond = sum(one.form in forms and one.parent is None and one.id not in answered for one in statements)
    return Count(right, right + beyond, sum(label.form in forms for label in labels))


def has_source(pair: Pair) -> bool:
    """Whether the source found shares words with the labelled one."""
    return pair.found.source is not None and bool(shared(pair.label.source, pair.found.source.spans))


def share(pairs: Sequence[Pair], right: Callable[[Pair], bool]) -> Count:
    """How many of the pairs are right."""
    return Count(sum(map(right, pairs)), len(pairs), len(pairs))


def _speakers(text: str, labels: Sequence[Label], findings: Findings) -> dict[str, Count]:
    people = {one.id: one for one in findings.referents}
    pairs = match(text, labels, findings.statements, least=MATCHED)
    asked = [pair for pair in pairs if pair.label.who.decided]
    answered = [pair for pair in pairs if pair.found.speaker is not None]

    def right(pair: Pair) -> bool:
        return is_meant(pair.label.who, pair.found.speaker, people, text)

    return {
        "speakers_found": Count(len(pairs), len(labels), len(labels)),
        "speakers_decided": share(asked, lambda pair: pair.found.speaker is not None),
        "speakers_right": share(answered, right),
        "speakers_whole": Count(sum(map(right, pairs)), len(labels), len(labels)),
    }
