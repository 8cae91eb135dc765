"""How a page says what was done in saying something, and how it was said: "rejects, in an interview"."""

from __future__ import annotations

import re
from typing import Protocol

from quoth.lexicon.acts import plain_acts
from quoth.link.answers import rejects_denial, tells_of_giving
from quoth.link.stances import AGAINST
from quoth.records import Act, Channel, PositionStance, Stance

_SAID_IN: dict[Channel, str] = {
    "statement": "in a statement",
    "conference": "at a press conference",
    "interview": "in an interview",
    "speech": "in a speech",
    "post": "in a post",
    "letter": "in a letter",
    "message": "in a message",
    "call": "in a call",
    "meeting": "at a meeting",
    "broadcast": "on the air",
    "article": "in an article",
    "report": "in a report",
    "testimony": "in testimony",
}
_OF = re.compile(r" (?:of|from|in|at|for|on|with|to|who|that|close) ")
"""Where the head of a description ends."""
_VERBS: dict[Act, tuple[str, str]] = {
    "state": ("says", "say"),
    "decline": ("declines to comment", "decline to comment"),
    "withhold": ("stops short of saying", "stop short of saying"),
    "unanswered": ("does not answer", "leave unanswered"),
}
"""Acts whose name is not the verb itself: in the third person, and behind "does not"."""


class Manner(Protocol):
    """What tells how something was said."""

    @property
    def stance(self) -> Stance:
        """What the speaker does with the content."""

    @property
    def act(self) -> Act | None:
        """What is done in saying so, within the stance."""

    @property
    def channel(self) -> Channel | None:
        """How it was said."""

    @property
    def negated(self) -> bool:
        """Whether the text says that it was not said."""


def manner_text(one: Manner) -> str:
    """The act where it is finer than the stance, and the channel where it is told ("insists, in a speech"); else empty."""
    fine = one.act is not None and one.act != plain_acts().get(one.stance)
    act = verb_text(one) if fine else ""
    channel = _SAID_IN[one.channel] if one.channel else ""
    return ", ".join(part for part in (act, channel) if part)


def verb_text(one: Manner, *, plural: bool = False) -> str:
    """What the speaker does, as the verb of a sentence ("rejects", "does not confirm"; of several "reject"); by the plain act of its
    stance where none is known."""
    act = one.act or plain_acts().get(one.stance, "state")
    third, bare = _VERBS.get(act) or (_third_person(act), act)
    if one.negated:
        return f"{'do' if plural else 'does'} not {bare}"
    return bare if plural else third


def is_plural(name: str) -> bool:
    """Whether a name is of several, by its form: two names joined, or a noun in the plural ("allied services", "Two Ardenese senators", "governments
    of Arden and Ilmar", not "rescue service")."""
    head = _OF.split(name, maxsplit=1)[0]
    last = head.split()[-1] if head.split() else ""
    return " and " in head or (last[:1].islower() and last.endswith("s") and not last.endswith(("ss", "us", "is")))


class Stood(Protocol):
    """What tells how something that was said stands to a claim."""

    @property
    def stance(self) -> Stance:
        """What the speaker does with the content."""

    @property
    def negated(self) -> bool:
        """Whether the text says that it was not said."""

    @property
    def on_claim(self) -> PositionStance | None:
        """Its stance on the claim it is shown under, where it is."""

    @property
    def content(self) -> str:
        """The words of what was said."""


def stance_text(one: Stood) -> str:
    """The stance as the verb of a sentence ("denies", "does not deny"); "says" where it takes none. Where that of the claim is another, how it
    comes to be, as ``turned_text`` has it."""
    verb = "says" if one.stance == "none" else one.stance
    return turned_text(one) or (f"does not {_bare(verb)}" if one.negated else verb)


def turned_text(one: Stood) -> str:
    """How what was said comes to a stance on the claim that its own verb does not tell: "says otherwise", "denies the contrary", "rejects a denial
    of it", "denies having given it" (a figure); else empty."""
    if one.on_claim in AGAINST and tells_of_giving(one.content):
        return "denies having given it"
    if one.on_claim in AGAINST and not one.negated and one.stance not in {*AGAINST, "declines"}:
        return "thinks otherwise" if one.stance == "thinks" else "says otherwise"
    if one.on_claim not in {"asserts", "hedges"} or one.negated:
        return ""
    if rejects_denial(one.content, denied=one.stance in AGAINST):
        return "rejects a denial of it"
    return f"{one.stance} the contrary" if one.stance in AGAINST else ""


def _bare(verb: str) -> str:
    """The verb behind "does not", from its third person."""
    return f"{verb[:-3]}y" if verb.endswith("ies") else verb[:-1]


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
