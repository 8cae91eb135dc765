"""Statements of an export against a truth file.

A found statement is taken for one of the truth where their contents share text and either their cues do too or the contents agree
by half (F1 of characters); the best such pairs are made first. On documents of which the truth holds every statement, what is
left over on either side counts; on others only the truth's. Then, over the pairs: ``source``, ``cue``, ``content`` the same to the
character (``.characters``: over all their characters), ``speaker`` (where the truth decides one), ``stance``, ``form``,
``negated``, ``via`` (the whole chain, the speaker's own name left out of it), ``addressee`` and ``parent``. Fields of the truth that end
in ``_also`` give what else is right; ``negated`` of null is either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.records import Span
from quoth.score.aligned import Aligned, Row, is_optional, pair_up, quote
from quoth.score.figures import Agreement, Figure, Miss, counted
from quoth.score.spans import find_passage, length, likeness, shared, spans_of

PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Located:
    """A statement of the truth with the places of its words in the exported text; ``spans`` is None where they are not there."""

    row: Row
    spans: dict[str, tuple[Span, ...]] | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement of the truth and the exported one taken for it."""

    gold: Located
    found: Row


def score_statements(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """The figures of statements. Fills ``aligned.statements`` on the way, optional ones included."""
    pairs: list[Pair] = []
    misses: list[Miss] = []
    found_total = gold_total = 0
    by_document = aligned.by_document(exported)
    for key, found in by_document.items():
        gold = [_located(row, aligned) for row in aligned.truth["statements"] if row["document"] == key]
        made = _pair(gold, found)
        aligned.statements.update({pair.gold.row["key"]: pair.found for pair in made})
        missing, extra = _left_over(gold, found, made, complete=key in aligned.complete("statements"))
        kept = [pair for pair in made if not is_optional(pair.gold.row)]
        pairs += kept
        found_total += len(kept) + len(extra)
        gold_total += len(kept) + len(missing)
        misses += [Miss("statements", "missing", key, _gold_line(one)) for one in missing]
        misses += [Miss("statements", "extra", key, _found_line(row)) for row in extra]
    measured, wrong = _over_pairs(pairs, found_total, gold_total, aligned)
    return Agreement([("statements", counted(len(pairs), found_total, gold_total)), *measured], [*misses, *wrong])


def _located(row: Row, aligned: Aligned) -> Located:
    within = aligned.within(row)
    text = aligned.documents[row["document"]]["text"]
    spans = {part: find_passage(text, row[part] or (), within=within) if within else None for part in PARTS}
    known = {part: place for part, place in spans.items() if place is not None}
    return Located(row, known if len(known) == len(PARTS) else None)


def _pair(gold: Sequence[Located], found: Sequence[Row]) -> list[Pair]:
    return [Pair(gold[i], found[j]) for i, j in pair_up(gold, found, _weigh)]


def _weigh(gold: Located, found: Row) -> float:
    if gold.spans is None:
        return 0.0
    content = likeness(gold.spans["content"], spans_of(found["content"]))
    cue = likeness(gold.spans["cue"], spans_of(found["cue"]))
    if content == 0 or (cue == 0 and content < 0.5):
        return 0.0
    return 2 * content + cue + likeness(gold.spans["source"], spans_of(found["source"]))


def _left_over(
    gold: Sequence[Located], found: Sequence[Row], made: Sequence[Pair], *, complete: bool
) -> tuple[list[Located], list[Row]]:
    """What the truth holds and was not found, and what was found beyond it (only where the truth is complete)."""
    taken = {pair.gold.row["key"] for pair in made}
    used = {id(pair.found) for pair in made}
    missing = [one for one in gold if one.row["key"] not in taken and not is_optional(one.row)]
    return missing, [row for row in found if complete and id(row) not in used]


def _over_pairs(pairs: Sequence[Pair], found: int, gold: int, aligned: Aligned) -> tuple[list[tuple[str, Figure]], list[Miss]]:
    figures, misses = [], []
    for part in PARTS:
        exact = sum(_exact(pair, part) for pair in pairs)
        figures += [
            (f"statements.{part}", counted(exact, found, gold)),
            (f"statements.{part}.characters", _characters(pairs, part)),
        ]
    figures.append(("statements.whole", counted(sum(all(_exact(pair, part) for part in PARTS) for pair in pairs), found, gold)))
    for measure, asked, right in _JUDGED:
        over = [pair for pair in pairs if asked(pair, aligned)]
        wrong = [pair for pair in over if not right(pair, aligned)]
        figures.append((f"statements.{measure}", counted(len(over) - len(wrong), len(over), len(over))))
        misses += [_wrong(measure, pair) for pair in wrong]
    return figures, misses


def _exact(pair: Pair, part: str) -> bool:
    return pair.gold.spans is not None and pair.gold.spans[part] == spans_of(pair.found[part])


def _characters(pairs: Sequence[Pair], part: str) -> Figure:
    both = [(pair.gold.spans[part], spans_of(pair.found[part])) for pair in pairs if pair.gold.spans is not None]
    return counted(
        sum(shared(one, other) for one, other in both),
        sum(length(other) for _, other in both),
        sum(length(one) for one, _ in both),
    )


def _always(pair: Pair, aligned: Aligned) -> bool:
    del pair, aligned
    return True


def _decided(pair: Pair, aligned: Aligned) -> bool:
    del aligned
    return pair.gold.row["speaker"] is not None


def _addressed(pair: Pair, aligned: Aligned) -> bool:
    del aligned
    return pair.gold.row["addressee"] is not None or pair.found["addressee"] is not None


def _chained(pair: Pair, aligned: Aligned) -> bool:
    return bool(pair.gold.row["via"] or _chain(pair, aligned))


def _nested(pair: Pair, aligned: Aligned) -> bool:
    """Where the truth does not hold every statement, one without a parent may have one that was not written down."""
    return pair.gold.row["parent"] is not None or pair.gold.row["document"] in aligned.complete("statements")


def _speaker(pair: Pair, aligned: Aligned) -> bool:
    row = pair.gold.row
    return aligned.names.is_actor(_name(pair.found["speaker"]), row["speaker"], also=row.get("speaker_also", ()))


def _addressee(pair: Pair, aligned: Aligned) -> bool:
    return aligned.names.is_actor(_name(pair.found["addressee"]), pair.gold.row["addressee"])


def _stance(pair: Pair, aligned: Aligned) -> bool:
    del aligned
    return pair.found["stance"] in {pair.gold.row["stance"], *pair.gold.row.get("stance_also", ())}


def _form(pair: Pair, aligned: Aligned) -> bool:
    del aligned
    return pair.found["form"] in {pair.gold.row["form"], *pair.gold.row.get("form_also", ())}


def _negated(pair: Pair, aligned: Aligned) -> bool:
    del aligned
    return pair.gold.row["negated"] in {None, pair.found["negated"]}


def _via(pair: Pair, aligned: Aligned) -> bool:
    """The whole chain, outermost first. A step that no actor was found for is compared by its words."""
    row = pair.gold.row
    found = _chain(pair, aligned)
    return any(_same_chain(found, meant, aligned) for meant in (row["via"], *row.get("via_also", ())))


def _chain(pair: Pair, aligned: Aligned) -> list[str]:
    """The found chain without the speaker: one who tells what they themselves said stands in it to some, and not to others."""
    row = pair.gold.row
    steps = [_name(step.get("actor")) or step["text"] for step in pair.found["via"]]
    own = _name(pair.found["speaker"])
    return [
        step for step in steps if step != own and not aligned.names.is_actor(step, row["speaker"], also=row.get("speaker_also", ()))
    ]


def _same_chain(found: Sequence[str], meant: Sequence[str], aligned: Aligned) -> bool:
    return len(found) == len(meant) and all(aligned.names.is_actor(one, name) for one, name in zip(found, meant, strict=True))


def _parent(pair: Pair, aligned: Aligned) -> bool:
    meant = pair.gold.row["parent"]
    outer = aligned.statements.get(meant) if meant else None
    return pair.found.get("parent") == (outer["id"] if outer else None)


_JUDGED = (
    ("speaker", _decided, _speaker),
    ("stance", _always, _stance),
    ("form", _always, _form),
    ("negated", _always, _negated),
    ("via", _chained, _via),
    ("addressee", _addressed, _addressee),
    ("parent", _nested, _parent),
)


def _name(actor: Row | None) -> str | None:
    return actor["name"] if actor else None


def _wrong(measure: str, pair: Pair) -> Miss:
    found: object = pair.found.get(measure)
    if measure in {"speaker", "addressee"}:
        found = _name(pair.found[measure])
    elif measure == "via":
        found = [_name(step.get("actor")) or step["text"] for step in pair.found["via"]]
    return Miss(
        f"statements.{measure}", "wrong", pair.gold.row["document"],
        f"{pair.gold.row['key']}: {found!r}, expected {pair.gold.row[measure]!r}: {_gold_line(pair.gold)}",
    )  # fmt: skip


def _gold_line(one: Located) -> str:
    words = {part: {"text": " … ".join(each["words"] for each in one.row[part] or ())} for part in PARTS}
    unplaced = "" if one.spans else " (these words are not in the exported text)"
    return " | ".join(quote(words[part]) for part in PARTS) + unplaced


def _found_line(row: Row) -> str:
    return " | ".join(quote(row[part]) for part in PARTS)
