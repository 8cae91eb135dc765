"""What only one of two statements tells and what makes the proposition all the same: who does it, how many, whether it is the deputy, and whether it
is only alleged."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.lexicon.wordnet import is_kind_of
from quoth.link.alignment import Alignment
from quoth.link.findings import Finding
from quoth.link.rewording import PASSIVE
from quoth.link.said import CORE, Said
from quoth.records import Part

ALLEGED = frozenset({"alleged", "purported", "supposed", "rumoured", "rumored", "suspected", "reputed", "so-called"})
UNDER = frozenset({"deputy", "vice", "assistant", "acting", "interim", "caretaker"})
"""Words before an office that make another office of it."""


def find_alleged(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """A deed that one only tells as alleged and the other as done: "the alleged theft", "was stolen"."""
    for pair in found.pairs:
        only = [said for said, place in ((first, pair.first), (second, pair.second)) if _alleged(said, place)]
        deeds = {first.parts[pair.first].kind, second.parts[pair.second].kind}
        if len(only) == 1 and "deed" in deeds:
            yield Finding("related", f"one only tells of alleged {first.parts[pair.first].word}", by="assertion")


def _alleged(said: Said, place: int) -> bool:
    return any(said.parts[child].word in ALLEGED for child in said.children(place))


def find_left_out(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """Who does it, or of which rank they are, told by one alone."""
    mains = found.of_first(first.main) if first.main >= 0 else None
    if mains is not None and mains.second == second.main and mains.tie in {"same", "alike"}:
        for said, other, alone in ((first, second, found.alone_first), (second, first, found.alone_second)):
            doer = next((place for place in alone if _does(said, place)), None)
            if doer is not None and _is_undone(other):
                yield Finding("related", f"only one tells that {said.parts[doer].word} does it", by="thing")
    for pair in found.pairs:
        mine, theirs = _rank(first, pair.first), _rank(second, pair.second)
        if mine != theirs and first.parts[pair.first].kind == second.parts[pair.second].kind == "thing":
            yield Finding("related", f"{'/'.join(sorted(mine | theirs))} is another office", by="thing")


def find_somebodys(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """Somebody in one, and in the other only whose relative, deputy or driver it is: "the judge", "the judge's driver"."""
    met = {pair.first for pair in found.pairs}, {pair.second for pair in found.pairs}
    for pair in found.pairs:
        sides = ((first, pair.first, second, pair.second, met[1]), (second, pair.second, first, pair.first, met[0]))
        for said, place, other, held, answered in sides:
            part, owner = said.parts[place], other.parts[held]
            if owner.role not in {"of", "owner"} or owner.of < 0 or owner.of in answered or part.kind != owner.kind:
                continue
            head = other.parts[owner.of]
            if head.kind == "thing" and part.role == head.role in CORE and is_kind_of(head.word, "person") and _is_person(owner):
                yield Finding("related", f"{owner.word} is not the {head.word} of {owner.word}", by="thing")


def _is_person(part: Part) -> bool:
    return part.kind == "thing" and is_kind_of(part.word, "person")


def _does(said: Said, place: int) -> bool:
    part = said.parts[place]
    return part.of == said.main and part.role == "agent" and part.kind in {"name", "thing"} and said.parts[said.main].kind == "deed"


def _is_undone(said: Said) -> bool:
    """Whether a deed is told in the passive without its doer."""
    main = said.parts[said.main]
    told = {said.parts[child].role for child in said.children(said.main)}
    return main.kind == "deed" and bool(PASSIVE & set(main.marks)) and not told & {"agent", "by", "from", "with", "in"}


def _rank(said: Said, place: int) -> frozenset[str]:
    return frozenset(said.parts[child].word for child in said.children(place) if said.parts[child].role == "kind") & UNDER


def find_uncounted(first: Said, second: Said, found: Alignment) -> Iterator[Finding]:
    """How many, told by one alone of what both tell."""
    for pair in found.pairs:
        mine, theirs = _counts(first, pair.first), _counts(second, pair.second)
        if (
            (mine is None) == (theirs is None)
            or first.parts[pair.first].kind != "thing"
            or second.parts[pair.second].kind != "thing"
        ):
            continue
        said, place = (second, pair.second) if mine is not None else (first, pair.first)
        figures = [part for each in (first, second) for part in each.parts if part.kind == "number" and part.role != "expl"]
        told = said.amounts.get(place) or {"and", "or"} & set(said.parts[place].marks)
        if (
            len(figures) == 1
            and not told
            and "plural" in said.parts[place].marks
            and said.parts[place].role in {"agent", "patient"}
        ):
            yield Finding("related", f"only one tells how many {said.parts[place].word}", by="amount")


def _counts(said: Said, place: int) -> str | None:
    told = (said.parts[child] for child in said.children(place))
    return next((part.word for part in told if part.kind == "number" and part.role == "count"), None)
