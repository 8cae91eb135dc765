"""Which words before a name are its own title, and who is who by what they are called."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_referents import named, read, whom


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The article names the ISIS leader Dolan had killed a few months ago.", "Dolan"),
        ("Marek Verin is a lawyer Ms. Reeve says was in the room at the time.", "Reeve"),
        ("It turns to the candidate Dolan beat eight months ago.", "Dolan"),
    ],
)
def test_a_noun_that_a_clause_tells_more_of_is_no_title_of_its_subject(text: str, name: str) -> None:
    assert named(read(text), name).titles == ()


@pytest.mark.parametrize(
    "text", ["The lawyer Dolan said no.", "He met the lawyer Dolan.", "As the historian Anna Dolan has written, it was late."]
)
def test_a_noun_before_a_name_is_its_title_where_no_clause_begins(text: str) -> None:
    assert [title.text for one in read(text).all if "Dolan" in one.name for title in one.titles] in (["lawyer"], ["historian"])


def test_who_is_told_something_is_not_what_the_next_title_is_of() -> None:
    told = read("He told The Brenn Herald President Dolan left the meeting with a joke.")
    assert [title.of for title in named(told, "Dolan").titles] == [None]
    held = read("He told Brenn Herald President Dolan that it was good.")
    assert [title.of for title in named(held, "Dolan").titles] == ["Brenn Herald"]


def test_that_somebody_is_a_man_or_a_person_is_no_office() -> None:
    text = read("Marek Dolan is a man of few words. Anna Reeve, the woman who sued, is a lawyer.")
    assert named(text, "Marek Dolan").titles == ()
    assert [title.text for title in named(text, "Anna Reeve").titles] == ["lawyer"]


def test_a_given_name_that_is_also_a_noun_for_people_belongs_to_the_name() -> None:
    assert (
        named(read("Conservative commentator Guy Reeve wrote that it was good."), "Guy Reeve")
        .titles[0]
        .text.endswith("commentator")
    )


def test_a_list_behind_a_name_is_no_apposition() -> None:
    joined = read("Ambassador Marek Dolan, a State Department computer specialist and two former sailors were killed.")
    assert [title.text for title in named(joined, "Marek Dolan").titles] == ["ambassador"]
    apposed = read("Marek Dolan, a computer specialist and writer, was killed.")
    assert "specialist" in {title.text for title in named(apposed, "Marek Dolan").titles}


def test_an_envoy_to_somewhere_is_no_other_ambassador() -> None:
    text = "Ambassador Marek Dolan died. The administration's top diplomat to the United Nations said that it was late."
    assert whom(read(text), "The administration's top diplomat") != "Marek Dolan"
    text = "Marek Dolan, the ambassador to Norvia, left. The top diplomat to Norvia said that it was late."
    assert whom(read(text), "The top diplomat") == "Marek Dolan"


def test_a_rank_behind_an_office_is_a_title_of_its_own() -> None:
    text = read("Army spokesman Lt. Col. Marek Dolan said it was a figure. Army spokesman Dolan said no.")
    assert [title.text for title in named(text, "Marek Dolan").titles] == ["lt. col.", "army spokesman"]
    assert whom(text, "Army spokesman Dolan") == "Marek Dolan"


def test_who_is_a_nominee_may_have_an_office_too() -> None:
    text = read("The vice presidential nominee Marek Dolan left. Congressman Dolan said no.")
    assert whom(text, "Congressman Dolan") == "Marek Dolan"
    text = read("President Marek Dolan left. Congressman Dolan said no.")
    assert whom(text, "Congressman Dolan") == "Dolan"


def test_a_state_in_the_name_of_an_outlet_stays_a_state() -> None:
    text = read("The Times of Israel reported it. Israel later said that it was wrong.")
    assert named(text, "Israel").kind == "state"
    assert whom(text, "Israel", after="reported") == "Israel"


def test_initials_that_a_document_writes_out_otherwise_are_not_the_known_body() -> None:
    text = read('It carried the notation "SBU", meaning "Sensitive But Unclassified." It was marked SBU again. The SBU said no.')
    assert not [one for one in text.all if one.country == "Ukraine"]
    assert {one.country for one in read("The SBU (Security Service of Ukraine) said no.").all} == {"Ukraine"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A major Norvian effort by the U.S. began. The major U.S. effort failed.", "United States", "state"),
        ("It stood in the official Halden Post story.", "Halden Post", "body"),
    ],
)
def test_a_word_before_a_name_that_says_something_of_the_noun_behind_it_is_no_title(text: str, name: str, kind: str) -> None:
    assert {one.kind for one in read(text).all if one.name == name} == {kind}


def test_whose_administration_is_told_of_is_the_president() -> None:
    told = read("Mary Dolan left. The Dolan administration said no. The president has seen it, officials said.")
    assert whom(told, "The president") == "Mary Dolan"
    told = read(
        "Mary Dolan left. The Dolan administration said no. President Ada Reeve spoke. The president has seen it, officials said."
    )
    assert whom(told, "The president") == "Ada Reeve"


def test_somebodys_nominee_is_not_they() -> None:
    told = read("Donald Dolan spoke on Monday. He praised Dolan's nominee for the court.")
    assert all("nominee" not in mention.text for mention in named(told, "Donald Dolan").mentions)


@pytest.mark.parametrize("words", ["The next president", "The previous president"])
def test_who_is_to_have_an_office_or_had_it_before_is_not_who_has_it(words: str) -> None:
    told = read(f"President Ada Reeve left on Monday. {words} will be told of it, officials said.")
    assert whom(told, words) != "Ada Reeve"


def test_a_fellow_is_somebody_else() -> None:
    told = read("Sen. Ada Reeve spoke on Monday. She said her fellow Republican would not.")
    assert all("fellow" not in mention.text for mention in named(told, "Ada Reeve").mentions)


def test_an_office_is_former_whatever_else_is_said_of_it() -> None:
    titles = named(read("Ada Reeve, a former supervising judge of the Halden Court, said no."), "Ada Reeve").titles
    assert [(title.text, title.of) for title in titles] == [("former judge", "Halden Court")]
    titles = named(read("Director of National Intelligence Ada Reeve said no. A CIA director left."), "Ada Reeve").titles
    assert [(title.text, title.of) for title in titles] == [("director of national intelligence", None)]


def test_who_heads_another_body_is_not_who_headed_this_one() -> None:
    told = read("Director of National Intelligence Bo Reeve left on Monday. The former director of the Halden Bank said no.")
    assert whom(told, "The former director of the Halden Bank") != "Bo Reeve"
