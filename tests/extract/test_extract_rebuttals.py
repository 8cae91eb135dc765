"""Who turns a charge back says so, not those of whom the charge tells."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.rebuttals import hand_back

TEXT = "Arden on Friday rejected Brand's charge that its wardens had broken the dam and accused Brand of hiding its state."


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    """An attribution of these words of a text of one paragraph."""
    (paragraph,) = parse(text).paragraphs

    def words(part: str) -> Range:
        start = text.index(part)
        inside = [token.index for token in paragraph.tokens if start <= token.start and token.end <= start + len(part)]
        return Range(inside[0], inside[-1])

    return Attribution(0, words(cue).first, "verb", "S", words(cue), words(source), ((0, words(content)),), 1.0)


def handed(text: str, outer: tuple[str, str, str], inner: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    """Source, cue and content of two attributions as they are then."""
    (paragraph,) = parse(text).paragraphs
    found = hand_back([paragraph], [attribution(text, *outer), attribution(text, *inner)])

    def said(part: Range | None) -> str:
        assert part is not None
        return text[slice(*paragraph.span(*part))]

    return [(said(one.source), said(one.cue), said(one.contents[0][1])) for one in found]


def test_who_rejects_a_charge_and_accuses_another_is_one() -> None:
    outer = ("Arden", "rejected", TEXT[len("Arden on Friday rejected ") : -1])
    inner = ("its wardens", "accused", "Brand of hiding its state")
    assert handed(TEXT, outer, inner) == [
        ("Arden", "rejected", "Brand's charge that its wardens had broken the dam"),
        ("Arden", "accused", "Brand of hiding its state"),
    ]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (("Arden", "said", "that its wardens had left the dam and accused Brand of it"), ("its wardens", "accused", "Brand of it")),
        (("Arden", "denied", "that its wardens had left the dam and told Brand of it"), ("its wardens", "told", "Brand of it")),
        (("Arden", "denied", "that Brand's people left and they accused Arden of it"), ("they", "accused", "Arden of it")),
    ],
    ids=["said", "no charge", "its own subject"],
)
def test_others_are_left(outer: tuple[str, str, str], inner: tuple[str, str, str]) -> None:
    text = " ".join(outer) + "."
    assert handed(text, outer, inner) == [outer, inner]


def test_who_adds_something_is_who_spoke_before() -> None:
    text = "Arden in a statement said Brand had “fired more than a dozen shells at the dam,” adding, “It is clear that they came from Brand.”"
    first = "Brand had “fired more than a dozen shells at the dam,”"
    added = "“It is clear that they came from Brand.”"
    assert handed(text, ("Arden", "said", text[len("Arden in a statement said ") :]), ("Brand", "adding", added)) == [
        ("Arden", "said", first),
        ("Arden", "adding", added),
    ]


def test_who_denies_something_may_add_to_it() -> None:
    outer = ("Arden", "said", "that Brand had denied it, adding that the dam was safe")
    inner = ("Brand", "adding", "that the dam was safe")
    assert handed(" ".join(outer) + ".", outer, inner) == [outer, inner]
