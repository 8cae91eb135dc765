from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quoth.lexicon.paraphrases import same_word
from quoth.link import matching
from quoth.link.evidence import Told
from quoth.link.matching import AGAIN, BY_WORDS, WORDLESS, Matcher
from quoth.link.meanings import Meaning, mean
from quoth.link.parties import Parties
from quoth.link.restating import Weighed
from quoth.link.verdicts import Verdict
from quoth.records import Part, Proposition

WEIGHT = {same_word(word): value for word, value in {"shell": 3.0, "dam": 3.0, "bridge": 3.0, "lower": 2.0}.items()}


def meaning(*things: str, deed: str = "shell") -> Meaning:
    """Somebody's deed to some things."""
    parts = (Part(deed, "deed", "what", -1), *(Part(thing, "thing", "patient", 0) for thing in things))
    proposition = Proposition(
        deed, ("army",), things, ("army", deed, *things), (), negated=False, modality="did", parts=parts, main=0
    )
    return mean(proposition, parties=Parties.among(()), speaker=None, text=f"The army did {deed} {things}.")


class Asked:
    """How many pairs each judge was asked about, and what it says of them."""

    def __init__(self) -> None:
        self.restating, self.verdicts = list[int](), list[int]()
        self.share, self.verdict = 0.0, 0.0

    def restate(self, pairs: Sequence[tuple[Weighed, Weighed]]) -> list[float]:
        self.restating.append(len(pairs))
        return [self.share] * len(pairs)

    def judge(self, pairs: Sequence[tuple[Told, Told]]) -> list[Verdict]:
        self.verdicts.append(len(pairs))
        rest = 1 - self.verdict
        return [Verdict("same", "same", {"same": self.verdict, "opposed": 0.0, "related": rest, "unrelated": 0.0}) for _ in pairs]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    asked = Asked()
    monkeypatch.setattr(matching, "restate", asked.restate)
    monkeypatch.setattr(matching, "judge", asked.judge)
    return asked


def test_what_is_restated_is_one_claim_without_a_verdict(asked: Asked) -> None:
    asked.share = AGAIN
    assert Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("bridge", "church"))
    assert (asked.restating, asked.verdicts) == ([1], [])


def test_what_has_no_word_in_common_must_be_likelier_to_be_one_claim(asked: Asked) -> None:
    first = replace(meaning("dam"), things=frozenset({"dam"}), text="The dam burst at night.")
    other = replace(meaning("sluice"), things=frozenset({"sluice"}), text="Water ran through an opened sluice.")
    asked.share = AGAIN
    assert not Matcher(WEIGHT).same(first, other)
    asked.share = WORDLESS
    assert Matcher(WEIGHT).same(first, other)


def test_some_words_in_a_row_are_words_in_common(asked: Asked) -> None:
    first = replace(meaning("dam"), things=frozenset({"dam"}), text="It burst in the dead of night.")
    other = replace(meaning("sluice"), things=frozenset({"sluice"}), text="In the dead of winter they left.")
    asked.share = AGAIN
    assert Matcher(WEIGHT).same(first, other)


def test_what_is_alike_by_its_words_is_one_claim_where_the_verdict_says_so(asked: Asked) -> None:
    asked.verdict = BY_WORDS
    assert Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("lower", "dam", "bridge"))
    assert (asked.restating, asked.verdicts) == ([1], [1])


def test_what_is_alike_by_its_words_is_two_claims_where_the_verdict_is_not_sure(asked: Asked) -> None:
    asked.verdict = BY_WORDS - 0.1
    assert not Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("lower", "dam", "bridge"))


def test_no_verdict_is_asked_for_on_what_is_unlike_by_its_words(asked: Asked) -> None:
    asked.verdict = 1.0
    assert not Matcher(WEIGHT).same(meaning("lower", "dam"), meaning("church", deed="paint"))
    assert asked.verdicts == []


def test_a_pair_is_judged_once_and_many_at_a_time(asked: Asked) -> None:
    asked.share = AGAIN
    matcher, one = Matcher(WEIGHT), meaning("lower", "dam")
    others = [meaning("lower", "dam", "bridge"), meaning("lower", "dam", "church")]
    matcher.meet((one, other) for other in others)
    assert all(matcher.same(other, one) for other in others)
    assert asked.restating == [2]
