"""What the accused denies by pointing back to the accusations, in whatever article these are told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_charges import DAMAGE, SPIED, accusations, said
from tests.link.test_link_claims import ground, only, stands

from quoth.link.claims import align_claims
from quoth.records import Passage, Statement

POISON = replace(SPIED, id="d1", document="d", speaker="r-Orrin")


def rejects(content: str, cue: str = "has repeatedly denied") -> Statement:
    one = said("c2", "Marland", content, "", "allegation", stance="denies")
    return replace(one, cue=Passage(cue, one.cue.spans))


@pytest.mark.parametrize(
    "content",
    [
        "the allegations",
        "all of the allegations",
        "the charges against it",
        "Vessia’s accusations",
        "the allegations made by Vessia",
    ],
)
def test_the_accused_denies_what_another_article_tells_it_is_accused_of(content: str) -> None:
    assert accusations(DAMAGE, rejects(content)).rejected == {"c2": "b1"}
    assert stands(only(align_claims([DAMAGE, rejects(content)], ground=ground()))) == {"Vessia": "asserts", "Marland": "denies"}


@pytest.mark.parametrize(
    "content",
    ["accusations of theft", "the hacking allegations", "two other allegations", "Orrin’s accusations", "the allegations by Orrin"],
)
def test_what_others_accuse_of_or_what_else_is_not_meant(content: str) -> None:
    assert accusations(DAMAGE, rejects(content)).rejected == {}


def test_who_is_not_accused_denies_nothing_of_it() -> None:
    assert accusations(DAMAGE, replace(rejects("the allegations"), speaker="r-Orrin")).rejected == {}


def test_of_two_accusers_the_one_that_is_named_is_meant_else_none() -> None:
    assert accusations(DAMAGE, POISON, rejects("the allegations")).rejected == {}
    assert accusations(DAMAGE, POISON, rejects("Orrin’s allegations")).rejected == {"c2": "d1"}
    assert accusations(DAMAGE, replace(POISON, document="c"), rejects("the allegations")).rejected == {"c2": "d1"}


def test_what_nobody_is_known_to_accuse_of_can_be_denied() -> None:
    suspected = replace(DAMAGE, speaker=None, content=replace(DAMAGE.content, text="Marland of damaging the dam"))
    assert accusations(suspected, rejects("the accusations")).rejected == {"c2": "b1"}
    assert accusations(suspected, rejects("Vessia’s accusations")).rejected == {}


@pytest.mark.parametrize(
    ("cue", "found"),
    [
        ("denied", True),
        ("dismissed", True),
        ("strongly disputes", True),
        ("was denied", False),
        ("would deny", False),
        ("did not deny", False),
    ],
)
def test_only_who_denies_outright_rejects(cue: str, found: bool) -> None:  # noqa: FBT001 - what is expected
    assert bool(accusations(DAMAGE, rejects("the allegations", cue)).rejected) is found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("The council met. It took up the allegations against Marland, which has", {"c2": "b1"}),
        ("It took up Vessia’s allegations. On Friday Marland met the council and has", {}),
        ("It took up Orrin’s allegations against Marland, which has", {}),
        ("It took up the plan for the dam; Marland has", {}),
    ],
)
def test_a_pronoun_means_the_accusations_of_its_sentence(before: str, found: dict[str, str]) -> None:
    denial = rejects("them", "denied")
    start = denial.cue.spans[0].start
    assert accusations(DAMAGE, denial, text=before.rjust(start)).rejected == found
