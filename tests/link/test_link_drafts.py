"""Statements gathered into drafts of claims: what was put with the wrong ones first finds those that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pytest
from tests.link.test_link_matching import meaning

from quoth.link import drafts
from quoth.link.meanings import Meaning

ALIKE: set[frozenset[str]] = set()
"""Pairs of things of which two meanings are one claim."""


@dataclass
class Told:
    """Finds two meanings one claim where ``ALIKE`` says so."""

    weight: Mapping[str, float]

    def meet(self, pairs: Iterable[tuple[Meaning, Meaning]]) -> None:
        list(pairs)

    def same(self, first: Meaning, second: Meaning) -> bool:
        return first is second or frozenset({first.text.split()[-1], second.text.split()[-1]}) in ALIKE


def gathered(monkeypatch: pytest.MonkeyPatch, names: str, *alike: str) -> list[list[str]]:
    monkeypatch.setattr(drafts, "Matcher", Told)
    ALIKE.clear()
    ALIKE.update(frozenset(pair) for pair in alike)
    meanings = []
    for name in names:
        made = meaning("bridge", name)
        object.__setattr__(made, "text", f"the bridge {name}")
        meanings.append((f"s{name}", made))
    return [one.statements for one in drafts.gather(meanings, weight={})]


def test_a_statement_that_half_agrees_with_those_before_it_goes_to_those_that_it_agrees_with_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    belongs = ("xb", "xc", "xd", "bc", "bd", "cd")
    assert gathered(monkeypatch, "aoxbcd", "ao", "ax") == [["sa", "so", "sx"], ["sb"], ["sc"], ["sd"]]
    assert gathered(monkeypatch, "aoxbcd", "ao", "ax", *belongs) == [["sa", "so"], ["sx", "sb", "sc", "sd"]]


def test_it_stays_where_the_others_are_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert gathered(monkeypatch, "aoxb", "ao", "ax", "xb") == [["sa", "so", "sx"], ["sb"]]
