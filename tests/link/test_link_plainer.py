"""Two statements of one thing in ways of saying that share no form, and pairs that only look so."""

from __future__ import annotations

import pytest
from tests.link.test_link_compare import between


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The letter went unanswered by the governor.", "The governor did not answer the letter."),
        ("At no time did the company own the mill.", "The company never owned the mill."),
        ("A majority of shops in Rask remained shut.", "Most of the shops in Rask stayed shut."),
        ("Brandt has bought the bus division of Halden Motors.", "Halden Motors has sold its bus division to Brandt."),
        ("Rask Rovers lost the final to Olvik United.", "Olvik United beat Rask Rovers in the final."),
        ("The law was vetoed by Mr Dolan.", "President Ada Dolan vetoed the law."),
        ("The injection must not be given by anyone but nurses.", "Only nurses may give the injection."),
        ("Three out of four hives died.", "Seventy-five per cent of the hives died."),
        ("Twelve miners died in the explosion.", "A dozen miners were killed by the blast."),
        ("The man who set the rate was Ada Dolan.", "Ada Dolan set the rate."),
    ],
)
def test_other_ways_of_saying_it_are_the_same(first: str, second: str) -> None:
    compared = between(first, second)
    assert compared.relation == "same", compared.why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The firm is moving its seat to Rask.", "The firm is moving its seat away from Rask."),
        ("Reeve was arrested at the airport of Rask.", "Reeve was arrested in Rask."),
        ("The chief executive of Halden knew of the fraud.", "The deputy chief executive of Halden knew of the fraud."),
        ("A nurse gave the patient the wrong blood.", "The patient was given the wrong blood."),
        ("The older of the two sisters won the slalom.", "The younger of the two sisters won the slalom."),
        ("The alleged theft of the files is being looked into.", "The files were stolen."),
        ("Two pistols were found in the flat.", "Pistols were found in the flat."),
        ("The bomb was meant to kill the judge.", "The bomb was meant to kill the judge's driver."),
        ("One in three conscripts fails to report.", "A fifth of conscripts fail to report."),
        ("Ticket prices may fall.", "Ticket prices may not fall."),
    ],
)
def test_what_only_one_tells_sets_them_apart(first: str, second: str) -> None:
    compared = between(first, second)
    assert compared.relation == "related", compared.why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("None of the flights from Rask was delayed.", "A flight from Rask to Olvik was delayed."),
        ("Nobody but the treasurer had a key.", "The chairman had a key, too."),
        ("There is no way for the crews to stop the reactor.", "The crews can stop the reactor."),
    ],
)
def test_a_counterexample_stands_against_it(first: str, second: str) -> None:
    compared = between(first, second)
    assert compared.relation == "opposed", compared.why


def test_a_deed_alone_is_no_common_matter() -> None:
    assert between("The trial opened in April.", "The season opened in April.").relation == "unrelated"
