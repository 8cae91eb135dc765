"""What is sure to be two claims, however alike the words: two people's plans, other figures of one deed, and what is given and what is got."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_claims import actor, proposition, statement

from quoth.link.meanings import Meaning, are_apart, mean
from quoth.link.parties import Parties
from quoth.link.plans import whose_plan
from quoth.records import Part, Proposition, Stance, Statement

VOSS = replace(actor("Tilde Voss"), country=None)
OWN = (Part("she", "pronoun", "agent", 1), Part("back", "deed", "what", -1), Part("brandt", "name", "patient", 1))
PARTIES = Parties.among([actor("Vessia"), actor("Orrin")])


def planning(text: str = "she will back Brandt", *, stance: Stance = "asserts") -> Statement:
    return statement("a1", "Tilde Voss", proposition("", ("back", ("brandt",)), parts=OWN, main=1), text, stance=stance)


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        (planning(), "voss"),
        (planning("to back Brandt", stance="promises"), "voss"),
        (planning("to back Brandt", stance="thinks"), None),
        (replace(planning(), proposition=proposition("orrin", ("back", ("brandt",)), parts=(replace(OWN[0], word="orrin"), *OWN[1:]), main=1)), None),
        (replace(planning(), proposition=proposition("", ("back", ("brandt",)), parts=OWN, main=1, modality="did")), None),
    ],
)  # fmt: skip
def test_who_says_what_they_will_do_has_a_plan_of_their_own(told: Statement, whose: str | None) -> None:
    assert whose_plan(told, VOSS) == whose
    assert whose_plan(told, actor("Vessia")) is None


def plan(whose: str | None) -> Meaning:
    return mean(proposition("", ("back", ("brandt",))), parties=PARTIES, speaker=None, planned_by=whose)


def test_two_people_s_plans_are_two_claims() -> None:
    assert are_apart(plan("voss"), plan("snell"))
    assert not are_apart(plan("voss"), plan("voss"))
    assert not are_apart(plan("voss"), plan(None))


def toll(*figures: tuple[str, float]) -> Meaning:
    parts = [part for place, (deed, figure) in enumerate(figures) for part in (
        Part(deed, "deed", "and", -1), Part(str(figure), "number", "patient", 2 * place, (), figure, figure))]  # fmt: skip
    said = Proposition(figures[0][0], (), ("people",), ("people",), (), negated=False, modality="did",
                       numbers=tuple(figure for _, figure in figures), parts=tuple(parts), main=0)  # fmt: skip
    return mean(said, parties=PARTIES, speaker=None)


def test_as_many_wounded_as_others_say_were_killed_are_another_claim() -> None:
    assert are_apart(toll(("kill", 60), ("wound", 300)), toll(("kill", 300)))
    assert not are_apart(toll(("kill", 60), ("wound", 300)), toll(("kill", 60)))
    assert not are_apart(toll(("kill", 60), ("wound", 300)), toll(("wound", 300)))


def test_what_somebody_gets_is_not_what_they_give() -> None:
    got = mean(proposition("Vessia", ("receive", ("warning", "strike")), modality="did"), parties=PARTIES, speaker=None)
    gave = mean(proposition("Vessia", ("warn", ("orrin", "strike")), modality="did"), parties=PARTIES, speaker=None)
    theirs = mean(proposition("Orrin", ("warn", ("strike",)), modality="did"), parties=PARTIES, speaker=None)
    assert are_apart(got, gave)
    assert are_apart(gave, got)
    assert not are_apart(got, theirs)
