"""What the forms of a register have in common: an entry made of names, and why one is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quoth.lexicon.codes import state_of_code
from quoth.lexicon.states import states
from quoth.records import ActorKind, Registered, Tenure

LONGEST = 300
"""Characters of a name; longer ones are no names."""
_DATE = re.compile(r"[+]?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that cannot be used."""

    place: str
    message: str


def make_entry(
    file: str,
    id_: str,
    names: Iterable[str],
    *,
    kind: ActorKind | None,
    country: str | None,
    titles: Iterable[Tenure] = (),
    place: str,
) -> Registered | Refused:
    """An entry of these names, the first being the one it goes by; refused where it has none."""
    plain = list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    kept = [name for name in plain if len(name) <= LONGEST and any(letter.isalpha() for letter in name)]
    if not kept:
        told = f"its name is {plain[0][:40]!r}" if plain else "it has no name"
        return Refused(
            place,
            f"{place} cannot be used: {told}. Expected a name of letters, at most {LONGEST} characters. Mend it; the others are in.",
        )
    return Registered(id_, file, kept[0], tuple(kept), kind, country, tuple(dict.fromkeys(titles)))


def state_named(text: str | None) -> str | None:
    """The state that a name, another name or a two-letter code means; what is none is kept as it is."""
    if text is None or not text.strip():
        return None
    plain = text.strip()
    return state_of_code(plain) or states().of(plain) or plain


def day(text: str | None) -> str | None:
    """A date as ISO 8601, to the day, month or year; None where it is none."""
    found = _DATE.fullmatch((text or "").strip())
    if found is None:
        return None
    return "-".join(part for part in found.groups() if part and part != "00")
