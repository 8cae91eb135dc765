from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.records import Passage, Segment, Span, Statement
from quoth.store import ReadView
from quoth.view.article import lay_out_blocks
from quoth.view.coverage import gather, headline
from quoth.view.words import AROUND, ELLIPSIS, excerpt, passage_excerpt, said

TEXT = "The minister spoke on Monday. He said that the gate was closed, and the agency wrote it down. Nobody asked why it was."


def spans(length: int) -> st.SearchStrategy[list[Span]]:
    pair = st.tuples(st.integers(0, length - 1), st.integers(1, length))
    return st.lists(pair.map(lambda ends: Span(ends[0], min(length, ends[0] + ends[1]))), max_size=6)


def statement_over(source: list[Span], cue: list[Span], content: list[Span], *, name: str) -> Statement:
    def words(found: list[Span]) -> Passage:
        return Passage("", tuple(sorted(found)))

    return Statement(
        id=name,
        document="d",
        form="direct",
        stance="asserts",
        source=words(source) if source else None,
        cue=words(cue),
        content=words(content),
        speaker=None,
        undecided="no source",
        addressee=None,
        via=(),
        parent=None,
        negated=False,
        score=1.0,
        time=None,
        proposition=None,
    )


@given(spans(len(TEXT)), spans(len(TEXT)), spans(len(TEXT)), spans(len(TEXT)))
def test_an_article_cut_into_runs_is_its_segments_each_word_once_however_marks_nest_and_overlap(
    source: list[Span], cue: list[Span], content: list[Span], other: list[Span]
) -> None:
    segments = (Segment("title", 0, 29), Segment("body", 30, len(TEXT)))
    both = [statement_over(source, cue, content, name="a"), statement_over([], [], other, name="b")]
    statements = [one for one in both if one.content.spans or one.cue.spans or one.source]
    blocks = list(lay_out_blocks(TEXT, segments, statements))
    assert ["".join(run.text for run in block.runs) for block in blocks] == [TEXT[0:29], TEXT[30:]]
    begun = [name for block in blocks for run in block.runs for name in run.begins]
    assert len(begun) == len(set(begun))


@given(spans(len(TEXT)))
def test_an_excerpt_holds_all_marked_words_and_is_taken_from_the_text(found: list[Span]) -> None:
    made = passage_excerpt("d", TEXT, (Segment("body", 0, len(TEXT)),), found)
    for part in made.text.strip("… ").split(ELLIPSIS):
        assert part.strip("… ") in TEXT
    marked = "".join(piece.text for piece in made.pieces if piece.mark)
    covered = {place for span in found for place in range(span.start, span.end)}
    assert marked == "".join(TEXT[place] for place in sorted(covered))


def test_an_excerpt_stays_inside_its_paragraph_and_leaves_long_gaps_out() -> None:
    text = "a " * 400 + "middle " + "b " * 400
    segments = (Segment("body", 0, 800), Segment("body", 800, len(text)))
    near = passage_excerpt("d", text, segments, [Span(800, 806)])
    assert near.text.startswith("middle")
    assert len(near.text) < 2 * AROUND
    apart = passage_excerpt("d", text, segments, [Span(0, 1), Span(798, 799)])
    assert ELLIPSIS in apart.text
    assert len(apart.text) < 4 * AROUND + 20


@pytest.mark.parametrize(
    ("words", "shown"),
    [("May", "It was in May that Mr. Brandis and Lt. Ode rang."), ("Ilse", "Ilse wept."), ("Nobody", "Nobody knew.")],
)
def test_a_form_of_address_ends_no_sentence(words: str, shown: str) -> None:
    text = "Nobody knew. It was in May that Mr. Brandis and Lt. Ode rang. Ilse wept."
    start = text.index(words)
    found = passage_excerpt("d", text, [Segment("body", 0, len(text))], [Span(start, start + len(words))])
    assert found.text == shown


def test_a_cue_lies_over_content_in_an_excerpt() -> None:
    made = excerpt("d", TEXT, (), [(Span(0, 40), "content"), (Span(4, 12), "cue")])
    assert next(piece.text for piece in made.pieces if piece.mark == "cue") == TEXT[4:12]


def test_a_statement_is_shown_with_its_chain_outermost_first(told: ReadView) -> None:
    coverage = gather(told)
    nested = next(statement for statement in coverage.statements.values() if statement.parent)
    shown = said(coverage, nested)
    assert shown.chain == ("Arden Herald", "NTA", "Marek Dolan")
    assert shown.speaker
    assert shown.speaker.party == "Norvia"


def test_a_statement_without_speaker_shows_its_source_and_why(told: ReadView) -> None:
    coverage = gather(told)
    orphan = next(statement for statement in coverage.statements.values() if statement.speaker is None)
    shown = said(coverage, orphan)
    assert shown.speaker_text == "the defence department"
    assert shown.undecided == "no source"
    assert said(coverage, replace(orphan, source=None)).speaker_text == "speaker undecided"


def test_a_statement_says_how_often_its_article_was_taken_over(told: ReadView) -> None:
    coverage = gather(told)
    first = next(iter(coverage.statements.values()))
    assert said(coverage, first).copied_by == 1


def test_a_heading_and_what_follows_it_are_set_apart_in_the_first_words(told: ReadView) -> None:
    document = replace(
        next(told.documents()), title=None, text="Statement of the Ministry\n\nThe dam is\nsafe. It holds.\n\nNo more."
    )
    assert headline(document) == "Statement of the Ministry · The dam is safe. It holds. No more."


@pytest.mark.parametrize(("source", "name"), [("You", "somebody (“You”)"), ("they", "somebody (“they”)"), ("a rower", "a rower")])
def test_a_pronoun_that_stands_for_nobody_known_is_no_name(told: ReadView, source: str, name: str) -> None:
    coverage = gather(told)
    one = replace(
        next(iter(coverage.statements.values())), source=Passage(source, (Span(0, 3),)), speaker=None, undecided="left open"
    )
    shown = said(coverage, one)
    assert (shown.speaker_text, shown.chain[-1]) == (name, name)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        (
            "It fell after 10 p.m. ET, 11 days after the fire. Nobody slept.",
            "11 days",
            "It fell after 10 p.m. ET, 11 days after the fire.",
        ),
        ("It fell at 10 p.m. Monday on the square. Nobody slept.", "Monday", "It fell at 10 p.m. Monday on the square."),
        ("It fell at 10 p.m. Nobody slept on Monday.", "Monday", "Nobody slept on Monday."),
    ],
)
def test_a_sentence_goes_on_behind_an_hour_whose_zone_or_day_follows(text: str, found: str, expected: str) -> None:
    segments = (Segment("body", 0, len(text)),)
    start = text.index(found)
    assert passage_excerpt("d", text, segments, [Span(start, start + len(found))]).text == expected
