from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.link.actors import merge_actors
from quoth.records import Actor, ActorKind, Mention, Name, Referent, Registered, Span, Story, Title, identify


@dataclass(frozen=True)
class Page:
    published: str | None = None
    outlet: str | None = None


def referent(
    name: str,
    document: str = "a",
    *,
    kind: ActorKind = "person",
    titles: tuple[Title, ...] = (),
    country: str | None = None,
    names: tuple[str, ...] | None = None,
    members: tuple[str, ...] = (),
) -> Referent:
    return Referent(
        id=identify("referent", document, name, kind, titles, members),
        document=document,
        name=name,
        kind=kind,
        names=tuple(Name(text, 1) for text in (names if names is not None else (name,))),
        titles=titles,
        mentions=(Mention(Span(0, len(name)), name, "name"),),
        country=country,
        members=members,
    )


def merge(*referents: Referent, **documents: Page) -> tuple[Actor, ...]:
    return merge_actors(referents, documents=documents)


def together(actors: Iterable[Actor], *referents: Referent) -> bool:
    return any(set(actor.referents) >= {one.id for one in referents} for actor in actors)


def test_transliterations_and_short_forms_of_one_full_name_are_one_person() -> None:
    spelt = [referent("Sergei Orlov", "a"), referent("Sergey Orlov", "b"), referent("Serhii Orlov", "c")]
    short = [referent("William Reeve", "a"), referent("Bill Reeve", "b")]
    actors = merge(*spelt, *short)
    assert together(actors, *spelt)
    assert together(actors, *short)
    assert len(actors) == 2


def test_a_slip_in_a_surname_is_found_however_many_of_the_given_name_a_story_tells_of() -> None:
    many = [
        referent(f"Tamsin {first}{last}", "ab"[number % 2])
        for number, (first, last) in enumerate(product("BDFGKL", ("aronda", "olvesti", "upenga", "erradin", "imostu", "avelle")))
    ]
    often, slip = [referent("Tamsin Grandeville", document) for document in ("a", "c")], referent("Tamsin Grundeville", "b")
    story = Story("s", "", ("a", "b", "c"), None, None)
    actors = merge_actors([*many, *often, slip], documents={}, stories=[story])
    assert together(actors, *often, slip)
    assert len(actors) == len(many) + 1


def test_the_name_is_the_most_frequent_full_form() -> None:
    actors = merge(referent("Sergei Orlov", "a"), referent("Sergey Orlov", "b"), referent("Sergey Orlov", "c"))
    assert [actor.name for actor in actors] == ["Sergey Orlov"]
    small = [referent("Kasteli rescue service", document, kind="body") for document in "bc"]
    assert [one.name for one in merge(referent("Kasteli Rescue Service", "a", kind="body"), *small)] == ["Kasteli Rescue Service"]


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (("MIRA OLAND", "MIRA OLAND", "Mira Oland"), "Mira Oland"),
        (("TARNOVIA", "Tarnovia", "Tarnovia"), "Tarnovia"),
        (("NMR", "NMR", "Nmr"), "NMR"),
        (("Bank Of Tarn", "bank of Tarn", "Bank of Tarn", "Bank of Tarn"), "Bank of Tarn"),
    ],
)
def test_a_name_in_large_letters_alone_gives_way_to_how_it_is_written(forms: tuple[str, ...], name: str) -> None:
    told = [referent(form, f"d{place}", kind="body") for place, form in enumerate(forms)]
    assert {one.name for one in merge(*told)} == {name}


def test_a_list_of_people_is_called_by_their_names_without_titles() -> None:
    ada, jonas = referent("Ada Dolan", "a"), referent("Jonas Reeve", "a")
    state = referent("Norvia", "a", kind="state")
    pair = referent("Norvian Minister Jonas Reeve and his deputy, Ada Dolan", kind="group", names=(), members=(jonas.id, ada.id))
    mixed = referent("Dolan and Norvia", kind="group", names=(), members=(ada.id, state.id))
    actors = {one.name: one for one in merge(ada, jonas, state, pair, mixed)}
    assert actors["Ada Dolan and Jonas Reeve"].referents == (pair.id,)
    assert actors["Ada Dolan and Jonas Reeve"].country is None
    assert actors["Dolan and Norvia"].referents == (mixed.id,)


