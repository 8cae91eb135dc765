"""Points on which accounts differ: figures, days, who asked, who did it, and whether it is so. None is decided; each is shown with its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoth.lexicon.commonness import rarity
from quoth.link.accounts import dispute_askers, dispute_days
from quoth.link.circumstances import dispute_circumstances
from quoth.link.corrected import dispute_corrected_days
from quoth.link.dated import dispute_deed_days
from quoth.link.details import dispute_details
from quoth.link.disowned import note_disowned
from quoth.link.figures import dispute_figures
from quoth.link.ground import Ground
from quoth.link.headlines import dispute_headlines
from quoth.link.meanings import Meaning, mean, rivals
from quoth.link.parties import Parties
from quoth.link.stances import AGAINST, FOR
from quoth.link.voices import Voices
from quoth.link.withdrawals import note_withdrawals
from quoth.records import (
    Claim,
    Contact,
    ContactEvent,
    Disagreement,
    PositionStance,
    Quantity,
    Reading,
    Statement,
    TimeExpression,
    identify,
)


def find_disagreements(
    *,
    quantities: Iterable[Quantity],
    contacts: Iterable[Contact],
    events: Sequence[ContactEvent],
    claims: Sequence[Claim],
    statements: Mapping[str, Statement],
    ground: Ground,
    times: Iterable[TimeExpression] = (),
) -> tuple[Disagreement, ...]:
    """All points on which accounts differ, story by story: claims first, then headlines, doers, figures, contacts, days of deeds, days that one text corrects, details
    of claims, circumstances of deeds.

    Differences that are only a matter of precision ("more than 40", 43; a month, a day in it) are none.
    """
    voices = Voices.among(ground, statements)
    times, quantities = tuple(times), tuple(quantities)
    told = {contact.id: contact for contact in contacts}
    claimed = dispute_claims(claims, statements)
    found = [
        *claimed,
        *dispute_headlines(claimed, statements=statements, ground=ground, voices=voices),
        *dispute_doers(claims, statements, ground),
        *dispute_figures(quantities, statements=statements, ground=ground, voices=voices, times=times),
        *dispute_askers(events, told, ground=ground, voices=voices),
        *dispute_days(events, told, ground=ground, voices=voices),
        *dispute_deed_days(times, statements, ground=ground, voices=voices),
        *dispute_corrected_days(times, statements, ground=ground, voices=voices),
        *dispute_details(claims, statements, upheld=FOR, voices=voices),
        *dispute_circumstances(statements, ground=ground, voices=voices),
    ]
    found = note_disowned(found, quantities=quantities, statements=statements, ground=ground, voices=voices)
    order = {story.id: place for place, story in enumerate(ground.stories)}
    return tuple(sorted(note_withdrawals(found, ground), key=lambda each: order.get(each.story or "", len(order))))


def dispute_claims(claims: Iterable[Claim], statements: Mapping[str, Statement]) -> list[Disagreement]:
    """Claims that some make and others deny or doubt."""
    return [
        Disagreement(
            id=identify("disagreement", "polarity", claim.id),
            story=claim.story,
            about=claim.text,
            kind="polarity",
            readings=(_stand("asserts", claim, FOR, statements), _stand("denies", claim, AGAINST, statements)),
            claim=claim.id,
        )
        for claim in claims
        if _taken(claim, FOR) and _taken(claim, AGAINST) and _is_between_actors(claim)
    ]


def _is_between_actors(claim: Claim) -> bool:
    """Whether known actors stand on both sides, not only the same: one who contradicts themselves, or nobody, is no dispute."""
    makers = {position.actor for position in claim.positions if set(position.statements) & set(_taken(claim, FOR))}
    deniers = {position.actor for position in claim.positions if set(position.statements) & set(_taken(claim, AGAINST))}
    return bool(makers) and bool(deniers) and makers != deniers


def _taken(claim: Claim, stances: frozenset[PositionStance]) -> list[str]:
    return [each.statement for each in claim.statements if each.stance in stances]


def _stand(value: str, claim: Claim, stances: frozenset[PositionStance], statements: Mapping[str, Statement]) -> Reading:
    taken = _taken(claim, stances)
    inside = set(taken)
    return Reading(
        value=value,
        statements=tuple(taken),
        actors=tuple(position.actor for position in claim.positions if inside & set(position.statements)),
        documents=tuple(dict.fromkeys(statements[name].document for name in taken if name in statements)),
    )


def dispute_doers(claims: Sequence[Claim], statements: Mapping[str, Statement], ground: Ground) -> list[Disagreement]:
    """Pairs of claims that tell of one deed, both as fact, and name different doers of it: who blew up the bridge."""
    parties = Parties.among(sorted(ground.actors.values(), key=lambda actor: actor.id))
    meanings = dict(_meanings(claims, statements, parties, ground))
    counts = Counter(word for meaning in meanings.values() for word in meaning.things)
    weight = {word: rarity(word, count, len(meanings)) for word, count in counts.items()}
    by_deed: dict[tuple[str | None, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in meanings and meanings[claim.id].deed is not None:
            by_deed[claim.story, meanings[claim.id].deed].append(claim)
    return [
        _rivalry(first, second, meanings, statements)
        for group in by_deed.values()
        for place, first in enumerate(group)
        for second in group[place + 1 :]
        if rivals(meanings[first.id], meanings[second.id], weight)
    ]


def _meanings(
    claims: Iterable[Claim], statements: Mapping[str, Statement], parties: Parties, ground: Ground
) -> Iterator[tuple[str, Meaning]]:
    """What each claim says, by the first of its statements that names a doer."""
    for claim in claims:
        for name in _taken(claim, FOR):
            statement = statements.get(name)
            if statement is not None and statement.proposition is not None:
                meaning = mean(statement.proposition, parties=parties, speaker=ground.actor_of.get(statement.speaker or ""))
                if meaning.doers:
                    yield claim.id, meaning
                    break


def _rivalry(first: Claim, second: Claim, meanings: Mapping[str, Meaning], statements: Mapping[str, Statement]) -> Disagreement:
    readings = tuple(_stand(", ".join(sorted(meanings[claim.id].doers)), claim, FOR, statements) for claim in (first, second))
    return Disagreement(
        id=identify("disagreement", "actor", first.id, second.id),
        story=first.story,
        about=f"who did it: {first.text}",
        kind="actor",
        readings=readings,
        claim=first.id,
    )
