"""Desks with accounts, and people at them."""

from __future__ import annotations

from pathlib import Path

from argon2 import PasswordHasher
from httpx2 import Response
from starlette.testclient import TestClient
from tests.web.filling import Forms, send_form

from quoth.web import create_app
from quoth.web.accounts import ROLES, Accounts, accounts_file

PHRASE = "four words in a row"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def accounts_of(ledger: Path) -> Accounts:
    """The accounts of a ledger: Rhea reads, Edda edits, Ada is admin, and Sten reads too."""
    kept = Accounts(accounts_file(ledger), CHEAP)
    for name, role in zip(("Rhea", "Edda", "Ada", "Sten"), (*ROLES, "reader"), strict=True):
        kept.add(name, role, PHRASE)
    return kept


def browser(ledger: Path, accounts: Accounts, *, base: str = "http://testserver", address: str = "198.51.100.7") -> TestClient:
    """Somebody who has not signed in yet."""
    app = create_app(ledger, hosts=["testserver"], accounts=accounts)
    return TestClient(app, base_url=base, raise_server_exceptions=False, follow_redirects=False, client=(address, 50_000))


def sign_in(desk: TestClient, name: str, password: str = PHRASE, *, page: str = "/sign-in") -> Response:
    """Fill in the sign-in and send it."""
    form = next(one for one in Forms(desk.get(page).text).forms if one.action == "/sign-in")
    return send_form(desk, form, name=name, password=password)
