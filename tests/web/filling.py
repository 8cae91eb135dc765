"""Forms of a page, filled in and sent as a browser without scripts does."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from httpx2 import Response
from starlette.testclient import TestClient


@dataclass
class Form:
    """One form: where it is sent, and what it would send untouched."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)


class Forms(HTMLParser):
    """Collects the forms of a page with the values that they hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._area: str | None = None
        self._select: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given["action"], given.get("method", "get")))
        elif tag == "textarea":
            self._area = given["name"]
            self._put(given["name"], "")
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select and "selected" in given:
            self._put(self._select, given["value"])
        elif tag == "input" and "name" in given and self._is_sent(given):
            self._put(given["name"], given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        if tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1].fields[self._area][-1] += data

    @staticmethod
    def _is_sent(given: dict[str, str]) -> bool:
        return given.get("type") not in {"checkbox", "radio", "file"} or "checked" in given

    def _put(self, name: str, value: str) -> None:
        self.forms[-1].fields.setdefault(name, []).append(value)


def form_on(desk: TestClient, page: str, action: str) -> Form:
    """The form of a page that does this."""
    answer = desk.get(page)
    assert answer.status_code == 200, answer.text
    return next(one for one in Forms(answer.text).forms if one.fields.get("action") == [action])


def send(desk: TestClient, page: str, action: str, **typed: str | list[str]) -> Response:
    """Fill in the form of a page that does this, and send it."""
    return send_form(desk, form_on(desk, page, action), **typed)


def send_form(desk: TestClient, form: Form, **typed: str | list[str]) -> Response:
    """Send a form with these fields changed."""
    return desk.post(form.action, data={**form.fields, **typed})
