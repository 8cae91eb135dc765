from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.lexicon.restating import CONSTANT, restating_weights
from quoth.link.drafts import gather
from quoth.link.matching import AGAIN
from quoth.link.meanings import Meaning, are_apart
from quoth.link.restating import LONGEST, Weighed, longest_row, restate, weigh_evidence

QUOTE = "the northern sluice was opened by nobody but the wind that night"
MEANING = Meaning(
    frozenset({"vessia"}), "open", frozenset({"open", "sluice", "wind"}), frozenset(), negated=False, modality="did",
    numbers=frozenset(), text=QUOTE, speaker="voss",
)  # fmt: skip
SOON = replace(
    MEANING, text="bread will be dear", deed="cost", things=frozenset({"cost", "bread"}), doers=frozenset(), speaker="lind"
)
SOME = st.sampled_from(
    [
        MEANING,
        SOON,
        replace(MEANING, text=""),
        replace(SOON, speaker=None),
        replace(MEANING, negated=True),
        replace(SOON, deed=None),
    ]
)


def weighed(meaning: Meaning) -> Weighed:
    return Weighed(meaning, {})


def test_the_words_of_one_speaker_in_two_articles_are_one_claim() -> None:
    again = replace(MEANING, text=f"he said that {QUOTE}", things=frozenset({"sluice", "wind"}), deed=None)
    assert restate([(weighed(MEANING), weighed(again))])[0] > AGAIN


def test_other_words_of_another_speaker_are_none() -> None:
    assert restate([(weighed(MEANING), weighed(SOON))])[0] < 0.2


@pytest.mark.parametrize(
    "other",
    [
        replace(MEANING, doers=frozenset({"marland"})),
        replace(replace(MEANING, numbers=frozenset({3.0})), numbers=frozenset({9.0})),
        replace(MEANING, modality="will"),
    ],
)
def test_one_deed_of_another_with_other_figures_or_yet_to_come_is_another_claim_in_the_same_words(other: Meaning) -> None:
    first = replace(MEANING, numbers=frozenset({3.0}), past=True)
    assert are_apart(first, other)
    assert restate([(weighed(first), weighed(other))]) == [0.0]


def test_who_tells_more_in_the_same_words_is_not_apart() -> None:
    assert not are_apart(MEANING, replace(MEANING, doers=frozenset(), numbers=frozenset({3.0})))


def test_what_lies_near_is_likelier_one_claim_and_what_lies_far_is_not() -> None:
    first, near, far = np.eye(4, dtype=np.float32)[0], np.array([0.9, 0.436, 0, 0], np.float32), np.eye(4, dtype=np.float32)[1]
    other = replace(SOON, doers=MEANING.doers)
    assert restate([(Weighed(MEANING, {}, first), Weighed(other, {}, near))])[0] > AGAIN
    assert restate([(Weighed(MEANING, {}, first), Weighed(other, {}, far))])[0] < 0.2


def test_without_a_vector_of_both_nearness_is_no_evidence() -> None:
    vector = np.ones(4, np.float32)
    assert "near" not in weigh_evidence(Weighed(MEANING, {}, vector), weighed(SOON))
    assert "near" not in weigh_evidence(weighed(MEANING), Weighed(SOON, {}, vector))
    assert "near" in weigh_evidence(Weighed(MEANING, {}, vector), Weighed(SOON, {}, vector))


def test_a_row_of_words_is_counted_up_to_its_most() -> None:
    assert longest_row(weighed(MEANING), weighed(MEANING)) == LONGEST
    assert longest_row(weighed(MEANING), weighed(replace(MEANING, text="but the wind said nothing"))) == 3
    assert longest_row(weighed(MEANING), weighed(SOON)) == 0


def test_a_draft_takes_nothing_that_is_sure_to_be_another_claim_than_one_of_it() -> None:
    third = replace(MEANING, doers=frozenset(), text=f"{QUOTE} again")
    marland = replace(MEANING, doers=frozenset({"marland"}), text=f"{QUOTE} once more", things=MEANING.things | {"more"})
    drafts = gather([("a", MEANING), ("b", third), ("c", marland)], weight={})
    assert [draft.statements for draft in drafts] == [["a", "b"], ["c"]]


@settings(max_examples=20, deadline=None)
@given(SOME, SOME)
def test_the_order_of_two_statements_does_not_matter(first: Meaning, second: Meaning) -> None:
    forth, back = restate([(weighed(first), weighed(second))]), restate([(weighed(second), weighed(first))])
    assert forth == pytest.approx(back)
    assert 0 <= forth[0] <= 1


def test_every_piece_of_evidence_has_a_weight_and_no_weight_is_without_evidence() -> None:
    vector = np.ones(4, np.float32)
    assert weigh_evidence(weighed(MEANING), weighed(SOON)).keys() | {CONSTANT} == restating_weights("far").keys()
    both = weigh_evidence(Weighed(MEANING, {}, vector), Weighed(SOON, {}, vector))
    assert both.keys() | {CONSTANT} == restating_weights("near").keys()
