from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from quoth.link.disagreements import find_disagreements
from quoth.link.ground import Ground
from quoth.records import (
    Actor,
    Claim,
    ClaimStatement,
    Contact,
    ContactEvent,
    Disagreement,
    Document,
    Party,
    Passage,
    Position,
    Proposition,
    Quantity,
    Span,
    Statement,
    Story,
)

DOCUMENTS = ("a", "b", "c")
TEXT = "00 counted after the fire at the Selvan mill near Kestrin, where the boilers burst."
SPEAKERS = {
    "Rescue": None,
    "Agency": None,
    "Vessia": "Vessia",
    "Marland": "Marland",
    "Tilde Voss": "Vessia",
    "Tilde Voss’s office": None,
}


def document(name: str, published: str | None) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet="Rescue" if name == "c" else f"Outlet {name}", url=None, title=None, authors=(),
        published=published, published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=TEXT, original="",
    )  # fmt: skip


def ground() -> Ground:
    actors = {
        name: Actor(name, name, "person" if " " in name else "state" if country else "body", country, (f"r-{name}",), ())
        for name, country in SPEAKERS.items()
    }
    return Ground(
        documents={name: document(name, f"2025-03-1{place}") for place, name in enumerate(DOCUMENTS, 5)},
        actors=actors,
        actor_of={f"r-{name}": name for name in SPEAKERS},
        stories=(Story("s", "Dam", DOCUMENTS, None, None),),
    )


def statement(name: str, speaker: str, content: Proposition | None = None) -> Statement:
    return Statement(
        id=name, document=name[0], form="indirect", stance="asserts", source=None, cue=Passage("said", (Span(0, 4),)),
        content=Passage("…", (Span(5, 6),)), speaker=f"r-{speaker}", undecided=None, addressee=None, via=(), parent=None, negated=False,
        score=1.0, time=None, proposition=content,
    )  # fmt: skip


def figure(name: str, value: float, of: str = "killed", said: str | None = None, **bounds: Any) -> Quantity:
    values: dict[str, Any] = {"low": value, "high": value, "unit": "people", "as_of": None} | bounds
    return Quantity(id=name, document=name[0], span=Span(0, 2), text=str(value), value=value, of=of, statement=said, **values)


def find(
    quantities: Sequence[Quantity] = (), statements: Sequence[Statement] = (), contacts: Sequence[Contact] = (),
    events: Sequence[ContactEvent] = (), claims: Sequence[Claim] = (),
) -> tuple[Disagreement, ...]:  # fmt: skip
    return find_disagreements(
        quantities=quantities, contacts=contacts, events=events, claims=claims,
        statements={each.id: each for each in statements}, ground=ground(),
    )  # fmt: skip


def values(disagreement: Disagreement) -> list[str]:
    return [reading.value for reading in disagreement.readings]


def test_two_tolls_of_one_story_are_a_disagreement_with_who_gives_each() -> None:
    (found,) = find(
        [figure("a1", 9, said="a0"), figure("b1", 3, of="dead", said="b0")], [statement("a0", "Agency"), statement("b0", "Rescue")]
    )
    assert (found.kind, found.story, values(found), found.revised) == ("figure", "s", ["3", "9"], False)
    assert [reading.actors for reading in found.readings] == [("Rescue",), ("Agency",)]


def test_a_figure_without_a_statement_is_the_outlet_s_own() -> None:
    (found,) = find([figure("a1", 9), figure("c1", 3)])
    assert found.readings[0].actors == ("Rescue",)


@pytest.mark.parametrize("of", ["hospitalized", "rescued", "infected", "kidnapped", "drowned"])
def test_whatever_befell_people_is_a_toll(of: str) -> None:
    (found,) = find([figure("a1", 7, of=of), figure("b1", 9, of=of)])
    assert values(found) == ["7", "9"]


def test_one_party_s_later_toll_is_a_revision() -> None:
    said = [statement("a0", "Rescue"), statement("b0", "Rescue")]
    (found,) = find([figure("a1", 3, said="a0"), figure("b1", 5, said="b0")], said)
    assert found.revised
    assert [reading.as_of for reading in found.readings] == [None, None], (
        "the day of publication is not the day that a figure holds for"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (figure("a1", 40, high=None), figure("b1", 43)),
        (figure("a1", 1200, low=None, high=None), figure("b1", 1185)),
        (figure("a1", 3), figure("b1", 3)),
        (figure("a1", 3), figure("b1", 14, of="injured")),
        (figure("a1", 3), figure("a2", 9)),
    ],
    ids=["open bound", "approximate", "equal", "another thing", "one document"],
)
def test_figures_that_can_both_be_right_are_no_disagreement(first: Quantity, second: Quantity) -> None:
    assert find([first, second]) == ()


