"""Who a sentence tells of where the parser found its verb no subject: the person whose name the sentence opens with."""

from __future__ import annotations

from quoth.extract.contact.parties import Ground, parties_of, with_companions
from quoth.extract.contact.subjects import subject_of
from quoth.records import Party, Referent, Span
from quoth.syntax import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
OPENING = frozenset({"PUNCT", "CCONJ"})
TITLED = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "sen.", "rep.", "gov.", "gen."})


def doers_of(ground: Ground, verb: int) -> tuple[Party, ...]:
    """Who does what a verb tells: its subject with those who went along, else who the sentence opens with."""
    subject = subject_of(ground.paragraph, verb)
    if subject is not None and subject.pos in NOMINAL:
        return with_companions(ground, subject)
    return leading_party(ground, verb)


def headed_by(ground: Ground, verb: int) -> tuple[Party, ...]:
    """The name that a headline's comma joins to the subject: "Dolan, Reeve hold talks", "Dolan, ministers to meet"."""
    paragraph = ground.paragraph
    first = paragraph.sentence_of(verb)[0]
    comma = next((token.index for token in paragraph.tokens[first:verb] if token.text == ","), first)
    subject = next(iter(paragraph.children(verb, "nsubj")), None)
    if subject is None or comma == first or paragraph.edges[subject.index][0] != comma + 1:
        return ()
    if paragraph.tokens[verb].tag not in {"VBP", "VB"} or any(token.pos != "PROPN" for token in paragraph.tokens[first:comma]):
        return ()
    found = _person_at(ground, list(paragraph.tokens[first:comma]))
    if found is None or found[0].index != comma - 1:
        return ()
    span, text = ground.words(first, comma - 1)
    return (Party(text, span, found[1].id),)


def leading_party(ground: Ground, index: int) -> tuple[Party, ...]:
    """The person whose name a token's sentence opens with, where nobody else is the subject of anything before the token."""
    paragraph = ground.paragraph
    first = paragraph.sentence_of(index)[0]
    words = [token for token in paragraph.tokens[first:index] if token.pos not in OPENING]
    while words and words[0].text.casefold() in TITLED:
        words = words[1:]
    found = _person_at(ground, words)
    if found is None:
        return ()
    last, person = found
    behind = paragraph.tokens[last.index + 1 : index]
    owns = bool(behind) and behind[0].tag == "POS"
    if owns or any(token.dep in {"nsubj", "nsubjpass"} and _is_somebody(ground, token, person) for token in behind):
        return ()
    span, text = ground.words(words[0].index, last.index)
    return (Party(text, span, person.id),)


def _person_at(ground: Ground, words: list[Token]) -> tuple[Token, Referent] | None:
    """The person named by the first words, with the last of those."""
    if not words or not words[0].text[:1].isupper():
        return None
    named = [one for one in ground.referents.all if one.kind == "person"]
    for count in (3, 2, 1):
        told = " ".join(word.text for word in words[:count])
        able = [one for one in named if told == one.name or (count == 1 and told == one.name.split()[-1])]
        if count == 1 and len(able) > 1:
            meant = ground.referents.at(Span(words[0].start, words[0].end))
            able = [one for one in able if meant is not None and one.id == meant.id]
        if len(able) == 1 and len(words) >= count:
            return words[count - 1], able[0]
    return None


def _is_somebody(ground: Ground, subject: Token, person: Referent) -> bool:
    """Whether a subject is somebody else than a person."""
    return any(party.referent != person.id for party in parties_of(ground, subject))
