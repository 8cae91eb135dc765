"""Contacts told by a state or a role join the contact of the person meant, and only where one can be meant."""

from __future__ import annotations

import pytest
from tests.link.test_link_events import DOCUMENTS, contact

from quoth.link.events import join_contacts
from quoth.link.standins import Bearer, stand_for
from quoth.records import Contact

PEOPLE = {
    "dolan": Bearer("person", "Norvia", frozenset({"minister"})),
    "reeve": Bearer("person", "Arden", frozenset({"secretary"})),
    "ostrow": Bearer("person", "Arden", frozenset({"general"})),
    "lind": Bearer("person", None, frozenset({"director"})),
}
BEARERS = PEOPLE | {
    "arden": Bearer("state", "Arden", frozenset()),
    "norvia": Bearer("state", "Norvia", frozenset()),
    "director": Bearer("group", None, frozenset({"director"})),
    "agency": Bearer("body", None, frozenset()),
}
ACTORS = {name: name for name in BEARERS}


def groups(*contacts: Contact) -> set[frozenset[str]]:
    return {frozenset(event.contacts) for event in join_contacts(contacts, actor_of=ACTORS, documents=DOCUMENTS, bearers=BEARERS)}


def test_a_call_with_a_state_is_the_only_call_of_that_day_with_somebody_of_it() -> None:
    told = contact("a", "dolan", "reeve"), contact("b", "dolan", "arden", where="e")
    assert groups(*told) == {frozenset("ab")}


def test_a_bare_role_is_whoever_is_called_so() -> None:
    told = contact("a", "dolan", "lind"), contact("x", "dolan", "reeve"), contact("b", "dolan", "director", where="e")
    assert groups(*told) == {frozenset("ab"), frozenset("x")}


def test_a_state_stays_alone_where_two_of_its_people_may_be_meant() -> None:
    told = contact("a", "dolan", "reeve"), contact("x", "dolan", "ostrow"), contact("b", "dolan", "arden", where="e")
    assert len(groups(*told)) == 3


@pytest.mark.parametrize(("where", "found"), [("d", {frozenset("ab")}), ("e", {frozenset("a"), frozenset("b")})])
def test_without_a_day_only_the_contact_of_the_same_article_is_meant(where: str, found: set[frozenset[str]]) -> None:
    assert groups(contact("a", "dolan", "reeve"), contact("b", "arden", "norvia", day=None, where=where)) == found


def test_a_call_of_two_states_is_the_only_one_of_that_day_between_people_of_both() -> None:
    two = contact("b", "arden", "norvia", where="e")
    assert groups(contact("a", "dolan", "reeve"), contact("x", "dolan", "lind"), two) == {frozenset("ab"), frozenset("x")}
    assert len(groups(contact("a", "dolan", "reeve"), contact("x", "dolan", "ostrow"), two)) == 3


def test_another_day_is_another_call() -> None:
    assert len(groups(contact("a", "dolan", "reeve"), contact("b", "dolan", "arden", day="2025-03-14"))) == 2


def test_bodies_and_people_of_another_state_stand_for_nobody() -> None:
    assert not stand_for(frozenset({"dolan", "agency"}), frozenset({"dolan", "lind"}), BEARERS)
    assert not stand_for(frozenset({"dolan", "norvia"}), frozenset({"dolan", "reeve"}), BEARERS)
    assert stand_for(frozenset({"norvia", "arden"}), frozenset({"dolan", "reeve"}), BEARERS)