def test_a_part_of_those_injured_is_no_other_toll() -> None:
    part = replace(figure("b1", 30, of="injured"), text="30 of the 80 wounded")
    assert find([figure("a1", 80, of="injured"), part]) == ()


def call(name: str, asker: str | None = None, day: str | None = "2025-03-14") -> Contact:
    parties = tuple(Party(who, Span(place, place + 1), f"r-{who}") for place, who in enumerate(("Vessia", "Marland")))
    return Contact(
        name, name[0], "call", parties, Party(asker, Span(8, 9), f"r-{asker}") if asker else None, day, (), Span(0, 9), None
    )


def test_two_sides_that_each_are_said_to_have_asked_are_a_disagreement() -> None:
    told = [call("a1", "Vessia"), call("b1", "Marland"), call("c1")]
    (found,) = find(contacts=told, events=[ContactEvent("e", ("a1", "b1", "c1"))])
    assert (found.kind, found.event, values(found)) == ("actor", "e", ["Marland", "Vessia"])
    assert "2025-03-14" in found.about


@pytest.mark.parametrize("name", ["Tilde Voss", "Tilde Voss’s office"])
def test_a_minister_or_their_office_and_the_own_state_are_one_side(name: str) -> None:
    told = [call("a1", "Vessia"), call("b1", name)]
    assert find(contacts=told, events=[ContactEvent("e", ("a1", "b1"))]) == ()


def test_who_is_of_one_side_names_the_other_by_a_name_that_is_nobodys() -> None:
    told = [replace(call("a1", "Agency"), statement="a0"), call("b1", "Marland")]
    event = [ContactEvent("e", ("a1", "b1"))]
    assert find([], [statement("a0", "Tilde Voss")], told, event) == ()
    (found,) = find([], [statement("a0", "Rescue")], told, event)
    assert values(found) == ["Agency", "Marland"]


def test_a_call_that_two_documents_put_on_two_days_is_a_disagreement_on_its_date() -> None:
    told = [call("a1"), call("b1", day="2025-03-15")]
    (found,) = find(contacts=told, events=[ContactEvent("e", ("a1",)), ContactEvent("f", ("b1",))])
    assert (found.kind, values(found)) == ("date", ["2025-03-14", "2025-03-15"])


def test_two_calls_that_one_document_knows_both_are_two_calls() -> None:
    told = [call("a1"), call("a2", day="2025-03-15"), call("b1", day="2025-03-15")]
    assert find(contacts=told, events=[ContactEvent("e", ("a1",)), ContactEvent("f", ("a2", "b1"))]) == ()


def test_calls_a_week_apart_are_two_calls() -> None:
    told = [call("a1"), call("b1", day="2025-03-21")]
    assert find(contacts=told, events=[ContactEvent("e", ("a1",)), ContactEvent("f", ("b1",))]) == ()


def claim(name: str, *taken: tuple[str, str, str]) -> Claim:
    statements = tuple(ClaimStatement(said, stance) for said, _, stance in taken)  # type: ignore[arg-type]
    positions = tuple(Position(actor, stance, None, (said,)) for said, actor, stance in taken)  # type: ignore[arg-type]
    return Claim(name, f"claim {name}", "s", statements, positions, (), 1, None, None, ())


def test_a_claim_that_is_made_and_denied_is_a_disagreement_on_whether_it_is_so() -> None:
    contested = claim("k", ("a0", "Agency", "asserts"), ("b0", "Rescue", "denies"))
    (found,) = find(statements=[statement("a0", "Agency"), statement("b0", "Rescue")], claims=[contested])
    assert (found.kind, found.claim, found.about, values(found)) == ("polarity", "k", "claim k", ["asserts", "denies"])
    assert [(reading.actors, reading.documents) for reading in found.readings] == [(("Agency",), ("a",)), (("Rescue",), ("b",))]


def test_a_claim_that_nobody_denies_is_no_disagreement() -> None:
    assert find(claims=[claim("k", ("a0", "Agency", "asserts"), ("b0", "Rescue", "hedges"))]) == ()


def test_two_doers_of_one_deed_are_a_disagreement_on_who_did_it() -> None:
    def blown(by: str) -> Proposition:
        return Proposition("destroy", (by,), ("lower", "dam"), (by, "destroy", "dam"), (by.title(),), negated=False, modality="did")

    said = [statement("a0", "Agency", blown("vessia")), statement("b0", "Rescue", blown("marland"))]
    claims = [claim("k", ("a0", "Agency", "asserts")), claim("l", ("b0", "Rescue", "asserts"))]
    (found,) = find(statements=said, claims=claims)
    assert (found.kind, values(found)) == ("actor", ["vessia", "marland"])
