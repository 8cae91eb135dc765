from __future__ import annotations

from quoth.link.details import dispute_details
from quoth.link.ground import Ground
from quoth.link.stances import TAKES
from quoth.link.voices import Voices
from quoth.records import Actor, Claim, ClaimStatement, Disagreement, Passage, Span, Statement


def statement(name: str, document: str, text: str) -> Statement:
    return Statement(
        id=name, document=document, form="indirect", stance="asserts", source=None, cue=Passage("said", (Span(0, 4),)),
        content=Passage(text, (Span(5, 5 + len(text)),)), speaker=f"r-{name}", undecided=None, addressee=None, via=(), parent=None,
        negated=False, score=1.0, time=None, proposition=None,
    )  # fmt: skip


def disputes(*texts: str, documents: str = "abcdef") -> list[Disagreement]:
    """The details on which tellings of one claim differ, each in a document of its own unless ``documents`` says otherwise."""
    told = {str(number): statement(str(number), documents[number], text) for number, text in enumerate(texts)}
    links = tuple(ClaimStatement(name, "asserts") for name in told)
    claim = Claim("c", texts[0], "s", links, (), tuple(documents[: len(texts)]), len(texts), None, None, ())
    actors = {name: Actor(name, name, "person", None, (f"r-{name}",), ()) for name in told}
    ground = Ground(documents={}, actors=actors, actor_of={f"r-{name}": name for name in told})
    return dispute_details([claim], told, upheld=frozenset(TAKES.values()), voices=Voices.among(ground, told))


def test_two_weekdays_of_one_claim_are_a_disagreement_with_who_says_which() -> None:
    (point,) = disputes("the lock was shut on Friday", "the lock was shut on Saturday", "they shut the lock")
    assert (point.kind, point.claim, point.about) == ("date", "c", "weekday: the lock was shut on Friday")
    assert [(reading.value, reading.actors) for reading in point.readings] == [("Friday", ("0",)), ("Saturday", ("1",))]


def test_spans_of_time_are_compared_in_days() -> None:
    (point,) = disputes("the water rose three days later", "the next morning the water rose")
    assert [reading.value for reading in point.readings] == ["1 day later", "3 days later"]
    assert disputes("the water rose a week later", "seven days after, the water rose") == []


def test_opposite_ways_of_one_deed_are_a_disagreement_of_place() -> None:
    (point,) = disputes("she was walking into the mill", "she walked out of the mill")
    assert (point.kind, [reading.value for reading in point.readings]) == ("place", ["walk… into", "walk… out of"])
    assert disputes("she was walking into the mill", "she drove out of the mill") == []


def test_a_document_that_knows_both_values_disputes_neither() -> None:
    assert disputes("the lock was shut on Friday", "the lock was shut on Saturday", documents="aa") == []


def test_a_statement_that_gives_several_values_tells_none() -> None:
    assert disputes("the lock was shut on Friday and on Sunday", "the lock was shut on Saturday") == []