def test_different_given_names_are_different_people() -> None:
    assert len(merge(referent("Bill Reed", "a"), referent("Hilda Reed", "b"))) == 2


def test_middle_initials_and_generations_keep_people_of_one_name_apart() -> None:
    assert len(merge(referent("George W. Reed", "a"), referent("George H. Reed", "b"))) == 2
    assert len(merge(referent("John Reed", "a"), referent("John Reed Jr.", "b"))) == 2
    assert len(merge(referent("John A. Reeve", "a"), referent("John Reeve", "b"))) == 1


def test_two_people_of_one_name_are_kept_apart_by_their_states() -> None:
    norvian = [referent("Ivan Orlov", f"n{number}", country="Norvia", titles=(Title("general", "Norvia"),)) for number in range(3)]
    kasteli = [referent("Ivan Orlov", f"k{number}", country="Kastel", titles=(Title("mayor", "Kastel"),)) for number in range(3)]
    actors = merge(*norvian, *kasteli)
    assert len(actors) == 2
    assert together(actors, *norvian)
    assert together(actors, *kasteli)


def test_a_surname_is_joined_by_title_whatever_its_spelling() -> None:
    full = referent("Anna Reeve", "a", titles=(Title("defence secretary", "Arden"),), country="Arden")
    short = referent("Reeve", "b", titles=(Title("Secretary of Defense", "Arden"),), country="Arden")
    (actor,) = merge(full, short)
    assert "same surname and title: Reeve" in actor.evidence


def test_a_bare_surname_without_title_or_company_stays_on_its_own() -> None:
    assert len(merge(referent("Anna Reeve", "a"), referent("Reeve", "b"))) == 2


def test_a_bare_surname_is_joined_in_the_same_company() -> None:
    company = [referent(name, page) for page in ("a", "b") for name in ("Marek Dolan", "Jonas Hale")]
    actors = merge(referent("Anna Reeve", "a"), referent("Reeve", "b"), *company)
    assert together(actors, referent("Anna Reeve", "a"), referent("Reeve", "b"))


def test_an_office_told_as_somebodys_is_its_only_holder_and_a_role_of_many_is_nobodys() -> None:
    minister, diplomat = Title("defense minister", "Norvia"), Title("diplomat", "Norvia")
    holder = referent("Marek Dolan", "a", titles=(minister, diplomat))
    office = referent("Norvian defense minister", "b", kind="group", titles=(minister,), names=())
    former = referent("former Norvian defense minister", "c", kind="group", titles=(minister,), names=())
    role = referent("Norvian diplomat", "d", kind="group", titles=(diplomat,), names=())
    actors = merge(holder, office, former, role)
    assert together(actors, holder, office)
    assert not together(actors, holder, former)
    assert not together(actors, holder, role)


def test_an_office_is_its_holder_of_about_that_time() -> None:
    held = (Title("defence minister", "Norvia"),)
    holder = referent("Marek Dolan", "a", titles=held)
    office = referent("Norvian defence minister", "b", titles=(Title("defense minister", "Norvia"),), names=())
    long_ago = referent("Norvian defence minister", "c", titles=held, names=())
    pages = {"a": Page("2025-03-16"), "b": Page("2025-03-18"), "c": Page("2019-01-01")}
    actors = merge_actors([holder, office, long_ago], documents=pages)
    assert together(actors, holder, office)
    assert not together(actors, holder, long_ago)


def test_states_are_one_by_any_of_their_names() -> None:
    (actor,) = merge(
        referent("Russia", "a", kind="state"), referent("Russia", "b", kind="state", names=("Moscow", "Russian Federation"))
    )
    assert (actor.name, actor.kind, actor.country) == ("Russia", "state", "Russia")


