from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.language.pairs.reader import load_pair_reader
from quoth.lexicon.sameness import ANSWERS, TABLES, Question, sameness_weights
from quoth.link.evidence import Told, gather_evidence, weigh_words
from quoth.link.said import say
from quoth.link.verdicts import judge, weigh
from quoth.records import Part, Proposition


def told(text: str, *, negated: bool = False) -> Told:
    """A statement about the shelling of a dam by somebody; its structure says who."""
    doer = text.split(maxsplit=1)[0].lower()
    parts = (Part("shell", "deed", "what", -1), Part(doer, "name", "agent", 0), Part("dam", "thing", "patient", 0))
    proposition = Proposition(
        "shell", (doer,), ("dam",), (doer, "shell", "dam"), (doer.title(),), negated=negated, modality="did", parts=parts, main=0
    )
    return Told(text, say(proposition))


MARLAND, VESSIA = told("Marland shelled the dam."), told("Vessia shelled the dam.")
DENIAL = told("Marland did not shell the dam.", negated=True)
UNREAD = Told("Bread is dear.", None)
SOME = st.sampled_from([MARLAND, VESSIA, DENIAL, UNREAD])


def test_a_statement_has_the_main_point_of_itself() -> None:
    verdict = judge([(MARLAND, MARLAND)])[0]
    assert verdict.point == "same"
    assert verdict.one_claim > 0.8


def test_what_is_not_read_is_judged_by_its_words() -> None:
    verdict = judge([(MARLAND, UNREAD)])[0]
    assert verdict.point in {"related", "unrelated"}


def test_a_denial_opposes_more_than_another_doer() -> None:
    denial, other = judge([(MARLAND, DENIAL), (MARLAND, VESSIA)])
    assert denial.shares["opposed"] > other.shares["opposed"]


def test_nothing_to_judge_is_no_verdict() -> None:
    assert judge([]) == []


@settings(max_examples=12, deadline=None)
@given(SOME, SOME)
def test_the_order_of_two_statements_does_not_matter(first: Told, second: Told) -> None:
    forth, back = judge([(first, second)])[0], judge([(second, first)])[0]
    assert forth.point == back.point
    assert forth.one_claim == pytest.approx(back.one_claim)


@settings(max_examples=12, deadline=None)
@given(SOME, SOME)
def test_the_shares_of_a_verdict_sum_to_one(first: Told, second: Told) -> None:
    assert sum(judge([(first, second)])[0].shares.values()) == pytest.approx(1)


@pytest.mark.parametrize("question", TABLES)
def test_every_piece_of_evidence_that_has_a_weight_can_be_found(question: Question) -> None:
    pairs = [(first, second) for first in (MARLAND, VESSIA, DENIAL) for second in (MARLAND, DENIAL, UNREAD)]
    found = {name for each in gather_evidence(pairs, load_pair_reader()) for name in each}
    names = {name for name in sameness_weights(question).evidence if not name.startswith(("by ", "structure "))}
    assert names <= found


def test_a_statement_tells_every_detail_of_itself() -> None:
    assert judge([(MARLAND, MARLAND)])[0].detail == "same"


def test_who_else_did_it_is_another_detail() -> None:
    assert judge([(MARLAND, VESSIA)])[0].detail == "related"


def test_words_of_attribution_that_deny_it_are_read_with_it() -> None:
    said = Told(MARLAND.text, MARLAND.said, "The mayor said that Marland shelled the dam.")
    denied = Told(MARLAND.text, MARLAND.said, "The mayor denied that Marland shelled the dam.")
    plain, parted = judge([(MARLAND, said), (MARLAND, denied)])
    assert parted.shares["opposed"] > plain.shares["opposed"]
    assert weigh_words(MARLAND, denied)["one denied"] == 1
    assert weigh_words(MARLAND, denied)["one denies"] == 0


def test_without_attribution_the_passage_is_what_is_told() -> None:
    (evidence,) = gather_evidence([(MARLAND, VESSIA)], load_pair_reader())
    assert evidence["passage read told same"] == evidence["read told same"]


def test_more_evidence_of_sameness_makes_it_more_probable() -> None:
    shares = weigh([{"read told same": -3.0, "read made same": -3.0}, {"read told same": 3.0, "read made same": 3.0}])
    assert shares[1, ANSWERS.index("same")] > shares[0, ANSWERS.index("same")]


def test_a_word_of_denial_in_one_alone_is_noticed() -> None:
    assert weigh_words(MARLAND, DENIAL)["one denies"] == 1
    assert weigh_words(DENIAL, DENIAL)["one denies"] == 0


def test_other_figures_are_told_from_shared_ones() -> None:
    twelve, nine = Told("12 houses burned.", None), Told("9 houses burned.", None)
    assert weigh_words(twelve, nine)["figures apart"] == 1
    assert weigh_words(twelve, twelve)["figures shared"] == 1
