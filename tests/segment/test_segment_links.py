"""Links that a page sets behind a name inside its sentences."""

from __future__ import annotations

import pytest
from tests.segment.test_segment_segments import check_cover, document, kinds

from quoth.segment import segment_document

LINE = "Sen. Ada Lund{} (R-Ostia) said on Monday that the gates of the harbour would stay shut until the council had voted on them."


@pytest.mark.parametrize(
    "links",
    [
        "Ada LundHarbour vote put off again MORE",
        "Adelheid (Ada) Marie LundLund asks for calm: 'We wait' Port fees to rise | Mayors meet in Breslo MORE",
        "Ada Marie Lund2031 race draws mayors to Ostia MORE",
        "Ada Marie Lund Harbour vote put off again Lund asks for calm MORE",
    ],
)
def test_links_behind_a_name_are_no_part_of_its_sentence(links: str) -> None:
    text = LINE.format(f" {links}")
    assert kinds(text) == [("body", "Sen. Ada Lund"), ("related", links), ("body", LINE.format("\0").partition("\0 ")[2])]
    check_cover(text, segment_document(document(text)))


@pytest.mark.parametrize(
    "text",
    [
        LINE.format(""),
        "Ada Lund, whom the council calls Lund MORE than once in its minutes, said on Monday that the gates would stay shut for a week.",
        "“Lund wants MORE,” Ada Lund wrote of herself on Monday, in a note that the council of Ostia has since taken off its page.",
        "Marten Lund and Ada Lund of Ostia asked on Monday for MORE time to read what the council had written about the harbour.",
    ],
)
def test_a_name_told_twice_and_a_loud_word_are_no_links(text: str) -> None:
    assert kinds(text) == [("body", text)]
