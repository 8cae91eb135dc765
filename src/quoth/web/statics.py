"""The desk's own style and scripts, and the report's style, which the desk shares: a closed list, read once."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

from quoth.web.answer import missing

_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_SHARED = {"report.css": "quoth.export.report"}


@cache
def shelf() -> dict[str, tuple[bytes, str]]:
    """Every file that is served as it is: its content and its media type."""
    found = {one.name: one for one in (files("quoth.web") / "static").iterdir()}
    found |= {name: files(package) / "templates" / name for name, package in _SHARED.items()}
    typed = ((name, one, name[name.rfind(".") :]) for name, one in found.items())
    return {name: (one.read_bytes(), _TYPES[ending]) for name, one, ending in typed if ending in _TYPES}


@cache
def static_address(name: str) -> str:
    """The address of a file of ours, with a mark that changes with its content, so that it may be kept for long."""
    return f"/static/{name}?{hashlib.sha256(shelf()[name][0]).hexdigest()[:12]}"


def show_static(request: Request) -> Response:
    """One file of the shelf."""
    held = shelf().get(request.path_params["name"])
    if held is None:
        raise missing("file", "The desk has no file of that name.")
    marked = bool(request.scope["query_string"])
    keep = "public, max-age=31536000, immutable" if marked else "no-cache"
    return Response(held[0], media_type=held[1], headers={"cache-control": keep})
