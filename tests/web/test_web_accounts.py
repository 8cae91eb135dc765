"""Who may do what at a desk with accounts: every address with every role, and what an attacker would try at the sign-in."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.web.filling import Form, Forms, form_on, send, send_form
from tests.web.signing import PHRASE, accounts_of, browser, sign_in

from quoth.run.judge import replay
from quoth.store import open_store
from quoth.web.accounts import ROLES, Accounts, Role
from quoth.web.door import Door
from quoth.web.routes import ROUTES, SIGNING

OTHER = "another four words"
OPEN = {"/sign-in", "/static/{name}"}
EDITING = {"/publish", "/correct/{kind}/{id}", "/review", "/add"}
NAMES: dict[Role, str] = dict(zip(ROLES, ("Rhea", "Edda", "Ada"), strict=True))


@pytest.fixture(scope="module")
def ledger(handmade: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("accounts") / "copy.db"
    shutil.copy(handmade, path)
    with open_store(path) as store, store.write() as writer:
        replay(writer)
    return path


@pytest.fixture(scope="module")
def accounts(ledger: Path) -> Accounts:
    return accounts_of(ledger)


@pytest.fixture(scope="module")
def people(ledger: Path, accounts: Accounts) -> dict[Role | None, TestClient]:
    """Somebody of each role, signed in, and somebody who is not."""
    found: dict[Role | None, TestClient] = {None: browser(ledger, accounts)}
    for role, name in NAMES.items():
        found[role] = TestClient(found[None].app, raise_server_exceptions=False, follow_redirects=False, client=("198.51.100.7", 1))
        assert sign_in(found[role], name).status_code == 303
    return found


@pytest.fixture
def stranger(people: dict[Role | None, TestClient]) -> TestClient:
    """A browser of its own at the same desk."""
    return TestClient(people[None].app, raise_server_exceptions=False, follow_redirects=False, client=("203.0.113.9", 1))


def needed(path: str, method: str) -> Role | None:
    """The role that an address takes: the table, written down a second time on purpose."""
    if path in OPEN:
        return None
    if path == "/accounts":
        return "admin"
    if path.startswith(tuple(EDITING)) or (method == "POST" and path != "/account"):
        return "editor"
    return "reader"


def every_request() -> list[tuple[str, str]]:
    return sorted({(one.path, method) for one in (*ROUTES, *SIGNING) for method in one.methods or () if method != "HEAD"})


@cache
def first_of_each(ledger: Path) -> dict[str, str]:
    with open_store(ledger, read_only=True) as store:
        read = store.read()
        return {
            "stories": next(read.stories()).id, "claims": next(read.claims()).id, "actors": next(read.actors()).id,
            "articles": next(read.documents()).id, "statements": next(read.statements()).id,
        }  # fmt: skip


def example_of(path: str, ledger: Path) -> str:
    """An address that exists, so that what is refused is refused for its role and for nothing else."""
    found, room = first_of_each(ledger), path.split("/")[1]
    named = path.replace("{kind}", "statement" if room == "correct" else "claims").replace("{format}", "jsonl")
    named = named.replace("{name}", "desk.css").replace("{name:path}", "x")
    return named.replace("{id}", found.get(room, found["statements"]))


@pytest.mark.parametrize(("path", "method"), every_request())
def test_every_address_takes_the_role_that_the_table_says(
    path: str, method: str, people: dict[Role | None, TestClient], ledger: Path
) -> None:
    least, address = needed(path, method), example_of(path, ledger)
    for role, desk in people.items():
        answer = desk.request(method, address, headers={"sec-fetch-site": "same-origin"})
        if least is None:
            assert answer.status_code in {200, 303} or (method == "POST" and "form is no longer good" in answer.text)
        elif role is None:
            assert answer.status_code == (303 if method == "GET" else 401), answer.text
            assert answer.headers.get("location", "/sign-in").startswith("/sign-in")
            assert "Kastel" not in answer.text
        elif ROLES.index(role) < ROLES.index(least):
            assert answer.status_code == 403
            assert "may not do that" in answer.text
        elif method == "POST":
            assert "form is no longer good" in answer.text
        else:
            assert answer.status_code in {200, 303, 404}
            assert "may not do that" not in answer.text
        if least is not None:
            assert answer.headers.get("cache-control") == "no-store" or answer.status_code in {401, 403, 404}


def test_every_address_stands_behind_a_door_but_the_two_that_must_not() -> None:
    assert {one.path for one in (*ROUTES, *SIGNING) if not isinstance(one.app, Door)} == OPEN


@pytest.mark.parametrize("ending", [".json", ".ris", ".bib", "?panel=1", "/report.md", "/report.html"])
def test_no_other_form_of_a_page_goes_past_the_door(ending: str, people: dict[Role | None, TestClient], ledger: Path) -> None:
    answer = people[None].get(f"{example_of('/stories/{id}', ledger)}{ending}")
    assert answer.status_code in {303, 401}
    assert "dam" not in answer.text.lower()


def test_a_page_that_an_admin_saw_is_not_shown_to_anybody_else_from_memory(people: dict[Role | None, TestClient]) -> None:
    for role in ("admin", "reader", "editor"):
        page = people[role].get("/claims").text
        assert ('href="/review"' in page) is (role != "reader")
    assert people[None].get("/claims").status_code == 303
    assert "Ada" in people["admin"].get("/account").text
    assert "Ada" not in people["reader"].get("/account").text


def test_after_the_sign_in_one_is_where_one_was_going(stranger: TestClient) -> None:
    asked = stranger.get("/search?q=dam&outlet=A%26B")
    assert asked.status_code == 303
    done = sign_in(stranger, "Sten", page=asked.headers["location"])
    assert done.headers["location"] == "/search?q=dam&outlet=A%26B"
    assert stranger.get("/sign-in").headers["location"] == "/"


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "/\tx", "/%0a//x", "///evil.example", "/sign-in?next=/", ""],
)  # fmt: skip
def test_the_sign_in_leads_to_no_other_host(wanted: str, stranger: TestClient) -> None:
    form = form_of(stranger, "/sign-in")
    to = send_form(stranger, form, name="Sten", password=PHRASE, next=wanted).headers["location"]
    assert to.startswith("/")
    assert not to.startswith(("//", "/\\", "/sign-in"))
    assert "\t" not in to


def form_of(desk: TestClient, page: str, action: str = "/sign-in") -> Form:
    return next(one for one in Forms(desk.get(page).text).forms if one.action == action)


def test_a_session_that_was_there_before_the_sign_in_is_not_the_one_after_it(stranger: TestClient) -> None:
    stranger.cookies.set("quoth_session", "planted-by-an-attacker")
    first = sign_in(stranger, "Sten")
    token = first.cookies["quoth_session"]
    assert token != "planted-by-an-attacker"  # noqa: S105 - no password
    again = send(stranger, "/account", "password", password=PHRASE, new=PHRASE, again=PHRASE)
    assert again.cookies["quoth_session"] != token
    stranger.cookies.clear()
    stranger.cookies.set("quoth_session", token)
    assert stranger.get("/claims").status_code == 303


def test_the_cookie_is_seen_by_no_script_and_no_other_site(ledger: Path, accounts: Accounts, stranger: TestClient) -> None:
    plain = sign_in(stranger, "Sten").headers["set-cookie"]
    assert re.match(r"quoth_session=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=/; SameSite=strict$", plain)
    secure = sign_in(browser(ledger, accounts, base="https://testserver"), "Sten").headers["set-cookie"]
    assert secure.startswith("__Host-quoth_session=")
    assert "Secure" in secure
    assert "Domain" not in secure


def test_nobody_can_be_signed_in_or_out_from_another_site(stranger: TestClient, people: dict[Role | None, TestClient]) -> None:
    form = form_of(stranger, "/sign-in")
    elsewhere = stranger.post(
        "/sign-in", data={**form.fields, "name": "Sten", "password": PHRASE}, headers={"origin": "http://evil.example"}
    )
    assert elsewhere.status_code == 403
    assert "set-cookie" not in elsewhere.headers
    assert stranger.post("/sign-in", data={"name": "Sten", "password": PHRASE}).status_code == 403
    theirs = {**form.fields, "name": "Sten", "password": PHRASE}
    other = TestClient(stranger.app, follow_redirects=False, client=("203.0.113.10", 1))
    assert other.post("/sign-in", data=theirs).status_code == 403, "a token of another browser"
    out = people["reader"].post("/account", data={"action": "out"}, headers={"sec-fetch-site": "cross-site"})
    assert out.status_code == 403
    assert people["reader"].get("/account").status_code == 200


def test_a_form_of_one_account_is_not_taken_from_another_in_the_same_browser(stranger: TestClient) -> None:
    before = form_of(stranger, "/sign-in").fields["token"]
    sign_in(stranger, "Edda")
    assert stranger.post("/account", data={"action": "out", "token": before}).status_code == 403
    pretending = TestClient(stranger.app, follow_redirects=False, cookies={"quoth_desk": f"{stranger.cookies['quoth_desk']} Edda"})
    theirs = form_of(pretending, "/sign-in").fields["token"]
    assert stranger.post("/account", data={"action": "out", "token": theirs}).status_code == 403
    assert stranger.get("/account").status_code == 200


def test_what_is_judged_carries_the_account_s_name_whatever_the_form_says(
    people: dict[Role | None, TestClient], ledger: Path
) -> None:
    with open_store(ledger, read_only=True) as store:
        identifier = next(store.read().statements()).id
    page = people["editor"].get(f"/correct/statement/{identifier}")
    assert "You judge as <b><bdi>Edda" in page.text
    done = send(people["editor"], f"/correct/statement/{identifier}", "stance", stance="doubts", by="Ada")
    assert done.status_code == 303
    assert "quoth_name" not in done.cookies
    with open_store(ledger, read_only=True) as store:
        made = max(store.read().judgements(), key=lambda one: one.at)
    assert made.by == "Edda"
    assert people["editor"].post("/judgements", data={"action": "import", **token_of(people["editor"])}).status_code == 403


def token_of(desk: TestClient) -> dict[str, list[str]]:
    return {"token": form_on(desk, "/account", "out").fields["token"]}


def test_a_reader_is_offered_nothing_that_they_may_not_do(people: dict[Role | None, TestClient], ledger: Path) -> None:
    for path in (
        "/",
        "/stories/{id}",
        "/claims/{id}",
        "/actors/{id}",
        "/articles/{id}",
        "/statements/{id}",
        "/judgements",
        "/exports",
    ):
        address = example_of(path, ledger)
        page, editors = people["reader"].get(address).text, people["editor"].get(address).text
        assert not re.search(r'(?:href|action)="/(?:correct|review|publish|add)\b', page), path
        assert 'href="/judgements' in page
        assert len(editors) > len(page)


def test_signing_out_ends_the_session_and_everywhere_ends_all(stranger: TestClient) -> None:
    sign_in(stranger, "Sten")
    token = stranger.cookies["quoth_session"]
    other = TestClient(stranger.app, follow_redirects=False, client=("203.0.113.9", 1))
    sign_in(other, "Sten")
    assert send(stranger, "/account", "out").headers["location"] == "/sign-in"
    assert "quoth_session" not in stranger.cookies
    stranger.cookies.set("quoth_session", token)
    assert stranger.get("/claims").status_code == 303
    assert other.get("/claims").status_code == 200
    third = TestClient(stranger.app, follow_redirects=False, client=("203.0.113.9", 1))
    sign_in(third, "Sten")
    send(third, "/account", "everywhere")
    assert other.get("/claims").status_code == 303


def test_an_admin_makes_an_account_and_what_is_changed_holds_at_once(
    people: dict[Role | None, TestClient], stranger: TestClient
) -> None:
    admin = people["admin"]
    assert send(admin, "/accounts", "add", name="Noa", role="reader", password=PHRASE).status_code == 303
    assert sign_in(stranger, "NOA").status_code == 303
    assert stranger.get("/review").status_code == 403
    of_noa = [one for one in Forms(admin.get("/accounts").text).forms if one.fields.get("name") == ["Noa"]]
    by_action = {one.fields["action"][0]: one for one in of_noa}
    send_form(admin, by_action["role"], role="editor")
    assert stranger.get("/review").status_code == 200
    send_form(admin, by_action["password"], password=OTHER)
    assert stranger.get("/review").status_code == 303
    assert sign_in(stranger, "Noa").status_code == 403
    assert sign_in(stranger, "Noa", OTHER).status_code == 303
    send_form(admin, by_action["remove"])
    assert stranger.get("/review").status_code == 303
    assert '"Noa"' not in admin.get("/accounts.json").text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"action": "add", "name": "Edda", "role": "reader", "password": PHRASE}, "already"),
        ({"action": "add", "name": "  ", "role": "reader", "password": PHRASE}, "needs a name"),
        ({"action": "add", "name": "New", "role": "reader", "password": "short"}, "15 to 1,000 characters"),
        ({"action": "add", "name": "New", "role": "owner", "password": PHRASE}, "no role"),
        ({"action": "role", "name": "Ada", "role": "reader"}, "Nobody would be left"),
        ({"action": "remove", "name": "Ada"}, "Nobody would be left"),
        ({"action": "remove", "name": "Nobody"}, "no account"),
        ({"action": "burn", "name": "Edda"}, "nothing that can be done"),
    ],
)
def test_what_cannot_be_done_to_accounts_is_said(fields: dict[str, str], told: str, people: dict[Role | None, TestClient]) -> None:
    answer = people["admin"].post("/accounts", data={**fields, **token_of(people["admin"])})
    assert answer.status_code == 422
    assert told in answer.text
    assert [one["name"] for one in people["admin"].get("/accounts.json").json()["rows"]] == ["Ada", "Edda", "Rhea", "Sten"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"password": "not the one I have", "new": PHRASE, "again": PHRASE}, "not the password"),
        ({"password": PHRASE, "new": "short", "again": "short"}, "15 to 1,000 characters"),
        ({"password": PHRASE, "new": "one two three four", "again": "one two three five"}, "the same twice"),
    ],
)
def test_another_password_takes_the_one_before(fields: dict[str, str], told: str, people: dict[Role | None, TestClient]) -> None:
    answer = send(people["editor"], "/account", "password", **fields)
    assert answer.status_code == 422
    assert told in answer.text


def test_a_link_from_elsewhere_finds_who_is_in_by_way_of_the_sign_in(people: dict[Role | None, TestClient]) -> None:
    arrived = people[None].get("/sign-in?next=/claims", headers={"sec-fetch-site": "cross-site"}).text
    assert '<meta http-equiv="refresh" content="0;url=/sign-in?next=%2Fclaims">' in arrived
    assert 'http-equiv="refresh"' not in people[None].get("/sign-in?next=/claims").text
    assert people["reader"].get("/sign-in?next=/claims").headers["location"] == "/claims"


TEXT = st.text(max_size=60) | st.sampled_from(
    ["Rhea", "\x00", "\u202e", "' or 1=1 --", "x" * 3_000, "//evil.example", "\\\\evil.example"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    address=st.sampled_from(["/sign-in", "/account", "/accounts"]),
    action=st.sampled_from(["add", "role", "password", "out?", ""]),
    data=st.data(),
)
def test_no_form_about_accounts_however_filled_in_breaks_the_desk(
    address: str, action: str, data: st.DataObject, people: dict[Role | None, TestClient]
) -> None:
    typed = data.draw(st.dictionaries(st.sampled_from(["name", "password", "role", "new", "again", "next"]), TEXT))
    fields = {name: one.encode("utf-8", "replace").decode() for name, one in typed.items()}
    desk = people["admin"]
    answer = desk.post(address, data={**fields, "action": action, **token_of(desk)})
    assert answer.status_code in {303, 403, 422, 429}, answer.text
    assert answer.headers.get("location", "/").startswith("/")
    assert not answer.headers.get("location", "/").startswith(("//", "/\\"))


def test_a_desk_without_accounts_has_no_sign_in_and_asks_nobody(desk: TestClient) -> None:
    assert desk.get("/sign-in").status_code == 404
    assert desk.get("/accounts").status_code == 404
    assert desk.get("/review").status_code == 200
    assert "Account</a>" not in desk.get("/").text
