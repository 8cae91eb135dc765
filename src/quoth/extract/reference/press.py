"""Which outlets a general noun can mean: no agency is "the station", and no platform "the newspaper"."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from quoth.extract.reference.participants import Participant
from quoth.lexicon.outlets import outlets

PRINTED = frozenset({"newspaper", "magazine", "site"})
AIRED = frozenset({"broadcaster"})
ONLINE = frozenset({"site", "platform"})
MEANT: Mapping[str, AbstractSet[str]] = {
    "newspaper": PRINTED, "paper": PRINTED, "magazine": PRINTED, "weekly": PRINTED, "daily": PRINTED, "publication": PRINTED,
    "network": AIRED, "broadcaster": AIRED, "channel": AIRED, "station": AIRED, "website": ONLINE, "site": ONLINE,
    "outlet": PRINTED | AIRED | {"agency", "photo"},
}  # fmt: skip
"""For each general noun the kinds of outlets in the register that are called so. Websites are told of for many another reason."""


def is_such_press(one: Participant, words: AbstractSet[str]) -> bool:
    """Whether an outlet can be what general nouns call it; one that the register lacks can be anything."""
    outlet = outlets().named(one.name)
    return outlet is None or all(outlet.kind in MEANT.get(word, {outlet.kind}) for word in words)


def is_platform(one: Participant) -> bool:
    """Whether an outlet is a platform, which is told of as a company."""
    outlet = outlets().named(one.name) if one.kind == "outlet" else None
    return outlet is not None and outlet.kind == "platform"
