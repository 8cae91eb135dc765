"""The trained reader of attributions: the network's guesses as attributions, in the parser's tokens."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from quoth.extract.attribution.attributions import cue_word, read_candidate
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.contexts import inside
from quoth.extract.attribution.continuations import continue_quotations
from quoth.extract.attribution.entire import entire
from quoth.extract.attribution.figured import find_figured
from quoth.extract.attribution.idle import holds, without_idle
from quoth.extract.attribution.labels import find_labelled, find_signed
from quoth.extract.attribution.owners import end_quoted, share_out
from quoth.extract.attribution.posts import KIND as POST
from quoth.extract.attribution.posts import with_posts
from quoth.extract.attribution.quotations import Quotation, find_quotations
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.rebuffs import find_rebuffs
from quoth.extract.attribution.rebuttals import hand_back
from quoth.extract.attribution.repairs import (
    is_contact,
    repair_aside,
    repair_called,
    repair_ending,
    repair_lead,
    repair_nor,
    repair_stranded,
    repair_told,
)
from quoth.extract.attribution.resumed import resume
from quoth.extract.attribution.unowned import KIND as MARK
from quoth.extract.attribution.unowned import fill_in, find_marked, find_unowned, hand_over, run_on
from quoth.extract.attribution.unsaid import find_unsaid
from quoth.extract.attributors import Attributed
from quoth.extract.statements import find_attributed, free, in_order
from quoth.extract.tagger.decode import CONTENT, CUE, ROLES, SOURCE, Guess, Ranges, choose, likeliest, read_parts
from quoth.extract.tagger.names import with_names, without_names
from quoth.extract.tagger.network import Calibration, Network, Reals, Vectors, load_calibration, load_network, pieces
from quoth.extract.tagger.pieces import Window, count_pieces, cut_windows, encode_window, piece_words
from quoth.extract.tagger.relations import CueReader, find_heads, stack, stretch, within
from quoth.extract.tagger.words import QUOTED, Numbers, Words, read_words
from quoth.syntax import ParsedDocument

T = TypeVar("T")

KINDS = {"NOUN": "noun", "ADJ": "adjective", "ADP": "preposition", "PUNCT": "label"}
"""Of a cue that no lexicon knows, by its part of speech; it is a verb else."""
PORTION, TOGETHER = 4, 128
"""Cues whose words are scored at a time, and whose roles are decoded at a time."""
OUTER, INNER, NONE = 0.5, 0.5, 1.1
"""From these probabilities on a guess is taken: where F1 on PolNeAR's development part is best."""
POSSIBLE = min(OUTER, INNER)
"""Words less likely than this to be the head of a cue are not looked at further."""

DOUBTED, VOUCHED = 0.2, 0.3
"""A guess that is at least so likely, and so sure to be right in all its parts, is taken where the rules see the same cue."""
UNSURE = 0.05
"""Guesses less sure than this to be right in all their parts are left out: one in twelve of them is."""


class Trained:
    """By the tagger. Every document gets the same answer whatever else is read beside it."""

    name = "trained"
    entities = True

    def attribute(self, parsed: ParsedDocument) -> Attributed:
        """What the tagger finds, with the quotations that go on with it, and the speakers that labels name ("SMITH: …"). In the contents of these
        stands what the rules find there, and what the tagger finds beside that: it has learnt from articles in which inner attributions are not
        marked. Entities are the tagger's."""
        parsed = without_names(parsed)
        rules = read_by_rules(parsed)
        words = read_words(parsed, rules)
        guesses, names = guess(parsed, words, rules, load_network())
        guesses = [one for one in guesses if score_of(one, load_calibration()) >= UNSURE]
        quotations = find_quotations(parsed.paragraphs)
        vouched = find_vouched(guesses, words, find_heads(words, rules))
        chosen = choose(guesses, outer=OUTER, inner=INNER, vouched=vouched)
        top = {one.head for one in choose(guesses, outer=OUTER, inner=NONE, vouched=vouched)}
        found, inner = (
            [_attribution(parsed, words, quotations, one) for one in chosen if (one.head in top) == is_top]
            for is_top in (True, False)
        )
        found = hand_over(parsed.paragraphs, quotations, rules, found)
        found += free([*find_labelled(parsed.paragraphs), *find_signed(parsed.paragraphs)], found)
        found += fill_in(parsed.paragraphs, find_unowned(parsed.paragraphs, quotations, found), rules, found)
        found += find_marked(parsed.paragraphs, quotations, found)
        found = resume(parsed.paragraphs, quotations, continue_quotations(parsed.paragraphs, quotations, found))
        found = continue_quotations(parsed.paragraphs, quotations, found)
        found = with_posts(parsed.paragraphs, share_out(parsed.paragraphs, quotations, found))
        found = [end_quoted(parsed.paragraphs[one.paragraph], quotations[one.paragraph], one) for one in found]
        found = entire(parsed.paragraphs, quotations, found)
        found += free([one for one in rules if any(holds(outer, one) for outer in found)], found)
        found += free([replace(one, sure=inside(one.sure or 0.0)) for one in inner], found)
        found += free(find_unsaid(parsed.paragraphs), found)
        found += free(find_figured(parsed.paragraphs), found)
        found += free(find_rebuffs(parsed.paragraphs), found)
        found = [repair_called(parsed.paragraphs[one.paragraph], one) for one in hand_back(parsed.paragraphs, found)]
        found = [one for one in found if not is_contact(parsed.paragraphs[one.paragraph], one)]
        found = [repair_ending(parsed.paragraphs[one.paragraph], one, found) for one in without_idle(parsed.paragraphs, found)]
        return Attributed(with_names(parsed, names), tuple(sorted(found, key=in_order)))


