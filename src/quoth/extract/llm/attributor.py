"""The third door: a model of the user's own is asked who says what; its words are believed only where they stand in the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quoth.errors import UnusableInput
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import find_quotations
from quoth.extract.attributors import Attributed
from quoth.extract.llm.answers import Answer, read_answer
from quoth.extract.llm.finding import Searched
from quoth.extract.llm.placing import Dropped, Quotations, place_entries
from quoth.extract.llm.questions import INSTRUCTION, Portion, cut_portions, halve, question
from quoth.syntax import ParsedDocument

TIMES = 2
"""How often a portion is asked about before its answer is given up as unreadable."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered."""

    text: str
    cut: bool = False
    """Whether the server says that the answer reached its largest length."""


Ask = Callable[[str, str], Reply]
"""Asks a model: instruction and question in, its reply out. Raises ``UnusableInput`` where this question cannot be answered, and
``Unavailable`` where none can."""


def ignore(_dropped: Dropped) -> None:
    """Lets go what was left out."""


class Llm:
    """By a model that ``ask`` reaches. ``note`` hears of each document how much of the answers was left out."""

    name = "llm"
    entities = False

    def __init__(self, ask: Ask, note: Callable[[Dropped], None] = ignore) -> None:
        self._ask = ask
        self._note = note

    def attribute(self, parsed: ParsedDocument) -> Attributed:
        """What the model finds and the article holds. Raises ``UnusableInput`` where some portion gets no readable answer."""
        quotations = find_quotations(parsed.paragraphs)
        found: list[Attribution] = []
        dropped = Dropped()
        for portion in cut_portions(parsed.paragraphs):
            placed, left_out = self._read(parsed, portion, quotations)
            found.extend(placed)
            dropped += left_out
        self._note(dropped)
        return Attributed(parsed, tuple(found))

    def _read(self, parsed: ParsedDocument, portion: Portion, quotations: Quotations) -> tuple[list[Attribution], Dropped]:
        """The attributions of a portion; it is asked about in halves where the answer was too long for the server."""
        answer, cut = self._answer(parsed, portion)
        if cut and len(portion) > 1:
            (one, dropped), (other, too) = (self._read(parsed, half, quotations) for half in halve(portion))
            return [*one, *other], dropped + too
        if answer is None:
            raise UnusableInput(
                "unanswered",
                f"The model gave no answer that can be read about paragraph {portion[0] + 1} to {portion[-1] + 1} "
                f"(asked {TIMES} times; JSON with a list of statements was expected). Ask again with quoth add --retry, "
                "or name a model that follows instructions better.",
            )
        searched = [_searched(parsed, number) for number in portion]
        found, dropped = place_entries(answer.entries, searched, quotations)
        return found, dropped + Dropped(statements=answer.beyond + answer.broken)

    def _answer(self, parsed: ParsedDocument, portion: Portion) -> tuple[Answer | None, bool]:
        """The answer about a portion, None where there is none that can be read; and whether it was cut off."""
        asked = question(parsed, portion)
        reply = Reply("")
        for _ in range(TIMES):
            reply = self._ask(INSTRUCTION, asked)
            answer = read_answer(reply.text)
            if answer is not None or reply.cut:
                return answer, reply.cut
        return None, reply.cut


def _searched(parsed: ParsedDocument, number: int) -> Searched:
    paragraph = parsed.paragraphs[number]
    return Searched(number, paragraph, parsed.document.text[paragraph.start : paragraph.end])
