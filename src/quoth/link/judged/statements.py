"""A statement as people righted it: who says it, what is done in saying it, and in which words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from quoth.errors import UsageError
from quoth.records import Proposition, Span, Stance, Statement, passage

STANCES: tuple[Stance, ...] = get_args(Stance)
PASSAGES = ("source", "cue", "content")
FIELDS = ("speaker", "stance", *PASSAGES)


@dataclass(frozen=True, slots=True)
class Change:
    """What is right instead of what was found. None leaves a field as it was found."""

    speaker: str | None = None
    """``Referent.id`` of one of the same document; empty: nobody is named."""
    stance: Stance | None = None
    source: tuple[Span, ...] | None = None
    """Empty: no words name the source."""
    cue: tuple[Span, ...] | None = None
    content: tuple[Span, ...] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it changes."""
        return tuple(name for name in FIELDS if getattr(self, name) is not None)


def write_change(change: Change) -> str:
    """The change as the verdict of a judgement: a JSON object with the fields that it changes."""
    return json.dumps({name: getattr(change, name) for name in change.fields}, ensure_ascii=False, separators=(",", ":"))


def read_change(verdict: str) -> Change:
    """The change that a verdict says. Raises ``UsageError`` where it is none."""
    try:
        given = json.loads(verdict)
    except ValueError:
        given = None
    if not isinstance(given, dict) or not given or not set(given) <= set(FIELDS):
        raise UsageError(
            f"{verdict!r} does not say what is right. Expected a JSON object with some of {', '.join(FIELDS)}, such as "
            '{"stance": "denies"} or {"content": [[10, 42]]}.'
        )
    return Change(
        speaker=_text(given, "speaker"),
        stance=_stance(given),
        **{name: _spans(given[name], name) for name in PASSAGES if name in given},
    )


def _text(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    if name in given and not isinstance(value, str):
        raise UsageError(f"{name} is {value!r}. Expected an identifier, or an empty text for nobody.")
    return value


def _stance(given: Mapping[str, Any]) -> Stance | None:
    if "stance" not in given:
        return None
    found = next((one for one in STANCES if one == given["stance"]), None)
    if found is None:
        raise UsageError(f"There is no stance {given['stance']!r}. There are: {', '.join(STANCES)}")
    return found


def _spans(value: Any, name: str) -> tuple[Span, ...]:
    pairs: list[Any] = value if isinstance(value, list) else [None]
    if not all(isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair) for pair in pairs):
        raise UsageError(f"{name} is {value!r}. Expected a list of [start, end], in characters of the document's text.")
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def check_spans(spans: Sequence[Span], text: str, *, what: str) -> None:
    """Raise ``UsageError`` where spans do not lie in a text one after another, or mark no words."""
    ordered = sorted(spans)
    for number, span in enumerate(ordered):
        if not 0 <= span.start < span.end <= len(text):
            raise UsageError(
                f"{what.capitalize()} {span.start}:{span.end} is no stretch of this document, which has {len(text):,} characters. "
                "Give START:END, counted from 0, the end not included."
            )
        if number and span.start < ordered[number - 1].end:
            raise UsageError(f"Two parts of the {what} overlap at {span.start}. Give parts that stand one after another.")
        if not text[span.start : span.end].strip():
            raise UsageError(
                f"{what.capitalize()} {span.start}:{span.end} marks white space only. Give a stretch that holds words."
            )


def right(statement: Statement, change: Change, *, text: str, by: str, proposition: Proposition | None = None) -> Statement:
    """The statement as it was righted. It keeps its identifier, so that what points at it goes on to do so, and its score: that is the
    reader's. ``text`` is the document's; ``proposition`` is what the new content says, where the content changes."""
    found = statement
    if change.source is not None:
        found = replace(found, source=passage(text, *change.source) if change.source else None)
    if change.cue is not None:
        found = replace(found, cue=passage(text, *change.cue))
    if change.content is not None and change.content != statement.content.spans:
        found = replace(found, content=passage(text, *change.content), proposition=proposition)
    if change.stance is not None and change.stance != statement.stance:
        found = replace(found, stance=change.stance, act=None)
    if change.speaker is not None:
        speaker = change.speaker or None
        found = replace(found, speaker=speaker, undecided=None if speaker else f"nobody, as judged by {by}")
    return found


def is_successor(found: Statement, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a statement is what another reading found where a statement with this cue and content stood."""
    return overlap(found.cue.spans, cue) > 0 and overlap(found.content.spans, content) >= 0.5


def overlap(first: Sequence[Span], second: Sequence[Span]) -> float:
    """The characters that two passages share, as a share of all that they mark, 0 to 1."""
    one = {place for span in first for place in range(*span)}
    other = {place for span in second for place in range(*span)}
    return len(one & other) / len(one | other) if one or other else 0.0
