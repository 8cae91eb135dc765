"""The first look at a document: which names it holds, with their titles, and what it lets one gather about its own states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quoth.extract.reference.before import word_of
from quoth.extract.reference.beside import is_aged, is_body_called
from quoth.extract.reference.clauses import own_titles
from quoth.extract.reference.demonyms import GOVERNING, LEADING, find_demonyms, may_be_formed, state_of
from quoth.extract.reference.found import NameFound
from quoth.extract.reference.identities import PLACES, Cast, identify_names
from quoth.extract.reference.initials import with_initials
from quoth.extract.reference.months import is_dated
from quoth.extract.reference.names import find_names
from quoth.extract.reference.owners import owner_text
from quoth.extract.reference.participants import Named, Participant
from quoth.extract.reference.programmes import programmes
from quoth.extract.reference.publisher import find_own_names, issuer_of
from quoth.extract.reference.shared import share_offices
from quoth.extract.reference.titles_of import Office, normal_words, offices_before, read_office
from quoth.extract.reference.written_out import as_written_out, written_out
from quoth.lexicon.cues import cue_words
from quoth.lexicon.gazetteer import bodies
from quoth.lexicon.names import given_names
from quoth.lexicon.states import states
from quoth.lexicon.titles import titles
from quoth.records import Span
from quoth.syntax import Paragraph, ParsedDocument, Token

_SMALL = re.compile(r"(?<![\w./@#-])[a-z]{3,}(?![\w/@-]|\.\w)")
"""Words in small letters, those of addresses on the web left out."""
OFFICE = -3
"""What an office or a given name weighs against a name being a place's."""
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
    own = frozenset({parsed.document.outlet, issuer_of(parsed.document.title)} - {None})
    rows = (tuple(_named(text, place, paragraph, own)) for place, paragraph in enumerate(parsed.paragraphs))
    names = tuple(share_offices(text, paragraph, row) for paragraph, row in zip(parsed.paragraphs, rows, strict=True))
    long = written_out(text, parsed.paragraphs)
    names = tuple(as_written_out(row, long) for row in names) if long else names
    datelined = _datelined(parsed)
    flat = [
        replace(one, in_place=True) if one.found.text.casefold() in datelined else one
        for row in names
        for one in row
        if _counts(parsed, one.found)
    ]
    demonyms, governed = _own_states(text, parsed.paragraphs, flat)
    demonyms |= {name: name for name in governed}
    cast = identify_names(flat, demonyms, governed, find_own_names(parsed, flat))
    meant = {
        (one.found.place, one.found.last): participant
        for one, participant in zip(flat, cast.by_name, strict=True)
        if participant is not None
    }
    names = with_initials(parsed, _missed(parsed, names, meant), meant)
    return Looked(names, cast, meant, demonyms, _own_capitals(text, parsed.paragraphs, flat, demonyms))


def _missed(
    parsed: ParsedDocument, names: tuple[tuple[Named, ...], ...], meant: dict[tuple[int, int], Participant]
) -> tuple[tuple[Named, ...], ...]:
    """The names with those added that only the rest of the document tells: surnames in headings or taken for dates. They are
    entered in ``meant``."""
    people = _by_word(names, meant)
    small = frozenset(_SMALL.findall(parsed.document.text)) if people else frozenset()
    rows: list[tuple[Named, ...]] = []
    for place, paragraph in enumerate(parsed.paragraphs):
        taken = names_by_token(one.found for one in names[place])
        taken |= {index: (index, index) for index in programmes(paragraph.tokens)}
        added = list(_missing(parsed.document.text, place, paragraph, people.keys(), small, taken)) if people else []
        for one in added:
            meant[place, one.last] = people[one.words[-1]]
        row = [*names[place], *(Named(one, (), in_place=False, subject=False) for one in added)]
        rows.append(tuple(sorted(row, key=lambda one: one.found.first)))
    return tuple(rows)


def _by_word(names: Sequence[Sequence[Named]], meant: Mapping[tuple[int, int], Participant]) -> dict[str, Participant]:
    """People by the last word of their names, where it means one of them; words of title only of a full name."""
    found: dict[str, dict[int, Participant]] = {}
    for row in names:
        for one in row:
            person = meant.get((one.found.place, one.found.last))
            if person is not None and person.kind == "person" and len(one.found.words[-1]) > 2 and one.found.words[-1][0].isupper():
                found.setdefault(one.found.words[-1], {})[id(person)] = person
    return {
        word: next(iter(people.values()))
        for word, people in found.items()
        if len(people) == 1 and (word.lower() not in titles() or " " in next(iter(people.values())).name)
    }


