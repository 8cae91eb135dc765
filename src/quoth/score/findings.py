"""Segments, times, quantities, contacts and terms of an export against a truth file.

- ``segments``: over the characters (white space left out) of what the truth marks as other than plain telling, on the documents
  that it marks completely; a stretch is right under any of the kinds that the truth accepts. ``body`` and ``quotation`` are one.
  ``segments.pages`` is the recall of the stretches that the truth names in pages, among those that the extracted text still has.
- ``times``: pairs that overlap; then ``value`` and ``type`` over all.
- ``quantities``: pairs that overlap; then ``value`` (the number, and whether it is open above), ``unit``, ``of`` (a word in common).
- ``contacts``: a found one is a telling of the truth's where kind and document agree, it names all its parties, and it stands in the
  same stretch. One that names several parties may stand for several pairs. Then ``date`` and ``initiator`` over those.
- ``terms``: same document and term, definitions that agree by half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from quoth.records import Span
from quoth.score.aligned import Aligned, Row, is_optional, pair_up, span_of
from quoth.score.figures import Agreement, Figure, Miss, counted
from quoth.score.spans import find_passage, find_words, likeness, shared, spans_of

TELLING = frozenset({"body", "quotation"})


def score_segments(aligned: Aligned) -> Agreement:
    """How well furniture is told from the telling."""
    right = found = gold = 0
    misses: list[Miss] = []
    complete = aligned.complete("segments")
    for row in aligned.truth["documents"]:
        if row["document"] in complete:
            document = aligned.documents[row["document"]]
            kinds = _kinds_at(document)
            meant = _meant_at(row, document["text"])
            found += sum(kind not in TELLING for kind in kinds.values())
            gold += len(meant)
            right += sum(kinds.get(at) in accepted for at, accepted in meant.items())
            misses += _segment_misses(row, document, kinds)
    pages, wrong = _page_segments(aligned, complete)
    return Agreement([("segments", counted(right, found, gold)), ("segments.pages", pages)], [*misses, *wrong])


def _kinds_at(document: Row) -> dict[int, str]:
    text = document["text"]
    return {at: one["kind"] for one in document["segments"] for at in range(one["start"], one["end"]) if not text[at].isspace()}


def _meant_at(row: Row, text: str) -> dict[int, Sequence[str]]:
    meant: dict[int, Sequence[str]] = {}
    for one in row["segments"]:
        span = find_words(text, one["words"])
        if span:
            meant.update({at: one["kind"] for at in range(*span) if not text[at].isspace()})
    return meant


def _segment_misses(row: Row, document: Row, kinds: dict[int, str]) -> Iterable[Miss]:
    for one in row["segments"]:
        span = find_words(document["text"], one["words"])
        given = {kinds[at] for at in range(*span) if at in kinds} if span else {"not in the text"}
        if not given <= set(one["kind"]):
            yield Miss("segments", "wrong", row["document"], f"{sorted(given)}, expected {one['kind']}: {one['words'][:80]}")


def _page_segments(aligned: Aligned, complete: frozenset[str]) -> tuple[Figure, list[Miss]]:
    right = gold = 0
    misses: list[Miss] = []
    for row in aligned.truth["documents"]:
        document = aligned.documents.get(row["document"])
        if document is not None and row["document"] not in complete and row["segments"]:
            there = [one for one in row["segments"] if find_words(document["text"], one["words"])]
            wrong = list(_segment_misses({**row, "segments": there}, document, _kinds_at(document)))
            gold += len(there)
            right += len(there) - len(wrong)
            misses += wrong
    return counted(right, gold, gold), misses


def score_times(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """Time expressions, their values and types."""
    return _score_spans(
        "times", exported, aligned,
        {"value": _same_time, "type": lambda gold, one: one["type"] in gold["type"]},
    )  # fmt: skip


def _same_time(gold: Row, one: Row) -> bool:
    """A TIMEX3 value that the truth accepts; where it accepts none ("today or tomorrow" has no single one), its EDTF date."""
    if one["value"] is None:
        return one.get("edtf") in gold.get("edtf", ())
    return one["value"] in gold["value"]


def score_quantities(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """Figures: the number with its openness, the unit, and what is counted."""
    judged: dict[str, Callable[[Row, Row], bool]] = {
        "value": _same_number,
        "unit": lambda gold, one: one["unit"] == gold["unit"],
        "of": lambda gold, one: gold["of"] is None or _share_a_word(one["of"], gold["of"]),
    }
    return _score_spans("quantities", exported, aligned, judged)


def _same_number(gold: Row, one: Row) -> bool:
    return gold["value"] in {one["value"], one["low"], one["high"]} and (gold["high"] is not None or one["high"] is None)


def _share_a_word(one: str | None, other: str) -> bool:
    """Whether two descriptions have a word in common; words are taken for one where their first four letters are."""
    return bool({word[:4] for word in (one or "").split()} & {word[:4] for word in other.split()})


def _score_spans(kind: str, exported: Iterable[Row], aligned: Aligned, judged: dict[str, Callable[[Row, Row], bool]]) -> Agreement:
    """Rows that are one stretch each: paired where they overlap, then judged. ``kind.judgement`` counts over all, not over pairs."""
    pairs: list[tuple[Row, Row]] = []
    misses: list[Miss] = []
    found = gold = 0
    complete = aligned.complete(kind)
    for key, rows in aligned.by_document(exported).items():
        placed = [(row, aligned.place(row)) for row in aligned.truth[kind] if row["document"] == key]
        made = pair_up(placed, rows, _overlap)
        extra = [row for j, row in enumerate(rows) if key in complete and j not in {j for _, j in made}]
        missing = [row for i, (row, _) in enumerate(placed) if i not in {i for i, _ in made} and not is_optional(row)]
        kept = [(placed[i][0], rows[j]) for i, j in made if not is_optional(placed[i][0])]
        pairs += kept
        found += len(kept) + len(extra)
        gold += len(kept) + len(missing)
        misses += [Miss(kind, "missing", key, f"{row['words']} in “{row['within'][:70]}”") for row in missing]
        misses += [Miss(kind, "extra", key, str(row["text"])) for row in extra]
    figures = [(kind, counted(len(pairs), found, gold))]
    for name, right in judged.items():
        wrong = [(row, one) for row, one in pairs if not right(row, one)]
        figures.append((f"{kind}.{name}", counted(len(pairs) - len(wrong), found, gold)))
        misses += [Miss(f"{kind}.{name}", "wrong", row["document"], _difference(name, row, one)) for row, one in wrong]
    return Agreement(figures, misses)


def _overlap(placed: tuple[Row, Span | None], one: Row) -> float:
    span = placed[1]
    return likeness((span,), (span_of(one),)) if span else 0.0


def _difference(name: str, row: Row, one: Row) -> str:
    return f"{one['text']!r}: {one[name]!r}, expected {row[name]!r}"


def score_contacts(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """Contacts told of, their dates and who asked for them."""
    told: list[tuple[Row, Row]] = []
    misses: list[Miss] = []
    wrong_ones = gold = 0
    complete = aligned.complete("contacts")
    for key, rows in aligned.by_document(exported).items():
        meant = [row for row in aligned.truth["contacts"] if row["document"] == key]
        pairs = [(row, one) for row in meant if (one := _telling(row, rows, aligned)) is not None]
        extra = [one for one in rows if key in complete and not any(_tells(row, one, aligned) for row in meant)]
        missing = [row for row in meant if not is_optional(row) and not any(row is each for each, _ in pairs)]
        told += [(row, one) for row, one in pairs if not is_optional(row)]
        gold += sum(not is_optional(row) for row in meant)
        wrong_ones += len(extra)
        misses += [Miss("contacts", "missing", key, f"{row['parties']}: {row['words']}") for row in missing]
        misses += [Miss("contacts", "extra", key, f"{one['kind']}: {[party['text'] for party in one['parties']]}") for one in extra]
    dates, begun, wrong = _contact_details(told, aligned)
    figures = [
        ("contacts", counted(len(told), len(told) + wrong_ones, gold)),
        ("contacts.date", dates),
        ("contacts.initiator", begun),
    ]
    return Agreement(figures, [*misses, *wrong])


def _telling(row: Row, rows: Sequence[Row], aligned: Aligned) -> Row | None:
    """The found contact that tells of the truth's; where several do, one of its date, then one that stands on most of its words."""
    candidates = [one for one in rows if _tells(row, one, aligned)]
    place = aligned.place(row)
    return max(
        candidates,
        key=lambda one: (one["date"] in row["date"], shared((span_of(one),), (place,)) if place else 0),
        default=None,
    )


