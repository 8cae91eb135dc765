"""The judgements: who did what and when, taking it back, files from and to elsewhere; and the queue of what waits for a person."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from quoth.errors import UsageError
from quoth.export.jsonl import to_jsonl
from quoth.export.rows import rows
from quoth.link.judged.standing import ARTICLE
from quoth.run.judge import undo
from quoth.run.judgements import Imported, import_judgements, read_again
from quoth.run.successors import snapshots
from quoth.store import ReadView, Store, open_store
from quoth.view.carried import Later, later_of
from quoth.view.judged import Difference, differences
from quoth.view.judgements import Ruling, find_judgement, is_unsettled, judgements_page, names_of_things
from quoth.view.review import Queue, review_page
from quoth.web import addresses, ask, who
from quoth.web.answer import Answer, Moved, Refused
from quoth.web.decide import Given
from quoth.web.pages.correcting import stands

EACH = 50
QUEUES: tuple[Queue, ...] = get_args(Queue)
_LINKED = {
    "statement": addresses.statement,
    "actor": addresses.actor,
    "claim": addresses.statement,
    "story": addresses.article,
    "article": addresses.article,
}
"""Kind of judgement → the page of the things that it names."""


@dataclass(frozen=True, slots=True)
class JudgementsList:
    """One page of the judgements, the latest first."""

    rows: tuple[Ruling, ...]
    found: int
    standing: int
    undone: int
    each: int


@dataclass(frozen=True, slots=True)
class JudgementPage:
    """One judgement, and those that answer it or take it back."""

    row: Ruling
    after: tuple[Ruling, ...]
    differences: tuple[Difference, ...]
    """Of a judgement on a statement: what was found, and what was judged."""
    later: tuple[Later, ...]
    """Of one on a statement of an article that was changed since: whether it holds there too."""


def judgements(read: ReadView, request: Request) -> Answer:
    """Who judged what and when."""
    return _list(read, request)


def _list(read: ReadView, request: Request, *, status: int = 200, **extra: Any) -> Answer:
    asked = request.query_params
    whole = judgements_page(read, subject=ask.words(asked, "on"))
    wanted = ask.words(asked, "by")
    held = tuple(one for one in whole.rows if wanted is None or one.by == wanted)
    first = (ask.number(asked, "page") - 1) * EACH
    page = JudgementsList(held[first : first + EACH], len(held), whole.standing, whole.undone, EACH)
    given = {"by": who.name_of(request), "people": sorted({one.by for one in whole.rows}), "imported": None, "problem": None}
    return Answer("judgements.html", "Judgements", page, given | extra, status=status)


def judgement(read: ReadView, request: Request) -> Answer:
    """One judgement."""
    found = find_judgement(read, request.path_params["id"])
    every = judgements_page(read).rows
    row = next(one for one in every if one.id == found.id)
    after = tuple(one for one in every if one.answers == row.id or row.id in one.subject)
    link = _LINKED.get(row.kind)
    named = [str(one["document"]) for one in snapshots(found)] if row.kind == ARTICLE else row.subject
    called = names_of_things(read, row.kind, row.subject)
    things = [(link(one), called.get(one)) for one in named if stands(read, link(one))] if link else []
    page = JudgementPage(row, after, differences(read, found), later_of(read, found) if row.stands else ())
    return Answer(
        "judgement.html",
        row.text,
        page,
        {"by": who.name_of(request), "things": things, "unsettled": row.stands and is_unsettled(read)},
        panel="panel_judgement.html",
    )


def take_back(path: Path, request: Request, form: FormData) -> Moved | Answer:
    """Take a judgement back, or the taking back of one."""
    given = Given(form)
    with open_store(path) as store:
        try:
            by = who.judge_name(request, given.words("by"))
            found = find_judgement(store.read(), request.path_params["id"])
            made = undo(store, found.id, by=by, note=given.words("note") or None, reread=read_again)
        except UsageError as error:
            raise Refused(409, "Nothing was taken back", error.message, hints=error.hints) from error
    back = who.safe_back(given.words("back")) or addresses.judgement(found.id)
    return Moved(back, {**who.name_cookies(request, by), who.DONE: (made.id, 300)})


def change_judgements(path: Path, request: Request, form: FormData) -> Moved | Answer:
    """Give oneself another name, or add judgements from a file."""
    given = Given(form)
    if given.words("action") == "name":
        try:
            return Moved(
                who.safe_back(given.words("back")) or "/judgements",
                who.name_cookies(request, who.judge_name(request, given.words("by"))),
            )
        except UsageError as error:
            raise Refused(422, "No name was given", error.message) from error
    if not who.may(request, "admin"):
        raise Refused(403, "Only an admin adds judgements from a file", "They come under the names that the file gives.")
    upload = form.get("file")
    with open_store(path) as store:
        try:
            done = _import(store, upload)
        except UsageError as error:
            return _list(store.read(), request, status=422, problem=error.message)
        return _list(store.read(), request, imported=done)


def _import(store: Store, upload: object) -> Imported:
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise UsageError("No file was chosen. Choose one that “All judgements” below has written.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "judgements.jsonl"
        file.write_bytes(upload.file.read())
        try:
            file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise UsageError("The file is no text in UTF-8. Choose one of JSON Lines, one judgement a line.") from error
        return import_judgements(store, file, reread=read_again)


def review(read: ReadView, request: Request) -> Answer:
    """What waits for a person, in three queues."""
    asked = request.query_params
    queue: Queue = ask.choice(asked, "queue", QUEUES) or "unsure"
    page = review_page(read, queue, number=ask.number(asked, "page"))
    return Answer("review.html", "Review", page, {"by": who.name_of(request), "queues": QUEUES, "year": None})


def download(kind: str) -> Callable[[Request], Response]:
    """An endpoint that gives all judgements, or all corrected statements, as a file of JSON Lines."""

    def endpoint(request: Request) -> Response:
        with request.app.state.desk.store.read_once() as read:
            text = "".join(to_jsonl(rows(read, kind)))
        headers = {"content-disposition": f'attachment; filename="{kind}.jsonl"', "cache-control": "no-cache"}
        return Response(text.encode("utf-8", "replace"), media_type="application/x-ndjson", headers=headers)

    return endpoint
