from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.extract.propositions import read_proposition
from quoth.language.english import English
from quoth.records import Document, Proposition, Segment, Span
from quoth.syntax import ParsedDocument


def parse(text: str) -> ParsedDocument:
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    return English().parse(document, (Segment("body", 0, len(text)),))


def read(text: str, content: str = "") -> Proposition:
    start = text.index(content)
    found = read_proposition(parse(text), (Span(start, start + len(content or text)),))
    assert found is not None
    return found


def test_the_deed_stands_behind_the_verb_of_planning() -> None:
    found = read("Vessia is preparing to use a poison bomb on its own territory.")
    assert (found.predicate, found.subject, found.modality) == ("use", ("vessia",), "will")
    assert set(found.object) >= {"poison", "bomb", "territory"}


def test_a_content_inside_a_noun_is_read_through_the_noun() -> None:
    found = read("They reject the allegations that Marland shelled the dam.", "the allegations that Marland shelled the dam")
    assert (found.predicate, found.subject, found.object, found.negated) == ("shell", ("marland",), ("dam",), False)


def test_concerns_over_a_possible_deed_say_that_it_may_be() -> None:
    found = read("Marland's concerns over possible provocations by Vessia at the dam")
    assert (found.predicate, found.subject, found.modality) == ("provocation", ("vessia",), "may")


def test_whoever_is_accused_does_the_deed() -> None:
    sentence = "Marland accused Vessia of planning to destroy the lower dam."
    assert read(sentence, "of planning to destroy the lower dam").subject == ("vessia",)
    assert read(sentence, "Vessia of planning to destroy the lower dam").subject == ("vessia",)


def test_who_holds_a_belief_is_not_who_does_the_deed() -> None:
    found = read("Marland has evidence that Vessia destroyed the dam.")
    assert (found.predicate, found.subject) == ("destroy", ("vessia",))


def test_swapped_roles_give_other_subjects_with_the_same_words() -> None:
    first, second = read("Marland attacked Vessia."), read("Vessia attacked Marland.")
    assert set(first.words) == set(second.words)
    assert first.subject != second.subject


def test_the_doer_of_a_passive_is_its_agent() -> None:
    found = read("The dam was destroyed by Vessian forces.")
    assert "force" in found.subject
    assert "dam" in found.object


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Vessia did not shell the dam.", True),
        ("Nobody shelled the dam.", True),
        ("No soldier shelled the dam.", True),
        ("Marland has no evidence that Vessia shelled the dam.", True),
        ("The claim that Vessia shelled the dam is false.", True),
        ("Vessia refused to shell the dam.", True),
        ("Vessia shelled the dam.", False),
        ("The claim that Vessia shelled the dam is true.", False),
        ("It is false that Vessia shelled the dam.", True),
        ("It would be quite wrong to claim that Vessia shelled the dam.", True),
        ("It is wrong for Marland to suggest that Vessia shelled the dam.", True),
        ("To say that Vessia shelled the dam is absurd.", True),
        ("It would not be fair to say that Vessia shelled the dam.", True),
        ("It is fair to say that Vessia shelled the dam.", False),
        ("It is no exaggeration to say that Vessia shelled the dam.", False),
        ("Vessia shelled neither dam.", True),
        ("Neither side shelled the dam.", True),
        ("Not one gun shelled the dam.", True),
        ("Not a gun shelled the dam.", True),
        ("Not only Vessia shelled the dam.", False),
        ("Vessia not only shelled the dam but flooded it.", False),
        ("Vessia did not just shell the dam.", False),
    ],
)
def test_negation_is_read_from_the_deed_and_from_what_stands_before_it(text: str, *, negated: bool) -> None:
    found = read(text)
    assert (found.predicate, found.negated) == ("shell", negated)


@pytest.mark.parametrize(
    ("text", "deed", "negated"),
    [
        ("The office knew of no such meeting.", "know", True),
        ("Marland agreed to no truce.", "agree", True),
        ("The office knew of the meeting.", "know", False),
        ("Marland shelled the dam with no warning.", "shell", False),
    ],
)
def test_what_is_known_of_or_agreed_to_negates_where_it_is_none(text: str, deed: str, *, negated: bool) -> None:
    found = read(text)
    assert (found.predicate, found.negated) == (deed, negated)


