"""How long one is in, how often one may try, and what is kept of it all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from tests.web.signing import CHEAP, PHRASE, accounts_of, browser, sign_in

from quoth.errors import LedgerError, UsageError
from quoth.web.accounts import Account, Accounts, accounts_file, clean_name, fold_name
from quoth.web.sessions import DAY, FOR_ADDRESS, FOR_NAME, FOR_PAIR, IDLE, LIFE, MONTH, WINDOW, Sessions, Waiting, network_of


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    return accounts_of(tmp_path / "some.db")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(accounts: Accounts, clock: Clock) -> Sessions:
    return Sessions(accounts.path, clock)


def rhea(accounts: Accounts) -> Account:
    return accounts.find("rhea")


def test_one_is_out_after_a_while_without_a_click_and_after_a_week_in_any_case(
    accounts: Accounts, sessions: Sessions, clock: Clock
) -> None:
    left, used = sessions.open(rhea(accounts)), sessions.open(rhea(accounts))
    for _ in range(LIFE // (IDLE - 60)):
        clock.now += IDLE - 60
        assert sessions.find(used)
    assert sessions.find(left) is None
    clock.now += IDLE - 60
    assert sessions.find(used) is None
    assert sessions.every("Rhea") == ()


def test_nothing_that_opens_a_door_stands_in_the_file(accounts: Accounts, sessions: Sessions) -> None:
    token = sessions.open(rhea(accounts))
    sessions.attempt(PHRASE, "198.51.100.7")  # typed into the wrong field
    held = accounts.path.read_bytes()
    assert token.encode() not in held
    assert PHRASE.encode() not in held
    assert b"$argon2id$" in held
    assert len(token) > 40
    assert stat.S_IMODE(os.stat(accounts.path).st_mode) == 0o600  # noqa: PTH116 - the mode is what is tested


def test_the_passwords_are_hashed_as_the_standard_has_it() -> None:
    cost = PasswordHasher()
    assert (cost.type.name, cost.time_cost, cost.memory_cost) == ("ID", 3, 65_536)


def test_a_weaker_hash_is_made_anew_when_its_owner_comes_in(accounts: Accounts) -> None:
    stronger = Accounts(accounts.path, PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    assert stronger.verify("Rhea", PHRASE)
    assert b"m=16,t=2" in accounts.path.read_bytes()
    assert stronger.verify("Rhea", PHRASE)


def test_an_unknown_name_costs_as_much_as_a_wrong_password(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []

    class Counting:
        def hash(self, password: str | bytes) -> str:
            return CHEAP.hash(password)

        def check_needs_rehash(self, _held: str) -> bool:
            return False

        def verify(self, held: str, password: str) -> bool:
            worked.append(held.rpartition("$")[0].rpartition("$")[0])
            return CHEAP.verify(held, password)

    counted = replace(accounts, hasher=Counting())  # type: ignore[arg-type] # what is needed of one
    assert counted.verify("Rhea", "a wrong password!") is None
    assert counted.verify("Nobody", "a wrong password!") is None
    assert counted.verify("Nobody", PHRASE) is None
    assert worked[0] == worked[1] == worked[2]
    monkeypatch.undo()


@pytest.mark.parametrize("password", ["caf\u00e9 au lait, deux", "cafe\u0301 au lait, deux"])
def test_a_password_is_the_same_however_the_keyboard_made_it(password: str, accounts: Accounts) -> None:
    accounts.set_password("Rhea", "caf\u00e9 au lait, deux")
    assert accounts.verify("Rhea", password)
    assert accounts.verify("Rhea", f" {password}") is None
    assert accounts.verify("Rhea", password + "x" * 5_000) is None


@pytest.mark.parametrize("password", ["", "x" * 14, "x" * 1_001])
def test_only_the_length_of_a_password_is_asked(password: str, accounts: Accounts) -> None:
    with pytest.raises(UsageError, match="15 to 1,000 characters"):
        accounts.add("New", "reader", password)
    accounts.add("New", "reader", "aaaaaaaaaaaaaaa")


@pytest.mark.parametrize("name", ["rhea", "RHEA", " Rhea ", "Rhe\u202ea", "\uff32hea"])
def test_a_name_is_taken_in_whatever_dress(name: str, accounts: Accounts) -> None:
    if fold_name(name) == "rhea":
        with pytest.raises(UsageError, match="already"):
            accounts.add(name, "reader", PHRASE)
    else:
        assert "\u202e" not in clean_name(name)


def heard(attempt: int | Waiting) -> int:
    assert isinstance(attempt, int)
    return attempt


def fail(sessions: Sessions, times: int, name: str = "Rhea", address: str = "198.51.100.7") -> list[int | Waiting]:
    return [sessions.attempt(name, address) for _ in range(times)]


def test_after_some_failures_a_name_is_not_heard_from_that_address_for_a_while(sessions: Sessions, clock: Clock) -> None:
    assert not any(isinstance(one, Waiting) for one in fail(sessions, FOR_PAIR))
    assert sessions.attempt("rhea", "198.51.100.7") == Waiting(WINDOW + 1)
    assert isinstance(sessions.attempt("Rhea", "203.0.113.9"), int), "its owner elsewhere is heard"
    assert isinstance(sessions.attempt("Edda", "198.51.100.7"), int), "others there are heard"
    clock.now += WINDOW + 2
    assert isinstance(sessions.attempt("Rhea", "198.51.100.7"), int)


def test_one_address_does_not_go_through_many_names(sessions: Sessions) -> None:
    tried = [sessions.attempt(f"name {number}", "198.51.100.7") for number in range(FOR_ADDRESS + 1)]
    assert [isinstance(one, Waiting) for one in tried] == [False] * FOR_ADDRESS + [True]
    again = [sessions.attempt(f"name {number}", f"2001:db8::{number}") for number in range(FOR_ADDRESS + 1)]
    assert isinstance(again[-1], Waiting), "one network of IPv6 is one address"


def test_one_name_is_not_tried_from_many_addresses_and_its_owner_is_heard_where_they_were_in(
    sessions: Sessions, clock: Clock
) -> None:
    sessions.passed(heard(sessions.attempt("Rhea", "203.0.113.9")))
    for number in range(FOR_NAME):
        clock.now += 1
        assert isinstance(sessions.attempt("Rhea", f"198.51.{number}.1"), int)
    assert isinstance(sessions.attempt("Rhea", "192.0.2.1"), Waiting)
    assert isinstance(sessions.attempt("Rhea", "203.0.113.9"), int)
    clock.now += DAY + 1
    assert isinstance(sessions.attempt("Rhea", "192.0.2.1"), int)
    clock.now += MONTH
    fail(sessions, 1, "Edda")
    with sqlite3.connect(sessions.path) as held:
        assert held.execute("SELECT count(*) FROM attempts").fetchone() == (1,)


def test_coming_in_forgets_the_failures_before_it_and_so_does_another_password(sessions: Sessions, accounts: Accounts) -> None:
    made = fail(sessions, FOR_PAIR)
    sessions.passed(heard(made[-1]))
    assert not isinstance(fail(sessions, FOR_PAIR)[-1], Waiting)
    assert isinstance(sessions.attempt("Rhea", "198.51.100.7"), Waiting)
    accounts.set_password("Rhea", PHRASE)
    assert isinstance(sessions.attempt("Rhea", "198.51.100.7"), int)


def test_attempts_at_once_are_counted_like_those_one_after_another(sessions: Sessions) -> None:
    with ThreadPoolExecutor(8) as pool:
        tried = list(pool.map(lambda _: sessions.attempt("Rhea", "198.51.100.7"), range(16)))
    assert sum(isinstance(one, int) for one in tried) == FOR_PAIR


@pytest.mark.parametrize(
    ("address", "network"),
    [("198.51.100.7", "198.51.100.7"), ("::ffff:198.51.100.7", "198.51.100.7"), ("2001:db8::1", "2001:db8::/64"), ("testclient", "testclient")],
)  # fmt: skip
def test_an_address_is_what_one_household_has(address: str, network: str) -> None:
    assert network_of(address) == network


def test_the_desk_says_that_one_has_to_wait_and_hears_nothing_meanwhile(handmade: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "copy.db"
    shutil.copy(handmade, ledger)
    desk = browser(ledger, accounts_of(ledger))
    for _ in range(FOR_PAIR):
        wrong = sign_in(desk, "Rhea", "not her password")
        assert wrong.status_code == 403
        assert "The name or the password is not right" in wrong.text
        assert "not her password" not in wrong.text
    heard = sign_in(desk, "Rhea")
    assert heard.status_code == 429
    assert "15 minutes" in heard.text or "16 minutes" in heard.text
    assert "set-cookie" not in heard.headers or "quoth_session" not in heard.headers["set-cookie"]
    unknown = sign_in(desk, "Nobody")
    assert unknown.status_code == 403
    assert "The name or the password is not right" in unknown.text


def test_a_file_of_accounts_that_is_none_or_of_later_is_told(tmp_path: Path) -> None:
    path = accounts_file(tmp_path / "some.db")
    path.write_text("This is no database, but a text that is long enough to be taken for the head of one by mistake." * 3)
    with pytest.raises(LedgerError, match="cannot be read or written"):
        Accounts(path, CHEAP).every()
    path.unlink()
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 9")
    with pytest.raises(LedgerError, match="later version"):
        Accounts(path, CHEAP).every()
