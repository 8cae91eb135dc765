from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.link.judged.claims import Scene, judge_claims, restance
from quoth.link.origins import Lineage
from quoth.records import (
    Claim,
    ClaimStatement,
    Document,
    Judgement,
    Passage,
    Position,
    PositionStance,
    Span,
    Stance,
    Statement,
    Story,
)

OUTLETS = {"a": "The Gazette", "b": "Valley Post", "c": "The Gazette", "d": "Dam Watch"}


def document(id_: str) -> Document:
    return Document(id_, id_, None, OUTLETS[id_], None, None, (), "2031-03-16", "metadata", None, "en", "", None, "", "")


def statement(
    id_: str, where: str, stance: Stance = "asserts", speaker: str | None = None, words: str = "the gate was shut"
) -> Statement:
    spoken = Passage(words, (Span(10, 10 + len(words)),))
    return Statement(
        id=id_, document=where, form="indirect", stance=stance, source=None, cue=Passage("said", (Span(0, 4),)), content=spoken,
        speaker=speaker or f"r{id_}", undecided=None, addressee=None, via=(), parent=None, negated=False, score=0.9, time=None, proposition=None,
    )  # fmt: skip


STATEMENTS = {
    one.id: one
    for one in (
        statement("1", "a"),
        statement("2", "b", "denies"),
        statement("3", "c", words="nobody had shut the gate"),
        statement("4", "b", words="the gate stood open"),
        statement("5", "a", words="the pilots were on strike"),
    )
}
ACTORS = {f"r{name}": f"actor {name}" for name in STATEMENTS}
SCENE = Scene(
    statements=STATEMENTS,
    actor_of=ACTORS,
    members={},
    documents={name: document(name) for name in OUTLETS},
    stories={"s": Story("s", "The gate", tuple(OUTLETS), None, None)},
    lineage=Lineage.of([]),
    story_of=dict.fromkeys(OUTLETS, "s"),
)


def claim(id_: str, **stances: PositionStance) -> Claim:
    links = tuple(ClaimStatement(name.removeprefix("s"), stance) for name, stance in stances.items())
    positions = tuple(Position(ACTORS[f"r{one.statement}"], one.stance, "2031-03-16", (one.statement,)) for one in links)
    held = tuple(dict.fromkeys(STATEMENTS[one.statement].document for one in links))
    return Claim(id_, id_, "s", links, positions, held, len(held), None, None, ())


SHUT = claim("shut", s1="asserts", s2="denies")
OPEN = claim("open", s3="asserts", s4="asserts")


def judged(verdict: str, subject: str, *claims: Claim, scene: Scene = SCENE) -> dict[str, Claim]:
    made = Judgement("j", "claim", subject, verdict, "Ada", "1", None)
    return {one.id: one for one in judge_claims(claims or (SHUT, OPEN), [made], scene=scene)}


def stances(one: Claim) -> dict[str, PositionStance]:
    return {link.statement: link.stance for link in one.statements}


def test_claims_of_statements_that_say_the_same_are_one() -> None:
    found = judged("same", "1 3")
    assert list(found) == ["shut"]
    assert stances(found["shut"]) == {"1": "asserts", "2": "denies", "3": "asserts", "4": "asserts"}
    assert {one.actor for one in found["shut"].positions} == {"actor 1", "actor 2", "actor 3", "actor 4"}
    assert set(found["shut"].documents) == {"a", "b", "c"}
    assert [one.outlet for one in found["shut"].silent] == ["Dam Watch"]


def test_claims_of_statements_that_contradict_each_other_are_one_with_the_others_turned() -> None:
    found = judged("opposed", "1 3")
    assert stances(found["shut"]) == {"1": "asserts", "2": "denies", "3": "denies", "4": "denies"}


def test_a_denial_and_what_says_the_same_as_it_denies_are_one_claim() -> None:
    assert stances(judged("same", "2 3")["shut"]) == {"1": "asserts", "2": "denies", "3": "asserts", "4": "asserts"}


def test_two_statements_of_one_claim_that_contradict_each_other_part_on_it() -> None:
    found = judged("opposed", "3 4")
    assert stances(found["open"]) == {"3": "asserts", "4": "denies"}
    assert stances(judged("same", "3 4", *found.values())["open"]) == {"3": "asserts", "4": "asserts"}


def test_statements_that_made_no_claim_make_one_together() -> None:
    found = judged("same", "1 5", OPEN)
    (new,) = [one for name, one in found.items() if name != "open"]
    assert stances(new) == {"1": "asserts", "5": "asserts"}
    assert new.story == "s"
    assert found["open"] == OPEN


def test_a_statement_that_does_not_make_a_claim_leaves_it_and_one_left_alone_is_none() -> None:
    whole = claim("whole", s1="asserts", s2="denies", s3="asserts")
    assert stances(judged("apart", "1 3", whole)["whole"]) == {"1": "asserts", "2": "denies"}
    assert judged("apart", "1 2", SHUT) == {}


def test_statements_that_leave_together_make_a_claim_of_their_own() -> None:
    whole = claim("whole", s1="asserts", s2="denies", s3="asserts", s4="asserts")
    found = judged("apart", "1 3 4", whole)
    assert {frozenset(stances(one)) for one in found.values()} == {frozenset({"1", "2"}), frozenset({"3", "4"})}
    assert set(stances(found["whole"])) == {"1", "2"}


def test_statements_keep_the_actors_they_had() -> None:
    held = replace(SHUT, positions=(Position("somebody", "asserts", None, ("1",)), *SHUT.positions[1:]))
    assert {one.actor for one in judged("same", "1 3", held, OPEN)["shut"].positions} == {
        "somebody",
        "actor 2",
        "actor 3",
        "actor 4",
    }


def test_a_judgement_on_statements_that_are_found_no_more_changes_nothing() -> None:
    assert judged("same", "1 nowhere") == {"shut": SHUT, "open": OPEN}
    assert judged("same", "nowhere 1") == {"shut": SHUT, "open": OPEN}


@pytest.mark.parametrize(
    ("before", "after", "on_claim", "then"),
    [
        ("asserts", "denies", "asserts", "denies"),
        ("asserts", "denies", "denies", "asserts"),
        ("denies", "asserts", "denies", "asserts"),
        ("asserts", "declines", "asserts", "declines"),
        ("asserts", "orders", "asserts", None),
    ],
)
def test_a_righted_stance_is_taken_on_the_claim_in_the_direction_that_the_statement_has_to_it(
    before: Stance, after: Stance, on_claim: PositionStance, then: PositionStance | None
) -> None:
    assert restance(statement("1", "a", before), statement("1", "a", after), on_claim) == then


def test_an_answer_to_two_claims_leaves_the_one_that_it_is_said_not_to_answer() -> None:
    first, second = (
        claim("first", s1="asserts", s2="denies", s4="asserts"),
        claim("second", s3="asserts", s2="denies", s5="asserts"),
    )
    for subject, left, kept in (("1 2", "first", "second"), ("3 2", "second", "first")):
        found = judged("apart", subject, first, second)
        assert "2" not in stances(found[left])
        assert "2" in stances(found[kept])
