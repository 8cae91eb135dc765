"""Who may be one by what they are called: asked of a person, never joined."""

from __future__ import annotations

import pytest

from quoth.store import ActorTally
from quoth.view.alike import Alike, alike


def actor(name: str, kind: str = "person", country: str | None = None, number: int = 0) -> ActorTally:
    return ActorTally(f"{name}{number}", name, kind, country, 1, 1)


def why(*actors: ActorTally, **offices: list[tuple[str, str]]) -> list[str]:
    return [one.why for one in alike(actors, {one.id: offices.get(one.id.split()[0], []) for one in actors})]


def test_equal_names_are_one_question_and_the_one_who_says_more_comes_first() -> None:
    first, second = actor("Ilse Korb"), actor("Ilse Korb", number=1)
    assert alike((first, second), {}) == [Alike(first.id, second.id, "both have this name")]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (actor("Northern envoy", "group"), actor("Northern envoys", "group"), "singular and plural of one name"),
        (actor("Korva Post", "outlet"), actor("korvapost.example", "outlet"), "one is the name of a site"),
        (actor("the Harbour Board", "body"), actor("The Harbour Board", "body", number=1), "both have this name"),
    ],
)
def test_names_that_differ_in_form_alone_are_asked_about(one: ActorTally, other: ActorTally, told: str) -> None:
    (found,) = why(one, other)
    assert found.startswith(told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Ilse Korb", country="Norvia"), actor("Ilse Korb", country="Arden", number=1)),
        (actor("officials", "group"), actor("officials", "group", number=1)),
        (actor("Two officials", "group"), actor("Two officials", "group", number=1)),
        (actor("1,200 people", "group"), actor("1,200 people", "group", number=1)),
        (actor("Korva", "place"), actor("Korva", "body", number=1)),
        (actor("Ilse Korb"), actor("Tom Lorn")),
    ],
)
def test_who_is_of_another_state_or_nobody_in_particular_is_not(one: ActorTally, other: ActorTally) -> None:
    assert why(one, other) == []


def test_who_is_named_by_an_office_may_be_whoever_holds_it() -> None:
    minister, holder = actor("Ardenian interior minister", "group", "Arden"), actor("Ilse Korb", country="Arden")
    held = {"Ilse": [("minister of the interior", "Arden")], "Ardenian": [("interior minister", "Arden")]}
    assert why(holder, minister, **held) == ["one is named by an office that the other holds"]
    assert why(holder, actor("Tom Lorn", country="Arden"), Ilse=held["Ilse"], Tom=held["Ilse"]) == []  # one after the other
