"""The body that publishes a document in its own name: a ministry's channel, an agency's page. There "the ministry" and "we" mean it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quoth.extract.reference.demonyms import state_of
from quoth.extract.reference.identities import body_words
from quoth.extract.reference.participants import Participant
from quoth.lexicon.titles import names_body

WE = frozenset({"we", "us", "our", "ours", "ourselves"})


def find_publisher(outlet: str | None, bodies: Iterable[Participant], demonyms: Mapping[str, str]) -> Participant | None:
    """The body that an outlet's name names: one of the document's ``bodies`` where it is named there, else a new one; None for press."""
    if outlet is None or not names_body(outlet):
        return None
    words = outlet.split()
    country = state_of(words[0], demonyms)
    own = body_words(" ".join(words[1:] if country else words))
    for body in bodies:
        if body.kind == "body" and body.words == own and body.country in {country, None}:
            return body
    return Participant("body", outlet, country=country, words=own)
