from __future__ import annotations

import pytest

from quoth.extract.dating import date_statements
from quoth.extract.reader import AttributionReader
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.records import Document, Passage, Segment, Span, Stance, Statement
from quoth.syntax import ParsedDocument

FRIDAY = "2031-03-14"


def parse(text: str) -> ParsedDocument:
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=FRIDAY, published_from="metadata",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    return English().parse(document, (Segment("body", 0, len(text)),))


def said_on(text: str, content: str) -> str | None:
    found = AttributionReader().extract(parse(text))
    return next(one.time for one in found.statements if content in one.content.text)


def passage(text: str, words: str) -> Passage:
    return Passage(words, (Span(text.index(words), text.index(words) + len(words)),))


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance", "day"),
    [
        ("Reeve put out a statement on the fire Tuesday, and left.", "put out a statement on", "the fire", "asserts", "2031-03-11"),
        (
            "The council declined to comment on the tapes Wednesday.",
            "declined",
            "to comment on the tapes",
            "declines",
            "2031-03-12",
        ),
        ("Reeve said the council met Wednesday.", "said", "the council met", "asserts", None),
        ("Reeve rejected the charge. Wednesday passed.", "rejected", "the charge", "denies", None),
    ],
)
def test_a_day_right_behind_what_is_no_clause_is_that_of_the_saying(
    text: str, cue: str, content: str, stance: Stance, day: str | None
) -> None:
    parsed = parse(text)
    one = Statement(
        id="s", document="d", form="indirect", stance=stance, source=None, cue=passage(text, cue), content=passage(text, content), speaker=None,
        undecided="", addressee=None, via=(), parent=None, negated=False, score=1.0, time=None, proposition=None,
    )  # fmt: skip
    assert date_statements([one], find_times(parsed), parsed.paragraphs)[0].time == day


@pytest.mark.parametrize(
    ("text", "content", "day"),
    [
        ("On Monday, Lowland said that the levee held.", "levee", "2031-03-10"),
        ("Lowland said that the levee had broken on Monday.", "levee", None),
        ("Unease has grown since early February, when Ostermark warned that the levee might be opened.", "levee", "2031-02~"),
        ("In early February Ostermark warned that the levee might be opened. Lowland denied this at the time.", "this", "2031-02~"),
        ("Ostermark warned that the levee might be opened. Lowland denied this at the time.", "this", None),
        ("In early February Ostermark warned that the levee might be opened. Lowland denied it.", "it", "2031-02~/.."),
        ("Ostermark warned in early February that Lowland planned a raid. Lowland denied it.", "it", "2031-02~/.."),
        ("In early February Ostermark warned that the levee might be opened. Lowland denies it.", "it", None),
        ("On Monday Ostermark warned that the levee might be opened. Lowland denied it.", "it", None),
        ("In early February Ostermark warned of a flood. Lowland denied that it had opened the levee.", "levee", None),
        ('"The levee held," said Ada Reed, who has kept it since 1991.', "levee", None),
        ('"The levee held," Ada Reed said of Cole Hart, who had it built on Monday.', "levee", None),
        ('"The levee held," Ada Reed said in a speech, which was given on Monday.', "levee", "2031-03-10"),
        ("The guards had seen Lowland engineers on the bank on Monday, Ada Reed said.", "engineers on the bank on", None),
    ],
)
def test_a_statement_has_the_day_that_is_told_for_the_saying_and_never_that_of_what_is_told(
    text: str, content: str, day: str | None
) -> None:
    assert said_on(text, content) == day


def test_when_somebody_saw_something_is_not_when_it_was_said() -> None:
    assert (
        said_on(
            "Asked about it, he said allied services had seen Lowland engineers on the bank last week.", "engineers on the bank"
        )
        is None
    )
