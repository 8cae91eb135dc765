"""Derive the numbers of the cue lexicon from PolNeAR's training part: ``python scripts/derive_cues.py DATA/polnear/train``.

Writes ``cue_frames.tsv`` (how sure each listed word is in each syntax frame), ``cue_contexts.tsv`` (what a context adds) and
``cue_shapes.tsv`` (how often source and content are right) anew, from the words and classes of ``cues.tsv``. Only counts, weights and shares
are kept, no text. Rows set by hand (strength 0, or never seen) stay. Takes about five minutes. What a noun's cue takes in depends on the
strengths as they stand, so a second run still moves a few rows by hundredths.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import TypeAlias

import numpy as np

from quoth.extract.attribution.attributions import FAINT, cue_word, is_headline, read_candidate
from quoth.extract.attribution.candidates import Attribution, Candidate
from quoth.extract.attribution.contexts import features
from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.statements import Nobody, find_attributed, find_statements
from quoth.language.english import English
from quoth.lexicon.cues import ANY
from quoth.lexicon.table import read_table
from quoth.records import Segment, Span
from quoth.score.polnear import GoldArticle, as_document, load_polnear
from quoth.syntax import Paragraph, ParsedDocument, Token

LEXICON = Path(__file__).parent.parent / "src" / "quoth" / "lexicon"
Key: TypeAlias = tuple[str, str, str]
PSEUDO, CAP, RARE = 3, 15, 40
NO_CONTENT = frozenset(
    [
        "by",
        "during",
        "after",
        "before",
        "since",
        "until",
        "within",
        "via",
        "through",
        "near",
        "between",
        "than",
        "like",
        "without",
        "while",
        "into",
        "out",
        "up",
        "off",
        "down",
        "along",
        "amid",
        "among",
    ]
)
"""Prepositions that join no content: frames with them are left out unless a word was counted with them."""


@dataclass(frozen=True, slots=True)
class Case:
    """A possible cue in the gold, outside of gold contents (within them PolNeAR marks nothing)."""

    word: tuple[str, str]
    candidate: Candidate
    features: tuple[str, ...]
    marked: bool


def parse(article: GoldArticle) -> ParsedDocument:
    """The article parsed line by line, as PolNeAR's texts have a paragraph a line."""
    segments, at = [], 0
    for line in article.text.split("\n"):
        if line.strip():
            segments.append(Segment("body", at, at + len(line)))
        at += len(line) + 1
    return English().parse(as_document(article), segments)


def cases(article: GoldArticle, parsed: ParsedDocument) -> Iterator[Case]:
    """All possible cues of an article, with whether an annotator marked them."""
    cues = [span for one in article.attributions for span in one.cue]
    contents = [span for one in article.attributions for span in one.content]
    for number, (paragraph, quotations) in enumerate(zip(parsed.paragraphs, find_quotations(parsed.paragraphs), strict=True)):
        for token in paragraph.tokens:
            word = cue_word(paragraph, token)
            if word is None or covered(token, contents):
                continue
            candidate = read_candidate(paragraph, token.index, quotations)
            if candidate is not None and candidate.contents:
                yield Case((word.lemma, word.kind), candidate, context(paragraph, candidate, number), covered(token, cues))


def context(paragraph: Paragraph, candidate: Candidate, number: int) -> tuple[str, ...]:
    """The features of a candidate, and whether it stands in a quotation."""
    found = features(paragraph, candidate, headline=is_headline(paragraph, number))
    (quotations,) = find_quotations([paragraph])
    quoted = any(quotation.range.holds(candidate.head) for quotation in quotations)
    return (*found, "quoted") if quoted else tuple(found)


def covered(token: Token, spans: list[Span]) -> bool:
    """Whether one of the spans holds the token."""
    return any(start <= token.start and token.end <= end for start, end in spans)


def strengths(found: list[Case]) -> dict[Key, tuple[float, int]]:
    """By word, class and frame the smoothed share of marked cases, and how many were seen."""
    seen = Counter((*case.word, case.candidate.frame) for case in found)
    marked = Counter((*case.word, case.candidate.frame) for case in found if case.marked)
    right, total = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for (word, kind, frame), count in seen.items():
        weight = min(count, CAP) / count
        right[kind, frame] += marked[word, kind, frame] * weight  # type: ignore[assignment]
        total[kind, frame] += count * weight  # type: ignore[assignment]
    rate = {key: (right[key] + 0.5) / (total[key] + 2) for key in total}
    rows = {key: ((marked[key] + PSEUDO * rate[key[1:]]) / (count + PSEUDO), count) for key, count in seen.items() if count > 1}
    general = {(ANY, kind, frame): (rate[kind, frame], round(count)) for (kind, frame), count in total.items() if count >= 5}
    return {key: row for key, row in {**general, **rows}.items() if key[2].split("+")[-1].split(":")[-1] not in NO_CONTENT}


