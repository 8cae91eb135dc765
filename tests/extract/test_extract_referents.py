from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.extract.referents import Referents, find_referents
from quoth.language.english import English
from quoth.records import Document, Referent, Segment, Span, Title
from quoth.syntax import ParsedDocument

CALLS = """Norvian Defence Minister Marek Dolan spoke by telephone with Arden's Defence Secretary Anna Reeve on Sunday, the Norvian \
Ministry of Defence said. Dolan told Reeve that Kastel was preparing a provocation. The Norvian minister gave no details.

"We have seen nothing of the kind," Secretary Reeve said. She added that Arden, Ilmar and Kastel would answer Norvia together.

Kastel's President Tomas Verin rejected the claim. The Kasteli leader told reporters in Brenn that he was ready to open the gates. \
Western officials said Norvia's account made no sense.
"""


def parse(text: str) -> ParsedDocument:
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    segments = tuple(Segment("body", found.start(), found.end()) for found in re.finditer(r"[^\n]+", text))
    return English().parse(document, segments)


def read(text: str) -> Referents:
    return find_referents(parse(text))


def spot(referents: Referents, words: str, after: str = "") -> Span:
    text = referents.parsed.document.text
    start = text.index(words, text.index(after) + len(after))
    return Span(start, start + len(words))


def whom(referents: Referents, words: str, after: str = "") -> str | None:
    found, reason = referents.resolve(spot(referents, words, after))
    assert (found is None) != (reason is None)
    return found.name if found else None


def why(referents: Referents, words: str, after: str = "") -> str | None:
    return referents.resolve(spot(referents, words, after))[1]


def named(referents: Referents, name: str) -> Referent:
    return next(one for one in referents.all if one.name == name)


@pytest.fixture(scope="module")
def calls() -> Referents:
    return read(CALLS)


def test_a_surname_a_title_and_a_description_mean_the_one_person(calls: Referents) -> None:
    assert whom(calls, "Dolan", after="said. ") == "Marek Dolan"
    assert whom(calls, "The Norvian minister") == "Marek Dolan"
    assert whom(calls, "Secretary Reeve") == "Anna Reeve"
    assert whom(calls, "The Kasteli leader") == "Tomas Verin"


def test_a_pronoun_means_the_last_subject_whose_gender_fits(calls: Referents) -> None:
    assert whom(calls, "She", after="said. ") == "Anna Reeve"
    assert whom(calls, "he", after="Brenn that ") == "Tomas Verin"


def test_titles_are_kept_with_what_they_are_of(calls: Referents) -> None:
    assert Title("defence minister", "Norvia") in named(calls, "Marek Dolan").titles
    assert Title("defence secretary", "Arden") in named(calls, "Anna Reeve").titles
    assert named(calls, "Tomas Verin").country == "Kastel"


def test_states_that_no_gazetteer_knows_are_read_from_the_offices_they_have(calls: Referents) -> None:
    kinds = {one.name: one.kind for one in calls.all}
    assert {kinds[name] for name in ("Norvia", "Kastel", "Arden")} == {"state"}


def test_a_list_of_sources_is_one_group_with_its_members(calls: Referents) -> None:
    group, _ = calls.resolve(spot(calls, "Arden, Ilmar and Kastel"))
    assert group is not None
    assert group.kind == "group"
    assert [member.name for member in calls.members(group)] == ["Arden", "Ilmar", "Kastel"]
    assert group.members == tuple(member.id for member in calls.members(group))


def test_an_unnamed_group_is_a_group_by_its_description(calls: Referents) -> None:
    group = named(calls, "Western officials")
    assert (group.kind, group.names) == ("group", ())


def test_every_mention_is_the_text_that_it_says(calls: Referents) -> None:
    text = calls.parsed.document.text
    for one in calls.all:
        for mention in one.mentions:
            assert text[mention.span.start : mention.span.end] == mention.text


