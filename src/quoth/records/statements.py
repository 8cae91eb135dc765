"""Who says what, according to whom."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records.evidence import Passage, Span
from quoth.records.propositions import Proposition
from quoth.records.vocabulary import Act, Channel, Form, Stance


@dataclass(frozen=True, slots=True)
class Via:
    """One step of the chain that a statement came through: the words of an outer source and its referent."""

    text: str
    spans: tuple[Span, ...]
    referent: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: who (*source*) says (*cue*) what (*content*)."""

    id: str
    """``identify("statement", document, *source spans, *cue spans, *content spans)``."""
    document: str
    form: Form
    stance: Stance
    source: Passage | None
    cue: Passage
    content: Passage
    speaker: str | None
    """``Referent.id``; None where undecided."""
    undecided: str | None
    """Why there is no speaker ("no source", "they: two candidates"); None where there is one."""
    addressee: str | None
    """``Referent.id`` of whom it was said to."""
    via: tuple[Via, ...]
    """Sources between the speaker and the reader, outermost first; the outlet itself is not repeated here."""
    parent: str | None
    """The statement whose content this one stands in."""
    negated: bool
    """The attribution is denied ("did not say"), not its content."""
    score: float
    """How sure the reader is of the whole attribution, 0 to 1."""
    time: str | None
    """When it was said: an EDTF date, or None."""
    proposition: Proposition | None
    act: Act | None = None
    """What is done in saying so, within the stance: ``reject`` and ``refute`` both deny. None for stance ``none``."""
    channel: Channel | None = None
    """How it was said: in a statement, an interview, a call. None where the words around the cue do not tell."""
