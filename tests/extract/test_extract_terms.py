from __future__ import annotations

import pytest

from quoth.extract.statements import Nobody, find_statements
from quoth.extract.terms import find_terms
from quoth.language.english import English
from quoth.records import Document, Segment, Term


def read(text: str) -> tuple[Term, ...]:
    found = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    parsed = English().parse(found, (Segment("body", 0, len(text)),))
    return find_terms(parsed, find_statements(parsed, Nobody()))


@pytest.mark.parametrize(
    ("text", "term", "definition"),
    [
        ("A mirror operation is a hostile act that a party commits against its own side.", "mirror operation",
         "a hostile act that a party commits against its own side"),
        ("A dirty bomb is a device that scatters radioactive material over a town.", "dirty bomb",
         "a device that scatters radioactive material over a town"),
        ("The term sortie means a flight of one aircraft over the lines.", "sortie", "a flight of one aircraft over the lines"),
        ("A *scram* is the sudden shutdown of a reactor by dropping all its rods at once. It was heard.", "scram",
         "the sudden shutdown of a reactor by dropping all its rods at once"),
        ("“Night sluicing” is the opening of a gate after dark.", "Night sluicing", "the opening of a gate after dark"),
        ("We explain: controlled venting is a planned discharge of steam through filters, it is not a leak.", "controlled venting",
         "a planned discharge of steam through filters"),
        ("She explained that a quiet pause is an interruption in the display during which the count goes on.", "quiet pause",
         "an interruption in the display during which the count goes on"),
        ("By drawdown the Agency means a controlled lowering of the reservoir.", "drawdown", "a controlled lowering of the reservoir"),
        ("They measure the so-called silt gap, which is the distance between the sluice and the river bed.", "silt gap",
         "the distance between the sluice and the river bed"),
        ("They used a device packed with radioactive dust, known as a dirty bomb.", "dirty bomb",
         "a device packed with radioactive dust"),
    ],
)  # fmt: skip
def test_a_definition_has_its_term_and_its_words(text: str, term: str, definition: str) -> None:
    (found,) = read(text)
    assert (found.term, found.definition.text) == (term, definition)
    assert text[found.span.start : found.span.end] == found.term


@pytest.mark.parametrize(
    ("text", "name", "thing"),
    [
        ("The dam, known as the Lower Dam, was hit.", "Lower Dam", "dam"),
        ("They signed a treaty on silt – known as the Miln Convention – in May.", "Miln Convention", "treaty on silt"),
        ("He bought the Tarn 9M7, also known as the SV-8.", "SV-8", "Tarn 9M7"),
        ("The bill (also known as the “gate omnibus”) was passed.", "gate omnibus", "bill"),
        ("The council passed a law that critics dubbed Dolancare.", "Dolancare", "law"),
        ("It was a court agreement that has stood for 20 years, called the Flores agreement.", "Flores agreement",
         "court agreement that has stood for 20 years"),
        ("Brenn is known as the Tap of the Valley.", "Tap of the Valley", "Brenn"),
        ("They use a practice known as night sluicing.", "night sluicing", "practice"),
        ("Police held Jon Hale, the so-called “sluice bomber,” on Friday.", "sluice bomber", "Jon Hale"),
    ],
)  # fmt: skip
def test_another_name_of_a_thing_has_the_words_for_the_thing(text: str, name: str, thing: str) -> None:
    found = [(one.term, one.definition.text.removeprefix("a ")) for one in read(text)]
    assert (name, thing) in found


@pytest.mark.parametrize(
    ("text", "term", "definition"),
    [
        ("That helps whistleblowers — i.e., those who tell what the law forbids them to tell.", "whistleblowers",
         "those who tell what the law forbids them to tell"),
        ("They were turned back between ports of entry (official border crossings) for years.", "ports of entry",
         "official border crossings"),
        ("He quoted the Gate Act (the law that ended the strike) twice.", "Gate Act", "the law that ended the strike"),
        ("The agency does “passive” checks. This means that it stops only those who look ill.", "passive",
         "it stops only those who look ill"),
        ("He wrote of “gate conservatism,” meaning a love of closed sluices.", "gate conservatism", "a love of closed sluices"),
        ("LDB stands for Lower Dam Board.", "LDB", "Lower Dam Board"),
    ],
)  # fmt: skip
def test_words_beside_a_term_say_what_it_means(text: str, term: str, definition: str) -> None:
    assert [(one.term, one.definition.text) for one in read(text)] == [(term, definition)]


