"""Who asks, what they may do, and where they go after it. Without accounts everybody may do everything and gives a name once; with them
the account's name stands beside what is judged."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

from starlette.requests import Request

from quoth.errors import UsageError
from quoth.web.accounts import CONTROL, Account, Role, at_least, clean_name
from quoth.web.sessions import Session

SIGNED = "quoth_session"
"""The cookie that holds the token of a session."""
NAME = "quoth_name"
"""The cookie that holds the name; kept for a year."""
DONE = "quoth_done"
"""The cookie that holds the judgement just made, until the next page has told of it."""
YEAR = 365 * 24 * 3600
_IDENTIFIER = re.compile(r"[0-9a-f]{20}")


def session_of(request: Request) -> Session | None:
    """The session of who asks; None where nobody is signed in, and on a desk without accounts."""
    if not hasattr(request.state, "session"):
        request.state.session = None  # where they cannot be read, the page that says so is asked for by nobody
        held = request.app.state.desk.sessions
        request.state.session = held.find(request.cookies.get(session_cookie(request))) if held else None
    found: Session | None = request.state.session
    return found


def account_of(request: Request) -> Account | None:
    """The account of who asks; None where nobody is signed in, and on a desk without accounts."""
    session = session_of(request)
    return session.account if session else None


def may(request: Request, role: Role) -> bool:
    """Whether who asks may do what this role may: on a desk without accounts everybody may everything."""
    if request.app.state.desk.sessions is None:
        return True
    account = account_of(request)
    return account is not None and at_least(account.role, role)


def role_of(request: Request) -> Role | None:
    """The role of who asks; None where nobody is signed in, and on a desk without accounts."""
    account = account_of(request)
    return account.role if account else None


def standing_of(request: Request) -> Mapping[str, bool]:
    """What a template may offer: the same for all of one role, so that a page can be remembered."""
    signed_in, accounts = role_of(request) is not None, request.app.state.desk.sessions is not None
    return {
        "signed_in": signed_in,
        "shut_out": accounts and not signed_in,
        "may_edit": may(request, "editor"),
        "may_manage": may(request, "admin"),
    }


def session_cookie(request: Request) -> str:
    """What the cookie of a session is called: over https in a way that no other host under the same domain can set it."""
    return f"__Host-{SIGNED}" if request.url.scheme == "https" else SIGNED


def visitor_of(request: Request, visitor: str) -> str:
    """To whom a form's token is given: to one browser, and with accounts to who is signed in there."""
    account = account_of(request)
    return bearer(visitor, account.name if account else None)


def bearer(visitor: str, account: str | None = None) -> str:
    """One browser, and who is signed in there, so written that no two of them are alike."""
    return json.dumps([visitor, account])


def name_of(request: Request) -> str | None:
    """The name of who judges: the account's, else the one that this browser gave; None where it gave none yet."""
    request.state.personal = True
    if request.app.state.desk.sessions is not None:
        account = account_of(request)
        return account.name if account else None
    return clean_name(unquote(request.cookies.get(NAME, ""), errors="replace")) or None


def judge_name(request: Request, given: str | None) -> str:
    """Who judges: the account; without accounts the name given with the form, else the one given before. Raises ``UsageError`` where
    there is none."""
    accounts = request.app.state.desk.sessions is not None
    name = name_of(request) if accounts else clean_name(given or "") or name_of(request)
    if not name:
        raise UsageError("Nobody is named as the one who judges. Give your name once; it stands beside what you put right.")
    return name


def name_cookies(request: Request, name: str) -> Mapping[str, tuple[str, int]]:
    """The cookie that keeps a name, by its name: its value, and for how many seconds. None where there are accounts."""
    return {} if request.app.state.desk.sessions is not None else {NAME: (quote(name, safe=""), YEAR)}


def done_of(request: Request) -> str | None:
    """The judgement that the last form made, where the page after it has not told of it yet."""
    given = request.cookies.get(DONE, "")
    return given if _IDENTIFIER.fullmatch(given) else None


def safe_back(address: str | None) -> str | None:
    """An address of this desk to go back to; None for every other."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")) or len(address) > 2_000:
        return None
    if CONTROL.search(address) or "\\" in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc else address
