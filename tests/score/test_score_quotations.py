from __future__ import annotations

from dataclasses import replace

import pytest
from tests.score.labelled import (
    BOTH,
    BREAK,
    BRIG,
    CAMPAIGN,
    FINDINGS,
    HELD,
    LABELS,
    MARN,
    NESTED,
    PEOPLE,
    SAFE,
    STEP,
    TEXT,
    VELL,
    WARNED,
    at,
    label,
    person,
    said,
)

from quoth.records import Findings, Referent, Span
from quoth.score.chains import score_chains
from quoth.score.labels import Who
from quoth.score.mentions import head_of, is_meant
from quoth.score.polnear import Count
from quoth.score.quotations import score_quotations

BY_ID = {one.id: one for one in PEOPLE}


def meant(who: Who, found: Referent | None) -> bool:
    people = {**BY_ID, **({found.id: found} if found else {})}
    return is_meant(who, found.id if found else None, people, TEXT)


def named(mention: Span) -> Who:
    return Who(decided=True, mention=mention)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the spokesman for Norvia", "spokesman"),
        ("Orlo Marn, the mayor", "Marn"),
        ("Orlo Marn’s campaign", "campaign"),
        ("the ministry's", "ministry"),
        ("Sen. A.B. Vell (D-Tessen)", "Vell"),
        ("sources who had read it", "sources"),
    ],
)
def test_the_head_of_a_phrase_is_the_word_before_what_follows_it(phrase: str, head: str) -> None:
    start, end = head_of(phrase, Span(0, len(phrase)))
    assert phrase[start:end] == head


def test_a_surname_is_the_person_and_not_what_is_called_after_them() -> None:
    assert meant(named(at("Orlo Marn")), person("Marn", at("Marn")))
    assert not meant(named(at("The Marn campaign")), person("Marn", at("Marn", 2)))
    assert not meant(named(at("Marn", 2)), CAMPAIGN)


def test_the_same_name_elsewhere_is_the_same_person_but_not_the_same_description() -> None:
    assert meant(named(at("Orlo Marn")), person("the Orlo Marn", at("engineers")))
    assert not meant(named(at("engineers")), person("engineers", at("dam")))


def test_undecided_is_right_only_where_the_label_leaves_it_open() -> None:
    left_open = Who(decided=False, mention=None)
    assert meant(left_open, None)
    assert not meant(left_open, MARN)
    assert not meant(named(at("Orlo Marn")), None)


def test_of_several_who_speak_as_one_all_are_needed_and_nobody_else() -> None:
    both = Who(decided=True, mention=None, members=(at("Ines Vell"), at("Tomo Brig")))
    assert meant(both, BOTH)
    assert not meant(both, VELL)
    assert not meant(named(at("Ines Vell")), BOTH)
    assert not meant(both, replace(BOTH, members=(VELL.id, BRIG.id, MARN.id), mentions=()))


def test_a_list_that_goes_by_its_own_words_is_the_phrase_and_half_of_it_is_not() -> None:
    phrase = Who(decided=True, mention=at("Ines Vell and Tomo Brig"), members=(at("Ines Vell"), at("Tomo Brig")))
    assert meant(phrase, person("Ines Vell and Tomo Brig", at("Ines Vell and Tomo Brig")))
    assert not meant(phrase, person("Tomo Brig", at("and Tomo Brig")))


def test_everything_found_and_rightly_attributed_counts_as_right() -> None:
    counts = score_quotations(TEXT, LABELS, FINDINGS)
    assert counts["direct"] == counts["quotations"] == counts["quotations_exact"] == Count(1, 1, 1)
    assert counts["attributed"] == counts["source_words"] == Count(1, 1, 1)
    assert counts["speakers_decided"] == counts["speakers_right"] == counts["speakers_whole"] == Count(3, 3, 3)


def test_a_quotation_found_by_half_is_missed_and_what_was_found_is_wrong() -> None:
    half = replace(SAFE, content=said(at("added"), at("“It is safe,”")).content)
    counts = score_quotations(TEXT, LABELS, Findings("d", PEOPLE, (half,)))
    assert counts["quotations"] == Count(0, 1, 1)
    assert counts["speakers_found"] == Count(1, 3, 3)


