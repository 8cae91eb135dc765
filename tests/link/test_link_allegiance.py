"""Who serves a state's minister or body is of that state; who is only told of beside them is not."""

from __future__ import annotations

import pytest
from tests.link.test_link_actors import Page, referent

from quoth.link.actors import merge_actors
from quoth.records import Referent, Story, Title

REEVE = referent("Anna Reeve", "a", country="Arden", names=("Anna Reeve", "Reeve"))
MINISTRY = referent("Arden Defense Department", "b", kind="body", country="Arden")
STORY = Story("s", "The dam", ("a", "b"), None, None)


def country_of(one: Referent, *others: Referent) -> str | None:
    actors = merge_actors([one, *others], documents={"a": Page(), "b": Page()}, stories=[STORY])
    return next(actor.country for actor in actors if one.id in actor.referents)


@pytest.mark.parametrize(
    ("title", "country"),
    [
        (Title("spokesman", "Reeve"), "Arden"),
        (Title("spokesman for the defence department", None), "Arden"),
        (Title("adviser", "Reeve"), "Arden"),
        (Title("former spokesman", "Reeve"), None),
        (Title("critic", "Reeve"), None),
        (Title("spokesman", "Harbour Union"), None),
    ],
)
def test_who_serves_somebody_is_of_their_state(title: Title, country: str | None) -> None:
    assert country_of(referent("Colin Marsh", "a", titles=(title,)), REEVE, MINISTRY) == country


def test_a_state_that_is_known_stays() -> None:
    envoy = referent("Colin Marsh", "a", titles=(Title("adviser", "Reeve"),), country="Ilmar")
    assert country_of(envoy, REEVE) == "Ilmar"


def test_who_serves_people_of_two_states_is_of_neither() -> None:
    dolan = referent("Marek Dolan", "a", country="Norvia", names=("Marek Dolan", "Dolan"))
    both = referent("Colin Marsh", "a", titles=(Title("adviser", "Reeve"), Title("adviser", "Dolan")))
    assert country_of(both, REEVE, dolan) is None


@pytest.mark.parametrize(
    ("name", "country"), [("Reeve’s office", "Arden"), ("Reeve's press office", "Arden"), ("Reeve’s house", None)]
)
def test_the_office_of_somebody_is_of_their_state(name: str, country: str | None) -> None:
    assert country_of(referent(name, "a", kind="group", names=()), REEVE) == country
