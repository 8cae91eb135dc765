from __future__ import annotations

from dataclasses import replace

from quoth.link.dated import dispute_deed_days
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Actor, Anchor, Disagreement, Document, Passage, Span, Statement, Story, TimeExpression

DOCUMENTS = ("a", "b")


def document(name: str, text: str = "", published: str | None = "2031-03-17") -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=f"Outlet {name}", url=None, title=None, authors=(), published=published,
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
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
        documents={one.document: document(one.document, " " * 10 + one.content.text) for one in statements.values()}, actors=actors, actor_of={f"r-{name}": name for name in DOCUMENTS},
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


def own(
    *tellings: tuple[str, str, str | None], published: str | None = "2031-03-17", title: str | None = None
) -> list[Disagreement]:
    """Points over articles that say everything themselves: text, the words for a day in it, and the day they mean."""
    documents, times = {}, []
    for name, (text, words, day) in zip(DOCUMENTS, tellings, strict=True):
        documents[name] = replace(document(name, text, published), title=title if name == "b" else None)
        span = Span(text.index(words), text.index(words) + len(words))
        times.append(TimeExpression(f"t-{name}", name, span, words, "TIME", None, day, Anchor(None, "expression")))
    ground = Ground(documents=documents, actors={}, actor_of={}, stories=(Story("s", "", DOCUMENTS, None, None),))
    return dispute_deed_days(times, {}, ground=ground, voices=Voices.among(ground, {}))


NIGHT = ("They suspect arson behind Friday night's fire at the Ormel sawmill.", "Friday night", "2031-03-14")


def test_an_outlets_own_days_are_compared_and_shown_with_their_words() -> None:
    (point,) = own(NIGHT, ("A fire gutted the Ormel sawmill early Saturday.", "early Saturday", "2031-03-15"))
    assert [(reading.value, reading.documents) for reading in point.readings] == [("2031-03-14", ("a",)), ("2031-03-15", ("b",))]
    (given,) = point.readings[0].given
    assert (given.statement, NIGHT[0][given.span.start : given.span.end]) == (None, "Friday night")


def test_an_article_that_takes_another_back_puts_nothing_on_a_day() -> None:
    second = ("We wrote of a fire that gutted the Ormel sawmill early Saturday.", "early Saturday", "2031-03-15")
    assert len(own(NIGHT, second)) == 1
    assert own(NIGHT, second, title="Correction: the fire at Ormel") == []


def test_weekdays_of_articles_without_a_date_are_compared_by_name() -> None:
    first, second = (NIGHT[0], NIGHT[1], None), ("A fire gutted the Ormel sawmill early Saturday.", "early Saturday", None)
    (point,) = own(first, second, published=None)
    assert [reading.value for reading in point.readings] == ["Friday", "Saturday"]
    assert own(first, second) == []


def test_another_deed_that_is_dated_or_a_caption_is_none() -> None:
    assert own(NIGHT, ("After the fire at the Ormel sawmill – a man lays a wreath on Saturday.", "Saturday", "2031-03-15")) == []
    assert own(NIGHT, ("The mayor saw the sawmill Saturday.", "Saturday", "2031-03-15")) == []


def test_an_article_that_names_both_days_tells_of_two_deeds() -> None:
    first = document("a", "Monday's earthquake at Tarsk was the second. Earlier on Sunday a quake shook the town.", None)
    second = document("b", "An earthquake at Tarsk on Sunday broke windows.", None)
    times = []
    for one, days in ((first, ("Monday", "Sunday")), (second, ("Sunday",))):
        for day in days:
            span = Span(one.text.index(day), one.text.index(day) + len(day))
            times.append(TimeExpression(f"{one.id}{day}", one.id, span, day, "DATE", None, None, Anchor(None, "expression")))
    ground = Ground(documents={"a": first, "b": second}, actors={}, actor_of={}, stories=(Story("s", "", DOCUMENTS, None, None),))
    voices = Voices.among(ground, {})
    assert dispute_deed_days(times, {}, ground=ground, voices=voices) == []
    (point,) = dispute_deed_days([times[0], times[2]], {}, ground=ground, voices=voices)
    assert [reading.value for reading in point.readings] == ["Monday", "Sunday"]


ELECTION = told("a", "The mission followed the election of March 15 at the mill", "March 15", "2031-03-15")


def test_an_election_is_one_whatever_it_is_called_and_wherever_it_is_told_to_be() -> None:
    (point,) = disputes(ELECTION, told("b", "He won in the vote held on Sunday, March 16", "Sunday, March 16", "2031-03-16"))
    assert [reading.value for reading in point.readings] == ["2031-03-15", "2031-03-16"]


def test_a_vote_of_a_chamber_is_no_election() -> None:
    assert disputes(ELECTION, told("b", "The chamber planned to vote on March 16", "March 16", "2031-03-16")) == []


def test_two_elections_on_the_same_two_days_are_two_points() -> None:
    both = [
        told("a", "He won in the vote held on March 15", "March 15", "2031-03-15"),
        told("b", "He won in the vote held on March 16", "March 16", "2031-03-16"),
    ]
    halden = [
        told("a", "the election in Halden on March 15 was calm", "March 15", "2031-03-15"),
        told("b", "the election in Halden on March 16 was calm", "March 16", "2031-03-16"),
    ]
    assert {point.id for point in disputes(*both)}.isdisjoint(point.id for point in disputes(*halden))
