"""The first look at a document: which names it holds, with their titles, and what it lets one gather about its own states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.extract.names import NameFound, find_names
from quoth.extract.participants import GOVERNING, Cast, Named, Participant, find_demonyms, identify_names, state_of
from quoth.extract.titles_of import Office, offices_before, read_office, word_of
from quoth.lexicon.gazetteer import bodies
from quoth.lexicon.states import states
from quoth.syntax import Paragraph, ParsedDocument, Token

HEADED = 0.6
"""Share of capitalised words from which a heading counts as written in title case, where capitals say nothing."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the first look gives: names by paragraph, the cast, and the document's own adjectives and capitals."""

    names: tuple[tuple[Named, ...], ...]
    cast: Cast
    meant: Mapping[tuple[int, int], Participant]
    """By paragraph and last token of a name."""
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    """Cities that the document calls a state's capital, to the state."""


def look(parsed: ParsedDocument) -> Looked:
    """The names of a document and whom they mean."""
    text = parsed.document.text
    names = tuple(tuple(_named(text, place, paragraph)) for place, paragraph in enumerate(parsed.paragraphs))
    flat = [one for row in names for one in row if _counts(parsed, one.found)]
    demonyms, governed = _own_states(text, parsed.paragraphs, flat)
    cast = identify_names(flat, demonyms, governed)
    meant = {
        (one.found.place, one.found.last): participant
        for one, participant in zip(flat, cast.by_name, strict=True)
        if participant is not None
    }
    return Looked(names, cast, meant, demonyms, _own_capitals(text, parsed.paragraphs, flat, demonyms))


def _named(text: str, place: int, paragraph: Paragraph) -> Iterator[Named]:
    found = find_names(text, place, paragraph)
    if in_title_case(paragraph):
        found = [name for name in found if name.known is not None and name.known.kind in {"state", "body", "outlet"}]
    taken = {index for name in found for index in range(name.first, name.last + 1)}
    for name in found:
        yield Named(name, tuple(offices_before(text, paragraph.tokens, name.first, taken)))


def in_title_case(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading in title case: capitals there do not tell names from other words."""
    words = [token.text for token in paragraph.tokens if len(token.text) > 3 and token.text.isalpha()]
    short = len(paragraph.tokens) <= 30 and paragraph.tokens[-1].text not in {".", "!", "”"}
    return short and len(words) >= 4 and sum(word[0].isupper() for word in words) >= HEADED * len(words) + 1


def _counts(parsed: ParsedDocument, found: NameFound) -> bool:
    """Whether a name is one: words that the document also writes in small letters are a term ("False Flag Operation")."""
    if found.known is not None or found.label == "PERSON":
        return True
    return len(found.words) < 2 or found.text.lower() not in parsed.document.text


# --- states by the document's own evidence ---------------------------------------------------------------------------------


def _own_states(text: str, paragraphs: Sequence[Paragraph], named: Sequence[Named]) -> tuple[dict[str, str], frozenset[str]]:
    """The document's own demonyms, and the names that own offices which only states have."""
    owners = list(_owners(text, paragraphs, named))
    adjectives = [words[0] for one in named if len(words := one.found.text.split()) > 1] + [owner for owner, _ in owners]
    adjectives += [
        token.text for paragraph in paragraphs for token in paragraph.tokens if token.entity == "NORP" and token.pos == "ADJ"
    ]
    unknown = [word for word in adjectives if word[0].isupper() and states().of(word) is None and word not in bodies()]
    names = [one.found.text for one in named if one.found.known is None]
    demonyms = find_demonyms(unknown, names)
    governing = {demonyms.get(owner, owner) for owner, words in owners if words & GOVERNING}
    return demonyms, frozenset(governing & set(names))


def _owners(text: str, paragraphs: Sequence[Paragraph], named: Sequence[Named]) -> Iterator[tuple[str, frozenset[str]]]:
    """Owners of offices and bodies, as (name or adjective, words of what they own)."""
    for one in named:
        tokens = paragraphs[one.found.place].tokens
        for office in one.offices:
            if office.owner is not None:
                yield owner_text(text, tokens, office), office.words
    taken = {(one.found.place, index) for one in named for index in range(one.found.first, one.found.last + 1)}
    for place, paragraph in enumerate(paragraphs):
        for token in paragraph.tokens:
            if _governs(token) and (place, token.index) not in taken:
                office = read_office(text, paragraph.tokens, token.index)
                if office.owner is not None:
                    yield owner_text(text, paragraph.tokens, office), office.words


def _governs(token: Token) -> bool:
    if token.pos not in {"NOUN", "PROPN"}:
        return False
    word = word_of(token)
    return word is not None and (word.word in GOVERNING)


def owner_text(text: str, tokens: Sequence[Token], office: Office) -> str:
    """The words of what an office is of, or "" where it says none."""
    if office.owner is None:
        return ""
    return " ".join(text[tokens[office.owner[0]].start : tokens[office.owner[1]].end].split())


def _own_capitals(
    text: str, paragraphs: Sequence[Paragraph], named: Sequence[Named], demonyms: Mapping[str, str]
) -> dict[str, str]:
    """Cities named as a capital: "the Norvian capital Tessen", "Tessen, the capital of Norvia"."""
    by_token = {(one.found.place, one.found.first): one.found.text for one in named}
    by_end = {(one.found.place, one.found.last): one.found.text for one in named}
    found: dict[str, str] = {}
    for place, paragraph in enumerate(paragraphs):
        for token in paragraph.tokens:
            if token.text != "capital":
                continue
            office = read_office(text, paragraph.tokens, token.index)
            owner = owner_text(text, paragraph.tokens, office)
            state = state_of(owner, demonyms) or (owner if owner in by_token.values() else None)
            after = by_token.get((place, office.rightmost + 1)) or by_token.get((place, office.rightmost + 2))
            city = after or by_end.get((place, office.leftmost - 2))
            if state is not None and city is not None and city != state:
                found.setdefault(city, state)
    return found
