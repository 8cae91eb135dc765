"""Who is who across documents, against MEANTIME and ECB+, beside plain baselines."""

from __future__ import annotations

from collections.abc import Sequence

from parts.ground import DATA, Part, parsing, print_table
from quoth.extract.referents import find_referents
from quoth.group.stories import group_stories
from quoth.link.actors import merge_actors
from quoth.link.copies import find_copies
from quoth.score.coreference import (
    PEOPLE_AND_BODIES,
    PLACES,
    by_actor,
    by_full_name,
    by_surname,
    find_mentions,
    score_across,
    score_within,
)
from quoth.score.entities import EntityArticle, load_ecbplus_entities, load_meantime_entities
from quoth.score.tables import across_table
from quoth.segment import segment_document
from quoth.settings import Settings


def actors(settings: Settings, *, tables: bool) -> Part:
    """Who is who across documents, against MEANTIME and ECB+, beside two plain baselines; the half that nothing is tuned on apart."""
    yield from who_is_who(settings, "meantime", list(load_meantime_entities(DATA / "meantime")), tables=tables)
    yield from who_is_who(settings, "ecbplus", list(load_ecbplus_entities(DATA / "ecbplus", segment_document)), tables=tables)


def who_is_who(settings: Settings, name: str, articles: Sequence[EntityArticle], *, tables: bool) -> Part:
    """The figures of one corpus."""
    parse = parsing(settings)
    read = [(one, find_referents(parse(one.document, one.segments)).all) for one in articles]
    pages = [(one.document, one.segments) for one in articles]
    referents = [referent for _, found in read for referent in found]
    stories = group_stories(pages, copies=find_copies(pages))
    merged = merge_actors(referents, documents={document.id: document for document, _ in pages}, stories=stories)
    ways = {"quoth": by_actor(merged), "same full name": by_full_name(referents), "same surname": by_surname(referents)}
    for half, halves in (("all", {"tune", "keep"}), ("kept half", {"keep"})):
        for kind, kinds in (("actors", PEOPLE_AND_BODIES), ("places", PLACES)):
            found = find_mentions([pair for pair in read if pair[0].half in halves], kinds)
            scores = {way: score_across(found, actor_of) for way, actor_of in ways.items()}
            if tables:
                print_table(f"{name} ({half}) {kind}", across_table(found, scores))
            if kind == "actors" or half == "all":
                yield f"{name} ({half}) {kind} found", found.coverage
                yield f"{name} ({half}) {kind} within documents B³ F1", score_within(found).f1
                yield f"{name} ({half}) {kind} across CoNLL F1", scores["quoth"].chains.conll
                yield f"{name} ({half}) {kind} across B³ F1", scores["quoth"].chains.b_cubed.f1
                yield f"{name} ({half}) {kind} pairs precision", scores["quoth"].pairs.figure.precision
                yield f"{name} ({half}) {kind} pairs recall", scores["quoth"].pairs.figure.recall
