"""Contacts, quantities and definitions found, measured against labels of them.

Files of labels have one article a line: ``document``, ``split``, ``sha256`` as those of statements have (``score.labels``), and ``items``,
offsets as ``[start, end]``.

``contacts``: a label is found where a contact's span holds its trigger and both name the same parties, none more and none fewer: parties agree
where their words overlap or they are mentions of one referent. ``contacts_told``: where it holds the trigger and at least two parties agree.
Over those, ``contacts_kind``, ``contacts_status`` and ``contacts_initiator`` (where the label or the find has one).
``quantities``: the spans overlap, and value and bounds are the same; ``quantities_seen``: the spans overlap; over those ``quantities_of``, where the
label says what is counted: words in common. ``terms``: term and definition both share .5 of the characters that either has.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Any, get_args

from quoth.errors import UsageError
from quoth.records import Contact, Findings, Party, Quantity, Span, Term
from quoth.score.aligned import pair_up
from quoth.score.labels import Split
from quoth.score.polnear import Count
from quoth.score.spans import likeness

ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class ContactLabel:
    """A telling of a contact."""

    trigger: Span
    kind: str
    status: str
    parties: tuple[Span, ...]
    initiator: Span | None


@dataclass(frozen=True, slots=True)
class QuantityLabel:
    """A number; ``of`` is what it counts."""

    number: Span
    value: float | None
    low: float | None
    high: float | None
    of: Span | None


@dataclass(frozen=True, slots=True)
class TermLabel:
    """A term and the words that explain it."""

    term: Span
    definition: Span


FactLabel = ContactLabel | QuantityLabel | TermLabel


@dataclass(frozen=True, slots=True)
class FactArticle:
    """The labels of one article, without its text."""

    name: str
    split: Split
    sha256: str
    labels: tuple[FactLabel, ...]


def load_facts(path: Path) -> tuple[FactArticle, ...]:
    """The labelled articles of a file, whose name says what is labelled. Raises ``UsageError`` where it is missing or a line is not as described."""
    if not path.is_file() or path.stem not in READ:
        raise UsageError(f"No labels at {path}. Expected one of {', '.join(READ)} with the ending .jsonl; name one.")
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_article(path, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _article(path: Path, number: int, line: str) -> FactArticle:
    try:
        row = json.loads(line)
        article = FactArticle(row["document"], row["split"], row["sha256"], tuple(map(READ[path.stem], row["items"])))
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(
            f"{path}:{number} is no labelled article ({error!r}). Expected the fields of quality/labels/README.md."
        ) from error
    if article.split not in get_args(Split):
        raise UsageError(f"{path}:{number} has a split that there is none of. Expected tune or keep.")
    return article


def _contact(row: Mapping[str, Any]) -> ContactLabel:
    return ContactLabel(
        Span(*row["trigger"]), row["kind"], row["status"], tuple(Span(*one) for one in row["parties"]), _span(row["initiator"])
    )


def _quantity(row: Mapping[str, Any]) -> QuantityLabel:
    return QuantityLabel(Span(*row["number"]), row["value"], row["low"], row["high"], _span(row["of"]))


def _term(row: Mapping[str, Any]) -> TermLabel:
    return TermLabel(Span(*row["term"]), Span(*row["definition"]))


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair else None


READ: Mapping[str, Callable[[Mapping[str, Any]], FactLabel]] = {
    "contacts": _contact,
    "contacts_more": _contact,
    "contacts_fresh": _contact,
    "contacts_fresh2": _contact,
    "contacts_fresh3": _contact,
    "contacts_fresh4": _contact,
    "contacts_tune": _contact,
    "quantities": _quantity,
    "terms": _term,
}
"""What is labelled in a file, by its name."""


def score_facts(kind: str, labels: Sequence[FactLabel], findings: Findings, text: str) -> dict[str, Count]:
    """The counts of one article by measure; ``kind`` is that of its labels. Shares are the precision of their count."""
    if kind.startswith("contacts"):
        return _score_contacts([one for one in labels if isinstance(one, ContactLabel)], findings)
    if kind == "quantities":
        return _score_quantities([one for one in labels if isinstance(one, QuantityLabel)], findings.quantities, text)
    return _score_terms([one for one in labels if isinstance(one, TermLabel)], findings.terms)


# --- contacts --------------------------------------------------------------------------------------------------------------


def _score_contacts(labels: Sequence[ContactLabel], findings: Findings) -> dict[str, Count]:
    found = findings.contacts
    same = _Same(findings)
    told = pair_up(labels, found, lambda label, one: _telling(label, one, same))
    full = [pair for pair in told if _telling(labels[pair[0]], found[pair[1]], same) >= 1]
    pairs = [(labels[i], found[j]) for i, j in told]
    begun = [(label, one) for label, one in pairs if label.initiator or one.initiator]
    return {
        "contacts": Count(len(full), len(found), len(labels)),
        "contacts_told": Count(len(told), len(found), len(labels)),
        "contacts_kind": _share(label.kind == one.kind for label, one in pairs),
        "contacts_status": _share(label.status == one.status for label, one in pairs),
        "contacts_initiator": _share(
            bool(label.initiator and one.initiator and same(label.initiator, one.initiator)) for label, one in begun
        ),
    }


class _Same:
    """Whether a labelled party is one that was found: words in common, or mentions of one referent."""

    def __init__(self, findings: Findings) -> None:
        self._mentions = {one.id: [mention.span for mention in one.mentions] for one in findings.referents}

    def __call__(self, label: Span, party: Party) -> bool:
        spans = [party.span, *(self._mentions.get(party.referent, ()) if party.referent else ())]
        return any(_meet(label, span) for span in spans)


def _telling(label: ContactLabel, one: Contact, same: _Same) -> float:
    """1 and more where all parties agree, something where two do, 0 where it is no telling of the label's contact."""
    if not _meet(label.trigger, one.span):
        return 0.0
    agreed = len(pair_up(label.parties, one.parties, lambda span, party: float(same(span, party))))
    if agreed < min(2, len(label.parties)):
        return 0.0
    return 1 + (label.kind == one.kind) / 2 if agreed == len(label.parties) == len(one.parties) else 0.5


