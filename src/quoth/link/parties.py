"""Whom the subject of a proposition means: the parties that it can be told apart by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoth.lexicon.classes import word_class
from quoth.lexicon.states import states
from quoth.records import Actor

DEMONYM_ENDINGS = ("i", "n", "an", "ian", "ean", "ish", "ese", "er", "ic", "ine", "s", "ns")
"""What an adjective adds to the name of a state that is in no gazetteer."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The corpus's actors by the words that name them as doers, in small letters."""

    keys: Mapping[str, frozenset[str]]
    """A word to what it stands for: an actor's own name and its state ("shoigu" → shoigu, russia)."""
    own: Mapping[str, frozenset[str]]
    """An actor's identifier to the same."""

    @staticmethod
    def among(actors: Iterable[Actor]) -> Parties:
        """The parties among the actors of a corpus, with the states of the gazetteer."""
        actors = tuple(actor for actor in actors if actor.kind != "place" or actor.country)
        keys: dict[str, frozenset[str]] = {name.lower(): frozenset({name.lower()}) for name in states().names.values()}
        own = {actor.id: _keys_of(actor) for actor in actors}
        for actor in actors:
            for word in _words_of(actor):
                keys[word] = keys.get(word, frozenset()) | own[actor.id]
        for adjective, name in _adjectives(actors):
            keys[adjective] = keys.get(adjective, frozenset()) | {name}
        return Parties(keys, own)

    def named_by(self, words: Iterable[str], speaker: str | None) -> frozenset[str]:
        """The parties that the words of a subject name; empty where they name none ("officials"). "We" is the ``speaker``'s party."""
        found: set[str] = set()
        speaking = word_class("speaking")
        for word in words:
            found |= self.own.get(speaker or "", frozenset()) if word in speaking else self.keys.get(word, frozenset())
        return frozenset(found)


def _keys_of(actor: Actor) -> frozenset[str]:
    country = {actor.country.lower()} if actor.country else set()
    return frozenset({_words_of(actor)[-1] if actor.kind == "person" else actor.name.lower()} | country)


def _words_of(actor: Actor) -> list[str]:
    """The words by which a subject may name an actor: a person's surname; a name of one word. Longer names share common words."""
    words = actor.name.lower().split()
    if actor.kind == "person":
        return words[-1:]
    return [actor.name.lower()] if actor.kind == "state" or len(words) == 1 else []


def _adjectives(actors: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """Adjectives of states that no gazetteer has, formed as English forms them ("Kasteli" of "Kastel"), with the state's name."""
    for name in {actor.name.lower() for actor in actors if actor.kind == "state"} - set(_gazetteer()):
        for stem in {name, name.rstrip("aeo")}:
            yield from ((stem + ending, name) for ending in DEMONYM_ENDINGS)


def _gazetteer() -> Iterator[str]:
    return (name.lower() for name in states().names)
