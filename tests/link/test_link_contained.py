"""Statements that another article tells with more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.link.test_link_claims import ground, only, stands, statement

from quoth.link import claims
from quoth.link.claims import align_claims
from quoth.link.contained import find_contained
from quoth.link.drafts import Draft
from quoth.records import Part, Passage, Proposition, Span, Statement

OPENED = (
    Part("open", "deed", "", -1),
    Part("gate", "thing", "patient", of=0),
    Part("lower", "quality", "kind", of=1),
    Part("rope", "thing", "by", of=0),
)


def opened(many: int, **more: Any) -> Proposition:
    parts = OPENED[:many]
    return Proposition(
        "open", (), ("gate",), tuple(part.word for part in parts), (), negated=False, modality="did", parts=parts, main=0,
        forces=("fact",), tense="past",
    ) if not more else replace(opened(many), **more)  # fmt: skip


def short(said: Proposition | None = None, **more: Any) -> Statement:
    return statement(
        "a1",
        "Marland",
        said or opened(3),
        "the lower gate was opened",
        **({"source": Passage("Marland", (Span(190, 197),))} | more),
    )


def long(said: Proposition | None = None) -> Statement:
    made = statement(
        "a2", "Vessia", said or opened(4), "the lower gate was opened by ropes", source=Passage("Vessia", (Span(390, 396),))
    )
    return replace(made, document="b")


def test_what_tells_all_of_another_and_more_is_its_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_contained([short(), long()]) == [("a1", "a2")]
    monkeypatch.setattr(claims, "gather", lambda told, **_: [Draft([meaning], [name]) for name, meaning in told])
    assert stands(only(align_claims([short(), long()], ground=ground()))) == {"Marland": "asserts", "Vessia": "asserts"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (short(), replace(long(), document="a")),
        (short(opened(2)), long()),
        (short(negated=True), long()),
        (short(), long(opened(4, negated=True))),
        (short(opened(3, modality="will")), long()),
        (short(opened(3, tense=None)), long()),
        (short(opened(3, words=("gate", "lower", "open", "night"))), long()),
    ],
)
def test_what_is_told_otherwise_or_in_a_word_or_two_is_not(first: Statement, second: Statement) -> None:
    assert find_contained([first, second]) == []
