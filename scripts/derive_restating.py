"""Derive what each piece of evidence is worth for two statements restating one claim: ``python scripts/derive_restating.py LEDGER …``.

The ledgers hold the articles that ``quality/claims/linked.jsonl`` labels and those of the stories of news that the statement encoder has not learnt from
(``training/encoder``): ``quoth add`` of the news data's ``reuse/articles.jsonl``, and of ECB+ as JSON Lines with the names of ``score/articles.py`` as ids.
Writes ``restating.tsv`` anew from the half to tune on and those stories: two logistic regressions (ridge), with nearness over both and
without it over the first. Every pair counts the same there, since the likely ones are where it is decided; the figures that are printed, of folds that nothing
was fitted on (a story is never in two), count each pair as often as it stands for: ``AGAIN`` in ``link/matching.py`` is chosen there. Weights only, no text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, compress
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from parts.joined import LINKED
from scipy.optimize import minimize

from quoth.language.encoder.reader import load_statement_encoder
from quoth.lexicon.commonness import rarity
from quoth.link.contents import whole_words
from quoth.link.meanings import Meaning, mean
from quoth.link.nearby import LEAST
from quoth.link.parties import Parties
from quoth.link.restating import Weighed, weigh_evidence
from quoth.records import Span, Statement
from quoth.score.joined import JoinedPair, load_joined, said_in
from quoth.score.pairs import Quoted
from quoth.store import open_store

LESSONS = Path(__file__).parent.parent / "training" / "encoder" / "news.jsonl"
HELD_OUT = 8
"""Which of its stories the encoder has not learnt (``training/encoder/lessons.py``): every eighth, from the first."""
TABLE = Path(__file__).parent.parent / "src" / "quoth" / "lexicon" / "restating.tsv"
FOLDS, DRAWS, RIDGE = 10, 5, 5.0
AMONG = "news "
"""With what the ids of pairs of news begin."""
LEAST_SPREAD = 1e-6
FROM = (0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)

Reals: TypeAlias = NDArray[np.float64]
HEAD = """\
# What each piece of evidence is worth for two statements of a story restating one claim, in log odds: with how near the statement encoder places
# them (near), and in stories of one article, where it is not asked (far).
# source: fitted by scripts/derive_restating.py, a logistic regression over the half to tune on of quality/claims/linked.jsonl
#   and (near) over the stories of training/encoder/news.jsonl that the statement encoder has not learnt from; weights only, no text. licence: CC0-1.0
# evidence: see link/restating.py. constant: of two statements of which nothing is known.
"""


@dataclass
class Labelled:
    """The labelled pairs with their evidence."""

    evidence: Sequence[Mapping[str, float]]
    pairs: Sequence[JoinedPair]

    @cached_property
    def one(self) -> Reals:
        """Which pairs are one claim."""
        return np.array([float(pair.one) for pair in self.pairs])

    @cached_property
    def counts(self) -> Reals:
        """How many pairs each stands for."""
        return np.array([pair.pairs for pair in self.pairs])

    @cached_property
    def mass(self) -> Reals:
        """How much each counts where weights are fitted: those of news, many and few of them one claim, together as much as the others."""
        news = np.array([pair.id.startswith(AMONG) for pair in self.pairs])
        return np.where(news, (~news).sum() / max(1, news.sum()), 1.0)

    def only(self, kept: Iterable[bool]) -> Labelled:
        """Those of the pairs."""
        chosen = list(kept)
        return Labelled(list(compress(self.evidence, chosen)), list(compress(self.pairs, chosen)))

    def without(self, name: str) -> Labelled:
        """The same pairs without one piece of evidence."""
        return Labelled([{key: value for key, value in each.items() if key != name} for each in self.evidence], self.pairs)

    def beside(self, other: Labelled) -> Labelled:
        """These pairs and others."""
        return Labelled([*self.evidence, *other.evidence], [*self.pairs, *other.pairs])


def main() -> int:
    """Fit, print, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledgers", type=Path, nargs="+")
    ledgers = options.parse_args().ledgers
    linked = gather(ledgers, [pair for pair in load_joined(LINKED) if pair.split == "tune"])
    news = may_be_one(gather(ledgers, list(read_lessons(LESSONS))))
    near = linked.beside(news)
    shares = held_out(near)
    tell("linked", shares[: len(linked.pairs)], linked)
    tell("news", shares[len(linked.pairs) :], news)
    far = linked.without("near")
    tell("linked, without the encoder", held_out(far), far)
    write(near, far)
    return 0


def read_lessons(path: Path) -> Iterator[JoinedPair]:
    """The pairs of the stories of news that the statement encoder has not learnt from."""
    for row in list(map(json.loads, path.read_text(encoding="utf-8").splitlines()))[::HELD_OUT]:
        said = [Quoted(one["doc"], row["sha256"][one["doc"]], Span(*one["content"][0])) for one in row["statements"]]
        for (first, one), (second, other) in combinations(enumerate(said, 1), 2):
            same = any(str(first) in claim and str(second) in claim for claim in row["claims"])
            yield JoinedPair(f"{AMONG}{row['story']} {first} {second}", row["story"], one, other, same, 1.0, "tune")