def _tells(row: Row, one: Row, aligned: Aligned) -> bool:
    """Same kind, all the parties, same stretch; where the truth leaves the parties open, the very words."""
    where = aligned.within(row) if row["parties"] else aligned.place(row)
    return (
        where is not None
        and shared((span_of(one),), (where,)) > 0
        and one["kind"] in row["kind"]
        and all(any(_is_party(party, name, aligned) for party in one["parties"]) for name in row["parties"])
    )


def _is_party(party: Row, name: str, aligned: Aligned) -> bool:
    return any(given is not None and aligned.names.speaks_for(given, name) for given in (party["name"], party["text"]))


def _contact_details(told: Sequence[tuple[Row, Row]], aligned: Aligned) -> tuple[Figure, Figure, list[Miss]]:
    misses: list[Miss] = []
    dated = [(row, one) for row, one in told if row["date"] != [None]]
    late = [(row, one) for row, one in dated if one["date"] not in row["date"]]
    misses += [
        Miss("contacts.date", "wrong", row["document"], f"{one['date']!r}, expected {row['date']!r}: {row['words']}")
        for row, one in late
    ]
    asked = [(row, one) for row, one in told if row["initiator"] is not None or one["initiator"] is not None]
    wrong = [(row, one) for row, one in asked if not _is_initiator(row["initiator"], one["initiator"], aligned)]
    misses += [
        Miss(
            "contacts.initiator",
            "wrong",
            row["document"],
            f"{_party_name(one['initiator'])!r}, expected {row['initiator']!r}: {row['words']}",
        )
        for row, one in wrong
    ]
    by_date = counted(len(dated) - len(late), len(dated), len(dated))
    begun = counted(
        len(asked) - len(wrong),
        sum(one["initiator"] is not None for _, one in asked),
        sum(row["initiator"] is not None for row, _ in asked),
    )
    return by_date, begun, misses


