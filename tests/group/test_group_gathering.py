from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.group import gathering
from quoth.group.gathering import gather
from quoth.group.growing import Growing
from quoth.group.index import unit
from quoth.group.months import find_months

DAM = {"dam": 1.0, "sarn": 1.0, "orrin": 1.0, "mill": 1.0}
PILOTS = {"pilot": 1.0, "harbour": 1.0, "strike": 1.0, "ilmar": 1.0}


def story(
    first: int,
    count: int,
    words: Mapping[str, float],
    day: int | None,
    channel: str | None = None,
    names: Mapping[str, float] | None = None,
) -> Growing:
    growing = Growing()
    for number in range(first, first + count):
        growing.add(number, unit(words), unit(names or {}), date(2025, 3, day) if day else None, channel)
    return growing


def gathered(*stories: Growing) -> set[frozenset[int]]:
    return {frozenset(one.story.members) for one in gather(stories)}


def test_parts_of_one_run_of_events_are_put_together() -> None:
    assert gathered(story(0, 3, DAM, 3), story(3, 4, DAM, 4)) == {frozenset(range(7))}


def test_stories_of_other_things_are_not() -> None:
    assert len(gathered(story(0, 3, DAM, 3), story(3, 4, PILOTS, 3))) == 2


def test_the_same_words_weeks_later_are_another_story() -> None:
    assert len(gathered(story(0, 3, DAM, 1), story(3, 4, DAM, 20))) == 2


def test_a_straggler_is_held_to_less_than_a_story_of_many() -> None:
    partly = {"dam": 1.0, **{f"other{number}": 1.0 for number in range(5)}}
    assert len(gathered(story(0, 1, partly, 3), story(1, 9, DAM, 3))) == 1
    assert len(gathered(story(0, 6, partly, 3), story(6, 9, DAM, 3))) == 2


def test_posts_of_one_channel_are_held_to_less() -> None:
    partly = {"dam": 1.0, **{f"other{number}": 1.0 for number in range(9)}}
    assert len(gathered(story(0, 1, partly, 3), story(1, 2, DAM, 4))) == 2
    assert len(gathered(story(0, 1, partly, 3, "Rescue"), story(1, 2, DAM, 4, "Rescue"))) == 1


def test_a_run_knows_the_words_that_all_its_parts_were_looked_up_by() -> None:
    (run,) = gather([story(0, 3, DAM, 3), story(3, 4, {**DAM, "levy": 0.5}, 4)])
    assert run.probes == {*DAM, "levy"}


def test_what_grew_by_joining_is_compared_again() -> None:
    bridge = {"dam": 1.0, "sarn": 1.0, "council": 1.0, "levy": 1.0}
    council = {"council": 1.0, "levy": 1.0, "vote": 1.0}
    assert len(gathered(story(0, 3, DAM, 3), story(3, 5, bridge, 3), story(8, 3, council, 4))) == 1


def test_alike_events_with_another_cast_are_two_stories() -> None:
    tarn, oskel = {"tarn": 1.0, "brunn": 1.0}, {"oskel": 1.0, "haal": 1.0}
    assert len(gathered(story(0, 2, DAM, 3, names=tarn), story(2, 2, DAM, 3, names=oskel))) == 2
    assert len(gathered(story(0, 2, DAM, 3, names=tarn), story(2, 2, DAM, 3, names=tarn))) == 1


def test_groups_of_several_that_name_other_months_are_held_to_more() -> None:
    partly = {**dict.fromkeys(DAM, 1.0), **{f"other{number}": 1.0 for number in range(6)}}

    def count(first: int, second: int) -> int:
        ours, theirs = story(0, 3, DAM, None), story(3, 3, partly, None)
        for one, month in ((ours, first), (theirs, second)):
            for _ in range(3):
                one.months.add(find_months({f"month:{month}": 1}).items())
        return len(gathered(ours, theirs))

    assert (count(6, 6), count(6, 12)) == (1, 2)


def some_stories(seed: int) -> list[Growing]:
    """Stories of some days, or of none, on three matters."""
    chance, made = random.Random(seed), list[Growing]()  # noqa: S311 - seeded stories, no secret
    matters = [[f"{start}{end}" for end in ("am", "ek", "olt", "ind")] for start in ("kr", "v", "sm")]
    for first in range(0, 60, 3):
        words = chance.sample(chance.choice(matters), 3) + chance.sample(matters[0], 1)
        growing, day = Growing(), date(2025, 3, 1) + timedelta(days=chance.randint(0, 90))
        for number in range(first, first + chance.randint(1, 3)):
            vector = unit({word: chance.randint(1, 4) for word in words})
            growing.add(number, vector, {}, day + timedelta(days=chance.randint(0, 9)) if first % 4 else None)
        made.append(growing)
    return made


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_stories_are_looked_up_within_their_days_without_another_result(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for span in (1, 32, 10**9):
        monkeypatch.setattr(gathering, "SPAN", span)
        found.append([(sorted(run.story.members), run.probes) for run in gather(some_stories(seed))])
    assert found[0] == found[1] == found[2]
    assert len(found[0]) < len(some_stories(seed))
