"""PolNeAR (Newell et al. 2018) in the numbers that the tagger learns from.

An article that two people annotated counts once for each. The head of a cue is its highest word by syntax, of those the first verb, noun or
adjective. What stands in furniture or is cut by the parser's tokens is counted as lost.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.tagger.attributor import read_by_rules
from quoth.extract.tagger.decode import CONTENT, CUE, SOURCE
from quoth.extract.tagger.names import label_of, without_names
from quoth.extract.tagger.network import pieces
from quoth.extract.tagger.pieces import count_pieces, piece_words
from quoth.extract.tagger.relations import CueReader, stretch
from quoth.extract.tagger.words import Numbers, Words, read_words
from quoth.language.english import English
from quoth.records import Span
from quoth.score.polnear import GoldArticle, GoldAttribution, as_document, parse_brat
from quoth.segment import segment_document
from quoth.syntax import ParsedDocument

HEADS = frozenset({"VERB", "NOUN", "ADJ"})


@dataclass(frozen=True)
class Cue:
    """One word as the head of a cue: the words around it, how they stand to it, and their roles."""

    around: Numbers
    """As ``CueReader.around``, shape (width, 4)."""
    roles: Numbers
    """Shape (width,)."""


@dataclass(frozen=True)
class Version:
    """What one annotator marked in an article."""

    annotator: str
    heads: dict[int, Cue]
    inner: dict[int, Cue]
    """Attributions that stand in the content of another: PolNeAR marks none, so these are what the rules find there."""


@dataclass(frozen=True)
class Article:
    """An article's words, and what its annotators marked."""

    name: str
    words: Words
    pieces: list[tuple[int, ...]]
    sizes: Numbers
    names: Numbers
    """For each word the entity label that the parser gives it, shape (words,)."""
    versions: tuple[Version, ...]


def load(folder: Path, cache: Path) -> list[Article]:
    """The articles of a split of PolNeAR; kept in ``cache``, which is made anew where it is missing."""
    if cache.exists():
        loaded: list[Article] = pickle.loads(cache.read_bytes())  # noqa: S301 - our own file
        return loaded
    articles = list(read(folder))
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps(articles))
    return articles


def read(folder: Path) -> Iterator[Article]:
    """The articles of a split of PolNeAR, in the order of their names."""
    parser = English()
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        document = as_document(GoldArticle(path.stem, text, ()))
        parsed = parser.parse(document, segment_document(document))
        files = sorted(file for file in (folder / "attributions").glob("*.ann") if file.stem.rpartition("_")[0] == path.stem)
        marked = [(file.stem.rpartition("_")[2], parse_brat(file.read_bytes().decode("utf-8"))) for file in files]
        yield as_article(path.stem, parsed, marked)


def as_article(name: str, parsed: ParsedDocument, marked: list[tuple[str, tuple[GoldAttribution, ...]]]) -> Article:
    """A parsed article with what each annotator marked in it."""
    names = np.array([label_of(token) for paragraph in parsed.paragraphs for token in paragraph.tokens], dtype=np.int64)
    parsed = without_names(parsed)
    rules = read_by_rules(parsed)
    words = read_words(parsed, rules)
    ids = piece_words(words, pieces)
    reading = _Reading(parsed, CueReader(parsed, words, rules), rules)
    versions = tuple(reading.version(annotator, gold) for annotator, gold in marked)
    return Article(name, words, ids, count_pieces(words, ids), names, versions)


class _Reading:
    def __init__(self, parsed: ParsedDocument, reader: CueReader, rules: Sequence[Attribution]) -> None:
        self.words, self.reader, self.rules = reader.words, reader, rules
        self.tokens = [token for paragraph in parsed.paragraphs for token in paragraph.tokens]
        self.starts = np.array([token.start for token in self.tokens])
        self.ends = np.array([token.end for token in self.tokens])

    def version(self, annotator: str, gold: tuple[GoldAttribution, ...]) -> Version:
        inside = np.zeros(len(self.tokens), dtype=bool)
        heads = {}
        for one in gold:
            cue, source, content = self.cover(one.cue), self.cover(one.source), self.cover(one.content)
            if not cue or not content:
                continue
            head = self.head(cue[0][0], cue[-1][1])
            heads[head] = self.cue(head, [(content, CONTENT), (source, SOURCE), (cue, CUE)])
            for first, last in content:
                inside[first:last] = True
        inner = {
            head: self.by_rules(one) for one in self.rules if (head := self.place(one)) not in heads and self.is_inside(one, inside)
        }
        return Version(annotator, heads, inner)

    def place(self, one: Attribution) -> int:
        return int(self.words.starts[one.paragraph]) + one.head

    def is_inside(self, one: Attribution, inside: NDArray[np.bool_]) -> bool:
        """Whether all of an attribution stands in contents."""
        return all(inside[first:last].all() for ranges, _ in self.parts(one) for first, last in ranges)

    def parts(self, one: Attribution) -> list[tuple[list[tuple[int, int]], int]]:
        own = int(self.words.starts[one.paragraph])
        content = [
            (int(self.words.starts[number]) + part.first, int(self.words.starts[number]) + part.last + 1)
            for number, part in one.contents
        ]
        source = [(own + one.source.first, own + one.source.last + 1)] if one.source else []
        return [(content, CONTENT), (source, SOURCE), ([(own + one.cue.first, own + one.cue.last + 1)], CUE)]

    def by_rules(self, one: Attribution) -> Cue:
        return self.cue(self.place(one), self.parts(one))

    def cover(self, spans: tuple[Span, ...]) -> list[tuple[int, int]]:
        found = []
        for start, end in spans:
            first, last = int(np.searchsorted(self.ends, start, side="right")), int(np.searchsorted(self.starts, end, side="left"))
            if last > first:
                found.append((first, last))
        return found

    def head(self, first: int, last: int) -> int:
        free = [word for word in range(first, last) if self._is_top(word, first, last)]
        return next((word for word in free if self.tokens[word].pos in HEADS), free[0])

    def _is_top(self, word: int, first: int, last: int) -> bool:
        governor = int(self.words.starts[self.words.paragraphs[word]]) + self.tokens[word].head
        return governor == word or not first <= governor < last

    def cue(self, head: int, parts: list[tuple[list[tuple[int, int]], int]]) -> Cue:
        low, high = stretch(self.words, head)
        roles = np.zeros(high - low, dtype=np.int64)
        for ranges, label in parts:
            for first, last in ranges:
                if last > low and first < high:
                    roles[max(first - low, 0) : last - low] = label + 1
                    if first >= low:
                        roles[first - low] = label
        return Cue(self.reader.around(head), roles)
