"""What one side accuses another of: one claim in whatever words, with its denials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests.link.test_link_claims import actor, ground, only, stands, statement

from quoth.language.encoder.reader import SIZE, Vectors
from quoth.link import charges, placing
from quoth.link.charged import Bench, find_charges
from quoth.link.charges import find_accusations
from quoth.link.claims import align_claims
from quoth.link.contents import whole_words
from quoth.link.meanings import Meaning, mean
from quoth.link.parties import Parties
from quoth.link.placing import Places
from quoth.records import Actor, Passage, Proposition, Span, Statement

ACTORS = {
    one.id: one
    for one in (*map(actor, ("Vessia", "Marland", "Orrin", "Tilde Voss")), Actor("Quell", "Quell", "place", None, (), ()))
}
PARTIES = Parties.among(ACTORS.values())


def said(name: str, speaker: str | None, text: str, *words: str, **more: Any) -> Statement:
    told = {key: more.pop(key) for key in ("modality", "numbers") if key in more}
    negated = more.pop("not_so", False)
    values: dict[str, Any] = {"modality": "did", "negated": negated, "tense": "past"} | told
    return statement(name, speaker, Proposition(words[1], words[:1], words[2:], words, (), **values), text, **more)


def accuses(name: str, speaker: str | None, text: str, *words: str, cue: str = "accused", **more: Any) -> Statement:
    place = int(name[1:]) * 200
    return said(name, speaker, text, *words, stance="accuses", cue=Passage(cue, (Span(place, place + len(cue)),)), **more)


SABOTAGE = accuses("a1", "Tilde Voss", "the Marlander services of sabotage", "", "service", "sabotage")
DAMAGE = accuses("b1", "Vessia", "that Marland's agents had damaged the dam", "marland", "damage", "dam", cue="charge")
SPIED = accuses("a2", "Vessia", "Marland of spying on its fleet", "marland", "spy", "fleet")
PLANS = accuses("c1", "Vessia", "Marland of planning to blow up the dam", "marland", "blow", "dam", modality="will")
AGAIN = accuses("b2", "Tilde Voss", "her accusation", "", "accusation", cue="repeated")
CAPITAL = accuses("c1", "Vessia", "Quell of having sent the saboteurs", "quell", "send", "saboteur")
RETORT = accuses("d1", "Marland", "Vessia of hiding the state of the dam", "vessia", "hide", "state", "dam")
CALLED = said("a3", "Marland", "the charge absurd", "", "charge", act="describe")
UNDONE = said("d2", "Marland", "that no Marlander agent had touched the dam", "marland", "touch", "dam", not_so=True)


def otherwise(one: Statement, **changed: Any) -> Statement:
    """The statement with another proposition."""
    assert one.proposition is not None
    return replace(one, proposition=replace(one.proposition, **changed))


UNWILLED = replace(otherwise(UNDONE, predicate="want"), id="d3")


def bench(told: Sequence[Statement]) -> Bench:
    return Bench.among(PARTIES, ACTORS, {one.id: (one.speaker[2:],) if one.speaker else () for one in told})


def meanings(told: Sequence[Statement]) -> dict[str, Meaning]:
    return {
        one.id: mean(one.proposition, parties=PARTIES, speaker=one.speaker and one.speaker[2:], whole=whole_words(one))
        for one in told
        if one.proposition
    }


def accusations(*told: Statement, text: str = "") -> charges.Accusations:
    return find_accusations({one.id: one for one in told}, meanings(told), bench(told), Places(), lambda _: text)


@pytest.fixture
def nearness(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Has all statements lie as near to each other as is asked for."""

    class Encoder:
        def __init__(self, near: float) -> None:
            self.near, self.known = near, dict[str, int]()

        def read(self, texts: Sequence[str]) -> Vectors:
            found = np.zeros((len(texts), SIZE), np.float32)
            for row, text in zip(found, texts, strict=True):
                row[0], row[1 + self.known.setdefault(text, len(self.known))] = self.near**0.5, (1 - self.near) ** 0.5
            return found

    def lie(near: float) -> None:
        encoder = Encoder(near)
        monkeypatch.setattr(placing, "load_statement_encoder", lambda: encoder)

    return lie


def sides(*told: Statement) -> list[tuple[str | None, str | None]]:
    return [(one.accuser, one.accused) for one in find_charges({one.id: one for one in told}, bench(told))]


