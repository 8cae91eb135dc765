"""How plain text is laid out: paragraphs, hard-wrapped lines, rulers, and what a title line looks like.

Pure functions over a text. Reading and segmenting share them, so that both see the same paragraphs. Spans are half-open, in code points.
"""

from __future__ import annotations

import itertools
import re

from quoth.records import Span

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
"""Line ends of plain text, Unicode's line and paragraph separators among them (common in texts copied from the web)."""

_BREAKS = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")

_RULER = re.compile(r"(?:([*=_~#•—–-])(?:[ \t]*\1){2,}|\*[ \t]*\*[ \t]*\*)[ \t.]*")

WIDEST = 120
"""Code points: lines of a hard-wrapped text are not longer than this (mail and agencies wrap at 60 to 80)."""

SLACK = 10
"""Code points by which a wrapped line may stop short of where its next word would have fitted."""


def find_lines(text: str) -> list[Span]:
    """The lines that hold more than white space, trimmed, in order."""
    spans = (trim(text, *found.span()) for found in _LINE.finditer(text))
    return [span for span in spans if span.start < span.end]


def trim(text: str, start: int, end: int) -> Span:
    """The stretch without white space at its ends; empty (at ``start``) where there is nothing else."""
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return Span(start, start)
    first = start + piece.index(kept[0])
    return Span(first, first + len(kept))


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, trimmed, in order: what stands between blank lines where lines are hard-wrapped, else each line."""
    lines = find_lines(text)
    width = _wrap_width(text, lines)
    if width is None:
        return lines
    found: list[Span] = []
    for number, line in enumerate(lines):
        if number and _continues(text, lines[number - 1], line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def apart(text: str, before: Span, after: Span) -> bool:
    """Whether a blank line stands between two stretches of text."""
    return len(_BREAKS.findall(text, before.end, after.start)) > 1


def is_ruler(line: str) -> bool:
    """Whether a line is a rule of signs: ``***``, ``---``, ``* * *``, ``======``."""
    return _RULER.fullmatch(line.strip()) is not None


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """The width at which a text is hard-wrapped, or None: of the longer lines that another follows without a blank line at least four in
    five, and at least three, stop where its first word would not have fitted."""
    joints = [(before, after) for before, after in itertools.pairwise(lines) if not apart(text, before, after)]
    if len(joints) < 3:
        return None
    width = max(before.end - before.start for before, _ in joints)
    if not 30 <= width <= WIDEST or max(line.end - line.start for line in lines) > WIDEST:
        return None
    longer = [_fills(text, before, after, width) for before, after in joints if before.end - before.start >= 0.6 * width]
    return width if sum(longer) >= max(3, 0.8 * len(longer)) else None


def _fills(text: str, before: Span, after: Span, width: int) -> bool:
    word = text[after.start : after.end].split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(word) > width - SLACK


def _continues(text: str, before: Span, after: Span, width: int) -> bool:
    indented = text[after.start - 2 : after.start] in {"  ", "\n\t", " \t"} and text[before.start - 2 : before.start] != "  "
    return not apart(text, before, after) and not indented and _fills(text, before, after, width)


# --- titles and prose ---------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_CAP = re.compile(r"[^\W\d_]")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？।؟][\"”’»)\]]*\s*$")
_INNER_SENTENCE = re.compile(r"[^\W\d_]{2,}[.!?…][\"”’»)]*\s+[\"“‘«(]*[^\W\d_a-z]|[。！？।]")
_TITLED = re.compile(
    r"\b(?:Gen|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Lt|Col|Sgt|Capt|Maj|Adm|Prof|Rev|St|Mt|Ft|Jr|Sr|No|vs|v|Inc|Co|Corp|[A-Z])\.(?=\s)",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros)\.$")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def looks_like_title(line: str) -> bool:
    """Whether a paragraph has the shape of a headline: 2 to 30 words, at most 220 code points, no full stop at its end unless its
    words are capitalised, one sentence (a question or exclamation may end it), no link, no ``label:`` on its own."""
    line = " ".join(line.split())
    if not 3 <= len(line) <= 220 or is_ruler(line) or _LINK.search(line):
        return False
    words = _WORD.findall(line)
    dense = len(_UNCASED.findall(line)) >= 6
    if not (2 <= len(words) <= 30 or dense) or line[-1] in ",;:":
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "\"“‘'«„[(¿¡" or _UNCASED.match(line[0])):
        return False
    if _INNER_SENTENCE.search(_TITLED.sub("", line[:-1])) and not is_title_case(line):
        return False
    last = line.rstrip("\"”’»'")[-1:]
    return last not in {".", ",", "。", "।"} or line.endswith("...") or _ABBREVIATED.search(line) is not None or is_title_case(line)


def is_title_case(line: str) -> bool:
    """Whether nearly all longer words of a line begin with a capital, as headlines of US papers do; at least four of them."""
    words = [word for word in _WORD.findall(line) if len(word) > 3 and _CAP.match(word)]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def looks_like_prose(paragraph: str) -> bool:
    """Whether a paragraph is running text: a dozen words or more with a sentence's end in or after them."""
    if len(_UNCASED.findall(paragraph)) >= 25:
        return True
    return len(paragraph.split()) >= 12 and (
        _ENDS_SENTENCE.search(paragraph) is not None or _INNER_SENTENCE.search(paragraph) is not None or len(paragraph) > 220
    )