def _missing(
    text: str,
    place: int,
    paragraph: Paragraph,
    words: AbstractSet[str],
    small: AbstractSet[str],
    taken: Mapping[int, tuple[int, int]],
) -> Iterator[NameFound]:
    """The surnames ``words`` that are no name yet: where the tagger sees a name, where the document never writes the
    word small, or where it says something."""
    tokens = paragraph.tokens
    for token in tokens:
        if token.text not in words or token.index in taken or is_dated(token):
            continue
        if token.text.lower() in titles() and not _stands_alone(tokens, token):
            continue
        if token.tag in {"NNP", "NNPS"} or token.text.lower() not in small or _says(paragraph, token):
            first = token.index
            if first > 0 and tokens[first - 1].text in given_names() and first - 1 not in taken:
                first -= 1
            span = Span(tokens[first].start, token.end)
            name = " ".join(text[span.start : span.end].split())
            yield NameFound(place, first, token.index, span, name, tuple(name.split()), "PERSON", None, None)


def _says(paragraph: Paragraph, token: Token) -> bool:
    """Whether a word taken for a noun says something with no article before it, as a name does: "Waters said"."""
    saying = token.dep == "nsubj" and (paragraph.tokens[token.head].lemma, "verb") in cue_words()
    return saying and token.tag == "NN" and not paragraph.children(token.index, "det", "amod", "compound", "poss")


