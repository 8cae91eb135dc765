"""Where the statement encoder places the words of a story's statements: each is read once, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from quoth.language.encoder.reader import Vectors, load_statement_encoder
from quoth.link.nearby import DIGITS


@dataclass(frozen=True, slots=True)
class Places:
    """The vectors of what was asked for so far, by its words. Raises ``Unavailable`` where the encoder cannot be had."""

    known: dict[str, Vectors] = field(default_factory=dict)

    def of(self, texts: Iterable[str]) -> dict[str, Vectors]:
        """The vector of each text; those that are not yet known are read all at once."""
        asked = list(dict.fromkeys(texts))
        new = [text for text in asked if text not in self.known]
        if new:
            self.known.update(zip(new, load_statement_encoder().read(new), strict=True))
        return {text: self.known[text] for text in asked}

    def near(self, first: str, second: str) -> float:
        """The cosine of two texts."""
        found = self.of((first, second))
        return round(float(found[first] @ found[second]), DIGITS)
