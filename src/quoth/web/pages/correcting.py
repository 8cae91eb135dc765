"""Putting right where the error is seen: the forms for one thing, and what happens when one is sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request

from quoth.errors import Conflict, UsageError
from quoth.link.judged.statements import STANCES
from quoth.records import Judgement
from quoth.run.judge import Decision, judge
from quoth.run.judgements import read_again
from quoth.store import ReadView, Store, open_store
from quoth.view.aside import article_to_set_aside
from quoth.view.correcting import (
    actor_to_right,
    claim_to_right,
    finding_to_right,
    judged_before,
    statement_to_right,
    story_to_right,
)
from quoth.view.judgements import Ruling, judgements_page, tell
from quoth.web import addresses, who
from quoth.web.answer import Answer, Moved, Refused, missing
from quoth.web.decide import ACTIONS, Given, decide, standing_then

CALLED = {"disagreement": "point of difference", "quantity": "figure"}
"""Kinds whose name on the desk is not that of the record."""
DRAWN: Mapping[str, tuple[str, Callable[[ReadView, str], Any]]] = {
    "statement": ("correct_statement.html", statement_to_right),
    "claim": ("correct_claim.html", claim_to_right),
    "actor": ("correct_actor.html", actor_to_right),
    "story": ("correct_story.html", story_to_right),
    "article": ("correct_article.html", article_to_set_aside),
}
"""Kind → its template, and what it shows."""
HOME: Mapping[str, Callable[[str], str]] = {
    "statement": addresses.statement,
    "claim": addresses.claim,
    "actor": addresses.actor,
    "story": addresses.story,
    "article": addresses.article,
    "contact": addresses.contact,
    "copy": addresses.copy,
    "disagreement": addresses.point,
}
"""Kind → where its own page stands."""


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Two decisions on one thing: what was sent, and what somebody else made of it in the meantime."""

    wanted: str
    by: str
    standing: Ruling | None
    """None where what was seen to stand was taken back."""
    told: str
    last: str
    """The last judgement of all: what the form answers when it is sent again."""


def correct(read: ReadView, request: Request) -> Answer:
    """The forms for one thing."""
    return _forms(read, request)


def _forms(read: ReadView, request: Request, *, status: int = 200, **extra: Any) -> Answer:
    kind, identifier = request.path_params["kind"], request.path_params["id"]
    if kind not in ACTIONS:
        raise missing("kind", f"Nothing called {kind!r} can be put right. What can: {', '.join(ACTIONS)}.")
    template, find = DRAWN.get(kind, ("correct_finding.html", lambda read, one: finding_to_right(read, kind, one)))
    page = find(read, identifier)
    called = CALLED.get(kind, kind)
    given: dict[str, Any] = {
        "part": template,
        "kind": kind,
        "called": called,
        "id": identifier,
        "stances": STANCES,
        "by": who.name_of(request),
        "year": None,
        "problem": None,
        "hints": (),
        "typed": defaultdict(str),
        "ticked": frozenset(),
        "home": HOME[kind](identifier) if kind in HOME else None,
    }
    return Answer("correct.html", f"Put right: {called}", page, given | extra, panel=template, status=status)


def take(path: Path, request: Request, form: FormData) -> Moved | Answer:
    """Make the judgement that a form asks for; tell who was faster; show the form again where it cannot be made."""
    kind, identifier, given = request.path_params["kind"], request.path_params["id"], Given(form)
    with open_store(path) as store:
        read = store.read()
        try:
            by = who.judge_name(request, given.words("by"))
            decision = decide(read, kind, identifier, given)
            expected = standing_then(read, given.words("seen"), decision)
            made = judge(store, decision, by=by, note=given.words("note") or None, expected=expected, reread=read_again)
        except UsageError as error:
            return _again(read, request, given, error)
        except Conflict as error:
            return _conflict(store, request, given, decision, by, error)
        return _done(read, request, made, who.safe_back(given.words("back")) or _home(made, kind, identifier))


def _again(read: ReadView, request: Request, given: Given, error: UsageError) -> Answer:
    """The same forms, with what was typed and what was wrong."""
    try:
        sent = {"typed": defaultdict(str, given.fields()), "ticked": frozenset(given.every("part"))}
        return _forms(read, request, status=422, problem=error.message, hints=error.hints, **sent)
    except UsageError as gone:
        latest = tuple(f"{one.by}, {one.at[:16]}: {one.text}" for one in judgements_page(read).rows[:3])
        raise Refused(409, "It is no longer there", f"{gone.message} Nothing was changed by you.", hints=latest) from error


def _conflict(store: Store, request: Request, given: Given, decision: Decision, by: str, error: Conflict) -> Answer:
    """Both decisions side by side, and the form that makes one's own all the same."""
    read = store.read()
    rows = {one.id: one for one in judgements_page(read).rows}
    kind, identifier = request.path_params["kind"], request.path_params["id"]
    page = ConflictPage(
        wanted=sentence(decision, by),
        by=by,
        standing=rows.get(error.standing or ""),
        told=str(error),
        last=judged_before(read, decision.kind, decision.subject).seen,
    )
    fields = [(name, value) for name, value in given.fields() if name not in {"token", "seen", "by"}]
    extra = {"fields": fields, "back": who.safe_back(given.words("back")) or addresses.correct(kind, identifier)}
    return Answer("conflict.html", "Somebody judged this in the meantime", page, extra, status=409)


def sentence(decision: Decision, by: str) -> str:
    """What a decision would say as a judgement."""
    return tell(Judgement("", decision.kind, " ".join(decision.subject), decision.verdict, by, "", None, None, decision.found))


def _done(read: ReadView, request: Request, made: Judgement, back: str) -> Moved:
    """To where the reader came from; to the judgement itself where that page is no more."""
    to = back if stands(read, back) else addresses.judgement(made.id)
    return Moved(to, {**who.name_cookies(request, made.by), who.DONE: (made.id, 300)})


def _home(made: Judgement, kind: str, identifier: str) -> str:
    if kind in HOME:
        return HOME[kind](identifier)
    things = (made.found or {}).get("things")
    first = things[0] if isinstance(things, list) and things else None
    document = first.get("document") if isinstance(first, dict) else None
    return addresses.article(str(document)) if document else addresses.judgement(made.id)


def stands(read: ReadView, address: str) -> bool:
    """Whether the page at an address of this desk is still there after a judgement."""
    _, room, name, *_ = (*address.partition("?")[0].partition("#")[0].split("/"), "", "")
    found: Mapping[str, Callable[[], object]] = {
        "statements": lambda: read.statement(name),
        "claims": lambda: next(iter(read.claims(ids=[name])), None),
        "stories": lambda: next(iter(read.stories([name])), None),
        "actors": lambda: next(iter(read.actors([name])), None) or read.actor_of([name]),
        "points": lambda: next(iter(read.disagreements(ids=[name])), None),
        "copies": lambda: next(iter(read.copies(ids=[name])), None),
        "contacts": lambda: next(iter(read.events(ids=[name])), None) or next(iter(read.contacts(ids=[name])), None),
        "articles": lambda: read.document(name),
        "correct": lambda: None,
    }
    return not name or room not in found or bool(found[room]())
