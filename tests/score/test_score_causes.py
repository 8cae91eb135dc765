from __future__ import annotations

from dataclasses import replace

import pytest
from tests.score.labelled import BREAK, CAMPAIGN, FINDINGS, HELD, LABELS, MARN, PEOPLE, SAFE, TEXT, WARNED, at, person, said

from quoth.records import Findings, Span, Statement
from quoth.score.causes import Sides, find_errors, find_speaker_errors
from quoth.score.labels import Who
from quoth.score.page import EACH, choose, render_errors
from quoth.score.polnear import GoldAttribution, as_attribution

GOLD = as_attribution(HELD)


def causes(gold: list[GoldAttribution], *found: Statement) -> list[str]:
    return [error.cause for error in find_errors(Sides("herald_1", TEXT, gold, found))]


def changed(cue: Span | None = None, content: tuple[Span, ...] = (), source: Span | None = None) -> GoldAttribution:
    return GoldAttribution((source,) if source else GOLD.source, (cue,) if cue else GOLD.cue, content or GOLD.content)


def test_what_agrees_is_no_error() -> None:
    assert causes([GOLD, as_attribution(SAFE)], HELD, SAFE) == []


@pytest.mark.parametrize(
    ("gold", "cause"),
    [
        (changed(source=at("Orlo Marn, the mayor")), "source too short"),
        (changed(source=at("Marn")), "source too long"),
        (changed(source=at("mayor")), "source elsewhere"),
        (replace(GOLD, source=()), "source where there is none"),
        (changed(cue=at("said the")), "cue too short"),
        (changed(content=(at("said the dam held"),)), "content starts late"),
        (changed(content=(at("the dam"),)), "content ends late"),
        (changed(content=(at("dam"),)), "content starts early and ends late"),
        (changed(content=(at("the dam held."),)), "content differs in punctuation"),
        (changed(content=(at("the", 2), at("held"))), "content in other parts"),
    ],
)
def test_a_part_that_differs_has_its_cause(gold: GoldAttribution, cause: str) -> None:
    assert causes([gold], HELD) == [cause]


def test_a_source_that_was_not_found_is_missing() -> None:
    assert causes([GOLD], said(at("said"), at("the dam held"))) == ["source missing"]


def test_what_is_left_over_is_missed_or_spurious() -> None:
    assert causes([GOLD]) == ["attribution missed"]
    assert causes([replace(GOLD, source=())]) == ["attribution missed: has no source"]
    assert causes([], HELD) == ["attribution spurious"]
    assert causes([as_attribution(WARNED)], WARNED, replace(BREAK, parent=None)) == ["nested taken as outermost"]
    assert causes([as_attribution(BREAK)], WARNED, BREAK) == ["outermost taken as nested", "content of another taken too"]


SURNAME = person("Marn", at("Marn", 2))


def speaker_causes(*found: Statement) -> list[str]:
    findings = Findings("d", (*PEOPLE, SURNAME), found)
    return [error.cause for error in find_speaker_errors("herald_1", TEXT, LABELS, findings)]


def test_speakers_have_causes_of_their_own() -> None:
    assert speaker_causes(*FINDINGS.statements) == []
    assert speaker_causes(HELD, SAFE, replace(WARNED, speaker=MARN.id)) == ["speaker wrong"]
    assert speaker_causes(replace(HELD, speaker=SURNAME.id), SAFE, WARNED) == ["speaker by part of the name"]
    assert speaker_causes(replace(HELD, speaker=CAMPAIGN.id), SAFE, WARNED) == ["speaker wrong"]
    assert speaker_causes(replace(HELD, speaker=None), SAFE, WARNED) == ["speaker undecided"]
    assert speaker_causes(HELD, WARNED) == ["labelled direct statement missed"]


def test_the_one_meant_is_named_in_the_note() -> None:
    (error,) = find_speaker_errors(
        "herald_1", TEXT, LABELS, Findings("d", PEOPLE, (replace(HELD, speaker=CAMPAIGN.id), SAFE, WARNED))
    )
    assert error.note == "meant: Orlo Marn; found: the Marn campaign"


def test_several_who_speak_as_one_are_a_cause_of_their_own() -> None:
    both = replace(LABELS[0], who=Who(decided=True, mention=None, members=(at("Ines Vell"), at("Tomo Brig"))))
    (error,) = find_speaker_errors("herald_1", TEXT, [both], Findings("d", PEOPLE, (HELD,)))
    assert error.cause == "speaker wrong: several speak as one"


def test_the_page_counts_causes_and_marks_both_sides() -> None:
    errors = list(find_errors(Sides("herald_1", TEXT, [changed(source=at("Orlo Marn, the mayor"))], [HELD])))
    page = render_errors(errors, {"herald_1": TEXT}, title="Errors <of> a day")
    assert "Errors &lt;of&gt; a day" in page
    assert '<td>source too short</td><td class="n">1</td>' in page
    assert '<mark class="source">Orlo Marn, the mayor</mark>' in page
    assert '<mark class="source">Orlo Marn</mark>, the mayor' in page


def test_a_side_that_has_nothing_shows_nothing() -> None:
    errors = list(find_errors(Sides("herald_1", TEXT, [], [HELD])))
    assert "<b>gold</b> –" in render_errors(errors, {"herald_1": TEXT}, title="x")


def test_the_commonest_causes_are_shown_first_with_different_articles_before_the_same() -> None:
    many = [error for name in ("a", "a", "a", "a", "b") for error in find_errors(Sides(name, TEXT, [], [HELD]))]
    few = list(find_errors(Sides("c", TEXT, [GOLD], [])))
    chosen = choose([*few, *many], 50)
    assert [error.cause for error in chosen] == ["attribution spurious"] * EACH + ["attribution missed"]
    assert {error.article for error in chosen[:EACH]} == {"a", "b"}
    assert len(choose(many, 2)) == 2


def test_nobody_found_is_told_from_somebody_else() -> None:
    stranger = person("Brig", at("Brig"))
    errors = list(
        find_speaker_errors("herald_1", TEXT, LABELS[:1], Findings("d", (stranger,), (replace(HELD, speaker=stranger.id),)))
    )
    assert [error.cause for error in errors] == ["speaker wrong"]
