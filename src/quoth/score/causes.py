"""Why an attribution found is not the gold's: every error sorted into a cause, with what is needed to show it.

A found attribution is taken for a gold one where their cues share text, or else (where no inner statement has the gold's cue) their contents
do by half; best pairs first. Each part of a pair that differs is an error of its own. What is left over on either side is one error as a whole: a gold one is missed, or taken as
nested where an inner statement has its cue; a found one is spurious, or stands in the content of a gold one, or is another piece of a content
that was found already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quoth.records import Findings, Span, Statement
from quoth.score.aligned import pair_up
from quoth.score.labels import Label
from quoth.score.mentions import is_meant, plain_words
from quoth.score.polnear import PARTS, GoldAttribution, Part, Spans, as_attribution
from quoth.score.quotations import MATCHED, Pair, match
from quoth.score.spans import likeness, shared

NOTHING = GoldAttribution((), (), ())


class Error(NamedTuple):
    """One error: its cause, where it is, and both sides (``NOTHING`` where a side has none)."""

    cause: str
    article: str
    gold: GoldAttribution
    found: GoldAttribution
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """What one article has on either side."""

    name: str
    text: str
    gold: Sequence[GoldAttribution]
    statements: Sequence[Statement]

    def outer(self) -> list[GoldAttribution]:
        """The outermost attributions found."""
        return [as_attribution(one) for one in self.statements if one.parent is None]

    def inner(self) -> list[GoldAttribution]:
        """Those found inside another's content."""
        return [as_attribution(one) for one in self.statements if one.parent is not None]


def find_errors(sides: Sides) -> Iterator[Error]:
    """Every error of an article's attributions, those of pairs first."""
    outer = sides.outer()
    nested = [any(shared(one.cue, gold.cue) for one in sides.inner()) for gold in sides.gold]

    def weigh(i: int, found: GoldAttribution) -> float:
        return _weigh(sides.gold[i], found) if shared(sides.gold[i].cue, found.cue) or not nested[i] else 0.0

    pairs = pair_up(range(len(sides.gold)), outer, weigh)
    for i, j in pairs:
        yield from _differences(sides, sides.gold[i], outer[j])
    answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, gold in enumerate(sides.gold):
        if i not in answered:
            yield _missed(sides, gold)
    for j, found in enumerate(outer):
        if j not in used:
            yield Error(_spurious(sides.gold, found), sides.name, NOTHING, found)


def _weigh(gold: GoldAttribution, found: GoldAttribution) -> float:
    content = likeness(gold.content, found.content)
    cue = likeness(gold.cue, found.cue)
    if cue == 0 and content < MATCHED:
        return 0.0
    return 2 * content + 2 * cue + (likeness(gold.source, found.source) if gold.source and found.source else 0.0)


def _missed(sides: Sides, gold: GoldAttribution) -> Error:
    nested = next((one for one in sides.inner() if shared(one.cue, gold.cue)), None)
    if nested:
        return Error("outermost taken as nested", sides.name, gold, nested)
    return Error("attribution missed" if gold.source else "attribution missed: has no source", sides.name, gold, NOTHING)


def _spurious(gold: Sequence[GoldAttribution], found: GoldAttribution) -> str:
    if any(_within(found.cue, one.content) for one in gold):
        return "nested taken as outermost"
    if any(likeness(found.content, one.content) > 0 for one in gold):
        return "content of another taken too"
    return "attribution spurious" if found.source else "attribution spurious: has no source"


def _differences(sides: Sides, gold: GoldAttribution, found: GoldAttribution) -> Iterator[Error]:
    for part in PARTS:
        cause = _difference(sides.text, part, _part(gold, part), _part(found, part))
        if cause:
            yield Error(f"{part} {cause}", sides.name, gold, found)


def _part(one: GoldAttribution, part: Part) -> Spans:
    return {"source": one.source, "cue": one.cue, "content": one.content}[part]


def _difference(text: str, part: Part, gold: Spans, found: Spans) -> str | None:
    if gold == found:
        return None
    if not found or not gold:
        return "missing" if gold else "where there is none"
    if not shared(gold, found):
        return "elsewhere"
    if _words(text, gold) == _words(text, found):
        return "differs in punctuation"
    return _edges(gold, found) if part == "content" else _extent(gold, found)


def _extent(gold: Spans, found: Spans) -> str:
    if _within(gold, found):
        return "too long"
    return "too short" if _within(found, gold) else "shifted"


def _edges(gold: Spans, found: Spans) -> str:
    start, end = found[0].start - gold[0].start, found[-1].end - gold[-1].end
    if not start and not end:
        return "in other parts"
    said = ["starts early" if start < 0 else "starts late"] if start else []
    return " and ".join([*said, *(["ends late" if end > 0 else "ends early"] if end else [])])


def _words(text: str, spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def _within(inner: Spans, outer: Spans) -> bool:
    return shared(inner, outer) == sum(end - start for start, end in inner)


def find_speaker_errors(name: str, text: str, labels: Sequence[Label], findings: Findings) -> Iterator[Error]:
    """What is wrong with the speakers of statements that answer to a label, and the labels that none answers to."""
    people = {one.id: one for one in findings.referents}
    pairs = match(text, labels, findings.statements, least=MATCHED)
    for pair in pairs:
        if not is_meant(pair.label.who, pair.found.speaker, people, text):
            speaker = people[pair.found.speaker].name if pair.found.speaker else None
            cause = _speaker_cause(pair, speaker, text)
            note = f"meant: {_meant(pair.label, text)}; found: {speaker or pair.found.undecided}"
            yield Error(cause, name, as_gold(pair.label), as_attribution(pair.found), note)
    answered = {id(pair.label) for pair in pairs}
    for label in labels:
        if id(label) not in answered:
            yield Error(f"labelled {label.form} statement missed", name, as_gold(label), NOTHING, f"meant: {_meant(label, text)}")


def _speaker_cause(pair: Pair, speaker: str | None, text: str) -> str:
    who = pair.label.who
    if speaker is None:
        return "speaker undecided" if pair.found.source else "speaker undecided: no source found"
    if not who.decided:
        return "speaker decided where the label leaves it open"
    if who.members:
        return "speaker wrong: several speak as one"
    if not shared(pair.label.source, pair.found.source.spans if pair.found.source else ()):
        return "speaker wrong: source elsewhere"
    return "speaker by part of the name" if _is_part(speaker, _meant(pair.label, text)) else "speaker wrong"


def _is_part(speaker: str, name: str) -> bool:
    one, other = plain_words(speaker.casefold()), plain_words(name.casefold())
    return set(one) <= set(other) and one[-1:] == other[-1:]


def _meant(label: Label, text: str) -> str:
    spans: Mapping[bool, Sequence[Span]] = {True: label.who.members, False: [label.who.mention] if label.who.mention else []}
    return " and ".join(text[start:end] for start, end in spans[bool(label.who.members)]) or "left open"


def as_gold(label: Label) -> GoldAttribution:
    """The spans of a label."""
    return GoldAttribution(label.source, label.cue, label.content)
