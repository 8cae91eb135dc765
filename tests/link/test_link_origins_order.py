"""In which order tellings stand, which of them took it from which, and who is taken for whom."""

from __future__ import annotations

from tests.link.test_link_origins import World

from quoth.link.days import published_key

POST = "The weir has failed twice this year, the Marland Dike Board says."
QUOTED = "\u201cThe weir at Oda has failed twice this year and it will fail again,\u201d Ada Reed said. It stands at the mouth of the river."


def told_by_two(first: str | None, second: str | None) -> World:
    world = World().add("z", "The weir has failed twice, Ada Reed said.", "The weir has failed twice", by="Ada Reed", day=first)
    return world.add("a", "It broke, said Ada Reed.", "It broke", by="Ada Reed", day=second)


def test_of_two_that_have_it_from_one_place_the_earlier_stands_first_whatever_their_zones() -> None:
    (step,) = told_by_two("2031-05-02T20:15:00+02:00", "2031-05-02T18:40:00+00:00").reckon().steps
    assert (step.source, step.copy, step.decided) == ("s-z-Ada Reed", "s-a-Ada Reed", False)


def test_a_telling_with_a_time_stands_before_one_of_that_day_without() -> None:
    (step,) = told_by_two("2031-05-02T20:15:00+02:00", "2031-05-02").reckon().steps
    assert step.source == "s-z-Ada Reed"


def test_what_has_no_date_comes_last_and_dates_at_the_end_of_the_calendar_are_sorted() -> None:
    days = [None, "9999-12-31T23:30:00-05:00", "2031-05-02", "2031-05-02T23:30:00+02:00", "2031-05-02T21:00:00Z"]
    assert sorted(days, key=published_key) == [days[4], days[3], days[2], days[1], days[0]]


def test_the_steps_lead_from_the_earliest_of_several_tellings() -> None:
    world = World()
    for name, day in (("a", "2031-05-03"), ("b", "2031-05-04"), ("c", "2031-05-02")):
        world.add(name, f"The weir {name} has failed, Ada Reed said.", "has failed", by="Ada Reed", day=day)
    assert [(step.source[2], step.copy[2]) for step in world.reckon().steps] == [("c", "a"), ("c", "b")]


def test_who_names_a_post_has_it_from_where_that_was_posted() -> None:
    world = World().add(
        "a", "The weir has failed, Ada Reed said.", "The weir has failed", by="Ada Reed", outlet="Marland Dike Board"
    )
    text = "It broke down, Ada Reed said on the Marland Dike Board\u2019s Telegram channel."
    world.add("b", text, "It broke down", by="Ada Reed", day="2031-05-03")
    (step,) = world.reckon().steps
    assert (step.source, step.decided) == ("s-a-Ada Reed", True)
    world.told[1] = World().add("b", text, "It broke down", by="Ada Reed", day="2031-05-01").told[0]
    assert [one.decided for one in world.reckon().steps] == [False]


def test_a_whole_article_that_is_anothers_is_one_text_with_it_with_all_that_it_quotes() -> None:
    says = "The weir at Oda has failed twice this year and it will fail again"
    world = World().add("a", QUOTED, says, by="Ada Reed").add("b", QUOTED, says, by="Ada Reed", day="2031-05-03")
    assert world.texts == 2
    assert world.copy("b", "a", "verbatim").texts == 1


def test_a_quotation_in_a_part_that_was_taken_over_is_still_no_copy() -> None:
    says = "The weir at Oda has failed twice this year and it will fail again"
    world = World().add("a", QUOTED, says, by="Ada Reed").add("b", QUOTED, says, by="Ada Reed", day="2031-05-03")
    assert world.copy("b", "a", "partial").texts == 2


def test_officials_of_one_state_are_not_perhaps_those_of_another() -> None:
    def world(country: str) -> World:
        told = World(states=("Marland", "Ostervik"))
        told.add(
            "a",
            "The weir has failed, Marland's dike ministry said.",
            "The weir has failed",
            by="Marland's dike ministry",
            kind="group",
        )
        return told.add("b", "It broke down, said Ada Reed.", "It broke down", by="Ada Reed", of="Ministry", country=country)

    assert world("Marland").origins == (1, 2)
    assert world("Ostervik").origins == (2, 2)


def test_a_state_is_one_also_where_an_article_takes_its_name_for_a_body() -> None:
    state = World().add("a", "The weir has failed, Marland said.", "The weir has failed", by="Marland", kind="body")
    state.told[0] = (
        World().add("a", "The weir has failed, Marland said.", "The weir has failed", by="Marland", kind="state").told[0]
    )
    state.add("b", "It broke down, said Ada Reed.", "It broke down", by="Ada Reed", of="Marland")
    assert [one.sure for one in state.reckon().steps] == [False]
