"""Of an article that was changed, the newest version speaks: in counts and lists nothing is told of what earlier ones said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    versions = _versions(read, coverage.documents.values())
    gone = _former(versions) & coverage.documents.keys()
    coverage = replace(coverage, changed=_changed(read, coverage, versions))
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
        found = _former(_by_article(Former(read.engine).versions()))
        if key[1] is not None:
            _KNOWN.clear()
            _KNOWN[key] = found
    return found


def superseded(read: ReadView, documents: Iterable[Document]) -> frozenset[str]:
    """Those of the documents of which a later version is in the ledger."""
    documents = list(documents)
    return _former(_versions(read, documents)) & {one.id for one in documents}


def _versions(read: ReadView, documents: Iterable[Document]) -> dict[str, list[Dated]]:
    return _by_article(Tallies(read.engine).versions({one.article for one in documents}))


def _by_article(dated: Iterable[Dated]) -> dict[str, list[Dated]]:
    versions: dict[str, list[Dated]] = defaultdict(list)
    for one in dated:
        versions[one.article].append(one)
    return versions


def _former(versions: Mapping[str, Sequence[Dated]]) -> frozenset[str]:
    return frozenset(one.id for some in versions.values() for one in some if any(is_later(other, one) for other in some))


def _changed(read: ReadView, coverage: Coverage, versions: Mapping[str, Sequence[Dated]]) -> dict[str, str]:
    """Statements with words that only later versions of their article have, and when the first of these was made."""
    several = {one.id for some in versions.values() if len(some) > 1 for one in some}
    every = (*coverage.statements.values(), *coverage.hidden.values())
    told = [one for one in every if one.document in several and coverage.documents[one.document].text]
    articles = {coverage.documents[one.document].article for one in told}
    texts = {one.id: one.text for one in read.documents({one.id for name in articles for one in versions[name]})} if told else {}
    plain = {name: _plain(text) for name, text in texts.items()}
    found: dict[str, str] = {}
    for one in told:
        parts = [_plain(texts[one.document][span.start : span.end]) for span in one.content.spans]
        every_version = versions[coverage.documents[one.document].article]
        having = [each for each in every_version if all(part in plain[each.id] for part in parts)]
        first = next(each for each in having if not any(is_later(each, other) for other in having))
        if first.modified and any(is_later(first, other) for other in every_version):
            found[one.id] = first.modified
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())
