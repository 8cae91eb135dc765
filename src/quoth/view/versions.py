"""Of an article that was changed, the newest version speaks: in counts and lists nothing is told of what earlier ones said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from quoth.records import Document
from quoth.store import Dated, Former, ReadView, Tallies
from quoth.store.corpus import noted_name
from quoth.view.carried import is_later
from quoth.view.coverage import Coverage

_KNOWN: dict[tuple[str, str | None], frozenset[str]] = {}
"""By ledger and what its documents are called: those of which a later version is there, of the ledger that was asked last."""


def latest(read: ReadView, coverage: Coverage, *, of: Collection[str] = ()) -> Coverage:
    """The coverage as the newest versions tell it; as all tell it, where none of the statements ``of`` which it is asked is in a newest one.
    Its documents stay: of each version it is still told what took from it."""
    gone = superseded(read, coverage.documents.values())
    asked = {one.document for name in of if (one := coverage.statement(name))}
    if not gone or (asked and asked <= gone):
        return coverage
    return replace(
        coverage,
        statements={name: one for name, one in coverage.statements.items() if one.document not in gone},
        hidden={name: one for name, one in coverage.hidden.items() if one.document not in gone},
        former={name: one for name, one in (*coverage.statements.items(), *coverage.hidden.items()) if one.document in gone},
        superseded=gone,
        times={name: found for name, found in coverage.times.items() if name not in gone},
        quantities=tuple(one for one in coverage.quantities if one.document not in gone),
        contacts={name: one for name, one in coverage.contacts.items() if one.document not in gone},
        terms=tuple(one for one in coverage.terms if one.document not in gone),
    )


def every_former(read: ReadView) -> frozenset[str]:
    """All documents of the ledger of which a later version is in it: looked for once, as long as its documents stay as they are."""
    key = str(read.engine.engine.url), noted_name(read.engine)
    found = _KNOWN.get(key)
    if found is None:
        found = _former(Former(read.engine).versions())
        if key[1] is not None:
            _KNOWN.clear()
            _KNOWN[key] = found
    return found


def superseded(read: ReadView, documents: Iterable[Document]) -> frozenset[str]:
    """Those of the documents of which a later version is in the ledger."""
    held = {one.id: one.article for one in documents}
    return _former(Tallies(read.engine).versions(set(held.values()))) & held.keys()


def _former(dated: Iterable[Dated]) -> frozenset[str]:
    versions: dict[str, list[Dated]] = defaultdict(list)
    for one in dated:
        versions[one.article].append(one)
    return frozenset(one.id for some in versions.values() for one in some if any(is_later(other, one) for other in some))
