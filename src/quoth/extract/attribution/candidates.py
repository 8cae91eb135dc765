"""What passes between the files that read statements: a possible attribution, and one that is taken for one."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.extract.attribution.ranges import Range


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution within one paragraph: token indices and ranges."""

    head: int
    kind: str
    """``v`` verb, ``n`` noun, ``a`` adjective, ``p`` preposition."""
    frame: str
    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    merged: bool = False
    """Whether the cue takes in a verb before its own word: "issued a statement saying", "continued to insist"."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as token ranges; the content may run over paragraphs, so its parts name theirs."""

    paragraph: int
    head: int
    kind: str
    frame: str
    cue: Range
    source: Range | None
    contents: tuple[tuple[int, Range], ...]
    score: float
    """How sure the cue is; how sure source and content are is told by the frame."""
    merged: bool = False
    """Whether the cue takes in a verb before its own word; it is then preferred to that verb."""
    sure: float | None = None
    """How sure source, cue and content all are, where whoever found it knows."""
