"""Texts and origins of labelled claims: the tellings are the labelled ones, so that what is measured is the count, not the finding of claims."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import quoth
from parts.ground import DATA, QUALITY, Part, print_table
from quoth.errors import UsageError
from quoth.lexicon.outlets import find_outlet
from quoth.link.credits import outlet_key
from quoth.link.ground import Ground
from quoth.link.origins import Lineage, count_origins, origins_of, reckon, texts_of
from quoth.link.tellings import Sources, Wanted, find_offices, read_tellings, statement_chain, states_of
from quoth.records import Claim, Document, Segment, Span, Stance, Statement
from quoth.score.articles import read_ecbplus
from quoth.score.origins import (
    FoundClaim,
    LabelledClaim,
    LabelledTelling,
    Outcome,
    load_origins,
    measures,
    origins_table,
    score_claim,
    score_origins,
)
from quoth.settings import Settings
from quoth.store import ReadView

FOLDER = QUALITY / "origins"
WRITTEN = FOLDER / "written"
SAYING: frozenset[Stance] = frozenset(
    {"asserts", "denies", "doubts", "confirms", "accuses", "warns", "praises", "condemns", "speculates", "declines"}
)
"""Stances of statements that pass on that something is so; a plan or an order that a claim tells of is no source of it."""
LEAST = 10
"""Code points of a telling that a statement's content must hold to be on it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The labelled articles, read."""

    pages: Mapping[str, tuple[Document, Sequence[Segment]]]
    """By the name that the labels have."""
    statements: Mapping[str, Mapping[str, Statement]]
    """By document, then by identifier."""
    sources: Sources
    lineage: Lineage
    claims: Sequence[Claim]
    """Those that quoth finds itself."""


def origins(settings: Settings, *, tables: bool) -> Part:
    """How often the interval of origins holds the truth, and the pairs that were joined or parted wrongly, over real coverage and over
    written; the kept half apart."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        write_articles(articles)
        real = [articles, DATA / "coverage" / "dirty-bomb"]
        for name, labels, inputs in (("origins", FOLDER, real), ("written origins", WRITTEN, [WRITTEN / "articles.jsonl"])):
            with quoth.open(Path(folder) / f"{name}.db") as ledger:
                ledger.add(*inputs, settings=settings)
                shelf = fill_shelf(ledger.view, labels)
            yield from score_set(name, load_origins(labels / "claims.jsonl"), shelf, tables=tables)


def score_set(name: str, claims: Sequence[LabelledClaim], shelf: Shelf, *, tables: bool) -> Part:
    """The figures of one set of labelled claims."""
    for half, splits in ((name, {"tune", "keep"}), (f"{name} (kept half)", {"keep"})):
        ways = count_ways([claim for claim in claims if claim.split in splits], shelf)
        if tables:
            print_table(half, origins_table(ways))
        yield from ((f"{half} {measure.removeprefix('origins ')}", value) for measure, value in measures(ways["quoth"]))
        if tables:
            print(found_text([claim for claim in claims if claim.split in splits and len(claim.tellings) > 1], shelf) + "\n")


def found_text(claims: Sequence[LabelledClaim], shelf: Shelf) -> str:
    """How many labelled claims quoth finds itself, and how often their intervals hold the truth. Too few to be held by a floor."""
    found = [one for claim in claims if (one := found_claim(claim, shelf))]
    held, measured = sum(one.held for one in found), sum(one.measured for one in found)
    return f"{len(found)} of {len(claims)} claims of two tellings or more are found by quoth itself; of these the interval holds the truth for {held} of {measured}."


def found_claim(labelled: LabelledClaim, shelf: Shelf) -> Outcome | None:
    """The claim of quoth's own that has most of the labelled tellings, against the labelled answer for these; None where none has two."""
    best: tuple[int, Claim, dict[str, str]] | None = None
    for claim in shelf.claims:
        met = _met(labelled, claim, shelf)
        if len(met) > 1 and (best is None or len(met) > best[0]):
            best = (len(met), claim, met)
    if best is None or best[1].reckoning is None:
        return None
    _, claim, telling_of = best
    sure, every = (origins_of(best[1].reckoning, sure=one) for one in (True, False))
    texts = texts_of(best[1].reckoning)
    part = cut_to(labelled, telling_of)
    return score_claim(
        part,
        FoundClaim(
            text_of={one.document: texts[shelf.pages[one.document][0].id] for one in part.tellings},
            sure_of={name: sure[one] for name, one in telling_of.items()},
            every_of={name: every[one] for name, one in telling_of.items()},
            open=frozenset(),
            low=claim.origins_low,
            high=claim.origins_high,
        ),
    )


