"""What is kept of a document is what was read of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.group.pages import page

from quoth.group.gists import Gist, pack, read_gist, unpack
from quoth.group.stories import group_gists, group_stories
from quoth.group.titles import Heading
from quoth.group.words import Words

TEXT = (
    "Storm closes the port\n\nOn 2 May 2013 the port of Sarn was closed. Mayor Brandt counted 40 boats; in May 2014 it had been 12."
)


def test_a_gist_that_was_kept_is_the_one_that_was_made() -> None:
    document, segments = page("a", TEXT, published="2013-05-03")
    answer = replace(document, outlet="Hill Post", input_id="7", reply_to="6", title=None)
    for made in (read_gist(document, segments), read_gist(answer, segments), Gist(Heading("x", None, "", None, None), Words({}))):
        assert unpack(json.loads(json.dumps(pack(made)))) == made


def test_stories_of_gists_are_those_of_the_pages() -> None:
    pages = [page(name, TEXT.replace("40", number)) for name, number in (("a", "40"), ("b", "41"))] + [page("c", "Bakers strike")]
    assert group_gists([read_gist(*one) for one in pages]) == group_stories(pages)
    assert len(group_stories(pages)) == 2


@pytest.mark.parametrize("field", sorted(Words.__dataclass_fields__))
def test_every_field_of_words_is_kept(field: str) -> None:
    made = read_gist(*page("a", TEXT))
    assert getattr(made.words, field)
    assert getattr(unpack(pack(made)).words, field) == getattr(made.words, field)
