from __future__ import annotations

from dataclasses import dataclass

import pytest

from quoth.link.actors import merge_actors
from quoth.records import Actor, ActorKind, Mention, Name, Referent, Registered, Span, Tenure, Title, identify


@dataclass(frozen=True)
class Page:
    published: str | None = None
    outlet: str | None = None


def told(
    name: str,
    document: str,
    *,
    kind: ActorKind = "person",
    title: Title | None = None,
    country: str | None = None,
    named: bool = True,
) -> Referent:
    return Referent(
        id=identify("referent", document, name, kind, title, country),
        document=document,
        name=name,
        kind=kind,
        names=(Name(name, 1),) if named else (),
        titles=(title,) if title else (),
        mentions=(Mention(Span(0, len(name)), name, "name"),),
        country=country,
    )


def entry(
    id_: str, *names: str, kind: ActorKind | None = "person", country: str | None = None, held: tuple[Tenure, ...] = ()
) -> Registered:
    return Registered(id_, "r.csv", names[0], names, kind, country, held)


def actors(*referents: Referent, register: tuple[Registered, ...], **days: str) -> tuple[Actor, ...]:
    return merge_actors(referents, documents={name: Page(day) for name, day in days.items()}, register=register)


def test_names_of_one_entry_are_one_actor_and_it_goes_by_the_registers_name() -> None:
    writer, pen = told("Ruth Okonjo", "a"), told("Nell Farrow", "b")
    (one,) = actors(writer, pen, register=(entry("ro", "Ruth Okonjo-Lind", "Ruth Okonjo", "Nell Farrow", country="Norvia"),))
    assert (one.name, one.country) == ("Ruth Okonjo-Lind", "Norvia")
    assert "your register has it as Ruth Okonjo-Lind (ro in r.csv): Nell Farrow, Ruth Okonjo" in one.evidence


def test_names_of_two_entries_are_two_even_where_the_corpus_joins_them() -> None:
    first, second = told("William Tarrow", "a"), told("Bill Tarrow", "b")
    assert len(actors(first, second, register=())) == 1
    assert len(actors(first, second, register=(entry("w", "William Tarrow"), entry("b", "Bill Tarrow Smith")))) == 1
    assert len(actors(first, told("Nell Farrow", "b"), register=(entry("w", "William Tarrow"), entry("n", "Nell Farrow")))) == 2


def test_two_entries_of_one_name_are_told_apart_by_state_and_office() -> None:
    register = (
        entry("1", "Ivan Brenkov", country="Norvia"),
        entry("2", "Ivan Brenkov", country="Kastel"),
        entry("3", "Ivan Brenkov", held=(Tenure("mayor", "Halden", "2020", "2024"),)),
    )
    norvian, kasteli = told("Ivan Brenkov", "a", country="Norvia"), told("Ivan Brenkov", "b", country="Kastel")
    found = actors(norvian, kasteli, register=register)
    assert sorted(one.country or "" for one in found) == ["Kastel", "Norvia"]
    mayor = [told("Ivan Brenkov", document, title=Title("mayor", "Halden")) for document in "cd"]
    (one,) = actors(*mayor, register=register, c="2022-05-01", d="2023-05-01")
    assert "your register has it as Ivan Brenkov (3 in r.csv): Ivan Brenkov" in one.evidence


def test_what_a_register_leaves_open_is_noted_and_not_joined() -> None:
    register = (entry("1", "Ivan Brenkov", country="Norvia"), entry("2", "Ivan Brenkov", country="Kastel"))
    (one,) = actors(told("Ivan Brenkov", "a"), register=register)
    assert one.evidence == ("undecided: your register has several of the name: Ivan Brenkov; nothing tells which",)


def test_a_name_of_another_kind_or_state_is_not_the_entrys() -> None:
    register = (entry("f", "Tarrow", "Will Tarrow", country="Norvia"),)
    body = told("Tarrow", "a", kind="body")
    abroad = told("Will Tarrow", "b", country="Kastel")
    assert all("register" not in " ".join(one.evidence) for one in actors(body, abroad, register=register))
    assert {one.name for one in actors(body, abroad, register=register)} == {"Tarrow", "Will Tarrow"}


def test_short_names_must_be_written_as_in_the_register() -> None:
    register = (entry("w", "Halden Water Works", "HWW", kind="body"),)
    full, short, other = (told(name, name, kind="body") for name in ("Halden Water Works", "HWW", "Hww"))
    assert len(actors(full, short, register=register)) == 1
    assert len(actors(full, other, register=register)) == 2


@pytest.mark.parametrize(
    ("day", "holder"), [("2022-03-01", "Ruth Okonjo"), ("2024-06-01", "Milan Brasov"), ("2019-01-01", None), (None, None)]
)
def test_an_office_is_whose_it_was_on_the_day(day: str | None, holder: str | None) -> None:
    office = told("Norvian finance minister", "a", title=Title("finance minister", "Norvia"), named=False)
    register = (
        entry("ro", "Ruth Okonjo", held=(Tenure("minister of finance", "Norvia", "2020-05", "2024-03"),)),
        entry("mb", "Milan Brasov", held=(Tenure("finance minister", "Norvia", "2024-04", None),)),
    )
    (one,) = merge_actors([office], documents={"a": Page(day)}, register=register)
    assert one.name == (holder or "Norvian finance minister")


def test_the_order_of_a_register_changes_nothing() -> None:
    register = (entry("1", "Ruth Okonjo", "Nell Farrow"), entry("2", "Ivan Brenkov"), entry("3", "Ivan Brenkov"))
    people = [told(name, document) for document in "ab" for name in ("Ruth Okonjo", "Nell Farrow", "Ivan Brenkov")]
    assert actors(*people, register=register) == actors(*reversed(people), register=tuple(reversed(register)))
