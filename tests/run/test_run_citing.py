"""The law of citations: one by one in any order or all at once, the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.run.test_run_copies import OUTLETS, copy_of, empty_ledger, page, prose, put

from quoth.link import matters
from quoth.link.citations import Citing, read_citing
from quoth.link.copies import Page, find_copies, with_citations
from quoth.records import Copy, Document, Segment, SegmentKind, identify
from quoth.run import citing
from quoth.run.citing import as_copies, update_edges
from quoth.settings import Settings
from quoth.store import Store, open_store, tables

__all__ = ["empty_ledger"]
ECHO = "The Coast Echo reported that the weir at Orrin burst."


def coverage(seed: int) -> list[Page]:
    """Articles of several days on two matters that cite each other's outlets, some of which say by their dateline alone whose they are."""
    chance = random.Random(seed)  # noqa: S311 - a seeded coverage, no secret
    told = [prose(chance, 12), prose(chance, 12)]
    pages = []
    for number in range(chance.randint(5, 12)):
        named = chance.choice(OUTLETS[:-1])
        parts: list[tuple[SegmentKind, str]] = [("body", f"{chance.choice(told)[: chance.randint(30, 60)]} {prose(chance, 6)}.")]
        if chance.random() < 0.6:
            parts.append(
                ("body", f"{prose(chance, 3)}, {chance.choice(['according to', 'citing', 'as first reported by'])} {named}.")
            )
        if chance.random() < 0.1:
            parts.insert(0, ("body", f"Correction: {prose(chance, 3)}."))
        if chance.random() < 0.5:
            parts.insert(0, ("dateline", f"ORRIN ({chance.choice(OUTLETS[:-1])}) —"))
        published = chance.choice(
            [None, f"2025-03-{chance.randint(1, 20):02}", f"2025-03-{chance.randint(1, 20):02}T10:00:00+00:00"]
        )
        pages.append(page(number, chance.choice(OUTLETS), parts, article=identify("article", number), published=published))
    return pages


def kept(store: Store) -> tuple[Copy, ...]:
    view = store.read()
    return with_citations(view.overlaps() or (), as_copies(view.citations() or ()))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample so small that most documents do not enter it."""
    monkeypatch.setattr(matters, "SAMPLE", 3)
    monkeypatch.setattr(citing, "SAMPLE", 3)
    monkeypatch.setattr(citing, "PORTION", 2)


@pytest.mark.usefixtures("small")
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), order=st.randoms(use_true_random=False), portions=st.integers(1, 4))
def test_one_by_one_in_any_order_the_citations_are_those_of_all_at_once(
    empty_ledger: Path, seed: int, order: random.Random, portions: int
) -> None:
    pages = coverage(seed)
    expected = find_copies(pages)
    order.shuffle(pages)
    with copy_of(empty_ledger) as store:
        for start in range(0, len(pages), portions):
            put(store, pages[start : start + portions])
            update_edges(store, Settings())
        assert kept(store) == expected


def test_the_coverage_of_this_law_has_citations_of_all_sorts() -> None:
    found = [edge for seed in range(12) for edge in find_copies(coverage(seed)) if edge.kind == "citation"]
    assert len(found) > 12
    assert {edge.decided for edge in found} == {True, False}


def told(name: str, outlet: str | None, text: str, published: str) -> Page:
    return page(ord(name), outlet, [("body", text)], article=identify("article", name), published=published)


def cited(store: Store) -> list[tuple[str, str]]:
    titles = {document.id: chr(int(document.title or "0")) for document in store.read().documents()}
    return sorted((titles[one.copy], titles[one.source]) for one in as_copies(store.read().citations() or ()))


def add(store: Store, pages: Sequence[Page]) -> None:
    put(store, pages)
    update_edges(store, Settings())


@pytest.mark.usefixtures("small")
def test_a_report_that_comes_late_is_found_by_those_that_cited_it_before(tmp_path: Path) -> None:
    others = [told(name, "Hill Post", f"Nothing of it {name}.", "2025-03-02") for name in "mno"]
    with open_store(tmp_path / "a.db", create=True) as store:
        add(store, [*others, told("b", "Hill Post", ECHO, "2025-03-03")])
        assert cited(store) == []
        add(store, [told("a", "Coast Echo", "The weir at Orrin burst at dawn.", "2025-03-02")])
        assert cited(store) == [("b", "a")]


def test_no_text_is_read_again_for_one_more_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        add(store, [told("a", "Coast Echo", "The weir at Orrin burst.", "2025-03-02"), told("b", "Hill Post", ECHO, "2025-03-03")])
        read: list[str] = []

        def noted(document: Document, segments: Sequence[Segment]) -> Citing:
            read.append(document.id)
            return read_citing(document, segments)

        monkeypatch.setattr("quoth.run.citing.read_citing", noted)
        add(store, [told("c", "Hill Post", f"{ECHO} Nobody was there.", "2025-03-03")])
        assert len(read) == 1
        assert cited(store) == [("b", "a"), ("c", "a")]


def test_where_a_document_goes_citations_are_not_told_until_all_are_made_anew(tmp_path: Path) -> None:
    report, copy = told("a", "Coast Echo", "The weir at Orrin burst.", "2025-03-02"), told("b", "Hill Post", ECHO, "2025-03-03")
    with open_store(tmp_path / "a.db", create=True) as store:
        add(store, [report, copy])
        with store.write() as writer:
            writer.connection.execute(tables.documents.update().where(tables.documents.c.id == report[0].id).values(file="a.txt"))
            writer.remove_stale("a.txt", originals=[report[0].original], documents=[])
        assert store.read().citations() is None
        update_edges(store, Settings())
        assert cited(store) == []
