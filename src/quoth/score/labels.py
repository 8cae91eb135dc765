"""Labels of who speaks and through whom, set by reading: offsets into articles that stand elsewhere, one document a line.

A line has ``document`` (which article, see ``score.articles``), ``split`` (``tune`` or ``keep``), ``sha256`` of the text that the offsets
belong to, and ``statements``. A statement has ``content``, ``cue`` and ``source`` as lists of ``[start, end]``, and who speaks:
``decided`` (false where the article leaves it open), ``mention`` (the fullest name or description of the speaker) and
``members`` (where several speak as one, the fullest name of each). Outermost statements have a ``form``; nested ones a ``chain``
of the statements that enclose them, outermost first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from quoth.errors import UsageError
from quoth.records import Form, Span

Spans: TypeAlias = tuple[Span, ...]
Split = Literal["tune", "keep"]


@dataclass(frozen=True, slots=True)
class Who:
    """Who is meant: where the article names them in full."""

    decided: bool
    mention: Span | None
    members: Spans = ()


@dataclass(frozen=True, slots=True)
class Step:
    """An enclosing statement: the words of its source and cue, and who speaks there."""

    source: Spans
    cue: Spans
    who: Who


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled statement. ``form`` is None for nested ones, ``chain`` empty for outermost ones."""

    content: Spans
    cue: Spans
    source: Spans
    who: Who
    form: Form | None = None
    chain: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """The labels of one article, without its text."""

    name: str
    split: Split
    sha256: str
    labels: tuple[Label, ...]


def load_labels(path: Path) -> tuple[LabelledArticle, ...]:
    """The labelled articles of a file in its order. Raises ``UsageError`` where the file is missing or a line is not as described."""
    if not path.is_file():
        raise UsageError(f"No labels at {path}. Expected a JSON Lines file of labelled articles; name one.")
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_article(path, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _article(path: Path, number: int, line: str) -> LabelledArticle:
    try:
        row = json.loads(line)
        labels = tuple(map(_label, row["statements"]))
        known = row["split"] in get_args(Split) and all(one.form in {None, *get_args(Form)} for one in labels)
        article = LabelledArticle(row["document"], row["split"], row["sha256"], labels)
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(
            f"{path}:{number} is no labelled article ({error!r}). Expected the fields of quality/labels/README.md."
        ) from error
    if not known:
        raise UsageError(
            f"{path}:{number} has a split or form that there is none of. Expected tune or keep; direct, indirect or mixed."
        )
    return article


def _label(row: Mapping[str, Any]) -> Label:
    return Label(
        content=_spans(row["content"]),
        cue=_spans(row["cue"]),
        source=_spans(row["source"]),
        who=_who(row),
        form=row.get("form"),
        chain=tuple(Step(_spans(one["source"]), _spans(one["cue"]), _who(one)) for one in row.get("chain", ())),
    )


def _who(row: Mapping[str, Any]) -> Who:
    return Who(row["decided"], Span(*row["mention"]) if row["mention"] else None, _spans(row["members"]))


def _spans(pairs: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)