def test_identifiers_are_distinct_and_those_of_the_first_mention(calls: Referents) -> None:
    assert len({one.id for one in calls.all}) == len(calls.all)
    assert all(one.mentions == tuple(sorted(one.mentions, key=lambda mention: mention.span)) for one in calls.all)


def test_a_name_that_the_tagger_takes_for_a_place_is_the_person_named_in_full() -> None:
    calls = read("Trade Minister Grant Austin met Pavel Orlov in spring. A letter between Austin and Orlov had settled the agenda.")
    assert whom(calls, "Austin", after="between ") == "Grant Austin"
    assert whom(calls, "Orlov", after="Austin and ") == "Pavel Orlov"


def test_transliterations_of_one_name_are_one_person() -> None:
    told = read("Russian Foreign Minister Sergey Orlov spoke on Monday. Sergei Orlov said that the talks had failed.")
    assert [one.name for one in told.all if one.kind == "person"] == ["Sergey Orlov"]


def test_a_name_inside_brackets_is_read_with_the_words_after_them() -> None:
    told = read("They distrust the cabinet of [Finnish President Martin] Vale, Orlov wrote.")
    person = next(one for one in told.all if one.name == "Martin Vale")
    assert person.titles == (Title("president", "Finland"),)


def test_names_of_one_body_are_one_and_know_their_state() -> None:
    told = read("The Pentagon said that talks would go on. A Department of Defense readout gave the date.")
    bodies = [one for one in told.all if one.kind == "body"]
    assert [(one.country, {name.text for name in one.names}) for one in bodies] == [
        ("United States", {"Pentagon", "Department of Defense"})
    ]


def test_the_pentagons_chief_belongs_to_its_state() -> None:
    told = read("A delegation was received by the Pentagon's chief Grant Doyle.")
    assert named(told, "Grant Doyle").country == "United States"
    assert named(told, "Grant Doyle").titles == (Title("chief", "US Department of Defense"),)


def test_a_capital_that_acts_is_its_state_and_one_to_be_in_is_a_place() -> None:
    told = read("Moscow provided few details about the calls. The envoy will arrive in Moscow on Friday.")
    assert whom(told, "Moscow") == "Russia"
    place = told.at(spot(told, "Moscow", after="arrive in "))
    assert place is not None
    assert (place.kind, place.country) == ("place", "Russia")


def test_a_capital_that_the_text_names_stands_for_its_state() -> None:
    told = read("The Norvian government met in the Norvian capital Tessen. Norvia is at peace. Tessen denied the report on Friday.")
    assert whom(told, "Tessen", after="peace. ") == "Norvia"


def test_a_document_leads_to_whose_it_is() -> None:
    told = read("The Department of Defense readout gave no date. A statement from the Kremlin followed. The report named nobody.")
    assert whom(told, "The Department of Defense readout") == "Department of Defense"
    assert whom(told, "A statement from the Kremlin") == "Kremlin"
    assert why(told, "The report") == "report: document without an owner"


def test_a_relative_pronoun_means_what_it_stands_at() -> None:
    told = read("The letter went to Anna Reeve, who said that she had not read it.")
    assert whom(told, "who") == "Anna Reeve"


def test_a_pronoun_that_two_fit_stays_open_with_the_reason() -> None:
    told = read("Marek Dolan said so and Tomas Verin agreed. He denied it on Friday.")
    assert why(told, "He") == "he: two candidates"


def test_a_title_that_several_hold_stays_open_with_the_reason() -> None:
    told = read(
        "Norvian Defence Minister Marek Dolan spoke and Ilmar Defence Minister Jonas Hale agreed. The minister said that it was late."
    )
    assert why(told, "The minister") == "the minister: 2 candidates"


@pytest.mark.parametrize("word", ["I", "We", "You"])
def test_the_first_and_second_person_are_not_guessed(word: str) -> None:
    told = read(f"Anna Reeve was asked. {word} said that it was late.")
    assert why(told, word, after="asked. ") == f"{word.lower()}: first or second person"


