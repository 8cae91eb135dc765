"""Words per second and peak memory of every stage and of the whole, beside the bare parser on the same text in the same run.

Usage: python benchmarks/stages.py [--articles N] [--workers N] [--input FILE]

Each row runs in a process of its own, one after the other, so that its peak is its own. A stage's input is prepared first and not timed.
"Bare parser" is spaCy as it comes, with the same weights over the same paragraphs, its output thrown away. Words per second are of processor
time, but for two workers, where they are of the clock. The machine may be shared: read ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from quoth import open as open_ledger
from quoth.extract.contacts import find_contacts
from quoth.extract.quantities import find_quantities
from quoth.extract.referents import find_referents
from quoth.extract.statements import find_statements
from quoth.extract.terms import find_terms
from quoth.extract.times import find_times
from quoth.language.english import English, load_pipeline, load_plain, paragraphs
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import Document, Segment, SetAside, Statement, TimeExpression
from quoth.run.house import choose_attributor
from quoth.segment import segment_document
from quoth.settings import Settings
from quoth.syntax import ParsedDocument

DEFAULT = Path(os.environ.get("QUOTH_DATA", "../shared/data")) / "reuse" / "articles.jsonl"


def read_documents(path: Path) -> Iterator[Document]:
    """All documents of a file, what cannot be used passed over."""
    for found in find_inputs([path]):
        for item in read_input(found, settings=Settings()):
            if not isinstance(item, SetAside):
                yield from item[1]


def segmented(path: Path) -> list[tuple[Document, tuple[Segment, ...]]]:
    """All documents with their segments."""
    return [(document, segment_document(document)) for document in read_documents(path)]


def parsed(path: Path) -> list[ParsedDocument]:
    """All documents, parsed."""
    parser = English()
    return [parser.parse(document, segments) for document, segments in segmented(path)]


def run_read(path: Path) -> Callable[[], object]:
    """Reading."""
    return lambda: list(read_documents(path))


def run_segment(path: Path) -> Callable[[], object]:
    """Segmenting."""
    documents = list(read_documents(path))
    return lambda: [segment_document(document) for document in documents]


def run_bare(path: Path) -> Callable[[], object]:
    """The bare parser, with its best batch size here."""
    texts = [
        document.text[start:end] for document, segments in segmented(path) for _, start, end in paragraphs(document.text, segments)
    ]
    pipeline = load_plain()
    return lambda: sum(1 for _ in pipeline.pipe(texts, batch_size=256))


def run_parse(path: Path) -> Callable[[], object]:
    """The parser behind its door: one document at a time, tokens as records."""
    pairs = segmented(path)
    parser = English()
    load_pipeline()

    def work() -> None:
        for document, segments in pairs:
            parser.parse(document, segments)

    return work


def run_referents(path: Path) -> Callable[[], object]:
    """Who is meant."""
    pages = parsed(path)
    return lambda: [find_referents(page) for page in pages]


def run_statements(path: Path) -> Callable[[], object]:
    """Attributions, their referents being there."""
    pages = [(page, find_referents(page)) for page in parsed(path)]
    return lambda: [find_statements(page, referents) for page, referents in pages]


def run_tagger(path: Path) -> Callable[[], object]:
    """Attributions by the trained reader, which asks the rules too."""
    pages, trained = parsed(path), choose_attributor(Settings(reader="trained"))
    return lambda: [trained.attribute(page) for page in pages]


def run_trained(path: Path) -> Callable[[], object]:
    """Parser and tagger: what a whole reading of attributions takes."""
    pairs, parser, trained = segmented(path), English(entities=False), choose_attributor(Settings(reader="trained"))
    load_pipeline()
    return lambda: [trained.attribute(parser.parse(document, segments)) for document, segments in pairs]


def run_times(path: Path) -> Callable[[], object]:
    """Time expressions."""
    pages = parsed(path)
    return lambda: [find_times(page) for page in pages]


def run_rest(path: Path) -> Callable[[], object]:
    """Quantities, contacts and terms, statements and times being there."""
    pages = parsed(path)
    ready = []
    for page in pages:
        referents = find_referents(page)
        ready.append((page, referents, find_statements(page, referents), find_times(page)))

    def work() -> None:
        for page, referents, statements, times in ready:
            _rest(page, referents, statements, times)

    return work


def _rest(page: ParsedDocument, referents: object, statements: tuple[Statement, ...], times: tuple[TimeExpression, ...]) -> None:
    find_quantities(page, statements, times)
    find_contacts(page, referents, statements, times)  # type: ignore[arg-type]  # the referents just found
    find_terms(page, statements)


def run_whole(path: Path, *, workers: int = 1) -> Callable[[], object]:
    """``quoth add`` into a fresh ledger: all stages, store and linking."""
    folder = tempfile.mkdtemp()

    def work() -> None:
        with open_ledger(Path(folder) / "bench.db") as ledger:
            ledger.add(path, workers=workers)

    return work


STAGES: dict[str, Callable[[Path], Callable[[], object]]] = {
    "bare parser": run_bare,
    "read": run_read,
    "segment": run_segment,
    "parse": run_parse,
    "referents": run_referents,
    "statements": run_statements,
    "tagger": run_tagger,
    "parse and tagger": run_trained,
    "times": run_times,
    "quantities, contacts, terms": run_rest,
    "whole": run_whole,
    "whole, two workers": lambda path: run_whole(path, workers=2),
}


def measure(stage: str, path: Path) -> dict[str, float]:
    """Seconds of processor time (of the clock where workers share the work) and peak memory (MB, children included) of one stage in this process."""
    work = STAGES[stage](path)
    clock = time.perf_counter if "workers" in stage else time.process_time
    start = clock()
    work()
    seconds = clock() - start
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "peak": peak / 1024}


def measure_apart(stage: str, path: Path) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--stage", stage, "--input", str(path)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, float] = json.loads(output.strip().splitlines()[-1])
    return result


def sample(path: Path, articles: int, folder: Path) -> Path:
    """The first ``articles`` lines of a JSON Lines file, in a file of their own."""
    target = folder / "sample.jsonl"
    with path.open(encoding="utf-8") as lines:
        target.write_text("".join(islice(lines, articles)), encoding="utf-8")
    return target


def report(path: Path) -> None:
    """Print the table."""
    words = sum(len(document.text.split()) for document in read_documents(path))
    print(f"{words:,} words · {path.name}\n\n{'stage':<30}{'words/s':>12}{'of bare parser':>16}{'peak MB':>10}")
    bare = 0.0
    for stage in STAGES:
        found = measure_apart(stage, path)
        rate = words / found["seconds"]
        bare = bare or rate
        print(f"{stage:<30}{rate:>12,.0f}{rate / bare:>15.2f}×{found['peak']:>10,.0f}", flush=True)


def main() -> None:
    """Read the options and print the table, or measure one stage."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--input", type=Path, default=DEFAULT)
    options.add_argument("--stage", choices=list(STAGES))
    chosen = options.parse_args()
    if not chosen.input.exists():
        sys.exit(
            f"No articles at {chosen.input}. Set QUOTH_DATA to the folder of news data, or give a JSON Lines file with --input."
        )
    if chosen.stage:
        print(json.dumps(measure(chosen.stage, chosen.input)))
        return
    with tempfile.TemporaryDirectory() as folder:
        report(sample(chosen.input, chosen.articles, Path(folder)))


if __name__ == "__main__":
    main()