@pytest.mark.parametrize(
    ("text", "term", "definition"),
    [
        ("By night sluicing, sailors mean running with the gates left open so that nobody sees the level fall.", "night sluicing",
         "running with the gates left open so that nobody sees the level fall"),
        ("By *abandonment* the Keepers’ Guild means the failure of an owner to feed, pay or relieve a crew.", "abandonment",
         "the failure of an owner to feed, pay or relieve a crew"),
        ("By ‘offsetting’, the board explained in a leaflet in June, it means ‘the planting of two trees for each one felled’.", "offsetting",
         "the planting of two trees for each one felled"),
        ('For the purposes of this notice, "the spill" means the loss of water on 9 May and all that came of it.', "the spill",
         "the loss of water on 9 May and all that came of it"),
        ("By night sluicing, sailors mean that old trick of running with the gates left open.", "night sluicing",
         "that old trick of running with the gates left open"),
        ("By *offsetting* the League means the planting of two trees for each one felled.", "offsetting",
         "the planting of two trees for each one felled"),
        ("They spoke of night sluicing, which sailors define as a way of running with open gates.", "night sluicing",
         "a way of running with open gates"),
        ("It could not claim the right of passage, which he described as the right of a barge to pass a closed gate.", "right of passage",
         "the right of a barge to pass a closed gate"),
        ("The loss of water on 9 May, hereafter “the spill”, was denied.", "spill", "loss of water on 9 May"),
        ("The Ministry of Rivers (hereinafter the Ministry) signed it.", "Ministry", "Ministry of Rivers"),
        ("The meaning of “sluicing” is a run with open gates.", "sluicing", "a run with open gates"),
        ("A silt premium is the surcharge that an owner pays to moor behind the bar.", "silt premium",
         "the surcharge that an owner pays to moor behind the bar"),
    ],
)  # fmt: skip
def test_what_somebody_means_by_a_word_is_read_whatever_stands_between(text: str, term: str, definition: str) -> None:
    assert [(one.term, one.definition.text) for one in read(text)] == [(term, definition)]


@pytest.mark.parametrize("text", [
    "By this I mean that nobody was asked.",
    "By Friday, that could mean the end of the strike.",
    "“We are done,” means little to them.",
    "A gate keeper is the reason that the strike goes on.",
    "By the time they met, the vote meant a new council for Miln.",
    "By this, the board means the planting of two trees for each one felled.",
    "By Friday, the delay means the loss of a week’s work for every crew.",
    "By the end of the year, the delay means the loss of a week’s work for every crew.",
    "By night sluicing, the board could mean the end of the strike for all crews.",
    "“Gates shut” means they will all stay home until the spring.",
    "“Not now” means never to the crews that wait at the gate.",
    "The guild rejects the plan, which it described as a death sentence for every small port.",
    "The meaning of the vote is a matter of dispute in Miln.",
    "They never spoke hereafter of the gates.",
])  # fmt: skip
def test_what_something_leads_to_is_no_meaning_of_a_word(text: str) -> None:
    assert read(text) == ()


def test_another_reading_of_the_word_is_a_second_definition_of_it() -> None:
    found = read(
        "By ‘offsetting’ the board means ‘the planting of two trees for each one felled’. Mr Holt’s own reading of the word is shorter: ‘a promise to plant nothing’."
    )
    assert [(one.term, one.definition.text) for one in found][1:] == [("offsetting", "a promise to plant nothing")]


def test_a_longer_form_of_the_same_is_no_second_acronym() -> None:
    (found,) = read("The Safe Gates Treaty (SGT) ended. Nobody signed the Safe Gates (SGT) treaty again.")
    assert found.definition.text == "Safe Gates Treaty"


def test_the_term_alone_takes_up_what_was_defined_before() -> None:
    first, second = read(
        "A mirror operation is a hostile act that a party commits against its own side. The term also describes the staging of an attack."
    )
    assert (first.term, second.term, second.span) == ("mirror operation", "mirror operation", first.span)
    assert second.definition.text == "the staging of an attack"


@pytest.mark.parametrize(
    "text",
    [
        "What is a dirty bomb? It is a mix of explosives and radioactive waste.",
        "What are dirty bombs? Dirty bombs are a mix of explosives and radioactive waste.",
    ],
)
def test_a_question_is_answered_by_the_sentence_after_it(text: str) -> None:
    (found,) = read(text)
    assert found.term.lower().startswith("dirty bomb")
    assert found.definition.text == "a mix of explosives and radioactive waste"


def test_a_definition_is_told_once_after_its_question() -> None:
    (found,) = read("What is a dirty bomb? A dirty bomb is a device that scatters radioactive waste.")
    assert found.definition.text == "a device that scatters radioactive waste"


@pytest.mark.parametrize(
    "text",
    [
        "The minister is a man of few words.",
        "Marek Dolan is a member of the council.",
        "It was an act of war against the whole valley.",
        "The attack is not an act that we condone.",
        "This is a device that nobody needs.",
        "A teacher is a person who waits.",
        "What is the plan? It will be told tomorrow.",
        "Marek Dolan, the Norvian defence minister, called Anna Reeve on Friday.",
        "Mira Holt, known as a defender of the old order, left.",
        "They met in a town called Miln.",
        "Her post has been called “unhinged” by Dolan.",
        "Dolan called the plan “a disgrace”.",
        "He spoke of the gate – a heavy one – and left.",
        "“Night sluicing” is the greatest threat to the valley.",
        "“Night sluicing” is a phrase delivered with a sniff by most of them.",
        "They had rebuilt the house, and I insisted on a second front door, an idea that he and others disagreed with.",
        "He added: corruption is a cancer on the body of the state.",
    ],
)
def test_what_is_said_of_one_person_or_thing_is_no_definition(text: str) -> None:
    assert read(text) == ()


def test_an_acronym_is_a_term_with_what_it_first_stands_for() -> None:
    (found,) = read("The Lower Dam Board (LDB) met on Friday. Later the Lower Dam Board (LDB) met again.")
    assert (found.term, found.definition.text, found.span.start) == ("LDB", "Lower Dam Board", 21)


def test_an_acronym_inside_a_statement_is_according_to_it() -> None:
    (found,) = read("Anna Reeve said that the Lower Dam Board (LDB) had met.")
    assert found.statement is not None
