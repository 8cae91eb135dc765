"""Derive what each piece of evidence is worth for two statements being one claim: ``python scripts/derive_sameness.py [point|detail]``.

Writes two tables anew, each a multinomial logistic regression (ridge): ``sameness.tsv`` (one main point) from the halves to tune on of the labelled
passages of real articles, ``sameness_in_detail.tsv`` (every detail) from those of the written minimal pairs. Prints what each says of folds that it was not
fitted on (a group of articles is never in two folds), beside what it says without one kind of evidence: ``SAME`` and ``OPPOSED`` in
``link/verdicts.py`` are chosen there. Only weights are kept, no text. Takes minutes, since all is read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from parts.ground import QUALITY, parsing, reading
from parts.pairs import QUOTED, WRITTEN
from parts.told import Pair, tell_quoted, tell_written
from scipy.optimize import minimize

from quoth.language.pairs.reader import load_pair_reader
from quoth.lexicon.sameness import ANSWERS, TABLES, Question
from quoth.link.evidence import gather_evidence
from quoth.score.pairs import Relation, load_quoted, load_written
from quoth.settings import Settings

LEXICON = Path(__file__).parent.parent / "src" / "quoth" / "lexicon"
FOLDS, DRAWS = 10, 3
RIDGES: Mapping[Question, float] = {"point": 100.0, "detail": 30.0}
"""How strongly weights are held near nothing, by question; chosen on folds."""
LEAST_SPREAD = 1e-6
STRUCTURE = ("structure ", "by ", "one negated", "deed ", "same, ")

Reals: TypeAlias = NDArray[np.float64]
Weigh: TypeAlias = Callable[[Reals], Reals]
HEADS: Mapping[Question, str] = {
    "point": """\
# What each piece of evidence is worth for two statements being the same, opposed, related or unrelated, in log odds.
# source: fitted by scripts/derive_sameness.py, a multinomial logistic regression over the halves to tune on of quality/claims;
#   weights only, no text. licence: CC0-1.0
# evidence: see link/evidence.py. constant: of two statements of which nothing is known.
""",
    "detail": """\
# What each piece of evidence is worth for two statements telling the same, the opposite or another thing where every detail counts, in log odds.
# source: fitted by scripts/derive_sameness.py, a multinomial logistic regression over the halves to tune on of quality/pairs;
#   weights only, no text. licence: CC0-1.0
# evidence: see link/evidence.py. constant: of two statements of which nothing is known.
""",
}


@dataclass(frozen=True)
class Labelled:
    """The labelled pairs with their evidence."""

    evidence: Sequence[Mapping[str, float]]
    gold: NDArray[np.int64]
    group: Sequence[str]
    ridge: float

    def table(self, names: Sequence[str]) -> Reals:
        """Evidence as a table, shape (pairs, names)."""
        return np.array([[each.get(name, 0.0) for name in names] for each in self.evidence])

    def names(self) -> list[str]:
        """All pieces of evidence."""
        return sorted({name for each in self.evidence for name in each})


def read_labels(wanted: Sequence[str]) -> Iterator[tuple[Question, Labelled]]:
    """The tuned halves of the questions wanted, read."""
    settings = Settings()
    read, parse = reading(settings), parsing(settings)
    if "detail" in wanted:
        written = [pair for file in WRITTEN.values() for pair in load_written(QUALITY / "pairs" / file) if pair.split == "tune"]
        ids, relations = [pair.id for pair in written], [pair.relation for pair in written]
        yield "detail", gather(tell_written(written, read, parse), relations, ids, RIDGES["detail"])
    if "point" in wanted:
        pairs = [pair for file in QUOTED.values() for pair in load_quoted(QUALITY / "claims" / file) if pair.split == "tune"]
        groups, answers = [pair.group for pair in pairs], [pair.relation for pair in pairs]
        yield "point", gather(tell_quoted(pairs, read, parse)[0], answers, groups, RIDGES["point"])


def gather(told: Sequence[Pair], relations: Sequence[Relation], groups: Sequence[str], ridge: float) -> Labelled:
    """The pairs with all their evidence."""
    gold = np.array([ANSWERS.index(one) for one in relations])
    return Labelled(gather_evidence(told, load_pair_reader()), gold, groups, ridge)


def fit(table: Reals, gold: NDArray[np.int64], ridge: float) -> tuple[Reals, Reals]:
    """Weights, shape (names, answers), and constants, for evidence as it is; the ridge holds them at one scale."""
    mean, spread = table.mean(0), table.std(0) + LEAST_SPREAD
    values = np.hstack([(table - mean) / spread, np.ones((len(table), 1))])
    right = np.eye(len(ANSWERS))[gold]

    def loss(flat: Reals) -> tuple[float, Reals]:
        weights = flat.reshape(values.shape[1], len(ANSWERS))
        shares = softmax(values @ weights)
        held = weights.copy()
        held[-1] = 0.0
        told = -np.log((shares * right).sum(1) + 1e-12).sum() + ridge * 0.5 * (held**2).sum()
        return float(told), (values.T @ (shares - right) + ridge * held).ravel()

    start = np.zeros(values.shape[1] * len(ANSWERS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x.reshape(values.shape[1], -1)
    weights = found[:-1] / spread[:, None]
    return weights, found[-1] - mean @ weights


def softmax(scores: Reals) -> Reals:
    """Probabilities of scores."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Reals = odds / odds.sum(axis=1, keepdims=True)
    return shares


