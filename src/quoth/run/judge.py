"""Judging: a person's decision is kept, seen at once, and can be taken back. Any number of people may judge one ledger at a time.

Judgements are only ever added. Each names the one on the same things that it answers; whoever says what they expect to answer is told where
somebody was faster, and nothing is written then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeVar

from quoth.errors import Busy, Conflict, UsageError
from quoth.link.judged.standing import (
    APART,
    ARTICLE,
    ASIDE,
    CLAIM,
    JUDGEMENT,
    REJECTED,
    STATEMENT,
    UNDONE,
    VERDICTS,
    in_order,
    last_on,
    standing,
    things,
)
from quoth.link.judged.statements import read_change
from quoth.records import Json, Judgement, identify
from quoth.run.asides import bring_back, list_aside, put_away, take_out
from quoth.run.effects import FOUND, Effects
from quoth.run.followups import Following
from quoth.run.rooms import Reread
from quoth.run.successors import Successors
from quoth.store import Store, Writer
from quoth.store.overlay import rulings

ATTEMPTS = 4
"""How often a judgement is tried where others write the ledger all the time."""
PAUSE = 0.2
"""Seconds between the first two attempts; twice as many before each further one."""

LAST: Literal["last"] = "last"
"""Whatever judgement stands on the same things is answered."""

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides of what: a judgement before it is made."""

    kind: str
    subject: tuple[str, ...]
    """Identifiers: of the finding; of referents, documents or statements that are one or several."""
    verdict: str
    found: dict[str, Json] | None = None
    """What was found, as ``quoth.run.subjects`` takes it down."""


def judge(
    store: Store,
    decision: Decision,
    *,
    by: str,
    note: str | None = None,
    expected: str | None = LAST,
    reread: Reread | None = None,
) -> Judgement:
    """Keep a decision and make it seen, in one transaction; the judgement made. One that says what the last on the same things says is
    not made again: that one is given.

    ``expected`` is the judgement on the same things that the person saw standing, None for none: where another stands by now, raises
    ``Conflict`` and writes nothing. Raises ``UsageError`` for a decision that cannot be made, ``Busy`` where the ledger stays locked.
    """
    check_decision(decision)
    require_name(by)
    if decision.kind == ARTICLE and not (note or "").strip():
        raise UsageError("An article is set aside for a reason, which is shown wherever it is missed. Say why.")

    def write(writer: Writer) -> Judgement:
        made = rulings(writer.connection)
        last = last_on(made, decision.kind, decision.subject)
        _require_expected(last, expected)
        if last is not None and (things(last), last.verdict) == (decision.subject, decision.verdict):
            return next(one for one in writer.read().judgements() if one.id == last.id)
        one = _make(decision, by=by, note=note, answers=last.id if last else None, made=made)
        writer.add_judgement(one)
        _apply(writer, one, (*made, one), reread)
        return one

    return _persist(store, write)


def undo(store: Store, judgement: str, *, by: str, note: str | None = None, reread: Reread | None = None) -> Judgement:
    """Take back a judgement, or the taking back of one; the judgement that does so.

    Raises ``UsageError`` where there is no such judgement, or it was taken back already.
    """
    require_name(by)

    def write(writer: Writer) -> Judgement:
        made = rulings(writer.connection)
        found = next((one for one in made if one.id == judgement), None)
        if found is None:
            raise UsageError(f"There is no judgement {judgement}.", command="List them with: quoth judge list")
        _require_standing(found, made)
        one = _make(Decision(JUDGEMENT, (found.id,), UNDONE), by=by, note=note, answers=found.id, made=made)
        writer.add_judgement(one)
        replay(writer, reread)
        return one

    return _persist(store, write)


def add_all(store: Store, judgements: Sequence[Judgement], *, reread: Reread | None = None) -> int:
    """Keep judgements that were made elsewhere, in one transaction, and judge anew by all that stand; how many are new."""

    def write(writer: Writer) -> int:
        known = {one.id for one in rulings(writer.connection)}
        new = [one for one in judgements if one.id not in known]
        for one in in_order(new):
            writer.add_judgement(one)
        if new:
            replay(writer, reread)
        return len({one.id for one in new})

    return _persist(store, write)


def replay(writer: Writer, reread: Reread | None = None) -> None:
    """Put back all that the machine had, and judge by all that stands.

    Links rest on what had been judged when they were worked out, so all is first brought to where it stood then; what follows is told from
    what changed since.
    """
    made, until = writer.read().judgements(), writer.judged_until()
    then = standing(one for one in made if until is not None and one.at <= until)
    now = standing(made)
    effects = Effects(writer, reread)
    bring_back(writer, [one for one in now if one in then])
    effects.restore()
    if then:
        resolved = Successors(writer.read()).resolve(then)
        effects.fold_findings(resolved)
        effects.fold_links(resolved)
        Following(effects, resolved).judge_claims()
    effects.changes.rows.clear()
    if not {one.id for one in then} <= {one.id for one in now}:
        effects.restore()
        _fold(effects, now, now)
    else:
        _fold(effects, [one for one in now if one not in then], now)


def _fold(effects: Effects, judgements: Sequence[Judgement], stand: Sequence[Judgement]) -> None:
    """Judge by these judgements, of all that stand, and work out what follows."""
    if judgements or effects.changes.rows:
        going = take_out(effects, judgements)
        resolved = Successors(effects.read).resolve(judgements)
        effects.fold_findings(resolved)
        effects.fold_links(resolved)
        Following(effects, resolved, _rejected_points(stand), _bound(stand)).follow()
        put_away(effects, going)
    list_aside(effects.writer, stand)


