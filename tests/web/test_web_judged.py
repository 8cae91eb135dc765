"""Where a judgement outranks a finding, every page says whose it is, and what the machine had is one step away."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.filling import Forms, form_on, send, send_form

from quoth.export.report.claim import render_card, render_claim_html, render_claim_markdown
from quoth.export.report.html import render_html
from quoth.export.report.markdown import render_markdown
from quoth.run import subjects
from quoth.run.judge import judge
from quoth.run.judgements import read_again
from quoth.store import open_store, renewal
from quoth.view.claim_report import claim_card, claim_report
from quoth.view.report import report_page


@pytest.fixture
def desk(own_desk: TestClient) -> TestClient:
    return own_desk


@pytest.fixture
def places(path: Path) -> dict[str, str]:
    """A statement of a disputed claim, and the pages that show it."""
    with open_store(path, read_only=True) as store:
        read = store.read()
        claim = max(read.claims(), key=lambda one: len(one.positions))
        statement = next(one for one in map(read.statement, (link.statement for link in claim.statements)) if one and one.speaker)
        return {
            "statement": statement.id, "claim": claim.id, "story": claim.story or "", "article": statement.document,
            "actor": read.actor_of()[statement.speaker or ""], "stance": statement.stance,
        }  # fmt: skip


def judged(desk: TestClient, places: dict[str, str]) -> str:
    """The stance of the statement is judged by Ada; the judgement."""
    form = form_on(desk, f"/correct/statement/{places['statement']}", "stance")
    done = send_form(desk, form, stance="warns", by="Ada <b>")
    assert done.status_code == 303
    return str(done.cookies["quoth_done"])


def test_every_page_that_shows_a_judged_statement_says_whose_judgement_it_is(desk: TestClient, places: dict[str, str]) -> None:
    addresses = [
        f"/statements/{places['statement']}", f"/claims/{places['claim']}", f"/claims/{places['claim']}?panel=1",
        f"/actors/{places['actor']}", f"/articles/{places['article']}",
    ]  # fmt: skip
    assert all("Ada" not in desk.get(one).text for one in addresses)
    made = judged(desk, places)
    for one in addresses:
        page = desk.get(one).text
        assert "as judged by <bdi>Ada &lt;b&gt;</bdi>" in page, one
        assert f'href="/judgements/{made}" data-beside' in page
        assert f"found: stance <bdi>{places['stance']}</bdi>" in page
    marked = desk.get(f"/articles/{places['article']}").text
    assert 'aria-label="judged by Ada &lt;b&gt;"' in marked


def test_what_the_machine_had_is_one_step_away_with_undo(desk: TestClient, places: dict[str, str]) -> None:
    made = judged(desk, places)
    panel = desk.get(f"/judgements/{made}?panel=1").text
    assert "<html" not in panel
    cells = [places["stance"], "warns"]
    assert all(f"<bdi>{one}</bdi>" in panel for one in cells)
    undo = next(one for one in Forms(panel).forms if one.action == f"/judgements/{made}")
    assert send_form(desk, undo).status_code == 303
    assert "judged by" not in desk.get(f"/statements/{places['statement']}").text
    assert desk.get(f"/judgements/{made}.json").json()["differences"][0] == {
        "field": "stance",
        "found": cells[0],
        "judged": "warns",
    }


def test_a_judgement_on_what_an_earlier_reading_found_is_told_where_it_stands_now(
    desk: TestClient, path: Path, places: dict[str, str]
) -> None:
    judged(desk, places)
    with sqlite3.connect(path) as ledger:
        ledger.execute("UPDATE judgements SET subject = ? WHERE subject = ?", ("0" * 20, places["statement"]))
    ledger.close()
    page = desk.get(f"/statements/{places['statement']}").text
    assert "as judged by <bdi>Ada" in page
    assert f"found: stance <bdi>{places['stance']}</bdi>" in page


def test_what_a_person_said_is_right_is_confirmed_and_not_judged_otherwise(desk: TestClient, places: dict[str, str]) -> None:
    form = form_on(desk, f"/correct/statement/{places['statement']}", "stance")
    send_form(desk, form, action="right", by="Ada")
    page = desk.get(f"/statements/{places['statement']}").text
    assert "confirmed by <bdi>Ada</bdi>" in page
    assert "found:" not in page


def test_joined_actors_stories_and_claims_say_who_joined_them(desk: TestClient, path: Path) -> None:
    with open_store(path) as store:
        read = store.read()
        actors = [one for one in read.actors() if one.kind == "person"][:2]
        claims = list(read.claims())[:2]
        judge(store, subjects.MERGES["actor"](read, [one.id for one in actors]), by="Bo", reread=read_again)
        judge(store, subjects.MERGES["claim"](read, [one.id for one in claims]), by="Cy", reread=read_again)
        after = store.read()
        joined = {after.actor_of()[one.referents[0]] for one in actors}
        assert len(joined) == 1
        links = {link.statement for one in claims for link in one.statements}
        claim = next(one.id for one in after.claims() if links & {link.statement for link in one.statements})
    assert "one actor, as judged by <bdi>Bo</bdi>" in desk.get(f"/actors/{joined.pop()}").text
    assert "one claim, as judged by <bdi>Cy</bdi>" in desk.get(f"/claims/{claim}").text


def test_reports_and_the_card_say_it_too(desk: TestClient, path: Path, places: dict[str, str]) -> None:
    judged(desk, places)
    with open_store(path, read_only=True) as store:
        read = store.read()
        story = next(iter(read.stories([places["story"]])))
        page, claim = report_page(read, story=story), claim_report(read, places["claim"])
        pages = [render_html(page), render_claim_html(claim), render_card(claim_card(read, places["claim"]))]
        texts = [render_markdown(page), render_claim_markdown(claim)]
    assert all("as judged by <bdi>Ada &lt;b&gt;</bdi>" in one for one in pages)
    assert all(r"as judged by Ada \<b\>" in one and f"found: stance {places['stance']}" in one for one in texts)
    assert all("/judgements/" not in one for one in pages)


def test_whose_judgement_it_was_is_forgotten_with_the_judgement(desk: TestClient, places: dict[str, str]) -> None:
    made = judged(desk, places)
    send(desk, f"/correct/statement/{places['statement']}", "stance", stance="asks", by="Bo", seen=made)
    assert "as judged by <bdi>Bo</bdi>" in desk.get(f"/statements/{places['statement']}").text


def test_beside_a_page_the_claim_leads_to_its_own_page_and_on_that_page_to_nowhere(
    desk: TestClient, places: dict[str, str]
) -> None:
    claim = f"/claims/{places['claim']}"
    beside, alone = desk.get(f"{claim}?panel=1").text, desk.get(claim).text
    assert f'<a href="{claim}">' in beside.split("</h", 1)[0]
    assert f'<a href="{claim}">' not in alone.split("</h1>", 1)[0].split("<h1", 1)[1]


def test_a_claim_says_when_its_origins_were_counted_before_a_judgement(
    desk: TestClient, path: Path, places: dict[str, str]
) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO finished (stage, fingerprint, part) VALUES (?, 'now', ?)", (renewal.STAGE, renewal.STAGE))
        connection.execute("INSERT INTO finished (stage, fingerprint, part) SELECT ?, '', id FROM judgements", (renewal.JUDGED,))
    said = "Somebody judged since origins were counted"
    assert said not in desk.get(f"/claims/{places['claim']}").text
    judged(desk, places)
    assert said in desk.get(f"/claims/{places['claim']}").text
    send(desk, "/judgements", "name", by="Bo")
    last = next(one for one in Forms(desk.get("/judgements").text).forms if one.action.startswith("/judgements/"))
    assert send_form(desk, last).status_code == 303
    assert said not in desk.get(f"/claims/{places['claim']}").text  # what stands is what stood when they were counted
