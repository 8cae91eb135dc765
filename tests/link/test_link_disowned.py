"""Figures of which somebody says that they never gave them."""

from __future__ import annotations

import pytest

from quoth.link.disowned import note_disowned
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import (
    Actor,
    Disagreement,
    Document,
    Given,
    Passage,
    Proposition,
    Quantity,
    Reading,
    Span,
    Stance,
    Statement,
    Story,
)

REPORT = "The Vale Courier says that nine people drowned off Pell, citing the coast guard."
ANSWER = "Nine people drowned, the Vale Courier wrote. On Pell pier 40 boats lay idle."


def article(name: str, text: str, outlet: str) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=outlet, url=None, title=None, authors=(), published="2031-05-02",
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def quantity(document: str, text: str, words: str, value: float) -> Quantity:
    start = text.index(words)
    return Quantity(
        f"q{start}", document, Span(start, start + len(words)), words, value, value, value, "people", "killed", None, None
    )


def said(
    content: str, *, stance: Stance = "asserts", negated: bool = True, place: int = 200, speaker: str = "r-guard"
) -> Statement:
    span = Span(place, place + len(content))
    return Statement(
        id="s", document="b", form="indirect", stance=stance, source=None, cue=Passage("said", (Span(place - 5, place - 1),)),
        content=Passage(content, (span,)), speaker=speaker, undecided=None, addressee=None, via=(), parent=None, negated=False,
        score=1.0, time=None, proposition=Proposition("give", (), (), ("figure",), (), negated=negated, modality="did"), act="state",
    )  # fmt: skip


def readings(statement: Statement, *, outlet: str = "Vale Courier", figures: tuple[Quantity, ...] = ()) -> tuple[Reading, Reading]:
    documents = {
        one.id: one for one in (article("a", REPORT, outlet), article("b", ANSWER, "Ormel Sun"), article("c", "Four.", "Pell Post"))
    }
    guard = Actor("guard", "Coast Guard", "body", None, ("r-guard",), ())
    ground = Ground(documents, {"guard": guard}, {"r-guard": "guard"}, stories=(Story("s", "", tuple(documents), None, None),))
    nine = quantity("a", REPORT, "nine people", 9)
    given = (Given("a", nine.span, None),)
    point = Disagreement(
        "d", "s", "killed", "figure",
        (Reading("9", (), ("guard", "other"), ("a",), given=given), Reading("4", (), ("guard",), ("c",))),
    )  # fmt: skip
    told = (nine, quantity("b", ANSWER, "Nine people", 9), quantity("b", ANSWER, "40", 40), *figures)
    statements = {statement.id: statement}
    (found,) = note_disowned(
        [point], quantities=told, statements=statements, ground=ground, voices=Voices.among(ground, statements)
    )
    first, second = found.readings
    return first, second


@pytest.mark.parametrize(
    "statement",
    [
        said("that it never gave that figure"),
        said("ever giving such a number to anybody", stance="denies", negated=False),
    ],
)
def test_a_figure_that_somebody_says_they_never_gave_says_so_and_is_not_theirs(statement: Statement) -> None:
    nine, four = readings(statement)
    assert (nine.disowned, nine.actors) == ((Given("b", statement.content.spans[0], "s"),), ("other",))
    assert (four.disowned, four.actors) == ((), ("guard",))


def test_the_figure_may_be_named_behind_the_verb_of_giving() -> None:
    statement = said("having reported nine deaths", stance="denies", negated=False)
    told = Quantity("q", "b", Span(216, 227), "nine deaths", 9, 9, 9, "people", "killed", None, None)
    assert [bool(one.disowned) for one in readings(statement, figures=(told,))] == [True, False]


@pytest.mark.parametrize(
    "statement",
    [
        said("that it gave that figure", negated=False),
        said("that nobody gave the boats away"),
        said("that figure", stance="denies", negated=False),
        said("that it never gave that figure", place=2000),
    ],
    ids=["it did", "no figure", "the figure is wrong, not that it gave it", "too far away"],
)
def test_other_words_disown_nothing(statement: Statement) -> None:
    nine, four = readings(statement)
    assert (nine.disowned, four.disowned, nine.actors) == ((), (), ("guard", "other"))


def test_who_gives_a_figure_in_an_outlet_of_their_own_still_does_and_their_denial_stands_beside_it() -> None:
    nine, _ = readings(said("that it never gave that figure"), outlet="Coast Guard")
    assert (nine.actors, len(nine.disowned)) == (("guard", "other"), 1)
