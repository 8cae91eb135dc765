"""Answers that say next to nothing, words taken back, and cues that are cut before their last word."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import one as statement
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.figured import find_figured
from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.rebuffs import find_rebuffs
from quoth.extract.attribution.repairs import repair_aside, repair_nor
from quoth.extract.attribution.stances import take


def rebuffs(text: str) -> list[tuple[str, ...]]:
    """Source, cue, content and stance of each."""
    parsed = parse(text)
    found = []
    for one in find_rebuffs(parsed.paragraphs):
        paragraph = parsed.paragraphs[one.paragraph]
        assert one.source is not None
        words = (text[slice(*paragraph.span(*part))] for part in (one.source, one.cue, one.contents[0][1]))
        found.append((*words, take(paragraph, one).stance))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council will neither confirm nor deny that.", ("The council", "will neither confirm nor deny", "that", "declines")),
        ("The ministry takes no position on the dam.", ("The ministry", "takes no position on", "the dam", "declines")),
        ("On the cargo, Arden takes no position.", ("Arden", "takes no position", "On the cargo", "declines")),
        ("The mayor is not aware of any meeting.", ("The mayor", "is not aware of", "any meeting", "thinks")),
        ("The embassy did not answer calls.", ("The embassy", "did not answer", "calls", "declines")),
        ("The company did not reply to our questions.", ("The company", "did not reply to", "our questions", "declines")),
        ("We regret that our report said otherwise.", ("We", "regret", "that our report said otherwise", "thinks")),
        ("Radio Arden has withdrawn its report.", ("Radio Arden", "has withdrawn", "its report", "denies")),
    ],
)
def test_an_answer_that_says_next_to_nothing_is_read(text: str, expected: tuple[str, str, str, str]) -> None:
    assert rebuffs(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry took a position on the dam.",
        "The mayor is aware of the meeting.",
        "The army has withdrawn its troops.",
        "The company replied to our questions.",
        "The company did not answer the bell.",
        "The council was forced to withdraw the report.",
        "The mayor regrets the delay.",
    ],
)
def test_what_is_said_or_done_is_none(text: str) -> None:
    assert rebuffs(text) == []


def guess(text: str, cue: str, content: str, head: str) -> Attribution:
    """An attribution of these words of a text of one paragraph."""
    (paragraph,) = parse(text).paragraphs

    def words(part: str) -> Range:
        start = text.index(part)
        inside = [token.index for token in paragraph.tokens if start <= token.start and token.end <= start + len(part)]
        return Range(inside[0], inside[-1])

    return Attribution(0, words(head).first, "verb", "S", words(cue), Range(0, 0), ((0, words(content)),), 1.0)


def test_neither_runs_to_the_other_of_the_two() -> None:
    text = "Brand would neither confirm nor rule out a deal."
    (paragraph,) = parse(text).paragraphs
    found = repair_nor(paragraph, guess(text, "would neither confirm", "nor rule out a deal", "confirm"))
    assert text[slice(*paragraph.span(*found.cue))] == "would neither confirm nor rule out"
    assert text[slice(*paragraph.span(*found.contents[0][1]))] == "a deal"


def test_a_particle_behind_the_content_is_no_part_of_it() -> None:
    text = "Brand brushed the report aside."
    (paragraph,) = parse(text).paragraphs
    found = repair_aside(paragraph, guess(text, "brushed", "the report aside", "brushed"))
    assert text[slice(*paragraph.span(*found.contents[0][1]))] == "the report"
    assert take(paragraph, found).stance == "denies"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The owner assured the union that it would pay all wages.", "promises"),
        ("The owner assured the union that the experts would be admitted.", "promises"),
        ("The owner assured the union that the dam had held.", "asserts"),
    ],
)
def test_who_assures_somebody_of_what_will_be_done_promises_it(text: str, stance: str) -> None:
    assert statement(text, "assured").stance == stance


def test_who_shrugs_off_a_question_declines() -> None:
    text = "Brand shrugged off the question."
    (paragraph,) = parse(text).paragraphs
    assert take(paragraph, guess(text, "shrugged off", "the question", "shrugged")).stance == "declines"


def test_where_something_is_put_is_asserted() -> None:
    (paragraph,) = parse("The owner put its position at 14 miles from the cape.").paragraphs
    (found,) = find_figured([paragraph])
    assert take(paragraph, found).stance == "asserts"


def test_a_single_mark_behind_a_plural_closes_where_no_noun_belongs_to_it() -> None:
    text = "He had heard ‘three or four bangs’ from the bridge, he said, but had not looked. ‘I was asleep,’ he said."
    parsed = parse(text)
    (found,) = find_quotations(parsed.paragraphs)
    assert [text[slice(*parsed.paragraphs[0].span(*one.range))] for one in found] == ["‘three or four bangs’", "‘I was asleep,’"]


@pytest.mark.parametrize("thing", ["report", "statement", "remark", "comment", "post", "tweet", "message"])
def test_who_has_withdrawn_what_was_said_denies_it(thing: str) -> None:
    parsed = parse(f"Radio Arden has withdrawn its {thing}.")
    (found,) = find_rebuffs(parsed.paragraphs)
    assert take(parsed.paragraphs[0], found).stance == "denies"
