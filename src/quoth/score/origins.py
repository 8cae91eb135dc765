"""Found texts and origins of labelled claims against those that were settled on: how often the interval holds the truth, how wide it is,
and which pairs of tellings were joined or parted wrongly."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import combinations
from pathlib import Path
from typing import Any

from quoth.records import Span
from quoth.score.labels import Split


@dataclass(frozen=True, slots=True)
class LabelledTelling:
    """A document that makes a claim on one source's word."""

    name: str
    document: str
    """Its name in the groups."""
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A claim with the settled answer. ``text_of`` takes copies together, rewrites apart; ``retold_of`` rewrites too."""

    name: str
    group: str
    split: Split
    tellings: tuple[LabelledTelling, ...]
    text_of: Mapping[str, str]
    retold_of: Mapping[str, str]
    origin_of: Mapping[str, str]
    unsourced: frozenset[str]
    """Tellings that name nobody: whether they share another's origin was not labelled, and ``origins`` leaves them out."""
    origins: int
    low: int
    high: int

    @property
    def texts(self) -> int:
        """How many texts, a rewrite being one of its own."""
        return len(set(self.text_of.values()))


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """What was found of it: documents by text, tellings by origin (by sure steps and by all), and the interval."""

    text_of: Mapping[str, str]
    sure_of: Mapping[str, str]
    every_of: Mapping[str, str]
    open: frozenset[str]
    """Tellings that name nobody: they may go back to any other, and count for the upper bound only."""
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts over claims; each can be added to others."""

    claims: int = 0
    measured: int = 0
    held: int = 0
    """Claims whose number of origins lies in the interval found."""
    exact: int = 0
    """Of these, claims whose interval is that number alone."""
    width: int = 0
    """Sum of the widths of the intervals found."""
    labelled_width: int = 0
    """Sum of the widths of the labelled intervals over the same claims."""
    texts_right: int = 0
    """Claims with as many texts as labelled, rewrites apart or together."""
    together: int = 0
    """Pairs of tellings that go back to one origin."""
    apart: int = 0
    false_merges: int = 0
    """Pairs joined by sure steps that go back to two."""
    possible_merges: int = 0
    """Pairs joined only by possible steps that go back to two."""
    missed: int = 0
    """Pairs that go back to one and that no step joins."""
    unsure: int = 0
    """Pairs that go back to one and that only possible steps join."""
    false_texts: int = 0
    """Pairs of documents taken for one text that are two, also with rewrites taken together."""
    missed_texts: int = 0
    """Pairs of documents that are copies of one text and were taken for two."""
    wrong: tuple[str, ...] = field(default=())
    """Names of the claims whose number of origins is outside the interval."""

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def load_origins(path: Path) -> tuple[LabelledClaim, ...]:
    """The labelled claims of a file, in its order."""
    return tuple(_claim(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _claim(row: Mapping[str, Any]) -> LabelledClaim:
    tellings = tuple(
        LabelledTelling(one.get("t", one["doc"]), one["doc"], tuple(Span(*span) for span in one["words"])) for one in row["carries"]
    )
    documents = list(dict.fromkeys(one.document for one in tellings))
    copied = [edge for edge in row["edges"] if edge["kind"] in {"verbatim", "partial"}]
    return LabelledClaim(
        name=row["claim"],
        group=row["group"],
        split=row["split"],
        tellings=tellings,
        text_of=joined(documents, ((edge["a"].partition("#")[0], edge["b"].partition("#")[0]) for edge in copied)),
        retold_of={one: group[0] for group in row["texts"] for one in group},
        origin_of={one: origin["of"][0] for origin in row["origins"] for one in origin["of"]},
        unsourced=frozenset(one for origin in row["origins"] if origin["kind"] == "unsourced" for one in origin["of"]),
        origins=row["n_origins"],
        low=row["origins_low"],
        high=row["origins_high"],
    )


def joined(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each member to the first of its group."""
    group_of = {member: member for member in members}
    for one, other in pairs:
        first, second = group_of[one], group_of[other]
        group_of = {member: first if group == second else group for member, group in group_of.items()}
    return group_of