def test_a_name_that_one_document_proves_a_state_is_one_in_all() -> None:
    (actor,) = merge(
        referent("Kastel", "a", kind="state", country="Kastel"), referent("Kastel", "b", kind="body"), referent("Kastel", "c")
    )
    assert (actor.kind, actor.name) == ("state", "Kastel")


def test_an_adjective_is_read_by_the_state_that_another_document_names() -> None:
    told = referent("Marek Dolan", "a", titles=(Title("defence minister", "Norvian"),))
    actors = merge(told, referent("Norvia", "b", kind="state", country="Norvia"))
    assert next(actor for actor in actors if actor.kind == "person").country == "Norvia"


def test_names_of_one_known_body_are_one() -> None:
    (actor,) = merge(
        referent("Pentagon", "a", kind="body", country="United States"),
        referent("Department of Defense", "b", kind="body", country="United States"),
        referent("US Department of Defense", "c", kind="body", country="United States"),
    )
    assert actor.name == "US Department of Defense"


def test_bodies_of_two_states_with_one_general_name_are_two() -> None:
    actors = merge(
        referent("Norvian Defence Ministry", "a", kind="body", country="Norvia"),
        referent("Kasteli Ministry of Defence", "b", kind="body", country="Kastel"),
        referent("Ministry of Defense", "c", kind="body"),
    )
    assert len(actors) == 3


def test_spellings_of_one_states_body_are_one() -> None:
    (actor,) = merge(
        referent("Norvian Defence Ministry", "a", kind="body", country="Norvia"),
        referent("Norvian Ministry of Defense", "b", kind="body", country="Norvia"),
        referent("Ministry of Defence of Norvia", "c", kind="body", country="Norvia"),
    )
    assert actor.country == "Norvia"


def test_initials_and_short_forms_join_the_one_body_they_stand_for() -> None:
    (actor,) = merge(
        referent("Joint Agency for Water Safety", "a", kind="body"),
        referent("Joint Agency", "b", kind="body"),
        referent("JAWS", "c", kind="body"),
    )
    assert "short for the name: JAWS, Joint Agency" in actor.evidence


def test_a_publisher_of_the_corpus_is_an_outlet() -> None:
    told = referent("NTA", "a", kind="body")
    (actor,) = merge_actors([told], documents={"b": Page(outlet="Norvian Telegraph Agency")})
    assert (actor.kind, actor.name) == ("outlet", "Norvian Telegraph Agency")


def test_unnamed_groups_are_joined_only_where_specific_and_within_days() -> None:
    western = [referent("Western officials", page, kind="group", names=()) for page in ("a", "b", "c")]
    plain = [referent("residents", page, kind="group", names=()) for page in ("a", "b")]
    source = [referent("senior Norvian official", page, kind="group", names=()) for page in ("a", "b")]
    pages = {"a": Page("2025-03-16"), "b": Page("2025-03-17"), "c": Page("2025-09-01")}
    actors = merge_actors([*western, *plain, *source], documents=pages)
    assert together(actors, western[0], western[1])
    assert len(actors) == 6


def test_officials_of_a_bloc_are_one_group_at_the_start_of_a_sentence_and_within_it() -> None:
    first, second = (
        referent(name, document, kind="group", names=())
        for name, document in (("Allied officials", "a"), ("allied officials", "b"))
    )
    assert together(merge(first, second, a=Page("2031-03-14"), b=Page("2031-03-16")), first, second)


def test_lists_are_one_where_their_members_are_the_same_actors() -> None:
    states = [referent(name, page, kind="state") for page in ("a", "b") for name in ("France", "Turkey")]
    lists = [
        referent("France and Turkey", "a", kind="group", names=(), members=(states[0].id, states[1].id)),
        referent("Turkey and France", "b", kind="group", names=(), members=(states[3].id, states[2].id)),
    ]
    assert together(merge(*states, *lists), *lists)


