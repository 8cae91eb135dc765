"""Articles that their outlet took back, and the values that stood in them."""

from __future__ import annotations

import pytest

from quoth.link.ground import Ground
from quoth.link.withdrawals import find_withdrawals, note_withdrawals
from quoth.records import Disagreement, DisagreementKind, Document, Reading, Story

REPORT = "Twelve lost as ferry sinks off Pell\n\nA ferry sank off Pell on Monday, and twelve people were lost."


def article(
    name: str, text: str, outlet: str = "Pell Post", *, title: str | None = None, published: str = "2031-05-02"
) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=outlet, url=None, title=title, authors=(), published=published,
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def notice(text: str, outlet: str = "Pell Post", title: str | None = None, published: str = "2031-05-03") -> Document:
    return article("n", text, outlet, title=title, published=published)


TAKEN_BACK = 'Pell Post has withdrawn a report under the headline "Twelve lost as ferry sinks off Pell".'


def found(*documents: Document) -> dict[str, tuple[str, ...]]:
    return find_withdrawals((one, ()) for one in documents)


@pytest.mark.parametrize(
    "told",
    [
        notice(TAKEN_BACK),
        notice("The article “Twelve lost as ferry sinks off Pell” was wrong.", title="Correction: the ferry off Pell"),
        notice(TAKEN_BACK, outlet="pellpost"),
    ],
)
def test_an_article_is_taken_back_by_its_outlet_that_quotes_its_headline(told: Document) -> None:
    assert found(article("a", REPORT), told) == {"a": ("n",)}


@pytest.mark.parametrize(
    "told",
    [
        notice(TAKEN_BACK, outlet="Vale Courier"),
        notice('Pell Post has a report under the headline "Twelve lost as ferry sinks off Pell".'),
        notice('Pell Post has withdrawn a report under the headline "Ferry sinks".'),
        notice(TAKEN_BACK, published="2031-05-01"),
    ],
)
def test_another_outlet_another_headline_or_an_earlier_day_takes_nothing_back(told: Document) -> None:
    assert found(article("a", REPORT), told) == {}


def point(kind: DisagreementKind, *documents: str) -> Disagreement:
    readings = (Reading("12", (), (), documents), Reading("4", (), (), ("b",)))
    return Disagreement("d", "s", "lost", kind, readings)


def noted(kind: DisagreementKind, *documents: str) -> list[tuple[str, ...]]:
    told = {
        one.id: one
        for one in (
            article("a", REPORT),
            article("b", "Four were lost.", "Vale Courier"),
            article("c", "Twelve lost.", "Ormel Sun"),
            notice(TAKEN_BACK),
        )
    }
    ground = Ground(told, {}, {}, stories=(Story("s", "", tuple(told), None, None),))
    (found,) = note_withdrawals([point(kind, *documents)], ground)
    return [one.withdrawn for one in found.readings]


def test_a_figure_that_stood_in_it_names_the_article_that_takes_it_back() -> None:
    assert noted("figure", "a", "c") == [("n",), ()]


def test_a_claim_that_others_make_too_was_not_taken_back() -> None:
    assert noted("polarity", "a", "c") == [(), ()]
    assert noted("polarity", "a", "n") == [("n",), ()]
