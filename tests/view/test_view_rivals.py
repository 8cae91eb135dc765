"""Claims that nobody denies, in whose place other accounts give something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.export.report.html import render_template
from quoth.records import Claim, ClaimStatement, Disagreement, Reading, Story, identify
from quoth.run.sheets import keep_sheets
from quoth.store import ReadView, Store
from quoth.view.claim_list import claim_list_page
from quoth.view.claim_report import claim_card
from quoth.view.claims import claim_page, claims_page
from quoth.view.coverage import gather
from quoth.view.front import story_front
from quoth.view.rivals import find_rivals, rival_text
from quoth.view.story import story_page

ASSERTING = {"asserts", "hedges"}


def largest(read: ReadView) -> Story:
    return max(read.stories(), key=lambda story: len(story.documents))


def pair(read: ReadView) -> tuple[Claim, Claim]:
    """A claim that nobody denies, and another that a statement of nobody's claim makes."""
    story = largest(read)
    calm = {row.id for row in claims_page(read, story=story.id).agreed}
    claims = list(read.claims(story.id))
    first = next(claim for claim in claims if claim.id in calm)
    taken = {link.statement for claim in claims for link in claim.statements}
    free = next(one for one in gather(read, story.documents).statements.values() if one.id not in taken)
    position = replace(first.positions[0], statements=(free.id,), stance="asserts")
    second = replace(
        first,
        id=identify("claim", "another"),
        text=free.content.text,
        statements=(ClaimStatement(free.id, "asserts"),),
        positions=(position,),
        documents=(free.document,),
        reckoning=None,
    )
    return first, second


def keep_pair(store: Store) -> tuple[Claim, Claim]:
    """The same, kept in the ledger with the point on which they differ."""
    read = store.read()
    first, second = pair(read)
    point = between(read, first, second)
    with store.write() as writer:
        writer.overlay.change("claims", second.id, second)
        writer.overlay.change("disagreements", point.id, point)
    return first, second


def reading(value: str, claim: Claim, actor: str) -> Reading:
    names = tuple(link.statement for link in claim.statements if link.stance in ASSERTING)
    return Reading(value, names, (actor,), claim.documents[:1])


def between(read: ReadView, first: Claim, second: Claim) -> Disagreement:
    """A point on which two claims give different values."""
    point = next(iter(read.disagreements()))
    readings = (reading("Arden", first, first.positions[0].actor), reading("Norvia", second, "somebody else"))
    return replace(point, story=first.story, about="who asked", kind="actor", claim=None, revised=False, readings=readings)


def test_claims_that_give_different_values_on_one_point_are_rivals(told: ReadView) -> None:
    first, second = pair(told)
    found = find_rivals(gather(told), [first, second], [between(told, first, second)])
    assert {name: [(one.value, one.claims) for one in rivals] for name, rivals in found.items()} == {
        first.id: [("Norvia", (second.id,))],
        second.id: [("Arden", (first.id,))],
    }


@pytest.mark.parametrize(
    "change",
    [
        {"revised": True},
        {"kind": "polarity"},
        {"replaced": True},
        {"actors": True},
    ],
)
def test_a_revision_a_denial_and_one_voice_s_two_values_make_no_rivals(told: ReadView, change: dict[str, object]) -> None:
    first, second = pair(told)
    point = between(told, first, second)
    mine, other = point.readings
    if change.pop("replaced", False):
        other = replace(other, replaced=other.actors)
    if change.pop("actors", False):
        other = replace(other, actors=mine.actors)
    point = replace(point, readings=(mine, other), **change)  # type: ignore[arg-type] # fields of it
    found = find_rivals(gather(told), [first, second], [point])
    assert first.id not in found


def test_of_figures_only_claims_are_rivals_and_of_other_points_every_account(told: ReadView) -> None:
    first, second = pair(told)
    point = between(told, first, second)
    assert find_rivals(gather(told), [first], [replace(point, kind="figure")]) == {}
    (rival,) = find_rivals(gather(told), [first], [replace(point, kind="date")])[first.id]
    assert (rival.value, rival.claims) == ("Norvia", ())


def test_a_figure_that_few_of_a_claim_s_statements_have_is_not_what_it_claims(told: ReadView) -> None:
    first, second = pair(told)
    held = next(link for link in first.statements if link.stance in ASSERTING)
    more = tuple(replace(held, statement=f"other {number}") for number in range(2))
    wide = replace(first, statements=(held, *more))
    point = between(told, replace(first, statements=(held,)), second)
    assert first.id in find_rivals(gather(told), [wide, second], [point])
    assert find_rivals(gather(told), [wide, second], [replace(point, kind="figure")]) == {}


def test_every_page_tells_of_the_rivals_and_none_says_that_nobody_disputes_it(own_store: Store) -> None:
    read = own_store.read()
    story, before = largest(read), claims_page(read, story=largest(read).id)
    first, second = keep_pair(own_store)
    whole = claims_page(read, story=story.id)
    assert {row.id for row in whole.rivalled} == {first.id, second.id}
    assert {row.id for row in whole.agreed} == {row.id for row in before.agreed} - {first.id}
    rivals = {row.id: row.rivals for row in whole.rows}
    for claim in (first, second):
        assert claim_page(read, claim.id).row.rivals == rivals[claim.id] != ()
    fresh = claim_list_page(read, story=story.id)
    keep_sheets(own_store, least=1)
    kept = claim_list_page(read, story=story.id)
    assert {row.id: row.rivals for row in kept.claims.rows} == {row.id: row.rivals for row in fresh.claims.rows} == rivals
    assert kept.found == fresh.found
    front, _ = story_front(read, story)
    assert (front.found.rivalled, front.found.agreed) == (2, len(whole.agreed))
    assert {row.id for row in front.claims.rivalled} == {first.id, second.id}


def test_the_report_and_the_card_name_the_rival(own_store: Store) -> None:
    read = own_store.read()
    first, _ = keep_pair(own_store)
    page = claim_card(read, first.id)
    card = render_template("claim_card.html", page=page, claim=page.row, year=None, shown=(), most=6)
    assert "– others say <b><bdi>Norvia</bdi></b>, according to" in card
    assert "accounts differ" in card
    rows = story_page(read, largest(read)).claims
    assert [
        rival_text(one).partition(", according to ")[0].partition(" – others say ")[2]
        for row in rows.rivalled
        for one in row.rivals
    ].count("Norvia") == 1