NAMES = st.sampled_from(
    ["Anna Reeve", "A. Reeve", "Reeve", "Marek Dolan", "Dolan", "Ivan J. Orlov", "Ivan K. Orlov", "Ivan Orlov", "Kastel", "Norvia",
     "Defence Ministry", "Norvian Defence Ministry", "Pentagon", "Western officials", "NTA", "Norvian Telegraph Agency", "Mary Smith",
     "Mary", "Kim Jae-bok", "Kim", "Ivan Orlov Jr.", "Boston Herons", "Herons", "Tarrow Motor Company", "Tarrow", "striking crane drivers"]
)  # fmt: skip
REFERENTS = st.builds(
    referent,
    NAMES,
    st.sampled_from("abcdef"),
    kind=st.sampled_from(["person", "body", "state", "place", "outlet", "group"]),
    titles=st.sampled_from(
        [(), (Title("minister", "Norvia"),), (Title("minister", "Norvian"),), (Title("bishop"),), (Title("goalkeeper"),)]
    ),
    names=st.sampled_from([None, ()]),
    country=st.sampled_from([None, "Norvia", "Kastel"]),
)


STORIES = st.sampled_from([(), (Story("s", "t", ("a", "b", "c"), None, None), Story("u", "t", ("d", "e"), None, None))])
REGISTER = (
    Registered("1", "r.csv", "Anna Reeve", ("Anna Reeve", "A. Reeve"), "person", None),
    Registered("2", "r.csv", "Ivan Orlov", ("Ivan Orlov",), None, "Norvia"),
    Registered("3", "r.csv", "Ivan Orlov", ("Ivan Orlov", "NTA"), None, None),
)


@given(
    st.lists(REFERENTS, max_size=30, unique_by=lambda one: one.id),
    STORIES,
    st.sampled_from([(), REGISTER]),
    st.randoms(use_true_random=False),
)
def test_every_referent_is_in_one_actor_and_order_changes_nothing(
    referents: list[Referent], stories: tuple[Story, ...], register: tuple[Registered, ...], random: object
) -> None:
    pages = {"a": Page("2025-03-16", "NTA"), "b": Page("2025-03-17"), "c": Page("not a date")}
    actors = merge_actors(referents, documents=pages, stories=stories, register=register)
    assert sorted(one for actor in actors for one in actor.referents) == sorted(one.id for one in referents)
    assert len({actor.id for actor in actors}) == len(actors)
    random.shuffle(referents)  # type: ignore[attr-defined]
    assert merge_actors(referents, documents=pages, stories=stories, register=register) == actors


def test_the_work_grows_with_the_number_of_referents_even_where_all_share_a_surname() -> None:
    given_names = ("Anna", "Ben", "Clara", "David", "Eva", "Frank")
    full = [referent(f"{given_names[number % 6]} Reed", f"d{number // 6}") for number in range(3_000)]
    bare = [referent("Reed", f"e{number}", titles=(Title("mayor"),)) for number in range(6_000)]
    started = time.perf_counter()
    actors = merge_actors([*full, *bare], documents={})
    assert time.perf_counter() - started < 20
    assert sum(len(actor.referents) for actor in actors) == len(full) + len(bare)


# --- what the corpus knows of bodies and capitals ----------------------------------------------------------------------------


def test_a_ministry_that_publishes_is_that_ministry_not_a_publisher_apart() -> None:
    channel = referent("Norvian Ministry of Defence", "a", kind="body", country="Norvia")
    told = referent("Ministry of Defence of Norvia", "b", kind="body", country="Norvia")
    actors = merge(channel, told, a=Page(outlet="Norvian Ministry of Defence"))
    assert together(actors, channel, told)
    assert [actor.kind for actor in actors] == ["body"]


def test_a_described_body_with_a_state_is_the_body_of_that_name() -> None:
    described = referent("Kasteli rescue service", "a", kind="group", names=(), country="Kastel")
    told = referent("Kasteli Rescue Service", "b", kind="body", country="Kastel")
    assert together(merge(described, told), described, told)


