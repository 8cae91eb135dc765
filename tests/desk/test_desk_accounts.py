"""Accounts in a browser: coming in, going out, roles, and two editors at once, each with a browser of their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.conftest import serving
from tests.desk.test_desk_pages import find_addresses
from tests.desk.watching import Watched, serious
from tests.web.signing import PHRASE, accounts_of

from quoth.store import open_store

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def copy(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that may be changed, with accounts beside it."""
    path = tmp_path_factory.mktemp("accounts") / "copy.db"
    shutil.copy(example, path)
    accounts_of(path)
    return path


@pytest.fixture(scope="module")
def places(copy: Path) -> dict[str, str]:
    with open_store(copy, read_only=True) as store:
        return find_addresses(store.read())


@pytest.fixture(scope="module")
def guarded(copy: Path) -> Iterator[str]:
    with serving(copy, "--accounts") as address:
        yield address


@pytest.fixture
def people(browser: Browser, guarded: str) -> Iterator[list[Watched]]:
    """Two browsers, each of somebody who is not signed in."""
    with ExitStack() as opened:
        contexts = [browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light") for _ in range(2)]
        for one in contexts:
            opened.callback(one.close)
        found = [Watched(one.new_page(), guarded) for one in contexts]
        yield found
    wrong = [line for one in found for line in one.wrong if not any(status in line for status in (" 403 ", " 409 "))]
    assert wrong == []


def come_in(page: Page, name: str, password: str = PHRASE) -> None:
    page.get_by_label("name", exact=True).fill(name)
    page.get_by_label("password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_one_comes_in_where_one_was_going_and_nothing_is_left_after_going_out(
    people: list[Watched], places: dict[str, str]
) -> None:
    page = people[0].open(places["claim"])
    expect(page.locator("h1")).to_have_text("Sign in")
    assert page.get_by_role("navigation").count() == 0
    come_in(page, "Rhea", "not the right one")
    expect(page.get_by_role("alert")).to_contain_text("The name or the password is not right")
    come_in(page, "Rhea")
    page.wait_for_url(f"**{places['claim']}")
    assert page.get_by_role("link", name="Correct").count() == 0
    assert page.get_by_role("link", name="Review").count() == 0
    page.get_by_role("link", name="Account").click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.locator("h1")).to_have_text("Sign in")
    page.go_back()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_have_text("Sign in")


def test_of_two_editors_the_slower_is_told_and_loses_nothing(people: list[Watched], places: dict[str, str]) -> None:
    address = f"/correct{places['statement'].replace('statements', 'statement')}"
    pages = [one.open(address) for one in people]
    for page, name, stance in zip(pages, ("Edda", "Ada"), ("doubts", "warns"), strict=True):
        come_in(page, name)
        expect(page.locator(".note").last).to_contain_text(f"You judge as {name}")
        page.get_by_text("Wrong stance").click()
        form = page.locator("details[open] form")
        form.get_by_label("what is done").select_option(stance)
        form.get_by_label("why, if you like").fill(f"{name} heard it")
        assert form.get_by_label("your name").count() == 0
    for page in pages:
        page.get_by_role("button", name="This is the stance").click()
    expect(pages[0].locator(".done")).to_contain_text("stance doubts")
    expect(pages[1].locator("h1")).to_have_text("Somebody was faster")
    expect(pages[1].locator("#page")).to_contain_text("Edda heard it")
    pages[1].get_by_role("button", name="Make mine stand").click()
    expect(pages[1].locator(".done")).to_contain_text("stance warns")
    seen = people[0].open(places["statement"])
    by = seen.get_by_role("link", name="as judged by Ada")
    expect(by).to_be_visible()
    people[0].open(places["claim"]).get_by_role("link", name="as judged by Ada").first.click()
    expect(pages[0].locator("#beside")).to_contain_text("as found")
    pages[0].locator("#beside").get_by_role("button", name="Undo: take it back").click()
    expect(pages[0].locator(".done")).to_contain_text("taken back")
    assert pages[0].url.endswith(places["claim"])


def test_an_admin_lets_somebody_in_and_every_form_is_open_to_everybody(people: list[Watched]) -> None:
    page = people[0].open("/sign-in?next=/accounts")
    assert serious(page) == []
    come_in(page, "Ada")
    page.locator("form", has_text="first password").get_by_label("name, as it is").fill("Noa Lind")
    page.locator("form", has_text="first password").get_by_label("role").select_option("editor")
    page.get_by_label("first password").fill(PHRASE)
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("row", name="Noa Lind")).to_be_visible()
    for path in ("/accounts", "/account"):
        people[0].open(path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true;")
        for scheme, width in (("light", 1280), ("dark", 390)):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.set_viewport_size({"width": width, "height": 844})
            assert serious(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    other = people[1].open("/review")
    come_in(other, "Noa Lind")
    expect(other.locator("h1")).to_have_text("Review")
    people[1].open("/accounts")
    expect(other.locator("h1")).to_have_text("This account may not do that")


def test_a_session_that_ended_meanwhile_is_told_where_evidence_would_open(people: list[Watched], places: dict[str, str]) -> None:
    page = people[0].open(places["story"])
    come_in(page, "Sten")
    page.wait_for_url(f"**{places['story']}")
    page.context.clear_cookies()
    page.locator("a[data-beside]").first.click()
    expect(page.locator("h1")).to_have_text("Sign in")
    people[0].wrong = [line for line in people[0].wrong if "401" not in line]
