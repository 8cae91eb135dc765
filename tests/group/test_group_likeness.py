from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from tests.group.pages import page

from quoth.group.index import GRAIN, Index, unit
from quoth.group.likeness import CROWD, FLOOR, WINDOW, Compared, Field, compare, compare_all, fading, log_odds, weigh
from quoth.group.nearest import CIRCLE, SCALED, Around, Nearest
from quoth.group.words import count_words
from quoth.group.worth import Worth
from quoth.lexicon.likeness import likeness_weights

DAM = "The lower dam on the Sarn broke at four and flooded Orrin, where the mill and two bridges are gone."
MILL = "Rescuers in Orrin searched the flooded mill on Tuesday after the lower dam on the Sarn broke."
LEVY = "Farmers near Tarn asked for a lower levy, which the council had raised for a mill and bridges."
PILOTS = "Harbour pilots in Port Ilmar will strike from Monday over night shifts, their association said."


def compared(*texts: str, days: list[date | None] | None = None) -> list[Compared]:
    words = [count_words(*page(str(number), text)) for number, text in enumerate(texts)]
    return compare_all(weigh(words, Worth.of(words)), days or [None] * len(texts), [str(number) for number in range(len(texts))])[1]


def odds(one: str, other: str) -> float:
    (first, _) = compared(one, other)
    return float(log_odds(first.features)[0]) if len(first.others) else FLOOR


def test_each_pair_is_compared_once() -> None:
    assert [one.others.tolist() for one in compared(DAM, MILL, DAM)] == [[1, 2], [2], []]


def test_documents_that_share_nothing_are_not_compared() -> None:
    assert [one.others.tolist() for one in compared(DAM, PILOTS)] == [[], []]


def test_documents_far_apart_in_time_are_not_compared() -> None:
    near, far = date(2025, 3, 15), date.fromordinal(date(2025, 3, 15).toordinal() + WINDOW + 1)
    assert [len(one.others) for one in compared(DAM, DAM, days=[near, far])] == [0, 0]
    assert [len(one.others) for one in compared(DAM, DAM, days=[near, None])] == [1, 0]


def test_two_reports_of_one_event_are_likelier_of_one_story_than_not() -> None:
    assert odds(DAM, MILL) > 0 > odds(DAM, PILOTS)


@pytest.mark.parametrize(("shared", "other"), [("It was Friday.", "It was Sunday."), ("On May 3.", "On April 9.")])
def test_a_shared_date_speaks_for_one_story(shared: str, other: str) -> None:
    report, rival = f"A mill in Orrin burned down. {shared}", f"A ferry was sold in Ilmar after long talks with buyers. {shared}"
    assert odds(report, rival) > odds(report, rival.replace(shared, other))


def test_the_more_rare_words_two_share_the_likelier() -> None:
    (first, *_) = compared(DAM, LEVY, DAM)
    levy, copy = first.features["shared"].tolist()
    assert 0 < levy < copy
    fewer = {**first.features, "shared": first.features["shared"] - 1.0}
    assert log_odds(fewer)[0] < log_odds(first.features)[0]


def test_what_would_do_for_short_reports_does_not_for_long_ones() -> None:
    padding = " of the" * 300
    (short, _), (long, _) = compared(DAM, LEVY), compared(DAM + padding, LEVY + padding)
    assert short.features["shared"] == long.features["shared"]
    assert short.features["length"] < long.features["length"]
    assert odds(DAM, LEVY) > odds(DAM + padding, LEVY + padding)


def test_the_nearer_in_time_the_likelier() -> None:
    assert fading(0) > fading(1) > fading(10)


def test_a_cosine_is_that_of_the_vectors() -> None:
    vectors = [unit({"dam": 1.0, "mill": 1.0}), unit({"mill": 1.0}), unit({"pilot": 1.0})]
    assert np.round(Index(vectors).products(np.array([0]), np.array([1, 2])), 3).tolist() == [[0.707, 0.0]]


