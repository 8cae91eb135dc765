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
        "The dam, known as the Lower Dam, was hit.",
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
