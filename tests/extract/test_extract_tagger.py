from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.test_extract_statements import parse

from quoth.extract.statements import find_attributed
from quoth.extract.tagger.attributor import find_vouched
from quoth.extract.tagger.decode import BEGINS, CONTENT, CUE, FOLLOWS, ROLES, SOURCE, Guess, choose, likeliest, read_parts
from quoth.extract.tagger.pieces import (
    CLOSE,
    OPEN,
    PARAGRAPH,
    UNKNOWN,
    count_pieces,
    cut_windows,
    encode_window,
    piece_words,
)
from quoth.extract.tagger.relations import BEFORE, RELATIONS, RULE_MARKS, CueReader, stack, stretch
from quoth.extract.tagger.words import QUOTED, SIZES, Words, read_words

TEXT = """The mayor said on Monday that the bridge would stay shut.

"We were not asked," Ilse Marn told reporters. According to the council, no date is set."""


def words_of(lengths: list[int]) -> Words:
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    total = int(starts[-1])
    features = np.zeros((total, len(SIZES)), dtype=np.int64)
    return Words(("w",) * total, np.repeat(np.arange(len(lengths)), lengths).astype(np.int64), starts, features)


@st.composite
def scored(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    width = draw(st.integers(1, 4))
    numbers = st.floats(-4, 4, allow_nan=False)
    scores = np.array(draw(st.lists(numbers, min_size=width * ROLES, max_size=width * ROLES))).reshape(1, width, ROLES)
    follows = np.array(draw(st.lists(st.floats(-1, 1), min_size=ROLES**2, max_size=ROLES**2))).reshape(ROLES, ROLES)
    return scores, follows


@settings(max_examples=25, deadline=None)
@given(scored())
def test_the_likeliest_roles_are_those_of_an_exhaustive_search(given_scores: tuple[np.ndarray, np.ndarray]) -> None:
    scores, follows = given_scores
    width = scores.shape[1]

    def total(path: tuple[int, ...]) -> float:
        joined = sum(follows[a, b] + FOLLOWS[a, b] for a, b in pairwise(path))
        return float(BEGINS[path[0]] + joined + sum(scores[0, at, role] for at, role in enumerate(path)))

    every = np.array([total(path) for path in product(range(ROLES), repeat=width)])
    path, fit = likeliest(scores, np.ones((1, width), dtype=bool), follows)
    assert total(tuple(path[0].tolist())) == pytest.approx(every.max())
    assert fit[0] == pytest.approx(every.max() - every.max() - np.log(np.exp(every - every.max()).sum()))


def test_what_lies_behind_the_last_word_changes_nothing() -> None:
    scores = np.random.default_rng(0).normal(size=(1, 6, ROLES))
    padded = np.concatenate([scores, np.full((1, 3, ROLES), 9.0)], axis=1)
    mask = np.array([[True] * 6 + [False] * 3])
    path, fit = likeliest(scores, mask[:, :6], np.zeros((ROLES, ROLES)))
    longer, same = likeliest(padded, mask, np.zeros((ROLES, ROLES)))
    assert longer[0, :6].tolist() == path[0].tolist()
    assert longer[0, 6:].tolist() == [0, 0, 0]
    assert same == pytest.approx(fit)


def test_parts_are_read_from_roles_in_words_of_the_document() -> None:
    path = np.array([SOURCE, SOURCE + 1, 0, CUE, CONTENT, CONTENT + 1, CONTENT, 0, CONTENT])
    assert read_parts(path, 10, SOURCE) == ((10, 12),)
    assert read_parts(path, 10, CUE) == ((13, 14),)
    assert read_parts(path, 10, CONTENT) == ((14, 16), (16, 17), (18, 19))


def guess(cue: int, content: tuple[int, int], outer: float, anywhere: float | None = None) -> Guess:
    return Guess(cue, outer, outer if anywhere is None else anywhere, -0.1, (), ((cue, cue + 1),), (content,))


def test_of_two_cues_in_each_others_content_the_likelier_is_outermost() -> None:
    likely, unlikely = guess(2, (3, 9), 0.9), guess(5, (0, 3), 0.6)
    assert choose([unlikely, likely], outer=0.4, inner=0.99) == [likely]


def test_a_cue_within_a_content_is_an_inner_statement_where_it_is_likely_anywhere() -> None:
    outer, inner, innermost = guess(1, (2, 20), 0.9), guess(5, (6, 15), 0.1, 0.8), guess(8, (9, 12), 0.05, 0.7)
    outside = guess(8, (9, 30), 0.05, 0.9)
    assert choose([outer, inner, innermost, outside], outer=0.4, inner=0.5) == [outer, inner, innermost]
    assert choose([outer, inner, innermost], outer=0.4, inner=0.75) == [outer, inner]


def test_a_doubted_guess_is_taken_where_the_rules_see_it_and_its_words_are_plain() -> None:
    words = words_of([20])
    doubted = replace(guess(5, (6, 15), 0.3), source=((4, 5),), fit=-0.01)
    assert find_vouched([doubted], words, {5}) == {5}
    assert find_vouched([doubted], words, {6}) == set()
    assert find_vouched([replace(doubted, source=())], words, {5}) == set()
    assert find_vouched([replace(doubted, outer=0.1, any=0.1)], words, {5}) == set()
    words.features[10, QUOTED] = 2
    assert find_vouched([doubted], words, {5}) == set()
    assert choose([doubted], outer=0.4, inner=0.5, vouched={5}) == [doubted]


def test_a_guess_without_content_is_no_statement() -> None:
    empty = Guess(3, 0.9, 0.9, -0.1, (), ((3, 4),), ())
    assert choose([empty], outer=0.4, inner=0.5) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=12), st.integers(4, 30), st.integers(0, 8))