def test_a_quotation_without_a_letter_is_found_but_not_exact() -> None:
    short = said(at("added"), Span(at("It is safe,").start + 1, at("It is safe,").end), at("for now."), speaker=MARN, form="direct")
    counts = score_quotations(TEXT, LABELS, Findings("d", PEOPLE, (short,)))
    assert (counts["quotations"].right, counts["quotations_exact"].right) == (1, 0)


def test_quoted_words_that_no_label_answers_to_are_wrong_unless_nested() -> None:
    extra = said(at("denied"), at("it", 2), form="mixed")
    outer = score_quotations(TEXT, LABELS, Findings("d", PEOPLE, (SAFE, extra)))
    inner = score_quotations(TEXT, LABELS, Findings("d", PEOPLE, (SAFE, replace(extra, parent=SAFE.id))))
    assert (outer["quotations"].found, inner["quotations"].found) == (2, 1)
    assert outer["direct"].found == 1


def test_a_direct_statement_that_answers_to_an_indirect_label_is_left_out() -> None:
    counts = score_quotations(TEXT, LABELS, Findings("d", PEOPLE, (replace(HELD, form="direct"), SAFE)))
    assert counts["direct"] == Count(1, 1, 1)


def test_an_undecided_speaker_lowers_decided_and_a_wrong_one_lowers_right() -> None:
    open_, wrong = replace(HELD, speaker=None, undecided="no source"), replace(WARNED, speaker=MARN.id)
    counts = score_quotations(TEXT, LABELS, Findings("d", PEOPLE, (open_, SAFE, wrong)))
    assert counts["speakers_decided"] == Count(2, 3, 3)
    assert counts["speakers_right"] == Count(1, 2, 2)
    assert counts["speakers_whole"] == Count(1, 3, 3)


def test_a_speaker_where_the_label_leaves_it_open_is_wrong() -> None:
    left_open = label(at("said"), at("the dam held"), form="indirect")
    counts = score_quotations(TEXT, [left_open], Findings("d", PEOPLE, (HELD,)))
    assert counts["speakers_decided"] == Count(0, 0, 0)
    assert counts["speakers_right"] == Count(0, 1, 1)


def test_a_nested_statement_is_found_with_its_chain_and_parent() -> None:
    counts = score_chains(TEXT, [NESTED], FINDINGS)
    assert {measure: count for measure, count in counts.items() if count != Count(1, 1, 1)} == {}


def test_an_outermost_statement_does_not_answer_to_a_nested_label() -> None:
    flat = replace(BREAK, parent=None, via=())
    assert score_chains(TEXT, [NESTED], Findings("d", PEOPLE, (WARNED, flat)))["nested"] == Count(0, 0, 1)


def test_a_chain_with_one_source_more_is_wrong_and_one_by_another_name_of_the_same_actor_is_right() -> None:
    longer = replace(BREAK, via=(*BREAK.via, *BREAK.via))
    assert score_chains(TEXT, [NESTED], Findings("d", PEOPLE, (WARNED, longer)))["chains"] == Count(0, 1, 1)
    elsewhere = replace(NESTED, chain=(replace(STEP, source=(at("Tomo Brig"),)),))
    assert score_chains(TEXT, [elsewhere], FINDINGS)["chains"] == Count(1, 1, 1)
    stranger = replace(NESTED, chain=(replace(STEP, source=(at("Tomo Brig"),), who=named(at("Tomo Brig"))),))
    assert score_chains(TEXT, [stranger], FINDINGS)["chains"] == Count(0, 1, 1)


def test_a_step_without_source_is_left_out_of_the_chain() -> None:
    silent = replace(NESTED, chain=(replace(STEP, source=(), who=Who(decided=False, mention=None)), STEP))
    assert score_chains(TEXT, [silent], FINDINGS)["chains"] == Count(1, 1, 1)


def test_another_parent_is_wrong() -> None:
    other = replace(NESTED, chain=(replace(STEP, source=(at("Orlo Marn"),), cue=(at("said"),)),))
    assert score_chains(TEXT, [other], FINDINGS)["parents"] == Count(0, 1, 1)
