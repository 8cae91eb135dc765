"""Whether a name that was found is the actor that a truth file means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_WORD = re.compile(r"\w+")


def plain_name(name: str) -> str:
    """A name to compare by: lower case, typographic quotes dropped, without leading article and possessive."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", re.sub(r"[“”\"]", "", name).strip())).casefold()


class Names:
    """The actors of a truth file, by every name and description that it gives them."""

    def __init__(self, actors: Iterable[Mapping[str, Any]]) -> None:
        rows = tuple(actors)
        self._names = {row["name"]: frozenset(map(plain_name, (*row["names"], *row["described"]))) for row in rows}
        self._country = {row["name"]: row["country"] for row in rows}
        self._actor_of = {name: actor for actor, names in self._names.items() for name in names}

    def actor_of(self, name: str) -> str | None:
        """The actor of the truth that has this name, None where none has."""
        return self._actor_of.get(plain_name(name))

    def is_actor(self, found: str | None, meant: str | None, *, also: Sequence[str | None] = ()) -> bool:
        """Whether ``found`` names the actor ``meant`` (or one of ``also``). Descriptions of somebody unnamed agree where the words
        of one are all among the other's."""
        if found is None or meant is None:
            return found is None and None in (meant, *also)
        return any(one is not None and self._agree(found, one) for one in (meant, *also))

    def speaks_for(self, found: str, meant: str) -> bool:
        """Whether ``found`` is the actor ``meant`` or, where a state is meant, one of its people or bodies."""
        actor = self.actor_of(found)
        return self.is_actor(found, meant) or (actor is not None and self._country.get(actor) == meant)

    def _agree(self, found: str, meant: str) -> bool:
        if meant in self._names:
            return plain_name(found) in self._names[meant]
        one, other = set(_WORD.findall(plain_name(found))), set(_WORD.findall(plain_name(meant)))
        return bool(one and other) and (one <= other or other <= one)
