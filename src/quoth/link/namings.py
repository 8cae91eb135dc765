"""Rival names: what else one thing is called in a corpus, and who calls it what.

Documents say themselves that two names are one thing's ("the order, known as the Silt Rule"; terms have such pairs). Names so joined
are looked up in all texts, and each use is put down to whoever speaks there. Words that any thing of its kind goes by ("the bill") are
no name; an acronym is counted with its long form, because it takes no side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.records import Term

LONGEST_NAME = 6
"""Words of a name; a longer definition says what something is."""
CLAUSE = re.compile(r"\b(?:that|which|who|where|when|is|are|was|were|has|have)\b")
ARTICLE = re.compile(r"^(?:the|an?|this|that|these|those)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Use:
    """How often one party uses a name."""

    by: str
    times: int
    documents: int


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of a thing, its acronym with it, and everybody who uses it, the most frequent first."""

    name: str
    forms: tuple[str, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Rivals:
    """The names of one thing, the most used first, and the terms (identifiers) that say that they are one thing's, or whose names they are."""

    namings: tuple[Naming, ...]
    terms: tuple[str, ...]
    actor: str | None = None


def find_rivals(terms: Sequence[Term], texts: Mapping[str, str], *, by: Callable[[str, int], str | None]) -> tuple[Rivals, ...]:
    """The things that go by two names or more in these texts, in alphabetical order of their first name.

    ``texts`` are those of documents by identifier; ``by`` says who speaks at a place of a document, None for nobody who counts.
    """
    forms, groups = _join([term for term in terms if _is_pair(term)])
    lowered = {document: text.casefold() for document, text in texts.items()} if groups else {}
    found = (_rivals(names, forms, sources, _holding(names, forms, texts, lowered), by) for names, sources in groups)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.namings[0].name.casefold()))


def _holding(
    names: Iterable[str], forms: Mapping[str, set[str]], texts: Mapping[str, str], lowered: Mapping[str, str]
) -> dict[str, str]:
    """The texts that hold the first words of any of these names."""
    first = {form.split()[0].casefold() for name in names for form in forms[name]}
    return {document: text for document, text in texts.items() if any(word in lowered[document] for word in first)}


def _is_pair(term: Term) -> bool:
    """Whether term and definition are two names of one thing."""
    both = (term.term, term.definition.text)
    return all(_is_name(each) for each in both) and _key(both[0]) != _key(both[1])


def _is_name(words: str) -> bool:
    """Whether words can be looked up as a name: capitals, or several words, and no clause."""
    plain = ARTICLE.sub("", words)
    several = len(plain.split()) > 1 and not ARTICLE.match(words)
    named = several or plain[:1].isupper() or any(char.isupper() for char in plain)
    return named and len(plain.split()) <= LONGEST_NAME and CLAUSE.search(plain) is None


def _key(words: str) -> str:
    return " ".join(ARTICLE.sub("", words).casefold().split())


def _is_acronym(term: Term) -> bool:
    """Whether the term is the other name's initials."""
    letters = [char.casefold() for char in term.term if char.isalpha()]
    initials = [word[0] for word in _key(term.definition.text).replace("-", " ").split()]
    left = iter(initials)
    return term.term.isupper() and all(letter in left for letter in letters)


def _join(pairs: Iterable[Term]) -> tuple[dict[str, set[str]], list[tuple[list[str], list[str]]]]:
    """The spellings of each name by its key, an acronym's under its long form; and the groups of keys with the terms that join them."""
    above: dict[str, str] = {}
    forms: dict[str, set[str]] = {}
    sources: list[tuple[str, str]] = []
    short: dict[str, str] = {}
    pairs = list(pairs)
    for term in pairs:
        if _is_acronym(term):
            short[_key(term.term)] = _key(term.definition.text)
    for term in pairs:
        first, second = (short.get(_key(words), _key(words)) for words in (term.definition.text, term.term))
        for words in (term.definition.text, term.term):
            forms.setdefault(short.get(_key(words), _key(words)), set()).add(" ".join(ARTICLE.sub("", words).split()))
        above.setdefault(first, first)
        above.setdefault(second, second)
        above[_top(above, second)] = _top(above, first)
        sources.append((first, term.id))
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for name in above:
        groups.setdefault(_top(above, name), ([], []))[0].append(name)
    for name, identifier in sources:
        groups[_top(above, name)][1].append(identifier)
    return forms, list(groups.values())


def _top(above: Mapping[str, str], name: str) -> str:
    while above[name] != name:
        name = above[name]
    return name


def _rivals(
    names: Sequence[str],
    forms: Mapping[str, set[str]],
    sources: Sequence[str],
    texts: Mapping[str, str],
    by: Callable[[str, int], str | None],
) -> Rivals | None:
    """The names with their uses; None where fewer than two are used."""
    if not names[1:]:
        return None
    uses = _count(names, forms, texts, by)
    namings = [
        Naming(max(forms[name], key=lambda form: (len(form), form)), tuple(sorted(forms[name])), ranked(uses[name]))
        for name in names
        if uses[name]
    ]
    ordered = sorted(namings, key=lambda one: (-sum(use.times for use in one.uses), one.name))
    return Rivals(tuple(ordered), tuple(dict.fromkeys(sources))) if len(ordered) > 1 else None


def _count(
    names: Sequence[str], forms: Mapping[str, set[str]], texts: Mapping[str, str], by: Callable[[str, int], str | None]
) -> dict[str, Counter[tuple[str, str]]]:
    """How often each (party, document) uses each name."""
    uses: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in names}
    whole = {form: name for name in names for form in forms[name]}
    looks = _looks(whole)
    for document, text in texts.items():
        for form, start in _occurrences(looks, text):
            party = by(document, start)
            if party is not None:
                uses[whole[form]][party, document] += 1
    return uses


@dataclass(frozen=True, slots=True)
class _Look:
    """How a name is looked for in a text: first whether all its words stand there, then where it stands as a whole."""

    form: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


def _looks(forms: Iterable[str]) -> list[_Look]:
    """The names, the longest first. Those of several words stand in any case."""
    return [_look(form) for form in sorted(forms, key=lambda form: (-len(form), form))]


def _look(form: str) -> _Look:
    words = r"\s+".join(map(re.escape, form.split()))
    pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE if " " in form else 0)
    return _Look(form, tuple(form.casefold().split()), pattern)


def _occurrences(looks: Sequence[_Look], text: str) -> Iterator[tuple[str, int]]:
    """Where the names stand in a text; a name inside a longer one is not counted."""
    lowered = text.casefold()
    taken: list[tuple[int, int]] = []
    for look in looks:
        if not all(word in lowered for word in look.words):
            continue
        for match in look.pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield look.form, match.start()


def ranked(uses: Counter[tuple[str, str]]) -> tuple[Use, ...]:
    """Who uses a name, by counts of (party, document), the most frequent first."""
    parties = sorted({party for party, _ in uses})
    found = [
        Use(party, sum(times for (one, _), times in uses.items() if one == party), sum(1 for one, _ in uses if one == party))
        for party in parties
    ]
    return tuple(sorted(found, key=lambda use: (-use.times, use.by)))
