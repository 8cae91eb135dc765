"""Pairs of contents out of a ledger, for the teacher to say what they are to each other: each content with others from other articles that share
more or fewer of its rarer words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from random import Random

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from quoth.store import open_store
from training.pairs.corpora import Example

ASKED, AT_ONCE, NEAREST = 24_000, 500, 40
"""Contents to which others are sought, how many at once, and the nearest that are taken of each."""
TAKEN: Mapping[float, int] = {0.0: 2000, 0.2: 5000, 0.3: 7500, 0.4: 7000, 0.55: 4500}
"""From which cosine on how many pairs are taken."""
SAME = 0.93
"""Cosine beyond which two contents are copies."""
SHORTEST, LONGEST, SURE, OFTEN = 5, 45, 0.4, 2
"""Words of a content, the least score of its statement, and the pairs that a text may be in of one kind."""
_EDGES = " ,;:“”\"'."


def news(ledger: Path, left_out: Collection[str], seed: int) -> list[Example]:
    """Pairs that nobody labelled, of statements in a ledger that are in none of the articles ``left_out``."""
    rng = Random(seed)
    told = sorted(_contents(ledger, left_out).items())
    rng.shuffle(told)
    texts, articles = [text for text, _ in told], [article for _, article in told]
    words = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.02, stop_words="english").fit_transform(texts)
    found: dict[float, set[tuple[str, str]]] = defaultdict(set)
    asked = rng.sample(range(len(texts)), min(ASKED, len(texts)))
    for start in range(0, len(asked), AT_ONCE):
        places = asked[start : start + AT_ONCE]
        alike: csr_matrix = (words[places] @ words.T).tocsr()
        for row, place in enumerate(places):
            near = alike.getrow(row)
            for at in np.argsort(-near.data)[:NEAREST]:
                other, cosine = int(near.indices[at]), float(near.data[at])
                if articles[other] != articles[place] and cosine <= SAME:
                    first, second = sorted((texts[place], texts[other]))
                    found[max(least for least in TAKEN if least <= cosine)].add((first, second))
    chosen = [pair for least, most in TAKEN.items() for pair in _choose(sorted(found[least]), most, rng)]
    rng.shuffle(chosen)
    return [Example(first, second, None, "", turns=False) for first, second in chosen]


def _contents(ledger: Path, left_out: Collection[str]) -> dict[str, str]:
    """Contents of the ledger that say something by themselves, with the article that each is from."""
    found: dict[str, str] = {}
    with open_store(ledger, read_only=True) as store:
        read = store.read()
        kept = {one.id for one in read.documents(texts=False) if left_out.isdisjoint({one.input_id, f"reuse__{one.input_id}"})}
        for statement in read.statements():
            text = " ".join(statement.content.text.split()).strip(_EDGES)
            if statement.document in kept and statement.score > SURE and SHORTEST <= len(text.split()) <= LONGEST:
                found[text] = statement.document
    return found


def _choose(pairs: list[tuple[str, str]], most: int, rng: Random) -> list[tuple[str, str]]:
    """Some of the pairs, no text in more than a few."""
    rng.shuffle(pairs)
    seen, chosen = Counter[str](), list[tuple[str, str]]()
    for first, second in pairs:
        if len(chosen) < most and seen[first] < OFTEN and seen[second] < OFTEN:
            seen.update((first, second))
            chosen.append((first, second))
    return chosen
