"""What a person means by an identifier or a name: whole or shortened identifiers, names with near misses offered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from quoth.errors import UsageError
from quoth.records import Actor, Claim, Document, Story
from quoth.store import ReadView, Tallies
from quoth.store.aside import documents_aside
from quoth.store.names import names_like
from quoth.store.overlay import begun
from quoth.view.coverage import headline_of
from quoth.view.dates import date_label

NEAR = 60.0
"""Least likeness (0 to 100, rapidfuzz ``WRatio``) of a name offered as a near miss."""
OFFERED = 3
CHOICES = 12
"""Articles of which several are meant that are offered at most."""
LISTED = 8
"""Stories of which several are meant that are listed at most."""
BEGINNING = 360
"""Characters of an article without a title by which it is called."""
MANY = 1000
"""Identifiers that begin alike and are counted at most."""
_IDENTIFIER = re.compile(r"[0-9a-f]{20}")
SHORTEST = 6
"""Fewest characters of an identifier that are taken for one where a name is expected."""


def find_story(read: ReadView, identifier: str | None) -> Story:
    """A story by its identifier, the beginning of it, words of its title, or words that only titles of its articles have; the only one there
    is for None.

    Raises ``UsageError``, with what was meant perhaps, otherwise.
    """
    exact = next(iter(read.stories([identifier])), None) if identifier else None
    if exact is not None:
        return exact
    titles = {} if _is_whole(identifier) else {one.id: one.title for one in Tallies(read.engine).story_titles()}
    found = _only_story(titles) if identifier is None else _named_story(read, titles, identifier)
    return next(iter(read.stories([found])))


def _named_story(read: ReadView, titles: Mapping[str, str], identifier: str) -> str:
    wanted = fold(identifier)
    titled = [one for one in titles if wanted in fold(titles[one])] if identifier.strip() else []
    begins = any(one.startswith(identifier.lower()) for one in titles)
    titled = titled or ([] if begins or not wanted or not titles else _headed(read, titles, wanted))
    if len(titled) == 1:
        return titled[0]
    if titled:
        raise UsageError(
            f"{len(titled)} stories have {identifier!r} in their titles: say which one.", hints=_titles(titles, titled)
        )
    if not begins:
        near = near_names(identifier, list(titles.values()))
        raise UsageError(
            f"No story begins with {identifier!r} or has it in its title.",
            command="List them with: quoth show stories",
            hints=_titles(titles, [one for one in titles if titles[one] in near]),
        )
    return _begun(identifier, list(titles), what="story", command="quoth show stories")


def _headed(read: ReadView, titles: Mapping[str, str], wanted: str) -> list[str]:
    """The stories that have an article with these words in its title."""
    tallies = Tallies(read.engine)
    named = {one.id for one in tallies.heads() if one.title and wanted in fold(one.title)}
    held = set(tallies.stories_with(named).values())
    return [one for one in titles if one in held]


def _only_story(titles: Mapping[str, str]) -> str:
    if len(titles) == 1:
        return next(iter(titles))
    if not titles:
        raise UsageError("The ledger holds no story yet. Add articles first.", command="To do so: quoth add FOLDER")
    raise UsageError(
        f"The ledger holds {len(titles)} stories: say which one.",
        command="List them with: quoth show stories",
        hints=_titles(titles, list(titles)),
    )


def _titles(titles: Mapping[str, str], stories: Sequence[str]) -> tuple[str, ...]:
    more = (f"and {len(stories) - LISTED} more",) if len(stories) > LISTED else ()
    return (*(f"{one[:8]}  {titles[one]}" for one in stories[:LISTED]), *more)


def find_claim(read: ReadView, identifier: str) -> Claim:
    """A claim by its identifier or the beginning of it. Raises ``UsageError`` where none or several begin so."""
    exact = next(iter(read.claims(ids=[identifier])), None)
    if exact is not None:
        return exact
    found = _begun(identifier, _beginning(read, "claims", identifier), what="claim", command="quoth show claims")
    return next(iter(read.claims(ids=[found])))


def find_document(read: ReadView, text: str) -> Document:
    """A document by identifier (or its beginning), by the identifier or address it came with, or by title.

    Raises ``UsageError``, with near misses, where none or several fit.
    """
    named = read.document(text)
    if named is not None:
        return named
    titles = {} if _is_whole(text) else _headlines(read)
    exact = [] if _is_whole(text) else Tallies(read.engine).known_as(text)
    wanted = fold(text)
    titled = [one for one in titles if wanted in fold(titles[one])]
    for found in (exact, _beginning(read, "documents", text), titled):
        held = read.document_ids(found) if found else ()
        if len(held) == 1:
            return next(iter(read.documents(held)))
        if held:
            raise UsageError(f"{len(held)} articles fit {text!r}: say which one.", hints=_told(read, titles, held[:CHOICES]))
    if aside := [
        one for one in documents_aside(read.engine) if text and (one.id.startswith(text.lower()) or wanted in fold(one.title or ""))
    ]:
        raise UsageError(
            f"{aside[0].title or aside[0].id} ({aside[0].outlet or 'unknown outlet'}) was set aside and counts nowhere.",
            command="By whom, why, and how to bring it back: quoth status",
        )
    near = process.extract(text, titles, scorer=fuzz.WRatio, limit=OFFERED, score_cutoff=NEAR)
    raise UsageError(
        f"No article fits {text!r}. Give words of its title, or its identifier.",
        command="Identifiers are listed by: quoth export documents",
        hints=_shown(titles, [one for _, _, one in near]),
    )


def _headlines(read: ReadView) -> dict[str, str]:
    """What every document is called, without a look at the texts of those that have a title."""
    tallies = Tallies(read.engine)
    beginnings = tallies.beginnings(BEGINNING)
    return {one.id: headline_of(one.title, beginnings.get(one.id, "")) for one in tallies.heads()}


def _shown(titles: Mapping[str, str], documents: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{one[:8]}  {titles[one]}" for one in documents)


def _told(read: ReadView, titles: Mapping[str, str], documents: Sequence[str]) -> tuple[str, ...]:
    """Articles that one asks for may mean, with outlet and day: copies have one title."""
    heads = {head.id: head for head in Tallies(read.engine).heads(documents)}
    known = {one: heads[one] for one in documents if one in heads}
    notes = {
        one: f" · {head.outlet or 'unknown outlet'}, {date_label(head.published and head.published[:10])}"
        for one, head in known.items()
    }
    return tuple(f"{one[:8]}  {titles.get(one, '')}{notes.get(one, '')}" for one in documents)


def _is_whole(text: str | None) -> bool:
    """Whether it is an identifier in full: what is not found by it is not in this ledger, whatever comes close."""
    return text is not None and _IDENTIFIER.fullmatch(text) is not None


def _beginning(read: ReadView, kind: str, text: str) -> list[str]:
    """The identifiers of a table that begin so."""
    return [] if _is_whole(text) or not text else begun(read.engine, kind, text.lower(), limit=MANY)


def find_actors(read: ReadView, name: str, *, surnames: bool = False) -> tuple[Actor, ...]:
    """The actors that a name (or the beginning of an identifier) may mean; several where it does not decide. A list or group that only
    has the name among its words ("Reeve and Dolan") is not meant where somebody bears it. ``surnames``: see ``ReadView.actors_named``.

    Raises ``UsageError`` with the nearest names where there is none.
    """
    if found := read.actors_named(name, surnames=surnames):
        return tuple(actor for actor in found if actor.kind != "group") or found
    starting = begun(read.engine, "actors", name.lower()) if len(name) >= SHORTEST and name.isascii() and name.isalnum() else []
    if starting:
        return tuple(read.actors(starting))
    hints = near_names(name, names_like(read.engine, name))
    raise UsageError(
        f"Nobody called {name!r} was found in this ledger. Give the name as it stands in the articles.",
        command=f"Or search the words: quoth search {name}",
        hints=hints,
    )


def find_outlet(read: ReadView, name: str) -> str:
    """The outlet as the ledger names it. Raises ``UsageError`` with near misses where there is none of that name."""
    outlets = read.outlets()
    found = next((outlet for outlet in outlets if fold(outlet) == fold(name)), None)
    if found is None:
        raise UsageError(f"No article in this ledger is by an outlet called {name!r}.", hints=near_names(name, outlets))
    return found


def near_names(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Up to three names that come close, nearest first."""
    near = process.extract(name, sorted(set(names)), scorer=fuzz.WRatio, processor=fold, limit=OFFERED, score_cutoff=NEAR)
    return tuple(match for match, _, _ in near)


def fold(text: str) -> str:
    """A name without accents, case and possessive, for comparison."""
    if text.isascii():
        return " ".join(text.casefold().removesuffix("'s").split())
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(plain.casefold().replace("’", "'").removesuffix("'s").split())


def _begun(text: str, identifiers: Sequence[str], *, what: str, command: str) -> str:
    found = [identifier for identifier in identifiers if text and identifier.startswith(text.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} identifiers begin with {text!r}: give more of it.", hints=tuple(found[:OFFERED]))
    near = process.extract(text, identifiers, scorer=fuzz.ratio, limit=OFFERED, score_cutoff=NEAR)
    hints = tuple(match for match, _, _ in near)
    raise UsageError(f"No {what} begins with {text!r}.", command=f"List them with: {command}", hints=hints)
