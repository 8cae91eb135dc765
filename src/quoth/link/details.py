"""Details on which the tellings of one claim differ: the weekday, how long after, which way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from quoth.link.differences import DETAILS, Detail
from quoth.link.voices import Voices
from quoth.records import Claim, Disagreement, PositionStance, Reading, Statement, identify


def dispute_details(
    claims: Iterable[Claim], statements: Mapping[str, Statement], *, upheld: Collection[PositionStance], voices: Voices
) -> list[Disagreement]:
    """Claims of which statements of different documents, all ``upheld``, give details that cannot both be right."""
    return [point for claim in claims for point in _of_claim(claim, statements, upheld, voices)]


def _of_claim(
    claim: Claim, statements: Mapping[str, Statement], upheld: Collection[PositionStance], voices: Voices
) -> Iterator[Disagreement]:
    told = [statements[link.statement] for link in claim.statements if link.stance in upheld and link.statement in statements]
    for detail in DETAILS:
        by_value: dict[str, list[Statement]] = defaultdict(list)
        for one in told:
            value = detail.told(one.content.text)
            if value is not None:
                by_value[value].append(one)
        apart = [value for value in by_value if any(_is_apart(detail, value, other, by_value) for other in by_value)]
        if apart:
            yield Disagreement(
                id=identify("disagreement", detail.kind, detail.about, claim.id),
                story=claim.story,
                about=f"{detail.about}: {claim.text}",
                kind=detail.kind,
                readings=tuple(_reading(value, by_value[value], voices) for value in sorted(apart)),
                claim=claim.id,
            )


def _is_apart(detail: Detail, value: str, other: str, by_value: Mapping[str, Sequence[Statement]]) -> bool:
    """Whether two values exclude each other, and no document gives both."""
    mine, theirs = ({one.document for one in by_value[each]} for each in (value, other))
    return detail.apart(value, other) and mine.isdisjoint(theirs)


def _reading(value: str, told: Sequence[Statement], voices: Voices) -> Reading:
    return Reading(
        value=value,
        statements=tuple(one.id for one in told),
        actors=tuple(dict.fromkeys(actor for one in told for actor in voices.of(one.id, one.document))),
        documents=tuple(dict.fromkeys(one.document for one in told)),
    )
