"""Lengths of time, magnitudes and children as figures of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from quoth.link.figures import dispute_figures
from quoth.link.ground import Ground
from quoth.link.lengths import figures_of_lengths
from quoth.link.voices import Voices
from quoth.records import Anchor, Disagreement, Document, Quantity, Span, Story, TimeExpression


def article(name: str, text: str) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=f"Outlet {name}", url=None, title=None, authors=(), published="2031-05-02",
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def length(document: str, text: str, words: str, value: str) -> TimeExpression:
    start = text.index(words)
    return TimeExpression(
        f"{document}{start}", document, Span(start, start + len(words)), words, "DURATION", value, None, Anchor(None, "expression")
    )


def dispute(
    texts: tuple[str, ...], figures: tuple[Quantity, ...] = (), times: tuple[TimeExpression, ...] = ()
) -> list[Disagreement]:
    documents = {name: article(name, text) for name, text in zip("abcd", texts, strict=False)}
    ground = Ground(documents=documents, actors={}, actor_of={}, stories=(Story("s", "", tuple(documents), None, None),))
    return dispute_figures(figures, statements={}, ground=ground, voices=Voices.among(ground, {}), times=times)


def figure(document: str, text: str, words: str, value: float, told: Mapping[str, Any]) -> Quantity:
    span = Span(text.index(words), text.index(words) + len(words))
    known: dict[str, Any] = {"of": None, "unit": None, "low": value, "high": value, "as_of": None, "statement": None}
    known |= told
    return Quantity(id=f"{document}{span.start}", document=document, span=span, text=words, value=value, **known)


FIRST = "The standoff at the Ormel tannery lasted two hours before the porter gave up."
OTHER = "Wardens negotiated with the porter for almost four hours in a standoff at the Ormel tannery."


def test_two_lengths_of_one_thing_are_a_point_in_hours() -> None:
    (point,) = dispute(
        (FIRST, OTHER), times=(length("a", FIRST, "two hours", "PT2H"), length("b", OTHER, "almost four hours", "PT4H"))
    )
    assert (point.kind, point.about) == ("figure", "duration (hour)")
    assert [(reading.value, reading.documents) for reading in point.readings] == [("2", ("a",)), ("4", ("b",))]


def test_lengths_of_days_vague_ones_and_those_of_other_things_are_none() -> None:
    days = OTHER.replace("four hours", "four days")
    assert (
        dispute((FIRST, days), times=(length("a", FIRST, "two hours", "PT2H"), length("b", days, "almost four days", "P4D"))) == []
    )
    hours = OTHER.replace("almost four hours", "many hours")
    assert list(figures_of_lengths([length("b", hours, "many hours", "PTXH")], ())) == []
    opera = "The opera in Pell lasted four hours and nobody left the hall."
    assert dispute((FIRST, opera), times=(length("a", FIRST, "two hours", "PT2H"), length("b", opera, "four hours", "PT4H"))) == []


@pytest.mark.parametrize(
    ("told", "low", "high"), [("more than two hours", 2.0, None), ("up to two hours", None, 2.0), ("about two hours", None, None)]
)
def test_bounds_and_round_lengths_are_kept(told: str, low: float | None, high: float | None) -> None:
    (found,) = figures_of_lengths([length("a", f"It took {told}.", told, "PT2H")], ())
    assert (found.value, found.low, found.high, found.unit) == (2.0, low, high, "hour")


QUAKE: Mapping[str, Any] = {"unit": "magnitude", "of": "quake"}


def test_a_quake_has_one_magnitude_and_the_lesser_one_after_it_another() -> None:
    texts = (
        "A quake of magnitude 6.1 shook the Ormel valley and Tarsk.", "A magnitude 5.7 quake shook Tarsk in the Ormel valley.",
        "The observatory put it at 5.7.", "A quake of magnitude 3.9 shook the Ormel valley and Tarsk.",
    )  # fmt: skip
    given = zip("abcd", texts, ("6.1", "5.7", "5.7", "3.9"), strict=True)
    figures = tuple(figure(name, text, words, float(words), QUAKE) for name, text, words in given)
    (point,) = dispute(texts, figures)
    assert [(reading.value, reading.documents) for reading in point.readings] == [("5.7", ("b", "c")), ("6.1", ("a",))]


def test_how_many_children_somebody_has_is_told_of_whoever_is_named() -> None:
    first, second = "Video shows Odile Fenn, a mother of 9, on the Tarsk quay.", "Fenn was the mother of 8 children and sold eels."
    children = {"of": "children", "unit": "people"}
    figures = (figure("a", first, "9", 9, {}), figure("b", second, "8 children", 8, children))
    (point,) = dispute((first, second), figures)
    assert (point.about, [reading.value for reading in point.readings]) == ("children", ["8", "9"])
    other = "Drowned off the Tarsk quay was Hale, mother of 8 children, who sold eels."
    assert dispute((first, other), (figures[0], figure("b", other, "8 children", 8, children))) == []
