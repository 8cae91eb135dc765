"""Adding from the desk: files, a text, the page at an address; how it goes on, and what came of it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from quoth.errors import LedgerError, UsageError
from quoth.read.dates import read_date
from quoth.records import SetAside
from quoth.run.adding import Queue
from quoth.run.events import Progress
from quoth.run.fetch import taken_apart
from quoth.run.tray import OPEN, Job, State, in_letters
from quoth.store import ReadView
from quoth.view.added import Added, added
from quoth.view.counts import UNDATED, count
from quoth.web import who
from quoth.web.answer import Answer, Moved, Refused, missing
from quoth.web.decide import Given

LARGEST_UPLOAD = 200_000_000
"""Bytes that one form may bring."""
LARGEST_FIELD = 4_000_000
"""Bytes of one typed field."""
MOST_FILES = 500
"""Files that one form may bring."""
LONGEST_TEXT = 500_000
"""Characters of a text that is pasted; what is longer comes as a file."""
ENDINGS = ".txt,.md,.html,.htm,.jsonl,.ndjson,.csv,.tsv,.json,.gz"
"""What a browser offers to choose; other files can be chosen too, and are set aside with the reason."""
WATCHERS = 60
"""Pages that are told of progress at once; others ask again from time to time."""
PAUSE = 0.4
"""Seconds between two looks at a job."""
WATCH = 600.0
"""Seconds after which a page asks anew to be told."""
_STAGES = {"read": "Reading the files", "extract": "Finding the statements", "link": "Comparing with all other articles"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FIELDS = ("outlet", "title", "published", "address")


@dataclass(frozen=True, slots=True)
class Step:
    """How far one stage of a job has come."""

    stage: str
    label: str
    done: int
    total: int | None
    """None where it is not known how much there is to do."""
    told: str
    """The same in words."""


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job of the list."""

    id: str
    made: str
    by: str | None
    what: str
    state: State
    message: str | None
    documents: int | None
    set_aside: int | None
    undated: int
    """Of these the articles that are kept without a date."""


@dataclass(frozen=True, slots=True)
class AddPage:
    """What can be added, and what was."""

    jobs: tuple[JobRow, ...]
    fetches: bool
    """Whether this desk fetches pages from the web."""


@dataclass(frozen=True, slots=True)
class JobPage:
    """One job: how it stands, and what came of it."""

    row: JobRow
    files: int
    size: int
    ahead: int
    """Jobs that are worked on before it."""
    steps: tuple[Step, ...]
    unchanged: int | None
    """Files that the ledger had already."""
    set_aside: tuple[SetAside, ...]
    added: Added


def add(_read: ReadView, request: Request) -> Answer:
    """The forms for files, a text and an address, and what was added lately."""
    return _show(request)


def _show(request: Request, *, problem: str | None = None, typed: Mapping[str, str] | None = None) -> Answer:
    desk = request.app.state.desk
    request.state.personal = True  # it changes without the ledger: no answer is remembered
    try:
        jobs, shut = desk.adding.jobs(), None
    except LedgerError as error:
        jobs, shut = (), str(error)
    page = AddPage(tuple(map(_row, jobs)), desk.fetches)
    extra = {
        "problem": problem,
        "shut": shut,
        "typed": dict.fromkeys((*_FIELDS, "fetch", "text"), "") | dict(typed or {}),
        "endings": ENDINGS,
        "open": OPEN,
        "by": who.name_of(request),
    }
    limits = {"most_files": MOST_FILES, "largest": LARGEST_UPLOAD, "longest_text": LONGEST_TEXT}
    return Answer("add.html", "Add articles", page, extra | limits, status=422 if problem else 200)


def take(_path: Path, request: Request, form: FormData) -> Moved | Answer:
    """Take what was given: it waits for its turn."""
    given = Given(form)
    typed = {name: given.words(name) for name in (*_FIELDS, "fetch", "action")} | {"text": _text(form)}
    try:
        job = _taken(request, form, typed)
    except UsageError as error:
        return _show(request, problem=str(error), typed=typed)
    except OSError as error:
        raise Refused(
            503,
            "There is no room",
            f"What was sent could not be kept ({error.strerror}). Make room on the disk, then send it again.",
        ) from error
    return Moved(f"/add/{job.id}")


def _taken(request: Request, form: FormData, typed: Mapping[str, str]) -> Job:
    queue, by = request.app.state.desk.adding, who.name_of(request)
    match typed["action"]:
        case "text":
            return _take_text(queue, typed, by, fetches=request.app.state.desk.fetches)
        case "fetch":
            if not request.app.state.desk.fetches:
                raise UsageError(
                    "This desk fetches nothing from the web. Save the page and add the file; or start it with --fetch."
                )
            return _take_address(queue, typed["fetch"], by)
    return _take_files(queue, form, by)


def _take_files(queue: Queue, form: FormData, by: str | None) -> Job:
    uploads = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    if not uploads:
        raise UsageError("No file was chosen. Choose one or more, or drop them onto the page.")
    names = [(one.filename or "").replace("\\", "/").rpartition("/")[2] for one in uploads]
    what = names[0] if len(names) == 1 else f"{count(len(names), 'file')}: {', '.join(names[:3])}{' …' if len(names) > 3 else ''}"
    with queue.drafting(_cleaned(what), by=by) as draft:
        job = draft
        for upload in uploads:
            job = queue.tray.put(job, upload.filename or "", upload.file)
        queue.submit(job)
    return job