def test_windows_cover_every_word_once_and_stay_short(lengths: list[int], longest: int, around: int) -> None:
    words = words_of(lengths)
    sizes = count_pieces(words, [(7, 8)] * len(words.texts))
    windows = list(cut_windows(words, sizes, longest, around))
    assert [word for one in windows for word in range(one.core_first, one.core_last)] == list(range(len(words.texts)))
    for one in windows:
        assert one.first <= one.core_first < one.core_last <= one.last
        assert sizes[one.first : one.last].sum() <= longest + 2 * around + 3
        assert sizes[one.first : one.core_first].sum() <= around


def test_windows_are_cut_between_paragraphs_where_that_is_possible() -> None:
    words = words_of([10, 10, 10])
    sizes = count_pieces(words, [(7,)] * 30)
    assert [(one.core_first, one.core_last) for one in cut_windows(words, sizes, 25, 0)] == [(0, 20), (20, 30)]
    assert next((one.core_first, one.core_last) for one in cut_windows(words, sizes, 8, 0)) == (0, 7)


def test_a_window_in_pieces_marks_paragraphs_and_knows_each_words_first_piece() -> None:
    words = words_of([2, 1])
    ids = piece_words(words, lambda _: ())
    assert ids == [(UNKNOWN,)] * 3
    encoded = encode_window(words, [(5, 6), (7,), (8,)], next(cut_windows(words, count_pieces(words, [(5, 6), (7,), (8,)]))))
    assert encoded.ids.tolist() == [OPEN, PARAGRAPH, 5, 6, 7, PARAGRAPH, 8, CLOSE]
    assert encoded.heads.tolist() == [2, 4, 6]
    assert encoded.words.tolist() == [-1, -1, 0, 0, 1, -1, 2, -1]


def test_a_word_of_very_many_pieces_does_not_fill_a_window() -> None:
    words = words_of([1])
    assert len(piece_words(words, lambda _: tuple(range(900)))[0]) == 16


def test_features_tell_case_quotations_syntax_and_rules() -> None:
    parsed = parse(TEXT)
    words = read_words(parsed, find_attributed(parsed))
    columns = list(SIZES)
    features = {text: words.features[at] for at, text in enumerate(words.texts)}
    assert words.features.shape == (len(words.texts), len(SIZES))
    assert (words.features >= 0).all()
    assert (words.features < np.array(list(SIZES.values()))).all()
    assert features["Ilse"][columns.index("shape")] == 2
    assert features["asked"][columns.index("quotation")] == 2
    assert features["said"][columns.index("rules")] == 3
    assert features["mayor"][columns.index("rules")] == 2
    assert features["bridge"][columns.index("rules")] == 6


def test_the_words_around_a_cue_stand_in_its_paragraph() -> None:
    parsed = parse(TEXT)
    rules = find_attributed(parsed)
    words = read_words(parsed, rules)
    reader = CueReader(parsed, words, rules)
    cue = words.texts.index("told")
    around = reader.around(cue)
    assert (int(around[0, 0]), int(around[-1, 0]) + 1) == stretch(words, cue) == (int(words.starts[1]), int(words.starts[2]))
    assert (around[:, 1] < RELATIONS).all()
    assert (around[:, 2] < RULE_MARKS).all()
    named = {words.texts[at]: mark for at, mark in zip(around[:, 0], around[:, 2], strict=True)}
    assert (named["Ilse"], named["Marn"], named["told"], named["asked"], named["council"]) == (2, 3, 4, 7, 1)
    assert around[cue - int(around[0, 0])].tolist() == [cue, 1, 4, BEFORE]


def test_behind_a_colon_the_next_paragraph_belongs_to_the_words_around_a_cue() -> None:
    parsed = parse("Rain fell.\n\nIlse Marn went on:\n\nWe were not asked, and we will not forget it.\n\nNobody answered.")
    words = read_words(parsed, ())
    went = words.texts.index("went")
    around = CueReader(parsed, words, ()).around(went)
    assert [words.texts[at] for at in around[:, 0]][-2:] == ["it", "."]
    assert around[-1, 1] == RELATIONS - 1
    windows = cut_windows(words, count_pieces(words, [(7,)] * len(words.texts)), 20, 0)
    assert [(one.core_first, one.core_last) for one in windows] == [(0, 3), (3, 20), (20, 23)]


def test_what_surrounds_two_cues_is_padded_to_one_width() -> None:
    parsed = parse(TEXT)
    words = read_words(parsed, ())
    reader = CueReader(parsed, words, ())
    around, mask = stack([reader.around(words.texts.index(cue)) for cue in ("said", "told")])
    lengths = np.diff(words.starts).tolist()
    assert mask.sum(1).tolist() == lengths
    assert around.shape == (2, max(lengths), 4)
    assert not around[~mask].any()
