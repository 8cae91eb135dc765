"""Small pieces of HTML: every text escaped, and Markdown's stars as what they mean, but where places are counted."""

from __future__ import annotations

import pytest

from quoth.export.marks import chain_mark, day_mark, emphasised, excerpt_mark, glyph_mark
from quoth.view.words import Excerpt, Piece


def test_every_text_is_escaped() -> None:
    found = Excerpt("d", 0, (Piece("<i> & "), Piece("<b>", "content"), Piece("said <", "cue")))
    assert excerpt_mark(found) == '&lt;i&gt; &amp; <mark class="content">&lt;b&gt;</mark><u>said &lt;</u>'
    assert chain_mark(["<Post>", "Ada & Co"]) == "<b><bdi>&lt;Post&gt;</bdi></b> ▸ <b><bdi>Ada &amp; Co</bdi></b>"
    assert "&lt;x&gt;" in glyph_mark("denies", ": <x>")
    assert day_mark(None, None, "<never>") == "&lt;never&gt;"
    assert day_mark("2031-03-16", "2031") == '<time title="2031-03-16">Sun 16 Mar</time>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**BRENN** – The dam <held>", "<strong>BRENN</strong> – The dam &lt;held&gt;"),
        ("two **bold & loud** and **more**.", "two <strong>bold &amp; loud</strong> and <strong>more</strong>."),
        ("what the f**k, 5** stars** left", "what the f**k, 5** stars** left"),
        ("2 ** 3 ** 4, ** no **, ***", "2 ** 3 ** 4, ** no **, ***"),
    ],
)
def test_words_between_two_stars_are_set_off_and_other_stars_stay(text: str, shown: str) -> None:
    assert emphasised(text) == shown


def test_where_places_are_counted_every_character_stays() -> None:
    found = Excerpt("d", 0, (Piece("**BRENN** – it"),))
    assert excerpt_mark(found) == "<strong>BRENN</strong> – it"
    assert excerpt_mark(found, exact=True) == "**BRENN** – it"
