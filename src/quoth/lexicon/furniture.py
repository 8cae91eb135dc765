"""Lines of a page that are not the article's own telling: credits, captions, related links, disclaimers, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from quoth.lexicon.table import read_table
from quoth.records import SegmentKind

LONGEST_LINE = 480
"""Code points: about 60 words. Longer paragraphs are held against the patterns for whole passages only."""


class Rule(NamedTuple):
    """One row of the table: what kind a line is, and whether it opens a list of links or closes an article."""

    kind: SegmentKind
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns of one ``where`` as one alternation: the first that fits gives its rule."""

    pattern: re.Pattern[str]
    rules: tuple[Rule, ...]

    def full(self, text: str) -> Rule | None:
        """The rule that fits the whole of a text."""
        found = self.pattern.fullmatch(text)
        return None if found is None else self._rule(found)

    def start(self, text: str) -> tuple[Rule, int] | None:
        """The rule that fits at the start of a text, and where it ends."""
        found = self.pattern.match(text)
        return None if found is None or not found.end() else (self._rule(found), found.end())

    def _rule(self, found: re.Match[str]) -> Rule:
        return self.rules[int((found.lastgroup or "r0")[1:])]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The table, compiled."""

    whole: Patterns
    head: Patterns
    open: Patterns
    top: Patterns
    prefix: Patterns
    suffix: Patterns

    def find(self, paragraph: str, *, near_top: bool = False) -> Rule | None:
        """The rule that a whole paragraph falls under, or None. ``near_top``: it is one of an article's first."""
        opened = self.open.start(paragraph[:LONGEST_LINE])
        if opened is not None or len(paragraph) > LONGEST_LINE:
            return None if opened is None else opened[0]
        line = " ".join(paragraph.split())
        headed = (self.top.full(line) if near_top else None) or self.whole.full(line)
        if headed is not None:
            return headed
        begun = self.head.start(line)
        return None if begun is None else begun[0]

    def find_prefix(self, paragraph: str) -> tuple[Rule, int] | None:
        """Words at a paragraph's start that are furniture though the rest is not: the rule, and where they end."""
        return self.prefix.start(paragraph[:LONGEST_LINE])

    def find_suffix(self, paragraph: str) -> tuple[Rule, int] | None:
        """Words at a paragraph's end that are furniture though the rest is not: the rule, and where they start."""
        if paragraph[-1:] not in {")", "."} or "(" not in paragraph[-400:]:
            return None
        start = paragraph.rindex("(", -400) if len(paragraph) > 400 else paragraph.rindex("(")
        rule = self.suffix.full(paragraph[start:])
        return None if rule is None else (rule, start)


@cache
def furniture() -> Furniture:
    """The patterns, read from ``furniture.tsv`` and compiled at the first call."""
    rows = read_table("furniture")
    return Furniture(
        *(_compile(row for row in rows if row["where"] == where) for where in ("whole", "head", "open", "top", "prefix", "suffix"))
    )


def _compile(rows: Iterable[dict[str, str]]) -> Patterns:
    kept = list(rows)
    pattern = "|".join(f"(?P<r{number}>{row['pattern']})" for number, row in enumerate(kept))
    rules = tuple(Rule(cast("SegmentKind", row["kind"]), row["flag"] == "opens", row["flag"] == "closes") for row in kept)
    return Patterns(re.compile(pattern, re.IGNORECASE), rules)