def _take_text(queue: Queue, typed: Mapping[str, str], by: str | None, *, fetches: bool) -> Job:
    text = typed["text"]
    if not text.strip():
        raise UsageError("No text was given. Paste the words of an article.")
    if _ADDRESS.fullmatch(text.strip()):
        there = "Give it under “A page on the web”, and it is fetched" if fetches else "This desk fetches nothing from the web"
        raise UsageError(
            f"What was pasted is an address, not the words of an article. {there}. Or open it in a browser and paste the words of the article "
            "here, with the address in the field “address”; or save the page and add the file."
        )
    if len(text) > LONGEST_TEXT:
        raise UsageError(f"The text has {len(text):,} characters, but {LONGEST_TEXT:,} are taken. Save it as a file and add that.")
    if typed["published"] and read_date(typed["published"]) is None:
        raise UsageError(
            f"{typed['published']!r} is no date that can be read. Give the day, as in 2031-03-16, with the time where it is known, or nothing."
        )
    if typed["address"]:
        typed = {**typed, "address": taken_apart(typed["address"]).address}
    fields = {("url" if name == "address" else name): typed[name] for name in _FIELDS if typed[name]}
    record = json.dumps({**fields, "text": text}, ensure_ascii=False)
    with queue.drafting(_cleaned(f"a text: {typed['title'] or text}"), by=by) as draft:
        job = queue.tray.put(draft, f"pasted-{in_letters(record)}.jsonl", BytesIO(f"{record}\n".encode()))
        queue.submit(job)
    return job


def _take_address(queue: Queue, address: str, by: str | None) -> Job:
    target = taken_apart(address)
    with queue.drafting(_cleaned(target.address), by=by, address=target.address) as job:
        queue.submit(job)
    return job


def _text(form: FormData) -> str:
    value = form.get("text")
    return _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n")) if isinstance(value, str) else ""


def _cleaned(words: str) -> str:
    """Words in one line, of a length that a heading has room for."""
    line = " ".join(_CONTROL.sub(" ", words).split())
    return line if len(line) <= 120 else line[:119] + "…"


def show(read: ReadView, request: Request) -> Answer:
    """One job: how far it has come; at its end what is new and what was set aside."""
    request.state.personal = True
    job = _job(request)
    queue: Queue = request.app.state.desk.adding
    result = job.result
    page = JobPage(
        row=_row(job),
        files=job.files,
        size=job.size,
        ahead=queue.ahead_of(job.id),
        steps=steps_of(job),
        unchanged=result.unchanged if result else None,
        set_aside=result.set_aside if result else (),
        added=added(read, result.articles if result else (), result.stories if result else ()),
    )
    return Answer("added.html", f"Adding {job.what}", page, {"open": job.state in OPEN, "address": job.address, "year": None})


def change(_path: Path, request: Request, form: FormData) -> Moved:
    """Stop a job, go on with it, or forget it."""
    queue: Queue = request.app.state.desk.adding
    job = _job(request)
    match Given(form).words("action"):
        case "stop":
            queue.stop(job.id)
        case "go":
            queue.go_on(job.id)
        case "forget":
            queue.forget(job.id)
            return Moved("/add")
        case other:
            raise Refused(
                400,
                "The form is not understood",
                f"It asks for {other[:40]!r}, but stop, go or forget was expected. Open the page again.",
            )
    return Moved(f"/add/{job.id}")


async def events(request: Request) -> Response:
    """Tells a page how its job goes on, as it happens (server-sent events)."""
    job = _job(request)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_told(request, job.id), media_type="text/event-stream; charset=utf-8", headers=headers)


async def _told(request: Request, id: str) -> AsyncIterator[str]:  # noqa: A002 - as the job's field
    """What is said, until the job or the desk ends, or it is time to ask anew."""
    state, before = request.app.state, ""
    state.watchers = getattr(state, "watchers", 0) + 1
    try:
        yield "retry: 3000\n\n"
        for _ in range(int(WATCH / PAUSE)):
            job = state.desk.adding.job(id)
            now = _as_event(state.desk.adding, job) if job else ""
            if now != before:
                yield now
            before = now
            if job is None or job.state not in OPEN or state.watchers > WATCHERS or state.closing():
                return
            await asyncio.sleep(PAUSE)
    finally:
        state.watchers -= 1


def _as_event(queue: Queue, job: Job) -> str:
    said = {"state": job.state, "ahead": queue.ahead_of(job.id), "steps": [asdict(one) for one in steps_of(job)]}
    return f"data: {json.dumps(said)}\n\n"


def steps_of(job: Job) -> tuple[Step, ...]:
    """The stages of a job, with how far each has come; those that did not begin too."""
    events: dict[str, Progress] = {one.stage: one for one in job.steps}
    return tuple(_step(stage, label, events.get(stage), job.steps) for stage, label in _STAGES.items())


def _step(stage: str, label: str, event: Progress | None, begun: Sequence[Progress]) -> Step:
    if event is None:
        passed = list(_STAGES)[list(_STAGES).index(stage) :]
        return Step(stage, label, 0, 1, "nothing to do" if any(one.stage in passed for one in begun) else "")
    unit = event.unit.removesuffix("s") if event.total == 1 else event.unit
    parts = [f"{event.done:,} of {event.total:,} {unit}" if event.total else "", event.note or ""]
    parts.append(f"{event.set_aside:,} set aside" if event.set_aside else "")
    return Step(stage, label, event.done, event.total, " · ".join(part for part in parts if part))


def _job(request: Request) -> Job:
    job: Job | None = request.app.state.desk.adding.job(request.path_params["id"])
    if job is None:
        raise missing(
            "job", "Nothing of that number was added here lately. What was added is among the articles; the list is at /add."
        )
    return job


def _row(job: Job) -> JobRow:
    result = job.result
    documents, aside = (result.documents, result.aside) if result else (None, None)
    undated = sum(one.reason == UNDATED for one in result.set_aside) if result else 0
    return JobRow(job.id, job.made, job.by, job.what, job.state, job.message, documents, aside, undated)
