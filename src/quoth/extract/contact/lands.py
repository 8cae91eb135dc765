"""The land that somebody visits where no name stands there: "visited the country", "a trip to the region"."""

from __future__ import annotations

from quoth.extract.contact.parties import Ground
from quoth.lexicon.contacts import contact_words
from quoth.records import Party
from quoth.syntax import Token

THE = frozenset({"the", "that", "this"})


def land_meant(ground: Ground, token: Token) -> tuple[Party, ...]:
    """The land named last before "the country", as the party that is visited; none where a noun is no such word. Cities may be the visitor's own."""
    words = ground.paragraph.children(token.index, "det")
    if (
        token.lemma not in contact_words("land").keys() - {"city"}
        or token.tag != "NN"
        or not any(word.text.lower() in THE for word in words)
    ):
        return ()
    span, text = ground.words(words[0].index, token.index)
    told = ground.referents.at(span)
    named = [
        (mention.span.start, one.id)
        for one in ground.referents.all
        if one.kind in {"state", "place"}
        for mention in one.mentions
        if mention.form == "name" and mention.span.start < span.start
    ]
    return (Party(text, span, told.id if told is not None else max(named)[1] if named else None),)
