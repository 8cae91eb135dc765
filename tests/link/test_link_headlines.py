"""Headlines that contradict each other, and those that only speak of one matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from quoth.language.pairs.reader import ANSWERS
from quoth.link import headlines
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Disagreement, Document, Passage, Reading, Segment, Span, Stance, Statement, Story

TELLS, DENIES = (
    "Bridge over the Ormel at Tarsk closed to lorries",
    "Council: bridge over the Ormel at Tarsk is not closed to lorries",
)


def article(name: str, text: str, outlet: str | None = None) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=outlet or f"Outlet {name}", url=None, title=None, authors=(), published="2031-05-02",
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


class Reader:
    """A pair reader that answers the same of every pair."""

    def __init__(self, answers: Mapping[str, float]) -> None:
        self.asked: list[tuple[str, str]] = []
        self._row = [answers.get(name, 0.0) for name in ANSWERS]

    def read(self, pairs: list[tuple[str, str]]) -> Any:
        self.asked += pairs
        return np.array([self._row] * len(pairs))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    found = Reader({"told opposed": 0.9, "contradicted": 0.9})
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: found)
    return found


def dispute(
    *documents: Document, told: tuple[Disagreement, ...] = (), statements: tuple[Statement, ...] = ()
) -> list[Disagreement]:
    ground = Ground(
        documents={one.id: one for one in documents}, actors={}, actor_of={},
        stories=(Story("s", "", tuple(one.id for one in documents), None, None),),
    )  # fmt: skip
    held = {one.id: one for one in statements}
    return headlines.dispute_headlines(told, statements=held, ground=ground, voices=Voices.among(ground, held))


@pytest.mark.usefixtures("reader")
def test_a_headline_that_negates_another_is_a_point_with_the_words_of_both_outlets() -> None:
    (found,) = dispute(article("a", TELLS), article("b", DENIES))
    assert (found.kind, found.claim, found.about) == ("polarity", None, TELLS)
    assert [(one.value, one.documents) for one in found.readings] == [("asserts", ("a",)), ("denies", ("b",))]
    (given,) = found.readings[1].given
    assert (given.statement, DENIES[given.span.start : given.span.end]) == (None, DENIES)


@pytest.mark.usefixtures("reader")
def test_the_mark_of_a_heading_is_no_word_of_what_it_heads() -> None:
    (found,) = dispute(article("a", f"# {TELLS}"), article("b", f"## {DENIES}"))
    assert found.about == TELLS


def test_only_pairs_of_a_denial_and_what_it_may_deny_are_read(reader: Reader) -> None:
    dispute(article("a", TELLS), article("b", DENIES), article("c", "Orchards in Pell not hit by the late frost, growers say"))
    assert reader.asked == [(DENIES, TELLS)]


@pytest.mark.usefixtures("reader")
def test_one_outlet_that_takes_its_own_headline_back_is_no_second_account() -> None:
    assert dispute(article("a", TELLS, "Tarsk Post"), article("b", DENIES, "Tarsk Post")) == []


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    "other",
    ["Is the bridge over the Ormel at Tarsk not closed to lorries?", "Tarsk, not Pell, closed the bridge over the Ormel to lorries", "Market in Pell not closed today"],
    ids=["a question", "a contrast", "too little in common"],
)  # fmt: skip
def test_words_that_deny_nothing_that_was_told_are_no_point(other: str) -> None:
    assert dispute(article("a", TELLS), article("b", other)) == []


def test_what_the_pair_reader_does_not_hold_opposed_is_no_point(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: Reader({"told same": 0.3, "told opposed": 0.4, "contradicted": 0.9}))
    assert dispute(article("a", TELLS), article("b", DENIES)) == []
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: Reader({"told same": 0.6, "told opposed": 0.4, "contradicted": 0.9}))
    assert len(dispute(article("a", TELLS), article("b", DENIES))) == 1


def test_of_two_headlines_of_one_matter_the_readers_ways_of_reading_are_summed(monkeypatch: pytest.MonkeyPatch) -> None:
    weak = {"told same": 0.5, "told opposed": 0.35, "contradicted": 0.3}
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: Reader(weak | {"made opposed": 0.5}))
    assert len(dispute(article("a", TELLS), article("b", DENIES))) == 1
    long = DENIES.replace(
        "lorries", "lorries and to the carts that carried turnips, barley and late pears down from Pell all autumn"
    )
    assert dispute(article("a", TELLS), article("b", long)) == []
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: Reader(weak | {"made opposed": 0.2}))
    assert dispute(article("a", TELLS), article("b", DENIES)) == []


@pytest.mark.usefixtures("reader")
def test_a_request_that_is_turned_down_is_not_called_untrue() -> None:
    asked = article("a", "Hauliers ask the Tarsk court for a bridge over the Ormel")
    assert dispute(asked, article("b", "Tarsk court rejects hauliers' request for a bridge over the Ormel")) == []
    assert len(dispute(asked, article("b", "Tarsk court rejects as false that hauliers ask for a bridge over the Ormel"))) == 1


@pytest.mark.usefixtures("reader")
def test_what_a_claim_tells_of_both_articles_is_not_told_twice() -> None:
    told = Disagreement(
        "d", "s", "", "polarity", (Reading("asserts", (), (), ("a",)), Reading("denies", (), (), ("b",))), claim="k"
    )
    assert dispute(article("a", TELLS), article("b", DENIES), told=(told,)) == []


def statement(document: Document, sentence: str, stance: Stance) -> Statement:
    start = document.text.index(sentence)
    return Statement(
        id="s", document=document.id, form="indirect", stance=stance, source=None, cue=Passage("denied", (Span(start, start + 6),)),
        content=Passage(sentence, (Span(start, start + len(sentence)),)), speaker=None, undecided=None, addressee=None, via=(), parent=None,
        negated=False, score=1.0, time=None, proposition=None,
    )  # fmt: skip


@pytest.mark.usefixtures("reader")
def test_who_denies_a_headline_in_the_text_of_another_article_contradicts_it() -> None:
    denial = "Wardens denied that the bridge over the Ormel at Tarsk was closed to lorries."
    text = article("b", f"Snow fell in Pell on Sunday. {denial}")
    (found,) = dispute(article("a", TELLS), text, statements=(statement(text, denial, "denies"),))
    given = found.readings[1].given[0]
    assert (given.statement, text.text[given.span.start : given.span.end].strip()) == ("s", denial)
    assert dispute(article("a", TELLS), text, statements=(statement(text, denial, "asserts"),)) == []


@pytest.mark.usefixtures("reader")
def test_of_an_article_with_a_title_the_title_is_compared() -> None:
    body = "The ferry to Pell sails again.\n\n"
    document = article("a", TELLS + "\n\n" + body)
    lead = headlines.find_lead(
        (document, (Segment("title", 0, len(TELLS)), Segment("body", len(TELLS) + 2, len(document.text)))), {}
    )
    assert lead is not None
    assert lead.words == TELLS


REJECTED = "Harbour office shoots down claims that a bridge at Tarsk was closed to lorries"


@pytest.mark.parametrize(("same", "points"), [(0.6, 1), (0.4, 0)])
def test_a_headline_that_calls_the_story_untrue_is_read_as_if_it_told_it(
    monkeypatch: pytest.MonkeyPatch, same: float, points: int
) -> None:
    found = Reader({"told same": same})
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: found)
    assert len(dispute(article("a", TELLS), article("b", REJECTED))) == points
    assert found.asked == [(REJECTED, TELLS), ("Harbour office a bridge at Tarsk was closed to lorries", TELLS)]


def test_a_headline_that_leaves_the_story_open_is_not_called_untrue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: Reader({"told same": 0.9}))
    assert (
        dispute(
            article("a", "Council looks at whether the bridge over the Ormel at Tarsk closed to lorries"), article("b", REJECTED)
        )
        == []
    )


def test_what_an_article_calls_untrue_in_its_headline_is_not_told_again_where_a_claim_has_its_denial(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(headlines, "load_pair_reader", lambda: Reader({"told same": 0.9}))
    told = Disagreement(
        "d", "s", "", "polarity", (Reading("asserts", (), (), ("c",)), Reading("denies", (), (), ("b",))), claim="k"
    )
    assert len(dispute(article("a", TELLS), article("b", REJECTED))) == 1
    assert dispute(article("a", TELLS), article("b", REJECTED), told=(told,)) == []