def test_a_title_that_several_hold_is_read_as_the_subject_before() -> None:
    told = read(
        "Norvian Defence Minister Marek Dolan told Ilmar Defence Minister Jonas Hale so. The minister stressed that it was late."
    )
    assert whom(told, "The minister") == "Marek Dolan"


def test_they_after_a_list_of_people_means_the_list() -> None:
    told = read("Marek Dolan and Anna Reeve spoke on Friday. They agreed to stay in touch.")
    assert whom(told, "They") == "Marek Dolan and Anna Reeve"


def test_the_two_after_a_list_of_two_means_it() -> None:
    told = read("Marek Dolan and Anna Reeve spoke on Friday. The two agreed to stay in touch.")
    assert whom(told, "The two") == "Marek Dolan and Anna Reeve"


def test_the_owner_of_an_office_may_be_a_body_called_by_a_general_noun() -> None:
    told = read("Petra Lind, director of the Joint Agency for Water Safety, arrived. The agency's director said that it was late.")
    assert whom(told, "The agency's director") == "Petra Lind"


def test_some_of_a_group_stand_for_it() -> None:
    told = read("Some of our partners have suggested that the talks go on.")
    assert whom(told, "Some of our partners") == "partners"


def test_the_official_is_the_one_described_before() -> None:
    told = read("A senior Norvian official told reporters that the dam was safe. The official asked not to be named.")
    first, second = told.resolve(spot(told, "A senior Norvian official"))[0], told.resolve(spot(told, "The official"))[0]
    assert first is second
    assert first is not None
    assert (first.kind, first.country) == ("group", None) or first.country == "Norvia"


def test_titles_before_after_and_around_a_name_are_read() -> None:
    told = read(
        "Volodymyr Zelensky, president of Ukraine, spoke first. A lawyer for the paper, David Schulz, agreed. "
        "The head of the Joint Agency for Water Safety, Petra Lind, said nothing. Anna Reeve is the mayor of Westmere."
    )
    titles = {one.name: one.titles for one in told.all if one.kind == "person"}
    assert titles["Volodymyr Zelensky"] == (Title("president", "Ukraine"),)
    assert titles["David Schulz"][0].text == "lawyer"
    assert titles["Petra Lind"] == (Title("head", "Joint Agency for Water Safety"),)
    assert titles["Anna Reeve"] == (Title("mayor", "Westmere"),)


def test_a_form_of_address_makes_a_word_of_title_a_surname() -> None:
    told = read("Larry King has a show. Mr. King said that he was never edited.")
    assert whom(told, "Mr. King") == "Larry King"


def test_an_office_told_of_before_its_holder_is_named_is_the_holders() -> None:
    told = read(
        "General Paul Ostrow wrote to Italy's Chief of the General Staff in spring.\n\n"
        "General Ostrow and Italian Army General Carlo Brenta had studied together."
    )
    holder = told.at(spot(told, "Italy's Chief of the General Staff"))
    assert holder is not None
    assert holder.name == "Carlo Brenta"


def test_a_body_of_another_state_is_not_the_one_in_the_gazetteer() -> None:
    told = read("Australia's Department of Defence said that Peru's Congress had met.")
    assert {(one.name, one.country) for one in told.all if one.kind == "body"} == {
        ("Department of Defence", "Australia"),
        ("Congress", "Peru"),
    }


def test_a_term_that_is_also_written_small_is_no_participant() -> None:
    told = read("A False Flag Operation is an act against oneself. Norvia planned a false flag operation.")
    assert not [one for one in told.all if "Flag" in one.name]


def test_people_of_one_surname_are_kept_apart_by_their_given_names() -> None:
    told = read("Hillary Clinton spoke on Monday. Bill Clinton did not speak. Clinton said that she would win.")
    assert whom(told, "Clinton", after="not speak. ") == "Hillary Clinton"
    assert {one.name for one in told.all if one.kind == "person"} == {"Hillary Clinton", "Bill Clinton"}


