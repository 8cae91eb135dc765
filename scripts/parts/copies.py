"""Who copied whom: over the articles of reuse, from reading and segmenting alone."""

from __future__ import annotations

from parts.ground import DATA, QUALITY, Part
from quoth.link.copies import find_copies
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import SetAside
from quoth.score.copies import load_copies, score_copies
from quoth.segment import segment_document
from quoth.settings import Settings


def copies(*, misses: bool) -> Part:
    """Recall and precision of pairs between outlets, and whether the giver is the one that credits, datelines and by-lines tell."""
    gold = load_copies(DATA / "reuse" / "pairs.tsv", QUALITY / "copies")
    found = find_inputs([DATA / "reuse" / "articles.jsonl"])
    items = [item for one in found for item in read_input(one, settings=Settings())]
    documents = [document for item in items if not isinstance(item, SetAside) for document in item[1]]
    edges = find_copies((document, segment_document(document)) for document in documents)
    names = {document.id: document.input_id or document.id for document in documents}
    outlets = {document.id: document.outlet or document.id for document in documents}
    score = score_copies(edges, gold, name_of=names, outlet_of=outlets)
    yield "reuse copies recall", score.recall
    yield "reuse copies precision", score.precision
    yield "reuse copies precision by the list", score.precision_listed
    yield "reuse copies kept apart", score.apart
    yield "reuse copies direction right", score.direction_right
    yield "reuse copies direction decided right", score.direction_decided
    for pair in score.unjudged if misses else ():
        print(f"  nobody judged yet: {' '.join(sorted(pair))}")