def score_origins(pairs: Iterable[tuple[LabelledClaim, FoundClaim]]) -> Outcome:
    """The counts over all claims."""
    return sum((score_claim(labelled, found) for labelled, found in pairs), Outcome())


def score_claim(labelled: LabelledClaim, found: FoundClaim) -> Outcome:
    """The counts of one claim."""
    measured = found.low is not None and found.high is not None
    low, high = found.low or 0, found.high or 0
    held = measured and low <= labelled.origins <= high
    merges = _merges(labelled, found)
    texts = len(set(found.text_of.values()))
    return Outcome(
        claims=1,
        measured=int(measured),
        held=int(held),
        exact=int(held and low == high),
        width=high - low if measured else 0,
        labelled_width=labelled.high - labelled.low if measured else 0,
        texts_right=int(texts in {labelled.texts, len(set(labelled.retold_of.values()))}),
        together=sum(1 for one in merges if one[0]),
        apart=sum(1 for one in merges if not one[0]),
        false_merges=merges.count((False, "sure")),
        possible_merges=merges.count((False, "possible")),
        missed=merges.count((True, "none")),
        unsure=merges.count((True, "possible")),
        wrong=() if held or not measured else (labelled.name,),
        **_texts(labelled, found),
    )


def _merges(labelled: LabelledClaim, found: FoundClaim) -> list[tuple[bool, str]]:
    """For each pair of tellings of which it is labelled, whether it is of one origin, and how it was joined."""
    pairs = combinations((one.name for one in labelled.tellings), 2)
    told = [(labelled.origin_of[one] == labelled.origin_of[other], one, other) for one, other in pairs]
    return [(same, _how(found, one, other)) for same, one, other in told if same or not {one, other} & labelled.unsourced]


def _how(found: FoundClaim, one: str, other: str) -> str:
    if found.sure_of[one] == found.sure_of[other]:
        return "sure"
    return "possible" if found.every_of[one] == found.every_of[other] or {one, other} & found.open else "none"


def _texts(labelled: LabelledClaim, found: FoundClaim) -> dict[str, int]:
    pairs = list(combinations(dict.fromkeys(one.document for one in labelled.tellings), 2))
    one_text = [(one, other) for one, other in pairs if found.text_of[one] == found.text_of[other]]
    copied = [(one, other) for one, other in pairs if labelled.text_of[one] == labelled.text_of[other]]
    return {
        "false_texts": sum(1 for one, other in one_text if labelled.retold_of[one] != labelled.retold_of[other]),
        "missed_texts": len(set(copied) - set(one_text)),
    }


def origins_table(ways: Mapping[str, Outcome]) -> Iterator[str]:
    """The counts of several ways of counting as lines of a table."""
    yield f"{'':<26}{'holds':>8}{'exact':>8}{'width':>8}{'texts':>8}  pairs joined: wrongly (sure)  wrongly (possible)  missed"
    for way, one in ways.items():
        width = one.width / one.measured if one.measured else 0.0
        yield (
            f"{way:<26}{one.held:>4}/{one.measured:<3}{one.exact:>8}{width:>8.2f}{one.texts_right:>5}/{one.claims:<3}"
            f"{one.false_merges:>20}/{one.apart:<5}{one.possible_merges:>14}/{one.apart:<5}{one.missed:>8}/{one.together}"
        )


def measures(one: Outcome) -> Iterator[tuple[str, float]]:
    """The figures that are held, by name."""
    yield "origins held", _share(one.held, one.measured)
    yield "origins measured", _share(one.measured, one.claims)
    yield "origins exact", _share(one.exact, one.measured)
    yield "origins texts right", _share(one.texts_right, one.claims)
    yield "origins pairs kept apart", 1 - _share(one.false_merges, one.apart)
    yield "origins pairs joined", 1 - _share(one.missed, one.together)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
