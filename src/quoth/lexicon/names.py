"""Given names, and a folding of spellings under which transliterations of one name meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from quoth.lexicon.table import read_table

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Words after a surname that are not part of it, lower case."""

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "abu", "ben", "van", "von", "der", "den", "de", "del", "della", "di", "da", "du", "dos", "la", "le", "ter", "zu", "af"}
)  # fmt: skip
"""Small words inside surnames, lower case."""


@dataclass(frozen=True, slots=True)
class GivenName:
    """What a given name says: ``gender`` None where it is used for both."""

    gender: Literal["m", "f"] | None
    family: str
    """Folded; shared by forms of one name that news uses for the same person ("Bill" and "William")."""


@cache
def given_names() -> Mapping[str, GivenName]:
    """The names of ``names.tsv``, as spelt in print."""
    return {
        row["name"]: GivenName(
            gender=cast("Literal['m', 'f']", row["gender"]) if row["gender"] in {"m", "f"} else None,
            family=fold(row["family"] or row["name"]),
        )
        for row in read_table("names")
    }


@cache
def capitalised() -> Mapping[str, str]:
    """Words of ``capitalised.tsv`` that are no names though written with a capital, to their kind: ``calendar``, ``starting``,
    ``place`` for those that begin names of places and ``road`` for those that end names of roads, or ``illness``."""
    return {row["word"]: row["kind"] for row in read_table("capitalised")}


_MOUNT = re.compile(r"(?:.*[ /–-])?(?:Mount|Mt\.?) (?=\S+$)")


def mountain(name: str) -> str | None:
    """The mountain that a name means, by its short name: "Mount Orrin" of "Alta Mt. Orrin"; None where it means none."""
    return _MOUNT.sub("Mount ", name) if _MOUNT.match(name) else None


_ENDINGS = re.compile(r"(?:iyi|iy|yy|yi|ij|ii|ey|ei|ej|y|j)$")
_UMLAUT = re.compile(r"^([b-df-hj-np-tv-z]{1,4})([aou])e(?=[b-df-hj-np-tv-z])")
"""An umlaut of a first syllable written with an e: "Mueller", "Schroeder"."""
_SOFT = re.compile(r"[^a-z ]")
_DOUBLE = re.compile(r"([a-z])\1+")
_SOUNDS = (
    ("shch", "sch"),
    ("kh", "h"),
    ("ks", "x"),
    ("ou", "u"),
    ("iu", "yu"),
    ("ia", "ya"),
    ("je", "ye"),
    ("w", "v"),
    ("ck", "k"),
    ("q", "k"),
    ("dh", "d"),
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A name in a form that its usual transliterations share: "Zelenskyy", "Zelenskiy" and "Zelensky" fold alike.

    Accents, case, hyphens, doubled letters and the common Latin spellings of Slavic and Arabic sounds are levelled, after the
    differences between the BGN/PCGN, Library of Congress and national romanisation tables.
    """
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ı", "i"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower().replace("-", " ")
    return " ".join(_fold_word(word) for word in _SOFT.sub("", bare).split())


def _fold_word(word: str) -> str:
    folded = _UMLAUT.sub(r"\1\2", word)
    for sound, level in _SOUNDS:
        folded = folded.replace(sound, level)
    folded = _DOUBLE.sub(r"\1", _ENDINGS.sub("i", folded))
    return folded or word


def family_of(given: str) -> str:
    """The folded family of a given name: its own folding where the table does not know it."""
    known = given_names().get(given)
    return known.family if known else fold(given)


def surname_of(words: tuple[str, ...]) -> str:
    """The surname in a person's name, particles left out: "Lecornu", "Assad" of "Bashar al-Assad"."""
    kept = [word for word in words if word.lower() not in SUFFIXES]
    return kept[-1].split("-")[-1] if kept and kept[-1].lower().startswith(("al-", "el-")) else (kept[-1] if kept else words[-1])


def may_be_one(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two full names with surnames that fold alike can be one person's: given names agree as far as both have them."""
    if fold(surname_of(first)) != fold(surname_of(second)) or _junior(first) != _junior(second):
        return False
    one, other = _given(first), _given(second)
    if not one or not other:
        return True
    if middles_differ(first, second):
        return False
    return _given_agree(one[0], other[0]) or _given_agree(" ".join(one[:1]), other[-1]) or _given_agree(one[-1], other[0])


def middle_of(words: tuple[str, ...]) -> str:
    """The initials between given name and surname, lower case: "w" of "George W. Bush", "hw" of "George H.W. Bush"."""
    return "".join(letter for word in _given(words)[1:] for letter in fold(word.replace(".", " ")).split() if letter)


def middles_differ(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names have middle names or initials that cannot be the same."""
    one, other = middle_of(first), middle_of(second)
    return bool(one and other and one[0] != other[0])


def _junior(words: tuple[str, ...]) -> bool:
    return any(word.lower() in SUFFIXES for word in words)


def _given(words: tuple[str, ...]) -> list[str]:
    kept = [word for word in words if word.lower() not in SUFFIXES]
    return [word for word in kept[:-1] if word.lower() not in PARTICLES]


def _given_agree(one: str, other: str) -> bool:
    if family_of(one) == family_of(other):
        return True
    short, long = sorted((fold(one), fold(other)), key=len)
    return len(short) == 1 and long.startswith(short)


_DEMONYM_ENDINGS = frozenset({"n", "an", "ian", "ean", "i", "ese", "ish", "ic", "ite", "ais", "ois", "er", "ener", "ard"})
_NAME_ENDINGS = ("", "ia", "a", "e", "o", "y", "land", "stan", "us", "s")


FORMED = ("an", "ese", "ish", "i")
"""How most adjectives of states end, and few names before a common noun."""


def is_formed(word: str) -> bool:
    """Whether a word ends as most adjectives of states do."""
    return word.istitle() and word.endswith(FORMED)


@lru_cache(maxsize=16384)
def is_demonym_of(adjective: str, name: str) -> bool:
    """Whether, by its form alone, an adjective can be that of a place or state: "Norvian" of "Norvia", "Kasteli" of "Kastel"."""
    word, place = adjective.lower(), name.lower()
    if word == place or len(place) < 4 or word[:3] != place[:3]:
        return False
    stems = {place.removesuffix(ending) for ending in _NAME_ENDINGS}
    return any(len(stem) >= 3 and word.startswith(stem) and word[len(stem) :] in _DEMONYM_ENDINGS for stem in stems)