def _met(labelled: LabelledClaim, claim: Claim, shelf: Shelf) -> dict[str, str]:
    """The labelled tellings that tellings of a claim are about, with the identifier of each."""
    told = claim.reckoning.tellings if claim.reckoning else ()
    return {
        one.name: other.id
        for one in labelled.tellings
        for other in told
        if shelf.pages[one.document][0].id == other.document and _overlap(one.words, other.spans) > LEAST
    }


def cut_to(labelled: LabelledClaim, names: Iterable[str]) -> LabelledClaim:
    """The labelled answer for some of its tellings."""
    kept = frozenset(names)
    origins = {labelled.origin_of[name] for name in kept}
    named = {labelled.origin_of[name] for name in kept - labelled.unsourced}
    return replace(
        labelled,
        tellings=tuple(one for one in labelled.tellings if one.name in kept),
        origins=max(1, len(named)),
        low=1,
        high=len(origins),
    )


def write_articles(path: Path) -> None:
    """The labelled articles as JSON Lines, but for those of the shared coverage, which are files. Raises ``UsageError`` where one is not there."""
    wanted = set(labelled_hashes(FOLDER))
    rows = {name: row for name, row in _rows(wanted) if name in wanted}
    missing = sorted(name for name in wanted - rows.keys() if not name.startswith("dirty-bomb"))
    if missing:
        raise UsageError(f"{DATA} lacks the labelled article {missing[0]} and {len(missing) - 1} more. Put the data there.")
    path.write_text("".join(json.dumps(rows[name], ensure_ascii=False) + "\n" for name in sorted(rows)), encoding="utf-8")


def labelled_hashes(labels: Path) -> dict[str, str]:
    """Each labelled article with the SHA-256 of its text."""
    lines = (labels / "groups.jsonl").read_text(encoding="utf-8").splitlines()
    return {name: sha256 for line in lines for name, sha256 in json.loads(line)["documents"].items()}


