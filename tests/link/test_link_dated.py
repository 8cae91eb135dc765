from __future__ import annotations

from quoth.link.dated import dispute_deed_days
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Actor, Anchor, Disagreement, Document, Passage, Span, Statement, Story, TimeExpression

DOCUMENTS = ("a", "b")


def document(name: str) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=f"Outlet {name}", url=None, title=None, authors=(), published="2031-03-17",
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text="", original="",
    )  # fmt: skip


def told(name: str, text: str, words: str, day: str) -> tuple[Statement, TimeExpression]:
    """What a document states, with the words for a day in it."""
    statement = Statement(
        id=f"s-{name}", document=name, form="indirect", stance="asserts", source=None, cue=Passage("said", (Span(0, 4),)),
        content=Passage(text, (Span(10, 10 + len(text)),)), speaker=f"r-{name}", undecided=None, addressee=None, via=(), parent=None,
        negated=False, score=1.0, time=None, proposition=None,
    )  # fmt: skip
    start = 10 + text.index(words)
    time = TimeExpression(f"t-{name}", name, Span(start, start + len(words)), words, "DATE", day, day, Anchor(None, "expression"))
    return statement, time


def disputes(*tellings: tuple[Statement, TimeExpression]) -> list[Disagreement]:
    statements = {statement.id: statement for statement, _ in tellings}
    actors = {name: Actor(name, name, "body", None, (f"r-{name}",), ()) for name in DOCUMENTS}
    ground = Ground(
        documents={name: document(name) for name in DOCUMENTS}, actors=actors, actor_of={f"r-{name}": name for name in DOCUMENTS},
        stories=(Story("s", "Dam", DOCUMENTS, None, None),),
    )  # fmt: skip
    times = [time for _, time in tellings]
    return dispute_deed_days(times, statements, ground=ground, voices=Voices.among(ground, statements))


FIFTEENTH = told("a", "The explosion at the dam's pumping station on March 15 killed nine", "March 15", "2031-03-15")


def test_one_deed_on_two_days_is_a_disagreement_with_who_says_which() -> None:
    (point,) = disputes(
        FIFTEENTH, told("b", "two died in an explosion at the dam on Saturday, March 16", "Saturday, March 16", "2031-03-16")
    )
    assert (point.kind, point.about) == ("date", "day of the explosion")
    assert [(reading.value, reading.actors) for reading in point.readings] == [("2031-03-15", ("a",)), ("2031-03-16", ("b",))]


def test_the_same_day_in_other_words_is_none() -> None:
    assert disputes(FIFTEENTH, told("b", "a blast at the dam on Saturday", "Saturday", "2031-03-15")) == []


def test_another_deed_or_another_place_is_another_matter() -> None:
    assert disputes(FIFTEENTH, told("b", "the raid on the dam on March 16", "March 16", "2031-03-16")) == []
    assert disputes(FIFTEENTH, told("b", "an explosion at the harbour on March 16", "March 16", "2031-03-16")) == []


def test_days_far_apart_are_of_two_deeds() -> None:
    assert disputes(FIFTEENTH, told("b", "an explosion at the dam on March 26", "March 26", "2031-03-26")) == []


def test_a_date_that_is_not_right_behind_the_deed_dates_something_else() -> None:
    late = told("b", "The explosion at the dam, which the mayor visited on March 16, was heard far off", "March 16", "2031-03-16")
    assert disputes(FIFTEENTH, late) == []
