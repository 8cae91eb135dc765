from __future__ import annotations

from typing import get_args

import pytest

from quoth.extract.attribution.contexts import weigh
from quoth.extract.attribution.stances import CLAIMED
from quoth.lexicon.acts import speech_acts
from quoth.lexicon.cues import ANY, COUNTED, context_weights, cue_senses, cue_words
from quoth.lexicon.table import read_table
from quoth.records import Stance

KINDS = {"verb", "noun", "adjective", "preposition"}


def test_every_cue_has_a_class_a_stance_of_the_contract_and_an_act_of_that_stance() -> None:
    for row in read_table("cues"):
        assert row["class"] in KINDS, row
        assert row["stance"] in get_args(Stance), row
        assert row["frames"] in {"", COUNTED}, row
    for word in cue_words().values():
        assert (word.act is None) == (word.stance == "none"), word
        assert word.act is None or speech_acts()[word.act].stance == word.stance, word


def test_every_sense_belongs_to_a_listed_word_and_has_an_act_of_its_stance() -> None:
    for (lemma, kind), senses in cue_senses().items():
        listed = (lemma, kind) in cue_words() or any(word.split()[0] == lemma for word, _ in cue_words())
        for sense in senses:
            noun = CLAIMED in sense.company or any((word, "noun") in cue_words() for word in sense.company)
            assert listed or noun, lemma  # that noun may be the cue, or a trained reader take the verb for one
            assert sense.company, lemma
            assert speech_acts()[sense.act].stance == sense.stance, (lemma, sense)


def test_no_word_of_a_class_is_listed_twice() -> None:
    words = [(row["lemma"], row["class"]) for row in read_table("cues")]
    assert len(words) == len(set(words))


def test_every_counted_frame_belongs_to_a_listed_word_and_is_a_probability() -> None:
    words = cue_words()
    frames = [(row["lemma"], row["class"], row["frame"]) for row in read_table("cue_frames")]
    assert len(frames) == len(set(frames))
    for row in read_table("cue_frames"):
        assert row["lemma"] == ANY or (row["lemma"], row["class"]) in words, row
        assert 0 <= float(row["strength"]) < 1, row
        assert int(row["seen"]) >= 0, row


@pytest.mark.parametrize(
    ("lemma", "kind", "act"),
    [
        ("say", "verb", "state"),
        ("dismiss", "verb", "reject"),
        ("admit", "verb", "concede"),
        ("insist", "verb", "insist"),
        ("plea", "noun", "appeal"),
        ("aware", "adjective", "know"),
        ("seem", "verb", None),
    ],
)
def test_the_act_of_a_word(lemma: str, kind: str, act: str | None) -> None:
    assert cue_words()[lemma, kind].act == act


@pytest.mark.parametrize(
    ("lemma", "kind", "stance"),
    [
        ("say", "verb", "asserts"),
        ("deny", "verb", "denies"),
        ("accuse", "verb", "accuses"),
        ("caution", "verb", "warns"),
        ("iterate", "verb", "asserts"),
        ("believe", "verb", "thinks"),
        ("decline", "verb", "declines"),
        ("claim", "noun", "asserts"),
        ("allegation", "noun", "accuses"),
        ("confident", "adjective", "thinks"),
        ("according", "preposition", "asserts"),
    ],
)
def test_the_stance_of_a_word(lemma: str, kind: str, stance: str) -> None:
    assert cue_words()[lemma, kind].stance == stance


def test_a_word_not_counted_in_a_frame_has_the_strength_of_its_class_there() -> None:
    rare = cue_words()["iterate", "verb"]
    assert "S" not in rare.strengths
    assert rare.strength("S") == rare.fallback["S"] > 0.5
    assert rare.strength("no such frame") == 0


def test_a_word_with_other_common_senses_has_no_strength_in_an_uncounted_frame() -> None:
    assert cue_words()["find", "verb"].strength("NP+from") == 0


def test_words_of_violence_are_no_cues() -> None:
    assert not {("attack", "verb"), ("attack", "noun"), ("strike", "verb"), ("shell", "verb")} & set(cue_words())


def test_a_context_moves_the_odds_and_keeps_their_order() -> None:
    assert weigh(0.9, ["source:named"]) > weigh(0.9, ["clause:acl"])
    assert weigh(0.9, []) > weigh(0.5, []) > weigh(0.1, [])
    assert {"strength", "constant", "quoted"} <= set(context_weights())
