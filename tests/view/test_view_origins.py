from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.errors import UsageError
from quoth.records import Claim, Receipt, Reckoning, Span, Step, StepKind, Telling
from quoth.store import ReadView
from quoth.view.coverage import gather
from quoth.view.kept import keep_claim
from quoth.view.origins import OriginsPage, _in_words, origins_page, origins_pages


def with_reckoning(told: ReadView, *, sure: bool = True) -> Claim:
    """The handmade claim of the poisoned dam, as if it had been reckoned: two tellings of one text, and one of its own."""
    claim = next(one for one in told.claims() if len(one.statements) > 1)
    statements = {one.id: one for one in told.statements(claim.documents)}
    tellings = tuple(
        Telling(link.statement, one.document, (link.statement,), one.content.spans, (one.source.text,) if one.source else ())
        for link in claim.statements
        for one in [statements[link.statement]]
    )
    first, second, third = tellings
    shared = Receipt("same words", first.spans, second.spans)
    steps = (
        Step("verbatim", True, first.id, second.id, decided=True, receipt=shared),
        Step("shared-statement", sure, first.id, third.id, decided=False, receipt=Receipt("both name Dolan", (), ())),
    )
    ring = (first.document, third.document)
    return replace(claim, texts=2, origins_low=1, origins_high=1 if sure else 2, reckoning=Reckoning(tellings, steps, (ring,)))


def page_of(told: ReadView, *, sure: bool = True) -> OriginsPage:
    (page,) = origins_pages(told, [with_reckoning(told, sure=sure)])
    return page


def test_a_claim_goes_from_articles_to_texts_to_origins(told: ReadView) -> None:
    page = page_of(told)
    assert (page.articles, page.texts, page.low, page.high) == (3, 2, 1, 1)
    (origin,) = page.origins
    assert [(one.outlet, one.text) for one in origin.tellings] == [("NTA", 1), ("Lakeside Daily", 1), ("Arden Herald", 2)]
    assert origin.name == "Marek Dolan"
    assert origin.perhaps == ()


def test_articles_that_only_answer_a_claim_are_counted_and_are_no_tellings(told: ReadView) -> None:
    claim = with_reckoning(told)
    other = next(one.id for one in told.documents() if one.id not in claim.documents)
    (page,) = origins_pages(told, [claim])
    (answered,) = origins_pages(told, [replace(claim, documents=(*claim.documents, other))])
    assert (page.answering, answered.answering) == (0, 1)
    assert (answered.articles, answered.origins) == (page.articles + 1, page.origins)
    (more,) = origins_pages(told, [replace(claim, documents=(*claim.documents, other), texts=claim.texts + 1)])
    assert (answered.apart, more.apart, more.texts) == (0, 1, page.texts + 1)


def test_possible_steps_leave_origins_apart_and_say_which_may_be_one(told: ReadView) -> None:
    page = page_of(told, sure=False)
    assert (page.low, page.high) == (1, 2)
    assert [(one.number, one.perhaps) for one in page.origins] == [(1, (2,)), (2, (1,))]


def test_every_step_has_its_words_in_both(told: ReadView) -> None:
    copied, said = page_of(told).steps
    assert (copied.kind, copied.source.outlet, copied.copy.outlet, copied.decided) == ("verbatim", "NTA", "Lakeside Daily", True)
    assert "provocation that Kastel is preparing" in copied.source_words[0].text
    assert copied.source_words[0].document != copied.copy_words[0].document
    assert said.source_words == (said.source.excerpt,)


def test_a_step_says_how_its_two_ends_stand_to_each_other(told: ReadView) -> None:
    step = page_of(told).steps[0]
    kinds: tuple[tuple[StepKind, bool], ...] = (("partial", True), ("partial", False), ("shared-statement", False))
    ways = {replace(step, kind=kind, decided=decided).direction for kind, decided in kinds}
    assert ways == {"the second from the first", "which took it from the other is not known", "both have it from one place"}


def test_a_circle_is_told_by_its_outlets(told: ReadView) -> None:
    assert page_of(told).circles == (("NTA", "Arden Herald"),)


def test_a_least_score_counts_by_what_is_shown(told: ReadView) -> None:
    (page,) = origins_pages(told, [with_reckoning(told)], min_score=0.95)
    assert (page.origins, page.steps, page.low, page.high) == ((), (), None, None)
    assert page.hidden.statements == 3


def test_a_claim_whose_statements_are_partly_hidden_is_counted_again_by_its_reckoning(told: ReadView) -> None:
    claim = with_reckoning(told, sure=False)
    coverage = gather(told, claim.documents)
    gone = claim.reckoning.tellings[2].id if claim.reckoning else ""
    less = replace(
        coverage,
        statements={name: one for name, one in coverage.statements.items() if name != gone},
        hidden={gone: coverage.statements[gone]},
    )
    kept = keep_claim(less, claim)
    assert kept is not None
    assert (kept.texts, kept.origins_low, kept.origins_high) == (1, 1, 1)


def test_a_claim_that_nobody_reckoned_keeps_its_counts(told: ReadView) -> None:
    claim = next(one for one in told.claims() if len(one.statements) > 1)
    page = origins_page(told, claim.id)
    assert (page.low, page.high, page.texts, page.origins) == (1, 2, 2, ())


def test_a_claim_that_is_not_there_is_refused(told: ReadView) -> None:
    with pytest.raises(UsageError):
        origins_page(told, "ffff")


def test_of_a_long_shared_passage_the_words_about_the_claim_are_shown(told: ReadView) -> None:
    claim = with_reckoning(told)
    reckoning = claim.reckoning
    assert reckoning is not None
    text = next(one for one in told.documents([reckoning.tellings[0].document])).text
    whole = Receipt("same words", (Span(0, len(text)),), reckoning.steps[0].receipt.spans_to)
    steps = (replace(reckoning.steps[0], receipt=whole), *reckoning.steps[1:])
    (page,) = origins_pages(told, [replace(claim, reckoning=replace(reckoning, steps=steps))])
    assert "provocation" in page.steps[0].source_words[0].text
    assert "1,200 people" not in page.steps[0].source_words[0].text


@pytest.mark.parametrize(
    ("start", "end", "left"), [(2, 13, "situation"), (0, 13, "The situation"), (4, 10, "situat"), (0, 16, "The situation")]
)
def test_a_passage_that_is_cut_begins_and_ends_with_whole_words(start: int, end: int, left: str) -> None:
    span = _in_words("The situation which", Span(start, end))
    assert "The situation which"[span.start : span.end].strip() == left
