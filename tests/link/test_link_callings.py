from __future__ import annotations

from collections.abc import Sequence

from quoth.link.callings import find_callings
from quoth.link.namings import Rivals
from quoth.records import Actor, ActorKind, Mention, Name, Referent, Span


def named(*uses: tuple[str, str], kind: ActorKind = "place", name: str = "Varn") -> tuple[Actor, dict[str, Referent]]:
    """An actor that documents call by these names, (document, name) each."""
    referents = {}
    for number, (document, text) in enumerate(uses):
        mention = Mention(Span(10 * number, 10 * number + len(text)), text, "name")
        one = Referent(f"r{number}{document}{name}", document, text, kind, (Name(text, 1),), (), (mention,), None)
        referents[one.id] = one
    return Actor(f"a-{name}", name, kind, None, tuple(referents), ()), referents


def called(*uses: tuple[str, str], kind: ActorKind = "place", name: str = "Varn") -> tuple[Rivals, ...]:
    actor, referents = named(*uses, kind=kind, name=name)
    return find_callings([actor], referents, by=lambda document, _: document)


def names(found: Sequence[Rivals]) -> list[dict[str, list[tuple[str, int]]]]:
    return [{one.name: [(use.by, use.times) for use in one.uses] for one in rivals.namings} for rivals in found]


def test_parties_that_use_different_names_stand_side_by_side_with_counts() -> None:
    found = called(("Coast Post", "Varn"), ("Coast Post", "Varn"), ("Tessen Evening", "Worna"))
    assert names(found) == [{"Varn": [("Coast Post", 2)], "Worna": [("Tessen Evening", 1)]}]
    assert found[0].actor == "a-Varn"


def test_names_that_all_use_are_no_rivals() -> None:
    assert called(("Coast Post", "Varn"), ("Coast Post", "Worna"), ("Tessen Evening", "Worna")) == ()


def test_short_forms_initials_and_possessives_are_no_names_of_their_own() -> None:
    assert called(("Coast Post", "Lower Dam Board"), ("Tessen Evening", "Dam Board"), kind="body") == ()
    assert called(("Coast Post", "Lower Dam Board"), ("Tessen Evening", "LDB"), kind="body") == ()
    assert called(("Coast Post", "Varn"), ("Tessen Evening", "Varn's"), kind="body") == ()


def test_the_spellings_of_a_capital_are_one_thing_whether_place_or_state() -> None:
    place, of_place = named(("Coast Post", "Kiev"), name="Kyiv")
    state, of_state = named(("Tessen Evening", "Kyiv"), ("Tessen Evening", "Ukraine"), kind="state", name="Ukraine")
    found = find_callings([place, state], of_place | of_state, by=lambda document, _: document)
    assert names(found) == [{"Kiev": [("Coast Post", 1)], "Kyiv": [("Tessen Evening", 1)]}]


def test_people_and_unnamed_groups_are_left_out() -> None:
    assert called(("Coast Post", "Ada Dolan"), ("Tessen Evening", "Madam Reeve"), kind="person") == ()
    assert called(("Coast Post", "Rebels"), ("Tessen Evening", "Fighters"), kind="group") == ()