def test_services_without_their_state_are_the_one_that_their_story_describes_with_it() -> None:
    described = referent("Kasteli emergency services", "a", kind="group", names=(), country="Kastel")
    bare = referent("emergency services", "b", kind="group", names=())
    other = referent("Norvian emergency services", "b", kind="group", names=(), country="Norvia")
    stories = [Story("s", "Dam", ("a", "b"), None, None)]
    assert together(merge_actors([described, bare], documents={}, stories=stories), described, bare)
    assert not together(merge_actors([described, bare], documents={}), described, bare)
    assert not together(merge_actors([described, bare, other], documents={}, stories=stories), described, bare)


def test_people_of_a_body_stay_people() -> None:
    described = referent("chairman of the rescue service", "a", kind="group", names=(), country="Kastel")
    assert [actor.kind for actor in merge(described)] == ["group"]


def test_a_states_ministry_is_the_only_one_told_of() -> None:
    ministry = referent("Norvian ministry", "a", kind="body", names=(), country="Norvia")
    defence = referent("Norvian Defence Ministry", "b", kind="body", country="Norvia")
    foreign = referent("Norvian Foreign Ministry", "b", kind="body", country="Norvia")
    assert together(merge(ministry, defence), ministry, defence)
    assert not together(merge(ministry, defence, foreign), ministry, defence)


def test_a_place_belongs_to_the_state_whose_capital_another_document_calls_it() -> None:
    told = referent("Norvia", "a", kind="state", country="Norvia", names=("Norvia", "Tessen"))
    place = referent("Tessen", "b", kind="place")
    actors = merge(told, place)
    assert {actor.name: actor.country for actor in actors} == {"Norvia": "Norvia", "Tessen": "Norvia"}


def test_a_place_that_two_states_call_their_capital_belongs_to_neither() -> None:
    told = [referent(state, state, kind="state", country=state, names=(state, "Tessen")) for state in ("Norvia", "Arden")]
    place = referent("Tessen", "b", kind="place")
    actors = merge(*told, place)
    assert next(actor for actor in actors if actor.kind == "place").country is None


def test_heads_of_some_company_in_two_documents_are_two_people() -> None:
    office = Title("director", "company")
    named = referent("Ada Lund", "a", titles=(office,))
    unnamed = referent("company's director", "b", titles=(office,), names=())
    assert not together(merge(named, unnamed), named, unnamed)


def test_a_general_name_in_an_outlet_of_a_state_is_that_states_body_where_there_is_one() -> None:
    told = referent("Norvian Defence Ministry", "b", kind="body", country="Norvia")
    outlet = referent("Norvian Telegraph Agency", "b", kind="outlet", country="Norvia")
    short = referent("Defence Ministry", "a", kind="body")
    elsewhere = referent("Defence Ministry", "c", kind="body")
    pages = {"a": Page(outlet="Norvian Telegraph Agency"), "c": Page(outlet="Arden Herald")}
    actors = merge(told, outlet, short, elsewhere, **pages)
    assert together(actors, told, short)
    assert not together(actors, told, elsewhere)


def test_the_supreme_court_in_the_press_of_a_state_is_that_states() -> None:
    first, second = referent("Supreme Court", "a", kind="body"), referent("Supreme Court", "b", kind="body")
    abroad = referent("Supreme Court", "c", kind="body")
    pages = {"a": Page(outlet="The Guardian"), "b": Page(outlet="The Guardian"), "c": Page(outlet="TASS")}
    actors = merge(first, second, abroad, **pages)
    assert together(actors, first, second)
    assert not together(actors, first, abroad)


def test_a_ministry_of_which_no_form_says_the_state_is_called_its_states() -> None:
    actors = merge(
        referent("Foreign Ministry", "a", kind="body", country="Norvia"),
        referent("Foreign Ministry", "b", kind="body", country="Kastel"),
    )
    assert sorted(actor.name for actor in actors) == ["Kastel's Foreign Ministry", "Norvia's Foreign Ministry"]


def test_a_ministry_whose_name_says_the_state_keeps_its_name() -> None:
    (actor,) = merge(referent("Norvian Foreign Ministry", "a", kind="body", country="Norvia"))
    assert actor.name == "Norvian Foreign Ministry"