def test_what_it_would_be_wrong_to_claim_is_told_outright_not_to_be_so() -> None:
    assert read("It would be wrong to claim that Vessia shelled the dam.").forces == ("fact",)
    assert read("It is not politically correct to say that Vessia shelled the dam.").predicate == "say"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Vessia destroyed the dam.", "did"),
        ("Vessia will destroy the dam.", "will"),
        ("Vessia may have destroyed the dam.", "may"),
        ("Vessia should withdraw from the dam.", "should"),
        ("If Marland invades Vessia, they will destroy the dam.", "unreal"),
    ],
)
def test_modality_says_how_far_from_fact_the_deed_is(text: str, modality: str) -> None:
    assert read(text).modality == modality


def test_numbers_are_read_as_numbers() -> None:
    assert read("The flood killed at least 1,200 people in three towns.").numbers == (1200.0, 3.0)
    assert read("The dam cost 2.5 million dollars.").numbers == (2_500_000.0,)


def test_who_speaks_of_themselves_is_left_to_the_speaker() -> None:
    assert read("We did not shell the bridge.").subject == ("we",)


def test_a_purpose_is_no_part_of_the_deed() -> None:
    found = read("Vessia destroyed the dam in order to blame Marland.")
    assert found.predicate == "destroy"
    assert found.subject == ("vessia",)


def test_words_without_content_say_nothing() -> None:
    assert read_proposition(parse("It was."), (Span(0, 7),)) is None


def test_a_content_in_two_parts_is_read_as_one() -> None:
    text = "“The dam,” he said, “was destroyed.”"
    parts = (Span(1, 8), Span(text.index("was"), len(text) - 1))
    found = read_proposition(parse(text), parts)
    assert found is not None
    assert set(found.words) >= {"dam", "destroy"}


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="Vessia shelled not the .,“”\n-'3 dam", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_span_of_any_text_is_read_without_failing_and_twice_the_same(text: str, first: int, second: int) -> None:
    span = Span(min(first, second, len(text)), min(max(first, second), len(text)))
    parsed = parse(text)
    assert read_proposition(parsed, (span,)) == read_proposition(parsed, (span,))


@pytest.mark.parametrize(
    ("text", "deed", "negated"),
    [
        ("Samples taken at two weirs on 3 May showed no trace of lead.", "show", True),
        ("The boats pulled ashore at dusk carried no lights.", "carry", True),
        ("He came late and left early.", "come", False),
        ("That guard then asked the pilot to open his bag and laptop and searched them for an hour", "ask", False),
    ],
)
def test_a_participle_behind_the_subject_is_not_the_deed(text: str, deed: str, *, negated: bool) -> None:
    found = read(text)
    assert (found.predicate, found.negated) == (deed, negated)


@pytest.mark.parametrize(
    "text", ["The toll was meant to hide a loss.", "They called the suggestion that the toll was meant to hide a loss absurd."]
)
def test_what_a_thing_is_meant_to_do_is_the_deed(text: str) -> None:
    content = "the suggestion that the toll was meant to hide a loss" if "suggestion" in text else ""
    found = read(text, content)
    assert (found.predicate, found.modality) == ("hide", "will")


def test_what_a_thing_meant_is_no_plan() -> None:
    assert read("It meant that the weir closed.").modality == "did"


@pytest.mark.parametrize(
    "text", ["The harbour office cut its toll from the fire on May 3 to four from five.", "The toll rose from five to four."]
)
def test_a_figure_that_was_changed_is_the_new_one(text: str) -> None:
    assert read(text).numbers == (4.0,)


def test_a_figure_of_a_source_is_no_former_one() -> None:
    assert read("They took samples from five wells.").numbers == (5.0,)


@pytest.mark.parametrize("text", ["The verdict was not just.", "The law was not just and the dam was not safe."])
def test_what_is_not_just_is_denied(text: str) -> None:
    assert read(text).negated
