"""Citations: what other programs read back is what was cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.export.citations import Cited, as_bibtex, as_ris, in_words, text_fragment

ONE = Cited(
    kind="article",
    id="ab12",
    title="Dolan & Reeve: “50% sure_thing”",
    authors=("Ines Falk", "Jo Marr"),
    outlet="Arden Herald",
    published="2031-03-17T15:30:00+00:00",
    url="https://herald.example/a_b?c=1",
    accessed="2031-03-18",
    note="SHA-256 of the text: 00ff",
    words="nobody was hurt",
)


def read_ris(text: str) -> list[tuple[str, str]]:
    return [(line[:2], line[6:]) for line in text.split("\r\n") if line]


def test_a_citation_in_ris_has_the_tags_that_reference_managers_read() -> None:
    lines = read_ris(as_ris(ONE))
    assert lines[0] == ("TY", "NEWS")
    assert lines[-1][0] == "ER"
    assert ("TI", ONE.title) in lines
    assert [text for tag, text in lines if tag == "AU"] == ["Ines Falk", "Jo Marr"]
    assert ("T2", "Arden Herald") in lines
    assert ("DA", "2031/03/17") in lines
    assert ("UR", ONE.url) in lines


def test_a_citation_in_bibtex_escapes_what_latex_would_obey() -> None:
    text = as_bibtex(ONE)
    assert r"title = {{Dolan \& Reeve: “50\% sure\_thing”}}" in text
    assert "author = {{Ines Falk} and {Jo Marr}}" in text
    assert "url = {https://herald.example/a_b?c=1}" in text
    assert text.count("{") == text.count("}")


def test_what_is_not_known_is_left_out() -> None:
    bare = Cited("page", "x", "A story")
    assert {tag for tag, _ in read_ris(as_ris(bare))} == {"TY", "ID", "TI", "ER"}
    assert "year" not in as_bibtex(bare)
    assert in_words(bare) == "“A story”"


def test_a_citation_in_words_says_who_what_where_when() -> None:
    assert in_words(ONE).startswith("Ines Falk, Jo Marr, “Dolan & Reeve")
    assert "Arden Herald, 17 March 2031" in in_words(ONE)
    assert in_words(ONE).endswith("(seen 18 March 2031)")


@given(st.text(max_size=200), st.text(max_size=80))
def test_no_title_breaks_a_record(title: str, outlet: str) -> None:
    one = Cited("article", "ab", title, (), outlet or None)
    ris = as_ris(one)
    assert [line[2:6] for line in ris.split("\r\n") if line] == ["  - "] * len([line for line in ris.split("\r\n") if line])
    assert as_bibtex(one).count("{") == as_bibtex(one).count("}")  # BibTeX counts braces, whatever stands before them


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("nobody was hurt", "nobody%20was%20hurt"),
        ("“Nobody”, she said.", "Nobody%E2%80%9D%2C%20she%20said"),
        ("a well-kept dam", "a%20well%2Dkept%20dam"),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen",
        ),
        ("first line\nsecond line", "first%20line%20second%20line,first%20line%20second%20line"),
    ],
)
def test_an_address_lands_on_the_words(words: str, fragment: str) -> None:
    assert text_fragment("https://herald.example/a#old", words) == f"https://herald.example/a#:~:text={fragment}"


def test_words_without_a_letter_make_no_fragment() -> None:
    assert text_fragment("https://herald.example/a", "…") == "https://herald.example/a"
