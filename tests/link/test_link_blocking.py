"""Who is compared with whom, against the rule written out by hand."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.link import blocking
from quoth.link.blocking import CROWD, MANY, NEAR, Neighbours, enough, find_common, is_enough, meetings
from quoth.link.passages import Common, compare
from quoth.link.shingles import fingerprints, read_text, read_words, word_hash
from quoth.link.sketches import OWNER, bearer_of
from quoth.records import Document, Segment

WORDS = [f"{one}{two}" for one in ("ka", "lo", "mi", "nu", "re", "si") for two in ("ban", "dor", "fel", "gim", "hul", "jar", "pok")]


def document(text: str, name: str = "a") -> tuple[Document, tuple[Segment, ...]]:
    return (
        Document(
            id=name, article=name, input_id=None, outlet=name, url=None, title=None, authors=(), published=None,
            published_from="unknown", fetched=None, language="en", sha256="", origin=None, text=text, original="",
        ),
        (Segment("body", 0, len(text)),),
    )  # fmt: skip


def by_rule(bearers: dict[int, list[int]]) -> Counter[tuple[int, int]]:
    met: Counter[tuple[int, int]] = Counter()
    for row in bearers.values():
        near = NEAR if len(row) <= CROWD else 1
        met.update((row[one], row[other]) for one, other in combinations(range(len(row)), 2) if other - one <= near)
    return met


@settings(deadline=None)
@given(st.lists(st.sets(st.integers(0, 40), max_size=30), max_size=6))
def test_bearers_of_one_mark_meet_those_next_to_them(rows: list[set[int]]) -> None:
    bearers = {mark: sorted(row) for mark, row in enumerate(rows)}
    marks = np.array([mark for mark, row in bearers.items() for _ in row], np.int64)
    numbers = np.array([number for row in bearers.values() for number in row], np.int64)
    first, second, weights = meetings(marks, numbers, printed=np.zeros(0, np.int64))
    assert Counter(zip(first.tolist(), second.tolist(), strict=True)) == by_rule(bearers)
    assert set(weights.tolist()) <= {blocking.WEIGHT}


def test_in_a_crowd_each_meets_one_on_either_side() -> None:
    numbers = np.arange(CROWD + 1)
    first, second, _ = meetings(np.zeros(CROWD + 1, np.int64), numbers, printed=np.zeros(0, np.int64))
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == [(at, at + 1) for at in range(CROWD)]


@settings(deadline=None)
@given(st.integers(0, 40), st.integers(0, 40))
def test_a_new_bearer_meets_and_parts_as_the_rule_says(before: int, after: int) -> None:
    others = [number for number in range(before + after + 1) if number != before]
    met, old = by_rule({0: list(range(before + after + 1))}), by_rule({0: others})
    around = Neighbours(0, tuple(others[:before]), tuple(others[before:]))
    assert {tuple(sorted((before, one))) for one in around.met()} == {pair for pair in met if before in pair}
    assert set(old) - set(met) <= {tuple(sorted(pair)) for pair in around.parted()} <= set(old)


def test_the_one_that_makes_a_crowd_parts_all_that_are_not_neighbours() -> None:
    others = list(range(CROWD))
    around = Neighbours(0, tuple(others), ())
    lost = set(by_rule({0: others})) - set(by_rule({0: [*others, CROWD]}))
    assert lost <= set(around.parted())


def test_what_many_outlets_print_and_what_crowds_share_is_common() -> None:
    marks = np.array([1] * MANY + [2] * MANY + [3] * (CROWD + 1), np.int64)
    owners = [*range(MANY), *[0] * MANY, *[1] * (CROWD + 1)]
    bearers = np.array([(owner << OWNER) + at for at, owner in enumerate(owners)], np.int64)
    common = find_common(marks, bearers)
    assert (common.printed.tolist(), common.crowded.tolist()) == ([1], [3])


@given(st.integers(1, 400), st.integers(1, 100), st.booleans())
def test_one_pair_and_many_are_judged_alike(met: int, shorter: int, same_owner: bool) -> None:  # noqa: FBT001 - drawn
    many = enough(np.array([met]), np.array([shorter]), np.array([same_owner]))
    assert is_enough(met, shorter, same_owner=same_owner) == bool(many[0])


def test_documents_of_one_outlet_stand_together() -> None:
    assert bearer_of("a", "herald") >> OWNER == bearer_of("b", "herald") >> OWNER != bearer_of("a", "echo") >> OWNER
    assert bearer_of("a", "herald") != bearer_of("b", "herald")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_words_are_those_of_the_pattern_and_their_hash_is_of_their_letters(text: str) -> None:
    found = read_text(*document(text))
    words = [text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]
    assert words == [match.group() for match in re.finditer(r"\w+", text)]
    assert found.words.tolist() == [word_hash(word) for word in words] == read_words(*document(text)).tolist()


def test_headlines_set_into_a_sentence_are_no_words_of_it() -> None:
    told = "Senator Ida Marl Ida Anne MarlCounty votes on the dam today Harvest fails again in the hills MORE (R) left early."
    assert len(read_text(*document(told)).words) == 9


def prose(seed: int, count: int) -> str:
    chance = np.random.default_rng(seed)
    return " ".join(WORDS[at] for at in chance.integers(0, len(WORDS), count).tolist())


@pytest.mark.parametrize(("own", "shared"), [(200, False), (20, True)])
def test_a_template_counts_only_where_it_is_the_whole_text(own: int, shared: bool) -> None:  # noqa: FBT001 - parametrised
    template = prose(1, 60)
    first, second = (read_text(*document(f"{template} {prose(seed, own)}")) for seed in (2, 3))
    crowded = fingerprints(read_words(*document(template)))
    overlap = compare(first, second, common=Common(np.zeros(0, np.int64), crowded))
    assert (overlap.shared_runs > 40) is shared


def test_what_many_print_counts_unless_it_is_quoted() -> None:
    said = prose(1, 60)
    printed = Common(fingerprints(read_words(*document(said))), np.zeros(0, np.int64))
    told = [read_text(*document(f"{said} {prose(seed, 200)}")) for seed in (2, 3)]
    quoted = [read_text(*document(f"“{said}” {prose(seed, 200)}")) for seed in (2, 3)]
    assert compare(*told, common=printed).shared_runs > 40
    assert compare(*quoted, common=printed).shared_runs < 8
