"""Who is known well enough to be meant by a rare surname alone, by an office that says its chamber or field, or by signing a document."""

from __future__ import annotations

import pytest
from tests.link.test_link_actors import Page, merge, referent, together

from quoth.link.offices import is_of_state
from quoth.records import Referent, Title

DAYS = [f"2023-01-{day:02}" for day in range(1, 6)]


def known(name: str, count: int = 5) -> tuple[list[Referent], dict[str, Page]]:
    people = [referent(name, f"d{number}") for number in range(count)]
    return people, {f"d{number}": Page(DAYS[number % 5]) for number in range(count)}


def test_a_rare_surname_alone_means_the_one_person_whom_many_tell_of_about_that_time() -> None:
    people, pages = known("Anna Zerrin")
    alone = referent("Zerrin", "x")
    assert together(merge(*people, alone, **pages, x=Page("2023-02-01")), *people, alone)


@pytest.mark.parametrize(
    ("surname", "count", "day", "titles"),
    [
        ("Zerrin", 4, "2023-02-01", ()),  # few tell of her
        ("Zerrin", 5, "2025-02-01", ()),  # at another time
        ("Zerrin", 5, None, ()),
        ("Smith", 5, "2023-02-01", ()),  # many have it
        ("Zerrin", 5, "2023-02-01", (Title("mayor"),)),  # something else is said
    ],
)
def test_a_surname_alone_is_left_open_where_anything_is_missing(
    surname: str, count: int, day: str | None, titles: tuple[Title, ...]
) -> None:
    people, pages = known(f"Anna {surname}", count)
    alone = referent(surname, "x", titles=titles)
    assert not together(merge(*people, alone, **pages, x=Page(day)), people[0], alone)


def test_a_surname_alone_is_left_open_where_two_have_it() -> None:
    people, pages = known("Anna Zerrin")
    alone, other = referent("Zerrin", "x"), referent("Marek Zerrin", "y")
    assert not together(merge(*people, other, alone, **pages, x=Page("2023-02-01")), people[0], alone)


@pytest.mark.parametrize(
    ("office", "whole"),
    [
        ("house speaker", True),
        ("former house speaker", True),
        ("senate majority leader", True),
        ("secretary of defense", True),
        ("foreign minister", True),
        ("minister", False),
        ("press secretary", False),
        ("executive secretary", False),
        ("party leader", False),
        ("state senator", False),
    ],
)
def test_an_office_may_say_by_itself_what_it_is_of(office: str, *, whole: bool) -> None:
    assert is_of_state(Title(office)) is whole


def test_who_is_and_was_speaker_of_a_house_is_one_person_though_many_have_the_name() -> None:
    speaker, former = (
        referent("John Smith", place, titles=(Title(text),))
        for place, text in (("a", "house speaker"), ("b", "former house speaker"))
    )
    assert together(merge(speaker, former), speaker, former)
    one, other = (referent("John Smith", place, titles=(Title("party leader"),)) for place in "ab")
    assert not together(merge(one, other), one, other)


def test_who_signs_a_document_is_known_by_name_though_its_text_has_none() -> None:
    signed, told = referent("Anna Zerrin", "a", names=()), referent("Anna Zerrin", "b", titles=(Title("adviser"),))
    assert together(merge(signed, told), signed, told)