def _rows(wanted: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for corpus in ("reuse", "roundups"):
        for line in (DATA / corpus / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            kept = {key: row[key] for key in ("url", "outlet", "authors", "title", "published", "text") if row.get(key)}
            yield f"{corpus}__{row['id']}", {"id": f"{corpus}__{row['id']}", **kept}
    for name in wanted:
        corpus, _, stem = name.partition("__")
        if corpus == "ecbplus":
            xml = (DATA / corpus / stem.partition("_")[0] / f"{stem}.xml").read_text(encoding="utf-8")
            yield name, {"id": name, "text": read_ecbplus(xml)}


def fill_shelf(view: ReadView, labels: Path) -> Shelf:
    """Everything that counting needs, from a ledger of the labelled articles. Raises ``UsageError`` where the text of one is another."""
    pages = {document.id: (document, segments) for document, segments in view.pages()}
    by_hash = {sha256: document.id for document, _ in pages.values() for sha256 in _hashes(document)}
    statements: dict[str, dict[str, Statement]] = defaultdict(dict)
    for one in view.statements():
        statements[one.document][one.id] = one
    referents = {one.id: one for one in view.referents()}
    ground = Ground(
        documents={name: replace(document, text="") for name, (document, _) in pages.items()},
        actors={one.id: one for one in view.actors()},
        actor_of=view.actor_of(),
        members={one.id: one.members for one in referents.values() if one.members},
        copies=tuple(view.copies()),
    )
    here = frozenset(outlet_key(document.outlet) for document, _ in pages.values() if document.outlet)
    every = [one for each in statements.values() for one in each.values()]
    states = states_of(ground.actors.values())
    sources = Sources(ground, referents, here, speaks_for=find_offices(every, referents, ground), states=states)
    missing = [name for name, sha256 in labelled_hashes(labels).items() if sha256 not in by_hash]
    if missing:
        raise UsageError(f"The text of {missing[0]} is not the one that was labelled. Put the data of that version in {DATA}.")
    named = {name: pages[by_hash[sha256]] for name, sha256 in labelled_hashes(labels).items()}
    return Shelf(named, statements, sources, Lineage.of(ground.copies), tuple(view.claims()))


def _hashes(document: Document) -> Iterator[str]:
    """The hash of a text, and, where several articles stand in one file, those with the blank lines below it."""
    yield document.sha256
    path = DATA / "coverage" / "dirty-bomb" / (document.origin.file if document.origin else "")
    if document.origin and path.is_file():
        text, start, end = path.read_text(encoding="utf-8"), document.origin.start, document.origin.end
        below = len(text[end:]) - len(text[end:].lstrip())
        yield from (hashlib.sha256(text[start : end + more].encode()).hexdigest() for more in range(1, below + 1))


def count_ways(claims: Sequence[LabelledClaim], shelf: Shelf) -> dict[str, Outcome]:
    """The count of quoth beside four plain ones: articles, outlets, copies collapsed, and anything from one to the number of texts."""
    ways = {
        "quoth": count_claim,
        "articles": _by_article,
        "outlets": _by_outlet,
        "copies collapsed": _by_copy,
        "one to texts": _one_to_texts,
    }
    return {way: score_origins((claim, count(claim, shelf)) for claim in claims) for way, count in ways.items()}


def count_claim(claim: LabelledClaim, shelf: Shelf) -> FoundClaim:
    """The claim by the steps of its reckoning."""
    told = []
    for name in _documents(claim):
        document, segments = shelf.pages[name]
        wanted = [_wanted(one, shelf.statements[document.id]) for one in claim.tellings if one.document == name]
        told += read_tellings(document, segments, wanted, shelf.sources)
    reckoning = reckon(told, shelf.lineage)
    telling_of = {name: one.id for one in reckoning.tellings for name in one.statements}
    sure, every = origins_of(reckoning, sure=True), origins_of(reckoning, sure=False)
    texts = texts_of(reckoning)
    low, high = count_origins(reckoning)
    return FoundClaim(
        text_of={name: texts[shelf.pages[name][0].id] for name in _documents(claim)},
        sure_of={one.name: sure[telling_of[one.name]] for one in claim.tellings},
        every_of={one.name: every[telling_of[one.name]] for one in claim.tellings},
        open=frozenset(name for one in reckoning.tellings if not one.named for name in one.statements),
        low=low,
        high=high,
    )


def _documents(claim: LabelledClaim) -> list[str]:
    return list(dict.fromkeys(one.document for one in claim.tellings))


def _wanted(telling: LabelledTelling, statements: Mapping[str, Statement]) -> Wanted:
    """A labelled telling with the outermost statements that hold its words, as the statements of a claim found by quoth would be."""
    outermost = {
        top.id: top
        for one in statements.values()
        if _overlap(one.content.spans, telling.words) > LEAST and (top := statement_chain(one, statements)[-1]).stance in SAYING
    }
    found = sorted(outermost.values(), key=lambda one: one.content.spans, reverse=True)
    return Wanted(telling.name, tuple(found), telling.words)


def _overlap(one: Iterable[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _by_article(claim: LabelledClaim, _: Shelf) -> FoundClaim:
    return _plain(claim, {name: name for name in _documents(claim)})


def _by_outlet(claim: LabelledClaim, shelf: Shelf) -> FoundClaim:
    outlets = {name: shelf.pages[name][0].outlet or "" for name in _documents(claim)}
    known = {name: find_outlet(outlet) for name, outlet in outlets.items()}
    return _plain(claim, {name: (found.name if found else outlets[name] or name) for name, found in known.items()})


def _by_copy(claim: LabelledClaim, shelf: Shelf) -> FoundClaim:
    names = {shelf.pages[name][0].id: name for name in _documents(claim)}
    low, high = shelf.lineage.origins(list(names))
    texts = shelf.lineage.text_of(list(names))
    return replace(_plain(claim, {names[one]: names[text] for one, text in texts.items()}), low=low, high=high)


def _one_to_texts(claim: LabelledClaim, shelf: Shelf) -> FoundClaim:
    """Nothing known but the texts: what an interval must be narrower than to tell anything."""
    found = _by_copy(claim, shelf)
    together = {one.name: "" for one in claim.tellings}
    return replace(found, every_of=together, low=1, high=len(set(found.text_of.values())))


def _plain(claim: LabelledClaim, group_of: Mapping[str, str]) -> FoundClaim:
    """A count of groups of articles."""
    origin = {one.name: group_of[one.document] for one in claim.tellings}
    number = len(set(group_of.values()))
    return FoundClaim(group_of, origin, origin, frozenset(), number, number)
