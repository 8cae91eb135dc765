"""The law of stories: one more document is grouped among those that it bears on, with the stories of grouping everything anew."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.run.dumped import dump
from tests.run.test_run_copies import copy_of, empty_ledger, page, prose, put

from quoth.group import likeness, nearest
from quoth.link.copies import Page
from quoth.records import Copy, Receipt, Story
from quoth.run import stories
from quoth.run.citing import update_edges
from quoth.run.gists import update_gists
from quoth.run.stories import find_stories, update_stories
from quoth.settings import Settings
from quoth.store import Store
from quoth.store.groupings import grouped as table

__all__ = ["empty_ledger"]
ROUND = 45 * 2**14
"""The ordinal of a day in August 2019 that a high power of two divides."""
TABLES = ("grouped", "postings", "tied", "runs", "probes", "rarities")
TOPICS = [[f"{start}{end}" for end in ("am", "ek", "olt", "ind", "usk", "arp", "ost", "ell")] for start in ("Kr", "V", "Sm", "Tw")]
FILLING = [f"{start}{end}" for start in ("ba", "de", "fi", "go") for end in ("ra", "ve", "to", "sil")]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample so small that most documents are not of it, though it tells which are nearest; documents are added one by one whatever there is."""
    monkeypatch.setattr(stories, "SAMPLE", 3)
    monkeypatch.setattr(likeness, "FEW", 0)
    monkeypatch.setattr(likeness, "CROWD", 3)
    monkeypatch.setattr(nearest, "CIRCLE", 3)
    monkeypatch.setattr(stories, "SOME", 0)


def coverage(seed: int, size: int = 10) -> list[Page]:
    """Documents of a few events each on one of several matters, some of them undated."""
    chance = random.Random(seed)  # noqa: S311 - a seeded coverage, no secret
    return [report(chance, number) for number in range(size)]


def report(chance: random.Random, number: int) -> Page:
    """A report, or a post that answers another, be it there or not."""
    words = chance.choices(chance.choice(TOPICS), k=chance.randint(3, 14)) + chance.choices(chance.choice(TOPICS) + FILLING, k=9)
    day = chance.choice([None, *(f"2025-{month}-{chance.randint(10, 19)}" for month in ("03", "03", "04", "09"))])
    document, segments = page(number, "Hill Post", [("body", f"{' '.join(words)}.")], article=str(number), published=day)
    answers = str(chance.randint(0, 12)) if chance.random() < 0.2 else None
    return replace(document, input_id=str(number), reply_to=answers, title=chance.choice([None, document.title])), segments


def add(store: Store, pages: Sequence[Page]) -> None:
    put(store, pages)
    update_edges(store, Settings())
    update_gists(store)
    update_stories(store)


def grouped(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    return {name: rows for name, rows in dump(store.path).items() if name in TABLES}


def alike_in(store: Store) -> set[tuple[Any, ...]]:
    return set(dump(store.path).get("alike", ()))


def edges(store: Store) -> tuple[Copy, ...]:
    return tuple(store.read().overlaps() or ())


def found(store: Store) -> tuple[Story, ...]:
    return find_stories(store.read(), edges(store))


@pytest.mark.usefixtures("few")
@settings(deadline=None, max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), order=st.randoms(use_true_random=False), portions=st.integers(1, 3))
def test_one_by_one_in_any_order_the_stories_are_those_of_all_at_once(
    empty_ledger: Path, seed: int, order: random.Random, portions: int
) -> None:
    pages = coverage(seed)
    with copy_of(empty_ledger) as store:
        add(store, pages)
        expected, stories_then, alike = grouped(store), found(store), alike_in(store)
    order.shuffle(pages)
    with copy_of(empty_ledger) as store:
        for start in range(0, len(pages), portions):
            add(store, pages[start : start + portions])
        assert found(store) == stories_then
        assert grouped(store) == expected
        assert alike_in(store) >= alike


def days_of_one_run() -> list[Page]:
    """Reports of one run of events, days apart, so that each is an event of its own."""
    chance, made = random.Random(9), []  # noqa: S311 - as above
    for number, day in enumerate((10, 13, 16, 19, 22, 25)):
        words = [*TOPICS[0], *TOPICS[1], *chance.sample(FILLING, 3)]
        chance.shuffle(words)
        made.append(page(number, "Hill Post", [("body", f"{' '.join(words)}.")], article=str(number), published=f"2025-03-{day}"))
    return made


def older_news(before: int = 29) -> list[Page]:
    """Reports that have nothing in common, all but one of before a round day."""
    chance = random.Random(5)  # noqa: S311 - as above
    days = [date.fromordinal(ROUND - 1 - number) for number in range(before)] + [date.fromordinal(ROUND + 9)]
    words = [prose(chance, 9).replace(" ", f"{number} ") for number in range(len(days))]
    return [
        page(number, "Arden Herald", [("body", f"{words[number]}.")], article=f"old {number}", published=day.isoformat())
        for number, day in enumerate(days)
    ]


@pytest.mark.usefixtures("few")
def test_one_more_article_is_grouped_among_those_that_it_bears_on_alone(
    empty_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, pages = older_news(), days_of_one_run()
    with copy_of(empty_ledger) as store:
        add(store, [*older, *pages])
        expected = grouped(store)
        assert {len(one.documents) for one in found(store)} == {1, len(pages)}
        assert len(set(events_of(store))) == len(older) + len(pages)
    with copy_of(empty_ledger) as store:
        add(store, [*older, *pages[:3]])
        monkeypatch.setattr(stories, "group_all", lambda *_: pytest.fail("all were grouped anew"))
        for one in pages[3:]:
            add(store, [one])
        assert grouped(store) == expected
        assert {len(one.documents) for one in found(store)} == {1, len(pages)}


@pytest.mark.usefixtures("few")
def test_an_older_article_that_tells_how_rare_words_are_has_all_grouped_anew(empty_ledger: Path) -> None:
    older, pages = older_news(), days_of_one_run()
    (first, *_) = sorted(older[:-1], key=lambda one: one[0].id)
    with copy_of(empty_ledger) as store:
        add(store, [*older, *pages])
        expected = grouped(store)
    with copy_of(empty_ledger) as store:
        add(store, [one for one in (*older, *pages) if one is not first])
        add(store, [first])
        assert grouped(store) == expected


def events_of(store: Store) -> list[int]:
    with store.write() as writer:
        return list(writer.connection.scalars(select(table.c.event)))


def test_stories_are_found_without_what_is_kept_where_edges_are_others(empty_ledger: Path) -> None:
    (one, *_), (other, *_) = pages = coverage(4)[:2]
    edge = Copy("x", one.id, other.id, "partial", 0.5, decided=True, receipt=Receipt("", (), ()))
    with copy_of(empty_ledger) as store:
        add(store, pages)
        (story,) = find_stories(store.read(), [edge])
        assert {*story.documents} == {one.id, other.id}