def test_sides_are_states_by_their_bodies_people_and_adjectives() -> None:
    adjective = replace(SABOTAGE, content=replace(SABOTAGE.content, text="the Marlandian services of sabotage"))
    assert sides(adjective, DAMAGE, RETORT) == [("vessia", "marland"), ("vessia", "marland"), ("marland", "vessia")]


def test_its_deed_is_that_of_whoever_answers() -> None:
    outer = said("b0", "Marland", "Vessia's charge that its agents had damaged the dam", "agent", "damage", "dam", stance="denies")
    own = replace(DAMAGE, content=replace(DAMAGE.content, text="that its agents had damaged the dam"), parent="b0")
    assert sides(outer, own) == [("vessia", "marland")]


def test_a_capital_is_the_state_that_the_other_side_accuses_where_that_is_one_alone() -> None:
    assert sides(DAMAGE, CAPITAL)[1] == ("vessia", "marland")
    other = replace(SPIED, content=replace(SPIED.content, text="Orrin of spying on its fleet"))
    assert sides(DAMAGE, CAPITAL, other)[1] == ("vessia", "quell")


def test_who_denies_that_they_accuse_accuses_nobody() -> None:
    outer = said("b0", "Vessia", "that it accused Marland of it", "vessia", "accuse", stance="denies")
    assert sides(outer, replace(DAMAGE, parent="b0")) == []


def test_accusations_of_one_side_against_one_other_are_of_one_deed_where_no_article_tells_two(nearness: Any) -> None:
    nearness(0.55)
    assert accusations(DAMAGE, replace(SPIED, id="c2", document="c"), RETORT).told == (("b1", "c2"),)
    assert accusations(replace(DAMAGE, id="a0", document="a"), SPIED, replace(SPIED, id="c2", document="c")).told == (("a2", "c2"),)
    nearness(0.7)
    assert accusations(replace(DAMAGE, id="a0", document="a"), SPIED).told == (("a0", "a2"),)


def test_what_is_done_and_what_is_planned_are_two(nearness: Any) -> None:
    nearness(0.6)
    assert accusations(DAMAGE, PLANS).told == ()
    assert accusations(DAMAGE, otherwise(PLANS, modality="did")).told == (("b1", "c1"),)


def test_other_figures_are_another_deed(nearness: Any) -> None:
    nearness(0.9)
    first, second = (otherwise(one, numbers=(n,)) for one, n in ((DAMAGE, 3.0), (PLANS, 7.0)))
    assert accusations(first, second).told == ()


@pytest.mark.parametrize(("near", "told"), [(0.75, (("b1", "c3"),)), (0.68, ())])
def test_what_the_accuser_says_plainly_is_of_it_where_it_lies_near(
    near: float, told: tuple[tuple[str, ...], ...], nearness: Any
) -> None:
    nearness(near)
    assert accusations(DAMAGE, said("c3", "Tilde Voss", "the Marlanders broke the dam", "marland", "break", "dam")).told == told


def test_what_only_repeats_an_accusation_means_the_one_of_its_side(nearness: Any) -> None:
    nearness(0.1)
    assert accusations(DAMAGE, AGAIN, RETORT).repeated == {"b2": "b1"}
    assert accusations(SPIED, replace(DAMAGE, id="c0", document="c"), AGAIN).repeated == {}


def test_the_accused_side_calls_it_something_or_says_it_did_no_such_thing(nearness: Any) -> None:
    nearness(0.6)
    assert accusations(DAMAGE, CALLED, UNDONE, UNWILLED).denied == {"a3": "b1", "d2": "b1"}
    assert accusations(DAMAGE, replace(CALLED, speaker="r-Orrin"), replace(UNDONE, speaker="r-Vessia")).denied == {}
    nearness(0.5)
    assert accusations(DAMAGE, UNDONE).denied == {}


def test_an_accusation_in_other_words_is_one_claim_with_its_denials(nearness: Any) -> None:
    nearness(0.6)
    claim = only(align_claims([DAMAGE, CALLED, UNDONE, replace(SPIED, id="c2", document="c")], ground=ground()))
    assert stands(claim) == {"Marland": "denies", "Vessia": "asserts"}
    assert [one.statement for one in claim.statements] == ["a3", "b1", "c2", "d2"]