def read_by_rules(parsed: ParsedDocument) -> list[Attribution]:
    """What the rules find, but for posts and quotations that a mark alone gives to somebody: the network has learnt from none."""
    return [one for one in find_attributed(parsed) if one.kind not in {POST, MARK}]


def find_vouched(guesses: Sequence[Guess], words: Words, heads: Collection[int]) -> set[int]:
    """The heads of the guesses that are taken though the network doubts that they stand in no other's content: those that the rules see
    (``heads``), whose source is told and whose content quotes nothing."""
    likely = (one for one in guesses if one.outer >= DOUBTED and one.head in heads and one.source)
    plain = (one for one in likely if not any(words.features[first:last, QUOTED].any() for first, last in one.content))
    return {one.head for one in plain if score_of(one, load_calibration()) >= VOUCHED}


@dataclass(frozen=True, slots=True)
class _Cue:
    """A possible head of a cue, and what surrounds it in its window."""

    head: int
    outer: float
    anywhere: float
    shift: int
    """From a word's number in the document to its row among the words of all windows."""
    around: Numbers


@dataclass(frozen=True, slots=True)
class _Scored:
    """A possible head of a cue, and the scores of the roles of the words around it."""

    head: int
    outer: float
    anywhere: float
    first: int
    """The first word of its stretch."""
    scores: NDArray[np.float64]
    """Shape (width, roles)."""


def guess(parsed: ParsedDocument, words: Words, rules: Sequence[Attribution], network: Network) -> tuple[list[Guess], list[int]]:
    """Every attribution that the network holds possible, in the order of their heads, and for each word its label of entity."""
    ids = piece_words(words, pieces)
    reading = CueReader(parsed, words, rules)
    cues, read, first = list[_Cue](), list[Vectors](), 0
    names = np.zeros(len(words.texts), dtype=np.int64)
    for window in cut_windows(words, count_pieces(words, ids)):
        encoded = encode_window(words, ids, window)
        features = np.where(encoded.words[:, None] >= 0, words.features[encoded.words], -1)
        vectors, likely, named = network.encode(encoded.ids, features, encoded.heads)
        core = slice(window.core_first - window.first, window.core_last - window.first)
        names[window.core_first : window.core_last] = named[core].argmax(1)
        cues += _find_cues(reading, window, likely, first - window.first)
        read.append(vectors)
        first += len(likely)
    together = Vectors(*(np.concatenate(some) for some in zip(*read, strict=True))) if cues else None
    scored = [] if together is None else list(_score(cues, together, network))
    guesses = [one for some in _alike(scored, TOGETHER, lambda one: len(one.scores)) for one in _decode(some, network)]
    return sorted(guesses, key=lambda one: one.head), names.tolist()


