"""Marks that were set without a space are tokens of their own; other words stay whole."""

from __future__ import annotations

import pytest

from quoth.language.english import load_pipeline


def tokens(text: str) -> list[str]:
    return [token.text for token in load_pipeline().tokenizer(text)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("shut.”― Ines", ["shut", ".", "”", "―", "Ines"]),
        ("―then", ["―", "then"]),
        ('shut.”—Ines "asked"—and', ["shut", ".", "”", "—", "Ines", '"', "asked", '"', "—", "and"]),
        ('shut."Nobody', ["shut", ".", '"', "Nobody"]),
        ('shut?"Nobody', ["shut", "?", '"', "Nobody"]),
        ('the U.S."Nobody', ["the", "U.S.", '"', "Nobody"]),
        ("to“stay", ["to", "“", "stay"]),
        ("replied,“I", ["replied", ",", "“", "I"]),
    ],
)
def test_marks_between_words_are_cut_out(text: str, cut: list[str]) -> None:
    assert tokens(text) == cut


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('12"-inch', ['12"-inch']),
        ("Vell’s", ["Vell", "’s"]),
        ("long-held", ["long", "-", "held"]),
        ("U.S.", ["U.S."]),
        ('Ina"Bo"Marn', ['Ina"Bo"Marn']),
        ("“shut.”", ["“", "shut", ".", "”"]),
    ],
)
def test_other_words_are_as_the_parser_has_them(text: str, whole: list[str]) -> None:
    assert tokens(text) == whole
