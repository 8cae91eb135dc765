"""Circumstances of one deed that the sentences of two articles give differently, and those that only look so."""

from __future__ import annotations

from quoth.link.circumstances import dispute_circumstances
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Actor, Disagreement, Document, Passage, Span, Statement, Story


def article(name: str, text: str, outlet: str | None = None) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=outlet or f"Outlet {name}", url=None, title=None, authors=(), published=None,
        published_from="unknown", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def disputes(*texts: str, outlet: str | None = None, said: Statement | None = None) -> list[Disagreement]:
    """Points over articles, each of an outlet of its own unless one is named for all."""
    documents = {name: article(name, text, outlet) for name, text in zip("abc", texts, strict=False)}
    statements = {said.id: said} if said else {}
    ground = Ground(
        documents=documents, actors={"orrin": Actor("orrin", "Lew Orrin", "person", None, ("r-orrin",), ())},
        actor_of={"r-orrin": "orrin"}, stories=(Story("s", "", tuple(documents), None, None),),
    )  # fmt: skip
    return dispute_circumstances(statements, ground=ground, voices=Voices.among(ground, statements))


def values(points: list[Disagreement]) -> list[tuple[str, str]]:
    return [(reading.value, reading.documents[0]) for point in points for reading in point.readings]


STOPPED = "Constable Orrin stopped the lorry on the Tarsk viaduct just after 2 a.m. on a wet road."


def test_two_times_of_one_deed_are_a_point_with_the_words_of_both_outlets() -> None:
    later = "The lorry was stopped by Orrin on the Tarsk viaduct at about 2:45 a.m., drivers recall."
    (point,) = disputes(STOPPED, later)
    assert (point.kind, point.about) == ("date", f"time of day: {STOPPED}")
    assert values([point]) == [("2:00 a.m.", "a"), ("2:45 a.m.", "b")]
    (given,) = point.readings[1].given
    assert (given.statement, later[given.span.start : given.span.end]) == (None, "2:45 a.m.")


def test_who_says_the_time_stands_behind_it() -> None:
    text = "The lorry was stopped on the Tarsk viaduct at 3 a.m., Lew Orrin said."
    said = Statement(
        id="said", document="b", form="indirect", stance="asserts", source=None, cue=Passage("said", (Span(64, 68),)),
        content=Passage(text[:52], (Span(0, 52),)), speaker="r-orrin", undecided=None, addressee=None, via=(), parent=None,
        negated=False, score=1.0, time=None, proposition=None,
    )  # fmt: skip
    (point,) = disputes(STOPPED, text, said=said)
    assert (point.readings[1].statements, point.readings[1].actors) == (("said",), ("orrin",))


def test_times_that_may_both_be_right_are_none() -> None:
    assert disputes(STOPPED, "Orrin stopped the lorry on the Tarsk viaduct at 2:10 a.m. on a wet road.") == []
    assert disputes(STOPPED, "Orrin had the lorry off the Tarsk viaduct by 3 a.m. and went home.") == []
    assert disputes(STOPPED, "Orrin stopped the lorry on the Tarsk viaduct at 3 a.m. EST on a wet road.") == []
    assert disputes(STOPPED, "Orrin kept the lorry on the Tarsk viaduct from 3 a.m. to 4 a.m. on a wet road.") == []


def test_times_of_other_deeds_or_days_or_of_one_outlet_are_none() -> None:
    assert disputes(STOPPED, "A choir sang in the chapel at Quell until the bells rang at 3 a.m. in the dark.") == []
    monday, friday = STOPPED.replace("just after", "on Monday just after"), STOPPED.replace("just after 2", "on Friday about 3")
    assert disputes(monday, friday) == []
    assert disputes(STOPPED, STOPPED.replace("just after 2", "about 3"), outlet="Tarsk Post") == []


def test_an_article_that_tells_both_times_tells_two_deeds() -> None:
    both = f"{STOPPED} He stopped a second lorry on the viaduct about 3 a.m. and let it go."
    assert disputes(both, STOPPED.replace("just after 2", "about 3")) == []


def test_how_long_after_is_compared_where_both_ends_are_the_same() -> None:
    first = "The ferryman saw a doctor three days later, when the blister on his wrist had swollen."
    assert values(disputes(first, "The next morning the ferryman found that the blister on the wrist had swollen badly.")) == [
        ("1 day later", "b"), ("3 days later", "a"),
    ]  # fmt: skip
    closed = "The weir at Ormel was closed two days after the barge hit it, engineers recall."
    assert values(disputes(closed, "They closed the weir at Ormel six days after that barge hit it.")) == [
        ("2 days later", "a"), ("6 days later", "b"),
    ]  # fmt: skip
    assert disputes(closed, "The weir at Ormel was closed six days after the mayor's wedding in town.") == []


def test_rounded_lengths_and_limits_are_none() -> None:
    closed = "The weir at Ormel was closed nine days after the barge hit it, engineers recall."
    assert disputes(closed, "The weir at Ormel was closed a week after the barge hit it, he recalls.") == []
    assert disputes(closed, "The weir at Ormel was closed less than two weeks after the barge hit it.") == []


def test_which_way_somebody_was_going_is_a_point_of_place() -> None:
    first = "Mrs Quill and her terrier were walking into the mill when the beam fell."
    (point,) = disputes(first, "The beam came down as Mrs Quill, with the terrier, was walking out of the mill at noon.")
    assert (point.kind, values([point])) == ("place", [("walking out of", "b"), ("walking into", "a")])
    assert disputes(first, "The beam came down as Mrs Quill, with the terrier, was walking out of the chapel at noon.") == []


def test_who_gives_one_of_the_times_again_in_fewer_of_the_words_stands_with_it() -> None:
    later = "The lorry was stopped by Orrin on the Tarsk viaduct at about 2:45 a.m., drivers recall."
    again = "At about 2 a.m. the constable saw a lorry on the viaduct without its lamps lit."
    (point,) = disputes(STOPPED, later, again)
    assert [(one.value, one.documents) for one in point.readings] == [("2:00 a.m.", ("a", "c")), ("2:45 a.m.", ("b",))]
    (other,) = disputes(STOPPED, later, "At about 2 a.m. the baker at Pell lit his oven as he always did.")
    assert [one.documents for one in other.readings] == [("a",), ("b",)]
