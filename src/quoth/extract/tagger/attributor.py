"""The trained reader of attributions: the network's guesses as attributions, in the parser's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log

import numpy as np

from quoth.extract.attribution.attributions import KINDS, cue_word, read_candidate
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.continuations import continue_quotations
from quoth.extract.attribution.labels import find_labelled, find_signed
from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.attribution.ranges import Range
from quoth.extract.statements import find_attributed
from quoth.extract.tagger.decode import CONTENT, CUE, SOURCE, Guess, Ranges, choose, likeliest, read_parts
from quoth.extract.tagger.network import Calibration, Network, load_calibration, load_network, pieces
from quoth.extract.tagger.pieces import Encoded, Window, count_pieces, cut_windows, encode_window, piece_words
from quoth.extract.tagger.relations import CueReader, stack, stretch
from quoth.extract.tagger.words import Words, read_words
from quoth.syntax import ParsedDocument

POSSIBLE = 0.2
"""Words less likely than this to be the head of a cue are not looked at further."""
PORTION = 8
"""Cues whose parts are looked for at a time."""
OUTER, INNER = 0.4, 0.5
"""From these probabilities on a guess is taken: where F1 on PolNeAR's development part is best."""


class Trained:
    """By the tagger. Every document gets the same answer whatever else is read beside it."""

    name = "trained"

    def attribute(self, parsed: ParsedDocument) -> Sequence[Attribution]:
        """What the tagger finds, with the quotations that go on with it, the speakers that labels name ("SMITH: …"), and what the rules find in the contents of these: the tagger has
        learnt from articles in which inner attributions are not marked."""
        rules = find_attributed(parsed)
        words = read_words(parsed, rules)
        guesses = guess(parsed, words, rules, load_network())
        chosen = choose(guesses, outer=OUTER, inner=INNER)
        found = [_attribution(parsed, words, one, load_calibration()) for one in chosen]
        found = continue_quotations(parsed.paragraphs, find_quotations(parsed.paragraphs), found)
        found += _free([*find_labelled(parsed.paragraphs), *find_signed(parsed.paragraphs)], found)
        found += _free([one for one in rules if any(_holds(outer, one) for outer in found)], found)
        return sorted(found, key=lambda one: (one.paragraph, one.cue.first))


def _free(more: Sequence[Attribution], found: Sequence[Attribution]) -> list[Attribution]:
    """Those of ``more`` whose cue shares no word with one of ``found``."""
    return [one for one in more if not any(one.paragraph == other.paragraph and one.cue.meets(other.cue) for other in found)]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether all of ``inner`` stands in the content of ``outer``."""
    parts = [(inner.paragraph, inner.cue), *([(inner.paragraph, inner.source)] if inner.source else []), *inner.contents]
    return all(any(number == at and part.covers(own) for at, part in outer.contents) for number, own in parts)


def guess(parsed: ParsedDocument, words: Words, rules: Sequence[Attribution], network: Network) -> list[Guess]:
    """Every attribution that the network holds possible, in the order of their heads."""
    ids = piece_words(words, pieces)
    reading = CueReader(parsed, words, rules)
    return [
        one
        for window in cut_windows(words, count_pieces(words, ids))
        for one in _guess_window(reading, window, encode_window(words, ids, window), network)
    ]


def _guess_window(reading: CueReader, window: Window, encoded: Encoded, network: Network) -> Iterator[Guess]:
    features = np.where(encoded.words[:, None] >= 0, reading.words.features[encoded.words], -1)
    vectors, likely = network.encode(encoded.ids, features, encoded.heads)
    core = likely[window.core_first - window.first : window.core_last - window.first]
    heads = (np.flatnonzero(core.max(1) >= POSSIBLE) + window.core_first).tolist()
    for some in _alike(reading.words, heads):
        around, mask = stack(window, [reading.around(head) for head in some])
        cues = np.array(some) - window.first
        paths, fits = likeliest(network.parts(vectors, cues, around, mask), mask, network.follows)
        for head, path, fit, row in zip(some, paths, fits.tolist(), around, strict=True):
            first = int(row[0, 0]) + window.first
            outer, anywhere = likely[head - window.first].tolist()
            yield Guess(head, outer, anywhere, fit, *(read_parts(path, first, label) for label in (SOURCE, CUE, CONTENT)))


def _alike(words: Words, heads: Sequence[int]) -> Iterator[list[int]]:
    """The heads in portions whose stretches are of similar length, so that little is padded."""
    ordered = sorted(heads, key=lambda head: -(stretch(words, head)[1] - stretch(words, head)[0]))
    for first in range(0, len(ordered), PORTION):
        yield ordered[first : first + PORTION]


def _attribution(parsed: ParsedDocument, words: Words, guess: Guess, calibration: Calibration) -> Attribution:
    number = int(words.paragraphs[guess.head])
    paragraph, offset = parsed.paragraphs[number], int(words.starts[number])
    head = paragraph.tokens[guess.head - offset]
    candidate = read_candidate(paragraph, head.index, find_quotations(parsed.paragraphs)[number])
    word = cue_word(paragraph, head)
    kind = word.kind if word else "preposition" if head.pos == "ADP" else KINDS.get(head.pos, "verb")
    within = [part for part in _ranges(words, guess.cue) if part[0] == number]
    source = next((part for at, part in _ranges(words, guess.source) if at == number), None)
    return Attribution(
        paragraph=number,
        head=head.index,
        kind=kind,
        frame=candidate.frame if candidate else "S",
        cue=within[0][1] if within else Range(head.index, head.index),
        source=source,
        contents=tuple(_ranges(words, guess.content)),
        score=max(guess.outer, guess.any),
        sure=score_of(guess, calibration),
    )


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
