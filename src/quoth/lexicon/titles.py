"""What people are called by: offices, ranks, honorifics and roles, and nouns for bodies and documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from quoth.lexicon.states import cells
from quoth.lexicon.table import read_table

WordKind = Literal["office", "rank", "honorific", "role", "collective", "body", "document", "form", "portfolio", "status"]
Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of ``titles.tsv``, with all that it can be."""

    word: str
    """In the singular, lower case."""
    kinds: frozenset[WordKind]
    gender: Gender | None
    covers: frozenset[str]
    """More general nouns for the same person: a president is a "leader"."""
    plural: bool
    person: bool
    """It names a person or people: an office, rank, honorific or role."""
    heads: bool
    """It can head a title before a name: an office, rank or honorific."""


@cache
def titles() -> Mapping[str, Word]:
    """Words by their lower-case form, singular and plural; several words ("vice president") are keyed with one space."""
    merged: dict[str, list[dict[str, str]]] = {}
    for row in read_table("titles"):
        merged.setdefault(row["word"], []).append(row)
    found: dict[str, Word] = {}
    for word, rows in merged.items():
        found[word] = _word(word, rows, plural=False)
        countable = [row for row in rows if row["kind"] in {"office", "rank", "role", "body", "document"}]
        if countable and word[-1] != "." and (word[-1] != "s" or word.endswith("ss")):
            found.setdefault(plural_of(word), _word(word, countable, plural=True))
    return found


def plural_of(word: str) -> str:
    """The plural of a noun: "spokesmen", "secretaries", "witnesses", "attorneys general"."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word == "person":
        return "people"
    if word == "attorney general":
        return "attorneys general"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "ss")) else "s")


def _word(word: str, rows: list[dict[str, str]], *, plural: bool) -> Word:
    kinds = frozenset(cast("WordKind", row["kind"]) for row in rows)
    genders = {row["gender"] for row in rows if row["gender"]}
    return Word(
        word=word,
        kinds=kinds,
        gender=cast("Gender", genders.pop()) if len(genders) == 1 else None,
        covers=frozenset(cover for row in rows for cover in cells(row["covers"])),
        plural=plural or word in {"people", "men", "women", "officials"},
        person=bool(kinds & {"office", "rank", "honorific", "role"}),
        heads=bool(kinds & {"office", "rank", "honorific"}),
    )


NEWS = frozenset(
    {"agency", "news", "press", "telegraph", "times", "post", "herald", "tv", "radio", "television", "broadcasting", "wire"}
    | {"daily", "weekly", "journal", "magazine", "newspaper", "paper", "channel", "station", "network", "broadcaster", "tabloid"}
)
"""Words that names of outlets have."""


def names_body(text: str) -> bool:
    """Whether a name is of a body that is no press: it has a general noun for bodies ("Norvian Ministry of Defence")."""
    words = {word.lower() for word in text.split()}
    return NEWS.isdisjoint(words) and any(word in titles() and "body" in titles()[word].kinds for word in words)


FORMS = frozenset(
    {"inc", "inc.", "corp", "corp.", "corporation", "company", "co", "co.", "ltd", "ltd.", "llc", "plc", "ag", "spa", "nv", "gmbh"}
    | {"group", "incorporated", "limited", "holding", "holdings", "sa", "s.a.", "se", "s.e.", "n.v.", "bv", "b.v.", "s.p.a."}
    | {"l.l.c.", "p.l.c.", "a.g.", "ab", "asa", "oyj", "pty", "kk", "k.k.", "pjsc", "jsc", "ooo", "oao", "pao"}
)
"""Words at the end of a company's name that it is also named without."""
TRADES = frozenset({"motor", "motors", "computer", "computers"})
"""Words for a trade at the end of a name, which is named without where a word of its own is left: "Ford", but "General Motors"."""


def without_form(words: Sequence[str]) -> list[str]:
    """The words of a body's name without its form of company: "Ford" of "Ford Motor Company"."""
    kept = list(words)
    while len(kept) > 1 and (kept[-1].lower() in FORMS or (kept[-1].lower() in TRADES and kept[-2].lower() not in titles())):
        kept.pop()
    return kept


def is_body_word(word: str) -> bool:
    """Whether a capitalised word is a noun for bodies ("Ministry", "Council") that is not also a title; a "Guard" is a body in names."""
    known = titles().get(word.lower())
    if known is None or not known.kinds & {"body", "form"}:
        return False
    return not known.person or (known.kinds == {"role", "body"} and word[0].isupper())


def is_form(word: str) -> bool:
    """Whether a word only marks a company's name, which is called without it, too: "Ports" of "Halden Ports"."""
    known = titles().get(word.lower())
    return known is not None and known.kinds == {"form"}


def is_role(word: str) -> bool:
    """Whether a word is a noun for people that is no office: as the last word of a name it names a paper, no place ("Halden Star")."""
    known = titles().get(word.lower())
    return known is not None and known.kinds == {"role"} and not known.plural
