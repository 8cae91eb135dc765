"""What a form of the desk decides: from its action and its fields to the decision that is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from starlette.datastructures import FormData

from quoth.errors import UsageError
from quoth.link.judged.standing import REJECTABLE, in_order, last_on
from quoth.link.judged.statements import STANCES
from quoth.records import Span, Statement
from quoth.run import subjects
from quoth.run.judge import Decision
from quoth.store import ReadView
from quoth.store.overlay import rulings
from quoth.view.correcting import statement_to_right
from quoth.view.find import fold
from quoth.view.wording import find_parts

LONGEST = 20_000
"""Characters of one field."""
_ADDRESS = re.compile(r"^(?:https?://[^/]+)?/(?:stories|claims|actors|statements|articles)/([0-9a-f]{20})")
_OFFERED = re.compile(r"^([0-9a-f]{8})  ")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of a form, read with limits."""

    form: FormData

    def words(self, name: str) -> str:
        """What was typed in a field; empty where nothing was."""
        value = self.form.get(name)
        return _CONTROL.sub(" ", value[:LONGEST]).strip() if isinstance(value, str) else ""

    def every(self, name: str) -> tuple[str, ...]:
        """What was ticked under a name."""
        return tuple(one for one in self.form.getlist(name) if isinstance(one, str) and one)[:500]

    def lines(self, name: str) -> tuple[str, ...]:
        """What was typed in a field, a line each, without empty ones."""
        return tuple(" ".join(one.split()) for one in self.words(name).splitlines() if one.strip())

    def fields(self) -> tuple[tuple[str, str], ...]:
        """All that was sent, to be sent again."""
        return tuple((name, value) for name, value in self.form.multi_items() if isinstance(value, str))


Decide: TypeAlias = Callable[[ReadView, str, Given], Decision]


def decide(read: ReadView, kind: str, identifier: str, given: Given) -> Decision:
    """What a form decides of a thing. Raises ``UsageError`` where it asks for nothing that can be decided."""
    actions = ACTIONS.get(kind)
    if actions is None:
        raise UsageError(f"A {kind} cannot be put right here. What can: {', '.join(ACTIONS)}")
    action = given.words("action")
    if action not in actions:
        raise UsageError(f"The form asks for {action!r}, but one of these was expected: {', '.join(actions)}. Open the page again.")
    return actions[action](read, identifier, given)


def standing_then(read: ReadView, seen: str, decision: Decision) -> str | None:
    """The judgement that stood on the same things when the page was drawn, ``seen`` being the last of all then; None for none.

    Raises ``UsageError`` where there is no such judgement.
    """
    made = in_order(rulings(read.engine))
    places = {one.id: place for place, one in enumerate(made)}
    if seen and seen not in places:
        raise UsageError("The form names a judgement that this ledger does not hold. Open the page again, then judge.")
    last = last_on(made[: places[seen] + 1] if seen else [], decision.kind, decision.subject)
    return last.id if last else None


# --- statements -------------------------------------------------------------------------------------------------------


def _speaker(read: ReadView, identifier: str, given: Given) -> Decision:
    if given.words("nobody"):
        return subjects.right(read, identifier, speaker="")
    name = given.words("meant") or given.words("speaker")
    if not name:
        raise UsageError("Nobody was named. Type who says it, or tick that nobody is named.")
    here = [one.id for one in statement_to_right(read, identifier).speakers if fold(one.name) == fold(name)]
    return subjects.right(read, identifier, speaker=here[0] if len(here) == 1 else _meant(name))


def _stance(read: ReadView, identifier: str, given: Given) -> Decision:
    stance = given.words("stance")
    if stance not in STANCES:
        raise UsageError(f"There is no stance {stance!r}. There are: {', '.join(STANCES)}")
    return subjects.right(read, identifier, stance=stance)


def _words(read: ReadView, identifier: str, given: Given) -> Decision:
    page, statement = statement_to_right(read, identifier), subjects.one_statement(read, identifier)
    document = read.document(statement.document)
    place = given.words("near")
    near = int(place) if place.isascii() and place.isdigit() and len(place) < 10 else statement.content.spans[0].start
    changed: dict[str, list[Span]] = {}
    for name in ("source", "cue", "content"):
        typed = given.lines(name)
        if name in given.form and document and typed != getattr(page, name):
            changed[name] = find_parts(document.text, typed, near=near)
    if not changed:
        raise UsageError("The words are those that were found. Change them, or say that the statement is right.")
    return subjects.right(read, identifier, source=changed.get("source"), cue=changed.get("cue"), content=changed.get("content"))


def _as_read(read: ReadView, identifier: str, _given: Given) -> Decision:
    """Everything is right as it was read: nothing changes, and nobody is asked again."""
    one: Statement = subjects.one_statement(read, identifier)
    return subjects.right(
        read,
        identifier,
        stance=one.stance,
        source=one.source.spans if one.source else (),
        cue=one.cue.spans,
        content=one.content.spans,
    )


def _rejected(kind: str) -> Decide:
    return lambda read, identifier, given: subjects.reject(read, kind, given.words("target") or identifier)


def _off_claim(read: ReadView, identifier: str, given: Given) -> Decision:
    return subjects.split_claim(read, _meant(given.words("claim")), [identifier])


def _aside(read: ReadView, identifier: str, _given: Given) -> Decision:
    return subjects.set_aside(read, identifier)


# --- one or several ---------------------------------------------------------------------------------------------------


def _other(given: Given) -> str:
    """The other one: taken from what was offered where no such name was found, typed, else picked."""
    name = given.words("meant") or given.words("typed") or given.words("other")
    if not name:
        raise UsageError("No other one was named. Pick one of the list, or type its name or address.")
    return _meant(name)


def _meant(text: str) -> str:
    """What an address of this desk, or the beginning of an identifier before a title, leads to; every other text as it is."""
    match = _ADDRESS.match(text.strip()) or _OFFERED.match(text)
    return match[1] if match else text.strip()


def _merge(kind: str) -> Decide:
    return lambda read, identifier, given: subjects.MERGES[kind](read, [identifier, _other(given)])


def _split(kind: str, what: str) -> Decide:
    def split(read: ReadView, identifier: str, given: Given) -> Decision:
        parts: Sequence[str] = given.every("part")
        if not parts:
            raise UsageError(f"Nothing was ticked. Tick the {what} that do not belong here.")
        return subjects.SPLITS[kind](read, identifier, parts)

    return split


def _different(read: ReadView, identifier: str, given: Given) -> Decision:
    return subjects.different_actors(read, [identifier, _other(given)])


def _opposed(read: ReadView, identifier: str, given: Given) -> Decision:
    return subjects.opposed_claims(read, identifier, _other(given))


ACTIONS: Mapping[str, Mapping[str, Decide]] = {
    "statement": {
        "speaker": _speaker,
        "stance": _stance,
        "words": _words,
        "right": _as_read,
        "reject": _rejected("statement"),
        "off": _off_claim,
    },
    "claim": {"same": _merge("claim"), "opposed": _opposed, "split": _split("claim", "statements")},
    "actor": {"merge": _merge("actor"), "split": _split("actor", "names or articles"), "different": _different},
    "story": {"merge": _merge("story"), "split": _split("story", "articles")},
    "article": {"aside": _aside},
    **{kind: {"reject": _rejected(kind)} for kind in REJECTABLE if kind != "statement"},
}
"""Kind → what can be done with it, by the name of the form's action."""
