"""``quoth account``, and which desks ``quoth serve`` opens to whom."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Quoth

from quoth.cli.serve import is_this_machine
from quoth.web.accounts import Accounts, accounts_file

PHRASE = "four words in a row"


@pytest.fixture
def db(handmade: Path, tmp_path: Path) -> Path:
    path = tmp_path / "my.db"
    shutil.copy(handmade, path)
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password comes from standard input."""

    class Again:
        def readline(self) -> str:
            return f"{PHRASE}\n"

    monkeypatch.setattr(sys, "stdin", Again())


@pytest.mark.usefixtures("typed")
def test_an_account_is_made_changed_and_taken_away(quoth: Quoth, db: Path) -> None:
    made = quoth("account", "add", "Ada Moss", "--role", "admin", "--db", db, "--password-stdin")
    assert (made.code, made.err) == (0, "")
    assert "Ada Moss may come in, as admin" in made.out
    assert PHRASE not in made.out
    assert quoth("account", "add", "Bo", "--db", db, "--password-stdin").code == 0
    assert quoth("account", "role", "bo", "editor", "--db", db).code == 0
    assert quoth("account", "password", "Bo", "--db", db, "--password-stdin").code == 0
    held = json.loads(quoth("account", "list", "--db", db, "--json").out)
    assert [(one["name"], one["role"]) for one in held] == [("Ada Moss", "admin"), ("Bo", "editor")]
    assert Accounts(accounts_file(db)).verify("Bo", PHRASE)
    assert "2 accounts." in quoth("account", "list", "--db", db).out
    assert quoth("account", "remove", "Bo", "--db", db).code == 0
    last = quoth("account", "remove", "Ada Moss", "--db", db)
    assert last.code == 0
    assert "Nobody has an account yet" in quoth("account", "list", "--db", db).out


@pytest.mark.usefixtures("typed")
def test_what_cannot_be_is_said(quoth: Quoth, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quoth("account", "add", "Ada", "--role", "admin", "--db", db, "--password-stdin")
    quoth("account", "add", "Bo", "--db", db, "--password-stdin")
    assert "There is an account 'ADA' already" in quoth("account", "add", "ADA", "--db", db, "--password-stdin").err
    assert "make somebody else an admin" in quoth("account", "role", "Ada", "reader", "--db", db).err.lower()
    assert "There is no account 'Cy'" in quoth("account", "password", "Cy", "--db", db, "--password-stdin").err
    assert "There is no ledger" in quoth("account", "list", "--db", db.with_name("none.db")).err
    assert not db.with_name("none.db.accounts").exists()
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
    short = quoth("account", "add", "Cy", "--db", db, "--password-stdin")
    assert (short.code, "15 to 1,000 characters" in short.err) == (2, True)


@pytest.mark.parametrize(
    "options", [("--host", "0.0.0.0"), ("--host", "::"), ("--host", "192.0.2.9"), ("--host", "desk.example"), ("--accounts",), ("--behind-proxy", "127.0.0.1"), ("--name", "desk.example"), ("--name", "*")]  # noqa: S104 - it must not open
)  # fmt: skip
def test_a_desk_that_others_can_reach_is_not_opened_before_there_is_an_account(
    options: tuple[str, ...], quoth: Quoth, db: Path
) -> None:
    said = quoth("serve", "--db", db, "--port", "0", *options)
    assert said.code == 2
    assert f"quoth account add NAME --role admin --db {db}" in said.err
    assert said.out == ""


@pytest.mark.parametrize("proxy", ["*", "proxy.example", "", "10.0.0.0/33"])
def test_only_a_proxy_with_an_address_is_believed(proxy: str, quoth: Quoth, db: Path) -> None:
    said = quoth("serve", "--db", db, "--port", "0", "--behind-proxy", proxy)
    assert said.code == 2


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("127.0.0.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False), ("10.0.0.4", False), ("desk", False), ("localhost.example", False)],  # noqa: S104 - a table
)  # fmt: skip
def test_what_only_this_machine_reaches_is_known(host: str, alone: bool) -> None:  # noqa: FBT001 - a table
    assert is_this_machine(host) is alone