def judge_findings(writer: Writer, reread: Reread | None = None) -> None:
    """Judge what was found in documents by all that stands, after documents were read again; links are to be worked out after it."""
    stand = [one for one in standing(writer.read().judgements()) if one.kind not in {CLAIM, JUDGEMENT}]
    effects = Effects(writer, reread)
    effects.restore([*FOUND, "referents"])
    effects.fold_findings(Successors(writer.read()).resolve(stand))


def catch_up(writer: Writer, judged: frozenset[str], reread: Reread | None = None) -> None:
    """After links were written: note which judgements went into them, and judge by those that were made in the meantime."""
    made = rulings(writer.connection)
    writer.mark_judged(max((one.at for one in made if one.id in judged), default=None))
    if not judged.issuperset(one.id for one in made):
        replay(writer, reread)


def check_decision(decision: Decision) -> None:
    """Raise ``UsageError`` where a decision cannot be made."""
    known = VERDICTS.get(decision.kind)
    if known is None or decision.kind == JUDGEMENT:
        kinds = ", ".join(kind for kind in VERDICTS if kind != JUDGEMENT)
        raise UsageError(f"There is nothing called {decision.kind!r} to judge. There are: {kinds}", hints=tuple(VERDICTS))
    if decision.verdict not in known:
        if decision.kind != STATEMENT:
            raise UsageError(f"A {decision.kind} cannot be judged {decision.verdict!r}, but {' or '.join(sorted(known))}.")
        read_change(decision.verdict)
    several = known.isdisjoint({REJECTED, ASIDE})
    if several and len(set(decision.subject)) < 2:
        raise UsageError(f"A judgement {decision.verdict!r} needs two different things, but one was given. Give both.")
    if not several and len(decision.subject) != 1:
        raise UsageError(
            f"A judgement on a {decision.kind} is about one, but {len(decision.subject)} were given. Judge them one by one."
        )


def require_name(by: str) -> None:
    """Raise ``UsageError`` where nobody is named as the one who judges."""
    if not by.strip():
        raise UsageError("A judgement needs to say who made it. Give a name with --by, or set QUOTH_BY.")


def _require_expected(last: Judgement | None, expected: str | None) -> None:
    stands = last.id if last else None
    if expected in {LAST, stands}:
        return
    if last is None:
        raise Conflict(
            f"The judgement {expected} that this one answers does not stand any more: it was taken back. Look again, then judge."
        )
    raise Conflict(
        f"{last.by} judged this in the meantime ({last.verdict}, {last.at}{': ' + last.note if last.note else ''}). "
        f"Nothing was changed by you. Look again; to go against it, answer {last.id}.",
        standing=last.id,
    )


def _require_standing(found: Judgement, made: Sequence[Judgement]) -> None:
    for one in reversed(made):
        if one.kind == JUDGEMENT and one.subject == found.id and _stands(one, made):
            raise UsageError(
                f"{found.id} was taken back already by {one.by}, {one.at}.", command=f"To restore it: quoth judge undo {one.id}"
            )


def _stands(undoing: Judgement, made: Sequence[Judgement]) -> bool:
    """Whether a taking back was not itself taken back."""
    return not any(one.kind == JUDGEMENT and one.subject == undoing.id and _stands(one, made) for one in made)


def _make(decision: Decision, *, by: str, note: str | None, answers: str | None, made: Sequence[Judgement]) -> Judgement:
    """The judgement of a decision, later than all that were made."""
    at = _now(made[-1].at if made else None)
    subject = " ".join(decision.subject)
    id_ = identify("judgement", decision.kind, subject, decision.verdict, by, at)
    return Judgement(id_, decision.kind, subject, decision.verdict, by.strip(), at, note or None, answers, decision.found)


def _now(last: str | None) -> str:
    """Now, or just after the last judgement where that says to be later: clocks differ."""
    now = datetime.now(tz=UTC)
    try:
        before = datetime.fromisoformat(last or "")
    except ValueError:
        return now.isoformat(timespec="microseconds")
    known = before if before.tzinfo else before.replace(tzinfo=UTC)
    return max(now, known + timedelta(microseconds=1)).astimezone(UTC).isoformat(timespec="microseconds")


def _apply(writer: Writer, one: Judgement, made: Sequence[Judgement], reread: Reread | None) -> None:
    """Make one more judgement seen, on top of all before it."""
    _fold(Effects(writer, reread), [one], standing(made))


def _rejected_points(stand: Sequence[Judgement]) -> frozenset[str]:
    return frozenset(one.subject for one in stand if one.kind == "disagreement" and one.verdict == REJECTED)


def _bound(stand: Sequence[Judgement]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(things(one)) for one in stand if one.kind == CLAIM and one.verdict != APART)


def _persist(store: Store, write: Callable[[Writer], Done]) -> Done:
    """Write in one transaction; wait and try again where others hold the ledger for very long."""
    for attempt in range(ATTEMPTS - 1):
        try:
            with store.write() as writer:
                return write(writer)
        except Busy:
            time.sleep(PAUSE * 2**attempt)
    with store.write() as writer:
        return write(writer)
