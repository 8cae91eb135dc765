"""What a content says, in a form that can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.records.evidence import Span
from quoth.records.vocabulary import Force, Modality, PartKind, Tense


@dataclass(frozen=True, slots=True)
class Part:
    """One content word, name, figure or time of a proposition, and what it is in it."""

    word: str
    """Lemma in lower case; a name in lower case; of a time its EDTF date, else its TIMEX3 value; of a figure its words."""
    kind: PartKind
    role: str
    """To the part that it hangs on: ``agent``, ``patient``, ``recipient``, ``owner``, ``is`` (what the subject is said to be), ``kind`` (a
    modifier), ``count``, ``how``, ``also`` (a second name), ``which`` (a clause on it), ``and`` (a further clause), ``what`` (a clause that it
    takes), else the preposition or conjunction."""
    of: int
    """Place of that part in the proposition; -1 for a part that hangs on none."""
    marks: tuple[str, ...] = ()
    """Function words on it, in small letters: articles, quantifiers, modal verbs, negation, "only", "still"; ``plural`` of a noun in the plural."""
    low: float | None = None
    high: float | None = None
    """Of a figure: its bounds; None where open."""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a content says, in a form that can be compared: read from its syntax, lemmas in lower case.

    It decides whether two contents are the same claim; ``words`` are its content words (nouns, verbs, adjectives, numbers,
    names; no stop words, no attribution cue).
    """

    predicate: str | None
    """Lemma of the main verb or event noun ("plan", "use")."""
    subject: tuple[str, ...]
    """Content words of who does it; names by their plain name."""
    object: tuple[str, ...]
    """Content words of what it is done to, prepositional complements included."""
    words: tuple[str, ...]
    names: tuple[str, ...]
    """Names of actors and places in it, adjectives of states turned into the state ("Russian" → "Russia")."""
    negated: bool
    modality: Modality
    numbers: tuple[float, ...] = ()
    parts: tuple[Part, ...] = ()
    """The same word by word, with the role of each."""
    main: int = -1
    """Place in ``parts`` of what the predicate is; -1 where it has none there."""
    forces: tuple[Force, ...] = ()
    """How the deed stands to fact, the readings of its words that are possible ("may": possibility or permission); empty where not read."""
    tense: Tense | None = None
    further: tuple[Clause, ...] = ()
    """What the same words say beside this, each in a clause with a subject of its own: further sentences of a quotation, "and that …"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A further clause of a content: where it stands in the document, and what it says."""

    spans: tuple[Span, ...]
    proposition: Proposition