# --- quantities and terms ----------------------------------------------------------------------------------------------------


def _score_quantities(labels: Sequence[QuantityLabel], found: Sequence[Quantity], text: str) -> dict[str, Count]:
    seen = pair_up(labels, found, lambda label, one: likeness((label.number,), (one.span,)))
    right = [(i, j) for i, j in seen if _same_number(labels[i], found[j])]
    counted = [(of, found[j].of) for i, j in seen if (of := labels[i].of)]
    return {
        "quantities": Count(len(right), len(found), len(labels)),
        "quantities_seen": Count(len(seen), len(found), len(labels)),
        "quantities_of": _share(bool(of and _in_common(text[span.start : span.end], of)) for span, of in counted),
    }


def _same_number(label: QuantityLabel, one: Quantity) -> bool:
    """The same value, exact or an estimate; of a bound the same bound, open on the same side."""
    if label.value is not None:
        return _close(label.value, one.value) and (one.low is None) == (one.high is None)
    return _close(label.low, one.low) and _close(label.high, one.high)


def _close(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and isclose(one, other, rel_tol=1e-6))


def _in_common(one: str, other: str) -> bool:
    """Whether two descriptions share a word; words are taken for one where their first four letters are."""
    return bool({word[:4] for word in one.casefold().split()} & {word[:4] for word in other.casefold().split()})


def _score_terms(labels: Sequence[TermLabel], found: Sequence[Term]) -> dict[str, Count]:
    def weigh(label: TermLabel, one: Term) -> float:
        term, definition = likeness((label.term,), (one.span,)), likeness((label.definition,), one.definition.spans)
        return term + definition if min(term, definition) >= ALIKE else 0.0

    return {"terms": Count(len(pair_up(labels, found, weigh)), len(found), len(labels))}


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _share(right: Iterable[bool]) -> Count:
    """How many are right, of how many."""
    judged = list(right)
    return Count(sum(judged), len(judged), len(judged))
