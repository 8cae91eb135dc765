from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.layout import apart, find_lines, find_paragraphs, is_ruler, looks_like_prose, looks_like_title
from quoth.records import Span

WRAPPED = (
    "The ministry said on Monday that the bridge over the Orrin would\nstay closed for a week, after engineers had found cracks in two of\n"
    "its pillars. Nobody was hurt, a spokeswoman told reporters in the\ncapital, and buses would run."
)


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


@given(st.text())
def test_paragraphs_are_trimmed_in_order_and_leave_out_only_white_space(text: str) -> None:
    found = find_paragraphs(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert sum(len("".join(text[start:end].split())) for start, end in found) == len("".join(text.split()))


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    assert paragraphs("One long line of words.\nAnother line.\r\n\r\nThird.\u2029Fourth.") == [
        "One long line of words.",
        "Another line.",
        "Third.",
        "Fourth.",
    ]


def test_wrapped_lines_are_joined_up_to_a_blank_or_short_line() -> None:
    text = f"Bridge closed\n\n{WRAPPED}\n\n{WRAPPED}\nRead also:\nFerries"
    assert paragraphs(text) == ["Bridge closed", WRAPPED, WRAPPED, "Read also:", "Ferries"]


def test_wrapped_paragraphs_may_be_set_off_by_indentation() -> None:
    indented = "   " + WRAPPED
    assert paragraphs(f"{indented}\n{indented}") == [WRAPPED, WRAPPED]


def test_verse_and_lists_are_not_taken_for_wrapped_text() -> None:
    text = "Roses are red\nViolets are very blue indeed\nShort\nA somewhat longer line here\nEnd"
    assert len(paragraphs(text)) == 5


def test_lines_hold_no_white_space_at_their_ends() -> None:
    assert find_lines("  a \n\n\tb\u00a0\n") == [Span(2, 3), Span(7, 8)]


def test_only_a_blank_line_sets_apart() -> None:
    assert apart("a\n\nb", Span(0, 1), Span(3, 4))
    assert apart("a\r\n\r\nb", Span(0, 1), Span(5, 6))
    assert not apart("a\r\nb", Span(0, 1), Span(3, 4))


@pytest.mark.parametrize("line", ["***", "---", "* * *", "=====", "_____", "~~~", "———", "• • •", " *** "])
def test_a_row_of_one_sign_is_a_ruler(line: str) -> None:
    assert is_ruler(line)


@pytest.mark.parametrize("line", ["", "--", "-30-", "a***", "*-*", "..."])
def test_other_lines_are_no_rulers(line: str) -> None:
    assert not is_ruler(line)


@pytest.mark.parametrize(
    "line",
    [
        "UN body to discuss Varnia’s “bridge” threat today or tomorrow — Petrak",
        "What are River Commissions?",
        "“We stay”: minister speaks out",
        "Bridge Over the Orrin Closed After Cracks Found.",
        "12 killed in bridge collapse",
        "Minister to leave for the U.S.",
        "大臣说桥将关闭一周 两国继续谈判",
        "وزير الدفاع يقول إن الجسر سيبقى مغلقا",
    ],
)
def test_headlines_have_a_headlines_shape(line: str) -> None:
    assert looks_like_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was closed on Monday.",
        "The bridge was closed. Nobody was hurt in the fall",
        "Read also:",
        "and then it rained",
        "https://halden.example/bridge",
        "“It is shut,” the minister said, “and it stays shut.”",
        "***",
        "A",
        " ".join(["Word"] * 40),
    ],
)
def test_sentences_labels_and_links_have_not(line: str) -> None:
    assert not looks_like_title(line)


def test_running_text_has_a_dozen_words_and_a_sentence() -> None:
    assert looks_like_prose("The ministry said on Monday that the bridge over the river would stay closed.")
    assert looks_like_prose("国防大臣星期一在首都对记者说，河上的大桥将关闭一周，直到工程师检查完毕为止。")
    assert not looks_like_prose("The bridge is shut.")
    assert not looks_like_prose("Ministers call each other to warn of bridge closing in the coming week or two")
