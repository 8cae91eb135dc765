"""Initials before the turns of an interview: "AL:" is who was labelled "Ann Lee:" before."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.attribution.labels import find_initials
from quoth.extract.reference.found import NameFound
from quoth.extract.reference.participants import Named, Participant
from quoth.records import Span
from quoth.syntax import ParsedDocument


def with_initials(
    parsed: ParsedDocument, names: Sequence[Sequence[Named]], meant: dict[tuple[int, int], Participant]
) -> tuple[tuple[Named, ...], ...]:
    """The names by paragraph, labels of initials among them as names of whoever they are entered for in ``meant``."""
    rows = [list(row) for row in names]
    for (place, last), full in find_initials(parsed.paragraphs).items():
        person = meant.get(full)
        if person is None or person.kind != "person":
            continue
        meant[place, last] = person
        if all(one.found.last != last for one in rows[place]):
            token = parsed.paragraphs[place].tokens[last]
            found = NameFound(place, last, last, Span(token.start, token.end), token.text, (token.text,), "PERSON", None, None)
            rows[place] = sorted([*rows[place], Named(found, (), in_place=False, subject=False)], key=lambda one: one.found.first)
    return tuple(tuple(row) for row in rows)
