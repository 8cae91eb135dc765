"""Which documents tell how rare words are: as many as are wanted, of before a day that moves on seldom."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quoth.lexicon.sampling import BEFORE, count_days, parting_day, sample

DAYS = st.lists(st.integers(700_000, 700_400), max_size=200)


@given(days=DAYS)
def test_the_parting_day_has_its_share_of_the_corpus_before_it(days: list[int]) -> None:
    parting = parting_day(count_days(days))
    if parting is not None:
        before = sum(day < parting for day in days)
        assert BEFORE[0] * len(days) <= 100 * before <= BEFORE[1] * len(days)


@given(days=DAYS, order=st.randoms(use_true_random=False), count=st.integers(0, 50))
def test_the_sample_depends_on_the_documents_alone(days: list[int], order: random.Random, count: int) -> None:
    corpus: list[tuple[str, int | None]] = [(f"{number:03}", day) for number, day in enumerate(days)]
    found = sample(dict(corpus), count)
    order.shuffle(corpus)
    assert sample(dict(corpus), count) == found
    assert len(found.documents) == min(count, len(days))


def test_all_of_one_day_are_told_apart_by_their_identifiers() -> None:
    assert sample(dict.fromkeys("dbca", 730_000), 2) == (["a", "b"], None, (False, "b"))


def test_what_has_no_day_and_news_of_the_day_come_last() -> None:
    days = {f"m{number:02}": 730_000 + number for number in range(20)}
    found = sample({**days, "a": None, "b": 730_400}, 17)
    assert found.parting == 730_016 + 2
    assert found.documents == [f"m{number:02}" for number in range(17)]
    assert sample({**days, "a": None, "b": 730_400}, 20).documents[-2:] == ["a", "b"]


def test_news_of_the_day_changes_a_sample_seldom() -> None:
    chance = random.Random(3)  # noqa: S311 - a seeded corpus, no secret
    days: dict[str, int | None] = {f"{chance.random():.12f}": 730_000 + number // 4 for number in range(1000)}
    samples = [sample(days, 100)]
    for number in range(1000, 2000):
        days[f"{chance.random():.12f}"] = 730_000 + number // 4
        samples.append(sample(days, 100))
    assert sum(one != other for one, other in pairwise(samples)) < 10
