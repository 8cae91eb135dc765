"""Coming in and going out, one's own account, and for admins everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request

from quoth.errors import UsageError
from quoth.store import ReadView
from quoth.web import ask, tokens, who
from quoth.web.accounts import LONGEST_NAME, ROLES, SHORTEST, Account, Accounts, Role
from quoth.web.answer import Answer, Moved
from quoth.web.decide import Given
from quoth.web.door import MAY, SIGN_IN
from quoth.web.sessions import LIFE, Session, Sessions, Waiting


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A browser in which an account is signed in."""

    begun: str
    seen: str
    here: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """One's own account."""

    account: Account
    may: str
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """All accounts."""

    rows: tuple[Account, ...]


def ask_in(_read: ReadView, request: Request) -> Answer | Moved:
    """The sign-in; who is in already goes on to where they were going."""
    if who.account_of(request):
        return Moved(_next(ask.words(request.query_params, "next")))
    return _door(request, ask.words(request.query_params, "next"))


def _door(request: Request, wanted: str | None, *, status: int = 200, problem: str | None = None, name: str = "") -> Answer:
    back = _next(wanted)
    # A link on another site comes without the strict cookie; the page that it leads to, asked for by this page, comes with it.
    elsewhere = problem is None and request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}
    extra = {"next": back, "problem": problem, "name": name, "elsewhere": elsewhere, "longest": LONGEST_NAME}
    return Answer("sign_in.html", "Sign in", {"next": back}, extra, status=status)


def sign_in(_path: Path, request: Request, form: FormData) -> Answer | Moved:
    """Let somebody in with their name and password, into a session of its own."""
    accounts, sessions = _kept(request)
    given = Given(form)
    name, wanted = given.words("name")[: 2 * LONGEST_NAME], given.words("next")
    number = sessions.attempt(name, request.client.host if request.client else "")
    if isinstance(number, Waiting):
        return _door(request, wanted, status=429, problem=_told(number), name=name)
    account = accounts.verify(name, _secret(form, "password"))
    if account is None:
        return _door(request, wanted, status=403, problem="The name or the password is not right.", name=name)
    sessions.passed(number)
    return _into(request, account, _next(wanted))


def _into(request: Request, account: Account, to: str) -> Moved:
    """To a page, in a new session: none that was there before goes on."""
    sessions, before = _kept(request)[1], who.session_of(request)
    if before:
        sessions.close(before)
    return Moved(to, {who.session_cookie(request): (sessions.open(account), LIFE)})


def own(_read: ReadView, request: Request) -> Answer:
    """One's own account."""
    return _own(request)


def _own(request: Request, *, status: int = 200, problem: str | None = None) -> Answer:
    session = _session(request)
    held = _kept(request)[1].every(session.account.name)
    rows = tuple(SessionRow(_moment(one.begun), _moment(one.seen), one.key == session.key) for one in held)
    request.state.personal = True
    extra = {"problem": problem, "shortest": SHORTEST}
    return Answer("account.html", "Your account", OwnPage(session.account, MAY[session.account.role], rows), extra, status=status)


def change_own(_path: Path, request: Request, form: FormData) -> Answer | Moved:
    """Sign out, here or everywhere, or take another password."""
    accounts, sessions = _kept(request)
    session, action = _session(request), Given(form).words("action")
    if action == "out":
        sessions.close(session)
        return _out(request)
    if action == "everywhere":
        sessions.close_all(session.account.name)
        return _out(request)
    try:
        _another_password(request, accounts, session.account, form)
    except UsageError as error:
        return _own(request, status=422, problem=str(error))
    return _into(request, session.account, "/account?done=password")


def _another_password(request: Request, accounts: Accounts, account: Account, form: FormData) -> None:
    sessions = _kept(request)[1]
    number = sessions.attempt(account.name, request.client.host if request.client else "")
    if isinstance(number, Waiting):
        raise UsageError(_told(number))
    if accounts.verify(account.name, _secret(form, "password")) is None:
        raise UsageError("That is not the password of this account.")
    sessions.passed(number)
    if _secret(form, "new") != _secret(form, "again"):
        raise UsageError("The new password was not typed the same twice.")
    accounts.set_password(account.name, _secret(form, "new"))


def _out(request: Request) -> Moved:
    gone = dict.fromkeys((who.session_cookie(request), tokens.COOKIE, who.NAME, who.DONE), ("", 0))
    return Moved(SIGN_IN, gone)


def every(_read: ReadView, request: Request) -> Answer:
    """All accounts, to be looked after."""
    return _every(request)


def _every(request: Request, *, status: int = 200, problem: str | None = None, typed: Mapping[str, str] | None = None) -> Answer:
    request.state.personal = True
    extra: dict[str, Any] = {
        "problem": problem,
        "typed": typed or {},
        "roles": [(role, f"{role}: may {MAY[role]}") for role in ROLES],
        "shortest": SHORTEST,
        "longest": LONGEST_NAME,
        "you": _session(request).account.name,
    }
    return Answer("accounts.html", "Accounts", AccountsPage(_kept(request)[0].every()), extra, status=status)


def change_every(_path: Path, request: Request, form: FormData) -> Answer | Moved:
    """Make an account, take one away, give one another role or password."""
    accounts, given = _kept(request)[0], Given(form)
    name, action = given.words("name"), given.words("action")
    try:
        if action == "add":
            accounts.add(name, _role(given), _secret(form, "password"))
        elif action == "role":
            accounts.set_role(name, _role(given))
        elif action == "password":
            accounts.set_password(name, _secret(form, "password"))
        elif action == "remove":
            accounts.remove(name)
        else:
            raise UsageError(f"The form asks for {action!r}, which is nothing that can be done. Open the page again.")  # noqa: TRY301
    except UsageError as error:
        return _every(request, status=422, problem=str(error), typed={"name": name} if action == "add" else {})
    return Moved("/accounts")


def _role(given: Given) -> Role:
    wanted = given.words("role")
    for role in ROLES:
        if role == wanted:
            return role
    raise UsageError(f"There is no role {wanted!r}. There are: {', '.join(ROLES)}.")


def _kept(request: Request) -> tuple[Accounts, Sessions]:
    desk = request.app.state.desk
    return desk.accounts, desk.sessions


def _session(request: Request) -> Session:
    """The session of who asks: the door let nobody through who has none."""
    found = who.session_of(request)
    if found is None:
        raise UsageError("The session ended meanwhile. Sign in again.")
    return found


def _secret(form: FormData, name: str) -> str:
    """What was typed into a field for a password: every character counts."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _next(address: str | None) -> str:
    """Where to go from the sign-in: an address of this desk, never another."""
    back = who.safe_back(address)
    return "/" if back is None or back.startswith(SIGN_IN) else back


def _told(waiting: Waiting) -> str:
    minutes = -(-waiting.seconds // 60)
    return f"Too many attempts failed. The next is heard in {minutes} {'minute' if minutes == 1 else 'minutes'}."


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="minutes")[:16].replace("T", " ")