def gather(ledgers: Iterable[Path], pairs: Sequence[JoinedPair]) -> Labelled:
    """The pairs whose statements the ledgers have, with all their evidence."""
    weighed: dict[tuple[str, Quoted], Weighed | None] = {}
    for ledger in ledgers:
        weighed |= {key: one for key, one in weigh_statements(ledger, pairs).items() if one is not None}
    found = [(pair, weighed.get((pair.group, pair.first)), weighed.get((pair.group, pair.second))) for pair in pairs]
    met = [(pair, first, second) for pair, first, second in found if first is not None and second is not None]
    print(f"{len(met)} of {len(pairs)} pairs have their statements in the ledgers", flush=True)
    return Labelled([weigh_evidence(first, second) for _, first, second in met], [pair for pair, _, _ in met])


def may_be_one(labelled: Labelled) -> Labelled:
    """The pairs that linking would look at: those that lie near or share a word."""
    return labelled.only(each["near"] >= LEAST or each["shared"] > 0 for each in labelled.evidence)


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
            said[one.document].append(
                (one, mean(one.proposition, parties=parties, speaker=speaker, text=text, whole=whole_words(one)))
            )
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
    if nearest is None:
        return None
    meaning = meanings[nearest.id]
    return Weighed(meaning, weight, load_statement_encoder().read([meaning.whole])[0])


def fit(evidence: Sequence[Mapping[str, float]], one: Reals, mass: Reals) -> tuple[dict[str, float], float]:
    """Weights by name and a constant; the ridge holds them at one scale. ``mass``: how much each pair counts."""
    names = sorted({name for each in evidence for name in each})
    table = _table(evidence, names)
    mean_, spread = table.mean(0), table.std(0) + LEAST_SPREAD
    values = np.hstack([(table - mean_) / spread, np.ones((len(table), 1))])

    def loss(weights: Reals) -> tuple[float, Reals]:
        held = np.append(weights[:-1], 0.0)
        scores = values @ weights
        told = (mass * np.logaddexp(0.0, np.where(one > 0, -scores, scores))).sum() + RIDGE * 0.5 * (held**2).sum()
        return float(told), values.T @ (mass * (_share(scores) - one)) + RIDGE * held

    found = minimize(loss, np.zeros(values.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return dict(zip(names, weights.tolist(), strict=True)), float(found[-1] - mean_ @ weights)


def _table(evidence: Sequence[Mapping[str, float]], names: Sequence[str]) -> Reals:
    return np.array([[each.get(name, 0.0) for name in names] for each in evidence])


def _share(scores: Reals) -> Reals:
    return np.asarray(1 / (1 + np.exp(-scores)), np.float64)


def held_out(labelled: Labelled) -> Reals:
    """The probability of each pair by weights that were fitted without its fold, the mean of several draws of folds."""
    groups = [pair.group for pair in labelled.pairs]
    total = np.zeros(len(groups))
    for draw in range(DRAWS):
        order = np.random.default_rng(draw).permutation(np.array(sorted(set(groups)))).tolist()
        fold = np.array([order.index(group) % FOLDS for group in groups])
        for number in range(FOLDS):
            out = fold == number
            weights, constant = fit(list(compress(labelled.evidence, ~out)), labelled.one[~out], labelled.mass[~out])
            rest = _table(list(compress(labelled.evidence, out)), list(weights))
            total[out] += _share(rest @ np.array(list(weights.values())) + constant) / DRAWS
    return total


def tell(name: str, shares: Reals, labelled: Labelled) -> None:
    """Print precision and recall from each probability on, counting each pair as often as it stands for."""
    print(f"{name}: from, precision / recall (pairs read)", flush=True)
    for least in FROM:
        taken = (shares >= least).astype(float)
        right, all_ = (float((labelled.counts * kept).sum()) for kept in (taken * labelled.one, taken))
        recall = right / float((labelled.counts * labelled.one).sum())
        print(f"   {least:.2f}: {right / max(1e-9, all_):.3f} / {recall:.3f} ({int(taken.sum())})", flush=True)


def write(near: Labelled, far: Labelled) -> None:
    """Write the table anew."""
    (with_, first), (without, second) = fit(near.evidence, near.one, near.mass), fit(far.evidence, far.one, far.mass)
    rows = [("evidence", "near", "far"), ("constant", f"{first:.3f}", f"{second:.3f}")]
    rows += [(name, f"{with_[name]:.3f}", f"{without[name]:.3f}" if name in without else "") for name in sorted(with_)]
    TABLE.write_text(HEAD + "\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
