"""One quotation, one statement; and none runs on behind the quotation that ends its sentence."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.owners import end_quoted, share_out
from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.attribution.ranges import Range
from quoth.syntax import Paragraph, ParsedDocument


def words(paragraph: Paragraph, some: str) -> Range:
    """The range of some words where they stand first."""
    text = "".join(token.text + " " * token.space_after for token in paragraph.tokens)
    start = paragraph.start + text.index(some)
    inside = [token.index for token in paragraph.tokens if start <= token.start < start + len(some)]
    return Range(inside[0], inside[-1])


def given(parsed: ParsedDocument, source: str, cue: str, *contents: str, kind: str = "verb") -> Attribution:
    """What somebody is guessed to have said, all in the first paragraph."""
    paragraph = parsed.paragraphs[0]
    said = words(paragraph, cue)
    return Attribution(
        0, said.last, kind, "S", said, words(paragraph, source) if source else None,
        tuple((0, words(paragraph, each)) for each in contents), score=1.0, sure=1.0,
    )  # fmt: skip


def told(parsed: ParsedDocument, *found: Attribution) -> list[tuple[str, list[str]]]:
    """Cues with their contents once each quotation is one statement's."""
    text, paragraph = parsed.document.text, parsed.paragraphs[0]
    shared = share_out(parsed.paragraphs, find_quotations(parsed.paragraphs), found)
    return [
        (text[slice(*paragraph.span(*one.cue))], [text[slice(*paragraph.span(*part))] for _, part in one.contents])
        for one in shared
    ]


def test_a_quotation_between_two_cues_belongs_to_the_one_whose_sentence_it_ends() -> None:
    first, second, third = (
        "“The gate was shut all night,”",
        "“Nobody came to open it for us.”",
        "“That is what we were told at the time.”",
    )
    parsed = parse(f"{first} said Ilse Marn. {second} Said Bo Tarn: {third}")
    marn = given(parsed, "Ilse Marn", "said", first, second)
    tarn = given(parsed, "Bo Tarn", "Said", second, third)
    assert told(parsed, marn, tarn) == [("said", [first, second]), ("Said", [third])]


def test_a_quotation_that_two_cues_lead_to_and_follow_is_the_followers() -> None:
    quotation = "“The three pumps that you called ‘marvels’ have never run,”"
    parsed = parse(f"Ilse Marn scolded the engineer: {quotation} she said.")
    assert told(
        parsed, given(parsed, "Ilse Marn", "scolded the engineer:", quotation), given(parsed, "she", "said", quotation)
    ) == [("said", [quotation])]


def test_words_that_a_cue_interrupts_stay_together() -> None:
    first, second = "“If the river rises again, Ilse,”", "“this is your pump to run.”"
    parsed = parse(f"{first} Bo Tarn said, pointing to the shed, {second}")
    found = told(
        parsed, given(parsed, "Bo Tarn", "said", first, second), given(parsed, "Bo Tarn", "pointing to", "the shed", second)
    )
    assert found == [("said", [first, second]), ("pointing to", ["the shed"])]


def test_who_reports_that_another_said_so_keeps_the_words() -> None:
    quotation = "“The town will not pay for the bridge,”"
    parsed = parse(f"{quotation} Marn said, the Herald reported.")
    found = told(parsed, given(parsed, "Marn", "said", quotation), given(parsed, "the Herald", "reported", quotation))
    assert [contents for _, contents in found] == [[quotation], [quotation]]


def test_two_cues_for_the_same_words_of_one_source_are_one() -> None:
    quotation = "“The town will not pay for the bridge,”"
    parsed = parse(f"{quotation} Marn said told the Herald.")
    found = told(parsed, given(parsed, "Marn", "said", quotation), given(parsed, "Marn", "told", quotation))
    assert found == [("said", [quotation])]


def test_a_mark_without_a_source_takes_no_quotation_from_somebody_named() -> None:
    quotation = "“Not all of us can vote, but we will in the end.”"
    parsed = parse(f"As one student told the Herald: {quotation}")
    assert told(parsed, given(parsed, "one student", "told", quotation), given(parsed, "", ":", quotation)) == [
        ("told", [quotation])
    ]


@pytest.mark.parametrize(
    ("before", "quoted", "after", "kept"),
    [
        ("Marn calls the bridge", " “a gift to all of the town.”", " That is simply not so.", False),
        ("Marn points out", " that “the stone may be used for a second bridge.”", " But nobody has asked for one.", False),
        ("Marn points out", " that “the stone may be used again,”", " a thing that nobody had asked for.", True),
        ("Marn calls the bridge", " “a gift to all of the town.”", " And the tower is “a gift to the county.”", True),
    ],
)
def test_what_stands_behind_a_quotation_that_ends_its_sentence_is_not_said(
    before: str, quoted: str, after: str, *, kept: bool
) -> None:
    parsed = parse(before + quoted + after)
    paragraph, cue = parsed.paragraphs[0], "calls" if "calls" in before else "points out"
    found = given(parsed, "Marn", cue, (quoted + after).strip(" ."))
    content = end_quoted(paragraph, find_quotations(parsed.paragraphs)[0], found).contents[0][1]
    assert (parsed.document.text[slice(*paragraph.span(*content))] == quoted.strip()) != kept


def test_a_labelled_turn_goes_on_behind_a_quotation() -> None:
    parsed = parse("MARN: The banner said “We want the bridge.” It hung there for weeks.")
    turn = given(parsed, "MARN", ":", "The banner said “We want the bridge.” It hung there for weeks", kind="label")
    assert end_quoted(parsed.paragraphs[0], find_quotations(parsed.paragraphs)[0], turn) == turn
