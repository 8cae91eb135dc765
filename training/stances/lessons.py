"""Lessons in where a passage of news stands on a claim: 240 invented subjects, 869 claims, 7,928 passages, each with its sign.

``lessons/`` was written for quoth by language models, four files of 60 subjects each; people, firms, towns and states are invented. Whoever wrote a file
read its signs a second time; nobody else did. Apache-2.0. A claim is told by passages that share hardly a word with it, and beside them stand some of the same words that
take no stand. No weights that quoth ships have learnt them (decision 23).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

HERE = Path(__file__).parent / "lessons"
Sign: TypeAlias = Literal["+", "-", "?", "~", "0", "n"]
"""Asserts, denies or says what cannot be so if the claim is, doubts, hedges, declines to say, takes no stand."""
SUBJECT, CLAIM = "# subject: ", "= "


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of news and where whoever speaks in them stands on a claim."""

    subject: str
    claim: str
    text: str
    sign: Sign


def passages(folder: Path = HERE) -> Iterator[Passage]:
    """All passages, file by file in order of their names. Raises ``ValueError`` where a line cannot be read."""
    for path in sorted(folder.glob("*.txt")):
        subject = claim = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith(SUBJECT):
                subject, claim = line.removeprefix(SUBJECT), ""
            elif subject and line.startswith(CLAIM):
                claim = line.removeprefix(CLAIM)
            elif claim and line[1:2] == " " and line[0] in get_args(Sign):
                yield Passage(subject, claim, line[2:].strip(), line[0])  # type: ignore[arg-type]
            elif line.strip():
                raise ValueError(f"{path.name}:{number} is no subject, no claim of one and no passage on one: {line[:80]}")
