from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.link.judged.statements import STANCES, Change, check_spans, is_successor, read_change, right, write_change
from quoth.records import Proposition, Span, Statement, passage

TEXT = "Ada Dolan said on Monday that the lower gate was shut. Others denied it."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


FOUND = Statement(
    id="s", document="d", form="indirect", stance="asserts", source=passage(TEXT, span("Ada Dolan")), cue=passage(TEXT, span("said")),
    content=passage(TEXT, span("the lower gate was shut")), speaker="r", undecided=None, addressee=None, via=(), parent=None, negated=False,
    score=0.8, time=None, proposition=Proposition("shut", (), ("gate",), ("gate",), (), negated=False, modality="did"), act="state",
)  # fmt: skip


def test_a_righted_statement_keeps_its_identifier_and_what_was_not_changed() -> None:
    twin = right(FOUND, Change(stance="denies"), text=TEXT, by="Bo")
    assert (twin.id, twin.stance, twin.act, twin.content, twin.score) == ("s", "denies", None, FOUND.content, 0.8)
    assert right(FOUND, Change(stance="asserts"), text=TEXT, by="Bo") == FOUND


def test_words_are_those_of_the_text_and_what_they_say_is_read_anew() -> None:
    spans = (span("on Monday"), span("the lower gate was shut"))
    read = Proposition("shut", (), (), ("monday",), (), negated=False, modality="did")
    twin = right(FOUND, Change(content=spans), text=TEXT, by="Bo", proposition=read)
    assert twin.content.text == "on Monday the lower gate was shut"
    assert twin.proposition == read
    assert right(FOUND, Change(source=()), text=TEXT, by="Bo").source is None
    assert right(FOUND, Change(cue=(span("denied"),)), text=TEXT, by="Bo").cue.text == "denied"


def test_a_speaker_is_named_or_nobody_is() -> None:
    named = right(FOUND, Change(speaker="q"), text=TEXT, by="Bo")
    assert (named.speaker, named.undecided) == ("q", None)
    nobody = right(FOUND, Change(speaker=""), text=TEXT, by="Bo")
    assert (nobody.speaker, nobody.undecided) == (None, "nobody, as judged by Bo")


spans = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)).map(Span._make), min_size=1, max_size=3).map(tuple)
changes = st.builds(
    Change, speaker=st.none() | st.text(), stance=st.none() | st.sampled_from(STANCES), source=st.none() | spans, cue=st.none() | spans,
    content=st.none() | spans,
).filter(lambda change: change.fields)  # fmt: skip


@given(changes)
def test_a_change_is_read_as_it_was_written(change: Change) -> None:
    assert read_change(write_change(change)) == change


@pytest.mark.parametrize(
    "verdict",
    ["", "denies", "{}", "[]", '{"score": 1}', '{"stance": "shouts"}', '{"speaker": 3}', '{"content": "words"}', '{"content": [[1]]}',
     '{"content": [[true, 2]]}', '{"cue": [[1, "2"]]}'],
)  # fmt: skip
def test_what_says_nothing_that_is_right_is_refused(verdict: str) -> None:
    with pytest.raises(UsageError, match=r"Expected|There are"):
        read_change(verdict)


@pytest.mark.parametrize(
    ("given_", "said"),
    [([Span(3, 3)], "no stretch"), ([Span(0, 999)], "no stretch"), ([Span(-4, 2)], "no stretch"), ([Span(9, 10)], "white space"),
     ([Span(0, 9), Span(4, 12)], "overlap")],
)  # fmt: skip
def test_spans_that_mark_no_words_are_refused(given_: list[Span], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        check_spans(given_, TEXT, what="content")
    check_spans([Span(0, 9), Span(10, 14)], TEXT, what="content")


def test_another_reading_of_the_same_words_is_their_successor_and_other_words_are_not() -> None:
    wider = (span("that the lower gate was shut"),)
    assert is_successor(FOUND, FOUND.cue.spans, wider)
    assert not is_successor(FOUND, (span("denied"),), wider)
    assert not is_successor(FOUND, FOUND.cue.spans, (span("shut. Others denied it"),))
