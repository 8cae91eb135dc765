"""More ways of saying made one: "went unanswered", "at no time", "a majority of", "away from", "described as a forgery", "the man who did it was X".

As in ``rewording.py`` each function changes the parts in place and says, where it takes out a negation or moves what is said, that it did.
"""

from __future__ import annotations

from dataclasses import replace

from quoth.lexicon.titles import titles
from quoth.lexicon.wordnet import is_kind_of, senses_of
from quoth.link.rewording import NOT, PASSIVE
from quoth.records import Force, Part

GOING = frozenset({"go", "be", "remain", "stay", "leave", "come"})
NEVER = frozenset({"time", "moment", "point", "way", "account", "circumstance", "circumstances", "means", "extent", "condition"})
"""Nouns that, with "no" behind a preposition, only deny: "at no time", "in no way", "under no circumstances"."""
MAJORITY = frozenset({"majority", "bulk"})
PEOPLE = frozenset({"man", "woman", "person", "people", "one", "body", "company", "firm", "state", "country", "party", "team"})
OPENINGS: dict[str, Force] = {
    "way": "can",
    "means": "can",
    "chance": "may",
    "possibility": "may",
    "prospect": "likely",
}
"""What "there is no …" of a deed says of it."""
HAVING = frozenset({"have", "be", "see", "find"})
ALMOST = frozenset({"almost", "virtually", "practically", "nearly"})
SHUTTING = frozenset({"agent", "patient"})
LEAST_STEM = 3


def without_going_without(parts: list[Part], main: int) -> bool:
    """As in "The letter went unanswered": it was not answered."""
    if main < 0 or parts[main].word not in GOING or parts[main].kind != "deed":
        return False
    for number, part in enumerate(parts):
        stem = _participle(part.word) if part.kind == "quality" and part.of == main else ""
        if stem and part.role in {"while", "how", "is"}:
            parts[number] = replace(part, role="expl")
            parts[main] = replace(parts[main], word=stem, marks=(*parts[main].marks, "was"))
            subject = next((place for place, each in enumerate(parts) if each.of == main and each.role == "agent"), -1)
            if subject >= 0:
                parts[subject] = replace(parts[subject], role="patient")
            return True
    return False


def _participle(word: str) -> str:
    """The verb of which "un-" denies the participle; empty where there is none."""
    if not word.startswith("un") or len(word) < LEAST_STEM + 4:
        return ""
    stems = (word[2:].removesuffix("ed"), word[2:].removesuffix("d"), word[2:].removesuffix("ied") + "y", word[2:])
    return next((stem for stem in stems if len(stem) >= LEAST_STEM and any(sense[0] == "v" for sense in senses_of(stem))), "")


def without_never(parts: list[Part], main: int) -> bool:
    """As in "At no time was it …": it never was."""
    for number, part in enumerate(parts):
        if part.of == main and part.word in NEVER and "no" in part.marks and part.role in {"at", "in", "on", "under", "by", "to"}:
            parts[number] = replace(part, role="expl", marks=())
            return True
    return False


def says_almost_none(parts: list[Part], main: int) -> bool:
    """As in "By almost no one": hardly anybody, which is read as a denial."""
    none_ = ("no", "none", "nobody", "nothing")
    return any(
        part.of == main
        and part.role in SHUTTING
        and ALMOST & set(part.marks)
        and (part.word in none_ or set(none_) & set(part.marks))
        for part in parts
    )


def with_majority(parts: list[Part]) -> None:
    """As in "A majority of shops": most shops."""
    for number, part in enumerate(parts):
        if part.word not in MAJORITY or part.kind != "thing":
            continue
        for place, each in enumerate(parts):
            if each.of == number and each.role == "of":
                parts[place] = replace(each, role=part.role, of=part.of, marks=("most", *each.marks))
                parts[number] = replace(part, role="expl", of=place)
                break


def past_manners(parts: list[Part]) -> None:
    """As in "Away from the coast": what hangs on an adverb hangs on the deed."""
    for number, part in enumerate(parts):
        above = parts[part.of] if part.of >= 0 else None
        if above is not None and above.kind == "manner" and above.of >= 0 and part.kind in {"name", "thing"}:
            parts[number] = replace(part, of=above.of)


def with_description(parts: list[Part], main: int) -> int:
    """As in "Described the passport as a forgery", of which the passport and the forgery are told: it is one."""
    if main < 0 or parts[main].kind not in {"thing", "name"} or parts[main].role != "patient" or parts[main].of >= 0:
        return main
    for number, part in enumerate(parts):
        if part.of == main and part.role == "as" and part.kind in {"thing", "quality"}:
            parts[number] = replace(part, role="is", of=-1)
            parts[main] = replace(parts[main], role="agent", of=number)
            return number
    return main


def with_whoever(parts: list[Part], main: int) -> int:
    """As in "The man who set the rate was X": X set the rate."""
    if main < 0 or parts[main].role != "is" or NOT & set(parts[main].marks):
        return main
    for number, part in enumerate(parts):
        clause = next((place for place, each in enumerate(parts) if each.of == number and each.role == "which"), None)
        if part.of != main or part.role != "agent" or part.word not in PEOPLE or clause is None or "the" not in part.marks:
            continue
        taken = {each.role for each in parts if each.of == clause}
        role = "patient" if "agent" in taken or PASSIVE & set(parts[clause].marks) else "agent"
        parts[main] = replace(parts[main], role=role, of=clause)
        parts[clause] = replace(parts[clause], role="what", of=-1)
        parts[number] = replace(part, role="expl", of=clause)
        return clause
    return main


def without_no_way(parts: list[Part], main: int) -> tuple[int, Force | None]:
    """As in "There is no way for X to do it": X cannot. What is said, and its force."""
    held = range(len(parts)) if main >= 0 and parts[main].word in HAVING else (main,)
    none_ = next((each for each in held if each >= 0 and _opens_nothing(parts, each, main)), -1)
    clause = next((place for place, each in enumerate(parts) if each.of == none_ >= 0 and each.kind == "deed"), None)
    if clause is None:
        return main, None
    force = OPENINGS[parts[none_].word]
    if none_ != main:
        parts[main] = replace(parts[main], role="expl", of=clause)
        main = none_
    for number, part in enumerate(parts):
        if part.of == main and number != clause:
            parts[number] = replace(part, of=clause)
    parts[main] = replace(parts[main], role="expl", of=clause, marks=())
    parts[clause] = replace(parts[clause], role="what", of=-1)
    return clause, force


def _opens_nothing(parts: list[Part], place: int, main: int) -> bool:
    """Whether there is none of what opens a deed, or somebody has none of it."""
    part = parts[place]
    return part.word in OPENINGS and "no" in part.marks and (place == main or (part.of == main and part.role == "patient"))


def may_be_allowed(parts: list[Part], main: int) -> bool:
    """Whether "may" can be a permission: somebody may do it, or it may be done; prices only may fall."""
    if main < 0 or PASSIVE & set(parts[main].marks):
        return True
    agents = [part for part in parts if part.of == main and part.role == "agent"]
    return any(part.kind != "thing" or _is_somebody(part.word) for part in agents) or not agents


def _is_somebody(word: str) -> bool:
    known = titles().get(word)
    return (known is not None and known.person) or any(
        is_kind_of(word, each) for each in ("person", "group", "organism", "organization")
    )