def test_a_surname_with_a_title_is_not_the_one_person_of_that_surname_whom_it_cannot_mean() -> None:
    told = read("Michelle Obama spoke on Monday. President Obama did not speak. Mr. Obama said that she was right.")
    assert whom(told, "Mr. Obama") == "Obama"
    assert {one.name for one in told.all if one.kind == "person"} == {"Michelle Obama", "Obama"}


def test_a_description_before_a_titled_name_is_said_of_that_person() -> None:
    told = read("Dolan's running mate, Senator Jonas Hale, plans to answer.")
    assert whom(told, "Dolan's running mate, Senator Jonas Hale") == "Jonas Hale"


def test_a_title_in_the_middle_of_a_tagged_person_parts_the_name() -> None:
    told = read("Charlotte Mayor Jennifer Roberts said that it was late.")
    assert whom(told, "Charlotte Mayor Jennifer Roberts") == "Jennifer Roberts"


def test_a_company_is_one_with_and_without_its_form_and_by_the_general_noun() -> None:
    told = read("Harrow Motor Company said that it would close. Harrow has cut jobs. The company said nothing more.")
    assert whom(told, "The company") == "Harrow Motor Company"
    assert [one.name for one in told.all if one.kind == "body"] == ["Harrow Motor Company"]


def test_a_states_government_speaks_as_the_state() -> None:
    told = read("The Ukrainian government denied the report. Ukraine has no such plan.")
    assert whom(told, "The Ukrainian government") == "Ukraine"


def test_furniture_and_empty_documents_have_no_participants() -> None:
    assert find_referents(parse("")).all == ()
    assert read("It rained.").resolve(Span(40, 50)) == (None, "no words that were parsed")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*CALLS.split(), "Mr.", "Sen.", "of", "the", "and", "]", "[", "(", "“", "”", "U.S.", "-", "Al-Sabah", "\u00a0", "É"]
        ),
        max_size=30,
    )
)
def test_whatever_the_words_every_mention_is_in_the_text_and_in_one_referent(words: list[str]) -> None:
    text = " ".join(words)
    told = read(text)
    spans = [(mention.span, mention.form) for one in told.all for mention in one.mentions if not one.members]
    assert len(spans) == len(set(spans))
    for one in told.all:
        assert one.mentions
        for mention in one.mentions:
            assert text[mention.span.start : mention.span.end] == mention.text
    for start in range(0, len(text), 7):
        found, reason = told.resolve(Span(start, min(len(text), start + 9)))
        assert (found is None) != (reason is None)


def test_a_mention_is_the_documents_own_words_brackets_and_all() -> None:
    referents = read("“It will blame the regime of [Kasteli President Tomas] Verin,” Dolan said. Verin did not answer.")
    text = referents.parsed.document.text
    assert all(mention.text == text[slice(*mention.span)] for one in referents.all for mention in one.mentions)
    assert "Tomas] Verin" in {mention.text for one in referents.all for mention in one.mentions}


@pytest.mark.parametrize(("one", "other"), [("Russia", "Ukraine"), ("South Korea", "Japan"), ("Lusara", "Caldria")])
def test_bodies_of_two_states_are_two_where_the_states_possessives_stand_before_them(one: str, other: str) -> None:
    found = read(f"{one}'s Foreign Ministry said that it was closed. {other}’s Foreign Ministry denied it.").all
    assert [(body.name, body.country) for body in found if body.kind == "body"] == [
        ("Foreign Ministry", one),
        ("Foreign Ministry", other),
    ]


def test_a_possessive_that_is_no_states_makes_no_state_of_a_body() -> None:
    found = read("Brand's Harbour Committee met. Ilsen's Harbour Committee did not.").all
    assert {body.country for body in found if body.kind == "body"} == {None}
