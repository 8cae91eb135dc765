"""What a person means by an identifier or a name: whole or shortened identifiers, names with near misses offered."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from quoth.errors import UsageError
from quoth.records import Actor, Claim, Document, Story
from quoth.store import ReadView
from quoth.store.names import names_like
from quoth.store.overlay import begun
from quoth.view.coverage import headline

NEAR = 60.0
"""Least likeness (0 to 100, rapidfuzz ``WRatio``) of a name offered as a near miss."""
OFFERED = 3
SHORTEST = 6
"""Fewest characters of an identifier that are taken for one where a name is expected."""


def find_story(read: ReadView, identifier: str | None) -> Story:
    """A story by its identifier, the beginning of it, or words of its title; the only one there is for None.

    Raises ``UsageError``, with what was meant perhaps, otherwise.
    """
    exact = next(iter(read.stories([identifier])), None) if identifier else None
    if exact is not None:
        return exact
    stories = tuple(read.stories())
    if identifier is not None:
        titled = [story for story in stories if fold(identifier) in fold(story.title)] if identifier.strip() else []
        if len(titled) == 1:
            return titled[0]
        if titled:
            raise UsageError(f"{len(titled)} stories have {identifier!r} in their titles: say which one.", hints=_titles(titled))
        if not any(story.id.startswith(identifier.lower()) for story in stories):
            near = near_names(identifier, [story.title for story in stories])
            raise UsageError(
                f"No story begins with {identifier!r} or has it in its title.",
                command="List them with: quoth show stories",
                hints=_titles([story for story in stories if story.title in near]),
            )
        found = _begun(identifier, [story.id for story in stories], what="story", command="quoth show stories")
        return next(story for story in stories if story.id == found)
    if len(stories) == 1:
        return stories[0]
    if not stories:
        raise UsageError("The ledger holds no story yet. Add articles first.", command="To do so: quoth add FOLDER")
    raise UsageError(
        f"The ledger holds {len(stories)} stories: say which one.",
        command="List them with: quoth show stories",
        hints=_titles(stories),
    )


def _titles(stories: Sequence[Story]) -> tuple[str, ...]:
    return tuple(f"{story.id[:8]}  {story.title}" for story in stories[:OFFERED])


def find_claim(read: ReadView, identifier: str) -> Claim:
    """A claim by its identifier or the beginning of it. Raises ``UsageError`` where none or several begin so."""
    exact = next(iter(read.claims(ids=[identifier])), None)
    if exact is not None:
        return exact
    claims = tuple(read.claims())
    found = _begun(identifier, [claim.id for claim in claims], what="claim", command="quoth show claims")
    return next(claim for claim in claims if claim.id == found)


def find_document(read: ReadView, text: str) -> Document:
    """A document by identifier (or its beginning), by the identifier or address it came with, or by title.

    Raises ``UsageError``, with near misses, where none or several fit.
    """
    named = read.document(text)
    if named is not None:
        return named
    documents = tuple(read.documents())
    exact = [one for one in documents if text in {one.id, one.input_id, one.url}]
    started = [one for one in documents if one.id.startswith(text.lower())]
    titled = [one for one in documents if fold(text) in fold(headline(one))]
    for found in (exact, started, titled):
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"{len(found)} articles fit {text!r}: say which one.", hints=tuple(_shown(one) for one in found[:OFFERED])
            )
    near = process.extract(text, [headline(one) for one in documents], scorer=fuzz.WRatio, limit=OFFERED, score_cutoff=NEAR)
    raise UsageError(
        f"No article fits {text!r}. Give words of its title, or its identifier.",
        command="Identifiers are listed by: quoth export documents",
        hints=tuple(_shown(documents[index]) for _, _, index in near),
    )


def find_actors(read: ReadView, name: str) -> tuple[Actor, ...]:
    """The actors that a name (or the beginning of an identifier) may mean; several where it does not decide. A list or group that only
    has the name among its words ("Reeve and Dolan") is not meant where somebody bears it.

    Raises ``UsageError`` with the nearest names where there is none.
    """
    if found := read.actors_named(name):
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
    plain = (
        text if text.isascii() else "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    )
    return " ".join(plain.casefold().replace("’", "'").removesuffix("'s").split())


def _shown(document: Document) -> str:
    return f"{document.id[:8]}  {headline(document)}"


def _begun(text: str, identifiers: Sequence[str], *, what: str, command: str) -> str:
    found = [identifier for identifier in identifiers if text and identifier.startswith(text.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} identifiers begin with {text!r}: give more of it.", hints=tuple(found[:OFFERED]))
    near = process.extract(text, identifiers, scorer=fuzz.ratio, limit=OFFERED, score_cutoff=NEAR)
    hints = tuple(match for match, _, _ in near)
    raise UsageError(f"No {what} begins with {text!r}.", command=f"List them with: {command}", hints=hints)
