"""Who makes a statement, and where each party stands on a claim: its stance, since when, by which statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from quoth.link.answers import tells_of_giving
from quoth.link.ground import Ground
from quoth.link.kinds import is_party
from quoth.link.stances import AGAINST, merge_stances
from quoth.link.voices import one_voice
from quoth.records import Actor, Position, PositionStance, Statement

AGAIN = frozenset({"i", "we", "all", "both", "each", "our", "their"})
"""First words of a source inside a statement that mean the statement's own speakers."""


def speakers_of(statement: Statement, by_id: Mapping[str, Statement], ground: Ground) -> tuple[str, ...]:
    """The actors that make a statement: each member of a list that speaks as one.

    A statement inside another whose source only says again who speaks ("our governments all reject …") is its parent's speakers'.
    """
    outer = by_id.get(statement.parent or "")
    if statement.speaker is None:
        return speakers_of(outer, by_id, ground) if outer is not None and _speaks_again(statement) else ()
    voices = ground.members.get(statement.speaker) or (statement.speaker,)
    actors = (ground.actor_of[voice] for voice in voices if voice in ground.actor_of)
    return tuple(dict.fromkeys(actor for actor in actors if can_stand(ground.actors.get(actor))))


def can_stand(actor: Actor | None) -> bool:
    """Whether an actor can take a stance."""
    return actor is not None and is_party(actor.kind, actor.name)


def _speaks_again(statement: Statement) -> bool:
    words = statement.source.text.lower().split() if statement.source else []
    return len(words) <= 3 and bool(words) and words[0] in AGAIN


def positions_on(
    taken: Sequence[tuple[Statement, PositionStance]], by_id: Mapping[str, Statement], ground: Ground
) -> tuple[Position, ...]:
    """Each party's stance, in order of its first statement."""
    found: dict[str, list[tuple[Statement, PositionStance]]] = defaultdict(list)
    for statement, stance in taken:
        for actor in speakers_of(statement, by_id, ground):
            found[actor].append((statement, stance))
    found = {actor: _themselves(told) for actor, told in found.items()}
    party = one_voice({actor: merge_stances({stance for _, stance in told}) for actor, told in found.items()}, ground.actors)
    made: dict[str, set[str]] = defaultdict(set)
    for actor, told in found.items():
        made[party[actor]].update(statement.id for statement, _ in told)
    said = {actor: [each for each in taken if each[0].id in names] for actor, names in made.items()}
    return tuple(
        Position(
            actor=actor,
            stance=merge_stances({stance for _, stance in told}),
            first=min((date for statement, _ in told if (date := _date(statement, ground))), default=None),
            statements=tuple(statement.id for statement, _ in told),
        )
        for actor, told in said.items()
    )


def _themselves(found: list[tuple[Statement, PositionStance]]) -> list[tuple[Statement, PositionStance]]:
    """What an actor says on a claim; without that which others say they said where they deny having said it."""
    if not any(stance in AGAINST and tells_of_giving(statement.content.text) for statement, stance in found):
        return found
    return [(statement, stance) for statement, stance in found if stance in AGAINST or not statement.via] or found


def _date(statement: Statement, ground: Ground) -> str | None:
    """When it was said, else the day on which it was published."""
    document = ground.documents.get(statement.document)
    return statement.time or ((document.published or "")[:10] or None if document else None)
