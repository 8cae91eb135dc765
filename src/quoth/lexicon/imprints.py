"""Imprints: the line in which a kept text says where it stood, by whom and when ("The Halden Star, by Mina Orst, 12 October 2025")."""

from __future__ import annotations

import re
from typing import NamedTuple

from quoth.lexicon.classes import word_class
from quoth.lexicon.datelines import FULL_DAY, REACH, is_of_name
from quoth.lexicon.gazetteer import first_word, known_at
from quoth.lexicon.outlets import find_outlet

_DAY = re.compile(
    rf"(?:\b(?:posted|published|written|filed) )?(?:\bon )?(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |\b(?:mon|tue|wed|thu|fri|sat|sun)\.?,? )?"
    rf"(?<![\w/-])(?P<day>{FULL_DAY})(?![\w/-])(?:,? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?)?",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:[,;|·•]|(?<=\s)(?:[–—/]|--?)(?=\s))\s*")
_EDGE = re.compile(r"(?:[,;|·•(–—/-]|\bon|\bof)\s*$")
_BY = re.compile(
    r"(?:(?:(?:written|reported|posted|filed|story|words|text|column|analysis|opinion) )?by:?|author:) (?P<who>\S.*)", re.IGNORECASE
)
_WITHIN = re.compile(r"(?P<outlet>\S.*?) by (?P<who>\S.*)")
_LABEL = re.compile(
    r"(?:source|outlet|via|(?:first |originally )?(?:published|appeared|posted) (?:in|by|at|on)):? (?P<where>\S.*)", re.IGNORECASE
)
_SPEAKING = r"(?:press|media|information|communications?|public (?:affairs|relations|information))"
_ISSUED = re.compile(
    rf"(?i:(?:the )?{_SPEAKING}(?: and {_SPEAKING})? (?:service|office|department|division|cent(?:re|er)|bureau|unit|section) of (?:the )?)"
    r"(?P<who>[A-Z][^,.!?:;]{2,80}?)(?:, (?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+/?)?"
)
_MARKS = ' *_"“”'
_PEOPLE = re.compile(r",| and | & ")
LONGEST = 6
"""Words of an outlet's name at most."""
LONGEST_BODY = 8
"""The same of a body's."""
PERSON = range(2, 5)
"""Words of a person's name."""


class Imprint(NamedTuple):
    """What the line says: the outlet and the authors, as far as it names them, and the day with its year, in its own words."""

    outlet: str | None
    authors: str | None
    day: str


def match_imprint(line: str) -> Imprint | None:
    """What an imprint says; None for any other line.

    It holds nothing but a day with its year and, apart from it by commas, dashes or bars, an author behind "by", an outlet, or both. Without "by"
    the outlet must be known as one: by the register, "Source:", a last word such as "Gazette", or beside an author "The" before it.
    """
    words = " ".join(line.split()).strip("*_").strip("()[]") if len(line) <= REACH else ""
    found = _DAY.search(words)
    if found is None:
        return None
    before, after = words[: found.start()], words[found.end() :].rstrip(". ")
    led = found[0].lower().startswith(("on ", "posted ", "published ", "written ", "filed "))
    bounded = (led or not before.strip() or _EDGE.search(before)) and (not after.strip() or _APART.match(after))
    parts = [part.strip(_MARKS) for side in (_EDGE.sub("", before), after) for part in _APART.split(side)]
    told = _told([part for part in parts if part]) if bounded else None
    return None if told is None else Imprint(*told, found["day"])


def match_issuer(line: str) -> str | None:
    """Whose press service issued a text, by a line that says no more: "Press service of the Halden Election Mission, mission.example"."""
    words = " ".join(line.split()).strip(_MARKS) if len(line) <= REACH else ""
    found = _ISSUED.fullmatch(words)
    return found["who"] if found is not None and len(found["who"].split()) <= LONGEST_BODY else None


def _told(parts: list[str]) -> tuple[str | None, str | None] | None:
    """The outlet and the authors that the parts beside the day name; None where one of them is neither, or nothing tells which is which."""
    authors, others = _by(parts)
    if authors is not None:
        named = all(map(_is_name, others)) and len(others) <= 2 and all(map(_is_person, _PEOPLE.split(authors)))
        outlet = next((where for one in others if (where := _known(one)) is not None), None)
        return (outlet, authors) if named else None  # of an unknown name nothing tells whether it is a section or a place
    known = [one for one in parts if _known(one) is not None]
    people = [one for one in parts if one not in known]
    if len(known) != 1 or not all(map(_is_person, people)) or len(people) > 1:
        return None
    if not people and known[0].startswith("The ") and find_outlet(known[0]) is None and not _is_press(known[0]):
        return None  # "The Hague, 12 October 2025"
    return _known(known[0]), next(iter(people), None)


def _by(parts: list[str]) -> tuple[str | None, list[str]]:
    """The names behind "by", with those that commas set apart from them, and the other parts."""
    others: list[str] = []
    for place, part in enumerate(parts):
        behind = parts[place + 1 :]
        if (found := _BY.fullmatch(part)) is not None:
            return found["who"].strip(_MARKS), [*others, *behind]
        within = _WITHIN.fullmatch(part)
        if within is not None and _known(outlet := within["outlet"].strip(_MARKS)) is not None:
            return within["who"].strip(_MARKS), [*others, outlet, *behind]
        others.append(part)
    return None, others


def _known(part: str) -> str | None:
    """The outlet that a part surely names."""
    labelled = _LABEL.fullmatch(part)
    name = part if labelled is None else labelled["where"].strip(_MARKS)
    outlet = find_outlet(name)
    titled = name.startswith("The ") and known_at(name, 0, first_word(name)) is None
    sure = labelled is not None or titled or _is_press(name)
    return name if outlet is not None or (sure and _is_name(name)) else None


def _is_press(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower() in word_class("press")


def _is_name(part: str) -> bool:
    words = part.split()
    return 1 <= len(words) <= LONGEST and words[0][0].isupper() and all(map(is_of_name, words)) and not any(map(str.isdigit, part))


def _is_person(part: str) -> bool:
    return _is_name(part.strip()) and len(part.split()) in PERSON
