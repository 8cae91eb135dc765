"""Figures that were changed, and those to which they were: "cut its toll to *four* from *five*"."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.syntax import Token


def is_new(tokens: Sequence[Token], index: int) -> bool:
    """Whether a figure is that to which another was changed: "to *four* from five", which the parser may take for a day."""
    around = [token.lemma for token in tokens[max(0, index - 1) : index + 2]]
    return around[:1] == ["to"] and around[2:] == ["from"] and any(token.tag == "CD" for token in tokens[index + 2 : index + 3])


def is_former(tokens: Sequence[Token], index: int) -> bool:
    """Whether a figure is that from which another was changed: "to four from *five*", "from *five* to four"."""
    if index == 0 or tokens[index - 1].lemma != "from":
        return False
    behind = tokens[index + 1 : index + 3]
    onward = len(behind) > 1 and behind[0].lemma == "to" and behind[1].tag == "CD"
    return onward or (index > 2 and tokens[index - 2].tag == "CD" and tokens[index - 3].lemma == "to")