def held_out(labelled: Labelled, names: Sequence[str]) -> Reals:
    """The probabilities of each pair by weights that were fitted without its fold, the mean of several draws of folds."""
    table, groups = labelled.table(names), sorted(set(labelled.group))
    total = np.zeros((len(table), len(ANSWERS)))
    for draw in range(DRAWS):
        order = np.random.default_rng(draw).permutation(np.array(groups)).tolist()
        fold = np.array([order.index(group) % FOLDS for group in labelled.group])
        for number in range(FOLDS):
            out = fold == number
            weights, constant = fit(table[~out], labelled.gold[~out], labelled.ridge)
            total[out] += softmax(table[out] @ weights + constant) / DRAWS
    return total


def tell(labelled: Labelled) -> None:
    """Print figures on folds that nothing was fitted on, with all evidence and without a kind of it."""
    kinds: dict[str, Callable[[str], bool]] = {
        "all evidence": lambda _: True,
        "without the network": lambda name: "read " not in name,
        "the network alone": lambda name: "read " in name,
        "without what is written around": lambda name: not name.startswith("passage "),
        "without structure": lambda name: not name.startswith(STRUCTURE),
    }
    for kind, wanted in kinds.items():
        shares = held_out(labelled, [name for name in labelled.names() if wanted(name)])
        right = (shares.argmax(1) == labelled.gold).mean()
        print(f"{kind}: {right:.3f} right of {len(shares)}", flush=True)
        for place, least in ((0, (0.4, 0.45, 0.5, 0.55, 0.6, 0.7)), (1, (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5))):
            gold, taken = labelled.gold == place, [shares[:, place] >= one for one in least]
            told = [(one, (hit & gold).sum(), hit.sum()) for one, hit in zip(least, taken, strict=True)]
            row = "  ".join(f"{one:.2f}: {2 * n / (size + gold.sum()):.3f} ({n / max(1, size):.3f})" for one, n, size in told)
            print(f"   {ANSWERS[place]:<8} from, F1 (precision): {row}", flush=True)


def write(labelled: Labelled, question: Question) -> None:
    """Write the table of a question anew."""
    names = labelled.names()
    weights, constant = fit(labelled.table(names), labelled.gold, labelled.ridge)
    rows = [["evidence", *ANSWERS], ["constant", *(f"{value:.3f}" for value in constant)]]
    rows += [[name, *(f"{value:.3f}" for value in weights[place])] for place, name in enumerate(names)]
    (LEXICON / f"{TABLES[question]}.tsv").write_text(
        HEADS[question] + "\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8"
    )


def main() -> int:
    """Fit, print, write."""
    for question, labelled in read_labels(sys.argv[1:] or tuple(RIDGES)):
        print(f"{question}: {len(labelled.gold)} pairs", flush=True)
        tell(labelled)
        write(labelled, question)
    return 0


if __name__ == "__main__":
    sys.exit(main())
