"""Derive what each piece of evidence is worth for two statements restating one claim: ``python scripts/derive_restating.py LEDGER``.

LEDGER holds the articles that ``quality/claims/linked.jsonl`` labels (``quoth add`` of the news data's ``reuse/articles.jsonl``, or of those alone).
Writes ``restating.tsv`` anew from the half to tune on: logistic regressions (ridge) over what costs little alone, and with what the network reads
in both. Every pair counts the same there, since the likely ones are where it is decided; the figures that are printed, of folds that nothing was
fitted on (a story is never in two), count each pair as often as it stands for: ``AGAIN`` in ``link/matching.py`` is chosen there. Weights only, no text.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from parts.joined import LINKED
from scipy.optimize import minimize

from quoth.language.pairs.reader import load_pair_reader
from quoth.lexicon.commonness import rarity
from quoth.link.evidence import weigh_reading
from quoth.link.meanings import Meaning, mean
from quoth.link.parties import Parties
from quoth.link.restating import Weighed, weigh_quickly
from quoth.records import Statement
from quoth.score.joined import JoinedPair, load_joined, said_in
from quoth.score.pairs import Quoted
from quoth.store import open_store

TABLE = Path(__file__).parent.parent / "src" / "quoth" / "lexicon" / "restating.tsv"
FOLDS, DRAWS, RIDGE = 10, 5, 5.0
LEAST_SPREAD = 1e-6
FROM = (0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)

Reals: TypeAlias = NDArray[np.float64]
HEAD = """\
# What each piece of evidence is worth for two statements of a story restating one claim, in log odds: where what costs little is weighed alone
# (quick), and where what the network reads in both is weighed too (whole).
# source: fitted by scripts/derive_restating.py, logistic regressions over the half to tune on of quality/claims/linked.jsonl;
#   weights only, no text. licence: CC0-1.0
# evidence: see link/restating.py. constant: of two statements of which nothing is known.
"""


@dataclass
class Labelled:
    """The labelled pairs with their evidence."""

    quick: Sequence[Mapping[str, float]]
    read: Sequence[Mapping[str, float]]
    pairs: Sequence[JoinedPair]

    @cached_property
    def whole(self) -> list[Mapping[str, float]]:
        """All evidence on each pair."""
        return [{**one, **other} for one, other in zip(self.quick, self.read, strict=True)]

    @cached_property
    def one(self) -> Reals:
        """Which pairs are one claim."""
        return np.array([float(pair.one) for pair in self.pairs])

    @cached_property
    def counts(self) -> Reals:
        """How many pairs each stands for."""
        return np.array([pair.pairs for pair in self.pairs])


def main() -> int:
    """Fit, print, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledger", type=Path)
    labelled = gather(options.parse_args().ledger, [pair for pair in load_joined(LINKED) if pair.split == "tune"])
    for name, evidence in (("quick", labelled.quick), ("whole", labelled.whole)):
        tell(name, held_out(evidence, labelled), labelled)
    write(labelled)
    return 0


def gather(ledger: Path, pairs: Sequence[JoinedPair]) -> Labelled:
    """The pairs whose statements the ledger has, with all their evidence."""
    weighed = weigh_statements(ledger, pairs)
    found = [(pair, weighed[pair.group, pair.first], weighed[pair.group, pair.second]) for pair in pairs]
    met = [(pair, first, second) for pair, first, second in found if first is not None and second is not None]
    print(f"{len(met)} of {len(pairs)} pairs have their statements in the ledger", flush=True)
    texts = [(first.meaning.text, second.meaning.text) for _, first, second in met]
    read = [weigh_reading(answers) for answers in load_pair_reader().read(texts)]
    return Labelled([weigh_quickly(first, second) for _, first, second in met], read, [pair for pair, _, _ in met])


def weigh_statements(ledger: Path, pairs: Sequence[JoinedPair]) -> dict[tuple[str, Quoted], Weighed | None]:
    """The labelled statements with their words weighed among those of their story: the ledger's, where it has the labelled articles."""
    view = open_store(ledger).read()
    documents = {document.sha256: document.id for document in view.documents()}
    actors, actor_of = {actor.id: replace(actor, referents=()) for actor in view.actors()}, view.actor_of()
    parties = Parties.among(sorted(actors.values(), key=lambda actor: actor.id))
    said: dict[str, list[tuple[Statement, Meaning]]] = defaultdict(list)
    for one in view.statements():
        if one.proposition is not None:
            text, speaker = " ".join(one.content.text.split()), actor_of.get(one.speaker or "")
            said[one.document].append((one, mean(one.proposition, parties=parties, speaker=speaker, text=text)))
    groups: dict[str, set[Quoted]] = defaultdict(set)
    for pair in pairs:
        groups[pair.group] |= {pair.first, pair.second}
    weights = {name: _weight({documents.get(one.sha256, "") for one in quoted}, said) for name, quoted in groups.items()}
    return {
        (name, one): _weighed(one, said.get(documents.get(one.sha256, ""), ()), weights[name])
        for name, quoted in groups.items()
        for one in quoted
    }


