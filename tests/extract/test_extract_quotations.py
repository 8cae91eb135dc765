"""Whose a quotation is that has no cue of its own: by a colon, a signature, the paragraph before or behind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.test_extract_posts import read_both
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.repairs import repair_lead
from quoth.extract.attribution.unowned import fill_in, find_unowned, hand_over, run_on
from quoth.extract.statements import find_attributed
from quoth.records import Statement

WORDS = "Nobody asked us before the bridge was shut, and nobody came to see it."
LEAD = "The council met on Monday, and the meeting was long."


def whose(text: str) -> list[list[str | None]]:
    """By reader: the sources of the statements whose content has the quotation."""
    return [[one.source.text if one.source else None for one in found if _has(one)] for found in read_both(text)]


def _has(statement: Statement) -> bool:
    return statement.parent is None and "Nobody asked us before" in statement.content.text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Orlo Marn’s answer: “{WORDS}”", "Orlo Marn’s"),
        (f"{LEAD} And the mayor ended with this: “{WORDS}”", "the mayor"),
        (f"{LEAD}\n\nA note from Ilse Marn:\n\n“{WORDS}”", "Ilse Marn"),
    ],
)
def test_a_colon_hands_a_quotation_to_whom_its_clause_is_about(text: str, source: str) -> None:
    for (found,) in whose(text):
        assert found is not None
        assert found.endswith(source)


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} There was a headline: “{WORDS}”",
        f"{LEAD} It came to this: “{WORDS}”",
        "Orlo Marn’s newest film: “The Long Bridge”",
    ],
)
def test_a_colon_behind_nobody_hands_over_nothing(text: str) -> None:
    assert [one for found in read_both(text) for one in found if one.cue.text == ":"] == []


@pytest.mark.parametrize("tail", ["", ", in a speech on Monday", ", Breslo Herald"])
def test_a_quotation_is_said_by_whom_a_dash_behind_it_names(tail: str) -> None:
    for found in read_both(f"{LEAD}\n\n“{WORDS}” — Ines Vell{tail}"):
        (signed,) = [one for one in found if _has(one)]
        assert signed.cue.text == "—"
        assert signed.source is not None
        assert signed.source.text.startswith("Ines Vell")
        assert "speech" not in signed.source.text
        assert signed.form == "direct"


def test_a_dash_that_goes_on_with_the_sentence_signs_nothing() -> None:
    for found in read_both(f"“{WORDS}” — that was all the paper printed of it."):
        assert [one for one in found if one.cue.text == "—"] == []


def test_a_quotation_goes_on_over_a_heading_in_capitals() -> None:
    text = f"“The gates hold,” Ines Vell said on Monday. “We looked.\n\nMAYOR TO VISIT DAM NEXT WEEK\n\n“{WORDS}”"
    assert whose(text) == [["Ines Vell"], ["Ines Vell"]]


def test_a_quotation_goes_on_with_who_was_quoted_last_not_with_what_was_told_behind() -> None:
    text = f"“The gates hold,” Ines Vell told reporters, asked to explain the report.\n\n“{WORDS}”"
    assert whose(text) == [["Ines Vell"], ["Ines Vell"]]


def test_no_words_stand_twice_in_a_content() -> None:
    text = f"Partial transcript as follows:\n\n“VELL: {WORDS}\n\n“MARN: The gates hold, and we looked.\n\n“VELL: Then open it."
    for found in read_both(text):
        for one in found:
            assert len(set(one.content.spans)) == len(one.content.spans)


def test_two_single_marks_close_a_quotation() -> None:
    parsed = parse(f"“{WORDS}’’ Ines Vell said on Monday.")
    ((quotation,),) = find_quotations(parsed.paragraphs)
    assert quotation.closed
    assert parsed.paragraphs[0].tokens[quotation.range.last].text == "’’"


def test_what_was_passed_over_is_filled_in_from_the_rules_once() -> None:
    parsed = parse(f"“{WORDS}” said Ines Vell.")
    rules = find_attributed(parsed)
    quotations = find_quotations(parsed.paragraphs)
    unowned = find_unowned(parsed.paragraphs, quotations, [])
    said = [one for one in rules if parsed.paragraphs[0].tokens[one.head].text == "said"]
    assert fill_in(parsed.paragraphs, unowned, rules, []) == said
    assert fill_in(parsed.paragraphs, unowned, rules, said) == []


def test_a_quotation_longer_than_what_is_looked_at_is_whole() -> None:
    parsed = parse(f"“{WORDS} {WORDS}” Ines Vell said.\n\nIt went on:\n\nThe gates hold. We looked.")
    quotations = find_quotations(parsed.paragraphs)
    (quotation,) = quotations[0]
    whole = Range(0, quotation.range.last)
    assert run_on(parsed.paragraphs, quotations, (0, Range(5, whole.last)), (0, Range(5, 40))) == whole
    assert run_on(parsed.paragraphs, quotations, (0, Range(6, whole.last)), (0, Range(5, 40))) == Range(6, whole.last)
    last = len(parsed.paragraphs[2].tokens) - 1
    assert run_on(parsed.paragraphs, quotations, (2, Range(0, 2)), (1, Range(0, 3))) == Range(0, last)


def test_short_quotations_and_titles_are_nobodys() -> None:
    parsed = parse("The “so-called bridge” is open. She read “The Long Road To The Bridge” there.")
    assert find_unowned(parsed.paragraphs, find_quotations(parsed.paragraphs), list[Attribution]()) == []


def test_a_quotation_behind_a_second_cue_is_said_by_whom_that_tells() -> None:
    parsed = parse("“We agree with the plan,” said Ms. Vell, prompting Ms. Marn to reply, “You did not read it.”")
    rules, quotations = find_attributed(parsed), find_quotations(parsed.paragraphs)
    said = next(one for one in rules if parsed.paragraphs[0].tokens[one.head].text == "said")
    both = replace(said, contents=tuple((0, one.range) for one in quotations[0]))
    handed = hand_over(parsed.paragraphs, quotations, rules, [both])
    assert [(one.source, one.contents) for one in handed] == [
        (said.source, ((0, quotations[0][0].range),)),
        (Range(13, 14), ((0, quotations[0][1].range),)),
    ]
    assert "".join(token.text for token in parsed.paragraphs[0].tokens[13:15]) == "Ms.Marn"


def test_the_tail_of_an_interrupted_quotation_belongs_to_it() -> None:
    for found in read_both("“The gates of the dam are holding,” said Ines Vell, “as far as anybody knows.”"):
        (said,) = [one for one in found if one.cue.text == "said"]
        assert said.content.text.endswith("“as far as anybody knows.”")


def test_lines_that_name_author_and_paper_sign_the_quotations_before_them_where_two_do() -> None:
    signed = f"“{WORDS}”\n\nInes Vell, Breslo Herald\n\n“The gates of the dam are holding, as far as anybody knows.”\n\nOrlo Marn, Sarn Times"
    for found in read_both(f"{LEAD}\n\n{signed}"):
        by_line = {one.source.text for one in found if one.source and one.cue.text == ","}
        assert by_line == {"Ines Vell", "Orlo Marn"}
    for found in read_both(f"{LEAD}\n\n“{WORDS}”\n\nInes Vell, Breslo Herald"):
        assert [one for one in found if one.cue.text == ","] == []


def test_a_name_and_paper_at_the_end_of_its_paragraph_sign_a_quotation_where_two_do() -> None:
    text = f"{LEAD}\n\n“{WORDS}” Ines Vell, Breslo Herald\n\n“It will be shut for a year and more, I hear.” Orlo Marn, Kastel Post"
    assert whose(text) == [["Ines Vell"], ["Ines Vell"]]
    assert whose(f"{LEAD}\n\n“{WORDS}” Ines Vell, Breslo Herald") == [[], []]


def test_a_quotation_that_closes_paragraphs_later_is_one_from_its_beginning() -> None:
    signed = "\n\n".join([f"“{WORDS}", "“It will be shut for a year and more, I hear.”", "Ines Vell, Breslo Herald"])
    other = "“The toll is far too high for those who live here.”\n\nOrlo Marn, Kastel Post"
    assert whose(f"{LEAD}\n\n{signed}\n\n{other}") == [["Ines Vell"], ["Ines Vell"]]


@pytest.mark.parametrize("lead", ["Why now? ", "Ines Vell looked tired: "])
def test_what_leads_over_to_a_quotation_is_not_said(lead: str) -> None:
    paragraph = parse(f"{lead}“{WORDS}” Orlo Marn said.").paragraphs[0]
    (quotation,) = find_quotations([paragraph])[0]
    said, last = next(token.index for token in paragraph.tokens if token.text == "said"), quotation.range.last
    one = Attribution(0, said, "verb", "<S", Range(said, said), Range(last + 1, last + 2), ((0, Range(0, last)),), 1.0)
    assert repair_lead(paragraph, [quotation], one).contents == ((0, quotation.range),)
    assert repair_lead(paragraph, [], one) == one


def test_a_quotation_within_the_sentence_that_is_told_is_not_cut_out() -> None:
    paragraph = parse("The bridge that nobody “asked us about before it was shut”, Orlo Marn said.").paragraphs[0]
    quotations = find_quotations([paragraph])[0]
    said = next(token.index for token in paragraph.tokens if token.text == "said")
    one = Attribution(0, said, "verb", "<S", Range(said, said), None, ((0, Range(0, quotations[0].range.last)),), 1.0)
    assert repair_lead(paragraph, quotations, one) == one


def test_a_content_that_leaves_out_the_first_sentences_of_a_quotation_has_them() -> None:
    paragraph = parse("“Nobody asked us. Nobody came to see it,” Orlo Marn said.").paragraphs[0]
    quotations = find_quotations([paragraph])
    ((first, last),) = [one.range for one in quotations[0]]
    second = next(token.index for token in paragraph.tokens if token.index > 1 and token.begins_sentence)
    seen = Range(0, len(paragraph.tokens) - 1)
    assert run_on([paragraph], quotations, (0, Range(second, last)), (0, seen)) == Range(first, last)
    assert run_on([paragraph], quotations, (0, Range(second + 1, last)), (0, seen)) == Range(second + 1, last)


def test_a_straight_mark_between_two_words_closes_what_is_open_and_opens_else() -> None:
    (paragraph,) = parse(f'{LEAD}"{WORDS}"Orlo Marn said.').paragraphs
    ((first, last),) = [one.range for one in find_quotations([paragraph])[0]]
    assert [paragraph.tokens[at].text for at in (first + 1, last - 1, last + 1)] == ["Nobody", ".", "Orlo"]