def _stands_alone(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a word of title may be a surname: a name by its tag, with neither an article before it nor a name behind it."""
    before = tokens[token.index - 1] if token.index > 0 and not token.begins_sentence else None
    behind = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    free = before is None or (before.pos not in {"DET", "ADJ", "PROPN"} and before.dep != "case" and before.tag != "PRP$")
    return (
        token.tag == "NNP"
        and token.dep not in {"compound", "appos"}
        and free
        and (behind is None or behind.tag not in {"NNP", "NNPS", "IN"})
    )


def _named(text: str, place: int, paragraph: Paragraph, own: AbstractSet[str | None]) -> Iterator[Named]:
    """The names of a paragraph with their titles; of a heading in title case those that are known, and the document's ``own``: who
    publishes it."""
    found = find_names(text, place, paragraph)
    if in_title_case(paragraph):
        found = [one for one in found if one.text in own or (one.known and one.known.kind in {"state", "body", "outlet"})]
    taken = names_by_token(found)
    for name in found:
        yield Named(
            name,
            offices=tuple(own_titles(paragraph, name, tuple(offices_before(text, paragraph.tokens, name.first, taken)))),
            in_place=_in_place(paragraph.tokens, name.first, name.last),
            subject=paragraph.tokens[name.last].dep == "nsubj" or _is_such_body(paragraph, name),
            articled=_articled(paragraph, name),
            apposed=_apposed(paragraph, name.last) or is_aged(paragraph.tokens, name.last),
            embodied=name.known is None and (_is_such_body(paragraph, name) or is_body_called(paragraph, name)),
        )


def _articled(paragraph: Paragraph, name: NameFound) -> bool:
    """Whether an article belongs to a name of several words itself: "the Blue Heron", not "the Ann Lee show" or "the Rev. Ann Lee"."""
    if name.first in {0, name.last} or paragraph.tokens[name.last].tag != "NNP":
        return False
    before = paragraph.tokens[name.first - 1]
    return before.text.lower() in {"the", "a", "an"} and before.head == name.last


def _apposed(paragraph: Paragraph, last: int) -> bool:
    """Whether an office or role of one person is said of a name behind a comma, where the name is who does something."""
    name = paragraph.tokens[last]
    if name.dep != "nsubj" and not (name.dep == "pobj" and paragraph.tokens[name.head].text.lower() in {"to", "by"}):
        return False
    behind = [child for child in paragraph.children(last, "appos") if child.index > last and paragraph.tokens[last + 1].text == ","]
    words = [word_of(child) for child in behind if child.text[0].islower()]
    return any(word is not None and word.person and not word.plural and not word.kinds & {"body", "collective"} for word in words)


def _is_such_body(paragraph: Paragraph, name: NameFound) -> bool:
    """Whether a noun for bodies stands right before a name that it is said of: "the newspaper Halden Star"."""
    token = paragraph.tokens[name.last]
    noun = word_of(paragraph.tokens[name.first - 1]) if name.first > 0 else None
    return token.dep == "appos" and token.head == name.first - 1 and noun is not None and "body" in noun.kinds


def names_by_token(found: Iterable[NameFound]) -> dict[int, tuple[int, int]]:
    """Each token of the names of one paragraph to the first and last token of its name."""
    return {index: (name.first, name.last) for name in found for index in range(name.first, name.last + 1)}


def _in_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words before a name make it a place: "in Tessen", "near Brenn"; not "in Verin's book"."""
    owning = last + 1 < len(tokens) and tokens[last + 1].dep == "case"
    return (
        first > 0
        and not owning
        and tokens[first - 1].text.lower() in {"in", "near", "outside", "around", "above", "below", "beyond"}
    )


def in_title_case(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading in title case: capitals there do not tell names from other words."""
    words = [token.text for token in paragraph.tokens if len(token.text) > 3 and token.text.isalpha()]
    last = paragraph.tokens[-1].text if paragraph.tokens else ""
    short = len(paragraph.tokens) <= 30 and (last not in {".", "!", "”"} or paragraph.segment.kind == "title")
    return short and len(words) >= 4 and sum(word[0].isupper() for word in words) >= HEADED * len(words) + 1


def _datelined(parsed: ParsedDocument) -> frozenset[str]:
    """The places that datelines begin with, case folded: "TESSEN, March 16." says that Tessen is one."""
    lines = [parsed.document.text[one.start : one.end] for one in parsed.segments if one.kind == "dateline"]
    return frozenset(line.partition(",")[0].strip(" (").casefold() for line in lines)


def _counts(parsed: ParsedDocument, found: NameFound) -> bool:
    """Whether a name is one: words that the document also writes in small letters are a term ("False Flag Operation")."""
    if found.known is not None or found.label == "PERSON":
        return True
    return len(found.words) < 2 or found.text.lower().rstrip("s") not in parsed.document.text


# --- states by the document's own evidence ---------------------------------------------------------------------------------


def _own_states(text: str, paragraphs: Sequence[Paragraph], named: Sequence[Named]) -> tuple[dict[str, str], frozenset[str]]:
    """The document's own demonyms, and the names that own offices which only states have."""
    owners = list(_owners(text, paragraphs, named))
    adjectives = [words[0] for one in named if len(words := one.found.text.split()) > 1] + [owner for owner, _ in owners]
    adjectives += [token.text for paragraph in paragraphs for token in paragraph.tokens if may_be_formed(paragraph, token)]
    unknown = [word for word in adjectives if word[0].isupper() and states().of(word) is None and word not in bodies()]
    names = [one.found.text for one in named if one.found.known is None]
    demonyms = find_demonyms(unknown, names)
    governing = Counter(demonyms.get(owner, owner) for owner, words in owners if words & GOVERNING)
    weights = _weights(named)
    together = {
        demonyms.get(owner, owner) for owner, words in owners if "governments" in words
    }  # no body has one, whatever the tagger says
    taken = Counter(one.found.text for one in named if one.found.label == "ORG" and one.found.text in together)
    stately = {name for name, count in governing.items() if 2 * count + weights[name] + taken[name] > 0}
    led = {demonyms.get(owner, owner) for owner, words in owners if words & LEADING}
    stately |= led & set(demonyms.values())
    known = stately | {one.found.text for one in named if one.found.known is not None and one.found.known.kind == "state"}
    stately |= {each for group in _governed_together(text, paragraphs, named) if known & group for each in group}
    people = set(_called_people(named))
    stately |= {
        each for pair in _named_together(text, paragraphs, named) if known & pair for each in pair & governing.keys() - people
    }
    return demonyms, frozenset(stately & set(names))


def _called_people(named: Sequence[Named]) -> Iterator[str]:
    """Names that hold an office or are a word of a person's longer name."""
    for one in named:
        words = one.found.text.split()
        if one.offices:
            yield one.found.text
        if len(words) > 1 and (one.found.label == "PERSON" or words[0] in given_names()):
            yield from words


def _weights(named: Sequence[Named]) -> Counter[str]:
    """How much speaks for each name being a place's rather than a person's: labels, prepositions, titles, given names before it."""
    weights: Counter[str] = Counter()
    for one in named:
        words = one.found.text.split()
        weights[one.found.text] += (one.found.label in PLACES) + one.in_place
        weights[one.found.text] += OFFICE * bool(one.offices) - (one.found.label in {"PERSON", "ORG"})
        if len(words) > 1 and words[0] in given_names():
            weights[words[-1]] += OFFICE
    return weights


def _owners(text: str, paragraphs: Sequence[Paragraph], named: Sequence[Named]) -> Iterator[tuple[str, frozenset[str]]]:
    """Owners of offices and bodies, as (name or adjective, words of what they own)."""
    for one in named:
        yield from _owners_inside(one.found.text.split(), one.found.owner)
        tokens = paragraphs[one.found.place].tokens
        for office in one.offices:
            if office.owner is not None:
                yield owner_text(text, tokens, office), office.words
    by_place: dict[int, list[NameFound]] = {}
    for one in named:
        by_place.setdefault(one.found.place, []).append(one.found)
    for place, paragraph in enumerate(paragraphs):
        taken, tokens = names_by_token(by_place.get(place, ())), paragraph.tokens
        for token in tokens:
            if _governs(token) and token.index not in taken:
                office = read_office(text, tokens, token.index, taken=taken)
                if office.owner is not None and (office.owner[1] < office.first or tokens[office.last + 1].text == "of"):
                    yield owner_text(text, tokens, office), office.words
                if office.head.plural:
                    words = office.words | {token.text.lower()}
                    yield from ((name, words) for name in _owning_together(text, paragraph, token, taken))


def _governed_together(text: str, paragraphs: Sequence[Paragraph], named: Sequence[Named]) -> Iterator[frozenset[str]]:
    """Those whose ministers are told of together: where one of them is a state, all are, whatever the tagger says: "the energy ministers of
    Arden, Kastel and Ilmar"."""
    for place, paragraph in enumerate(paragraphs):
        taken = names_by_token(one.found for one in named if one.found.place == place)
        for token in paragraph.tokens:
            if token.text.lower() == "ministers" and token.index not in taken:
                yield frozenset(_owning_together(text, paragraph, token, taken))


def _named_together(text: str, paragraphs: Sequence[Paragraph], named: Sequence[Named]) -> Iterator[frozenset[str]]:
    """Two names joined by "and": who owns an office of government is a state beside one, whatever the tagger says."""
    for place, paragraph in enumerate(paragraphs):
        taken = names_by_token(one.found for one in named if one.found.place == place)
        for token in paragraph.tokens:
            if token.dep == "conj" and token.index in taken and token.head in taken:
                yield frozenset(
                    text[paragraph.tokens[at[0]].start : paragraph.tokens[at[1]].end]
                    for at in (taken[token.index], taken[token.head])
                )


def _owning_together(text: str, paragraph: Paragraph, token: Token, taken: Mapping[int, tuple[int, int]]) -> Iterator[str]:
    """The names of those whose offices are told of together: "the governments of Arden and Ilmar"; none where there is one."""
    of = [child for child in paragraph.children(token.index, "prep") if child.lemma == "of"]
    owners = [owner for child in of for owner in paragraph.children(child.index, "pobj")]
    for owner in owners:
        owners += paragraph.children(owner.index, "conj")
    named = [taken[owner.index] for owner in owners if owner.index in taken]
    for first, last in named if len(named) > 1 else ():
        yield text[paragraph.tokens[first].start : paragraph.tokens[last].end]


def _owners_inside(words: Sequence[str], before: str | None) -> Iterator[tuple[str, frozenset[str]]]:
    """Owners in the name of a body: "Norvian Defence Ministry", "Ministry of Defence of Norvia"; and whose possessive stands ``before`` it."""
    if before is not None:
        yield before, normal_words(words)
    if len(words) > 2 and words[-2] == "of":
        yield words[-1], normal_words(words[:-2])
    if len(words) > 1 and words[0].lower() not in titles():
        yield words[0], normal_words(words[1:])


def _governs(token: Token) -> bool:
    if token.pos not in {"NOUN", "PROPN"}:
        return False
    word = word_of(token)
    return word is not None and word.word in LEADING


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
            owner = _capital_owner(owner, office, by_token, place, paragraph.tokens)
            state = state_of(owner, demonyms) or (owner if owner in by_token.values() else None)
            after = by_token.get((place, office.rightmost + 1)) or by_token.get((place, office.rightmost + 2))
            city = after or by_end.get((place, office.leftmost - 2))
            if state is not None and city is not None and city != state:
                found.setdefault(city, state)
    return found


def _capital_owner(owner: str, office: Office, by_token: Mapping[tuple[int, int], str], place: int, tokens: Sequence[Token]) -> str:
    """Whose capital a city is said to be: of "the capital of Arden's ally Ilmar", Ilmar."""
    end = office.owner[1] if office.owner is not None else -1
    if end < office.last or end + 1 >= len(tokens) or tokens[end + 1].dep != "case":
        return owner
    return next((by_token[place, index] for index in range(end + 2, end + 5) if (place, index) in by_token), "")
