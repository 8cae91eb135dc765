"""Links that stand on a page by the hundred: as functions, for a macro takes ten times as long."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from quoth.view.coverage import Who
from quoth.web import addresses


@lru_cache(maxsize=10_000, typed=True)
def outlet_link(name: str) -> Markup:
    """An outlet, leading to its page; one of unknown name leads nowhere."""
    return escape(name) if name.startswith("unknown outlet") else _link(addresses.outlet(name), name)


def who_link(one: Who | None, name: str | None) -> Markup:
    """Somebody, leading to their page; by ``name`` where it is not known who they are."""
    if one and addresses.is_identifier(one.id):
        return _link(addresses.actor(one.id), one.name)
    return Markup(f"<bdi>{escape(one.name if one else name)}</bdi>")  # noqa: S704 - the name is escaped


def _link(address: str, name: str) -> Markup:
    return Markup(f'<a href="{escape(address)}"><bdi>{escape(name)}</bdi></a>')  # noqa: S704 - both are escaped
