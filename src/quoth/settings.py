"""One frozen ``Settings``; each stage's fingerprint hashes only what changes its output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.records import identify

Stage = Literal["read", "extract", "link"]

VERSIONS: dict[Stage, int] = {"read": 1, "extract": 1, "link": 1}
"""Raised by hand when a stage's code gives other output for the same input; finished work of other versions is redone."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user may set. Nothing here but ``workers`` and ``batch`` may vary without changing a result."""

    reader: Literal["rules"] = "rules"
    """Which reader of attributions to use."""
    language: str = "en"
    """Only documents of this language are read for statements; others are kept, found and compared as text."""
    largest: int = 20_000_000
    """Bytes: a single file (or record) larger than this is set aside as ``too-large``; record files are streamed."""
    workers: int = 1
    batch: int = 32
    """Documents handed to a worker at a time."""

    def fingerprint(self, stage: Stage) -> str:
        """The name of this stage with these settings: work finished under another name is done again."""
        chosen: dict[Stage, tuple[object, ...]] = {
            "read": (self.largest,),
            "extract": (self.reader, self.language),
            "link": (),
        }
        return identify("settings", stage, VERSIONS[stage], *chosen[stage])
