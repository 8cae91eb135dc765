"""Proof that a form was filled in on this desk and not on another page: a token bound to the browser's cookie and this desk's key."""

from __future__ import annotations

import hashlib
import hmac
import secrets

COOKIE = "quoth_desk"
FIELD = "token"
"""The name of the hidden field; scripts send the header ``X-Quoth-Token`` instead."""
_BYTES = 18


def new_visitor() -> str:
    """A random name for a browser."""
    return secrets.token_urlsafe(_BYTES)


def token_for(key: bytes, visitor: str) -> str:
    """The token of the browser ``visitor`` under this desk's key."""
    return hmac.new(key, visitor.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def is_token(key: bytes, visitor: str | None, token: str | None) -> bool:
    """Whether the token is the one that this desk gave to that browser."""
    if not visitor or not token:
        return False
    return hmac.compare_digest(token_for(key, visitor).encode(), token.encode("utf-8", "replace"))