def _weight(names: set[str], said: Mapping[str, Sequence[tuple[Statement, Meaning]]]) -> dict[str, float]:
    meanings = [meaning for name in names for _, meaning in said.get(name, ())]
    counts = Counter(word for meaning in meanings for word in meaning.things)
    return {word: rarity(word, count, len(meanings)) for word, count in counts.items()}


def _weighed(one: Quoted, said: Sequence[tuple[Statement, Meaning]], weight: Mapping[str, float]) -> Weighed | None:
    meanings = {statement.id: meaning for statement, meaning in said}
    inside = list(said_in(one.span, [statement for statement, _ in said]))
    nearest = min(inside, key=lambda each: abs(each.content.spans[0].start - one.span.start), default=None)
    return None if nearest is None else Weighed(meanings[nearest.id], weight)


def fit(evidence: Sequence[Mapping[str, float]], one: Reals) -> tuple[dict[str, float], float]:
    """Weights by name and a constant; the ridge holds them at one scale."""
    names = sorted({name for each in evidence for name in each})
    table = _table(evidence, names)
    mean_, spread = table.mean(0), table.std(0) + LEAST_SPREAD
    values = np.hstack([(table - mean_) / spread, np.ones((len(table), 1))])

    def loss(weights: Reals) -> tuple[float, Reals]:
        held = np.append(weights[:-1], 0.0)
        scores = values @ weights
        told = np.logaddexp(0.0, np.where(one > 0, -scores, scores)).sum() + RIDGE * 0.5 * (held**2).sum()
        return float(told), values.T @ (_share(scores) - one) + RIDGE * held

    found = minimize(loss, np.zeros(values.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return dict(zip(names, weights.tolist(), strict=True)), float(found[-1] - mean_ @ weights)


def _table(evidence: Sequence[Mapping[str, float]], names: Sequence[str]) -> Reals:
    return np.array([[each.get(name, 0.0) for name in names] for each in evidence])


def _share(scores: Reals) -> Reals:
    return np.asarray(1 / (1 + np.exp(-scores)), np.float64)


def held_out(evidence: Sequence[Mapping[str, float]], labelled: Labelled) -> Reals:
    """The probability of each pair by weights that were fitted without its fold, the mean of several draws of folds."""
    groups = [pair.group for pair in labelled.pairs]
    total = np.zeros(len(groups))
    for draw in range(DRAWS):
        order = np.random.default_rng(draw).permutation(np.array(sorted(set(groups)))).tolist()
        fold = np.array([order.index(group) % FOLDS for group in groups])
        for number in range(FOLDS):
            out = fold == number
            weights, constant = fit([each for each, left in zip(evidence, out, strict=True) if not left], labelled.one[~out])
            rest = [each for each, left in zip(evidence, out, strict=True) if left]
            total[out] += _share(_table(rest, list(weights)) @ np.array(list(weights.values())) + constant) / DRAWS
    return total


def tell(name: str, shares: Reals, labelled: Labelled) -> None:
    """Print precision and recall from each probability on, counting each pair as often as it stands for."""
    print(f"{name}: from, precision / recall (pairs read)", flush=True)
    for least in FROM:
        taken = (shares >= least).astype(float)
        right, all_ = (float((labelled.counts * kept).sum()) for kept in (taken * labelled.one, taken))
        recall = right / float((labelled.counts * labelled.one).sum())
        print(f"   {least:.2f}: {right / max(1e-9, all_):.3f} / {recall:.3f} ({int(taken.sum())})", flush=True)


def write(labelled: Labelled) -> None:
    """Write the table anew."""
    (quick, first), (whole, second) = fit(labelled.quick, labelled.one), fit(labelled.whole, labelled.one)
    rows = [("evidence", "quick", "whole"), ("constant", f"{first:.3f}", f"{second:.3f}")]
    rows += [(name, f"{quick[name]:.3f}" if name in quick else "", f"{whole[name]:.3f}") for name in sorted(whole)]
    TABLE.write_text(HEAD + "\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
