"""Rates: an amount in a length of time is of a unit of its own ("1.9 microsieverts an hour", "80,000 barrels a day")."""

from __future__ import annotations

from quoth.syntax import Paragraph, Token

IN_A = frozenset({"per", "a", "an", "each", "every"})
LENGTHS_OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
SHORT = {"mi per hour": "mph", "km per hour": "km/h", "m per second": "m/s"}
"""Rates that have a sign of their own."""
UNRATED = frozenset({"percent", "percentage points", "points"})
"""Units that stay what they are in whatever time: "5 percent a year"."""
MOVING = frozenset({"after", "before", "earlier", "later", "ago", "from", "or", "-"})
"""Words behind "a day" that make it a step in time: "lost 3 kilograms a day later"."""


def rate_of(paragraph: Paragraph, noun: Token, unit: str) -> tuple[str, int] | None:
    """The unit of a rate whose measure is ``noun``, and the last token of its words; None where no length of time follows."""
    words = [token for token in paragraph.tokens[noun.index + 1 : noun.index + 6] if token.text not in {"-", "–"}]
    if unit in UNRATED or len(words) < 2 or words[0].text.lower() not in IN_A or words[1].lemma not in LENGTHS_OF_TIME:
        return None
    following = words[2].text.lower() if len(words) > 2 and words[0].text.lower() != "per" else ""
    if words[1].tag == "NNS" or following in MOVING:
        return None
    told = f"{unit} per {words[1].lemma}"
    return SHORT.get(told, told), words[1].index
