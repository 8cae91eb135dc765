"""Texts and origins of all claims: a few stories at a time, so that little of a large corpus is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from quoth.lexicon.classes import word_class
from quoth.link.credits import outlet_key
from quoth.link.ground import Ground
from quoth.link.origins import Lineage, count_origins, count_texts, reckon
from quoth.link.stances import AGAINST
from quoth.link.tellings import Sources, Told, Wanted, find_offices, own_outlets, read_tellings, statement_chain, states_of
from quoth.records import Claim, Document, PositionStance, Referent, Registered, Segment, Statement

LOT = 400
"""Documents whose texts are fetched together, at least: a store is asked seldom, and little is held."""

Page = tuple[Document, Sequence[Segment]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the texts and referents of documents are fetched from."""

    pages: Callable[[Collection[str]], Iterable[Page]]
    referents: Callable[[Collection[str]], Iterable[Referent]]
    register: Iterable[Registered] = field(default=())


def reckon_claims(
    claims: Iterable[Claim],
    *,
    shelf: Shelf,
    statements: Mapping[str, Statement],
    ground: Ground,
    outlets: Container[str] | None = None,
) -> Iterator[Claim]:
    """The claims, each with its texts and origins counted and the reckoning kept; in their order. ``outlets``: the keys of the corpus's
    outlets, where ``ground`` does not have a document of each."""
    lineage = Lineage.of(ground.copies)
    here = outlets if outlets is not None else outlets_of(ground.documents.values())
    common = Sources(ground, {}, here, own_outlets(shelf.register), states=states_of(ground.actors.values()))
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.values():
        by_document[statement.document].append(statement)
    for lot in _lots(claims):
        held = {document for claim in lot for document in claim.documents}
        referents = {referent.id: referent for referent in shelf.referents(held)}
        mine = {one.id: one for document in held for one in by_document[document]}
        sources = replace(common, referents=referents, speaks_for=find_offices(mine.values(), referents, ground))
        found = _tellings(lot, shelf.pages(held), mine, sources)
        yield from (_reckoned(claim, found.get(claim.id, ()), lineage) for claim in lot)


def outlets_of(documents: Iterable[Document]) -> frozenset[str]:
    """The keys of the outlets that documents are of."""
    return frozenset(outlet_key(document.outlet) for document in documents if document.outlet)


def _lots(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """The claims in order, as many whole stories together as have ``LOT`` documents."""
    lot: list[Claim] = []
    for _, told in groupby(claims, key=lambda claim: claim.story):
        lot += told
        held = {document for claim in lot for document in claim.documents}
        if len(held) >= LOT:
            yield lot
            lot = []
    if lot:
        yield lot


def _tellings(
    claims: Sequence[Claim], pages: Iterable[Page], statements: Mapping[str, Statement], sources: Sources
) -> dict[str, list[Told]]:
    """The tellings of each claim, its documents read one after the other."""
    wanted: dict[str, dict[str, list[Wanted]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for name in _making(claim, statements):
            statement = statements.get(name)
            if statement is not None:
                spans = statement.content.spans
                wanted[statement.document][claim.id].append(Wanted(statement.id, statement_chain(statement, statements), spans))
    found: dict[str, list[Told]] = defaultdict(list)
    for document, segments in pages:
        for claim_id, asked in wanted[document.id].items():
            found[claim_id] += read_tellings(document, segments, asked, sources)
    return found


def _making(claim: Claim, statements: Mapping[str, Statement]) -> list[str]:
    """The statements that make a claim, not those against it; those that opponents pass on, or that answer a denial, where there are no
    others; else all."""
    stances = {link.statement: link.stance for link in claim.statements}
    answering = {link.statement for link in claim.statements if stances.get(link.answers or "") in AGAINST}
    making = [name for name, stance in stances.items() if stance not in AGAINST and stance != "declines"]
    plain = (name for name in making if name in statements and name not in answering)
    own = [name for name in plain if not _is_opponents(statements[name], stances, statements)]
    return own or making or list(stances)


def _is_opponents(statement: Statement, stances: Mapping[str, PositionStance], statements: Mapping[str, Statement]) -> bool:
    """Whether a claim is passed on by who is against it: inside a denial, or as what those say who are spoken to."""
    if statement.speaker is None and statement.source and statement.source.text.lower() in word_class("addressed"):
        return statement.parent is not None
    around = statement_chain(statement, statements)[1:]
    return any(stances.get(one.id) in AGAINST or (one.stance == "denies" and not one.negated) for one in around)


def _reckoned(claim: Claim, told: Sequence[Told], lineage: Lineage) -> Claim:
    reckoning = reckon(told, lineage)
    low, high = count_origins(reckoning)
    texts = count_texts(reckoning, claim.documents, lineage)
    return replace(claim, texts=texts, origins_low=low, origins_high=high, reckoning=reckoning)