def _is_initiator(meant: str | None, party: Row | None, aligned: Aligned) -> bool:
    return meant is not None and party is not None and _is_party(party, meant, aligned)


def _party_name(party: Row | None) -> Any:
    return (party["name"] or party["text"]) if party else None


def score_terms(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """Definitions. The truth holds all of them, of every document."""
    found = [(key, row) for key, rows in aligned.by_document(exported).items() for row in rows]
    gold = [row for row in aligned.truth["terms"] if row["document"] in aligned.documents]
    made = pair_up(gold, found, lambda row, other: _same_term(row, other, aligned))
    missing = [row for i, row in enumerate(gold) if i not in {i for i, _ in made}]
    extra = [one for j, one in enumerate(found) if j not in {j for _, j in made}]
    misses = [Miss("terms", "missing", row["document"], row["term"]) for row in missing]
    misses += [Miss("terms", "extra", key, f"{row['term']}: {row['definition']['text'][:80]}") for key, row in extra]
    return Agreement([("terms", counted(len(made), len(found), len(gold)))], misses)


def _same_term(row: Row, other: tuple[str, Row], aligned: Aligned) -> float:
    key, one = other
    within = aligned.within(row)
    if key != row["document"] or within is None or row["term"].casefold() not in one["term"].casefold():
        return 0.0
    place = find_passage(aligned.documents[key]["text"], row["definition"], within=within)
    alike = likeness(place, spans_of(one["definition"])) if place else 0.0
    return alike if alike >= 0.5 else 0.0
