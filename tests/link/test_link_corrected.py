"""Days that one article sets against each other."""

from __future__ import annotations

import re

import pytest

from quoth.link.corrected import dispute_corrected_days
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Actor, Anchor, Copy, Disagreement, Document, Receipt, Span, Story, TimeExpression

DAYS = {"Tuesday": "2031-03-18", "Wednesday": "2031-03-19"}


def document(name: str, text: str) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet="Halden Star", url=None, title=None, authors=(), published="2031-03-21",
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def disputes(*texts: str, copies: tuple[Copy, ...] = ()) -> list[Disagreement]:
    documents = {name: document(name, text) for name, text in zip("ab", texts, strict=False)}
    times = [
        TimeExpression(f"{name}{found.start()}", name, Span(*found.span()), found[0], "DATE", day, day, Anchor(None, "expression"))
        for name, each in documents.items()
        for found in re.finditer("|".join(DAYS), each.text)
        for day in [DAYS[found[0]]]
    ]
    ground = Ground(
        documents=documents, actors={"star": Actor("star", "Halden Star", "outlet", None, (), ())}, actor_of={}, copies=copies,
        stories=(Story("s", "Gate", tuple(documents), None, None),),
    )  # fmt: skip
    return dispute_corrected_days(times, {}, ground=ground, voices=Voices.among(ground, {}))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("We also wrote that the gate broke on Tuesday. It broke on Wednesday.", "when the gate broke"),
        (
            "An earlier version of this article said that the gate broke on Tuesday. In fact, it broke on Wednesday.",
            "when the gate broke",
        ),
        ("The gate broke on Wednesday, not Tuesday, as this column said.", "when the gate broke"),
        ("The gate broke not on Tuesday, but on Wednesday.", "when the gate broke"),
    ],
)
def test_a_day_that_an_article_puts_right_is_a_point_with_both_days(text: str, about: str) -> None:
    (point,) = disputes(text)
    assert (point.kind, point.about) == ("date", about)
    assert [(one.value, one.actors) for one in point.readings] == [("2031-03-18", ("star",)), ("2031-03-19", ("star",))]


@pytest.mark.parametrize(
    "text",
    [
        "The gate broke on Tuesday. It was mended on Wednesday.",
        "We wrote that the gate broke on Tuesday. The council met on Wednesday.",
        "We wrote that the gate broke on Tuesday. Nobody answered. It was mended on Wednesday.",
        "The gate broke on Tuesday and not on Tuesday only.",
    ],
)
def test_days_of_two_things_are_none(text: str) -> None:
    assert disputes(text) == []


def test_a_copy_corrects_nothing_a_second_time() -> None:
    text = "The gate broke on Wednesday, not Tuesday."
    copy = Copy("c", "b", "a", "verbatim", 1.0, decided=True, receipt=Receipt("", (), ()))
    assert len(disputes(text, text, copies=(copy,))) == 1
