"""People known by their age, mountains, and whom an object can mean: not who does it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.test_extract_referents import named, parse, read, whom
from tests.link.test_link_actors import merge, referent

from quoth.extract.reference.beside import is_aged
from quoth.extract.reference.placed import deed_of
from quoth.lexicon.names import mountain
from quoth.link.things import place_name


def test_whoever_has_an_age_is_a_person_also_with_an_article() -> None:
    text = read("The warden let the Yvonne Hassel go. Hassel, 43, walked out. She said that it was late.")
    assert named(text, "Yvonne Hassel").kind == "person"
    assert whom(text, "Hassel", after="go. ") == whom(text, "She") == "Yvonne Hassel"


@pytest.mark.parametrize(
    ("text", "aged"),
    [
        ("Hassel, 43, said no.", True),
        ("It was Hassel, 43.", True),
        ("Hassel, 1943, said no.", False),
        ("Hassel, 43, 44 and 45 won.", False),
        ("Hassel 43, Dolan 44.", False),
    ],
)
def test_an_age_stands_between_commas_alone(text: str, *, aged: bool) -> None:
    tokens = parse(text).paragraphs[0].tokens
    assert is_aged(tokens, next(token.index for token in tokens if token.text == "Hassel")) is aged


@pytest.mark.parametrize(
    ("name", "mount"),
    [("Mount Orrin", "Mount Orrin"), ("Alta Mt. Orrin", "Mount Orrin"), ("Mount Orrin Hospital", None), ("Dismount Orrin", None)],
)
def test_a_mountain_has_a_short_name(name: str, mount: str | None) -> None:
    assert mountain(name) == mount


def test_a_mountain_is_a_place_and_one_under_its_long_and_its_short_name() -> None:
    text = read("They died on Mount Orrin. Wardens reached Alta Mount Orrin on Friday, and Mt Orrin was closed.")
    assert {one.kind for one in text.all if "Orrin" in one.name} == {"place"}
    assert {place_name(referent(name, "a", kind="place")) for name in ("Mount Orrin", "Alta Mount Orrin", "Mt Orrin")} == {
        "Mount Orrin"
    }


def test_who_somebody_is_told_to_be_by_what_they_do_does_it_to_another() -> None:
    text = read("Marek Dolan came in. A cleaner who tried to stop him was hurt.")
    assert whom(text, "him") == "Marek Dolan"


def test_a_verb_in_the_past_has_a_subject_of_its_own_also_where_the_parser_sees_none() -> None:
    (paragraph,) = parse("Marek Dolan wanted to load it and hit him.").paragraphs
    him = next(token for token in paragraph.tokens if token.text == "him")
    told = deed_of(paragraph, him)
    assert told is not None
    assert paragraph.tokens[told.over].text == "wanted"
    load = next(token for token in paragraph.tokens if token.text == "load")
    past = replace(paragraph, tokens=tuple(replace(one, tag="VBD") if one is load else one for one in paragraph.tokens))
    deed = deed_of(past, him)
    assert deed is not None
    assert past.tokens[deed.over].text == "load"


def test_inside_quotation_marks_too_who_acts_comes_first() -> None:
    text = read(
        "“The crowd yelled at both victims. When the victims observed several smugglers who were armed, they fled,” it said."
    )
    assert whom(text, "they") == "victims"


def test_a_name_of_several_words_is_a_place_or_a_body_in_all_documents() -> None:
    actors = merge(*(referent("Orrin Heights", one, kind="place") for one in "abc"), referent("Orrin Heights", "d", kind="body"))
    assert [(one.kind, len(one.referents)) for one in actors] == [("place", 4)]
    apart = merge(*(referent("Orrin Heights", one, kind="person") for one in "abc"), referent("Orrin Heights", "d", kind="body"))
    assert sorted(one.kind for one in apart) == ["body", "person"]
