"""What makes a claim that others can make, too, and what only names somebody, tells of a contact, or says where something was put."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_claims import ground, proposition, statement

from quoth.link.claiming import makes_a_claim, only_names
from quoth.link.claims import align_claims
from quoth.link.meanings import mean
from quoth.link.parties import Parties
from quoth.records import Part, Passage, Proposition, Span, Tense


def named(*words: str, tense: Tense | None = None) -> Proposition:
    parts = tuple(Part(word, "name", "of", -1 if place == 0 else 0) for place, word in enumerate(words))
    return Proposition(words[0], (), words[1:], words, words, negated=False, modality="did", parts=parts, main=0, tense=tense)


def test_what_only_names_somebody_is_no_claim_that_others_can_make() -> None:
    one = statement("a1", "Vessia", named("orrin", "tilde", "statement", "joint"), "the joint statement of Orrin and Tilde")
    assert only_names(one)
    assert not only_names(replace(one, stance="accuses"))
    assert not only_names(replace(one, proposition=named("orrin", "tilde", "statement", "joint", tense="past")))
    assert one.proposition is not None
    assert not only_names(replace(one, proposition=replace(one.proposition, numbers=(3.0,))))
    told = mean(one.proposition, parties=Parties.among([]), speaker=None)
    assert not makes_a_claim(one, told)
    assert makes_a_claim(replace(one, stance="accuses"), told)


@pytest.mark.parametrize(("deed", "made"), [("receive", False), ("record", True)])
def test_that_a_call_was_received_is_told_by_contacts(deed: str, *, made: bool) -> None:
    told = proposition("Vessia", (deed, ("call", "orrin", "minister")), modality="did")
    text = f"Vessia had {deed}d a call from the minister of Orrin"
    found = align_claims([statement("a1", "Marland", told, text), statement("b1", "Vessia", told, text)], ground=ground())
    assert bool(found) == made


def test_that_something_is_put_somewhere_is_no_deed_that_two_have_in_common() -> None:
    told = mean(proposition("Vessia", ("put", ("threat", "council"))), parties=Parties.among([]), speaker=None)
    assert told.deed is None
    assert told.things >= {"council"}
    assert "put" not in told.things


@pytest.mark.parametrize(
    ("source", "cue", "made"), [("Vessia", "may claim", False), ("Vessia", "claims", True), ("I", "might add", True)]
)
def test_what_somebody_may_say_is_no_claim_of_theirs(source: str, cue: str, *, made: bool) -> None:
    one = statement("a1", "Vessia", proposition("Vessia", ("poison", ("dam",))), "that the dam was poisoned")
    one = replace(one, source=Passage(source, (Span(0, 1),)), cue=Passage(cue, (Span(2, 3),)))
    assert one.proposition is not None
    assert makes_a_claim(one, mean(one.proposition, parties=Parties.among([]), speaker=None)) is made


@pytest.mark.parametrize(
    ("cue", "says"), [("may claim", False), ("could say", False), ("could confirm", True), ("could be heard saying", True)]
)
def test_who_could_confirm_something_says_it(cue: str, *, says: bool) -> None:
    one = replace(statement("a1", "Marland", proposition("Vessia")), cue=Passage(cue, (Span(0, len(cue)),)))
    assert one.proposition is not None
    assert makes_a_claim(one, mean(one.proposition, parties=Parties.among([]), speaker=None)) == says


def test_what_somebody_is_told_to_say_nobody_says() -> None:
    one = statement("a1", None, proposition("Vessia", ("poison", ("dam",))), "that Vessia will poison the dam")
    assert one.proposition is not None
    told = mean(one.proposition, parties=Parties.among([]), speaker=None)
    bidden = replace(one, cue=Passage("Just say", (Span(0, 8),)))
    assert not makes_a_claim(bidden, told)
    assert makes_a_claim(replace(bidden, source=Passage("They", (Span(0, 4),))), told)


@pytest.mark.parametrize(("text", "made"), [("the word “traitor” three times", False), ("the word of a traitor was kept", True)])
def test_a_word_that_somebody_used_is_nothing_that_they_claim(text: str, *, made: bool) -> None:
    one = statement("a1", "Vessia", proposition("Vessia", ("keep", ("word", "traitor")), modality="did"), text)
    assert one.proposition is not None
    assert makes_a_claim(one, mean(one.proposition, parties=Parties.among([]), speaker=None)) is made


def test_a_decision_of_which_another_tells_is_no_claim_of_who_decided() -> None:
    one = statement("a1", "Vessia", proposition("Vessia", ("strike", ("dam",)), modality="did"), "to strike the dam")
    one = replace(one, cue=Passage("decision", (Span(0, 8),)))
    assert one.proposition is not None
    told = mean(one.proposition, parties=Parties.among([]), speaker=None)
    assert makes_a_claim(one, told)
    assert not makes_a_claim(replace(one, parent="a0"), told)
