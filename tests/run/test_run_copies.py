"""The law of the search for copies: one by one in any order or all at once, the same edges."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.link import blocking
from quoth.link.copies import Page, find_copies
from quoth.link.sketches import OWNER
from quoth.records import Copy, Document, Original, Segment, SegmentKind, document_id, identify
from quoth.run import copies
from quoth.run.copies import update_copies
from quoth.settings import Settings
from quoth.store import Store, open_store, shelf, tables
from quoth.store.shelf import Shelf

OUTLETS = ("Arden Herald", "Coast Echo", "Hill Post", "Norvian Telegraph", "Orrin Mirror", "Sarn Gazette", None)
WORDS = [
    f"{first}{last}" for first in ("ba", "de", "fi", "go", "lu", "ma", "ne", "po") for last in ("ra", "ve", "to", "sil", "nam")
]


def prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words))


def page(number: int, outlet: str | None, parts: Sequence[tuple[SegmentKind, str]], *, article: str, published: str | None) -> Page:
    text, segments = "", []
    for kind, words in parts:
        segments.append(Segment(kind, len(text), len(text) + len(words)))
        text += words + "\n\n"
    id_ = document_id(article, outlet, str(number), (), published, text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return (
        Document(
            id=id_, article=article, input_id=None, outlet=outlet, url=None, title=str(number), authors=(), published=published,
            published_from="metadata" if published else "unknown", fetched=None, language="en", sha256=sha256, origin=None, text=text,
            original=sha256,
        ),
        tuple(segments),
    )  # fmt: skip


def coverage(seed: int) -> list[Page]:
    """Articles that share passages, quotations and templates, credit each other, and come in versions."""
    chance = random.Random(seed)  # noqa: S311 - a seeded coverage, no secret
    passages = [prose(chance, chance.randint(12, 40)) for _ in range(5)]
    quotations = [f"“{prose(chance, chance.randint(15, 30))}”" for _ in range(2)]
    pages = []
    for number in range(chance.randint(6, 14)):
        taken = chance.sample(passages, chance.randint(0, 2)) + chance.sample(quotations, chance.randint(0, 2))
        parts: list[tuple[SegmentKind, str]] = [("body", words) for words in (*taken, prose(chance, chance.randint(5, 40)))]
        if chance.random() < 0.3:
            parts.append(("body", f"As {chance.choice(OUTLETS[:-1])} reported, nothing came of it."))
        chance.shuffle(parts)
        if chance.random() < 0.4:
            parts.insert(0, ("dateline", f"ORRIN ({chance.choice(OUTLETS[:-1])}) —"))
        if chance.random() < 0.3:
            parts.append(("provenance", f"Published at {chance.choice(OUTLETS[:-1])}"))
        article = identify("article", chance.choice([number, number, number, number // 2]))
        published = chance.choice([None, f"2025-03-{chance.randint(10, 14)}"])
        pages.append(page(number, chance.choice(OUTLETS), parts, article=article, published=published))
    return list({document.id: (document, segments) for document, segments in pages}.values())


def put(store: Store, pages: Sequence[Page]) -> None:
    with store.write() as writer:
        for document, segments in pages:
            writer.add_reading(Original(document.original, document.text.encode(), "text/plain", "utf-8"), [(document, segments)])


def edges(store: Store) -> list[Copy]:
    with store.write() as writer:
        return list(Shelf(writer.connection).overlaps())


def as_found(pages: Sequence[Page]) -> list[Copy]:
    return sorted((copy for copy in find_copies(pages) if copy.kind != "citation"), key=lambda copy: (copy.copy, copy.source))


@pytest.fixture(scope="module")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_store(path, create=True).close()
    return path


def copy_of(ledger: Path) -> Store:
    return open_store(Path(shutil.copy(ledger, ledger.with_name("copy.db"))))


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Crowds, neighbourhoods and many outlets so small that a handful of documents reaches them."""
    for module in (blocking, copies):
        monkeypatch.setattr(module, "NEAR", 2)
        monkeypatch.setattr(module, "CROWD", 4)
        monkeypatch.setattr(module, "MANY", 3)
    monkeypatch.setattr(copies, "SOME", 0)
    monkeypatch.setattr(copies, "PORTION", 3)


@pytest.mark.usefixtures("narrow")
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), order=st.randoms(use_true_random=False), portions=st.integers(1, 5))
def test_one_by_one_in_any_order_or_all_at_once_the_edges_are_the_same(
    empty_ledger: Path, seed: int, order: random.Random, portions: int
) -> None:
    pages = coverage(seed)
    expected = as_found(pages)
    order.shuffle(pages)
    with copy_of(empty_ledger) as store:
        update_copies(store, Settings())
        for start in range(0, len(pages), portions):
            put(store, pages[start : start + portions])
            update_copies(store, Settings())
        assert edges(store) == expected
    with copy_of(empty_ledger) as store:
        put(store, pages)
        update_copies(store, Settings())
        assert edges(store) == expected


def test_a_text_that_everybody_prints_stays_joined_to_those_next_to_it(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - as above
    report = prose(chance, 60)
    pages = [
        page(
            number,
            f"Outlet {number}",
            [("body", f"{report} {prose(chance, 4)}")],
            article=identify("article", number),
            published=None,
        )
        for number in range(2 * blocking.NEAR + 6)
    ]
    found = as_found(pages)
    partners = {id_: sum(id_ in {edge.copy, edge.source} for edge in found) for edge in found for id_ in (edge.copy, edge.source)}
    assert len(partners) == len(pages)
    assert max(partners.values()) <= 2 * blocking.NEAR + 2
    with open_store(tmp_path / "a.db", create=True) as store:
        put(store, pages)
        update_copies(store, Settings())
        assert edges(store) == found


def test_nothing_is_read_again_where_nothing_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        put(store, coverage(1))
        update_copies(store, Settings())
        monkeypatch.setattr(Shelf, "pages", lambda *_: pytest.fail("a document was read"))
        update_copies(store, Settings())


def test_where_a_document_goes_all_is_made_anew(tmp_path: Path) -> None:
    pages = coverage(1)
    with open_store(tmp_path / "a.db", create=True) as store:
        put(store, pages)
        update_copies(store, Settings())
        gone = pages[0][0]
        with store.write() as writer:
            writer.connection.execute(tables.documents.update().where(tables.documents.c.id == gone.id).values(file="a.txt"))
            writer.remove_stale("a.txt", originals=[gone.original], documents=[])
        assert store.read().overlaps() is None
        update_copies(store, Settings())
        assert edges(store) == as_found(pages[1:])


def test_edges_are_told_only_where_they_are_up_to_date(tmp_path: Path) -> None:
    pages = coverage(1)
    with open_store(tmp_path / "a.db", create=True) as store:
        put(store, pages[:-1])
        update_copies(store, Settings())
        assert list(store.read().overlaps() or ()) == as_found(pages[:-1])
        put(store, pages[-1:])
        assert store.read().overlaps() is None


def test_owners_have_the_same_bits_on_both_sides_of_the_store() -> None:
    assert shelf.OWNER == OWNER
