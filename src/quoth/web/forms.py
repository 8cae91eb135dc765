"""The forms that one page takes: HTML for people, JSON for programs, RIS and BibTeX for citing, the panel that opens beside a page."""

from __future__ import annotations

import json
from typing import Literal

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

Form = Literal["html", "json", "ris", "bib"]
SUFFIXES: dict[str, Form] = {".json": "json", ".ris": "ris", ".bib": "bib"}
MEDIA: dict[Form, str] = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
}
_FIXED = ("/static/",)
"""Addresses whose endings are their own."""


class Suffixes:
    """ASGI middleware: takes ``.json``, ``.ris`` and ``.bib`` off an address and notes the form; a plain address may ask by ``Accept``."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with the form in its state."""
        if scope["type"] == "http":
            path, form = split_form(scope["path"])
            if form is None and accepts_json(Headers(scope=scope).get("accept", "")):
                form = "json"
            scope = {**scope, "path": path, "state": {**scope.get("state", {}), "form": form or "html"}}
        await self.app(scope, receive, send)


def split_form(path: str) -> tuple[str, Form | None]:
    """The address without the ending that names a form, and that form."""
    if not path.startswith(_FIXED):
        for suffix, form in SUFFIXES.items():
            if path.endswith(suffix) and len(path) > len(suffix) + 1:
                return path.removesuffix(suffix), form
    return path, None


def accepts_json(accept: str) -> bool:
    """Whether a program asks for JSON and for no page."""
    kinds = {part.partition(";")[0].strip().lower() for part in accept.split(",")}
    return "application/json" in kinds and "text/html" not in kinds


def form_of(scope: Scope) -> Form:
    """The form that was asked for."""
    form: Form = scope.get("state", {}).get("form", "html")
    return form


def as_json(value: object) -> bytes:
    """JSON in UTF-8; half characters, which UTF-8 cannot hold, are replaced."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace")
