"""Who hears is not who says."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.repairs import is_contact, repair_called, repair_stranded, repair_told
from quoth.syntax import Paragraph


def guessed(paragraph: Paragraph, verb: str, source: str) -> Attribution:
    words = [token.text for token in paragraph.tokens]
    head, first = words.index(verb), words.index(source.split(maxsplit=1)[0])
    contents = ((0, Range(head + 1, len(words) - 2)),)
    return Attribution(
        0, head, "verb", "S", Range(head, head), Range(first, first + len(source.split()) - 1), contents, score=1.0, sure=1.0
    )


@pytest.mark.parametrize(
    ("sentence", "verb", "source", "kept"),
    [
        ("Ministers in Pell are told that the gates will open.", "told", "Ministers in Pell", False),
        ("The wardens were warned that the ice might break.", "warned", "The wardens", False),
        ("The wardens were warned by Ines Marn that the ice might break.", "warned", "Ines Marn", True),
        ("The wardens told the council that the ice might break.", "told", "The wardens", True),
        ("The wardens are convinced that the ice might break.", "convinced", "The wardens", True),
    ],
)
def test_whoever_is_told_something_is_not_who_says_it(sentence: str, verb: str, source: str, *, kept: bool) -> None:
    (paragraph,) = parse(sentence).paragraphs
    found = repair_told(paragraph, guessed(paragraph, verb, source))
    assert (found.source is not None) == kept


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Orla Penn, the harbour minister, called Ines Marn, the coast secretary, on Sunday.", False),
        ("Orla Penn held telephone conversations on Sunday with Ines Marn.", False),
        ("Orla Penn called Ines Marn a coward.", True),
        ("Orla Penn called Ines Marn “weak”.", True),
        ("Orla Penn holds that the coast is lost.", True),
    ],
)
def test_who_calls_somebody_up_says_nothing_by_it(sentence: str, *, kept: bool) -> None:
    (paragraph,) = parse(sentence).paragraphs
    verb = next(token for token in paragraph.tokens if token.lemma in {"call", "hold"})
    stop = next((at for at, token in enumerate(paragraph.tokens) if token.text == "on"), len(paragraph.tokens) - 1)
    content = Range(verb.index + 1, stop - 1)
    one = Attribution(0, verb.index, "verb", "S", Range(verb.index, verb.index), Range(0, 1), ((0, content),), 1.0, sure=1.0)
    assert is_contact(paragraph, one) != kept


@pytest.mark.parametrize(
    ("sentence", "source", "cue"),
    [
        ("Divers we spoke to doubt that the wreck can be raised.", "Divers we spoke to", "doubt"),
        ("The divers I have spoken to fear the worst.", "The divers I have spoken to", "fear"),
        ("We want to speak to doubt itself.", "We", "to speak to doubt"),
    ],
)
def test_those_whom_somebody_spoke_to_say_what_follows(sentence: str, source: str, cue: str) -> None:
    (paragraph,) = parse(sentence).paragraphs
    words = [token.text for token in paragraph.tokens]
    speaking = next(at for at, word in enumerate(words) if word in {"spoke", "have", "speak"})
    pronoun = next(at for at, word in enumerate(words) if word in {"we", "I", "We"})
    verb = words.index("doubt") if "doubt" in words else words.index("fear")
    content = ((0, Range(verb + 1, len(words) - 2)),)
    first = speaking - 1 if words[speaking] == "speak" else speaking
    one = Attribution(0, speaking, "verb", "S", Range(first, verb), Range(pronoun, pronoun), content, 1.0, sure=1.0)
    found = repair_stranded(paragraph, one)
    assert found.source is not None
    said = (sentence[slice(*paragraph.span(*part))] for part in (found.source, found.cue))
    assert tuple(said) == (source, cue)


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Orla Penn called Ines Marn to say that the ice might break.", "called Ines Marn to say", "that the ice might break"),
        (
            "Orla Penn called her counterparts on Sunday to warn of a leak.",
            "called her counterparts on Sunday to warn of",
            "a leak",
        ),
        ("Orla Penn telephoned Ines Marn to express concern over it.", "telephoned Ines Marn to express", "concern over it"),
        ("Orla Penn called it a mistake to warn of a leak.", "called", "it a mistake to warn of a leak"),
        ("Orla Penn called the strike illegal to warn others off.", "called", "the strike illegal to warn others off"),
    ],
)
def test_who_rings_somebody_up_to_say_something_says_that(sentence: str, cue: str, content: str) -> None:
    (paragraph,) = parse(sentence).paragraphs
    verb = next(token.text for token in paragraph.tokens if token.lemma in {"call", "telephone"})
    found = repair_called(paragraph, guessed(paragraph, verb, "Orla Penn"))
    told = (sentence[slice(*paragraph.span(*part))] for part in (found.cue, found.contents[0][1]))
    assert tuple(told) == (cue, content)
