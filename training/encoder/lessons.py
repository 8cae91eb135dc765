"""What the statement encoder learns from: stories of statements, each marked with the claims on which it bears.

``stories/`` holds 139 invented ones, written for quoth by four language models (people, firms, towns and states invented; as they were asked to write, one claim
is told in many words and other claims of a story share theirs). ``news.jsonl`` holds 128 of real news, ids and offsets only: statements that quoth found in ECB+
and ``reuse``, in stories that no label of ``quality/claims`` is set on, grouped by three language models, each story once, with no second reader.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quoth.score.articles import load_texts

HERE = Path(__file__).parent
HELD_OUT = 8
"""Which stories of each kind are not learnt: every eighth, from the first."""
SIGNS = "+-?~0"
"""Asserts, denies or asserts the opposite, doubts, hedges, declines to say."""
_CLAIM = re.compile(r"= ([a-z0-9_-]+): (.+)")
_STATEMENT = re.compile(r"- (.*?)((?:\s+@[a-z0-9_-]+?[-+?~0]?)+)\s*")
_PART = re.compile(r"\[([^\[\]]*)\]|\{([^{}]*)\}|<([^<>]*)>")
_CONTENT = re.compile(r"<([^<>]*)>")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement: what is said, the same with who says it and how, and the claims on which it bears with their signs."""

    content: str
    whole: str
    bears_on: Mapping[str, str]


@dataclass(slots=True)
class Lesson:
    """The statements of a story. Two that have no claim in common bear on different ones."""

    name: str
    claims: dict[str, str] = field(default_factory=dict)
    statements: list[Told] = field(default_factory=list)

    def same(self) -> Iterator[tuple[int, int]]:
        """Pairs of statements that bear on one claim, each in both orders."""
        for first, one in enumerate(self.statements):
            for second, other in enumerate(self.statements):
                if first != second and not one.bears_on.keys().isdisjoint(other.bears_on):
                    yield first, second


def invented(folder: Path = HERE / "stories") -> list[Lesson]:
    """The written stories, in order of their names. Raises ``ValueError`` where a line cannot be read."""
    found: list[Lesson] = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("# story: "):
                found.append(Lesson(line.removeprefix("# story: ")))
            elif not found and line.strip():
                raise ValueError(f"{path.name}:{number} stands before the first story")
            elif match := _CLAIM.fullmatch(line):
                found[-1].claims[match[1]] = match[2]
            elif match := _STATEMENT.fullmatch(line):
                found[-1].statements.append(_told(match[1], match[2].split(), found[-1].claims, f"{path.name}:{number}"))
            elif line.strip():
                raise ValueError(f"{path.name}:{number} is no story, claim or statement: {line[:80]}")
    return sorted(found, key=lambda lesson: lesson.name)


def _told(passage: str, tags: Sequence[str], claims: Mapping[str, str], where: str) -> Told:
    bears_on = {tag[1:-1]: tag[-1] for tag in tags if tag != "@none"}
    content = " ".join(part.strip() for part in _CONTENT.findall(passage))
    if not content or not bears_on.keys() <= claims.keys() or not set(SIGNS).issuperset(bears_on.values()):
        raise ValueError(f"{where} lacks what is said in < >, or names a claim or sign that its story lacks")
    return Told(content, " ".join(next(filter(None, parts), "").strip() for parts in _PART.findall(passage)), bears_on)


@dataclass(frozen=True, slots=True)
class _Article:
    name: str
    sha256: str


def news(data: Path, path: Path = HERE / "news.jsonl") -> list[Lesson]:
    """The stories of real news, in the order of the file; ``data``: the folder of news data."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = load_texts(data, [_Article(name, hashed) for row in rows for name, hashed in row["sha256"].items()])
    return [_lesson(row, texts) for row in rows]


def _lesson(row: Mapping[str, object], texts: Mapping[str, str]) -> Lesson:
    claims, statements = row["claims"], row["statements"]
    assert isinstance(claims, list)
    assert isinstance(statements, list)
    lesson = Lesson(str(row["story"]))
    for number, one in enumerate(statements, 1):
        text = texts[one["doc"]]
        spans = sorted([*one["source"], *one["cue"], *one["content"]])
        bears_on = {str(place): claim[str(number)] for place, claim in enumerate(claims) if str(number) in claim}
        lesson.statements.append(Told(_words(text, sorted(one["content"])), _words(text, spans), bears_on))
    return lesson


def _words(text: str, spans: Sequence[Sequence[int]]) -> str:
    return " ".join(" ".join(text[start:end] for start, end in spans).split())