def test_of_bare_words_those_shared_are_counted() -> None:
    assert Index([{"dam", "mill"}, {"mill", "dam", "levy"}, ()]).products(np.array([0]), np.array([1, 2])).tolist() == [[2.0, 0.0]]


def test_weights_are_whole_grains_so_that_sums_are_exact() -> None:
    assert all((weight / GRAIN).is_integer() for weight in unit({"a": 1.0, "b": 3.0, "c": 2.0}).values())


def test_what_is_near_by_does_not_hang_on_what_else_is_at_hand() -> None:
    words = [count_words(*page(str(number), text)) for number, text in enumerate((DAM, MILL, LEVY, PILOTS, DAM))]
    profiles = weigh(words, Worth.of(words))
    days = [date(2025, 3, 15), None, date(2025, 3, 17), date(2025, 9, 1), date(2025, 3, 20)]
    whole = {one.number: one for one in Field(profiles, days).compare()}
    (alone,) = Field(profiles, days).compare(only=np.array([4]))
    few = {one.number: one for one in Field(profiles[:3], days[:3]).compare()}
    names = [str(number) for number in range(5)]
    assert alone.nearest(names) == whole[4].nearest(names)
    every = [whole[number].nearest(names) for number in range(3)]
    (again, *_) = compare(profiles[:3], days[:3], Around(every, names[:3]))
    (there, *_) = compare(profiles, days, Around((whole[number].nearest(names) for number in range(5)), names))
    assert again.features["around"].tolist() == there.features["around"].tolist()[:2]
    assert alone.others.tolist() == whole[4].others.tolist() == [0, 1, 2]
    for kind in SCALED:
        assert few[0].features[kind].tolist() == whole[0].features[kind].tolist()[:-1]


def test_what_is_nearer_to_others_is_never_more_alike_to_one() -> None:
    weights = [likeness_weights(alone=alone)[kind] for kind in SCALED for alone in (True, False)]
    assert min(weights) >= 0  # so whom a document was unlike, it stays unlike: ``group.regroup``


def test_the_nearest_are_the_same_one_by_one_in_any_order() -> None:
    chance = np.random.default_rng(3)
    names = [f"{number:02}" for number in range(3 * CIRCLE)]
    cosines = {kind: np.round(chance.random(len(names)) * 8) / 8 for kind in SCALED}
    made = Nearest({kind: [] for kind in SCALED}, {})
    for place in chance.permutation(len(names)).tolist():
        made = made.beside({kind: float(cosines[kind][place]) for kind in SCALED}, names[place])
    assert made == Nearest.of(cosines, names)
    assert list(made.circle.items()) == list(Nearest.of(cosines, names).circle.items())
    assert len(made.circle) == CIRCLE


def test_two_alike_events_are_told_apart_by_what_is_near_to_each() -> None:
    fires = ("A fire burned the mill in Orrin on Friday, Dain said.", "A fire burned the mill in Tarn on Friday, Holm said.")
    told = [f"{fire} Nobody saw {word}{number}." for number, fire in enumerate(fires) for word in "klmnprstvwz"]
    (first, *_) = compared(*told)
    around = dict(zip(first.others.tolist(), first.features["around"].tolist(), strict=True))
    assert min(around[one] for one in range(1, 11)) > max(around[one] for one in range(11, 22))


def test_among_few_documents_what_is_near_says_nothing() -> None:
    few, more = (compared(DAM, LEVY, *[PILOTS] * count)[0].features for count in (1, CROWD))
    assert few["alone"][0] > 0.9 > more["alone"][0] == 0.0
    apart = {**few, "around": few["around"] * 0.0}
    assert log_odds({**apart, "alone": np.ones(1)})[0] == log_odds({**few, "alone": np.ones(1)})[0]
    assert log_odds({**apart, "alone": np.zeros(1)})[0] < log_odds({**few, "alone": np.zeros(1)})[0]


@pytest.mark.parametrize("kept", [1, 2])
def test_only_the_heaviest_words_are_kept(kept: int) -> None:
    assert list(unit({"a": 1.0, "b": 3.0, "c": 2.0}, kept=kept)) == ["b", "c"][:kept]
