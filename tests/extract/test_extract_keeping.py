"""Bodies told of by whose they are and what they do, and states and outlets that a document tells by what stands beside their names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.test_extract_referents import named, parse, read, spot, whom

from quoth.extract.referents import Referents, find_referents


def kinds(text: str) -> dict[str, str]:
    return {one.name: one.kind for one in read(text).all}


def test_somebodys_office_is_a_body_of_its_own_however_it_is_told() -> None:
    text = read("Ada Lund met Tomas Verin on Monday. Verin's office said no. Lund gave no reason, and her office said yes.")
    assert whom(text, "Verin's office") == "Tomas Verin's office"
    assert whom(text, "her office") == "Ada Lund's office"
    assert named(text, "Ada Lund's office").kind == "body"
    text = read("Ada Lund met Tomas Verin. Verin's office said no. The attorney's office said yes.")
    assert whom(text, "The attorney's office") != "Tomas Verin's office"
    assert (
        whom(read("The office of Ada Lund, the mayor, said it knew of no meeting."), "The office of Ada Lund")
        == "Ada Lund's office"
    )


def test_a_ministers_ministry_is_the_one_that_they_are_the_minister_of() -> None:
    text = read("Norvia's Foreign Minister Ada Lund called it absurd. His deputy left. Mr Verin spoke. Ms Lund's ministry said no.")
    ministry = named(text, "foreign ministry")
    assert (ministry.kind, ministry.country) == ("body", "Norvia")
    known = read(
        "The Norvian Defence Ministry denied it. Norvian Defence Minister Tomas Verin went home, and his ministry said why."
    )
    assert whom(known, "his ministry") == "Norvian Defence Ministry"
    assert whom(read("Prime Minister Tomas Verin went home, and his ministry said why."), "his ministry") == "ministry"


def test_an_adjective_before_any_common_noun_tells_the_state_that_it_is_formed_from() -> None:
    found = kinds(
        "Halvia knew of it, the coach said. Four Halvian technicians left. A Halvian intelligence chief said no. Halvia is sure."
    )
    assert found["Halvia"] == "state"
    assert "Halvian" not in found


def test_those_whose_ministers_are_told_of_with_a_states_are_states() -> None:
    found = kinds(
        "The energy ministers of Poland, Ormark and Tessia will meet. Ormark Group, Ormark said, is not sold. Ormark won the cup."
    )
    assert {found["Ormark"], found["Tessia"]} == {"state"}


def test_who_has_a_foreign_minister_and_is_named_together_with_a_state_is_a_state() -> None:
    told = "Tolvin was not amused. Tolvin's foreign minister, Ada Lund, rang. Tolvin said no. A day later Tolvin said yes."
    assert kinds(f"Poland and Tolvin on Wednesday called for a recount. {told}")["Tolvin"] == "state"
    assert kinds(f"Karl Ilsen and Tolvin on Wednesday called for a recount. {told}")["Tolvin"] == "person"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Norvian newspaper Spark has reported that they left.", "The Norvian newspaper Spark", "Spark"),
        ("The state-run Halden Press news agency said it would rain.", "The state-run Halden Press news agency", "Halden Press"),
    ],
)
def test_a_body_is_meant_by_what_it_is_right_beside_its_name(text: str, words: str, name: str) -> None:
    assert whom(read(text), words) == name


def test_a_number_belongs_to_the_name_of_a_channel() -> None:
    assert "Halden 1" in kinds('"I stand by it," the minister told Halden 1 television.')
    assert "SNP 48" not in kinds("The poll put Labour at 21, SNP 48 and the Tories at 15.")


def test_initials_in_brackets_are_the_companys_with_its_form_of_company() -> None:
    text = read("The operator, the Halden Atomic Company (HAC), said three were hurt. HAC said no more.")
    assert whom(text, "HAC", "hurt") == "Halden Atomic Company"
    assert whom(read("Halden.com Inc. said no. The AI said yes to it. Halden.com Inc. is big."), "AI") != "Halden.com Inc."


def test_a_union_of_people_with_an_office_keeps_its_name() -> None:
    text = read("Wim Harstad, who leads the Pilots' Association, said no. The association said it would talk.")
    assert whom(text, "The association") == "Pilots' Association"


def test_a_general_noun_means_the_one_body_lately_described() -> None:
    text = read(
        "Ada Lund, who heads the radiation inspectorate, said no. It rained. A cat sat on a wall. The inspectorate says it is dry."
    )
    assert whom(text, "The inspectorate") == "radiation inspectorate"


def published(text: str, outlet: str, *authors: str) -> Referents:
    parsed = parse(text)
    return find_referents(replace(parsed, document=replace(parsed.document, outlet=outlet, authors=authors)))


def test_an_outlet_is_the_we_of_what_it_printed_itself() -> None:
    text = published(
        "On Friday we reported that two men had died. We hope that it rains. “We reported him,” Ada Lund said.", "Brenn Herald"
    )
    assert whom(text, "we", "Friday") == "Brenn Herald"
    assert whom(text, "We", "died.") is None
    assert whom(text, "We", "rains.") is None
    told = published("A porter told our reporter that it rained. “Ask our reporter,” Ada Lund said.", "Brenn Herald")
    assert told.at(spot(told, "our reporter")).name == "Brenn Herald"  # type: ignore[union-attr] # the test fails where it is nobody
    assert told.at(spot(told, "our reporter", "“Ask")) != told.at(spot(told, "our reporter"))


def test_whoever_signs_an_essay_is_its_i() -> None:
    essay = "I asked the contractor.\nI doubt that it burst. “I know,” Tomas Verin said.\nI was there."
    assert whom(published(essay, "Brenn Herald", "Ada Lund"), "I", "contractor.") == "Ada Lund"
    assert whom(published(essay, "Brenn Herald", "Ada Lund"), "I", "burst. “") is None
    assert whom(published(essay, "Brenn Herald", "Ada Lund", "Karl Ilsen"), "I", "contractor.") is None
    assert whom(published(essay, "Brenn Herald", "Brenn News Desk"), "I", "contractor.") is None
    assert whom(published("I had a great talk.\nTomas Verin left.\nIt rained.", "Brenn Herald", "Ada Lund"), "I") is None


def test_a_name_that_the_documents_outlet_bears_is_the_outlet() -> None:
    def kind(text: str, outlet: str) -> set[tuple[str, str]]:
        return {(one.kind, one.name) for one in published(text, outlet).all if one.name.startswith(("Tarn", "The Tarn"))}

    assert kind("Dato Rask told Tarn-Info on Tuesday that he saw no reason to doubt it.", "Tarn-Info") == {("outlet", "Tarn-Info")}
    assert kind("“I know,” he told the Tarn Lantern.", "The Tarn Lantern") == {("outlet", "The Tarn Lantern")}
    assert ("outlet", "Tarn") not in kind("Ada Tarn said no. Tarn told reporters that it rained.", "Tarn")


@pytest.mark.parametrize(
    "text",
    [
        "President Karl Tolvin met reporters. The dispute between Tolvin and China escalated. Tolvin's foreign minister, Ada Lund, rang.",
        "The dispute between Tolvin and China escalated. President Tolvin met reporters. Tolvin's foreign minister, Ada Lund, rang.",
    ],
)
def test_a_leader_who_is_named_together_with_a_state_is_none(text: str) -> None:
    assert "state" not in {kind for name, kind in kinds(text).items() if "Tolvin" in name}