def _find_cues(reading: CueReader, window: Window, likely: Reals, shift: int) -> Iterator[_Cue]:
    """The possible heads of cues in the core of a window."""
    core = likely[window.core_first - window.first : window.core_last - window.first]
    for head in (np.flatnonzero(core.max(1) >= DOUBTED) + window.core_first).tolist():
        outer, anywhere = likely[head - window.first].tolist()
        if max(outer, anywhere) >= POSSIBLE or (outer >= DOUBTED and head in reading.heads):
            yield _Cue(head, outer, anywhere, shift, within(window, reading.around(head)))


def _score(cues: Sequence[_Cue], vectors: Vectors, network: Network) -> Iterator[_Scored]:
    """``vectors``: of the words of all windows, one window behind the other."""
    for some in _alike(cues, PORTION, lambda one: len(one.around)):
        around, mask = stack([one.around + np.array([one.shift, 0, 0, 0]) for one in some])
        scores = network.parts(vectors, np.array([one.head + one.shift for one in some]), around, mask)
        for one, row in zip(some, scores, strict=True):
            yield _Scored(one.head, one.outer, one.anywhere, int(one.around[0, 0]), row[: len(one.around)])


def _decode(some: Sequence[_Scored], network: Network) -> Iterator[Guess]:
    scores = np.zeros((len(some), max(len(one.scores) for one in some), ROLES))
    mask = np.zeros(scores.shape[:2], dtype=bool)
    for row, there, one in zip(scores, mask, some, strict=True):
        row[: len(one.scores)], there[: len(one.scores)] = one.scores, True
    paths, fits = likeliest(scores, mask, network.follows)
    for one, path, fit in zip(some, paths, fits.tolist(), strict=True):
        parts = (read_parts(path, one.first, label) for label in (SOURCE, CUE, CONTENT))
        yield Guess(one.head, one.outer, one.anywhere, fit, *parts)


def _alike(items: Sequence[T], portion: int, width: Callable[[T], int]) -> Iterator[Sequence[T]]:
    """The items in portions of similar width, so that little is padded."""
    ordered = sorted(items, key=width, reverse=True)
    return (ordered[first : first + portion] for first in range(0, len(ordered), portion))


def _attribution(parsed: ParsedDocument, words: Words, quotations: Sequence[Sequence[Quotation]], guess: Guess) -> Attribution:
    number = int(words.paragraphs[guess.head])
    paragraph, offset = parsed.paragraphs[number], int(words.starts[number])
    head = paragraph.tokens[guess.head - offset]
    candidate = read_candidate(paragraph, head.index, quotations[number])
    word = cue_word(paragraph, head)
    kind = word.kind if word else KINDS.get(head.pos, "verb")
    within = [part for part in _ranges(words, guess.cue) if part[0] == number]
    source = next((part for at, part in _ranges(words, guess.source) if at == number), None)
    low, high = stretch(words, guess.head)
    looked = Range(low - offset, high - offset - 1)
    found = Attribution(
        paragraph=number,
        head=head.index,
        kind=kind,
        frame=candidate.frame if candidate else "S",
        cue=within[0][1] if within else Range(head.index, head.index),
        source=source,
        contents=tuple(
            (at, run_on(parsed.paragraphs, quotations, (at, part), (number, looked))) for at, part in _ranges(words, guess.content)
        ),
        score=max(guess.outer, guess.any),
        sure=score_of(guess, load_calibration()),
    )
    whole = repair_aside(paragraph, repair_nor(paragraph, repair_lead(paragraph, quotations[number], found)))
    return repair_stranded(paragraph, repair_told(paragraph, whole))


def _ranges(words: Words, ranges: Ranges) -> list[tuple[int, Range]]:
    """Ranges of the document's words as ranges of tokens, cut where paragraphs end."""
    found = []
    for first, last in ranges:
        for number in range(int(words.paragraphs[first]), int(words.paragraphs[last - 1]) + 1):
            start, end = int(words.starts[number]), int(words.starts[number + 1])
            found.append((number, Range(max(first, start) - start, min(last, end) - start - 1)))
    return found


def evidence(guess: Guess) -> tuple[float, float]:
    """What the score of an attribution is computed from: the log odds of its cue, and the log probability of its parts."""
    sure = min(max(guess.outer, guess.any, 1e-6), 1 - 1e-6)
    return log(sure / (1 - sure)), guess.fit


def score_of(guess: Guess, calibration: Calibration) -> float:
    """The probability that all parts of a guess are right."""
    cue, parts = evidence(guess)
    return 1 / (1 + exp(-(calibration.constant + calibration.cue * cue + calibration.parts * parts)))
