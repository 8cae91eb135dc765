"""Every form that puts something right: it says what it does, does it, tells of it, and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.filling import Forms, form_on, send, send_form

from quoth.records import Claim
from quoth.store import ReadView, open_store
from quoth.view.judgements import judgements_page


@pytest.fixture
def desk(own_desk: TestClient) -> TestClient:
    return own_desk


def statement_with(read: ReadView, words: str) -> str:
    return next(one.id for one in read.statements() if words in one.content.text)


def provocation(read: ReadView) -> Claim:
    return next(one for one in read.claims() if "provocation" in one.text)


def others(read: ReadView) -> Claim:
    return next(one for one in read.claims() if "provocation" not in one.text)


def actor(read: ReadView, name: str) -> str:
    return read.actors_named(name)[0].id


Case = tuple[Callable[[ReadView], str], str, Callable[[ReadView], dict[str, str | list[str]]], str]
CASES: dict[str, Case] = {
    "speaker": (
        lambda read: f"/correct/statement/{provocation(read).statements[0].statement}",
        "speaker",
        lambda _: {"speaker": "Anna Reeve"},
        "speaker Anna Reeve",
    ),
    "nobody": (
        lambda read: f"/correct/statement/{provocation(read).statements[0].statement}",
        "speaker",
        lambda _: {"nobody": "1"},
        "speaker nobody",
    ),
    "stance": (
        lambda read: f"/correct/statement/{provocation(read).statements[0].statement}",
        "stance",
        lambda _: {"stance": "denies"},
        "stance denies",
    ),
    "words": (
        lambda read: f"/correct/statement/{statement_with(read, '1,200 people')}",
        "words",
        lambda _: {"content": "1,200\npeople"},
        "content ",
    ),
    "reject": (
        lambda read: f"/correct/statement/{statement_with(read, '1,200 people')}",
        "reject",
        lambda _: {},
        "statement rejected",
    ),
    "right": (
        lambda read: f"/correct/statement/{statement_with(read, '1,200 people')}",
        "right",
        lambda _: {},
        "statement confirmed",
    ),
    "off the claim": (
        lambda read: f"/correct/statement/{provocation(read).statements[2].statement}",
        "off",
        lambda _: {},
        "not one claim",
    ),
    "split claim": (
        lambda read: f"/correct/claim/{provocation(read).id}",
        "split",
        lambda read: {"part": [provocation(read).statements[2].statement]},
        "not one claim",
    ),
    "same claim": (
        lambda read: f"/correct/claim/{provocation(read).id}",
        "same",
        lambda read: {"other": others(read).id},
        "one claim",
    ),
    "opposed, by its address": (
        lambda read: f"/correct/claim/{provocation(read).id}",
        "opposed",
        lambda read: {"typed": f"http://testserver/claims/{others(read).id}"},
        "opposed",
    ),
    "merge actors": (
        lambda read: f"/correct/actor/{actor(read, 'Marek Dolan')}",
        "merge",
        lambda _: {"typed": "Anna Reeve"},
        "one actor",
    ),
    "split actor": (
        lambda read: f"/correct/actor/{actor(read, 'Marek Dolan')}",
        "split",
        lambda read: {"part": [statement_document(read)]},
        "not one actor",
    ),
    "two actors": (
        lambda read: f"/correct/actor/{actor(read, 'Marek Dolan')}",
        "different",
        lambda read: {"typed": actor(read, "Anna Reeve")},
        "not one actor",
    ),
    "split story": (
        lambda read: f"/correct/story/{next(read.stories()).id}",
        "split",
        lambda read: {"part": [next(read.stories()).documents[-1]]},
        "not one story",
    ),
    "contact": (lambda read: f"/correct/contact/{next(read.events()).id}", "reject", lambda _: {}, "contact rejected"),
    "figure": (lambda read: f"/correct/quantity/{next(read.quantities()).id}", "reject", lambda _: {}, "quantity rejected"),
    "copy": (lambda read: f"/correct/copy/{next(read.copies()).id}", "reject", lambda _: {}, "copy rejected"),
    "point": (
        lambda read: f"/correct/disagreement/{next(read.disagreements()).id}",
        "reject",
        lambda _: {},
        "disagreement rejected",
    ),
    "term": (lambda read: f"/correct/term/{next(read.terms()).id}", "reject", lambda _: {}, "term rejected"),
}


def statement_document(read: ReadView) -> str:
    """An article in which Marek Dolan is named, and not the only one."""
    held = read.actors_named("Marek Dolan")[0].referents
    return min(one.document for one in read.referents(ids=held))


@pytest.mark.parametrize("name", CASES)
def test_a_form_puts_right_tells_of_it_and_its_undo_takes_it_back(name: str, desk: TestClient, path: Path) -> None:
    find, action, fill, told = CASES[name]
    with open_store(path, read_only=True) as store:
        page, typed, before = find(store.read()), fill(store.read()), judgements_page(store.read())
    done = send(desk, page, action, by="Ada  Lind", note="looked it up", **typed)
    assert done.status_code == 303, done.text
    with open_store(path, read_only=True) as store:
        after = judgements_page(store.read())
    assert len(after.rows) == len(before.rows) + 1
    made = after.rows[0]
    assert (made.by, made.note) == ("Ada Lind", "looked it up")
    assert told in made.text
    shown = desk.get(done.headers["location"])
    assert shown.status_code == 200
    assert "<b>Done:</b>" in shown.text
    assert "<b>Done:</b>" not in desk.get(done.headers["location"]).text
    undo = next(one for one in Forms(shown.text).forms if one.action == f"/judgements/{made.id}")
    assert send_form(desk, undo).status_code == 303
    with open_store(path, read_only=True) as store:
        assert judgements_page(store.read()).standing == before.standing


def test_the_name_is_asked_once(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        page = f"/correct/statement/{statement_with(store.read(), '1,200 people')}"
    assert "by" in form_on(desk, page, "stance").fields
    nameless = send(desk, page, "stance", stance="denies")
    assert nameless.status_code == 422
    assert "Nobody is named" in nameless.text
    assert send(desk, page, "stance", stance="denies", by="Zoë").status_code == 303
    form = form_on(desk, page, "stance")
    assert "by" not in form.fields
    assert send_form(desk, form, stance="doubts").status_code == 303
    with open_store(path, read_only=True) as store:
        assert [one.by for one in judgements_page(store.read()).rows[:2]] == ["Zoë", "Zoë"]


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
def test_a_forged_form_changes_nothing(token: str, desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        page = f"/correct/statement/{statement_with(store.read(), '1,200 people')}"
        before = len(store.read().judgements())
    form = form_on(desk, page, "reject")
    assert send_form(desk, form, token=token, by="Eve").status_code == 403
    elsewhere = desk.post(form.action, data={**form.fields, "by": "Eve"}, headers={"origin": "http://evil.example"})
    assert elsewhere.status_code == 403
    with open_store(path, read_only=True) as store:
        assert len(store.read().judgements()) == before


def test_who_was_faster_is_told_and_one_s_own_can_still_be_made_to_stand(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        page = f"/correct/statement/{provocation(store.read()).statements[0].statement}"
    mine, theirs = form_on(desk, page, "stance"), form_on(desk, page, "stance")
    assert send_form(desk, theirs, stance="denies", by="Bo").status_code == 303
    conflict = send_form(desk, mine, stance="doubts", by="Ada", note="see <b>")
    assert conflict.status_code == 409
    for words in ("Somebody was faster", "Bo", "stance denies", "Ada", "stance doubts", "see &lt;b&gt;"):
        assert words in conflict.text
    with open_store(path, read_only=True) as store:
        assert judgements_page(store.read()).rows[0].by == "Bo"
    again = next(one for one in Forms(conflict.text).forms if one.action == page)
    assert send_form(desk, again).status_code == 303
    with open_store(path, read_only=True) as store:
        assert "stance doubts" in judgements_page(store.read()).rows[0].text


def test_a_judgement_elsewhere_is_no_conflict(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        read = store.read()
        one, other = (f"/correct/statement/{statement_with(read, words)}" for words in ("1,200 people", "plainly false"))
    mine = form_on(desk, one, "stance")
    assert send(desk, other, "stance", stance="doubts", by="Bo").status_code == 303
    assert send_form(desk, mine, stance="doubts", by="Ada").status_code == 303


def test_what_somebody_rejected_in_the_meantime_is_said_to_be_gone(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        page = f"/correct/statement/{statement_with(store.read(), '1,200 people')}"
    mine = form_on(desk, page, "stance")
    assert send(desk, page, "reject", by="Bo").status_code == 303
    gone = send_form(desk, mine, stance="doubts", by="Ada")
    assert gone.status_code == 409
    assert "no longer there" in gone.text
    assert "Bo" in gone.text


def test_a_mistake_shows_the_form_again_with_what_was_typed(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        page = f"/correct/statement/{statement_with(store.read(), '1,200 people')}"
    nobody = send(desk, page, "speaker", speaker="Anna Reev", by="Ada")
    assert nobody.status_code == 422
    assert "Anna Reeve" in nobody.text
    assert 'value="Anna Reev"' in nobody.text
    lost = send(desk, page, "words", content="words that stand <i>nowhere</i>", by="Ada")
    assert lost.status_code == 422
    assert "does not stand in this article" in lost.text
    assert "<i>" not in lost.text
    assert send(desk, page, "words", by="Ada").status_code == 422
    assert send(desk, page, "stance", stance="shouts", by="Ada").status_code == 422
    assert send_form(desk, form_on(desk, page, "stance"), action="nonsense", by="Ada").status_code == 422
    assert send(desk, page, "stance", stance="denies", seen="0" * 20, by="Ada").status_code == 422


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\r\nx: y"]
)
def test_nobody_is_sent_to_another_site_afterwards(back: str, desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        page = f"/correct/statement/{statement_with(store.read(), '1,200 people')}"
    done = send(desk, page, "stance", stance="denies", by="Ada", back=back)
    assert done.headers["location"] == page.replace("/correct/statement", "/statements")


def test_a_reader_goes_back_to_where_they_were_unless_that_is_gone(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        read = store.read()
        one = statement_with(read, "1,200 people")
        story = f"/stories/{next(read.stories()).id}?least=0.5#claims"
    assert send(desk, f"/correct/statement/{one}", "stance", stance="denies", by="Ada", back=story).headers["location"] == story
    gone = send(desk, f"/correct/statement/{one}", "reject", by="Ada", back=f"/statements/{one}")
    assert gone.headers["location"].startswith("/judgements/")
    assert desk.get(gone.headers["location"]).status_code == 200


def test_what_cannot_be_put_right_is_said_so(desk: TestClient) -> None:
    assert desk.get("/correct/nonsense/x").status_code == 404
    assert desk.get("/correct/statement/x").status_code == 404
    assert desk.get("/correct/actor/x").status_code == 404
    assert desk.get("/correct/copy/x").status_code == 404


def test_what_was_typed_stays_when_a_form_cannot_be_taken_and_no_shell_is_named(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        read = store.read()
        address, story = f"/correct/actor/{actor(read, 'Marek Dolan')}", f"/correct/story/{next(read.stories()).id}"
        document = next(read.stories()).documents[-1]
    answer = send(desk, address, "merge", typed="Mark Dolann", note="one desk, one man", by="Ada")
    assert answer.status_code == 422
    again = next(one for one in Forms(answer.text).forms if one.fields.get("action") == ["merge"])
    assert {name: again.fields[name] for name in ("typed", "note")} == {"typed": ["Mark Dolann"], "note": ["one desk, one man"]}
    other = next(one for one in Forms(answer.text).forms if one.fields.get("action") == ["different"])
    assert (other.fields["typed"], other.fields["note"]) == ([""], [""])
    assert "Marek Dolan" in answer.text
    assert "quoth search" not in answer.text
    ticked = send(TestClient(desk.app), story, "split", part=[document], by="")
    assert ticked.status_code == 422
    assert document in next(one for one in Forms(ticked.text).forms if one.fields.get("action") == ["split"]).fields["part"]


def test_a_name_that_nobody_has_is_offered_as_one_that_somebody_has_and_taken_with_one_button(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        reeve = actor(store.read(), "Anna Reeve")
    wrong = send(desk, f"/correct/actor/{reeve}", "merge", typed="Marek Dolann", by="Ada", note="one in the cables")
    assert wrong.status_code == 422
    assert 'form="right-merge" name="meant" value="Marek Dolan"' in wrong.text
    form = next(one for one in Forms(wrong.text).forms if one.fields.get("action") == ["merge"])
    assert form.fields["typed"] == ["Marek Dolann"]
    assert send_form(desk, form, meant="Marek Dolan", by="Ada").status_code == 303
    with open_store(path, read_only=True) as store:
        made = judgements_page(store.read()).rows[0]
    assert made.text == "one actor: Anna Reeve = Marek Dolan"
    assert made.note == "one in the cables"


def test_whoever_is_heard_in_the_same_story_is_suggested_while_a_name_is_typed(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        dolan = actor(store.read(), "Marek Dolan")
    page = desk.get(f"/correct/actor/{dolan}").text
    assert 'list="known-merge"' in page
    listed = page.split('<datalist id="known-merge">')[1].split("</datalist>")[0]
    assert '<option value="Arden">' in listed
    assert "Marek Dolan" not in listed


def test_a_story_or_claim_that_is_offered_by_the_beginning_of_its_identifier_is_taken(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        first, second = provocation(store.read()).id, others(store.read()).id
    form = form_on(desk, f"/correct/claim/{first}", "same")
    assert send_form(desk, form, meant=f"{second[:8]}  its title", by="Ada").status_code == 303


def test_the_address_of_somebody_who_was_joined_with_another_leads_to_that_other(desk: TestClient, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        kept, gone = (actor(store.read(), name) for name in ("Anna Reeve", "Marek Dolan"))
    made = send(desk, f"/correct/actor/{kept}", "merge", typed="Marek Dolan", by="Ada")
    answer = desk.get(f"/actors/{gone}?least=0.5")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/actors/{kept}?least=0.5")
    assert desk.get(f"/actors/{gone}.json").headers["location"] == f"/actors/{kept}.json"
    assert desk.get(f"/actors/{kept}").status_code == 200
    judgement = re.search(r"quoth_done=(\w+)", made.headers["set-cookie"])
    assert judgement
    undo = next(one for one in Forms(desk.get(f"/judgements/{judgement[1]}").text).forms if one.action.startswith("/judgements/"))
    send_form(desk, undo, by="Ada")
    assert desk.get(f"/actors/{gone}").status_code == 200
