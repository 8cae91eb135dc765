"""Setting an article aside at the desk, seeing why, and bringing it back."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient
from tests.web.filling import Forms, form_on, send, send_form

from quoth.records import SetAside
from quoth.store import open_store


def herald(path: Path) -> str:
    with open_store(path, read_only=True) as store:
        return next(one.id for one in store.read().documents() if one.outlet == "Arden Herald")


def test_an_article_is_set_aside_where_it_is_read_and_counts_nowhere(own_desk: TestClient, path: Path) -> None:
    name = herald(path)
    assert f'href="/correct/article/{name}"' in own_desk.get(f"/articles/{name}").text
    assert "Arden Herald" in own_desk.get("/outlets").text
    made = send(own_desk, f"/correct/article/{name}", "aside", by="Ada", note="the wrong file")
    assert made.status_code == 303
    assert made.headers["location"].startswith("/judgements/")
    done = own_desk.get(made.headers["location"]).text
    assert "article set aside: Arden rejects the claim (Arden Herald)" in done
    assert "the wrong file" in done
    for address in ("/", "/claims", "/outlets", "/actors", "/search?q=poison", "/figures", "/exports/statements/jsonl"):
        assert "Arden Herald" not in own_desk.get(address).text, address
        assert name not in own_desk.get(address).text, address
    listed = own_desk.get("/set-aside").text
    assert "the wrong file" in listed
    assert "Ada" in listed


def test_its_page_says_by_whom_and_why_and_brings_it_back(own_desk: TestClient, path: Path) -> None:
    name = herald(path)
    send(own_desk, f"/correct/article/{name}", "aside", by="Ada", note="a <b>court</b> asked")
    page = own_desk.get(f"/articles/{name}")
    assert page.status_code == 410
    assert "Arden rejects the claim" in page.text
    assert "a &lt;b&gt;court&lt;/b&gt; asked" in page.text
    assert "poison its own water" not in page.text
    assert own_desk.get(f"/articles/{name}.json").status_code == 410
    form = next(one for one in Forms(page.text).forms if one.action.startswith("/judgements/"))
    back = send_form(own_desk, form)
    assert back.headers["location"] == f"/articles/{name}"
    assert "poison its own water" in own_desk.get(f"/articles/{name}").text
    assert "court" not in own_desk.get("/set-aside").text


def test_without_a_reason_the_form_says_so_and_nothing_is_done(own_desk: TestClient, path: Path) -> None:
    name = herald(path)
    refused = send_form(own_desk, form_on(own_desk, f"/correct/article/{name}", "aside"), by="Ada", note=" ")
    assert refused.status_code == 422
    assert "Say why" in refused.text
    assert own_desk.get(f"/articles/{name}").status_code == 200


def test_two_who_set_aside_at_once_are_told_of_each_other(own_desk: TestClient, path: Path) -> None:
    form = form_on(own_desk, f"/correct/article/{herald(path)}", "aside")
    assert send_form(own_desk, form, by="Ada", note="the wrong file").status_code == 303
    late = send_form(own_desk, form, by="Bo", note="by mistake")
    assert late.status_code == 409
    assert "Nothing was changed by you" in late.text


def test_the_list_of_what_is_set_aside_leads_to_an_article_and_brings_it_back(own_desk: TestClient, path: Path) -> None:
    name = herald(path)
    assert own_desk.get("/set-aside").headers.get("set-cookie") is None
    send(own_desk, f"/correct/article/{name}", "aside", by="Ada", note="the wrong file")
    listed = own_desk.get("/set-aside").text
    assert f'href="/articles/{name}"' in listed
    (row,) = [one for one in own_desk.get("/set-aside.json").json()["rows"] if one["article"]]
    assert (row["article"], row["reason"]) == (name, "judged")
    form = next(one for one in Forms(listed).forms if one.action == f"/judgements/{row['judgement']}")
    assert send_form(own_desk, form).headers["location"] == "/set-aside"
    assert own_desk.get(f"/articles/{name}").status_code == 200
    assert name not in own_desk.get("/set-aside").text


def test_an_article_without_a_date_is_told_as_kept_and_not_as_set_aside(path: Path, own_desk: TestClient) -> None:
    with open_store(path) as store, store.write() as writer:
        writer.add_set_aside([SetAside("b.txt", None, "read", "undated", "b.txt holds an article without a date.")])
    assert "1 input set aside; 1 article without a date (kept)" in own_desk.get("/").text
    assert "no date (kept)" in own_desk.get("/set-aside").text
    assert "1 article without a date (kept)" in own_desk.get("/about").text
