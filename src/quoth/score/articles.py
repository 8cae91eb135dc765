"""The texts that labels were set on, from the news data: ``polnear_dev__STEM``, ``polnear_train__STEM``, ``reuse__ID``, ``ecbplus__STEM``, ``roundups__ID``,
``stance__BODY`` (an article of FNC-1) and ``stance__BODY_hN`` (the headline of its Nth stance).

ECB+ gives tokens; they are put together as English sets them, a sentence a line, quotation marks straight and closed in turn.
"""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from quoth.errors import UsageError

PARTS_OF_POLNEAR = {"polnear_dev": "dev", "polnear_train": "train"}
MARKS = frozenset({'"', "''", "``"})
NO_SPACE_BEFORE = frozenset(
    {".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "”", "’"}
)
NO_SPACE_AFTER = frozenset({"(", "[", "$", "“", "‘", "#"})


class Named(Protocol):
    """An article that labels were set on."""

    @property
    def name(self) -> str:
        """Which it is."""
        ...

    @property
    def sha256(self) -> str:
        """The hash of the text that the labels' offsets belong to."""
        ...


def load_texts(data: Path, articles: Iterable[Named]) -> dict[str, str]:
    """The text of each article by its name, from the folder of news data. Raises ``UsageError`` where one is not the text labelled."""
    wanted = {article.name: article.sha256 for article in articles}
    held = {
        name: row["text"]
        for corpus in ("reuse", "roundups")
        for name, row in _rows(data / corpus / "articles.jsonl", corpus, wanted).items()
    }
    held |= _stance(data / "stance", wanted)
    texts = {name: held[name] if name in held else _read(data, name) for name in wanted}
    for name, text in texts.items():
        if sha256(text.encode()).hexdigest() != wanted[name]:
            raise UsageError(
                f"The text of {name} under {data} is not the one that was labelled. Put the data of that version there."
            )
    return texts


def _read(data: Path, name: str) -> str:
    corpus, _, stem = name.partition("__")
    if corpus == "ecbplus":
        return read_ecbplus(_bytes(data / "ecbplus" / stem.partition("_")[0] / f"{stem}.xml", name).decode("utf-8"))
    if corpus in PARTS_OF_POLNEAR:
        return _bytes(data / "polnear" / PARTS_OF_POLNEAR[corpus] / "text" / f"{stem}.txt", name).decode("utf-8")
    raise UsageError(f"{data} holds no article {name}. Expected one of the names of score.articles; complete the data.")


def _bytes(path: Path, name: str) -> bytes:
    if not path.is_file():
        raise UsageError(f"The labelled article {name} is not at {path}. Put the data there, or name its folder.")
    return path.read_bytes()


def load_dates(data: Path, names: Iterable[str]) -> dict[str, str]:
    """When each of these articles was published, as ISO 8601, where its corpus tells."""
    wanted = frozenset(names)
    rows = {
        name: row
        for corpus in ("reuse", "roundups")
        for name, row in _rows(data / corpus / "articles.jsonl", corpus, wanted).items()
    }
    return {name: row["published"] for name, row in rows.items() if row.get("published")}


def _rows(path: Path, corpus: str, wanted: Collection[str]) -> dict[str, dict[str, Any]]:
    """The wanted articles of a corpus that is kept as JSON Lines."""
    found: dict[str, dict[str, Any]] = {}
    if path.is_file() and any(name.startswith(f"{corpus}__") for name in wanted):
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                name = f"{corpus}__{row['id']}"
                if name in wanted:
                    found[name] = row
    return found


def _stance(folder: Path, wanted: Collection[str]) -> dict[str, str]:
    """The wanted bodies and headlines of FNC-1."""
    if not any(name.startswith("stance__") for name in wanted) or not folder.is_dir():
        return {}
    csv.field_size_limit(10_000_000)
    with (folder / "train_bodies.csv").open(encoding="utf-8", newline="") as lines:
        bodies = {f"stance__{row['Body ID']}": row["articleBody"] for row in csv.DictReader(lines)}
    with (folder / "train_stances.csv").open(encoding="utf-8", newline="") as lines:
        heads = {f"stance__{row['Body_ID']}_h{number}": row["Headline"] for number, row in enumerate(csv.DictReader(lines), 1)}
    return {name: text for name, text in (bodies | heads).items() if name in wanted}


def read_ecbplus(xml: str) -> str:
    """The text of one article of ECB+ (CAT format), a sentence a line."""
    root = ET.fromstring(xml)  # noqa: S314 - a corpus that the user has unpacked, not input from outside
    sentences: dict[int, list[str]] = {}
    for token in root.iter("token"):
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    return "\n".join(join_words(sentences[number]) for number in sorted(sentences))


def join_words(words: Sequence[str]) -> str:
    """The words of a sentence with spaces where English has them."""
    text, quoted, glued = "", False, True
    for word in words:
        mark = word in MARKS
        closes = quoted if mark else word in NO_SPACE_BEFORE
        text += ("" if glued or closes else " ") + ('"' if mark else word)
        quoted = quoted != mark
        glued = quoted if mark else word in NO_SPACE_AFTER
    return text
