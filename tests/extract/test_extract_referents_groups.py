"""Descriptions that mean a list or a body, and things that mean nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.test_extract_referents import named, parse, read, spot, whom

from quoth.extract.referents import Referents, find_referents
from quoth.records import Title

# --- descriptions that mean a list -------------------------------------------------------------------------------------------

TOGETHER = """The governments of Arden and Ilmar rejected the claim on Monday. "We are not at war," the two governments said.

Both countries warned that the dam was in danger. Their governments have denied it. Some governments said nothing.

President Tomas Verin and Prime Minister Ada Holm met in Brenn. The two leaders agreed to talk. The two women disagreed.
"""


def members(referents: Referents, words: str, after: str = "") -> list[str]:
    found, _ = referents.resolve(spot(referents, words, after))
    return [one.name for one in referents.members(found)] if found else []


@pytest.fixture(scope="module")
def together() -> Referents:
    return read(TOGETHER)


@pytest.mark.parametrize(
    "words", ["The governments of Arden and Ilmar", "the two governments", "Both countries", "Their governments"]
)
def test_governments_told_of_together_are_the_list_of_their_states(together: Referents, words: str) -> None:
    assert members(together, words) == ["Arden", "Ilmar"]


def test_names_whose_governments_are_told_of_together_are_states(together: Referents) -> None:
    assert {named(together, name).kind for name in ("Arden", "Ilmar")} == {"state"}


def test_governments_that_point_to_no_list_stay_a_group_of_their_own(together: Referents) -> None:
    assert whom(together, "Some governments") == "governments"
    assert not members(together, "Some governments")


def test_two_people_are_meant_by_their_number_and_office(together: Referents) -> None:
    assert members(together, "The two leaders") == ["Tomas Verin", "Ada Holm"]


def test_a_number_of_others_is_not_the_list() -> None:
    text = read("Arden, Ilmar and Norvia signed the treaty. The two governments said that they would keep it.")
    assert not members(text, "The two governments")


def test_a_list_of_men_is_no_two_women() -> None:
    text = read(
        "Mr Marek Dolan and Mr Tomas Verin met in Brenn. The two women said that they would call. The two men said nothing."
    )
    assert not members(text, "The two women")
    assert members(text, "The two men") == ["Marek Dolan", "Tomas Verin"]


def test_governments_by_their_adjectives_are_the_list_of_states() -> None:
    assert members(read("The French and German governments said it was too late."), "The French and German governments") == [
        "France",
        "Germany",
    ]


def test_a_pronoun_after_the_two_governments_means_them() -> None:
    text = read("The governments of Arden and Ilmar met on Monday. The two governments were alarmed. They said the dam was safe.")
    assert members(text, "They") == ["Arden", "Ilmar"]


# --- bodies that publish, that are described, and things that are none -------------------------------------------------------


def read_of(text: str, outlet: str) -> Referents:
    parsed = parse(text)
    return find_referents(replace(parsed, document=replace(parsed.document, outlet=outlet)))


def test_the_ministry_and_we_in_a_ministrys_own_channel_are_that_ministry() -> None:
    own = read_of("The ministry rejects the claim. We warn Brenn against this step.", "Norvian Ministry of Defence")
    assert whom(own, "The ministry") == whom(own, "We") == "Norvian Ministry of Defence"


def test_we_in_a_newspaper_is_nobody() -> None:
    paper = read_of("We asked the ministry. It gave no answer.", "Lakeside Daily")
    assert whom(paper, "We") is None


def test_the_ministry_of_another_is_not_that_of_the_publisher() -> None:
    own = read_of(
        "Kastel's Foreign Minister spoke. The Kasteli Foreign Ministry said no. Kastel was silent.", "Norvian Ministry of Defence"
    )
    assert whom(own, "The Kasteli Foreign Ministry") == "Kasteli Foreign Ministry"


def test_a_body_once_described_is_meant_by_its_noun_again() -> None:
    text = read("Kastel's rescue service said that nobody was hurt. Kastel's army left. The rescue service later gave a figure.")
    assert whom(text, "The rescue service") == whom(text, "Kastel's rescue service")


def test_a_body_belongs_to_the_state_of_its_pronoun() -> None:
    text = read("Norvia's army is large. Norvia asked for the call. Its defence ministry said that it was short.")
    found, _ = text.resolve(spot(text, "Its defence ministry"))
    assert found is not None
    assert (found.kind, found.country) == ("body", "Norvia")


@pytest.mark.parametrize(
    "text", ["Each bank of the river is accusing the other.", "The other side of the equation said nothing to anyone."]
)
def test_things_that_share_a_noun_with_bodies_are_nobody(text: str) -> None:
    assert not read(text).all


@pytest.mark.parametrize("text", ["The problem is that the dam is old.", "The clean samples showed that there was no poison."])
def test_subjects_of_clauses_that_things_have_too_are_nobody(text: str) -> None:
    assert not read(text).all


@pytest.mark.parametrize("text", ["The coastguard said that the boat was safe.", "The hypnotist found that the boat was safe."])
def test_any_noun_of_people_may_be_who_says_so(text: str) -> None:
    assert len(read(text).all) == 1


def test_somebody_described_first_and_named_after_is_one() -> None:
    text = read('A spokesman for the defence department said no. "It was short," said the spokesman, Colin Marsh.')
    assert whom(text, "A spokesman for the defence department") == whom(text, "the spokesman, Colin Marsh") == "Colin Marsh"


def test_the_head_of_a_body_named_before_has_an_office_of_that_body() -> None:
    text = read("Inspectors of the Joint Agency for Water Safety found no trace, the agency's director said on Tuesday.")
    found, _ = text.resolve(spot(text, "the agency's director"))
    assert found is not None
    assert Title("director", "Joint Agency for Water Safety") in found.titles


def test_their_governments_are_those_of_a_list_that_the_document_alone_does_not_show_to_be_states() -> None:
    text = read("Arden and Ilmar on Monday rejected the claim. They said their governments would answer together.")
    assert members(text, "their governments") == ["Arden", "Ilmar"]


def test_an_office_in_two_letters_is_who_holds_it() -> None:
    told = read("Norvian Defence Minister Marek Dolan called Jonas Hale on Sunday. The DM said that he was worried.")
    assert whom(told, "The DM") == "Marek Dolan"


def test_governments_taken_for_an_object_are_still_those_of_the_list() -> None:
    text = read('Later, Spain, the UK and Norway said their governments "all refuse" the second draft.')
    assert members(text, "their governments") == ["Spain", "United Kingdom", "Norway"]


def test_the_official_is_the_one_described_so_and_not_the_minister_who_is_an_official_too() -> None:
    referents = read(
        "Arden's Defence Secretary Anna Reeve spoke to Dolan on Friday. A senior Arden official, who asked not to be named, said "
        "Dolan had complained. Ms Reeve was not aware of any breach, the official said."
    )
    found, reason = referents.resolve(spot(referents, "the official"))
    assert (found.name if found else reason) != "Anna Reeve"
    assert found is not None
    assert found.kind == "group"


# --- two people, and one of several ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "General Marek Dolan spoke on Monday with General Boris Tarn. The two men agreed to talk again.",
        "Defence Minister Marek Dolan held talks with Defence Secretary Boris Tarn. The two ministers agreed to talk again.",
        "Marek Dolan met Boris Tarn in Brenn. The two agreed to talk again.",
        "The chief of Arden’s defence staff, General Marek Dolan, spoke with General Boris Tarn. The two men agreed to talk again.",
    ],
)
def test_two_people_are_those_of_whom_one_dealt_with_the_other(text: str) -> None:
    assert members(read(text), "The two", after=". ") == ["Marek Dolan", "Boris Tarn"]


def test_two_women_are_no_two_men_who_met() -> None:
    assert members(read("Mr. Marek Dolan met Mr. Boris Tarn in Brenn. The two women agreed to talk."), "The two women") == []


def test_a_list_of_people_may_say_first_what_they_are() -> None:
    text = read(
        "Arden's senior soldier, General Marek Dolan, and his Norvian deputy, General Boris Tarn, held a rare call on Monday. "
        "It was short. They spoke about the river."
    )
    assert members(text, "They") == ["Marek Dolan", "Boris Tarn"]


def test_one_of_a_group_told_of_before_stands_for_it() -> None:
    text = read("Allied officials are worried. “It leaks,” said one, who was not authorised to speak.")
    assert whom(text, "one, who was not authorised to speak") == "Allied officials"
    assert whom(read("The dam is old. “It leaks,” said one."), "one.") is None
    assert whom(read("The station spoke of it. “It leaks,” one of them told reporters."), "one of them") is None


def test_who_goes_on_about_the_people_right_before_it() -> None:
    assert (
        whom(read("The denials of Western colleagues, who say that it is an invention, are not serious."), "who")
        == "Western colleagues"
    )


def test_a_minister_outside_quotation_marks_is_not_the_one_told_of_inside_them() -> None:
    text = read(
        "Foreign Minister Ilya Sever spoke on Monday. “The names were given by the defence minister to others,” the minister said. "
        "Defence Minister Marek Dolan was silent."
    )
    assert whom(text, "the minister said"[:12]) == "Ilya Sever"
    assert whom(text, "the defence minister") == "Marek Dolan"


def test_a_description_does_not_break_off_in_the_middle_of_whose_it_is() -> None:
    assert whom(read("A spokesman for Ms Reeve said no."), "A spokesman for Ms Reeve") == "spokesman for Ms Reeve"
    assert (
        whom(read("The Kasteli capital is old. Reporters in the Kasteli capital said no."), "Reporters")
        == "Reporters in the Kasteli capital"
    )


def test_states_have_governments_whatever_else_their_names_are_taken_for() -> None:
    text = read("The governments of Halden and Ostmark said no. Halden Group said nothing. “We refuse,” the two governments said.")
    assert members(text, "the two governments") == ["Halden", "Ostmark"]


def test_a_president_elect_is_not_the_president() -> None:
    text = read(
        "President-elect Tomas Verin won the vote. President Anna Reeve was there. The president said no. The president-elect said yes."
    )
    assert whom(text, "The president said"[:13]) == "Anna Reeve"
    assert whom(text, "The president-elect") == "Tomas Verin"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sens. Anna Reeve, R-Ohio, and Marek Dolan, D-Iowa, said no.", "Sens. Anna Reeve, R-Ohio, and Marek Dolan, D-Iowa,"),
        ("Sens. Anna Reeve of Ohio and Marek Dolan rejected it.", "Sens. Anna Reeve of Ohio and Marek Dolan"),
        ("Senate Leader Anna Reeve and Marek Dolan, who is new, said no.", "Senate Leader Anna Reeve and Marek Dolan, who is new,"),
        ("Two former chairmen -- Democrat Anna Reeve and Republican Marek Dolan -- said no.", "Two former chairmen -- Democrat Anna Reeve and Republican Marek Dolan --"),
    ],
)  # fmt: skip
def test_each_of_several_speakers_is_kept_whatever_is_told_of_them(text: str, source: str) -> None:
    assert members(read(text), source) == ["Anna Reeve", "Marek Dolan"]


@pytest.mark.parametrize(
    "source",
    [
        "Marek Dolan of The Brenn Post and Anna Reeve of The Halden Post",
        "Marek Dolan of the Brenn Post and Anna Reeve of the Halden Post",
        "Sen. Marek Dolan of Utah and Sen. Anna Reeve of Ohio",
    ],
)
def test_two_people_and_what_each_is_of_are_a_list_of_the_two(source: str) -> None:
    assert members(read(f"{source} said that they were put into a van."), source) == ["Marek Dolan", "Anna Reeve"]


def test_a_noun_for_people_of_two_places_is_no_list_with_the_second() -> None:
    text = read("Hospitals in Arden and Ilmar said no.")
    assert not [one for one in text.all for member in text.members(one) if member.name.startswith("Hospitals")]


@pytest.mark.parametrize(
    "more", ["the city's chief executive and its fire director", "Ohio Republican and the chamber's top investigator"]
)
def test_two_offices_behind_a_name_are_of_one_person(more: str) -> None:
    text = read(f"Anna Weber, {more}, said the dam was safe.")
    assert len(named(text, "Anna Weber").titles) == 2
    assert not [one for one in text.all if one.members]


@pytest.mark.parametrize(
    "more", ["the mayor, and the chief of police,", "the mayor and her lawyer,", "the mayor and the captain were late and"]
)
def test_an_office_with_an_article_of_its_own_may_be_another_person_s(more: str) -> None:
    assert len(named(read(f"Anna Weber, {more} said the dam was safe."), "Anna Weber").titles) == 1


def test_the_last_word_of_two_papers_is_the_one_that_is_still_called_so() -> None:
    text = read("Marek Dolan of the Washington Post and Anna Reeve of the Huffington Post spoke. The Post said no.")
    assert whom(text, "The Post said"[:8]) == "The Washington Post"


def test_white_space_of_any_kind_parts_the_words_of_a_name() -> None:
    text = read("The president of the\u00a0Halden South\u00a0club wrote that the lift was broken. At least\u00a011 people said no.")
    names = {one.name for one in text.all}
    assert "president of the Halden South club" in names
    assert "11 people" in names
