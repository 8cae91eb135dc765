from __future__ import annotations

from collections.abc import Sequence

import pytest

from quoth.lexicon.paraphrases import same_word
from quoth.link import matching
from quoth.link.evidence import Told
from quoth.link.matching import BY_VERDICT, BY_WORDS, Matcher
from quoth.link.meanings import Meaning, mean
from quoth.link.parties import Parties
from quoth.link.verdicts import Verdict
from quoth.records import Part, Proposition

WEIGHT = {same_word(word): value for word, value in {"shell": 3.0, "dam": 3.0, "bridge": 3.0, "lower": 2.0}.items()}


def meaning(*things: str, deed: str = "shell", read: bool = True) -> Meaning:
    """Somebody's deed to some things; with its parts or without."""
    parts = (Part(deed, "deed", "what", -1), *(Part(thing, "thing", "patient", 0) for thing in things)) if read else ()
    proposition = Proposition(
        deed, ("army",), things, ("army", deed, *things), (), negated=False, modality="did", parts=parts, main=0 if read else -1
    )
    return mean(proposition, parties=Parties.among(()), speaker=None, text=f"The army did {deed} {things}.")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pairs each judging was asked about; the verdict is always one between both thresholds."""
    sizes: list[int] = []

    def judge(pairs: Sequence[tuple[Told, Told]]) -> list[Verdict]:
        sizes.append(len(pairs))
        share = (BY_WORDS + BY_VERDICT) / 2
        return [Verdict("same", {"same": share, "opposed": 0.0, "related": 1 - share, "unrelated": 0.0}) for _ in pairs]

    monkeypatch.setattr(matching, "judge", judge)
    return sizes


def test_where_words_make_one_claim_a_middling_verdict_is_enough(asked: list[int]) -> None:
    assert Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("lower", "dam", "bridge"))
    assert asked == [1]


def test_where_words_do_not_the_verdict_must_be_sure(asked: list[int]) -> None:
    assert not Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("bridge", "church"))
    assert asked == [1]


def test_without_its_parts_words_decide_and_nobody_is_asked(asked: list[int]) -> None:
    assert Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("lower", "dam", "bridge", read=False))
    assert asked == []


def test_what_shares_neither_deed_nor_words_is_not_judged(asked: list[int]) -> None:
    assert not Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("church", deed="paint"))
    assert asked == []


def test_a_pair_is_judged_once_and_many_at_a_time(asked: list[int]) -> None:
    matcher, one = Matcher(WEIGHT), meaning("lower", "dam")
    others = [meaning("lower", "dam", "bridge"), meaning("lower", "dam", "church")]
    matcher.meet((one, other) for other in others)
    assert all(matcher.same(other, one) for other in others)
    assert asked == [2]