def write_frames(counted: dict[Key, tuple[float, int]]) -> None:
    """Write ``cue_frames.tsv``; rows set by hand win."""
    kept = {
        (row["lemma"], row["class"], row["frame"]): (float(row["strength"]), int(row["seen"])) for row in read_table("cue_frames")
    }
    by_hand = {key: row for key, row in kept.items() if row[0] == 0 or row[1] == 0}
    rows = sorted({**counted, **by_hand}.items())
    write(
        "cue_frames", "lemma\tclass\tframe\tstrength\tseen", ["\t".join([*key, f"{value:.3f}", str(n)]) for key, (value, n) in rows]
    )


def weights(found: list[Case], counted: dict[Key, tuple[float, int]]) -> dict[str, float]:
    """Logistic regression with a small penalty over features and the log-odds of word and frame, each case left out of its own count."""
    names = Counter(feature for case in found for feature in case.features)
    columns = {"strength": 0, "constant": 1}
    columns |= {name: at for at, name in enumerate(sorted(name for name, count in names.items() if count >= RARE), start=2)}
    used = [case for case in found if counted.get((*case.word, case.candidate.frame), (0.0, 0))[0] >= FAINT / 3]
    table = np.zeros((len(used), len(columns)))
    for row, case in enumerate(used):
        value, n = counted[(*case.word, case.candidate.frame)]
        value = min(0.995, max(0.01, (value * (n + PSEUDO) - case.marked) / (n + PSEUDO - 1)))
        table[row, 0], table[row, 1] = log(value / (1 - value)), 1
        table[row, [columns[name] for name in case.features if name in columns]] = 1
    gold = np.array([case.marked for case in used], dtype=float)
    penalty = np.array([0.0, 0.01, *[2.0] * (len(columns) - 2)])
    fitted = np.array([1.0, *[0.0] * (len(columns) - 1)])
    for _ in range(25):
        share = 1 / (1 + np.exp(-table @ fitted))
        slope = table.T @ (share - gold) + penalty * fitted
        fitted -= np.linalg.solve((table * (share * (1 - share))[:, None]).T @ table + np.diag(penalty), slope)
    return {name: float(fitted[at]) for name, at in columns.items()}


def shapes(articles: list[tuple[GoldArticle, ParsedDocument]]) -> list[tuple[str, str, int, int]]:
    """By class and frame, in how many attributions with a right cue source and content are right (character F1 of 0.7), of how many."""
    right, seen = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for article, parsed in articles:
        frames = {parsed.paragraphs[one.paragraph].span(*one.cue): one for one in find_attributed(parsed)}
        for one in find_statements(parsed, Nobody()):
            gold = [other for other in article.attributions if meet(one.cue.spans, other.cue)]
            if one.parent is None and gold:
                found: Attribution = frames[one.cue.spans[0]]
                key = (found.kind, found.frame)
                seen[key] += 1
                source = agreement(one.source.spans if one.source else (), gold[0].source)
                right[key] += source >= 0.7 and agreement(one.content.spans, gold[0].content) >= 0.7
    return [(*key, right[key], count) for key, count in sorted(seen.items())]


def meet(some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Whether the spans share a character."""
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def agreement(some: tuple[Span, ...], others: tuple[Span, ...]) -> float:
    """Character F1 of two lists of spans; 1 where both are empty."""
    one, other = ({at for start, end in spans for at in range(start, end)} for spans in (some, others))
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def write(name: str, columns: str, rows: list[str]) -> None:
    """Write a table anew under the comment head that it has."""
    path = LEXICON / f"{name}.tsv"
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*head, columns, *rows]) + "\n", encoding="utf-8")


def main() -> None:
    """Derive all three tables; the shapes are measured with the other two as they then stand, so in a second run."""
    articles = [(article, parse(article)) for article in load_polnear(Path(sys.argv[1]))]
    found = [case for article, parsed in articles for case in cases(article, parsed)]
    counted = strengths(found)
    fitted = weights(found, counted)
    measured = shapes(articles)
    share = sum(row[2] for row in measured) / sum(row[3] for row in measured)
    write_frames(counted)
    write("cue_contexts", "feature\tweight", [f"{name}\t{value:.2f}" for name, value in fitted.items()])
    rows = [f"{kind}\t{frame}\t{(right + 10 * share) / (n + 10):.3f}\t{n}" for kind, frame, right, n in measured if n >= 10]
    write("cue_shapes", "class\tframe\tshare\tseen", [f"{ANY}\t{ANY}\t{share:.3f}\t{sum(row[3] for row in measured)}", *rows])


if __name__ == "__main__":
    main()
