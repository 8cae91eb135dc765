"""Which language a text is in: py3langid 0.4 (BSD-3-Clause), a naive Bayes classifier over byte n-grams."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE = 1500
"""Code points that are enough to tell; taken from the text's start, long links left out."""

SHORTEST = 20
"""Letters below which nothing is said."""

SUREST = 0.7
"""Probability below which nothing is said."""

_NOISE = re.compile(r"https?://\S+|[@#]\w+|[\W\d_]+")


@cache
def load_identifier() -> Any:
    """The classifier with its packaged model, probabilities normalised."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where it is too short or too mixed to tell."""
    words = _NOISE.sub(" ", text[: 4 * SAMPLE])[:SAMPLE].strip()
    if len(words.replace(" ", "")) < SHORTEST:
        return None
    language, probability = load_identifier().classify(words)
    return str(language) if probability >= SUREST else None
