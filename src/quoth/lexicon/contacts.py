"""Words that tell of contacts: calls, meetings, letters, messages, visits, talks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from quoth.lexicon.table import read_table
from quoth.records import ContactKind


@dataclass(frozen=True, slots=True)
class ContactWord:
    """One word in one class of ``contacts.tsv``."""

    word: str
    frame: frozenset[str]
    """How a verb takes the other party: ``object, with, to, in, into, on, about``; ``alone`` where several subjects need no other."""
    kind: ContactKind
    """``talks`` where the means decide."""
    apart: bool
    """Whether several other parties mean several contacts."""


@cache
def contact_words(kind: str) -> Mapping[str, ContactWord]:
    """The words of one class (``verb, ahead, noun, light, join, halt, refuse, ask, motive, means, audience, host,
    service, hearer, contest, people, site``), by lemma."""
    rows = [row for row in read_table("contacts") if row["class"] == kind]
    return {
        row["word"]: ContactWord(
            word=row["word"],
            frame=frozenset(row["frame"].split("+")) if row["frame"] else frozenset(),
            kind=cast("ContactKind", row["kind"] or "talks"),
            apart=row["apart"] == "yes",
        )
        for row in rows
    }
