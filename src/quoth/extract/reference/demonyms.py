"""States by a document's own evidence: adjectives formed from its names, and words of office that only states have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from quoth.lexicon.names import is_demonym_of, is_formed
from quoth.lexicon.states import states
from quoth.syntax import Paragraph, Token

GOVERNING = frozenset({
    "minister", "ministry", "embassy", "ambassador", "army", "military", "premier", "king", "queen", "defense", "republic", "kingdom",
    "governments",
})  # fmt: skip
"""Words of title that only states (and what is governed like one) have: "Norvian defence minister" makes Norvia a state.
"Governments" stands in the plural only: one may be a city's, those of several names together seldom are."""

LEADING = GOVERNING | {
    "president", "chancellor", "leader", "official", "diplomat", "side", "people", "government", "parliament", "authorities", "troops",
    "forces", "border", "counterpart", "colleague", "chief", "service", "intelligence", "officer", "agent",
}  # fmt: skip
"""What only states have if they have an adjective of their own as well: "the Kasteli leader"."""


def state_of(word: str, demonyms: Mapping[str, str]) -> str | None:
    """The state that an adjective or name belongs to, by the gazetteer, else by this document's own evidence."""
    return states().of(word) or demonyms.get(word)


def may_be_formed(paragraph: Paragraph, token: Token) -> bool:
    """Whether a word may be an adjective formed from a name: the tagger says so, or it stands right before a common noun as such do,
    whatever it was taken for: "Teyran technicians"."""
    if token.entity == "NORP" and token.pos == "ADJ":
        return True
    following = paragraph.tokens[token.index + 1] if token.index + 1 < len(paragraph.tokens) else None
    beside = (
        following is not None and following.pos in {"NOUN", "ADJ"} and following.text.islower() and not following.begins_sentence
    )
    return beside and token.dep in {"amod", "compound", "nmod"} and is_formed(token.text)


def find_demonyms(adjectives: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Adjectives to the names they are formed from in the same document: "Norvian" to "Norvia"."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        by_start[name[:3].lower()].append(name)
    found: dict[str, str] = {}
    for adjective in dict.fromkeys(adjectives):
        fitting = [name for name in by_start.get(adjective[:3].lower(), ()) if is_demonym_of(adjective, name)]
        if len(fitting) == 1:
            found[adjective] = fitting[0]
    return found
