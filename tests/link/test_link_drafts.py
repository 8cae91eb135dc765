"""Statements gathered into drafts of claims: what was put with the wrong ones first finds those that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from tests.link.test_link_matching import meaning

from quoth.language.encoder.reader import SIZE, Vectors
from quoth.link import drafts, placing
from quoth.link.drafts import Draft
from quoth.link.meanings import Meaning

ALIKE: set[frozenset[str]] = set()
"""Pairs of things of which two meanings are one claim."""


@dataclass
class Told:
    """Finds two meanings one claim where ``ALIKE`` says so."""

    weight: Mapping[str, float]
    vectors: Mapping[str, Vectors] = field(default_factory=dict)

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


def test_a_statement_that_agrees_with_two_matters_goes_to_that_of_which_more_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    both = ("ao", "ax", "ox", "xb", "xc", "bc")
    assert gathered(monkeypatch, "aoxbc", *both) == [["sa", "so", "sx"], ["sb", "sc"]]
    assert gathered(monkeypatch, "aoxbcd", *both, "xd", "bd", "cd") == [["sa", "so"], ["sx", "sb", "sc", "sd"]]


class Encoder:
    """Places texts by their last word: those of one letter together, in small letters or large."""

    def __init__(self) -> None:
        self.read_texts = list[str]()

    def read(self, texts: Sequence[str]) -> Vectors:
        self.read_texts += texts
        return np.stack([np.eye(SIZE, dtype=np.float32)[ord(text[-1].lower())] for text in texts])


def put_together(
    monkeypatch: pytest.MonkeyPatch, *told: str, placed: bool = True, words: str = "so it has come"
) -> tuple[list[list[str]], list[str]]:
    """What statements that share no word are gathered into, and what the encoder was asked."""
    encoder = Encoder()
    monkeypatch.setattr(drafts, "Matcher", Told)
    monkeypatch.setattr(placing, "load_statement_encoder", lambda: encoder)
    ALIKE.clear()
    ALIKE.add(frozenset("aA"))
    meanings = []
    for thing, name in (one.split() for one in told):
        made = meaning(thing, deed=f"{thing}s")
        object.__setattr__(made, "text", f"{words} {name}")
        object.__setattr__(made, "whole", f"It said {name}")
        meanings.append((f"s{name}", made))
    found = drafts.gather(meanings, weight={}, places=placing.Places() if placed else None)
    return [one.statements for one in found], encoder.read_texts


def test_what_lies_near_is_compared_though_no_word_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    found, read = put_together(monkeypatch, "bridge a", "ferry b", "tunnel A")
    assert found == [["sa", "sA"], ["sb"]]
    assert read == ["It said a", "It said b", "It said A"]


def test_what_says_too_little_is_not_placed(monkeypatch: pytest.MonkeyPatch) -> None:
    told = ("bridge a", "ferry b", "tunnel A")
    assert put_together(monkeypatch, *told, words="it a")[0] == [["sa"], ["sb"], ["sA"]]
    assert put_together(monkeypatch, *told, words="it a mere")[0] == [["sa", "sA"], ["sb"]]


def test_in_a_story_of_one_article_the_encoder_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert put_together(monkeypatch, "bridge a", "ferry b", "tunnel A", placed=False) == ([["sa"], ["sb"], ["sA"]], [])


def test_two_drafts_that_lie_near_are_made_one_though_no_word_is_shared() -> None:
    made = [Draft([meaning(thing, deed=f"{thing}s")], [thing]) for thing in ("bridge", "tunnel")]
    for draft, name in zip(made, "aA", strict=True):
        object.__setattr__(draft.meanings[0], "text", name)
        object.__setattr__(draft.meanings[0], "whole", name)
    ALIKE.clear()
    ALIKE.add(frozenset("aA"))
    near = {"a": np.eye(SIZE, dtype=np.float32)[0], "A": np.eye(SIZE, dtype=np.float32)[0]}
    assert [one.statements for one in drafts.join_drafts(made, Told({}, near))] == [["bridge", "tunnel"]]  # type: ignore[arg-type]
    assert len(drafts.join_drafts(made, Told({}))) == 2  # type: ignore[arg-type]


def test_a_draft_takes_what_agrees_with_four_in_ten_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    five = ("ao", "ab", "ac", "ad", "ob", "oc", "od", "bc", "bd", "cd")
    assert gathered(monkeypatch, "aobcdx", *five, "xa", "xo") == [["sa", "so", "sb", "sc", "sd", "sx"]]
    assert gathered(monkeypatch, "aobcdx", *five, "xa") == [["sa", "so", "sb", "sc", "sd"], ["sx"]]


def test_of_several_drafts_that_one_takes_it_in_with_which_it_agrees_most_often(monkeypatch: pytest.MonkeyPatch) -> None:
    # x agrees with all of one draft of two, and with three of another of four
    assert gathered(monkeypatch, "aobcdex", "ao", "bc", "bd", "be", "cd", "ce", "de", "xa", "xo", "xb", "xc", "xd") == [
        ["sa", "so"],
        ["sb", "sc", "sd", "se", "sx"],
    ]


def test_a_lone_statement_that_it_agrees_with_too_does_not_keep_it_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    both = ("ao", "ax", "ox", "xs", "xb", "xc", "xd", "bc", "bd", "cd")
    assert gathered(monkeypatch, "aoxsbcd", *both) == [["sa", "so"], ["ss"], ["sx", "sb", "sc", "sd"]]
